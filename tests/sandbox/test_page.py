"""People at the page, in a real browser, with a tiny bot behind it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from slack_bolt import App
from slack_sdk.models import blocks as kit
from slack_sdk.models.views import View

from bot.sandbox import LocalSlack
from tests.kit.bolt_app import bolt, connected
from tests.kit.browsing import opened_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

expect = pytest.importorskip("playwright.sync_api", reason="playwright is not installed").expect


def form(channel: str) -> View:
    return View(
        type="modal",
        callback_id="planned",
        title="Plan it",
        submit="Plan",
        private_metadata=channel,
        blocks=[
            kit.InputBlock(
                label="What",
                block_id="what",
                element=kit.PlainTextInputElement(action_id="text", focus_on_load=True),
            ),
            kit.InputBlock(
                label="When",
                block_id="when",
                element=kit.StaticSelectElement(
                    placeholder="Choose a day",
                    action_id="day",
                    options=[kit.Option(text="Sunday", value="sun"), kit.Option(text="Monday", value="mon")],
                ),
            ),
        ],
    )


def planner(slack: LocalSlack) -> App:
    """`/do what` posts a message with a button; the button opens a form that refuses Sundays."""
    app = bolt(slack)

    @app.command("/do")
    def do(ack: Any, command: Any, respond: Any) -> None:
        ack()
        button = kit.ButtonElement(text="Plan it", action_id="plan", style="primary")
        section = kit.SectionBlock(text=f"Shall we *{command['text']}*?")
        blocks = [section.to_dict(), kit.ActionsBlock(elements=[button]).to_dict()]
        respond(response_type="in_channel", text=command["text"], blocks=blocks)

    @app.action("plan")
    def plan(ack: Any, body: Any, client: Any) -> None:
        ack()
        client.views_open(trigger_id=body["trigger_id"], view=form(body["channel"]["id"]))

    @app.view("planned")
    def planned(ack: Any, view: Any, client: Any) -> None:
        values = view["state"]["values"]
        day = values["when"]["day"]["selected_option"]["value"]
        if day == "sun":
            ack(response_action="errors", errors={"when": "Nobody works on Sunday."})
            return
        ack()
        client.chat_postMessage(
            channel=view["private_metadata"], text=f"Planned: {values['what']['text']['value']}"
        )

    @app.event("message")
    def message() -> None:
        """Nothing to do; without a listener it would not be acked."""

    @app.event("reaction_added")
    def reaction() -> None:
        """Likewise."""

    @app.event("app_home_opened")
    def home(event: Any, client: Any) -> None:
        blocks = [kit.SectionBlock(text=f"Welcome <@{event['user']}>").to_dict()]
        client.views_publish(user_id=event["user"], view={"type": "home", "blocks": blocks})

    return app


@pytest.fixture
def page(slack: LocalSlack, browser: Browser) -> Iterator[Page]:
    """The page as Sanne has it in #atlas."""
    with opened_page(slack, browser) as opened, connected(slack, planner(slack)):
        yield opened


def composer(page: Page) -> Any:
    return page.get_by_role("combobox", name="Message #atlas")


def test_a_person_switches_types_a_command_and_fills_in_the_form_twice(page: Page, slack: LocalSlack) -> None:
    page.get_by_role("button", name="You are: Sanne de Vries").click()
    page.get_by_role("menuitem", name="Tom Bakker").click()
    expect(page.get_by_role("button", name="You are: Tom Bakker")).to_be_visible()

    composer(page).press_sequentially("/d")
    page.get_by_role("option", name="/do").click()
    composer(page).press_sequentially("order bricks")
    expect(page.get_by_text("/do what")).to_be_visible()
    composer(page).press("Enter")
    page.get_by_role("button", name="Plan it").click()

    dialog = page.get_by_role("dialog", name="Plan it")
    dialog.get_by_label("What").fill("500 bricks")
    dialog.get_by_label("When").select_option("Sunday")
    dialog.get_by_role("button", name="Plan", exact=True).click()
    expect(dialog.get_by_role("alert")).to_have_text("Nobody works on Sunday.")
    expect(dialog.get_by_label("What")).to_have_value("500 bricks")
    dialog.get_by_label("When").select_option("Monday")
    dialog.get_by_role("button", name="Plan", exact=True).click()
    expect(dialog).to_be_hidden()
    expect(page.get_by_text("Planned: 500 bricks")).to_be_visible()
    assert slack.history("atlas")[-1].words() == "Planned: 500 bricks"


