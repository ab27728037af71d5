"""What is there already is found; what was typed waits, and is raised once, as it was meant."""

from datetime import date, timedelta

import pytest

from bot.action_items import change, typed
from bot.action_items.dependencies import Terms
from bot.action_items.known_texts import KnownTexts
from bot.action_items.typed import read_line
from bot.core.context import Source, in_channel
from bot.core.errors import NotAllowed
from storage.tables import ActionItemRow, PendingRequestRow
from storage.unit_of_work import Storage
from tests.kit.atlas import Atlas, open_atlas, person
from tests.kit.clock import MONDAY
from tests.kit.rows import rows


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    atlas = open_atlas(sqlite_storage)
    with atlas.unit() as uow:
        for text in ("update the risk log", "call supplier A", "write the plan"):
            change.create(atlas.ctx(uow, MONDAY, "tom"), text=text, owner=None, due=None)
        change.finish(atlas.ctx(uow, MONDAY, "tom"), 3)
    return atlas


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Update risk log by Friday", 1),
        ("update the risk register", None),
        ("call supplier B", None),
        ("write the plan", None),
    ],
)
def test_only_open_items_that_say_the_same_are_found(atlas: Atlas, text: str, number: int | None) -> None:
    with atlas.unit() as uow:
        ctx = atlas.ctx(uow, MONDAY, "sanne")
        looked = typed.look(ctx, KnownTexts(), read_line(ctx, text).due.text)
        found = typed.twin(ctx, looked)
    assert (found.number if found else None) == number


def test_raised_anyway_it_is_raised_once_with_the_day_that_was_meant(atlas: Atlas) -> None:
    people = Terms(owner="UTOM", helpers=["UPRIYA"])
    said = Source("C1:17.5", "https://atlas")
    with atlas.unit() as uow:
        ctx = in_channel(uow, MONDAY, person("sanne"), "C1", said)
        key = typed.put_by(ctx, text="update risk log in 3 days", people=people)
    later = MONDAY + timedelta(days=1)
    with atlas.unit() as uow:
        with pytest.raises(NotAllowed):
            typed.raise_anyway(atlas.ctx(uow, later, "otto"), key)
        assert typed.raise_anyway(atlas.ctx(uow, later, "tom"), key) is None
        raised = typed.raise_anyway(atlas.ctx(uow, later, "sanne"), key)
        assert typed.raise_anyway(atlas.ctx(uow, later, "sanne"), key) is None
    assert raised is not None and raised.item.due == date(2026, 11, 26)
    assert (raised.item.owner, raised.item.helpers, raised.item.raised_at) == ("UTOM", ["UPRIYA"], later)
    assert (raised.item.source, raised.item.source_message) == ("https://atlas", "C1:17.5")
    assert len(rows(atlas.storage, ActionItemRow)) == 4 and rows(atlas.storage, PendingRequestRow) == []


def test_never_mind_forgets_it(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        ctx = atlas.ctx(uow, MONDAY, "sanne")
        key = typed.put_by(ctx, text="update risk log", people={"owner": None})
        typed.never_mind(ctx, key)
    assert rows(atlas.storage, PendingRequestRow) == []
