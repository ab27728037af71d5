"""The digest in the channel, rendered again the same as long as no title is corrected."""

from datetime import datetime

from slack_sdk.models.blocks import Block, ButtonElement

from bot.core.context import Context, by_clock
from bot.core.jobs import Notice
from bot.core.ports import UnitOfWork
from bot.digests.digest import made
from bot.digests.model import Digest
from bot.people.hours import wants
from bot.people.preferences import Rule
from bot.texts import Texts
from handlers.digests import views
from handlers.slack.reply import Message


def headline(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    found = _made(uow, notice, now)
    return views.headline(found[0].project, found[1], texts) if found else None


def sponsor_row(
    uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime, _open: ButtonElement | None
) -> list[Block]:
    """In the sponsor's morning message; nothing to who is it no more, or turned it off."""
    found, sponsor = _made(uow, notice, now), uow.people.get(notice.team, notice.to)
    stays = sponsor is not None and wants(uow, sponsor, Rule.sponsor)
    if found is None or not stays or found[0].project.sponsor != notice.to:
        return []
    return [views.for_sponsor(found[0].project, found[1], texts)]


def detail(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    found = _made(uow, notice, now)
    return views.detail(*found, texts) if found and found[1] else None


def _made(uow: UnitOfWork, notice: Notice, now: datetime) -> tuple[Context, Digest] | None:
    project = uow.projects.get(notice.about["project"])
    if project is None:
        return None
    since, until = (datetime.fromisoformat(notice.about[end]) for end in ("since", "until"))
    ctx = by_clock(uow, now, project)
    return ctx, made(ctx, since, until)
