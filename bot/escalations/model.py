"""Escalation levels of an action item that stays overdue, by the working days of its project.

All of it follows from the item, its project's settings and what the project manager decided last.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from bot.action_items.model import ActionItem
from bot.core.errors import Rejected
from bot.core.project import Project, is_worked

DAY = timedelta(days=1)
WELL_ABOVE = 5
"""Working days for which a manager can be away: their morning then still finds each card out of date."""
Works = Callable[[date], bool]


class Step(StrEnum):
    """In the order of a project's `ladder`, whose numbers say after how many working days each comes."""

    told = "told"
    """The project manager has it in their morning message."""
    proposed = "proposed"
    """They are asked, once, what is to become of it."""
    decision = "decision"
    """It stands in the digest as needing a decision."""


class Why(StrEnum):
    """The reason why a project manager is asked to decide."""

    overdue = "overdue"
    postponed = "postponed"
    """Its date moved too often."""


@dataclass(frozen=True)
class Decided:
    """The project manager's last decision: levels count anew, and what was postponed is forgiven."""

    day: date
    times: int
    """The times that the item was postponed by then."""


class NotManager(Rejected):
    """Only the project manager decides."""

    manager: str


def working_day(after: date, count: int, works: Works) -> date:
    """The `count`-th working day after a day."""
    day = after
    while count:
        day += DAY
        count -= works(day)
    return day


def working_days(after: date, until: date, works: Works, most: int) -> int:
    """The number of them behind `after`, up to and with `until`; counted no further than `most`."""
    count, day = 0, after
    while day < until and count < most:
        day += DAY
        count += works(day)
    return count


def counted_from(item: ActionItem, decided: Decided | None) -> date | None:
    """Its due date, or the day of a later decision."""
    if item.due is None or decided is None:
        return item.due
    return max(item.due, decided.day)


@lru_cache(maxsize=4096)
def _late(since: date, today: date, week: tuple[int, ...], days_off: tuple[str, ...], most: int) -> int:
    """Working days of a project between two of its days; many items share theirs."""
    return working_days(since, today, lambda day: is_worked(day, week, days_off), most)


def step_of(item: ActionItem, project: Project, today: date, decided: Decided | None) -> Step | None:
    """The highest level that it reached by `today`; what waits or has not begun does not escalate."""
    since = counted_from(item, decided)
    if since is None or not item.overdue(today) or item.waiting or not item.begun(today):
        return None
    late = _late(since, today, tuple(project.working_days), tuple(project.days_off), project.ladder[-1])
    reached = [step for step, days in zip(Step, project.ladder, strict=True) if days <= late]
    return reached[-1] if reached else None


def too_often(item: ActionItem, project: Project, decided: Decided | None) -> bool:
    """Postponed so often that it needs a decision, and since the last one again."""
    forgiven = decided.times if decided else 0
    return item.open and item.times_postponed >= max(project.most_postponements, forgiven + 1)


def needs_decision(item: ActionItem, project: Project, today: date, decided: Decided | None) -> bool:
    return too_often(item, project, decided) or step_of(item, project, today, decided) is Step.decision


def questions(
    item: ActionItem, project: Project, today: date, decided: Decided | None
) -> Iterator[tuple[Why, str]]:
    """Questions about it to the project manager, each with what makes it a new question."""
    if step_of(item, project, today, decided) in (Step.proposed, Step.decision):
        yield Why.overdue, str(counted_from(item, decided))
    if too_often(item, project, decided):
        yield Why.postponed, str(item.times_postponed)


def next_step(
    item: ActionItem, project: Project, today: date, decided: Decided | None
) -> tuple[Step, date] | None:
    """The next level of what is late, and its day."""
    since = counted_from(item, decided)
    if since is None or not item.overdue(today) or item.waiting or not item.begun(today):
        return None
    for step, count in zip(Step, project.ladder, strict=True):
        day = working_day(since, count, project.works)
        # A project manager has their own item in their own morning anyway.
        if day > today and (step, item.owner) != (Step.told, project.manager):
            return step, day
    return None


def changes_its_card(item: ActionItem, project: Project, today: date) -> bool:
    """Whether its card can say something new: from the working day before its date on, past the last step."""
    if item.due is None or item.due > working_day(today, 1, project.works):
        return False
    most = project.ladder[-1] + WELL_ABOVE
    return working_days(item.due, today, project.works, most) < most
