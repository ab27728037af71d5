"""The bot's own presence: arriving in a channel, or no longer in it; and facts about projects that others may
subscribe to."""

from dataclasses import dataclass
from datetime import UTC, datetime

from bot.core.changes import show
from bot.core.context import PersonContext
from bot.core.jobs import Notice, channel_subject
from bot.core.language import Language
from bot.core.people import Person

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class ProjectChanged:
    """The context's project was set up, or its settings were changed."""


@dataclass(frozen=True)
class SettingsProposed:
    """The project manager is to decide on settings."""

    question: Notice


def arrive(ctx: PersonContext, channel: str, inviter: Person | None) -> None:
    """Greet a channel that the bot was brought into, once, unless it is at work with us already."""
    uow, team = ctx.uow, ctx.who.team
    ask_anew(ctx, channel)
    if inviter is None or uow.projects.of_channel(team, channel):
        return
    if not uow.claim_key(greeting(team, channel), ctx.now):
        return
    stands = any(uow.sent_messages.get(welcome(team, channel, language).key) for language in Language)
    if not stands:
        show(ctx, welcome(team, channel, inviter.language), "arrival")


def shut_out(ctx: PersonContext, channel: str) -> None:
    """Know of nobody in a channel that the bot was removed from, or that was archived."""
    ctx.uow.people.put_members(ctx.who.team, channel, (), known_at=ctx.now)


def ask_anew(ctx: PersonContext, channel: str) -> None:
    """Let the next act in the channel ask Slack who is present.

    Who is known stays known until then: our own arrival may be told while the act that brought us in goes on.
    """
    people, team = ctx.uow.people, ctx.who.team
    people.put_members(team, channel, people.members(team, channel), known_at=LONG_AGO)


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
