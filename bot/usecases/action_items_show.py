"""A changed action item is logged, and every message that shows it is brought up to date."""

from datetime import datetime

from bot.domain.action_items import ActionItem
from bot.domain.jobs import Notice
from bot.domain.people import Person
from bot.domain.projects import Project
from bot.usecases import minutes_show, morning
from bot.usecases.changes import record, show
from bot.usecases.ports import UnitOfWork

NOUN = "action_items"
CARD, MINE = "action_items.card", "action_items.mine"


def changed(
    uow: UnitOfWork,
    now: datetime,
    who: Person,
    project: Project,
    what: str,
    before: ActionItem | None,
    item: ActionItem,
    batch: str | None = None,
) -> None:
    """The channel's card, or the list in the minutes that it stands in, and its owners' direct messages.

    Only a new owner is written to, and not by himself; all else changes what stands.
    """
    event = record(uow, now, who.user, NOUN, what, before=before, after=item, batch=batch)
    about = {"project": project.id, "number": item.number}
    if minutes_show.made_by_minutes(item):
        minutes_show.item_changed(uow, now, project, item, event)
    else:
        show(uow, now, Notice(kind=CARD, team=project.team, to=project.channel, about=about), event)
    former = before.owner if before else None
    for owner in dict.fromkeys(filter(None, (former, item.owner))):
        news = owner == item.owner != former and owner != who.user
        notice = Notice(kind=MINE, team=project.team, to=owner, about=about, only_update=not news)
        show(uow, now, notice, event)
        person = uow.people.get(project.team, owner)
        if person is not None:
            morning.item_changed(uow, now, person, event)
