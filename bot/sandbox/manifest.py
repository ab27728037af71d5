"""Slack's checks of an app manifest: a table of limits, names, scopes and events."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from bot.sandbox.names import EVENT_SCOPES, KNOWN_SCOPES, RESERVED_COMMANDS

Json = dict[str, Any]


class Problem(NamedTuple):
    """One refusal; `pointer` is the JSON pointer of the field, as in Slack's own answer."""

    pointer: str
    message: str

    def __str__(self) -> str:
        return f"{self.pointer}: {self.message}"


TOP_LEVEL = frozenset(
    {"_metadata", "display_information", "features", "oauth_config", "settings", "functions"}
)
MAX_COMMANDS, MAX_SHORTCUTS, MAX_EVENTS, MAX_SCOPES = 50, 10, 100, 255
COMMAND = re.compile(r"/[a-z0-9_-]{1,31}")
DISPLAY_NAME = re.compile(r"[A-Za-z0-9 ._-]{1,80}")
COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")


class Text(NamedTuple):
    """Limits of one text field."""

    longest: int
    required: bool = False
    shortest: int = 1


DISPLAY_FIELDS = {
    "name": Text(35, required=True),
    "description": Text(140),
    "long_description": Text(4000, shortest=174),
    "background_color": Text(7),
}
COMMAND_FIELDS = {
    "command": Text(32, required=True),
    "description": Text(2000, required=True),
    "usage_hint": Text(1000),
    "url": Text(3000),
}
SHORTCUT_FIELDS = {
    "name": Text(24, required=True),
    "type": Text(7, required=True),
    "callback_id": Text(255, required=True),
    "description": Text(150, required=True),
}


def check_manifest(manifest: Json) -> list[Problem]:
    """Every reason for which Slack would refuse this manifest; an empty list when it would take it."""
    return [problem for check in CHECKS for problem in check(manifest)]


def at(manifest: Json, *path: str) -> Any:
    """The value at a path of keys, or {} where a step is absent."""
    value: Any = manifest
    for key in path:
        value = value.get(key, {}) if isinstance(value, dict) else {}
    return value


def commands_of(manifest: Json) -> dict[str, Json]:
    """Slash command -> its entry in the manifest."""
    return {entry["command"]: entry for entry in at(manifest, "features", "slash_commands") or []}


def shortcuts_of(manifest: Json) -> list[Json]:
    return list(at(manifest, "features", "shortcuts") or [])


def events_of(manifest: Json) -> frozenset[str]:
    return frozenset(at(manifest, "settings", "event_subscriptions", "bot_events") or [])


def scopes_of(manifest: Json) -> frozenset[str]:
    return frozenset(at(manifest, "oauth_config", "scopes", "bot") or [])


def _shape(manifest: Json) -> Iterator[Problem]:
    for key in manifest.keys() - TOP_LEVEL:
        yield Problem(f"/{key}", "unexpected property")
    version = at(manifest, "_metadata", "major_version")
    if version not in ({}, 1, 2):
        yield Problem("/_metadata/major_version", "must be 1 or 2")


def _texts(pointer: str, entry: Any, fields: dict[str, Text]) -> Iterator[Problem]:
    if not isinstance(entry, dict):
        yield Problem(pointer, "must be an object")
        return
    for name, limit in fields.items():
        value = entry.get(name)
        if value is None:
            if limit.required:
                yield Problem(f"{pointer}/{name}", "is required")
        elif not isinstance(value, str) or not limit.shortest <= len(value) <= limit.longest:
            yield Problem(
                f"{pointer}/{name}", f"must be a text of {limit.shortest} to {limit.longest} characters"
            )


def _display(manifest: Json) -> Iterator[Problem]:
    yield from _texts("/display_information", at(manifest, "display_information"), DISPLAY_FIELDS)
    colour = at(manifest, "display_information", "background_color")
    if isinstance(colour, str) and not COLOUR.fullmatch(colour):
        yield Problem("/display_information/background_color", "must be a hexadecimal colour")


def _bot_user(manifest: Json) -> Iterator[Problem]:
    name = at(manifest, "features", "bot_user", "display_name")
    if name == {}:
        yield Problem("/features/bot_user/display_name", "is required: the app has bot scopes")
    elif not isinstance(name, str) or not DISPLAY_NAME.fullmatch(name):
        yield Problem(
            "/features/bot_user/display_name", "at most 80 letters, digits, spaces, '.', '-' and '_'"
        )


