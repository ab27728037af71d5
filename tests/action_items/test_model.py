"""The life of an action item, values in and values out."""

from datetime import UTC, date, datetime

import pytest

from bot.action_items.model import (
    ActionItem,
    Asked,
    CounterOffer,
    Group,
    Status,
    reconciled,
    revised,
    with_due,
    with_status,
)
from bot.core.events import Event, effective_events
from bot.core.records import alike

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
MONDAY = date(2026, 11, 23)


def item(due: date | None = None, number: int = 1) -> ActionItem:
    return ActionItem(
        project_id=1, number=number, text="write", raised_by="U1", raised_at=NOW, due=due, original_due=due
    )


@pytest.mark.parametrize(
    ("due", "group"),
    [
        (None, Group.no_date),
        (date(2026, 11, 22), Group.overdue),
        (MONDAY, Group.today),
        (date(2026, 11, 24), Group.this_week),
        (date(2026, 11, 29), Group.this_week),
        (date(2026, 11, 30), Group.later),
    ],
)
def test_the_week_of_a_list_ends_on_sunday(due: date | None, group: Group) -> None:
    assert item(due).group(MONDAY) is group


def test_on_sunday_the_next_day_is_later() -> None:
    assert item(MONDAY).group(date(2026, 11, 22)) is Group.later


def test_done_late_is_not_overdue_any_more() -> None:
    late = item(date(2026, 11, 20))
    assert late.overdue(MONDAY)
    assert not with_status(late, Status.done, NOW).overdue(MONDAY)


def test_each_change_is_a_version_and_no_change_is_none() -> None:
    first = item()
    done = with_status(first, Status.done, NOW)
    assert (done.version, done.done_at) == (2, NOW)
    assert with_status(done, Status.done, NOW) is done
    assert alike(first, with_due(first, None)) and not alike(first, done)


def test_without_a_date_again_it_is_not_postponed_and_remembers_the_first() -> None:
    bare = with_due(item(MONDAY), None)
    assert (bare.due, bare.original_due, bare.times_postponed) == (None, MONDAY, 0)


def event(number: int, what: str) -> Event:
    return Event(id=number, at=NOW, who="U1", project_id=1, noun="action_items", number=1, what=what)


@pytest.mark.parametrize(
    ("whats", "held"),
    [
        ((), []),
        (("created", "due"), [1, 2]),
        (("created", "due", "undone"), [1]),
        (("created", "due", "undone", "undone"), []),
        (("created", "undone", "reopened"), [3]),
        (("undone",), []),
    ],
)
def test_what_was_undone_does_not_stand(whats: tuple[str, ...], held: list[int]) -> None:
    events = [event(number, what) for number, what in enumerate(whats, start=1)]
    assert [each.id for each in effective_events(events)] == held


def test_the_reason_of_the_last_postponement_stays_until_it_moves_on_again() -> None:
    late = with_due(item(MONDAY), date(2026, 11, 27), "the supplier is late")
    assert (late.times_postponed, late.postponed_because) == (1, "the supplier is late")
    assert with_due(late, date(2026, 11, 25), "sooner").postponed_because == "the supplier is late"
    assert with_due(late, date(2026, 11, 30)).postponed_because is None


def test_a_new_owner_has_accepted_nothing_unless_they_took_it_themselves() -> None:
    accepted = revised(item(), owner="U1", accepted_at=NOW)
    given = revised(accepted, owner="U2")
    assert reconciled(accepted, given, "U1", NOW).accepted_at is None
    assert reconciled(accepted, given, "U2", NOW).accepted_at == NOW
    assert reconciled(accepted, revised(accepted, text="more"), "U2", NOW).accepted_at == NOW


@pytest.mark.parametrize(
    ("changes", "stays"),
    [
        ({"text": "more"}, True),
        ({"accepted_at": NOW}, True),
        ({"due": MONDAY}, False),
        ({"owner": "U2"}, False),
        ({"status": Status.done}, False),
        ({"status": Status.cancelled}, False),
    ],
)
def test_a_counter_offer_is_over_once_the_item_is_closed_given_or_moved(
    changes: dict[str, object], stays: bool
) -> None:
    offer = CounterOffer(asked=Asked.due, by="U1", due=MONDAY, at=NOW, made=2, opened=2)
    asked = revised(item(), owner="U1", counter_offer=offer.model_dump(mode="json"))
    assert asked.offered == offer
    after = reconciled(asked, revised(asked, **changes), "U1", NOW)
    assert (after.offered == offer) is stays
