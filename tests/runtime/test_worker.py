"""The worker, on a real job table: nothing lost, nothing twice, one slow job holds nothing up."""

from datetime import timedelta
from threading import Event

import pytest
from sqlalchemy import event
from structlog.testing import capture_logs

from bot.core.jobs import Job, JobResult, Permanent, SentMessage, State, Temporary
from bot.runtime.worker import Worker
from storage.unit_of_work import Storage
from tests.runtime.hands import NOON, PATIENCE, Hands, add, failing, stored, working


def test_what_is_due_is_done_and_noted_and_what_is_not_due_waits(
    sqlite_storage: Storage, worker: Worker, hands: Hands
) -> None:
    add(sqlite_storage, "now")
    add(sqlite_storage, "later", due_at=NOON + timedelta(seconds=1))
    worker.work_until_idle()
    assert hands.done == ["now"]
    assert stored(sqlite_storage, "now").state == "done"
    hands.now += timedelta(seconds=1)
    worker.work_until_idle()
    assert hands.done == ["now", "later"]


def test_a_lane_is_worked_in_order_and_to_its_end(
    sqlite_storage: Storage, worker: Worker, hands: Hands
) -> None:
    keys = [f"{number}" for number in range(30)]
    add(sqlite_storage, *keys, lane="one")
    worker.work_until_idle()
    assert hands.done == keys


def test_what_an_attempt_made_is_kept_with_its_end(
    sqlite_storage: Storage, worker: Worker, hands: Hands
) -> None:
    sent_message = SentMessage(key="card", team="T1", channel="C1", ts="1.2", fingerprint="f", shown_at=NOON)
    hands.does["a"] = lambda job: JobResult(job, slack_ts="1.2", sent_message=sent_message)
    add(sqlite_storage, "a")
    worker.work_until_idle()
    assert stored(sqlite_storage, "a").slack_ts == "1.2"
    with sqlite_storage.unit_of_work() as uow:
        assert uow.sent_messages.get("card") == sent_message


def test_a_slow_job_holds_up_neither_the_notes_nor_the_lanes_of_others(
    sqlite_storage: Storage, hands: Hands
) -> None:
    begun, ended, go_on = Event(), Event(), Event()

    def slow(job: Job) -> JobResult:
        begun.set()
        return JobResult(job, error=str(go_on.wait(PATIENCE)))

    def others_are_open() -> bool:
        ended.clear()
        return any(stored(sqlite_storage, key).state == "open" for key in ("quick", "first", "second"))

    hands.does["slow"] = slow
    add(sqlite_storage, "slow", "quick")
    add(sqlite_storage, "first", "second", lane="beside")
    with working(sqlite_storage, hands, pool_size=2, wake=ended.set) as worker:
        while others_are_open():
            worker.work_due()
            assert ended.wait(PATIENCE)
        assert begun.wait(PATIENCE)
        assert stored(sqlite_storage, "slow").state == "open"
        go_on.set()
        worker.work_until_idle()
    assert stored(sqlite_storage, "slow").state == "done"


def test_no_more_is_in_hand_than_the_threads_begin_soon_so_that_other_processes_share_the_work(
    sqlite_storage: Storage, hands: Hands
) -> None:
    go_on = Event()
    names = [f"{number:02}" for number in range(40)]
    hands.does = {name: lambda job: JobResult(job, error=str(go_on.wait(PATIENCE))) for name in names[:30]}
    add(sqlite_storage, *names)
    with working(sqlite_storage, hands, pool_size=4) as worker:
        worker.work_due()
        assert sum(bool(stored(sqlite_storage, name).lease_until) for name in names) == 8
        go_on.set()
        worker.work_until_idle()
    assert sorted(hands.done) == names


@pytest.mark.parametrize(
    ("attempts", "told", "seconds"),
    [(1, None, 1), (2, None, 2), (3, None, 4), (12, None, 300), (500, None, 300), (1, 30, 30), (6, 3, 32)],
)
def test_a_temporary_failure_rests_as_long_as_told_and_longer_each_time(
    sqlite_storage: Storage, worker: Worker, hands: Hands, attempts: int, told: float | None, seconds: int
) -> None:
    hands.does["a"] = failing(Temporary("ratelimited", told))
    add(sqlite_storage, "a", "behind", lane="one", failures=attempts - 1)
    worker.work_until_idle()
    assert hands.done == ["a"]
    row = stored(sqlite_storage, "a")
    assert (row.state, row.error, row.failures) == ("open", "ratelimited", attempts)
    hands.now += timedelta(seconds=seconds - 0.5)
    worker.work_until_idle()
    assert hands.done == ["a"]
    hands.does.clear()
    hands.now += timedelta(seconds=0.5)
    worker.work_until_idle()
    assert hands.done == ["a", "a", "behind"]


