"""Feeds that mean harm, or do it: each is said within its time and memory, and other calendars go on."""

import re
import time
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from threading import Event

from bot.adapters.calendars.reader import open_reader
from bot.availability.reading import LIMIT, Access, Problem, Reading
from tests.benchmarks.rows import Row
from tests.kit.calendar_server import Answer, Handler, answer, calendar_server, feed, sends_on_to, utc

MEGABYTE = 1024 * 1024
BEGIN = utc("2026-11-23 00:00")
END = BEGIN + timedelta(weeks=8)
HOUR = ("20261123T090000Z", "20261123T100000Z")
MANY = 40_000
PEAK = re.compile(r"VmHWM:\s+(\d+) kB")


def bench_feeds_hostile() -> Iterator[Row]:
    over = Event()
    feeds = hostile(over)
    with calendar_server() as server:
        server.answers.update({f"/{name}": each for name, (each, _said) in feeds.items()})
        server.keeps("/good", feed(HOUR))

        def read(name: str) -> tuple[Reading, float]:
            began = time.perf_counter()
            found = open_reader(["localhost"])(Access(server.address(f"/{name}")), BEGIN, END, "UTC")
            return found, time.perf_counter() - began

        with memory_watched() as least:
            read("good")
        with memory_watched() as most:
            for name, (_answer, said) in feeds.items():
                found, took = read(name)
                assert (found.problem or found.unread) == said, (name, found.problem, found.unread)
                yield row(f"{name}: {found.problem or 'told, the rest is read'}", took, LIMIT)
        with ThreadPoolExecutor() as at_once:
            slow = [at_once.submit(read, name) for name in ("hangs", "drips")]
            found, took = read("good")
            assert found.busy and not any(each.done() for each in slow)
            over.set()
        yield row("a good one beside two that hang", took, 3)
    more = max(most) - max(least)
    title = f"memory of the worst, beside {max(least)} MB of a good one"
    yield Row("feeds-hostile", title, more, 100, f"{more} MB")


def row(title: str, seconds: float, bar: float) -> Row:
    return Row("feeds-hostile", title, round(seconds, 1), bar, f"{seconds:.1f} s")


@contextmanager
def memory_watched() -> Iterator[list[int]]:
    """MB that each process that was started meanwhile held at most; filled at the end. Looked at all the
    while, since what the system tells of one that ended holds what we had ourselves when it began."""
    over, peaks, found = Event(), dict[str, int](), list[int]()

    def watch() -> None:
        while not over.wait(0.01):
            for children in Path("/proc/self/task").glob("*/children"):
                with suppress(OSError):
                    for pid in children.read_text().split():
                        if held := PEAK.search(Path(f"/proc/{pid}/status").read_text()):
                            peaks[pid] = int(held[1]) // 1024

    with ThreadPoolExecutor(1) as watching:
        watching.submit(watch)
        try:
            yield found
        finally:
            over.set()
    found += peaks.values()


def hostile(over: Event) -> dict[str, tuple[Answer, Problem | int]]:
    """By name what a server answers, and what is said of it: a problem, or the events that can't be read."""

    def hangs(_handler: Handler) -> None:
        over.wait(30)

    def drips(handler: Handler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while not over.wait(0.2):
            handler.wfile.write(b"BEGIN:VCALENDAR\r\n")

    def big(handler: Handler) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(50):
            handler.wfile.write(b"x" * MEGABYTE)

    packed = zlib.compressobj()
    bomb = b"".join(packed.compress(b"x" * MEGABYTE) for _ in range(50)) + packed.flush()
    never = feed(HOUR, more="RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30")
    million = feed(HOUR, more="RRULE:FREQ=SECONDLY;COUNT=1000000")
    daily = b"".join(
        b"BEGIN:VEVENT\r\nUID:%d\r\nDTSTART:20100101T090000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY\r\n"
        b"END:VEVENT\r\n" % at
        for at in range(MANY)
    )
    return {
        "50-MB": (big, Problem.too_large),
        "50-MB-packed": (answer(200, bomb, Content_Encoding="deflate"), Problem.too_large),
        "never": (answer(200, never), 1),
        "million": (answer(200, million), 1),
        "many": (answer(200, b"BEGIN:VCALENDAR\r\n" + daily + b"END:VCALENDAR\r\n"), Problem.slow),
        "redirect": (sends_on_to("https://169.254.169.254/latest"), Problem.private),
        "hangs": (hangs, Problem.slow),
        "drips": (drips, Problem.slow),
    }
