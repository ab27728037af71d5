"""Pasted lists and tables, read line by line."""

from datetime import date

import pytest

from bot.core.language import Language
from bot.notes.encodings import decoded
from bot.notes.pasted_lines import Doubt, Line, Why, is_list, read_pasted
from bot.notes.tables import Row, find_table
from tests.kit.clock import FRIDAY, MONDAY

ZONE = "Europe/Amsterdam"
KNOWN = frozenset(["tom", "tom baker", "sanne", "priya"])


def lines(pasted: str, language: Language = Language.en) -> list[Line]:
    languages = list(dict.fromkeys([language, *Language]))
    return read_pasted(pasted, KNOWN, MONDAY, ZONE, languages)[0]


def rows_of(content: str) -> list[Row] | None:
    table = find_table(content, KNOWN, of_file=True)
    return table.read() if table else None


@pytest.mark.parametrize(
    ("line", "text", "owner"),
    [
        ("- @tom update the risk log by Friday", "update the risk log", "@tom"),
        ("* <@U1> update the risk log by Friday", "update the risk log", "<@U1>"),
        ("• Tom: update the risk log - Friday", "update the risk log", "Tom"),
        ("update the risk log -- Tom -- Friday", "update the risk log", "Tom"),
        ("1. Tom Baker: update the risk log – Friday", "update the risk log", "Tom Baker"),
        ("2) Update the risk log (Tom, Friday)", "Update the risk log", "Tom"),
        ("[ ] update the risk log - Tom - Friday", "update the risk log", "Tom"),
        ("- [ ] Tom – update the risk log – Friday", "update the risk log", "Tom"),
        ("☐ update the risk log by Friday", "update the risk log", ""),
        ("ACTION: Tom – update the risk log – Friday", "update the risk log", "Tom"),
        ("actie: Sanne – werk de risicolog bij – vrijdag", "werk de risicolog bij", "Sanne"),
        ("Sanne: werk de risicolog bij - uiterlijk vrijdag", "werk de risicolog bij", "Sanne"),
        ("Pieter: werk de risicolog bij vóór vrijdag", "werk de risicolog bij", "Pieter"),
        ("Tom en Sanne: werk de risicolog bij, vrijdag", "werk de risicolog bij", "Tom en Sanne"),
        ("Budget: update the forecast by Friday", "Budget: update the forecast", ""),
        ("call Tom about the pump by Friday", "call Tom about the pump", ""),
        ("<@U1> <@U2> and <@U3> order chairs, Friday", "order chairs", "<@U1>, <@U2>, <@U3>"),
        ("a) order chairs, Friday", "order chairs", ""),
    ],
)
def test_a_line_in_any_of_the_usual_ways(line: str, text: str, owner: str | None) -> None:
    [read] = lines(line)
    due = date(2026, 11, 26) if "vóór" in line else FRIDAY
    assert (read.text, read.owner_said, read.due, read.ticked) == (text, owner, due, True)


def test_a_line_may_start_later_or_come_back() -> None:
    later, again, twice = lines(
        "- Tom: test it from Monday by Friday\n- Sanne: bel hem elke eerste maandag\n"
        "- Tom: call every second Tuesday"
    )
    assert (later.text, later.starts, later.due) == ("test it", date(2026, 11, 30), date(2026, 12, 4))
    assert (again.text, again.repeats, again.due) == ("bel hem", "FREQ=MONTHLY;BYDAY=1MO", date(2026, 12, 7))
    assert (twice.text, twice.repeats, twice.due) == ("call every second Tuesday", None, None)
    assert (twice.due_doubt, len(twice.readings)) == (Doubt.ambiguous, 2)
    [before] = lines("call every second Tuesday @tom")
    assert (before.text, before.owner_said, before.due_doubt) == (twice.text, "@tom", Doubt.ambiguous)
    assert later.model_copy(update={"due": FRIDAY}).begins is None


