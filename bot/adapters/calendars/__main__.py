"""Reads one calendar: what is asked on standard input, the answer on standard output. Run by `reader.py`."""

import json
import sys
import time
import traceback
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bot.adapters.calendars.accounts import events
from bot.adapters.calendars.feeds import Unreadable, fetch, problem_of
from bot.adapters.calendars.guard import only_public
from bot.adapters.calendars.patience import Patience, alarm
from bot.availability.reading import LIMIT, Access, Problem, Reading
from bot.calendars.busy import Span, merged, read_busy
from bot.calendars.feed import UnreadableCalendar

PATIENCE = LIMIT - 1.5
"""Seconds; the rest is for what starting and ending take."""
MEMORY = 96 * 1024 * 1024
"""Bytes that reading may take beside the program itself."""
SAID = {"empty": Problem.empty, "too large": Problem.too_large}


def main() -> None:
    asked = json.load(sys.stdin)
    only_public(asked["private_hosts"])
    print(json.dumps(answer(asked)))


def answer(asked: dict[str, Any]) -> dict[str, Any]:
    begin, end = (datetime.fromisoformat(asked[name]) for name in ("begin", "end"))
    try:
        reading = _read(Access(**asked["access"]), begin, end, asked["zone"], asked["private_hosts"])
    except Exception as error:  # noqa: BLE001 - the process's boundary: what went wrong is its answer
        problem = problem_of(error)
        frame = traceback.extract_tb(error.__traceback__)[-1]
        bug = None if problem else f"{type(error).__name__} {Path(frame.filename).name}:{frame.lineno}"
        return {**asdict(Reading(problem=problem or Problem.fault)), "bug": bug}
    return asdict(reading)


def _read(access: Access, begin: datetime, end: datetime, zone: str, hosts: Collection[str]) -> Reading:
    began, found = time.monotonic(), Reading()
    data: Iterable[bytes]
    with alarm(PATIENCE, TimeoutError):
        if access.user:
            data = [*_account(access, begin, end, hosts)]
        else:
            _take_no_more_than(MEMORY)
            feed, etag, modified = fetch(access, hosts)
            if feed is None:
                return Reading(unchanged=True, etag=etag, modified=modified)
            data, found = [feed], Reading(etag=etag, modified=modified)
    patience, spans, unread = Patience(PATIENCE - (time.monotonic() - began)), list[Span](), 0
    for each in data:
        try:
            busy = read_busy(each, begin, end, zone, patience)
        except UnreadableCalendar as unreadable:
            raise Unreadable(SAID.get(str(unreadable), Problem.not_a_calendar)) from None
        if busy.truncated:
            raise Unreadable(Problem.cut_off)
        spans += busy.spans
        unread += busy.unread
    seconds = [(int(start.timestamp()), int(end.timestamp())) for start, end in merged(spans, begin, end)]
    return replace(found, busy=seconds, unread=unread)


def _account(access: Access, begin: datetime, end: datetime, hosts: Collection[str]) -> Iterable[bytes]:
    parts = urlsplit(access.address)
    plain = parts.scheme == "http" and parts.hostname in hosts
    if parts.scheme != "https" and not plain:
        raise Unreadable(Problem.not_https)
    import caldav.davclient  # noqa: F401 - before the limit, which is for what is read

    _take_no_more_than(MEMORY)
    return events(access, begin, end, plain=plain)


def _take_no_more_than(memory: int) -> None:
    """From now on; on systems that keep such a limit."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        now = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (now + memory, resource.RLIM_INFINITY))


if __name__ == "__main__":
    main()
