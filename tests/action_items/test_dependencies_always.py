"""Whatever people do to items that wait, repeat, have helpers or change hands: what always holds."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.action_items import change
from bot.action_items.dependencies import Terms
from bot.action_items.model import ActionItem, ActionItems
from bot.action_items.noun import ACTION_ITEM
from bot.core.context import Context
from bot.core.errors import Rejected
from bot.core.events import CLOCK, Event
from bot.core.undo import undo, undo_last
from storage.core.engine import open_engine
from tests.kit.atlas import Atlas, open_atlas, user
from tests.kit.clock import MONDAY
from tests.kit.databases import copy_sqlite, wired_storage

PEOPLE = ("sanne", "tom", "priya")
FRIDAY = MONDAY.date() + timedelta(days=4)
JAN = Terms(owner=None, outside="Jan", outside_email="jan@x.nl")

Act = tuple[str, str, int, int]
"""What is done, by whom, to which item, and with what."""


ACTS: dict[str, Callable[[Context, int, int], object]] = {
    "done": lambda ctx, at, other: change.finish(ctx, at),
    "reopen": lambda ctx, at, other: change.reopen(ctx, at),
    "drop": lambda ctx, at, other: change.drop(ctx, at),
    "wait": lambda ctx, at, other: change.wait_for(ctx, at, other),
    "go": lambda ctx, at, other: change.go_on(ctx, at),
    "give": lambda ctx, at, other: change.give(ctx, at, user(PEOPLE[other % 3])),
    "outside": lambda ctx, at, other: change.give_outside(ctx, at, JAN),
    "helpers": lambda ctx, at, other: change.set_helpers(ctx, at, [user(PEOPLE[other % 3])]),
    "repeat": lambda ctx, at, other: change.repeat(ctx, at, f"FREQ=DAILY;INTERVAL={other}"),
    "due": lambda ctx, at, other: change.set_due(ctx, at, FRIDAY + timedelta(days=other)),
    "undo": lambda ctx, at, other: undo(ctx, ACTION_ITEM, at, change.get(ctx, at).version),
    "undo last": lambda ctx, at, other: undo_last(ctx, ACTION_ITEM),
}

acts = st.lists(
    st.tuples(st.sampled_from(sorted(ACTS)), st.sampled_from(PEOPLE), st.integers(1, 5), st.integers(1, 4)),
    min_size=10,
    max_size=40,
)


@settings(
    max_examples=10,
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
    atlas = open_atlas(wired_storage(engine))
    for number in range(4):
        with atlas.unit() as uow:
            ctx, owner = atlas.ctx(uow, MONDAY, "sanne"), user(PEOPLE[number % 3])
            change.create(ctx, text=f"step {number}", owner=owner, due=FRIDAY)
    for step, (what, who, number, other) in enumerate(acts):
        try:
            with atlas.unit() as uow:
                now = MONDAY + timedelta(hours=step)
                ACTS[what](atlas.ctx(uow, now, who), number, other)
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
