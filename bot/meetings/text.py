"""Sentences about meetings as they stand; those of planning one are in planning_text.py."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from bot.core.calendar import local
from bot.core.language import Both, Language
from bot.dates.text import recurrence
from bot.meetings.model import Answer, Meeting, Status
from bot.meetings.noun import STATES
from bot.meetings.validated import ENDS
from bot.text.formats import (
    Names,
    city,
    clock_time,
    counted,
    due_from,
    length,
    near_day,
    near_moment,
    near_period,
    people,
    weekday,
)
from bot.text.sentences import Speaker, bold, channel, esc, said

ANSWERS = {
    Answer.yes: Both("Yes", "Ja"),
    Answer.no: Both("No", "Nee"),
    Answer.maybe: Both("Maybe", "Misschien"),
    None: Both("No answer yet", "Nog geen antwoord"),
}
MARKS = {
    Status.repeating: "",
    Status.planned: "",
    Status.held: "✓ ",
    Status.closed: "✓ ",
    Status.cancelled: "✗ ",
}

LINK = re.compile(r"https?://[^\s|]+")
"""Of an escaped text."""


class Elsewhere(NamedTuple):
    """Somebody by name for whom a meeting is at an odd time, on the clock of their `zone`."""

    name: str
    zone: str


def title(meeting: Meeting) -> str:
    """Struck through once it is cancelled."""
    named = bold(meeting.title)
    return f"{MARKS[Status(meeting.status)]}{f'~{named[1:-1]}~' if meeting.cancelled else named}"


def when(meeting: Meeting, zone: str, today: date, language: Language) -> str:
    """In an hour that comes twice its end goes on from its start. Of a series: every Monday, 09:30–09:45."""
    if meeting.of_series:
        often = recurrence(meeting.repeats or "", language)
        ends = meeting.starts + timedelta(minutes=meeting.minutes)
        return f"{often}, {clock_time(meeting.starts, language)}–{clock_time(ends, language)}"
    starts, ends = local(meeting.starts_at, zone), local(meeting.ends_at, zone)
    if ends > starts:
        return near_period(starts, ends, today, language)
    told = near_period(starts, starts + timedelta(minutes=meeting.minutes), today, language)
    clock = {Language.en: "summer time; the clock then says", Language.nl: "zomertijd; de klok staat dan op"}
    return f"{told}, {clock[language]} {ends:%H:%M}"


def often(meeting: Meeting, language: Language) -> str:
    """Every Monday, whenever that ends; empty for one that stands alone."""
    return recurrence(ENDS.sub("", meeting.repeats), language) if meeting.repeats else ""


def place(where: str) -> str:
    """With its links to be pressed."""
    return LINK.sub(lambda found: f"<{found[0]}>", esc(where))


def room(meeting: Meeting) -> str:
    """Its place without links, where a button holds these."""
    return " ".join(LINK.sub(" ", esc(meeting.place)).split()).strip(" ,;·")


class MeetingTexts(Speaker):
    meeting_join = said(en="Join", nl="Deelnemen")
    meeting_no_notes = said(en="No notes this time", nl="Deze keer geen")
    meeting_write_minutes = said(en="Paste notes", nl="Aantekeningen plakken")

    def meeting_title(self, meeting: Meeting) -> str:
        """With its status, unless it is still to come or its looks tell."""
        status = STATES[Status(meeting.status)].in_language(self.language)
        told = meeting.awaited or meeting.cancelled
        return title(meeting) if told else f"{title(meeting)} · {status}"

    def meeting_when(self, meeting: Meeting, zone: str, today: date) -> str:
        """On the clocks of `zone`, which it names: for all who are in a channel."""
        told, there = f"*{when(meeting, zone, today, self.language)}*", city(zone, self.language)
        return self.say(en=f"{told} ({there} time)", nl=f"{told} (tijd in {there})")

    def meeting_your_time(self, meeting: Meeting, zone: str, today: date) -> str:
        """On the clocks of the reader's `zone`, and of the meeting's own where these say something else."""
        told = f"*{when(meeting, zone, today, self.language)}*"
        if meeting.of_series:
            return self._series_your_time(meeting, told, zone, today)
        mine, theirs = local(meeting.starts_at, zone), local(meeting.starts_at, meeting.zone)
        if mine == theirs:
            return told
        day = "" if mine.date() == theirs.date() else f"{weekday(theirs, self.language)} "
        there = f"({day}{clock_time(theirs, self.language)} in {city(meeting.zone, self.language)})"
        return self.say(en=f"{told} your time {there}", nl=f"{told} jouw tijd {there}")

    def _series_your_time(self, meeting: Meeting, told: str, zone: str, today: date) -> str:
        """On its own clock, and the first of it on the reader's."""
        first = local(meeting.starts_at, zone)
        at, there = near_moment(first, today, self.language), city(meeting.zone, self.language)
        if first == meeting.starts:
            at = near_day(first.date(), today, self.language)
            return self.say(en=f"{told}, from {at}", nl=f"{told}, vanaf {at}")
        return self.say(
            en=f"{told} ({there} time), first {at} your time",
            nl=f"{told} (tijd in {there}), de eerste keer {at} jouw tijd",
        )

    def meeting_facts(
        self, meeting: Meeting, organiser: str = "", others: Names | None = None, project_channel: str = ""
    ) -> str:
        """`others`: who else is asked. The organiser and the channel only where the reader needs them."""
        told = people(others, self.language) if others and others.names else ""
        facts = (
            length(meeting.minutes, self.language),
            place(meeting.place),
            self.say(en=f"from {esc(organiser)}", nl=f"van {esc(organiser)}") if organiser else "",
            self.say(en=f"with {told}", nl=f"met {told}") if told else "",
            self.say(en="one of a series", nl="een van een reeks") if meeting.series else "",
            channel(project_channel) if project_channel else "",
            f"M-{meeting.number}",
        )
        return " · ".join(filter(None, facts))

    def meeting_cancelled_facts(self, meeting: Meeting, who: str, zone: str, today: date) -> str:
        """`who` cancelled it; empty where nobody knows."""
        by = self.say(en=f"cancelled by {esc(who)}", nl=f"afgezegd door {esc(who)}") if who else ""
        on = when(meeting, zone, today, self.language)
        return " · ".join(filter(None, (by, on, f"M-{meeting.number}")))

    def meeting_answer(self, answer: Answer | None) -> str:
        return ANSWERS[answer].in_language(self.language)

    def meeting_answers(self, answer: Answer | None, count: int, who: Names) -> str:
        """Names, with their reasons; not mentions: a mention would call each of them once more."""
        return f"{self.meeting_answer(answer)} ({count}): {people(who, self.language)}"

    def meeting_departed(self, count: int, who: Names) -> str:
        """On the card, beneath the answers of those who are there."""
        head = self.say(en="No longer in this project", nl="Niet meer in dit project")
        return f"{head} ({count}): {people(who, self.language)}"

    def meeting_invitee_left(
        self, meeting: Meeting, who: str, project_channel: str, zone: str, today: date
    ) -> str:
        """To who organises it."""
        there, on = channel(project_channel), when(meeting, zone, today, self.language)
        return self.say(
            en=f"{bold(who)} is no longer in {there}, and was invited to {title(meeting)}, {on}. "
            "Does somebody else have to come?",
            nl=f"{bold(who)} zit niet meer in {there}, en was uitgenodigd voor {title(meeting)}, {on}. "
            "Moet er iemand anders bij zijn?",
        )

    def meeting_asked_by(self, organiser: str, meeting: Meeting) -> str:
        named = self.meeting_title(meeting)
        return self.say(
            en=f"{bold(organiser)} invites you: {named}", nl=f"{bold(organiser)} nodigt je uit: {named}"
        )

    def meeting_of_your_own(self, meeting: Meeting) -> str:
        named = self.meeting_title(meeting)
        return self.say(en=f"Your meeting: {named}", nl=f"Jouw overleg: {named}")

    def meeting_mind(self, meeting: Meeting, who: Sequence[Elsewhere]) -> str:
        """To who organises it: for whom it lies outside the hours in which they work."""
        told = ", ".join(
            self.say(
                en=f"{local(meeting.starts_at, zone):%H:%M} for {esc(name)} in {city(zone, Language.en)}",
                nl=f"{local(meeting.starts_at, zone):%H:%M} voor {esc(name)} in {city(zone, Language.nl)}",
            )
            for name, zone in who
        )
        return self.say(en=f"Mind: {told}.", nl=f"Let op: {told}.")

    def meeting_your_answer(self, answer: Answer) -> str:
        given = self.meeting_answer(answer).lower()
        return self.say(en=f"Your answer: *{given}*", nl=f"Jouw antwoord: *{given}*")

    def meeting_not_asked_any_more(self, meeting: Meeting) -> str:
        return self.say(
            en=f"{title(meeting)}\nYou're off the list for this meeting.",
            nl=f"{title(meeting)}\nJe hoeft niet meer bij dit overleg te zijn.",
        )

    def meeting_was_cancelled(self, meeting: Meeting, who: str) -> str:
        """`who` cancelled it, by name."""
        named = title(meeting)
        return self.say(en=f"{named} cancelled by {esc(who)}", nl=f"{named} afgezegd door {esc(who)}")

    def meeting_on_again(self, meeting: Meeting, zone: str, today: date) -> str:
        named, on = title(meeting), when(meeting, zone, today, self.language)
        return self.say(en=f"{named} takes place after all: *{on}*", nl=f"{named} gaat toch door: *{on}*")

    def meeting_soon(self, meeting: Meeting, minutes: int) -> str:
        """It begins in so many `minutes`; its link is a button beneath."""
        where = f" · {told}" if (told := room(meeting) if meeting.link else place(meeting.place)) else ""
        ahead = counted(minutes, "minute", "minutes"), counted(minutes, "minuut", "minuten")
        return self.say(
            en=f"In {ahead[0]}: {title(meeting)}{where}", nl=f"Over {ahead[1]}: {title(meeting)}{where}"
        )

    def meeting_file(self, *, cancelled: bool) -> str:
        return self.say(
            en="Open this to take it out of your calendar." if cancelled else "For your calendar.",
            nl="Open dit om het uit je agenda te halen." if cancelled else "Voor in je agenda.",
        )

    def meeting_notes_wanted(self, meeting: Meeting) -> str:
        return self.say(
            en=f"{bold(meeting.title)} is over. Paste your notes and I'll pick out decisions and actions.",
            nl=f"{bold(meeting.title)} is voorbij. Plak je aantekeningen; ik zoek er besluiten en acties in.",
        )

    def meeting_without_notes(self, meeting: Meeting) -> str:
        named = bold(meeting.title)
        return self.say(en=f"{named}: no notes this time.", nl=f"{named}: deze keer geen aantekeningen.")

    def meeting_with_minutes(self, meeting: Meeting) -> str:
        named = bold(meeting.title)
        return self.say(en=f"✓ {named}: the minutes are sent.", nl=f"✓ {named}: de notulen zijn verspreid.")

    def meeting_line(
        self, meeting: Meeting, zone: str, user: str, today: date, project_channel: str = ""
    ) -> str:
        """On the clocks of `zone`; `user` reads it, where its project is known without its channel."""
        asked = meeting.planned and user in meeting.people
        on, day = when(meeting, zone, today, self.language), local(meeting.starts_at, zone).date()
        if day >= today and not meeting.of_series:
            on = on.replace(near_day(day, today, self.language), due_from(day, today, self.language), 1)
        parts = (
            title(meeting),
            on,
            often(meeting, self.language) if meeting.series else "",
            self.meeting_answer(meeting.answers.get(user)).lower() if asked else "",
            " ".join(filter(None, (f"M-{meeting.number}", project_channel and channel(project_channel)))),
        )
        return " · ".join(filter(None, parts))

    def meeting_day(self, day: date, today: date) -> str:
        """Above the meetings of that day: Today, Wed 2 Dec"""
        told = (due_from if day >= today else near_day)(day, today, self.language)
        return told[0].upper() + told[1:]

    def meeting_of_day(self, meeting: Meeting, zone: str, user: str, project_channel: str) -> str:
        """Beneath its day, on the clocks of `zone`: 09:30–09:45 · Standup · every Monday · yes"""
        asked = meeting.planned and user in meeting.people
        starts, ends = local(meeting.starts_at, zone), local(meeting.ends_at, zone)
        parts = (
            f"{clock_time(starts, self.language)}–{clock_time(ends, self.language)}",
            title(meeting),
            often(meeting, self.language),
            self.meeting_answer(meeting.answers.get(user)).lower() if asked else "",
            f"M-{meeting.number} {channel(project_channel) if project_channel else ''}".strip(),
        )
        return " · ".join(filter(None, parts))
