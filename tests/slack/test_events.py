"""Events: written down before they are acked, worked off once, answered where they happened."""

from collections.abc import Iterator

import pytest
from sqlalchemy import event

from bot.core.errors import NoText
from bot.core.jobs import Job
from bot.sandbox.state import TEAM_ID
from handlers.slack.registry import Registry
from handlers.slack.request import SlackEvent
from storage.tables import PendingRequestRow
from storage.unit_of_work import Storage
from tests.kit.desk import Desk, open_desk, seen
from tests.kit.rows import rows


def mentioned(request: SlackEvent) -> None:
    """As a mention would do: refuse an empty one, keep the words of any other."""
    words = request.plain(request.event["text"])
    request.uow.pending_requests.put(words, request.who.user, {}, request.now)
    if words.endswith("!"):
        raise NoText("@Spil")


@pytest.fixture
def desk(sqlite_storage: Storage) -> Iterator[Desk]:
    registry = Registry()
    registry.event("app_mention", mentioned)
    registry.event("message.im", mentioned)
    with open_desk(sqlite_storage, {}, registry) as opened:
        yield opened


def kept(desk: Desk) -> list[str]:
    return [row.key for row in rows(desk.storage, PendingRequestRow)]


def test_a_mention_is_written_down_and_worked_off_once(desk: Desk) -> None:
    desk.slack.deliver_next_twice()
    desk.slack.person("tom").say("@spil note this for @priya", "atlas")
    assert len(desk.jobs("event")) == 1
    desk.work_events()
    assert kept(desk) == ["@Spil note this for @priya"]
    with desk.storage.unit_of_work() as uow:
        uow.pending_requests.remove(kept(desk)[0])
    desk.work_events()
    assert kept(desk) == []


def test_what_a_rule_refuses_is_whispered_in_the_thread_it_was_said_in(desk: Desk) -> None:
    tom = desk.slack.person("tom")
    thread = tom.say("a thread", "atlas")
    tom.say("@spil !", "atlas", thread_ts=thread.ts)
    desk.work_events()
    assert "Type what it's about behind" in seen(tom.sees_thread("atlas", thread.ts))
    assert seen(desk.slack.person("sanne").sees("atlas")) == ""
    assert kept(desk) == []


def test_whom_no_answer_can_reach_costs_nothing_else(desk: Desk) -> None:
    tom = desk.slack.person("tom")
    tom.say("@spil !", "atlas")
    desk.slack.fault("chat.postEphemeral", kind="error", error="user_not_in_channel")
    desk.work_events()
    assert seen(tom.sees("atlas")) == ""


def test_our_own_messages_and_changed_ones_are_no_news(desk: Desk) -> None:
    tom = desk.slack.person("tom")
    said = tom.say_dm("hello")
    tom.edit(said, "hello there")
    desk.client.chat_postMessage(channel=tom.id, text="mine")
    tom.say_dm("bye")
    assert [job.payload["event"]["text"] for job in desk.jobs("event")] == ["hello", "bye"]


def test_an_event_that_cannot_be_written_down_is_not_acked_and_comes_again(desk: Desk) -> None:
    event.listen(desk.storage.engine, "checkout", lambda raw, *_: raw.execute("PRAGMA busy_timeout=50"))
    with desk.storage.engine.begin():
        desk.slack.person("tom").say("@spil note this", "atlas")
    desk.slack.delivery.redeliver_now()
    desk.slack.wait_for(lambda: len(desk.jobs("event")) == 1)


def test_an_event_that_this_version_does_not_know_is_dropped(desk: Desk) -> None:
    told = {"team": TEAM_ID, "event": {"type": "pin_added", "user": desk.slack.user_id("tom")}}
    job = Job(key="event:Ev1", kind="event", lane="event", payload=told, due_at=desk.now())
    assert desk.inbox.handle(job).state == "done"
