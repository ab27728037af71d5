"""The check of a meeting that somebody wants, and of how often a series repeats: all that is wrong, by the
name of the form's field."""

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any, Literal

from dateutil.rrule import rrulestr

from bot.action_items.validated import check_owner, rule_of
from bot.core.calendar import clock_change_at, instant, local
from bot.core.context import Context
from bot.core.errors import InThePast, Reasons, Rejected, check_length
from bot.dates.reader import Ambiguous
from bot.dates.rrule import Recurrence, next_day
from bot.dates.values import CODES
from bot.meetings.errors import NobodyElse, NoDay, NoTime, NoTitle, OddLength
from bot.meetings.model import LONGEST, PLACE_LIMIT, SHORTEST, TITLE_LIMIT, ChairChecks, Meeting, Sketch

DAY = timedelta(days=1)
MOST_TIMES = 1000
ENDS = re.compile(r";(?:UNTIL|COUNT)=\w+")
ONE_WEEKDAY = re.compile(rf"BYDAY=(-?\d*)({'|'.join(CODES)})(?=;|$)")


def checked(
    ctx: Context, sketch: Sketch, before: Meeting | None, unclear: Mapping[str, Rejected] | None
) -> dict[str, Any]:
    """The fields of Meeting, of a new one or of `before`; raise Misfilled.

    What stays as it was before is not refused: somebody may have left, and a meeting may have begun.
    `unclear` is what was not understood of the sketch when it was typed.
    """
    zone, organiser = (before.zone, before.organiser) if before else (ctx.project.zone, ctx.who.user)
    reasons = Reasons(unclear or {})
    asked = invited(ctx, organiser, sketch, before.people if before else (), reasons)
    with reasons.of("minutes"):
        if not SHORTEST <= sketch.minutes <= LONGEST:
            raise OddLength(SHORTEST, LONGEST)
    with reasons.of("day"):
        if not (sketch.day or (sketch.until and not sketch.at)):
            raise NoDay
    with reasons.of("at"):
        if not sketch.at:
            raise NoTime
    repeats, starts = before.repeats if before else None, None
    if repeats or (sketch.repeats and before is None):
        with reasons.of("repeats"):
            typed = sketch.repeats or ""
            repeats = typed if typed.startswith("FREQ=") else rule_of(ctx, typed, repeats)
    if sketch.day and sketch.at:
        # A time that the clock skips becomes the one that it then shows.
        starts = local(instant(datetime.combine(sketch.day, sketch.at), zone), zone)
        today = local(ctx.now, zone).date()
        stays = before is not None and (before.repeating or starts == before.starts)
        with reasons.of("day" if starts.date() < today else "at"):
            if not stays and instant(starts, zone) <= ctx.now:
                raise InThePast(starts, today)
    if isinstance(reasons.get("day"), Ambiguous):
        reasons.pop("at", None)
    reasons.tell()
    checks = "" if sketch.chair_checks == ChairChecks.project else sketch.chair_checks
    moment = {"minutes": sketch.minutes, "starts": starts, "repeats": repeats}
    return {**asked, "chair_checks": checks, **moment}


def invited(
    ctx: Context, organiser: str, sketch: Sketch, known: Collection[str], reasons: Reasons
) -> dict[str, Any]:
    """Title, place and people of a meeting or a poll, as they are kept; `known`: who is in it already."""
    title, place = " ".join(sketch.title.split()), " ".join(sketch.place.split())
    chair, minute_taker = sketch.chair or "", sketch.minute_taker or ""
    asked = (organiser, *sketch.people, *sketch.optional, chair, minute_taker)
    people = list(dict.fromkeys(filter(None, asked)))
    optional = [user for user in dict.fromkeys(sketch.optional) if user != organiser]
    with reasons.of("title"):
        if not title:
            raise NoTitle
        check_length(title, TITLE_LIMIT)
    with reasons.of("place"):
        check_length(place, PLACE_LIMIT)
    with reasons.of("people"):
        for user in people:
            if user not in (organiser, *known):
                check_owner(ctx, user)
        if len(people) == 1:
            raise NobodyElse
    kept = {"title": title, "place": place, "people": people, "optional": optional}
    return {**kept, "chair": chair, "minute_taker": minute_taker}


def clock_change(meeting: Meeting, fields: Mapping[str, Any]) -> Literal["skipped", "doubled"] | None:
    """What a change of the clock did to the time that was asked for in `fields` of Sketch."""
    asked = datetime.combine(fields.get("day", meeting.day), fields.get("at", meeting.at))
    return clock_change_at(asked, meeting.zone)


def days(rule: str, first: date, after: date) -> Iterator[date]:
    """Its days later than `after`, counted from `first`."""
    day = next_day(Recurrence(rule, first), after)
    while day is not None:
        yield day
        day = next_day(Recurrence(rule, first), day)


def by_its_end(rule: str, first: date) -> str:
    """A number of times as its last day, so that it holds from wherever it is counted."""
    if "COUNT=" not in rule:
        return rule
    times = islice(rrulestr(rule, dtstart=datetime.combine(first, time())), MOST_TIMES)
    return ending(rule, max(each.date() for each in times))


def ending(rule: str, last: date) -> str:
    return f"{ENDS.sub('', rule)};UNTIL={last:%Y%m%d}"


def shifted(rule: str, before: date, day: date) -> str | None:
    """The rule by which it comes on `day` in place of `before`; None where no such rule is known."""
    moved = ONE_WEEKDAY.sub(lambda found: f"BYDAY={found[1]}{CODES[day.weekday()]}", rule)
    return moved if day == before or next(days(moved, day, day - DAY), None) == day else None
