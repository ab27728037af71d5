"""`/meeting …`: what was typed, word by word."""

import re
from functools import cache
from typing import Any

from bot.core.context import Context
from bot.core.errors import Rejected, UnknownPerson
from bot.dates.reader import Unreadable
from bot.meetings.errors import RuleStays, Unplaced
from bot.meetings.lines import Reader
from bot.meetings.model import Meeting
from bot.meetings.places import placed, without_link
from bot.notes.typed_line import without_people
from bot.people.matching import person_named
from handlers.slack.request import MENTION, SPECIAL, Request

NOBODY = "<!here>"
"""Stands for a name that nobody has."""
MOST_UNKNOWN = 10
"""After so many of them no more are looked up: the line is asked about anyhow."""
AMONG = rf"{MENTION.pattern}(?:(?:\s*[,&+]\s*|\s+)(?:(?:and|en)\s+)?{MENTION.pattern})*"
OPTIONAL = re.compile(
    rf"[,;\s(]*\b(?:optional(?:ly)?|eventueel|facultatief|optioneel)\b:?\s*({AMONG})\)?", re.IGNORECASE
)
"""Who needn't come: "with @tom, optional @priya"."""
NAMED = re.compile(r"(?<!\S)@([\w.-]*\w)")


def read(request: Request, line: str) -> dict[str, Any]:
    """`Sprint review with @tom at Room 2 friday 14:00`: fields of Sketch, and what is "unclear" of them."""
    text, unclear = _with_mentions(request, line)
    needless = OPTIONAL.search(text)
    optional = [found[1] for found in MENTION.finditer(needless[1])] if needless else []
    text = OPTIONAL.sub(lambda found: f" {found[1]}", text)
    rest, _ = without_people(SPECIAL.sub(" ", text))
    line, link = without_link(request.plain(rest))
    title, moment = reader(request.here).line(line)
    found = placed(line, title)
    place = ", ".join(filter(None, (found.place, link)))
    if found.left:
        unclear["place"] = Unplaced(found.left)
    people = list(dict.fromkeys(found[1] for found in MENTION.finditer(text)))
    said = {"place": place, "optional": optional}
    fields = {"title": found.title, "people": people, **{name: each for name, each in said.items() if each}}
    return {**fields, **moment.known, "unclear": {**moment.unclear, **unclear}}


def moved_to(request: Request, meeting: Meeting, line: str) -> dict[str, Any]:
    """As `read`, of another moment: day, time and length stay where nothing is said of them."""
    try:
        moment = reader(request.here).phrase(request.plain(line), meeting.day)
    except Unreadable as unreadable:
        return {"unclear": {"day": unreadable}}
    if moment.repeats and not meeting.repeats:
        return {"unclear": {"day": RuleStays()}}
    unclear = {name: why for name, why in moment.unclear.items() if name != "at" or moment.day is None}
    if moment.until:
        return {"day": None, "at": None, **moment.known, "unclear": moment.unclear}
    return {**moment.known, "unclear": unclear}


def _with_mentions(request: Request, line: str) -> tuple[str, dict[str, Rejected]]:
    """A name that was typed and not chosen from Slack's list becomes a mention, where somebody has it."""
    unknown: list[Rejected] = []

    @cache
    def mention(name: str) -> str:
        if len(unknown) == MOST_UNKNOWN:
            return NOBODY
        try:
            return f"<@{person_named(request.uow, request.who.team, name)}>"
        except UnknownPerson as reason:
            unknown.append(reason)
            return NOBODY

    text = NAMED.sub(lambda found: mention(found[1]), line)
    return text, {"people": unknown[-1]} if unknown else {}


def reader(ctx: Context) -> Reader:
    """The project's zone decides."""
    return Reader(ctx.now, ctx.project.zone, ctx.languages)
