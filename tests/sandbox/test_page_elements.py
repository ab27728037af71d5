"""Every element of Block Kit on the page: what a person does with it is what the app gets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest
from slack_bolt import App
from slack_sdk.models import blocks as kit
from slack_sdk.models.views import View

from bot.sandbox import LocalSlack
from tests.kit.bolt_app import bolt, connected
from tests.kit.browsing import opened_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

expect = pytest.importorskip("playwright.sync_api", reason="playwright is not installed").expect
OPTIONS = [kit.Option(text="Red", value="r"), kit.Option(text="Green", value="g", description="As grass")]
GROUPS = [kit.OptionGroup(label="Colours", options=OPTIONS)]
FIELDS: dict[str, kit.InputInteractiveElement] = {
    "Line": kit.PlainTextInputElement(action_id="a", initial_value="one"),
    "Lines": kit.PlainTextInputElement(action_id="a", multiline=True),
    "Mail": kit.EmailInputElement(action_id="a"),
    "Site": kit.UrlInputElement(action_id="a"),
    "Number": kit.NumberInputElement(action_id="a", is_decimal_allowed=True),
    "Pick": kit.StaticSelectElement(action_id="a", placeholder="Pick", option_groups=GROUPS),
    "Person": kit.UserSelectElement(action_id="a", placeholder="Who"),
    "Channel": kit.ChannelSelectElement(action_id="a", placeholder="Where"),
    "Talk": kit.ConversationSelectElement(action_id="a", default_to_current_conversation=True),
    "Picks": kit.StaticMultiSelectElement(action_id="a", placeholder="Pick", options=OPTIONS),
    "People": kit.UserMultiSelectElement(action_id="a", placeholder="Who", max_selected_items=1),
    "Day": kit.DatePickerElement(action_id="a", initial_date="2026-11-27"),
    "Time": kit.TimePickerElement(action_id="a"),
    "Moment": kit.DateTimePickerElement(action_id="a"),
    "Radio": kit.RadioButtonsElement(action_id="a", options=OPTIONS, initial_option=OPTIONS[0]),
    "Ticks": kit.CheckboxesElement(action_id="a", options=OPTIONS),
}


def everything() -> View:
    asked = [kit.InputBlock(label=name, block_id=name, element=part) for name, part in FIELDS.items()]
    return View(type="modal", callback_id="all", title="Everything", submit="Send", blocks=asked)


def with_buttons() -> list[dict[str, Any]]:
    confirm = kit.ConfirmObject(
        title="Sure?", text="Really *gone*.", confirm="Do it", deny="Keep", style="danger"
    )
    row = [
        kit.ButtonElement(text="Delete", action_id="delete", value="7", style="danger", confirm=confirm),
        kit.StaticSelectElement(action_id="colour", placeholder="Colour", options=OPTIONS),
        kit.OverflowMenuElement(action_id="more", options=OPTIONS),
        kit.DatePickerElement(action_id="day"),
    ]
    return [kit.ActionsBlock(block_id="row", elements=row).to_dict()]


class Bot:
    """Opens the form of everything, posts a row of elements, and notes what comes back."""

    def __init__(self, slack: LocalSlack) -> None:
        self.values: dict[str, Any] = {}
        self.actions: list[dict[str, Any]] = []
        self.app: App = bolt(slack)
        self.app.shortcut("start")(self._open)
        self.app.view("all")(self._submitted)
        self.app.view("step")(self._push)
        self.app.command("/do")(self._post)
        for action_id in ("delete", "colour", "more", "day"):
            self.app.action(action_id)(self._acted)

    def _open(self, ack: Any, body: Any, client: Any) -> None:
        ack()
        client.views_open(trigger_id=body["trigger_id"], view=self.form)

    form: View = everything()

    def _submitted(self, ack: Any, view: Any) -> None:
        ack()
        self.values = view["state"]["values"]

    @staticmethod
    def _push(ack: Any, view: Any) -> None:
        ack(response_action="push", view=step(int(view["private_metadata"]) + 1).to_dict())

    @staticmethod
    def _post(ack: Any) -> None:
        ack(text="A row", response_type="in_channel", blocks=with_buttons())

    def _acted(self, ack: Any, action: Any) -> None:
        ack()
        self.actions.append(action)


def step(number: int) -> View:
    said = kit.SectionBlock(text=f"This is step {number}")
    return View(
        type="modal",
        callback_id="step",
        private_metadata=str(number),
        title="Steps",
        submit="Next",
        blocks=[said],
    )


@pytest.fixture
def bot(slack: LocalSlack) -> Iterator[Bot]:
    made = Bot(slack)
    with connected(slack, made.app):
        yield made


@pytest.fixture
def page(slack: LocalSlack, browser: Browser) -> Iterator[Page]:
    with opened_page(slack, browser) as opened:
        yield opened


def start(page: Page) -> Locator:
    page.get_by_role("button", name="Shortcuts").click()
    page.get_by_role("menuitem", name="Start").click()
    dialog = page.get_by_role("dialog")
    dialog.wait_for()
    return dialog


FILL: dict[str, Callable[[Locator], object]] = {
    "Line": lambda form: form.get_by_label("Line", exact=True).fill("two"),
    "Lines": lambda form: form.get_by_label("Lines").fill("a\nb"),
    "Mail": lambda form: form.get_by_label("Mail").fill("a@example.com"),
    "Site": lambda form: form.get_by_label("Site").fill("https://example.com"),
    "Number": lambda form: form.get_by_label("Number").fill("1.5"),
    "Pick": lambda form: form.get_by_label("Pick", exact=True).select_option("Green"),
    "Person": lambda form: form.get_by_label("Person").select_option("Tom Bakker"),
    "Channel": lambda form: form.get_by_label("Channel").select_option("# atlas"),
    "Picks": lambda form: [form.get_by_label("Picks").select_option(each) for each in ("Red", "Green")],
    "People": lambda form: form.get_by_label("People").select_option("Tom Bakker"),
    "Time": lambda form: form.get_by_label("Time").fill("14:30"),
    "Moment": lambda form: form.get_by_label("Moment").fill("2026-12-01T09:00"),
    "Radio": lambda form: form.get_by_role("radio", name="Green").check(),
    "Ticks": lambda form: form.get_by_role("checkbox", name="Red").check(),
}


def test_what_is_filled_in_is_what_the_app_gets(slack: LocalSlack, bot: Bot, page: Page) -> None:
    form = start(page)
    for fill in FILL.values():
        fill(form)
    form.get_by_role("button", name="Remove Red").click()
    form.get_by_role("button", name="Send").click()
    expect(form).to_be_hidden()
    got = {name: bot.values[name]["a"] for name in FIELDS}
    tom, atlas = slack.user_id("tom"), slack.channel_id("atlas")
    texts = {
        "Line": "two",
        "Lines": "a\nb",
        "Mail": "a@example.com",
        "Site": "https://example.com",
        "Number": "1.5",
    }
    assert {name: got[name]["value"] for name in texts} == texts
    assert [got[name]["selected_option"]["value"] for name in ("Pick", "Radio")] == ["g", "g"]
    assert [option["value"] for name in ("Picks", "Ticks") for option in got[name]["selected_options"]] == [
        "g",
        "r",
    ]
    assert (got["Person"]["selected_user"], got["People"]["selected_users"]) == (tom, [tom])
    assert (got["Channel"]["selected_channel"], got["Talk"]["selected_conversation"]) == (atlas, atlas)
    assert (got["Day"]["selected_date"], got["Time"]["selected_time"]) == ("2026-11-27", "14:30")
    assert got["Moment"]["selected_date_time"] == 1_796_112_000  # nine in the morning in Amsterdam


def test_what_is_missing_is_said_under_its_field(bot: Bot, page: Page) -> None:
    form = start(page)
    form.get_by_role("button", name="Send").click()
    expect(form.get_by_role("alert").first).to_be_visible()
    expect(form.get_by_label("Lines")).to_have_attribute("aria-invalid", "true")
    assert bot.values == {}


def test_elements_in_a_message_tell_the_app_and_ask_first_where_it_wants(
    bot: Bot, page: Page, slack: LocalSlack
) -> None:
    page.get_by_role("combobox", name="Message #atlas").fill("/do it")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Delete").click()
    page.get_by_role("dialog").get_by_role("button", name="Keep").click()
    page.get_by_role("button", name="Delete").click()
    page.get_by_role("dialog").get_by_role("button", name="Do it").click()
    slack.wait_for(lambda: len(bot.actions) == 1)
    message = page.get_by_role("region", name="Messages").get_by_role("article").last
    message.get_by_role("combobox").select_option("Green")
    slack.wait_for(lambda: len(bot.actions) == 2)
    message.get_by_role("button", name="More", exact=True).click()
    page.get_by_role("menuitem", name="Red").click()
    slack.wait_for(lambda: len(bot.actions) == 3)
    assert [one["action_id"] for one in bot.actions] == ["delete", "colour", "more"]
    assert bot.actions[0]["value"] == "7"
    assert [one["selected_option"]["value"] for one in bot.actions[1:]] == ["g", "r"]


def test_forms_stack_and_close_one_by_one(bot: Bot, page: Page) -> None:
    bot.form = step(1)
    form = start(page)
    for number in (2, 3):
        form.get_by_role("button", name="Next").click()
        expect(form.get_by_text(f"This is step {number}")).to_be_visible()
    form.get_by_role("button", name="Back").click()
    expect(form.get_by_text("This is step 2")).to_be_visible()
    page.keyboard.press("Escape")
    expect(form.get_by_text("This is step 1")).to_be_visible()
    expect(form.get_by_role("button", name="Back")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(form).to_be_hidden()
