"""One that says the same is found without reading all, whatever changed since the last look."""

import pytest

from bot.action_items import change
from bot.action_items.known_texts import KnownTexts
from bot.action_items.typed import look, twin
from storage.unit_of_work import Storage
from tests.kit.atlas import Atlas, open_atlas
from tests.kit.clock import MONDAY


@pytest.fixture
def atlas(storage: Storage) -> Atlas:
    return open_atlas(storage)


def create(atlas: Atlas, text: str) -> None:
    with atlas.unit() as uow:
        change.create(atlas.ctx(uow, MONDAY, "tom"), text=text, owner=None)


def found(atlas: Atlas, known: KnownTexts, text: str) -> int | None:
    with atlas.storage.reading() as uow:
        return look(atlas.ctx(uow, MONDAY, "sanne"), known, text).number


@pytest.mark.parametrize(
    "text",
    [
        "order procurment software",
        "software procurement order",
        "please order the procurement software",
        "order procurement sofwtare",
    ],
)
def test_slips_and_another_order_are_the_same(atlas: Atlas, text: str) -> None:
    create(atlas, "order procurement software")
    assert found(atlas, KnownTexts(), text) == 1


def test_what_was_raised_reworded_or_closed_since_the_last_look_is_known(atlas: Atlas) -> None:
    known = KnownTexts()
    assert found(atlas, known, "write the plan") is None
    create(atlas, "write the plan")
    assert found(atlas, known, "write the plan") == 1
    with atlas.unit() as uow:
        change.agree(atlas.ctx(uow, MONDAY, "tom"), 1, "edited", {"text": "call the bank"})
    assert (found(atlas, known, "write the plan"), found(atlas, known, "call the bank")) == (None, 1)
    with atlas.unit() as uow:
        change.finish(atlas.ctx(uow, MONDAY, "tom"), 1)
    assert found(atlas, known, "call the bank") is None


def test_what_another_raised_after_the_look_is_found_by_its_words(atlas: Atlas) -> None:
    with atlas.storage.reading() as uow:
        looked = look(atlas.ctx(uow, MONDAY, "sanne"), KnownTexts(), "write the plan")
    create(atlas, "Write plan")
    with atlas.unit() as uow:
        there = twin(atlas.ctx(uow, MONDAY, "sanne"), looked)
    assert there is not None and there.number == 1
