"""What is shown about reminders is what Slack accepts, in both languages."""

from datetime import UTC, date, datetime, timedelta
from typing import cast

import pytest
from slack_sdk.models.blocks import Block

from bot.action_items.model import ActionItem
from bot.core.jobs import Notice
from bot.core.language import Language
from bot.core.ports import UnitOfWork
from bot.people.delegation import Elsewhere, Taken
from bot.people.preferences import CAN_BE_OFF, Absence, Absences, Preferences, Rule
from bot.sandbox.blocks import check_blocks, check_view
from bot.texts import Texts, texts_in
from handlers.action_items.views import owner_away
from handlers.people import preferences
from handlers.people.absence import listing, told
from handlers.people.why import with_why
from handlers.slack import ui
from handlers.slack.reply import Message
from handlers.slack.request import See
from storage.unit_of_work import Storage
from tests.kit.atlas import open_atlas, person, user
from tests.kit.clock import MONDAY

both_languages = pytest.mark.parametrize("texts", [texts_in(language) for language in Language])
FIRST = date(2026, 12, 22)


def name_of(user: str | None) -> str:
    return "&" * 80 if user else ""


def absence(number: int) -> Absence:
    first = FIRST + timedelta(days=7 * number)
    return Absence(
        id=number, team="T1", user="U1", first=first, last=first + timedelta(days=3), deputy="U" + "9" * 12
    )


def accepted(message: Message) -> None:
    assert check_blocks(message.as_json()["blocks"], "message") == []


@both_languages
@pytest.mark.parametrize("wishes", [{}, {"off": list(CAN_BE_OFF), "country": "XK"}, {"country": ""}])
def test_the_form_is_accepted(texts: Texts, wishes: dict[str, object]) -> None:
    made = Preferences.model_validate({"team": "T1", "user": "U1", **wishes})
    view = preferences.view(made, person("tom"), texts, (), channel="C1").to_dict()
    assert check_view(view) == []


@both_languages
def test_a_long_list_of_absences_is_accepted(texts: Texts) -> None:
    many = [absence(number) for number in range(60)]
    accepted(listing(many, many, name_of, texts, "/spil away", MONDAY.date()))


@both_languages
def test_what_is_said_of_many_projects_is_accepted(texts: Texts, sqlite_storage: Storage) -> None:
    project = open_atlas(sqlite_storage).project
    missing = [Elsewhere(project, "U1")] * 40
    taken = Taken(absence(1), [absence(2), absence(3)], missing, [absence(4)])
    accepted(told(taken, name_of, texts, "/spil away", MONDAY.date()))


def asked(texts: Texts, *blocks: Block, always: bool = True) -> Message:
    """A message of these blocks as it is sent, with why."""

    def render(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
        return Message("It is so.", list(blocks))

    notice = Notice(kind="x", team="T1", to="U1")
    made = with_why(render, Rule.item, always=always)(cast(UnitOfWork, None), notice, texts, MONDAY)
    assert made is not None
    accepted(made)
    return made


@both_languages
def test_why_is_a_button_alone_and_a_menu_beside_other_buttons(texts: Texts) -> None:
    words, button = ui.section("It is so."), ui.button("Go", action="x.go")
    alone = asked(texts, words).as_json()["blocks"]
    assert [block["type"] for block in alone] == ["section", "actions"]
    assert len(asked(texts, words, always=False).blocks) == 1
    first, row = asked(texts, words, ui.actions(button)).as_json()["blocks"]
    assert first["accessory"]["type"] == "overflow" and len(row["elements"]) == 1
    taken, free = asked(texts, ui.section("One", accessory=button), words).as_json()["blocks"]
    assert taken["accessory"]["type"] == "button" and free["accessory"]["type"] == "overflow"


@pytest.mark.parametrize(
    ("today", "due", "status", "said"),
    [
        (date(2026, 12, 22), None, "open", "Tom is away until Fri 25 Dec"),
        (date(2026, 12, 21), FIRST, "open", "Tom is away on that date, until Fri 25 Dec"),
        (date(2026, 12, 21), date(2026, 12, 28), "open", ""),
        (date(2026, 12, 26), FIRST, "open", ""),
        (date(2026, 12, 22), None, "done", ""),
    ],
)
def test_a_card_says_that_its_owner_is_away(
    sqlite_storage: Storage, today: date, due: date | None, status: str, said: str
) -> None:
    atlas = open_atlas(sqlite_storage)
    item = ActionItem(
        project_id=1, number=1, text="x", owner=user("tom"), raised_by="U1", raised_at=MONDAY, due=due
    ).model_copy(update={"status": status})
    now = datetime.combine(today, datetime.min.time(), UTC) + timedelta(hours=9)
    with atlas.unit() as uow:
        uow.of(Absences).add(absence(0).model_copy(update={"user": user("tom")}))
        assert owner_away(item, See(atlas.ctx(uow, now, "tom"), texts_in(Language.en))) == said
