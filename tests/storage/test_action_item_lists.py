"""Lists find what was asked for, in order, a page at a time, on both databases alike."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import partial

import pytest
from sqlmodel import Session, func, select

from bot.action_items.model import ActionItems, Own, Status
from bot.core.project import Project
from bot.core.record_lists import Period, Wanted
from storage.action_items import ActionItemRow
from storage.action_items import ActionItems as ActionItemTable
from storage.unit_of_work import Storage
from tests.storage.examples import a_project, day, item, person

MONDAY = date(2026, 11, 30)
NOBODY = Wanted(values={"no_owner": ["yes"]})
DONE = [str(Status.done)]
Values = dict[str, list[str]]


@pytest.fixture
def office(storage: Storage) -> Storage:
    """Project 1 with nine items of Bob (U1), Ann (U2) and somebody from outside, beside project 2."""
    project, other = a_project(storage), a_project(storage, "C2")
    closed = {"status": Status.done, "owner": "U1"}
    items = [
        item(project, 1, owner="U1", due=day(8), text="Update the risk log"),
        item(project, 2, owner="U2", due=day(2), text="Écoute: CAFÉ Zoë (100%_sure)"),
        item(project, 3, owner="U1", due=date(2026, 11, 27), raised_by="U2"),
        item(project, 4, outside="Müller", outside_email="m@example.org", text="Cafe\u0301 bellen"),
        item(project, 5, waits_for=1, due=day(2)),
        item(project, 6, owner="U2", waits_on="the council", due=MONDAY),
        item(project, 7, done_at=datetime(2026, 11, 29, 23, 30, tzinfo=UTC), due=day(1), **closed),
        item(project, 8, done_at=datetime(2026, 11, 28, tzinfo=UTC), **closed),
        item(project, 9, status=Status.cancelled, owner="U1"),
        item(other, 1, owner="U1", due=day(1), text="Update the risk log"),
    ]
    with storage.unit_of_work() as uow:
        uow.people.put(person("U1", name="Bob"))
        uow.people.put(person("U2", name="Ann"))
        for each in items:
            uow.of(ActionItems).add(each)
    return storage


def found(storage: Storage, wanted: Wanted) -> Sequence[int]:
    with storage.reading() as uow:
        project, items = uow.projects.get(1), uow.of(ActionItems)
        assert project is not None
        project = project.model_copy(update={"zone": "Europe/Amsterdam"})
        numbers = [each.number for each in items.page(project, wanted, MONDAY, 0, 50)]
        assert items.how_many(project, wanted, MONDAY) == len(numbers)
    return numbers


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        (Wanted(), [3, 6, 2, 5, 1, 4]),
        (Wanted(values={"owner": ["U1"]}), [3, 1]),
        (Wanted(values={"owner": ["U1", "U2"]}), [3, 6, 2, 1]),
        (NOBODY, [5]),
        (Wanted(values={"raised_by": ["U2"]}), [3]),
        (Wanted(values={"due": [Period.overdue]}), [3]),
        (Wanted(values={"due": [Period.today]}), [6]),
        (Wanted(values={"due": [Period.this_week]}), [6, 2, 5]),
        (Wanted(values={"due": [Period.next_week]}), [1]),
        (Wanted(values={"due": [Period.none]}), [4]),
        (Wanted(values={"due": [Period.overdue, Period.this_week]}), []),
        (Wanted(values={"waiting": ["yes"]}), [6, 5]),
        (Wanted(values={"waiting": ["yes"], "owner": ["U2"]}), [6]),
        (Wanted(values={"status": DONE}), [7, 8]),
        (Wanted(values={"status": DONE, "due": [Period.today]}), [7]),
        (Wanted(values={"status": DONE, "due": [Period.overdue]}), [8]),
        (Wanted(values={"status": ["cancelled"]}), [9]),
        (Wanted(values={"status": [*map(str, Status)], "owner": ["U1"]}), [3, 7, 1, 8, 9]),
        (Wanted(values={"order": ["owner"]}), [6, 2, 3, 1, 4, 5]),
        (Wanted(words=["RISK", "log"]), [1]),
        (Wanted(words=["cafe"]), [2, 4]),
        (Wanted(words=["CAFÉ", "zoe"]), [2]),
        (Wanted(words=["muller"]), [4]),
        (Wanted(words=["0%_s"]), [2]),
        (Wanted(words=["o%d"]), []),
    ],
)
def test_filters_combine(office: Storage, wanted: Wanted, numbers: list[int]) -> None:
    assert found(office, wanted) == numbers


ORDERS = [{"status": ["open", "done", "cancelled"]}, {"status": ["done"]}, {"order": ["owner"]}]


@pytest.mark.parametrize("values", ORDERS)
def test_pages_part_the_whole_list_without_gap_or_double(office: Storage, values: Values) -> None:
    wanted = Wanted(values=values)
    with office.reading() as uow:
        project, items = uow.projects.get(1), uow.of(ActionItems)
        assert project is not None
        whole = items.page(project, wanted, MONDAY, 0, 50)
        parts = [items.page(project, wanted, MONDAY, first, 2) for first in range(0, 10, 2)]
    assert [each for part in parts for each in part] == whole and len(whole) > 1


@pytest.mark.parametrize("words", [[], ["risk"]])
@pytest.mark.parametrize("values", ORDERS)
def test_no_list_reads_what_is_not_of_its_project(
    sqlite_storage: Storage, values: Values, words: list[str]
) -> None:
    """SQLite says SCAN for a table or an index that it reads from end to end, SEARCH for a part of it."""
    project = Project(id=1, team="T1", channel="C1", name="Atlas", manager="U1")
    wanted = Wanted(values=values, words=words)
    with Session(sqlite_storage.engine) as session:
        items, count = ActionItemTable(session), select(func.count()).select_from(ActionItemRow)
        of = [partial(items.owned, each, [1, 2], "U1") for each in Own]
        own = [query for owned in of for query in (owned(select(ActionItemRow)), owned(count))]
        lists = (items.paged(project, wanted, MONDAY, 0, 9), items.counted(project, wanted, MONDAY))
        for query in (*lists, *own):
            sql = query.compile(sqlite_storage.engine, compile_kwargs={"literal_binds": True})
            plan = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}").all()
            assert not [step for step in plan if str(step[-1]).startswith("SCAN")], plan
