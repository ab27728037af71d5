"""The two nights on which the clock changes: what is planned stays at its time on the wall, once."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.sandbox import Message
from tests.kit.clock import AMSTERDAM
from tests.kit.office import Office, open_office
from tests.kit.story import mornings, type_in

LONDON = ZoneInfo("Europe/London")
EVERY_DAY = [0, 1, 2, 3, 4, 5, 6]
NIGHTS = {
    "forward in March": datetime(2027, 3, 26, 12, tzinfo=AMSTERDAM),
    "back in October": datetime(2027, 10, 29, 12, tzinfo=AMSTERDAM),
}
"""Each begins on the Friday before."""


@pytest.fixture(params=list(NIGHTS.values()), ids=list(NIGHTS))
def office(request: pytest.FixtureRequest, sqlite_url: str) -> Iterator[Office]:
    """Of people who also work at the weekend."""
    with open_office(sqlite_url, now=request.param) as opened:
        opened.project("atlas", working_days=EVERY_DAY)
        for who in ("tom", "sanne"):
            opened.prefers(who, working_days=EVERY_DAY, country="")
        yield opened


def live_until_monday_noon(office: Office) -> None:
    for _ in range(73):
        office.advance(hours=1)


def on_the_wall(messages: list[Message], zone: ZoneInfo) -> list[str]:
    times = [datetime.fromtimestamp(float(message.ts), UTC).astimezone(zone) for message in messages]
    return [f"{time:%a %H:%M}" for time in times]


def test_mornings_are_at_nine_on_each_day_on_ones_own_clock(office: Office) -> None:
    for who, what in (("tom", "write the plan"), ("sanne", "book a room")):
        type_in(office, "sanne", f"/action @{who} {what} today")
    live_until_monday_noon(office)
    for who, zone in (("tom", LONDON), ("sanne", AMSTERDAM)):
        assert on_the_wall(mornings(office, who), zone) == ["Sat 09:00", "Sun 09:00", "Mon 09:00"]


def test_a_meeting_is_announced_ten_minutes_before_its_time_on_the_wall(office: Office) -> None:
    type_in(office, "sanne", "/meeting Sprint review with @tom monday 10:00 30m")
    office.settle()
    before = len(office.person("tom").dm())
    start = datetime.fromtimestamp(float(office.slack.ws.next_ts()), AMSTERDAM)
    monday = (start + timedelta(days=3)).replace(hour=9, minute=49, second=0, microsecond=0)
    office.set_clock(monday)
    assert len(office.person("tom").dm()) == before
    office.advance(minutes=1)
    assert len(office.person("tom").dm()) == before + 1
    office.advance(minutes=5)
    assert len(office.person("tom").dm()) == before + 1
