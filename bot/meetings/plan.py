"""What a person can do with meetings."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.core.access import Caller, project_here, project_numbered
from bot.core.errors import ChangedSince, MeetingOver, NotAsked, NotOrganiser, Rejected, UnknownNumber
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.core.project import Project
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
"""What was not understood when a sketch was typed, by the name of the form's field."""


@dataclass(frozen=True)
class Planned:
    meeting: Meeting
    clock_change: ClockChange | None
    """What the clock does to the time that was asked for: to be said."""


def plan(
    uow: UnitOfWork, now: datetime, caller: Caller, sketch: Sketch, unclear: Unclear | None = None
) -> Planned:
    """Plan a meeting in the project's zone and invite all; raise Misfilled with all that is wrong."""
    project = project_here(uow, caller)
    fields, change = checked(
        uow, now, project, sketch, organiser=caller.who.user, zone=project.zone, unclear=unclear
    )
    meeting = Meeting(
        project_id=project.id,
        number=uow.next_number(project.id, NOUN),
        organiser=caller.who.user,
        zone=project.zone,
        answers={caller.who.user: Answer.yes},
        raised_at=now,
        **fields,
    )
    uow.of(Meetings).add(meeting)
    changed(uow, now, caller.who.user, project, "created", None, meeting)
    send_files(uow, now, project, meeting.people, meeting)
    schedule(uow, now, meeting)
    return Planned(meeting, change)


def answer(
    uow: UnitOfWork, now: datetime, who: Person, project_id: int, number: int, given: Answer
) -> Meeting:
    """Yes, no or maybe, until the meeting is over; the same again is the same."""
    project = project_numbered(uow, who, project_id)
    before = get(uow, project.id, number)
    if who.user not in before.people:
        raise NotAsked(number)
    _check_ahead(before, now)
    meeting = rules.answered(before, who.user, given)
    if meeting != before:
        uow.of(Meetings).put(meeting)
        event = changed(uow, now, who.user, project, "answered", before, meeting, to=[who.user])
        news_shown_anew(uow, now, project, who.user, meeting, event)
    return meeting


def change(
    uow: UnitOfWork,
    now: datetime,
    who: Person,
    project_id: int,
    number: int,
    sketch: Sketch,
    *,
    version: int | None = None,
    unclear: Unclear | None = None,
) -> Planned:
    """Another title, time, place or other people; by its organiser or the project manager.

    Raise Misfilled, or ChangedSince when `version` is of an earlier time or place.
    """
    project, before = in_charge(uow, now, who, project_id, number)
    if version is not None and _plan_of(uow, before, version) != before.sketch():
        last = uow.log.of_item(project.id, NOUN, number)[-1]
        raise ChangedSince(last.who, last.at)
    fields, clock_change = checked(
        uow,
        now,
        project,
        sketch,
        organiser=before.organiser,
        zone=before.zone,
        starts_before=before.starts,
        asked_before=before.people,
        unclear=unclear,
    )
    meeting = rules.replanned(before, **fields)
    if meeting != before:
        replan(uow, now, who, project, "moved", before, meeting)
    return Planned(meeting, clock_change)


def cancel(uow: UnitOfWork, now: datetime, who: Person, project_id: int, number: int) -> Meeting:
    """It will not be: all who might have come are told at once. Cancelled again is the same."""
    project = project_numbered(uow, who, project_id)
    if get(uow, project.id, number).status == Status.cancelled:
        return get(uow, project.id, number)
    project, before = in_charge(uow, now, who, project_id, number)
    meeting = rules.with_status(before, Status.cancelled)
    uow.of(Meetings).put(meeting)
    event = changed(uow, now, who.user, project, "cancelled", before, meeting)
    tell(uow, project, _others(before.who_may_come(), who), meeting, event, now)
    send_files(uow, now, project, meeting.people, meeting)
    schedule(uow, now, meeting)
    return meeting


def replan(
    uow: UnitOfWork,
    now: datetime,
    who: Person,
    project: Project,
    what: str,
    before: Meeting,
    meeting: Meeting,
) -> None:
    """Keep it; a burst of changes is told once, a little later, with a file of its last state."""
    uow.of(Meetings).put(meeting)
    event = changed(uow, now, who.user, project, what, before, meeting)
    wait = BURST if min(before.starts_at, meeting.starts_at) - now > SOON else BURST * 0
    since, at = waiting_news(uow, now, meeting) or (event, now + wait)
    stayed = [user for user in meeting.people if user in before.people]
    came_or_went = set(before.people) ^ set(meeting.people)
    tell(uow, project, _others(stayed, who), meeting, since, at)
    send_files(uow, at, project, stayed, meeting)
    send_files(uow, now, project, sorted(came_or_went), meeting)
    schedule(uow, now, meeting)


def in_charge(
    uow: UnitOfWork, now: datetime, who: Person, project_id: int, number: int
) -> tuple[Project, Meeting]:
    """A meeting that `who` may move or cancel; raise NotOrganiser, or MeetingOver."""
    project = project_numbered(uow, who, project_id)
    meeting = get(uow, project.id, number)
    if who.user not in (meeting.organiser, project.manager):
        raise NotOrganiser(meeting.organiser)
    _check_ahead(meeting, now)
    return project, meeting


def get(uow: UnitOfWork, project_id: int, number: int) -> Meeting:
    meeting = uow.of(Meetings).get(project_id, number)
    if meeting is None:
        raise UnknownNumber(NOUN, number)
    return meeting


def _check_ahead(meeting: Meeting, now: datetime) -> None:
    if not meeting.planned or meeting.ends_at <= now:
        raise MeetingOver(meeting.number, cancelled=meeting.status == Status.cancelled)


def _plan_of(uow: UnitOfWork, meeting: Meeting, version: int) -> Sketch:
    """As it was planned in that version: answers given since do not count."""
    for event in reversed(uow.log.of_item(meeting.project_id, NOUN, meeting.number)):
        if event.after and event.after["version"] == version:
            return Meeting.model_validate(event.after).sketch()
    return meeting.sketch()


def _others(users: list[str], who: Person) -> list[str]:
    return [user for user in users if user != who.user]
