"""Sentences about meetings, and why one cannot be planned or changed."""

import re
from datetime import timedelta
from typing import Literal, NamedTuple

from bot.core.calendar import local
from bot.core.language import Both, Language
from bot.meetings.errors import (
    MeetingOver,
    NobodyElse,
    NoDay,
    NotAsked,
    NoTime,
    NoTitle,
    NotOrganiser,
    OddLength,
    OnlyOnce,
)
from bot.meetings.model import Answer, Meeting, Status
from bot.meetings.noun import STATES
from bot.text.formats import city, length, period
from bot.text.marks import bold, channel, code, esc, mention
from bot.text.speaker import Refusals, Speaker

ANSWERS = {
    Answer.yes: Both("Yes", "Ja"),
    Answer.no: Both("No", "Nee"),
    Answer.maybe: Both("Maybe", "Misschien"),
    None: Both("No answer yet", "Nog geen antwoord"),
}
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
    """In the hour that comes twice its end goes on from its start, with what the clock shows by then."""
    starts, ends = local(meeting.starts_at, zone), local(meeting.ends_at, zone)
    if ends > starts:
        return period(starts, ends, language)
    told = period(starts, starts + timedelta(minutes=meeting.minutes), language)
    clock = {Language.en: "summer time; the clock then says", Language.nl: "zomertijd; de klok staat dan op"}
    return f"{told}, {clock[language]} {ends:%H:%M}"


def place(meeting: Meeting) -> str:
    """With its links to be pressed."""
    return LINK.sub(lambda found: f"<{found[0]}>", esc(meeting.place))


