"""Series: each of its meetings is one of its own, planned by the series some weeks ahead.

Whoever answers the series answers all its meetings; what changes of it changes those that are to come. One of
them can be moved, cancelled or answered by itself.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import Any

from bot.action_items.dependencies import NoRepetition
from bot.core import records
from bot.core.calendar import instant, local
from bot.core.context import Context, new_batch
from bot.core.errors import Misfilled
from bot.meetings.model import (
    PLAN,
    Answer,
    Apology,
    Meeting,
    Meetings,
    Status,
    answered,
    replanned,
    with_status,
)
from bot.meetings.notifications import ENDED, departed
from bot.meetings.noun import MEETING, announce
from bot.meetings.validated import DAY, by_its_end, days, ending, shifted

AHEAD = timedelta(weeks=4)
COMMON = PLAN - {"starts", "slot", "series", "repeats"}
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


def plan_ahead(ctx: Context, series: Meeting, after: date | None = None) -> None:
    """Plan its meetings of coming weeks, or at least the next one, each once: those later than `after`, or
    than what is planned. A series of which there are no more is over."""
    if not series.repeating:
        return
    known, today = meetings_of(ctx, series), local(ctx.now, series.zone).date()
    planned = {each.slot.date() for each in known if each.slot}
    last = after or max(planned, default=series.day - DAY)
    ahead = any(each.is_ahead(ctx.now) for each in known)
    for day in days(series.repeats or "", series.day, max(last, today - DAY)):
        starts = datetime.combine(day, series.at)
        if day in planned or instant(starts, series.zone) <= ctx.now:
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
    act = new_batch(ctx)
    _cancel(act, later)
    return _end(act, series, meeting.slot or meeting.starts)


def change_series(
    ctx: Context, series: Meeting, fields: dict[str, Any], since: Meeting | None = None
) -> Meeting:
    """`fields` of Meeting, of it and of its meetings that are to come: of all, or from `since` on.

    To another day they move where there is a rule for that, else to the other time; by another rule those on
    its days stay, and the others go. Where some were, or stay, it is another series: calendars keep what
    was before.
    """
    anew, known = fields["repeats"] != series.repeats, meetings_of(ctx, series)
    first = since or (next((each for each in known if each.is_ahead(ctx.now)), None) if anew else None)
    slot = (first and first.slot) or series.starts
    starts, rule, day_of = _by_rule(ctx, series, fields, since) if anew else _by_shift(series, fields, slot)
    common = {name: value for name, value in fields.items() if name in COMMON}
    plan = {**common, "starts": starts, "repeats": rule}
    after = replanned(series, _as_heard(series, plan), **plan)
    if after == series:
        return series
    act, alike = new_batch(ctx), (after.at, rule) == (series.at, series.repeats)
    begun = any(each.slot and each.slot < slot and not each.cancelled for each in known)
    if begun and (since or anew):
        whole = _go_on(act, after)
        _end(act, series, min(slot, starts))
    else:
        whole = records.put(act, MEETING, "edited" if alike else "moved", series, after)
    for each in known:
        if each.slot and each.slot >= slot and (each.cancelled or each.is_ahead(ctx.now)):
            day = day_of(each.slot.date())
            at = datetime.combine(day, starts.time()) if day else None
            changes = {**common, "repeats": rule, "starts": each.starts if alike else at}
            _follow(act, each, whole, at, changes)
    if anew:
        plan_ahead(act, whole, starts.date() - DAY)
    return whole


def change_later(ctx: Context, meeting: Meeting) -> Meeting:
    """All that come after this one of a series become as it is; returns the series."""
    series = series_of(ctx, meeting)
    return change_series(ctx, series, {**meeting.model_dump(), "repeats": series.repeats}, meeting)


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
    """The series of `meeting`, where neither has their answer and it is when it should be: it is to all."""
    if meeting.series is None or meeting.starts != meeting.slot or ctx.who.user in meeting.answers:
        return None
    series = series_of(ctx, meeting)
    asked = ctx.who.user in series.people and ctx.who.user not in series.answers
    return series if series.repeating and asked else None


def before_it(ctx: Context, series: Meeting) -> Meeting | None:
    """The series in whose place it came, as that was until then."""
    made = next(iter(ctx.uow.log.of_item(series.project_id, MEETING.name, series.number)), None)
    act = ctx.uow.log.of_batch(made.batch) if made and made.batch and not made.before else []
    ended = next((each for each in act if (each.noun, each.what) == (MEETING.name, ENDED)), None)
    return Meeting.model_validate(ended.before) if ended else None


def meetings_of(ctx: Context, series: Meeting) -> list[Meeting]:
    return ctx.uow.of(Meetings).of_series(series.project_id, series.number)


def ahead_of(ctx: Context, series: Meeting) -> list[Meeting]:
    return [each for each in meetings_of(ctx, series) if each.is_ahead(ctx.now)]


def _as_heard(series: Meeting, plan: dict[str, Any]) -> Meeting | None:
    """At the same time of the same days, answers hold, whichever its first day is."""
    same = (plan["starts"].time(), plan["repeats"]) == (series.at, series.repeats)
    return series.evolve(starts=plan["starts"]) if same else None


def _by_shift(
    series: Meeting, fields: dict[str, Any], slot: datetime
) -> tuple[datetime, str, Callable[[date], date | None]]:
    """Its first moment, rule, and the day that each of its days becomes, where `slot` becomes "starts"."""
    day, rule = fields["starts"].date(), series.repeats or ""
    other = shifted(rule, slot.date(), day)
    shift = day - slot.date() if other else timedelta()
    starts = datetime.combine(slot.date() + shift, fields["starts"].time())
    return starts, other or rule, lambda day: day + shift


def _by_rule(
    ctx: Context, series: Meeting, fields: dict[str, Any], since: Meeting | None
) -> tuple[datetime, str, Callable[[date], date | None]]:
    """As `_by_shift`, by another rule, from `since` and now on; None for what is none of its days."""
    starts, rule, slot = fields["starts"], fields["repeats"], since and since.slot
    begin = max(starts.date(), (slot or starts).date(), local(ctx.now, series.zone).date())
    moments = (datetime.combine(day, starts.time()) for day in days(rule, begin, begin - DAY))
    first = next((each for each in moments if instant(each, series.zone) > ctx.now), None)
    if first is None:
        raise Misfilled({"repeats": NoRepetition(rule)})
    rule = by_its_end(rule, first.date())
    begin = first.date()
    return first, rule, lambda day: day if next(days(rule, begin, day - DAY), None) == day else None


def _go_on(ctx: Context, series: Meeting) -> Meeting:
    """As another series."""
    return _made(ctx, series, series.model_dump(exclude={"number", "version", "sequence", "raised_at"}))


def _end(ctx: Context, series: Meeting, slot: datetime) -> Meeting:
    """Before the one of `slot`."""
    rule = ending(series.repeats or "", slot.date() - DAY)
    ended = series.evolve(repeats=rule, sequence=series.sequence + 1)
    return records.put(ctx, MEETING, ENDED, series, ended)


def _follow(ctx: Context, each: Meeting, whole: Meeting, at: datetime | None, fields: dict[str, Any]) -> None:
    """One of a series changes with it: at `at`, or not at all where that has no such day any more."""
    if each.is_ahead(ctx.now) and at is None:
        gone = with_status(each, Status.cancelled).evolve(slot=None)
        _put(ctx, "cancelled", each, gone)
    elif at is not None and instant(fields["starts"], each.zone) > ctx.now:
        place: dict[str, Any] = {"slot": at, "series": whole.number}
        after = replanned(each, **fields, **place) if each.planned else each.evolve(**place)
        _put(ctx, "moved" if after.starts != each.starts else "edited", each, after)


def _plan_one(ctx: Context, series: Meeting, starts: datetime) -> None:
    kept = COMMON | {"project_id", "organiser", "zone", "answers", "apologies", "repeats"}
    fields = series.model_dump(include=kept)
    _made(ctx, series, {**fields, "series": series.number, "slot": starts, "starts": starts})


def _made(ctx: Context, series: Meeting, fields: dict[str, Any]) -> Meeting:
    """A new one, of those who are still there."""
    gone, number = departed(ctx, series), ctx.uow.next_number(series.project_id, MEETING.name)
    there = {"people": [user for user in series.people if user not in gone]}
    made = Meeting(**{**fields, **there, "number": number, "raised_at": ctx.now})
    ctx.uow.of(Meetings).add(made)
    announce(ctx, "created", None, made)
    return made


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
