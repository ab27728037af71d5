"""The morning message: on each person's own clock and working days, what is his and due; else silence."""

from datetime import date, datetime, timedelta

from bot.action_items.dependencies import responsible_for
from bot.action_items.facts import ItemChanged
from bot.core.access import projects_of
from bot.core.calendar import local
from bot.core.changes import first_in_batch, show_again
from bot.core.jobs import Job, Notice, post
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.core.project import Project
from bot.escalations import notifications
from bot.people.facts import AbsencesChanged, WishesChanged
from bot.people.hours import contact_hours_of, preferences_of
from bot.people.ports import Absences, PreferencesBook
from bot.people.preferences import Profile, Rule
from bot.projects.facts import ProjectChanged
from bot.reminders.daily_summary import bundle, owned

KIND = "morning"
STAYS_CURRENT = 4
"""Days for which a morning message is kept up to date: over a weekend, until the next one."""


def ensure(uow: UnitOfWork, now: datetime, person: Person) -> None:
    """Plan his next morning, once."""
    planned = uow.jobs.next_of(_prefix(person))
    # One that is due may be at work, and not know of what makes him have mornings.
    if planned is None or planned.due_at <= now:
        _plan(uow, person, contact_hours_of(uow, person, now).next_bundle(now))


def plan_anew(uow: UnitOfWork, now: datetime, person: Person) -> None:
    """His wishes or his absences have changed: his next morning is by them.

    Today's, still to come by the former ones and over by these, comes at once.
    """
    former, contact_hours = uow.jobs.next_of(_prefix(person)), contact_hours_of(uow, person, now)
    if former is not None and former.due_at <= now:
        return  # it is at work, and plans the next one itself
    uow.jobs.withdraw(_prefix(person))
    today = local(now, person.zone).date()
    over = (begins := contact_hours.bundle_of(today)) is not None and begins <= now
    if former and local(former.due_at, person.zone).date() == today and over and contact_hours.inside(now):
        _plan(uow, person, now)
    else:
        _plan(uow, person, contact_hours.next_bundle(now))


def action_item_changed(uow: UnitOfWork, now: datetime, fact: ItemChanged) -> None:
    """Who is asked for it, who raised it, and the manager of what is overdue read how it is now."""
    project, item = fact.project, fact.item
    for user in fact.concerned:
        person = uow.people.get(project.team, user)
        # Of a hundred items of one act his morning message is shown anew once.
        if person is not None and first_in_batch(uow, now, fact.batch, person.user):
            _owned_changed(uow, now, person, fact.occasion)
    if item.raised_by != responsible_for(item):
        _raised_changed(uow, now, item.raised_by, project.team, fact.occasion)
    today = local(now, project.zone).date()
    if any(each and each.overdue(today) for each in (fact.before, item)):
        manager = uow.people.get(project.team, project.manager)
        if manager is not None and first_in_batch(uow, now, fact.batch, manager.user):
            show_anew(uow, now, manager, fact.occasion)


def project_changed(uow: UnitOfWork, now: datetime, fact: ProjectChanged) -> None:
    ensure_manager(uow, now, fact.project)


def wishes_changed(uow: UnitOfWork, now: datetime, fact: WishesChanged) -> None:
    plan_anew(uow, now, fact.person)


def absences_changed(uow: UnitOfWork, now: datetime, fact: AbsencesChanged) -> None:
    """Whoever is asked instead has mornings: the deputy, and the managers of who is away."""
    plan_anew(uow, now, fact.person)
    instead = {project.manager for project in projects_of(uow, fact.person)} if fact.deputies else set()
    for user in fact.deputies | instead:
        person = uow.people.get(fact.person.team, user)
        if person is not None and not person.gone:
            ensure(uow, now, person)


