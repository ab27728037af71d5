"""No number of lines and no length of text makes a view of several action items that Slack would refuse."""

import re
from collections.abc import Sequence
from datetime import date

import pytest

from bot.action_items.model import ActionItem, Status
from bot.action_items.notifications import PAGE
from bot.action_items.sheets import Sheet
from bot.core.errors import TEXT_LIMIT
from bot.core.jobs import Notice
from bot.core.language import Language
from bot.core.project import Project
from bot.notes.pasted_lines import Doubt, Line, Why
from bot.people.preferences import Rule
from bot.sandbox.blocks import check_blocks, check_view
from bot.texts import Texts, texts_in
from handlers.action_items import bulk_import_views, files, together
from handlers.people.why import with_why
from handlers.slack.reply import Message
from handlers.slack.request import See
from storage.unit_of_work import Storage
from tests.kit.atlas import Atlas, open_atlas, person
from tests.kit.clock import MONDAY

TODAY = date(2026, 11, 23)
PROJECT = Project(id=1, team="T1", channel="C1", name="Atlas", manager="U1")
both_languages = pytest.mark.parametrize("texts", [texts_in(language) for language in Language])
any_number = pytest.mark.parametrize("count", [1, 2, 40, 41, 400, 2000])
any_text = pytest.mark.parametrize("word", ["&", "<!channel>", "שלום 🎉 ", "W"])


def long(word: str, limit: int) -> str:
    return (word * limit)[:limit]


def name_of(user: str | None) -> str:
    return long(user or "", 80)


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    """Where people have names as long as can be."""
    atlas = open_atlas(sqlite_storage)
    with atlas.unit() as uow:
        for each in ("U1", "U2", "U3"):
            uow.people.put(person("tom").model_copy(update={"user": each, "name": long("&W", 80)}))
    return atlas


def worst(word: str, count: int) -> list[Line]:
    """All that can be said of a line is said of each."""
    return [
        Line(
            number=number,
            text=long(word, TEXT_LIMIT),
            owner_doubt=Doubt.several,
            owner_said=long(word, 100),
            due_doubt=Doubt.ambiguous,
            readings=[date(2027, 3, 4), date(2027, 4, 3), date(2027, 5, 3), date(2027, 6, 3)],
            why=Why.twin,
            like=12,
        )
        for number in range(1, count + 1)
    ]


def items(word: str, count: int, **changes: object) -> list[ActionItem]:
    given = {
        "project_id": 1,
        "raised_by": "U1",
        "raised_at": MONDAY,
        "due": TODAY,
        "text": long(word, TEXT_LIMIT),
    }
    return [ActionItem.model_validate({**given, "number": n, **changes}) for n in range(1, count + 1)]


def fits(message: Message) -> bool:
    return check_blocks(message.as_json()["blocks"], "message") == []


@both_languages
@any_number
@any_text
def test_the_form_of_lines_fits_on_each_page(texts: Texts, count: int, word: str) -> None:
    sheet = Sheet(PROJECT, "0123456789ab", worst(word, count), MONDAY.isoformat())
    for page in {0, (count - 1) // bulk_import_views.PAGE}:
        view = bulk_import_views.preview(
            sheet,
            page,
            name_of,
            lambda _line: long(word, 300),
            texts,
            TODAY,
            channel="C1",
            command="/action lines",
        )
        assert check_view(view.to_dict()) == []
        assert len(view.blocks or []) < 100
        assert (
            sum(block.block_id == f"line_{page * bulk_import_views.PAGE + 1}" for block in view.blocks or [])
            == 1
        )


@both_languages
@any_text
def test_the_forms_of_one_line_and_of_an_import_fit(texts: Texts, word: str) -> None:
    sheet = Sheet(PROJECT, "0123456789ab", worst(word, 1), MONDAY.isoformat())
    for view in (
        bulk_import_views.line_form(sheet, 1, 0, texts, channel="C1", command="/action lines"),
        files.form(texts, {}),
        bulk_import_views.sentence("Spil", texts.lines_gone(), texts),
    ):
        assert check_view(view.to_dict()) == []


@both_languages
@any_number
@any_text
def test_what_is_told_of_many_fits_in_a_message(atlas: Atlas, texts: Texts, count: int, word: str) -> None:
    with atlas.unit() as uow:
        see = See(atlas.ctx(uow, MONDAY, "tom"), texts)

        def mine(*_: object) -> Message:
            return together.mine(items(word, count, owner="U1"), "U1", "U3", see, "1:3")

        why = with_why(mine, Rule.item)(uow, Notice(kind="x", team="T1", to="U1"), texts, MONDAY)
        assert why is not None and fits(why)
        assert fits(together.headline(items(word, count), "U3", "1:3", see))
        assert fits(together.listed(items(word, min(count, PAGE)), see))
        assert fits(together.everything(items(word, count, owner="U1"), "U1", "U3", see))


@both_languages
def test_of_items_that_are_over_or_anothers_nothing_can_be_pressed(atlas: Atlas, texts: Texts) -> None:
    over = items("write", 1, owner="U1", status=Status.cancelled) + items("write", 1, owner="U2")
    with atlas.unit() as uow:
        told = together.mine(over, "U1", "U3", See(atlas.ctx(uow, MONDAY, "tom"), texts), "1:3")
    assert fits(told) and not any(has_button(block) for block in told.as_json()["blocks"])


def has_button(block: dict[str, object]) -> bool:
    return block["type"] == "actions" or "accessory" in block


def numbers(lines: Sequence[Line]) -> list[int]:
    return [line.number for line in lines]


def test_each_line_stands_on_one_page() -> None:
    sheet = Sheet(PROJECT, "0123456789ab", worst("x", 81), MONDAY.isoformat())
    assert [len(bulk_import_views.page_of(sheet, page)) for page in range(4)] == [40, 40, 1, 0]
    assert numbers([line for page in range(3) for line in bulk_import_views.page_of(sheet, page)]) == [
        *range(1, 82)
    ]


@both_languages
@any_text
def test_of_a_long_text_the_date_stays_in_its_line(atlas: Atlas, texts: Texts, word: str) -> None:
    mine = items(word, 40, owner="U1")
    with atlas.unit() as uow:
        told = together.everything(mine, "U1", "U3", See(atlas.ctx(uow, MONDAY, "tom"), texts))
    lines = [block["text"]["text"] for block in told.as_json()["blocks"][1:41]]
    assert all(re.search(r" · (today|vandaag) · A-\d+$", line) and len(line) < 140 for line in lines)
