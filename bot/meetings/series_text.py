"""Sentences about series of meetings."""

from datetime import date

from bot.core.calendar import local
from bot.meetings.model import Meeting
from bot.meetings.text import title, when
from bot.text.formats import near_day
from bot.text.marks import esc
from bot.text.speaker import Speaker, said


class MeetingSeriesTexts(Speaker):
    meeting_this_and_later = said(en="This and all later", nl="Deze en alle latere")
    meeting_later_alike = said(en="Later ones too", nl="Ook alle latere")
    meeting_skip = said(en="Skip it", nl="Sla over")

    def meeting_roles(self, chair: str, minute_taker: str) -> str:
        """Names, empty for nobody."""
        parts = (
            self.say(en=f"chair: {esc(chair)}", nl=f"voorzitter: {esc(chair)}") if chair else "",
            self.say(en=f"minutes: {esc(minute_taker)}", nl=f"notulist: {esc(minute_taker)}")
            if minute_taker
            else "",
        )
        return " · ".join(filter(None, parts))

    def meeting_cancel_which(self, meeting: Meeting) -> str:
        on = near_day(meeting.day, meeting.day, self.language)
        return self.say(
            en=f"{title(meeting)} on {on} is one of a series. Which won't take place?",
            nl=f"{title(meeting)} op {on} is er een van een reeks. Welke gaat niet door?",
        )

    def meeting_only_this(self, meeting: Meeting) -> str:
        on = near_day(meeting.day, meeting.day, self.language)
        return self.say(en=f"Only {on}", nl=f"Alleen {on}")

    def meeting_series_ended(self, series: Meeting, zone: str, today: date) -> str:
        """What is left of it."""
        if series.cancelled:
            return self.say(
                en=f"{title(series)}: all that were to come are cancelled.",
                nl=f"{title(series)}: alle komende keren zijn afgezegd.",
            )
        return self.meeting_series_stands(series, zone, today)

    def meeting_series_stands(self, series: Meeting, zone: str, today: date) -> str:
        return f"{title(series)}: *{when(series, zone, today, self.language)}*"

    def meeting_on_holiday(self, meeting: Meeting, zone: str, today: date) -> str:
        """To who organises the series."""
        on = near_day(local(meeting.starts_at, zone).date(), today, self.language)
        return self.say(
            en=f"{title(meeting)} falls on *{on}*, a public holiday.",
            nl=f"{title(meeting)} valt op *{on}*, een feestdag.",
        )
