"""What repeats, at the end of a line or as a phrase."""

from datetime import date

import pytest

from bot.core.language import Language
from bot.dates.due import Due, Terms, split_terms
from bot.dates.reader import Unreadable
from bot.dates.rrule import Recurrence, next_day, passed_over, read_recurrence
from tests.measure_dates import NOW, ZONE

EN, NL = [Language.en], [Language.nl]
FIRST_MONDAY = Recurrence("FREQ=MONTHLY;BYDAY=1MO", date(2026, 12, 7))


@pytest.mark.parametrize(
    ("languages", "text"),
    [
        (EN, "send the figures every first Monday"),
        (NL, "send the figures elke eerste maandag"),
        (NL + EN, "send the figures every first Monday of the month"),
        (EN, "send the figures every first Monday at 10:00"),
    ],
)
def test_what_repeats_is_taken_off_the_text(languages: list[Language], text: str) -> None:
    found = split_terms(text, NOW, ZONE, languages)
    assert found == Terms(Due("send the figures", FIRST_MONDAY.first), repeats=FIRST_MONDAY.rrule)


@pytest.mark.parametrize("text", ["send the figures by Friday", "send every member the figures", ""])
def test_a_text_without_it_stays_as_it_is(text: str) -> None:
    assert split_terms(text, NOW, ZONE, EN).repeats is None


def test_two_meanings_are_asked() -> None:
    found = split_terms("send the figures every second Tuesday", NOW, ZONE, EN)
    rules = [each.rrule for each in found.repetitions]
    assert (found.due.text, found.repeats) == ("send the figures", None)
    assert rules == ["FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "FREQ=MONTHLY;BYDAY=2TU"]


def test_no_month_has_an_eighth_sunday() -> None:
    with pytest.raises(Unreadable):
        read_recurrence("second and eighth Sunday of the month", NOW, ZONE, EN)


def test_a_phrase_alone_is_read_or_refused() -> None:
    assert read_recurrence("elke eerste maandag", NOW, ZONE, [Language.en, Language.nl]) == FIRST_MONDAY
    with pytest.raises(Unreadable):
        read_recurrence("Friday", NOW, ZONE, EN)


def test_an_end_is_a_day_without_a_time() -> None:
    until = read_recurrence("daily at 17:00 until 4 December", NOW, ZONE, EN)
    assert until == Recurrence("FREQ=DAILY;UNTIL=20261204", date(2026, 11, 23))


def test_the_days_follow_each_other_until_the_end() -> None:
    assert next_day(FIRST_MONDAY, date(2026, 12, 7)) == date(2027, 1, 4)
    assert next_day(FIRST_MONDAY, date(2020, 1, 1)) == date(2026, 12, 7)
    ending = Recurrence("FREQ=WEEKLY;BYDAY=TU;UNTIL=20261201", date(2026, 11, 24))
    assert next_day(ending, date(2026, 11, 24)) == date(2026, 12, 1)
    assert next_day(ending, date(2026, 12, 1)) is None


def test_every_other_week_keeps_its_step() -> None:
    every_other = Recurrence("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", date(2026, 11, 24))
    assert next_day(every_other, date(2026, 11, 30)) == date(2026, 12, 8)


@pytest.mark.parametrize("rule", ["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO"])
def test_after_a_generation_it_has_ended_and_nobody_waits_for_the_year_9999(rule: str) -> None:
    daily = Recurrence(rule, date(2026, 11, 23))
    assert next_day(daily, date(2046, 11, 23)) is not None
    assert next_day(daily, date(9999, 12, 31)) is None
    assert next_day(Recurrence(rule, date(9999, 12, 31)), date(9999, 12, 31)) is None


@pytest.mark.parametrize(
    ("rule", "first", "without"),
    [
        ("FREQ=MONTHLY;BYMONTHDAY=31", None, 31),
        ("FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=29", date(2026, 11, 29), 29),
        ("FREQ=MONTHLY", date(2026, 12, 31), 31),
        ("FREQ=MONTHLY", date(2026, 12, 28), None),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", date(2026, 12, 31), None),
        ("FREQ=MONTHLY;BYDAY=1MO", date(2026, 12, 31), None),
        ("FREQ=WEEKLY", date(2026, 12, 31), None),
    ],
)
def test_the_day_that_short_months_do_not_have_is_known(
    rule: str, first: date | None, without: int | None
) -> None:
    assert passed_over(rule, first) == without
