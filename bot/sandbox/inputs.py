"""The interactive elements: which field of `state.values` each has, and plain values to and from Slack's.

A plain value is what a person gives: a text, a date, an option's value or label, an id, or a list of those.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from bot.sandbox.state import Json, Workspace

Values = dict[str, dict[str, Json]]


@dataclass(frozen=True)
class Kind:
    """`field` holds the value in the state, `initial` in the element; `options` are picked from a list."""

    field: str
    initial: str = ""
    many: bool = False
    options: bool = False
    stateful: bool = True

    @property
    def empty(self) -> Any:
        return [] if self.many else None


def _one(what: str, *, options: bool = False) -> Kind:
    return Kind(f"selected_{what}", f"initial_{what}", options=options)


def _many(what: str, *, options: bool = False) -> Kind:
    return Kind(f"selected_{what}s", f"initial_{what}s", many=True, options=options)


TEXT = Kind("value", "initial_value")
KINDS: dict[str, Kind] = {
    "button": Kind("value", stateful=False),
    "overflow": Kind("selected_option", options=True, stateful=False),
    "plain_text_input": TEXT,
    "email_text_input": TEXT,
    "url_text_input": TEXT,
    "number_input": TEXT,
    "rich_text_input": Kind("rich_text_value", "initial_value"),
    "static_select": _one("option", options=True),
    "radio_buttons": _one("option", options=True),
    "users_select": _one("user"),
    "channels_select": _one("channel"),
    "conversations_select": _one("conversation"),
    "datepicker": _one("date"),
    "timepicker": _one("time"),
    "datetimepicker": Kind("selected_date_time", "initial_date_time"),
    "multi_static_select": _many("option", options=True),
    "checkboxes": _many("option", options=True),
    "multi_users_select": _many("user"),
    "multi_channels_select": _many("channel"),
    "multi_conversations_select": _many("conversation"),
}
TEXT_TYPES = frozenset(name for name, kind in KINDS.items() if kind.field in ("value", "rich_text_value")) - {
    "button"
}
NAMED = ("user", "channel", "conversation")


@dataclass(frozen=True)
class Element:
    """An interactive element in its block."""

    block: Json
    json: Json

    @property
    def block_id(self) -> str:
        return str(self.block["block_id"])

    @property
    def action_id(self) -> str:
        return str(self.json["action_id"])

    @property
    def type(self) -> str:
        return str(self.json["type"])

    @property
    def kind(self) -> Kind:
        return KINDS[self.type]

    @property
    def dispatches(self) -> bool:
        """Whether using it tells the app at once; in an input block only with `dispatch_action`."""
        return self.block["type"] != "input" or bool(self.block.get("dispatch_action"))

    def names(self) -> set[str]:
        """By what a person or a test can point at it."""
        labels = [self.json.get("text"), self.block.get("label"), self.json.get("placeholder")]
        if self.json is self.block.get("accessory"):
            labels.append(self.block.get("text"))
        return {self.action_id, self.block_id, *(each["text"] for each in labels if each)}


def elements_of(blocks: list[Json]) -> Iterator[Element]:
    for block in blocks:
        parts = [*block.get("elements", []), block.get("accessory"), block.get("element")]
        for part in parts:
            if isinstance(part, dict) and part.get("type") in KINDS:
                yield Element(block, part)


def with_ids(ws: Workspace, blocks: list[Json]) -> list[Json]:
    """The blocks with the block_id and action_id that Slack makes up where the app gave none."""
    return [_with_ids(ws, block) for block in blocks]


def _with_ids(ws: Workspace, block: Json) -> Json:
    filled = {"block_id": ws.new_id("b"), **block}
    for key in ("accessory", "element"):
        if key in block:
            filled[key] = _with_action_id(ws, block[key])
    if block.get("type") in ("actions", "context"):
        filled["elements"] = [_with_action_id(ws, each) for each in block.get("elements", [])]
    return filled


def _with_action_id(ws: Workspace, element: Json) -> Json:
    return {"action_id": ws.new_id("a"), **element} if element.get("type") in KINDS else element


def initial_values(blocks: list[Json], before: Values | None = None) -> Values:
    """`state.values` of fresh blocks; what was in a field of the same ids and type stays."""
    values: Values = {}
    for element in elements_of(blocks):
        if not element.kind.stateful:
            continue
        known = (before or {}).get(element.block_id, {}).get(element.action_id)
        if known is None or known["type"] != element.type:
            known = entry(element, element.json.get(element.kind.initial, element.kind.empty))
        values.setdefault(element.block_id, {})[element.action_id] = known
    return values


def entry(element: Element, value: Any) -> Json:
    """One object of `state.values`, of a value in Slack's shape."""
    return {"type": element.type, element.kind.field: value}


def to_slack(element: Element, plain: Any, id_of: Callable[[str], str] = str) -> Any:
    """The value as Slack has it; LookupError for an option that is not there. `id_of` knows names."""
    kind = element.kind
    if plain is None or plain == "" or plain == []:
        return kind.empty
    if kind.many:
        return [_single(element, each, id_of) for each in (plain if isinstance(plain, list) else [plain])]
    return _single(element, plain, id_of)


def _single(element: Element, plain: Any, id_of: Callable[[str], str]) -> Any:
    if element.kind.options:
        return option(element, str(plain))
    if any(name in element.kind.field for name in NAMED):
        return id_of(str(plain))
    if element.type == "rich_text_input" and isinstance(plain, str):
        section = {"type": "rich_text_section", "elements": [{"type": "text", "text": plain}]}
        return {"type": "rich_text", "elements": [section]}
    return int(plain) if element.type == "datetimepicker" else str(plain)


def options_of(element: Element) -> list[Json]:
    groups = element.json.get("option_groups") or [element.json]
    return [each for group in groups for each in group.get("options", [])]


def option(element: Element, wanted: str) -> Json:
    """The option with this value or label."""
    for each in options_of(element):
        if wanted in (each.get("value"), each["text"]["text"]):
            return each
    labels = [each["text"]["text"] for each in options_of(element)]
    raise LookupError(f"no option {wanted!r} in {element.action_id}, only {labels}")


def to_plain(element: Element, value: Any) -> Any:
    """Back from Slack's shape: of options their value, of rich text its words."""
    if isinstance(value, list):
        return [to_plain(element, each) for each in value]
    if element.kind.options and isinstance(value, dict):
        return value.get("value")
    if element.type == "rich_text_input" and isinstance(value, dict):
        parts = value.get("elements", [])
        return "\n".join("".join(leaf.get("text", "") for leaf in part.get("elements", [])) for part in parts)
    return value


def plain_state(blocks: list[Json], values: Values) -> dict[str, dict[str, Any]]:
    """A form's values as a page shows them."""
    state: dict[str, dict[str, Any]] = {}
    for element in elements_of(blocks):
        known = values.get(element.block_id, {}).get(element.action_id)
        if known is not None:
            plain = to_plain(element, known.get(element.kind.field))
            state.setdefault(element.block_id, {})[element.action_id] = plain
    return state
