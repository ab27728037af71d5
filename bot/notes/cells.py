"""Cells of a table: dates as spreadsheets and other tools write them, and what says that a row is done."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from bot.notes.dues import date_phrase
from bot.notes.words import DONE, YES

EMPTY = " -–—?"
LONGEST_DATE = 60
_DAY_ZERO = date(1899, 12, 30)
"""Of the days that spreadsheets count."""
_SERIAL = re.compile(r"[3-6]\d{4}(?:[.,]\d+)?")
_NAMED = re.compile(r"(\d{1,2})[-/. ]([^\W\d_]{3,10})\.?[-/., ]+(\d{4}|\d\d)\b")
_SLASHED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d\d)\b")
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
_TIME = re.compile(
    r"[T ,]*(?:om |at )?\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?: ?[ap]\.?m\.?)?(?: uur)?(?:Z| ?[+-]\d\d:?\d\d)?$",
    re.I,
)
_RANGE = re.compile(r"\s*(?:→|->)\s*")
_MARKS = " .:()[]*_\u200b\ufe0e\ufe0f"


def is_date(cell: str) -> bool:
    """Whether a cell holds a date and nothing else; a number of five digits can be one."""
    cell = cell.strip()
    if len(cell) > LONGEST_DATE:
        return False
    plain = plain_date(cell)
    return _has_year(plain) or _SERIAL.fullmatch(plain) is not None or date_phrase(plain) is not None


def _has_year(plain: str) -> bool:
    return any(form.fullmatch(plain) for form in (_ISO, _SLASHED, _NAMED))


def plain_date(cell: str, american: bool | None = None) -> str:
    """A cell's date as people would write it: `27/Nov/26 12:00 AM` is 27 Nov 2026, and of two days the last.

    `american`: months stand first, or days do; None where that is not known.
    """
    last = _RANGE.split(cell.strip()[:LONGEST_DATE])[-1]
    day = _TIME.sub("", last).strip() or last
    if found := _NAMED.fullmatch(day):
        return f"{found[1]} {found[2]} {_year(found[3])}"
    if (found := _SLASHED.fullmatch(day)) and american is not None:
        month, of_month = map(int, (found[1], found[2]) if american else (found[2], found[1]))
        return f"{_year(found[3])}-{month:02}-{of_month:02}" if month <= 12 else day
    if found := _ISO.fullmatch(day):
        return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"
    return day


def _year(digits: str) -> str:
    return digits if len(digits) == 4 else f"20{digits}"


def month_first(cells: Iterable[str]) -> bool | None:
    """How a table writes its days: 11/20/2026 among these cells has its month first, and so 12/04/2026 has;
    None where no cell tells, or they contradict."""
    found = [slashed for cell in cells if (slashed := _SLASHED.match(cell.strip()))]
    days = [(int(each[1]), int(each[2])) for each in found]
    told = {first <= 12 for first, second in days if (first <= 12) != (second <= 12)}
    return told.pop() if len(told) == 1 else None


def serial_day(phrase: str) -> date | None:
    """The day that a number of five digits is in a spreadsheet which shows its dates as numbers."""
    return _DAY_ZERO + timedelta(days=int(phrase[:5])) if _SERIAL.fullmatch(phrase.strip()) else None


def says_done(cell: str) -> bool:
    """Whether a cell of a column about that says so: `Done ✓`, `ja`, `100%`, or the day on which it was."""
    said = cell.lower().strip(_MARKS)
    if said in DONE or said in YES or _has_year(plain_date(cell)):
        return True
    words = [word for each in said.split()[:4] if (word := each.strip(_MARKS + ",;-–—"))]
    return bool(words) and words[0] in DONE and (len(words) == 1 or words[1] not in _NOT_YET)


_NOT_YET = frozenset("for voor to om bij with met in als when wanneer if % soon binnenkort".split())
"""Behind a word such as `ready` these say that it is not done."""
