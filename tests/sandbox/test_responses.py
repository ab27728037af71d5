"""response_url: who sees an answer, what it replaces, and when it is no longer taken."""

from datetime import timedelta
from typing import Any

import pytest
from slack_sdk.webhook import WebhookClient

from bot.sandbox import LocalSlack, Message


def address(slack: LocalSlack, message: Message | None = None) -> WebhookClient:
    """An answering address as sanne's command, or her click on a message, would carry it."""
    where = slack.channel_id("atlas")
    url, _ = slack.interaction.responses.issue(slack.user_id("sanne"), where, message.ts if message else None)
    return WebhookClient(url)


def said(slack: LocalSlack, who: str) -> list[str]:
    return [message.words() for message in slack.person(who).sees("atlas")]


def error(client: WebhookClient, **body: Any) -> tuple[int, str]:
    answer = client.send_dict(body)
    return answer.status_code, answer.body


def test_an_answer_is_for_the_one_who_asked_unless_it_says_otherwise(slack: LocalSlack) -> None:
    client = address(slack)
    assert client.send(text="quietly").status_code == 200
    assert client.send(text="aloud", response_type="in_channel").status_code == 200
    assert (said(slack, "sanne"), said(slack, "tom")) == (["quietly", "aloud"], ["aloud"])


def test_an_address_is_good_for_five_answers(slack: LocalSlack) -> None:
    client = address(slack)
    assert [client.send(text=f"{n}").status_code for n in range(6)] == [200] * 5 + [404]
    assert error(client, text="again") == (404, '{"ok":false,"error":"used_url"}')
    assert said(slack, "sanne") == ["0", "1", "2", "3", "4"]


def test_an_address_is_good_for_thirty_minutes(slack: LocalSlack) -> None:
    client = address(slack)
    slack.advance(timedelta(minutes=29, seconds=59))
    assert client.send(text="in time").status_code == 200
    slack.advance(timedelta(seconds=1))
    assert error(client, text="late") == (404, '{"ok":false,"error":"expired_url"}')


def test_an_unknown_address_answers_nothing(slack: LocalSlack) -> None:
    client = WebhookClient(address(slack).url + "x")
    assert error(client, text="hello")[0] == 404


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ({"text": " "}, "no_text"),
        ({}, "invalid_payload"),
        ({"text": "x", "blocks": [{"type": "sparkle"}]}, "invalid_blocks"),
        ({"text": "x", "response_type": "everyone"}, "invalid_response_type"),
        ({"text": {"not": "a text"}}, "invalid_payload"),
        ({"text": "x", "replace_original": True}, "message_not_found"),
    ],
)
def test_what_slack_does_not_take_is_refused_by_name(
    slack: LocalSlack, body: dict[str, Any], name: str
) -> None:
    assert error(address(slack), **body) == (400, f'{{"ok":false,"error":"{name}"}}')
    assert said(slack, "sanne") == []


def test_the_message_that_was_clicked_can_be_replaced_or_deleted(slack: LocalSlack) -> None:
    asked = slack.post_history("atlas", slack.bot_user_id, "Sure?", at=slack.clock.now())
    client = address(slack, asked)
    assert client.send(text="Chosen", replace_original=True).status_code == 200
    assert said(slack, "tom") == ["Chosen"]
    assert client.send(delete_original=True).status_code == 200
    assert said(slack, "tom") == []
    assert error(client, text="x", replace_original=True) == (400, '{"ok":false,"error":"message_not_found"}')


def test_an_answer_can_go_to_a_thread(slack: LocalSlack) -> None:
    start = slack.post_history("atlas", "sanne", "start", at=slack.clock.now())
    body = {"text": "there", "response_type": "in_channel", "thread_ts": start.ts}
    assert address(slack).send_dict(body).status_code == 200
    assert [m.words() for m in slack.person("tom").sees_thread("atlas", start.ts)] == ["start", "there"]


def test_answers_are_in_the_traffic_without_their_address(slack: LocalSlack) -> None:
    address(slack).send(text="hello")
    record = slack.traffic()[-1]
    assert (record.name, record.direction, record.ok) == ("response_url", "call", True)
    assert "hello" in record.summary and "/response/" not in record.summary
