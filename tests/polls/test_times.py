"""Moments typed one behind the other."""

from datetime import datetime

import pytest

from bot.core.language import Language
from bot.polls.model import UnreadTimes
from bot.polls.times import read_times
from tests.kit.clock import MONDAY

THU, FRI = "26 10:00+60", "27 14:00+60"


def read(text: str, *languages: Language) -> list[str]:
    found = read_times(text, MONDAY, "Europe/Amsterdam", languages or [*Language], 60)
    return [f"{each.starts:%-d %H:%M}+{each.minutes}" for each in found]


@pytest.mark.parametrize(
    ("text", "moments"),
    [
        ("thu 10:00, fri 14:00", [THU, FRI]),
        ("thu 10:00 or fri 14:00", [THU, FRI]),
        ("thu 10:00, or fri 14:00", [THU, FRI]),
        ("do 10:00 of vr 14u", [THU, FRI]),
        ("do 10u\nvr 14u", [THU, FRI]),
        ("1. thu 10:00\n2. fri 14:00", [THU, FRI]),
        ("- thu 10:00\n- fri 14:00", [THU, FRI]),
        ("fri 14:00; thu 10:00", [FRI, THU]),
        ("thu 10:00, 11:00, fri 14:00", [THU, "26 11:00+60", FRI]),
        ("thu, 10:00, 11:00", [THU, "26 11:00+60"]),
        ("Thursday 26 November, 10:00", [THU]),
        ("thu 10:00-10:45, fri 14:00 30m", ["26 10:00+45", "27 14:00+30"]),
        ("2026-11-26 10:00-11:00\n2026-11-27 14:00-15:00", [THU, FRI]),
        ("thu 10:00, thu 10:00", [THU]),
        ("11:00, 14:00", ["23 11:00+60", "23 14:00+60"]),
        ("monday 10:00, tuesday 14:00", ["23 10:00+60", "24 14:00+60"]),
    ],
)
def test_they_are_read_as_people_type_them(text: str, moments: list[str]) -> None:
    assert read(text) == moments


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("thu 10:00, whenever", ["whenever"]),
        ("thu, fri 14:00", []),
        ("thu 10:00, fri", ["fri"]),
        ("thu, fri", ["thu", "fri"]),
        ("every friday 14:00, thu 10:00", ["every friday 14:00"]),
    ],
)
def test_what_is_no_moment_is_named_and_none_is_guessed(text: str, unread: list[str]) -> None:
    if unread:
        with pytest.raises(UnreadTimes) as refused:
            read(text)
        assert refused.value.phrases == unread


def test_over_the_change_of_the_clock_the_wall_clock_counts() -> None:
    spring = datetime(2026, 3, 23, 8, tzinfo=MONDAY.tzinfo)
    found = read_times("fri 10:00, mon 10:00", spring, "Europe/Amsterdam", [Language.en], 60)
    assert [each.starts for each in found] == [datetime(2026, 3, 27, 10), datetime(2026, 3, 30, 10)]
