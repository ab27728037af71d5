"""The bot as a process that stops itself, as a paused machine would, at a step of showing something.

Run as a module it is the bot, with a lease of seconds; the folder in its argument says when it is to stop.
"""

import http.client
import os
import signal
import sys
import threading
from collections.abc import Callable
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy import event

from bot.core.jobs import Job, JobResult
from bot.runtime.logs import set_up_logs
from bot.runtime.process import entrance, run, stop_on_signals
from bot.runtime.settings import read_settings
from bot.runtime.wiring import Spil, open_spil
from bot.sandbox import LocalSlack
from tests.kit.processes import ColdProcess

LEASE = timedelta(seconds=2)
"""Twice as long as between two looks at the job table: who lives can renew it."""


class Step(StrEnum):
    before_rendering = "before rendering"
    before_asking = "rendered, before the lease is asked for again"
    before_sending = "directly before the bytes are sent"
    before_answer = "sent, before the answer is read"
    before_noting = "answered, before it is noted"


class Trap:
    """A file that names a method and a step: the first of any number of processes that gets there stops."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "trap"

    def set(self, method: str, step: Step) -> None:
        new = self.file.with_suffix(".new")
        new.write_text(f"{method}\n{step}")
        new.rename(self.file)

    def spring(self, method: str | None, step: Step) -> None:
        """`method` is None where it is not known yet."""
        try:
            meant, _, at = self.file.read_text().partition("\n")
            if at != step or method not in (None, meant):
                return
            self.file.unlink()
        except FileNotFoundError:
            return
        # To this very thread: it would run on until another thread of the process has taken the signal.
        signal.pthread_kill(threading.get_ident(), signal.SIGSTOP)


class PausableBot(ColdProcess):
    """One of several on a PostgreSQL, sharing a trap."""

    def __init__(self, slack: LocalSlack, database_url: str, log: Path, trap: Path) -> None:
        self.arguments = ("-m", __name__, str(trap))
        self.database_url = database_url
        super().__init__(slack, database_url, log)

    def is_stopped(self) -> bool:
        """True once for each time."""
        return os.waitid(os.P_PID, self.process.pid, os.WSTOPPED | os.WNOHANG) is not None

    def logged(self, event: str) -> int:
        return self.log.read_text().count(event)

    def go_on(self) -> None:
        self.process.send_signal(signal.SIGCONT)


def lay(trap: Trap, spil: Spil) -> None:
    """Have each step of a post look at the trap."""
    in_hand = threading.local()
    deliver = spil.worker.handlers["post"]

    def delivering(job: Job) -> JobResult:
        in_hand.job, in_hand.method = job, None
        try:
            trap.spring(None, Step.before_rendering)
            outcome = deliver(job)
            trap.spring(in_hand.method, Step.before_noting)
        finally:
            in_hand.job = None
        return outcome

    def before_statement(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if statement.startswith("UPDATE job SET lease_until") and getattr(in_hand, "job", None):
            trap.spring(None, Step.before_asking)

    def on_audit(name: str, arguments: tuple[Any, ...]) -> None:
        if name == "http.client.send" and isinstance(arguments[1], bytes):
            method = arguments[1].partition(b" HTTP/")[0].rpartition(b"/")[2].decode(errors="replace")
            if arguments[1].startswith(b"POST /api/") and getattr(in_hand, "job", None):
                in_hand.method = method
                trap.spring(method, Step.before_sending)

    spil.worker.handlers = {**spil.worker.handlers, "post": delivering}
    event.listen(spil.engine, "before_cursor_execute", before_statement)
    sys.addaudithook(on_audit)
    _before_reading(lambda: trap.spring(getattr(in_hand, "method", ""), Step.before_answer))


def _before_reading(act: Callable[[], None]) -> None:
    begin = http.client.HTTPResponse.begin

    def beginning(response: http.client.HTTPResponse) -> None:
        act()
        begin(response)

    http.client.HTTPResponse.begin = beginning  # type: ignore[method-assign, assignment]


def main() -> None:
    settings = read_settings(None)
    set_up_logs("info", "text")
    spil = open_spil(settings, lease=LEASE)
    lay(Trap(Path(sys.argv[1])), spil)
    run(spil, entrance(spil, settings), stop_on_signals())


if __name__ == "__main__":
    main()
