"""The check of a meeting that somebody wants: all that is wrong, by the name of the form's field."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, Literal

from bot.core.calendar import local
from bot.core.context import Context
from bot.core.errors import (
    InThePast,
    Misfilled,
    NobodyElse,
    NoDay,
    NoTime,
    NoTitle,
    OddLength,
    Rejected,
    TooLong,
    UnknownPerson,
)
from bot.core.people import check_can_own
from bot.dates import reader
from bot.dates.reader import Ambiguous
from bot.meetings.model import LONGEST, PLACE_LIMIT, SHORTEST, TITLE_LIMIT, Sketch

ClockChange = Literal["skipped", "doubled"]


def checked(
    ctx: Context,
    sketch: Sketch,
    *,
    organiser: str,
    zone: str,
    starts_before: datetime | None = None,
    asked_before: Collection[str] = (),
    unclear: Mapping[str, Rejected] | None = None,
) -> tuple[dict[str, Any], ClockChange | None]:
    """The fields of Meeting, and what a clock change did to its time; raise Misfilled.

    What stays as it was before is not refused: somebody may have left, and a meeting may have begun.
    `unclear` is what was not understood of the sketch when it was typed.
    """
    title, place = " ".join(sketch.title.split()), " ".join(sketch.place.split())
    people = list(dict.fromkeys([organiser, *sketch.people]))
    reasons: dict[str, Rejected | None] = {
        "title": _text(title, TITLE_LIMIT) if title else NoTitle(),
        "place": _text(place, PLACE_LIMIT),
        "people": _people(ctx, people, {organiser, *asked_before}),
        "minutes": None if SHORTEST <= sketch.minutes <= LONGEST else OddLength(SHORTEST, LONGEST),
        "date": None if sketch.day else NoDay(),
        "time": None if sketch.at else NoTime(),
    }
    starts, change = None, None
    if sketch.day and sketch.at:
        starts, change = _on_the_clock(datetime.combine(sketch.day, sketch.at), zone)
        if starts != starts_before:
            reasons.update(_past(starts, ctx.now, zone))
    reasons.update(unclear or {})
    if isinstance(reasons["date"], Ambiguous):
        reasons["time"] = None
    wrong = {field: reason for field, reason in reasons.items() if reason is not None}
    if wrong:
        raise Misfilled(wrong)
    fields = {"title": title, "place": place, "people": people, "minutes": sketch.minutes}
    return {**fields, "starts": starts}, change


def _text(text: str, limit: int) -> Rejected | None:
    return TooLong(len(text), limit) if len(text) > limit else None


def _people(ctx: Context, people: list[str], known: Collection[str]) -> Rejected | None:
    """The first reason why one of them cannot be asked."""
    if len(people) == 1:
        return NobodyElse()
    members = ctx.uow.people.members(ctx.project.team, ctx.project.channel)
    for user in people:
        if user in known:
            continue
        person = ctx.uow.people.get(ctx.project.team, user)
        try:
            if person is None:
                raise UnknownPerson(user)
            check_can_own(person, members)
        except Rejected as reason:
            return reason
    return None


def _on_the_clock(starts: datetime, zone: str) -> tuple[datetime, ClockChange | None]:
    """A time that the clock skips becomes the one that it then shows."""
    instant, change = reader.resolve(starts, zone)
    return (local(instant, zone) if change == "skipped" else starts), change


def _past(starts: datetime, now: datetime, zone: str) -> dict[str, Rejected | None]:
    here = local(now, zone)
    if starts.date() < here.date():
        return {"date": InThePast(starts)}
    return {"time": InThePast(starts)} if reader.resolve(starts, zone)[0] <= now else {}
