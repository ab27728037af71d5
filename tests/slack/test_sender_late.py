"""What is shown by an attempt whose lease ran out: nothing, or it is put right by the job that follows."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pytest

from bot.core.jobs import Job, Lost, Notice, shown_late
from bot.sandbox import Message as Shown
from bot.sandbox.state import TEAM_ID
from handlers.slack.registry import Registry
from handlers.slack.reply import File, Message
from storage.unit_of_work import Storage
from tests.kit.desk import Desk, open_desk


@dataclass
class Cards:
    """A kind of message that says what `says` is."""

    desk: Desk
    notice: Notice
    says: list[Message] = field(default_factory=lambda: [Message("old")])

    def job(self, attempts: int = 1, number: int = 1) -> Job:
        about = self.notice.model_dump()
        key, now = f"post:{number}", self.desk.now()
        return Job(id=number, key=key, kind="post", lane="x", payload=about, due_at=now, attempts=attempts)

    def deliver(self, job: Job) -> None:
        """And note it."""
        outcome = self.desk.sender.deliver(job)
        if outcome.sent_message:
            with self.desk.storage.unit_of_work() as uow:
                uow.sent_messages.put(outcome.sent_message)

    def reconcile(self, job: Job) -> str | None:
        late = shown_late(job)
        assert late is not None
        return self.desk.sender.reconcile(late.model_copy(update={"id": 9})).slack_ts

    def standing(self) -> list[Shown]:
        return [each for each in self.desk.slack.history("atlas") if each.user == self.desk.slack.bot_user_id]


@pytest.fixture
def cards(sqlite_storage: Storage) -> Iterator[Cards]:
    registry = Registry()
    with open_desk(sqlite_storage, {}, registry) as desk:
        notice = Notice(kind="test.card", team=TEAM_ID, to=desk.slack.channel_id("atlas"))
        opened = Cards(desk, notice)
        registry.notice("test.card", lambda uow, notice, texts, now: opened.says[0])
        yield opened


def lost(_job: Job) -> None:
    raise Lost


def test_who_lost_the_job_says_nothing(cards: Cards) -> None:
    cards.desk.sender = replace(cards.desk.sender, keep=lost)
    with pytest.raises(Lost):
        cards.deliver(cards.job())
    assert cards.standing() == []


def test_who_takes_over_shows_in_what_was_sent_how_things_are_now(cards: Cards) -> None:
    cards.desk.sender.deliver(cards.job())
    cards.says = [Message("new")]
    cards.deliver(cards.job(attempts=2))
    assert [each.text for each in cards.standing()] == ["new"]


def test_who_takes_over_does_not_trust_what_was_noted_of_an_earlier_attempt(cards: Cards) -> None:
    cards.deliver(cards.job())
    cards.says = [Message("between")]
    cards.desk.sender.deliver(cards.job(number=2))
    cards.says = [Message("old")]
    cards.deliver(cards.job(number=2, attempts=2))
    assert [each.text for each in cards.standing()] == ["old"]


def test_of_two_messages_the_one_that_was_noted_is_left(cards: Cards) -> None:
    cards.desk.sender.deliver(cards.job())
    cards.desk.sender.deliver(cards.job())
    first, second = cards.standing()
    assert cards.reconcile(cards.job()) == first.ts
    assert [each.ts for each in cards.standing()] == [first.ts]
    cards.desk.sender.deliver(cards.job())
    cards.deliver(cards.job())
    _, _, third = cards.standing()
    assert cards.reconcile(cards.job()) == third.ts
    assert [each.ts for each in cards.standing()] == [third.ts]
    assert second.ts != third.ts


def test_an_old_state_that_came_late_gives_way_to_the_present_one(cards: Cards) -> None:
    cards.deliver(cards.job())
    cards.says = [Message("new")]
    cards.deliver(cards.job(number=2))
    cards.desk.client.chat_update(channel=cards.notice.to, ts=cards.standing()[0].ts, text="old")
    cards.reconcile(cards.job(number=2))
    assert [each.text for each in cards.standing()] == ["new"]


def test_what_nobody_posted_is_not_posted_by_looking_after_it(cards: Cards) -> None:
    assert cards.reconcile(cards.job()) is None
    assert cards.standing() == []


def test_a_file_that_was_sent_twice_is_left_once(cards: Cards) -> None:
    cards.says = [Message("here", file=File("list-1.csv", "List", b"a,b"))]
    cards.desk.sender.deliver(cards.job())
    cards.desk.sender.deliver(cards.job())
    cards.desk.slack.wait_for(lambda: len(cards.standing()) == 2)
    first = cards.standing()[0]
    cards.reconcile(cards.job())
    assert [each.ts for each in cards.standing()] == [first.ts]
    cards.deliver(cards.job(attempts=3))
    assert len(cards.standing()) == 1


def test_it_is_found_also_when_our_clock_is_far_ahead(cards: Cards) -> None:
    cards.desk.sender.deliver(cards.job())
    cards.desk.slack.wait_for(cards.standing)
    ahead = cards.job(attempts=2)
    cards.deliver(ahead.model_copy(update={"due_at": ahead.due_at.replace(year=2030)}))
    assert len(cards.standing()) == 1
