"""Our calendar files through parsers that are not ours, and into a calendar server and back."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from hypothesis import HealthCheck, Phase, given, settings

from bot.adapters.calendar_file import invitation, subscription
from bot.core.calendar_event import CalendarEvent
from tests.benchmarks.rows import Row
from tests.kit import invited
from tests.kit.clock import MONDAY

ZONES = ("Europe/Amsterdam", "America/New_York", "Asia/Kolkata")
MEETINGS, STORED, SUBSCRIBED = 1_000, 100, 500


def bench_invitations() -> Iterator[Row]:
    events = random_meetings(MEETINGS)
    files = [invitation(each, MONDAY) for each in events]
    for name, read in (("icalendar", invited.by_icalendar), ("vobject", invited.by_vobject)):
        wrong = sum(read(file) != invited.told(each) for file, each in zip(files, events, strict=True))
        title = f"of {len(files):,} invitations near clock changes, read otherwise by {name}"
        yield Row("invitations", title, wrong, 0, f"{wrong}")
    with TemporaryDirectory() as folder, invited.a_calendar_server(Path(folder)) as calendar:
        some = list(zip(files, events, strict=True))[:STORED]
        wrong = sum(invited.by_radicale(calendar, file) != invited.told(each) for file, each in some)
    yield Row("invitations", f"of {STORED} put into Radicale, read back otherwise", wrong, 0, f"{wrong}")
    zones = [replace(each, zone=ZONES[at % len(ZONES)]) for at, each in enumerate(events[:SUBSCRIBED])]
    began = process_time()
    subscription(zones, "Spil", MONDAY)
    took = process_time() - began
    title = f"a subscription of {SUBSCRIBED} meetings, seconds"
    yield Row("invitations", title, round(took, 2), 1, f"{took * 1000:.0f} ms")


def random_meetings(count: int) -> list[CalendarEvent]:
    found: list[CalendarEvent] = []

    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        derandomize=True,
    )
    @given(invited.meetings())
    def gather(event: CalendarEvent) -> None:
        found.append(replace(event, uid=f"{len(found)}@spil"))

    gather()
    return found[:count]
