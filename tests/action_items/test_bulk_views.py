"""What is shown of several items at once stays within Slack's limits, in both languages."""

from datetime import timedelta
from typing import Any

import pytest

from bot.action_items import change as action_items
from bot.action_items.bulk import Bulk, Verb, in_bulk
from bot.action_items.model import ActionItem
from bot.action_items.notifications import GIVEN
from bot.action_items.ports import ActionItems
from bot.action_items.undo import undo_batch
from bot.core.jobs import Notice
from bot.core.language import Language
from bot.texts import Texts, texts_in
from handlers.action_items.bulk import answer, given, taken_back
from handlers.slack.names import names
from handlers.slack.reply import Message
from handlers.slack.request import Command
from storage.unit_of_work import Storage
from tests.action_items.test_views import AMPERSANDS, TODAY, accepted, item
from tests.kit.atlas import TEAM, Atlas, open_atlas, person, user
from tests.kit.clock import MONDAY

both_languages = pytest.mark.parametrize("texts", [texts_in(language) for language in Language])


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    """With a hundred items of the longest texts, each fifth of which is done."""
    atlas = open_atlas(sqlite_storage)
    with atlas.unit() as uow:
        for number in range(1, 101):
            uow.of(ActionItems).add(item(number, AMPERSANDS, project_id=atlas.project.id, due=None))
        for number in range(5, 101, 5):
            action_items.finish(uow, MONDAY, person("tom"), atlas.project.id, number)
    return atlas


def give(atlas: Atlas, numbers: list[int]) -> Bulk:
    with atlas.unit() as uow:

        def change(number: int, batch: str) -> ActionItem:
            about = (uow, MONDAY, person("sanne"), atlas.project.id, number, user("priya"))
            return action_items.give(*about, batch=batch)

        return in_bulk(uow, MONDAY, atlas.caller("sanne"), Verb.give, numbers, change)


def told(atlas: Atlas, batch: str, texts: Texts) -> Message | None:
    about = {"project": atlas.project.id, "batch": batch}
    with atlas.unit() as uow:
        return given(uow, Notice(kind=GIVEN, team=TEAM, to=user("priya"), about=about), texts, MONDAY)


@both_languages
def test_an_answer_and_its_undo_are_accepted_and_count_what_they_leave_out(
    atlas: Atlas, texts: Texts
) -> None:
    bulk = give(atlas, [*range(1, 101), *range(700, 770, 2)])
    with atlas.unit() as uow:
        about: dict[str, Any] = {"uow": uow, "now": MONDAY, "who": person("sanne"), "channel": "C1"}
        said = answer(bulk, Command(**about, texts=texts, word="action", typed="/action", text=""))
        taken = undo_batch(uow, MONDAY, person("sanne"), bulk.batch)
        undone = taken_back(taken, names(uow, TEAM), texts)
    accepted(said)
    accepted(undone)
    assert texts.action_list_more(60) in str(said.as_json())
    assert texts.action_list_more(60) in str(undone.as_json())


@both_languages
def test_who_gets_one_of_a_batch_reads_its_card_alone_and_of_more_how_many(
    atlas: Atlas, texts: Texts
) -> None:
    assert told(atlas, give(atlas, [1]).batch, texts) is None
    bulk = give(atlas, [2, 3, 4])
    said = told(atlas, bulk.batch, texts)
    assert said is not None and said.text == texts.given_together("Sanne", 3, "C1")
    accepted(said)
    with atlas.unit() as uow:
        later = uow.of(ActionItems).get(atlas.project.id, 4)
        assert later is not None
        uow.of(ActionItems).put(later.model_copy(update={"starts": TODAY + timedelta(days=3)}))
    said = told(atlas, bulk.batch, texts)
    assert said is not None and said.text == texts.given_together("Sanne", 2, "C1")
