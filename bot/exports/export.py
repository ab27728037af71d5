"""Taking action items along: a file in a direct message, of what the person may see when it is sent."""

from bot.action_items.lists import Wanted, search
from bot.action_items.model import ActionItem, Status
from bot.action_items.ports import ActionItems
from bot.core.access import project_numbered, projects_of
from bot.core.calendar import local
from bot.core.changes import show
from bot.core.context import PersonContext
from bot.core.jobs import Notice
from bot.core.people import Person
from bot.core.project import Project
from bot.exports.model import Entry, Format

FILE = "exports.file"
MOST = 20_000
"""Items in one file."""
EVERYTHING = Wanted(statuses=list(Status))


def ask(ctx: PersonContext, project: Project | None, kind: Format, wanted: Wanted) -> None:
    """Send the person the file; `project` None is all that they may see. Raise NotAllowed."""
    who = ctx.who
    if project is not None:
        project_numbered(ctx.uow, who, project.id)
    moment = f"{ctx.now:%Y%m%d%H%M%S%f}"
    filters = wanted.model_dump(mode="json", exclude_defaults=True)
    ctx.uow.pending_requests.put(_key(moment, who.user), who.user, filters, ctx.now)
    about = {"format": kind.value, "at": moment, **({"project": project.id} if project else {})}
    show(ctx, Notice(kind=FILE, team=who.team, to=who.user, about=about), "export")


def entries(ctx: PersonContext, notice: Notice) -> list[Entry]:
    """By project, then in the list's order."""
    uow, who = ctx.uow, ctx.who
    kept = uow.pending_requests.get(_key(notice.about["at"], who.user), who.user)
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
        found += [entry(item, project) for item in uow.of(ActionItems).page(asked, 0, MOST - len(found))]
    return found


def _key(moment: str, user: str) -> str:
    return f"export:{moment}:{user}"
