"""Preferences of a person, and what they do to messages in their own name."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.action_items import change
from bot.core.errors import Misfilled, NotAllowed
from bot.core.jobs import Job
from bot.meetings import timed
from bot.meetings.model import Answer, Meeting, Meetings
from bot.meetings.notifications import NOTES_WANTED, REMINDER
from bot.people import hours as preferences
from bot.people.errors import MorningIsQuiet
from bot.people.hours import country_for, next_moment, preferences_of
from bot.people.preferences import CAN_BE_OFF, Absence, Absences, Preferences, PreferencesBook, Profile, Rule
from bot.people.quiet_hours import waiting
from bot.reminders import mornings as morning
from storage.tables import JobRow
from storage.unit_of_work import Storage
from tests.kit.atlas import TEAM, Atlas, anywhere, open_atlas, person, user
from tests.kit.clock import MONDAY
from tests.kit.rows import rows


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    return open_atlas(sqlite_storage)


def wish(name: str = "tom", **wishes: object) -> Preferences:
    return Preferences.model_validate({"team": TEAM, "user": user(name), **wishes})


def save(atlas: Atlas, name: str = "tom", **wishes: object) -> None:
    with atlas.unit() as uow:
        preferences.save(anywhere(uow, MONDAY, name), wish(name, **wishes))


def mornings(atlas: Atlas) -> list[datetime]:
    return [row.due_at for row in rows(atlas.storage, JobRow) if row.kind == morning.KIND]


def sent(atlas: Atlas, kind: str) -> dict[str, datetime]:
    """To whom, and when."""
    found = [row for row in rows(atlas.storage, JobRow) if row.payload.get("kind") == kind]
    return {row.payload["to"]: row.due_at for row in found}


def test_who_never_said_gets_the_standard_and_the_holidays_of_their_zone(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        wishes = preferences_of(uow, person("priya"))
    assert (wishes.profile, wishes.off, country_for(wishes, "Asia/Kolkata")) == (Profile.standard, [], "IN")
    assert [country_for(wish(country=each), "UTC") for each in ("NL", "", "zone")] == ["NL", "", ""]


def test_another_morning_holds_from_the_next_one_on_and_stands_once(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        change.create(atlas.ctx(uow, MONDAY, "sanne"), text="x", owner=user("tom"), due=None)
    save(atlas, morning=time(8, 30), working_days=[2, 4])
    assert mornings(atlas) == [datetime(2026, 11, 25, 8, 30, tzinfo=UTC)]


@pytest.mark.parametrize(
    ("morning_at", "comes"),
    [
        (time(8, 15), datetime(2026, 11, 23, 8, 30, tzinfo=UTC)),
        (time(8, 45), datetime(2026, 11, 23, 8, 45, tzinfo=UTC)),
        (time(11), datetime(2026, 11, 23, 11, tzinfo=UTC)),
    ],
)
def test_todays_morning_is_not_lost_when_it_is_put_earlier_than_now(
    atlas: Atlas, morning_at: time, comes: datetime
) -> None:
    half_past = MONDAY + timedelta(minutes=30)
    with atlas.unit() as uow:
        change.create(atlas.ctx(uow, MONDAY, "sanne"), text="x", owner=user("tom"), due=None)
    with atlas.unit() as uow:
        preferences.save(anywhere(uow, half_past, "tom"), wish(morning=morning_at))
    assert comes in mornings(atlas)


def test_a_morning_that_is_due_already_is_left_to_itself(atlas: Atlas) -> None:
    nine = MONDAY + timedelta(hours=1)
    with atlas.unit() as uow:
        change.create(atlas.ctx(uow, MONDAY, "sanne"), text="x", owner=user("tom"), due=None)
    with atlas.unit() as uow:
        preferences.save(anywhere(uow, nine, "tom"), wish(morning=time(10)))
    assert nine in mornings(atlas)


def test_a_morning_in_quiet_hours_is_refused_and_nothing_kept(atlas: Atlas) -> None:
    with pytest.raises(Misfilled) as refused:
        save(atlas, morning=time(7))
    assert isinstance(refused.value.reasons["morning"], MorningIsQuiet)
    with atlas.unit() as uow:
        assert uow.of(PreferencesBook).get(TEAM, user("tom")) is None


def test_nobody_saves_anothers_wishes_and_a_guest_has_none(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        preferences.save(anywhere(uow, MONDAY, "tom"), wish("sanne", profile=Profile.light))
        assert uow.of(PreferencesBook).get(TEAM, user("sanne")) is None
        with pytest.raises(NotAllowed):
            preferences.choose_profile(anywhere(uow, MONDAY, "gina", kind="guest"), Profile.light)


def test_the_bundle_that_is_off_does_not_come_and_can_be_had_again(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        change.create(atlas.ctx(uow, MONDAY, "sanne"), text="x", owner=user("tom"), due=date(2026, 11, 23))
        preferences.switch(anywhere(uow, MONDAY, "tom"), (Rule.bundle,), on=False)
        assert not morning.told(anywhere(uow, MONDAY, "tom"), date(2026, 11, 23))
        preferences.switch(anywhere(uow, MONDAY, "tom"), Rule, on=False)
        assert preferences_of(uow, person("tom")).off == sorted(map(str, CAN_BE_OFF))
        preferences.choose_profile(anywhere(uow, MONDAY, "tom"), Profile.light)
        assert morning.told(anywhere(uow, MONDAY, "tom"), date(2026, 11, 23))


def test_the_next_moment_passes_over_their_absences(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        first, last = date(2026, 11, 23), date(2026, 11, 24)
        uow.of(Absences).add(Absence(team=TEAM, user=user("tom"), first=first, last=last))
        assert next_moment(uow, person("tom"), MONDAY) == datetime(2026, 11, 25, 8, tzinfo=UTC)


def meeting(atlas: Atlas, **fields: object) -> Job:
    """One today at ten in London, and the job that tells of it."""
    given = {
        "project_id": atlas.project.id,
        "number": 1,
        "title": "Weekly",
        "organiser": user("sanne"),
        "people": [user("sanne"), user("tom"), user("priya")],
        "zone": "Europe/London",
        "starts": datetime(2026, 11, 23, 10),
        "raised_at": MONDAY,
        **fields,
    }
    with atlas.unit() as uow:
        uow.of(Meetings).add(Meeting.model_validate(given))
    payload = {"project": atlas.project.id, "number": 1, "sequence": 0}
    return Job(key="m", kind="m", lane="m", payload=payload, due_at=MONDAY)


def test_a_meeting_is_told_of_except_to_who_turned_that_off_or_is_away(atlas: Atlas) -> None:
    job = meeting(atlas)
    with atlas.unit() as uow:
        preferences.switch(anywhere(uow, MONDAY, "tom"), (Rule.meeting_reminder,), on=False)
        uow.of(Absences).add(Absence(team=TEAM, user=user("priya"), first=MONDAY.date(), last=MONDAY.date()))
        timed.remind(uow, MONDAY + timedelta(minutes=110), job)
    assert set(sent(atlas, REMINDER)) == {user("sanne")}


def test_who_is_away_and_said_yes_is_reminded(atlas: Atlas) -> None:
    job = meeting(atlas, answers={user("priya"): Answer.yes})
    with atlas.unit() as uow:
        uow.of(Absences).add(Absence(team=TEAM, user=user("priya"), first=MONDAY.date(), last=MONDAY.date()))
        timed.remind(uow, MONDAY + timedelta(minutes=110), job)
    assert user("priya") in sent(atlas, REMINDER)


def test_notes_are_asked_for_in_the_organisers_hours(atlas: Atlas) -> None:
    job, evening = meeting(atlas), datetime(2026, 11, 23, 19, tzinfo=UTC)
    with atlas.unit() as uow:
        timed.end(uow, evening, job)
    assert sent(atlas, NOTES_WANTED) == {}
    with atlas.unit() as uow:
        [held] = waiting(uow, TEAM, user("sanne"))
    assert (held.notice.kind, held.due_at) == (NOTES_WANTED, datetime(2026, 11, 24, 8, tzinfo=UTC))


def test_notes_are_not_asked_of_who_turned_that_off(atlas: Atlas) -> None:
    job = meeting(atlas)
    with atlas.unit() as uow:
        preferences.switch(anywhere(uow, MONDAY, "sanne"), (Rule.notes_wanted,), on=False)
        timed.end(uow, MONDAY, job)
    assert sent(atlas, NOTES_WANTED) == {}
