"""Messages that a person will be sent in the next days, as far as is known now, of what they may see only."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from bot.action_items import dependency_notices, snoozed
from bot.action_items.ports import ActionItems
from bot.core.access import projects_of
from bot.core.calendar import local
from bot.core.context import PersonContext
from bot.core.jobs import Job
from bot.core.project import Project
from bot.digests import digest
from bot.escalations.notifications import to_ask
from bot.meetings import notifications as meetings
from bot.meetings import timed
from bot.meetings.mine import my_meetings
from bot.meetings.model import Meeting
from bot.meetings.ports import Meetings
from bot.people import delegation
from bot.people.hours import contact_hours_of, preferences_of
from bot.people.preferences import Rule
from bot.reminders.daily_summary import bundle
from bot.reminders.planned import Planned

AHEAD = timedelta(days=7)
Seen = dict[int, Project]
"""The projects that the person may see, by id."""
Source = Callable[[PersonContext, Seen], Iterable[Planned]]

RULES = {
    snoozed.KIND: Rule.snooze,
    dependency_notices.STARTS: Rule.item,
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
    found = {each for source in SOURCES for each in source(ctx, seen)}
    wishes = preferences_of(ctx.uow, ctx.who)
    return sorted(each for each in found if ctx.now < each.at <= ctx.now + AHEAD and wishes.wants(each.rule))


def _bundles(ctx: PersonContext, seen: Seen) -> Iterable[Planned]:
    """The days on which there would be something."""
    contact_hours = contact_hours_of(ctx.uow, ctx.who, ctx.now)
    at = contact_hours.next_bundle(ctx.now)
    while at <= ctx.now + AHEAD:
        count = len(bundle(ctx, local(at, ctx.who.zone).date()).items)
        if count:
            yield Planned(at, Rule.bundle, count)
        at = contact_hours.next_bundle(at)


def _meetings(ctx: PersonContext, seen: Seen) -> Iterable[Planned]:
    contact_hours = contact_hours_of(ctx.uow, ctx.who, ctx.now)
    for meeting in my_meetings(ctx):
        project = seen[meeting.project_id]
        soon = _job(ctx, timed.REMIND, meeting)
        if soon and ctx.who.user in meeting.who_may_come():
            yield _of(meeting, soon.due_at, Rule.meeting_reminder, project)
        ended = _job(ctx, timed.ENDED, meeting)
        if ended and ctx.who.user == meeting.organiser:
            yield _of(meeting, contact_hours.next_moment(ended.due_at), Rule.notes_wanted, project)


def _digests(ctx: PersonContext, seen: Seen) -> Iterable[Planned]:
    for project in seen.values():
        job = ctx.uow.jobs.next_of(f"{digest.KIND}:{project.id}:")
        if job:
            yield Planned(job.due_at, Rule.digest, project_channel=project.channel)


def _proposals(ctx: PersonContext, seen: Seen) -> Iterable[Planned]:
    """Decisions that a manager will be asked for, each on the first of their mornings that it reaches."""
    contact_hours, told = contact_hours_of(ctx.uow, ctx.who, ctx.now), set()
    at = contact_hours.next_bundle(ctx.now)
    while at <= ctx.now + AHEAD:
        for item, why, _ in to_ask(ctx, local(at, ctx.who.zone).date()):
            if (item.project_id, item.number, why) not in told:
                told.add((item.project_id, item.number, why))
                channel = seen[item.project_id].channel
                yield Planned(at, Rule.ladder, item.number, item.text, channel)
        at = contact_hours.next_bundle(at)


def _messages(ctx: PersonContext, seen: Seen) -> Iterable[Planned]:
    """Messages that wait in the person's own lane, and what they snoozed."""
    jobs = ctx.uow.jobs.in_lane(f"{ctx.who.team}:{ctx.who.user}")
    jobs += ctx.uow.jobs.starting(f"{snoozed.KIND}:{ctx.who.team}:{ctx.who.user}:")
    for job in jobs:
        made = _message(ctx, job, seen)
        if made:
            yield made


def _message(ctx: PersonContext, job: Job, seen: Seen) -> Planned | None:
    about = job.payload.get("about", job.payload)
    kind = job.payload.get("kind", job.kind)
    if kind == delegation.NAMED:
        absent = ctx.uow.people.get(job.payload["team"], about["user"])
        return Planned(job.due_at, Rule.deputy, title=absent.name if absent else "")
    rule, project = RULES.get(kind), seen.get(about.get("project", 0))
    if rule is None or project is None or "number" not in about or job.payload.get("only_update"):
        return None
    if rule in OF_MEETINGS:
        meeting = ctx.uow.of(Meetings).get(project.id, about["number"])
        return _of(meeting, job.due_at, rule, project) if meeting else None
    item = ctx.uow.of(ActionItems).get(project.id, about["number"])
    return Planned(job.due_at, rule, item.number, item.text, project.channel) if item else None


def _of(meeting: Meeting, at: datetime, rule: Rule, project: Project) -> Planned:
    return Planned(at, rule, meeting.number, meeting.title, project.channel)


def _job(ctx: PersonContext, kind: str, meeting: Meeting) -> Job | None:
    return ctx.uow.jobs.next_of(f"{kind}:{meeting.project_id}:{meeting.number}:")


SOURCES: tuple[Source, ...] = (_bundles, _proposals, _meetings, _digests, _messages)
"""A capability that sends something at a time of its own adds its source."""
