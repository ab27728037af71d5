"""Setting up and changing a project."""

from datetime import datetime, timedelta

from bot.core.access import Caller, check_present, project_numbered
from bot.core.changes import show
from bot.core.errors import ChangedSince, Misfilled, PersonGone, PersonIsBot, Rejected, UnknownPerson
from bot.core.events import CLOCK, Event
from bot.core.jobs import Notice, channel_subject
from bot.core.language import Language
from bot.core.people import Kind, Person, check_can_own
from bot.core.ports import Retention, UnitOfWork
from bot.core.project import Project, ProjectSettings
from bot.projects.facts import ProjectChanged
from bot.projects.presence import LONG_AGO, welcome

NOUN = "projects"
DAY = timedelta(days=1)


def set_up(uow: UnitOfWork, now: datetime, caller: Caller, settings: ProjectSettings) -> tuple[Project, bool]:
    """The channel's project, and whether this made it: of two who set it up, the first did."""
    check_present(uow, caller)
    # Of two at once the second waits here until the first is committed.
    uow.claim_key(f"set_up:{caller.who.team}:{caller.channel}", now)
    standing = uow.projects.of_channel(caller.who.team, caller.channel)
    if standing is not None:
        return standing, False
    _check(uow, caller.who.team, caller.channel, settings)
    project = uow.projects.add(Project(team=caller.who.team, channel=caller.channel, **settings.model_dump()))
    _changed(uow, now, caller.who, None, project)
    for language in Language:
        show(uow, now, welcome(project.team, project.channel, language, only_update=True), project.id)
    return project, True


def change(
    uow: UnitOfWork, now: datetime, who: Person, project_id: int, settings: ProjectSettings, seen: int
) -> Project:
    """Change its settings; `seen` is the version that the form showed."""
    before = project_numbered(uow, who, project_id)
    if settings == before.settings:
        return before
    # The key is taken once, so that of two who changed the same version one is refused.
    if not uow.claim_key(f"change:{project_id}:{seen}", now) or seen != version(uow, project_id):
        raise _changed_since(uow, project_id)
    _check(uow, before.team, before.channel, settings)
    project = before.model_copy(update=settings.model_dump())
    uow.projects.put(project)
    _changed(uow, now, who, before, project)
    return project


def forgotten_soon(uow: UnitOfWork, now: datetime, before: Project, project: Project) -> int:
    """How many things go once a day has passed since the term became shorter: at most; 0 for a longer one."""
    if project.retention_days >= before.retention_days:
        return 0
    return uow.of(Retention).untouched_since(project.id, now + DAY - project.retention_days * DAY)


def version(uow: UnitOfWork, project_id: int) -> int:
    """Rises with each change: the id of the last event about the project itself."""
    return _last_change(uow, project_id).id


def card(project: Project) -> Notice:
    return Notice(
        kind="projects.card",
        team=project.team,
        to=project.channel,
        about={"project": project.id},
        goes_with=channel_subject(project.team, project.channel),
    )


def _check(uow: UnitOfWork, team: str, channel: str, settings: ProjectSettings) -> None:
    """Raise Misfilled for people who cannot be what they are to be."""
    settings.check()
    reasons: dict[str, Rejected] = {}
    for field, user in (("manager", settings.manager), ("sponsor", settings.sponsor)):
        if user is None:
            continue
        try:
            person = uow.people.get(team, user)
            if person is None:
                raise UnknownPerson(user)
            if field == "manager":
                check_can_own(person, uow.people.members(team, channel))
            _check_reachable(person)
        except Rejected as reason:
            reasons[field] = reason
    if reasons:
        raise Misfilled(reasons)


def _check_reachable(person: Person) -> None:
    """A sponsor need not be in the channel, but must be a person who is still here."""
    if person.gone:
        raise PersonGone(person.name)
    if person.kind is Kind.bot:
        raise PersonIsBot(person.name)


def _changed(uow: UnitOfWork, now: datetime, who: Person, before: Project | None, project: Project) -> None:
    event = uow.log.add(
        Event(
            at=now,
            who=who.user,
            project_id=project.id,
            noun=NOUN,
            number=0,
            what="changed" if before else "created",
            before=before.model_dump(mode="json") if before else None,
            after=project.model_dump(mode="json"),
        )
    )
    show(uow, now, card(project), event)
    uow.publish(now, ProjectChanged(project))


def _changed_since(uow: UnitOfWork, project_id: int) -> ChangedSince:
    last = _last_change(uow, project_id)
    return ChangedSince(last.who, last.at)


def _last_change(uow: UnitOfWork, project_id: int) -> Event:
    events = uow.log.of_item(project_id, NOUN, 0)
    if events:
        return events[-1]
    return Event(at=LONG_AGO, who=CLOCK, project_id=project_id, noun=NOUN, number=0, what="created")
