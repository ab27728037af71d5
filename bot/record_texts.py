"""Sentences about records of any noun: their lists, history, form, and several at once."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from itertools import groupby
from typing import Any

from bot.core.calendar import local
from bot.core.errors import AlreadyDone, AlreadySo, Rejected, UnknownNumber
from bot.core.events import CLOCK, UNDONE, Event, differences
from bot.core.language import Both
from bot.core.nouns import AnyVerb, Field, Kind, NameOf, Noun
from bot.dates.text import recurrence
from bot.nouns import VERBS, past_of, tells_of
from bot.text.formats import clock_time, length, near_day, near_moment
from bot.text.sentences import Speaker, bold, code, esc, said, shortened

COMMON = (
    (Both("list", "lijst"), Both("what there is", "wat er is")),
    (Both("3", "3"), Both("shows it", "toont het")),
    (Both("edit 3", "wijzig 3"), Both("changes it in a form", "wijzigt het in een formulier")),
    (Both("history 3", "historie 3"), Both("who did what", "wie wat deed")),
    (Both("undo", "ongedaan"), Both("undoes your last change", "maakt je laatste wijziging ongedaan")),
    (Both("export xlsx", "exporteer xlsx"), Both("as a file", "als bestand")),
)
"""What can be typed for records of every noun, and what it does."""


IN_BRACKETS, FIELD = re.compile(r"\[([^\[\]]*)\]"), re.compile(r"\{(\w+)\}")
"""Of what tells of a change: a part that may be missing, and the name of a field."""


def _fields(way: str) -> set[str]:
    return set(FIELD.findall(way))


def spans(noun: Noun[Any], numbers: Sequence[int]) -> str:
    """B-3, B-5–B-7"""
    runs = [
        [number for _, number in run]
        for _, run in groupby(enumerate(sorted(numbers)), key=lambda each: each[1] - each[0])
    ]
    ends = [(noun.named(run[0]), noun.named(run[-1])) for run in runs]
    return ", ".join(first if first == last else f"{first}–{last}" for first, last in ends)


class RecordTexts(Speaker):
    def counted(self, noun: Noun[Any], count: int) -> str:
        """3 decisions"""
        return noun.counting(count, self.language)

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
        return f"*{shortened(text).replace('*', '∗')}* · {named} · {changes}"

    def record_step(
        self, noun: Noun[Any], event: Event, zone: str, today: date, name_of: NameOf, undone: bool
    ) -> str:
        """Sat 28 Nov 19:25 · *Tom* moved it to Fri 4 Dec: “supplier is late”; `today` is the reader's."""
        who = "Spil" if event.who == CLOCK else name_of(event.who) or event.who
        at, changed = near_moment(local(event.at, zone), today, self.language), self._changed(noun, event)
        said, told = self._told(noun, event, changed, today, name_of)
        rest = {name: pair for name, pair in changed.items() if name not in told}
        parts = self._parts(noun, rest, event, today, name_of)
        back = self.say(en="taken back", nl="ongedaan gemaakt")
        joined = " · " if told and parts else ": " if parts else ""
        return f"{at} · {bold(who)} {said}{joined}{parts}{f' · _{back}_' if undone else ''}"

    def _changed(self, noun: Noun[Any], event: Event) -> dict[str, tuple[Any, Any]]:
        """Old and new by field, without what the sentence, or the title above it, says already."""
        changed = differences(event.before, event.after)
        if event.what == UNDONE:
            return changed
        implied = {each.name for each in noun.fields if each.kind is Kind.state and event.what != "edited"}
        implied |= {each.name for each in noun.fields if each.step and not changed.get(each.name, (0, 0))[1]}
        if event.before is None and tells_of(noun.name, event.what):
            implied.add(noun.fields[0].name)
        return {name: pair for name, pair in changed.items() if name not in implied}

    def _told(
        self,
        noun: Noun[Any],
        event: Event,
        changed: Mapping[str, tuple[Any, Any]],
        today: date,
        name_of: NameOf,
    ) -> tuple[str, set[str]]:
        """What was done, with what it changed; and the fields that this tells."""
        values = {
            each.name: self.say(en="themselves", nl="zichzelf")
            if each.kind is Kind.person and changed[each.name][1] == event.who
            else self._new(noun, each, *changed[each.name], today, name_of)
            for each in noun.fields
            if each.kind is not Kind.parts and changed.get(each.name, (None, None))[1]
        }
        whole = {each.name for each in noun.fields if each.name in changed}
        for ways in tells_of(noun.name, event.what):
            for way in self.both(ways).split("|"):
                kept = IN_BRACKETS.sub(lambda part: part[1] if _fields(part[1]) <= {*values} else "", way)
                told = _fields(kept)
                if told <= {*values} and (event.what != "edited" or told == whole):
                    return FIELD.sub(lambda found: values[found[1]], kept), told
        return self.past(noun.name, event.what), set()

    def _new(self, noun: Noun[Any], field: Field, old: Any, new: Any, today: date, name_of: NameOf) -> str:
        if field.step:
            return field.step(old, new, False, self.language, name_of)
        return self._value(noun, field, new, today, name_of)

    def _parts(
        self,
        noun: Noun[Any],
        changed: Mapping[str, tuple[Any, Any]],
        event: Event,
        today: date,
        name_of: NameOf,
    ) -> str:
        before = {name: old for name, (old, _new) in changed.items()} if event.before else None
        after = {name: new for name, (_old, new) in changed.items()}
        return self.record_changes(noun, before, after, today, name_of, taken_back=event.what == UNDONE)

    def record_changes(
        self,
        noun: Noun[Any],
        before: Mapping[str, Any] | None,
        after: Mapping[str, Any] | None,
        today: date,
        name_of: NameOf,
        *,
        taken_back: bool = False,
    ) -> str:
        """Field by field: due Fri 27 Nov → Fri 4 Dec; what was taken back is told as it is again."""
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
                was, now = (self._value(noun, field, value, today, name_of) for value in (old, new))
                if taken_back and field.states:
                    first = new == next(iter(field.states))
                    told.append(self.say(en=f"{now} again", nl=f"weer {now}") if first else now)
                    continue
                alone = (
                    taken_back
                    or not before
                    or field.fresh
                    or field.kind is Kind.parts
                    or (field.told and old is None)
                )
                arrow = now if alone else f"{was} → {now}"
                told.append(f"{self.both(field.label)} {arrow}")
        return " · ".join(told)

    def past(self, noun: str, what: str) -> str:
        """As in "Tom replaced it"."""
        return self.both(past_of(noun, what))

    def several_changed(self, noun: Noun[Any], verb: AnyVerb, count: int) -> str:
        """Withdrawn: *3 decisions*"""
        done = self.both(verb.changed)
        return f"{done[:1].upper()}{done[1:]}: *{self.counted(noun, count)}*"

    def record_form(self, noun: Noun[Any], number: int | None) -> str:
        one = self.both(noun.one)
        new = self.say(en=f"New {one}", nl=f"Nieuw {one}")
        return f"{one.capitalize()} {noun.named(number)}" if number else new

    def record_field(self, noun: Noun[Any], name: str) -> str:
        """Above its input in the form."""
        field = next(each for each in noun.fields if each.name == name)
        label = self.both(field.asked or field.label)
        return label[:1].upper() + label[1:]

    record_form_more = said(en="More", nl="Meer")
    """On the button that shows what is seldom filled in."""

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
        title = self.both(noun.many)
        lines = [f"• {code(f'{command} {self.both(typed)}')} – {self.both(what)}" for typed, what in known]
        note = [self.both(noun.note)] if noun.note else []
        return "\n".join([bold(f"{title[:1].upper()}{title[1:]}"), *lines, *note])

    def button_of(self, verb: AnyVerb) -> str:
        return self.both(verb.button) if verb.button else ""

    def record_refused(self, noun: Noun[Any], numbers: Sequence[int], reason: Rejected, sentence: str) -> str:
        """`sentence`: what is said of the reason elsewhere."""
        one = len(numbers) == 1
        match reason:
            case UnknownNumber():
                why = self.say(
                    en="no such number" if one else "no such numbers",
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

    bulk_refused = said(en="*Not changed*", nl="*Niet gewijzigd*")

    def verb_rows(self, noun: str) -> tuple[tuple[str, str], ...]:
        """What is typed for each verb, and what it does."""
        return tuple((self.both(verb.shown), self.both(verb.help)) for verb in VERBS[noun])

    undo = said(en="Undo", nl="Ongedaan maken")
    edit = said(en="Edit", nl="Wijzigen")
    history = said(en="History", nl="Historie")

    def _value(self, noun: Noun[Any], field: Field, value: Any, today: date, name_of: NameOf) -> str:
        if value is None and self.both(field.label).endswith((" for", " op")):
            return self.say(en="nothing", nl="niets")
        if value is None:
            return self.say(en="none", nl="geen")
        if field.told:
            return field.told(value, self.language, name_of)
        match field.kind:
            case Kind.person | Kind.people:
                users = value if isinstance(value, list) else [value]
                return ", ".join(bold(name_of(user) or user) for user in users)
            case Kind.day:
                return near_day(date.fromisoformat(str(value)), today, self.language)
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
