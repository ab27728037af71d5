"""Who is present where: the bot arriving in a channel, or no longer in it."""

from datetime import UTC, datetime

from bot.core.changes import show
from bot.core.jobs import Notice, channel_subject
from bot.core.language import Language
from bot.core.people import Person
from bot.core.ports import UnitOfWork

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


def arrive(uow: UnitOfWork, now: datetime, team: str, channel: str, inviter: Person | None) -> None:
    """We were brought into a channel: greet it, once, unless it is at work with us already."""
    ask_anew(uow, team, channel)
    if (
        inviter is None
        or uow.projects.of_channel(team, channel)
        or not uow.claim_key(greeting(team, channel), now)
    ):
        return
    stands = any(uow.sent_messages.get(welcome(team, channel, language).key) for language in Language)
    if not stands:
        show(uow, now, welcome(team, channel, inviter.language), "arrival")


def shut_out(uow: UnitOfWork, now: datetime, team: str, channel: str) -> None:
    """We were removed from it, or it was archived: we know of nobody there."""
    uow.people.put_members(team, channel, (), known_at=now)


def ask_anew(uow: UnitOfWork, team: str, channel: str) -> None:
    """The next act there asks Slack who is present."""
    uow.people.put_members(team, channel, (), known_at=LONG_AGO)


def greeting(team: str, channel: str) -> str:
    """Taken once: by the welcome, or by whoever made us join without being invited."""
    return f"greeting:{team}:{channel}"


def welcome(team: str, channel: str, language: Language, *, only_update: bool = False) -> Notice:
    return Notice(
        kind=f"projects.welcome.{language}",
        team=team,
        to=channel,
        only_update=only_update,
        goes_with=channel_subject(team, channel),
    )
