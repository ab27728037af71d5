"""A noun's form, and all else that comes from its declaration: command, card, help."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bot.core import records
from bot.core.context import Context, Source, projects_of
from bot.core.errors import Misfilled, NoProject, NoText, OnlyInChannel
from bot.core.language import Both
from bot.core.nouns import R
from bot.core.project import Project
from bot.core.records import Overtaken
from bot.text.sentences import channel
from handlers.records import form_views, views
from handlers.records.desk import Desk, FormDesk, FullDesk, referred
from handlers.records.listeners import register, register_typed, typed
from handlers.slack import subcommands, ui
from handlers.slack.directory import has_members
from handlers.slack.registry import Registry
from handlers.slack.reply import Open, Reply, Say, Update, say
from handlers.slack.request import Click, Command, Request, See, Submission
from handlers.slack.subcommands import NUMBER, Subcommand


def register_form(
    registry: Registry,
    desk: FormDesk[R],
    new: Callable[[Submission], Reply],
    prepare: Callable[[Submission], Any] | None = None,
) -> None:
    """Also its form, of a record that is there or, as `new` answers it, of a new one."""
    register(registry, desk)
    words = Both("edit", "wijzig|wijzigen|bewerk|bewerken")
    known = Subcommand(words, NUMBER, Both("12", "12"), starts_texts=True)
    registry.subcommand(desk.command.en, known, partial(_edit, desk))
    registry.click(desk.action(desk.form_action), partial(_edit_pressed, desk))
    registry.submission(desk.action("form"), partial(_submitted, desk, new), prepare=prepare)
    if desk.rest:
        registry.click(desk.action(form_views.MORE), partial(_more_pressed, desk))


def register_all(registry: Registry, desk: FullDesk[R]) -> None:
    """All that a noun has whose command and card come from its declaration."""
    register_form(registry, desk, partial(_made, desk))
    registry.command(desk.command, partial(_command, registry, desk))
    registry.subcommand(desk.command.en, Subcommand(Both("help", "hulp")), partial(_help, desk))
    register_typed(registry, desk, partial(_added, desk), partial(views.card, desk))


def new_form(
    request: Request,
    desk: FormDesk[R],
    project: Project | None,
    values: Mapping[str, Any] | None = None,
    said: Source | None = None,
    above: Sequence[Block] = (),
) -> View:
    """The form of a new one, for the project or for one of theirs that is chosen in it; raise for who has
    none. `values`: what is known already; `said`: the message that it comes from."""
    projects = [] if project else projects_of(request.uow, request.who)
    if project is None and not projects:
        raise NoProject(request.channel) if has_members(request.channel) else OnlyInChannel
    about = {
        "channel": request.channel,
        **({"project": project.id} if project else {}),
        **({"source": said.message, "link": said.link} if said else {}),
    }
    ctx = request.of(project.id) if project else None
    known = {**(desk.presets(ctx) if ctx else {}), **(values or {})}
    hints = desk.hints(ctx, None, request.texts) if ctx else {}
    return form_views.form(desk, known, request.texts, about, above, projects=projects, hints=hints)


def new_pressed(desk: FormDesk[R], request: Click) -> Reply:
    """For the channel's project, or one that is chosen in it."""
    project = request.uow.projects.of_channel(request.who.team, request.channel)
    return Open(new_form(request, desk, project))


def edit_form(
    request: Request, desk: FormDesk[R], ctx: Context, number: int, values: Mapping[str, Any] | None = None
) -> Reply:
    """The form of a record; `values`: fields that somebody wants to be otherwise."""
    found = desk.opens(ctx, number) if desk.opens else records.get(ctx, desk.noun, number)
    desk.noun.check_write(ctx, found)
    about = {
        "project": ctx.project.id,
        "number": number,
        "version": found.version,
        "channel": request.channel,
    }
    texts, hints = request.texts, desk.hints(ctx, found, request.texts)
    known = {**form_views.shown(desk, found, texts), **(values or {})}
    return Open(form_views.form(desk, known, texts, about, turn=found.version, hints=hints))


def _more_pressed(desk: FormDesk[R], request: Click) -> Reply:
    """The same form with all its fields; what was typed stays."""
    about = {**json.loads((request.view or {})["private_metadata"]), form_views.MORE: True}
    ctx = request.of(about["project"]) if about.get("project") else None
    projects = [] if ctx else projects_of(request.uow, request.who)
    typed, turn = form_views.filled(desk, request.fields), about.get("version", 0)
    return Update(form_views.form(desk, typed, request.texts, about, turn=turn, projects=projects))


