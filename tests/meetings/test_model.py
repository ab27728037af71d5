"""Rules of meetings: answers, moves, and instants over clock changes."""

from datetime import datetime, timedelta

from bot.meetings.model import Answer, Meeting, Sketch, Status, answered, replanned, taken_back, with_status
from tests.kit.clock import MONDAY

FRIDAY = datetime(2026, 11, 27, 14)


def meeting(**changes: object) -> Meeting:
    given = {
        "project_id": 1,
        "number": 1,
        "title": "Sprint review",
        "organiser": "U1",
        "starts": FRIDAY,
        "zone": "Europe/Amsterdam",
        "people": ["U1", "U2", "U3"],
        "answers": {"U1": Answer.yes},
        "raised_at": MONDAY,
    }
    return Meeting.model_validate({**given, **changes})


def test_an_answer_can_be_changed_and_the_same_again_is_the_same() -> None:
    once = answered(meeting(), "U2", Answer.no)
    assert answered(once, "U2", Answer.no) == once
    assert once.who_may_come() == ["U1", "U3"]
    assert answered(once, "U2", Answer.maybe).who_answered(Answer.maybe) == ["U2"]
    assert once.who_answered(None) == ["U3"]


def test_at_another_time_all_but_the_organiser_must_answer_anew() -> None:
    before = answered(answered(meeting(), "U2", Answer.yes), "U1", Answer.maybe)
    moved = replanned(before, starts=FRIDAY + timedelta(hours=1))
    assert moved.answers == {"U1": Answer.yes}
    assert moved.sequence == 1


def test_at_another_place_answers_stay_but_for_who_is_not_asked_any_more() -> None:
    before = answered(answered(meeting(), "U2", Answer.yes), "U3", Answer.no)
    moved = replanned(before, place="Room 3", people=["U1", "U2"])
    assert moved.answers == {"U1": Answer.yes, "U2": Answer.yes}
    assert replanned(before, place="") is before


def test_cancelled_is_news_to_calendars_and_held_is_not() -> None:
    assert with_status(meeting(), Status.cancelled).sequence == 1
    assert with_status(meeting(), Status.held).sequence == 0
    assert with_status(meeting(), Status.cancelled).cancelled


def test_its_wall_clock_time_holds_and_its_length_is_lived() -> None:
    winter, summer = meeting(), meeting(starts=datetime(2027, 7, 2, 14))
    assert (winter.starts_at.hour, summer.starts_at.hour) == (13, 12)
    over_the_change = meeting(starts=datetime(2027, 3, 28, 1, 30), minutes=60)
    assert over_the_change.ends_at - over_the_change.starts_at == timedelta(minutes=60)


def test_taken_back_it_is_a_newer_version_for_calendars_with_the_answers_to_that_plan() -> None:
    before = answered(meeting(), "U2", Answer.yes)
    moved = replanned(before, starts=FRIDAY + timedelta(hours=1))
    back = taken_back(answered(moved, "U3", Answer.no), before)
    assert (back.starts, back.answers, back.sequence) == (FRIDAY, before.answers, 2)
    again = taken_back(with_status(answered(before, "U3", Answer.no), Status.cancelled), before)
    assert (again.planned, again.answers["U3"], again.sequence) == (True, Answer.no, 2)


def test_it_holds_all_that_a_form_asks() -> None:
    held = meeting(place="Room 3", minutes=45)
    assert all(hasattr(held, name) for name in Sketch.model_fields)
    assert datetime.combine(held.day, held.at) == FRIDAY
