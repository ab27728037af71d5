"""A message in the thread of somebody's message; in the channel where that thread is gone."""

import pytest

from bot.core.jobs import Job, Notice
from bot.sandbox.state import TEAM_ID
from handlers.slack.registry import Registry
from handlers.slack.reply import Message
from storage.unit_of_work import Storage
from tests.kit.desk import open_desk


@pytest.mark.parametrize("gone", [False, True])
def test_it_stands_in_the_thread_or_else_in_the_channel(sqlite_storage: Storage, gone: bool) -> None:
    registry = Registry()
    registry.notice("test.card", lambda uow, notice, texts, now: Message("here"))
    with open_desk(sqlite_storage, {}, registry) as desk:
        tom = desk.slack.person("tom")
        said = tom.say("a thread", "atlas")
        if gone:
            tom.delete(said)
        notice = Notice(kind="test.card", team=TEAM_ID, to=said.channel, about={}, thread_ts=said.ts)
        job = Job(id=1, key="post:1", kind="post", lane="x", payload=notice.model_dump(), due_at=desk.now())
        outcome = desk.sender.deliver(job)
        assert outcome.sent_message is not None
        [posted] = [each for each in desk.slack.history("atlas") if each.text == "here"]
        assert posted.thread_ts == (None if gone else said.ts) == outcome.sent_message.thread_ts
        assert notice.key == notice.model_copy(update={"thread_ts": None}).key
