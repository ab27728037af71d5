"""What was said in a thread as notes: a transcript with times and speakers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate, chain, pairwise

from bot.core.calendar import local
from bot.minutes.extraction.extract import typed_lines

_NO_NAME = re.compile(r"[:|<>\[\](){}!?;,\"“”].*", re.DOTALL)
"""What cannot stand in the name of a speaker, and all behind it."""
_WORDS = 4
"""Of a speaker's name."""


@dataclass(frozen=True)
class Said:
    at: datetime
    name: str
    text: str
    """As a person reads it."""
    beside: str = ""
    """Text of the documents that were shared with it."""


def notes_of(thread: Sequence[Said], zone: str) -> str:
    """`10:02 Tom: I'll send it`, each line of a message by itself; with the day where there are several."""
    return "\n".join(chain.from_iterable(_lines(thread, zone)))


def noted(thread: Sequence[Said], zone: str) -> list[Said]:
    """Those in which something was typed for the minutes that a draft of the thread takes."""
    lines = [*_lines(thread, zone)]
    typed, at = typed_lines(notes_of(thread, zone)), [0, *accumulate(map(len, lines))]
    numbers = (range(first + 1, last + 1) for first, last in pairwise(at))
    return [said for said, of in zip(thread, numbers, strict=True) if not typed.isdisjoint(of)]


def _lines(thread: Sequence[Said], zone: str) -> Iterator[list[str]]:
    """Those of each message."""
    at = [local(said.at, zone) for said in thread]
    form = "%H:%M" if len({moment.date() for moment in at}) < 2 else "%Y-%m-%d %H:%M"
    for said, moment in zip(thread, at, strict=True):
        opening = f"{moment:{form}} {_speaker(said.name)}: "
        said_now = [opening + line.strip() for line in said.text.splitlines() if line.strip()]
        yield said_now + (said.beside.split("\n") if said.beside else [])


def _speaker(name: str) -> str:
    short = " ".join(_NO_NAME.sub("", name).split()[:_WORDS])
    return short or " ".join(re.findall(r"\w+", name)[:_WORDS])