def _owned_changed(uow: UnitOfWork, now: datetime, person: Person, occasion: object) -> None:
    """He has items: he has mornings, and the last of them shows the change; also of who stands in for him."""
    ensure(uow, now, person)
    show_anew(uow, now, person, occasion)
    today = local(now, person.zone).date()
    since = today - timedelta(days=STAYS_CURRENT)
    deputies = {each.deputy for each in uow.of(Absences).of_people(person.team, [person.user], since)}
    for user in filter(None, deputies):
        managers = {project.manager for project in projects_of(uow, person)}
        for reader in {user, *managers} - {person.user}:
            found = uow.people.get(person.team, reader)
            if found is not None:
                show_anew(uow, now, found, occasion)


def _raised_changed(uow: UnitOfWork, now: datetime, user: str, team: str, occasion: object) -> None:
    """What he raised and others own stands in the bundle of who wants to hear much."""
    wishes = uow.of(PreferencesBook).get(team, user)
    person = uow.people.get(team, user) if wishes and wishes.profile == Profile.active else None
    if person is not None:
        show_anew(uow, now, person, occasion)


def ensure_manager(uow: UnitOfWork, now: datetime, project: Project) -> None:
    """Who manages a project has mornings, whatever he owns himself."""
    person = uow.people.get(project.team, project.manager)
    if person is not None and not person.gone:
        ensure(uow, now, person)


def ensure_managers(uow: UnitOfWork, now: datetime) -> None:
    """Plan what should be planned and is not, so that one morning that failed is not a manager's last."""
    for project in uow.projects.all():
        ensure_manager(uow, now, project)


def show_anew(uow: UnitOfWork, now: datetime, person: Person, occasion: object) -> None:
    """Bring the last of his mornings up to date, if there was one of late."""
    today = local(now, person.zone).date()
    for notice in (notice_of(person, today - timedelta(days=ago)) for ago in range(STAYS_CURRENT)):
        if show_again(uow, now, notice, occasion):
            return


def run(uow: UnitOfWork, now: datetime, job: Job) -> None:
    """Show today's bundle and plan the next morning.

    The job itself never expires, or a weekend of standstill would end all mornings to come; what it
    shows is the day on which it runs, and that message expires when his hours are over.
    """
    person = uow.people.get(job.payload["team"], job.payload["user"])
    if person is None or person.gone:
        return
    contact_hours, here = contact_hours_of(uow, person, now), local(now, person.zone)
    begins = contact_hours.bundle_of(here.date())
    if begins and begins <= now and contact_hours.inside(now):
        if told(uow, person, here.date()):
            notice = notice_of(person, here.date())
            uow.jobs.add(post(notice, job.key, now, expires_at=contact_hours.evening(now)))
        notifications.propose(uow, now, person, job.key)
    if _has_mornings(uow, person, here.date()):
        _plan(uow, person, contact_hours.next_bundle(now))


def told(uow: UnitOfWork, person: Person, day: date) -> bool:
    """Whether there is anything for him on that day, and he wants to hear it."""
    return preferences_of(uow, person).wants(Rule.bundle) and bool(bundle(uow, person, day))


def notice_of(person: Person, day: date) -> Notice:
    """One for each of his days: it cannot come twice, whatever makes it come."""
    return Notice(kind=KIND, team=person.team, to=person.user, about={"day": day.isoformat()})


def _has_mornings(uow: UnitOfWork, person: Person, day: date) -> bool:
    """Whether anything can be due for him, also of what he may not see just now: we, or he, may be outside
    the channel for a day."""
    seen = projects_of(uow, person)
    return bool(
        any(project.manager == person.user for project in seen)
        or owned(uow, person, seen)
        or uow.of(Absences).of_deputy(person.team, person.user, day)
        or preferences_of(uow, person).profile == Profile.active
        or owned(uow, person, [each for each in uow.projects.all() if each.team == person.team])
    )


def _plan(uow: UnitOfWork, person: Person, due_at: datetime) -> None:
    uow.jobs.add(
        Job(
            key=f"{_prefix(person)}{due_at:%Y-%m-%dT%H:%M}Z",
            kind=KIND,
            lane=f"{KIND}:{person.team}:{person.user}",
            payload={"team": person.team, "user": person.user},
            due_at=due_at,
        )
    )


def _prefix(person: Person) -> str:
    return f"{KIND}:{person.team}:{person.user}:"
