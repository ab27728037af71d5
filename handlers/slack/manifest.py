"""The Slack app manifest, made from the registered listeners so that it cannot drift from them."""

from collections.abc import Mapping
from typing import Any

from handlers.slack.registry import Registry

SCOPES = {
    "app_mentions:read": "hear its name",
    "canvases:write": "minutes as the canvas of a channel, where a project wants that",
    "channels:history": "find its own message after a crash; read what you pin, act on or type along",
    "channels:join": "join the public channel whose project it keeps",
    "channels:read": "know who is present in a channel",
    "chat:write": "post cards, reminders and digests",
    "commands": "slash commands and shortcuts",
    "files:read": "read lists and notes that you send it, or want minutes of",
    "files:write": "send calendar files",
    "groups:history": "the same in private channels",
    "groups:read": "the same in private channels",
    "im:history": "read what is written to it in person",
    "im:write": "write to people in person",
    "reactions:read": "see which messages you pin as action items",
    "reactions:write": "nod at lines for the minutes that you type in a meeting's thread",
    "users:read": "names and time zones",
    "users:read.email": "addresses for calendar invitations",
}
"""The purpose of each permission; the README's table is tested against it."""
OPTIONAL = {"canvases:write"}
"""Without these all else works: an app that was made before they came needs no new installation."""


def manifest(
    registry: Registry, slash_names: Mapping[str, str], *, socket_mode: bool = True
) -> dict[str, Any]:
    """`slash_names`: slash command to English word, as in {"/spil": "spil", "/actie": "action"}."""
    return {
        "_metadata": {"major_version": 2, "minor_version": 1},
        "display_information": {
            "name": "Spil",
            "description": "The project office in your channel: meetings, actions, minutes, digests",
            "background_color": "#1d4e4f",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": "Spil", "always_online": True},
            "slash_commands": [_command(registry, name, word) for name, word in slash_names.items()],
            **_shortcuts(registry, slash_names),
        },
        "oauth_config": {"scopes": {"bot": sorted(SCOPES)}},
        "settings": {
            "event_subscriptions": {"bot_events": sorted(registry.events)},
            "interactivity": {"is_enabled": True},
            "org_deploy_enabled": False,
            "socket_mode_enabled": socket_mode,
            "token_rotation_enabled": False,
        },
    }


def _command(registry: Registry, name: str, english: str) -> dict[str, Any]:
    word = registry.words[english]
    hint = {"usage_hint": word.hint} if word.hint else {}
    return {"command": name, "description": word.description, "should_escape": True, **hint}


def _shortcuts(registry: Registry, slash_names: Mapping[str, str]) -> dict[str, Any]:
    shortcuts = [
        {"type": "message", "name": name, "description": description, "callback_id": callback_id}
        for callback_id, (name, description) in registry.shortcut_names(slash_names).items()
    ]
    return {"shortcuts": shortcuts} if shortcuts else {}
