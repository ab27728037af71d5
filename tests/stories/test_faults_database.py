"""The database locked by another, or full: who asks is told, and nothing is lost."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest
from sqlalchemy import event
from structlog.testing import capture_logs

from bot.core.jobs import Busy, Job, JobResult, State
from bot.runtime.job_execution import MOST_BUGS, attempt
from storage.tables import ActionItemRow
from tests.kit.clock import MONDAY
from tests.kit.office import Office
from tests.kit.rows import rows
from tests.kit.story import after_redelivery, cards, cards_in, dm, read, type_in, type_once

NO_LIMIT = 2**30


@pytest.fixture
def atlas(office: Office) -> Office:
    """Where Sanne, Tom and the channel are known already."""
    office.project("atlas")
    type_in(office, "sanne", "/action @tom write the plan")
    office.settle()
    return office


@contextmanager
def locked(office: Office) -> Iterator[None]:
    """Another process writes, and takes its time."""
    path = office.spil.engine.url.database
    assert path is not None
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def full(office: Office) -> Iterator[None]:
    """No room for one page more."""
    limits = [0]

    def limit(connection: sqlite3.Connection, *_: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {limits[0]}")

    with office.spil.engine.connect() as connection:
        limits[0] = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    event.listen(office.spil.engine, "checkout", limit)
    yield
    limits[0] = NO_LIMIT


def test_locked_it_says_so_in_time_with_what_was_typed_and_works_again_after(atlas: Office) -> None:
    with locked(atlas):
        answer = type_once(atlas, "tom", "/action @priya @sanne test the plan")
        assert "try again" in answer and "test the plan" in answer
        clicked = atlas.person("tom").click(cards_in(atlas.slack)[0], "Done")
        assert ["try again" in read(message) for message in clicked] == [True]
    assert type_in(atlas, "tom", "/action @priya test the plan by Friday") == ""
    assert [read(card)[:4] for card in cards(atlas)] == ["writ", "test"]


def test_an_event_that_could_not_be_written_down_is_taken_when_it_is_delivered_again(atlas: Office) -> None:
    with locked(atlas):
        atlas.person("sanne").say_dm("hoi")
    after_redelivery(atlas, lambda: dm(atlas, "sanne"))
    atlas.advance(minutes=10)
    assert len(dm(atlas, "sanne")) == 1


def test_a_message_that_was_sent_and_could_not_be_noted_is_not_sent_again(atlas: Office) -> None:
    atlas.slack.fault("chat.postMessage", kind="delay", seconds=0.3, channel="atlas")
    type_in(atlas, "sanne", "/action @sanne test the plan")
    atlas.wait_for(lambda: len(cards_in(atlas.slack)) == 2)
    with locked(atlas):
        assert "try again" in type_once(atlas, "tom", "/action list")
    atlas.person("sanne").click(cards(atlas)[1], "Done")
    assert [read(card)[:4] for card in cards(atlas)] == ["writ", "✓ ~t"]


def test_however_often_it_is_busy_a_job_is_not_given_up() -> None:
    def handler(_job: Job) -> JobResult:
        raise Busy

    job = Job(key="post", kind="post", lane="atlas", due_at=MONDAY, failures=10 * MOST_BUGS)
    outcome = attempt({"post": handler}, job, lambda: MONDAY)
    assert outcome is not None and outcome.state is State.open and outcome.retry_at is not None


def test_housekeeping_while_it_is_locked_is_no_bug(atlas: Office) -> None:
    with locked(atlas), capture_logs() as logs:
        for name in ("keep house", "set right"):
            atlas.spil.clock.wake(name)
        atlas.wait_for(
            lambda: {each["name"] for each in logs if each["event"] == "clock.busy"} > {"set right"}
        )
    assert not [entry for entry in logs if entry["event"].endswith(".bug")]


def test_full_it_says_so_keeps_what_it_took_and_goes_on_when_there_is_room(atlas: Office) -> None:
    with full(atlas):
        answers = [
            type_once(atlas, "sanne", f"/action @tom step {n} {'page ' * 300}by Friday") for n in range(40)
        ]
    refused = [answer for answer in answers if answer]
    assert refused and all("Probeer het zo nog eens" in answer for answer in refused)
    assert type_in(atlas, "sanne", "/action @tom the last step by Friday") == ""
    atlas.advance(minutes=10)
    kept = 2 + answers.count("")
    assert len(rows(atlas.spil.storage, ActionItemRow)) == len(cards(atlas)) == len(dm(atlas, "tom")) == kept
