"""The first and the last day of an absence, in words."""

from datetime import date

import pytest

from bot.dates.reader import Ambiguous, Language, Unreadable, read_span
from tests.measure_dates import NOW, ZONE

EN, NL = Language.en, Language.nl


@pytest.mark.parametrize(
    ("language", "phrase", "first", "last"),
    [
        (EN, "22 dec – 2 jan", "2026-12-22", "2027-01-02"),
        (EN, "Dec 22 to Jan 2", "2026-12-22", "2027-01-02"),
        (EN, "20 nov - 27 nov", "2026-11-20", "2026-11-27"),
        (EN, "all next week", "2026-11-30", "2026-12-06"),
        (EN, "rest of the week", "2026-11-23", "2026-11-29"),
        (EN, "this week", "2026-11-23", "2026-11-29"),
        (EN, "the whole of December", "2026-12-01", "2026-12-31"),
        (EN, "today", "2026-11-23", "2026-11-23"),
        (EN, "tomorrow", "2026-11-24", "2026-11-24"),
        (EN, "Thursday and Friday", "2026-11-26", "2026-11-27"),
        (EN, "Monday to Wednesday next week", "2026-11-30", "2026-12-02"),
        (EN, "until Friday", "2026-11-23", "2026-11-27"),
        (EN, "2 weeks from 7 December", "2026-12-07", "2026-12-20"),
        (EN, "next two weeks", "2026-11-23", "2026-12-06"),
        (EN, "from today until Friday", "2026-11-23", "2026-11-27"),
        (EN, "22/12/2026 to 2/1/2027", "2026-12-22", "2027-01-02"),
        (EN, "12/22 - 1/2", "2026-12-22", "2027-01-02"),
        (EN, "weeks 52 and 53", "2026-12-21", "2027-01-03"),
        (NL, "een week lang", "2026-11-23", "2026-11-29"),
        (NL, "vanaf vrijdag 2 weken lang", "2026-11-27", "2026-12-10"),
        (EN, "weeks 52 to 1", "2026-12-21", "2027-01-10"),
        (NL, "22 dec – 2 jan", "2026-12-22", "2027-01-02"),
        (NL, "van 22 december t/m 2 januari", "2026-12-22", "2027-01-02"),
        (NL, "22-12 t/m 2-1", "2026-12-22", "2027-01-02"),
        (NL, "van 3 t/m 5 dec", "2026-12-03", "2026-12-05"),
        (NL, "hele volgende week", "2026-11-30", "2026-12-06"),
        (NL, "de rest van de week", "2026-11-23", "2026-11-29"),
        (NL, "heel december", "2026-12-01", "2026-12-31"),
        (NL, "vandaag", "2026-11-23", "2026-11-23"),
        (NL, "do en vr", "2026-11-26", "2026-11-27"),
        (NL, "ma t/m wo week 50", "2026-12-07", "2026-12-09"),
        (NL, "t/m vrijdag", "2026-11-23", "2026-11-27"),
        (NL, "2 weken vanaf 7 december", "2026-12-07", "2026-12-20"),
        (NL, "komende twee weken", "2026-11-23", "2026-12-06"),
        (NL, "week 52 t/m 1", "2026-12-21", "2027-01-10"),
    ],
)
def test_an_absence_has_a_first_and_a_last_day(
    language: Language, phrase: str, first: str, last: str
) -> None:
    assert read_span(phrase, NOW, ZONE, language) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "phrase", ["", "soon", "from Monday", "tomorrow 9-12", "in 2 hours", "every Friday", "Tuesday and Friday"]
)
def test_what_has_no_first_and_last_day_is_refused(phrase: str) -> None:
    with pytest.raises(Unreadable):
        read_span(phrase, NOW, ZONE, EN)


@pytest.mark.parametrize(("language", "phrase"), [(EN, "Monday"), (NL, "ma t/m vr"), (EN, "1/12 - 4/12")])
def test_an_absence_with_two_meanings_is_asked_back_with_both_days_of_each(
    language: Language, phrase: str
) -> None:
    with pytest.raises(Ambiguous) as asked:
        read_span(phrase, NOW, ZONE, language)
    assert len(asked.value.readings) > 1
    assert all(each.start and each.end for each in asked.value.readings)
