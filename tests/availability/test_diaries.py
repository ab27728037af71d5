"""When people are busy, by all the calendars that each linked."""

from datetime import timedelta

from sqlalchemy import event

from bot.availability.links import Diary, diaries
from bot.availability.model import STALE, CalendarLink, CalendarLinks
from bot.availability.reading import Problem, Reading
from storage.unit_of_work import Storage
from tests.kit.clock import MONDAY

HOUR = timedelta(hours=1)


def hours(*pairs: tuple[int, int]) -> list[tuple[int, int]]:
    """From one hour to the other after Monday 9:00, as they are kept."""
    return [
        (int((MONDAY + first * HOUR).timestamp()), int((MONDAY + last * HOUR).timestamp()))
        for first, last in pairs
    ]


def link(user: str, *pairs: tuple[int, int], **more: object) -> CalendarLink:
    given = CalendarLink(team="T1", user=user, address="https://example.org/a.ics", linked_at=MONDAY)
    return given.after(Reading(hours(*pairs)), MONDAY).model_copy(update=more)


def test_busy_times_of_two_calendars_are_one_and_cut_to_what_is_asked(storage: Storage) -> None:
    late = {"tried_at": MONDAY + STALE, "problem": Problem.slow, "failing_since": MONDAY + STALE}
    with storage.unit_of_work() as uow:
        links = uow.of(CalendarLinks)
        for each in (
            link("U1", (-2, 1), (2, 3), (8, 20)),
            link("U1", (2, 4), (4, 5), (5, 5)),
            link("U2", (1, 2), **late),
            link("U3", (30, 40)),
            link("U9", (0, 9)),
        ):
            links.add(each)
    with storage.reading() as uow:
        found = diaries(uow, "T1", ["U1", "U2", "U3", "U4"], MONDAY, MONDAY + 10 * HOUR)
    at = [MONDAY + each * HOUR for each in range(11)]
    assert found == {
        "U1": Diary([(at[0], at[1]), (at[2], at[5]), (at[8], at[10])], linked=True),
        "U2": Diary([(at[1], at[2])], linked=True, since=MONDAY),
        "U3": Diary([], linked=True),
        "U4": Diary(),
    }


def test_of_a_calendar_that_was_never_read_nothing_is_known(sqlite_storage: Storage) -> None:
    with sqlite_storage.unit_of_work() as uow:
        uow.of(CalendarLinks).add(
            CalendarLink(team="T1", user="U1", address="https://example.org", linked_at=MONDAY)
        )
        assert diaries(uow, "T1", ["U1"], MONDAY, MONDAY + HOUR)["U1"] == Diary([], True, MONDAY)


def test_many_people_are_one_question(sqlite_storage: Storage) -> None:
    with sqlite_storage.unit_of_work() as uow:
        for at in range(50):
            uow.of(CalendarLinks).add(link(f"U{at}", (at, at + 1)))
    asked: list[str] = []
    event.listen(sqlite_storage.engine, "before_cursor_execute", lambda *about: asked.append(about[2]))
    with sqlite_storage.reading() as uow:
        found = diaries(uow, "T1", [f"U{at}" for at in range(50)], MONDAY, MONDAY + 100 * HOUR)
    assert all(diary.busy for diary in found.values())
    assert len([statement for statement in asked if "calendar_link" in statement]) == 1
