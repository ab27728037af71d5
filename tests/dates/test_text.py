"""What was read, said back in both languages; a question names what to choose from."""

from datetime import date

import pytest

from bot.dates import text
from bot.dates.reader import Ambiguous, Language, Reading, read
from bot.dates.text import recurrence
from bot.text.formats import city, zone_name
from bot.texts import texts_in
from tests.measure_dates import NOW, TABLES, ZONE, outcome, parts, rows

EN, NL = Language.en, Language.nl


@pytest.mark.parametrize(
    ("phrase", "language", "said"),
    [
        ("Friday", EN, "Fri 27 Nov (wk 48)"),
        ("22 dec – 2 jan", NL, "di 22 dec (wk 52) – za 2 jan 2027 (wk 53)"),
        ("every other Tuesday at 10", EN, "every 2 weeks on Tuesday, first Tue 24 Nov 10:00"),
        ("elke eerste maandag", NL, "elke eerste maandag, de eerste keer ma 7 dec (wk 50)"),
        ("Tuesdays in even weeks", EN, "every even week on Tuesday, first Tue 24 Nov (wk 48)"),
        (
            "elke oneven week op vrijdag",
            NL,
            "elke oneven week op vrijdag, de eerste keer vr 4 dec (wk 49)",
        ),
        (
            "every year on the last Friday of November",
            EN,
            "every year on the last Friday of November, first Fri 27 Nov (wk 48)",
        ),
        (
            "eerste maandag van mei elk jaar",
            NL,
            "elk jaar op de eerste maandag van mei, de eerste keer ma 3 mei 2027 (wk 18)",
        ),
    ],
)
def test_a_reading_is_said_back(phrase: str, language: Language, said: str) -> None:
    assert text.reading(read(phrase, NOW, ZONE, language), NOW.date(), language) == said


def test_every_reading_of_the_tables_can_be_said_in_both_languages() -> None:
    for row in (row for table in TABLES for row in rows(table)):
        found = outcome(row)
        for each in found.readings if isinstance(found, Ambiguous) else [found]:
            if isinstance(each, Reading):
                assert all(text.reading(each, NOW.date(), language) for language in Language)


@pytest.mark.parametrize("language", list(Language))
def test_what_repeats_in_the_tables_is_said_in_words_that_read_as_the_same(language: Language) -> None:
    rules = {
        row["recurrence"].removesuffix("T235959")
        for table in TABLES
        for row in rows(table)
        if row["kind"] == "recurrence"
    }
    for rule in rules:
        said = read(recurrence(rule, language), NOW, ZONE, language)
        assert parts(said.rrule) == parts(rule), recurrence(rule, language)


def test_a_question_names_all_readings() -> None:
    readings = tuple(Reading(date(2026, 11, day)) for day in (24, 27))
    asked = Ambiguous("Tuesday or Friday", readings)
    either = "can be Tue 24 Nov (wk 48) or Fri 27 Nov (wk 48). Type the one you mean."
    assert texts_in(EN).rejected(asked).endswith(either)
    assert "Typ welke je bedoelt." in texts_in(NL).rejected(asked)


def test_a_zone_that_is_no_place_is_named_as_people_count_it() -> None:
    zones = ("Etc/GMT-1", "Etc/GMT+5", "Etc/GMT", "UTC")
    assert [city(zone, EN) for zone in zones] == ["UTC+1", "UTC-5", "UTC", "UTC"]
    assert (city("America/New_York", EN), zone_name("Europe/Amsterdam")) == ("New York", "Europe/Amsterdam")
    assert [city(zone, NL) for zone in ("Europe/London", "Europe/Paris", "UTC")] == [
        "Londen",
        "Parijs",
        "UTC",
    ]
