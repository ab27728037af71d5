"""The parts of day and the rows that both tables of words for dates are made of."""

from collections.abc import Iterable, Iterator
from typing import Any

Row = tuple[str, Any, str]
"""Kind, value, and the words that mean it, parted by bars."""

Part = tuple[int, int]
"""A part of the day: its first minute and the minute after its last."""

MORNING: Part = (0, 12 * 60)
AFTERNOON: Part = (12 * 60, 18 * 60)
EVENING: Part = (17 * 60, 24 * 60 + 1)
NIGHT: Part = (20 * 60, 31 * 60)


def each(kind: str, words: dict[Any, str]) -> Iterator[Row]:
    """Rows of one kind, by value."""
    for value, phrases in words.items():
        yield kind, value, phrases


def numbered(kind: str, names: Iterable[str]) -> Iterator[Row]:
    """Rows for the first, second, third … of `names`; several names of one are parted by spaces."""
    for number, words in enumerate(names, start=1):
        yield kind, number, " | ".join(words.split())
