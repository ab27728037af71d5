"""`/meeting poll …`: what was typed, as the fields of the form."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from bot.core.context import Context
from bot.dates.reader import Unreadable
from bot.meetings.model import USUAL
from bot.polls.times import BETWEEN, OF
from handlers.meetings import typed as meetings
from handlers.meetings.typed import OPTIONAL
from handlers.slack.request import MENTION, Request

SIGN = re.compile(r":\s+|\n")
"""Between what the poll is about and its moments."""
FEW = 6
"""In so many of the first pieces of a line without the sign its first moment is looked for."""


def read(request: Request, line: str) -> dict[str, Any]:
    """`Sprint review with @tom 45m: tue 10:00, wed 14:00`; without moments `times` is empty."""
    optional = [found[1] for each in OPTIONAL.finditer(line) for found in MENTION.finditer(each[1])]
    line = OPTIONAL.sub(" ", line).strip()
    found, times = _parted(request, line)
    unclear = {name: why for name, why in found["unclear"].items() if name not in ("day", "at")}
    known: dict[str, Any] = {name: found[name] for name in ("title", "people", "place") if name in found}
    minutes = found.get("minutes") or USUAL
    return {**known, "optional": optional, "minutes": minutes, "times": times.strip(), "unclear": unclear}


def deadline(ctx: Context, phrase: str) -> date | datetime:
    """A day, or a naive moment; raise Unreadable or Ambiguous."""
    moment = meetings.reader(ctx).phrase(phrase, ctx.today)
    if "day" in moment.unclear:
        raise moment.unclear["day"]
    if moment.day is None:
        raise Unreadable(phrase)
    return datetime.combine(moment.day, moment.at) if moment.at else moment.day


def _parted(request: Request, line: str) -> tuple[dict[str, Any], str]:
    """What the head tells, as fields of a meeting, and the moments: behind the sign, or from the first."""
    sign = SIGN.search(line)
    for end, rest in () if sign else _ends(line):
        found = meetings.read(request, line[:end])
        if "day" in found and "at" in found:
            return found, f"{found['day']} {found['at']:%H:%M}, {line[rest:]}"
    head, minutes = meetings.reader(request.here).without_length(line[: sign.start()] if sign else line)
    length = {"minutes": minutes} if minutes else {}
    return {**meetings.read(request, head.strip()), **length}, line[sign.end() :] if sign else ""


def _ends(line: str) -> Iterator[tuple[int, int]]:
    """Where a first piece may end, and what follows it begins."""
    found = sorted(each.span() for pattern in (BETWEEN, OF) for each in pattern.finditer(line))
    yield from found[:FEW]
    yield len(line), len(line)
