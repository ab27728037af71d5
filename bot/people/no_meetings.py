"""When somebody wants no meetings: at lunch, in hours of focus, on whole days; as they type it."""

import re
from datetime import time
from typing import NamedTuple

from bot.core.language import Language
from bot.people.errors import UnreadHours
from bot.text.formats import clock_time, long_weekday

CLOCK = r"(\d{1,2})(?:[:.]?(\d\d))?\s*(?:uur|u|h)?"
HOURS = re.compile(rf"(?:([a-z]{{2,}})\.?)?\s*(?:{CLOCK}\s*(?:-|–|to|until|tot)\s*{CLOCK})?")
NIGHT = time()


class Block(NamedTuple):
    """Hours on their own clock; from 0:00 to 0:00 is the whole day."""

    day: int | None
    """Weekday, Monday is 0; None for each day."""
    begins: time
    ends: time


def read_blocks(typed: str) -> list[Block]:
    """`12:00–13:00, wed 13–17, fri` in any language; raise UnreadHours."""
    return [_block(part) for each in re.split(r"[,;\n]", typed) if (part := each.strip())]


def blocks_in(blocks: list[Block], language: Language) -> str:
    """As `read_blocks` reads them: 12:00–13:00, Wednesday 13:00–17:00, Friday"""
    return ", ".join(
        f"{'' if day is None else long_weekday(day, language)} "
        f"{'' if begins == ends else f'{clock_time(begins, language)}–{clock_time(ends, language)}'}".strip()
        for day, begins, ends in blocks
    )


def _block(part: str) -> Block:
    found = HOURS.fullmatch(part.lower())
    if found is None:
        raise UnreadHours(part)
    name, *clock = (None if each == "24" else each for each in found.groups())
    day = next((at for at in range(7) if name and _is_day(name, at)), None)
    try:
        first, second, third, fourth = (int(each or 0) for each in clock)
        begins, ends = time(first, second), time(third, fourth)
    except ValueError as impossible:
        raise UnreadHours(part) from impossible
    if (name and day is None) or (clock[0] and (begins == ends or begins > ends != NIGHT)):
        raise UnreadHours(part)
    return Block(day, begins, ends)


def _is_day(name: str, day: int) -> bool:
    """The whole name or its beginning."""
    return any(long_weekday(day, each).lower().startswith(name) for each in Language)
