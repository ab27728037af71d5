"""Moments that suit those who are asked to a meeting, or would with a small change; and when people are busy,
the one place that meetings ask: only times, never what it is or in which project."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from bot.availability import links
from bot.availability.links import Diary
from bot.core.calendar import instant, local, zone_info
from bot.core.context import Context, PersonContext
from bot.core.people import Person
from bot.meetings.model import Meeting, Meetings, Sketch, sketch_of
from bot.meetings.places import room_of
from bot.meetings.slots import Attendee, Slot, Span, Wish, find, smallest_changes
from bot.people.contact_hours import DAY, ContactHours
from bot.people.hours import contact_hours_of_all
from bot.people.preferences import Preferences, PreferencesBook, read_blocks


def diaries(
    ctx: PersonContext,
    users: Iterable[str],
    begin: datetime,
    end: datetime,
    but: Meeting | None = None,
    planned: Sequence[Meeting] | None = None,
) -> dict[str, Diary]:
    """Of each user between two instants, as if the meeting `but` were not; `planned`: what is known."""
    own = links.diaries(ctx.uow, ctx.who.team, users, begin, end)
    found = {user: replace(each, busy=_without(each.busy, but)) for user, each in own.items()}
    for meeting in between(ctx, begin, end, but) if planned is None else planned:
        for user in meeting.who_may_come():
            if user in found:
                found[user].busy.append((meeting.starts_at, meeting.ends_at))
    return found


def between(ctx: PersonContext, begin: datetime, end: datetime, but: Meeting | None = None) -> list[Meeting]:
    """Planned ones of all the team's projects that overlap it: not for everybody's eyes."""
    found = ctx.uow.of(Meetings).of_team(ctx.who.team, begin, end)
    this = (but.project_id, but.number) if but else None
    other = [each for each in found if (each.project_id, each.number) != this]
    return [each for each in other if each.starts_at < end and each.ends_at > begin]


def _without(busy: Iterable[Span], meeting: Meeting | None) -> list[Span]:
    """Their own calendar may hold the meeting too."""
    if meeting is None:
        return [*busy]
    begins, ends = meeting.starts_at, meeting.ends_at
    parts = ((span, (min(span[1], begins), max(span[0], ends))) for span in busy)
    cut = [each for span, (until, since) in parts for each in ((span[0], until), (since, span[1]))]
    return [(first, last) for first, last in cut if first < last]


class Clash(NamedTuple):
    user: str
    title: str = ""
    """Of the other meeting, where it is of the same project."""


class Clashes(NamedTuple):
    people: list[Clash]
    """Those who may come, in the order in which they were asked."""
    room: bool = False
    """Another meeting is there, of whichever project."""


def clashes(ctx: Context, meeting: Meeting) -> Clashes:
    begin, end, asked = meeting.starts_at, meeting.ends_at, meeting.who_may_come()
    if not meeting.planned:
        return Clashes([])
    others = between(ctx, begin, end, but=meeting)
    known = diaries(ctx, asked, begin, end, meeting, others)
    busy = [user for user in asked if known[user].within(begin, end)]
    here = [each for each in reversed(others) if each.project_id == ctx.project.id]
    titles = {user: each.title for each in here for user in each.who_may_come()}
    room = room_of(meeting.place)
    taken = bool(room) and any(room_of(each.place) == room for each in others)
    return Clashes([Clash(user, titles.get(user, "")) for user in busy], taken)


def at_odd_hours(ctx: Context, meeting: Meeting) -> list[Person]:
    """Those besides its organiser, who chose the time."""
    team, asked = ctx.project.team, [user for user in meeting.people if user != meeting.organiser]
    people = ctx.uow.people.get_many(team, asked)
    chosen = ctx.uow.of(PreferencesBook).get_many(team, asked)

    def odd(person: Person) -> bool:
        preferences = chosen.get(person.user) or Preferences(team=team, user=person.user)
        return not preferences.awake(local(meeting.starts_at, person.zone).time())

    return [people[user] for user in asked if user in people and odd(people[user])]


SOON_DAYS, NEXT = timedelta(days=14), 3
"""In which another moment is looked for, and how many are told."""
NOTICE = timedelta(hours=2)
"""Nobody is asked to be somewhere sooner."""
ROTATES = timedelta(weeks=6)
"""For so long it is known whose turn an early or late hour was."""
LONGEST = timedelta(days=92)
"""So far ahead of the first day moments are looked for."""
APART, APART_ON_A_DAY = 240, 60
"""Minutes between the starts of two proposals, so that they are not all of one morning."""
MOST_CHANGES = 3


@dataclass(frozen=True)
class Moments:
    """What is proposed for a meeting."""

    first: date
    last: date
    asked: list[str]
    """User ids of all whose time was looked at."""
    slots: list[Slot]
    """The best first."""
    changes: list[Slot]
    """Where no slot suits: the smallest changes with which one would."""
    unknown: list[str]
    """Whose own calendar we don't know."""
    stale: dict[str, datetime]
    """User ids of those whose own calendar can't be read, since when."""


