"""Projects in Slack: set up, changed and agreed on; and people who come and go, ourselves included."""

import json
import re
from dataclasses import replace
from functools import partial

from slack_sdk.models.views import View

from bot.core.context import Context, excluded
from bot.core.errors import BotOutside, OnlyInChannel, Outdated
from bot.core.language import Language
from bot.core.nouns import NameOf
from bot.core.people import Kind
from bot.core.project import Project, ProjectSettings, readable_name
from bot.offboarding import handover
from bot.projects import set_up as projects
from handlers.projects import form, views
from handlers.records.notices import of_project
from handlers.slack.directory import has_members
from handlers.slack.help import HELP, all_commands, one_command
from handlers.slack.payloads import log_stand_in, person_of
from handlers.slack.registry import CommandName, Registry
from handlers.slack.reply import CarryOut, Open, Reply, Say, Update
from handlers.slack.request import Click, Command, Request, SlackEvent, Submission, names
from handlers.slack.subcommands import NOTHING

WORD = CommandName(
    "project",
    "project",
    "Set up or change this channel's project",
    "[name] | help",
    also=("settings", "instellingen"),
)


def register(registry: Registry) -> None:
    registry.command(WORD, partial(command, registry))
    registry.click(views.SET_UP, set_up_pressed)
    registry.click(views.CHANGE, partial(change_pressed, registry))
    registry.click(views.MORE, partial(more_pressed, registry))
    registry.click(views.MENU, partial(chosen, registry))
    registry.click(views.AGREE, partial(answered, agree=True))
    registry.click(views.KEEP, partial(answered, agree=False))
    registry.submission(views.NEW, set_up)
    registry.submission(views.CHANGED, changed)
    registry.joining.add(views.NEW)
    registry.by_name[views.NEW] = NOTHING
    registry.offer = views.offer
    registry.notice("projects.card", of_project(partial(views.on_card, registry)))
    registry.notice("projects.changed", views.changed)
    registry.notice(projects.PROPOSED, views.proposed)
    registry.notice(projects.ANSWERED, views.answered)
    for language in Language:
        registry.notice(f"projects.welcome.{language}", views.welcome_in(language))
    registry.event("member_joined_channel", joined)
    registry.event("member_left_channel", left)
    for closed in ("channel_left", "group_left", "channel_archive", "group_archive"):
        registry.event(closed, shut_out)
    for reopened in ("channel_unarchive", "group_unarchive"):
        registry.event(reopened, reopen)
    registry.event("user_change", user_changed)


RENAMES = re.compile(r"^(?:rename|call|hernoem|noem)\s+(?:(?:it|this|the|to|het|dit|naar|project)\s+)*", re.I)
SHOWS = ("show", "info", "list", "status", "toon", "lijst")
CHANGES = (
    *("settings", "edit", "change", "update", "set up", "setup", "new", "delete", "remove", "rename"),
    *("instellingen", "wijzig", "wijzigen", "bewerk", "nieuw", "verwijder", "hernoem"),
)
"""These are no names of projects."""


def command(registry: Registry, request: Command) -> Reply:
    name = RENAMES.sub("", request.plain(request.text))
    if name.lower() in HELP:
        return Say(one_command(registry, WORD, request.texts))
    there = request.uow.projects.of_channel(request.who.team, request.channel)
    if there is None and has_members(request.channel):
        return Open(_new_form(request, "" if name.lower() in (*SHOWS, *CHANGES) else name, ""))
    ctx = request.here
    if name and name.lower() not in SHOWS:
        kept = ctx.project.name if name.lower() in CHANGES else name
        return Open(_change_form(registry, request, ctx, kept))
    return Say(views.summary(ctx.project, _names(request), request.texts))


def set_up_pressed(request: Click) -> Reply:
    draft = "" if request.value == views.NOTHING else request.value
    if request.uow.projects.of_channel(request.who.team, request.channel) is None:
        return Open(_new_form(request, "", draft))
    if draft and request.uow.pending_requests.get(draft, request.who.user):
        return CarryOut(draft)
    return Say(views.summary(request.here.project, _names(request), request.texts))


