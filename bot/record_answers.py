"""Answers to what somebody did to a record of any noun, and lists of them, made from their declarations."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.core.language import Both
from bot.core.nouns import AnyVerb, Field, Kind, NameOf, Noun, Record
from bot.core.record_lists import EVER, By, Filter, Wanted
from bot.core.undo import TakenBack
from bot.record_texts import RecordTexts
from bot.text.formats import month, near_day, near_days
from bot.text.sentences import bold, code, esc, said, shortened

ON_BUTTON = 45
"""Characters of what was typed."""


class RecordAnswers(RecordTexts):
    """`today` is the project's."""

    def record_answer(self, noun: Noun[Any], verb: AnyVerb, it: Record, name_of: NameOf, today: date) -> str:
        """Given to Sanne: *send the contract to legal* (A-4)."""
        said = self.both(verb.said(it) if verb.said else verb.changed)
        values = {
            field.name: self._in_words(noun, field, getattr(it, field.name), name_of, today)
            for field in noun.fields
            if f"{{{field.name}}}" in said
        }
        words = said.format(**values)
        return f"{words[:1].upper()}{words[1:]}: {self.record_named(noun, it)}."

    def record_so_already(self, noun: Noun[Any], record: Record) -> str:
        """*send the contract to legal* (A-4) is done already."""
        what, state = self.record_named(noun, record), next(field for field in noun.fields if field.states)
        now = getattr(record, state.name)
        if now != next(iter(state.states)):
            words = self.both(state.states[now])
            return self.say(en=f"{what} is {words} already.", nl=f"{what} is al {words}.")
        return self.say(en=f"{what} was like that already.", nl=f"{what} was al zo.")

    def record_named(self, noun: Noun[Any], record: Record) -> str:
        """*send the contract to legal* (A-4)"""
        text = shortened(noun.text_of(record)).replace("*", "∗")
        return f"*{text}* ({noun.named(record.number)})"

    def record_undone(self, taken: TakenBack[Any], today: date, name_of: NameOf) -> str:
        """Undone: A-4 is open again; N-3 is no longer adopted."""
        noun, record, state, before, after = _restored(taken)
        if before[state.name] != after[state.name]:
            named, stands = noun.named(record.number), "staat" if after[state.name] == "open" else "is"
            words = self._again(state, before[state.name], after[state.name])
            return self.say(en=f"Undone: {named} is {words}.", nl=f"Teruggedraaid: {named} {stands} {words}.")
        changes = self.record_changes(noun, before, after, today, name_of, taken_back=True)
        what, now = self.record_named(noun, record), f": {changes}" if changes else ""
        return self.say(
            en=f"Undone: {what} is as it was{now}.", nl=f"Teruggedraaid: {what} is weer zoals het was{now}."
        )

    def record_undone_line(self, taken: TakenBack[Any], today: date, name_of: NameOf) -> str:
        """Of several: *send the contract to legal* (A-4) · open again, or what else changed."""
        noun, record, state, before, after = _restored(taken)
        now = after[state.name]
        words = self._again(state, before[state.name], now) if now != before[state.name] else ""
        rest = {**before, state.name: now}
        changes = self.record_changes(noun, rest, after, today, name_of, taken_back=True)
        return " · ".join(filter(None, (self.record_named(noun, record), words, changes)))

    def _again(self, state: Field, was: Any, now: Any) -> str:
        """open again, weer open: of the state that all begin in; the new one of what left that, else the one
        that it is in no longer."""
        words, former, first = (
            self.both(state.states[now]),
            self.both(state.states[was]),
            next(iter(state.states)),
        )
        if now == first:
            return self.say(en=f"{words} again", nl=f"weer {words}")
        return words if was == first else self.say(en=f"no longer {former}", nl=f"niet meer {former}")

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

    def record_known(self, named: str, text: str) -> str:
        """The very same was typed as a new one."""
        return self.say(
            en=f"{named} says that already: *{shortened(text)}*.",
            nl=f"{named} zegt dat al: *{shortened(text)}*.",
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

    def record_list_title(
        self, noun: Noun[Any], project: str, wanted: Wanted, total: int, name_of: NameOf
    ) -> str:
        """With what was understood, as in `Tom · 34 open · late` or `Atlas · 2 decisions · replaced`. A
        single owner stands in place of the project."""
        asked = self._asked(noun, wanted, name_of)
        owner = next((each for each in noun.filters if each.by is By.person), None)
        users = wanted.values.get(owner.name, []) if owner else []
        head, state = project, _standing_for(noun)
        if state and owner and len(users) == 1:
            head = name_of(users[0]) or users[0]
            del asked[owner.name]
        count = self.counted(noun, total)
        if state and len(state.chosen(wanted, noun.filters)) == 1:
            count = f"{total} {asked.pop(state.name)}"
        return " · ".join((bold(head), count, *asked.values()))

    def record_list_empty(
        self, noun: Noun[Any], wanted: Wanted, name_of: NameOf, command: str, nearest: str, me: str = ""
    ) -> str:
        """`nearest`: the filter that was probably meant, or empty; `me`: user id of who asks."""
        if not wanted.narrowed:
            return f"{self.both(noun.none)} {code(f'{command} {self.both(noun.example)}')}"
        asked, many, state = self._asked(noun, wanted, name_of), self.both(noun.many), _standing_for(noun)
        if state and tuple(state.chosen(wanted, noun.filters)) == state.usual:
            many = f"{asked.pop(state.name)} {many}"
        owners = [name_of(each) or each for each in wanted.values.get("owner", ())]
        if [*asked] == ["owner"] and len(owners) == 1:
            who = esc(owners[0])
            has = (
                ("You have", "Je hebt") if wanted.values["owner"] == [me] else (f"{who} has", f"{who} heeft")
            )
            none = self.say(en=f"{has[0]} no {many}.", nl=f"{has[1]} geen {many}.")
        elif [*asked] == ["words"]:
            words = f"“{esc(' '.join(wanted.words))}”"
            none = self.say(en=f"No {many} match {words}.", nl=f"Geen {many} met {words}.")
        else:
            told = " · ".join(asked.values())
            none = self.say(en=f"No {many} found: {told}.", nl=f"Geen {many} gevonden: {told}.")
        guess = code(f"{command} {self.say(en='list', nl='lijst')} {nearest}")
        meant = self.say(en=f" Did you mean {guess}?", nl=f" Bedoelde je {guess}?") if nearest else ""
        return f"{none}{meant}"

    def list_all(self, noun: Noun[Any]) -> str:
        """Without any filter."""
        state = _standing_for(noun)
        usual = _first(self.both(state.values[state.usual[0]])) if state else ""
        return self.say(en=f"All {usual}".rstrip(), nl=f"Alle {usual}".rstrip())

    def list_with(self, words: Both) -> str:
        """And those in that state too."""
        state = _first(self.both(words))
        return self.say(en=f"Include {state}", nl=f"Ook {state}")

    def list_open(self, noun: Noun[Any]) -> str:
        """Above the rows of a page, one of which is to be shown in full."""
        return self.both(noun.opens)

    list_filter = said(en="Filter", nl="Filter")

    def list_choice(self, words: Both) -> str:
        """In the menu of filters."""
        words_said = _first(self.both(words))
        return words_said[:1].upper() + words_said[1:]

    def and_more(self, count: int) -> str:
        return self.say(en=f"and {count} more", nl=f"en nog {count}")

    list_previous = said(en="Previous", nl="Vorige")
    list_next = said(en="Next", nl="Volgende")

    def month(self, day: date) -> str:
        """November 2026"""
        return month(day, self.language).capitalize()

    def _asked(self, noun: Noun[Any], wanted: Wanted, name_of: NameOf) -> dict[str, str]:
        """What each filter was understood as; a single usual state too, since the list has no other."""
        asked = {each.name: self._narrowed(noun, each, wanted, name_of) for each in noun.filters}
        if wanted.words:
            asked["words"] = self.say(en="with", nl="met") + f" “{esc(' '.join(wanted.words))}”"
        return {name: said for name, said in asked.items() if said}

    def _narrowed(self, noun: Noun[Any], each: Filter, wanted: Wanted, name_of: NameOf) -> str:
        either = self.say(en=" or ", nl=" of ")
        chosen = each.chosen(wanted, noun.filters)
        if len(chosen) > 1 and not wanted.values.get(each.name):
            return ""
        if each.by is By.same:
            return self.both(each.said) if chosen and each.said else ""
        if each.by is By.person:
            people = either.join(esc(name_of(user) or user) for user in chosen)
            return f"{_first(self.both(each.before))} {people}" if people and each.before else people
        if each.by is By.state and set(chosen) >= set(map(str, each.values)):
            return self.say(en="all", nl="alle")
        words = [_first(self.both(each.values[value])) for value in each.values if value in chosen]
        words += [self._asked_days(value) for value in chosen if "/" in value]
        return (" · " if each.by is By.period else either).join(words)

    def _asked_days(self, value: str) -> str:
        first, last = (date.fromisoformat(day) for day in value.split("/"))
        if first == EVER:
            return self.say(en="until", nl="tot en met") + f" {near_day(last, last, self.language)}"
        return near_days(first, last, last, self.language)


def _restored(taken: TakenBack[Any]) -> tuple[Noun[Any], Record, Field, dict[str, Any], dict[str, Any]]:
    """Its noun, the record as it is now, the noun's state, and all fields before and after."""
    state = next(field for field in taken.noun.fields if field.states)
    before, after = (each.model_dump(mode="json") for each in (taken.before, taken.after))
    text = taken.noun.fields[0].name  # it is said already: the record is named by it
    return taken.noun, taken.after, state, {**before, text: after[text]}, after


def _standing_for(noun: Noun[Any]) -> Filter | None:
    """The filter whose state needs no noun behind a number."""
    return next((each for each in noun.filters if each.stands_for_noun), None)


def _first(words: str) -> str:
    return words.partition("|")[0]
