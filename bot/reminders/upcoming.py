"""Messages that a person will be sent in the next days, as far as is known now, of what they may see only."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import Any

from bot.action_items import notices, snooze
from bot.action_items.ports import ActionItems
from bot.core.access import projects_of
from bot.core.calendar import local
from bot.core.context import PersonContext
from bot.core.jobs import Job
from bot.core.project import Project
from bot.digests import digest
from bot.escalations.notifications import to_ask
from bot.meetings import mails, schedule
from bot.meetings import notifications as meetings
from bot.meetings.mine import my_meetings
from bot.meetings.model import Meeting
from bot.meetings.noun import MEETING
from bot.meetings.ports import Meetings
from bot.people import delegation
from bot.people.contact_hours import ContactHours
from bot.people.hours import contact_hours_of
from bot.people.preferences import Rule
from bot.people.quiet_hours import waiting
from bot.polls import timed as poll_jobs
from bot.polls.mine import unanswered
from bot.polls.noun import POLL
from bot.reminders.daily_summary import bundles, days_of
from bot.reminders.planned import Planned

AHEAD = timedelta(days=7)
Seen = dict[int, Project]
"""The projects that the person may see, by id."""
Source = Callable[[PersonContext, Seen, ContactHours], Iterable[Planned]]

RULES = {
    snooze.KIND: Rule.snooze,
    notices.STARTS: Rule.item,
    meetings.NEWS: Rule.invitation,
    meetings.INVITATION: Rule.invitation,
    meetings.NOTES_WANTED: Rule.notes_wanted,
    meetings.REMINDER: Rule.meeting_reminder,
}
"""By the kind of a job, or of the notice that it shows."""
OF_MEETINGS = (Rule.invitation, Rule.notes_wanted, Rule.meeting_reminder)


def planned(ctx: PersonContext) -> list[Planned]:
    """By when it comes; what the person has turned off does not come."""
    seen = {project.id: project for project in projects_of(ctx.uow, ctx.who)}
    contact_hours = contact_hours_of(ctx.uow, ctx.who, ctx.now)
    found = {each for source in SOURCES for each in source(ctx, seen, contact_hours)}
    wishes = contact_hours.preferences

    def comes(each: Planned) -> bool:
        """What is due may be off and its message come all the same, with what is new."""
        return ctx.now < each.at <= ctx.now + AHEAD and (each.rule is Rule.bundle or wishes.wants(each.rule))

    return sorted(filter(comes, found))


def _mornings(ctx: PersonContext, contact_hours: ContactHours) -> dict[date, datetime]:
    """Their mornings ahead, by day."""
    found, at = {}, contact_hours.next_bundle(ctx.now)
    while at <= ctx.now + AHEAD:
        found[local(at, ctx.who.zone).date()] = at
        at = contact_hours.next_bundle(at)
    return found


def _in_the_morning(ctx: PersonContext, seen: Seen, contact_hours: ContactHours) -> Iterable[Planned]:
    """Each morning with a message: how much would stand in it, of what is due, what waits for that morning,
    and decisions that a manager will be asked for, each on the first morning that it reaches."""
    mornings = _mornings(ctx, contact_hours)
    told: set[tuple[int, int]] = set()
    days = days_of(ctx, contact_hours.preferences, list(seen.values()), list(mornings))
    found, asked = bundles(days), to_ask(ctx, days.climbing, days.days)
    wanted = contact_hours.preferences.wants(Rule.bundle)
    new = Counter(held.due_at for held in waiting(ctx.uow, ctx.who.team, ctx.who.user))
    for day, at in mornings.items():
        questions = {(item.project_id, item.number) for item, *_new in asked[day]} - told
        told |= questions
        count = len(found[day].without(questions).items) if wanted else 0
        if count := count + len(questions) + new[at]:
            yield Planned(at, Rule.bundle, count)


def _meetings(ctx: PersonContext, seen: Seen, contact_hours: ContactHours) -> Iterable[Planned]:
    meetings = {(meeting.project_id, meeting.number): meeting for meeting in my_meetings(ctx, list(seen))}
    for job in ctx.uow.jobs.in_lanes(schedule.lane(meeting) for meeting in meetings.values()):
        meeting, user = meetings[job.payload["project"], job.payload["number"]], ctx.who.user
        project = seen[meeting.project_id]
        if job.kind == schedule.REMIND and user in meeting.who_may_come():
            yield _of(meeting, job.due_at, Rule.meeting_reminder, project)
        if job.kind == schedule.ENDED and user == meeting.asked_for_notes:
            inside = contact_hours.inside(job.due_at)
            at = job.due_at if inside else contact_hours.next_bundle(job.due_at)
            yield _of(meeting, at, Rule.notes_wanted, project)


def _polls(ctx: PersonContext, seen: Seen, contact_hours: ContactHours) -> Iterable[Planned]:
    """Reminders of those that they have not answered."""
    for poll in unanswered(ctx, [*seen.values()]):
        for job in ctx.uow.jobs.in_lanes([poll_jobs.lane(poll)]):
            at = contact_hours.next_moment(job.due_at)
            if job.kind == poll_jobs.REMIND and at < poll.closes_at:
                channel = seen[poll.project_id].channel
                yield Planned(at, Rule.invitation, poll.number, poll.title, channel, letter=POLL.letter)


def _mails(ctx: PersonContext, seen: Seen, _hours: ContactHours) -> Iterable[Planned]:
    for job in ctx.uow.jobs.in_lanes([mails.LANE]):
        project = seen.get(job.payload["project"])
        if project and job.payload["user"] == ctx.who.user:
            meeting = ctx.uow.of(Meetings).get(project.id, job.payload["number"])
            yield from [_of(meeting, job.due_at, Rule.mail, project)] if meeting else []


def _digests(ctx: PersonContext, seen: Seen, contact_hours: ContactHours) -> Iterable[Planned]:
    for job in ctx.uow.jobs.in_lanes(map(digest.lane, seen.values())):
        yield Planned(job.due_at, Rule.digest, project_channel=seen[job.payload["project"]].channel)


def _messages(ctx: PersonContext, seen: Seen, contact_hours: ContactHours) -> Iterable[Planned]:
    """Messages that wait in the person's own lane, and what they snoozed."""
    team, user = ctx.who.team, ctx.who.user
    jobs = [*ctx.uow.jobs.in_lanes([f"{team}:{user}"]), *snooze.jobs_of(ctx.uow, ctx.who)]
    named = [job for job in jobs if _kind(job) == delegation.NAMED]
    absent = ctx.uow.people.get_many(team, {_about(job)["user"] for job in named})
    for job in named:
        person = absent.get(_about(job)["user"])
        yield Planned(job.due_at, Rule.deputy, title=person.name if person else "")
    records = [job for job in jobs if _of_record(job, seen)]
    keys = {
        rule: [_record(job) for job in records if (RULES[_kind(job)] in OF_MEETINGS) is rule]
        for rule in (True, False)
    }
    meetings, items = ctx.uow.of(Meetings).get_many(keys[True]), ctx.uow.of(ActionItems).get_many(keys[False])
    for job in records:
        rule, key = RULES[_kind(job)], _record(job)
        if rule in OF_MEETINGS and key in meetings:
            yield _of(meetings[key], job.due_at, rule, seen[key[0]])
        elif rule not in OF_MEETINGS and key in items:
            yield Planned(job.due_at, rule, key[1], items[key].text, seen[key[0]].channel)


def _of_record(job: Job, seen: Seen) -> bool:
    """It shows a meeting or an item that the person may see."""
    about = _about(job)
    known = _kind(job) in RULES and about.get("project", 0) in seen and "number" in about
    return known and not job.payload.get("only_update")


def _record(job: Job) -> tuple[int, int]:
    """Project and number of what it shows."""
    return _about(job)["project"], _about(job)["number"]


def _kind(job: Job) -> str:
    return str(job.payload.get("kind", job.kind))


def _about(job: Job) -> dict[str, Any]:
    return dict(job.payload.get("about", job.payload))


def _of(meeting: Meeting, at: datetime, rule: Rule, project: Project) -> Planned:
    return Planned(at, rule, meeting.number, meeting.title, project.channel, MEETING.letter)


SOURCES: tuple[Source, ...] = (_in_the_morning, _meetings, _polls, _mails, _digests, _messages)
"""A capability that sends something at a time of its own adds its source."""
