"""A meeting typed in one line: what is its title, and when it is."""

from datetime import date, time

import pytest

from bot.core.language import Language
from bot.dates.reader import Ambiguous, Unreadable
from bot.meetings.errors import NoDay, NoTime
from bot.meetings.lines import Reader
from tests.kit.clock import FRIDAY, MONDAY

ENGLISH = Reader(MONDAY, "Europe/Amsterdam", [Language.en, Language.nl])
DUTCH = Reader(MONDAY, "Europe/Amsterdam", [Language.nl, Language.en])


@pytest.mark.parametrize(
    ("line", "title", "day", "at", "minutes"),
    [
        ("Sprint review friday 14:00 45m", "Sprint review", FRIDAY, time(14), 45),
        ("Sprint review friday 14:00-15:30", "Sprint review", FRIDAY, time(14), 90),
        ("Sprintreview vrijdag 14u 45 minuten", "Sprintreview", FRIDAY, time(14), 45),
        ("Sprint 12 friday 14:00", "Sprint 12", FRIDAY, time(14), None),
        ("Sprint review 14:00", "Sprint review", date(2026, 11, 23), time(14), None),
        ("Retro 2026-11-20 14:00", "Retro", date(2026, 11, 20), time(14), None),
        ("friday 14:00", "", FRIDAY, time(14), None),
        ("Sprint review friday 16:00 in room 4.12", "Sprint review in room 4.12", FRIDAY, time(16), None),
        ("Sprint review friday 14:00 room 12", "Sprint review room 12", FRIDAY, time(14), None),
        ("Sprintreview vrijdag 16:00 zaal 10.15", "Sprintreview zaal 10.15", FRIDAY, time(16), None),
        ("Friday 14:00 45m sprint review", "sprint review", FRIDAY, time(14), 45),
    ],
)
@pytest.mark.parametrize("reader", [ENGLISH, DUTCH])
def test_either_language_is_read_whatever_ones_own(
    reader: Reader, line: str, title: str, day: date, at: time, minutes: int | None
) -> None:
    found, moment = reader.line(line)
    assert (found, moment.day, moment.at, moment.minutes) == (title, day, at, minutes)
    assert moment.unclear == {}


@pytest.mark.parametrize(
    ("line", "title", "unclear"),
    [
        ("Sprint review", "Sprint review", {"day": NoDay, "at": NoTime}),
        ("Top 10 risks", "Top 10 risks", {"day": NoDay, "at": NoTime}),
        ("Retro in room 10.15", "Retro in room 10.15", {"day": NoDay, "at": NoTime}),
        ("Retro friday 20 november 14:00", "Retro", {"day": Ambiguous}),
        ("", "", {"day": NoDay, "at": NoTime}),
        ("Budget friday", "Budget", {"at": NoTime}),
        ("Plan by friday 14:00", "Plan", {"at": NoTime}),
        ("Kick-off 4/5 14:00", "Kick-off", {"day": Ambiguous}),
        ("Standup monday 9:00", "Standup", {"day": Ambiguous}),
    ],
)
def test_what_is_missing_or_doubtful_is_told_by_field(
    line: str, title: str, unclear: dict[str, type]
) -> None:
    found, moment = ENGLISH.line(line)
    assert found == title
    assert {field: type(reason) for field, reason in moment.unclear.items()} == unclear


