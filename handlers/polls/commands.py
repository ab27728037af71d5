"""`/meeting poll …`: what was typed, as the fields of the form."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from bot.core.context import Context
from bot.core.language import Language
from bot.dates.reader import Unreadable, duration
from bot.meetings.lines import Reader
from bot.meetings.model import USUAL
from bot.polls.errors import UnreadDeadline
from bot.polls.times import BETWEEN
from handlers.meetings import commands as meetings
from handlers.slack.request import MENTION, Request

SIGN = re.compile(r":\s+|\n")
"""Between what the poll is about and its moments."""
LENGTH = re.compile(
    r"(?:^|\s)(?:for\s+|van\s+)?(\d+(?:[.,]\d+)?\s*(?:m|mins?|minutes?|minuut|minuten|h|hrs?|hours?|u|uur|uren))$",
    re.IGNORECASE,
)
OPTIONAL = re.compile(
    rf"[\s,;(]+(?:optional|optionally|optioneel)[\s:]+((?:{MENTION.pattern}[\s,&+]*(?:(?:and|en)\s+)?)+)\)?",
    re.IGNORECASE,
)
FEW = 3
"""In so many of the first pieces of a line without the sign its first moment is looked for."""


def read(request: Request, line: str) -> dict[str, Any]:
    """`Sprint review with @tom 45m: tue 10:00, wed 14:00`; without moments `times` is empty."""
    optional = [found[1] for each in OPTIONAL.finditer(line) for found in MENTION.finditer(each[1])]
    line = OPTIONAL.sub(" ", line).strip()
    sign = SIGN.search(line)
    head, times = (line[: sign.start()], line[sign.end() :]) if sign else _parted(request, line)
    head, minutes = _with_length(head.strip())
    found = meetings.read(request, head)
    unclear = {name: why for name, why in found.pop("unclear").items() if name not in ("day", "at")}
    fields = {"title": found["title"], "people": found["people"], "place": found.get("place", "")}
    return {
        **fields,
        "optional": optional,
        "minutes": minutes or USUAL,
        "times": "\n".join(each.strip() for each in times.split("\n")),
        "unclear": unclear,
    }


def deadline(ctx: Context, phrase: str) -> date | datetime:
    """A day, or a naive moment; raise UnreadDeadline, or Ambiguous."""
    try:
        moment = Reader(ctx.now, ctx.project.zone, ctx.languages).phrase(phrase, ctx.today)
    except Unreadable as unread:
        raise UnreadDeadline(phrase) from unread
    if "day" in moment.unclear:
        raise moment.unclear["day"]
    if moment.day is None:
        raise UnreadDeadline(phrase)
    return datetime.combine(moment.day, moment.at) if moment.at else moment.day


def _parted(request: Request, line: str) -> tuple[str, str]:
    """At the first moment, where no sign stands before it."""
    for end, rest in _ends(line):
        found = meetings.read(request, line[:end])
        if "day" in found and "at" in found:
            first = f"{found['day']} {found['at']:%H:%M}"
            head = _without_moment(request, line[:end], found)
            return head, f"{first}, {line[rest:]}" if line[rest:] else first
    return line, ""


def _ends(line: str) -> Iterator[tuple[int, int]]:
    """Where a first piece may end, and what follows it begins."""
    found = list(BETWEEN.finditer(line))[:FEW]
    yield from ((each.start(), each.end()) for each in found)
    yield len(line), len(line)


def _without_moment(request: Request, head: str, found: dict[str, Any]) -> str:
    """The same words, people and place, as a line that says no moment."""
    people = " ".join(f"<@{user}>" for user in found["people"])
    place = f" at {found['place']}" if found.get("place") else ""
    length = f" {found['minutes']}m" if found.get("minutes") else ""
    return f"{found['title']} with {people}{place}{length}" if people else f"{found['title']}{place}{length}"


def _with_length(head: str) -> tuple[str, int | None]:
    found = LENGTH.search(head)
    if found is None:
        return head, None
    for language in Language:
        try:
            return head[: found.start()].rstrip(" ,;"), int(
                duration(found[1], language).total_seconds()
            ) // 60
        except Unreadable:
            continue
    return head, None
