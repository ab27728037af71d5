"""The morning message: on each person's own clock and working days, what is theirs and due; else silence.

A context here is of the person whose morning it is. After a clock that ran ahead was set back, all that waits
is planned anew.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta

from bot.action_items import notices
from bot.action_items.dependencies import responsible_for
from bot.action_items.facts import ItemChanged
from bot.availability.links import READ
from bot.core.calendar import local
from bot.core.context import Context, PersonContext, by_clock, first_in_batch, of_person, projects_of, show
from bot.core.jobs import Job, Notice, job_of, post
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.digests import digest
from bot.escalations import notifications
from bot.meetings.notifications import MeetingChanged
from bot.people import quiet_hours
from bot.people.contact_hours import ContactHours
from bot.people.hours import contact_hours_of, next_moment, preferences_of, wants
from bot.people.preferences import Absences, AbsencesChanged, PreferencesBook, Profile, Rule
from bot.people.quiet_hours import (
    MORNING,
    day_of,
    hold_all_anew,
    hold_anew,
    hold_missed,
    morning_notice,
)
from bot.reminders.daily_summary import bundle, owned

KIND = MORNING
STAYS_CURRENT = 4
"""Days for which a morning message is kept up to date: over a weekend, until the next one."""


def ensure(ctx: PersonContext) -> None:
    """Plan the next morning, once."""
    planned = ctx.uow.jobs.next_of(_prefix(ctx.who))
    # One that is due may be at work, and not know of what makes this person have mornings.
    if planned is None or planned.due_at <= ctx.now:
        _plan(ctx, contact_hours_of(ctx.uow, ctx.who, ctx.now).next_bundle(ctx.now))


def plan_anew(ctx: PersonContext) -> None:
    """Plan the next morning by preferences or absences that have changed.

    Today's, still to come by the former ones and over by these, comes at once.
    """
    uow, now, person, today = ctx.uow, ctx.now, ctx.who, ctx.own_today
    former, contact_hours = uow.jobs.next_of(_prefix(person)), contact_hours_of(uow, person, now)
    if former is not None and former.due_at <= now:
        return  # it is at work, and plans the next one itself
    uow.jobs.withdraw(_prefix(person))
    hold_all_anew(ctx)
    over = (begins := contact_hours.bundle_of(today)) is not None and begins <= now
    if former and local(former.due_at, person.zone).date() == today and over and contact_hours.inside(now):
        _plan(ctx, now)
    else:
        _plan(ctx, contact_hours.next_bundle(now))


def action_item_changed(ctx: Context, fact: ItemChanged) -> None:
    """Bring it up to date for who is responsible, who raised it, and the manager of what is overdue."""
    project, item, occasion = ctx.project, fact.item, fact.occasion(ctx)
    for user in fact.concerned:
        theirs = _context_of(ctx, user)
        # Of a hundred items of one act a person's morning message is shown anew once.
        if theirs and first_in_batch(ctx, user):
            _owned_changed(theirs, occasion)
    if item.raised_by != responsible_for(item):
        _raised_changed(ctx, item.raised_by, occasion)
    if any(each and each.overdue(ctx.today) for each in (fact.before, item)):
        managers = _context_of(ctx, project.manager)
        if managers and first_in_batch(ctx, project.manager):
            show_anew(managers, occasion)


def absences_changed(ctx: PersonContext, fact: AbsencesChanged) -> None:
    """Plan mornings for whoever is asked instead: the deputy, and the managers of who is away."""
    plan_anew(ctx)
    instead = {project.manager for project in projects_of(ctx.uow, ctx.who)} if fact.deputies else set()
    for user in fact.deputies | instead:
        theirs = _context_of(ctx, user)
        if theirs and not theirs.who.gone:
            ensure(theirs)


def _context_of(ctx: PersonContext, user: str) -> PersonContext | None:
    """Of another person; None for somebody whom we do not know."""
    person = ctx.uow.people.get(ctx.who.team, user)
    return PersonContext(ctx.uow, ctx.now, person) if person else None


def _owned_changed(ctx: PersonContext, occasion: object) -> None:
    """Plan a morning, as the person has items, and show the change in their last one, and in that of who
    stands in for them."""
    uow, person = ctx.uow, ctx.who
    ensure(ctx)
    show_anew(ctx, occasion)
    since = ctx.own_today - timedelta(days=STAYS_CURRENT)
    deputies = {each.deputy for each in uow.of(Absences).of_people(person.team, [person.user], since)}
    for user in filter(None, deputies):
        managers = {project.manager for project in projects_of(uow, person)}
        for reader in {user, *managers} - {person.user}:
            if theirs := _context_of(ctx, reader):
                show_anew(theirs, occasion)


def _raised_changed(ctx: Context, user: str, occasion: object) -> None:
    """Show it where what somebody raised and others own is told: to those who want to hear much."""
    wishes = ctx.uow.of(PreferencesBook).get(ctx.who.team, user)
    theirs = _context_of(ctx, user) if wishes and wishes.profile == Profile.active else None
    if theirs:
        show_anew(theirs, occasion)


def ensure_manager(ctx: Context) -> None:
    """Plan mornings for who manages the project, whatever they own themselves."""
    theirs = _context_of(ctx, ctx.project.manager)
    if theirs and not theirs.who.gone:
        ensure(theirs)


def ensure_managers(uow: UnitOfWork, now: datetime) -> None:
    """Plan what should be planned and is not, so that one morning that failed is not a manager's last."""
    for project in uow.projects.all():
        ensure_manager(by_clock(uow, now, project))


