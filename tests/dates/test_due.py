"""What is a due date in a line that somebody typed."""

from datetime import UTC, date, datetime

import pytest

from bot.core.errors import Rejected
from bot.core.language import Language
from bot.dates.due import Due, parted, read_due, shifted, split_due
from tests.kit.clock import FRIDAY, MONDAY

EN, NL = [Language.en], [Language.nl]


@pytest.mark.parametrize(
    ("typed", "languages", "text", "day"),
    [
        ("update the risk log by Friday", EN, "update the risk log", FRIDAY),
        ("update the risk log 2026-11-27", EN, "update the risk log", FRIDAY),
        ("werk de risicolog bij uiterlijk vrijdag", NL, "werk de risicolog bij", FRIDAY),
        ("write it tomorrow", EN, "write it", date(2026, 11, 24)),
        ("ask about the Friday meeting", EN, "ask about the Friday meeting", None),
        ("write it next week", EN, "write it", date(2026, 12, 4)),
        ("write it by next week", EN, "write it", date(2026, 12, 4)),
        ("write it by January", EN, "write it", date(2027, 1, 29)),
        ("schrijf het in week 50", NL, "schrijf het", date(2026, 12, 11)),
        ("schrijf het in de eerste helft van december", NL, "schrijf het", date(2026, 12, 15)),
    ],
)
def test_only_a_date_at_the_end_is_one(
    typed: str, languages: list[Language], text: str, day: date | None
) -> None:
    found = split_due(typed, MONDAY, "Europe/Amsterdam", languages)
    assert (found.text, found.day, found.past, found.readings) == (text, day, None, ())


def test_a_week_that_has_begun_is_due_when_it_ends() -> None:
    assert split_due("write it this week", MONDAY, "Europe/Amsterdam", EN).day == FRIDAY
    wednesday = datetime(2026, 11, 25, 8, tzinfo=UTC)
    assert split_due("schrijf het in week 48", wednesday, "Europe/Amsterdam", NL).day == FRIDAY


def test_ones_own_language_goes_before_the_projects() -> None:
    both = [Language.nl, Language.en]
    assert split_due("schrijf het morgen", MONDAY, "UTC", both).day == date(2026, 11, 24)
    assert split_due("write it tomorrow", MONDAY, "UTC", both).day == date(2026, 11, 24)


@pytest.mark.parametrize("typed", ["call the supplier tomorrow at 14:00", "send the report every Friday"])
def test_what_does_not_fit_in_a_day_stays_in_the_text(typed: str) -> None:
    found = split_due(typed, MONDAY, "UTC", EN)
    assert found.text == typed
    assert found.day in (date(2026, 11, 24), FRIDAY)


def test_a_line_that_is_only_a_date_keeps_its_text() -> None:
    assert split_due("tomorrow", MONDAY, "UTC", EN).text == "tomorrow"


@pytest.mark.parametrize(
    "typed", ["write it yesterday", "write it 20-11-2026", "write it by 20 November 2026"]
)
def test_a_date_that_is_over_is_told_and_not_taken(typed: str) -> None:
    found = split_due(typed, MONDAY, "UTC", EN)
    assert found.day is None
    assert found.past in (date(2026, 11, 22), date(2026, 11, 20))


def test_two_meanings_are_asked_and_the_text_stays_whole() -> None:
    found = split_due("write it by 03/04", MONDAY, "UTC", EN)
    assert (found.text, found.day) == ("write it by 03/04", None)
    assert len(found.readings) == 2


def test_a_phrase_alone_is_read_in_either_language_or_refused() -> None:
    assert read_due("vrijdag", MONDAY, "UTC", [Language.en, Language.nl]) == FRIDAY
    for phrase in ("whenever", "03/04"):
        with pytest.raises(Rejected):
            read_due(phrase, MONDAY, "UTC", EN)


def test_the_zone_says_what_today_is() -> None:
    late = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    assert split_due("write it today", late, "Europe/Amsterdam", EN).day == date(2026, 11, 24)
    assert split_due("write it today", late, "UTC", EN).day == date(2026, 11, 23)


def test_of_two_languages_the_one_that_makes_most_of_the_words_reads_them() -> None:
    found = split_due("write the plan by 27 November", MONDAY, "Europe/Amsterdam", [Language.nl, Language.en])
    assert (found.text, found.day) == ("write the plan", date(2026, 11, 27))


@pytest.mark.parametrize(
    ("phrase", "when", "why"),
    [
        ("friday because the supplier is late", "friday", "the supplier is late"),
        ("27 Nov because of the holidays", "27 Nov", "the holidays"),
        ("vrijdag omdat de lift stuk is, want oud", "vrijdag", "de lift stuk is, want oud"),
        ("morgen wegens ziekte", "morgen", "ziekte"),
        ("friday", "friday", ""),
        ("want vrijdag", "want vrijdag", ""),
    ],
)
def test_behind_a_date_stands_why(phrase: str, when: str, why: str) -> None:
    assert parted(phrase) == (when, why)


def test_what_moves_by_a_length_moves_from_where_it_is() -> None:
    start = datetime(2026, 11, 27, 13, tzinfo=UTC)
    for phrase, there in (
        ("by a week", date(2026, 12, 4)),
        ("another week", date(2026, 12, 4)),
        ("nog een week", date(2026, 12, 4)),
        ("by 3 working days", date(2026, 12, 2)),
        ("met een maand", date(2026, 12, 27)),
        ("2 days earlier", date(2026, 11, 25)),
        ("an hour later", datetime(2026, 11, 27, 15)),
        ("een half uur eerder", datetime(2026, 11, 27, 13, 30)),
        *((other, None) for other in ("one week", "friday", "by friday", "by 15:00", "15:00", "later", "")),
    ):
        assert shifted(phrase, start, "Europe/Amsterdam", [*EN, *NL]) == there, phrase
    assert shifted("one week", start, "Europe/Amsterdam", EN, bare=True) == date(2026, 12, 4)


def test_a_day_that_no_month_has_is_no_date() -> None:
    assert [Due(text).unread for text in ("fix 31/2", "fix 2/31", "fix 24/7")] == ["31/2", "2/31", ""]
    assert Due("ship it on the 31st of November").unread == "31st of November"


def test_days_before_a_day_are_not_that_day() -> None:
    for text, languages in (("ship two days before Christmas", EN), ("bel Jan 2 dagen voor kerst", NL)):
        found = split_due(text, MONDAY, "Europe/Amsterdam", languages)
        assert (found.text, found.day) == (text, None) and found.unread in text and found.unread
    assert split_due("ship before Christmas", MONDAY, "Europe/Amsterdam", EN).day == date(2026, 12, 24)
