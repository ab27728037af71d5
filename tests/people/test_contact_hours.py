"""When somebody may be asked something."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.calendar import COUNTRIES, PublicHolidays, local
from bot.people.contact_hours import ContactHours
from bot.people.preferences import (
    CAN_BE_OFF,
    Absence,
    Preferences,
    Profile,
    Rule,
    last_day_away,
    merged,
    switched,
    with_profile,
)

AMSTERDAM, LONDON = "Europe/Amsterdam", "Europe/London"


def away(first: date, last: date, **more: Any) -> Absence:
    return Absence(team="T1", user="U1", first=first, last=last, **more)


def contact_hours(zone: str = AMSTERDAM, absences: tuple[Absence, ...] = (), **wishes: Any) -> ContactHours:
    preferences = Preferences(team="T1", user="U1", **wishes)
    return ContactHours(preferences, PublicHolidays("NL"), absences, zone)


def utc(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2027, month, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("after", "moment"),
    [
        (utc(1, 4, 12), utc(1, 4, 12)),
        (utc(1, 4, 6), utc(1, 4, 7)),
        (utc(1, 4, 17), utc(1, 5, 7)),
        (utc(1, 8, 20), utc(1, 11, 7)),
        # Good Friday, the clock change on Easter Sunday, Easter Monday.
        (utc(3, 25, 20), utc(3, 30, 6)),
    ],
)
def test_the_next_moment_is_in_their_hours_on_a_working_day(after: datetime, moment: datetime) -> None:
    assert contact_hours().next_moment(after) == moment


def test_their_mornings_stay_nine_on_their_clock_and_pass_over_days_off() -> None:
    hours = contact_hours(working_days=[0, 1, 3], absences=(away(date(2027, 4, 1), date(2027, 4, 5)),))
    mornings = [utc(3, 22, 8)]
    for _ in range(4):
        mornings.append(hours.next_bundle(mornings[-1]))
    assert mornings[1:] == [utc(3, 23, 8), utc(3, 25, 8), utc(3, 30, 7), utc(4, 6, 7)]


def test_a_morning_in_quiet_hours_waits_for_their_end() -> None:
    assert contact_hours(morning=time(6)).next_bundle(utc(1, 4, 4)) == utc(1, 4, 7)


def test_a_morning_that_the_clock_change_skips_is_left_out_where_it_would_come_in_quiet_hours() -> None:
    wishes: dict[str, Any] = {"morning": time(2, 30), "quiet_from": time(3), "quiet_until": time(2)}
    hours = contact_hours(working_days=[6, 0], **wishes)
    assert hours.bundle_of(date(2027, 3, 28)) is None
    assert hours.bundle_of(date(2027, 3, 21)) == utc(3, 21, 1, 30)


def test_quiet_hours_go_over_midnight_or_within_a_day_or_are_none() -> None:
    night = Preferences(team="T1", user="U1")
    noon = night.model_copy(update={"quiet_from": time(12), "quiet_until": time(13)})
    none = night.model_copy(update={"quiet_from": time(12), "quiet_until": time(12)})
    hours = [time(0), time(7, 59), time(8), time(12, 30), time(13), time(18)]
    assert [night.awake(hour) for hour in hours] == [False, False, True, True, True, False]
    assert [noon.awake(hour) for hour in hours] == [True, True, True, False, True, True]
    assert all(none.awake(hour) for hour in hours)


def test_their_evening_ends_with_their_hours_or_with_the_day() -> None:
    assert contact_hours().evening(utc(1, 4, 12)) == utc(1, 4, 17)
    assert contact_hours(quiet_from=time(12), quiet_until=time(13)).evening(utc(1, 4, 14)) == utc(1, 4, 23)


def test_away_goes_on_over_absences_without_a_day_between() -> None:
    first = away(date(2026, 12, 22), date(2026, 12, 24))
    second = away(date(2026, 12, 25), date(2027, 1, 2))
    later = away(date(2027, 1, 4), date(2027, 1, 5))
    caller = (later, second, first)
    assert last_day_away(caller, date(2026, 12, 23)) == date(2027, 1, 2)
    assert last_day_away(caller, date(2027, 1, 3)) is None
    assert last_day_away(caller, date(2027, 1, 4)) == date(2027, 1, 5)


@pytest.mark.parametrize(
    ("known", "kept"),
    [
        ((date(2027, 1, 1), date(2027, 1, 31)), (date(2027, 1, 10), date(2027, 1, 20))),
        ((date(2027, 1, 12), date(2027, 1, 14)), (date(2027, 1, 10), date(2027, 1, 20))),
        ((date(2027, 1, 5), date(2027, 1, 12)), (date(2027, 1, 5), date(2027, 1, 20))),
        ((date(2027, 1, 20), date(2027, 1, 25)), (date(2027, 1, 10), date(2027, 1, 25))),
    ],
)
def test_a_new_absence_corrects_one_that_it_holds_and_is_added_to_one_that_it_overlaps(
    known: tuple[date, date], kept: tuple[date, date]
) -> None:
    before = away(*known, id=1)
    absence, replaced = merged(away(date(2027, 1, 10), date(2027, 1, 20)), [before])
    assert ((absence.first, absence.last), replaced) == (kept, [before])


def test_an_absence_elsewhere_stays_as_it_is() -> None:
    other = away(date(2027, 2, 1), date(2027, 2, 2), id=1)
    assert merged(away(date(2027, 1, 10), date(2027, 1, 20)), [other])[1] == []


def test_rules_go_off_and_on_and_a_profile_wakes_what_was_silent() -> None:
    standard = Preferences(team="T1", user="U1")
    silent = switched(standard, Rule, on=False)
    assert [rule for rule in Rule if not silent.wants(rule)] == list(CAN_BE_OFF)
    assert with_profile(silent, Profile.light).off == []
    one = switched(standard, (Rule.notes_wanted, Rule.bundle), on=False)
    assert with_profile(one, Profile.active).off == ["notes_wanted"]
    assert switched(one, (Rule.bundle,), on=True).off == ["notes_wanted"]


def test_without_a_working_day_nobody_can_be() -> None:
    with pytest.raises(ValueError, match="working days"):
        Preferences(team="T1", user="U1", working_days=[])


ZONES = (AMSTERDAM, LONDON, "Asia/Kolkata", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "UTC")
TIMES = st.times().map(lambda at: at.replace(second=0, microsecond=0))
DAYS = st.dates(date(2026, 10, 1), date(2027, 12, 31))
ABSENCES = st.lists(
    st.builds(lambda day, length: away(day, day + timedelta(length)), DAYS, st.integers(0, 30))
)
RHYTHMS = st.builds(
    ContactHours,
    st.builds(
        Preferences,
        team=st.just("T1"),
        user=st.just("U1"),
        working_days=st.sets(st.integers(0, 6), min_size=1).map(sorted),
        morning=TIMES,
        quiet_from=TIMES,
        quiet_until=TIMES,
        off=st.just([]),
    ),
    st.sampled_from([*COUNTRIES[:5], "NL", ""]).map(PublicHolidays),
    ABSENCES,
    st.sampled_from(ZONES),
)
MOMENTS = st.datetimes(datetime(2026, 10, 1), datetime(2027, 12, 31), timezones=st.just(UTC))


@settings(max_examples=300, deadline=None)
@given(RHYTHMS, MOMENTS)
def test_whatever_they_wish_the_next_moment_is_in_their_hours_and_the_bundle_once_a_day(
    hours: ContactHours, after: datetime
) -> None:
    moment = hours.next_moment(after)
    here = local(moment, hours.zone)
    assert moment >= after and hours.works(here.date()) and hours.preferences.awake(here.time())
    assert hours.next_moment(moment) == moment
    days, bundle = [], after
    for _ in range(6):
        earlier, bundle = bundle, hours.next_bundle(bundle)
        assert bundle > earlier and hours.inside(bundle) and hours.evening(bundle) > bundle
        days.append(local(bundle, hours.zone).date())
    assert days == sorted(set(days))
