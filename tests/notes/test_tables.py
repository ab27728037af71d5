"""Tables as the tools that people use write them: which column is what, and which rows are done."""

import json
from datetime import date

import pytest

from bot.core.language import Language
from bot.notes.cells import month_first, plain_date, says_done
from bot.notes.columns import NONE_OWN, Own
from bot.notes.headers import Role, label_of
from bot.notes.pasted_lines import Doubt, read_pasted
from bot.notes.tables import Table, find_table
from tests.kit.clock import FRIDAY, MONDAY

KNOWN = frozenset(["tom", "tom baker", "sanne", "priya", "priya nair"])


def table(content: str, own: Own = NONE_OWN, *, of_file: bool = True) -> Table:
    found = find_table(content, KNOWN, own, of_file=of_file)
    assert found is not None
    return found


JIRA = """\
Issue Type,Issue key,Summary,Assignee,Reporter,Priority,Status,Created,Due Date
Task,HAL-7,Paint the hall,Tom Baker,Priya Nair,High,In Progress,02/Nov/26 9:14 AM,27/Nov/26 12:00 AM
Task,HAL-8,Sand the floor,Priya Nair,Tom Baker,Low,Done,02/Nov/26 9:15 AM,27/Nov/26 12:00 AM
"""
JIRA_NL = """\
Sleutel;Samenvatting;Toegewezene;Einddatum;Oplossing
HAL-7;Verf de zaal;Tom Baker;27/nov/26;Onopgelost
HAL-8;Schuur de vloer;Priya Nair;27/nov/26;Gereed
"""
PLANNER = """\
Task ID,Task Name,Bucket Name,Progress,Assigned To,Created By,Created Date,Start date,Due date,Completed By
p1,Paint the hall,Ground floor,Not started,Tom Baker,Priya Nair,10/30/2026,,11/27/2026,
p2,Sand the floor,Ground floor,Completed,Priya Nair,Tom Baker,10/30/2026,,11/27/2026,Priya Nair
"""
PLANNER_NL = """\
Taak-id;Taaknaam;Bucketnaam;Voortgang;Toegewezen aan;Gemaakt door;Aanmaakdatum;Einddatum;Voltooid op
p1;Verf de zaal;Begane grond;Niet gestart;Tom Baker;Priya Nair;30-10-2026;27-11-2026;
p2;Schuur de vloer;Begane grond;Wordt uitgevoerd;Priya Nair;Tom Baker;30-10-2026;27-11-2026;20-11-2026
"""
ASANA = """\
,,
Task ID,Created At,Completed At,Last Modified,Name,Section/Column,Assignee,Assignee Email,Due Date,Notes
71,2026-11-02,,2026-11-03,Paint the hall,Doing,Tom Baker,tom@x.nl,2026-11-27,two coats
72,2026-11-02,2026-11-20,2026-11-20,Sand the floor,Doing,Priya Nair,p@x.nl,2026-11-27,
"""
TRELLO = """\
Card ID,Card Name,Card URL,Card Description,Labels,Members,Due Date,List ID,List Name,Board Name,Archived
c7,Paint the hall,https://x/7,two coats,,Tom Baker,2026-11-27T09:00:00.000Z,l1,Doing,Hall,false
c8,Sand the floor,https://x/8,,,Priya Nair,2026-11-27T09:00:00.000Z,l2,Done,Hall,false
"""
NOTION = """\
Name,Assign,Status,Due
Paint the hall,Tom Baker,In progress,"November 24, 2026 → November 27, 2026"
Sand the floor,Priya Nair,Complete,"November 27, 2026 5:00 PM"
"""
TODOIST = """\
TYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT,AUTHOR,RESPONSIBLE,DATE,DATE_LANG,TIMEZONE
task,Paint the hall,two coats,1,1,Priya (12),Tom Baker,27 Nov,en,Europe/Amsterdam
task,[x] Sand the floor,,1,2,Tom (11),Priya Nair,27 Nov,en,Europe/Amsterdam
"""
PROJECT = """\
ID,Task Mode,Task Name,Duration,Start,Finish,Resource Names,% Complete
1,Auto,Paint the hall,3 days,Tue 24-11-26,Fri 27-11-26,Tom Baker,50%
2,Auto,Sand the floor,1 day,Fri 27-11-26,Fri 27-11-26,Priya Nair,100%
"""
SHEETS = """\
Done\tWhat to do\tPerson\tBy when
FALSE\tPaint the hall\tTom Baker\t27-nov-26
TRUE\tSand the floor\tPriya Nair\t27-nov-26
"""
EXCEL = """\
sep=|
Nr.|Actie|Actiehouder|Datum gereed|Stand van zaken
1|Verf de zaal|Tom Baker|27.11.2026|loopt
2|Schuur de vloer|Priya Nair|27.11.2026|gereed
"""
BOARD = json.dumps(
    {
        "name": "Hall",
        "members": [{"id": "m1", "fullName": "Tom Baker"}, {"id": "m2", "fullName": "Priya Nair"}],
        "lists": [{"id": "l1", "name": "Doing"}, {"id": "l2", "name": "Ready"}],
        "cards": [
            {
                "name": "Paint the hall",
                "idMembers": ["m1"],
                "idList": "l1",
                "due": "2026-11-27T09:00:00.000Z",
                "dueComplete": False,
            },
            {
                "name": "Sand the floor",
                "idMembers": ["m2"],
                "idList": "l2",
                "due": "2026-11-27T09:00:00.000Z",
                "closed": True,
            },
        ],
    }
)
EXPORTS = [JIRA, JIRA_NL, PLANNER, PLANNER_NL, ASANA, TRELLO, BOARD, NOTION, TODOIST, PROJECT, SHEETS, EXCEL]


