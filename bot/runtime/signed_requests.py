"""Slack's HTTP requests: the signature, checked on the raw bytes, and the payload in the body."""

import hashlib
import hmac
import json
import re
from typing import Annotated, Any, Literal, Self
from urllib.parse import parse_qsl

from pydantic import AfterValidator, BaseModel, Field, Json, ValidationError, model_validator

VALID_SECONDS = 300
"""Slack's own window; an older request may be a recorded one."""
DEEPEST = 100
"""Levels of nesting; Slack's own payloads have about twenty."""
TIMESTAMP = re.compile(r"[0-9]{1,12}")
SIGNATURE = re.compile(r"v0=[0-9a-f]{64}")


class Malformed(Exception):
    """A signed body that is not as Slack makes it: says what is wrong, never its content."""


def is_signed(secret: str, timestamp: str, signature: str, body: bytes, now: float) -> bool:
    """Whether Slack signed these bytes within five minutes of `now` (seconds since 1970).

    https://docs.slack.dev/authentication/verifying-requests-from-slack/. slack_sdk's own verifier raises at
    a timestamp that is no number, a signature outside ASCII and a body outside UTF-8.
    """
    if not TIMESTAMP.fullmatch(timestamp) or not SIGNATURE.fullmatch(signature):
        return False
    if abs(now - int(timestamp)) > VALID_SECONDS:
        return False
    digest = hmac.new(secret.encode(), b"v0:%s:%s" % (timestamp.encode(), body), hashlib.sha256).hexdigest()
    return hmac.compare_digest(f"v0={digest}", signature)


def read_payload(content_type: str, body: bytes) -> dict[str, Any]:
    """Return the payload of an event, a command or an interaction; raise Malformed.

    Bolt's own reader takes a command whose text holds the word "payload" for an empty interaction.
    """
    try:
        payload = _decoded(content_type.partition(";")[0].strip().lower(), body.decode())
        _shape_of(payload).model_validate(payload)
    except ValidationError as problems:
        raise Malformed(", ".join(".".join(map(str, each["loc"])) for each in problems.errors())) from None
    except (ValueError, RecursionError) as problem:
        raise Malformed(type(problem).__name__) from None
    return payload


def _decoded(kind: str, text: str) -> dict[str, Any]:
    if kind == "application/json":
        return _object(text)
    if kind != "application/x-www-form-urlencoded":
        raise Malformed("content type")
    fields: dict[str, Any] = dict(parse_qsl(text, keep_blank_values=True))
    return _object(fields["payload"]) if "payload" in fields else fields


def _object(text: str) -> dict[str, Any]:
    found = json.loads(text)
    if not isinstance(found, dict):
        raise Malformed("not an object")
    level: list[Any] = [found]
    for _ in range(DEEPEST):
        level = [
            inner
            for each in level
            if isinstance(each, dict | list)
            for inner in (each.values() if isinstance(each, dict) else each)
        ]
        if not level:
            return found
    raise Malformed("nested too deep")


Id = Annotated[str, Field(pattern=r"^[!-~]{1,80}$")]
"""Of a person, a channel, a team, a message …"""
Name = Annotated[str, Field(min_length=1, max_length=255)]


class _Reference(BaseModel):
    id: Id


class _User(_Reference):
    team_id: Id | None = None


class _Element(BaseModel):
    selected_user: Id | None = None
    selected_users: list[Id] | None = None
    selected_option: dict[str, Any] | None = None


class _State(BaseModel):
    values: dict[str, dict[str, _Element]] = {}


class _Block(BaseModel):
    type: str
    block_id: str = ""

    @model_validator(mode="after")
    def _input_is_named(self) -> Self:
        if self.type == "input" and not self.block_id:
            raise ValueError("no block_id")
        return self


class _View(BaseModel):
    id: Id
    type: str
    callback_id: str
    hash: str | None = None
    private_metadata: Literal[""] | Json[dict[str, Any]] | None = None
    state: _State | None = None
    blocks: list[_Block] = []


class _Action(_Element):
    action_id: Name


class _Message(BaseModel):
    ts: Id
    user: str | None = None


class _Event(BaseModel):
    type: Name
    channel_type: str | None = None
    user: Id | _Reference | None = None
    channel: Id | _Reference | None = None
    item: dict[str, Any] = {}
    message: dict[str, Any] = {}
    previous_message: dict[str, Any] | None = None


class _MessageEvent(_Event):
    channel: Id


class _MessageItem(BaseModel):
    channel: Id
    ts: Id


class _OtherItem(BaseModel):
    channel: None = None


class _ReactionEvent(_Event):
    reaction: Name
    item: _MessageItem | _OtherItem  # type: ignore[assignment]


EVENTS: dict[str, type[_Event]] = {
    "message": _MessageEvent,
    "app_mention": _MessageEvent,
    "reaction_added": _ReactionEvent,
}


def _check_event(event: dict[str, Any]) -> dict[str, Any]:
    EVENTS.get(str(event.get("type")), _Event).model_validate(event)
    return event


class _Payload(BaseModel):
    """Only what Bolt and our own readers rely on: a field that Slack adds or leaves out refuses nothing."""

    enterprise: Id | _Reference | None = None
    authorizations: list[dict[str, Any]] | None = None
    team: _Reference | None = None
    user: _User | None = None
    channel: _Reference | None = None
    container: dict[str, Any] | None = None
    message: _Message | None = None
    view: _View | None = None
    state: _State | None = None
    actions: list[_Action] = []
    response_urls: list[dict[str, Any]] = []
    event: dict[str, Any] = {}


class _Challenge(_Payload):
    challenge: str


class _EventCallback(_Payload):
    team_id: Id
    event_id: Id
    event: Annotated[dict[str, Any], AfterValidator(_check_event)]


class _Command(_Payload):
    command: Name
    team_id: Id
    user_id: Id
    channel_id: Id
    trigger_id: Name


class _Interaction(_Payload):
    user: _User

    @model_validator(mode="after")
    def _is_of_a_team(self) -> Self:
        if self.team is None and self.user.team_id is None:
            raise ValueError("no team")
        return self


class _Click(_Interaction):
    trigger_id: Name
    actions: Annotated[list[_Action], Field(min_length=1)]


class _Submission(_Interaction):
    view: _View


class _Shortcut(_Interaction):
    trigger_id: Name
    callback_id: Name


class _MessageShortcut(_Shortcut):
    message: _Message


SHAPES: dict[str, type[_Payload]] = {
    "url_verification": _Challenge,
    "event_callback": _EventCallback,
    "block_actions": _Click,
    "view_submission": _Submission,
    "shortcut": _Shortcut,
    "message_action": _MessageShortcut,
}
"""By type; a command has none."""


def _shape_of(payload: dict[str, Any]) -> type[_Payload]:
    if "type" not in payload:
        return _Command
    shape = SHAPES.get(str(payload["type"]))
    if shape is None:
        raise Malformed("type")
    return shape
