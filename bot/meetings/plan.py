"""The use cases of meetings: plan, answer, move, cancel."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from bot.core import records
from bot.core.calendar import instant, local
from bot.core.context import Context, thread_in
from bot.core.errors import InThePast, Reasons, Rejected, check_length
from bot.meetings import series
from bot.meetings.errors import NotAsked, NoTime, NotOrganiser
from bot.meetings.model import (
    REASON_LIMIT,
    Answer,
    Apology,
    Meeting,
    Sketch,
    Status,
    answered,
    replanned,
    sketch_of,
    with_status,
    without,
)
from bot.meetings.notifications import last_heard
from bot.meetings.noun import MEETING, WITHOUT_NOTES, WITHOUT_THEM
from bot.meetings.validated import checked

Unclear = Mapping[str, Rejected]
"""Parts of a typed line that were not understood, by the name of the form's field."""


def plan(
    ctx: Context, *, unclear: Unclear | None = None, coming: Sequence[str] = (), **fields: Any
) -> Meeting:
    """Plan a meeting in the project's zone, or a series of them, and invite all; `fields` of Sketch;
    `coming`: who said yes to it already.

    Raise Misfilled with all that is wrong.
    """
    organiser = ctx.who.user
    planned = checked(ctx, Sketch(**fields), None, unclear)
    answers = dict.fromkeys([organiser, *coming], Answer.yes)
    made = {"organiser": organiser, "zone": ctx.project.zone, "answers": answers}
    planned |= {**made, "raised_at": ctx.now, "thread": thread_in(ctx.said, ctx.project.channel)}
    return (
        series.plan_series(ctx, **planned) if planned["repeats"] else records.create(ctx, MEETING, **planned)
    )


def answer(ctx: Context, number: int, given: Answer, apology: Apology | None = None) -> Meeting:
    """Yes, no or maybe, until it is over; somebody's first answer to one of a series is to all of it."""
    meeting, user = records.get(ctx, MEETING, number), ctx.who.user
    if user not in meeting.people:
        raise NotAsked(MEETING.named(number))
    meeting.check_ahead(ctx.now)
    whole = meeting if meeting.repeating else series.unanswered(ctx, meeting)
    if whole and not (apology and apology.instead):
        series.answer_series(ctx, whole, given, apology)
        return records.get(ctx, MEETING, number)
    return records.change(
        ctx, MEETING, number, f"answered_{given}", lambda found: answered(found, user, given, apology)
    )


def move(ctx: Context, number: int, *, unclear: Unclear | None = None, **fields: Any) -> Meeting:
    """Another title, time, place or other people, by its organiser or the project manager; what is not among
    `fields` stays. With another rule it and all later ones of its series follow. Raise Misfilled."""
    before = in_charge(ctx, number)
    planned = checked(ctx, sketch_of(before, fields), before, unclear)
    if before.repeating:
        return series.change_series(ctx, before, planned)
    if planned["repeats"] != before.repeats:
        return series.change_series(ctx, series.series_of(ctx, before), planned, before)
    same_time = (before.starts, before.minutes) == (planned["starts"], planned["minutes"])
    what = "edited" if same_time else "moved"
    heard = last_heard(ctx, before)
    return records.change(ctx, MEETING, number, what, lambda meeting: replanned(meeting, heard, **planned))


def edit(
    ctx: Context, number: int, version: int, fields: Mapping[str, Any]
) -> Meeting | records.Overtaken[Meeting]:
    """All fields of the form at once; answers given since do not matter. Raise Misfilled."""
    overtaken = records.overtaken_since(ctx, MEETING, in_charge(ctx, number), version)
    return overtaken or move(ctx, number, **fields)


def cancel(ctx: Context, number: int) -> Meeting:
    """It will not take place: all who might have come are told at once. Cancelled again is the same."""
    meeting = records.get(ctx, MEETING, number)
    if meeting.cancelled:
        return meeting
    in_charge(ctx, number)
    if meeting.repeating:
        return series.cancel_series(ctx, meeting)
    cancelled = records.put(ctx, MEETING, "cancelled", meeting, with_status(meeting, Status.cancelled))
    if meeting.series:
        series.plan_ahead(ctx, series.series_of(ctx, meeting))
    return cancelled


def without_notes(ctx: Context, number: int) -> Meeting:
    """Nobody has notes of it: it is closed, and not asked for any more. Raise NotOrganiser."""
    meeting = records.get(ctx, MEETING, number)
    if ctx.who.user != meeting.minute_taker:
        check_in_charge(ctx, meeting.organiser)
    if meeting.status != Status.held:
        return meeting
    return records.put(ctx, MEETING, WITHOUT_NOTES, meeting, with_status(meeting, Status.closed))


def in_charge(ctx: Context, number: int) -> Meeting:
    """A meeting that who asks may move or cancel; raise NotOrganiser, or MeetingOver."""
    meeting = records.get(ctx, MEETING, number)
    check_in_charge(ctx, meeting.organiser)
    meeting.check_ahead(ctx.now)
    return meeting


def check_in_charge(ctx: Context, organiser: str) -> None:
    """Raise NotOrganiser."""
    if ctx.who.user not in (organiser, ctx.project.manager):
        raise NotOrganiser(organiser)


def apologise(
    ctx: Context, number: int, *, reason: str = "", day: date | None = None, at: time | None = None
) -> Meeting:
    """No, because of `reason`, or rather on that day and time of the meeting's clock; without a day it is
    that of the meeting. Raise NotAsked, MeetingOver, or Misfilled with all that is wrong."""
    meeting, reason = records.get(ctx, MEETING, number), " ".join(reason.split())
    reasons = Reasons()
    with reasons.of("reason"):
        check_length(reason, REASON_LIMIT)
    with reasons.of("at"):
        if day and not at:
            raise NoTime
    instead = datetime.combine(day or meeting.day, at) if at else None
    with reasons.of("day"):
        if instead and instant(instead, meeting.zone) <= ctx.now:
            raise InThePast(instead, local(ctx.now, meeting.zone).date())
    reasons.tell()
    apology = Apology(reason=reason, instead=instead.isoformat() if instead else "")
    return answer(ctx, number, Answer.no, apology)


def go_ahead(ctx: Context, number: int, user: str) -> Meeting:
    """It stays when it is, without `user`, who can't come. Raise NotOrganiser or MeetingOver."""
    in_charge(ctx, number)
    return records.change(ctx, MEETING, number, WITHOUT_THEM, lambda meeting: without(meeting, user))
