"""Has a calendar read by a process of its own: that ends in time, whatever a server or a feed does, and what
it took of memory it gives back. No secret is on its command line."""

import json
import signal
import subprocess
import sys
from collections.abc import Collection
from dataclasses import asdict
from datetime import datetime
from typing import Any

import structlog

from bot.availability.reading import LIMIT, Access, Problem, ReadCalendar, Reading
from bot.core.jobs import Temporary

log = structlog.get_logger()


def open_reader(private_hosts: Collection[str]) -> ReadCalendar:
    """`private_hosts`: names whose addresses may be private, and which may be read without TLS."""

    def read(access: Access, begin: datetime, end: datetime, zone: str) -> Reading:
        window = {"begin": begin.isoformat(), "end": end.isoformat(), "zone": zone}
        asked = json.dumps({"access": asdict(access), "private_hosts": [*private_hosts], **window})
        try:
            done = subprocess.run(
                [sys.executable, "-P", "-m", "bot.adapters.calendars"],
                input=asked.encode(),
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,  # what a library says of a failure may hold the address
                timeout=LIMIT - 0.25,
                check=False,
                start_new_session=True,  # Ctrl-C is for us: what is being read may end in peace
            )
        except subprocess.TimeoutExpired:
            return Reading(problem=Problem.slow)
        if done.returncode == -signal.SIGTERM:
            raise Temporary("stopped")  # with us, as when the system stops a service
        if done.returncode:
            # Out of memory, where the system ends who takes too much.
            log.warning("calendar.reader_died", code=done.returncode)
            return Reading(problem=Problem.too_large if done.returncode < 0 else Problem.fault)
        return _reading(json.loads(done.stdout))

    return read


def _reading(said: dict[str, Any]) -> Reading:
    bug = said.pop("bug", None)
    if bug:
        log.error("calendar.bug", at=bug)
    problem, busy = said.pop("problem"), [(begin, end) for begin, end in said.pop("busy")]
    return Reading(busy, problem=Problem(problem) if problem else None, **said)
