"""A noun's form, and all else that comes from its declaration: command, card, help."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bot.core import records
from bot.core.access import projects_of
from bot.core.context import Context
from bot.core.errors import Misfilled, NoProject, OnlyInChannel
from bot.core.nouns import R
from bot.core.project import Project
from bot.core.records import Overtaken
from bot.core.sources import Source
from bot.text.marks import channel
from handlers.records import views
from handlers.records.desk import Desk, FormDesk, FullDesk, referred
from handlers.records.listeners import history_of, register, see
from handlers.slack import subcommands, ui
from handlers.slack.directory import has_members
from handlers.slack.registry import Registry
from handlers.slack.reply import Open, RefreshHome, Reply, Say, Update, say
from handlers.slack.request import Click, Command, Request, Submission
from handlers.slack.subcommands import NUMBER, Subcommand


def register_form(
    registry: Registry,
    desk: FormDesk[R],
    new: Callable[[Submission], Reply],
    prepare: Callable[[Submission], Any] | None = None,
) -> None:
    """Also its form, of a record that is there or, as `new` answers it, of a new one."""
    register(registry, desk)
    known = Subcommand("edit", ("wijzig", "wijzigen"), NUMBER, "12")
    registry.subcommand(desk.command.en, known, partial(_edit, desk))
    registry.click(desk.action("edit"), partial(_edit_pressed, desk))
    registry.submission(desk.action("form"), partial(_submitted, desk, new), prepare=prepare)


def register_all(registry: Registry, desk: FullDesk[R]) -> None:
    """All that a noun has whose command and card come from its declaration."""
    register_form(registry, desk, partial(_made, desk))
    registry.command(desk.command, partial(_command, registry, desk))
    registry.subcommand(desk.command.en, Subcommand("help", ("hulp",)), partial(_help, desk))
    registry.click(desk.action("history"), partial(_history_pressed, desk))


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
        "home": isinstance(request, Click) and request.in_home,
        **({"project": project.id} if project else {}),
        **({"source": said.message, "link": said.link} if said else {}),
    }
    known = {**(desk.presets(request.of(project.id)) if project else {}), **(values or {})}
    return views.form(desk, known, request.texts, about, above, projects=projects)


def submitted_in(request: Submission) -> Context:
    """The context of a form: of the project that was meant or chosen, and the message that it comes from."""
    about = request.about
    source = Source(about["source"], about.get("link")) if about.get("source") else None
    project_id = about.get("project") or request.fields.text(views.PROJECT) or 0
    return replace(request.of(int(project_id)), said=source)


def _command(registry: Registry, desk: FullDesk[R], request: Command) -> Reply:
    ctx = request.here
    if not request.text.strip():
        return Open(new_form(request, desk, ctx.project, said=request.said))
    if NUMBER.fullmatch(request.text.strip()):
        found = records.get(ctx, desk.noun, subcommands.number(request.text.strip()))
        return Say(views.card(desk, found, see(request, ctx)))
    answers = registry.read_subcommand(desk.command.en, request)
    if answers is not None:
        return answers
    try:
        made = desk.creates(ctx, **desk.reads(request, request.text))
    except Misfilled as wrong:
        raise next(iter(wrong.reasons.values())) from wrong
    return Say(views.line(desk, made, see(request, ctx))) if request.elsewhere else Reply()


def _edit(desk: FormDesk[R], request: Command, rest: str) -> Reply:
    return _form_of(desk, request, request.here, subcommands.number(rest))


def _edit_pressed(desk: FormDesk[R], request: Click) -> Reply:
    ctx, number, _version = referred(request, request.value)
    return _form_of(desk, request, ctx, number)


def _form_of(desk: FormDesk[R], request: Request, ctx: Context, number: int) -> Reply:
    found = records.get(ctx, desk.noun, number)
    about = {
        "project": ctx.project.id,
        "number": number,
        "version": found.version,
        "channel": request.channel,
        "home": isinstance(request, Click) and request.in_home,
    }
    values = views.shown(desk, found, request.texts)
    return Open(views.form(desk, values, request.texts, about, turn=found.version))


def _submitted(desk: FormDesk[R], new: Callable[[Submission], Reply], request: Submission) -> Reply:
    about = request.about
    if not about.get("number"):
        return new(request)
    ctx, typed = request.of(about["project"]), views.filled(desk, request.fields)
    kept = desk.edits(ctx, about["number"], about["version"], typed)
    if isinstance(kept, Overtaken):
        return Update(views.overtaken(desk, kept, typed, see(request, ctx), about))
    return RefreshHome() if about.get("home") else Reply()


def _made(desk: FullDesk[R], request: Submission) -> Reply:
    ctx = submitted_in(request)
    return made(request, desk, ctx, desk.creates(ctx, **views.filled(desk, request.fields)))


def made(request: Submission, desk: Desk[R], ctx: Context, record: R) -> Reply:
    """Its card shows a new one to who is where that stands; Home must be told, and so must anybody else."""
    if request.about.get("home"):
        return RefreshHome()
    if request.channel == ctx.project.channel:
        return Reply()
    told = f"{desk.line(record, see(request, ctx))} · {channel(ctx.project.channel)}"
    return say(ui.clip_marked(told, ui.SECTION))


def _history_pressed(desk: Desk[R], request: Click) -> Reply:
    ctx, number, _version = referred(request, request.value)
    return Say(history_of(desk, request, ctx, number))


def _help(desk: FullDesk[R], request: Command, _rest: str) -> Reply:
    sentence = request.texts.record_help(desk.noun, request.typed)
    return say(sentence, ui.section(sentence))
