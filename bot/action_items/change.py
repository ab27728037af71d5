"""Use cases that create and change one action item, also from a message."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any, Unpack

from bot.action_items import model as rules
from bot.action_items.dependencies import NoRepetition, Terms, responsible_for, with_terms
from bot.action_items.facts import NOUN, TAKEN, changed
from bot.action_items.model import ActionItem, ActionItems, SourceNews, Status, revised
from bot.action_items.noun import ACTION_ITEM
from bot.action_items.validated import agreed, check_due, check_owner
from bot.core import records
from bot.core.context import Context, PersonContext, by_clock, clock_context, sees, show, show_again
from bot.core.errors import REASON_LIMIT, AlreadyDone, Misfilled, Rejected, check_length
from bot.core.events import SOURCE_DELETED, SOURCE_EDITED
from bot.core.jobs import Notice, job_of
from bot.core.ports import UnitOfWork
from bot.dates.due import start_day
from bot.dates.reader import Unreadable
from bot.dates.rrule import read_recurrence

Revise = Callable[[ActionItem], ActionItem]
SLIP = timedelta(minutes=10)
"""So long after it was added, and untouched, a date is put right rather than moved by who added it."""


def create(
    ctx: Context,
    *,
    source: str | None = None,
    source_message: str | None = None,
    past: bool = True,
    named: str = "",
    **terms: Unpack[Terms],
) -> ActionItem:
    """Raise an action item; raise what is wrong, of several reasons the first.

    `past`: a due date that is over is fine, as in minutes of last week. `named`: an owner from outside, known
    by name alone.
    """
    given = _agreed(ctx, {"text": "", **terms}, past=past)
    item = ActionItem(
        **{**given, "outside": named} if named and not given.get("owner") else given,
        project_id=ctx.project.id,
        number=ctx.uow.next_number(ctx.project.id, NOUN),
        raised_by=ctx.who.user,
        raised_at=ctx.now,
        original_due=given.get("due"),
        source=source or (ctx.said.link if ctx.said else None),
        source_message=source_message or (ctx.said.message if ctx.said else None),
    )
    ctx.uow.of(ActionItems).add(item)
    changed(ctx, "created", None, item)
    return item


def finish(ctx: Context, number: int) -> ActionItem:
    """Done; done again is the same. Raise AlreadyDone for what was cancelled meanwhile."""
    if get(ctx, number).status is Status.cancelled:
        raise AlreadyDone(NOUN, number, Status.cancelled)
    return _set_status(ctx, number, Status.done, "done")


def reopen(ctx: Context, number: int) -> ActionItem:
    return _set_status(ctx, number, Status.open, "reopened")


def drop(ctx: Context, number: int) -> ActionItem:
    """Cancelled: it need not be done any more, and stays in the log."""
    return _set_status(ctx, number, Status.cancelled, "cancelled")


def give(ctx: Context, number: int, owner: str | None) -> ActionItem:
    """Make `owner` the one who does it; raise why they cannot be."""
    check_owner(ctx, owner)
    return change(ctx, number, "given", lambda item: rules.revised(item, owner=owner))


def set_due(
    ctx: Context, number: int, due: date | None, *, because: str = "", past: bool = False
) -> ActionItem:
    """`because`: why it moves, if that is told; `past`: a day that is over is meant."""
    if not past:
        check_due(ctx, due)
    because = checked_reason(because)

    def moved(item: ActionItem) -> ActionItem:
        own = item.version == 1 and item.raised_by == ctx.who.user and not because
        slip = own and ctx.now - item.raised_at <= SLIP
        return rules.with_due(item.evolve(due=None, original_due=None) if slip else item, due, because)

    return change(ctx, number, "due", moved)


def name_again(
    ctx: Context, number: int, minutes: int, owner: str | None = None, due: date | None = None
) -> ActionItem:
    """Minutes name it, with the owner and the date that they give it, if any; raise why they cannot be."""
    check_owner(ctx, owner)

    def named(item: ActionItem) -> ActionItem:
        numbers = list(dict.fromkeys((*item.named_in, minutes)))
        item = rules.revised(item, named_in=numbers, owner=owner or item.owner)
        return rules.with_due(item, due) if due and due != item.due else item

    return change(ctx, number, "named", named)


def get(ctx: Context, number: int) -> ActionItem:
    """Raise UnknownNumber."""
    return records.get(ctx, ACTION_ITEM, number)


def checked_reason(reason: str) -> str:
    reason = reason.strip()
    check_length(reason, REASON_LIMIT)
    return reason


def _set_status(ctx: Context, number: int, status: Status, what: str) -> ActionItem:
    return change(ctx, number, what, lambda item: rules.with_status(item, status, ctx.now))


def change(ctx: Context, number: int, what: str, revise: Revise) -> ActionItem:
    """Keep and show the revised item, with what that settles; one that would stay as it is, is left alone."""

    def settled(before: ActionItem) -> ActionItem:
        return rules.reconciled(before, revise(before), ctx.who.user, ctx.now)

    return records.change(ctx, ACTION_ITEM, number, what, settled)


def wait_for(ctx: Context, number: int, first: int) -> ActionItem:
    """Until `first` is closed. Raise UnknownNumber, ClosedAlready or WaitsInCircle."""
    return agree(ctx, number, "waits", {"waits_for": first})


def wait_on(ctx: Context, number: int, words: str) -> ActionItem:
    """Until somebody says that it can go on, besides another item that it waits for."""
    return agree(ctx, number, "waits", {"waits_on": words})


def go_on(ctx: Context, number: int) -> ActionItem:
    return agree(ctx, number, "goes_on", {"waits_for": None, "waits_on": None})


def set_helpers(ctx: Context, number: int, helpers: list[str]) -> ActionItem:
    return agree(ctx, number, "helpers", {"helpers": helpers})


def give_outside(ctx: Context, number: int, owner: Terms) -> ActionItem:
    """To a name and an address; whoever of the workspace has that address becomes the owner."""
    return agree(ctx, number, "given", owner)


def repeat(ctx: Context, number: int, rule: str | None) -> ActionItem:
    """By a rule of iCalendar; None: it does not come back any more."""
    return agree(ctx, number, "repeats", {"repeats": rule})


def repeat_typed(ctx: Context, number: int, phrase: str) -> ActionItem:
    """In words. Raise NoRepetition, or Ambiguous with all that it may mean."""
    try:
        found = read_recurrence(phrase, ctx.now, ctx.project.zone, ctx.languages)
    except Unreadable as unclear:
        raise NoRepetition(phrase) from unclear
    return repeat(ctx, number, found.rrule)


def start_typed(ctx: Context, number: int, phrase: str) -> ActionItem:
    """From a day in words on; without one at once. Raise Unreadable."""
    day = start_day(phrase, ctx.now, ctx.project.zone, ctx.languages) if phrase else None
    if phrase and day is None:
        raise Unreadable(phrase)
    return agree(ctx, number, "starts", {"starts": day})


def agree(ctx: Context, number: int, what: str, terms: Terms) -> ActionItem:
    given = _agreed(ctx, terms, get(ctx, number))
    return change(ctx, number, what, lambda item: with_terms(item, given))


def _agreed(ctx: Context, terms: Terms, item: ActionItem | None = None, *, past: bool = False) -> Terms:
    """Raise what is wrong, of several reasons the first."""
    try:
        return agreed(ctx, terms, item, past=past)
    except Misfilled as wrong:
        raise next(iter(wrong.reasons.values())) from wrong


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
