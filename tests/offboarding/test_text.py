"""Sentences about a leaver, in both languages, and messages that Slack takes."""

import pytest

from bot.action_items.model import ActionItem, Status
from bot.core.jobs import Notice
from bot.core.language import Language
from bot.core.project import Project
from bot.offboarding.handover import KIND, Case
from bot.people.preferences import Rule
from bot.sandbox.blocks import check_blocks
from bot.texts import texts_in
from handlers.offboarding.listeners import asked
from handlers.people.why import with_why
from storage.unit_of_work import Storage
from tests.kit.atlas import person, user
from tests.kit.clock import MONDAY

ITEM = ActionItem(project_id=1, number=7, text="&" * 2000, raised_by="U1", raised_at=MONDAY, owner="U2")
ATLAS = Project(id=1, team="T1", channel="C1", name="Atlas", manager=user("priya"))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("count", [1, 20, 200])
@pytest.mark.parametrize("back", [False, True])
def test_any_number_of_the_longest_items_is_taken(
    sqlite_storage: Storage, language: Language, count: int, back: bool
) -> None:
    items = [ITEM.model_copy(update={"number": number}) for number in range(1, count + 1)]
    done = [item.model_copy(update={"status": Status.done}) for item in items]
    case = Case(ATLAS, person("priya"), items, done, back)
    notice = Notice(kind=KIND, team="T1", to="U1")
    with sqlite_storage.unit_of_work() as uow:
        shown = with_why(
            lambda *_: asked(case, 10**6, lambda _: "&" * 80, MONDAY.date(), texts_in(language)),
            Rule.leaver,
        )(uow, notice, texts_in(language), MONDAY)
    assert shown is not None
    blocks = shown.as_json()["blocks"]
    assert check_blocks(blocks, "message") == []
