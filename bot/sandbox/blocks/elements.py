"""The interactive elements, and in which block each may stand."""

from typing import Any

from bot.sandbox.blocks.objects import (
    CONFIRM,
    DISPATCH,
    IMAGE_SOURCE,
    OPTION_GROUP,
    OVERFLOW_OPTION,
    PLAIN_OPTION,
    RICH_OPTION,
    URL,
    check_choice,
    check_image,
    plain,
)
from bot.sandbox.blocks.rich_text import RICH_TEXT
from bot.sandbox.blocks.rules import (
    Check,
    Fields,
    Problem,
    Rule,
    array,
    boolean,
    integer,
    one_of,
    record,
    string,
    typed,
)

_ID: Fields = {"action_id": string(255)}
_ASKS: Fields = {**_ID, "confirm": CONFIRM}
_FOCUS: Fields = {"focus_on_load": boolean, "placeholder": plain(150)}
_PICK: Fields = {**_ASKS, **_FOCUS}
_TYPED_IN: Fields = {**_ID, **_FOCUS, "dispatch_action_config": DISPATCH}
_SEVERAL: Fields = {"max_selected_items": integer(1)}
_MENU: Fields = {"options": array(PLAIN_OPTION, 100), "option_groups": array(OPTION_GROUP, 100)}
_IDS = array(string(), 1000)
_KINDS = array(one_of("im", "mpim", "private", "public"), 4)
_FILTER = record(
    {}, {"include": _KINDS, "exclude_external_shared_channels": boolean, "exclude_bot_users": boolean}
)
_CONVERSATION: Fields = {"default_to_current_conversation": boolean, "filter": _FILTER}
_DECIMAL = string(pattern=r"-?\d+(\.\d+)?")
_DATE = r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"


def _ordered(low: str, high: str) -> Check:
    def check(element: dict[str, Any], path: str, found: list[Problem]) -> None:
        if low in element and high in element and float(element[low]) > float(element[high]):
            found.append(Problem(path, f"{low} must not be more than {high}"))

    return check


ELEMENTS: dict[str, Rule] = {
    "button": typed(
        "button",
        {"text": plain(75)},
        {
            **_ASKS,
            "url": URL,
            "value": string(2000),
            "style": one_of("primary", "danger"),
            "accessibility_label": string(75),
        },
    ),
    "overflow": typed("overflow", {"options": array(OVERFLOW_OPTION, 5, least=2)}, _ASKS, check_choice),
    "image": typed("image", {"alt_text": string(2000)}, IMAGE_SOURCE, check_image),
    "static_select": typed(
        "static_select", {}, {**_PICK, **_MENU, "initial_option": PLAIN_OPTION}, check_choice
    ),
    "multi_static_select": typed(
        "multi_static_select",
        {},
        {**_PICK, **_MENU, **_SEVERAL, "initial_options": array(PLAIN_OPTION, 100)},
        check_choice,
    ),
    "users_select": typed("users_select", {}, {**_PICK, "initial_user": string()}),
    "multi_users_select": typed("multi_users_select", {}, {**_PICK, **_SEVERAL, "initial_users": _IDS}),
    "channels_select": typed(
        "channels_select", {}, {**_PICK, "initial_channel": string(), "response_url_enabled": boolean}
    ),
    "multi_channels_select": typed(
        "multi_channels_select", {}, {**_PICK, **_SEVERAL, "initial_channels": _IDS}
    ),
    "conversations_select": typed(
        "conversations_select",
        {},
        {**_PICK, **_CONVERSATION, "initial_conversation": string(), "response_url_enabled": boolean},
    ),
    "multi_conversations_select": typed(
        "multi_conversations_select",
        {},
        {**_PICK, **_CONVERSATION, **_SEVERAL, "initial_conversations": _IDS},
    ),
    "datepicker": typed("datepicker", {}, {**_PICK, "initial_date": string(pattern=_DATE)}),
    "timepicker": typed(
        "timepicker",
        {},
        {**_PICK, "initial_time": string(pattern=r"([01]\d|2[0-3]):[0-5]\d"), "timezone": string()},
    ),
    "datetimepicker": typed(
        "datetimepicker",
        {},
        {**_ASKS, "focus_on_load": boolean, "initial_date_time": integer(1_000_000_000, 9_999_999_999)},
    ),
    "checkboxes": typed(
        "checkboxes",
        {"options": array(RICH_OPTION, 10)},
        {**_ASKS, "focus_on_load": boolean, "initial_options": array(RICH_OPTION, 10)},
        check_choice,
    ),
    "radio_buttons": typed(
        "radio_buttons",
        {"options": array(RICH_OPTION, 10)},
        {**_ASKS, "focus_on_load": boolean, "initial_option": RICH_OPTION},
        check_choice,
    ),
    "plain_text_input": typed(
        "plain_text_input",
        {},
        {
            **_TYPED_IN,
            "initial_value": string(3000, shortest=0),
            "multiline": boolean,
            "min_length": integer(0, 3000),
            "max_length": integer(1, 3000),
        },
        _ordered("min_length", "max_length"),
    ),
    "email_text_input": typed("email_text_input", {}, {**_TYPED_IN, "initial_value": string(3000)}),
    "url_text_input": typed("url_text_input", {}, {**_TYPED_IN, "initial_value": string(3000)}),
    "number_input": typed(
        "number_input",
        {"is_decimal_allowed": boolean},
        {**_TYPED_IN, "initial_value": _DECIMAL, "min_value": _DECIMAL, "max_value": _DECIMAL},
        _ordered("min_value", "max_value"),
    ),
    "rich_text_input": typed("rich_text_input", {}, {**_TYPED_IN, "initial_value": RICH_TEXT}),
}

_TEXT_INPUTS = {"plain_text_input", "email_text_input", "url_text_input", "number_input", "rich_text_input"}
_MULTI = {name for name in ELEMENTS if name.startswith("multi_")}


def _only(names: set[str]) -> dict[str, Rule]:
    return {name: ELEMENTS[name] for name in names}


IN_SECTION = _only(ELEMENTS.keys() - _TEXT_INPUTS - {"datetimepicker"})
IN_ACTIONS = _only(ELEMENTS.keys() - _TEXT_INPUTS - _MULTI - {"image"})
IN_INPUT = _only(ELEMENTS.keys() - {"button", "overflow", "image"})
