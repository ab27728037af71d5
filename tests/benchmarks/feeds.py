"""A year of 1,000 recurring events becomes busy times; beside the libraries that parse and expand them."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from time import process_time

import icalendar
import recurring_ical_events

from bot.calendars.busy import merged, read_busy
from tests.benchmarks.rows import Row

BEGIN, END = datetime(2026, 1, 5, tzinfo=UTC), datetime(2026, 3, 2, tzinfo=UTC)
EVENTS = 1_000
ZONES = ("Europe/Amsterdam", "America/New_York", "Asia/Kolkata")
RULES = ("FREQ=WEEKLY;BYDAY=MO,WE", "FREQ=WEEKLY", "FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY;BYDAY=TU,TH,FR")


def bench_feeds() -> Iterator[Row]:
    data = a_feed()
    began = process_time()
    ours = read_busy(data, BEGIN, END, "UTC")
    took = process_time() - began
    began = process_time()
    found = recurring_ical_events.of(icalendar.Calendar.from_ical(data)).between(BEGIN, END)
    beside = process_time() - began
    theirs = merged([(each["DTSTART"].dt, each["DTEND"].dt) for each in found], BEGIN, END)
    assert ours.unread == 0
    differing = len({*ours.spans} ^ {(start.astimezone(UTC), end.astimezone(UTC)) for start, end in theirs})
    ratio = round(took / beside, 2)
    title = (
        f"{EVENTS:,} series, {len(found):,} instances in 8 weeks, beside icalendar and recurring-ical-events"
    )
    yield Row("feeds", title, ratio, 1.2, f"{ratio} × ({took * 1000:.0f} ms)")
    yield Row("feeds", "busy times that they read otherwise", differing, 0, f"{differing}")


def a_feed() -> bytes:
    """Meetings of an hour or less, in three zones."""
    dice = random.Random(EVENTS)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//made//for measuring//"]
    for at in range(EVENTS):
        start = datetime(2025, 1, 1, dice.randint(7, 20), dice.choice((0, 15, 30))) + timedelta(
            days=dice.randrange(300)
        )
        zone, end = dice.choice(ZONES), start + timedelta(minutes=dice.choice((15, 30, 60)))
        lines += [
            "BEGIN:VEVENT",
            f"UID:{at}",
            "DTSTAMP:20250101T000000Z",
            f"DTSTART;TZID={zone}:{start:%Y%m%dT%H%M%S}",
            f"DTEND;TZID={zone}:{end:%Y%m%dT%H%M%S}",
            f"RRULE:{dice.choice(RULES)}",
            "END:VEVENT",
        ]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()
