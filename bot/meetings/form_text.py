"""Sentences with which meetings are planned and moved; and why one cannot be."""

from typing import Literal

from bot.core.errors import (
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
from bot.core.language import Language
from bot.meetings.model import Meeting
from bot.meetings.text import title, when
from bot.text.formats import city
from bot.text.marks import code, mention
from bot.text.speaker import Refusals, Speaker


class MeetingFormTexts(Speaker):
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
            question = f"{meeting.title} will not be, and all who were asked are told at once."
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
    en="Say on which day: `friday`, `27 Nov` or `2026-11-27`.",
    nl="Zeg op welke dag: `vrijdag`, `27 november` of `27-11-2026`.",
)
REFUSALS[NoTime] = lambda say, _: say(
    en="Say at what time it starts: `14:00`.", nl="Zeg hoe laat het begint: `14:00`."
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
