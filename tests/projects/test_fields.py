"""What is typed into a project's form: steps, a number, an emoji, days off."""

from datetime import date

import pytest

from bot.core.errors import Rejected
from bot.core.language import Language
from bot.core.project import Project
from bot.projects import fields
from bot.projects.field_text import days_written
from bot.projects.fields import NoCount, NoDaysOff, NoEmoji, NoLadder, TooManyDaysOff, WhichDayOff, in_spans
from tests.kit.clock import MONDAY


def days_off(typed: str, language: Language = Language.en) -> list[str]:
    return fields.days_off(typed, MONDAY, "Europe/Amsterdam", language)


@pytest.mark.parametrize("typed", ["2, 5, 10", "2 5 10", "2/5/10", "2 - 5 - 10", " 2;5;10 "])
def test_three_rising_numbers_are_a_ladder(typed: str) -> None:
    assert fields.ladder(typed) == [2, 5, 10]


@pytest.mark.parametrize(
    "typed", ["", "2, 5", "2, 5, 5", "0, 1, 2", "5, 2, 10", "2, 5, 61", "2, 5, ten", "1 2 3 4"]
)
def test_all_else_is_none(typed: str) -> None:
    with pytest.raises(NoLadder):
        fields.ladder(typed)


@pytest.mark.parametrize(
    ("typed", "name"), [(":pushpin:", "pushpin"), ("+1", "+1"), (" Memo ", "memo"), ("", "")]
)
def test_an_emoji_goes_by_its_name(typed: str, name: str) -> None:
    assert fields.emoji(typed) == name


@pytest.mark.parametrize("typed", ["a pin", "<b>", "x" * 101])
def test_what_is_no_name_is_no_emoji(typed: str) -> None:
    with pytest.raises(NoEmoji):
        fields.emoji(typed)


def test_a_number_of_postponements() -> None:
    assert [fields.count(typed) for typed in ("1", " 3 ", "20")] == [1, 3, 20]
    for typed in ("", "0", "21", "three", "-1"):
        with pytest.raises(NoCount):
            fields.count(typed)


@pytest.mark.parametrize(
    ("typed", "language", "days"),
    [
        ("", Language.en, []),
        ("24 December", Language.en, ["2026-12-24"]),
        ("24 December", Language.nl, ["2026-12-24"]),
        ("25 en 26 december\n27 april", Language.en, ["2026-12-25", "2026-12-26", "2027-04-27"]),
        ("5 May 2027; 31 Dec – 2 Jan", Language.en, ["2026-12-31", "2027-01-01", "2027-01-02", "2027-05-05"]),
        ("24 dec, 31 dec, 24 dec", Language.nl, ["2026-12-24", "2026-12-31"]),
        ("2025-12-24", Language.en, ["2025-12-24"]),
    ],
)
def test_days_off_are_read_in_either_language(typed: str, language: Language, days: list[str]) -> None:
    assert days_off(typed, language) == days


@pytest.mark.parametrize(
    ("typed", "refused"),
    [
        ("some day", NoDaysOff),
        ("24 dec, never", NoDaysOff),
        ("03-04-2027", WhichDayOff),
        ("1 Jan 2027 – 31 Dec 2027", TooManyDaysOff),
        ("1 Jan 2027 – 30 May 2027\n1 Jul 2027 – 30 Oct 2027", TooManyDaysOff),
    ],
)
def test_what_is_no_day_is_asked_again(typed: str, refused: type[Rejected]) -> None:
    with pytest.raises(refused):
        days_off(typed)


@pytest.mark.parametrize("language", Language)
def test_what_the_form_shows_can_be_sent_as_it_is(language: Language) -> None:
    days = [f"2026-{month:02}-{day:02}" for month in range(1, 13) for day in (1, 2, 3, 9)]
    shown = "\n".join(days_written(days, language))
    assert days_off(shown, language) == days


def test_days_that_follow_each_other_are_one_span() -> None:
    assert in_spans(["2027-01-01", "2026-12-31", "2027-01-03"]) == [
        (date(2026, 12, 31), date(2027, 1, 1)),
        (date(2027, 1, 3), date(2027, 1, 3)),
    ]


def test_a_project_works_on_its_days_but_days_off() -> None:
    project = Project(team="T1", channel="C1", name="Atlas", manager="U1", days_off=["2026-12-24"])
    worked = [project.works(date(2026, 12, day)) for day in range(23, 28)]
    assert worked == [True, False, True, False, False]
