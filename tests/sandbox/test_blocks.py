"""Each limit of Block Kit: the longest that Slack takes is taken, one more is refused."""

import time
from collections.abc import Callable
from typing import Any

import pytest

from bot.sandbox.blocks import check_blocks, check_view

Json = dict[str, Any]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def option(value: str = "v", text: str = "t") -> Json:
    return {"text": plain(text), "value": value}


def options(count: int) -> list[Json]:
    return [option(str(n)) for n in range(count)]


def button(**fields: Any) -> Json:
    return {"type": "button", "text": plain("Go"), "action_id": "go", **fields}


def actions(*elements: Json) -> Json:
    return {"type": "actions", "elements": list(elements)}


def asking(element: Json, **fields: Any) -> Json:
    return {"type": "input", "label": plain("Label"), "element": element, **fields}


def section(text: str = "x", **fields: Any) -> Json:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}, **fields}


def modal(**fields: Any) -> Json:
    return {"type": "modal", "title": plain("T"), "blocks": [section()], **fields}


def refused(*blocks: Json) -> list[str]:
    return [str(problem) for problem in check_blocks(list(blocks), "message")]


def confirm(**fields: Any) -> Json:
    words = {"title": plain("t"), "text": plain("t"), "confirm": plain("c"), "deny": plain("d")}
    return button(confirm={**words, **fields})


LIMITS: dict[str, tuple[int, Callable[[int], Json]]] = {
    "section text": (3000, lambda n: section("x" * n)),
    "field text": (2000, lambda n: section(fields=[plain("x" * n)])),
    "fields": (10, lambda n: section(fields=[plain("x")] * n)),
    "header": (150, lambda n: {"type": "header", "text": plain("x" * n)}),
    "context elements": (10, lambda n: {"type": "context", "elements": [plain("x")] * n}),
    "actions": (25, lambda n: actions(*(button(action_id=f"a{i}") for i in range(n)))),
    "button text": (75, lambda n: actions(button(text=plain("x" * n)))),
    "button value": (2000, lambda n: actions(button(value="x" * n))),
    "button address": (3000, lambda n: actions(button(url="https://a.nl/".ljust(n, "x")))),
    "options": (100, lambda n: section(accessory={"type": "static_select", "options": options(n)})),
    "option text": (
        75,
        lambda n: section(accessory={"type": "static_select", "options": [option("v", "x" * n)]}),
    ),
    "option value": (
        150,
        lambda n: section(accessory={"type": "static_select", "options": [option("x" * n)]}),
    ),
    "radio options": (10, lambda n: actions({"type": "radio_buttons", "options": options(n)})),
    "overflow": (5, lambda n: actions({"type": "overflow", "options": options(n)})),
    "placeholder": (150, lambda n: actions({"type": "users_select", "placeholder": plain("x" * n)})),
    "typed in": (3000, lambda n: asking({"type": "plain_text_input", "initial_value": "x" * n})),
    "label": (2000, lambda n: asking({"type": "plain_text_input"}, label=plain("x" * n))),
    "hint": (2000, lambda n: asking({"type": "plain_text_input"}, hint=plain("x" * n))),
    "block_id": (255, lambda n: section(block_id="x" * n)),
    "action_id": (255, lambda n: actions(button(action_id="x" * n))),
    "confirm title": (100, lambda n: actions(confirm(title=plain("x" * n)))),
    "confirm text": (300, lambda n: actions(confirm(text=plain("x" * n)))),
    "confirm button": (30, lambda n: actions(confirm(confirm=plain("x" * n)))),
    "table rows": (100, lambda n: {"type": "table", "rows": [[{"type": "raw_text", "text": "x"}]] * n}),
    "table cells": (20, lambda n: {"type": "table", "rows": [[{"type": "raw_text", "text": "x"}] * n]}),
}


@pytest.mark.parametrize("name", LIMITS)
def test_the_longest_is_taken_and_one_more_is_refused(name: str) -> None:
    longest, block = LIMITS[name]
    assert refused(block(longest)) == []
    assert len(refused(block(longest + 1))) == 1


def test_a_message_holds_fifty_blocks() -> None:
    assert refused(*[section()] * 50) == []
    assert refused(*[section()] * 51) == ["[ERROR] no more than 50 items allowed [json-pointer:/blocks]"]


def test_a_message_holds_about_13_200_characters() -> None:
    assert refused(*[section("x" * 3000)] * 4) == []
    problems = check_blocks([section("x" * 3000)] * 5, "message")
    assert [problem.error for problem in problems] == ["msg_blocks_too_long"]


def test_a_problem_says_where_it_is() -> None:
    assert refused(section(), actions(button(text=plain("x" * 76)))) == [
        "[ERROR] must be less than 76 characters [json-pointer:/blocks/1/elements/0/text/text]"
    ]