@pytest.mark.parametrize(
    ("reader", "line", "rule", "at", "minutes"),
    [
        (ENGLISH, "Standup every monday 9:30 15m", "FREQ=WEEKLY;BYDAY=MO", time(9, 30), 15),
        (
            ENGLISH,
            "Standup every monday 9:30 15m until 1 march",
            "FREQ=WEEKLY;BYDAY=MO;UNTIL=20270301",
            time(9, 30),
            15,
        ),
        (ENGLISH, "Standup every monday 9:30 15m 6 times", "FREQ=WEEKLY;BYDAY=MO;COUNT=6", time(9, 30), 15),
        (ENGLISH, "Standup every working day 9:30", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", time(9, 30), None),
        (DUTCH, "Standup elke maandag 9:30 15m 6 keer", "FREQ=WEEKLY;BYDAY=MO;COUNT=6", time(9, 30), 15),
        (DUTCH, "Standup om de twee weken maandag 10:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", time(10), None),
        (DUTCH, "Standup elke 2e dinsdag van de maand 10u", "FREQ=MONTHLY;BYDAY=2TU", time(10), None),
    ],
)
def test_a_rule_makes_it_a_series(
    reader: Reader, line: str, rule: str, at: time, minutes: int | None
) -> None:
    title, moment = reader.line(line)
    assert (title, moment.repeats, moment.at, moment.minutes) == ("Standup", rule, at, minutes)
    assert moment.unclear == {}


def test_day_and_month_are_no_riddle_to_who_speaks_dutch() -> None:
    assert DUTCH.line("Kick-off 4/5 14:00")[1].day == date(2027, 5, 4)


@pytest.mark.parametrize(
    ("phrase", "day", "at", "minutes"),
    [
        ("15:00", date(2026, 12, 3), time(15), None),
        ("15:00 45m", date(2026, 12, 3), time(15), 45),
        ("15u", date(2026, 12, 3), time(15), None),
        ("friday 15:00", FRIDAY, time(15), None),
        ("friday", FRIDAY, None, None),
    ],
)
def test_a_time_alone_is_on_the_day_that_was_planned(
    phrase: str, day: date, at: time | None, minutes: int | None
) -> None:
    moment = ENGLISH.phrase(phrase, date(2026, 12, 3))
    assert (moment.day, moment.at, moment.minutes) == (day, at, minutes)


def test_a_phrase_that_is_no_moment_is_refused() -> None:
    with pytest.raises(Unreadable):
        ENGLISH.phrase("banana", FRIDAY)
    assert isinstance(ENGLISH.phrase("4/5 14:00", FRIDAY).unclear["day"], Ambiguous)


@pytest.mark.parametrize(
    ("line", "title", "day", "until", "minutes"),
    [
        ("Retro next week 45m", "Retro", date(2026, 11, 30), date(2026, 12, 4), 45),
        ("Retro volgende week 30 minuten", "Retro", date(2026, 11, 30), date(2026, 12, 4), 30),
        ("Retro next week at Room 2 45m", "Retro at Room 2", date(2026, 11, 30), date(2026, 12, 4), 45),
        ("Retro before 15 Dec", "Retro", None, date(2026, 12, 14), None),
        ("Retro voor 15 dec 1,5 uur", "Retro", None, date(2026, 12, 14), 90),
        ("Retro within 2 weeks", "Retro", None, date(2026, 12, 7), None),
        ("Retro in december at HQ 2 hours", "Retro at HQ", date(2026, 12, 1), date(2026, 12, 31), 120),
        ("Retro between 7 and 11 Dec", "Retro", date(2026, 12, 7), date(2026, 12, 11), None),
        ("Retro van 7 tot 11 dec 1h", "Retro", date(2026, 12, 7), date(2026, 12, 11), 60),
        ("Retro week 50", "Retro", date(2026, 12, 7), date(2026, 12, 11), None),
        ("Retro asap 45m", "Retro", date(2026, 11, 23), date(2026, 12, 7), 45),
        ("Retro, zo snel mogelijk", "Retro", date(2026, 11, 23), date(2026, 12, 7), None),
        ("Heidag volgende week 9 uur", "Heidag", date(2026, 11, 30), date(2026, 12, 4), 540),
        ("Retro voor 18 dec 3 uur", "Retro", None, date(2026, 12, 17), 180),
        ("Retro friday 2h", "Retro", FRIDAY, None, 120),
        ("Retro friday 30m at Room 2", "Retro at Room 2", FRIDAY, None, 30),
        ("Walk friday 30m in Zaal 2", "Walk in Zaal 2", FRIDAY, None, 30),
        ("Retro vrijdag zaal B12", "Retro zaal B12", FRIDAY, None, None),
    ],
)
@pytest.mark.parametrize("reader", [ENGLISH, DUTCH])
def test_days_without_a_time_are_those_to_choose_from(
    reader: Reader, line: str, title: str, day: date | None, until: date | None, minutes: int | None
) -> None:
    found, moment = reader.line(line)
    assert (found, moment.day, moment.until, moment.minutes) == (title, day, until, minutes)
    assert moment.at is None and [*moment.unclear] == ["at"]


def test_a_time_behind_several_days_is_of_no_day() -> None:
    title, moment = ENGLISH.line("Retro next week 14:00")
    assert (title, moment.day, moment.at, [*moment.unclear]) == ("Retro", None, time(14), ["day"])


def test_a_meal_before_a_moment_is_what_it_is_about() -> None:
    for line, title in (
        ("lunch tomorrow at noon", "lunch"),
        ("Team lunch friday 12:30", "Team lunch"),
        ("Late sunday 23:00", "Late"),
        ("Teamlunch vrijdag 12:30", "Teamlunch"),
        ("Weekly friday 9:00", "Weekly"),
        ("Weekly review friday 9:00", "Weekly review"),
    ):
        told, moment = ENGLISH.line(line)
        assert (told, moment.day is None, moment.at is None) == (title, False, False), line
    for line, title in (
        ("Team lunch", "Team lunch"),
        ("Team lunch friday", "Team lunch"),
        ("Team lunch monday 15:00", "Team lunch"),
        ("Sync friday lunch", "Sync"),
        ("Sync at lunch friday", "Sync"),
        ("Sync late next week", "Sync"),
    ):
        assert ENGLISH.line(line)[0] == title, line


def test_a_day_that_does_not_exist_is_no_other_day() -> None:
    for reader, line, odd in (
        (ENGLISH, "Sync 31 feb 10:00", "31 feb"),
        (DUTCH, "Overleg 31 februari 10:00", "31 februari"),
        (DUTCH, "Overleg 32-12-2026 10:00", "32-12-2026"),
    ):
        title, moment = reader.line(line)
        assert (title, moment.day, moment.at) == (line.split()[0], None, time(10)), line
        unclear = moment.unclear["day"]
        assert isinstance(unclear, Unreadable) and unclear.phrase == odd


def test_a_month_in_a_title_is_no_moment() -> None:
    title, moment = ENGLISH.line("Figures of december")
    assert (title, moment.until) == ("Figures of december", None)


def test_a_meeting_is_moved_to_days_too() -> None:
    soon = ENGLISH.phrase("asap 30m", FRIDAY)
    assert (soon.day, soon.until, soon.minutes) == (date(2026, 11, 23), date(2026, 12, 7), 30)
    within = DUTCH.phrase("binnen 2 weken", FRIDAY)
    assert (within.day, within.until) == (None, date(2026, 12, 7))
    with pytest.raises(Unreadable):
        ENGLISH.phrase("whenever it suits asap", FRIDAY)


def test_a_series_whose_first_time_is_over_begins_with_the_next() -> None:
    late = Reader(MONDAY.replace(hour=12), "Europe/Amsterdam", [Language.en])
    assert late.line("Standup every day at 9:00")[1].day == date(2026, 11, 24)
    assert late.line("Standup every monday 9:00")[1].day == date(2026, 11, 30)
    assert late.line("Standup every day at 15:00")[1].day == date(2026, 11, 23)


def test_a_bare_hour_behind_a_day_is_asked_about() -> None:
    title, moment = ENGLISH.line("Kick-off friday 10")
    asked = moment.unclear["day"]
    assert title == "Kick-off" and isinstance(asked, Ambiguous) and asked.phrase == "friday 10"
    assert [str(reading.start) for reading in asked.readings] == ["2026-11-27 10:00:00"]
    assert isinstance(ENGLISH.line("Sprint 12")[1].unclear["day"], NoDay)
