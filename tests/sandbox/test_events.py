"""Which events an app hears, where, and what they hold."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from slack_sdk import WebClient

from bot.sandbox import ImpossibleError, LocalSlack, Person
from tests.kit.bolt_app import EVENTS, Seen, bolt, connected, manifest

Json = dict[str, Any]


@contextmanager
def listening(slack: LocalSlack) -> Iterator[Seen]:
    """An app that hears all that it subscribed to, its own doings too."""
    app, seen = bolt(slack), Seen()

    def note(body: Json, next: Callable[[], Any]) -> Any:
        seen.append(body)
        return next()

    app.use(note)
    for name in {event.partition(".")[0] for event in EVENTS}:
        app.event(name)(lambda event: None)
    with connected(slack, app):
        yield seen


def events(seen: Seen, kind: str) -> list[Json]:
    return [body["event"] for body in seen if body["event"]["type"] == kind]


def test_a_message_in_a_channel_of_the_bot_is_told_with_its_text_and_blocks(slack: LocalSlack) -> None:
    with listening(slack) as seen:
        said = slack.person("sanne").say("Hi @tom, *see* #atlas", "atlas")
    [event] = events(seen, "message")
    tom, atlas = slack.user_id("tom"), slack.channel_id("atlas")
    assert event["text"] == f"Hi <@{tom}>, *see* <#{atlas}|atlas>"
    assert (event["channel"], event["channel_type"], event["user"]) == (
        atlas,
        "channel",
        slack.user_id("sanne"),
    )
    assert event["ts"] == event["event_ts"] == said.ts
    assert event["client_msg_id"]
    leaves = event["blocks"][0]["elements"][0]["elements"]
    assert [leaf["type"] for leaf in leaves] == ["text", "user", "text", "channel"]
    assert said.words() == "Hi @tom, *see* #atlas"


def test_the_envelope_of_an_event_names_app_team_and_authorization(slack: LocalSlack) -> None:
    with listening(slack) as seen:
        slack.person("sanne").say("Hi", "atlas")
    body = seen[0]
    assert (body["type"], body["api_app_id"]) == ("event_callback", slack.app.id)
    assert body["authorizations"][0]["user_id"] == slack.bot_user_id
    assert body["event_id"].startswith("Ev")


def test_what_is_said_where_the_bot_is_not_is_not_told(slack: LocalSlack) -> None:
    with listening(slack) as seen:
        slack.person("sanne").say("Psst @helper", "board")
    assert seen == []


def test_a_mention_is_told_beside_the_message_but_not_in_a_dm(slack: LocalSlack) -> None:
    with listening(slack) as seen:
        slack.person("sanne").say("@helper hello", "atlas")
        slack.person("sanne").say_dm("@helper hello")
    assert [event["channel_type"] for event in events(seen, "message")] == ["channel", "im"]
    assert [event["text"] for event in events(seen, "app_mention")] == [f"<@{slack.bot_user_id}> hello"]


def test_a_mention_that_was_edited_in_is_told_once(slack: LocalSlack) -> None:
    with listening(slack) as seen:
        sanne = slack.person("sanne")
        said = sanne.say("hello", "atlas")
        sanne.edit(said, "hello @helper")
        sanne.edit(said, "hello again @helper")
    assert len(events(seen, "app_mention")) == 1


def test_edits_and_deletions_tell_what_was_there_before(slack: LocalSlack) -> None:
    with listening(slack) as seen:
        sanne = slack.person("sanne")
        said = sanne.say("Fridya", "atlas")
        sanne.edit(said, "Friday")
        sanne.delete(said)
    _, changed, deleted = events(seen, "message")
    assert (changed["subtype"], deleted["subtype"]) == ("message_changed", "message_deleted")
    assert (changed["previous_message"]["text"], changed["message"]["text"]) == ("Fridya", "Friday")
    assert changed["message"]["edited"]["user"] == slack.user_id("sanne")
    assert (deleted["deleted_ts"], deleted["previous_message"]["text"]) == (said.ts, "Friday")
    assert sanne.sees("atlas") == []


def test_a_reply_names_its_thread_and_the_author_of_its_parent(slack: LocalSlack) -> None:
    with listening(slack) as seen:
        start = slack.person("sanne").say("start", "atlas")
        slack.person("tom").say("reply", "atlas", thread_ts=start.ts)
    reply = events(seen, "message")[1]
    assert (reply["thread_ts"], reply["parent_user_id"]) == (start.ts, slack.user_id("sanne"))
    assert [m.words() for m in slack.person("tom").sees_thread("atlas", start.ts)] == ["start", "reply"]
    assert [m.words() for m in slack.person("tom").sees("atlas")] == ["start"]


def test_reactions_are_told_once_each(slack: LocalSlack) -> None:
    with listening(slack) as seen:
        said, tom = slack.person("sanne").say("ship it", "atlas"), slack.person("tom")
        tom.react(said, ":pushpin:")
        tom.react(said, "pushpin")
        tom.unreact(said, "pushpin")
    [added], [removed] = events(seen, "reaction_added"), events(seen, "reaction_removed")
    assert added["item"] == {"type": "message", "channel": said.channel, "ts": said.ts}
    assert (added["reaction"], added["user"], added["item_user"]) == (
        "pushpin",
        slack.user_id("tom"),
        slack.user_id("sanne"),
    )
    assert removed["reaction"] == "pushpin"


def test_the_bot_hears_that_it_was_invited_and_by_whom(slack: LocalSlack) -> None:
    with listening(slack) as seen:
        slack.person("sanne").invite("board", "helper")
    [joined] = events(seen, "member_joined_channel")
    assert (joined["user"], joined["inviter"]) == (slack.bot_user_id, slack.user_id("sanne"))
    assert (joined["channel"], joined["channel_type"]) == (slack.channel_id("board"), "G")


@pytest.mark.parametrize(
    ("what", "kind"),
    [
        (lambda slack: slack.person("tom").leave("atlas"), "member_left_channel"),
        (lambda slack: slack.remove_bot("atlas"), "channel_left"),
        (lambda slack: slack.archive("atlas"), "channel_archive"),
        (lambda slack: slack.deactivate("tom"), "user_change"),
        (lambda slack: slack.add_user("new"), "team_join"),
    ],
)
def test_what_happens_to_channels_and_people_is_told(
    slack: LocalSlack, what: Callable[[LocalSlack], None], kind: str
) -> None:
    with listening(slack) as seen:
        what(slack)
        slack.wait_for(lambda: seen)
    assert [body["event"]["type"] for body in seen] == [kind]


def test_a_file_is_told_as_a_message_and_as_a_share(slack: LocalSlack) -> None:
    with listening(slack) as seen:
        said = slack.person("sanne").say("the notes", "atlas", files={"notes.txt": b"We agreed."})
    [message], [shared] = events(seen, "message"), events(seen, "file_shared")
    assert message["subtype"] == "file_share"
    assert message["files"][0]["name"] == "notes.txt"
    assert message["files"][0]["url_private"].startswith(slack.url)
    assert shared["file_id"] == said.files[0]


def test_the_bots_own_posts_are_told_too(slack: LocalSlack) -> None:
    with listening(slack):
        client = WebClient(slack.bot_token, base_url=slack.api_url)
        client.chat_postMessage(channel=slack.channel_id("atlas"), text="mine")
        client.chat_postEphemeral(channel=slack.channel_id("atlas"), user=slack.user_id("tom"), text="yours")
        told = slack.wait_for(lambda: [record for record in slack.traffic() if record.name == "message"])
    assert len(told) == 1 and '"text": "mine"' in told[0].summary


def test_what_was_not_subscribed_to_is_not_told(slack: LocalSlack) -> None:
    settings = {"event_subscriptions": {"bot_events": ["app_mention"]}, "socket_mode_enabled": True}
    slack.install(manifest(settings=settings))
    with listening(slack) as seen:
        slack.person("sanne").say("hello", "atlas")
        slack.person("sanne").say("hello @helper", "atlas")
    assert [body["event"]["type"] for body in seen] == ["app_mention"]


def test_a_message_to_a_person_by_name_begins_their_dm(slack: LocalSlack) -> None:
    slack.person("sanne").say("psst", "tom")
    assert [m.words() for m in slack.person("tom").dm("sanne")] == ["psst"]
    assert slack.person("tom").dm() == []


def test_a_message_of_a_private_channel_cannot_be_used_by_others(slack: LocalSlack) -> None:
    said = slack.person("sanne").say("secret", "board")
    with pytest.raises(ImpossibleError, match="tom cannot see board"):
        slack.person("tom").react(said, "eyes")


def test_nobody_edits_what_another_said(slack: LocalSlack) -> None:
    said = slack.person("sanne").say("mine", "atlas")
    tom: Person = slack.person("tom")
    for attempt in (lambda: tom.edit(said, "his"), lambda: tom.delete(said)):
        with pytest.raises(Exception, match="tom did not write that"):
            attempt()
