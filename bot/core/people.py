"""People as Slack knows them."""

from enum import StrEnum

from pydantic import AwareDatetime
from sqlalchemy import String
from sqlmodel import Field

from bot.core.language import Language
from bot.core.values import StoredValue


class Kind(StrEnum):
    member = "member"
    guest = "guest"
    stranger = "stranger"
    """Somebody of another workspace, in a shared channel."""
    bot = "bot"


class Person(StoredValue):
    team: str
    user: str
    name: str
    """As they are called in Slack."""
    full_name: str = ""
    """As notes may call them; empty when Slack does not tell."""
    email: str | None = None
    zone: str = "UTC"
    language: Language = Field(default=Language.en, sa_type=String(32))
    kind: Kind = Field(default=Kind.member, sa_type=String(32))
    gone: bool = False
    """Deactivated: a message to them would succeed and nobody would read it."""
    dm: str | None = None
    """The channel of our direct messages with them, once opened."""
    known_at: AwareDatetime
    """The moment at which Slack last told us; older than a few minutes is asked again."""


def as_stranger(person: Person) -> Person:
    """For an act that they do from another workspace, whatever we know of them otherwise."""
    return person.evolve(kind=Kind.stranger)