@pytest.mark.parametrize(
    ("line", "doubt"),
    [
        ("Tom: write the plan 20-11-2026", Doubt.past),
        ("Tom: write the plan by 03/04", Doubt.ambiguous),
        ("Tom: write the plan", Doubt.none),
    ],
)
def test_a_date_that_is_not_clear_is_said_and_not_taken(line: str, doubt: Doubt) -> None:
    [read] = lines(line)
    assert (read.due, read.due_doubt, bool(read.readings)) == (None, doubt, doubt is Doubt.ambiguous)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Tom: write the plan by 32-13-2026", "32-13-2026"),
        ("write the plan 2026-13-45", "2026-13-45"),
        ("werk de log bij, uiterlijk 31 februari", "31 februari"),
        ("write the plan (due: when Tom is back)", "when Tom is back"),
        ("write the plan, deadline: when Tom is back", "when Tom is back"),
        ("install release 3.4", ""),
        ("install version 1.2.3", ""),
        ("order 12 chairs", ""),
        ("call 06-12345678", ""),
        ("write the plan of 2026", ""),
        ("Tom: send the notes from Monday", ""),
        ("zet het op de agenda van maandag", ""),
        ("raise the price by 2.5", ""),
        ("uiterlijk vertoon", ""),
    ],
)
def test_what_was_meant_as_a_date_and_is_none_is_said(line: str, said: str) -> None:
    [read] = lines(line)
    assert (read.due, read.due_said) == (None, said)
    assert read.due_doubt == (Doubt.unreadable if said else Doubt.none)
    assert said or read.text == line.removeprefix("Tom: ")


def test_a_group_is_no_owner() -> None:
    [found] = lines("- <!subteam^S1> update the risk log")
    assert (found.owner_said, found.text) == ("<!subteam^S1>", "update the risk log")


def test_headings_rules_what_is_done_and_lines_that_go_on() -> None:
    actions = "- call the supplier\n    about the pump\n\n  - [x] order chairs\nwrite it"
    pasted = f"# Actions\nFrom Monday:\n---\n{actions}"
    read = lines(pasted)
    assert [(line.number, line.text, line.why, line.ticked) for line in read] == [
        (1, "Actions", Why.heading, False),
        (2, "From Monday:", Why.heading, False),
        (4, "call the supplier about the pump", Why.none, True),
        (7, "order chairs", Why.done, False),
        (8, "write it", Why.none, True),
    ]


def test_the_title_of_a_list_is_a_heading_and_a_task_of_the_same_words_is_none() -> None:
    for title in ("Action items", "Actiepunten 12 maart", "Next steps", "Acties"):
        assert next(line.why for line in lines(f"{title}\n- mow\n- paint")) is Why.heading, title
    for task in ("Action items to send round", "- tasks", "To do 3 things"):
        assert not next(line.why for line in lines(f"{task}\n- mow")), task


def test_a_line_that_names_its_owner_is_an_item_and_a_name_alone_a_heading() -> None:
    read = lines(
        "@tom order these chairs:\n- red ones\n- Sanne:\n    call them\n**Tom: paint it**\nPriya:\n- mow"
    )
    assert [(line.text, line.owner_said, line.why) for line in read] == [
        ("order these chairs:", "@tom", Why.none),
        ("red ones", "", Why.none),
        ("Sanne:", "", Why.heading),
        ("call them", "", Why.none),
        ("paint it", "Tom", Why.none),
        ("Priya:", "", Why.heading),
        ("mow", "", Why.none),
    ]


@pytest.mark.parametrize(
    ("pasted", "several"),
    [
        ("write the plan", False),
        ("- write the plan\n  about the pump", False),
        ("write the plan\n", False),
        ("write the plan\ncall the supplier", True),
        ("- write the plan\n- call the supplier", True),
    ],
)
def test_a_list_has_more_than_one_line(pasted: str, several: bool) -> None:
    assert is_list(pasted) is several


@pytest.mark.parametrize(
    "pasted",
    [
        "Nr\tActiepunt\tWie\tStreefdatum\tStatus\n1\tBel Jan\tTom\t27-11-2026\topen\n2\tBestel\t\t\tgereed",
        "1\tBel Jan\tTom\t27-11-2026\n2\tBestel",
    ],
)
def test_cells_of_a_spreadsheet_by_its_header_or_by_what_they_hold(pasted: str) -> None:
    first, second = lines(pasted, Language.nl)
    assert (first.text, first.owner_said, first.due) == ("Bel Jan", "Tom", FRIDAY)
    assert (second.text, second.owner_said, second.due) == ("Bestel", "", None)
    assert second.why is (Why.done if "Status" in pasted else Why.none)


