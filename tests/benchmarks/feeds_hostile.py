"""Feeds that mean harm, or do it: each is said within its time and memory, and other calendars go on."""

import resource
import time
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Event

from bot.adapters.calendars.reader import open_reader
from bot.availability.reading import Access, Problem, Reading
from tests.benchmarks.rows import Row
from tests.kit.calendar_server import Answer, Handler, answer, calendar_server, feed, sends_on_to, utc

MEGABYTE = 1024 * 1024
BEGIN = utc("2026-11-23 00:00")
END = BEGIN + timedelta(weeks=8)
HOUR = ("20261123T090000Z", "20261123T100000Z")
MANY = 40_000


def bench_feeds_hostile() -> Iterator[Row]:
    over = Event()
    feeds = hostile(over)
    with calendar_server() as server:
        server.answers.update({f"/{name.replace(' ', '%20')}": each for name, (each, _said) in feeds.items()})
        server.keeps("/good", feed(HOUR))
        read = open_reader(["localhost"])

        def timed(name: str) -> tuple[Reading, float]:
            began = time.perf_counter()
            return read(Access(server.address(f"/{name}")), BEGIN, END, "UTC"), time.perf_counter() - began

        timed("good")
        least = _most_memory()
        for name, (_answer, said) in feeds.items():
            found, took = timed(name.replace(" ", "%20"))
            assert (found.problem or found.unread) == said, (name, found.problem, found.unread)
            yield Row(
                "feeds-hostile",
                f"{name}: {found.problem or 'said, the rest is read'}",
                took,
                10.5,
                f"{took:.1f} s",
            )
        with ThreadPoolExecutor() as at_once:
            slow = [at_once.submit(timed, name) for name in ("hangs", "drips", "never")]
            found, took = timed("good")
            assert found.busy and not any(each.done() for each in slow[:2])
            over.set()
        yield Row("feeds-hostile", "a good one beside them", took, 3, f"{took:.1f} s")
    more = _most_memory() - least
    yield Row("feeds-hostile", "memory that the worst took beside a good one's", more, 100, f"{more} MB")


def _most_memory() -> int:
    """Of all that were read until now, in MB."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024


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
        "50 MB": (big, Problem.too_large),
        "50 MB that is packed": (answer(200, bomb, Content_Encoding="deflate"), Problem.too_large),
        "never": (answer(200, never), 1),
        "million": (answer(200, million), 1),
        "many": (answer(200, b"BEGIN:VCALENDAR\r\n" + daily + b"END:VCALENDAR\r\n"), Problem.slow),
        "redirect": (sends_on_to("https://169.254.169.254/latest"), Problem.private),
        "hangs": (hangs, Problem.slow),
        "drips": (drips, Problem.slow),
    }
