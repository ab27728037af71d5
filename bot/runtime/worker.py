"""Works the job table: claims what is due, runs it side by side, and notes together how attempts ended."""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Condition
from time import perf_counter, sleep

import structlog

from bot.core.jobs import Busy, Job, JobResult
from bot.core.ports import JobQueue
from bot.runtime.job_execution import Handler, attempt, bug

log = structlog.get_logger()

LEASE = timedelta(seconds=60)
AT_ONCE = 200
"""Jobs in hand at most: those that run and those that wait for a thread. Half of them must have ended before
more are claimed: so claims are few, and the threads still never wait."""
SOON = 0.01
"""Seconds in which the threads should have begun all that is in hand: the rest is left to other processes."""
A_THREAD = 2
"""Jobs in hand for each thread, however long they take."""
GATHER = 5
"""Milliseconds in which more may end, to be noted together, unless half of what is in hand has."""
REMEMBERED = 16
"""Jobs that the estimate of what one takes is made of, more or less."""
ROOM_TIMEOUT = 0.5
"""Seconds; then leases are looked at again."""


@dataclass(slots=True)
class _Held:
    job: Job
    lease_until: datetime
    running: "Future[None]"


class Worker:
    """`handlers` maps a kind of job to what does it; they run in threads, one job of a lane at a time.

    A handler raises Temporary or Permanent; anything else it raises is a bug. `ring` is called when jobs
    ended, since the next of their lanes may begin.
    """

    def __init__(
        self,
        queue: JobQueue,
        handlers: Mapping[str, Handler],
        now: Callable[[], datetime],
        pool_size: int = 16,
        wake: Callable[[], None] = lambda: None,
        may_begin: Callable[[Job], None] = lambda _job: None,
        lease: timedelta = LEASE,
    ) -> None:
        self.queue = queue
        self.handlers = handlers
        self.now = now
        self.wake = wake
        self.may_begin = may_begin
        self.lease = lease
        self._pool_size = pool_size
        self._pool = ThreadPoolExecutor(pool_size, "job")
        self._noter = ThreadPoolExecutor(1, "noter")
        self._held: dict[int, _Held] = {}
        self._ended: deque[JobResult] = deque()
        self._ends = 0
        self._seconds_each = SOON
        self._note_asked = False
        self._changed = Condition()
        self._stopping = False

    @property
    def is_busy(self) -> bool:
        """Whether jobs are in hand."""
        return bool(self._held)

    def work_due(self) -> bool:
        """One round: claim what is due, and hand it to the pool. Does not wait for jobs to end, other than
        for room. True: there may be more."""
        try:
            room = self._room()
            # One moment for all: had the clock leapt between, we would claim what we have in hand.
            now = self.now()
            self._renew(now)
            if not room or self._stopping:
                return not self._stopping
            claimed = self.queue.claim(now, now + self.lease, room)
            if self.now() < now:
                # The clock was set back meanwhile: by the right one not all of that is due.
                self.queue.release(claimed)
                return True
            self._begin(claimed)
        except Busy:
            log.warning("jobs.busy")
            return False
        return len(claimed) == room

    def work_until_idle(self) -> None:
        """Work all that is due, and what becomes due by it, until nothing is in hand."""
        while True:
            ends = self._ends
            if self.work_due():
                continue
            with self._changed:
                if not self._held and self._ends == ends:
                    return
                if self._ends == ends:
                    self._changed.wait(ROOM_TIMEOUT)

    def stop(self, patience: float = 5) -> None:
        """Claim no more, finish what runs within `patience` seconds, give back what did not begin.

        What still runs then keeps its lease, and its attempt stays counted: it may have been sent.
        """
        with self._changed:
            if self._stopping:
                return
            self._stopping = True
            self._pool.shutdown(wait=False, cancel_futures=True)
            held = list(self._held.values())
        wait([each.running for each in held if not each.running.cancelled()], patience)
        self._noter.submit(self._note_ended)
        self._noter.shutdown()
        try:
            self.queue.release([each.job for each in held if each.running.cancelled()])
        except Busy:
            log.warning("jobs.busy")

    def _renew(self, now: datetime) -> None:
        """Keep the leases of what takes long; a lease is there for when this process dies."""
        with self._changed:
            # Longer than a lease is what a clock gave that was set back since.
            wrong = [held for held in self._held.values() if not self._lasts(held.lease_until, now)]
        if wrong:
            ours = {job.id for job in self.queue.renew([held.job for held in wrong], now + self.lease)}
            for held in wrong:
                if held.job.id in ours:
                    held.lease_until = now + self.lease
        if self._ended:
            self._ask_to_note()

    def _lasts(self, lease_until: datetime, now: datetime) -> bool:
        return now + self.lease / 2 <= lease_until <= now + self.lease

    def _room(self) -> int:
        with self._changed:
            self._changed.wait_for(lambda: len(self._held) <= self._at_once() // 2, ROOM_TIMEOUT)
            return max(0, self._at_once() - len(self._held))

    def _at_once(self) -> int:
        soon = int(self._pool_size * SOON / max(self._seconds_each, SOON / AT_ONCE))
        return min(max(soon, A_THREAD * self._pool_size), AT_ONCE)

    def _begin(self, claimed: Sequence[Job]) -> None:
        again: list[Job] = []
        with self._changed:
            if self._stopping:
                self.queue.release(claimed)
                return
            for job in claimed:
                if job.id not in self._held:
                    assert job.lease_until is not None
                    self._held[job.id] = _Held(job, job.lease_until, self._pool.submit(self._run, job))
                elif job.attempts > self._held[job.id].job.attempts:
                    again.append(job)
        self._go_on_with(again)

    def _go_on_with(self, claimed: Sequence[Job]) -> None:
        """Renew leases that had run out in hand, and that we have just claimed ourselves: begun twice the job
        would be done twice, and left so, the attempt in hand would find that its job is another's."""
        if claimed:
            with self._changed:
                in_hand = [self._held[job.id].job for job in claimed if job.id in self._held]
            self.queue.release(claimed)
            self.queue.renew(in_hand, self.now() + self.lease)
            self._let_go(in_hand)

    def _let_go(self, jobs: Sequence[Job]) -> None:
        """End the leases of those that are in hand no more: while an attempt finds that it lost its job, that
        may be renewed. Whichever comes last sees that nobody has it, and it need not wait for its lease."""
        with self._changed:
            gone = [job for job in jobs if job.id not in self._held]
        if gone:
            with suppress(Busy):
                self.queue.renew(gone, self.now())

    def _run(self, job: Job) -> None:
        self.may_begin(job)
        outcome = self._attempt(job) if self._is_ours(job) else None
        if outcome is None:
            with self._changed:
                del self._held[job.id]
                self._ends += 1
                self._changed.notify_all()
            self._let_go([job])
            return
        self._ended.append(outcome)
        self._ask_to_note()

    def _attempt(self, job: Job) -> JobResult | None:
        began = perf_counter()
        outcome = attempt(self.handlers, job, self.now)
        # Of several threads at once one's may be lost: it is an estimate.
        self._seconds_each += (perf_counter() - began - self._seconds_each) / REMEMBERED
        return outcome

    def _is_ours(self, job: Job) -> bool:
        """Whether it is still ours: when its lease ran out while it waited for a thread, because this process
        slept or the clock leapt, another may have it by now, as the table knows."""
        now = self.now()
        with self._changed:
            if self._held[job.id].lease_until > now:
                return True
        try:
            return bool(self.queue.renew([job], now + self.lease))
        except Busy:
            return False

    def _ask_to_note(self) -> None:
        # Asked twice at worst, never not at all: the noter forgets that it was asked before it looks.
        if not self._note_asked:
            self._note_asked = True
            self._noter.submit(self._note_ended)

    def _note_ended(self) -> None:
        """Note all that ended since the last time: the busier it is, the more go in one transaction."""
        self._note_asked = False
        for _ in range(GATHER):
            if len(self._ended) >= len(self._held) // 2:
                break
            sleep(0.001)
        outcomes = [self._ended.popleft() for _ in range(len(self._ended))]
        lost: list[Job] = []
        noted = self._noted(outcomes, lost)
        if not noted:
            return
        with self._changed:
            for outcome in noted:
                self._held.pop(outcome.job.id, None)
            self._ends += len(noted)
            self._changed.notify_all()
        self._let_go(lost)
        self.wake()

    def _noted(self, outcomes: list[JobResult], lost: list[Job]) -> list[JobResult]:
        """Those that are kept, or `lost`; the others are noted another time, one that cannot be kept as a
        bug."""
        try:
            for outcome in self.queue.note(outcomes):
                log.warning("job.lost", job=outcome.job.id, key=outcome.job.key)
                lost.append(outcome.job)
        except Busy:
            log.warning("jobs.busy")
            self._ended.extend(outcomes)
        except Exception:  # noqa: BLE001 - the noter's boundary: one must not take the others along
            if len(outcomes) > 1:
                return [outcome for each in outcomes for outcome in self._noted([each], lost)]
            self._ended.append(bug(outcomes[0].job, self.now(), last=True))
        else:
            return outcomes
        return []
