"""Modals for the tests of them, and the calls by which an app opens one."""

from collections.abc import Callable
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.sandbox import LocalSlack

Json = dict[str, Any]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def field(label: str = "What", action_id: str = "what", block_id: str = "what", **more: Any) -> Json:
    element = {"type": "plain_text_input", "action_id": action_id, **more.pop("element", {})}
    return {"type": "input", "block_id": block_id, "label": plain(label), "element": element, **more}


def modal(*blocks: Json, title: str = "Task", **more: Any) -> Json:
    sound = {"type": "modal", "callback_id": "task", "title": plain(title), "submit": plain("Save")}
    return {**sound, "blocks": list(blocks or (field(),)), **more}


def api(slack: LocalSlack) -> WebClient:
    return WebClient(slack.bot_token, base_url=slack.api_url)


def trigger(slack: LocalSlack, who: str = "sanne", view_id: str | None = None) -> str:
    return slack.triggers.issue(slack.user_id(who), view_id)


def opened(slack: LocalSlack, view: Json | None = None) -> Json:
    return dict(api(slack).views_open(trigger_id=trigger(slack), view=view or modal())["view"])


def refused(call: Callable[[], object]) -> str:
    with pytest.raises(SlackApiError) as error:
        call()
    return str(error.value.response["error"])
