"""Slash commands reach a real Bolt app in Slack's shapes, and what it answers is what they see."""

from collections.abc import Callable
from typing import Any

import pytest

from bot.sandbox import ImpossibleError, LocalSlack
from tests.kit.bolt_app import Seen, bolt, connected

Json = dict[str, Any]


def test_a_command_carries_the_fields_that_slack_sends(slack: LocalSlack) -> None:
    app, seen = bolt(slack), Seen()
    app.command("/do")(seen.body())
    with connected(slack, app):
        slack.person("sanne").command("/do  the work ", "atlas")
    body = seen[0]
    assert body["response_url"].startswith(f"{slack.url}/response/")
    assert body["trigger_id"]
    chosen = ("command", "text", "user_id", "user_name", "channel_id", "channel_name", "api_app_id")
    assert {name: body[name] for name in chosen} == {
        "command": "/do",
        "text": "the work",
        "user_id": slack.user_id("sanne"),
        "user_name": "sanne",
        "channel_id": slack.channel_id("atlas"),
        "channel_name": "atlas",
        "api_app_id": slack.app.id,
    }


def test_names_become_tokens_only_where_the_command_escapes(slack: LocalSlack) -> None:
    app, seen = bolt(slack), Seen()
    app.command("/do")(seen.body())
    app.command("/raw")(seen.body())
    line = "@tom, see #atlas & <b> at https://example.com/a?b=1&c=2."
    with connected(slack, app):
        slack.person("sanne").command(f"/do {line}", "atlas")
        slack.person("sanne").command(f"/raw {line}", "atlas")
    tom, atlas = slack.user_id("tom"), slack.channel_id("atlas")
    link = "<https://example.com/a?b=1&amp;c=2>"
    assert [body["text"] for body in seen] == [
        f"<@{tom}>, see <#{atlas}|atlas> &amp; &lt;b&gt; at {link}.",
        line,
    ]


def test_the_text_of_an_ack_is_seen_by_the_one_who_asked_alone(slack: LocalSlack) -> None:
    app = bolt(slack)
    app.command("/do")(lambda ack: ack("done"))
    app.command("/raw")(lambda ack: ack(text="for all", response_type="in_channel"))
    app.event("message")(lambda event: None)
    with connected(slack, app):
        assert [m.words() for m in slack.person("sanne").command("/do", "atlas")] == ["done"]
        assert [m.words() for m in slack.person("sanne").command("/raw", "atlas")] == ["for all"]
    assert [m.words() for m in slack.person("tom").sees("atlas")] == ["for all"]


def test_a_command_arrives_from_a_channel_where_the_bot_is_not(slack: LocalSlack) -> None:
    app = bolt(slack)
    app.command("/do")(lambda ack, body: ack(f"in {body['channel_name']}"))
    with connected(slack, app):
        assert [m.words() for m in slack.person("sanne").command("/do", "board")] == ["in privategroup"]


def test_a_command_that_is_none_is_told_to_the_person_alone(slack: LocalSlack) -> None:
    [told] = slack.person("sanne").command("/dance now", "atlas")
    assert told.words() == "/dance is not a valid command."
    assert told.ephemeral_to == slack.user_id("sanne")


def test_slack_itself_refuses_a_command_in_a_thread(slack: LocalSlack) -> None:
    sanne = slack.person("sanne")
    start = sanne.say("start", "atlas")
    [told] = sanne.command("/do", "atlas", thread_ts=start.ts)
    assert told.words() == "/do cannot be used in a thread."
    assert told in sanne.sees_thread("atlas", start.ts)


def test_an_ack_that_slack_does_not_take_fails_the_command(slack: LocalSlack) -> None:
    app = bolt(slack)
    app.command("/do")(lambda ack: ack(text="x", blocks=[{"type": "sparkle"}]))
    with connected(slack, app):
        [told] = slack.person("sanne").command("/do", "atlas")
    assert told.words() == '/do failed with the error "invalid_command_response"'


@pytest.mark.parametrize(
    ("spoil", "error"),
    [
        (lambda slack: slack.remove_member("atlas", "sanne"), "not_in_channel"),
        (lambda slack: slack.archive("atlas"), "is_archived"),
        (lambda slack: slack.deactivate("sanne"), "user_is_deactivated"),
    ],
)
def test_who_may_not_write_can_type_no_command(
    slack: LocalSlack, spoil: Callable[[LocalSlack], None], error: str
) -> None:
    spoil(slack)
    with pytest.raises(ImpossibleError) as refused:
        slack.person("sanne").command("/do", "atlas")
    assert refused.value.error == error
