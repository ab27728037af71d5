"""What a digest sets apart."""

from datetime import UTC, date, datetime

from bot.action_items.model import ActionItem
from bot.digests.model import Digest, Period, Section, set_apart

PERIOD = Period(datetime(2026, 11, 23, tzinfo=UTC), datetime(2026, 11, 30, tzinfo=UTC), "UTC")


def item(number: int) -> ActionItem:
    due = date(2026, 11, 2)
    return ActionItem(
        project_id=1, number=number, text="write", raised_by="U1", raised_at=PERIOD.since, due=due
    )


def test_what_needs_a_decision_stands_first_and_no_more_among_what_is_due_but_stays_new() -> None:
    found = {Section.overdue: [item(1), item(2)], Section.due: [item(3)], Section.new: [item(1)]}
    apart = set_apart(found, [item(1), item(3), item(9)])
    numbers = {section: [each.number for each in held] for section, held in apart.items()}
    assert numbers == {
        Section.overdue: [2],
        Section.due: [],
        Section.new: [1],
        Section.decide: [1, 3, 9],
    }


def test_what_needs_a_decision_is_told_first_and_is_worth_a_digest_alone() -> None:
    digest = Digest(PERIOD, set_apart({}, [item(1)]), {}, [], [])
    assert digest and digest.counts == {Section.decide: 1}
    assert next(iter(Section)) is Section.decide
