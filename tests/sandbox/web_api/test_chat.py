"""chat.*: what may be posted where, and who may change it."""

from typing import Any

import pytest
from slack_sdk import WebClient

from bot.sandbox import LocalSlack
from tests.sandbox.web_api.sample import manifest, refused

pytestmark = pytest.mark.filterwarnings("ignore:The top-level `text`")  # the SDK's advice, not ours

SECTION = {"type": "section", "text": {"type": "mrkdwn", "text": "Hello <@U1>"}}
METADATA = {"event_type": "spil_job", "event_payload": {"id": "7"}}


def test_a_post_is_in_the_channel_with_its_author(slack: LocalSlack, client: WebClient, atlas: str) -> None:
    answer = client.chat_postMessage(channel=atlas, text="Hello")
    [message] = slack.history("atlas")
    assert (message.ts, message.text, message.user) == (answer["ts"], "Hello", slack.bot_user_id)
    assert answer["channel"] == atlas
    assert answer["message"]["bot_profile"]["name"] == "Spil"


def test_each_ts_is_new_and_later_also_while_the_clock_stands(client: WebClient, atlas: str) -> None:
    stamps = [client.chat_postMessage(channel=atlas, text=str(number))["ts"] for number in range(5)]
    assert stamps == sorted(set(stamps))
    assert stamps[0].startswith("1795435200.")


def test_blocks_get_an_id_and_are_read_as_words(slack: LocalSlack, client: WebClient, atlas: str) -> None:
    block = {
        "type": "section",
        "text": {"type": "mrkdwn", "text": f"Ask <@{slack.user_id('sanne')}> &amp; <!here>"},
    }
    shown = client.chat_postMessage(channel=atlas, text="Ask", blocks=[block])["message"]
    assert shown["blocks"][0]["block_id"]
    assert slack.history("atlas")[0].words() == "Ask @sanne & @here"


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"text": ""}, "no_text"),
        ({"text": "  "}, "no_text"),
        ({"text": "x" * 40_001}, "msg_too_long"),
        ({"text": "x", "markdown_text": "y"}, "markdown_text_conflict"),
        ({"text": "x", "thread_ts": "1.000001"}, "thread_not_found"),
        ({"text": "x", "blocks": [{"type": "sectoin"}]}, "invalid_blocks"),
        ({"text": "x", "blocks": [SECTION] * 51}, "invalid_blocks"),
        ({"text": "x", "metadata": {"event_type": "t"}}, "invalid_metadata_schema"),
        ({"text": "x", "metadata": {"event_payload": {}}}, "invalid_metadata_format"),
        ({"text": "x", "username": "Someone else"}, "missing_scope"),
        ({"text": "x", "unfurl_linsk": False}, "invalid_arguments"),
        ({"text": "x", "unfurl_links": "perhaps"}, "invalid_arguments"),
    ],
)
def test_what_cannot_be_posted_is_refused_by_name(
    client: WebClient, atlas: str, slack: LocalSlack, arguments: dict[str, Any], error: str
) -> None:
    assert refused(client.chat_postMessage, channel=atlas, **arguments)["error"] == error
    assert slack.history("atlas") == []


def test_invalid_blocks_come_with_the_place_of_each_problem(client: WebClient, atlas: str) -> None:
    answer = refused(client.chat_postMessage, channel=atlas, text="x", blocks=[SECTION, {"type": "header"}])
    [said] = answer["response_metadata"]["messages"]
    assert "/blocks/1" in said


def test_the_channel_must_be_one_that_the_app_is_in(slack: LocalSlack, client: WebClient) -> None:
    slack.add_channel("open", ["tom"])
    slack.add_channel("closed", ["tom"], private=True)
    old = slack.add_channel("old", ["tom"])
    slack.invite_bot("old")
    slack.archive("old")
    expected = {
        slack.channel_id("open"): "not_in_channel",
        slack.channel_id("closed"): "channel_not_found",
        old: "is_archived",
        "atlas": "channel_not_found",
        "C404": "channel_not_found",
        "U404": "channel_not_found",
    }
    found = {each: refused(client.chat_postMessage, channel=each, text="x")["error"] for each in expected}
    assert found == expected


def test_posting_to_a_person_opens_the_direct_message(slack: LocalSlack, client: WebClient) -> None:
    first = client.chat_postMessage(channel=slack.user_id("tom"), text="one")
    second = client.chat_postMessage(channel=slack.user_id("tom"), text="two")
    assert first["channel"] == second["channel"]
    assert first["channel"].startswith("D")


