"""Series: each of its meetings is one of its own, planned by the series some weeks ahead.

Whoever answers the series answers all its meetings; what changes of it changes those that are to come. One of
them can be moved, cancelled or answered by itself.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from bot.core import records
from bot.core.calendar import instant, local
from bot.core.changes import new_batch
from bot.core.context import Context
from bot.meetings.departures import departed
from bot.meetings.model import PLAN, Answer, Apology, Meeting, Status, answered, replanned, with_status
from bot.meetings.noun import MEETING, announce
from bot.meetings.ports import Meetings
from bot.meetings.rules import DAY, by_its_end, days, ending, shifted

AHEAD = timedelta(weeks=4)
COMMON = PLAN - {"starts", "slot", "repeats"}
"""What the meetings of a series have of it, whenever they are."""


def plan_series(ctx: Context, **fields: Any) -> Meeting:
    """`fields` of Meeting, checked; it begins on the first day of its rule."""
    starts, rule = fields.pop("starts"), fields.pop("repeats")
    first = next(days(rule, starts.date(), starts.date() - DAY), starts.date())
    act, starts = new_batch(ctx), datetime.combine(first, starts.time())
    series = records.create(
        act, MEETING, status=Status.repeating, starts=starts, repeats=by_its_end(rule, first), **fields
    )
    plan_ahead(act, series)
    return series


def plan_ahead(ctx: Context, series: Meeting) -> None:
    """Plan its meetings of the coming weeks, or at least the next one, each once; a series of which there are
    no more is over."""
    if not series.repeating:
        return
    known, today = meetings_of(ctx, series), local(ctx.now, series.zone).date()
    last = max((each.slot.date() for each in known if each.slot), default=series.day - DAY)
    ahead = any(each.is_ahead(ctx.now) for each in known)
    for day in days(series.repeats or "", series.day, max(last, today - DAY)):
        starts = datetime.combine(day, series.at)
        if instant(starts, series.zone) <= ctx.now:
            continue
        if ahead and day > today + AHEAD:
            return
        _plan_one(ctx, series, starts)
        ahead = True
    if not ahead:
        records.put(ctx, MEETING, "held", series, with_status(series, Status.held))


def cancel_series(ctx: Context, series: Meeting) -> Meeting:
    """With all its meetings that are to come."""
    act = new_batch(ctx)
    _cancel(act, ahead_of(ctx, series))
    return _cancel(act, [series])[0]


def cancel_later(ctx: Context, meeting: Meeting) -> Meeting:
    """This one of a series and all that come after it; returns the series."""
    series = series_of(ctx, meeting)
    later, earlier = _parted(ahead_of(ctx, series), meeting)
    if not earlier:
        return cancel_series(ctx, series)
    act, slot = new_batch(ctx), meeting.slot or meeting.starts
    _cancel(act, later)
    rule = ending(series.repeats or "", slot.date() - DAY)
    ended = series.model_copy(update={"repeats": rule, "sequence": series.sequence + 1})
    return records.put(act, MEETING, "ended", series, ended)


def change_series(
    ctx: Context, series: Meeting, fields: dict[str, Any], since: Meeting | None = None
) -> Meeting:
    """`fields` of Meeting, of it and of its meetings that are to come: of all, or from `since` on. To another
    day they move where there is a rule for that, else to the other time."""
    slot = (since.slot if since else None) or series.starts
    day = fields["starts"].date()
    rule = shifted(series.repeats or "", slot.date(), day)
    shift = day - slot.date() if rule else timedelta()
    starts = datetime.combine(slot.date() + shift, fields["starts"].time())
    common = {name: value for name, value in fields.items() if name in COMMON}
    plan = {**common, "starts": starts, "repeats": rule or series.repeats}
    after = replanned(series, _as_heard(series, plan), **plan)
    if after == series:
        return series
    act = new_batch(ctx)
    for each in ahead_of(ctx, series):
        if each.slot and (since is None or each.slot >= slot):
            at = datetime.combine(each.slot.date() + shift, starts.time())
            if instant(at, each.zone) > ctx.now:
                changes = {**common, "starts": at, "slot": at, "repeats": plan["repeats"]}
                _put(act, "moved" if at != each.starts else "edited", each, replanned(each, **changes))
    what = "edited" if (after.at, after.repeats) == (series.at, series.repeats) else "moved"
    return records.put(act, MEETING, what, series, after)


def change_later(ctx: Context, meeting: Meeting) -> Meeting:
    """All that come after this one of a series become as it is; returns the series."""
    return change_series(ctx, series_of(ctx, meeting), meeting.model_dump(), meeting)


def answer_series(ctx: Context, series: Meeting, given: Answer, apology: Apology | None = None) -> Meeting:
    """Also those of its meetings that they did not answer otherwise."""
    act, user = new_batch(ctx), ctx.who.user
    before, what = series.answers.get(user), f"answered_{given}"
    for each in ahead_of(ctx, series):
        if user in each.people and each.answers.get(user) == before:
            _put(act, what, each, answered(each, user, given, apology))
    return _put(act, what, series, answered(series, user, given, apology))


def series_of(ctx: Context, meeting: Meeting) -> Meeting:
    return records.get(ctx, MEETING, meeting.series or meeting.number)


def unanswered(ctx: Context, meeting: Meeting) -> Meeting | None:
    """The series that `meeting` is one of, when neither has an answer of theirs, and it is when it should be:
    their answer is to all."""
    if meeting.series is None or meeting.starts != meeting.slot or ctx.who.user in meeting.answers:
        return None
    series = series_of(ctx, meeting)
    asked = ctx.who.user in series.people and ctx.who.user not in series.answers
    return series if series.repeating and asked else None


def meetings_of(ctx: Context, series: Meeting) -> list[Meeting]:
    return ctx.uow.of(Meetings).of_series(series.project_id, series.number)


def ahead_of(ctx: Context, series: Meeting) -> list[Meeting]:
    return [each for each in meetings_of(ctx, series) if each.is_ahead(ctx.now)]


def _as_heard(series: Meeting, plan: dict[str, Any]) -> Meeting | None:
    """At the same time of the same days, answers hold, whichever its first day is."""
    same = (plan["starts"].time(), plan["repeats"]) == (series.at, series.repeats)
    return series.model_copy(update={"starts": plan["starts"]}) if same else None


def _plan_one(ctx: Context, series: Meeting, starts: datetime) -> None:
    gone = departed(ctx, series)
    kept = series.model_dump(include=COMMON | {"organiser", "zone", "answers", "apologies", "repeats"})
    planned = Meeting(
        project_id=series.project_id,
        number=ctx.uow.next_number(series.project_id, MEETING.name),
        series=series.number,
        slot=starts,
        starts=starts,
        raised_at=ctx.now,
        **{**kept, "people": [user for user in series.people if user not in gone]},
    )
    ctx.uow.of(Meetings).add(planned)
    announce(ctx, "created", None, planned)


def _cancel(ctx: Context, meetings: Iterable[Meeting]) -> list[Meeting]:
    return [_put(ctx, "cancelled", each, with_status(each, Status.cancelled)) for each in meetings]


def _parted(meetings: Iterable[Meeting], meeting: Meeting) -> tuple[list[Meeting], list[Meeting]]:
    """Those from it on, and those before it."""
    slot, found = meeting.slot or meeting.starts, [*meetings]
    return (
        [each for each in found if (each.slot or each.starts) >= slot],
        [each for each in found if (each.slot or each.starts) < slot],
    )


def _put(ctx: Context, what: str, before: Meeting, after: Meeting) -> Meeting:
    return before if records.alike(before, after) else records.put(ctx, MEETING, what, before, after)