def test_a_permanent_failure_is_kept_with_its_reason_and_lets_its_lane_go_on(
    sqlite_storage: Storage, worker: Worker, hands: Hands
) -> None:
    hands.does["a"] = failing(Permanent("is_archived"))
    add(sqlite_storage, "a", "behind", lane="one")
    with capture_logs() as logs:
        worker.work_until_idle()
    assert (stored(sqlite_storage, "a").state, stored(sqlite_storage, "a").error) == ("failed", "is_archived")
    assert [entry["reason"] for entry in logs if entry["event"] == "job.failed"] == ["is_archived"]
    assert hands.done == ["a", "behind"]


def test_a_bug_is_logged_with_the_id_that_the_job_keeps_and_tried_five_times(
    sqlite_storage: Storage, worker: Worker, hands: Hands
) -> None:
    hands.does["a"] = failing(ZeroDivisionError())
    add(sqlite_storage, "a")
    with capture_logs() as logs:
        for _ in range(8):
            worker.work_until_idle()
            hands.now += timedelta(seconds=16)
    assert hands.done == ["a"] * 5
    ids = [entry["error_id"] for entry in logs if entry["event"] == "job.bug"]
    assert len(set(ids)) == 5
    assert stored(sqlite_storage, "a").state == "failed"
    assert stored(sqlite_storage, "a").error == f"bug {ids[-1]}"


def test_a_kind_that_nobody_handles_is_a_bug_and_stops_nothing(
    sqlite_storage: Storage, worker: Worker, hands: Hands
) -> None:
    add(sqlite_storage, "odd", kind="unheard of")
    add(sqlite_storage, "a")
    with capture_logs() as logs:
        worker.work_until_idle()
    assert hands.done == ["a"]
    assert [entry["key"] for entry in logs if entry["event"] == "job.bug"] == ["odd"]


def test_what_is_too_late_is_dropped_and_logged(
    sqlite_storage: Storage, worker: Worker, hands: Hands
) -> None:
    add(sqlite_storage, "late", due_at=NOON - timedelta(hours=1), expires_at=NOON)
    add(sqlite_storage, "in time", due_at=NOON, expires_at=NOON + timedelta(seconds=1))
    with capture_logs() as logs:
        worker.work_until_idle()
    assert hands.done == ["in time"]
    assert stored(sqlite_storage, "late").state == "expired"
    assert [entry["key"] for entry in logs if entry["event"] == "job.expired"] == ["late"]


def test_an_outcome_that_cannot_be_kept_does_not_take_the_others_along(
    sqlite_storage: Storage, worker: Worker, hands: Hands
) -> None:
    broken = SentMessage.model_construct(key="card", team="T1", channel="C1", ts=None, fingerprint="f")
    hands.does["broken"] = lambda job: JobResult(job, sent_message=broken)
    add(sqlite_storage, "a", "broken", "b")
    with capture_logs() as logs:
        worker.work_until_idle()
    assert {stored(sqlite_storage, key).state for key in ("a", "b")} == {"done"}
    assert stored(sqlite_storage, "broken").state == "failed"
    assert [entry["key"] for entry in logs if entry["event"] == "job.bug"] == ["broken"]


def test_stopping_finishes_what_runs_and_gives_back_what_did_not_begin(
    sqlite_storage: Storage, hands: Hands
) -> None:
    begun, go_on = Event(), Event()

    def wait(job: Job) -> JobResult:
        begun.set()
        return JobResult(job, error=str(go_on.wait(PATIENCE)))

    hands.does["stuck"] = wait
    add(sqlite_storage, "running", "stuck", "queued")
    with working(sqlite_storage, hands, pool_size=1) as worker:
        while not stored(sqlite_storage, "queued").lease_until:
            worker.work_due()
        assert begun.wait(PATIENCE)
        worker.stop(patience=0.05)
        assert worker.work_due() is False
    rows = {key: stored(sqlite_storage, key) for key in ("running", "stuck", "queued")}
    go_on.set()
    assert rows["running"].state == "done"
    assert (rows["queued"].lease_until, rows["queued"].attempts) == (None, 0)
    assert rows["stuck"].attempts == 1
    assert rows["stuck"].lease_until is not None


def test_a_busy_database_loses_nothing(sqlite_storage: Storage, hands: Hands) -> None:
    sqlite_storage.engine.dispose()
    event.listen(sqlite_storage.engine, "connect", lambda raw, _: raw.execute("PRAGMA busy_timeout=1"))
    add(sqlite_storage, "a")
    with working(sqlite_storage, hands) as worker:
        with sqlite_storage.engine.begin(), capture_logs() as logs:
            assert worker.work_due() is False
        assert [entry["event"] for entry in logs] == ["jobs.busy"]
        worker.work_until_idle()
    assert stored(sqlite_storage, "a").state == State.done
