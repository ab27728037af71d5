"""The form of an action item is one that Slack takes, and reads back what it showed."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from bot.action_items.model import ActionItem
from bot.action_items.noun import ACTION_ITEM
from bot.core.errors import TEXT_LIMIT
from bot.core.language import Language
from bot.core.project import Project
from bot.core.records import Overtaken
from bot.sandbox.blocks import check_view
from bot.sandbox.inputs import initial_values
from bot.texts import texts_in
from handlers.action_items.desk import DESK
from handlers.records import form_views
from handlers.slack.request import Fields, See
from storage.unit_of_work import Storage
from tests.kit.atlas import open_atlas, person, user
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


@pytest.fixture
def see(sqlite_storage: Storage, language: Language) -> Iterator[See]:
    """On Amsterdam's clock, where people have long names."""
    atlas = open_atlas(sqlite_storage)
    with atlas.unit() as uow:
        for name in ("tom", "priya"):
            uow.people.put(person(name).model_copy(update={"name": "&" * 80}))
    with atlas.unit() as uow:
        yield See(atlas.ctx(uow, MONDAY, "sanne"), texts_in(language))


def read(view: Any) -> dict[str, Any]:
    return form_views.filled(DESK, Fields(initial_values(view.to_dict()["blocks"], {})))


@both_languages
@pytest.mark.parametrize("item", [ITEM, LONGEST])
def test_what_it_shows_is_what_it_reads_back(language: Language, item: ActionItem) -> None:
    shown = form_views.shown(DESK, item, texts_in(language))
    view = form_views.form(DESK, shown, texts_in(language), {"number": item.number})
    assert check_view(view.to_dict()) == []
    assert read(view) == shown


@both_languages
@pytest.mark.parametrize("count", [0, 1, 2, 120])
def test_of_several_projects_none_is_chosen(language: Language, count: int) -> None:
    view = form_views.form(DESK, {}, texts_in(language), {}, projects=PROJECTS[:count])
    assert check_view(view.to_dict()) == []
    chosen = Fields(initial_values(view.to_dict()["blocks"], {})).text(form_views.PROJECT)
    assert chosen == ("0" if count == 1 else None)


@pytest.mark.parametrize(("due", "asked"), [(None, False), (date(2026, 11, 27), True)])
def test_why_the_date_moves_is_asked_where_there_is_one(due: date | None, asked: bool) -> None:
    texts, item = texts_in(Language.en), ITEM.model_copy(update={"due": due, "postponed_because": "late"})
    shown = form_views.shown(DESK, item, texts)
    assert (
        "Why the date moves" in str(form_views.form(DESK, shown, texts, {"number": 12}).to_dict())
    ) is asked
    assert "Why the date moves" not in str(form_views.form(DESK, {}, texts, {}).to_dict())
    assert shown["postponed_because"] == ""


@both_languages
def test_what_nobody_changed_was_changed_by_us(see: See) -> None:
    freed = ITEM.model_copy(update={"waits_for": None, "version": 2})
    shown = form_views.shown(DESK, ITEM, see.texts)
    view = form_views.overtaken(DESK, Overtaken(ITEM, freed, "spil", MONDAY), shown, see, {})
    assert "*Spil* " in view.to_dict()["blocks"][0]["text"]["text"]


@both_languages
def test_overtaken_it_shows_all_that_changed_and_fits(see: See) -> None:
    typed = {**form_views.shown(DESK, ITEM, see.texts), "text": "mine"}
    changed: dict[str, object] = {
        "owner": None,
        "due": None,
        "repeats": None,
        "helpers": [],
        "waits_for": None,
        "version": 2,
    }
    now = LONGEST.model_copy(update=changed)
    view = form_views.overtaken(DESK, Overtaken(ITEM, now, user("tom"), MONDAY), typed, see, {"number": 12})
    assert check_view(view.to_dict()) == []
    told = view.to_dict()["blocks"][0]["text"]["text"]
    untold = [field.name for field in ACTION_ITEM.typed if see.texts.both(field.label) not in told]
    assert untold == ["postponed_because", "starts", "outside_email"]
    found = read(view)
    assert (found["text"], found["owner"], found["starts"]) == ("mine", None, ITEM.starts)
