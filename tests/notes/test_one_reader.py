"""A line means the same typed, in a pasted list and in minutes."""

from datetime import UTC, datetime

import pytest

from bot.core.language import Language
from bot.dates.due import read_due
from bot.minutes.extraction.extract import draft
from bot.notes.pasted_lines import read_pasted
from bot.notes.typed_line import Reader

Item = tuple[str, str, str | None]

NOW, ZONE, LANGUAGES = datetime(2026, 11, 23, 8, tzinfo=UTC), "Europe/Amsterdam", list(Language)
KNOWN = frozenset(["tom", "priya"])
FRIDAY = "2026-11-27"


def pasted(text: str) -> list[Item]:
    read = read_pasted(text, KNOWN, NOW, ZONE, LANGUAGES)[0]
    return [
        (line.text, line.owner_said, line.due.isoformat() if line.due else None)
        for line in read
        if line.ticked
    ]


def in_minutes(text: str) -> list[Item]:
    found = draft(f"Present: Tom, Priya\n\nAction items\n{text}").actions
    return [(item.text, item.owner or "", item.due and _day(item.due)) for item in found]


def typed(line: str) -> list[Item]:
    people, when = Reader(NOW, ZONE, LANGUAGES).line(line)
    return [(when.due.text, "".join(people.owners), when.due.day.isoformat() if when.due.day else None)]


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("oil the hinges before 10 December @tom", ("oil the hinges", "@tom", "2026-12-09")),
        ("bel de smid voor vrijdag @tom", ("bel de smid", "@tom", "2026-11-26")),
        ("@tom uiterlijk vrijdag de smid bellen", ("de smid bellen", "@tom", FRIDAY)),
        ("@tom lever de sleutel voor vrijdag in", ("lever de sleutel in", "@tom", "2026-11-26")),
        ("@tom oil the hinges next week", ("oil the hinges", "@tom", "2026-12-04")),
        ("@tom oil the hinges every 15th", ("oil the hinges", "@tom", "2026-12-15")),
        ("@tom oil the hinges by Friday, thanks", ("oil the hinges", "@tom", FRIDAY)),
        ("@tom move the party to Friday", ("move the party to Friday", "@tom", None)),
        ("@tom foto's van 3 december ordenen", ("foto's van 3 december ordenen", "@tom", None)),
        ("tidy the log report @tom", ("tidy the log report", "@tom", None)),
    ],
)
def test_a_typed_line_means_the_same_in_a_list_and_in_minutes(line: str, item: Item) -> None:
    assert typed(line) == pasted(f"- {line}") == in_minutes(f"- {line}") == [item]


def _day(phrase: str) -> str:
    return read_due(phrase, NOW, ZONE, LANGUAGES).isoformat()


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("- Tom – call the supplier – Friday", ("call the supplier", "Tom", FRIDAY)),
        ("·\tTom – call the supplier – Friday", ("call the supplier", "Tom", FRIDAY)),
        ("o\tcall the supplier (Tom, Friday)", ("call the supplier", "Tom", FRIDAY)),
        ("1.\tcall the supplier @tom by Friday", ("call the supplier", "@tom", FRIDAY)),
        ("(a) call the supplier by Friday @tom", ("call the supplier", "@tom", FRIDAY)),
        ("> - **Tom**: call the supplier, by Friday", ("call the supplier", "Tom", FRIDAY)),
        ("1. [ ] Action: Tom – call the supplier – Friday", ("call the supplier", "Tom", FRIDAY)),
        ("☐ @tom tomorrow call the supplier", ("call the supplier", "@tom", "2026-11-24")),
        ("- Tom belt de drukker voor vrijdag", ("belt de drukker", "Tom", "2026-11-26")),
        ("- uiterlijk vrijdag de zaal reserveren (Tom)", ("de zaal reserveren", "Tom", FRIDAY)),
        ("- call the supplier\n  about the pump (Tom)", ("call the supplier about the pump", "Tom", None)),
        ("- prepare the agenda of Monday", ("prepare the agenda of Monday", "", None)),
        ("- Tom, Priya, and Bo: order chairs", ("order chairs", "Tom, Priya, and Bo", None)),
        ("ü\t@tom call the supplier by Friday", ("call the supplier", "@tom", FRIDAY)),
        ("\uf0b7\xa0\xa0Tom – call the supplier – Friday", ("call the supplier", "Tom", FRIDAY)),
        ("o\xa0\xa0\xa0call the supplier (Tom, Friday)", ("call the supplier", "Tom", FRIDAY)),
        ("▪︎ call the supplier (Tom, Friday)", ("call the supplier", "Tom", FRIDAY)),
        ("👉 call the supplier (Tom, Friday)", ("call the supplier", "Tom", FRIDAY)),
        ("2.1\tcall the supplier (Tom, Friday)", ("call the supplier", "Tom", FRIDAY)),
        ("2.1. call the supplier (Tom, Friday)", ("call the supplier", "Tom", FRIDAY)),
        ("3.) call the supplier (Tom, Friday)", ("call the supplier", "Tom", FRIDAY)),
        ("iv) call the supplier (Tom, Friday)", ("call the supplier", "Tom", FRIDAY)),
        ("4 - call the supplier (Tom, Friday)", ("call the supplier", "Tom", FRIDAY)),
        ("[] call the supplier (Tom, Friday)", ("call the supplier", "Tom", FRIDAY)),
        (":white_large_square: call the supplier (Tom, Friday)", ("call the supplier", "Tom", FRIDAY)),
        ("* TODO call the supplier (Tom, Friday)", ("call the supplier", "Tom", FRIDAY)),
        ("- <!subteam^S1> order chairs", ("order chairs", "<!subteam^S1>", None)),
        ("Actie | Wie | Wanneer\nbel de bank | Tom | vrijdag", ("bel de bank", "Tom", FRIDAY)),
        ("What | By when | By whom\ncall the bank | Friday | Tom", ("call the bank", "Tom", FRIDAY)),
        ("| **Who** | **What** |\n|---|---|\n| Tom | call |\n| - | ? |", ("call", "Tom", None)),
        ("Due\tTask\tOwner\n\tcall the bank\tTom", ("call the bank", "Tom", None)),
    ],
)
def test_a_line_means_the_same_in_a_list_and_in_minutes(line: str, item: Item) -> None:
    assert pasted(line) == in_minutes(line) == [item]


