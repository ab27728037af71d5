"""One Web API method: what it asks of the caller, and the function that does it.

Each family is a module with a tuple `METHODS`; `dispatch.all_methods` collects them. A handler gets a
`Call` and returns the answer without `ok`, or raises `SlackError` with the name that Slack uses.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.state import App, Json, Workspace


class SlackError(Exception):
    """An answer with `ok: false`; `more` are further fields of the answer."""

    def __init__(self, error: str, *messages: str, **more: Any) -> None:
        super().__init__(error)
        self.error = error
        self.more = more
        if messages:
            self.more["response_metadata"] = {"messages": list(messages)}

    def answer(self) -> Json:
        return {"ok": False, "error": self.error, **self.more}


@dataclass(frozen=True)
class Call:
    """A call that passed the checks of the dispatcher; `args` have the types that the method names."""

    ws: Workspace
    app: App
    args: Json
    base_url: str

    def need(self, scope: str) -> None:
        if scope not in self.app.scopes:
            raise SlackError("missing_scope", needed=scope, provided=",".join(self.app.scopes))


Handler = Callable[[Call], Json]


@dataclass(frozen=True)
class Method:
    """`args` and `required` name arguments and their kind: "str", "int", "bool", "list" or "json".

    `scopes`: one of them is needed. `tier`: calls a minute, see limits.py. `token`: "bot" or "app".
    """

    name: str
    handler: Handler
    required: dict[str, str] = field(default_factory=dict)
    args: dict[str, str] = field(default_factory=dict)
    scopes: tuple[str, ...] = ()
    tier: int = 3
    token: str = "bot"

    def parse(self, raw: Json) -> Json:
        """The arguments in their types; SlackError `invalid_arguments` names every one that is wrong."""
        known = {**self.required, **self.args}
        given = {name: value for name, value in raw.items() if value is not None and name != "token"}
        if "team_id" not in known:  # Bolt's client adds it to every call
            given.pop("team_id", None)
        problems = [f"[ERROR] missing required field: {name}" for name in self.required if name not in given]
        problems += [f"[ERROR] unknown argument: {name}" for name in given if name not in known]
        parsed: Json = {}
        for name in known.keys() & given.keys():
            try:
                parsed[name] = CONVERT[known[name]](given[name])
            except ValueError:
                problems.append(f"[ERROR] {name} must be: {known[name]}")
        if problems:
            raise SlackError("invalid_arguments", *problems)
        return parsed


def _string(value: Any) -> str:
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        raise ValueError
    return str(value)


def _integer(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ValueError
    return int(value)


def _boolean(value: Any) -> bool:
    words = {"true": True, "1": True, "false": False, "0": False}
    if isinstance(value, bool):
        return value
    if str(value).lower() not in words:
        raise ValueError
    return words[str(value).lower()]


def _list(value: Any) -> list[str]:
    if isinstance(value, str):
        return [each.strip() for each in value.split(",") if each.strip()]
    if not isinstance(value, list):
        raise ValueError
    return [str(each) for each in value]


def _json(value: Any) -> Any:
    """Objects and lists, also as the text in which a form carries them."""
    found = json.loads(value) if isinstance(value, str) and value else value
    if not isinstance(found, dict | list):
        raise ValueError
    return found


CONVERT: dict[str, Callable[[Any], Any]] = {
    "str": _string,
    "int": _integer,
    "bool": _boolean,
    "list": _list,
    "json": _json,
}