def test_a_table_drawn_with_bars() -> None:
    first, second = lines(
        "| Who | What | When |\n|-----|:----|---|\n| Tom | call | Friday |\n|  | order chairs | |\n"
    )
    assert (first.number, first.text, first.owner_said, first.due) == (3, "call", "Tom", FRIDAY)
    assert (second.number, second.text, second.owner_said, second.due) == (4, "order chairs", "", None)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_with_any_delimiter(delimiter: str) -> None:
    rows = [
        ["Action item", "Owner", "Due date", "Status"],
        ['"Call, write; and\nvisit"', "Tom", "2026-11-27", "open"],
        ["=1+1", "Sanne", "32-13-2026", "done"],
        ["", "", "", ""],
        ["Order chairs"],
        ["", "Tom"],
    ]
    content = "\ufeff" + "\r\n".join(delimiter.join(row) for row in rows)
    assert rows_of(content) == [
        (2, "Call, write; and visit", "Tom", "2026-11-27", False),
        (4, "=1+1", "Sanne", "32-13-2026", True),
        (6, "Order chairs", None, None, False),
        (7, "", "Tom", None, False),
    ]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("actie;wie\ncoördineer;Zoë\n".encode("utf-8-sig"), "actie;wie\ncoördineer;Zoë\n"),
        ("actie;wie\ncoördineer;Zoë\n".encode(), "actie;wie\ncoördineer;Zoë\n"),
        ("actie;wie\ncoördineer;Zoë\n".encode("cp1252"), "actie;wie\ncoördineer;Zoë\n"),
        ("actie\twie\ncoördineer\tZoë\n".encode("utf-16"), "actie\twie\ncoördineer\tZoë\n"),
        (b"PK\x03\x04\x00\x00", ""),
    ],
)
def test_a_file_is_read_as_spreadsheets_write_it(content: bytes, text: str) -> None:
    assert decoded(content) == text


def test_a_file_without_columns_is_no_table() -> None:
    assert rows_of("write the plan\ncall the supplier") is None
    assert rows_of("") is None


def test_a_cell_that_holds_no_date_is_said() -> None:
    [read, _] = lines("call\tTom\t32-13-2026\nwrite\tTom\t2026-11-27\n")
    assert (read.due_doubt, read.due_said, read.due) == (Doubt.unreadable, "32-13-2026", None)


def test_what_no_item_can_hold_is_not_ticked() -> None:
    read = lines(f"write it\n{'word ' * 500}\n")
    assert [(line.why, line.ticked, line.fits) for line in read] == [
        (Why.none, True, True),
        (Why.long, False, False),
    ]
    [_, row] = lines("call Jan\tTom\t2026-11-27\n-\tTom\t2026-11-27\n")
    assert (row.why, row.ticked, row.owner_said) == (Why.no_text, False, "Tom")


@pytest.mark.parametrize(
    ("mail", "items"),
    [
        (
            "Hi all,\n\n- call the bank\n- write the plan\n\nKind regards,\nSanne\nProject manager",
            "call the bank|write the plan",
        ),
        ("Beste allemaal,\n1. bel de bank\n2. offerte vragen\nGroetjes Sanne", "bel de bank|offerte vragen"),
        ("```\ncall the bank\nwrite the plan\n```", "call the bank|write the plan"),
        ("Thanks Tom\ncall the bank\nbeste leverancier kiezen", "call the bank|beste leverancier kiezen"),
        ("call the bank\nBest regards\n- order paint\n- thanks", "call the bank|order paint|thanks"),
    ],
)
def test_what_stands_around_the_items_of_a_mail_is_shown_and_not_ticked(mail: str, items: str) -> None:
    found = lines(mail)
    assert [line.text for line in found if line.ticked] == items.split("|")
    assert len(found) == len([line for line in mail.splitlines() if line])
