"""What stands in somebody's bundle on one day: his own, and that of who is away and named him."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from bot.action_items.model import ActionItem
from bot.action_items.ports import ActionItems
from bot.action_items.snoozed import asleep
from bot.core.access import projects_of
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.core.project import Project
from bot.escalations.notifications import late_with_others
from bot.people.absences import away_until
from bot.people.covering import charges_of
from bot.people.hours import preferences_of, wants
from bot.people.preferences import Profile, Rule
from bot.reminders.summary_parts import TOLD, Part, part_of


@dataclass(frozen=True)
class Section:
    """Items of one part, by due date."""

    part: Part
    items: list[ActionItem]
    whose: Person | None = None
    """Who is away, for the part of a stand-in."""
    until: date | None = None
    """His last day away."""


@dataclass(frozen=True)
class Bundle:
    """What somebody is told on one day; sections without items are left out."""

    sections: list[Section] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.sections)

    @property
    def items(self) -> list[ActionItem]:
        return [item for section in self.sections for item in section.items]


Source = Callable[[UnitOfWork, Person, Sequence[Project], date], Iterable[Section]]
"""Sections for a person, of the projects that he may see and that work on the day."""


def bundle(uow: UnitOfWork, person: Person, day: date) -> Bundle:
    """Computed from how things stand: what days off passed over is in the next one."""
    projects = [project for project in projects_of(uow, person) if project.works(day)]
    told: set[tuple[int, int]] = set()
    sections = [
        _without(section, told) for source in SOURCES for section in source(uow, person, projects, day)
    ]
    return Bundle([section for section in sections if section.items])


def _without(section: Section, told: set[tuple[int, int]]) -> Section:
    """What stands in an earlier section is not told again."""
    items = [item for item in section.items if (item.project_id, item.number) not in told]
    told.update((item.project_id, item.number) for item in items)
    return replace(section, items=items)


def owned(uow: UnitOfWork, person: Person, projects: Iterable[Project]) -> list[ActionItem]:
    """All open ones that he is asked for: his own, and those that he raised for somebody outside."""
    ids = [project.id for project in projects]
    theirs = uow.of(ActionItems).open_raised_by(ids, person.user, outside=True)
    return sorted(
        [*uow.of(ActionItems).open_of_owner(ids, person.user), *theirs],
        key=lambda item: (item.due or date.max, item.project_id, item.number),
    )


def _own(uow: UnitOfWork, person: Person, projects: Sequence[Project], day: date) -> Iterable[Section]:
    told = TOLD[Profile(preferences_of(uow, person).profile)]
    snoozed = asleep(uow, person, day)
    items = [each for each in owned(uow, person, projects) if (each.project_id, each.number) not in snoozed]
    return [Section(part, [item for item in items if part_of(item, day) is part]) for part in told]


def _raised(uow: UnitOfWork, person: Person, projects: Sequence[Project], day: date) -> Iterable[Section]:
    if Part.raised not in TOLD[Profile(preferences_of(uow, person).profile)]:
        return []
    ids = [project.id for project in projects]
    late = uow.of(ActionItems).open_raised_by(ids, person.user, due_before=day)
    others = [item for item in late if item.owner not in (None, person.user)]
    return [Section(Part.raised, [item for item in others if part_of(item, day) is Part.overdue])]


def _stand_in(uow: UnitOfWork, person: Person, projects: Sequence[Project], day: date) -> Iterable[Section]:
    """One section for each who is away, whose own wishes say how much."""
    for absent, entrusted in charges_of(uow, person, projects, day):
        told = TOLD[Profile(preferences_of(uow, absent).profile)]
        items = [
            item
            for item in owned(uow, absent, entrusted)
            if (part := part_of(item, day)) in told and part is not Part.waiting
        ]
        until = away_until(uow, absent.team, [absent.user], day).get(absent.user)
        yield Section(Part.stand_in, items, absent, until)


def _late(uow: UnitOfWork, person: Person, projects: Sequence[Project], day: date) -> Iterable[Section]:
    if not wants(uow, person, Rule.ladder):
        return []
    return [Section(Part.late, late_with_others(uow, person, projects, day))]


SOURCES: tuple[Source, ...] = (_own, _stand_in, _late, _raised)
"""A capability adds its own: a module that reads only, since all that changes items imports this one."""
