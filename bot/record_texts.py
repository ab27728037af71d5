"""Sentences about records of any noun: their lists, history, form, and several at once."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from itertools import groupby
from typing import Any

from bot.core.calendar import local
from bot.core.errors import AlreadyDone, AlreadySo, Rejected, UnknownNumber
from bot.core.events import CLOCK, UNDONE, Event, differences
from bot.core.language import Both
from bot.core.nouns import Field, Kind, NameOf, Noun
from bot.core.record_lists import By, Filter, Wanted
from bot.core.verbs import AnyVerb
from bot.dates.text import recurrence
from bot.nouns import VERBS, past_of
from bot.text.formats import clock_time, day, length, moment, month
from bot.text.marks import bold, code, esc, shortened
from bot.text.speaker import Speaker

ON_BUTTON = 45
"""Characters of what was typed."""
COMMON = (
    (Both("list", "lijst"), Both("what there is", "wat er is")),
    (Both("3", "3"), Both("shows it", "toont het")),
    (Both("edit 3", "wijzig 3"), Both("changes it in a form", "wijzigt het in een formulier")),
    (Both("history 3", "historie 3"), Both("who did what", "wie wat deed")),
    (Both("undo", "ongedaan"), Both("undoes your last change", "maakt je laatste wijziging ongedaan")),
    (Both("export xlsx", "exporteer xlsx"), Both("as a file", "als bestand")),
)
"""What can be typed for records of every noun, and what it does."""


def spans(noun: Noun[Any], numbers: Sequence[int]) -> str:
    """B-3, B-5–B-7"""
    runs = [
        [number for _, number in run]
        for _, run in groupby(enumerate(sorted(numbers)), key=lambda each: each[1] - each[0])
    ]
    ends = [(noun.named(run[0]), noun.named(run[-1])) for run in runs]
    return ", ".join(first if first == last else f"{first}–{last}" for first, last in ends)


class RecordTexts(Speaker):
    def both(self, words: Both) -> str:
        return words.in_language(self.language)

    def counted(self, noun: Noun[Any], count: int) -> str:
        """3 decisions"""
        return noun.counting(count, self.language)

    def record_list_title(
        self, noun: Noun[Any], project: str, wanted: Wanted, total: int, name_of: NameOf
    ) -> str:
        """With what was understood, as in `2 decisions · replaced · decided by Tom · with “supplier”`."""
        asked = (self.counted(noun, total), *self._asked(noun, wanted, name_of))
        return " · ".join((bold(project), *asked))

    def record_list_empty(
        self, noun: Noun[Any], wanted: Wanted, name_of: NameOf, command: str, nearest: str
    ) -> str:
        """`nearest`: the filter that was probably meant, or empty."""
        if not wanted.narrowed:
            return f"{self.both(noun.none)} {code(f'{command} {self.both(noun.example)}')}"
        asked = " · ".join(self._asked(noun, wanted, name_of))
        every = code(f"{command} {self.say(en='list all', nl='lijst alle')}")
        guess = code(f"{command} {self.say(en='list', nl='lijst')} {nearest}")
        meant = self.say(en=f" Did you mean {guess}?", nl=f" Bedoelde je {guess}?") if nearest else ""
        return self.say(
            en=f"Nothing found: {asked}.{meant} {every} shows them all.",
            nl=f"Niets gevonden: {asked}.{meant} {every} toont ze alle.",
        )

    def and_more(self, count: int) -> str:
        return self.say(en=f"and {count} more", nl=f"en nog {count}")

    def list_previous(self) -> str:
        return self.say(en="Previous", nl="Vorige")

    def list_next(self) -> str:
        return self.say(en="Next", nl="Volgende")

    def month(self, day: date) -> str:
        """November 2026"""
        return month(day, self.language).capitalize()

    def record_history_title(self, named: str, text: str, first: int, last: int, total: int) -> str:
        """`first` and `last` count from 1."""
        if (first, last) != (1, total):
            changes = self.say(
                en=f"changes {first}–{last} of {total}", nl=f"wijziging {first}–{last} van {total}"
            )
        elif total == 1:
            changes = self.say(en="1 change", nl="1 wijziging")
        else:
            changes = self.say(en=f"{total} changes", nl=f"{total} wijzigingen")
        return f"*{named}* · {shortened(text)} · {changes}"

    def record_step(self, noun: Noun[Any], event: Event, zone: str, name_of: NameOf, undone: bool) -> str:
        who = "Spil" if event.who == CLOCK else name_of(event.who) or event.who
        told = (
            f"{moment(local(event.at, zone), self.language)} · {bold(who)} {self.past(noun.name, event.what)}"
        )
        changes = self.record_changes(
            noun, event.before, event.after, name_of, taken_back=event.what == UNDONE
        )
        back = self.say(en="taken back", nl="ongedaan gemaakt")
        return f"{told}{': ' + changes if changes else ''}{f' · _{back}_' if undone else ''}"

    def record_changes(
        self,
        noun: Noun[Any],
        before: Mapping[str, Any] | None,
        after: Mapping[str, Any] | None,
        name_of: NameOf,
        *,
        taken_back: bool = False,
    ) -> str:
        told, changed = [], differences(before, after)
        for field in noun.fields:
            if field.name in changed:
                old, new = changed[field.name]
                if field.step:
                    told.append(field.step(old, new, taken_back, self.language, name_of))
                    continue
                if field.kind is Kind.parts:
                    old, new = None, _other_parts(old, new)
                if (field.fresh or field.kind is Kind.parts) and not new:
                    continue
                was, now = (self._value(noun, field, value, name_of) for value in (old, new))
                alone = not before or field.fresh or field.kind is Kind.parts or (field.told and old is None)
                arrow = now if alone else f"{was} → {now}"
                told.append(f"{self.both(field.label)} {arrow}")
        return " · ".join(told)

    def past(self, noun: str, what: str) -> str:
        """As in "Tom replaced it"."""
        return self.both(past_of(noun, what))

    def several_changed(self, noun: Noun[Any], verb: AnyVerb, count: int) -> str:
        """3 decisions withdrawn"""
        return f"*{self.counted(noun, count)} {self.both(verb.changed)}*"

    def record_form(self, noun: Noun[Any], number: int | None) -> str:
        one = self.both(noun.one)
        new = self.say(en=f"New {one}", nl=f"Nieuw {one}")
        return f"{one.capitalize()} {noun.named(number)}" if number else new

    def record_field(self, noun: Noun[Any], name: str) -> str:
        """Above its input in the form."""
        field = next(each for each in noun.fields if each.name == name)
        label = self.both(field.asked or field.label)
        return label[:1].upper() + label[1:]

    def record_form_rest(self) -> str:
        return self.say(en="All that follows may stay empty.", nl="Alles hieronder mag leeg blijven.")

    def record_form_project(self) -> str:
        return "Project"

    def record_overtaken(self, who: str, at: datetime, changes: str) -> str:
        """`at` on the clock of who reads."""
        then = clock_time(at, self.language)
        return self.say(
            en=f"{bold(who)} changed this at {then}, while you had it open: {changes}\n"
            "What you typed stands below. Save once more to keep it.",
            nl=f"{bold(who)} wijzigde dit om {then}, terwijl jij het open had: {changes}\n"
            "Wat jij typte staat hieronder. Sla nog een keer op om dat te bewaren.",
        )

    def record_help(self, noun: Noun[Any], command: str) -> str:
        """What can be typed, a line each, from the declarations of the noun and its verbs."""
        known = (
            (noun.example, noun.makes),
            *((verb.shown, verb.help) for verb in VERBS[noun.name]),
            *COMMON,
        )
        lines = [f"{code(f'{command} {self.both(typed)}')} {self.both(what)}" for typed, what in known]
        return "\n".join([*([self.both(noun.note)] if noun.note else []), *lines])

    def button_of(self, verb: AnyVerb) -> str:
        return self.both(verb.button) if verb.button else ""

    def record_title(self, named: str, text: str) -> str:
        return f"*{named}* · {shortened(text)}"

    def records_taken_back(self, noun: Noun[Any], count: int) -> str:
        several = f", {self.counted(noun, count)}" if count > 1 else ""
        return self.say(en=f"*Taken back{several}*", nl=f"*Ongedaan gemaakt{several}*")

    def record_meant(self, named: str, text: str) -> str:
        """A word that no verb has was typed before its number."""
        return self.say(
            en=f"Did you mean {named} *{shortened(text)}*?", nl=f"Bedoelde je {named} *{shortened(text)}*?"
        )

    def record_open(self) -> str:
        return self.say(en="Open it", nl="Open het")

    def record_add(self, noun: Noun[Any], typed: str) -> str:
        """`typed`: the whole of the new one; as much of it as fits on a button."""
        return self.both(noun.adds).format(typed if len(typed) <= ON_BUTTON else f"{typed[: ON_BUTTON - 1]}…")

    def record_refused(self, noun: Noun[Any], numbers: Sequence[int], reason: Rejected, sentence: str) -> str:
        """`sentence`: what is said of the reason elsewhere."""
        one = len(numbers) == 1
        match reason:
            case UnknownNumber():
                why = self.say(
                    en="there is none with this number" if one else "there are none with these numbers",
                    nl="dat nummer is er niet" if one else "die nummers zijn er niet",
                )
            case AlreadyDone(what=what):
                state = next(self.both(field.states[what]) for field in noun.fields if field.states)
                why = self.say(
                    en=f"{'is' if one else 'are'} {state} already", nl=f"{'is' if one else 'zijn'} al {state}"
                )
            case AlreadySo():
                why = self.say(
                    en="was so already" if one else "were so already",
                    nl="was al zo" if one else "waren al zo",
                )
            case _:
                why = sentence
        return f"• {spans(noun, numbers)}: {why}"

    def bulk_refused(self) -> str:
        return self.say(en="*Not changed*", nl="*Niet gewijzigd*")

    def taken_back_before(self) -> str:
        return self.say(en="That was taken back already.", nl="Dat was al ongedaan gemaakt.")

    def verb_rows(self, noun: str) -> tuple[tuple[str, str], ...]:
        """What is typed for each verb, and what it does."""
        return tuple((self.both(verb.shown), self.both(verb.help)) for verb in VERBS[noun])

    def undo(self) -> str:
        return self.say(en="Undo", nl="Ongedaan maken")

    def edit(self) -> str:
        return self.say(en="Edit", nl="Wijzigen")

    def history(self) -> str:
        return self.say(en="History", nl="Historie")

    def _asked(self, noun: Noun[Any], wanted: Wanted, name_of: NameOf) -> list[str]:
        """What each filter was understood as; a single usual state too, since the list has no other."""
        asked = [self._narrowed(noun, each, wanted, name_of) for each in noun.filters]
        if wanted.words:
            asked.append(self.say(en="with", nl="met") + f" “{esc(' '.join(wanted.words))}”")
        return [*filter(None, asked)]

    def _narrowed(self, noun: Noun[Any], each: Filter, wanted: Wanted, name_of: NameOf) -> str:
        either = self.say(en=" or ", nl=" of ")
        chosen = each.chosen(wanted, noun.filters)
        if len(chosen) > 1 and not wanted.values.get(each.name):
            return ""
        if each.by is By.person:
            people = either.join(esc(name_of(user) or user) for user in chosen)
            return f"{_first(self.both(each.before))} {people}" if people and each.before else people
        if each.by is By.state and set(chosen) >= set(map(str, each.values)):
            return self.say(en="all", nl="alle")
        words = [_first(self.both(each.values[value])) for value in each.values if value in chosen]
        return (" · " if each.by is By.period else either).join(words)

    def _value(self, noun: Noun[Any], field: Field, value: Any, name_of: NameOf) -> str:
        if value is None:
            return self.say(en="none", nl="geen")
        if field.told:
            return field.told(value, self.language, name_of)
        match field.kind:
            case Kind.person | Kind.people:
                users = value if isinstance(value, list) else [value]
                return ", ".join(bold(name_of(user) or user) for user in users)
            case Kind.day:
                return day(date.fromisoformat(str(value)), self.language)
            case Kind.length:
                return length(value, self.language)
            case Kind.number:
                return noun.named(value)
            case Kind.state:
                return self.both(field.states[value])
            case Kind.repeat:
                return esc(recurrence(value, self.language))
        return f"“{shortened(str(value))}”"


def _other_parts(old: Any, new: Any) -> list[Any]:
    """Those of `new` that are new or other; empty ones stand for what a change left alone."""
    was, parts = (each if isinstance(each, list) else [] for each in (old, new))
    return [each for each in parts if each and each not in was]


def _first(words: str) -> str:
    return words.partition("|")[0]
