"""Sentences about being away, in both languages."""

from datetime import date

from bot.core.language import Language
from bot.texts import texts_in

FIRST, LAST = date(2026, 12, 22), date(2027, 1, 2)


def test_days_are_said_with_weekday_and_week() -> None:
    assert texts_in(Language.en).away_days(FIRST, LAST) == "Tue 22-12-2026 (wk 52) – Sat 02-01-2027 (wk 53)"
    assert texts_in(Language.nl).away_days(FIRST, FIRST) == "di 22-12-2026 (wk 52)"
