"""Answers to what somebody did to a record of any noun, made from the declarations of verbs and fields."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from bot.core.events import differences
from bot.core.nouns import Field, Kind, NameOf, Noun, Record
from bot.core.verbs import AnyVerb
from bot.record_texts import RecordTexts
from bot.text.formats import near_day
from bot.text.marks import esc, shortened
from bot.text.speaker import said

ON_BUTTON = 45
"""Characters of what was typed."""


class RecordAnswers(RecordTexts):
    """`today` is the project's."""

    def record_answer(
        self, noun: Noun[Any], verb: AnyVerb, record: Record, name_of: NameOf, today: date
    ) -> str:
        """Given to Sanne: *send the contract to legal* (A-4)."""
        said = self.both(verb.said(record) if verb.said else verb.changed)
        values = {
            field.name: self._in_words(noun, field, getattr(record, field.name), name_of, today)
            for field in noun.fields
            if f"{{{field.name}}}" in said
        }
        words = said.format(**values)
        return f"{words[:1].upper()}{words[1:]}: {self.record_named(noun, record)}."

    def record_so_already(self, noun: Noun[Any], record: Record) -> str:
        what = self.record_named(noun, record)
        return self.say(en=f"{what} was like that already.", nl=f"{what} was al zo.")

    def record_named(self, noun: Noun[Any], record: Record) -> str:
        """*send the contract to legal* (A-4)"""
        text = shortened(noun.text_of(record)).replace("*", "∗")
        return f"*{text}* ({noun.named(record.number)})"

    def record_undone(
        self,
        noun: Noun[Any],
        record: Record,
        before: Mapping[str, Any],
        after: Mapping[str, Any],
        today: date,
        name_of: NameOf,
    ) -> str:
        """Undone: A-4 is open again. `record`: as it is now."""
        state = next(field for field in noun.fields if field.states)
        if state.name in differences(before, after):
            named, stands = noun.named(record.number), "staat" if after[state.name] == "open" else "is"
            words = self._again(state, after[state.name])
            return self.say(en=f"Undone: {named} is {words}.", nl=f"Teruggedraaid: {named} {stands} {words}.")
        changes = self.record_changes(noun, before, after, today, name_of, taken_back=True)
        what, now = self.record_named(noun, record), f": {changes}" if changes else ""
        return self.say(
            en=f"Undone: {what} is as it was{now}.", nl=f"Teruggedraaid: {what} is weer zoals het was{now}."
        )

    def record_undone_line(
        self,
        noun: Noun[Any],
        record: Record,
        before: Mapping[str, Any],
        after: Mapping[str, Any],
        today: date,
        name_of: NameOf,
    ) -> str:
        """Of several: *send the contract to legal* (A-4) · open again, or what else changed."""
        state = next(field for field in noun.fields if field.states)
        now = after[state.name]
        words = self._again(state, now) if now != before[state.name] else ""
        rest = {**before, state.name: now}
        changes = self.record_changes(noun, rest, after, today, name_of, taken_back=True)
        return " · ".join(filter(None, (self.record_named(noun, record), words, changes)))

    def _again(self, state: Field, now: Any) -> str:
        """open again, weer open: of the state that all begin in; another as it is."""
        words = self.both(state.states[now])
        first = now == next(iter(state.states))
        return self.say(en=f"{words} again", nl=f"weer {words}") if first else words

    def records_undone(self, counted: Sequence[str]) -> str:
        """Undone: 2 decisions, 3 action items"""
        many = ", ".join(counted)
        return self.say(en=f"*Undone: {many}*", nl=f"*Teruggedraaid: {many}*")

    taken_back_before = said(en="That was undone already.", nl="Dat was al teruggedraaid.")

    def record_meant(self, named: str, text: str) -> str:
        """A word that no verb has was typed before its number."""
        return self.say(
            en=f"Did you mean {named} *{shortened(text)}*?", nl=f"Bedoelde je {named} *{shortened(text)}*?"
        )

    record_open = said(en="Open it", nl="Openen")

    def record_add(self, noun: Noun[Any], typed: str) -> str:
        """`typed`: the whole of the new one; as much of it as fits on a button."""
        return self.both(noun.adds).format(typed if len(typed) <= ON_BUTTON else f"{typed[: ON_BUTTON - 1]}…")

    def _in_words(self, noun: Noun[Any], field: Field, value: Any, name_of: NameOf, today: date) -> str:
        """Within a sentence, where the history has it apart."""
        match field.kind:
            case Kind.day:
                return near_day(value, today, self.language)
            case Kind.person | Kind.people:
                users = value if isinstance(value, list) else [value]
                return esc(", ".join(name_of(user) or user for user in users))
            case Kind.text:
                return shortened(value)
        return self._value(noun, field, value, today, name_of)
