"""Faults on demand, as the real SDK meets them."""

from http.client import RemoteDisconnected

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_handlers import ConnectionErrorRetryHandler

from bot.sandbox import LocalSlack
from bot.sandbox.faults import Fault, Faults
from tests.sandbox.web_api.sample import refused


def words(slack: LocalSlack) -> list[str]:
    return [message.text for message in slack.history("atlas")]


def test_a_status_comes_as_often_as_was_asked(slack: LocalSlack, client: WebClient, atlas: str) -> None:
    slack.fault("chat.postMessage", kind="status", status=429, retry_after=7, times=2)
    for _ in range(2):
        with pytest.raises(SlackApiError) as caught:
            client.chat_postMessage(channel=atlas, text="x")
        assert caught.value.response.status_code == 429
        assert caught.value.response.headers["Retry-After"] == "7"
    client.chat_postMessage(channel=atlas, text="third")
    assert words(slack) == ["third"]


def test_a_server_error_has_done_nothing(slack: LocalSlack, client: WebClient, atlas: str) -> None:
    slack.fault("*", kind="status", status=503)
    with pytest.raises(SlackApiError) as caught:
        client.chat_postMessage(channel=atlas, text="x")
    assert caught.value.response.status_code == 503
    assert words(slack) == []


def test_any_error_can_be_had_by_name_in_one_channel_only(
    slack: LocalSlack, client: WebClient, atlas: str
) -> None:
    slack.add_channel("other")
    slack.invite_bot("other")
    slack.fault("chat.postMessage", kind="error", error="restricted_action", channel="atlas")
    client.chat_postMessage(channel=slack.channel_id("other"), text="fine")
    assert refused(client.chat_postMessage, channel=atlas, text="x")["error"] == "restricted_action"


def test_a_connection_cut_before_leaves_nothing_behind(
    slack: LocalSlack, client: WebClient, atlas: str
) -> None:
    slack.fault("chat.postMessage", kind="cut_before")
    with pytest.raises(RemoteDisconnected):
        client.chat_postMessage(channel=atlas, text="x")
    assert words(slack) == []


def test_a_connection_cut_after_leaves_the_message(slack: LocalSlack, client: WebClient, atlas: str) -> None:
    slack.fault("chat.postMessage", kind="cut_after")
    with pytest.raises(RemoteDisconnected):
        client.chat_postMessage(channel=atlas, text="x")
    assert words(slack) == ["x"]


def test_the_retry_of_the_sdk_posts_twice_after_a_cut(slack: LocalSlack, atlas: str) -> None:
    """Why the bot sets its own retry handlers."""
    eager = WebClient(
        token=slack.bot_token, base_url=slack.api_url, retry_handlers=[ConnectionErrorRetryHandler()]
    )
    slack.fault("chat.postMessage", kind="cut_after")
    eager.chat_postMessage(channel=atlas, text="x")
    assert words(slack) == ["x", "x"]


@pytest.mark.parametrize("kind", ["delay", "no_answer"])
def test_a_late_or_missing_answer_leaves_the_message(slack: LocalSlack, atlas: str, kind: str) -> None:
    hasty = WebClient(token=slack.bot_token, base_url=slack.api_url, retry_handlers=[], timeout=1)
    slack.fault("chat.postMessage", kind=kind, seconds=3)  # type: ignore[arg-type]
    with pytest.raises(TimeoutError):
        hasty.chat_postMessage(channel=atlas, text="x")
    assert slack.wait_for(lambda: words(slack)) == ["x"]


def test_a_short_delay_is_answered_in_the_end(slack: LocalSlack, client: WebClient, atlas: str) -> None:
    slack.fault("chat.postMessage", kind="delay", seconds=0.05)
    assert client.chat_postMessage(channel=atlas, text="x")["ok"]


def test_faults_are_used_up_in_the_order_in_which_they_were_set() -> None:
    faults = Faults()
    faults.add(Fault("chat.update", "error", error="first"))
    faults.add(Fault("chat.update", "error", error="second"))
    taken = [faults.take("chat.update", "C1") for _ in range(3)]
    assert [each.error if each else None for each in taken] == ["first", "second", None]


def test_an_unknown_kind_of_fault_is_refused() -> None:
    with pytest.raises(ValueError, match="cut_before"):
        Fault("chat.update", "explode")  # type: ignore[arg-type]
