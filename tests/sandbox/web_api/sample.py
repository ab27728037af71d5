"""The app and the errors that the sandbox's tests work with."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from slack_sdk.errors import SlackApiError

from bot.sandbox import LocalSlack
from bot.sandbox.state import Json

SCOPES = (
    "app_mentions:read",
    "canvases:write",
    "channels:history",
    "channels:join",
    "channels:manage",
    "channels:read",
    "chat:write",
    "commands",
    "files:read",
    "files:write",
    "groups:history",
    "groups:read",
    "im:history",
    "im:read",
    "im:write",
    "mpim:history",
    "mpim:read",
    "mpim:write",
    "reactions:read",
    "reactions:write",
    "team:read",
    "usergroups:read",
    "users:read",
    "users:read.email",
)


def manifest(without: Iterable[str] = ()) -> Json:
    """A manifest with all the scopes of the tests but some."""
    scopes = [scope for scope in SCOPES if scope not in set(without)]
    return {
        "_metadata": {"major_version": 2},
        "display_information": {"name": "Spil"},
        "features": {"bot_user": {"display_name": "spil", "always_online": True}},
        "oauth_config": {"scopes": {"bot": scopes}},
        "settings": {"socket_mode_enabled": True, "org_deploy_enabled": False},
    }


def refused(call: Callable[..., Any], **arguments: Any) -> Json:
    """The answer to a call that Slack refuses; its `error` is Slack's name for why."""
    with pytest.raises(SlackApiError) as caught:
        call(**arguments)
    answer: Json = dict(caught.value.response.data)
    return answer


def furnished(slack: LocalSlack) -> LocalSlack:
    """The same workspace with Sanne, Tom and the app in #atlas."""
    slack.install(manifest())
    slack.add_user("sanne", real_name="Sanne de Vries", locale="nl-NL", title="Project manager")
    slack.add_user("tom", tz="Asia/Tokyo")
    slack.add_channel("atlas", ["sanne", "tom"], topic="The move")
    slack.invite_bot("atlas")
    return slack


def next_cursor(answer: Any) -> str:
    return str(answer.get("response_metadata", {}).get("next_cursor", ""))
