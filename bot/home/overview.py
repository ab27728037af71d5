"""A person's own over all projects that they may see: what is theirs, what is asked of them, how it goes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from bot.action_items.model import ActionItem, ActionItems, Group, Own
from bot.action_items.notices import answerer
from bot.core.calendar import local
from bot.core.context import Context, PersonContext, projects_of
from bot.core.project import Project
from bot.escalations import model as escalation
from bot.escalations.notifications import Question, climbing
from bot.meetings.model import Meeting
from bot.meetings.notifications import ahead
from bot.people.hours import preferences_of
from bot.polls.model import Poll
from bot.polls.results import unanswered


@dataclass(frozen=True)
class Mine:
    """An item of the person's, and what day it is for its project."""

    item: ActionItem
    project: Project
    today: date


@dataclass(frozen=True)
class Part:
    """The first ones, by due date, of all that there are."""

    items: list[Mine]
    total: int

    @property
    def more(self) -> int:
        return self.total - len(self.items)


@dataclass(frozen=True)
class Standing:
    """How a project goes: open items that are late, and that nobody does; and its next meeting."""

    project: Project
    late: int
    without_owner: int
    next: Meeting | None


@dataclass(frozen=True)
class Limits:
    """The most items of each part that are looked for."""

    mine: int = 16
    asked: int = 3
    awaited: int = 3
    late: int = 5


@dataclass(frozen=True)
class Overview:
    projects: list[Project]
    mine: Part = field(default_factory=lambda: Part([], 0))
    groups: dict[Group, int] = field(default_factory=dict)
    """How many there are of theirs, by how urgent they are."""
    asked: Part = field(default_factory=lambda: Part([], 0))
    """Their answer is waited for: by owners, and below by who invited them."""
    decide: list[Question] = field(default_factory=list)
    invited: list[Meeting] = field(default_factory=list)
    polls: list[Poll] = field(default_factory=list)
    """In which they have not answered every moment."""
    awaited: Part = field(default_factory=lambda: Part([], 0))
    late: Part = field(default_factory=lambda: Part([], 0))
    """What they added for others, and is late."""
    meetings: list[Meeting] = field(default_factory=list)
    """Ahead, of those to which they are asked."""
    standings: list[Standing] = field(default_factory=list)


MOST_COUNTED = 100


def look(ctx: PersonContext, limits: Limits = Limits()) -> Overview:
    """All of it, in as many questions to storage however many projects there are."""
    projects = projects_of(ctx.uow, ctx.who)
    if not projects:
        return Overview([])
    owned = own_items(ctx, Own.owned, MOST_COUNTED, projects)
    meetings = ahead(ctx, [project.id for project in projects])
    theirs = [each for each in meetings if ctx.who.user in each.people]
    # Of a series the first one asks for all.
    me = ctx.who.user
    open_ones = [each for each in theirs if me != each.organiser and each.answers.get(me) is None]
    firsts = {(each.project_id, each.series or each.number): each for each in reversed(open_ones)}
    return Overview(
        projects,
        Part(owned.items[: limits.mine], owned.total),
        {group: len(items) for group, items in in_groups(owned.items).items()},
        asked_of(ctx, limits.asked, projects),
        list(_to_decide(ctx, projects)),
        [*firsts.values()][::-1],
        unanswered(ctx, projects),
        own_items(ctx, Own.awaited, limits.awaited, projects),
        _late(ctx, projects, limits.late),
        sorted(theirs, key=lambda meeting: meeting.starts_at),
        _standings(ctx, projects, meetings),
    )


def own_items(ctx: PersonContext, own: Own, limit: int, projects: Sequence[Project] | None = None) -> Part:
    """Return the first of them, and how many there are; `projects` that they may see, if those are known."""
    if projects is None:
        projects = projects_of(ctx.uow, ctx.who)
    items, user = ctx.uow.of(ActionItems), ctx.who.user
    ids = [project.id for project in projects]
    found = items.own(own, ids, user, limit)
    total = len(found) if len(found) < limit else items.count_own(own, ids, user)
    return Part(_mine(ctx, projects, found), total)


def asked_of(ctx: PersonContext, limit: int, projects: Sequence[Project] | None = None) -> Part:
    """Items whose owners ask something of who raised them, or of the project manager for who left."""
    if projects is None:
        projects = projects_of(ctx.uow, ctx.who)
    user = ctx.who.user
    managed = [project.id for project in projects if project.manager == user]
    raised = own_items(ctx, Own.asked, limit, projects)
    others = [item for item in ctx.uow.of(ActionItems).asked_in(managed) if item.raised_by != user]
    left = [
        each
        for each in _mine(ctx, projects, others)
        if answerer(Context(ctx.uow, ctx.now, ctx.who, each.project), each.item) == user
    ]
    return Part([*raised.items, *left][:limit], raised.total + len(left))


def in_groups(mine: Sequence[Mine]) -> dict[Group, list[Mine]]:
    """By how urgent they are; groups without any are left out."""
    groups = {group: [each for each in mine if each.item.group(each.today) is group] for group in Group}
    return {group: held for group, held in groups.items() if held}


def _mine(ctx: PersonContext, projects: Sequence[Project], items: Sequence[ActionItem]) -> list[Mine]:
    known = {project.id: project for project in projects}
    today = {project.id: local(ctx.now, project.zone).date() for project in projects}
    return [Mine(item, known[item.project_id], today[item.project_id]) for item in items]


def _late(ctx: PersonContext, projects: Sequence[Project], limit: int) -> Part:
    """They come first, being first due."""
    found = own_items(ctx, Own.raised, MOST_COUNTED, projects).items
    late = [each for each in found if each.item.overdue(each.today)]
    return Part(late[:limit], len(late))


def _to_decide(ctx: PersonContext, projects: Sequence[Project]) -> Iterator[Question]:
    """What the person, as project manager, has to decide just now."""
    if all(project.manager != ctx.who.user for project in projects):
        return
    today = {project.id: local(ctx.now, project.zone).date() for project in projects}
    found = climbing(ctx, preferences_of(ctx.uow, ctx.who), projects, sorted({*today.values()}))
    for project, item in found.items:
        decided = found.decided.get((project.id, item.number))
        why = next(escalation.questions(item, project, today[project.id], decided), None)
        if why is not None:
            yield Question(project, item, why[0], open=True)


def _standings(ctx: PersonContext, projects: Sequence[Project], planned: Sequence[Meeting]) -> list[Standing]:
    """First of those that they manage or sponsor, then of others with news; where most is late first."""
    items, ids = ctx.uow.of(ActionItems), [project.id for project in projects]
    days = sorted((local(ctx.now, project.zone).date(), project.id) for project in projects)
    late = items.late_in({day: [each for _, each in of_it] for day, of_it in groupby(days, lambda it: it[0])})
    without_owner = items.without_owner_in(ids)
    next_of = {each.project_id: each for each in sorted(planned, key=lambda it: it.starts_at, reverse=True)}

    def theirs(project: Project) -> bool:
        return ctx.who.user in (project.manager, project.sponsor)

    standings = [
        Standing(each, late.get(each.id, 0), without_owner.get(each.id, 0), next_of.get(each.id))
        for each in projects
    ]
    told = [it for it in standings if theirs(it.project) or it.late or it.without_owner or it.next]
    return sorted(told, key=lambda each: (not theirs(each.project), -each.late))
