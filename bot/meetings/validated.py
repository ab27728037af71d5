"""The check of a meeting that somebody wants: all that is wrong, by the name of the form's field."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, Literal

from bot.action_items.validated import check_owner
from bot.core.calendar import local
from bot.core.context import Context
from bot.core.errors import InThePast, Misfilled, Rejected, TooLong
from bot.dates import reader
from bot.dates.reader import Ambiguous
from bot.meetings.errors import NobodyElse, NoDay, NoTime, NoTitle, OddLength
from bot.meetings.model import LONGEST, PLACE_LIMIT, SHORTEST, TITLE_LIMIT, ChairChecks, Meeting, Sketch
from bot.meetings.rules import rule_of


def checked(
    ctx: Context, sketch: Sketch, before: Meeting | None, unclear: Mapping[str, Rejected] | None
) -> dict[str, Any]:
    """The fields of Meeting, of a new one or of `before`; raise Misfilled.

    What stays as it was before is not refused: somebody may have left, and a meeting may have begun.
    `unclear` is what was not understood of the sketch when it was typed.
    """
    zone, organiser = (before.zone, before.organiser) if before else (ctx.project.zone, ctx.who.user)
    title, place = " ".join(sketch.title.split()), " ".join(sketch.place.split())
    chair, minute_taker = sketch.chair or "", sketch.minute_taker or ""
    asked = (organiser, *sketch.people, *sketch.optional, chair, minute_taker)
    people = list(dict.fromkeys(filter(None, asked)))
    optional = [user for user in dict.fromkeys(sketch.optional) if user != organiser]
    reasons: dict[str, Rejected | None] = {
        "title": _text(title, TITLE_LIMIT) if title else NoTitle(),
        "place": _text(place, PLACE_LIMIT),
        "people": _people(ctx, people, {organiser, *(before.people if before else ())}),
        "minutes": None if SHORTEST <= sketch.minutes <= LONGEST else OddLength(SHORTEST, LONGEST),
        "day": None if sketch.day or (sketch.until and not sketch.at) else NoDay(),
        "at": None if sketch.at else NoTime(),
    }
    repeats, starts = before.repeats if before else None, None
    if repeats or (sketch.repeats and before is None):
        try:
            repeats = rule_of(ctx, sketch.repeats or "", repeats)
        except Rejected as reason:
            reasons["repeats"] = reason
    if sketch.day and sketch.at:
        starts = _on_the_clock(datetime.combine(sketch.day, sketch.at), zone)
        if before is None or not (before.repeating or starts == before.starts):
            reasons.update(_past(starts, ctx.now, zone))
    reasons.update(unclear or {})
    if isinstance(reasons["day"], Ambiguous):
        reasons["at"] = None
    wrong = {field: reason for field, reason in reasons.items() if reason is not None}
    if wrong:
        raise Misfilled(wrong)
    people_in = {"people": people, "optional": optional, "chair": chair, "minute_taker": minute_taker}
    checks = "" if sketch.chair_checks == ChairChecks.project else sketch.chair_checks
    moment = {"minutes": sketch.minutes, "starts": starts, "repeats": repeats}
    return {"title": title, "place": place, **people_in, "chair_checks": checks, **moment}


def clock_change(meeting: Meeting, fields: Mapping[str, Any]) -> Literal["skipped", "doubled"] | None:
    """What a change of the clock did to the time that was asked for in `fields` of Sketch."""
    asked = datetime.combine(fields.get("day", meeting.day), fields.get("at", meeting.at))
    return reader.resolve(asked, meeting.zone)[1]


def _text(text: str, limit: int) -> Rejected | None:
    return TooLong(len(text), limit) if len(text) > limit else None


def _people(ctx: Context, people: list[str], known: Collection[str]) -> Rejected | None:
    """The first reason why one of them cannot be asked."""
    try:
        for user in people:
            if user not in known:
                check_owner(ctx, user)
    except Rejected as reason:
        return reason
    return NobodyElse() if len(people) == 1 else None


def _on_the_clock(starts: datetime, zone: str) -> datetime:
    """A time that the clock skips becomes the one that it then shows."""
    instant, change = reader.resolve(starts, zone)
    return local(instant, zone) if change == "skipped" else starts


def _past(starts: datetime, now: datetime, zone: str) -> dict[str, Rejected | None]:
    today = local(now, zone).date()
    if starts.date() < today:
        return {"day": InThePast(starts, today)}
    return {"at": InThePast(starts, today)} if reader.resolve(starts, zone)[0] <= now else {}
