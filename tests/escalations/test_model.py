"""The ladder: when an overdue item reaches which step, and when it needs a decision."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.action_items.model import ActionItem, Status
from bot.core.project import Project
from bot.escalations.model import (
    Decided,
    Step,
    Why,
    changes_its_card,
    needs_decision,
    next_step,
    questions,
    step_of,
    too_often,
    working_day,
    working_days,
)
from tests.kit.clock import FRIDAY

CHRISTMAS = [f"2026-12-{day}" for day in range(24, 32)]


def project(**changes: Any) -> Project:
    return Project.model_validate(
        {"team": "T1", "channel": "C1", "name": "Atlas", "manager": "U1", **changes}
    )


def item(due: date | None = FRIDAY, **changes: Any) -> ActionItem:
    given = {"project_id": 1, "number": 1, "text": "write", "raised_by": "U1", "owner": "U2", "due": due}
    return ActionItem.model_validate({**given, "raised_at": datetime(2026, 11, 1, tzinfo=UTC), **changes})


@pytest.mark.parametrize(
    ("changes", "days"),
    [
        ({}, [date(2026, 12, 1), date(2026, 12, 4), date(2026, 12, 11)]),
        (
            {"days_off": ["2026-11-30", "2026-12-02"]},
            [date(2026, 12, 3), date(2026, 12, 8), date(2026, 12, 15)],
        ),
        ({"working_days": [1, 4]}, [date(2026, 12, 4), date(2026, 12, 15), date(2027, 1, 1)]),
        ({"working_days": [*range(7)]}, [date(2026, 11, 29), date(2026, 12, 2), date(2026, 12, 7)]),
        ({"ladder": [1, 2, 3]}, [date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 2)]),
    ],
)
def test_steps_come_by_the_projects_own_working_days(changes: dict[str, Any], days: list[date]) -> None:
    works = project(**changes)
    for step, day in zip(Step, days, strict=True):
        before = date.fromordinal(day.toordinal() - 1)
        assert step_of(item(), works, day, None) is step
        assert step_of(item(), works, before, None) is not step
        assert before == FRIDAY or next_step(item(), works, before, None) == (step, day)


def test_weeks_without_work_count_for_nothing() -> None:
    works = project(days_off=CHRISTMAS)
    late = item(date(2026, 12, 22))
    assert step_of(late, works, date(2026, 12, 31), None) is None
    assert step_of(late, works, date(2027, 1, 1), None) is Step.told  # 23 December and 1 January


def test_a_day_is_a_day_where_the_clock_changes() -> None:
    works = project(working_days=[*range(7)]).works
    for sunday in (date(2026, 10, 25), date(2027, 3, 28)):
        assert working_days(date.fromordinal(sunday.toordinal() - 1), sunday, works, 9) == 1


def test_counting_there_and_back_agree() -> None:
    works = project(days_off=CHRISTMAS).works
    for count in range(1, 30):
        day = working_day(FRIDAY, count, works)
        assert works(day) and working_days(FRIDAY, day, works, 99) == count


@pytest.mark.parametrize(
    "changes",
    [
        {"status": Status.done},
        {"waits_for": 2},
        {"waits_on": "the permit"},
        {"starts": date(2027, 2, 1)},
        {"due": None},
        {"due": date(2027, 1, 11)},
    ],
)
def test_what_is_closed_waits_or_has_not_begun_does_not_escalate(changes: dict[str, Any]) -> None:
    assert step_of(item(**changes), project(), date(2027, 1, 11), None) is None
    assert next_step(item(**changes), project(), date(2026, 12, 30), None) is None


@pytest.mark.parametrize(
    ("today", "step"),
    [
        (FRIDAY, None),
        (date(2026, 11, 28), (Step.told, date(2026, 12, 1))),
        (date(2026, 12, 1), (Step.proposed, date(2026, 12, 4))),
        (date(2026, 12, 4), (Step.decision, date(2026, 12, 11))),
        (date(2026, 12, 11), None),
    ],
)
def test_only_the_next_step_is_announced_and_only_of_what_is_late(
    today: date, step: tuple[Step, date] | None
) -> None:
    assert next_step(item(), project(), today, None) == step


def test_a_manager_does_not_read_that_they_will_see_their_own() -> None:
    own = item(owner="U1")
    assert next_step(own, project(), date(2026, 11, 28), None) == (Step.proposed, date(2026, 12, 4))


@pytest.mark.parametrize(
    ("day", "new"),
    [
        (date(2026, 11, 25), False),
        (date(2026, 11, 26), True),
        (date(2026, 12, 11), True),
        (date(2026, 12, 17), True),
        (date(2026, 12, 18), False),
    ],
)
def test_a_card_can_be_new_from_its_announcement_until_a_week_after_the_last_step(
    day: date, new: bool
) -> None:
    assert changes_its_card(item(), project(), day) is new
    assert not changes_its_card(item(None), project(), day)


def test_a_decision_sets_it_back_to_the_foot() -> None:
    decided = Decided(date(2026, 12, 4), 0)
    assert step_of(item(), project(), date(2026, 12, 7), decided) is None
    assert step_of(item(), project(), date(2026, 12, 8), decided) is Step.told
    assert needs_decision(item(), project(), date(2026, 12, 18), decided)


def test_the_third_postponement_needs_a_decision_and_after_it_each_one_more() -> None:
    ahead = date(2027, 1, 11)
    second, third, fourth = (item(ahead, times_postponed=times) for times in (2, 3, 4))
    assert not too_often(second, project(), None)
    assert too_often(third, project(), None) and needs_decision(third, project(), FRIDAY, None)
    decided = Decided(FRIDAY, 3)
    assert not too_often(third, project(), decided) and too_often(fourth, project(), decided)
    assert not too_often(fourth, project(most_postponements=5), None)
    assert not too_often(item(ahead, times_postponed=3, status=Status.done), project(), None)


def test_the_manager_is_asked_of_what_is_overdue_and_of_what_moves_too_often() -> None:
    fifth, tenth = date(2026, 12, 4), date(2026, 12, 11)
    assert list(questions(item(), project(), date(2026, 12, 3), None)) == []
    asked = [(Why.overdue, "2026-11-27")]
    assert list(questions(item(), project(), fifth, None)) == asked
    assert list(questions(item(), project(), tenth, None)) == asked
    often = list(questions(item(times_postponed=3), project(), fifth, None))
    assert often == [*asked, (Why.postponed, "3")]
