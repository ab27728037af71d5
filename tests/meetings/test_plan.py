"""What a meeting leaves in the tables."""

from datetime import date, time, timedelta

import pytest

from bot.core.context import in_channel
from bot.core.errors import (
    InThePast,
    Misfilled,
    NoProject,
    NotAllowed,
    PersonGone,
    PersonIsBot,
    PersonIsGuest,
    PersonOutside,
    Rejected,
    UnknownNumber,
    UnknownPerson,
)
from bot.core.events import CLOCK
from bot.core.jobs import Job
from bot.meetings import plan as meetings
from bot.meetings import schedule, timed
from bot.meetings.errors import MeetingOver, NobodyElse, NotAsked, NotOrganiser
from bot.meetings.model import Answer, Status
from bot.meetings.notifications import BURST
from storage.tables import EventRow, MeetingRow
from storage.unit_of_work import Storage
from tests.kit.atlas import Atlas, open_atlas, person, user
from tests.kit.clock import MONDAY
from tests.kit.meeting_acts import (
    MOVED,
    START,
    answer,
    fields,
    jobs,
    kept,
    moved,
    planned,
    posts,
    work,
)
from tests.kit.rows import rows


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    return open_atlas(sqlite_storage)


def test_planned_it_is_logged_shown_and_remembered(atlas: Atlas) -> None:
    meeting = planned(atlas)
    assert meeting == kept(atlas)
    everybody = [user(name) for name in ("tom", "sanne", "priya")]
    assert (meeting.people, meeting.answers) == (everybody, {user("tom"): Answer.yes})
    [event] = rows(atlas.storage, EventRow)
    assert (event.noun, event.what, event.who) == ("meetings", "created", user("tom"))
    assert posts(atlas, "meetings.card") == [("C1", MONDAY)]
    for kind in ("meetings.invitation", "meetings.file"):
        assert posts(atlas, kind) == [(each, MONDAY) for each in everybody]
    [reminder], [end] = jobs(atlas, schedule.REMIND), jobs(atlas, schedule.ENDED)
    assert (reminder.due_at, reminder.expires_at) == (START - timedelta(minutes=10), START)
    assert end.due_at == START + timedelta(minutes=45)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("gina", PersonIsGuest),
        ("robo", PersonIsBot),
        ("gone", PersonGone),
        ("otto", PersonOutside),
        ("nobody", UnknownPerson),
        ("tom", NobodyElse),
    ],
)
def test_only_other_members_of_the_channel_are_asked(atlas: Atlas, name: str, reason: type[Rejected]) -> None:
    with pytest.raises(Misfilled) as told, atlas.unit() as uow:
        meetings.plan(atlas.ctx(uow, MONDAY, "tom"), **fields(name))
    assert isinstance(told.value.reasons["people"], reason)
    assert rows(atlas.storage, MeetingRow) == []


def test_all_that_is_wrong_is_told_at_once_by_field(atlas: Atlas) -> None:
    with pytest.raises(Misfilled) as told, atlas.unit() as uow:
        meetings.plan(atlas.ctx(uow, MONDAY, "tom"), title=" ", place="x" * 201, minutes=1)
    assert set(told.value.reasons) == {"title", "people", "day", "at", "place", "minutes"}


@pytest.mark.parametrize(
    ("day", "at", "field"), [(date(2026, 11, 22), time(14), "day"), (date(2026, 11, 23), time(9), "at")]
)
def test_what_is_over_in_the_projects_zone_cannot_be_planned(
    atlas: Atlas, day: date, at: time, field: str
) -> None:
    with pytest.raises(Misfilled) as told:
        planned(atlas, day=day, at=at)
    assert isinstance(told.value.reasons[field], InThePast)


def test_nobody_plans_anything_where_they_may_not_see(atlas: Atlas) -> None:
    with pytest.raises(NotAllowed), atlas.unit() as uow:
        meetings.plan(atlas.ctx(uow, MONDAY, "otto"), **fields())
    with pytest.raises(NoProject), atlas.unit() as uow:
        meetings.plan(in_channel(uow, MONDAY, person("tom"), "C9"), **fields())


def test_an_answer_changes_what_stands_and_posts_nothing(atlas: Atlas) -> None:
    planned(atlas)
    before = len(jobs(atlas, "post"))
    assert answer(atlas, "priya", Answer.yes).answers[user("priya")] == Answer.yes
    fresh = jobs(atlas, "post")[before:]
    assert [(job.payload["to"], job.payload.get("only_update", False)) for job in fresh] == [
        ("C1", False),
        (user("priya"), True),
    ]
    answer(atlas, "priya", Answer.yes)
    assert len(rows(atlas.storage, EventRow)) == 2


