"""What of a meeting is taken back, and who hears of it; what two do at once in its form."""

from datetime import date, time, timedelta

import pytest

from bot.core import records
from bot.core.errors import ChangedSince, InThePast, NothingToUndo
from bot.core.undo import undo, undo_last
from bot.meetings import plan as meetings
from bot.meetings import schedule
from bot.meetings.errors import MeetingOver
from bot.meetings.model import Answer, Meeting, Status
from bot.meetings.noun import MEETING
from storage.unit_of_work import Storage
from tests.kit.atlas import Atlas, open_atlas, user
from tests.kit.clock import FRIDAY
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


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    return open_atlas(sqlite_storage)


def test_a_move_is_taken_back_once_by_who_made_it(atlas: Atlas) -> None:
    planned(atlas)
    answer(atlas, "priya", Answer.yes)
    version = moved(atlas, "tom", at=time(16)).version
    with pytest.raises(NothingToUndo), atlas.unit() as uow:
        undo(atlas.ctx(uow, MOVED, "sanne"), MEETING, 1, version)
    with atlas.unit() as uow:
        for _ in range(2):
            undo(atlas.ctx(uow, MOVED, "tom"), MEETING, 1, version)
    meeting = kept(atlas)
    assert (meeting.starts.hour, meeting.sequence) == (14, 2)
    assert meeting.answers == {user("tom"): Answer.yes, user("priya"): Answer.yes}
    moved(atlas, "sanne", at=time(17))
    with pytest.raises(ChangedSince), atlas.unit() as uow:
        undo(atlas.ctx(uow, MOVED, "tom"), MEETING, 1, meeting.version)


def test_an_answer_is_in_no_ones_way_and_is_changed_by_answering_anew(atlas: Atlas) -> None:
    planned(atlas)
    version = moved(atlas, "tom", at=time(16)).version
    answer(atlas, "priya", Answer.no)
    answer(atlas, "tom", Answer.maybe)
    with pytest.raises(NothingToUndo), atlas.unit() as uow:
        undo_last(atlas.ctx(uow, MOVED, "tom"), MEETING)
    with atlas.unit() as uow:
        undo(atlas.ctx(uow, MOVED, "tom"), MEETING, 1, version)
    assert (kept(atlas).starts.hour, kept(atlas).answers) == (14, {user("tom"): Answer.yes})


def test_at_the_same_time_answers_given_since_stay(atlas: Atlas) -> None:
    planned(atlas)
    answer(atlas, "sanne", Answer.no)
    version = moved(atlas, "tom", place="Room 3", people=[user("priya")]).version
    answer(atlas, "priya", Answer.yes)
    with atlas.unit() as uow:
        undo(atlas.ctx(uow, MOVED, "tom"), MEETING, 1, version)
    given = {user("tom"): Answer.yes, user("sanne"): Answer.no, user("priya"): Answer.yes}
    assert (kept(atlas).place, kept(atlas).answers) == ("", given)


def test_cancelled_by_mistake_it_is_on_again_and_who_was_told_hears_so(atlas: Atlas) -> None:
    planned(atlas)
    with atlas.unit() as uow:
        meetings.cancel(atlas.ctx(uow, MOVED, "tom"), 1)
    with atlas.unit() as uow:
        undo_last(atlas.ctx(uow, MOVED, "tom"), MEETING)
    assert (kept(atlas).status, kept(atlas).sequence) == (Status.planned, 2)
    news = [job for job in jobs(atlas, "post") if job.payload["kind"] == "meetings.news"]
    told = [(job.payload["to"], job.due_at) for job in news if not job.payload.get("only_update")]
    assert told == [(user("sanne"), MOVED), (user("priya"), MOVED)] * 2
    assert [job.payload["sequence"] for job in jobs(atlas, schedule.REMIND)] == [2]
    files = [job for job in jobs(atlas, "post") if job.payload["kind"] == "meetings.file"]
    assert [job.payload["about"]["sequence"] for job in files] == [0, 0, 0, 1, 1, 1, 2, 2, 2]


def test_planned_by_mistake_it_is_cancelled(atlas: Atlas) -> None:
    planned(atlas)
    with atlas.unit() as uow:
        undo_last(atlas.ctx(uow, MOVED, "tom"), MEETING)
    assert (kept(atlas).status, kept(atlas).sequence) == (Status.cancelled, 1)
    assert posts(atlas, "meetings.news") == [(user("sanne"), MOVED), (user("priya"), MOVED)]
    assert jobs(atlas, schedule.REMIND) == []


def test_what_is_over_is_not_taken_back(atlas: Atlas) -> None:
    planned(atlas)
    with pytest.raises(MeetingOver), atlas.unit() as uow:
        undo_last(atlas.ctx(uow, START + timedelta(hours=1), "tom"), MEETING)
    version = moved(atlas, "tom", day=date(2026, 12, 4)).version
    with pytest.raises(InThePast), atlas.unit() as uow:
        undo(atlas.ctx(uow, START, "tom"), MEETING, 1, version)


def test_moved_forward_and_over_it_does_not_come_again(atlas: Atlas) -> None:
    planned(atlas, day=date(2026, 12, 4))
    moved(atlas, "tom", day=FRIDAY)
    work(atlas, schedule.ENDED, START + timedelta(minutes=45))
    with pytest.raises(MeetingOver), atlas.unit() as uow:
        undo_last(atlas.ctx(uow, START + timedelta(hours=1), "tom"), MEETING)


def test_somebody_else_moved_it_while_the_form_was_open(atlas: Atlas) -> None:
    version = planned(atlas).version
    answer(atlas, "priya", Answer.yes)
    with atlas.unit() as uow:
        kept_ = meetings.edit(atlas.ctx(uow, MOVED, "tom"), 1, version, fields(at=time(15)))
        assert isinstance(kept_, Meeting)
    with atlas.unit() as uow:
        overtaken = meetings.edit(atlas.ctx(uow, MOVED, "sanne"), 1, version, fields(at=time(16)))
    assert isinstance(overtaken, records.Overtaken)
    assert (overtaken.who, overtaken.seen.at, overtaken.now.at) == (user("tom"), time(14), time(15))
