"""A real browser at the sandbox's page, for tests."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from bot.sandbox import LocalSlack

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
]


def real_clock() -> dict[str, str | float | bool]:
    """The environment without another clock of the tests: a browser stands still under one, and asks us."""
    return {name: value for name, value in os.environ.items() if name not in ("LD_PRELOAD", "FAKETIME")}


@contextmanager
def chromium() -> Iterator[Browser]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip(f"no Chromium on this machine (looked for {', '.join(NAMES)})")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=path, args=QUIET, env=real_clock())
        yield started
        started.close()


@contextmanager
def opened_page(slack: LocalSlack, browser: Browser, who: str = "sanne") -> Iterator[Page]:
    """The page as someone has it in #atlas; an error of a script fails the test."""
    wrong: list[str] = []
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="en-GB")
    page = context.new_page()
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"{slack.url}/#/{slack.user_id(who)}/{slack.channel_id('atlas')}")
    page.get_by_role("heading", name="atlas", exact=True).wait_for()
    yield page
    context.close()
    assert wrong == []
