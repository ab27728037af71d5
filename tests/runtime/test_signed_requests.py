"""Slack's HTTP requests: what counts as signed, and what as a payload."""

import json
from typing import Any
from urllib.parse import urlencode

import pytest
from slack_sdk.signature import Clock, SignatureVerifier

from bot.runtime.signed_requests import Malformed, is_signed, read_payload

NOW = 1_800_000_000
BODY = "command=/action&text=café".encode()
JSON, FORM = "application/json; charset=utf-8", "application/x-www-form-urlencoded"
COMMAND = {"command": "/action", "team_id": "T1", "user_id": "U1", "channel_id": "C1", "trigger_id": "1.2"}
CLICK = {
    "type": "block_actions",
    "trigger_id": "1.2",
    "team": {"id": "T1"},
    "user": {"id": "U1"},
    "actions": [{"action_id": "done"}],
}
VIEW = {"id": "V1", "type": "modal", "callback_id": "x", "private_metadata": ""}
EVENT = {
    "type": "event_callback",
    "team_id": "T1",
    "event_id": "Ev1",
    "event": {"type": "message", "channel": "C1", "user": "U1"},
}


class AtNow(Clock):
    def now(self) -> float:
        return NOW


def signature(timestamp: str = str(NOW)) -> str:
    """As slack_sdk makes it."""
    made = SignatureVerifier("secret", AtNow()).generate_signature(timestamp=timestamp, body=BODY)
    assert made is not None
    return made


def test_what_slack_signed_within_five_minutes_is_taken() -> None:
    for moment in (NOW, NOW - 300, NOW + 300):
        assert is_signed("secret", str(NOW), signature(), BODY, moment)


@pytest.mark.parametrize("moment", [NOW - 301, NOW + 301])
def test_what_was_signed_earlier_or_later_is_refused(moment: float) -> None:
    assert not is_signed("secret", str(NOW), signature(), BODY, moment)


def test_another_secret_and_another_body_are_refused() -> None:
    assert not is_signed("another", str(NOW), signature(), BODY, NOW)
    assert not is_signed("secret", str(NOW), signature(), BODY + b"&", NOW)


@pytest.mark.parametrize(
    "timestamp", ["", " ", "soon", "-1", "1e9", "9" * 5000, "٣٤٥", f"{NOW}.0", f" {NOW}"]
)
def test_a_timestamp_that_is_no_plain_number_is_refused(timestamp: str) -> None:
    assert not is_signed("secret", timestamp, signature(timestamp), BODY, NOW)


@pytest.mark.parametrize("wrong", ["", "v0=", "v0=" + "é" * 64, "v1=" + "a" * 64, "a" * 64, "v0=" + "A" * 64])
def test_a_signature_of_another_form_is_refused(wrong: str) -> None:
    assert not is_signed("secret", str(NOW), wrong, BODY, NOW)


def form(payload: object) -> bytes:
    return urlencode({"payload": json.dumps(payload)}).encode()


def test_commands_clicks_and_events_are_read() -> None:
    assert read_payload(FORM, urlencode(COMMAND).encode()) == COMMAND
    assert read_payload(FORM, form(CLICK)) == CLICK
    assert read_payload(JSON, json.dumps(EVENT).encode()) == EVENT
    submission = {
        "type": "view_submission",
        "team": None,
        "user": {"id": "U1", "team_id": "T1"},
        "view": VIEW,
    }
    assert read_payload(FORM, form(submission)) == submission


def test_a_command_may_speak_of_a_payload() -> None:
    command = {**COMMAND, "text": "measure the payload of the rocket"}
    assert read_payload(FORM, urlencode(command).encode())["text"] == command["text"]


def test_fields_that_slack_adds_are_no_reason_to_refuse() -> None:
    event = {**EVENT, "new": {"deep": [1, None]}, "event": {**EVENT["event"], "new": [[]]}}  # type: ignore[dict-item]
    assert read_payload(JSON, json.dumps(event).encode()) == event


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (JSON, b""),
        (JSON, b"{"),
        (JSON, b"[]"),
        (JSON, b"null"),
        (JSON, b"\xff\xfe"),
        (JSON, b"[" * 200_000),
        (JSON, b'{"type":' * 100_000),
        (JSON, b'{"type": "event_callback", "event": ' + b"[" * 500 + b"]" * 500 + b"}"),
        (JSON, b'{"type": ' + b"1" * 5000 + b"}"),
        (FORM, b""),
        (FORM, b"payload="),
        (FORM, b"payload=%7B"),
        (FORM, b"payload=null"),
        (FORM, b"\xff"),
        (FORM, urlencode({**COMMAND, "user_id": ""}).encode()),
        (FORM, urlencode({**COMMAND, "view": "x"}).encode()),
        ("text/plain", urlencode(COMMAND).encode()),
        ("", urlencode(COMMAND).encode()),
    ],
)
def test_a_body_that_is_no_payload_is_malformed(kind: str, body: bytes) -> None:
    with pytest.raises(Malformed):
        read_payload(kind, body)


@pytest.mark.parametrize(
    ("payload", "change"),
    [
        (CLICK, {"type": "unheard_of"}),
        (CLICK, {"type": ["block_actions"]}),
        (CLICK, {"actions": []}),
        (CLICK, {"actions": [1]}),
        (CLICK, {"user": "U1"}),
        (CLICK, {"team": None}),
        (CLICK, {"view": {**VIEW, "private_metadata": "no JSON"}}),
        (CLICK, {"state": {"values": {"a": []}}}),
        (EVENT, {"team_id": None}),
        (EVENT, {"event": "message"}),
        (EVENT, {"event": {"type": "message"}}),
        (EVENT, {"event": {"type": "reaction_added", "reaction": 1, "item": {}}}),
        (EVENT, {"authorizations": [1]}),
    ],
)
def test_a_payload_of_another_shape_is_malformed(payload: dict[str, Any], change: dict[str, Any]) -> None:
    with pytest.raises(Malformed):
        read_payload(FORM, form({**payload, **change}))


def test_what_is_malformed_is_named_without_its_content() -> None:
    with pytest.raises(Malformed, match=r"^actions\.0\.action_id$"):
        read_payload(FORM, form({**CLICK, "actions": [{"action_id": ["hush-hush"]}]}))
