"""conversations.*: what the app can see of channels, and how long lists are paged."""

from datetime import timedelta
from typing import Any

import pytest
from slack_sdk import WebClient

from bot.sandbox import LocalSlack
from tests.sandbox.web_api.sample import manifest, next_cursor, refused


def texts(answer: Any) -> list[str]:
    return [message["text"] for message in answer["messages"]]


def say(slack: LocalSlack, *words: str) -> list[str]:
    """Tom's words in #atlas, a minute apart and all in the past; their ts."""
    start = slack.clock.now() - timedelta(minutes=len(words))
    moments = [start + timedelta(minutes=number) for number in range(len(words))]
    return [
        slack.post_history("atlas", "tom", each, at=at).ts for each, at in zip(words, moments, strict=True)
    ]


def test_history_gives_the_newest_first_in_pages(slack: LocalSlack, client: WebClient, atlas: str) -> None:
    say(slack, "a", "b", "c", "d", "e")
    first = client.conversations_history(channel=atlas, limit=2)
    assert (texts(first), first["has_more"]) == (["e", "d"], True)
    say(slack, "new")
    second = client.conversations_history(channel=atlas, limit=2, cursor=next_cursor(first))
    third = client.conversations_history(channel=atlas, limit=2, cursor=next_cursor(second))
    assert texts(second) + texts(third) == ["c", "b", "a"]
    assert (third["has_more"], next_cursor(third)) == (False, "")


@pytest.mark.parametrize(
    ("oldest", "latest", "inclusive", "expected"),
    [
        (1, None, False, ["d", "c"]),
        (1, None, True, ["d", "c", "b"]),
        (None, 2, False, ["b", "a"]),
        (1, 2, True, ["c", "b"]),
        (1, 2, False, []),
    ],
)
def test_history_between_two_moments_leaves_the_ends_out_unless_asked(
    slack: LocalSlack,
    client: WebClient,
    atlas: str,
    oldest: int | None,
    latest: int | None,
    inclusive: bool,
    expected: list[str],
) -> None:
    stamps = say(slack, "a", "b", "c", "d")
    bounds = {"oldest": oldest, "latest": latest}
    moments = {name: stamps[at] for name, at in bounds.items() if at is not None}
    answer = client.conversations_history(channel=atlas, inclusive=inclusive, **moments)  # type: ignore[arg-type]
    assert texts(answer) == expected


def test_metadata_is_shown_only_on_request(client: WebClient, atlas: str) -> None:
    metadata = {"event_type": "spil_job", "event_payload": {"id": "7"}}
    client.chat_postMessage(channel=atlas, text="x", metadata=metadata)
    [without] = client.conversations_history(channel=atlas)["messages"]
    [shown] = client.conversations_history(channel=atlas, include_all_metadata=True)["messages"]
    assert "metadata" not in without
    assert shown["metadata"] == metadata


def test_a_thread_is_its_parent_and_its_replies_and_not_in_the_history(client: WebClient, atlas: str) -> None:
    parent = client.chat_postMessage(channel=atlas, text="a")["ts"]
    reply = client.chat_postMessage(channel=atlas, text="b", thread_ts=parent)["ts"]
    client.chat_postMessage(channel=atlas, text="c", thread_ts=parent, reply_broadcast=True)
    thread = client.conversations_replies(channel=atlas, ts=parent)
    history = client.conversations_history(channel=atlas)
    assert (texts(thread), texts(history)) == (["a", "b", "c"], ["c", "a"])
    assert (thread["messages"][0]["reply_count"], thread["messages"][0]["thread_ts"]) == (2, parent)
    assert texts(client.conversations_replies(channel=atlas, ts=reply)) == ["a", "b", "c"]
    assert refused(client.conversations_replies, channel=atlas, ts="1.000001")["error"] == "thread_not_found"


def test_a_reply_cannot_be_replied_to(client: WebClient, atlas: str) -> None:
    parent = client.chat_postMessage(channel=atlas, text="a")["ts"]
    reply = client.chat_postMessage(channel=atlas, text="b", thread_ts=parent)["ts"]
    assert (
        refused(client.chat_postMessage, channel=atlas, text="c", thread_ts=reply)["error"]
        == "thread_not_found"
    )


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"cursor": "no cursor"}, "invalid_cursor"),
        ({"cursor": "bmV4dDo5OQ=="}, "invalid_cursor"),
        ({"limit": 1000}, "invalid_limit"),
        ({"limit": -1}, "invalid_limit"),
        ({"limit": "many"}, "invalid_arguments"),
        ({"oldest": "yesterday"}, "invalid_ts_oldest"),
        ({"latest": "now"}, "invalid_ts_latest"),
    ],
)
def test_history_refuses_pages_and_moments_that_are_none(
    slack: LocalSlack, client: WebClient, atlas: str, arguments: dict[str, Any], error: str
) -> None:
    say(slack, "a")
    assert refused(client.conversations_history, channel=atlas, **arguments)["error"] == error


