"""The demo opens on a working morning, on whatever day it is tried."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.sandbox import LocalSlack, seat_the_cast
from bot.sandbox.demo_data import DEMO_OPENING, WEEKS_BEFORE, ZONE, seat_the_demo, working_morning
from tests.kit.bolt_app import manifest

DAYS = [datetime(2026, 11, 23, tzinfo=UTC) + timedelta(days=number) for number in range(900)]
AT = [timedelta(0), timedelta(hours=9, minutes=29), timedelta(hours=9, minutes=31), timedelta(hours=23.99)]


@pytest.mark.parametrize("offset", AT, ids=str)
def test_it_opens_on_a_monday_at_half_past_nine_that_is_not_past(offset: timedelta) -> None:
    for now in (day + offset for day in DAYS):
        opening = working_morning(now).astimezone(ZONE)
        assert (opening.weekday(), f"{opening:%H:%M}") == (0, "09:30")
        assert opening >= now


def test_nobody_has_a_holiday_in_the_week_that_it_opens_with() -> None:
    easter, new_year = datetime(2027, 3, 28, 1, tzinfo=UTC), datetime(2027, 12, 31, 12, tzinfo=UTC)
    assert working_morning(easter).date() == date(2027, 4, 5)
    assert working_morning(new_year).date() > date(2028, 1, 3)


@pytest.mark.parametrize("zone", [ZONE, ZoneInfo("Europe/Amsterdam")], ids=str)
def test_the_demo_opens_just_before_nine_with_two_weeks_before_it_that_are_not_past(zone: ZoneInfo) -> None:
    for now in DAYS:
        opening = working_morning(now, zone, DEMO_OPENING, WEEKS_BEFORE)
        here = opening.astimezone(zone)
        assert (here.weekday(), f"{here:%H:%M}") == (0, "08:55")
        assert opening - timedelta(weeks=WEEKS_BEFORE) >= now


@pytest.mark.parametrize("zone", ["Pacific/Honolulu", "Pacific/Kiritimati"])
def test_the_zone_of_the_machine_has_no_say(zone: str) -> None:
    now = datetime(2026, 11, 28, 12, tzinfo=UTC)
    assert working_morning(now.astimezone(ZoneInfo(zone))) == working_morning(now)


def test_a_clock_that_runs_is_set_once_and_goes_on_when_the_demo_is_opened_again(tmp_path: Path) -> None:
    with LocalSlack(keep=tmp_path / "slack.db") as slack:
        slack.install(manifest())
        assert seat_the_cast(slack)
        opened = slack.clock.now()
        assert opened.astimezone(ZONE).weekday() == 0
        slack.advance(timedelta(days=1))
    with LocalSlack(keep=tmp_path / "slack.db") as slack:
        assert not seat_the_cast(slack)
        assert timedelta(days=1) <= slack.clock.now() - opened < timedelta(days=1, minutes=10)


def test_a_clock_that_stands_still_is_left_where_it_stands() -> None:
    saturday = datetime(2026, 11, 28, 23, 58, tzinfo=UTC)
    with LocalSlack(now=saturday) as slack:
        slack.install(manifest())
        seat_the_cast(slack)
        assert slack.clock.now() == saturday


def test_the_demo_has_people_by_their_first_names_and_a_sponsor_in_each_project() -> None:
    with LocalSlack(now=datetime(2026, 11, 28, 12, tzinfo=UTC)) as slack:
        slack.install(manifest())
        assert seat_the_demo(slack, ZONE) and not seat_the_demo(slack, ZONE)
        assert slack.ws.name_of(slack.user_id("priya")) == "Priya"
        assert slack.channel("atlas").has(slack.user_id("helen"))
        assert slack.channel("molen").has(slack.user_id("maarten"))
        assert slack.clock.now().astimezone(ZONE) == datetime(2026, 11, 30, 8, 55, tzinfo=ZONE)
