"""What was said in a thread as notes: a transcript with times and speakers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.core.calendar import local

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
    at = [local(said.at, zone) for said in thread]
    form = "%H:%M" if len({moment.date() for moment in at}) < 2 else "%Y-%m-%d %H:%M"
    lines: list[str] = []
    for said, moment in zip(thread, at, strict=True):
        opening = f"{moment:{form}} {_speaker(said.name)}: "
        lines += [opening + line.strip() for line in said.text.splitlines() if line.strip()]
        lines += filter(None, [said.beside])
    return "\n".join(lines)


def _speaker(name: str) -> str:
    short = " ".join(_NO_NAME.sub("", name).split()[:_WORDS])
    return short or " ".join(re.findall(r"\w+", name)[:_WORDS])
