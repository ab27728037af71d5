"""A few lines of Bolt that stand in for a bot, against a local Slack."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

from bot.sandbox import LocalSlack

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
EVENTS = [
    "app_home_opened",
    "app_mention",
    "channel_archive",
    "channel_left",
    "file_shared",
    "member_joined_channel",
    "member_left_channel",
    "message.channels",
    "message.groups",
    "message.im",
    "reaction_added",
    "reaction_removed",
    "team_join",
    "user_change",
]
SCOPES = [
    "app_mentions:read",
    "channels:history",
    "channels:join",
    "channels:read",
    "chat:write",
    "commands",
    "files:read",
    "groups:history",
    "groups:read",
    "im:history",
    "im:write",
    "reactions:read",
    "reactions:write",
    "users:read",
]


def manifest(**changed: Any) -> dict[str, Any]:
    """A sound manifest; `changed` replaces whole sections by name."""
    sound = {
        "_metadata": {"major_version": 2},
        "display_information": {"name": "Helper", "description": "Helps in tests"},
        "features": {
            "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True},
            "bot_user": {"display_name": "helper", "always_online": True},
            "slash_commands": [
                {"command": "/do", "description": "Does it", "usage_hint": "what", "should_escape": True},
                {"command": "/raw", "description": "Takes it as it is typed"},
            ],
            "shortcuts": [
                {"name": "Start", "type": "global", "callback_id": "start", "description": "Starts"},
                {"name": "Pin it", "type": "message", "callback_id": "pin_it", "description": "Pins"},
            ],
        },
        "oauth_config": {"scopes": {"bot": SCOPES}},
        "settings": {
            "event_subscriptions": {"bot_events": EVENTS},
            "interactivity": {"is_enabled": True},
            "socket_mode_enabled": True,
        },
    }
    return {**sound, **changed}


def furnished(slack: LocalSlack) -> LocalSlack:
    """Two people, a channel with both and the bot, and a private one that the bot is not in."""
    slack.install(manifest())
    slack.add_user("sanne", real_name="Sanne de Vries")
    slack.add_user("tom", real_name="Tom Bakker")
    slack.add_channel("atlas", members=["sanne", "tom", slack.bot_user_id])
    slack.add_channel("board", members=["sanne"], private=True)
    return slack


def bolt(slack: LocalSlack) -> App:
    quiet = logging.getLogger("quiet-bolt")
    quiet.setLevel(logging.CRITICAL)
    client = WebClient(token=slack.bot_token, base_url=slack.api_url, logger=quiet)
    return App(
        client=client, name="helper", token=slack.bot_token, logger=quiet, process_before_response=False
    )


@contextmanager
def connected(slack: LocalSlack, app: App, ping_interval: float = 2) -> Iterator[SocketModeHandler]:
    """The app over Socket Mode, from its hello on."""
    handler = SocketModeHandler(app, slack.app_token, ping_interval=ping_interval)
    handler.connect()  # type: ignore[no-untyped-call]
    # Until its thread reads, which its first pong shows, the client can neither hear nor be closed.
    session = handler.client.current_session
    slack.wait_for(lambda: session and session.last_ping_pong_time)
    try:
        yield handler
    finally:
        # The client holds its lock for up to three seconds while it listens; when Slack hangs up it lets go.
        handler.client.auto_reconnect_enabled = False
        slack.socket_mode.hang_up()
        slack.wait_for(lambda: not handler.client.is_connected())
        # Wakes the thread that waits for the next message, which else stays for a second.
        handler.client.message_processor.event.set()
        handler.client.message_queue.put("")
        try:
            handler.close()  # type: ignore[no-untyped-call]
        except AttributeError:  # the client's own thread was closing it too: close what is left
            handler.close()  # type: ignore[no-untyped-call]


class Seen(list[dict[str, Any]]):
    """Payloads that came in, and a listener for Bolt that notes them."""

    def body(self) -> Callable[..., None]:
        def listener(ack: Callable[[], None], body: dict[str, Any]) -> None:
            ack()
            self.append(body)

        return listener

    def event(self) -> Callable[..., None]:
        def listener(event: dict[str, Any]) -> None:
            self.append(event)

        return listener