def test_the_keyboard_is_enough(page: Page) -> None:
    expect(composer(page)).to_be_focused()
    page.keyboard.type("/")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Tab")
    expect(composer(page)).to_have_value("/do ")
    page.keyboard.type("paint")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Plan it")).to_be_visible()
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("button", name="Plan it")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.get_by_label("What")).to_be_focused()
    page.keyboard.type("the door")
    page.keyboard.press("Tab")
    page.keyboard.type("Mon")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page.get_by_label("What")).to_be_focused()
    page.keyboard.type("the wall")
    page.keyboard.press("Tab")
    page.keyboard.type("Mon")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Planned: the wall")).to_be_visible()


def test_what_people_write_is_shown_as_text_and_marked_up_as_slack_does(page: Page) -> None:
    composer(page).fill("<img src=x onerror=alert(1)> *bold* @to")
    composer(page).press_sequentially("m")
    page.get_by_role("option", name="Tom Bakker").click()
    composer(page).press("Enter")
    message = page.get_by_role("region", name="Messages").get_by_role("article").last
    expect(message).to_contain_text("<img src=x onerror=alert(1)> bold @tom")
    expect(message.locator("strong")).to_have_text("bold")
    expect(message.locator("img")).to_have_count(0)


def test_a_message_is_reacted_to_answered_edited_and_deleted(page: Page, slack: LocalSlack) -> None:
    composer(page).fill("Helo")
    composer(page).press("Enter")
    message = page.get_by_role("region", name="Messages").get_by_role("article").last
    message.hover()
    message.get_by_role("button", name="React with eyes").click()
    expect(message.get_by_role("button", name="Sanne de Vries reacted with eyes")).to_have_text("👀1")
    message.get_by_role("button", name="Reply in thread").click()
    page.get_by_role("combobox", name="Reply in thread").fill("First answer")
    page.keyboard.press("Enter")
    expect(message.get_by_role("button", name="1 reply")).to_be_visible()
    page.keyboard.press("Escape")

    message.hover()
    message.get_by_role("button", name="More actions").click()
    page.get_by_role("menuitem", name="Edit message").click()
    page.get_by_role("combobox", name="Edit message").fill("Hello")
    page.keyboard.press("Enter")
    expect(message).to_contain_text("Hello(edited)")
    message.hover()
    message.get_by_role("button", name="More actions").click()
    page.get_by_role("menuitem", name="Delete message…").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(page.get_by_text("Hello")).to_be_hidden()


def test_a_file_is_attached_and_downloaded(page: Page) -> None:
    page.locator("#foot input[type=file]").set_input_files(
        {"name": "a.txt", "mimeType": "text/plain", "buffer": b"abc"}
    )
    composer(page).fill("See this")
    composer(page).press("Enter")
    with page.expect_download() as download:
        page.get_by_role("link", name="a.txt").click()
    assert download.value.path().read_bytes() == b"abc"


def test_a_command_that_does_not_exist_is_explained(page: Page) -> None:
    composer(page).fill("/nothing here")
    composer(page).press("Enter")
    expect(page.get_by_text("/nothing is not a valid command.")).to_be_visible()
    expect(page.get_by_text("Only visible to you")).to_be_visible()


def test_the_clock_goes_forward_and_the_traffic_can_be_seen(page: Page, slack: LocalSlack) -> None:
    chip = page.get_by_role("button", name="Demo clock: Mon 23 Nov 10:00")
    chip.click()
    page.get_by_role("menuitem", name="Tomorrow 9:00").click()
    expect(page.get_by_role("button", name="Demo clock: Tue 24 Nov 09:00")).to_be_visible()
    assert slack.clock.now().isoformat() == "2026-11-24T08:00:00+00:00"
    page.get_by_role("button", name="Peek").click()
    expect(page.get_by_text("auth.test").first).to_be_visible()


def test_the_app_has_a_home(page: Page) -> None:
    page.get_by_role("navigation").get_by_role("button", name="Helper").click()
    expect(page.get_by_text("Welcome @sanne")).to_be_visible()


def test_another_persons_message_comes_by_itself_and_is_marked_elsewhere(
    page: Page, slack: LocalSlack
) -> None:
    slack.add_channel("other", members=["sanne", "tom"])
    slack.post_history("atlas", "tom", "Good morning", at=slack.clock.now())
    expect(page.get_by_text("Good morning")).to_be_visible()
    expect(page.get_by_role("button", name="other")).to_be_visible()
