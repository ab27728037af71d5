"""Count how many dates in words are read right, time that against dateparser, and look for dates where
there are none: in ordinary sentences.

    python -m tests.measure_dates [FILE.tsv …]

A table has the columns lang, phrase, expected_start, expected_end, recurrence, kind, as said on
Monday 2026-11-23 at 09:00 in Amsterdam. A start without a time asks for the date alone. Kind
"unreadable" must be refused; "ambiguous" must be asked back with the starts in expected_start.
"""

import csv
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.dates.reader import Ambiguous, Language, Reading, Unreadable, read, split

ZONE = "Europe/Amsterdam"
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo(ZONE))
HERE = Path(__file__).parent
TABLES = (HERE / "dates" / "dates_en.tsv", HERE / "dates" / "dates_nl.tsv")
ROUNDS = 6
NOT_JUDGED = ("BYHOUR=", "BYMINUTE=", "WKST=", "INTERVAL=1")

Row = dict[str, str]


def rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def written(value: date | datetime | None) -> str:
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    return value.isoformat() if value else ""


def parts(rule: str | None) -> set[str]:
    return {
        part
        for part in (rule or "").split(";")
        if part and part != "INTERVAL=1" and not part.startswith(NOT_JUDGED[:3])
    }


def outcome(row: Row) -> Reading | Unreadable | Ambiguous:
    try:
        return read(row["phrase"], NOW, ZONE, Language(row["lang"]))
    except (Unreadable, Ambiguous) as refused:
        return refused


def right(row: Row) -> bool:
    """Does the reading agree with what its row expects?"""
    got, start = outcome(row), row["expected_start"]
    if isinstance(got, Unreadable):
        return row["kind"] == "unreadable"
    if isinstance(got, Ambiguous):
        return row["kind"] == "ambiguous" and [written(each.start) for each in got.readings] == start.split()
    begins = written(got.start)
    return (
        row["kind"] not in ("unreadable", "ambiguous")
        and begins[: len(start)] == start
        and (len(start) in (0, 10) or begins == start)
        and (not row["expected_end"] or written(got.end) == row["expected_end"])
        and parts(got.rrule) == parts(row["recurrence"])
    )


def seconds_each(table: Sequence[Row], *readers: Callable[[Row], object]) -> list[float]:
    """The best of some rounds, in which the readers take turns: whatever else runs disturbs one round.

    All have seen the table before; they may remember what they saw.
    """
    rounds = [[_seconds(reader, table) for reader in readers] for _ in range(ROUNDS)]
    return [min(times) / len(table) for times in zip(*rounds[1:], strict=True)]


def _seconds(reader: Callable[[Row], object], table: Sequence[Row]) -> float:
    begin = time.perf_counter()
    for row in table:
        reader(row)
    return time.perf_counter() - begin


def by_dateparser(row: Row) -> object:
    import dateparser

    settings = {"RELATIVE_BASE": NOW.replace(tzinfo=None), "PREFER_DATES_FROM": "future"}
    return dateparser.parse(row["phrase"], languages=[row["lang"]], settings=settings)


def ordinary(language: Language) -> list[str]:
    """Sentences that hold no date, though they look as if."""
    return (HERE / "dates" / f"ordinary_{language}.txt").read_text(encoding="utf-8").splitlines()


def holds_date(text: str, language: Language) -> bool:
    try:
        return split(text, NOW, ZONE, language) != (text, None)
    except Ambiguous:
        return True


def measure_ordinary() -> None:
    for language in Language:
        sentences = ordinary(language)
        found = [text for text in sentences if any(holds_date(text, each) for each in Language)]
        print(f"{language}: a date read out of {len(found)} of {len(sentences)} ordinary sentences", *found)


def main(paths: list[Path]) -> None:
    table = [row for path in paths for row in rows(path)]
    total, good = Counter(row["lang"] for row in table), Counter(row["lang"] for row in table if right(row))
    for row in table:
        if not right(row):
            print("wrong:", row["lang"], row["phrase"], "->", outcome(row))
    for language in total:
        these = [row for row in table if row["lang"] == language]
        ours, theirs = seconds_each(these, outcome, by_dateparser)
        print(
            f"{language}: {good[language]} of {total[language]} right; "
            f"{ours * 1e6:.0f} µs a phrase, dateparser {theirs * 1e6:.0f} µs, ratio {ours / theirs:.2f}"
        )


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]] or list(TABLES))
    measure_ordinary()
