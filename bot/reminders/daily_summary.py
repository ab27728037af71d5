"""A person's bundle on one day: what is their own, and what is entrusted to them by those who are away."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from bot.action_items.dependencies import responsible_for
from bot.action_items.model import ActionItem, ActionItems, Status
from bot.action_items.snooze import asleep, jobs_of
from bot.core.context import PersonContext, projects_of
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.core.project import Project
from bot.escalations.notifications import Climbing, climbing, late_with_others
from bot.people.delegation import covered
from bot.people.hours import contact_hours_of
from bot.people.preferences import Preferences
from bot.reminders.summary_parts import TOLD, Part, part_of


@dataclass(frozen=True)
class Section:
    """Items of one part, by due date."""

    part: Part
    items: list[ActionItem]
    absent: Person | None = None
    """The person who is away, for the part of a stand-in."""
    until: date | None = None
    """Their last day away."""


@dataclass(frozen=True)
class Bundle:
    """All that somebody is told on one day; sections without items are left out."""

    sections: list[Section] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.sections)

    @property
    def items(self) -> list[ActionItem]:
        return [item for section in self.sections for item in section.items]

    def without(self, others: Collection[tuple[int, int]]) -> "Bundle":
        """Without items that stand elsewhere in the message, by project and number."""
        sections = [
            replace(each, items=[item for item in each.items if (item.project_id, item.number) not in others])
            for each in self.sections
        ]
        return Bundle([each for each in sections if each.items])


@dataclass(frozen=True)
class Days:
    """Days of which somebody is told, and all that they are told by, read once."""

    ctx: PersonContext
    days: Sequence[date]
    preferences: Preferences
    projects: Sequence[Project]
    """All that they may see."""
    climbing: Climbing
    done: Sequence[ActionItem] = ()
    """Done since the morning of the day: it stays where it stood."""


Source = Callable[[Days], Iterable[tuple[date, Section]]]
"""Sections by day, of the projects that work on it."""


def days_of(
    ctx: PersonContext, preferences: Preferences, projects: Sequence[Project], days: Sequence[date]
) -> Days:
    return Days(ctx, days, preferences, projects, climbing(ctx, preferences, projects, days))


def bundle(ctx: PersonContext, day: date) -> Bundle:
    """Compute it from how things stand: what days off passed over is in the next one, and what was done since
    that morning stays where it stood."""
    contact_hours = contact_hours_of(ctx.uow, ctx.who, ctx.now)
    projects, since = projects_of(ctx.uow, ctx.who), contact_hours.bundle_of(day)
    ids = [project.id for project in projects]
    done = ctx.uow.of(ActionItems).done_since(ids, since) if since else []
    asked = days_of(ctx, contact_hours.preferences, projects, [day])
    return bundles(replace(asked, done=done))[day]


def bundles(asked: Days) -> dict[date, Bundle]:
    """Those of several days, as things stand now."""
    found: dict[date, list[Section]] = {day: [] for day in asked.days}
    told: set[tuple[date, int, int]] = set()
    if asked.days:
        for source in SOURCES:
            for day, section in source(asked):
                found[day].append(_without(section, day, told))
    return {day: Bundle([each for each in sections if each.items]) for day, sections in found.items()}


def _without(section: Section, day: date, told: set[tuple[date, int, int]]) -> Section:
    """Leave out what stands in an earlier section of the day."""
    items = [item for item in section.items if (day, item.project_id, item.number) not in told]
    told.update((day, item.project_id, item.number) for item in items)
    return replace(section, items=items)


def owned(uow: UnitOfWork, person: Person, projects: Iterable[Project]) -> list[ActionItem]:
    """All open ones that this person is responsible for: their own, and those raised for somebody outside."""
    return owned_by(uow, [person.user], projects)[person.user]


def owned_by(
    uow: UnitOfWork, users: Collection[str], projects: Iterable[Project]
) -> dict[str, list[ActionItem]]:
    """As `owned`, by user id."""
    ids, items = [project.id for project in projects], uow.of(ActionItems)
    found: dict[str, list[ActionItem]] = {user: [] for user in users}
    for item in items.open_of_owners(ids, users):
        found[item.owner or ""].append(item)
    for item in items.open_raised_by(ids, users, outside=True):
        found[item.raised_by].append(item)
    return {user: sorted(held, key=in_order) for user, held in found.items()}


def in_order(item: ActionItem) -> tuple[date, int, int]:
    return item.due or date.max, item.project_id, item.number


def _own(asked: Days) -> Iterable[tuple[date, Section]]:
    uow, who = asked.ctx.uow, asked.ctx.who
    snoozed, items = jobs_of(uow, who), _with_done(owned(uow, who, asked.projects), who.user, asked)
    for day in asked.days:
        passed_over = asleep(snoozed, who, day)
        theirs: dict[Part | None, list[ActionItem]] = defaultdict(list)
        for item in _of(items, asked.projects, day):
            if (item.project_id, item.number) not in passed_over:
                theirs[part_of(as_open(item), day)].append(item)
        for part in TOLD[asked.preferences.profile]:
            yield day, Section(part, theirs[part])


def _with_done(items: list[ActionItem], user: str, asked: Days) -> list[ActionItem]:
    """With those of this person that were done meanwhile."""
    done = [item for item in asked.done if responsible_for(item) == user]
    return sorted([*items, *done], key=in_order)


def as_open(item: ActionItem) -> ActionItem:
    """As it stood before it was done."""
    return item if item.open else item.evolve(status=Status.open)


def _raised(asked: Days) -> Iterable[tuple[date, Section]]:
    if Part.raised not in TOLD[asked.preferences.profile]:
        return
    ids, user = [project.id for project in asked.projects], asked.ctx.who.user
    late = asked.ctx.uow.of(ActionItems).open_raised_by(ids, [user], due_before=max(asked.days))
    others = [item for item in late if item.owner not in (None, user)]
    for day in asked.days:
        items = _of(others, asked.projects, day)
        yield day, Section(Part.raised, [item for item in items if part_of(item, day) is Part.overdue])


def _stand_in(asked: Days) -> Iterable[tuple[date, Section]]:
    """One section for each who is away, whose own preferences say how much."""
    found = covered(asked.ctx, asked.projects, asked.days)
    absent = {each.absent.user for covers in found.values() for each in covers}
    items = owned_by(asked.ctx.uow, absent, asked.projects) if absent else {}
    for day, covers in found.items():
        for each in covers:
            told = [part for part in TOLD[each.profile] if part is not Part.waiting]
            user = each.absent.user
            theirs = _of(_with_done(items[user], user, asked), each.projects, day)
            asked_for = [item for item in theirs if part_of(as_open(item), day) in told]
            yield day, Section(Part.stand_in, asked_for, each.absent, each.until)


def _late(asked: Days) -> Iterable[tuple[date, Section]]:
    user = asked.ctx.who.user
    projects = {project.id: project for project in asked.projects}
    done = [(projects[item.project_id], as_open(item), None) for item in asked.done]
    for day in asked.days:
        found = late_with_others(user, asked.climbing.on(day), day)
        before = {(item.project_id, item.number): item for item in asked.done}
        closed = [
            before[item.project_id, item.number]
            for item in late_with_others(user, done, day)
            if projects[item.project_id].manager == user
        ]
        yield day, Section(Part.late, sorted([*found, *closed], key=in_order) if closed else found)


def _of(items: Iterable[ActionItem], projects: Iterable[Project], day: date) -> list[ActionItem]:
    """Those of the projects that work on the day."""
    working = {project.id for project in projects if project.works(day)}
    return [item for item in items if item.project_id in working]


SOURCES: tuple[Source, ...] = (_own, _stand_in, _late, _raised)
"""A capability adds its own: a module that reads only, since all that changes items imports this one."""