@pytest.mark.parametrize("content", EXPORTS)
def test_an_export_is_read_by_the_names_of_its_columns(content: str) -> None:
    found = table(content)
    lines, _table = read_pasted(content, KNOWN, MONDAY, "Europe/Amsterdam", [*Language], of_file=True)
    assert not found.guessed
    assert [(line.owner_said, line.due, line.ticked) for line in lines] == [
        ("Tom Baker", FRIDAY, True),
        ("Priya Nair", FRIDAY, False),
    ]
    texts = [line.text for line in lines]
    assert texts in (["Paint the hall", "Sand the floor"], ["Verf de zaal", "Schuur de vloer"])


@pytest.mark.parametrize("content", [JIRA, NOTION, JIRA_NL, SHEETS])
def test_pasted_it_is_the_same_table(content: str) -> None:
    assert table(content, of_file=False) == table(content)


def test_rows_with_a_colleague_and_a_date_are_a_table_also_behind_bullets() -> None:
    rows = "{}tom;call the printer;12-12-2026\n{}priya;order ink;14-12-2026"
    plain = find_table(rows.format("", ""), KNOWN)
    assert plain is not None
    assert find_table(rows.format("1. ", "2. "), KNOWN) == find_table(rows.format("- ", "• "), KNOWN) == plain


@pytest.mark.parametrize(
    "content",
    [
        "Call the printer, then Tom\nOrder ink, paper",
        "Tom; call the printer\nPriya; order ink",
        "Tasks for the fair:\n\t•\tmow the lawn\n\t\to\trake the leaves",
        "Acties\nmaai het gras, en hark",
    ],
)
def test_lines_with_commas_or_semicolons_are_no_table(content: str) -> None:
    assert find_table(content, KNOWN) is None


@pytest.mark.parametrize(
    ("head", "row", "read"),
    [
        ("Name;Description;Due", "Mow;the lawn;1 Dec", ("Mow", None, "1 Dec")),
        ("Naam;Omschrijving;Datum", "Tom;maai het gras;1 dec", ("maai het gras", "Tom", "1 dec")),
        ("Name;Assignee", "Mow;Tom", ("Mow", "Tom", None)),
        ("Datum;Actie;Wie;Deadline", "1-11-2026;Maai;Tom;", ("Maai", "Tom", None)),
        ("Action owner;Action status;Action;Action date", "Tom;open;Mow;1 Dec", ("Mow", "Tom", "1 Dec")),
        ("wat;voor wanneer;door wie", "maai;vrijdag;Tom", ("maai", "Tom", "vrijdag")),
        ("Task;Priority", "Mow;1", ("Mow", None, None)),
        ("TaskName;dueDate;assigned_to", "Mow;1 Dec;Tom", ("Mow", "Tom", "1 Dec")),
        ("Deadline (dd/mm);Activity;Responsible (R)", "1/12;Mow;Tom", ("Mow", "Tom", "1/12")),
        ("Actie;Wie;Gereed", "Maai;Tom;ja", ("Maai", "Tom", None)),
    ],
)
def test_of_several_columns_that_could_be_meant_the_surest_is(
    head: str, row: str, read: tuple[str, str | None, str | None]
) -> None:
    [found] = table(f"{head}\n{row}\n").read()
    assert (found.text, found.owner, found.due) == read


@pytest.mark.parametrize(
    "content", ['{"cards": 1}', '{"cards": [1, {}], "lists": 7}', "{", '{"a": ' * 5000, "[1]", "{}"]
)
def test_what_is_no_board_is_refused_without_an_error(content: str) -> None:
    found = find_table(content, KNOWN, of_file=True)
    assert found is None or not [row for row in found.read() if row.text and "{" not in row.text]


