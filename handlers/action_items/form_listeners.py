"""The form of an action item, opened and filled in."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bot.action_items import change, find_duplicates
from bot.action_items.fields import Filled, filled_from
from bot.action_items.find_duplicates import Look
from bot.action_items.form import Alike, change_filled, raise_filled
from bot.action_items.known_texts import KnownTexts
from bot.action_items.model import ActionItem
from bot.core.access import projects_of
from bot.core.calendar import local
from bot.core.errors import NoProject, OnlyInChannel
from bot.core.project import Project
from bot.core.records import Overtaken
from bot.core.sources import Source
from handlers.action_items import form, views
from handlers.records.desk import referred
from handlers.slack import ui
from handlers.slack.directory import has_members
from handlers.slack.names import names
from handlers.slack.registry import Registry
from handlers.slack.reply import Message, Open, RefreshHome, Reply, Say, Update
from handlers.slack.request import Click, Request, Submission

NEW = "action_items.new"
LINE = 2500
"""Characters of an item in a line."""


def register(registry: Registry, known: KnownTexts) -> None:
    registry.click(views.EDIT, change_pressed)
    registry.click(NEW, new_pressed)
    registry.submission(form.FORM, partial(filled_in, known), prepare=partial(look, known))


def new(request: Request) -> Reply:
    """For the channel's project, or one that is chosen where no channel is meant."""
    if has_members(request.channel):
        return Open(form.view(Filled(), request.texts, _about(request, request.here.project)))
    return Open(choosing(request, Filled(), _about(request)))


def new_pressed(request: Click) -> Reply:
    return Open(choosing(request, Filled(), {**_about(request), "home": request.in_home}))


def choosing(request: Request, filled: Filled, about: dict[str, Any], above: Sequence[Block] = ()) -> View:
    """With a select of all their projects; raise for who has none."""
    projects = projects_of(request.uow, request.who)
    if not projects:
        raise NoProject(request.channel) if has_members(request.channel) else OnlyInChannel
    return form.view(filled, request.texts, about, projects=projects, above=above)


def change_pressed(request: Click) -> Reply:
    ctx, number, _version = referred(request, request.value)
    item = change.get(ctx, number)
    about = {
        "project": ctx.project.id,
        "number": number,
        "version": item.version,
        "channel": request.channel,
        "home": request.in_home,
    }
    return Open(form.view(filled_from(item), request.texts, about, turn=item.version))


def look(known: KnownTexts, request: Submission) -> Look | None:
    """For an item that says the same as a new one."""
    return None if request.about.get("number") else _look(known, request)


def filled_in(known: KnownTexts, request: Submission) -> Reply:
    if request.about.get("number"):
        return _changed(request)
    return _raised(request, request.prepared or _look(known, request))


def _look(known: KnownTexts, request: Submission) -> Look:
    return find_duplicates.look(request.of(_project(request)), known, form.read(request.fields).text)


def _project(request: Submission) -> int:
    return int(request.about.get("project") or request.fields.text(form.PROJECT) or 0)


def _about(request: Request, project: Project | None = None) -> dict[str, Any]:
    said = {"source": request.said.message, "link": request.said.link} if request.said else {}
    return {"channel": request.channel, **({"project": project.id} if project else {}), **said}


def _raised(request: Submission, looked: Look) -> Reply:
    about, project_id = request.about, _project(request)
    source = Source(about["source"], about.get("link")) if about.get("source") else None
    typed = form.read(request.fields)
    ctx = replace(request.of(project_id), said=source)
    made = raise_filled(ctx, typed, looked, seen=about.get("twin"))
    if isinstance(made, Alike):
        told = request.texts.action_form_alike(_line(request, made.item))
        about = {**about, "project": project_id, "twin": made.item.number}
        return Update(form.view(typed, request.texts, about, above=[ui.section(told), ui.divider()]))
    return _seen(request, made)


def _changed(request: Submission) -> Reply:
    about = request.about
    ctx, number = request.of(about["project"]), about["number"]
    item = change.get(ctx, number)
    typed = form.read(request.fields, item, request.who.language)
    kept = change_filled(ctx, number, about["version"], typed)
    if isinstance(kept, Overtaken):
        at = local(kept.at, request.who.zone)
        name_of = names(request.uow, request.who.team)
        return Update(form.overtaken(kept, typed, at, name_of, request.texts, about))
    return RefreshHome() if about.get("home") else Reply()


def _seen(request: Submission, item: ActionItem) -> Reply:
    """Its card shows it, to who is where that stands; anybody else is told."""
    if request.about.get("home"):
        return RefreshHome()
    if request.channel == request.of(item.project_id).project.channel:
        return Reply()
    text = _line(request, item)
    return Say(Message(text, [ui.section(text)]))


def _line(request: Request, item: ActionItem) -> str:
    ctx = request.of(item.project_id)
    return ui.clip_marked(request.texts.action_item_of_mine(item, ctx.today, ctx.project.channel), LINE)
