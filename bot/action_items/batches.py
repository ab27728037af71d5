"""Items that one act raised together: one message in the channel, and one to each owner, that lists them."""

from collections.abc import Sequence
from datetime import datetime

from bot.action_items.model import ActionItem
from bot.action_items.notices import MINE, NOUN
from bot.action_items.ports import ActionItems
from bot.core.access import project_numbered
from bot.core.calendar import local
from bot.core.changes import show, show_again
from bot.core.events import Event
from bot.core.jobs import Notice
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.core.project import Project

SOURCE = "batch:"
"""What the source of such an item begins with: `batch:7:3`."""
RAISED, RAISED_MINE = "action_items.raised", "action_items.raised_mine"
CREATED = "created"


def told_together(before: ActionItem | None, item: ActionItem, batch: str | None) -> bool:
    """It is just raised with others, and told with them by `announce`."""
    return before is None and bool(batch) and item.source == f"{SOURCE}{batch}"


def announce(
    uow: UnitOfWork, now: datetime, who: Person, project: Project, batch: str, items: Sequence[ActionItem]
) -> None:
    """Once for all: to the channel, and to each owner but who raised them, of what begins now."""
    show(uow, now, _notice(RAISED, project, project.channel, batch), batch)
    today = local(now, project.zone).date()
    for owner in dict.fromkeys(item.owner for item in items if item.owner and item.begun(today)):
        if owner != who.user:
            show(uow, now, _notice(RAISED_MINE, project, owner, batch), batch)


def item_changed(
    uow: UnitOfWork,
    now: datetime,
    project: Project,
    before: ActionItem | None,
    item: ActionItem,
    event: int,
    batch: str | None,
) -> bool:
    """The lists that hold the item show how it is now, once for all that one act changes; False without."""
    raised = _batch_of(uow, item)
    if raised is None:
        return False
    owners = dict.fromkeys(each.owner for each in (before, item) if each and each.owner)
    for kind, to in ((RAISED, project.channel), *((RAISED_MINE, owner) for owner in owners)):
        notice = _notice(kind, project, to, raised)
        if batch is None or uow.claim_key(f"shown:{batch}:{notice.key}", now):
            show_again(uow, now, notice, batch or event)
    return True


def _batch_of(uow: UnitOfWork, item: ActionItem) -> str | None:
    """What raised it together with others; None also for the next turn of one that repeats."""
    source = item.source or ""
    if not source.startswith(SOURCE):
        return None
    batch = source.removeprefix(SOURCE)
    events = uow.log.of_item(item.project_id, NOUN, item.number)
    return batch if events and events[0].batch == batch and events[0].what == CREATED else None


def raised_in(uow: UnitOfWork, notice: Notice) -> list[tuple[Event, ActionItem]]:
    """What the batch of a notice raised, each as it was and as it is now, by number."""
    events = [event for event in uow.log.of_batch(notice.about["batch"]) if _raised(event, notice)]
    pairs = ((event, uow.of(ActionItems).get(event.project_id, event.number)) for event in events)
    return [(event, item) for event, item in pairs if item is not None]


def _raised(event: Event, notice: Notice) -> bool:
    """Not the next turn of one that was done in the same act."""
    return event.what == CREATED and (event.after or {}).get("source") == f"{SOURCE}{notice.about['batch']}"


def told_of(event: Event, user: str, zone: str) -> bool:
    """Whether it was his when it was raised, and had begun: what starts later is told when it does."""
    item = ActionItem.model_validate(event.after)
    return item.owner == user and item.begun(local(event.at, zone).date())


def show_card(uow: UnitOfWork, now: datetime, who: Person, project_id: int, number: int) -> None:
    """The card of one of them, in person, with all that its owner can do."""
    project = project_numbered(uow, who, project_id)
    about = {"project": project.id, "number": number}
    show(
        uow,
        now,
        Notice(kind=MINE, team=project.team, to=who.user, about=about),
        now.isoformat(),
    )


def _notice(kind: str, project: Project, to: str, batch: str) -> Notice:
    return Notice(kind=kind, team=project.team, to=to, about={"project": project.id, "batch": batch})
