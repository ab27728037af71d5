"""Lists find what was asked for, in order, a page at a time, on both databases alike."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import partial

import pytest

from bot.action_items.lists import Order, Own, Search, Wanted, When, search
from bot.action_items.model import Status
from bot.action_items.ports import ActionItems
from storage import action_item_lists as lists
from storage.unit_of_work import Storage
from tests.storage.examples import a_project, day, item, person

MONDAY = date(2026, 11, 30)
NOBODY = Wanted(nobody=True)
DONE = [Status.done]


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
    asked = search(wanted, 1, MONDAY, "Europe/Amsterdam")
    with storage.reading() as uow:
        numbers = [each.number for each in uow.of(ActionItems).page(asked, 0, 50)]
        assert uow.of(ActionItems).how_many(asked) == len(numbers)
    return numbers


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        (Wanted(), [3, 6, 2, 5, 1, 4]),
        (Wanted(owners=["U1"]), [3, 1]),
        (Wanted(owners=["U1", "U2"]), [3, 6, 2, 1]),
        (NOBODY, [5]),
        (Wanted(raised_by=["U2"]), [3]),
        (Wanted(when=[When.overdue]), [3]),
        (Wanted(when=[When.today]), [6]),
        (Wanted(when=[When.this_week]), [6, 2, 5]),
        (Wanted(when=[When.next_week]), [1]),
        (Wanted(when=[When.no_date]), [4]),
        (Wanted(when=[When.overdue, When.this_week]), []),
        (Wanted(waiting=True), [6, 5]),
        (Wanted(waiting=True, owners=["U2"]), [6]),
        (Wanted(statuses=DONE), [7, 8]),
        (Wanted(statuses=DONE, when=[When.today]), [7]),
        (Wanted(statuses=DONE, when=[When.overdue]), [8]),
        (Wanted(statuses=[Status.cancelled]), [9]),
        (Wanted(statuses=list(Status), owners=["U1"]), [3, 7, 1, 8, 9]),
        (Wanted(by_owner=True), [6, 2, 3, 1, 4, 5]),
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


@pytest.mark.parametrize("order", list(Order))
def test_pages_part_the_whole_list_without_gap_or_double(office: Storage, order: Order) -> None:
    asked = Search(project_id=1, statuses=tuple(Status), order=order)
    with office.reading() as uow:
        whole = uow.of(ActionItems).page(asked, 0, 50)
        parts = [uow.of(ActionItems).page(asked, first, 2) for first in range(0, 10, 2)]
    assert [each for part in parts for each in part] == whole and len(whole) == 9


@pytest.mark.parametrize("words", [[], ["risk"]])
@pytest.mark.parametrize("order", list(Order))
def test_no_list_reads_what_is_not_of_its_project(
    sqlite_storage: Storage, order: Order, words: list[str]
) -> None:
    """SQLite says SCAN for a table or an index that it reads from end to end, SEARCH for a part of it."""
    asked = Search(project_id=1, statuses=(Status.open,), order=order, words=tuple(words))
    pages = partial(lists.own, limit=9)
    own = (act(each, [1, 2], "U1") for each in Own for act in (pages, lists.how_many_own))
    queries = (lists.page(asked, 0, 9), lists.how_many(asked), lists.asked_in([1]), *own)
    with sqlite_storage.engine.connect() as connection:
        for query in queries:
            sql = query.compile(sqlite_storage.engine, compile_kwargs={"literal_binds": True})
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}").all()
            assert not [step for step in plan if str(step[-1]).startswith("SCAN")], plan
