"""Messages to somebody in the next seven days, of what they may see only."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Engine, event

from bot.action_items import change, snooze
from bot.action_items.snooze import Snooze
from bot.core.context import by_clock
from bot.digests import digest
from bot.escalations import notifications
from bot.meetings import schedule
from bot.meetings.model import Meeting, Meetings
from bot.people import delegation, hours
from bot.people.preferences import Rule
from bot.reminders.upcoming import planned
from storage.unit_of_work import Storage
from tests.kit.atlas import TEAM, Atlas, anywhere, open_atlas, user
from tests.kit.clock import MONDAY


@contextmanager
def heard(engine: Engine, statements: list[str]) -> Iterator[None]:
    """All that the database is asked."""

    def hear(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        statements.append(statement)

    event.listen(engine, "before_cursor_execute", hear)
    yield
    event.remove(engine, "before_cursor_execute", hear)


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    return open_atlas(sqlite_storage)


def add(atlas: Atlas, due: date, owner: str = "tom") -> int:
    with atlas.unit() as uow:
        return change.create(atlas.ctx(uow, MONDAY, "sanne"), text="write", owner=user(owner), due=due).number


def meet(atlas: Atlas, starts: datetime) -> None:
    people = [user("sanne"), user("tom")]
    given = {"number": 1, "title": "Weekly", "organiser": user("sanne"), "people": people, "zone": "UTC"}
    meeting = Meeting.model_validate(
        {"project_id": atlas.project.id, "starts": starts, "raised_at": MONDAY, **given}
    )
    with atlas.unit() as uow:
        uow.of(Meetings).add(meeting)
        schedule.schedule(by_clock(uow, MONDAY, atlas.project), meeting)


def told(atlas: Atlas, name: str = "tom", now: datetime = MONDAY) -> list[tuple[str, Rule, int]]:
    with atlas.unit() as uow:
        return [(f"{each.at:%d %H:%M}", each.rule, each.number) for each in planned(anywhere(uow, now, name))]


def test_of_nothing_there_is_nothing(atlas: Atlas) -> None:
    assert told(atlas) == []


def test_bundles_are_told_on_days_on_which_there_would_be_something(atlas: Atlas) -> None:
    add(atlas, date(2026, 11, 27))
    add(atlas, date(2026, 11, 30))
    assert told(atlas) == [
        ("26 09:00", Rule.bundle, 1),
        ("27 09:00", Rule.bundle, 1),
    ]
    assert ("30 09:00", Rule.bundle, 2) in told(atlas, now=MONDAY + timedelta(days=2))


def test_meetings_are_told_of_and_notes_to_their_organiser_in_their_hours(atlas: Atlas) -> None:
    meet(atlas, datetime(2026, 11, 25, 16, 45))
    assert told(atlas) == [("25 16:35", Rule.meeting_reminder, 1)]
    assert told(atlas, "sanne") == [
        ("25 16:35", Rule.meeting_reminder, 1),
        ("26 08:00", Rule.notes_wanted, 1),
    ]


def test_what_they_turned_off_is_not_told(atlas: Atlas) -> None:
    add(atlas, date(2026, 11, 24))
    meet(atlas, datetime(2026, 11, 25, 10))
    with atlas.unit() as uow:
        hours.switch(anywhere(uow, MONDAY, "tom"), (Rule.bundle, Rule.meeting_reminder), on=False)
    assert told(atlas) == []


def test_what_they_snoozed_and_the_digest_of_their_channel_are_told(atlas: Atlas) -> None:
    number = add(atlas, date(2026, 12, 24))
    with atlas.unit() as uow:
        snooze.snooze(atlas.ctx(uow, MONDAY, "tom"), number, Snooze.two_hours)
        digest.schedule(by_clock(uow, MONDAY, atlas.project.model_copy(update={"digest_day": 2})))
    assert told(atlas) == [("23 10:00", Rule.snooze, number), ("25 08:00", Rule.digest, 0)]


def test_a_deputy_sees_that_they_will_be_told_and_the_bundle_of_who_is_away(atlas: Atlas) -> None:
    evening = datetime(2026, 11, 23, 20, tzinfo=UTC)
    add(atlas, date(2026, 11, 25), "sanne")
    with atlas.unit() as uow:
        first = date(2026, 11, 25)
        delegation.go_away(anywhere(uow, evening, "sanne"), first, first, user("tom"))
    assert told(atlas, now=evening) == [("24 09:00", Rule.bundle, 1), ("25 09:00", Rule.bundle, 1)]


def test_what_a_project_manager_will_be_asked_to_decide_counts_in_their_morning_and_can_be_off(
    atlas: Atlas,
) -> None:
    number = add(atlas, date(2026, 11, 23), "tom")
    later = MONDAY + timedelta(days=2)
    assert told(atlas, "sanne", later) == [
        (f"{day} 08:00", Rule.bundle, 1) for day in ("26", "27", "30", "01", "02")
    ]
    with atlas.unit() as uow:
        hours.switch(anywhere(uow, MONDAY, "sanne"), (Rule.ladder,), on=False)
        notifications.propose(anywhere(uow, later + timedelta(days=7), "sanne"), "x")
        assert uow.log.of_item(atlas.project.id, notifications.NOUN, number) == []
    assert told(atlas, "sanne", later) == []


def test_of_what_they_may_not_see_any_more_nothing_is_told(atlas: Atlas) -> None:
    number = add(atlas, date(2026, 11, 24))
    meet(atlas, datetime(2026, 11, 25, 10))
    with atlas.unit() as uow:
        snooze.snooze(atlas.ctx(uow, MONDAY, "tom"), number, Snooze.two_hours)
        digest.schedule(by_clock(uow, MONDAY, atlas.project))
        uow.people.remove_member(TEAM, "C1", user("tom"))
    assert told(atlas) == []


def test_of_many_late_items_no_more_is_asked_than_of_a_few(atlas: Atlas) -> None:
    def asked() -> int:
        statements: list[str] = []
        with atlas.unit() as uow, heard(atlas.storage.engine, statements):
            assert planned(anywhere(uow, MONDAY + timedelta(days=8), "sanne"))
        return len(statements)

    for owner in ("tom", "priya", "sanne"):
        add(atlas, date(2026, 11, 23), owner)
    meet(atlas, datetime(2026, 12, 3, 10))
    few = asked()
    for owner in ("tom", "priya", "sanne") * 8:
        add(atlas, date(2026, 11, 23), owner)
    assert asked() == few
