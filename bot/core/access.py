"""Access control: the one way to a project's data, through which every read goes."""

from dataclasses import dataclass
from datetime import datetime

from bot.core.context import Context
from bot.core.errors import BotOutside, NoProject, NotAllowed, Rejected
from bot.core.people import Kind, Person, check_can_own, may_see
from bot.core.ports import UnitOfWork
from bot.core.project import Project
from bot.core.sources import Source


@dataclass(frozen=True, slots=True)
class Caller:
    """A person who asks, and the channel that they ask from."""

    who: Person
    channel: str
    said: Source | None = None
    """The message in which they ask: what is raised by it is made from it."""


def project_here(uow: UnitOfWork, caller: Caller) -> Project:
    """The project of the channel that is asked from; raise NoProject, BotOutside or NotAllowed."""
    project = uow.projects.of_channel(caller.who.team, caller.channel)
    if project is None:
        raise NoProject(caller.channel)
    return _seen_by(uow, caller.who, project)


def project_numbered(uow: UnitOfWork, who: Person, project_id: int) -> Project:
    """The project of a button or a link, which anyone might hold; raise BotOutside or NotAllowed."""
    project = uow.projects.get(project_id)
    if project is None or project.team != who.team:
        raise NotAllowed
    return _seen_by(uow, who, project)


def in_channel(
    uow: UnitOfWork, now: datetime, who: Person, channel: str, said: Source | None = None
) -> Context:
    """The context of the project of the channel that is asked from; raise NoProject, BotOutside or
    NotAllowed."""
    return Context(uow, now, who, project_here(uow, Caller(who, channel, said)), said=said)


def in_project(uow: UnitOfWork, now: datetime, who: Person, project_id: int) -> Context:
    """The context of the project of a button or a link, which anyone might hold; raise BotOutside or
    NotAllowed."""
    return Context(uow, now, who, project_numbered(uow, who, project_id))


def projects_of(uow: UnitOfWork, who: Person) -> list[Project]:
    """All projects that this person may see, by name."""
    return [project for project in uow.projects.with_member(who.team, who.user) if sees(uow, who, project)]


def sees(uow: UnitOfWork, person: Person, project: Project) -> bool:
    """Whether this person may see it; to the one who asks, `project_numbered` says why not."""
    return may_see(person, uow.people.members(project.team, project.channel))


def check_present(uow: UnitOfWork, caller: Caller) -> None:
    """Raise BotOutside or NotAllowed when who asks may not see what the channel's project would hold."""
    members = uow.people.members(caller.who.team, caller.channel)
    if not members and caller.who.kind is Kind.member:
        raise BotOutside(caller.channel)
    if not may_see(caller.who, members):
        raise NotAllowed


def _seen_by(uow: UnitOfWork, who: Person, project: Project) -> Project:
    check_present(uow, Caller(who, project.channel))
    return project


def people_of(uow: UnitOfWork, project: Project) -> dict[str, Person]:
    """All who can own something of the project, by user id."""
    members = uow.people.members(project.team, project.channel)
    people = {}
    for user in sorted(members):
        person = uow.people.get(project.team, user)
        try:
            if person is not None:
                check_can_own(person, members)
                people[user] = person
        except Rejected:
            continue
    return people
