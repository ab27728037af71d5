"""Messages that a person will be sent in the next days, as far as is known now, of what they may see only."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import Any

from bot.action_items import notices, snooze
from bot.action_items.noun import ACTION_ITEM
from bot.core.calendar import local
from bot.core.context import PersonContext, projects_of
from bot.core.jobs import Job, lane_of
from bot.core.nouns import Noun, R
from bot.core.project import Project
from bot.digests import digest
from bot.escalations.notifications import to_ask
from bot.meetings import mails, schedule
from bot.meetings import notifications as meetings
from bot.meetings.model import Meetings
from bot.meetings.notifications import all_asked_for_notes, my_meetings
from bot.meetings.noun import MEETING
from bot.people import delegation
from bot.people.contact_hours import ContactHours
from bot.people.hours import contact_hours_of
from bot.people.preferences import Rule
from bot.people.quiet_hours import waiting
from bot.polls import notifications as poll_jobs
from bot.polls.noun import POLL
from bot.polls.results import unanswered
from bot.reminders.daily_summary import bundles, days_of
from bot.reminders.text import Planned

AHEAD = timedelta(days=7)
Seen = dict[int, Project]
"""The projects that the person may see, by id."""
Source = Callable[[PersonContext, Seen, ContactHours], Iterable[Planned]]

RULES: dict[str, tuple[Noun[Any], Rule]] = {
    snooze.KIND: (ACTION_ITEM, Rule.snooze),
    notices.STARTS: (ACTION_ITEM, Rule.item),
    meetings.NEWS: (MEETING, Rule.invitation),
    meetings.INVITATION: (MEETING, Rule.invitation),
    meetings.NOTES_WANTED: (MEETING, Rule.notes_wanted),
    meetings.REMINDER: (MEETING, Rule.meeting_reminder),
}
"""What it is about, by the kind of a job, or of the notice that it shows."""


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
    writers = all_asked_for_notes(ctx.uow, seen, [*meetings.values()])
    for job in ctx.uow.jobs.in_lanes(schedule.lane(meeting) for meeting in meetings.values()):
        meeting, user = meetings[job.payload["project"], job.payload["number"]], ctx.who.user
        if job.kind == schedule.REMIND and user in meeting.who_may_come():
            yield _of(MEETING, meeting, job.due_at, Rule.meeting_reminder, seen)
        if job.kind == schedule.ENDED and user == writers[meeting.project_id, meeting.number]:
            inside = contact_hours.inside(job.due_at)
            at = job.due_at if inside else contact_hours.next_bundle(job.due_at)
            yield _of(MEETING, meeting, at, Rule.notes_wanted, seen)


def _polls(ctx: PersonContext, seen: Seen, contact_hours: ContactHours) -> Iterable[Planned]:
    """Reminders of those that they have not answered."""
    for poll in unanswered(ctx, [*seen.values()]):
        for job in ctx.uow.jobs.in_lanes([poll_jobs.lane(poll)]):
            at = contact_hours.next_moment(job.due_at)
            if job.kind == poll_jobs.REMIND and at < poll.closes_at:
                yield _of(POLL, poll, at, Rule.invitation, seen)


def _mails(ctx: PersonContext, seen: Seen, _hours: ContactHours) -> Iterable[Planned]:
    jobs = [job for job in ctx.uow.jobs.in_lanes([mails.LANE]) if job.payload["user"] == ctx.who.user]
    jobs = [job for job in jobs if _record(job)[0] in seen]
    found = ctx.uow.of(Meetings).get_many(map(_record, jobs))
    for job in jobs:
        if meeting := found.get(_record(job)):
            yield _of(MEETING, meeting, job.due_at, Rule.mail, seen)


def _digests(ctx: PersonContext, seen: Seen, contact_hours: ContactHours) -> Iterable[Planned]:
    for job in ctx.uow.jobs.in_lanes(map(digest.lane, seen.values())):
        yield Planned(job.due_at, Rule.digest, project_channel=seen[job.payload["project"]].channel)


def _messages(ctx: PersonContext, seen: Seen, contact_hours: ContactHours) -> Iterable[Planned]:
    """Messages that wait in the person's own lane, and what they snoozed."""
    team, user = ctx.who.team, ctx.who.user
    jobs = [*ctx.uow.jobs.in_lanes([lane_of(team, user)]), *snooze.jobs_of(ctx.uow, ctx.who)]
    named = [job for job in jobs if _kind(job) == delegation.NAMED]
    absent = ctx.uow.people.get_many(team, {_about(job)["user"] for job in named})
    for job in named:
        person = absent.get(_about(job)["user"])
        yield Planned(job.due_at, Rule.deputy, title=person.name if person else "")
    shown = [job for job in jobs if _record(job)[0] in seen and not job.payload.get("only_update")]
    for kind, (noun, rule) in RULES.items():
        of_kind = [job for job in shown if _kind(job) == kind]
        found = ctx.uow.of(noun.records).get_many(map(_record, of_kind))
        for job in of_kind:
            if record := found.get(_record(job)):
                yield _of(noun, record, job.due_at, rule, seen)


def _record(job: Job) -> tuple[int, int]:
    """Project and number of what it shows; 0 where it names none."""
    return _about(job).get("project", 0), _about(job).get("number", 0)


def _kind(job: Job) -> str:
    return str(job.payload.get("kind", job.kind))


def _about(job: Job) -> dict[str, Any]:
    return dict(job.payload.get("about", job.payload))


def _of(noun: Noun[R], record: R, at: datetime, rule: Rule, seen: Seen) -> Planned:
    channel = seen[record.project_id].channel
    return Planned(at, rule, record.number, noun.text_of(record), channel, noun.letter)


SOURCES: tuple[Source, ...] = (_in_the_morning, _meetings, _polls, _mails, _digests, _messages)
"""A capability that sends something at a time of its own adds its source."""
