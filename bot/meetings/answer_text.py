"""Sentences about who can't come, why, and when they could."""

from collections.abc import Sequence
from datetime import date, datetime

from bot.core.calendar import instant, local
from bot.meetings.model import Answer, Meeting
from bot.meetings.text import ANSWERS, often, title
from bot.text.formats import near_moment
from bot.text.marks import bold, esc
from bot.text.speaker import Speaker, said


class MeetingAnswerTexts(Speaker):
    meeting_say_why = said(en="Say why", nl="Zeg waarom")
    meeting_another_time = said(en="Another time?", nl="Ander moment?")
    meeting_why = said(en="Why can't you come?", nl="Waarom kun je niet?")
    meeting_other_day = said(en="Which day would suit you?", nl="Welke dag komt je uit?")
    meeting_other_start = said(en="Starts at", nl="Begint om")
    meeting_find_another = said(en="Find another moment", nl="Zoek een ander moment")
    meeting_without_them = said(en="Go ahead without", nl="Ga door zonder hen")
    meeting_move_there = said(en="Move it there", nl="Daarheen verzetten")
    meeting_keep_it = said(en="Keep it", nl="Zo laten")

    def meeting_answered_to_you(
        self, meeting: Meeting, who: str, user: str, zone: str, today: date, *, asks: bool = False
    ) -> str:
        """To who organises it, of `user` by name, who said no; what they answer afterwards is told there too.
        `asks`: with the other time that they ask for."""
        about = self._refused_meeting(meeting, zone, today)
        given = meeting.answers.get(user)
        if given is None:
            return about
        if given != Answer.no:
            answer = ANSWERS[given].in_language(self.language).lower()
            return self.say(
                en=f"{bold(who)} now says *{answer}* to {about}.",
                nl=f"{bold(who)} zegt nu *{answer}* op {about}.",
            )
        return self._refusal(meeting, who, user, about) + self._refusal_besides(
            meeting, user, zone, today, asks=asks
        )

    def meeting_all_can(self, meeting: Meeting, moments: Sequence[datetime], zone: str, today: date) -> str:
        told = " · ".join(self._asked_moment(meeting, each, zone, today) for each in moments)
        return self.say(
            en=f"As far as I can see, all who are needed can: {told}",
            nl=f"Voor zover ik zie kan iedereen die nodig is: {told}",
        )

    def meeting_kept(self, meeting: Meeting, who: str, zone: str, today: date) -> str:
        """To who asked for another time; `who` organises it."""
        at = near_moment(local(meeting.starts_at, zone), today, self.language)
        return self.say(
            en=f"{bold(who)} keeps *{at}* for {title(meeting)}.",
            nl=f"{bold(who)} houdt *{at}* aan voor {title(meeting)}.",
        )

    def meeting_goes_ahead(self, meeting: Meeting, who: str) -> str:
        return self.say(
            en=f"{title(meeting)} goes ahead without {esc(who)}.",
            nl=f"{title(meeting)} gaat door zonder {esc(who)}.",
        )

    def meeting_you_ask_for(self, meeting: Meeting, at: datetime, zone: str, today: date) -> str:
        told = self._asked_moment(meeting, at, zone, today)
        return self.say(en=f"you asked for *{told}*", nl=f"je vroeg om *{told}*")

    def _refusal(self, meeting: Meeting, who: str, user: str, about: str) -> str:
        if meeting.is_needed(user):
            return self.say(
                en=f"{bold(who)} can't come to {about}, and they're needed.",
                nl=f"{bold(who)} kan niet bij {about} zijn, en is wel nodig.",
            )
        return self.say(
            en=f"{bold(who)} can't come to {about}. It goes ahead without them.",
            nl=f"{bold(who)} kan niet bij {about} zijn. Het gaat zonder hen door.",
        )

    def _refusal_besides(self, meeting: Meeting, user: str, zone: str, today: date, *, asks: bool) -> str:
        """When they could, and why not then."""
        said = meeting.apologies.get(user)
        instead = meeting.instead_of(user) if asks else None
        at = self._asked_moment(meeting, instead, zone, today) if instead else ""
        asked = self.say(en=f" Could it be *{at}*?", nl=f" Kan het *{at}*?") if at else ""
        return asked + (f"\n> {esc(said.reason)}" if said and said.reason else "")

    def _refused_meeting(self, meeting: Meeting, zone: str, today: date) -> str:
        if meeting.of_series:
            return f"{title(meeting)}, {often(meeting, self.language)}"
        return f"{title(meeting)}, {near_moment(local(meeting.starts_at, zone), today, self.language)}"

    def _asked_moment(self, meeting: Meeting, at: datetime, zone: str, today: date) -> str:
        """`at` is by the meeting's wall clock, told on that of `zone`."""
        return near_moment(local(instant(at, meeting.zone), zone), today, self.language)
