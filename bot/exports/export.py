"""Taking action items along: a file in a direct message, of what the person may see when it is sent."""

from collections.abc import Mapping
from typing import Any

from bot.action_items.lists import Wanted, search
from bot.action_items.model import ActionItem, Status
from bot.action_items.ports import ActionItems
from bot.core.access import project_numbered, projects_of
from bot.core.calendar import local
from bot.core.changes import show
from bot.core.context import PersonContext
from bot.core.jobs import Notice
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.core.project import Project
from bot.core.values import Value
from bot.exports.model import Entry, Format

FILE = "exports.file"
MOST = 20_000
"""Items in one file."""
EVERYTHING = Wanted(statuses=list(Status))


def ask(ctx: PersonContext, project: Project | None, kind: Format, wanted: Wanted) -> None:
    """Send the person the file; `project` None is all that they may see. Raise NotAllowed."""
    if project is not None:
        project_numbered(ctx.uow, ctx.who, project.id)
    about = {"format": kind.value, **({"project": project.id} if project else {})}
    order(ctx, FILE, about, wanted)


def order(ctx: PersonContext, kind: str, about: Mapping[str, Any], filters: Value) -> None:
    """Have a file made for the person when it is sent; `kind` of its notice, `about` what it holds."""
    user, at = ctx.who.user, f"{ctx.now:%Y%m%d%H%M%S%f}"
    kept = filters.model_dump(mode="json", exclude_defaults=True)
    ctx.uow.pending_requests.put(_key(at, user), user, kept, ctx.now)
    show(ctx, Notice(kind=kind, team=ctx.who.team, to=user, about={**about, "at": at}), "export")


def filters_of(uow: UnitOfWork, notice: Notice) -> dict[str, Any]:
    """The filters that a file was ordered with."""
    return uow.pending_requests.get(_key(notice.about["at"], notice.to), notice.to) or {}


def entries(ctx: PersonContext, notice: Notice) -> tuple[list[Entry], bool]:
    """By project, then in the list's order; and whether there are more than a file holds."""
    uow, who = ctx.uow, ctx.who
    kept = filters_of(uow, notice)
    wanted = Wanted.model_validate(kept) if kept else EVERYTHING
    only = notice.about.get("project")
    projects = [project_numbered(uow, who, only)] if only else projects_of(uow, who)
    people: dict[str, Person | None] = {}

    def person(user: str | None) -> Person | None:
        if user and user not in people:
            people[user] = uow.people.get(who.team, user)
        return people.get(user or "")

    def name(user: str | None) -> str:
        known = person(user)
        return known.name if known else user or ""

    def entry(item: ActionItem, project: Project) -> Entry:
        owner = person(item.owner)
        return Entry(
            item=item,
            project=project.name,
            project_zone=project.zone,
            owner=item.outside or name(item.owner),
            owner_email=item.outside_email or (owner.email if owner else None),
            helpers=tuple(map(name, item.helpers)),
            raised_by=name(item.raised_by),
        )

    found: list[Entry] = []
    for project in projects:
        asked = search(wanted, project.id, local(ctx.now, project.zone).date(), project.zone)
        # One more than fits, to know whether there is one.
        items = uow.of(ActionItems).page(asked, 0, MOST - len(found) + 1)
        found += [entry(item, project) for item in items]
        if len(found) > MOST:
            return found[:MOST], True
    return found, False


def _key(moment: str, user: str) -> str:
    return f"export:{moment}:{user}"
