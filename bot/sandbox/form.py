"""Checks of Slack's own page in a modal before it submits: the app never sees a form that fails here."""

import re
from collections.abc import Callable, Iterator

from bot.sandbox.inputs import Element, Values, elements_of, to_plain
from bot.sandbox.state import Json

EMPTY = "Please fill in this field."
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
URL = re.compile(r"[a-z][a-z0-9+.-]*://\S+", re.IGNORECASE)
NUMBER = re.compile(r"-?\d+(\.\d+)?")

LONGEST_TEXT = 3000


def check_form(blocks: list[Json], values: Values) -> dict[str, str]:
    """block_id -> what is wrong, for each input that may not be submitted as it is."""
    errors: dict[str, str] = {}
    for element in elements_of(blocks):
        if element.block["type"] != "input":
            continue
        held = values.get(element.block_id, {}).get(element.action_id, {}).get(element.kind.field)
        problem = next(_problems(element, to_plain(element, held)), None)
        if problem:
            errors[element.block_id] = problem
    return errors


def _problems(element: Element, value: object) -> Iterator[str]:
    if value in (None, "", []):
        if not element.block.get("optional"):
            yield EMPTY
        return
    if isinstance(value, str) and element.type in CHECKS:
        yield from CHECKS[element.type](element.json, value)
    most = element.json.get("max_selected_items")
    if isinstance(value, list) and most is not None and len(value) > most:
        yield f"Please choose no more than {most}."


def _text(json: Json, value: str) -> Iterator[str]:
    least, most = json.get("min_length", 0), json.get("max_length", LONGEST_TEXT)
    if len(value) < least:
        yield f"Please write at least {least} characters."
    if len(value) > most:
        yield f"Please write no more than {most} characters."


def _email(json: Json, value: str) -> Iterator[str]:
    if not EMAIL.fullmatch(value):
        yield "Please enter an email address."


def _url(json: Json, value: str) -> Iterator[str]:
    if not URL.fullmatch(value):
        yield "Please enter a web address."


def _number(json: Json, value: str) -> Iterator[str]:
    if not NUMBER.fullmatch(value) or ("." in value and not json.get("is_decimal_allowed")):
        yield "Please enter a number." if json.get("is_decimal_allowed") else "Please enter a whole number."
        return
    if "min_value" in json and float(value) < float(json["min_value"]):
        yield f"Please enter {json['min_value']} or more."
    if "max_value" in json and float(value) > float(json["max_value"]):
        yield f"Please enter {json['max_value']} or less."


CHECKS: dict[str, Callable[[Json, str], Iterator[str]]] = {
    "plain_text_input": _text,
    "email_text_input": _email,
    "url_text_input": _url,
    "number_input": _number,
}
