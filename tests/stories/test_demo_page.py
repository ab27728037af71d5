"""The demo's page in a real browser: its six steps, by pointer and by keyboard, on a desk and on a phone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.kit.browsing import chromium
from tests.kit.demo import open_demo

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

expect = pytest.importorskip("playwright.sync_api", reason="playwright is not installed").expect
Axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed").Axe
pytestmark = pytest.mark.long

DESK, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}
GRAVE = ("serious", "critical")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(params=[("en", DESK), ("nl", PHONE)], ids=["en-desk", "nl-phone"])
def page(request: pytest.FixtureRequest, browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """The page at the address that `spil demo` prints; an error of a script fails the test."""
    language, size = request.param
    wrong: list[str] = []
    with open_demo(language, tmp_path) as slack:
        context = browser.new_context(viewport=size, locale="en-GB")
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(slack.url)
        expect(page.locator(".step")).to_have_count(6)
        yield page
        context.close()
    assert wrong == []


def is_sound(page: Page) -> None:
    """No serious or critical finding of axe, and nothing beside the page."""
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found if each["impact"] in GRAVE] == []
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


def step(page: Page, number: int) -> Any:
    return page.locator(".step").nth(number - 1)


def send(page: Page) -> None:
    """What a step put into the box, in which the focus is then."""
    box = page.locator("#foot textarea")
    expect(box).to_be_focused()
    expect(box).to_have_value(re.compile("^/"))
    page.keyboard.press("Enter")


def ticked(page: Page, number: int) -> None:
    expect(page.locator(".step.seen")).to_have_count(number)


def key_of(page: Page) -> str:
    return str(page.evaluate("document.activeElement.dataset.key ?? document.activeElement.textContent"))


def tab_to(page: Page, wanted: Callable[[str], bool]) -> None:
    """Go on with the Tab key alone, from wherever the focus is."""
    for _ in range(200):
        if wanted(key_of(page)):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the Tab key does not get there; it ended at {key_of(page)}")


def test_six_steps_are_pressed_and_every_screen_on_the_way_is_sound(page: Page) -> None:
    is_sound(page)
    step(page, 1).click()
    send(page)
    ticked(page, 1)
    step(page, 2).click()
    ticked(page, 2)
    is_sound(page)

    step(page, 3).click()
    dialog = page.get_by_role("dialog")
    dialog.locator("input[type=date]").fill("2027-03-01")
    dialog.locator("textarea, input[type=text]").last.fill("?")
    is_sound(page)
    dialog.locator("button.primary").click()
    ticked(page, 3)

    step(page, 4).click()
    send(page)
    dialog.locator("button.primary").wait_for()
    is_sound(page)
    dialog.locator("button.primary").click()
    ticked(page, 4)

    page.locator(".nine").click()
    ticked(page, 5)
    expect(page.locator(".nine")).to_have_count(0)
    is_sound(page)

    step(page, 6).click()
    send(page)
    author = page.url.partition("#/")[2].partition("/")[0]
    page.locator(f".news a[href^='#/{author}/']").first.click()
    page.locator("[data-key*='minutes.send']").click()
    dialog.locator("footer button").last.click()
    ticked(page, 6)
    is_sound(page)


def test_the_keyboard_alone_gets_an_item_done_as_the_channel_then_says(page: Page) -> None:
    """Four presses of Enter: the step, send, look as the owner, Done."""
    tab_to(page, lambda key: key == "step-0")
    page.keyboard.press("Enter")
    send(page)
    ticked(page, 1)
    tab_to(page, lambda key: key == "step-1")
    page.keyboard.press("Enter")
    ticked(page, 2)
    newest = page.locator("article").last.locator("[data-key*='action_items.done']")
    newest.wait_for()
    wanted = newest.get_attribute("data-key")
    tab_to(page, lambda key: key == wanted)
    page.keyboard.press("Enter")
    expect(page.locator(".news")).to_contain_text("✓")
    is_sound(page)


def test_menus_tell_who_has_what_to_read_and_close_by_the_keyboard(page: Page) -> None:
    side = page.locator("[data-key='side']")
    step(page, 1).click()
    send(page)
    ticked(page, 1)
    if side.is_visible():
        side.press("Enter")
        expect(page.locator(".switcher")).to_be_focused()
    page.locator(".switcher").press("Enter")
    owner = (
        page.get_by_role("menuitem")
        .filter(has_text="Priya Nair")
        .or_(page.get_by_role("menuitem").filter(has_text="Joost Bakker"))
    )
    expect(owner.get_by_label("unread").first).to_be_visible()
    is_sound(page)
    page.keyboard.press("Escape")
    expect(page.get_by_role("menu")).to_have_count(0)
    if side.is_visible():
        page.keyboard.press("Escape")
        expect(side).to_be_focused()
    page.locator(".projects a").last.click()
    expect(page.locator(".projects a[aria-current]")).to_have_text(
        "English project" if side.is_visible() else "Nederlands project"
    )
    # The page itself speaks the language of whoever acts there.
    expect(page.locator("#foot textarea")).to_have_attribute(
        "placeholder", "Message #atlas" if side.is_visible() else "Bericht aan #molen"
    )
