"""Contact hours: a person's working days, on their own clock, outside their quiet hours."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.core.calendar import instant, local
from bot.people.preferences import Absence, Preferences

DAY = timedelta(days=1)


@dataclass(frozen=True)
class ContactHours:
    """All that decides when a person is sent something unasked."""

    preferences: Preferences
    holidays: Container[date]
    absences: Sequence[Absence]
    zone: str

    def away(self, day: date) -> bool:
        return any(absence.holds(day) for absence in self.absences)

    def works(self, day: date) -> bool:
        """By their pattern of the week, no public holiday, and not away."""
        in_week = day.weekday() in self.preferences.working_days
        return in_week and day not in self.holidays and not self.away(day)

    def inside(self, moment: datetime) -> bool:
        """Whether the aware `moment` lies in their hours."""
        here = local(moment, self.zone)
        return self.works(here.date()) and self.preferences.awake(here.time())

    def next_moment(self, after: datetime) -> datetime:
        """The first moment of their hours, `after` itself when that is one."""
        if self.inside(after):
            return after
        starts = (time(), self.preferences.quiet_until)
        return self._first(after, starts)

    def next_bundle(self, after: datetime) -> datetime:
        """The next of their mornings, later than `after`."""
        return self._first(after + timedelta(microseconds=1), (self._morning,))

    def bundle_of(self, day: date) -> datetime | None:
        """Their morning of that day; None when they have none."""
        return self._at(day, self._morning)

    def evening(self, moment: datetime) -> datetime:
        """The end of the hours that `moment` lies in: at the latest that of the day."""
        here = local(moment, self.zone)
        quiet = datetime.combine(here.date(), self.preferences.quiet_from)
        ends = quiet if quiet > here else datetime.combine(here.date() + DAY, time())
        return instant(ends, self.zone)

    @property
    def _morning(self) -> time:
        """Quiet hours go before a morning that lies in them."""
        wanted = self.preferences.morning
        return wanted if self.preferences.awake(wanted) else self.preferences.quiet_until

    def _first(self, after: datetime, times: Sequence[time]) -> datetime:
        # Ends: absences do, and no country has a holiday on each Monday of a year.
        day = local(after, self.zone).date()
        while True:
            moments = [moment for at in times if (moment := self._at(day, at)) and moment >= after]
            if moments:
                return min(moments)
            day += DAY

    def _at(self, day: date, at: time) -> datetime | None:
        """None when they do not work then; a clock change can move a time into their quiet hours."""
        if not self.works(day):
            return None
        moment = instant(datetime.combine(day, at), self.zone)
        return moment if self.inside(moment) else None