def moments(ctx: Context, sketch: Sketch, before: Meeting | None = None) -> Moments:
    """From the sketch's day, or today, to its last one, in the project's zone or the moved meeting's."""
    zone = before.zone if before else ctx.project.zone
    first = max(sketch.day or ctx.today, local(ctx.now, zone).date())
    last = min(max(sketch.until or first, first), first + LONGEST)
    wish = Wish(
        instant(datetime.combine(first, time()), zone),
        instant(datetime.combine(last + DAY, time()), zone),
        sketch.minutes,
        earliest=ctx.now + NOTICE,
        apart=APART if last > first else APART_ON_A_DAY,
    )
    asked, known = _attendees(ctx, sketch, wish, before)
    slots = find(asked, wish)
    changes = [] if slots else _changes(asked, wish, _organiser(ctx, before))
    unknown = [each.id for each in asked if not known[each.id].linked]
    stale = {each.id: since for each in asked if (since := known[each.id].since)}
    return Moments(first, last, [each.id for each in asked], slots, changes, unknown, stale)


def next_best(ctx: Context, meeting: Meeting) -> list[datetime]:
    """The next moments at which all who are needed can come, by its wall clock, the best first."""
    days = {"day": ctx.today, "at": None, "until": ctx.today + SOON_DAYS}
    slots = moments(ctx, sketch_of(meeting, days), meeting).slots[:NEXT]
    return [local(slot.start, meeting.zone) for slot in slots]


def taken_by(ctx: Context, sketch: Sketch, begin: datetime, before: Meeting | None = None) -> list[str]:
    """User ids of those needed who are busy then, in a meeting of the sketch's length."""
    end = begin + timedelta(minutes=sketch.minutes)
    needed = [user for user in _asked(ctx, sketch, before) if user not in sketch.optional]
    busy = diaries(ctx, needed, begin, end, but=before)
    return [user for user in needed if busy[user].within(begin, end)]


def _organiser(ctx: Context, before: Meeting | None) -> str:
    return before.organiser if before else ctx.who.user


def _asked(ctx: Context, sketch: Sketch, before: Meeting | None) -> list[str]:
    return list(dict.fromkeys((_organiser(ctx, before), *sketch.people, *sketch.optional)))


def _attendees(
    ctx: Context, sketch: Sketch, wish: Wish, before: Meeting | None
) -> tuple[list[Attendee], dict[str, Diary]]:
    """And their diaries."""
    people = ctx.uow.people.get_many(ctx.project.team, _asked(ctx, sketch, before))
    asked = [people[user] for user in _asked(ctx, sketch, before) if user in people]
    hours = contact_hours_of_all(ctx.uow, asked, ctx.now)
    planned = between(ctx, wish.begin, wish.end, before)
    known = diaries(ctx, people, wish.begin, wish.end, before, planned)
    if (room := room_of(sketch.place)) and (organiser := known.get(_organiser(ctx, before))):
        # Whoever holds the meeting can't hold it where another is.
        there = (each for each in planned if room_of(each.place) == room)
        organiser.busy.extend((each.starts_at, each.ends_at) for each in there)
    needless = set(sketch.optional) - {_organiser(ctx, before)}
    borne = _borne(ctx, asked, before)
    found = [
        replace(
            _attendee(each, hours[each.user], wish, known[each.user].busy),
            required=each.user not in needless,
            burden=borne[each.user],
        )
        for each in asked
    ]
    return found, known


def _attendee(person: Person, hours: ContactHours, wish: Wish, busy: list[Span]) -> Attendee:
    wishes, zone = hours.preferences, zone_info(person.zone).key
    begins, ends = wishes.quiet_until, wishes.quiet_from
    day, last = (local(each, person.zone).date() for each in (wish.begin, wish.end))
    off = set()
    while day <= last:
        if day.weekday() in wishes.working_days and not hours.works(day):
            off.add(day)
        day += DAY
    return Attendee(
        person.user,
        zone,
        # Quiet hours from 1:00 to 7:00 leave all of the day from 7:00 on; of 0:00 to 0:00 there are none.
        hours=(begins if begins != ends else time(), ends if begins < ends else time()),
        days=frozenset(wishes.working_days),
        off=off,
        breaks=read_blocks(wishes.no_meetings),
        busy=busy,
        buffer=wishes.between_meetings,
    )


def _borne(ctx: Context, asked: list[Person], before: Meeting | None) -> Counter[str]:
    """How often each had an early or late hour in meetings of the project, lately or soon."""
    lately = ctx.uow.of(Meetings).of_projects([ctx.project.id], ctx.now - ROTATES)
    known = [each for each in lately if each != before]
    early, late = Attendee.comfort

    def awkward(meeting: Meeting, zone: str) -> bool:
        starts, ends = (local(each, zone).time() for each in (meeting.starts_at, meeting.ends_at))
        return not early <= starts <= ends <= late

    return Counter(
        person.user
        for each in known
        for person in asked
        if person.user in each.who_may_come() and awkward(each, person.zone)
    )


def _changes(asked: list[Attendee], wish: Wish, organiser: str) -> list[Slot]:
    """None that leaves the organiser out, or alone."""
    found = smallest_changes(asked, wish, most=len(asked) + 2)
    possible = [each for each in found if not each.without or len(asked) > 2]
    return [each for each in possible if each.without != organiser][:MOST_CHANGES]