def _commands(manifest: Json) -> Iterator[Problem]:
    entries = at(manifest, "features", "slash_commands") or []
    if len(entries) > MAX_COMMANDS:
        yield Problem("/features/slash_commands", f"at most {MAX_COMMANDS} commands")
    socket_mode = at(manifest, "settings", "socket_mode_enabled") is True
    for pointer, entry in _numbered("/features/slash_commands", entries):
        yield from _texts(pointer, entry, COMMAND_FIELDS)
        command = entry.get("command", "")
        if not COMMAND.fullmatch(command):
            yield Problem(f"{pointer}/command", "must be '/' and lower-case letters, digits, '-' or '_'")
        if command in RESERVED_COMMANDS:
            yield Problem(f"{pointer}/command", f"{command} is a command of Slack itself")
        if not socket_mode and not entry.get("url"):
            yield Problem(f"{pointer}/url", "is required without Socket Mode")
    yield from _doubles("/features/slash_commands", [entry.get("command") for entry in entries])
    if entries and "commands" not in scopes_of(manifest):
        yield Problem("/oauth_config/scopes/bot", "slash commands require the scope commands")


def _shortcuts(manifest: Json) -> Iterator[Problem]:
    entries = shortcuts_of(manifest)
    if len(entries) > MAX_SHORTCUTS:
        yield Problem("/features/shortcuts", f"at most {MAX_SHORTCUTS} shortcuts")
    for pointer, entry in _numbered("/features/shortcuts", entries):
        yield from _texts(pointer, entry, SHORTCUT_FIELDS)
        if entry.get("type") not in ("global", "message"):
            yield Problem(f"{pointer}/type", "must be global or message")
    yield from _doubles("/features/shortcuts", [entry.get("callback_id") for entry in entries])
    if entries and "commands" not in scopes_of(manifest):
        yield Problem("/oauth_config/scopes/bot", "shortcuts require the scope commands")


def _scopes(manifest: Json) -> Iterator[Problem]:
    scopes = at(manifest, "oauth_config", "scopes", "bot") or []
    if not scopes:
        yield Problem("/oauth_config/scopes/bot", "a bot needs at least one scope")
    if len(scopes) > MAX_SCOPES:
        yield Problem("/oauth_config/scopes/bot", f"at most {MAX_SCOPES} scopes")
    for scope in scopes:
        if scope not in KNOWN_SCOPES:
            yield Problem("/oauth_config/scopes/bot", f"unknown scope {scope}")
    yield from _doubles("/oauth_config/scopes/bot", scopes)


def _events(manifest: Json) -> Iterator[Problem]:
    pointer, scopes = "/settings/event_subscriptions/bot_events", scopes_of(manifest)
    events = at(manifest, "settings", "event_subscriptions", "bot_events") or []
    if len(events) > MAX_EVENTS:
        yield Problem(pointer, f"at most {MAX_EVENTS} events")
    for event in events:
        needed = EVENT_SCOPES.get(event)
        if needed is None:
            yield Problem(pointer, f"unknown event {event}")
        elif needed and not scopes.intersection(needed):
            yield Problem(pointer, f"{event} requires the scope {' or '.join(needed)}")
    yield from _doubles(pointer, events)


def _settings(manifest: Json) -> Iterator[Problem]:
    settings = at(manifest, "settings")
    if settings.get("socket_mode_enabled") is True:
        return
    if events_of(manifest) and not at(settings, "event_subscriptions", "request_url"):
        yield Problem("/settings/event_subscriptions/request_url", "is required without Socket Mode")
    interactivity = at(settings, "interactivity")
    if interactivity.get("is_enabled") and not interactivity.get("request_url"):
        yield Problem("/settings/interactivity/request_url", "is required without Socket Mode")


def _numbered(pointer: str, entries: list[Any]) -> Iterator[tuple[str, Json]]:
    for index, entry in enumerate(entries):
        yield f"{pointer}/{index}", entry if isinstance(entry, dict) else {}


def _doubles(pointer: str, names: list[Any]) -> Iterator[Problem]:
    for name in sorted({str(name) for name in names if names.count(name) > 1}):
        yield Problem(pointer, f"{name} is there twice")


CHECKS: tuple[Callable[[Json], Iterator[Problem]], ...] = (
    _shape,
    _display,
    _bot_user,
    _commands,
    _shortcuts,
    _scopes,
    _events,
    _settings,
)
