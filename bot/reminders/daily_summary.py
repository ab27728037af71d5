"""A person's bundle on one day: what is their own, and what is entrusted to them by those who are away."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from bot.action_items.model import ActionItem
from bot.action_items.ports import ActionItems
from bot.action_items.snoozed import asleep
from bot.core.access import projects_of
from bot.core.context import PersonContext
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.core.project import Project
from bot.escalations.notifications import late_with_others
from bot.people.absences import away_until
from bot.people.covering import covered_by
from bot.people.hours import preferences_of, wants
from bot.people.preferences import Profile, Rule
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


Source = Callable[[PersonContext, Sequence[Project], date], Iterable[Section]]
"""Sections for a person, of the projects that they may see and that work on the day."""


def bundle(ctx: PersonContext, day: date) -> Bundle:
    """Compute it from how things stand: what days off passed over is in the next one."""
    projects = [project for project in projects_of(ctx.uow, ctx.who) if project.works(day)]
    told: set[tuple[int, int]] = set()
    sections = [_without(section, told) for source in SOURCES for section in source(ctx, projects, day)]
    return Bundle([section for section in sections if section.items])


def _without(section: Section, told: set[tuple[int, int]]) -> Section:
    """Leave out what stands in an earlier section."""
    items = [item for item in section.items if (item.project_id, item.number) not in told]
    told.update((item.project_id, item.number) for item in items)
    return replace(section, items=items)


def owned(uow: UnitOfWork, person: Person, projects: Iterable[Project]) -> list[ActionItem]:
    """All open ones that this person is responsible for: their own, and those raised for somebody outside."""
    ids = [project.id for project in projects]
    theirs = uow.of(ActionItems).open_raised_by(ids, person.user, outside=True)
    return sorted(
        [*uow.of(ActionItems).open_of_owner(ids, person.user), *theirs],
        key=lambda item: (item.due or date.max, item.project_id, item.number),
    )


def _own(ctx: PersonContext, projects: Sequence[Project], day: date) -> Iterable[Section]:
    snoozed = asleep(ctx.uow, ctx.who, day)
    theirs = owned(ctx.uow, ctx.who, projects)
    items = [each for each in theirs if (each.project_id, each.number) not in snoozed]
    told = _told(ctx, ctx.who)
    return [Section(part, [item for item in items if part_of(item, day) is part]) for part in told]


def _raised(ctx: PersonContext, projects: Sequence[Project], day: date) -> Iterable[Section]:
    if Part.raised not in _told(ctx, ctx.who):
        return []
    ids = [project.id for project in projects]
    late = ctx.uow.of(ActionItems).open_raised_by(ids, ctx.who.user, due_before=day)
    others = [item for item in late if item.owner not in (None, ctx.who.user)]
    return [Section(Part.raised, [item for item in others if part_of(item, day) is Part.overdue])]


def _stand_in(ctx: PersonContext, projects: Sequence[Project], day: date) -> Iterable[Section]:
    """One section for each who is away, whose own preferences say how much."""
    for absent, entrusted in covered_by(ctx, projects, day):
        told = _told(ctx, absent)
        items = [
            item
            for item in owned(ctx.uow, absent, entrusted)
            if (part := part_of(item, day)) in told and part is not Part.waiting
        ]
        until = away_until(ctx.uow, absent.team, [absent.user], day).get(absent.user)
        yield Section(Part.stand_in, items, absent, until)


def _late(ctx: PersonContext, projects: Sequence[Project], day: date) -> Iterable[Section]:
    if not wants(ctx.uow, ctx.who, Rule.ladder):
        return []
    return [Section(Part.late, late_with_others(ctx, projects, day))]


def _told(ctx: PersonContext, person: Person) -> Sequence[Part]:
    """The parts that somebody with such preferences is told."""
    return TOLD[Profile(preferences_of(ctx.uow, person).profile)]


SOURCES: tuple[Source, ...] = (_own, _stand_in, _late, _raised)
"""A capability adds its own: a module that reads only, since all that changes items imports this one."""
