"""Files of action items, as other programs read them."""

import csv
import io
import zipfile
from datetime import UTC, date, datetime
from typing import Any
from xml.etree import ElementTree

import pytest
from icalendar import Calendar

from bot.action_items.model import ActionItem, Status
from bot.adapters.exports import WRITERS
from bot.core.language import Language
from bot.exports.export import Entry, Format, Sheet

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
HOSTILE = ("=1+1", "+1", "-1", "@cmd", "a|b\nc", 'say "x"; y, z', "\x07bell", "")


def sheet(*texts: str, language: Language = Language.en, **fields: Any) -> Sheet:
    items = [
        ActionItem(project_id=3, number=n, text=text or "x", raised_by="U1", raised_at=NOW, **fields)
        for n, text in enumerate(texts, start=1)
    ]
    entries = [Entry(item, "T1", "Atlas", "Tom", "tom@example.org") for item in items]
    rows: list[list[Any]] = [
        [f"A-{item.number}", text, item.due, 2, datetime(2026, 11, 23, 10)]
        for item, text in zip(items, texts, strict=True)
    ]
    heads = ["Number", "Action item", "Due", "Times postponed", "Raised on"]
    return Sheet("Action items [Atlas]: a/b", language, heads, rows, entries)


def todos(given: Sheet) -> list[Any]:
    """As a calendar reads them."""
    return list(Calendar.from_ical(WRITERS[Format.ics](given, NOW)).walk("VTODO"))


def cells(content: bytes) -> dict[str, str]:
    """Of the first page of a workbook: place -> what stands there, kinds of text resolved."""
    names = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        shared = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        words = ["".join(node.itertext()) for node in shared.findall("m:si", names)]
        page = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    found = {}
    for cell in page.iter(f"{{{names['m']}}}c"):
        value = cell.findtext("m:v", "", names)
        assert cell.find("m:f", names) is None, "a formula"
        found[cell.attrib["r"]] = words[int(value)] if cell.attrib.get("t") == "s" else value
    return found


@pytest.mark.parametrize(("language", "delimiter"), [(Language.en, ","), (Language.nl, ";")])
def test_no_text_becomes_a_formula_in_csv_and_all_of_it_comes_back(
    language: Language, delimiter: str
) -> None:
    content = WRITERS[Format.csv](sheet(*HOSTILE, language=language), NOW)
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter))
    assert [row["Action item"].removeprefix("'") for row in rows] == list(HOSTILE)
    assert not [row for row in rows if row["Action item"].startswith(("=", "+", "-", "@"))]


def test_a_workbook_holds_dates_as_dates_and_no_formula() -> None:
    found = cells(WRITERS[Format.xlsx](sheet(*HOSTILE, due=date(2026, 11, 27)), NOW))
    assert found["B1"] == "Action item" and found["B2"] == "=1+1"
    assert found["C2"] == "46353", "days since 1899-12-30"
    assert found["D2"] == "2"


def test_to_dos_have_their_own_lasting_name_state_and_dates() -> None:
    done = sheet("write the plan", due=date(2026, 11, 27), status=Status.done, done_at=NOW)
    [todo] = todos(done)
    assert (str(todo["uid"]), str(todo["status"])) == ("T1-3-A1-20261123T090000@spil", "COMPLETED")
    assert (todo["due"].dt, todo["completed"].dt) == (date(2026, 11, 27), NOW)
    assert str(todo["attendee"]) == "mailto:tom@example.org"


def test_to_dos_of_hostile_texts_are_read_again() -> None:
    read = todos(sheet(*HOSTILE))
    assert len(read) == len(HOSTILE)
    assert str(read[4]["summary"]) == "A-5 · a|b\nc"


def test_what_repeats_repeats_in_a_calendar_too() -> None:
    weekly = sheet("check", repeats="FREQ=WEEKLY", due=date(2026, 11, 27), starts=date(2026, 11, 25))
    [todo] = todos(weekly)
    assert todo["rrule"]["FREQ"] == ["WEEKLY"]


def test_a_markdown_table_has_as_many_cells_in_each_line_whatever_stands_in_them() -> None:
    lines = WRITERS[Format.md](sheet(*HOSTILE), NOW).decode().splitlines()
    table = [line.replace("\\|", "") for line in lines if line.startswith("|")]
    assert len(table) == 2 + len(HOSTILE)
    assert {line.count("|") for line in table} == {6}
