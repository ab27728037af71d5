"""A date is cut off the end of a text, or from behind its label; ordinary words are never a date."""

from datetime import date, datetime

import pytest

from bot.dates.reader import Ambiguous, Kind, Language, Reading, split
from tests.measure_dates import NOW, ZONE, holds_date, ordinary

EN, NL = Language.en, Language.nl


@pytest.mark.parametrize("language", list(Language))
def test_ordinary_sentences_hold_no_date(language: Language) -> None:
    sentences = ordinary(language)
    assert len(set(sentences)) >= 1000
    assert [text for text in sentences if holds_date(text, language)] == []


@pytest.mark.parametrize("language", list(Language))
def test_nor_do_they_when_read_in_the_other_language(language: Language) -> None:
    """An English line in a Dutch project is tried in Dutch as well."""
    other = Language.nl if language is Language.en else Language.en
    assert [text for text in ordinary(language) if holds_date(text, other)] == []


CUT = [
    (EN, "update the risk log by Friday", "update the risk log", date(2026, 11, 27)),
    (EN, "update the risk log, by Friday.", "update the risk log", date(2026, 11, 27)),
    (EN, "update the risk log (due 4 December)", "update the risk log", date(2026, 12, 4)),
    (EN, "update the risk log Friday", "update the risk log", date(2026, 11, 27)),
    (EN, "update the risk log tomorrow at 10", "update the risk log", datetime(2026, 11, 24, 10)),
    (EN, "update the risk log before the end of the month", "update the risk log", date(2026, 11, 30)),
    (EN, "update the risk log by 2026-12-01", "update the risk log", date(2026, 12, 1)),
    (EN, "update the risk log EOD", "update the risk log", date(2026, 11, 23)),
    (EN, "update the risk log by EOW", "update the risk log", date(2026, 11, 27)),
    (EN, "update the risk log next week", "update the risk log", date(2026, 11, 30)),
    (EN, "update the risk log in week 50", "update the risk log", date(2026, 12, 7)),
    (EN, "update the risk log in 2 weeks", "update the risk log", date(2026, 12, 7)),
    (EN, "update the risk log on the 5th", "update the risk log", date(2026, 12, 5)),
    (EN, "update the risk log – Dec 3", "update the risk log", date(2026, 12, 3)),
    (EN, "send version 2 by Friday", "send version 2", date(2026, 11, 27)),
    (EN, "call Tom at 4 on Friday", "call Tom", datetime(2026, 11, 27, 16)),
    (EN, "call Tom at 14:00", "call Tom", datetime(2026, 11, 23, 14)),
    (EN, "call Tom by 5pm", "call Tom", datetime(2026, 11, 23, 17)),
    (EN, "due: Friday update the risk log", "update the risk log", date(2026, 11, 27)),
    (
        EN,
        "update the risk log due: 4 December and tell Tom",
        "update the risk log and tell Tom",
        date(2026, 12, 4),
    ),
    (EN, "tomorrow", "", date(2026, 11, 24)),
    (NL, "risicolog bijwerken uiterlijk vrijdag", "risicolog bijwerken", date(2026, 11, 27)),
    (NL, "risicolog bijwerken vóór 1 december", "risicolog bijwerken", date(2026, 11, 30)),
    (NL, "risicolog bijwerken vrijdag", "risicolog bijwerken", date(2026, 11, 27)),
    (NL, "risicolog bijwerken, uiterlijk vr.", "risicolog bijwerken", date(2026, 11, 27)),
    (NL, "risicolog bijwerken vr 14u", "risicolog bijwerken", datetime(2026, 11, 27, 14)),
    (NL, "risicolog bijwerken morgen om half drie", "risicolog bijwerken", datetime(2026, 11, 24, 14, 30)),
    (NL, "risicolog bijwerken voor eind van de maand", "risicolog bijwerken", date(2026, 11, 30)),
    (NL, "risicolog bijwerken voor: vrijdag", "risicolog bijwerken", date(2026, 11, 27)),
    (NL, "voor: vrijdag risicolog bijwerken", "risicolog bijwerken", date(2026, 11, 27)),
    (NL, "risicolog bijwerken op 5 december", "risicolog bijwerken", date(2026, 12, 5)),
    (NL, "risicolog bijwerken over 2 weken", "risicolog bijwerken", date(2026, 12, 7)),
    (NL, "risicolog bijwerken eind volgende week", "risicolog bijwerken", date(2026, 12, 4)),
    (NL, "risicolog bijwerken in week 50", "risicolog bijwerken", date(2026, 12, 7)),
    (NL, "vraag Jan 5 december", "vraag Jan", date(2026, 12, 5)),
    (NL, "bel de verhuizer vr", "bel de verhuizer", date(2026, 11, 27)),
    (NL, "plan maken voor de keuken, di.", "plan maken voor de keuken", date(2026, 11, 24)),
    (NL, "Tom regelt de zaal do", "Tom regelt de zaal", date(2026, 11, 26)),
    (NL, "risicolog bijwerken voor vrijdag", "risicolog bijwerken", date(2026, 11, 26)),
    (NL, "risicolog bijwerken voor 1 december", "risicolog bijwerken", date(2026, 11, 30)),
    (NL, "lever het rapport op binnen 2 weken", "lever het rapport op", date(2026, 12, 7)),
    (EN, "pay the invoice every Monday/Friday", "pay the invoice", date(2026, 11, 23)),
    (EN, "send the minutes by tomorrow, please", "send the minutes", date(2026, 11, 24)),
    (EN, "due Friday: send the minutes", "send the minutes", date(2026, 11, 27)),
    (EN, "finish it within 3 working days", "finish it", date(2026, 11, 26)),
    (EN, "finish it by the end of Q1", "finish it", date(2027, 3, 31)),
    (EN, "finish it this week", "finish it", date(2026, 11, 23)),
    (NL, "doe dat morgen even", "doe dat", date(2026, 11, 24)),
    (NL, "notulen sturen uiterlijk 4-12", "notulen sturen", date(2026, 12, 4)),
    (NL, "notulen sturen op de 15e", "notulen sturen", date(2026, 12, 15)),
    (NL, "deadline vrijdag: notulen sturen", "notulen sturen", date(2026, 11, 27)),
    (NL, "doe het vrijdag", "doe het", date(2026, 11, 27)),
    (NL, "lever op in de eerste week van december", "lever op", date(2026, 12, 1)),
    (EN, "send it in the first week of December", "send it", date(2026, 12, 1)),
    (EN, "send it early next week", "send it", date(2026, 11, 30)),
    (NL, "bel Tom om 4 uur", "bel Tom", datetime(2026, 11, 23, 16)),
]


