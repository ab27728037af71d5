"""Sentences about being away, in both languages."""

from datetime import date

import pytest

from bot.core import errors
from bot.core.language import Language
from bot.people import errors as reminder_errors
from bot.texts import texts_in

FIRST, LAST = date(2026, 12, 22), date(2027, 1, 2)


def test_days_are_said_with_weekday_and_week() -> None:
    assert texts_in(Language.en).away_days(FIRST, LAST) == "Tue 22-12-2026 (wk 52) – Sat 02-01-2027 (wk 53)"
    assert texts_in(Language.nl).away_days(FIRST, FIRST) == "di 22-12-2026 (wk 52)"


@pytest.mark.parametrize(
    "reason",
    [
        reminder_errors.NoDays("soon", "/spil away"),
        reminder_errors.AwayTooLong(730),
        errors.TooFar(date.max, date(2036, 11, 23)),
        reminder_errors.OwnDeputy(),
        reminder_errors.OneDeputy(),
        reminder_errors.DeputyElsewhere("otto"),
    ],
)
def test_every_refusal_is_said_in_both_languages(reason: errors.Rejected) -> None:
    english, dutch = (texts_in(language).rejected(reason) for language in Language)
    assert english != dutch and len(english) > 30 and len(dutch) > 30
