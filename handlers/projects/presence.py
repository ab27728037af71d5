"""People who come and go, ourselves included."""

from dataclasses import replace

from bot.core.project import Project
from bot.offboarding import handover
from bot.projects import presence
from handlers.slack.registry import Registry
from handlers.slack.request import SlackEvent
from handlers.slack.slack_user import log_stand_in, person_of


def register(registry: Registry) -> None:
    registry.event("member_joined_channel", joined)
    registry.event("member_left_channel", left)
    for closed in ("channel_left", "group_left", "channel_archive", "group_archive"):
        registry.event(closed, shut_out)
    for reopened in ("channel_unarchive", "group_unarchive"):
        registry.event(reopened, reopen)
    registry.event("user_change", user_changed)


def joined(request: SlackEvent) -> None:
    if request.who.user == request.own:
        presence.arrive(request.anywhere, request.channel, request.inviter)
    else:
        request.uow.people.add_member(request.who.team, request.channel, request.who.user)
        handover.back(request.anywhere, _projects_here(request))


def left(request: SlackEvent) -> None:
    if request.who.user == request.own:
        shut_out(request)
    else:
        request.uow.people.remove_member(request.who.team, request.channel, request.who.user)
        handover.left(request.anywhere, _projects_here(request))


def shut_out(request: SlackEvent) -> None:
    presence.shut_out(request.anywhere, request.channel)


def reopen(request: SlackEvent) -> None:
    presence.ask_anew(request.anywhere, request.channel)


def user_changed(request: SlackEvent) -> None:
    """Keep a change of somebody whom we know; their language and our direct messages it does not tell."""
    kept = {"dm": request.who.dm}
    if "locale" not in request.event["user"]:
        kept["language"] = request.who.language
    told = request.event["user"]
    person = person_of(request.who.team, told, request.now, lambda: request.who.zone)
    person = person.model_copy(update=kept)
    log_stand_in(request.who, person, told)
    request.uow.people.put(person)
    if person.gone or request.who.gone:
        ours = [project for project in request.uow.projects.all() if project.team == person.team]
        (handover.left if person.gone else handover.back)(replace(request.anywhere, who=person), ours)


def _projects_here(request: SlackEvent) -> list[Project]:
    project = request.uow.projects.of_channel(request.who.team, request.channel)
    return [project] if project else []