def test_only_who_is_asked_answers_and_only_while_it_is_ahead(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        meetings.plan(atlas.ctx(uow, MONDAY, "tom"), **fields("priya"))
    with pytest.raises(NotAsked):
        answer(atlas, "sanne", Answer.yes)
    with pytest.raises(NotAllowed):
        answer(atlas, "otto", Answer.yes)
    with pytest.raises(MeetingOver):
        answer(atlas, "priya", Answer.yes, now=START + timedelta(minutes=45))
    with pytest.raises(UnknownNumber), atlas.unit() as uow:
        meetings.answer(atlas.ctx(uow, MONDAY, "tom"), 99, Answer.no)


def test_moved_its_reminder_moves_along_and_answers_begin_anew(atlas: Atlas) -> None:
    planned(atlas)
    answer(atlas, "priya", Answer.yes)
    meeting = moved(atlas, "tom", at=time(16))
    assert (meeting.answers, meeting.sequence) == ({user("tom"): Answer.yes}, 1)
    [reminder], [end] = jobs(atlas, schedule.REMIND), jobs(atlas, schedule.ENDED)
    assert reminder.due_at == START + timedelta(hours=2) - timedelta(minutes=10)
    assert end.payload["sequence"] == 1


def test_a_burst_of_moves_is_one_piece_of_news_a_little_after_the_first(atlas: Atlas) -> None:
    planned(atlas)
    due = MOVED + BURST
    for at in (time(16), time(17), time(18)):
        moved(atlas, "tom", at=at)
    assert posts(atlas, "meetings.news") == [(user("sanne"), due), (user("priya"), due)]
    moved(atlas, "tom", now=due, at=time(19))
    assert len(posts(atlas, "meetings.news")) == 4


def test_shortly_before_it_begins_a_move_is_told_at_once(atlas: Atlas) -> None:
    planned(atlas)
    now = START - timedelta(minutes=12)
    moved(atlas, "tom", now=now, at=time(15))
    assert {due for _, due in posts(atlas, "meetings.news")} == {now}


def test_who_has_left_does_not_keep_it_from_being_moved(atlas: Atlas) -> None:
    planned(atlas)
    with atlas.unit() as uow:
        uow.people.put(person("priya", gone=True))
    assert moved(atlas, "tom", at=time(16)).starts.hour == 16


@pytest.mark.parametrize("by", ["tom", "sanne"])
def test_its_organiser_and_the_project_manager_cancel_it_at_once(atlas: Atlas, by: str) -> None:
    planned(atlas)
    answer(atlas, "priya", Answer.no)
    with atlas.unit() as uow:
        for _ in range(2):
            meetings.cancel(atlas.ctx(uow, MOVED, by), 1)
    assert (kept(atlas).status, kept(atlas).sequence) == (Status.cancelled, 1)
    other = "sanne" if by == "tom" else "tom"
    assert posts(atlas, "meetings.news") == [(user(other), MOVED)]
    assert jobs(atlas, schedule.REMIND) == jobs(atlas, schedule.ENDED) == []
    with pytest.raises(MeetingOver):
        answer(atlas, "priya", Answer.yes)


def test_another_may_neither_move_nor_cancel_it(atlas: Atlas) -> None:
    planned(atlas)
    with pytest.raises(NotOrganiser):
        moved(atlas, "priya", at=time(16))
    with pytest.raises(NotOrganiser), atlas.unit() as uow:
        meetings.cancel(atlas.ctx(uow, MONDAY, "priya"), 1)


def test_all_who_did_not_say_no_are_reminded_until_it_begins(atlas: Atlas) -> None:
    planned(atlas)
    answer(atlas, "priya", Answer.no)
    now = START - timedelta(minutes=10)
    work(atlas, schedule.REMIND, now)
    assert posts(atlas, "meetings.reminder") == [(user("tom"), now), (user("sanne"), now)]
    reminders = [job for job in jobs(atlas, "post") if job.payload["kind"] == "meetings.reminder"]
    assert {job.expires_at for job in reminders} == {START}


def test_planned_within_ten_minutes_it_has_no_reminder(atlas: Atlas) -> None:
    planned(atlas, now=START - timedelta(minutes=9))
    assert jobs(atlas, schedule.REMIND) == []


def test_after_its_end_it_was_held_and_notes_are_wanted(atlas: Atlas) -> None:
    planned(atlas)
    end = START + timedelta(minutes=45)
    work(atlas, schedule.ENDED, end)
    assert kept(atlas).status == Status.held
    assert posts(atlas, "meetings.notes_wanted") == [(user("tom"), end)]
    assert rows(atlas.storage, EventRow)[-1].who == CLOCK


def test_a_job_of_an_earlier_plan_does_nothing(atlas: Atlas) -> None:
    planned(atlas)
    [row] = jobs(atlas, schedule.ENDED)
    moved(atlas, "tom", at=time(16))
    with atlas.unit() as uow:
        timed.end(uow, START, Job.model_validate(row))
        timed.remind(uow, START, Job.model_validate(row))
    assert kept(atlas).planned and posts(atlas, "meetings.reminder") == []
