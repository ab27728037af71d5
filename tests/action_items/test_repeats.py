"""Items that repeat: what they leave in the tables."""

from datetime import UTC, date, datetime

import pytest

from bot.action_items import change
from bot.action_items.dependencies import NoRepetition
from bot.action_items.facts import next_of
from bot.action_items.model import ActionItems, Status
from storage.tables import EventRow
from storage.unit_of_work import Storage
from tests.kit.atlas import Atlas, open_atlas, user
from tests.kit.clock import MONDAY
from tests.kit.item_acts import act, done, edited, events, kept, kept_in, raised, refused, taken_back, told
from tests.kit.rows import rows

FIRST_MONDAYS = "FREQ=MONTHLY;BYDAY=1MO"


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    return open_atlas(sqlite_storage)


def test_what_repeats_begins_on_its_first_day_and_comes_back_when_it_is_done(atlas: Atlas) -> None:
    item = raised(atlas, due=None, repeats=FIRST_MONDAYS, helpers=[user("priya")])
    assert (item.due, item.original_due) == (date(2026, 12, 7), date(2026, 12, 7))
    done(atlas, 1)
    done(atlas, 1, "priya")
    second = kept(atlas, 2)
    assert (second.due, second.original_due, second.owner) == (date(2027, 1, 4),) * 2 + (user("tom"),)
    assert (second.helpers, second.repeats, second.raised_by) == (
        [user("priya")],
        FIRST_MONDAYS,
        user("sanne"),
    )
    assert events(atlas) == [(1, "created", "USANNE"), (1, "done", "UTOM"), (2, "created", "spil")]
    assert told(atlas, "mine") == [user("tom"), user("tom")]
    with atlas.unit() as uow:
        assert next_of(atlas.ctx(uow, MONDAY, "tom"), kept_in(uow, atlas, 1)) == second


def test_done_too_late_it_comes_back_on_a_day_to_come(atlas: Atlas) -> None:
    raised(atlas, due=date(2026, 12, 1), repeats="FREQ=WEEKLY;INTERVAL=2;BYDAY=TU")
    done(atlas, 1, now=datetime(2026, 12, 16, 9, tzinfo=UTC))
    assert kept(atlas, 2).due == date(2026, 12, 29)  # its weeks are the 1st, the 15th, the 29th


def test_over_the_clock_change_only_days_count(atlas: Atlas) -> None:
    raised(atlas, due=date(2027, 3, 28), repeats="FREQ=WEEKLY;BYDAY=SU")
    done(atlas, 1, now=datetime(2027, 3, 28, 22, 30, tzinfo=UTC))  # 0:30 on Monday in Amsterdam
    assert kept(atlas, 2).due == date(2027, 4, 4)


def test_postponed_it_keeps_its_rhythm_and_its_own_lead(atlas: Atlas) -> None:
    raised(atlas, due=date(2026, 12, 1), starts=date(2026, 11, 30), repeats="FREQ=WEEKLY;BYDAY=TU")
    edited(atlas, 1, due=date(2026, 12, 3))
    done(atlas, 1)
    assert (kept(atlas, 2).due, kept(atlas, 2).starts) == (date(2026, 12, 8), date(2026, 12, 7))


def test_opened_again_the_next_one_that_nobody_touched_is_cancelled(atlas: Atlas) -> None:
    raised(atlas, due=None, repeats=FIRST_MONDAYS)
    done(atlas, 1)
    act(atlas, change.reopen, 1)
    assert (kept(atlas).status, kept(atlas, 2).status) == (Status.open, Status.cancelled)
    done(atlas, 1)
    assert taken_back(atlas, 1).status == Status.open
    assert kept(atlas, 3).status == Status.cancelled
    assert len({event.batch for event in rows(atlas.storage, EventRow) if event.batch}) == 4


def test_one_that_was_touched_stays_and_is_the_next_one_also_when_it_is_done_again(atlas: Atlas) -> None:
    raised(atlas, due=None, repeats=FIRST_MONDAYS)
    done(atlas, 1)
    edited(atlas, 2, text="write the plan with care")
    act(atlas, change.reopen, 1)
    assert kept(atlas, 2).open
    done(atlas, 1)
    with atlas.unit() as uow:
        assert uow.of(ActionItems).get(atlas.project.id, 3) is None


def test_dropped_it_does_not_come_back(atlas: Atlas) -> None:
    raised(atlas, due=None, repeats=FIRST_MONDAYS)
    act(atlas, change.drop, 1)
    with atlas.unit() as uow:
        assert uow.of(ActionItems).get(atlas.project.id, 2) is None


def test_a_rule_that_has_ended_makes_no_next_one(atlas: Atlas) -> None:
    raised(atlas, due=None, repeats="FREQ=WEEKLY;BYDAY=TU;UNTIL=20261201")
    done(atlas, 1)
    done(atlas, 2)
    assert events(atlas)[-1] == (2, "done", "UTOM")


def test_of_three_times_two_are_left_and_then_one(atlas: Atlas) -> None:
    raised(atlas, due=None, repeats="FREQ=WEEKLY;BYDAY=TU;COUNT=3")
    done(atlas, 1)
    assert (kept(atlas, 2).due, kept(atlas, 2).repeats) == (
        date(2026, 12, 1),
        "FREQ=WEEKLY;BYDAY=TU;COUNT=2",
    )
    done(atlas, 2)
    assert (kept(atlas, 3).due, kept(atlas, 3).repeats) == (date(2026, 12, 8), None)


@pytest.mark.parametrize(
    "rule",
    [
        "every Monday",
        "FREQ=SOMETIMES",
        "FREQ=HOURLY",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;BYHOUR=9,15",
        "FREQ=MONTHLY;BYDAY=1XX",
        "FREQ=WEEKLY;UNTIL=20200101",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "BYDAY=MO",
    ],
)
def test_what_is_no_rule_is_refused(atlas: Atlas, rule: str) -> None:
    raised(atlas)
    assert refused(atlas, 1, repeats=rule) == {"repeats": NoRepetition}
