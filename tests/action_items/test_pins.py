"""Of all that happens in channels only pins and news of sources are written down, each once."""

from collections.abc import Iterator

import pytest

from bot.action_items.model import ActionItem, ActionItems
from bot.core.project import Project
from bot.sandbox import actions
from bot.sandbox.state import TEAM_ID, Message
from storage.unit_of_work import Storage
from tests.kit.desk import Desk, open_desk


@pytest.fixture
def desk(sqlite_storage: Storage) -> Iterator[Desk]:
    with open_desk(sqlite_storage, {"/spil": "spil"}) as opened:
        manager, channel = opened.slack.user_id("tom"), opened.slack.channel_id("atlas")
        with opened.storage.unit_of_work() as uow:
            uow.projects.add(
                Project(team=TEAM_ID, channel=channel, name="Atlas", manager=manager, zone="Europe/Amsterdam")
            )
        yield opened


def made_from(desk: Desk, said: Message) -> None:
    with desk.storage.unit_of_work() as uow:
        item = ActionItem(
            project_id=1,
            number=1,
            text="call the mover",
            raised_by=desk.slack.user_id("tom"),
            raised_at=desk.now(),
            source_message=f"{said.channel}:{said.ts}",
        )
        uow.of(ActionItems).add(item)


def kept(desk: Desk) -> list[str]:
    """Events that were written down, but for the bot's own arrival."""
    events = [job.payload["event"]["type"] for job in desk.jobs("event")]
    return [kind for kind in events if kind != "member_joined_channel"]


def news(desk: Desk) -> str | None:
    desk.work_events()
    with desk.storage.unit_of_work() as uow:
        item = uow.of(ActionItems).get(1, 1)
    assert item is not None
    return item.source_news and f"{item.source_news}: {item.source_text}"


def test_reactions_and_messages_that_concern_no_item_are_not_written_down(desk: Desk) -> None:
    tom = desk.slack.person("tom")
    said = tom.say("a message", "atlas")
    tom.react(said, "eyes")
    tom.edit(said, "another message")
    tom.delete(said)
    assert kept(desk) == []
    tom.react(tom.say("one more", "atlas"), "pushpin")
    assert kept(desk) == ["reaction_added"]


def test_a_pin_that_comes_twice_is_one_question(desk: Desk) -> None:
    tom = desk.slack.person("tom")
    said = tom.say("a message", "atlas")
    desk.slack.deliver_next_twice()
    tom.react(said, "pushpin")
    desk.work_events()
    desk.work_events()
    assert len(desk.jobs("action_items.look_up")) == 1


def test_a_message_that_is_gone_by_then_asks_nothing(desk: Desk) -> None:
    assert desk.directory.message(desk.slack.channel_id("atlas"), "1700000000.000100") is None
    assert desk.directory.permalink(desk.slack.channel_id("atlas"), "1700000000.000100") is None


def test_an_edit_that_changes_no_word_is_silent(desk: Desk) -> None:
    tom = desk.slack.person("tom")
    said = tom.say("call the mover", "atlas")
    made_from(desk, said)
    actions.edit(desk.slack.ws, said, said.user, marked=False, attachments=[{"title": "a preview"}])
    assert kept(desk) == []
    tom.edit(said, "call the mover & the painter")
    assert news(desk) == "edited: call the mover & the painter"
    tom.delete(said)
    assert news(desk) == "deleted: None"


def test_a_message_with_a_thread_leaves_a_tombstone_and_is_gone_too(desk: Desk) -> None:
    tom = desk.slack.person("tom")
    said = tom.say("call the mover", "atlas")
    made_from(desk, said)
    tom.say("a reply", "atlas", thread_ts=said.ts)
    tom.delete(said)
    assert news(desk) == "deleted: None"