def test_posting_to_a_deactivated_person_succeeds_and_to_a_bot_does_not(
    slack: LocalSlack, client: WebClient
) -> None:
    slack.deactivate("tom")
    assert client.chat_postMessage(channel=slack.user_id("tom"), text="x")["ok"]
    for bot in (slack.bot_user_id, "USLACKBOT"):
        assert refused(client.chat_postMessage, channel=bot, text="x")["error"] == "cannot_dm_bot"


def test_an_update_with_text_alone_takes_the_blocks_away(
    slack: LocalSlack, client: WebClient, atlas: str
) -> None:
    ts = client.chat_postMessage(channel=atlas, text="a", blocks=[SECTION], metadata=METADATA)["ts"]
    client.chat_update(channel=atlas, ts=ts, text="b")
    [message] = slack.history("atlas")
    assert (message.text, message.blocks, message.metadata) == ("b", [], METADATA)
    assert message.edited and message.edited["user"] == slack.bot_user_id


def test_an_update_with_blocks_shows_no_mark_of_editing(
    slack: LocalSlack, client: WebClient, atlas: str
) -> None:
    ts = client.chat_postMessage(channel=atlas, text="a")["ts"]
    client.chat_update(channel=atlas, ts=ts, blocks=[SECTION])
    [message] = slack.history("atlas")
    assert (message.text, message.edited, len(message.blocks)) == ("a", None, 1)


def test_only_its_own_messages_can_be_changed_or_deleted(
    slack: LocalSlack, client: WebClient, atlas: str
) -> None:
    theirs = slack.post_history("atlas", "tom", "mine", at=slack.clock.now()).ts
    assert refused(client.chat_update, channel=atlas, ts=theirs, text="x")["error"] == "cant_update_message"
    assert refused(client.chat_delete, channel=atlas, ts=theirs)["error"] == "cant_delete_message"


def test_a_deleted_message_cannot_be_found_again(slack: LocalSlack, client: WebClient, atlas: str) -> None:
    ts = client.chat_postMessage(channel=atlas, text="a")["ts"]
    client.chat_delete(channel=atlas, ts=ts)
    assert slack.history("atlas") == []
    for call in (client.chat_update, client.chat_delete):
        more = {"text": "b"} if call == client.chat_update else {}
        assert refused(call, channel=atlas, ts=ts, **more)["error"] == "message_not_found"


def test_an_update_needs_the_id_of_the_direct_message_not_of_the_person(
    slack: LocalSlack, client: WebClient
) -> None:
    tom = slack.user_id("tom")
    ts = client.chat_postMessage(channel=tom, text="a")["ts"]
    assert refused(client.chat_update, channel=tom, ts=ts, text="b")["error"] == "channel_not_found"


def test_an_ephemeral_message_is_for_one_member_and_in_no_history(
    slack: LocalSlack, client: WebClient, atlas: str
) -> None:
    ts = client.chat_postEphemeral(channel=atlas, user=slack.user_id("tom"), text="psst")["message_ts"]
    assert client.conversations_history(channel=atlas)["messages"] == []
    assert [(m.ts, m.ephemeral_to) for m in slack.history("atlas")] == [(ts, slack.user_id("tom"))]
    assert refused(client.chat_update, channel=atlas, ts=ts, text="x")["error"] == "message_not_found"
    stranger = slack.add_user("noor")
    answer = refused(client.chat_postEphemeral, channel=atlas, user=stranger, text="psst")
    assert answer["error"] == "user_not_in_channel"


def test_a_permalink_of_a_reply_names_its_thread(client: WebClient, atlas: str) -> None:
    parent = client.chat_postMessage(channel=atlas, text="a")["ts"]
    reply = client.chat_postMessage(channel=atlas, text="b", thread_ts=parent)["ts"]
    link = client.chat_getPermalink(channel=atlas, message_ts=reply)["permalink"]
    assert link.endswith(f"/archives/{atlas}/p{reply.replace('.', '')}?thread_ts={parent}&cid={atlas}")


def test_without_its_scope_nothing_is_posted(slack: LocalSlack, client: WebClient, atlas: str) -> None:
    slack.install(manifest(without=["chat:write"]))
    answer = refused(client.chat_postMessage, channel=atlas, text="x")
    assert (answer["error"], answer["needed"]) == ("missing_scope", "chat:write")
    assert "users:read" in answer["provided"]
