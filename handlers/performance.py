"""Carries out a reply, each kind of act in its own way, and gathers what the ack must say."""

from collections.abc import Callable
from typing import Any

import structlog
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.models.views import View
from slack_sdk.webhook import WebhookClient

from bot.text.texts import Texts
from handlers import payloads, ui
from handlers.payloads import Body
from handlers.reply import Errors, Message, Open, RefreshHome, Replace, Reply, Say, Update

log = structlog.get_logger()


class Performance:
    def __init__(self, client: WebClient, body: Body) -> None:
        self.client = client
        self.body = body
        self.ack: dict[str, Any] = {}
        self.view: dict[str, Any] = body.get("view") or {}
        self.is_submission = body.get("type") == "view_submission"

    def perform(self, reply: Reply, home: Callable[[], dict[str, Any]]) -> None:
        match reply:
            case Say(message=message):
                self._say(message)
            case Replace(message=message):
                self._replace(message)
            case Open(view=view):
                self._open(view)
            case Update(view=view):
                self._update(view)
            case Errors(fields=fields):
                self.ack = {"response_action": "errors", "errors": fields}
            case RefreshHome():
                self.client.views_publish(user_id=payloads.user_of(self.body), view=home())

    def refuse(self, sentence: str, texts: Texts) -> None:
        """Say why not; what was typed stays in the form, or is said back."""
        if self.is_submission:
            inputs = [block["block_id"] for block in self.view["blocks"] if block["type"] == "input"]
            if inputs:
                self.ack = {"response_action": "errors", "errors": {inputs[0]: sentence}}
                return
        typed = (
            f"{self.body['command']} {self.body.get('text', '')}".strip() if "command" in self.body else ""
        )
        blocks = [ui.section(sentence), *([ui.context(texts.you_typed(typed))] if typed else [])]
        try:
            self._say(Message(sentence, blocks))
        except (SlackApiError, OSError) as fault:
            log.warning("reply.lost", error=type(fault).__name__)

    def _say(self, message: Message) -> None:
        if "command" in self.body:
            self.ack = {"response_type": "ephemeral", **message.as_json()}
        elif self.body.get("response_url"):
            self._respond({"replace_original": False, "response_type": "ephemeral", **message.as_json()})
        elif self.view and not self.is_submission:
            self._open(
                ui.modal(
                    "Spil",
                    message.blocks or [ui.section(message.text)],
                    callback="said",
                    submit=None,
                    close="OK",
                )
            )
        else:
            self._whisper(message)

    def _whisper(self, message: Message) -> None:
        """After a form there is no message to answer: say it in its channel, or in person."""
        user, channel = payloads.user_of(self.body), payloads.channel_of(self.body)
        if channel:
            try:
                self.client.chat_postEphemeral(channel=channel, user=user, **message.as_json())
                return
            except SlackApiError as refused:
                log.info("reply.in_person", error=refused.response["error"])
        self.client.chat_postMessage(
            channel=user, unfurl_links=False, unfurl_media=False, **message.as_json()
        )

    def _replace(self, message: Message | None) -> None:
        if message is None:
            self._respond({"delete_original": True})
        else:
            self._respond({"replace_original": True, "response_type": "ephemeral", **message.as_json()})

    def _respond(self, body: dict[str, Any]) -> None:
        WebhookClient(self.body["response_url"], timeout=2).send_dict(body)

    def _open(self, view: View) -> None:
        if self.is_submission:
            self.ack = {"response_action": "push", "view": view.to_dict()}
        elif self.view.get("type") == "modal":
            self.client.views_push(trigger_id=self.body["trigger_id"], view=view.to_dict())
        else:
            self.client.views_open(trigger_id=self.body["trigger_id"], view=view.to_dict())

    def _update(self, view: View) -> None:
        if self.is_submission:
            self.ack = {"response_action": "update", "view": view.to_dict()}
        else:
            self.client.views_update(view_id=self.view["id"], hash=self.view.get("hash"), view=view.to_dict())