def show_anew(ctx: PersonContext, occasion: object) -> None:
    """Bring the last morning message up to date, if there was one of late."""
    days = (ctx.own_today - timedelta(days=ago) for ago in range(STAYS_CURRENT))
    notices = {notice.key: notice for notice in (notice_of(ctx.who, day) for day in days)}
    # As `show_again` of each, asked of all days at once.
    alive = {job.key.removeprefix("post:") for job in ctx.uow.jobs.starting(f"post:{_prefix(ctx.who)}")}
    alive |= {f"{key}:" for key in ctx.uow.sent_messages.standing(notices)}
    for key, notice in notices.items():
        if any(each.startswith(f"{key}:") for each in alive):
            show(ctx, notice.evolve(only_update=True), occasion)
            return


def meeting_changed(ctx: Context, fact: MeetingChanged) -> None:
    """Bring it up to date for those who read of the meeting there."""
    for user in dict.fromkeys((*(fact.before.people if fact.before else ()), *fact.after.people)):
        theirs = _context_of(ctx, user)
        if theirs:
            show_anew(theirs, fact.event)


def run_held(uow: UnitOfWork, now: datetime, job: Job) -> None:
    """Show what waited for their morning in the message of today; outside their hours it waits on."""
    ctx = of_person(uow, now, job)
    if ctx is None:
        return
    ensure(ctx)
    contact_hours = contact_hours_of(uow, ctx.who, now)
    if contact_hours.inside(now) and day_of(job.key)[2] == ctx.own_today:
        _show(ctx, contact_hours, f"held {job.id}")
    else:
        hold_anew(ctx, job)


def run(uow: UnitOfWork, now: datetime, job: Job) -> None:
    """Show today's message and plan the next morning.

    The job itself never expires, or a weekend of standstill would end all mornings to come; what it
    shows is the day on which it runs, and that message expires when the person's hours are over.
    """
    ctx = of_person(uow, now, job)
    if ctx is None:
        return
    contact_hours, today = contact_hours_of(uow, ctx.who, now), ctx.own_today
    begins = contact_hours.bundle_of(today)
    if begins and begins <= now and contact_hours.inside(now):
        hold_missed(ctx)
        asked = notifications.propose(ctx, job.key)
        if asked or told(ctx, today):
            _show(ctx, contact_hours, job.key)
    if _has_mornings(ctx):
        _plan(ctx, contact_hours.next_bundle(now))


def told(ctx: PersonContext, day: date) -> bool:
    """Whether there is anything to tell on that day, and it is wanted."""
    return wants(ctx.uow, ctx.who, Rule.bundle) and bool(bundle(ctx, day))


def _show(ctx: PersonContext, contact_hours: ContactHours, occasion: str) -> None:
    notice, evening = notice_of(ctx.who, ctx.own_today), contact_hours.evening(ctx.now)
    ctx.uow.jobs.add(post(notice, occasion, ctx.now, expires_at=evening))


def notice_of(person: Person, day: date) -> Notice:
    return morning_notice(person.team, person.user, day)


def _has_mornings(ctx: PersonContext) -> bool:
    """Whether anything can be due, also of what the person may not see just now: we, or they, may be outside
    the channel for a day."""
    uow, person = ctx.uow, ctx.who
    seen = projects_of(uow, person)
    return bool(
        any(project.manager == person.user for project in seen)
        or owned(uow, person, seen)
        or uow.of(Absences).of_deputy(person.team, person.user, ctx.own_today)
        or preferences_of(uow, person).profile == Profile.active
        or owned(uow, person, [each for each in uow.projects.all() if each.team == person.team])
    )


def _plan(ctx: PersonContext, due_at: datetime) -> None:
    person = ctx.who
    key, lane = f"{_prefix(person)}{due_at:%Y-%m-%dT%H:%M}Z", f"{KIND}:{person.team}:{person.user}"
    ctx.uow.jobs.add(job_of(KIND, key, lane, {"team": person.team, "user": person.user}, due_at))


def _prefix(person: Person) -> str:
    return f"{KIND}:{person.team}:{person.user}:"


def plan_all_anew(uow: UnitOfWork, now: datetime, jobs: Iterable[Job]) -> None:
    """Plan these jobs by the present clock; what people chose the moment of stays where it was promised."""
    for job in jobs:
        if job.kind in BY_KIND:
            BY_KIND[job.kind](uow, now, job)
    digest.ensure_all(uow, now)
    ensure_managers(uow, now)


def _digest(uow: UnitOfWork, now: datetime, job: Job) -> None:
    project = uow.projects.get(job.payload["project"])
    if project is not None:
        digest.schedule(by_clock(uow, now, project))


def _morning(uow: UnitOfWork, now: datetime, job: Job) -> None:
    if ctx := of_person(uow, now, job):
        plan_anew(ctx)


def _held(uow: UnitOfWork, now: datetime, job: Job) -> None:
    person = uow.people.get(job.payload["team"], job.payload["user"])
    if person is not None:
        quiet_hours.hold_anew(PersonContext(uow, now, person), job)


def _message(uow: UnitOfWork, now: datetime, job: Job) -> None:
    """Send it sooner where it waits for somebody's hours, which come before that clock thought."""
    person = uow.people.get(job.payload["team"], job.payload["to"])
    if person is not None:
        uow.jobs.hasten(job, next_moment(uow, person, now))


BY_KIND: dict[str, Callable[[UnitOfWork, datetime, Job], None]] = {
    digest.KIND: _digest,
    KIND: _morning,
    notices.STARTS: notices.plan_anew,
    quiet_hours.HELD: _held,
    "post": _message,
    READ: lambda uow, now, job: uow.jobs.hasten(job, now),
}
