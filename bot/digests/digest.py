"""The weekly digest: what changed since the last one and what lies ahead, in the project's channel."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from bot.action_items.facts import NOUN as ITEMS
from bot.action_items.model import ActionItem, ActionItems
from bot.core.calendar import instant, local, next_weekly
from bot.core.context import Context, by_clock, show
from bot.core.events import CLOCK, Event
from bot.core.jobs import Job, Notice, job_of, post
from bot.core.ports import UnitOfWork
from bot.core.project import Project
from bot.decisions.model import Decision
from bot.decisions.noun import DECISION
from bot.digests.model import Digest, Period, courses, set_apart, sort_items, sort_meetings
from bot.escalations.notifications import undecided
from bot.meetings.model import Meeting, Meetings
from bot.minutes.clock import in_time, since_when
from bot.minutes.ports import MinutesBook
from bot.people.hours import wants
from bot.people.preferences import Rule
from bot.people.quiet_hours import hold_for_morning

KIND, NOUN = "digest", "digests"
HEADLINE, DETAIL = "digests.headline", "digests.detail"
SPONSOR = "digests.sponsor"
"""The headline and the decisions, to the sponsor in person: a part of their morning message."""
DAY = timedelta(days=1)
TOO_LATE = DAY
"""After so long a digest is left out; the next one covers its week too."""
FURTHEST_BACK = timedelta(weeks=5)
"""A digest that was off for months does not tell of all of them."""
MOST_MINUTES = 50


def schedule(ctx: Context) -> None:
    """Plan the project's next digest by its present settings, instead of by earlier ones."""
    ctx.uow.jobs.withdraw(_prefix(ctx.project))
    _plan(ctx)


def ensure_all(uow: UnitOfWork, now: datetime) -> None:
    """Plan what should be planned and is not, so that one digest that failed is not the last."""
    for project in uow.projects.all():
        ensure(by_clock(uow, now, project))


def ensure(ctx: Context) -> None:
    if ctx.uow.jobs.next_of(_prefix(ctx.project)) is None:
        _plan(ctx)


def run(uow: UnitOfWork, now: datetime, job: Job) -> None:
    """Post the digest unless there is nothing to tell, and plan the next.

    The job never expires, or a weekend of standstill would end all digests to come; it sees for itself
    whether it is too late, and whether the project's settings have changed since it was claimed.
    """
    project = uow.projects.get(job.payload["project"])
    if project is None or _moment(project, job.due_at - timedelta(seconds=1)) != job.due_at:
        return
    ctx = by_clock(uow, now, project)
    if now - job.due_at <= TOO_LATE:
        _tell(ctx, job)
    _plan(ctx)


def up_to(ctx: Context) -> Digest:
    """The weekly digest as it would be if it were made now."""
    return made(ctx, _last(ctx), ctx.now)


def made(ctx: Context, since: datetime, until: datetime) -> Digest:
    """The digest of a period, as things stood at its end."""
    uow, project = ctx.uow, ctx.project
    period = Period(since, until, project.zone)
    events = uow.log.since(project.id, since)
    items = uow.of(ActionItems).of_project(project.id, open=True)
    month = instant(datetime.combine(since_when(project, until), time()), project.zone)
    meetings = uow.of(Meetings).of_projects([project.id], min(since, month))
    book = uow.of(MinutesBook).of_project(project.id, MOST_MINUTES)
    sent = [minutes for minutes in reversed(book) if period.holds(minutes.sent_at)]
    found = courses(ActionItem, ITEMS, items, period, events)
    then = sorted((each.after for each in found), key=lambda item: (item.due or date.max, item.number))
    return Digest(
        period,
        set_apart(sort_items(found, period), undecided(by_clock(uow, until, project), then)),
        sort_meetings(courses(Meeting, "meetings", meetings, period, events), period),
        sent,
        _decided(ctx, period, events),
        in_time(meetings, book, project, until),
    )


def _decided(ctx: Context, period: Period, events: Sequence[Event]) -> list[Decision]:
    """Decisions of the period that held at its end, as they were then."""
    found = courses(Decision, DECISION.name, [], period, events)
    return [each.after for each in found if each.before is None and each.after.valid]


def post_now(ctx: Context, since: datetime, until: datetime) -> None:
    """Post the digest that somebody looked at; pressed twice it is posted once."""
    for notice in notices(ctx.project, since, until):
        show(ctx, notice, "posted")


def notices(project: Project, since: datetime, until: datetime) -> tuple[Notice, Notice]:
    """The headline, and the detail in its thread."""
    about = {"since": since.isoformat(), "until": until.isoformat()}
    headline = project.notice(HEADLINE, project.channel, **about)
    return headline, headline.evolve(kind=DETAIL, thread_of=headline.key)


def _tell(ctx: Context, job: Job) -> None:
    since = _last(ctx)
    told = bool(made(ctx, since, ctx.now))
    _log(ctx, "posted" if told else "silent")
    if told:
        for notice in notices(ctx.project, since, ctx.now):
            ctx.uow.jobs.add(post(notice, job.key, ctx.now, expires_at=job.due_at + TOO_LATE))
        _tell_sponsor(ctx, since)


def _tell_sponsor(ctx: Context, since: datetime) -> None:
    sponsor = ctx.uow.people.get(ctx.project.team, ctx.project.sponsor) if ctx.project.sponsor else None
    if sponsor is not None and wants(ctx.uow, sponsor, Rule.sponsor):
        headline, _detail = notices(ctx.project, since, ctx.now)
        hold_for_morning(ctx, headline.evolve(kind=SPONSOR, to=sponsor.user), sponsor)


def _log(ctx: Context, what: str) -> None:
    event = Event(at=ctx.now, who=CLOCK, project_id=ctx.project.id, noun=NOUN, number=0, what=what)
    ctx.uow.log.add(event)


def _last(ctx: Context) -> datetime:
    """The moment of the last digest; before the first, the beginning of the day of setting up."""
    furthest, project = ctx.now - FURTHEST_BACK, ctx.project
    last = ctx.uow.log.last_of(project.id, CLOCK, NOUN)
    if last is not None:
        return max(last.at, furthest)
    set_up = ctx.uow.log.of_item(project.id, "projects", 0)
    begun = max(set_up[0].at, furthest) if set_up else furthest
    return instant(datetime.combine(local(begun, project.zone).date(), time()), project.zone)


def _plan(ctx: Context) -> None:
    """Its next moment, a day or more after the last: put off by an hour, today's does not come twice."""
    project = ctx.project
    last = ctx.uow.log.last_of(project.id, CLOCK, NOUN)
    due_at = _moment(project, max(ctx.now, last.at + DAY) if last else ctx.now)
    if due_at is None:
        return
    key = f"{_prefix(project)}{due_at:%Y-%m-%dT%H:%M}Z"
    ctx.uow.jobs.add(job_of(KIND, key, lane(project), {"project": project.id}, due_at))


def _moment(project: Project, after: datetime) -> datetime | None:
    """The first later than `after`; None when the project wants no digest."""
    if project.digest_day is None:
        return None
    return next_weekly(after, project.digest_day, project.digest_time, project.zone)


def lane(project: Project) -> str:
    """Of the job by which its digest comes."""
    return f"{KIND}:{project.id}"


def _prefix(project: Project) -> str:
    return f"{KIND}:{project.id}:"
