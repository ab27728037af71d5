"""The use cases of meetings: plan, answer, change, cancel."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.context import Context
from bot.core.errors import ChangedSince, MeetingOver, NotAsked, NotOrganiser, Rejected, UnknownNumber
from bot.meetings import model as rules
from bot.meetings.model import Answer, Meeting, Sketch, Status
from bot.meetings.notifications import (
    BURST,
    NOUN,
    SOON,
    changed,
    news_shown_anew,
    send_files,
    tell,
    waiting_news,
)
from bot.meetings.ports import Meetings
from bot.meetings.timed import schedule
from bot.meetings.validated import ClockChange, checked

Unclear = Mapping[str, Rejected]
"""Parts of a typed sketch that were not understood, by the name of the form's field."""


@dataclass(frozen=True)
class Planned:
    meeting: Meeting
    clock_change: ClockChange | None
    """To be said: the clock has no such time, or has it twice."""


def plan(ctx: Context, sketch: Sketch, unclear: Unclear | None = None) -> Planned:
    """Plan a meeting in the project's zone and invite all; raise Misfilled with all that is wrong."""
    project, organiser = ctx.project, ctx.who.user
    fields, change = checked(ctx, sketch, organiser=organiser, zone=project.zone, unclear=unclear)
    meeting = Meeting(
        project_id=project.id,
        number=ctx.uow.next_number(project.id, NOUN),
        organiser=organiser,
        zone=project.zone,
        answers={organiser: Answer.yes},
        raised_at=ctx.now,
        **fields,
    )
    ctx.uow.of(Meetings).add(meeting)
    changed(ctx, "created", None, meeting)
    send_files(ctx, meeting.people, meeting)
    schedule(ctx, meeting)
    return Planned(meeting, change)


def answer(ctx: Context, number: int, given: Answer) -> Meeting:
    """Yes, no or maybe, until the meeting is over; the same again is the same."""
    before, user = get(ctx, number), ctx.who.user
    if user not in before.people:
        raise NotAsked(number)
    _check_ahead(ctx, before)
    meeting = rules.answered(before, user, given)
    if meeting != before:
        ctx.uow.of(Meetings).put(meeting)
        event = changed(ctx, "answered", before, meeting, to=[user])
        news_shown_anew(ctx, meeting, event)
    return meeting


def change(
    ctx: Context, number: int, sketch: Sketch, *, version: int | None = None, unclear: Unclear | None = None
) -> Planned:
    """Another title, time, place or other people; by its organiser or the project manager.

    Raise Misfilled, or ChangedSince when `version` is of an earlier time or place.
    """
    before = in_charge(ctx, number)
    if version is not None and _plan_of(ctx, before, version) != before.sketch():
        last = ctx.uow.log.of_item(ctx.project.id, NOUN, number)[-1]
        raise ChangedSince(last.who, last.at)
    fields, clock_change = checked(
        ctx,
        sketch,
        organiser=before.organiser,
        zone=before.zone,
        starts_before=before.starts,
        asked_before=before.people,
        unclear=unclear,
    )
    meeting = rules.replanned(before, **fields)
    if meeting != before:
        replan(ctx, "moved", before, meeting)
    return Planned(meeting, clock_change)


def cancel(ctx: Context, number: int) -> Meeting:
    """It will not be: all who might have come are told at once. Cancelled again is the same."""
    before = get(ctx, number)
    if before.cancelled:
        return before
    before = in_charge(ctx, number)
    meeting = rules.with_status(before, Status.cancelled)
    ctx.uow.of(Meetings).put(meeting)
    event = changed(ctx, "cancelled", before, meeting)
    tell(ctx, _others(ctx, before.who_may_come()), meeting, event, ctx.now)
    send_files(ctx, meeting.people, meeting)
    schedule(ctx, meeting)
    return meeting


def replan(ctx: Context, what: str, before: Meeting, meeting: Meeting) -> None:
    """Keep it; a burst of changes is told once, a little later, with a file of its last state."""
    ctx.uow.of(Meetings).put(meeting)
    event = changed(ctx, what, before, meeting)
    wait = BURST if min(before.starts_at, meeting.starts_at) - ctx.now > SOON else BURST * 0
    since, at = waiting_news(ctx, meeting) or (event, ctx.now + wait)
    stayed = [user for user in meeting.people if user in before.people]
    came_or_went = set(before.people) ^ set(meeting.people)
    tell(ctx, _others(ctx, stayed), meeting, since, at)
    send_files(ctx, stayed, meeting, at)
    send_files(ctx, sorted(came_or_went), meeting)
    schedule(ctx, meeting)


def in_charge(ctx: Context, number: int) -> Meeting:
    """A meeting that who asks may move or cancel; raise NotOrganiser, or MeetingOver."""
    meeting = get(ctx, number)
    if ctx.who.user not in (meeting.organiser, ctx.project.manager):
        raise NotOrganiser(meeting.organiser)
    _check_ahead(ctx, meeting)
    return meeting


def get(ctx: Context, number: int) -> Meeting:
    meeting = ctx.uow.of(Meetings).get(ctx.project.id, number)
    if meeting is None:
        raise UnknownNumber(NOUN, number)
    return meeting


def _check_ahead(ctx: Context, meeting: Meeting) -> None:
    if not meeting.planned or meeting.ends_at <= ctx.now:
        raise MeetingOver(meeting.number, cancelled=meeting.cancelled)


def _plan_of(ctx: Context, meeting: Meeting, version: int) -> Sketch:
    """As it was planned in that version: answers given since do not count."""
    for event in reversed(ctx.uow.log.of_item(meeting.project_id, NOUN, meeting.number)):
        if event.after and event.after["version"] == version:
            return Meeting.model_validate(event.after).sketch()
    return meeting.sketch()


def _others(ctx: Context, users: list[str]) -> list[str]:
    return [user for user in users if user != ctx.who.user]
