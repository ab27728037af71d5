"""The clock: APScheduler says when, and each thing that is done on time has a thread that does it."""

import secrets
from collections import defaultdict
from collections.abc import Callable
from threading import Event, Thread

import structlog
from apscheduler.schedulers.background import BackgroundScheduler

from bot.core.jobs import Busy

log = structlog.get_logger()

BUSY_FOR = 20
"""Seconds after which a thing is done again that the database had no room for."""


class Clock:
    """Calls functions every so many seconds, and at once when rung for.

    A function that returns True is called again at once: there may be more for it to do.
    """

    def __init__(self, busy_for: float = BUSY_FOR) -> None:
        self._busy_for = busy_for
        # Nothing is kept here: the truth is in the job table. A tick that comes late still counts, once.
        self._scheduler = BackgroundScheduler(
            timezone="UTC",
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )
        self._rounds: dict[str, _Rounds] = {}
        self.bells: defaultdict[str, Event] = defaultdict(Event)
        """By name: whoever rings one has its work done at once; when it's at work already, once more."""

    def every(self, seconds: float, work: Callable[[], object], name: str) -> None:
        rounds = self._rounds[name] = _Rounds(seconds, work, name, self.bells[name], self._busy_for)
        self._scheduler.add_job(rounds.bell.set, "interval", seconds=seconds, id=name)

    def wake(self, name: str = "work") -> None:
        self._rounds[name].bell.set()

    def is_at_rest(self, name: str) -> bool:
        """Whether all that was rung for is done, the call at the start included."""
        return self._rounds[name].at_rest

    def start(self) -> None:
        for rounds in self._rounds.values():
            rounds.start()
        self._scheduler.start()

    def stop(self) -> None:
        """Begin nothing more and wait for what is at work."""
        if self._scheduler.running:
            self._scheduler.shutdown()
        for rounds in self._rounds.values():
            rounds.stop()


class _Rounds:
    def __init__(
        self, seconds: float, work: Callable[[], object], name: str, bell: Event, busy_for: float
    ) -> None:
        self.name = name
        self.work = work
        self.bell = bell
        # APScheduler goes by the wall clock: set back an hour, it would be silent for as long.
        self.longest_silence = 2 * seconds
        self.busy_for = min(busy_for, self.longest_silence)
        self._at_work = False
        self._was_busy = False
        self._stopping = False
        self._thread = Thread(target=self._run, name=f"clock-{name}", daemon=True)

    @property
    def at_rest(self) -> bool:
        return not (self.bell.is_set() or self._at_work)

    def start(self) -> None:
        self.bell.set()
        self._thread.start()

    def stop(self) -> None:
        self._stopping = True
        self.bell.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while not self._stopping:
            self.bell.wait(self.busy_for if self._was_busy else self.longest_silence)
            self._at_work = True
            # Before the work, so that a ring while it is done is heard afterwards.
            self.bell.clear()
            while not self._stopping and self._once():
                pass
            self._at_work = False

    def _once(self) -> bool:
        self._was_busy = False
        try:
            return self.work() is True
        except Busy:
            self._was_busy = True
            log.warning("clock.busy", name=self.name)
            return False
        except Exception:  # the thread's boundary: a bug must not stop the clock for good
            log.exception("clock.bug", name=self.name, error_id=secrets.token_hex(4))
            return False
