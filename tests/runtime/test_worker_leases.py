"""The worker and its leases: kept while it lives, whatever the clock does."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from threading import Event

from bot.core.jobs import Job, JobResult
from bot.runtime.worker import Worker
from storage.core.jobs import JobQueue
from storage.unit_of_work import Storage
from tests.runtime.hands import MINUTE, NOON, PATIENCE, Hands, add, failing, stored, working


def test_attempts_that_a_kill_ended_do_not_count_as_bugs(
    sqlite_storage: Storage, worker: Worker, hands: Hands
) -> None:
    add(sqlite_storage, "a")
    for _ in range(10):
        sqlite_storage.jobs.claim(hands.now, hands.now + MINUTE, 1)
        hands.now += MINUTE
    hands.does["a"] = failing(ZeroDivisionError())
    for seconds in (1, 2, 4, 8):
        worker.work_until_idle()
        row = stored(sqlite_storage, "a")
        assert (row.state, row.lease_until) == (
            "open",
            str(hands.now + timedelta(seconds=seconds))[:-6] + ".000000",
        )
        hands.now += timedelta(seconds=seconds)
    hands.does.clear()
    worker.work_until_idle()
    row = stored(sqlite_storage, "a")
    assert (row.state, row.attempts, row.failures, row.bugs) == ("done", 15, 4, 4)


def test_a_failure_at_slack_is_no_bug(sqlite_storage: Storage, worker: Worker, hands: Hands) -> None:
    add(sqlite_storage, "a", failures=20)
    hands.does["a"] = failing(ZeroDivisionError())
    worker.work_until_idle()
    assert stored(sqlite_storage, "a").state == "open"


def test_leases_of_a_clock_that_is_set_back_are_given_anew(sqlite_storage: Storage, hands: Hands) -> None:
    begun, go_on = Event(), Event()

    def wait(job: Job) -> JobResult:
        begun.set()
        return JobResult(job, error=str(go_on.wait(PATIENCE)))

    hands.does["slow"] = wait
    add(sqlite_storage, "slow")
    hands.now += timedelta(days=1)
    with working(sqlite_storage, hands) as worker:
        worker.work_due()
        assert begun.wait(PATIENCE)
        hands.now -= timedelta(days=1)
        worker.work_due()
        assert sqlite_storage.jobs.claim(hands.now + MINUTE, hands.now + 2 * MINUTE, 10) != []
        go_on.set()
        worker.work_until_idle()


def test_a_clock_that_leaps_begins_nothing_twice(sqlite_storage: Storage, hands: Hands) -> None:
    begun, go_on = Event(), Event()

    def wait(job: Job) -> JobResult:
        begun.set()
        return JobResult(job, error=str(go_on.wait(PATIENCE)))

    hands.does["slow"] = wait
    add(sqlite_storage, "slow")
    with working(sqlite_storage, hands) as worker:
        worker.work_due()
        assert begun.wait(PATIENCE)
        hands.now += timedelta(days=1)
        worker.work_due()
        worker.work_due()
        # Its lease was kept up: another process finds nothing either.
        assert sqlite_storage.jobs.claim(hands.now, hands.now + timedelta(minutes=1), 10) == []
        go_on.set()
        worker.work_until_idle()
    assert hands.done == ["slow"]
    assert stored(sqlite_storage, "slow").state == "done"


def test_a_clock_that_leaps_within_a_round_loses_nothing_that_is_in_hand(
    sqlite_storage: Storage, hands: Hands
) -> None:
    begun, go_on, asked = Event(), Event(), [0]

    def wait(job: Job) -> JobResult:
        begun.set()
        return JobResult(job, error=str(go_on.wait(PATIENCE)))

    def leaping() -> datetime:
        """A day further each time that it is asked, once the job is in hand."""
        asked[0] += begun.is_set()
        return NOON + timedelta(days=asked[0])

    hands.does["slow"] = wait
    add(sqlite_storage, "slow")
    worker = Worker(sqlite_storage.jobs, {"test": hands}, leaping)
    worker.work_due()
    assert begun.wait(PATIENCE)
    worker.work_due()
    go_on.set()
    worker.work_until_idle()
    worker.stop()
    assert (hands.done, stored(sqlite_storage, "slow").state) == (["slow"], "done")
    assert stored(sqlite_storage, "slow").attempts == 1


def test_what_is_in_hand_and_claimed_once_more_by_the_same_worker_is_done_once_and_at_once(
    sqlite_storage: Storage, hands: Hands
) -> None:
    begun, go_on = Event(), Event()

    def wait(job: Job) -> JobResult:
        begun.set()
        go_on.wait(PATIENCE)
        return JobResult(job)

    hands.does["slow"] = wait
    add(sqlite_storage, "slow")
    with working(sqlite_storage, hands) as worker:
        worker.work_due()
        assert begun.wait(PATIENCE)
        sqlite_storage.jobs.take_over(hands.now)
        worker.work_due()
        assert stored(sqlite_storage, "slow").attempts == 1
        assert sqlite_storage.jobs.claim(hands.now, hands.now + MINUTE, 10) == []
        go_on.set()
        worker.work_until_idle()
    assert (hands.done, stored(sqlite_storage, "slow").state) == (["slow"], "done")


def test_what_is_found_lost_while_it_is_renewed_is_begun_anew_at_once(
    sqlite_storage: Storage, hands: Hands
) -> None:
    begun, go_on, noted = Event(), Event(), Event()

    class Slow(JobQueue):
        def release(self, jobs: Sequence[Job]) -> None:
            """So long that the attempt ends meanwhile."""
            go_on.set()
            assert noted.wait(PATIENCE)
            super().release(jobs)

    def wait(job: Job) -> JobResult:
        begun.set()
        go_on.wait(PATIENCE)
        return JobResult(job)

    hands.does["slow"] = wait
    add(sqlite_storage, "slow")
    queue = sqlite_storage.jobs
    worker = Worker(Slow(queue.engine, queue.writing), {"test": hands}, hands.clock, wake=noted.set)
    worker.work_due()
    assert begun.wait(PATIENCE)
    sqlite_storage.jobs.take_over(hands.now)
    worker.work_until_idle()
    worker.stop()
    assert (hands.done, stored(sqlite_storage, "slow").state) == (["slow", "slow"], "done")


def test_what_waited_for_a_thread_until_its_lease_ran_out_is_left_to_others(
    sqlite_storage: Storage, hands: Hands
) -> None:
    begun, go_on = Event(), Event()

    def wait(job: Job) -> JobResult:
        begun.set()
        go_on.wait(PATIENCE)
        return JobResult(job)

    hands.does["slow"] = wait
    add(sqlite_storage, "slow", "queued")
    with working(sqlite_storage, hands, pool_size=1) as worker:
        worker.work_due()
        assert begun.wait(PATIENCE)
        hands.now += timedelta(days=1)  # the laptop was closed
        other = sqlite_storage.jobs.claim(hands.now, hands.now + timedelta(minutes=1), 10)
        go_on.set()
        worker.work_until_idle()
        assert hands.done == ["slow"]
    assert sorted(job.key for job in other) == ["queued", "slow"]
