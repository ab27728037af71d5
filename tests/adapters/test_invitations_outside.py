"""What other programs read of our files: the same instants, whatever the zone, the day and the words."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from bot.adapters.calendar_file import invitation, subscription
from bot.core.calendar_event import CalendarEvent
from tests.adapters.test_calendar_file import NOW
from tests.kit import invited

some = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def calendar() -> Iterator[Any]:
    with TemporaryDirectory() as folder, invited.a_calendar_server(Path(folder)) as opened:
        yield opened


@given(invited.meetings())
@some
def test_two_parsers_read_the_instants_of_any_meeting(event: CalendarEvent) -> None:
    file = invitation(event, NOW)
    assert invited.by_icalendar(file) == invited.by_vobject(file) == invited.told(event)


@given(invited.meetings(), invited.meetings())
@some
def test_they_read_both_of_two_meetings_in_a_subscription(one: CalendarEvent, other: CalendarEvent) -> None:
    file = subscription([one, other], "Spil", NOW)
    expected = {**invited.told(one), **invited.told(other)}
    assert invited.by_icalendar(file) == invited.by_vobject(file) == expected


@given(event=invited.meetings())
@settings(some, max_examples=10)
def test_a_calendar_server_keeps_the_instants(calendar: Any, event: CalendarEvent) -> None:
    assert invited.by_radicale(calendar, invitation(event, NOW)) == invited.told(event)
