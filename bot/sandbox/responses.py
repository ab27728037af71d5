"""response_url: five answers within thirty minutes, to where a command or click came from."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox import actions
from bot.sandbox.state import TEAM_ID, Json, Message, Workspace
from bot.sandbox.web_api.chat import sound_blocks
from bot.sandbox.web_api.method import Call, SlackError

MOST_USES = 5
LIFETIME = timedelta(minutes=30)
Record = Callable[[Json, str | None], None]


@dataclass
class Origin:
    """The act that an answer is to, and where; `message_ts` is of the message that was clicked, if any."""

    user: str
    channel: str
    message_ts: str | None
    expires: datetime
    uses: int = 0


class Responses:
    """`record` is told each use of an address with its error, for the list of traffic."""

    def __init__(self, ws: Workspace, record: Record) -> None:
        self.ws = ws
        self.base_url = ""
        self._record = record
        self._origins: dict[str, Origin] = {}

    def issue(self, user: str, channel: str, message_ts: str | None = None) -> tuple[str, Origin]:
        """An address that answers this interaction, and where it leads."""
        token = f"{secrets.randbelow(10**12):012d}/{secrets.token_urlsafe(18)}"
        origin = Origin(user, channel, message_ts, self.ws.clock.now() + LIFETIME)
        with self.ws.lock:
            self._origins[token] = origin
        return f"{self.base_url}/response/{TEAM_ID}/{token}", origin

    def routes(self) -> list[Route]:
        return [Route(f"/response/{TEAM_ID}/{{token:path}}", self._respond, methods=["POST"])]

    async def _respond(self, request: Request) -> Response:
        try:
            body = await request.json()
        except ValueError:
            return JSONResponse({"ok": False, "error": "invalid_payload"}, 400)
        error = await run_in_threadpool(self.use, request.path_params["token"], body)
        if error:
            gone = error in ("used_url", "expired_url", "no_such_url")
            return JSONResponse({"ok": False, "error": error}, 404 if gone else 400)
        return JSONResponse({"ok": True})

    def use(self, token: str, body: Any) -> str | None:
        """Answer by an address; Slack's name for why not, or None."""
        with self.ws.lock:
            try:
                self._take(token, body)
                error = None
            except SlackError as refused:
                error = refused.error
            self._record(body if isinstance(body, dict) else {}, error)
            return error

    def _take(self, token: str, body: Any) -> None:
        origin = self._origins.get(token)
        if origin is None:
            raise SlackError("no_such_url")
        if self.ws.clock.now() >= origin.expires:
            raise SlackError("expired_url")
        if origin.uses >= MOST_USES:
            raise SlackError("used_url")
        if not isinstance(body, dict):
            raise SlackError("invalid_payload")
        origin.uses += 1
        self.answer(origin, body)

    def answer(self, origin: Origin, body: Json) -> None:
        """Do what a body asks: delete or replace the message clicked, else post for one or for all."""
        with self.ws.lock:
            clicked = self.ws.message(origin.channel, origin.message_ts) if origin.message_ts else None
            if body.get("delete_original"):
                actions.delete(self.ws, self._original(clicked))
                return
            content = self._content(body)
            if body.get("replace_original"):
                original = self._original(clicked)
                actions.edit(self.ws, original, original.user, **content)
            else:
                self._post(origin, body, content)

    @staticmethod
    def _original(clicked: Message | None) -> Message:
        if clicked is None:
            raise SlackError("message_not_found")
        return clicked

    def _content(self, body: Json) -> Json:
        text, blocks = body.get("text") or "", body.get("blocks") or []
        attachments = body.get("attachments") or []
        if not isinstance(text, str):
            raise SlackError("invalid_payload")
        if not text.strip() and not blocks and not attachments:
            raise SlackError("no_text")
        return {"text": text, "blocks": self._sound(blocks), "attachments": attachments}

    def _sound(self, blocks: Any) -> list[Json]:
        if self.ws.app is None:
            raise SlackError("no_such_url")
        return sound_blocks(Call(self.ws, self.ws.app, {}, self.base_url), blocks)

    def _post(self, origin: Origin, body: Json, content: Json) -> None:
        kind = body.get("response_type", "ephemeral")
        if kind not in ("ephemeral", "in_channel"):
            raise SlackError("invalid_response_type")
        app = self.ws.app
        if app is None:
            raise SlackError("no_such_url")
        thread = str(body["thread_ts"]) if body.get("thread_ts") else None
        only = origin.user if kind == "ephemeral" else None
        about = content | {"bot_id": app.bot_id, "app_id": app.id, "thread_ts": thread, "ephemeral_to": only}
        actions.post(self.ws, origin.channel, app.bot_user_id, **about)
