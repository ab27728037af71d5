"""Forms and messages about a project stay within Slack's limits, with the longest of everything."""

from datetime import date, timedelta

import pytest

from bot.core.language import Language
from bot.core.project import NAME_LIMIT, Project
from bot.projects.fields import MOST_DAYS_OFF
from bot.runtime.wiring import open_registry
from bot.sandbox.blocks import check_blocks, check_view
from bot.texts import Texts, texts_in
from handlers.help.listeners import first_steps, start
from handlers.projects import form, views
from handlers.slack.dispatch import draft_key
from handlers.slack.help import all_commands
from handlers.slack.reply import Message
from handlers.slack.request import Fields
from tests.kit.clock import MONDAY

LONGEST = Project(
    id=10**9,
    team="T0123456789",
    channel="C0123456789",
    name="<&>*`"[:5] * (NAME_LIMIT // 5),
    manager="U0123456789",
    sponsor="U0123456780",
    zone="America/Argentina/ComodRivadavia",
    working_days=list(range(7)),
    retention_days=1234,
    days_off=[(date(2026, 1, 1) + timedelta(days=2 * number)).isoformat() for number in range(MOST_DAYS_OFF)],
    ladder=[58, 59, 60],
    most_postponements=20,
    pin="x" * 100,
)


@pytest.fixture(params=Language)
def texts(request: pytest.FixtureRequest) -> Texts:
    return texts_in(request.param)


def accepted(message: Message) -> None:
    assert check_blocks(message.as_json()["blocks"], "message") == []
    assert message.text


def test_messages_are_taken(texts: Texts) -> None:
    def name_of(user: str | None) -> str:
        return "&" * 80

    key = draft_key(LONGEST.team, LONGEST.channel, LONGEST.manager, {"text": "x" * 10_000})
    accepted(views.card(LONGEST, name_of, texts))
    accepted(views.card(LONGEST, name_of, texts, first_steps(texts)))
    accepted(start(open_registry(), texts))
    accepted(views.summary(LONGEST, name_of, texts))
    accepted(views.summary(LONGEST, name_of, texts, overtaken=True))
    accepted(views.offer(texts, key, "<&>" * 4000))
    accepted(views.welcome(None, texts))
    accepted(views.welcome(LONGEST, texts))


def test_forms_are_taken(texts: Texts) -> None:
    for view in (
        views.new_form(LONGEST.settings, LONGEST.channel, "draft:" + "x" * 100, texts),
        views.new_form(LONGEST.settings, LONGEST.channel, "draft:" + "x" * 100, texts, more=True),
        views.change_form(LONGEST, LONGEST.settings, 10**12, texts),
    ):
        assert check_view(view.to_dict()) == []


def test_a_form_that_is_sent_as_it_was_shown_changes_nothing(texts: Texts) -> None:
    settings, other = LONGEST.settings, LONGEST.settings.model_copy(update={"name": "Other", "pin": "eyes"})
    basics, more = form.basics(settings, texts), form.more(settings, texts)
    for shown in (basics, [*basics, *more]):
        inputs = [block.to_dict() for block in shown]
        state = Fields({block["block_id"]: {"value": _state(block["element"])} for block in inputs})
        assert form.read(state, MONDAY, texts.language, settings) == settings
    assert form.read(state, MONDAY, texts.language, other) == settings
    assert form.typed_so_far(state, other) == settings.model_copy(update={"pin": "eyes"})


def _state(element: dict[str, object]) -> dict[str, object]:
    """What Slack sends for an input that nobody touched."""
    names = {
        "initial_value": "value",
        "initial_user": "selected_user",
        "initial_time": "selected_time",
        "initial_option": "selected_option",
        "initial_options": "selected_options",
    }
    return {names[name]: value for name, value in element.items() if name in names}


def test_help_is_taken_with_all_commands_and_names(texts: Texts) -> None:
    names = {"/spil": "spil", **{f"/{'x' * 30}{number}": "action" for number in range(9)}}
    accepted(all_commands(open_registry(names), texts))