def submitted_in(request: Submission) -> Context:
    """The context of a form: of the project that was meant or chosen, and the message that it comes from."""
    about = request.about
    source = Source(about["source"], about.get("link")) if about.get("source") else None
    project_id = about.get("project") or request.fields.text(form_views.PROJECT) or 0
    return replace(request.of(int(project_id)), said=source)


def _command(registry: Registry, desk: FullDesk[R], request: Command) -> Reply:
    if request.text.strip():
        return typed(registry, desk, partial(_added, desk), request)
    if desk.makes:
        return desk.makes(request)
    return Open(new_form(request, desk, request.here.project, said=request.said))


def _added(desk: FullDesk[R], request: Command) -> Reply:
    if desk.makes:
        return desk.makes(request)
    ctx, fields = request.here, desk.reads(request, request.text.strip())
    try:
        record = desk.creates(ctx, **fields)
    except Misfilled as wrong:
        reason = next(iter(wrong.reasons.values()))
        raise (NoText(request.typed) if isinstance(reason, NoText) else reason) from wrong
    return created(request, desk, ctx, record, fields)


def created(request: Request, desk: FormDesk[R], ctx: Context, record: R, fields: Mapping[str, Any]) -> Reply:
    """A new one shows by itself to who is where its card stands; what must be known of it is said."""
    look = See(ctx, request.texts)
    told = _warning(desk, record, fields, look)
    return told or (_line(desk, record, look) if request.elsewhere else Reply())


def _line(desk: Desk[R], record: R, look: See) -> Reply:
    return say(ui.clip_marked(desk.line(record, look), ui.SECTION))


def _warning(desk: FormDesk[R], record: R, fields: Mapping[str, Any], look: See) -> Reply | None:
    warning = desk.warns(record, fields, look)
    return Say(warning) if warning else None


def _instead(
    desk: FormDesk[R], request: Request, ctx: Context, wrong: Misfilled, typed: Mapping[str, Any], number: int
) -> Reply:
    """Raise `wrong` where nothing is said instead."""
    told = desk.instead(ctx, wrong, typed, number, request.texts)
    if told is None:
        raise wrong
    return Say(told)


def _edit(desk: FormDesk[R], request: Command, rest: str) -> Reply:
    return edit_form(request, desk, request.here, subcommands.number(rest))


def _edit_pressed(desk: FormDesk[R], request: Click) -> Reply:
    ctx, number, _version = referred(request, request.value)
    return edit_form(request, desk, ctx, number)


def _submitted(desk: FormDesk[R], new: Callable[[Submission], Reply], request: Submission) -> Reply:
    about = request.about
    if not about.get("number"):
        return new(request)
    ctx, typed = request.of(about["project"]), form_views.filled(desk, request.fields)
    try:
        kept = desk.edits(ctx, about["number"], about["version"], typed)
    except Misfilled as wrong:
        return _instead(desk, request, ctx, wrong, typed, about["number"])
    if isinstance(kept, Overtaken):
        return Update(form_views.overtaken(desk, kept, typed, See(ctx, request.texts), about))
    return _warning(desk, kept, typed, See(ctx, request.texts)) or Reply()


def _made(desk: FullDesk[R], request: Submission) -> Reply:
    ctx, fields = submitted_in(request), form_views.filled(desk, request.fields)
    try:
        record = desk.creates(ctx, **fields)
    except Misfilled as wrong:
        return _instead(desk, request, ctx, wrong, fields, 0)
    return _warning(desk, record, fields, See(ctx, request.texts)) or made(request, desk, ctx, record)


def made(request: Submission, desk: Desk[R], ctx: Context, record: R) -> Reply:
    """Its card shows a new one to who is where that stands, as Home does; all others must be told."""
    if request.channel in ("", ctx.project.channel):
        return Reply()
    told = f"{desk.line(record, See(ctx, request.texts))} · {channel(ctx.project.channel)}"
    return say(ui.clip_marked(told, ui.SECTION))


def _help(desk: FullDesk[R], request: Command, _rest: str) -> Reply:
    return say(request.texts.record_help(desk.noun, request.typed))
