"""Sentences about being away, in both languages."""

from datetime import date

from bot.core.language import Language
from bot.people.absence_text import AbsenceTexts
from bot.people.preferences import Absence
from bot.texts import texts_in
from tests.kit.both import check_both

FIRST, LAST = date(2026, 12, 22), date(2027, 1, 2)
AWAY = Absence(id=1, team="T1", user="U1", first=FIRST, last=LAST, deputy="U2")


def test_everything_is_said_in_both_languages() -> None:
    none: tuple[()] = ()
    check_both(
        AbsenceTexts,
        {
            "away_taken": (AWAY, [AWAY]),
            "away_deputy": ("Tom & Co",),
            "away_no_deputy": ("/spil away",),
            "away_elsewhere": ("tom", "C1", "sanne"),
            "away_deputy_away": ("tom", [AWAY]),
            "away_help": ("/spil away",),
            "away_list": none,
            "away_none": none,
            "away_line": (AWAY, "tom"),
            "away_entrusted": (AWAY, "tom"),
            "away_which": none,
            "away_days": (FIRST, LAST),
            "away_undone": (AWAY, [AWAY]),
            "away_remove": none,
            "away_named": ("tom", FIRST, LAST),
            "away_named_no_more": ("tom", FIRST, LAST),
            "away_note": ("tom", LAST),
            "away_note_due": ("tom", LAST),
        },
    )


def test_days_are_said_with_weekday_and_week() -> None:
    assert texts_in(Language.en).away_days(FIRST, LAST) == "Tue 22-12-2026 (wk 52) – Sat 02-01-2027 (wk 53)"
    assert texts_in(Language.nl).away_days(FIRST, FIRST) == "di 22-12-2026 (wk 52)"
