"""Slack's text on the page: what each mark becomes, and that markup in it stays text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from bot.sandbox import LocalSlack
from tests.kit.bolt_app import NOW, furnished
from tests.kit.browsing import opened_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

LINK = 'target="_blank" rel="noopener noreferrer"'
LINES = {
    "*bold* _italic_ ~gone~ `code`": "<strong>bold</strong> <em>italic</em> <s>gone</s> <code>code</code>",
    "*bold _and italic_*": "<strong>bold <em>and italic</em></strong>",
    "2*3*4 and snake_case_name": "2*3*4 and snake_case_name",
    "* not bold*": "* not bold*",
    "`*code*`": "<code>*code*</code>",
    "&lt;b&gt; &amp;amp;": "&lt;b&gt; &amp;amp;",
    "<b>": "<span>b</span>",
    "<javascript:alert(1)|click>": "<span>click</span>",
    "<https://a.nl/?x=1&amp;y=2|a plan>": f'<a href="https://a.nl/?x=1&amp;y=2" {LINK}>a plan</a>',
    "<mailto:a@b.nl|mail>": f'<a href="mailto:a@b.nl" {LINK}>mail</a>',
    "<!here> <!subteam^S1|@crew>": '<span class="mention me">@here</span> <span class="mention">@crew</span>',
    "<@U404|who> <#C404>": '<span class="mention">@who</span> <span class="mention">#private channel</span>',
    ":tada: :no_such_thing:": "🎉 :no_such_thing:",
    "<!date^1795422600^{date_short} at {time}|then>": '<time title="then">23 Nov 2026 at 09:30</time>',
    "<!date^1795509000^{date_pretty}|then>": '<time title="then">Tomorrow</time>',
}
PARAGRAPHS = {
    "one\ntwo": '<div class="line">one</div><div class="line">two</div>',
    "• one": '<div class="line item">• one</div>',
    "&gt; said\n&gt; twice": "<blockquote>said<br>twice</blockquote>",
    "a\n```*b*\n&lt;```\nc": '<div class="line">a</div><pre>*b*\n&lt;</pre><div class="line">c</div>',
    "``` never closed": '<div class="line"> never closed</div>',
}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with LocalSlack(now=NOW, rate_limits=False) as slack, opened_page(furnished(slack), browser) as opened:
        yield opened


def drawn(page: Page, text: str) -> str:
    draw = """async (text) => {
        const { mrkdwn } = await import("/page/text.js");
        const box = document.createElement("div");
        box.append(...mrkdwn(text));
        return box.innerHTML;
    }"""
    return str(page.evaluate(draw, text))


@pytest.mark.parametrize("text", LINES)
def test_within_a_line(page: Page, text: str) -> None:
    assert drawn(page, text) == f'<div class="line">{LINES[text]}</div>'


@pytest.mark.parametrize("text", PARAGRAPHS)
def test_line_by_line(page: Page, text: str) -> None:
    assert drawn(page, text) == PARAGRAPHS[text]


@pytest.mark.parametrize("zone", ["Europe/Amsterdam", "America/New_York", "Asia/Kolkata"])
def test_a_wall_clock_time_becomes_the_right_instant_even_when_the_clocks_change(
    page: Page, zone: str
) -> None:
    there_and_back = """async ([zone, at]) => {
        const { store } = await import("/page/store.js");
        const { seconds } = await import("/page/elements.js");
        store.data.me.tz = zone;
        const wall = new Date(at * 1000).toLocaleString("sv-SE", { timeZone: zone });
        return seconds(wall.slice(0, 16).replace(" ", "T"));
    }"""
    days = [1_774_747_800 + 3600 * hour for hour in range(0, 24 * 260, 101)]  # from March 2026 into December
    assert [page.evaluate(there_and_back, [zone, at]) for at in days] == days
