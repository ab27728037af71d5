"""Going through the proposals of a concept: each is accepted, edited or dropped by a person."""

from datetime import date

from bot.action_items.validated import check_owner
from bot.core.access import people_of
from bot.core.context import Context
from bot.core.errors import BeforeMeeting, NoText, TooLong, UnknownNumber
from bot.core.limits import TEXT_LIMIT
from bot.minutes.find import changed_since, in_charge
from bot.minutes.model import ACTION, DECISION, Item, Minutes, Verdict, clean, with_item, with_items
from bot.minutes.notifications import NOUN, log, show_concept
from bot.minutes.ports import MinutesBook


def judge(ctx: Context, number: int, index: int, verdict: Verdict) -> Minutes:
    """Accept or drop one, or open it again; the same again is the same."""
    minutes = in_charge(ctx, number)
    item = item_of(minutes, index)
    if verdict is Verdict.accepted:
        check_owner(ctx, item.owner)
    return _revise(ctx, minutes, with_item(minutes, index, verdict=verdict), index)


def accept_all(ctx: Context, number: int) -> Minutes:
    """All that are open, but for those that name somebody who cannot own it: these need a choice."""
    minutes = in_charge(ctx, number)
    items, people = minutes.proposals, {None, *people_of(ctx.uow, ctx.project)}
    open_ones = [index for index, item in enumerate(items) if item.verdict is Verdict.proposed]
    clear = [index for index in open_ones if not items[index].unclear and items[index].owner in people]
    if not clear:
        return minutes
    for index in clear:
        items[index].verdict = Verdict.accepted
        items[index].version += 1
    accepted = with_items(minutes, items)
    ctx.uow.of(MinutesBook).put(accepted)
    event = log(ctx, accepted, "accepted_all", None, {"indexes": clear})
    show_concept(ctx, accepted, event)
    return accepted


def choose_owner(ctx: Context, number: int, index: int, owner: str) -> Minutes:
    minutes = in_charge(ctx, number)
    item_of(minutes, index)
    check_owner(ctx, owner)
    return _revise(ctx, minutes, with_item(minutes, index, owner=owner), index)


def edit(
    ctx: Context,
    number: int,
    index: int,
    *,
    version: int,
    kind: str,
    text: str,
    owner: str | None,
    due: date | None,
) -> Minutes:
    """Accept it with other words; raise ChangedSince when `version` is not the proposal's present one."""
    minutes = in_charge(ctx, number)
    if item_of(minutes, index).version != version:
        raise changed_since(ctx, minutes)
    text = clean(text)
    if not text:
        raise NoText("/minutes")
    if len(text) > TEXT_LIMIT:
        raise TooLong(len(text), TEXT_LIMIT)
    changes = {"kind": kind if kind in (ACTION, DECISION) else ACTION, "text": text}
    if kind == ACTION:
        check_owner(ctx, owner)
        if due is not None and due < minutes.held_on:
            raise BeforeMeeting(minutes.held_on)
        edited = with_item(
            minutes,
            index,
            **changes,
            owner=owner,
            owner_name="",
            due=due,
            due_phrase="",
            verdict=Verdict.accepted,
        )
    else:
        edited = with_item(minutes, index, **changes, verdict=Verdict.accepted)
    return _revise(ctx, minutes, edited, index)


def item_of(minutes: Minutes, index: int) -> Item:
    items = minutes.proposals
    if not 0 <= index < len(items):
        raise UnknownNumber(NOUN, index + 1)
    return items[index]


def _revise(ctx: Context, before: Minutes, minutes: Minutes, index: int) -> Minutes:
    """Keep and show it; what would stay as it is, is left alone."""
    if minutes == before:
        return before
    ctx.uow.of(MinutesBook).put(minutes)
    was, item = before.proposals[index], minutes.proposals[index]
    what = str(item.verdict) if item.verdict != was.verdict else "edited"
    event = log(ctx, minutes, what, was.model_dump(mode="json"), item.model_dump(mode="json"))
    show_concept(ctx, minutes, event)
    return minutes
