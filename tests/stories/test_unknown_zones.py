"""A colleague whose time zone this machine does not know: nothing of theirs stops, nor anything of others."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from bot.action_items.model import Status
from storage.tables import ActionItemRow
from tests.kit.clock import AMSTERDAM
from tests.kit.office import Office
from tests.kit.rows import rows
from tests.kit.story import PLAN, dm_texts, type_in


@pytest.fixture
def atlas(office: Office) -> Office:
    """Priya, in India, has a phone that calls its zone by a name of next year; that Tuesday is a holiday."""
    office.slack.user("priya").tz_told = "Asia/Bengaluru"
    office.project("atlas")
    return office


def play(office: Office, starts: datetime) -> None:
    """Priya is given an item, is reminded of it, closes it; and is asked to a meeting with others."""
    type_in(office, "tom", "/action @priya write the plan wednesday")
    type_in(office, "tom", "/action @priya order chairs wednesday")
    type_in(office, "sanne", PLAN)
    office.set_clock(datetime(2026, 11, 25, 10))
    assert any(
        line.startswith("Good morning") and "write the plan" in line for line in dm_texts(office, "priya")
    )
    for line in ("/action done 1", "/action done 2"):
        assert "wrong" not in type_in(office, "priya", line)
    office.settle()
    assert [item.status for item in rows(office.spil.storage, ActionItemRow)] == [Status.done] * 2
    office.set_clock(starts - timedelta(minutes=10))
    for name in ("sanne", "tom", "priya"):
        assert (
            dm_texts(office, name)[-1].startswith(("In 10", "Over 10"))
            and "Sprint review" in dm_texts(office, name)[-1]
        )


def test_they_live_by_the_offset_that_slack_tells(atlas: Office) -> None:
    type_in(atlas, "tom", "/action @priya write the plan wednesday")
    atlas.set_clock(datetime(2026, 11, 25, 4, 29))
    assert not any(line.startswith("Good morning") for line in dm_texts(atlas, "priya"))
    atlas.set_clock(datetime(2026, 11, 25, 4, 30))  # 9:00 in India
    assert any(line.startswith("Good morning") for line in dm_texts(atlas, "priya"))


def test_they_are_given_items_close_them_and_stop_nobodys_reminder(atlas: Office) -> None:
    play(atlas, datetime(2026, 11, 27, 14, tzinfo=AMSTERDAM))


def test_so_do_all_after_a_move_to_a_machine_that_knows_none_of_the_zones(atlas: Office) -> None:
    for name in ("priya", "tom", "sanne"):
        type_in(atlas, name, "/action list")
    atlas.stop_bot()
    with atlas.spil.storage.engine.begin() as connection:
        for table in ("person", "project"):
            connection.execute(text(f"UPDATE {table} SET zone = 'Mars/Olympus'"))
    atlas.start_bot()
    play(atlas, datetime(2026, 11, 27, 14, tzinfo=UTC))  # the project's clock by now
