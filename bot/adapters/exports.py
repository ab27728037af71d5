"""Writes records as files that other programs open."""

import csv
import io
import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime

from icalendar import Calendar, Todo, vCalAddress, vRecur, vText

from bot.action_items.model import ActionItem, Status
from bot.adapters.word_files import UNPRINTABLE
from bot.core.calendar_event import uid
from bot.core.language import Language
from bot.exports.export import Cell, Entry, Format, Sheet, link_of

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet may take for a formula when it begins a cell."""
WIDEST = 60
TODO_STATUS = {Status.done: "COMPLETED", Status.cancelled: "CANCELLED"}


def as_csv(sheet: Sheet, _now: datetime) -> bytes:
    """UTF-8 with its mark, by which Excel knows it; semicolons where a comma is the decimal sign."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";" if sheet.language == Language.nl else ",", lineterminator="\r\n")
    writer.writerow(sheet.heads)
    writer.writerows([_harmless(cell) for cell in row] for row in sheet.rows)
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(sheet: Sheet, _now: datetime) -> bytes:
    """Dates as dates, texts never as formulas, and a filter in every head."""
    import xlsxwriter  # only here, and late: few ever need it

    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    page = book.add_worksheet(UNPRINTABLE.sub("", re.sub(r"[\[\]:*?/\\]", " ", sheet.title))[:31].strip("'"))
    head = book.add_format({"bold": True, "bottom": 1})
    formats = {
        date: book.add_format({"num_format": "dd-mm-yyyy"}),
        datetime: book.add_format({"num_format": "dd-mm-yyyy hh:mm"}),
    }
    page.write_row(0, 0, sheet.heads, head)
    for number, row in enumerate(sheet.rows, start=1):
        for column, cell in enumerate(row):
            if isinstance(cell, date):
                page.write_datetime(number, column, cell, formats[type(cell)])
            elif isinstance(cell, int):
                page.write_number(number, column, cell)
            elif cell:
                page.write_string(number, column, UNPRINTABLE.sub("", cell))
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, len(sheet.rows), len(sheet.heads) - 1)
    for column, title in enumerate(sheet.heads):
        longest = max([len(title) + 3, *(len(_words(row[column])) for row in sheet.rows)])
        page.set_column(column, column, min(longest + 1, WIDEST))
    book.close()
    return file.getvalue()


def as_ics(sheet: Sheet, now: datetime) -> bytes:
    """To-dos of iCalendar (RFC 5545), with the same UID each time, so that a second import updates."""
    calendar = Calendar()
    calendar.add("prodid", "-//Spil//Spil//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _printable(sheet.title))
    for entry in sheet.entries:
        calendar.add_component(_todo(entry, now))
    file: bytes = calendar.to_ical()
    return file


def as_md(sheet: Sheet, _now: datetime) -> bytes:
    """A table that a wiki or a repository shows."""
    lines = [
        f"# {markdown(sheet.title)}",
        "",
        table_line(sheet.heads),
        table_line(["---"] * len(sheet.heads)),
    ]
    lines += [table_line([markdown(_words(cell)) for cell in row]) for row in sheet.rows]
    return ("\n".join(lines) + "\n").encode()


WRITERS: Mapping[Format, Callable[[Sheet, datetime], bytes]] = {
    Format.csv: as_csv,
    Format.xlsx: as_xlsx,
    Format.ics: as_ics,
    Format.md: as_md,
}


def _harmless(cell: Cell) -> Cell:
    """A text that no spreadsheet runs: an apostrophe before it is not shown there."""
    if isinstance(cell, str) and cell.startswith(FORMULA):
        return f"'{cell}"
    return _words(cell) if isinstance(cell, date) else cell


def _words(cell: Cell) -> str:
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d %H:%M}"
    return "" if cell is None else str(cell)


def _todo(entry: Entry, now: datetime) -> Todo:
    item, todo = entry.item, Todo()
    todo.add("uid", uid(entry.team, item.project_id, f"A{item.number}", item.raised_at))
    todo.add("sequence", item.version)
    todo.add("dtstamp", now.astimezone(UTC))
    todo.add("created", item.raised_at.astimezone(UTC))
    todo.add("summary", _printable(f"A-{item.number} · {item.text}"))
    if entry.owner:
        todo.add("description", _printable(f"{entry.project} · {entry.owner}"))
    if entry.owner and entry.owner_email:
        todo.add("attendee", _attendee(entry.owner, entry.owner_email))
    if item.starts and (item.due is None or item.starts < item.due):
        todo.add("dtstart", item.starts)
    if item.due:
        todo.add("due", item.due)
    todo.add("status", _status(item))
    if item.done_at:
        todo.add("completed", item.done_at.astimezone(UTC))
        todo.add("percent-complete", 100)
    if item.repeats and item.open and item.due and "dtstart" in todo:
        todo.add("rrule", vRecur.from_ical(item.repeats))
    if link := link_of(item):
        todo.add("url", link)
    return todo


def _status(item: ActionItem) -> str:
    begun = "IN-PROCESS" if item.accepted_at else "NEEDS-ACTION"
    return TODO_STATUS.get(Status(item.status), begun)


def _attendee(name: str, email: str) -> vCalAddress:
    address = vCalAddress(f"mailto:{email}")
    address.params["CN"] = vText(re.sub(r'[\x00-\x1f\x7f"]', " ", name))
    return address


def _printable(text: str) -> str:
    return UNPRINTABLE.sub("", text)


def markdown(text: str) -> str:
    """On one line, with what Markdown takes for marks made plain."""
    return re.sub(r"([\\`*_\[\]<>|#~]|&(?=#?\w+;))", r"\\\1", " ".join(text.split()))


def table_line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
