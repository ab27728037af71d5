"""The digest: what a period changed, and what lies ahead at its end.

It is computed from the log, so that the same period gives the same digest whenever it is asked for; only
titles are as they are now.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Generic, TypeVar

from bot.action_items.model import ActionItem, Status
from bot.core.calendar import local
from bot.core.events import Event, effective_events
from bot.decisions.model import Decision
from bot.meetings.model import Meeting
from bot.meetings.model import Status as MeetingStatus
from bot.minutes.model import Minutes
from bot.minutes.parts import InTime

Value = TypeVar("Value", ActionItem, Meeting, Decision)


class Section(StrEnum):
    """The parts of a digest, in its order."""

    decide = "decide"
    """Overdue or postponed so long that it needs a decision."""
    overdue = "overdue"
    due = "due"
    unowned = "unowned"
    """Open, and nobody's."""
    new = "new"
    done = "done"
    cancelled = "cancelled"
    coming = "coming"
    held = "held"
    called_off = "called_off"
    minutes = "minutes"
    decisions = "decisions"


@dataclass(frozen=True)
class Period:
    since: datetime
    until: datetime
    zone: str

    @property
    def today(self) -> date:
        """The day on which it ends."""
        return local(self.until, self.zone).date()

    @property
    def ahead(self) -> date:
        """The last of the seven days that a digest looks ahead: Sunday for one made on Monday."""
        return self.today + timedelta(days=6)

    @property
    def whole_days(self) -> bool:
        """It was over when somebody asked for it."""
        return local(self.until, self.zone).time() == time.max

    def holds(self, instant: datetime | None) -> bool:
        return instant is not None and self.since < instant <= self.until


@dataclass(frozen=True)
class Digest:
    period: Period
    items: dict[Section, list[ActionItem]]
    meetings: dict[Section, list[Meeting]]
    minutes: list[Minutes]
    decisions: list[Decision]
    in_time: InTime | None = None

    @property
    def counts(self) -> dict[Section, int]:
        """Of the sections that hold something, in their order."""
        held: dict[Section, Sequence[object]] = {
            **self.items,
            **self.meetings,
            Section.minutes: self.minutes,
            Section.decisions: self.decisions,
        }
        return {section: len(held[section]) for section in Section if held.get(section)}

    def __bool__(self) -> bool:
        """False when there is nothing to tell; that something still has no owner is no news."""
        return bool(self.counts.keys() - {Section.unowned})

    @property
    def next_meeting(self) -> Meeting | None:
        return next(iter(self.meetings.get(Section.coming, ())), None)


@dataclass(frozen=True)
class Course(Generic[Value]):
    """One value at both ends of a period; `before` is None when it was not there yet."""

    before: Value | None
    after: Value


def courses(
    kind: type[Value], noun: str, present: Iterable[Value], period: Period, events: Sequence[Event]
) -> list[Course[Value]]:
    """The `present` values as at both ends of `period`; `events`: all since its begin, in order."""
    now: dict[int, Value] = {value.number: value for value in present}
    told: dict[int, list[Event]] = defaultdict(list)
    for event in events:
        if event.noun == noun:
            told[event.number].append(event)
    found = []
    for number in sorted({*now, *told}):
        story = told.get(number, [])
        latest = now[number] if number in now else kind.model_validate(story[-1].after)
        course = _course(kind, latest, story, period.until)
        if course is not None:
            found.append(course)
    return found


def _course(kind: type[Value], latest: Value, story: list[Event], until: datetime) -> Course[Value] | None:
    """None when it came to be after the period, or was made in it and taken back before anybody acted."""
    if not story:
        return Course(latest, latest)
    before = kind.model_validate(story[0].before) if story[0].before else None
    within = [event for event in story if event.at <= until]
    if not within:
        return None if before is None else Course(before, _retitled(before, latest))
    if before is None and not effective_events(within):
        return None
    return Course(before, _retitled(kind.model_validate(within[-1].after), latest))


def _retitled(then: Value, latest: Value) -> Value:
    return then.evolve(title=latest.title) if isinstance(latest, Meeting) else then.evolve(text=latest.text)


def sort_items(found: Iterable[Course[ActionItem]], period: Period) -> dict[Section, list[ActionItem]]:
    """Each in the sections where it belongs, by due date; one raised and done since is done, not new."""
    sections: dict[Section, list[ActionItem]] = defaultdict(list)
    for course in sorted(found, key=lambda each: (each.after.due or date.max, each.after.number)):
        for section in _sections_of(course, period):
            sections[section].append(course.after)
    return sections


def set_apart(
    sections: dict[Section, list[ActionItem]], undecided: Iterable[ActionItem]
) -> dict[Section, list[ActionItem]]:
    """With those that need a decision in a section of their own, instead of among what is due."""
    apart = {item.number: item for item in undecided}
    rest = {
        section: [item for item in held if item.number not in apart or section not in DUE_SECTIONS]
        for section, held in sections.items()
    }
    return {**rest, Section.decide: list(apart.values())}


DUE_SECTIONS = (Section.overdue, Section.due)


def _sections_of(course: Course[ActionItem], period: Period) -> list[Section]:
    item, before = course.after, course.before
    if not item.open:
        closed = Section.done if item.status == Status.done else Section.cancelled
        return [closed] if before is None or before.status != item.status else []
    sections = [Section.new] if before is None else []
    if item.overdue(period.today):
        sections.append(Section.overdue)
    elif item.due is not None and item.due <= period.ahead:
        sections.append(Section.due)
    if not (item.owner or item.outside):
        sections.append(Section.unowned)
    return sections


def sort_meetings(found: Iterable[Course[Meeting]], period: Period) -> dict[Section, list[Meeting]]:
    """By start; of a series its meetings. One that was cancelled is told of when it was planned before."""
    sections: dict[Section, list[Meeting]] = defaultdict(list)
    for course in sorted(found, key=lambda each: each.after.starts_at):
        section = _section_of(course, period)
        if section is not None:
            sections[section].append(course.after)
    return sections


def _section_of(course: Course[Meeting], period: Period) -> Section | None:
    meeting, before = course.after, course.before
    if meeting.status == MeetingStatus.cancelled:
        return Section.called_off if before is not None and before.status != meeting.status else None
    if meeting.repeating:
        return None
    if period.holds(meeting.ends_at):
        return Section.held
    near = local(meeting.starts_at, period.zone).date() <= period.ahead
    return Section.coming if meeting.ends_at > period.until and near else None
