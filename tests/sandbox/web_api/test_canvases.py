"""Canvases: of a channel at most one, others in its tabs; replaced as a whole, by one change a call."""

from typing import Any

import pytest
from slack_sdk import WebClient

from bot.sandbox import LocalSlack
from tests.sandbox.web_api.sample import manifest, refused


def markdown(text: str) -> dict[str, str]:
    return {"type": "markdown", "markdown": text}


def replaced(text: str) -> dict[str, Any]:
    return {"operation": "replace", "document_content": markdown(text)}


def test_a_channel_has_one_canvas_and_others_in_its_tabs(
    slack: LocalSlack, client: WebClient, atlas: str
) -> None:
    assert "properties" not in client.conversations_info(channel=atlas)["channel"]
    about: dict[str, Any] = {
        "channel_id": atlas,
        "title": "Minutes",
        "document_content": markdown("# One & two"),
    }
    first = client.conversations_canvases_create(**about)["canvas_id"]
    shown = client.conversations_info(channel=atlas)["channel"]["properties"]["canvas"]
    assert shown == {"file_id": first, "is_empty": False}
    assert slack.ws.files[first].content == b"<pre># One &amp; two</pre>"
    assert client.files_info(file=first)["file"]["title"] == "Minutes"
    assert refused(client.conversations_canvases_create, **about)["error"] == "channel_canvas_already_exists"
    second = client.canvases_create(**about)["canvas_id"]
    assert second != first and slack.ws.files[second].channels == [atlas]


def test_it_is_replaced_as_a_whole_by_one_change(slack: LocalSlack, client: WebClient, atlas: str) -> None:
    canvas = client.conversations_canvases_create(channel_id=atlas, document_content=markdown(""))[
        "canvas_id"
    ]
    assert client.conversations_info(channel=atlas)["channel"]["properties"]["canvas"]["is_empty"]
    client.canvases_edit(canvas_id=canvas, changes=[replaced("anew")])
    assert slack.ws.files[canvas].content == b"<pre>anew</pre>"
    two = refused(client.canvases_edit, canvas_id=canvas, changes=[replaced("a"), replaced("b")])
    assert two["error"] == "invalid_arguments" and "no more than 1 items" in str(two["response_metadata"])
    assert (
        refused(client.canvases_edit, canvas_id="F0", changes=[replaced("a")])["error"] == "canvas_not_found"
    )
    slack.ws.files[canvas].user = slack.user_id("tom")
    assert refused(client.canvases_edit, canvas_id=canvas, changes=[replaced("a")])["error"] == (
        "restricted_action"
    )


@pytest.mark.parametrize(
    "content", [{"type": "html", "markdown": "x"}, {"markdown": "x"}, markdown("x" * 2**21)]
)
def test_what_is_no_markdown_or_too_much_is_refused(client: WebClient, atlas: str, content: Any) -> None:
    answer = refused(client.conversations_canvases_create, channel_id=atlas, document_content=content)
    assert answer["error"] == "invalid_arguments"


def test_without_the_scope_or_the_channel_there_is_none(
    slack: LocalSlack, client: WebClient, atlas: str
) -> None:
    assert refused(client.canvases_create, channel_id="C0")["error"] == "channel_not_found"
    slack.install(manifest(without=["canvases:write"]))
    token = WebClient(token=slack.bot_token, base_url=slack.api_url, retry_handlers=[], timeout=10)
    assert refused(token.canvases_create, channel_id=atlas)["error"] == "missing_scope"