@pytest.mark.parametrize(("language", "text", "rest", "start"), CUT)
def test_a_date_is_cut_off_cleanly(language: Language, text: str, rest: str, start: date | datetime) -> None:
    left, reading = split(text, NOW, ZONE, language)
    assert (left, reading and reading.start) == (rest, start)


def test_a_recurrence_is_cut_off_with_its_first_time() -> None:
    first = Reading(datetime(2026, 11, 24, 10), None, "FREQ=WEEKLY;BYDAY=TU", Kind.recurrence)
    assert split("send the report every Tuesday at 10", NOW, ZONE, EN) == ("send the report", first)
    assert split("stuur het rapport elke dinsdag om 10 uur", NOW, ZONE, NL) == ("stuur het rapport", first)


@pytest.mark.parametrize(
    ("language", "text", "phrase", "rest"),
    [
        (EN, "update the risk log on Monday", "on Monday", "update the risk log"),
        (EN, "update the risk log by 1/12", "by 1/12", "update the risk log"),
        (EN, "update the risk log Tuesday or Friday", "Tuesday or Friday", "update the risk log"),
        (NL, "risicolog bijwerken dinsdag of vrijdag", "dinsdag of vrijdag", "risicolog bijwerken"),
        (NL, "agenda rondsturen voor morgen", "voor morgen", "agenda rondsturen"),
    ],
)
def test_a_date_with_two_meanings_is_asked_back_with_the_rest_of_the_text(
    language: Language, text: str, phrase: str, rest: str
) -> None:
    with pytest.raises(Ambiguous) as asked:
        split(text, NOW, ZONE, language)
    assert (asked.value.phrase, asked.value.rest, len(asked.value.readings)) == (phrase, rest, 2)


def test_a_line_that_tells_something_holds_no_due_date() -> None:
    for text in ("The job runs at 14:00", "We finished it in two weeks", "It worked on version 2.6.32"):
        assert split(text, NOW, ZONE, EN) == (text, None)
    assert split("finish it in two weeks", NOW, ZONE, EN)[0] == "finish it"


def test_two_days_that_are_both_over_are_not_asked_about() -> None:
    text = "compare it with 1/2/2020"
    assert split(text, NOW, ZONE, EN) == (text, None)


def test_only_the_end_of_a_long_text_is_read() -> None:
    words = "risk " * 2000
    assert split(f"Friday {words}by Friday", NOW, ZONE, EN)[0] == f"Friday {words}".strip()