@pytest.mark.parametrize(
    "line",
    [
        "- [v] call the bank",
        "1. [x] call the bank",
        "- ~~call the bank~~",
        "* * *",
        "✓ call the bank",
        "✔️ call the bank",
        "- ☒ call the bank",
        "(x) call the bank",
        "- [-] call the bank",
        ":white_check_mark: call the bank",
        "* DONE call the bank",
        "- Gereed: bel de bank",
        "- [done] call the bank",
        "- call the bank (done)",
        "- bel de bank – gereed",
        "- call the bank ✅",
        "- call the bank DONE",
    ],
)
def test_what_is_done_and_a_rule_are_nothing_to_do_in_either(line: str) -> None:
    assert pasted(line) == in_minutes(line) == []


@pytest.mark.parametrize("line", ["- make sure that it is done", "- kijk of de offerte klaar is"])
def test_what_must_be_done_yet_is_not_done(line: str) -> None:
    assert pasted(line) == in_minutes(line) == [(line.removeprefix("- "), "", None)]


def test_indented_lines_are_their_own_where_they_begin_something() -> None:
    long = "call the supplier of the big hall about the pump that leaks since"
    listed = (
        "- fair\n    Tom: book the hall\n    paint the sign @priya\n    Order chairs\n"
        f"- {long}\n    Monday and the pipe that bursts\n"
    )
    read = [
        ("fair", ""),
        ("book the hall", "Tom"),
        ("paint the sign", "@priya"),
        ("Order chairs", ""),
        (f"{long} Monday and the pipe that bursts", ""),
    ]
    assert [(text, owner) for text, owner, _due in pasted(listed)] == read
    assert [(text, owner) for text, owner, _due in in_minutes(listed)] == read


def test_a_table_of_subjects_is_a_list_where_somebody_says_so() -> None:
    table = "Onderwerp | Wie\nNieuwe website | Tom"
    assert pasted(table) == [("Nieuwe website", "Tom", None)]
    assert draft(f"Overleg\n\n{table}").actions == ()


@pytest.mark.parametrize(
    "line",
    [
        "@ann Friday paint the shed",
        "by Friday paint the shed @ann",
        "tomorrow @ann call the bakery",
        "elke vrijdag de zaal boeken @ann",
        "uiterlijk vrijdag de zaal boeken @ann",
    ],
)
def test_a_line_of_a_list_is_read_as_one_that_is_typed(line: str) -> None:
    people, when = Reader(NOW, ZONE, LANGUAGES).line(line)
    [listed], _table = read_pasted(f"- {line}", frozenset(), NOW, ZONE, LANGUAGES, {})
    assert (listed.text, listed.owner_said) == (when.due.text, ", ".join(people.owners))
    assert (listed.due, listed.repeats) == (when.due.day, when.repeats)
