"""What stands in Slack is brought up to date, and nothing is posted anew for it."""

from bot.core.context import clock_context, show_again
from bot.core.jobs import Notice, post
from storage.tables import JobRow
from storage.unit_of_work import Storage
from tests.kit.atlas import TEAM
from tests.kit.clock import MONDAY
from tests.kit.rows import rows
from tests.storage.examples import sent_message

CARD = Notice(kind="minutes.concept", team=TEAM, to="UTOM", about={"number": 1})


def shown_again(storage: Storage) -> list[bool]:
    """Whether each new job is one that only updates."""
    with storage.unit_of_work() as uow:
        before = len(rows(storage, JobRow))
        assert show_again(clock_context(uow, MONDAY), CARD, "change") is (
            before > 0 or uow.sent_messages.get(CARD.key) is not None
        )
    return [job.payload.get("only_update", False) for job in rows(storage, JobRow)[before:]]


def test_what_stands_is_changed_where_it_stands(storage: Storage) -> None:
    with storage.unit_of_work() as uow:
        uow.sent_messages.put(sent_message(CARD.key))
    assert shown_again(storage) == [True]


def test_what_is_on_its_way_is_changed_too(storage: Storage) -> None:
    with storage.unit_of_work() as uow:
        uow.jobs.add(post(CARD, "first", MONDAY))
    assert shown_again(storage) == [True]


def test_where_nothing_stands_nothing_is_said(storage: Storage) -> None:
    assert shown_again(storage) == []
