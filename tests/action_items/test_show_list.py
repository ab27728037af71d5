"""What is in a list, in which order, page by page."""

from datetime import date, timedelta
from typing import Any

import pytest

from bot.action_items import change
from bot.action_items.model import ActionItem
from bot.action_items.noun import ACTION_ITEM
from bot.core.errors import NotAllowed
from bot.core.language import Language
from bot.core.record_lists import LONGEST, WORDS, Period, Wanted
from bot.core.records import PAGE, Listed, listed
from bot.people.preferences import Absence, Absences
from bot.texts import texts_in
from handlers.action_items.desk import row
from handlers.slack.request import See
from storage.unit_of_work import Storage
from tests.kit.atlas import TEAM, Atlas, open_atlas, user
from tests.kit.clock import MONDAY

TODAY = date(2026, 11, 23)


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    return open_atlas(sqlite_storage)


def add(atlas: Atlas, due: date | None = None, owner: str = "tom") -> int:
    with atlas.unit() as uow:
        item = change.create(atlas.ctx(uow, MONDAY, "sanne"), text="write", owner=user(owner), due=due)
    return item.number


def asked(atlas: Atlas, first: int = 0, words: list[str] | None = None, **values: Any) -> Listed[ActionItem]:
    with atlas.unit() as uow:
        wanted = Wanted(values=values, words=words or [])
        return listed(atlas.ctx(uow, MONDAY, "priya"), ACTION_ITEM, wanted, first)


def numbers(page: Listed[ActionItem]) -> list[int]:
    return [item.number for item in page.records]


def test_open_ones_come_by_due_date_and_those_without_last(atlas: Atlas) -> None:
    for due in (None, TODAY + timedelta(days=9), TODAY - timedelta(days=9), TODAY):
        add(atlas, due)
    assert numbers(asked(atlas)) == [3, 4, 2, 1]
    assert numbers(asked(atlas, due=[Period.overdue])) == [3]


def test_one_owner_can_be_asked_for(atlas: Atlas) -> None:
    add(atlas, owner="tom")
    add(atlas, owner="priya")
    assert numbers(asked(atlas, owner=[user("priya")])) == [2]


def test_what_is_done_comes_newest_first_without_what_was_dropped(atlas: Atlas) -> None:
    for _ in range(3):
        add(atlas)
    with atlas.unit() as uow:
        change.finish(atlas.ctx(uow, MONDAY, "tom"), 2)
        change.finish(atlas.ctx(uow, MONDAY + timedelta(hours=1), "tom"), 1)
        change.drop(atlas.ctx(uow, MONDAY, "tom"), 3)
    assert numbers(asked(atlas, status=["done"])) == [1, 2]
    assert asked(atlas).records == []


def test_a_page_says_what_comes_after_and_one_beyond_the_end_is_the_last(atlas: Atlas) -> None:
    for _ in range(PAGE + 3):
        add(atlas)
    first, second = asked(atlas), asked(atlas, first=PAGE)
    assert (len(first.records), first.after, first.total) == (PAGE, 3, PAGE + 3)
    assert (len(second.records), second.after) == (3, 0)
    assert numbers(asked(atlas, first=10 * PAGE)) == numbers(second)


def test_a_list_is_not_for_strangers(atlas: Atlas) -> None:
    with pytest.raises(NotAllowed), atlas.unit() as uow:
        listed(atlas.ctx(uow, MONDAY, "otto"), ACTION_ITEM, Wanted())


def test_owners_who_are_away_today_are_told_with_their_last_day(atlas: Atlas) -> None:
    for owner in ("tom", "priya"):
        add(atlas, owner=owner)
    with atlas.unit() as uow:
        first, last = TODAY - timedelta(days=3), TODAY + timedelta(days=4)
        uow.of(Absences).add(Absence(team=TEAM, user=user("tom"), first=first, last=last))
    items = asked(atlas).records
    with atlas.unit() as uow:
        see = See(atlas.ctx(uow, MONDAY, "priya"), texts_in(Language.en))
        tom, priya = (row(each, see) for each in items)
        closed = change.finish(see.ctx, 1)
        assert "(away until Fri 27 Nov)" in tom and "away" not in priya and "away" not in row(closed, see)


def test_nobody_asks_for_more_than_a_button_can_hold(atlas: Atlas) -> None:
    people = [f"U{number}" for number in range(300)]
    page = asked(atlas, words=["&" * 500, " "] * 50, owner=people, raised_by=people, status=["open"] * 300)
    assert page.wanted.words == ["&" * LONGEST][:WORDS] and page.wanted.values["status"] == ["open"]
    assert len(page.wanted.model_dump_json(exclude_defaults=True)) < 1000
