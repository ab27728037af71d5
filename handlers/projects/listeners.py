"""What people type and press about a project."""

from bot.domain.projects import Project
from bot.usecases import projects
from handlers.registry import Registry, Word
from handlers.reply import Reply, say
from handlers.request import Command

PROJECT = Word("project", "project", "Set up or change this channel's project", "")
SPIL = Word(
    "spil", "spil", "Everything that Spil does", "action | meeting | minutes | digest | project | help"
)


def register(registry: Registry) -> None:
    registry.command(PROJECT, project)
    registry.command(SPIL, spil)


def project(request: Command) -> Reply:
    new = Project(
        team=request.who.team, channel=request.channel, name=request.text or "?", manager=request.who.user
    )
    projects.set_up(request.uow, request.now, request.ask, new)
    return say("ok")


def spil(request: Command) -> Reply:
    return say("help")
