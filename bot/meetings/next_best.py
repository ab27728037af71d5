"""The next moments at which all who are needed at a meeting can come, by their hours and our meetings."""

from datetime import datetime, time, timedelta

from bot.core.access import projects_of
from bot.core.calendar import local
from bot.core.context import Context, PersonContext
from bot.core.people import Person
from bot.meetings.mine import my_meetings
from bot.meetings.model import Meeting
from bot.meetings.slots import Attendee, Span, Wish, find
from bot.people.hours import contact_hours_of

WEEKS, MOST = 2, 3


def next_best(ctx: Context, meeting: Meeting) -> list[datetime]:
    """By the meeting's wall clock, the best first; not the one that it has."""
    people = ctx.uow.people.get_many(ctx.project.team, meeting.people)
    wish = Wish(
        ctx.now.replace(minute=0, second=0, microsecond=0),
        ctx.now + timedelta(weeks=WEEKS),
        meeting.minutes,
        step=30,
        earliest=ctx.now + timedelta(hours=2),
    )
    known = [people[user] for user in meeting.people if user in people]
    found = find([_attendee(ctx, each, meeting, wish) for each in known], wish, MOST)
    return [local(slot.start, meeting.zone) for slot in found]


def _attendee(ctx: Context, person: Person, meeting: Meeting, wish: Wish) -> Attendee:
    hours = contact_hours_of(ctx.uow, person, ctx.now)
    wishes, first = hours.preferences, local(wish.begin, person.zone).date()
    days = [first + timedelta(days=each) for each in range(WEEKS * 7 + 2)]
    awake = wishes.quiet_until, wishes.quiet_from
    return Attendee(
        person.user,
        person.zone,
        required=meeting.is_needed(person.user),
        hours=awake if awake[0] < awake[1] else (wishes.quiet_until, time()),
        days=frozenset(wishes.working_days),
        off={day for day in days if not hours.works(day)},
        busy=[(meeting.starts_at, meeting.ends_at), *_busy(ctx, person, meeting)],
    )


def _busy(ctx: Context, person: Person, besides: Meeting) -> list[Span]:
    """Their meetings of all projects that they may see."""
    theirs = PersonContext(ctx.uow, ctx.now, person)
    seen = [project.id for project in projects_of(ctx.uow, person)]
    return [
        (each.starts_at, each.ends_at)
        for each in my_meetings(theirs, seen)
        if (each.project_id, each.number) != (besides.project_id, besides.number)
    ]
