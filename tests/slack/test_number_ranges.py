"""Several numbers in one line."""

import pytest

from bot.core.errors import TooMany
from handlers.slack.subcommands import MOST, NUMBERS, beginnings, numbers


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("12", [12]),
        ("A-12", [12]),
        ("3 5 7", [3, 5, 7]),
        ("3,5", [3, 5]),
        ("A-3, a-5 and 7", [3, 5, 7]),
        ("3 en 5", [3, 5]),
        ("3-6", [3, 4, 5, 6]),
        ("6 - 3", [3, 4, 5, 6]),
        ("3–5, 9", [3, 4, 5, 9]),
        ("3 t/m 5", [3, 4, 5]),
        ("3 tot en met 5", [3, 4, 5]),
        ("3 to 5", [3, 4, 5]),
        ("3 5 3-5", [3, 5, 4]),
    ],
)
def test_numbers_and_spans_are_read_each_once_in_their_order(typed: str, meant: list[int]) -> None:
    assert NUMBERS.fullmatch(typed)
    assert numbers(typed) == meant


@pytest.mark.parametrize("typed", ["twelve", "3 things", "12th", "3/4", "3 friday", "5-12-2026", ""])
def test_what_is_more_than_numbers_is_no_list_of_them(typed: str) -> None:
    assert NUMBERS.fullmatch(typed) is None


def test_a_hundred_at_once_is_the_most() -> None:
    assert len(numbers(f"1-{MOST}")) == MOST
    for typed in (f"1-{MOST + 1}", "1-999999", f"1-{MOST} {MOST + 1}"):
        with pytest.raises(TooMany):
            numbers(typed)


@pytest.mark.parametrize(
    ("typed", "ways"),
    [
        ("3 5 december", [("3", "5 december"), ("3 5", "december")]),
        ("3-9 next friday", [("3-9", "next friday")]),
        ("3, 5 en 7 morgen", [("3", "5 en 7 morgen"), ("3, 5", "7 morgen"), ("3, 5 en 7", "morgen")]),
        ("3 5-12-2026", [("3", "5-12-2026")]),
        ("3 5 2026-12-01", [("3", "5 2026-12-01"), ("3 5", "2026-12-01")]),
        ("12 5th december", [("12", "5th december")]),
        ("12 27/11", [("12", "27/11")]),
        ("friday", []),
    ],
)
def test_where_numbers_end_and_a_date_begins_every_way_is_offered(
    typed: str, ways: list[tuple[str, str]]
) -> None:
    assert list(beginnings(typed)) == ways
