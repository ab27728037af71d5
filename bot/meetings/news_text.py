"""Sentences about what changed of a meeting, against what somebody last heard of it."""

from datetime import date

from bot.core.calendar import local
from bot.meetings.model import Meeting
from bot.meetings.some_names import Names, people
from bot.meetings.text import place, title, when
from bot.text.formats import clock_time, near_moment
from bot.text.marks import bold
from bot.text.speaker import Speaker


class MeetingNewsTexts(Speaker):
    def meeting_news(
        self, before: Meeting, meeting: Meeting, came: Names, left: Names, zone: str, today: date
    ) -> str:
        """On the reader's own clock; who came and left besides them. Empty when all of it is as it was."""
        changed = self._news_time(before, meeting, zone, today) or self._news_place_or_title(before, meeting)
        added, gone = people(came, self.language), people(left, self.language)
        who = [
            self.say(en=f"also invited: {added}", nl=f"ook uitgenodigd: {added}") if added else "",
            self.say(en=f"no longer invited: {gone}", nl=f"niet meer uitgenodigd: {gone}") if gone else "",
        ]
        if not changed and any(who):
            changed = f"{title(meeting)}, {when(meeting, zone, today, self.language)}"
        return " · ".join(filter(None, (changed, *who)))

    def _news_time(self, before: Meeting, meeting: Meeting, zone: str, today: date) -> str:
        """The new one, what it was as far as that is another day, and with it what else is new."""
        new, old = when(meeting, zone, today, self.language), when(before, zone, today, self.language)
        if new == old:
            return ""
        named, where = self._news_title(before, meeting), self._news_place(before, meeting)
        if before.starts_at == meeting.starts_at and before.minutes != meeting.minutes:
            return self.say(en=f"{named} now takes *{new}*{where}", nl=f"{named} duurt nu *{new}*{where}")
        was = local(before.starts_at, zone)
        same_day = was.date() == local(meeting.starts_at, zone).date()
        day = clock_time(was, self.language) if same_day else near_moment(was, today, self.language)
        told = old if meeting.repeating else day
        return self.say(
            en=f"{named} moves to *{new}* (was {told}){where}",
            nl=f"{named} is verzet naar *{new}* (was {told}){where}",
        )

    def _news_place(self, before: Meeting, meeting: Meeting) -> str:
        if before.place == meeting.place or not meeting.place:
            return ""
        return f", {place(meeting.place)}" if meeting.link else f", in {place(meeting.place)}"

    def _news_title(self, before: Meeting, meeting: Meeting) -> str:
        if before.title == meeting.title:
            return title(meeting)
        return f"{title(meeting)} ({self.say(en='was', nl='was')} {bold(before.title)})"

    def _news_place_or_title(self, before: Meeting, meeting: Meeting) -> str:
        if before.place == meeting.place:
            if before.title == meeting.title:
                return ""
            return self.say(
                en=f"{bold(before.title)} is now called {title(meeting)}",
                nl=f"{bold(before.title)} heet nu {title(meeting)}",
            )
        named, there = self._news_title(before, meeting), place(meeting.place)
        if not there:
            return self.say(en=f"{named} has no place any more", nl=f"{named} heeft geen plaats meer")
        return self.say(
            en=f"{named} has another place: {there}",
            nl=f"{named} heeft een andere plaats: {there}",
        )
