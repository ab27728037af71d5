"""Sentences about moments that are proposed for a meeting, and about who has something else then."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Literal

from bot.core.calendar import local
from bot.core.language import Both
from bot.core.nouns import NameOf
from bot.meetings.model import Sketch
from bot.meetings.moments import Clash
from bot.meetings.slots import Slot
from bot.meetings.text import Elsewhere
from bot.text.formats import MOST, city, clock_time, length, near_days, near_period, some
from bot.text.sentences import Speaker, bold, esc, said

NOON, EVENING = time(12), time(17)


class MeetingMomentTexts(Speaker):
    meeting_moments_of_day = said(en="Or choose one of these:", nl="Of kies een van deze:")
    meeting_moment_you = said(en="you", nl="jou")
    """In place of a name, behind "for"."""
    meeting_moment_plan = said(en="Plan", nl="Plannen")
    meeting_other_moments = said(en="Other moments", nl="Andere momenten")
    meeting_moments_ask = said(en="Ask everybody", nl="Vraag iedereen")
    meeting_other_moment = said(en="Another moment", nl="Ander moment")
    meeting_optional_for_you = said(en="optional for you", nl="facultatief voor jou")

    def meeting_moments(
        self, sketch: Sketch, names: Sequence[str], first: date, last: date, zone: str, today: date
    ) -> str:
        """What is looked for, as it was understood; `zone` where the reader's clock is another."""
        span = near_days(first, last, today, self.language)
        about = [length(sketch.minutes, self.language), *self._with(names)]
        there = city(zone, self.language) if zone else ""
        clock = [self.say(en=f"{there} time", nl=f"tijd in {there}")] if there else []
        return f"{bold(sketch.title)} · {' · '.join((*about, span, *clock))}"

    def meeting_moments_found(self, found: Literal["several", "one", "changed", "none"]) -> str:
        match found:
            case "one":
                return self.say(en="One moment suits:", nl="Eén moment past:")
            case "several":
                return self.say(en="These moments suit best:", nl="Deze momenten passen het best:")
            case "changed":
                return self.say(
                    en="No moment suits everybody. With a small change there is one:",
                    nl="Er is geen moment waarop iedereen kan. Met een kleine wijziging wel:",
                )
        return self.say(
            en="No moment suits everybody. Try other days, or fewer people.",
            nl="Er is geen moment waarop iedereen kan. Probeer andere dagen, of minder mensen.",
        )

    def meeting_moment(self, slot: Slot, asked: int, zone: str, today: date) -> str:
        """Of `asked` people; some of them may not be free."""
        free = asked - len(slot.missing)
        who = ("both", "beiden") if asked == 2 else (f"all {asked}", f"alle {asked}")
        if free != asked:
            who = (f"{free} of {asked}", f"{free} van de {asked}")
        return f"*{self._period(slot, zone, today)}* · " + self.say(en=f"{who[0]} free", nl=f"{who[1]} vrij")

    def meeting_moment_changed(self, slot: Slot, usual: int, without: str, zone: str, today: date) -> str:
        """With another length than the `usual`, `without` somebody by name, or at an odd hour."""
        lengths = [length(each, self.language) for each in (slot.minutes, usual)]
        if without:
            change = self.say(en=f"without {esc(without)}", nl=f"zonder {esc(without)}")
        elif slot.minutes != usual:
            change = self.say(
                en=f"{lengths[0]} instead of {lengths[1]}", nl=f"{lengths[0]} in plaats van {lengths[1]}"
            )
        else:
            change = self.say(en="outside working hours", nl="buiten werktijd")
        return f"*{self._period(slot, zone, today)}* · {change}"

    def meeting_moment_reasons(
        self,
        slot: Slot,
        awkward: Sequence[Elsewhere],
        split: Sequence[Elsewhere],
        missing: Sequence[str],
        zone: str,
    ) -> str:
        """What it costs: whom it misses, for whom it is early or late, whose day it splits."""
        left_out = some(missing, self.language)
        return " · ".join(
            (
                *([self.say(en=f"without {left_out}", nl=f"zonder {left_out}")] if missing else []),
                *(self._odd(slot, each, zone) for each in awkward[:MOST]),
                *([self._split(slot, split)] if split else []),
            )
        )

    def meeting_calendars_unknown(self, names: Sequence[str], asked: int) -> str:
        """Of so many who are `asked`."""
        if len(names) == asked > 1:
            who = "Nobody's calendar is linked", "Niemands agenda is gekoppeld"
        elif len(names) == 1:
            who = (
                f"{esc(names[0])}'s calendar isn't linked",
                f"De agenda van {esc(names[0])} is niet gekoppeld",
            )
        else:
            told = some(names, self.language)
            who = f"The calendars of {told} aren't linked", f"De agenda's van {told} zijn niet gekoppeld"
        return self.say(
            en=f"{who[0]}: I only know the meetings I planned.",
            nl=f"{who[1]}: ik ken alleen de overleggen die ik plande.",
        )

    def meeting_moment_taken(self, names: Sequence[str]) -> str:
        """By those who have something else then, by name."""
        who, several = some(names, self.language), len(names) > 1
        return self.say(
            en=f"That moment is taken: {who} {'have' if several else 'has'} something else.",
            nl=f"Dat moment is bezet: {who} {'hebben' if several else 'heeft'} iets anders.",
        )

    def meeting_clashes(self, found: Sequence[Clash], name_of: NameOf, reader: str) -> str:
        """Who has something else at the time of a meeting; `reader`: the user id of who reads it."""
        you = self.say(en="you", nl="jij")
        others: dict[str, list[str]] = {}
        for clash in found:
            name = you if clash.user == reader else name_of(clash.user)
            others.setdefault(clash.title, []).append(name)
        told = []
        for title, who in [*others.items()][:MOST]:
            what = bold(title) if title else self.say(en="something", nl="iets")
            en, nl = ("have", "hebben") if len(who) > 1 else ("has", "heeft")
            if who == [you]:
                en, nl = "have", "hebt"
            told.append(f"{some(who, self.language)} {self.say(en=f'{en} {what}', nl=f'{nl} dan {what}')}")
        listed = "; ".join(told)
        return self.say(en=f"Mind: {listed} at that time.", nl=f"Let op: {listed}.")

    def meeting_room_taken(self, place: str) -> str:
        return self.say(
            en=f"Mind: another meeting is in {bold(place)} then.",
            nl=f"Let op: er is dan een ander overleg in {bold(place)}.",
        )

    def meeting_beware(self, what: str) -> str:
        """`what` is a sentence without its full stop."""
        return self.say(en=f"Mind: {what}.", nl=f"Let op: {what}.")

    def meeting_optional(self, name: str) -> str:
        """A name of who needn't come; not made safe."""
        return self.say(en=f"{name} (optional)", nl=f"{name} (facultatief)")

    def _period(self, slot: Slot, zone: str, today: date) -> str:
        starts = local(slot.start, zone)
        return near_period(starts, starts + timedelta(minutes=slot.minutes), today, self.language)

    def _odd(self, slot: Slot, who: Elsewhere, zone: str) -> str:
        at, name = local(slot.start, who.zone), esc(who.name)
        if at == local(slot.start, zone):
            en, nl = ("early", "vroeg") if at.time() < NOON else ("late", "laat")
            return self.say(en=f"{en} for {name}", nl=f"{nl} voor {name}")
        there = f"{clock_time(at, self.language)}", city(who.zone, self.language)
        return self.say(en=f"{there[0]} for {name} in {there[1]}", nl=f"{there[0]} voor {name} in {there[1]}")

    def _split(self, slot: Slot, who: Sequence[Elsewhere]) -> str:
        if len(who) == 1:
            name, part = esc(who[0].name), _part_of(local(slot.start, who[0].zone)).in_language(self.language)
            return self.say(en=f"splits the {part} for {name}", nl=f"breekt de {part} op voor {name}")
        told = some([each.name for each in who], self.language)
        return self.say(en=f"splits the day for {told}", nl=f"breekt de dag op voor {told}")

    def _with(self, names: Sequence[str]) -> list[str]:
        told = some(names, self.language)
        return [self.say(en=f"with {told}", nl=f"met {told}")] if names else []


def _part_of(at: datetime) -> Both:
    """The part of a day that it lies in."""
    if at.time() < NOON:
        return Both("morning", "ochtend")
    return Both("afternoon", "middag") if at.time() < EVENING else Both("evening", "avond")
