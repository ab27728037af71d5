"""Access control: the one way to a project's data, through which every read goes."""

from datetime import datetime

from bot.core.context import Context
from bot.core.errors import BotOutside, GuestsExcluded, NoProject, NotAllowed, Rejected
from bot.core.people import Kind, Person, check_can_own, may_see
from bot.core.ports import UnitOfWork
from bot.core.project import Project
from bot.core.sources import Source


def project_numbered(uow: UnitOfWork, who: Person, project_id: int) -> Project:
    """The project of a button or a link, which anyone might hold; raise BotOutside or NotAllowed."""
    project = uow.projects.get(project_id)
    if project is None or project.team != who.team:
        raise NotAllowed
    check_present(uow, who, project.channel)
    return project


def in_channel(
    uow: UnitOfWork, now: datetime, who: Person, channel: str, said: Source | None = None
) -> Context:
    """The context of the project of the channel that is asked from; raise NoProject, BotOutside or
    NotAllowed."""
    project = uow.projects.of_channel(who.team, channel)
    if project is None:
        raise NoProject(channel)
    check_present(uow, who, project.channel)
    return Context(uow, now, who, project, said=said)


def in_project(uow: UnitOfWork, now: datetime, who: Person, project_id: int) -> Context:
    """The context of the project of a button or a link, which anyone might hold; raise BotOutside or
    NotAllowed."""
    return Context(uow, now, who, project_numbered(uow, who, project_id))


def projects_of(uow: UnitOfWork, who: Person) -> list[Project]:
    """All projects that this person may see, by name."""
    return uow.projects.with_member(who.team, who.user) if may_see(who, (who.user,)) else []


def sees(uow: UnitOfWork, person: Person, project: Project) -> bool:
    """Whether this person may see it; to the one who asks, `project_numbered` says why not."""
    return may_see(person, uow.people.members(project.team, project.channel))


def check_present(uow: UnitOfWork, who: Person, channel: str) -> None:
    """Raise BotOutside or NotAllowed when who asks may not see what the channel's project would hold."""
    members = uow.people.members(who.team, channel)
    if not members and who.kind is Kind.member:
        raise BotOutside(channel)
    if not may_see(who, members):
        raise excluded(who)


def excluded(who: Person) -> NotAllowed:
    """Why they may see no project, or not this one."""
    return GuestsExcluded() if who.kind is Kind.guest else NotAllowed()


def people_of(uow: UnitOfWork, project: Project) -> dict[str, Person]:
    """All who can own something of the project, by user id."""
    members = uow.people.members(project.team, project.channel)
    people = {}
    for user, person in sorted(uow.people.get_many(project.team, members).items()):
        try:
            check_can_own(person, members)
            people[user] = person
        except Rejected:
            continue
    return people