def test_a_title_above_the_names_of_the_columns_is_no_row() -> None:
    found = table("Hall, week 48;;\n;;\nTask;Owner;Due\nMow;Tom;1 Dec\n")
    assert [row.number for row in found.read()] == [4]


def test_names_that_we_do_not_know_are_told_by_what_stands_below_and_asked() -> None:
    found = table("Job\tCaptain\tLatest\nmow the lawn\tTom\t1-12-2026\nrake the leaves\tPriya\t2-12-2026\n")
    assert found.guessed and found.head == ["Job", "Captain", "Latest"]
    assert [found.columns.place_of(role) for role in (Role.text, Role.owner, Role.due)] == [0, 1, 2]
    chosen = found.chosen(Role.owner, None).chosen(Role.due, 1)
    assert chosen.told() == {"job": Role.text, "captain": Role.due, "latest": Role.none}


def test_what_a_project_said_of_its_columns_is_not_asked_again() -> None:
    rows = "Job\tCaptain\tLatest\nmow the lawn\tTom\t1-12-2026\n"
    own = {"job": Role.text, "captain": Role.none, "latest": Role.due}
    found = table(rows, own)
    assert not found.guessed
    assert found.read() == [(2, "mow the lawn", None, "1-12-2026", False)]


def test_its_own_names_head_a_table_whatever_stands_below() -> None:
    found = table("Subject\tCaptain\nmow the lawn\tPip\n", {"captain": Role.owner})
    assert found.read() == [(2, "mow the lawn", "Pip", None, False)]


def test_a_first_row_that_is_work_is_no_head() -> None:
    found = table("mow the lawn\tTom\tsoon\nrake the leaves\tPriya\t2-12-2026\nsweep\tTom\t3-12-2026\n")
    assert (found.head, found.guessed, len(found.rows)) == ([], False, 3)


def test_checkboxes_of_a_sheet_without_names_say_what_is_done() -> None:
    found = table("TRUE,mow the lawn,Tom\nFALSE,rake the leaves,Priya\n")
    assert [(row.text, row.owner, row.done) for row in found.read()] == [
        ("mow the lawn", "Tom", True),
        ("rake the leaves", "Priya", False),
    ]


def test_owners_on_lines_of_one_cell_are_several() -> None:
    [row] = table('Task,Owner\nMow,"Tom\nPriya"\n').read()
    assert row.owner == "Tom; Priya"


def test_a_number_of_a_spreadsheet_is_asked_as_the_day_that_it_can_be() -> None:
    rows = "mow the lawn\tTom\t46357\nrake the leaves\tPriya\t46358\n"
    [first, _], _table = read_pasted(rows, KNOWN, MONDAY, "Europe/Amsterdam", [Language.en])
    assert (first.due, first.due_doubt, first.readings) == (None, Doubt.ambiguous, [date(2026, 12, 1)])


@pytest.mark.parametrize(
    ("cells", "american"),
    [
        (["12/04/2026", "11/20/2026"], True),
        (["12/04/2026", "20/11/2026"], False),
        (["12/04/2026"], None),
        (["11/20/2026", "20/11/2026"], None),
    ],
)
def test_days_and_months_of_a_table_are_told_by_the_others(cells: list[str], american: bool | None) -> None:
    assert month_first(cells) is american
    told = {True: "2026-12-04", False: "2026-04-12", None: "12/04/2026"}
    assert plain_date(cells[0] if american is not None else "12/04/2026", american) == told[american]


@pytest.mark.parametrize(
    ("cell", "done"),
    [
        *((cell, True) for cell in ("Done", "Gereed ✓", "closed by Tom", "100%", "x", "Ja", "20-11-2026")),
        *((cell, True) for cell in ("Won't do", "Voltooid.", "[x]", "2026-11-20 13:00", "✔️")),
        *((cell, False) for cell in ("", "open", "ready for review", "klaar voor controle", "50%", "0.5")),
        *((cell, False) for cell in ("klaar om te testen", "nee", "In progress", "not done")),
    ],
)
def test_a_cell_says_that_a_row_is_done(cell: str, done: bool) -> None:
    assert says_done(cell) is done


@pytest.mark.parametrize(
    ("cell", "label"),
    [
        ("Due date (dd-mm):", "due date"),
        ("**Who?**", "who"),
        ("DueDate", "due date"),
        ("assigned_to", "assigned to"),
        ("call the printer about the ink today", ""),
    ],
)
def test_the_name_of_a_column_is_read_without_its_signs(cell: str, label: str) -> None:
    assert label_of(cell) == label
