"""Sentences about meetings."""

import re
from typing import NamedTuple

from bot.core.calendar import local
from bot.core.language import Language
from bot.meetings.model import Answer, Meeting, Status
from bot.meetings.noun import STATES
from bot.text.formats import city, length, period
from bot.text.marks import bold, channel, esc
from bot.text.speaker import Speaker

MARKS = {Status.planned: "", Status.held: "✓ ", Status.closed: "✓ ", Status.cancelled: "✗ "}

LINK = re.compile(r"https?://[^\s|]+")
"""Of an escaped text."""


class Names(NamedTuple):
    """Some people by name, and how many more there are."""

    names: list[str]
    more: int = 0


def title(meeting: Meeting) -> str:
    return f"{MARKS[Status(meeting.status)]}*M-{meeting.number}* · {esc(meeting.title)}"


def when(meeting: Meeting, zone: str, language: Language) -> str:
    starts, ends = local(meeting.starts_at, zone), local(meeting.ends_at, zone)
    return period(starts, ends, language)


def place(meeting: Meeting) -> str:
    """With its links to be pressed."""
    return LINK.sub(lambda found: f"<{found[0]}>", esc(meeting.place))


def _named(who: Names, more: str) -> str:
    """Names, not mentions: a mention would call each of them once more."""
    shown = ", ".join(map(esc, who.names))
    return shown + (f" {more}" if who.more else "")


class MeetingTexts(Speaker):
    _meeting_answers_en = {Answer.yes: "Yes", Answer.no: "No", Answer.maybe: "Maybe", None: "No answer yet"}
    _meeting_answers_nl = {
        Answer.yes: "Ja",
        Answer.no: "Nee",
        Answer.maybe: "Misschien",
        None: "Nog geen antwoord",
    }

    def meeting_title(self, meeting: Meeting) -> str:
        return title(meeting)

    def meeting_when(self, meeting: Meeting, zone: str) -> str:
        """On the clocks of `zone`."""
        return self.say(
            en=f"{when(meeting, zone, Language.en)} · {city(zone)} time",
            nl=f"{when(meeting, zone, Language.nl)} · tijdzone {city(zone)}",
        )

    def meeting_facts(self, meeting: Meeting, organiser: str) -> str:
        by = self.say(en=f"organised by {esc(organiser)}", nl=f"georganiseerd door {esc(organiser)}")
        return " · ".join(filter(None, (length(meeting.minutes, self.language), place(meeting), by)))

    def meeting_status(self, meeting: Meeting) -> str:
        return STATES[Status(meeting.status)].in_language(self.language)

    def meeting_answer(self, answer: Answer | None) -> str:
        return self.say(en=self._meeting_answers_en[answer], nl=self._meeting_answers_nl[answer])

    def meeting_answers(self, answer: Answer | None, count: int, who: Names) -> str:
        return self.say(
            en=f"{self._meeting_answers_en[answer]} ({count}): {_named(who, f'and {who.more} more')}",
            nl=f"{self._meeting_answers_nl[answer]} ({count}): {_named(who, f'en nog {who.more}')}",
        )

    def meeting_asked_by(self, organiser: str, project_channel: str) -> str:
        return self.say(
            en=f"{bold(organiser)} asks you to a meeting in {channel(project_channel)}:",
            nl=f"{bold(organiser)} nodigt je uit voor een overleg in {channel(project_channel)}:",
        )

    def meeting_of_your_own(self, project_channel: str) -> str:
        return self.say(
            en=f"Your meeting in {channel(project_channel)}:",
            nl=f"Jouw overleg in {channel(project_channel)}:",
        )

    def meeting_your_answer(self, answer: Answer | None) -> str:
        return self.say(
            en="Will you come?"
            if answer is None
            else f"Your answer: *{self._meeting_answers_en[answer].lower()}*",
            nl="Kom je?"
            if answer is None
            else f"Jouw antwoord: *{self._meeting_answers_nl[answer].lower()}*",
        )

    def meeting_not_asked_any_more(self, meeting: Meeting) -> str:
        return self.say(
            en=f"{title(meeting)}\nYou are no longer needed at this meeting.",
            nl=f"{title(meeting)}\nJe hoeft niet meer bij dit overleg te zijn.",
        )

    def meeting_moved(self, before: Meeting, meeting: Meeting, zone: str) -> str:
        old, new = when(before, zone, self.language), when(meeting, zone, self.language)
        return self.say(
            en=f"{title(meeting)} is moved from {old} to *{new}* · {city(zone)} time.",
            nl=f"{title(meeting)} is verzet van {old} naar *{new}* · tijdzone {city(zone)}.",
        )

    def meeting_changed(self, meeting: Meeting) -> str:
        en, nl = (f" It is at: {place(meeting)}", f" Plaats: {place(meeting)}") if meeting.place else ("", "")
        return self.say(
            en=f"{title(meeting)} has changed; its time stays.{en}",
            nl=f"{title(meeting)} is gewijzigd; de tijd blijft gelijk.{nl}",
        )

    def meeting_was_cancelled(self, meeting: Meeting, zone: str) -> str:
        return self.say(
            en=f"{title(meeting)} of {when(meeting, zone, Language.en)} is *cancelled*.",
            nl=f"{title(meeting)} van {when(meeting, zone, Language.nl)} *gaat niet door*.",
        )

    def meeting_on_again(self, meeting: Meeting, zone: str) -> str:
        return self.say(
            en=f"{title(meeting)} of {when(meeting, zone, Language.en)} *takes place after all*.",
            nl=f"{title(meeting)} van {when(meeting, zone, Language.nl)} *gaat toch door*.",
        )

    def meeting_soon(self, meeting: Meeting, zone: str) -> str:
        at = self.say(en="At", nl="Om")
        where = f" · {place(meeting)}" if meeting.place else ""
        return f"{at} {local(meeting.starts_at, zone):%H:%M}: {title(meeting)}{where}"

    def meeting_file(self, *, cancelled: bool) -> str:
        return self.say(
            en="Open this to take it out of your calendar." if cancelled else "For your calendar.",
            nl="Open dit om het uit je agenda te halen." if cancelled else "Voor in je agenda.",
        )

    def meeting_notes_wanted(self, meeting: Meeting) -> str:
        return self.say(
            en=f"{title(meeting)} is over. Do you have notes? I find the decisions and action items in them.",
            nl=(
                f"{title(meeting)} is voorbij. Heb je aantekeningen? Ik vind er de besluiten en "
                "actiepunten in."
            ),
        )

    def meeting_line(self, meeting: Meeting, zone: str, user: str, project_channel: str = "") -> str:
        """On the clocks of `zone`; `user` reads it, where its project is known without its channel."""
        asked = meeting.planned and user in meeting.people
        parts = (
            title(meeting),
            when(meeting, zone, self.language),
            channel(project_channel) if project_channel else "",
            self.meeting_answer(meeting.answers.get(user)).lower() if asked else "",
        )
        return " · ".join(filter(None, parts))
