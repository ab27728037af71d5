"""Minutes in time: the action list within 24 hours of a meeting, the minutes within some working days.

Whoever is asked for notes reads it in the morning after they were asked, the project manager once it is late.
Both wait as part of those mornings from the moment that the meeting is over, and say nothing once the minutes
are sent or there are to be none.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from bot.core.calendar import PublicHolidays, country_of, instant, local
from bot.core.context import Context
from bot.core.project import Project
from bot.escalations.model import working_day
from bot.meetings.model import Meeting
from bot.meetings.model import Status as MeetingStatus
from bot.meetings.notifications import MeetingChanged, asked_for_notes
from bot.minutes.model import Minutes
from bot.minutes.parts import InTime
from bot.minutes.ports import MinutesBook
from bot.people.hours import contact_hours_of, wants
from bot.people.preferences import Rule
from bot.people.quiet_hours import HELD, Held, hold

DUE_SOON, LATE = "minutes.due_soon", "minutes.late"
ACTION_LIST = timedelta(hours=24)


def due_at(meeting: Meeting, project: Project) -> datetime:
    """At the time of day at which the meeting was over."""
    ended, holidays = local(meeting.ends_at, project.zone), PublicHolidays(country_of(project.zone))

    def works(day: date) -> bool:
        return project.works(day) and day not in holidays

    day = working_day(ended.date(), project.minutes_days, works)
    return instant(datetime.combine(day, ended.time()), project.zone)


def meeting_changed(ctx: Context, fact: MeetingChanged) -> None:
    meeting = fact.after
    if meeting.of_series:
        return
    if fact.what == MeetingStatus.held:
        _wind(ctx, meeting)
    elif fact.before and fact.before.status == MeetingStatus.held != meeting.status:
        _stop(ctx, meeting)


def sent_of(meeting: Meeting, book: Iterable[Minutes]) -> Minutes | None:
    """Its minutes, the first that were sent; those of its day that name no meeting may well be."""
    own = (
        each
        for each in book
        if each.sent_at
        if each.meeting == meeting.number or (each.meeting is None and each.held_on == meeting.day)
    )
    return min(own, key=lambda each: each.sent_at or each.raised_at, default=None)


def awaited(ctx: Context, meeting: Meeting) -> bool:
    """Whether its minutes are still to come, and somebody is to be told."""
    wanted = ctx.project.minutes_days and meeting.status == MeetingStatus.held
    book = ctx.uow.of(MinutesBook)
    return bool(wanted) and not sent_of(
        meeting, book.of_meeting_or_day(meeting.project_id, meeting.number, meeting.day)
    )


def in_time(held: Sequence[Meeting], book: Sequence[Minutes], project: Project, until: datetime) -> InTime:
    """Of meetings since the first of a month: how many minutes were due, and how many came in time."""
    since = since_when(project, until)
    on_time = due = 0
    for meeting in held if project.minutes_days else ():
        latest, sent = due_at(meeting, project), sent_of(meeting, book)
        came = sent.sent_at if sent and sent.sent_at and sent.sent_at <= until else None
        missed = meeting.status == MeetingStatus.held and latest <= until
        if meeting.day >= since and (came or missed):
            due += 1
            on_time += came is not None and came <= latest
    return InTime(on_time, due, since)


def since_when(project: Project, until: datetime) -> date:
    """The first of a month, four weeks or more ago."""
    return (local(until, project.zone).date() - timedelta(weeks=4)).replace(day=1)


def _wind(ctx: Context, meeting: Meeting) -> None:
    """Only where minutes are written: somebody is to take them, or there were some before."""
    if not ctx.project.minutes_days or not (
        meeting.minute_taker or ctx.uow.of(MinutesBook).of_project(ctx.project.id, 1)
    ):
        return
    due, people = due_at(meeting, ctx.project), ctx.uow.people
    writer = people.get(ctx.project.team, asked_for_notes(ctx.uow, ctx.project, meeting))
    if writer is not None and wants(ctx.uow, writer, Rule.notes_wanted):
        hours = contact_hours_of(ctx.uow, writer, ctx.now)
        asked = ctx.now if hours.inside(ctx.now) else hours.next_bundle(ctx.now)
        if (morning := hours.next_bundle(asked)) < due:
            hold(ctx, ctx.project.notice(DUE_SOON, writer.user, meeting=meeting.number), writer, morning)
    manager = people.get(ctx.project.team, ctx.project.manager)
    if manager is not None and wants(ctx.uow, manager, Rule.ladder):
        morning = contact_hours_of(ctx.uow, manager, ctx.now).next_bundle(due)
        hold(ctx, ctx.project.notice(LATE, manager.user, meeting=meeting.number), manager, morning)


def _stop(ctx: Context, meeting: Meeting) -> None:
    about = {"project": meeting.project_id, "meeting": meeting.number}
    for job in ctx.uow.jobs.starting(f"{HELD}:{ctx.project.team}:"):
        notice = Held.of(job).notice
        if notice.kind in (DUE_SOON, LATE) and notice.about == about:
            ctx.uow.jobs.withdraw(job.key)
