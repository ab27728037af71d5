"""Sentences about being away, in both languages."""

from datetime import date

from bot.core.language import Language
from bot.texts import texts_in

FIRST, LAST = date(2026, 12, 22), date(2027, 1, 2)


def test_days_of_the_year_ahead_are_said_without_a_year_and_others_with_one() -> None:
    english, dutch = texts_in(Language.en), texts_in(Language.nl)
    assert english.away_days(FIRST, LAST, date(2026, 11, 23)) == "Tue 22 Dec – Sat 2 Jan"
    assert dutch.away_days(FIRST, LAST, date(2027, 1, 1)) == "di 22 dec t/m za 2 jan"
    assert dutch.away_days(FIRST, FIRST, date(2026, 11, 23)) == "di 22 dec"
    assert english.away_days(FIRST, LAST, date(2025, 12, 1)) == "Tue 22 Dec 2026 – Sat 2 Jan 2027"
