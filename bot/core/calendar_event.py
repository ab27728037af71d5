"""A meeting as a calendar program wants to hear of it."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

ADDRESS = re.compile(r"[^\s<>\"\\,;:\x00-\x1f\x7f]+@[^\s<>\"\\,;:\x00-\x1f\x7f]+")


def is_address(email: str | None) -> bool:
    """Whether it is an e-mail address fit for a calendar, where it stands between other signs."""
    return email is not None and ADDRESS.fullmatch(email) is not None


def uid(team: str, project_id: int, named: str, begun: datetime) -> str:
    """A record's name for calendars. No other workspace or installation has it, nor a database that was begun
    anew, by `begun`, the moment at which the record was raised."""
    return f"{team}-{project_id}-{named}-{begun:%Y%m%dT%H%M%S}@spil"


class Attendance(StrEnum):
    """A person's answer, by the names of iCalendar."""

    needs_action = "NEEDS-ACTION"
    accepted = "ACCEPTED"
    declined = "DECLINED"
    tentative = "TENTATIVE"


@dataclass(frozen=True)
class Party:
    """Somebody invited; without an address a calendar cannot name them, and they are left out of the file."""

    name: str
    email: str | None
    required: bool = True
    attendance: Attendance = Attendance.needs_action


@dataclass(frozen=True)
class CalendarEvent:
    uid: str
    """The same for every version of the meeting."""
    sequence: int
    """One up at each change of time, place or people; a calendar ignores what is not newer."""
    starts: datetime
    ends: datetime
    summary: str
    zone: str = "UTC"
    """IANA name of the clock by which it was planned."""
    location: str = ""
    url: str = ""
    """Where one can join it."""
    description: str = ""
    organiser: Party | None = None
    parties: tuple[Party, ...] = ()
    cancelled: bool = False
    free: bool = False
    """It keeps nobody busy: whose calendar it is will not be there."""
    rule: str = ""
    """RRULE of a series, by days, whose first is that of `starts`."""
    slot: datetime | None = None
    """Of one of a series, which has the `uid` of that: when the series has it."""

    skipped: tuple[datetime, ...] = ()
    """When a series has one that is not for them, or cancelled."""
    otherwise: tuple["CalendarEvent", ...] = ()
    """Those of a series that are at another time."""

    @property
    def method(self) -> str:
        """Of RFC 5546. Without an organiser's address nobody can be answered, and no request is allowed."""
        if self.organiser is None or not is_address(self.organiser.email):
            return "PUBLISH"
        return "CANCEL" if self.cancelled else "REQUEST"

    def __post_init__(self) -> None:
        if self.starts.tzinfo is None or self.ends.tzinfo is None:
            raise ValueError("a calendar event is at an instant: its times need a zone")
        if self.ends < self.starts:
            raise ValueError("a calendar event does not end before it starts")
