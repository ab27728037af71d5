"""Events of minutes in databases of today: they tell of one proposal alone, or of nothing but a count."""

from typing import Any

import pytest

from bot.core.errors import ChangedSince, NothingToUndo
from bot.core.events import CLOCK, Event
from bot.core.language import Language
from bot.core.records import history
from bot.core.undo import undo_last, undo_of
from bot.minutes.model import Item, Minutes, ProposalKind, Verdict, with_items
from bot.minutes.noun import MINUTES
from bot.minutes.ports import MinutesBook
from bot.texts import texts_in
from storage.unit_of_work import Storage
from tests.kit.atlas import Atlas, open_atlas, user
from tests.kit.clock import MONDAY
from tests.kit.minutes_desk import TODAY, edited, judged, stands

ITEM = Item(kind=ProposalKind.action, text="call the supplier", line=1, quote="q", version=2)
WAS = ITEM.model_dump(mode="json")
MADE = Minutes(
    project_id=1,
    number=1,
    title="Steering",
    held_on=TODAY,
    author=user("tom"),
    notes="n",
    read=True,
    raised_at=MONDAY,
)
LOGGED: tuple[tuple[str, str, Any, Any], ...] = (
    ("created", user("tom"), None, MADE.model_dump(mode="json", exclude={"notes", "read"})),
    ("drafted", CLOCK, None, {"items": 1, "attendees": 0}),
    ("edited", user("sanne"), WAS, {**WAS, "text": "call them"}),
    ("accepted_all", user("tom"), None, {"indexes": [0]}),
)


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    """With a concept of Tom that an older version of the bot read, and that people went through."""
    atlas = open_atlas(sqlite_storage)
    about: dict[str, Any] = {"at": MONDAY, "project_id": atlas.project.id, "noun": "minutes", "number": 1}
    with atlas.unit() as uow:
        uow.of(MinutesBook).add(with_items(MADE, [ITEM], project_id=atlas.project.id))
        for what, who, before, after in LOGGED:
            uow.log.add(Event(what=what, who=who, before=before, after=after, **about))
    return atlas


@pytest.mark.parametrize("language", Language)
def test_its_history_is_told(atlas: Atlas, language: Language) -> None:
    texts = texts_in(language)
    with atlas.unit() as uow:
        found = history(atlas.ctx(uow, MONDAY, "tom"), MINUTES, 1)
    steps = [texts.record_step(MINUTES, event, "UTC", TODAY, str, False) for event in found.events]
    assert len(set(steps)) == 4 and "Steering" in steps[0] and not found.undone


def test_what_was_in_an_open_form_is_not_known_so_it_is_looked_at_once_more(atlas: Atlas) -> None:
    with pytest.raises(ChangedSince):
        edited(atlas, 0, version=1, text="call nobody")


def test_what_it_does_not_tell_in_full_is_not_taken_back_and_in_the_way_of_nothing(atlas: Atlas) -> None:
    with pytest.raises(NothingToUndo), atlas.unit() as uow:
        undo_of(atlas.ctx(uow, MONDAY, "sanne"), MINUTES, 1)
    judged(atlas, 0, Verdict.accepted)
    with atlas.unit() as uow:
        undo_last(atlas.ctx(uow, MONDAY, "tom"), MINUTES)
    assert stands(atlas).proposals[0].verdict is Verdict.proposed
