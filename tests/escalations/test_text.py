"""Sentences of the ladder, in both languages, and questions that Slack takes."""

from datetime import date

import pytest

from bot.action_items.model import ActionItem, Status
from bot.core.language import Language
from bot.escalations.model import NotManager, Why
from bot.escalations.notifications import MOST, Question
from bot.sandbox.blocks import check_blocks
from bot.texts import texts_in
from handlers.escalations import listeners
from storage.unit_of_work import Storage
from tests.kit.atlas import open_atlas, person, user
from tests.kit.clock import MONDAY

ITEM = ActionItem(
    project_id=1,
    number=7,
    text="&" * 2000,
    raised_by="U1",
    raised_at=MONDAY,
    owner=user("tom"),
    due=date(2026, 11, 13),
    times_postponed=12,
)


@pytest.mark.parametrize(
    ("language", "said"), [(Language.en, "The project manager decides"), (Language.nl, "beslist de project")]
)
def test_who_may_not_decide_is_told_whom_to_ask(language: Language, said: str) -> None:
    told = texts_in(language).rejected(NotManager("U9"))
    assert said in told and "<@U9>" in told


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("open", [True, False])
def test_as_many_of_the_longest_as_are_asked_at_once_are_taken(
    sqlite_storage: Storage, language: Language, open: bool
) -> None:
    atlas = open_atlas(sqlite_storage)
    items = [ITEM.model_copy(update={"number": number}) for number in range(10**6, 10**6 + MOST)]
    items[0] = items[0].model_copy(update={"status": Status.done})
    questions = [Question(atlas.project, item, Why.postponed, open) for item in items]
    with atlas.unit() as uow:
        uow.people.put(person("tom").model_copy(update={"name": "&" * 80}))
        message = listeners.proposal_of(uow, questions, texts_in(language), MONDAY)
    assert check_blocks(message.as_json()["blocks"], "message") == []
