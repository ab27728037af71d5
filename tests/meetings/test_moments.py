"""Whose time is looked at for a meeting, and how: their own hours, holidays, absences and other meetings."""

from datetime import date, datetime, time, timedelta

import pytest

from bot.core.calendar import local
from bot.meetings.model import Answer, Sketch
from bot.meetings.moments import Clash, Clashes, clashes, diaries, moments, taken_by
from bot.people.preferences import Absence, Absences, Preferences, PreferencesBook
from storage.unit_of_work import Storage
from tests.kit.atlas import TEAM, Atlas, open_atlas, user
from tests.kit.clock import FRIDAY, MONDAY
from tests.kit.meeting_acts import START, answer, kept, moved, planned

WEEK = {"day": date(2026, 11, 30), "until": date(2026, 12, 4)}
HOUR = timedelta(hours=1)


@pytest.fixture
def atlas(storage: Storage) -> Atlas:
    return open_atlas(storage)


def found(atlas: Atlas, now: datetime = MONDAY, **fields: object) -> list[datetime]:
    """Starts on the clock of Amsterdam, as Sanne is told them."""
    given = {"title": "Retro", "people": [user("priya")], "minutes": 45, **WEEK, **fields}
    with atlas.unit() as uow:
        slots = moments(atlas.ctx(uow, now, "sanne"), Sketch.model_validate(given)).slots
    return [local(slot.start, "Europe/Amsterdam") for slot in slots]


def prefer(atlas: Atlas, name: str, **wishes: object) -> None:
    with atlas.unit() as uow:
        uow.of(PreferencesBook).put(Preferences.model_validate({"team": TEAM, "user": user(name), **wishes}))


def away(atlas: Atlas, name: str, first: date, last: date) -> None:
    with atlas.unit() as uow:
        uow.of(Absences).add(Absence(team=TEAM, user=user(name), first=first, last=last))


def test_nobody_is_asked_within_two_hours_or_on_a_day_that_is_over(atlas: Atlas) -> None:
    today = found(atlas, day=date(2026, 11, 20), until=date(2026, 11, 23))
    assert today[0] == datetime(2026, 11, 23, 11, 15)


def test_each_ones_days_hours_holidays_and_absences_count(atlas: Atlas) -> None:
    prefer(atlas, "priya", working_days=[0, 1, 2], quiet_until=time(13))
    away(atlas, "priya", date(2026, 11, 30), date(2026, 11, 30))
    days = found(atlas)
    assert {start.date() for start in days} == {date(2026, 12, 1), date(2026, 12, 2)}
    assert min(start.time() for start in days) >= time(8, 30), "13:00 in Kolkata"
    assert found(atlas, day=date(2026, 12, 25), until=None) == [], "Christmas Day"


def test_what_somebody_keeps_free_is_not_proposed(atlas: Atlas) -> None:
    prefer(atlas, "sanne", no_meetings="8–11, mon, Tuesday 9:00–0:00, 12–18", between_meetings=30)
    days = [date(2026, 12, each) for each in (2, 3, 4)]
    assert [start.date() for start in found(atlas)] == days
    planned(atlas, "tom", people=[user("sanne")], day=days[0], at=time(10), minutes=60)
    assert [start.date() for start in found(atlas)] == days[1:], "too soon after it"


def test_whoever_had_an_early_or_late_hour_is_spared_the_next_time(atlas: Atlas) -> None:
    prefer(atlas, "sanne", no_meetings="9–13, 14–18")
    prefer(atlas, "priya", no_meetings="", quiet_from=time(20))
    early, late = (datetime(2026, 11, 30, hour) for hour in (8, 13))
    assert found(atlas)[0] == early
    planned(atlas, "tom", people=[user("sanne")], day=FRIDAY, at=time(8))
    assert found(atlas)[0] == late
    planned(atlas, "tom", people=[user("priya")], day=FRIDAY, at=time(16))
    assert found(atlas)[0] == early


def test_without_quiet_hours_all_of_the_day_is_theirs(atlas: Atlas) -> None:
    prefer(atlas, "sanne", quiet_from=time(), quiet_until=time())
    prefer(atlas, "priya", quiet_from=time(2), quiet_until=time(18))
    assert all(start.time() >= time(13, 30) for start in found(atlas))


def test_other_meetings_of_any_project_are_in_the_way_but_not_ones_that_somebody_declined(
    atlas: Atlas,
) -> None:
    planned(atlas, "tom", people=[user("priya")], day=FRIDAY, at=time(14))
    with atlas.unit() as uow:
        ctx = atlas.ctx(uow, MONDAY, "sanne")
        busy = diaries(ctx, [user("priya"), user("tom"), user("sanne")], START - HOUR, START + HOUR)
        assert {who: len(diary.busy) for who, diary in busy.items()} == {"UPRIYA": 1, "UTOM": 1, "USANNE": 0}
        assert diaries(ctx, [user("priya")], START + HOUR, START + 2 * HOUR)[user("priya")].busy == []
        asked = Sketch(people=[user("priya")], minutes=30)
        assert taken_by(ctx, asked, START, None) == [user("priya")]
        assert taken_by(ctx, asked, START - HOUR / 2, None) == []
    answer(atlas, "priya", Answer.no)
    with atlas.unit() as uow:
        assert taken_by(atlas.ctx(uow, MONDAY, "sanne"), asked, START, None) == []


def test_who_clashes_is_named_with_the_title_of_this_project_alone(atlas: Atlas) -> None:
    planned(atlas, "tom", people=[user("priya")])
    with atlas.unit() as uow:
        uow.projects.add(atlas.project.model_copy(update={"id": 0, "channel": "C2", "name": "Other"}))
    second = planned(atlas, "sanne", people=[user("priya")], title="Retro")
    with atlas.unit() as uow:
        assert clashes(atlas.ctx(uow, MONDAY, "sanne"), second) == Clashes(
            [Clash(user("priya"), "Sprint review")]
        )


def test_a_meeting_does_not_stand_in_its_own_way(atlas: Atlas) -> None:
    meeting = planned(atlas, "tom")
    with atlas.unit() as uow:
        ctx = atlas.ctx(uow, MONDAY, "tom")
        assert clashes(ctx, meeting) == Clashes([])
        assert taken_by(ctx, Sketch(people=meeting.people, minutes=45), START, meeting) == []


def test_where_another_meeting_is_then_none_is_proposed_and_it_is_said(atlas: Atlas) -> None:
    planned(atlas, "tom", people=[user("priya")], day=FRIDAY, at=time(14), minutes=60, place="Room 2")

    def afternoon(place: str) -> list[datetime]:
        slots = found(atlas, people=[], day=FRIDAY, until=None, minutes=30, place=place)
        return [start for start in slots if time(13, 30) < start.time() < time(15)]

    assert afternoon("Room 3") and not afternoon("room  2")
    for place, taken in (("ROOM 2", True), ("Room 3", False), ("Teams", False)):
        meeting = planned(atlas, "sanne", people=[user("priya")], day=FRIDAY, at=time(14, 30), place=place)
        with atlas.unit() as uow:
            assert clashes(atlas.ctx(uow, MONDAY, "sanne"), meeting).room is taken


def test_who_is_optional_is_asked_too_and_an_undo_takes_it_back(atlas: Atlas) -> None:
    meeting = planned(atlas, "tom", people=[user("sanne")], optional=[user("priya"), user("tom")])
    assert meeting.people == [user("tom"), user("sanne"), user("priya")]
    assert meeting.optional == [user("priya")]
    moved(atlas, "tom", optional=[])
    assert kept(atlas).optional == [] and kept(atlas).people == meeting.people