def test_history_is_for_members_and_a_private_channel_is_hidden_from_others(
    slack: LocalSlack, client: WebClient
) -> None:
    public, private = slack.add_channel("open"), slack.add_channel("closed", ["tom"], private=True)
    assert refused(client.conversations_history, channel=public)["error"] == "not_in_channel"
    for call in (client.conversations_history, client.conversations_info, client.conversations_members):
        assert refused(call, channel=private)["error"] == "channel_not_found"
    assert client.conversations_info(channel=public)["channel"]["is_member"] is False


def test_each_type_of_channel_needs_its_own_scope(slack: LocalSlack, client: WebClient, atlas: str) -> None:
    private = slack.add_channel("closed", ["tom"], private=True)
    slack.invite_bot("closed")
    slack.install(manifest(without=["groups:history", "groups:read"]))
    assert client.conversations_history(channel=atlas)["ok"]
    assert refused(client.conversations_history, channel=private)["needed"] == "groups:history"
    assert refused(client.conversations_list, types="private_channel")["needed"] == "groups:read"


def test_the_list_holds_public_channels_and_private_ones_of_the_app(
    slack: LocalSlack, client: WebClient
) -> None:
    slack.add_channel("open")
    slack.add_channel("closed", ["tom"], private=True)
    slack.add_channel("ours", ["tom"], private=True)
    slack.invite_bot("ours")
    slack.archive("open")
    both = "public_channel,private_channel"

    def names(call: Any, **arguments: Any) -> list[str]:
        return [channel["name"] for channel in call(**arguments)["channels"]]

    assert names(client.conversations_list) == ["atlas", "open"]
    assert names(client.conversations_list, types=both) == ["atlas", "open", "ours"]
    assert names(client.conversations_list, exclude_archived=True) == ["atlas"]
    assert names(client.users_conversations, types=both) == ["atlas", "ours"]
    assert names(client.users_conversations, types=both, user=slack.user_id("tom")) == ["atlas", "ours"]
    assert refused(client.conversations_list, types="secret")["error"] == "invalid_types"


def test_members_come_in_pages(slack: LocalSlack, client: WebClient, atlas: str) -> None:
    first = client.conversations_members(channel=atlas, limit=2)
    second = client.conversations_members(channel=atlas, limit=2, cursor=next_cursor(first))
    assert first["members"] == [slack.user_id("sanne"), slack.user_id("tom")]
    assert second["members"] == [slack.bot_user_id]


def test_the_app_joins_public_channels_alone(slack: LocalSlack, client: WebClient) -> None:
    public, private = slack.add_channel("open"), slack.add_channel("closed", private=True)
    assert client.conversations_join(channel=public)["channel"]["is_member"]
    assert client.conversations_join(channel=public)["warning"] == "already_in_channel"
    assert refused(client.conversations_join, channel=private)["error"] == "channel_not_found"
    client.conversations_leave(channel=public)
    assert not slack.channel("open").has(slack.bot_user_id)


def test_a_direct_message_is_opened_once_and_not_with_everyone(slack: LocalSlack, client: WebClient) -> None:
    sanne, tom = slack.user_id("sanne"), slack.user_id("tom")
    first, again = (client.conversations_open(users=[tom])["channel"]["id"] for _ in range(2))
    assert first == again
    full = client.conversations_open(users=[tom], return_im=True)["channel"]
    assert (full["is_im"], full["user"]) == (True, tom)
    assert client.conversations_open(users=[sanne, tom], return_im=True)["channel"]["is_mpim"]
    slack.deactivate("tom")
    assert refused(client.conversations_open, users=[tom])["error"] == "user_disabled"
    assert refused(client.conversations_open, users=["U404"])["error"] == "user_not_found"
    assert refused(client.conversations_open, users=["USLACKBOT"])["error"] == "cannot_dm_bot"


def test_a_deleted_parent_leaves_a_tombstone_and_its_thread(client: WebClient, atlas: str) -> None:
    parent = client.chat_postMessage(channel=atlas, text="a")["ts"]
    client.chat_postMessage(channel=atlas, text="b", thread_ts=parent)
    client.chat_delete(channel=atlas, ts=parent)
    client.chat_postMessage(channel=atlas, text="c", thread_ts=parent)
    thread = client.conversations_replies(channel=atlas, ts=parent)["messages"]
    assert [message.get("subtype") for message in thread] == ["tombstone", None, None]
    assert refused(client.chat_update, channel=atlas, ts=parent, text="x")["error"] == "message_not_found"
