"""The checks that Slack's own page makes, and what each element holds."""

from typing import Any

import pytest

from bot.sandbox.form import EMPTY, check_form
from bot.sandbox.inputs import elements_of, initial_values, option, plain_state, to_plain, to_slack

Json = dict[str, Any]
OPTIONS = [{"text": {"type": "plain_text", "text": name}, "value": name[0]} for name in ("alpha", "beta")]


def block(kind: str, optional: bool = False, **element: Any) -> Json:
    inner = {"type": kind, "action_id": "a", **element}
    label = {"type": "plain_text", "text": "Label"}
    return {"type": "input", "block_id": "b", "label": label, "element": inner, "optional": optional}


def errors(field: Json, value: Any) -> dict[str, str]:
    [element] = elements_of([field])
    held = {"type": element.type, element.kind.field: to_slack(element, value)}
    return check_form([field], {"b": {"a": held}})


@pytest.mark.parametrize(
    ("field", "good", "bad", "problem"),
    [
        (block("plain_text_input", min_length=3), "abc", "ab", "at least 3"),
        (block("plain_text_input", max_length=3), "abc", "abcd", "no more than 3"),
        (block("plain_text_input"), "x" * 3000, "x" * 3001, "no more than 3000"),
        (block("email_text_input"), "a@b.nl", "a@b", "email address"),
        (block("url_text_input"), "https://a.nl", "a.nl", "web address"),
        (block("number_input"), "12", "1.5", "whole number"),
        (block("number_input", is_decimal_allowed=True), "1.5", "many", "a number"),
        (block("number_input", min_value="2"), "2", "1", "2 or more"),
        (block("number_input", max_value="2"), "2", "3", "2 or less"),
        (
            block("multi_static_select", options=OPTIONS, max_selected_items=1),
            ["a"],
            ["a", "b"],
            "no more than 1",
        ),
    ],
)
def test_a_field_is_checked_before_the_app_sees_it(field: Json, good: Any, bad: Any, problem: str) -> None:
    assert errors(field, good) == {}
    assert problem in errors(field, bad)["b"]


@pytest.mark.parametrize(
    "kind", ["plain_text_input", "users_select", "datepicker", "checkboxes", "rich_text_input"]
)
def test_an_empty_field_is_an_error_unless_it_is_optional(kind: str) -> None:
    assert errors(block(kind, options=OPTIONS), None) == {"b": EMPTY}
    assert errors(block(kind, optional=True, options=OPTIONS), None) == {}


def test_elements_outside_inputs_are_not_checked() -> None:
    row = {"type": "actions", "block_id": "b", "elements": [{"type": "datepicker", "action_id": "a"}]}
    assert check_form([row], initial_values([row])) == {}


@pytest.mark.parametrize(
    ("kind", "plain", "held"),
    [
        ("static_select", "a", OPTIONS[0]),
        ("checkboxes", ["a", "b"], OPTIONS),
        ("multi_users_select", ["U1"], ["U1"]),
        ("datetimepicker", 1795424400, 1795424400),
        ("number_input", 3, "3"),
        ("datepicker", "", None),
        ("multi_channels_select", None, []),
    ],
)
def test_plain_values_become_slacks_and_back(kind: str, plain: Any, held: Any) -> None:
    [element] = elements_of([block(kind, options=OPTIONS)])
    assert to_slack(element, plain) == held
    assert to_plain(element, held) in (plain, str(plain), None, [])


def test_rich_text_is_kept_as_sections_and_read_as_words() -> None:
    [element] = elements_of([block("rich_text_input")])
    held = to_slack(element, "two words")
    assert held["elements"][0]["type"] == "rich_text_section"
    assert to_plain(element, held) == "two words"


def test_an_option_is_found_in_groups_and_a_wrong_one_lists_the_right_ones() -> None:
    label = {"type": "plain_text", "text": "Group"}
    [element] = elements_of([block("static_select", option_groups=[{"label": label, "options": OPTIONS}])])
    assert option(element, "beta") == OPTIONS[1]
    with pytest.raises(LookupError, match=r"only \['alpha', 'beta'\]"):
        option(element, "gamma")


def test_initial_values_are_the_state_and_what_has_none_is_empty() -> None:
    blocks = [block("static_select", options=OPTIONS, initial_option=OPTIONS[1])]
    assert initial_values(blocks)["b"]["a"]["selected_option"] == OPTIONS[1]
    assert plain_state(blocks, initial_values(blocks)) == {"b": {"a": "b"}}
    assert initial_values([block("checkboxes", options=OPTIONS)])["b"]["a"]["selected_options"] == []


def test_a_value_of_another_type_does_not_survive_a_change_of_the_field() -> None:
    before = initial_values([block("plain_text_input", initial_value="x")])
    assert initial_values([block("datepicker")], before)["b"]["a"] == {
        "type": "datepicker",
        "selected_date": None,
    }
