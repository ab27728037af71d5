"""Whatever people do to items that wait, repeat, have helpers or change hands: what always holds."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.action_items import change, set_dependencies
from bot.action_items.dependencies import Terms
from bot.action_items.model import ActionItem
from bot.action_items.ports import ActionItems
from bot.action_items.undo import undo, undo_last
from bot.core.errors import Rejected
from bot.core.events import CLOCK, Event
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.runtime.wiring import SUBSCRIBERS
from storage.core.engine import open_engine
from storage.unit_of_work import Storage
from tests.kit.atlas import Atlas, open_atlas, person, user
from tests.kit.clock import MONDAY
from tests.kit.databases import copy_sqlite

PEOPLE = ("sanne", "tom", "priya")
FRIDAY = MONDAY.date() + timedelta(days=4)
JAN = Terms(owner=None, outside="Jan", outside_email="jan@x.nl")

About = tuple[UnitOfWork, datetime, Person, int, int]
Act = tuple[str, str, int, int]
"""What is done, by whom, to which item, and with what."""


def _pressed_undo(uow: UnitOfWork, now: datetime, who: Person, project: int, number: int) -> None:
    undo(uow, now, who, project, number, change.get(uow, project, number).version)


ACTS: dict[str, Callable[[About, int], object]] = {
    "done": lambda about, other: change.finish(*about),
    "reopen": lambda about, other: change.reopen(*about),
    "drop": lambda about, other: change.drop(*about),
    "wait": lambda about, other: set_dependencies.wait_for(*about, other),
    "go": lambda about, other: set_dependencies.go_on(*about),
    "give": lambda about, other: change.give(*about, user(PEOPLE[other % 3])),
    "outside": lambda about, other: set_dependencies.give_outside(*about, JAN),
    "helpers": lambda about, other: set_dependencies.set_helpers(*about, [user(PEOPLE[other % 3])]),
    "repeat": lambda about, other: set_dependencies.repeat(*about, f"FREQ=DAILY;INTERVAL={other}"),
    "due": lambda about, other: change.set_due(*about, FRIDAY + timedelta(days=other)),
    "undo": lambda about, other: _pressed_undo(*about),
    "undo last": lambda about, other: undo_last(*about[:-1]),
}

acts = st.lists(
    st.tuples(st.sampled_from(sorted(ACTS)), st.sampled_from(PEOPLE), st.integers(1, 5), st.integers(1, 4)),
    min_size=10,
    max_size=40,
)


@settings(
    max_examples=10,
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
@given(acts=acts)
def test_one_owner_no_circles_one_next_turn_and_the_log_tells_how_it_is(
    acts: list[Act], sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    url = copy_sqlite(sqlite_template, tmp_path_factory.mktemp("always") / "spil.db")
    engine = open_engine(url, sqlite_synchronous="OFF")
    atlas = open_atlas(Storage(engine, subscribers=SUBSCRIBERS))
    for number in range(4):
        with atlas.unit() as uow:
            caller, owner = atlas.caller("sanne"), user(PEOPLE[number % 3])
            change.create(uow, MONDAY, caller, text=f"step {number}", owner=owner, due=FRIDAY)
    for step, (what, who, number, other) in enumerate(acts):
        try:
            with atlas.unit() as uow:
                now = MONDAY + timedelta(hours=step)
                ACTS[what]((uow, now, person(who), atlas.project.id, number), other)
        except Rejected:
            continue
        check(atlas, f"after {acts[: step + 1]}")
    engine.dispose()


def check(atlas: Atlas, when: str) -> None:
    with atlas.unit() as uow:
        items = {item.number: item for item in uow.of(ActionItems).of_project(atlas.project.id)}
        logs = {number: uow.log.of_item(atlas.project.id, "action_items", number) for number in items}
    for number, item in items.items():
        assert not (item.owner and item.outside) and bool(item.outside) == bool(item.outside_email), when
        assert item.owner is None or item.owner not in item.helpers, when
        if item.open and item.waits_for:
            assert items[item.waits_for].open and not in_circle(items, number), when
        assert ActionItem.model_validate(logs[number][-1].after) == item, when
    for turns in next_turns(logs).values():
        assert sum(items[turn].status != "cancelled" for turn in turns) <= 1, when


def in_circle(items: dict[int, ActionItem], number: int) -> bool:
    at, seen = items[number].waits_for, {number}
    while at is not None and items[at].open and at not in seen:
        seen.add(at)
        at = items[at].waits_for
    return at == number


def next_turns(logs: dict[int, list[Event]]) -> dict[int, list[int]]:
    """Of each item that was done: what was raised by itself then."""
    every = sorted((event for log in logs.values() for event in log), key=lambda event: event.id)
    turns: dict[int, list[int]] = {}
    last = 0
    for event in every:
        if event.who != CLOCK:
            last = event.number
        elif event.before is None:
            turns.setdefault(last, []).append(event.number)
    return turns
