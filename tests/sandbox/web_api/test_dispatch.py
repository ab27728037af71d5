"""What every call goes through: token, scope, arguments, rate limits; and how a body may be written."""

import json
import urllib.request
from datetime import timedelta
from urllib.parse import urlencode

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.sandbox import LocalSlack
from bot.sandbox.state import Json
from tests.sandbox.web_api.sample import furnished, refused


def post(url: str, body: str, kind: str, token: str = "") -> Json:
    headers = {"Content-Type": kind} | ({"Authorization": f"Bearer {token}"} if token else {})
    with urllib.request.urlopen(urllib.request.Request(url, body.encode(), headers)) as answer:
        found: Json = json.load(answer)
        return found


@pytest.mark.parametrize(
    ("token", "error"),
    [("", "not_authed"), ("xoxb-other", "invalid_auth"), ("app", "not_allowed_token_type")],
)
def test_a_call_needs_the_right_token(slack: LocalSlack, token: str, error: str) -> None:
    used = slack.app_token if token == "app" else token
    assert refused(WebClient(token=used, base_url=slack.api_url).auth_test)["error"] == error


def test_a_connection_is_opened_with_the_app_token_alone(slack: LocalSlack, client: WebClient) -> None:
    answer = client.apps_connections_open(app_token=slack.app_token)
    assert answer["url"].startswith(slack.url.replace("http", "ws") + "/link/?ticket=")
    assert (
        refused(client.apps_connections_open, app_token=slack.bot_token)["error"] == "not_allowed_token_type"
    )


def test_an_unknown_method_is_named(client: WebClient) -> None:
    answer = refused(client.api_call, api_method="chat.postMesage")
    assert (answer["error"], answer["req_method"]) == ("unknown_method", "chat.postMesage")


def test_all_wrong_arguments_are_named_at_once(client: WebClient) -> None:
    answer = refused(
        client.api_call, api_method="conversations.history", params={"limit": "x", "chanel": "C1"}
    )
    assert answer["error"] == "invalid_arguments"
    assert answer["response_metadata"]["messages"] == [
        "[ERROR] missing required field: channel",
        "[ERROR] unknown argument: chanel",
        "[ERROR] limit must be: int",
    ]


def test_a_form_and_json_say_the_same(slack: LocalSlack, atlas: str) -> None:
    url, token = f"{slack.api_url}chat.postMessage", slack.bot_token
    blocks = [{"type": "divider"}]
    form = urlencode({"channel": atlas, "text": "é", "blocks": json.dumps(blocks), "token": token})
    said = json.dumps({"channel": atlas, "text": "é", "blocks": blocks})
    assert post(url, form, "application/x-www-form-urlencoded")["ok"]
    assert post(url, said, "application/json; charset=utf-8", token)["ok"]
    first, second = slack.history("atlas")
    assert first.text == second.text == "é"
    assert first.blocks[0]["type"] == second.blocks[0]["type"] == "divider"


def test_json_that_cannot_be_read_is_refused(slack: LocalSlack) -> None:
    url = f"{slack.api_url}auth.test"
    assert post(url, "{", "application/json", slack.bot_token)["error"] == "invalid_json"
    assert post(url, "[]", "application/json", slack.bot_token)["error"] == "json_not_object"


def test_more_than_a_burst_in_one_channel_is_refused_until_time_has_passed() -> None:
    with LocalSlack() as slack:
        furnished(slack)
        client = WebClient(token=slack.bot_token, base_url=slack.api_url, retry_handlers=[])
        atlas = slack.channel_id("atlas")
        with pytest.raises(SlackApiError) as caught:
            for number in range(6):
                client.chat_postMessage(channel=atlas, text=str(number))
        answer = caught.value.response
        assert (answer.status_code, answer["error"], answer.headers["Retry-After"]) == (
            429,
            "ratelimited",
            "1",
        )
        assert len(slack.history("atlas")) in (4, 5)
        client.chat_postMessage(channel=slack.user_id("tom"), text="elsewhere")
        slack.advance(timedelta(seconds=1))
        client.chat_postMessage(channel=atlas, text="later")


def test_after_an_outage_it_answers_at_the_same_address(slack: LocalSlack, client: WebClient) -> None:
    slack.pause()
    with pytest.raises(OSError):
        client.auth_test()
    slack.start()
    assert client.auth_test()["ok"]
