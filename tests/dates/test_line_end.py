"""When something is asked, from the end of a line that somebody typed."""

from datetime import date
from pathlib import Path

import pytest

from bot.core.language import Language
from bot.dates.due import is_terms, split_terms, start_day
from tests.kit.clock import MONDAY

ZONE = "Europe/Amsterdam"
EN, NL = [Language.en, Language.nl], [Language.nl, Language.en]
FIRST_MONDAY, WEEK_ON, FRIDAY = date(2026, 12, 7), date(2026, 11, 30), date(2026, 12, 4)


@pytest.mark.parametrize(
    ("typed", "languages", "text", "starts", "due"),
    [
        ("test it from Monday by Friday", EN, "test it", WEEK_ON, FRIDAY),
        ("test het vanaf maandag uiterlijk vrijdag", NL, "test het", WEEK_ON, FRIDAY),
        ("test it starting Wednesday by Friday", EN, "test it", date(2026, 11, 25), date(2026, 11, 27)),
        ("test it from 30 Nov by 27 Nov", EN, "test it", WEEK_ON, date(2026, 11, 27)),
        ("answer the phone from 1 December", EN, "answer the phone", date(2026, 12, 1), None),
        ("neem de telefoon op met ingang van 1 december", NL, "neem de telefoon op", date(2026, 12, 1), None),
        ("werk vanaf huis vanaf maandag", NL, "werk vanaf huis", WEEK_ON, None),
        ("werk vanaf volgende week uiterlijk 18 december", NL, "werk", WEEK_ON, date(2026, 12, 18)),
    ],
)
def test_a_start_stands_at_the_end_or_before_the_due_date(
    typed: str, languages: list[Language], text: str, starts: date, due: date | None
) -> None:
    found = split_terms(typed, MONDAY, ZONE, languages)
    assert (found.due.text, found.starts, found.due.day) == (text, starts, due)


@pytest.mark.parametrize(
    "typed",
    [
        "read the notes from Thursday",
        "report from the board",
        "collect the figures from 12 people",
        "haal de cijfers van maandag op",
        "work from home",
        "from Monday",
        "reis vanaf Utrecht",
    ],
)
def test_from_is_an_ordinary_word(typed: str) -> None:
    for languages in (EN, NL):
        found = split_terms(typed, MONDAY, ZONE, languages)
        assert (found.due.text, found.starts, found.repeats) == (typed, None, None)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_no_ordinary_sentence_starts_later_or_comes_back(language: str) -> None:
    lines = (Path(__file__).parent / f"ordinary_{language}.txt").read_text().splitlines()
    for line in filter(None, lines[::5]):
        found = split_terms(line, MONDAY, ZONE, EN if language == "en" else NL)
        assert (found.starts, found.repeats, found.repetitions) == (None, None, ()), line


@pytest.mark.parametrize(
    ("typed", "languages", "text", "rule", "first"),
    [
        ("check it every first Monday", EN, "check it", "FREQ=MONTHLY;BYDAY=1MO", FIRST_MONDAY),
        ("bel hem elke eerste maandag", NL, "bel hem", "FREQ=MONTHLY;BYDAY=1MO", FIRST_MONDAY),
        ("sort the post every Monday at 10", EN, "sort the post", "FREQ=WEEKLY;BYDAY=MO", MONDAY.date()),
        ("check it every Monday from 1 December", EN, "check it", "FREQ=WEEKLY;BYDAY=MO", FIRST_MONDAY),
    ],
)
def test_what_repeats_is_due_on_its_first_day(
    typed: str, languages: list[Language], text: str, rule: str, first: date
) -> None:
    found = split_terms(typed, MONDAY, ZONE, languages)
    assert (found.due.text, found.repeats, found.due.day) == (text, rule, first)


def test_two_ways_to_come_back_are_asked() -> None:
    found = split_terms("call them every second Tuesday", MONDAY, ZONE, EN)
    assert (found.due.text, found.due.day, found.repeats) == ("call them", None, None)
    assert [way.rrule for way in found.repetitions] == [
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
        "FREQ=MONTHLY;BYDAY=2TU",
    ]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("", True),
        ("by Friday", True),
        ("from Monday by Friday", True),
        ("every Monday", True),
        ("20-11-2026", True),
        ("in the meeting by Friday", False),
        ("and the plan", False),
    ],
)
def test_what_says_nothing_but_when(text: str, when: bool) -> None:
    assert is_terms(text, MONDAY, ZONE, EN) is when


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("monday", WEEK_ON),
        ("maandag", WEEK_ON),
        ("today", MONDAY.date()),
        ("week 50", FIRST_MONDAY),
        ("yesterday", None),
        ("soon", None),
        ("every Monday", None),
    ],
)
def test_a_start_is_a_day_to_come(phrase: str, day: date | None) -> None:
    assert start_day(phrase, MONDAY, ZONE, EN) == day
