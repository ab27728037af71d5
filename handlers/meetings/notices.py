"""Messages about meetings, rendered as they are when they are sent."""

from collections.abc import Callable

from bot.core.calendar_event import Attendance, CalendarEvent, Party, uid
from bot.core.context import Context
from bot.core.jobs import Notice
from bot.core.people import Person
from bot.core.ports import CalendarFile
from bot.meetings.departures import departed
from bot.meetings.model import Answer, Meeting, Status
from bot.meetings.noun import MEETING
from bot.texts import Texts
from handlers.meetings import views
from handlers.records.desk import See
from handlers.records.notices import of_record
from handlers.slack import ui
from handlers.slack.names import names
from handlers.slack.registry import Render
from handlers.slack.reply import File, Message, sentence

Tell = Callable[[Context, Meeting, Person, Notice, Texts], Message | None]
"""What a notice of a meeting says to somebody in person."""
ATTENDANCE = {
    Answer.yes: Attendance.accepted,
    Answer.no: Attendance.declined,
    Answer.maybe: Attendance.tentative,
    None: Attendance.needs_action,
}


def rendered(tell: Tell) -> Render:
    def render(meeting: Meeting, see: See, notice: Notice) -> Message | None:
        person = see.ctx.uow.people.get(notice.team, notice.to)
        return tell(see.ctx, meeting, person, notice, see.texts) if person else None

    return of_record(MEETING, render)


def invitation(
    ctx: Context, meeting: Meeting, person: Person, _notice: Notice, texts: Texts
) -> Message | None:
    """One who is not asked any more is told so, if they were told that they were."""
    if person.user not in meeting.people:
        return sentence(texts.meeting_not_asked_any_more(meeting))
    organiser = names(ctx.uow, person.team)(meeting.organiser)
    return views.invitation(meeting, ctx.project, person, organiser, texts)


def news(ctx: Context, meeting: Meeting, person: Person, notice: Notice, texts: Texts) -> Message | None:
    """All changes since an event as one; None when all is as it was then."""
    since = ctx.uow.log.get(notice.about["since"])
    if since is None or since.before is None:
        return None
    before = Meeting.model_validate(since.before)
    if meeting.cancelled:
        told = sentence(texts.meeting_was_cancelled(meeting, person.zone))
        return told if (since.after or {}).get("status") == Status.cancelled else None
    if person.user not in meeting.people:
        return None
    if before.cancelled:
        return sentence(texts.meeting_on_again(meeting, person.zone))
    if (before.starts_at, before.minutes) != (meeting.starts_at, meeting.minutes):
        return views.moved_to(before, meeting, person, texts)
    if (before.title, before.place) != (meeting.title, meeting.place):
        return sentence(texts.meeting_changed(meeting))
    return None


def reminder(_ctx: Context, meeting: Meeting, person: Person, notice: Notice, texts: Texts) -> Message | None:
    stale = meeting.sequence != notice.about["sequence"] or not meeting.planned
    if stale or person.user not in meeting.who_may_come():
        return None
    return sentence(texts.meeting_soon(meeting, person.zone))


def notes_wanted(_ctx: Context, meeting: Meeting, _who: Person, _notice: Notice, texts: Texts) -> Message:
    return sentence(texts.meeting_notes_wanted(meeting), views.write_minutes(meeting, texts))


def invitee_left(
    ctx: Context, meeting: Meeting, person: Person, notice: Notice, texts: Texts
) -> Message | None:
    """With the form in which somebody else can be asked; nothing once they are back, or it is over."""
    user = notice.about["user"]
    if user not in departed(ctx, meeting) or meeting.ends_at <= ctx.now:
        return None
    name = names(ctx.uow, person.team)(user)
    said = texts.meeting_invitee_left(meeting, name, ctx.project.channel, person.zone)
    return sentence(said, ui.button(texts.edit(), action=views.MOVE, value=views.ref(meeting)))


def file(calendar_file: CalendarFile) -> Tell:
    """The file for a calendar; one that a later change made void is not sent."""

    def tell(ctx: Context, meeting: Meeting, person: Person, notice: Notice, texts: Texts) -> Message | None:
        asked = person.user in meeting.people
        if asked and meeting.sequence != notice.about["sequence"]:
            return None
        cancelled = meeting.cancelled or not asked
        content = calendar_file(_event(ctx, meeting, cancelled=cancelled), ctx.now)
        name = f"meeting-{ctx.project.id}-{meeting.number}-{notice.about['sequence']}.ics"
        return Message(texts.meeting_file(cancelled=cancelled), file=File(name, meeting.title, content))

    return tell


def _event(ctx: Context, meeting: Meeting, *, cancelled: bool) -> CalendarEvent:
    project = ctx.project
    return CalendarEvent(
        uid=uid(project.team, project.id, str(meeting.number), meeting.raised_at),
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
