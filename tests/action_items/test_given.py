"""Who gets several action items at once is told so in one message, in both languages."""

from datetime import timedelta
from functools import partial

import pytest

from bot.action_items import change as action_items
from bot.action_items.model import ActionItem, ActionItems
from bot.action_items.notifications import GIVEN
from bot.action_items.noun import ACTION_ITEM
from bot.core.jobs import Notice
from bot.core.records import Bulk, in_bulk
from bot.texts import Texts
from handlers.action_items.notices import given
from handlers.records.notices import of_project
from handlers.slack.reply import Message
from storage.unit_of_work import Storage
from tests.action_items.test_views import TODAY, item
from tests.kit.atlas import TEAM, Atlas, open_atlas, user
from tests.kit.clock import MONDAY
from tests.kit.nouns import both_languages
from tests.kit.views import AMPERSANDS, accepted


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    """With four items of the longest texts."""
    atlas = open_atlas(sqlite_storage)
    with atlas.unit() as uow:
        for number in range(1, 5):
            uow.of(ActionItems).add(item(number, AMPERSANDS, project_id=atlas.project.id, due=None))
    return atlas


def give(atlas: Atlas, numbers: list[int]) -> Bulk[ActionItem]:
    with atlas.unit() as uow:
        ctx = atlas.ctx(uow, MONDAY, "sanne")
        return in_bulk(ctx, ACTION_ITEM, numbers, partial(action_items.give, owner=user("priya")))


def told(atlas: Atlas, batch: str, texts: Texts) -> Message | None:
    about = {"project": atlas.project.id, "batch": batch}
    with atlas.unit() as uow:
        notice = Notice(kind=GIVEN, team=TEAM, to=user("priya"), about=about)
        return of_project(given)(uow, notice, texts, MONDAY)


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
