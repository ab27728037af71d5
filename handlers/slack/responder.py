"""Carries out a reply, each kind of act in its own way, and gathers what the ack must say.

Nothing here raises for what Slack refuses: what cannot be shown one way is said in another.
"""

import re
from collections.abc import Callable
from textwrap import wrap
from typing import Any

import structlog
from slack_sdk import WebClient
from slack_sdk.models.views import View
from slack_sdk.webhook import WebhookClient

from bot.core.jobs import Permanent, Temporary
from bot.texts import Texts
from handlers.slack import payloads, ui
from handlers.slack.client import calling
from handlers.slack.payloads import Body
from handlers.slack.reply import (
    Errors,
    Message,
    Open,
    Refresh,
    RefreshHome,
    Replace,
    Reply,
    Say,
    Update,
    in_words,
)
from handlers.slack.request import plain

log = structlog.get_logger()
ECHO_PART, ECHO_PARTS = 1000, 8
"""Characters of what was typed in one block, few enough that escapes fit too, and blocks in a message."""


def _said(message: Message) -> View:
    """A message where there is no conversation: on top of a view."""
    blocks = message.blocks or [ui.section(message.text)]
    return ui.modal("Spil", blocks, callback="said", submit=None, close="OK")


class Responder:
    def __init__(self, client: WebClient, body: Body, name_of: Callable[[str], str]) -> None:
        self.client = client
        self.name_of = name_of
        """Of a user id; it raises nothing."""
        self.body = body
        self.ack: dict[str, Any] = {}
        self.typed = f"{body['command']} {body.get('text', '')}".strip() if "command" in body else ""
        self.view: dict[str, Any] = body.get("view") or {}
        self.is_submission = body.get("type") == "view_submission"
        self.form_is_done = False
        """The form's own work is kept: what comes after must not stand under its fields."""

    def respond(self, reply: Reply, home: Callable[[], dict[str, Any]], texts: Texts) -> None:
        try:
            self._perform(reply, home)
        except (Temporary, Permanent) as refused:
            log.warning("reply.refused", reply=type(reply).__name__, reason=refused.reason)
            if isinstance(reply, Refresh):
                return
            if isinstance(reply, Open | Update):
                self.refuse(texts.no_form(), texts)
            elif isinstance(reply, Say | Replace) and reply.message is not None:
                self._say_anyhow(in_words(reply.message))

    def refuse(self, sentence: str, texts: Texts, fields: dict[str, str] | None = None) -> None:
        """Say why not; what was typed stays in the form, or is said back. `fields`: by `block_id`."""
        inputs = [block["block_id"] for block in self.view.get("blocks", ()) if block["type"] == "input"]
        if self.is_submission and inputs and not self.form_is_done:
            told = {block: text for block, text in (fields or {}).items() if block in inputs}
            self._show_errors(told or {inputs[0]: sentence})
            return
        echo = [ui.context(texts.you_typed(part)) for part in self._echo()]
        self._say_anyhow(Message(sentence, [ui.section(sentence), *echo]))

    def _perform(self, reply: Reply, home: Callable[[], dict[str, Any]]) -> None:
        match reply:
            case Say(message=message):
                self._say(message)
            case Replace(message=message):
                self._replace(message)
            case Open(view=view):
                self._open(view)
            case Update(view=view):
                self._update(view, anyhow=isinstance(reply, Refresh))
            case Errors(fields=fields):
                self._show_errors(fields)
            case RefreshHome():
                self._publish(home())

    def _show_errors(self, fields: dict[str, str]) -> None:
        """Plain text is all that stands under a field: no marks of Slack's, no escapes."""
        errors = {
            block: ui.clip(plain(re.sub(r"[`*]", "", text), self.name_of), ui.INPUT)
            for block, text in fields.items()
        }
        self.ack = {"response_action": "errors", "errors": errors}

    def _echo(self) -> list[str]:
        """All that was typed, parted between words, in as many parts as it takes and a message holds."""
        words = plain(self.typed, self.name_of)
        return wrap(words, ECHO_PART, replace_whitespace=False, drop_whitespace=False)[:ECHO_PARTS]

    def _say_anyhow(self, message: Message) -> None:
        try:
            self._say(message)
        except (Temporary, Permanent):
            try:
                self._whisper(message)
            except (Temporary, Permanent) as refused:
                log.warning("reply.lost", reason=refused.reason)

    def _say(self, message: Message) -> None:
        if "command" in self.body:
            self.ack = {"response_type": "ephemeral", **message.as_json()}
        elif self.body.get("response_url"):
            self._respond({"replace_original": False, "response_type": "ephemeral", **message.as_json()})
        elif self.view and not self.is_submission:
            self._open(_said(message))
        else:
            self._whisper(message)

    @calling()
    def _publish(self, home: dict[str, Any]) -> None:
        self.client.views_publish(user_id=payloads.user_of(self.body), view=home)

    @calling()
    def _whisper(self, message: Message) -> None:
        """After a form there is no message to answer: say it in its channel, or in person."""
        user, channel = payloads.user_of(self.body), payloads.channel_of(self.body)
        if channel:
            try:
                with calling():
                    self.client.chat_postEphemeral(channel=channel, user=user, **message.as_json())
                return
            except Permanent as refused:
                log.info("reply.in_person", reason=refused.reason)
        self.client.chat_postMessage(
            channel=user, unfurl_links=False, unfurl_media=False, **message.as_json()
        )

    def _replace(self, message: Message | None) -> None:
        if message is not None and self.view.get("type") == "modal":
            self._update(_said(message), anyhow=True)
        elif message is None:
            self._respond({"delete_original": True})
        else:
            self._respond({"replace_original": True, "response_type": "ephemeral", **message.as_json()})

    @calling()
    def _respond(self, body: dict[str, Any]) -> None:
        """Raise Permanent when the address is used up: five times, or half an hour."""
        url = WebhookClient(self.body["response_url"], timeout=2, retry_handlers=[])
        answer = url.send_dict(body)
        if answer.status_code != 200:
            raise Permanent(f"response_url: {answer.body[:100]}")

    @calling()
    def _open(self, view: View) -> None:
        if self.is_submission:
            # What comes of a form that is done takes its place; what it asks for more stands on top.
            action = "update" if self.form_is_done else "push"
            self.ack = {"response_action": action, "view": view.to_dict()}
        elif self.view.get("type") == "modal":
            self.client.views_push(trigger_id=self.body["trigger_id"], view=view.to_dict())
        else:
            self.client.views_open(trigger_id=self.body["trigger_id"], view=view.to_dict())

    @calling()
    def _update(self, view: View, *, anyhow: bool) -> None:
        """`anyhow`: also where another press changed the form in between."""
        if self.is_submission:
            self.ack = {"response_action": "update", "view": view.to_dict()}
        else:
            before = None if anyhow else self.view.get("hash")
            self.client.views_update(view_id=self.view["id"], hash=before, view=view.to_dict())
