"""Composition objects: texts, options, confirmation dialogs, image sources."""

from typing import Any

from bot.sandbox.blocks.rules import (
    Problem,
    Rule,
    array,
    boolean,
    by_type,
    one_of,
    record,
    string,
    typed,
    unique,
)

URL = string(3000, pattern=r"(?s)(https?|mailto|tel|slack):.+")


def plain(longest: int) -> Rule:
    return by_type({"plain_text": typed("plain_text", {"text": string(longest)}, {"emoji": boolean})})


def text(longest: int) -> Rule:
    return by_type(
        {
            "plain_text": typed("plain_text", {"text": string(longest)}, {"emoji": boolean}),
            "mrkdwn": typed("mrkdwn", {"text": string(longest)}, {"verbatim": boolean}),
        }
    )


CONFIRM = record(
    {"title": plain(100), "text": text(300), "confirm": plain(30), "deny": plain(30)},
    {"style": one_of("primary", "danger")},
)
DISPATCH = record(
    {"trigger_actions_on": array(one_of("on_enter_pressed", "on_character_entered"), 2)},
)

PLAIN_OPTION = record({"text": plain(75), "value": string(150)}, {"description": plain(75)})
RICH_OPTION = record({"text": text(75), "value": string(150)}, {"description": text(75)})
OVERFLOW_OPTION = record({"text": plain(75), "value": string(150)}, {"description": plain(75), "url": URL})
OPTION_GROUP = record({"label": plain(75), "options": array(PLAIN_OPTION, 100)})


def offered(element: dict[str, Any]) -> list[dict[str, Any]]:
    """All options of an element, those in groups too."""
    groups = element.get("option_groups", [])
    return [*element.get("options", []), *(option for group in groups for option in group["options"])]


def check_choice(element: dict[str, Any], path: str, found: list[Problem]) -> None:
    """Options stand in one list or in groups, once each, and what is chosen beforehand is one of them."""
    if ("options" in element) == ("option_groups" in element):
        found.append(Problem(path, "either options or option_groups must be given, and not both"))
    options = offered(element)
    unique((option["value"] for option in options), "option value", path, found)
    chosen = [*element.get("initial_options", []), *filter(None, [element.get("initial_option")])]
    known = {(option["value"], option["text"]["text"]) for option in options}
    for option in chosen:
        if (option["value"], option["text"]["text"]) not in known:
            found.append(Problem(path, f"initial option is not among the options: {option['value']}"))


SLACK_FILE = record({}, {"id": string(), "url": string(3000)})
IMAGE_SOURCE = {"image_url": string(3000, pattern=r"https?://.+"), "slack_file": SLACK_FILE}


def check_image(image: dict[str, Any], path: str, found: list[Problem]) -> None:
    if ("image_url" in image) == ("slack_file" in image):
        found.append(Problem(path, "either image_url or slack_file must be given, and not both"))
