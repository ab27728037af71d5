"""The form of an action item is one that Slack takes, and reads back what it showed."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.action_items.fields import FIELDS, Filled, filled_from
from bot.action_items.model import ActionItem
from bot.core.language import Language
from bot.core.limits import TEXT_LIMIT
from bot.core.project import Project
from bot.core.records import Overtaken
from bot.sandbox.blocks import check_view
from bot.sandbox.inputs import initial_values
from bot.texts import texts_in
from handlers.action_items import form
from handlers.slack.fields import Fields
from tests.kit.atlas import user
from tests.kit.clock import MONDAY

WORST = ("<!channel>" * TEXT_LIMIT)[:TEXT_LIMIT]
ITEM = ActionItem(
    project_id=1,
    number=12,
    text="write the plan",
    owner=user("tom"),
    raised_by=user("sanne"),
    raised_at=MONDAY,
    due=date(2026, 11, 27),
    starts=date(2026, 11, 24),
    helpers=[user("priya")],
    waits_for=3,
    waits_on="the permit",
    repeats="FREQ=MONTHLY;BYDAY=1MO",
)
LONGEST = ITEM.model_copy(update={"text": WORST, "waits_on": "&" * 200, "outside": "&" * 200})
PROJECTS = [
    Project(id=number, team="T1", channel="C1", name="&" * 100, manager=user("tom")) for number in range(120)
]
both_languages = pytest.mark.parametrize("language", list(Language))


def name_of(user: str | None) -> str:
    return "&" * 80 if user else ""


def state(view: Any) -> Fields:
    return Fields(initial_values(view.to_dict()["blocks"], {}))


@both_languages
@pytest.mark.parametrize("item", [ITEM, LONGEST])
def test_what_it_shows_is_what_it_reads_back(language: Language, item: ActionItem) -> None:
    view = form.view(filled_from(item), texts_in(language), {"number": item.number})
    assert check_view(view.to_dict()) == []
    assert form.read(state(view), item, language) == filled_from(item)


@both_languages
@pytest.mark.parametrize("count", [0, 1, 2, 120])
def test_of_several_projects_none_is_chosen(language: Language, count: int) -> None:
    view = form.view(Filled(), texts_in(language), {}, projects=PROJECTS[:count])
    assert check_view(view.to_dict()) == []
    assert state(view).text(form.PROJECT) == ("0" if count == 1 else None)


def test_what_nobody_changed_was_changed_by_us() -> None:
    freed = ITEM.model_copy(update={"waits_for": None, "version": 2})
    texts = texts_in(Language.en)
    view = form.overtaken(
        Overtaken(ITEM, freed, "spil", MONDAY), filled_from(ITEM), MONDAY, name_of, texts, {}
    )
    assert "*Spil* changed this at 08:00" in view.to_dict()["blocks"][0]["text"]["text"]


@both_languages
def test_overtaken_it_shows_all_that_changed_and_fits(language: Language) -> None:
    typed = replace(filled_from(ITEM), text="mine")
    changed: dict[str, object] = {
        "owner": None,
        "due": None,
        "repeats": None,
        "helpers": [],
        "waits_for": None,
        "version": 2,
    }
    now = LONGEST.model_copy(update=changed)
    found = Overtaken(ITEM, now, user("tom"), MONDAY)
    view = form.overtaken(found, typed, MONDAY, name_of, texts_in(language), {"number": 12})
    assert check_view(view.to_dict()) == []
    told = view.to_dict()["blocks"][0]["text"]["text"]
    missing = [name for name in FIELDS if texts_in(language).action_field(name) not in told]
    assert missing == ["starts", "outside_email"]
    read = form.read(state(view), now, language)
    assert (read.text, read.owner, read.starts) == ("mine", None, ITEM.starts)