WRONG = {
    "an unknown block": {"type": "carousel"},
    "a block without type": {"text": plain("x")},
    "an unknown field": section(colour="red"),
    "a section that says nothing": {"type": "section"},
    "an empty text": section(""),
    "a header in mrkdwn": {"type": "header", "text": {"type": "mrkdwn", "text": "x"}},
    "emoji on mrkdwn": section(fields=[{"type": "mrkdwn", "text": "x", "emoji": True}]),
    "a button with an unknown style": actions(button(style="default")),
    "a confirm without its text": actions(button(confirm={"title": plain("t")})),
    "an input in actions": actions({"type": "plain_text_input"}),
    "a button in an input": asking(button()),
    "several people in actions": actions({"type": "multi_users_select"}),
    "a menu without options": actions({"type": "static_select"}),
    "an overflow with one option": actions({"type": "overflow", "options": options(1)}),
    "options and groups at once": actions(
        {
            "type": "static_select",
            "options": options(1),
            "option_groups": [{"label": plain("g"), "options": options(1)}],
        }
    ),
    "an option twice": actions({"type": "static_select", "options": [option(), option()]}),
    "a first choice that is not offered": actions(
        {"type": "static_select", "options": options(1), "initial_option": option("other")}
    ),
    "an action_id twice in a block": actions(button(), button()),
    "a date that is none": actions({"type": "datepicker", "initial_date": "2026-13-01"}),
    "a time that is none": actions({"type": "timepicker", "initial_time": "24:00"}),
    "a shortest above the longest": asking({"type": "plain_text_input", "min_length": 5, "max_length": 4}),
    "a number input without its kind": asking({"type": "number_input"}),
    "an image without words": {"type": "image", "image_url": "https://example.org/a.png"},
    "an image without source": {"type": "image", "alt_text": "x"},
    "a list of no sections": {
        "type": "rich_text",
        "elements": [
            {"type": "rich_text_list", "style": "bullet", "elements": [{"type": "text", "text": "x"}]}
        ],
    },
    "an unknown style of a list": {
        "type": "rich_text",
        "elements": [{"type": "rich_text_list", "style": "square", "elements": []}],
    },
    "a user in preformatted text": {
        "type": "rich_text",
        "elements": [{"type": "rich_text_preformatted", "elements": [{"type": "user", "user_id": "U1"}]}],
    },
    "no object": "section",
}


@pytest.mark.parametrize("name", WRONG)
def test_slack_refuses(name: str) -> None:
    assert check_blocks([WRONG[name]], "message")


def test_blocks_must_be_a_list_and_ids_must_differ() -> None:
    assert check_blocks({"type": "section"}, "message")
    assert refused(section(block_id="a"), section(block_id="a")) == [
        "[ERROR] duplicate block_id: a [json-pointer:/blocks]"
    ]
    assert refused(actions(button()), actions(button())) == []


def test_a_table_stands_once_and_in_messages_only() -> None:
    table = {"type": "table", "rows": [[{"type": "raw_text", "text": "x"}]], "column_settings": [None]}
    assert refused(table) == []
    assert refused(table, table)
    assert check_blocks([table], "home")


VIEW_LIMITS: dict[str, tuple[int, Callable[[int], Json]]] = {
    "title": (24, lambda n: modal(title=plain("x" * n))),
    "submit": (24, lambda n: modal(submit=plain("x" * n))),
    "close": (24, lambda n: modal(close=plain("x" * n))),
    "private_metadata": (3000, lambda n: modal(private_metadata="x" * n)),
    "callback_id": (255, lambda n: modal(callback_id="x" * n)),
    "blocks": (100, lambda n: modal(blocks=[section()] * n)),
    "home blocks": (100, lambda n: {"type": "home", "blocks": [section()] * n}),
}


@pytest.mark.parametrize("name", VIEW_LIMITS)
def test_a_view_takes_the_longest_and_no_more(name: str) -> None:
    longest, view = VIEW_LIMITS[name]
    assert check_view(view(longest)) == []
    assert len(check_view(view(longest + 1))) == 1


def test_a_modal_that_asks_needs_a_submit_button() -> None:
    ask = asking({"type": "plain_text_input", "action_id": "a"})
    assert [problem.path for problem in check_view(modal(blocks=[ask]))] == ["/view"]
    assert check_view(modal(blocks=[ask], submit=plain("Save"))) == []


def test_a_view_has_one_focus_and_a_known_type() -> None:
    eager = asking({"type": "plain_text_input", "focus_on_load": True})
    assert check_view(modal(blocks=[eager, eager], submit=plain("Save")))
    assert check_view({"type": "workflow_step", "blocks": []})
    assert check_view({"type": "home", "title": plain("x"), "blocks": []})


def test_a_view_over_250_kilobytes_is_too_large() -> None:
    wide = [section("é" * 3000) for _ in range(42)]
    assert [problem.error for problem in check_view(modal(blocks=wide))] == ["view_too_large"]


def test_fifty_blocks_are_checked_within_two_milliseconds() -> None:
    blocks = [section("x" * 50, accessory=button(value="1")) for _ in range(50)]
    started = time.process_time()
    for _ in range(50):
        assert check_blocks(blocks, "message") == []
    assert (time.process_time() - started) / 50 < 0.002
