"""Messages that become action items, and what becomes of the messages after."""

from datetime import datetime, timedelta
from functools import partial
from typing import Any

from bot.action_items.change import change, get
from bot.action_items.dependencies import responsible_for
from bot.action_items.facts import TAKEN
from bot.action_items.model import ActionItem, ActionItems, SourceNews, revised
from bot.core.changes import show, show_again
from bot.core.context import Context, PersonContext, by_clock, clock_context, sees
from bot.core.errors import Rejected
from bot.core.events import SOURCE_DELETED, SOURCE_EDITED
from bot.core.jobs import Notice, job_of
from bot.core.ports import UnitOfWork

PINNED = "action_items.pinned"
LOOK_UP = "action_items.look_up"
"""The job that asks Slack what a message says."""
TOO_LATE = timedelta(days=1)
"""Nobody remembers then what they pinned."""


class NotYours(Rejected):
    """Only its owner, or who is asked in their place, takes over a new text; None: nobody is."""

    owner: str | None


def is_pin(uow: UnitOfWork, team: str, channel: str, reaction: str) -> bool:
    """Whether this emoji puts messages of the channel forward."""
    project = uow.projects.of_channel(team, channel)
    return project is not None and bool(project.pin) and reaction.partition("::")[0] == project.pin


def pinned(ctx: PersonContext, channel: str, ts: str, reaction: str) -> None:
    """Find out what the message says, to ask `who` whether it is an action item; nobody else is told."""
    project = ctx.uow.projects.of_channel(ctx.who.team, channel)
    if project is None or not is_pin(ctx.uow, ctx.who.team, channel, reaction):
        return
    who = ctx.who
    if sees(ctx.uow, who, project):
        about = {"project": project.id, "team": who.team, "user": who.user, "channel": channel, "ts": ts}
        key, lane = f"look_up:{channel}:{ts}:{who.user}", f"look_up:{channel}"
        ctx.uow.jobs.add(job_of(LOOK_UP, key, lane, about, ctx.now, ctx.now + TOO_LATE))


def looked_up(uow: UnitOfWork, now: datetime, about: dict[str, Any], content: dict[str, str]) -> None:
    """`about` is the payload of the LOOK_UP, `content` the message's text, author and link."""
    source = f"{about['channel']}:{about['ts']}"
    uow.pending_requests.put(_key(source, about["user"]), about["user"], content, now)
    show(clock_context(uow, now), asking(about["team"], about["project"], about["user"], source), "pinned")


def put_forward(uow: UnitOfWork, source: str, user: str) -> dict[str, Any] | None:
    """The message that `user` put forward: its text, author and link."""
    return uow.pending_requests.get(_key(source, user), user)


def made(ctx: Context, item: ActionItem) -> None:
    """Tell who put its message forward what came of it."""
    if item.source_message:
        notice = asking(ctx.project.team, ctx.project.id, item.raised_by, item.source_message)
        show_again(ctx, notice, item.number)


def asking(team: str, project_id: int, user: str, source: str) -> Notice:
    return Notice(kind=PINNED, team=team, to=user, about={"project": project_id, "source": source})


def source_changed(ctx: PersonContext, source: str, text: str | None) -> None:
    """Note on items that their message was edited, into `text`, or deleted. Nobody did that to the items."""
    for item in ctx.uow.of(ActionItems).of_source(source):
        project = ctx.uow.projects.get(item.project_id)
        if project is None or project.team != ctx.who.team:
            continue
        news = SourceNews.deleted if text is None else SourceNews.edited
        if text == item.text:
            fields: dict[str, Any] = {"source_news": None, "source_text": None}
        else:
            fields = {"source_news": news, "source_text": text}
        what = SOURCE_DELETED if text is None else SOURCE_EDITED
        change(by_clock(ctx.uow, ctx.now, project), item.number, what, partial(revised, **fields))


def take_new_text(ctx: Context, number: int) -> ActionItem:
    """The message's present text, by whom it is asked of; taken once. Raise NotYours."""
    item = get(ctx, number)
    if responsible_for(item) != ctx.who.user:
        raise NotYours(responsible_for(item))
    text = item.source_text
    if text is None:
        return item

    def take(item: ActionItem) -> ActionItem:
        return revised(item, text=text, source_text=None, source_news=None)

    return change(ctx, number, TAKEN, take)


def _key(source: str, user: str) -> str:
    return f"pinned:{source}:{user}"
