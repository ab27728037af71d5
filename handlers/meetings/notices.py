"""Messages about meetings, rendered as they are when they are sent."""

from datetime import datetime

from bot.core.calendar_event import Attendance, CalendarEvent, Party
from bot.core.context import Context, by_clock
from bot.core.jobs import Notice
from bot.core.ports import CalendarFile, UnitOfWork
from bot.meetings.model import Answer, Meeting, Status
from bot.meetings.ports import Meetings
from bot.texts import Texts
from handlers.meetings import views
from handlers.records.desk import FormDesk, See
from handlers.records.views import card as record_card
from handlers.slack.names import names
from handlers.slack.registry import Render
from handlers.slack.reply import File, Message

ATTENDANCE = {
    Answer.yes: Attendance.accepted,
    Answer.no: Attendance.declined,
    Answer.maybe: Attendance.tentative,
    None: Attendance.needs_action,
}


def card(desk: FormDesk[Meeting]) -> Render:
    """In the project's channel."""

    def render(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
        found = _about(uow, notice, now)
        return record_card(desk, found[1], See(found[0], texts)) if found else None

    return render


def invitation(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    """One who is not asked any more is told so, if they were told that they were."""
    found, person = _about(uow, notice, now), uow.people.get(notice.team, notice.to)
    if found is None or person is None:
        return None
    ctx, meeting = found
    if notice.to not in meeting.people:
        return views.sentence(texts.meeting_not_asked_any_more(meeting))
    organiser = names(uow, notice.team)(meeting.organiser)
    return views.invitation(meeting, ctx.project, person, organiser, texts)


def news(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    """All changes since an event as one; None when all is as it was then."""
    found, person = _about(uow, notice, now), uow.people.get(notice.team, notice.to)
    since = uow.log.get(notice.about["since"])
    if found is None or person is None or since is None or since.before is None:
        return None
    meeting, before = found[1], Meeting.model_validate(since.before)
    if meeting.cancelled:
        news = views.sentence(texts.meeting_was_cancelled(meeting, person.zone))
        return news if (since.after or {}).get("status") == Status.cancelled else None
    if person.user not in meeting.people:
        return None
    if before.cancelled:
        return views.sentence(texts.meeting_on_again(meeting, person.zone))
    if (before.starts_at, before.minutes) != (meeting.starts_at, meeting.minutes):
        return views.moved_to(before, meeting, person, texts)
    if (before.title, before.place) != (meeting.title, meeting.place):
        return views.sentence(texts.meeting_changed(meeting))
    return None


def reminder(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    found, person = _about(uow, notice, now), uow.people.get(notice.team, notice.to)
    if found is None or person is None:
        return None
    meeting = found[1]
    stale = meeting.sequence != notice.about["sequence"] or not meeting.planned
    if stale or person.user not in meeting.who_may_come():
        return None
    return views.sentence(texts.meeting_soon(meeting, person.zone))


def notes_wanted(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    found = _about(uow, notice, now)
    if found is None:
        return None
    meeting = found[1]
    return views.sentence(texts.meeting_notes_wanted(meeting), views.write_minutes(meeting, texts))


def file(calendar_file: CalendarFile) -> Render:
    """The file for a calendar; one that a later change made void is not sent."""

    def render(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
        found = _about(uow, notice, now)
        if found is None:
            return None
        ctx, meeting = found
        asked = notice.to in meeting.people
        if asked and meeting.sequence != notice.about["sequence"]:
            return None
        cancelled = meeting.cancelled or not asked
        content = calendar_file(_event(ctx, meeting, cancelled=cancelled), now)
        name = f"meeting-{ctx.project.id}-{meeting.number}-{notice.about['sequence']}.ics"
        return Message(texts.meeting_file(cancelled=cancelled), file=File(name, meeting.title, content))

    return render


def _event(ctx: Context, meeting: Meeting, *, cancelled: bool) -> CalendarEvent:
    project = ctx.project
    return CalendarEvent(
        # With the moment, so that a database that was begun anew never takes up an old one's events.
        uid=f"{project.team}-{project.id}-{meeting.number}-{meeting.raised_at:%Y%m%dT%H%M%S}@spil",
        sequence=meeting.sequence,
        starts=meeting.starts_at,
        ends=meeting.ends_at,
        summary=meeting.title,
        location=meeting.place,
        description=project.name,
        organiser=_party(ctx, meeting.organiser, meeting),
        parties=tuple(_party(ctx, user, meeting) for user in meeting.people),
        cancelled=cancelled,
    )


def _party(ctx: Context, user: str, meeting: Meeting) -> Party:
    person = ctx.uow.people.get(ctx.project.team, user)
    attendance = ATTENDANCE[meeting.answers.get(user)]
    return Party(person.name if person else user, person.email if person else None, attendance=attendance)


def _about(uow: UnitOfWork, notice: Notice, now: datetime) -> tuple[Context, Meeting] | None:
    project = uow.projects.get(notice.about["project"])
    meeting = uow.of(Meetings).get(notice.about["project"], notice.about["number"])
    return None if project is None or meeting is None else (by_clock(uow, now, project), meeting)
