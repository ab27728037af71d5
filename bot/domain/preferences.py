"""How a person wants to be reminded, and when he is away."""

from datetime import date, time
from enum import StrEnum

from sqlalchemy import JSON, String
from sqlmodel import Field, SQLModel


class Profile(StrEnum):
    """How much is told unasked."""

    light = "light"
    standard = "standard"
    active = "active"


class Preferences(SQLModel):
    team: str
    user: str
    profile: Profile = Field(default=Profile.standard, sa_type=String(32))
    working_days: list[int] = Field(default_factory=lambda: [0, 1, 2, 3, 4], sa_type=JSON)
    """His part-time pattern: weekdays, Monday is 0."""
    morning: time = time(9)
    """When his bundle comes, on his own clock."""
    quiet_from: time = time(18)
    quiet_until: time = time(8)
    """Nothing is sent unasked between these, over midnight when the first is later."""
    country: str = "NL"
    """ISO code of the country whose public holidays are his days off; empty for none."""
    off: list[str] = Field(default_factory=list, sa_type=JSON)
    """Rules of reminding that he has turned off, by name."""


class Absence(SQLModel):
    """Days on which nothing is asked of somebody. What kind of leave it is, nobody asks."""

    id: int = 0
    """0 until it is stored."""
    team: str
    user: str
    first: date
    last: date
    """The last day away, included."""
    deputy: str | None = None
    """User id of who gets the bundle meanwhile."""

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last