class MeetingTexts(Speaker):
    def meeting_title(self, meeting: Meeting) -> str:
        """With its status, unless it is still to come."""
        status = STATES[Status(meeting.status)].in_language(self.language)
        return title(meeting) if meeting.planned else f"{title(meeting)} · *{status}*"

    def meeting_when(self, meeting: Meeting, zone: str) -> str:
        """On the clocks of `zone`."""
        told = when(meeting, zone, self.language)
        return self.say(en=f"{told} · {city(zone)} time", nl=f"{told} · tijdzone {city(zone)}")

    def meeting_facts(self, meeting: Meeting, organiser: str) -> str:
        by = self.say(en=f"organised by {esc(organiser)}", nl=f"georganiseerd door {esc(organiser)}")
        return " · ".join(filter(None, (length(meeting.minutes, self.language), place(meeting), by)))

    def meeting_answer(self, answer: Answer | None) -> str:
        return ANSWERS[answer].in_language(self.language)

    def meeting_answers(self, answer: Answer | None, count: int, who: Names) -> str:
        """Names, not mentions: a mention would call each of them once more."""
        more = self.say(en=f" and {who.more} more", nl=f" en nog {who.more}") if who.more else ""
        return f"{self.meeting_answer(answer)} ({count}): {', '.join(map(esc, who.names))}{more}"

    def meeting_departed(self, count: int, who: Names) -> str:
        """On the card, beneath the answers of those who are there."""
        more = self.say(en=f" and {who.more} more", nl=f" en nog {who.more}") if who.more else ""
        head = self.say(en="No longer in this project", nl="Niet meer in dit project")
        return f"{head} ({count}): {', '.join(map(esc, who.names))}{more}"

    def meeting_invitee_left(self, meeting: Meeting, who: str, project_channel: str, zone: str) -> str:
        """To who organises it."""
        there, on = channel(project_channel), when(meeting, zone, self.language)
        return self.say(
            en=f"{bold(who)} is no longer in {there}, and was asked to {title(meeting)}, {on}. "
            "Does somebody else have to come?",
            nl=f"{bold(who)} zit niet meer in {there}, en was uitgenodigd voor {title(meeting)}, {on}. "
            "Moet er iemand anders bij zijn?",
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
        if answer is None:
            return self.say(en="Will you come?", nl="Kom je?")
        given = self.meeting_answer(answer).lower()
        return self.say(en=f"Your answer: *{given}*", nl=f"Jouw antwoord: *{given}*")

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
        named, on = title(meeting), when(meeting, zone, self.language)
        return self.say(en=f"{named} of {on} is *cancelled*.", nl=f"{named} van {on} *gaat niet door*.")

    def meeting_on_again(self, meeting: Meeting, zone: str) -> str:
        named, on = title(meeting), when(meeting, zone, self.language)
        return self.say(
            en=f"{named} of {on} *takes place after all*.", nl=f"{named} van {on} *gaat toch door*."
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

    def meeting_incomplete(self, *, new: bool) -> str:
        return self.say(
            en="Not planned yet:" if new else "Nothing is changed yet:",
            nl="Nog niet gepland:" if new else "Er is nog niets gewijzigd:",
        )

    def meeting_which(self, phrase: str) -> str:
        return self.say(
            en=f"{code(phrase)} can be more than one moment. Which do you mean?",
            nl=f"{code(phrase)} kan meer dan één moment zijn. Welk bedoel je?",
        )

    def meeting_clock_change(self, meeting: Meeting, change: Literal["skipped", "doubled"]) -> str:
        told = f"{title(meeting)}, {when(meeting, meeting.zone, self.language)}"
        if change == "skipped":
            return self.say(
                en=f"The clock goes forward then and skips the time that you gave. It is now {told}.",
                nl=f"De klok gaat dan vooruit en slaat deze tijd over. Het wordt {told}.",
            )
        return self.say(
            en=f"The clock goes back then, so this time comes twice; the first is meant: {told}.",
            nl=f"De klok gaat dan terug, dus deze tijd komt twee keer; de eerste is bedoeld: {told}.",
        )

    def meeting_zone_hint(self, zone: str) -> str:
        return self.say(en=f"{city(zone)} time", nl=f"Tijdzone {city(zone)}")

    def meeting_open_form(self) -> str:
        return self.say(en="Fill in the form", nl="Vul het formulier in")

    def meeting_none_next(self) -> str:
        return self.say(
            en="You have no meeting ahead, in any of your projects.",
            nl="Je hebt geen overleg in het vooruitzicht, in geen van je projecten.",
        )

    def meeting_move(self) -> str:
        return self.say(en="Move", nl="Verzetten")

    def meeting_cancel_sure(self, meeting: Meeting) -> tuple[str, str, str, str]:
        """Title, question, yes, no."""
        if self.language == Language.en:
            question = f"{meeting.title} won't take place, and all who were asked are told at once."
            return "Cancel this meeting?", question, "Cancel it", "Keep it"
        question = f"{meeting.title} gaat dan niet door en alle genodigden horen het meteen."
        return "Dit overleg afzeggen?", question, "Afzeggen", "Laten staan"

    def meeting_write_minutes(self) -> str:
        return self.say(en="Write minutes", nl="Notulen maken")


REFUSALS = Refusals()
REFUSALS[NoTitle] = lambda say, _: say(
    en="Say what the meeting is about.", nl="Zeg waar het overleg over gaat."
)
REFUSALS[NobodyElse] = lambda say, _: say(
    en="Say who should come besides you: type @ and choose a colleague. I invite nobody unasked.",
    nl="Zeg wie er naast jou bij moet zijn: typ @ en kies een collega. Ik nodig niemand vanzelf uit.",
)
REFUSALS[NoDay] = lambda say, _: say(
    en="Say on which day: `tomorrow`, `friday` or `in 2 weeks`.",
    nl="Zeg op welke dag: `morgen`, `vrijdag` of `over 2 weken`.",
)
REFUSALS[NoTime] = lambda say, it: say(
    en=(f"No clock shows {code(it.typed)}. " if it.typed else "") + "Say at what time it starts: `14:00`.",
    nl=(f"{code(it.typed)} staat op geen klok. " if it.typed else "") + "Zeg hoe laat het begint: `14:00`.",
)
REFUSALS[OnlyOnce] = lambda say, _: say(
    en="I plan one meeting at a time, not a series. Give the day of one.",
    nl="Ik plan één overleg tegelijk, geen reeks. Geef de dag van één keer.",
)
REFUSALS[OddLength] = lambda say, it: say(
    en=f"A meeting takes {it.shortest} minutes to {it.longest // 60} hours.",
    nl=f"Een overleg duurt {it.shortest} minuten tot {it.longest // 60} uur.",
)
REFUSALS[NotOrganiser] = lambda say, it: say(
    en=f"Only {mention(it.organiser)}, whose meeting it is, and the project manager can do that.",
    nl=f"Dat kan alleen {mention(it.organiser)}, van wie het overleg is, of de projectmanager.",
)
REFUSALS[NotAsked] = lambda say, it: say(
    en=f"You are not asked to meeting {it.number}, so it needs no answer of yours.",
    nl=f"Je bent niet uitgenodigd voor overleg {it.number}, dus je hoeft niet te antwoorden.",
)
REFUSALS[MeetingOver] = lambda say, it: say(
    en=f"Meeting {it.number} is {'cancelled' if it.cancelled else 'over'}; nothing about it can change.",
    nl=f"Overleg {it.number} {'gaat niet door' if it.cancelled else 'is voorbij'}; "
    "er valt niets meer aan te wijzigen.",
)
