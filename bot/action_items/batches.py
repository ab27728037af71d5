"""Items that one act raised together: one message in the channel, and one to each owner, that lists them."""

from collections.abc import Sequence

from bot.action_items.model import ActionItem
from bot.action_items.notices import MINE, NOUN
from bot.action_items.ports import ActionItems
from bot.core.calendar import local
from bot.core.changes import show, show_again
from bot.core.context import Context
from bot.core.events import Event
from bot.core.jobs import Notice
from bot.core.ports import UnitOfWork
from bot.core.project import Project

SOURCE = "batch:"
"""The beginning of the source of such an item: `batch:7:3`."""
RAISED, RAISED_MINE = "action_items.raised", "action_items.raised_mine"
CREATED = "created"


def told_together(before: ActionItem | None, item: ActionItem, batch: str | None) -> bool:
    """It is just raised with others, and told with them by `announce`."""
    return before is None and bool(batch) and item.source == f"{SOURCE}{batch}"


def announce(ctx: Context, batch: str, items: Sequence[ActionItem]) -> None:
    """Once for all: to the channel, and to each owner but who raised them, of what begins now."""
    show(ctx, _notice(RAISED, ctx.project, ctx.project.channel, batch), batch)
    for owner in dict.fromkeys(item.owner for item in items if item.owner and item.begun(ctx.today)):
        if owner != ctx.who.user:
            show(ctx, _notice(RAISED_MINE, ctx.project, owner, batch), batch)


def item_changed(ctx: Context, before: ActionItem | None, item: ActionItem, event: int) -> bool:
    """The lists that hold the item show how it is now, once for all that one act changes; False without."""
    raised = _batch_of(ctx, item)
    if raised is None:
        return False
    owners = dict.fromkeys(each.owner for each in (before, item) if each and each.owner)
    for kind, to in ((RAISED, ctx.project.channel), *((RAISED_MINE, owner) for owner in owners)):
        notice = _notice(kind, ctx.project, to, raised)
        if ctx.batch is None or ctx.uow.claim_key(f"shown:{ctx.batch}:{notice.key}", ctx.now):
            show_again(ctx, notice, ctx.batch or event)
    return True


def _batch_of(ctx: Context, item: ActionItem) -> str | None:
    """The batch that raised it together with others; None also for the next turn of one that repeats."""
    source = item.source or ""
    if not source.startswith(SOURCE):
        return None
    batch = source.removeprefix(SOURCE)
    events = ctx.uow.log.of_item(item.project_id, NOUN, item.number)
    return batch if events and events[0].batch == batch and events[0].what == CREATED else None


def raised_in(uow: UnitOfWork, notice: Notice) -> list[tuple[Event, ActionItem]]:
    """The items that the batch of a notice raised, each as it was and as it is now, by number."""
    events = [event for event in uow.log.of_batch(notice.about["batch"]) if _raised(event, notice)]
    pairs = ((event, uow.of(ActionItems).get(event.project_id, event.number)) for event in events)
    return [(event, item) for event, item in pairs if item is not None]


def _raised(event: Event, notice: Notice) -> bool:
    """Not the next turn of one that was done in the same act."""
    return event.what == CREATED and (event.after or {}).get("source") == f"{SOURCE}{notice.about['batch']}"


def told_of(event: Event, user: str, zone: str) -> bool:
    """Whether it was theirs when it was raised, and had begun: what starts later is told when it does."""
    item = ActionItem.model_validate(event.after)
    return item.owner == user and item.begun(local(event.at, zone).date())


def show_card(ctx: Context, number: int) -> None:
    """The card of one of them, in person, with all that its owner can do."""
    about = {"project": ctx.project.id, "number": number}
    notice = Notice(kind=MINE, team=ctx.project.team, to=ctx.who.user, about=about)
    show(ctx, notice, ctx.now.isoformat())


def _notice(kind: str, project: Project, to: str, batch: str) -> Notice:
    return Notice(kind=kind, team=project.team, to=to, about={"project": project.id, "batch": batch})
