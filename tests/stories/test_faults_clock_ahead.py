"""The bot's clock ran ahead, a day to a year, and was set back: what was promised comes, and comes once."""

from datetime import datetime, timedelta

import pytest

from bot.core.context import by_clock
from bot.core.jobs import State
from bot.digests import digest
from storage.tables import JobRow
from tests.kit.clock import AMSTERDAM
from tests.kit.office import Office
from tests.kit.rows import rows
from tests.kit.story import cards, digests, dm_texts, mornings, read, type_in

AHEAD = pytest.mark.parametrize("days", [1, 7, 365])
MINUTES = 7
"""Within which all goes on again."""


def run_ahead(office: Office, days: float) -> None:
    office.clock_error = timedelta(days=days)
    office.one_round("keep house")
    office.settle()


def set_back(office: Office) -> None:
    """And let the minute go by after which it is noticed."""
    office.clock_error = timedelta(0)
    office.one_round("set right")
    office.settle()


def open_jobs(office: Office) -> list[JobRow]:
    return [job for job in rows(office.spil.storage, JobRow) if job.state == State.open]


def with_digest(office: Office) -> None:
    project = office.project("atlas")
    with office.spil.storage.unit_of_work() as uow:
        digest.schedule(by_clock(uow, office.now(), project))


def at(office: Office, *moment: int) -> None:
    office.set_clock(datetime(*moment, tzinfo=AMSTERDAM))  # type: ignore[arg-type, misc]


@AHEAD
def test_mondays_digest_is_posted_on_monday(office: Office, days: int) -> None:
    with_digest(office)
    at(office, 2026, 11, 26, 12)
    run_ahead(office, days)
    type_in(office, "tom", "/action @priya write the plan")
    set_back(office)
    type_in(office, "tom", "/action @priya test the plan")
    before = len(digests(office))
    at(office, 2026, 11, 30, 9, 1)
    assert len(digests(office)) == before + 1
    at(office, 2026, 12, 7, 8, 59)
    assert len(digests(office)) == before + 1


def test_mondays_digest_that_was_posted_on_sunday_is_not_posted_again(office: Office) -> None:
    with_digest(office)
    type_in(office, "tom", "/action @priya write the plan")
    at(office, 2026, 11, 29, 12)
    run_ahead(office, 1)
    assert len(digests(office)) == 1
    set_back(office)
    at(office, 2026, 11, 30, 10)
    assert len(digests(office)) == 1
    type_in(office, "tom", "/action @priya test the plan")
    at(office, 2026, 12, 7, 9, 1)
    assert len(digests(office)) == 2


@AHEAD
def test_mornings_come_on_each_day(office: Office, days: int) -> None:
    office.project("atlas")
    office.prefers("tom", country="")
    type_in(office, "sanne", "/action @tom write the plan by 24 November")
    office.settle()
    at(office, 2026, 11, 24, 12)
    run_ahead(office, days)
    set_back(office)
    for day in (25, 26, 27):
        at(office, 2026, 11, day, 10, 1)  # in London, where Tom is, it is nine
    told = [datetime.fromtimestamp(float(each.ts), AMSTERDAM).day for each in mornings(office, "tom")]
    # What came on the 24th by the wrong clock was the 25th's, where it was a day ahead.
    assert told == [24, 24, *((25, 26, 27) if days > 1 else (26, 27))]


@AHEAD
def test_what_was_to_be_shown_at_once_is_shown_within_minutes_and_once(office: Office, days: int) -> None:
    """Slack limited us while the clock was ahead; the message, and the lane behind it, waited."""
    office.project("atlas", digest_day=None)
    type_in(office, "sanne", "/action write the plan")
    office.settle()
    office.clock_error = timedelta(days=days)
    office.slack.fault("chat.postMessage", kind="status", status=500, channel="atlas", times=1)
    type_in(office, "sanne", "/action test the plan")
    office.wait_for(lambda: [job for job in open_jobs(office) if job.failures])
    office.clock_error = timedelta(0)
    type_in(office, "sanne", "/action ship the plan")
    office.one_round("set right")
    office.wait_for(
        lambda: not [job for job in open_jobs(office) if job.kind == "post" and job.due_at > office.now()]
    )
    office.advance(minutes=MINUTES)
    assert [read(card)[:4] for card in cards(office)] == ["writ", "test", "ship"]


@AHEAD
def test_a_reminder_that_was_dropped_as_too_late_comes_after_all(office: Office, days: int) -> None:
    office.project("atlas")
    type_in(office, "sanne", "/meeting Sprint review with @tom friday 10:00 30m")
    office.settle()
    kinds = {job.kind: job for job in open_jobs(office)}
    assert "meeting_reminder" in kinds
    office.stop_bot()
    office.clock_error = timedelta(days=days)
    office.start_bot()
    office.clock_error = timedelta(0)
    office.one_round("set right")
    at(office, 2026, 11, 27, 9, 51)
    assert [each for each in dm_texts(office, "tom") if "Sprint review" in each]
