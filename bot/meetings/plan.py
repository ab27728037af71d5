"""The use cases of meetings: plan, answer, move, cancel."""

from collections.abc import Mapping
from typing import Any

from bot.core import records
from bot.core.context import Context
from bot.core.errors import Rejected
from bot.meetings.errors import NotAsked, NotOrganiser
from bot.meetings.model import Answer, Meeting, Sketch, Status, answered, replanned, with_status
from bot.meetings.notifications import last_heard
from bot.meetings.noun import MEETING, WITHOUT_NOTES
from bot.meetings.validated import checked

Unclear = Mapping[str, Rejected]
"""Parts of a typed line that were not understood, by the name of the form's field."""


def plan(ctx: Context, *, unclear: Unclear | None = None, **fields: Any) -> Meeting:
    """Plan a meeting in the project's zone and invite all; `fields` of Sketch.

    Raise Misfilled with all that is wrong.
    """
    zone, organiser = ctx.project.zone, ctx.who.user
    planned = checked(ctx, Sketch(**fields), None, unclear)
    answers = {organiser: Answer.yes}
    return records.create(
        ctx, MEETING, organiser=organiser, zone=zone, answers=answers, raised_at=ctx.now, **planned
    )


def answer(ctx: Context, number: int, given: Answer) -> Meeting:
    """Yes, no or maybe, until the meeting is over; the same again is the same."""
    user = ctx.who.user

    def revise(meeting: Meeting) -> Meeting:
        if user not in meeting.people:
            raise NotAsked(number)
        meeting.check_ahead(ctx.now)
        return answered(meeting, user, given)

    return records.change(ctx, MEETING, number, f"answered_{given}", revise)


def move(ctx: Context, number: int, *, unclear: Unclear | None = None, **fields: Any) -> Meeting:
    """Another title, time, place or other people, by its organiser or the project manager; what is not among
    `fields` stays. Raise Misfilled."""
    before = in_charge(ctx, number)
    present = {name: getattr(before, name) for name in Sketch.model_fields}
    planned = checked(ctx, Sketch(**{**present, **fields}), before, unclear)
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
    if not records.get(ctx, MEETING, number).cancelled:
        in_charge(ctx, number)
    return records.change(
        ctx, MEETING, number, "cancelled", lambda meeting: with_status(meeting, Status.cancelled)
    )


def without_notes(ctx: Context, number: int) -> Meeting:
    """Nobody has notes of it: it is closed, and not asked for any more. Notes that come later are as good.

    Raise NotOrganiser.
    """
    meeting = records.get(ctx, MEETING, number)
    _check_in_charge(ctx, meeting)
    if meeting.status != Status.held:
        return meeting
    return records.put(ctx, MEETING, WITHOUT_NOTES, meeting, with_status(meeting, Status.closed))


def in_charge(ctx: Context, number: int) -> Meeting:
    """A meeting that who asks may move or cancel; raise NotOrganiser, or MeetingOver."""
    meeting = records.get(ctx, MEETING, number)
    _check_in_charge(ctx, meeting)
    meeting.check_ahead(ctx.now)
    return meeting


def _check_in_charge(ctx: Context, meeting: Meeting) -> None:
    """Raise NotOrganiser."""
    if ctx.who.user not in (meeting.organiser, ctx.project.manager):
        raise NotOrganiser(meeting.organiser)
