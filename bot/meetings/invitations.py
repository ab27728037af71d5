"""A meeting as an event for calendars: in a file, by e-mail, in a subscription."""

from collections.abc import Sequence

from bot.core.calendar import instant
from bot.core.calendar_event import Attendance, CalendarEvent, Party, uid
from bot.core.ports import UnitOfWork
from bot.core.project import Project
from bot.meetings.model import Answer, Meeting
from bot.meetings.ports import Meetings

ATTENDANCE = {
    Answer.yes: Attendance.accepted,
    Answer.no: Attendance.declined,
    Answer.maybe: Attendance.tentative,
    None: Attendance.needs_action,
}


def calendar_event(
    uow: UnitOfWork,
    project: Project,
    meeting: Meeting,
    user: str,
    parties: Sequence[str] | None = None,
    *,
    alone: bool = False,
) -> CalendarEvent:
    """As it is for `user`: who is not asked any more has it cancelled, as far as it concerns them.

    `parties`: who is named in it, by default all who are asked. `alone`: also one of a series is an event of
    its own.
    """
    within = meeting.series if meeting.slot and not alone else None
    series = uow.of(Meetings).get(project.id, within) if within else None
    base, asked = series or meeting, user in meeting.people
    whole = meeting.of_series and asked and not meeting.cancelled
    known = uow.of(Meetings).of_series(project.id, meeting.number) if whole else []
    theirs = {each.number for each in known if not each.cancelled and user in each.people}
    if parties is None:
        parties = meeting.people if asked else [user]
    return CalendarEvent(
        uid=uid(project.team, project.id, str(base.number), base.raised_at),
        sequence=max(meeting.sequence, base.sequence),
        starts=meeting.starts_at,
        ends=meeting.ends_at,
        summary=meeting.title,
        zone=meeting.zone,
        location=meeting.place,
        url=meeting.link,
        description=project.name,
        organiser=_party(uow, project, meeting.organiser, meeting),
        parties=tuple(_party(uow, project, each, meeting) for each in parties),
        cancelled=meeting.cancelled or not asked,
        free=meeting.answers.get(user) == Answer.no,
        rule=(meeting.repeats or "") if meeting.of_series else "",
        slot=instant(meeting.slot, meeting.zone) if series and meeting.slot else None,
        skipped=tuple(
            instant(each.slot, each.zone) for each in known if each.slot and each.number not in theirs
        ),
        otherwise=tuple(
            calendar_event(uow, project, each, user, parties)
            for each in known
            if each.number in theirs and each.slot not in (None, each.starts)
        ),
    )


def _party(uow: UnitOfWork, project: Project, user: str, meeting: Meeting) -> Party:
    person = uow.people.get(project.team, user)
    attendance = ATTENDANCE[meeting.answers.get(user)]
    name, email = (person.name, person.email) if person else (user, None)
    return Party(name, email, meeting.is_needed(user), attendance)