def set_up(request: Submission) -> Reply:
    settings = form.read(request.fields, request.now, request.who.language, _presets(request))
    project, new = projects.set_up(request.anywhere, request.channel, settings)
    first = Reply() if new else Say(views.summary(project, _names(request), request.texts, overtaken=True))
    draft = request.about.get("draft")
    return CarryOut(draft, first) if draft else first


def more_pressed(registry: Registry, request: Click) -> Reply:
    """The same form with all fields, and what was typed so far."""
    about = json.loads((request.view or {}).get("private_metadata") or "{}")
    if "channel" not in about:
        raise Outdated
    settings = form.typed_so_far(request.fields, _presets(request))
    where = about["channel"], about["draft"], request.texts
    return Update(views.new_form(settings, *where, more=True, model_host=registry.model_host))


def chosen(registry: Registry, request: Click) -> Reply:
    """From the menu of the card."""
    what, _, project_id = request.value.partition(":")
    if what == views.HELP:
        return Say(all_commands(registry, request.texts))
    ctx = request.of(int(project_id))
    return Open(_change_form(registry, request, ctx, ctx.project.name))


def change_pressed(registry: Registry, request: Click) -> Reply:
    ctx = request.of(int(request.value.split(":")[0]))
    return Open(_change_form(registry, request, ctx, ctx.project.name))


def changed(request: Submission) -> Reply:
    ctx = request.of(request.about["project"])
    settings = form.read(request.fields, request.now, request.who.language, ctx.project.settings)
    name_of = _names(request)
    proposal = projects.propose(ctx, settings, request.about["seen"])
    project = projects.change(ctx, settings, request.about["seen"])
    warning = views.forgotten_soon(ctx, project, request.texts)
    if proposal is not None:
        lines = request.texts.project_differences(proposal.before, proposal.after, name_of)
        warning = request.texts.settings_asked(name_of(proposal.manager), lines)
    return Say(views.summary(project, name_of, request.texts, warning))


def answered(request: Click, *, agree: bool) -> None:
    project_id, key = request.value.split(":")
    projects.answer(request.of(int(project_id)), key, agree=agree)


def _new_form(request: Request, name: str, draft: str) -> View:
    """Prefilled from what Slack knows of the channel and of who asks."""
    if not has_members(request.channel):
        raise OnlyInChannel
    if request.who.kind is not Kind.member:
        raise excluded(request.who)
    if not request.channel_name and not request.uow.people.members(request.who.team, request.channel):
        raise BotOutside(request.channel)
    settings = _presets(request).evolve(name=name or readable_name(request.channel_name))
    return views.new_form(settings, request.channel, draft, request.texts)


def _presets(request: Request) -> ProjectSettings:
    """As Slack knows who asks; without its name."""
    who = request.who
    return ProjectSettings.model_construct(name="", manager=who.user, language=who.language, zone=who.zone)


def _names(request: Request) -> NameOf:
    return names(request.uow, request.who.team)


def _change_form(registry: Registry, request: Request, ctx: Context, name: str) -> View:
    settings = ctx.project.settings.evolve(name=name)
    return views.change_form(ctx.project, settings, projects.version(ctx), request.texts, registry.model_host)


def joined(request: SlackEvent) -> None:
    if request.who.user == request.own:
        projects.arrive(request.anywhere, request.channel, request.inviter)
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
    projects.shut_out(request.anywhere, request.channel)


def reopen(request: SlackEvent) -> None:
    projects.ask_anew(request.anywhere, request.channel)


def user_changed(request: SlackEvent) -> None:
    """Keep a change of somebody whom we know; their language and our direct messages it does not tell."""
    kept = {"dm": request.who.dm}
    if "locale" not in request.event["user"]:
        kept["language"] = request.who.language
    told = request.event["user"]
    person = person_of(request.who.team, told, request.now, lambda: request.who.zone)
    person = person.evolve(**kept)
    log_stand_in(request.who, person, told)
    request.uow.people.put(person)
    if person.gone or request.who.gone:
        ours = [project for project in request.uow.projects.all() if project.team == person.team]
        (handover.left if person.gone else handover.back)(replace(request.anywhere, who=person), ours)


def _projects_here(request: SlackEvent) -> list[Project]:
    project = request.uow.projects.of_channel(request.who.team, request.channel)
    return [project] if project else []
