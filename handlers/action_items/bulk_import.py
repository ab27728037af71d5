"""Several action items at once: pasted behind the command, gone through in a form, raised with one press."""

import json
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from slack_sdk.models.views import View

from bot.action_items import bulk_import as use
from bot.action_items import sheets
from bot.action_items.batches import RAISED, RAISED_MINE, raised_in, show_card, told_of
from bot.action_items.bulk_import import Raised
from bot.action_items.ports import ActionItems
from bot.action_items.sheets import Sheet
from bot.core.calendar import local
from bot.core.context import Context
from bot.core.jobs import Notice
from bot.core.language import Language
from bot.core.ports import UnitOfWork
from bot.notes.pasted_lines import Line, is_list
from bot.people.preferences import Rule
from bot.texts import Texts
from handlers.action_items import bulk_import_views, columns, views
from handlers.people.why_views import with_why
from handlers.slack import ui
from handlers.slack.names import names
from handlers.slack.registry import Registry
from handlers.slack.reply import Message, Open, Refresh, Reply, Say, Update, say
from handlers.slack.request import GROUP, MENTION, Click, Command, Request, Submission

Choose = Callable[[Context, Sheet, int, str], Sheet]


def register(registry: Registry) -> None:
    registry.click(bulk_import_views.TICK, _changed(lambda _ctx, sheet, _number, _value: sheet))
    registry.click(bulk_import_views.OWNER, _changed(use.choose_owner))
    registry.click(bulk_import_views.DUE, _changed(_with_due))
    registry.click(bulk_import_views.READING, _changed(_with_due))
    registry.click(bulk_import_views.ALL_OWNER, _changed(_with_one_owner))
    registry.click(bulk_import_views.ALL_DUE, _changed(_with_one_due))
    registry.click(columns.COLUMN, column_chosen)
    registry.click(columns.CHANGE, columns_asked)
    registry.click(bulk_import_views.CHANGE, change_pressed)
    registry.click(bulk_import_views.PAGES, page_turned)
    registry.click(bulk_import_views.DROP, dropped)
    registry.submission(bulk_import_views.FORM, submitted)
    registry.submission(bulk_import_views.LINE_FORM, line_changed)
    registry.click(bulk_import_views.GO_ON, gone_on)
    registry.click(bulk_import_views.CARD_OF, card_asked)
    registry.notice(RAISED, raised)
    registry.notice(RAISED_MINE, with_why(raised_mine, Rule.item))


def pasted(request: Command) -> Reply | None:
    """The form to go through several lines; None where only one was typed."""
    if not is_list(request.text):
        return None
    sheet = use.spread(request.here, _but_people(request))
    return Open(view(request, sheet, 0, request.channel, comes_back(request)))


def waiting(request: Command, _rest: str) -> Reply:
    sheet = sheets.newest(request.here)
    if sheet is None:
        sentence = request.texts.lines_none_wait(request.typed)
        return say(sentence, ui.section(sentence))
    return Open(view(request, sheet, 0, request.channel, comes_back(request)))


def _but_people(request: Command) -> str:
    """The text as a person reads it, but for mentions of people and groups, by which an owner is known."""
    kept: list[str] = []

    def hide(mark: str) -> str:
        kept.append(mark)
        return f"\x00{len(kept) - 1}\x00"

    hidden = MENTION.sub(lambda found: hide(f"<@{found[1]}>"), request.text.replace("\x00", ""))
    hidden = GROUP.sub(lambda found: hide(f"<!subteam^{found[1]}>"), hidden)
    parts = request.plain(hidden).split("\x00")
    return "".join(kept[int(part)] if at % 2 else part for at, part in enumerate(parts))


def comes_back(request: Command) -> str:
    return f"{request.typed} {request.texts.lines_word()}"


def words(texts: Texts) -> str:
    """The whole of it, where no command was typed."""
    return f"{'actie' if texts.language == Language.nl else 'action'} {texts.lines_word()}"


def view(request: Request, sheet: Sheet, page: int, channel: str, command: str) -> View:
    shown, today = bulk_import_views.page_of(sheet, page), local(request.now, sheet.project.zone).date()
    keys = {line.number: (sheet.project.id, line.like) for line in shown if line.like}
    items = request.uow.of(ActionItems).get_many(keys.values())
    owners = [*(line.owner for line in shown), *(item.owner for item in items.values())]
    name_of = names(request.uow, request.who.team, owners)

    def like(line: Line) -> str:
        item = items.get(keys[line.number]) if line.number in keys else None
        return request.texts.action_item_line(item, today, name_of(item.owner)) if item else ""

    return bulk_import_views.preview(
        sheet, page, name_of, like, request.texts, channel=channel, command=command
    )


def _about(request: Click) -> dict[str, Any]:
    return dict(json.loads((request.view or {}).get("private_metadata") or "{}"))


def _found(ctx: Context, request: Click | Submission, about: dict[str, Any]) -> Sheet | None:
    """The lines as they wait, with the ticks as they stand in the form."""
    sheet = sheets.find(ctx, about["sheet"])
    if sheet is None:
        return None
    shown = [line.number for line in sheet.lines if bulk_import_views.block_of(line.number) in request.fields]
    return sheet.with_ticks(shown, [n for n in shown if request.fields.many(bulk_import_views.block_of(n))])


def _again(request: Click | Submission, sheet: Sheet, about: dict[str, Any], page: int) -> View:
    return view(request, sheet, page, about["channel"], about["command"])


def _gone(request: Request) -> Update:
    return Update(bulk_import_views.sentence("Spil", request.texts.lines_gone(), request.texts))


def _changed(choose: Choose) -> Callable[[Click], Reply]:
    """Something was ticked or chosen for a line: keep it, and show what is left to be asked."""

    def listener(request: Click) -> Reply:
        about = _about(request)
        ctx = request.of(about["project"])
        sheet = _found(ctx, request, about)
        if sheet is None:
            return Reply()
        if request.value:
            sheet = choose(ctx, sheet, int(request.subject.partition(":")[0]), request.value)
        sheets.keep(ctx, sheet)
        return Refresh(_again(request, sheet, about, about["page"]))

    return listener


def _with_due(ctx: Context, sheet: Sheet, number: int, day: str) -> Sheet:
    return use.choose_due(ctx, sheet, number, date.fromisoformat(day))


def _with_one_owner(ctx: Context, sheet: Sheet, _number: int, owner: str) -> Sheet:
    return use.give_all(ctx, sheet, owner)


def _with_one_due(ctx: Context, sheet: Sheet, _number: int, day: str) -> Sheet:
    return use.date_all(ctx, sheet, date.fromisoformat(day))


def columns_asked(request: Click) -> Reply:
    return _with_columns(request, lambda _ctx, sheet: use.ask_columns(sheet))


def column_chosen(request: Click) -> Reply:
    role, at = columns.chosen(request.subject, request.value)
    return _with_columns(request, lambda ctx, sheet: use.choose_column(ctx, sheet, role, at))


def _with_columns(request: Click, change: Callable[[Context, Sheet], Sheet]) -> Reply:
    """From the first page on, since the rows are others."""
    about = _about(request)
    ctx = request.of(about["project"])
    sheet = _found(ctx, request, about)
    if sheet is None:
        return _gone(request)
    changed = change(ctx, sheet)
    sheets.keep(ctx, changed)
    return Refresh(_again(request, changed, about, 0))


def change_pressed(request: Click) -> Reply:
    about = _about(request)
    ctx = request.of(about["project"])
    sheet = _found(ctx, request, about)
    if sheet is None:
        return _gone(request)
    sheets.keep(ctx, sheet)
    place = {"channel": about["channel"], "command": about["command"]}
    return Update(
        bulk_import_views.line_form(sheet, int(request.value), about["page"], request.texts, **place)
    )


def line_changed(request: Submission) -> Reply:
    about, fields = request.about, request.fields
    ctx = request.of(about["project"])
    sheet = sheets.find(ctx, about["sheet"])
    if sheet is None:
        return _gone(request)
    sheet = use.edit(
        ctx,
        sheet,
        about["line"],
        text=fields.text("text") or "",
        owner=fields.text("owner"),
        due=fields.date("due"),
    )
    sheets.keep(ctx, sheet)
    return Update(_again(request, sheet, about, about["page"]))


def page_turned(request: Click) -> Reply:
    about = _about(request)
    ctx = request.of(about["project"])
    sheet = _found(ctx, request, about)
    if sheet is None:
        return _gone(request)
    sheets.keep(ctx, sheet)
    return Update(_again(request, sheet, about, int(request.value)))


def dropped(request: Click) -> Reply:
    about = _about(request)
    ctx = request.of(about["project"])
    sheet = sheets.find(ctx, about["sheet"])
    if sheet is None:
        return _gone(request)
    sheets.drop(ctx, sheet)
    return Update(bulk_import_views.sentence("Spil", request.texts.lines_dropped(), request.texts))


def submitted(request: Submission) -> Reply:
    ctx = request.of(request.about["project"])
    sheet = _found(ctx, request, request.about)
    if sheet is None:
        return _gone(request)
    made = use.make(ctx, sheet)
    if made is None:
        return _gone(request)
    if isinstance(made, Sheet):
        return Update(_again(request, made, request.about, request.about["page"]))
    return Say(_confirmed(made, request.texts))


def _confirmed(made: Raised, texts: Texts) -> Message:
    numbers, rest = made.numbers, made.rest
    said = texts.lines_raised(numbers[0], numbers[-1], len(numbers), made.left)
    buttons = [ui.button(texts.undo(), action=views.UNDO_BATCH, value=made.batch)]
    if rest is not None:
        said = f"{said} {texts.lines_rest(len(rest.lines))}"
        value = f"{made.project.id}:{rest.key}"
        buttons.append(ui.button(texts.lines_go_on(), action=bulk_import_views.GO_ON, value=value))
    return Message(said, [ui.section(ui.clip_marked(said, ui.SECTION)), ui.actions(*buttons)])


def gone_on(request: Click) -> Reply:
    project_id, _, key = request.value.partition(":")
    sheet = sheets.find(request.of(int(project_id)), key)
    if sheet is None:
        return Open(bulk_import_views.sentence("Spil", request.texts.lines_gone(), request.texts))
    command = f"/spil {words(request.texts)}"
    return Open(view(request, sheet, 0, sheet.project.channel, command))


def card_asked(request: Click) -> Reply:
    """One of the list in full, with all its buttons, as a message of its own."""
    ctx, number, _version = views.referred(request, request.value)
    show_card(ctx, number)
    return Reply()


def raised(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    project, made = uow.projects.get(notice.about["project"]), raised_in(uow, notice)
    if project is None or not made:
        return None
    name_of, items = names(uow, notice.team), [item for _event, item in made]
    today = local(now, project.zone).date()
    return bulk_import_views.raised(items, name_of(made[0][0].who), today, name_of, texts)


def raised_mine(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    """Items that were theirs when they were raised, also where they are another's now."""
    project, made = uow.projects.get(notice.about["project"]), raised_in(uow, notice)
    if project is None:
        return None
    items = [item for event, item in made if told_of(event, notice.to, project.zone)]
    if not items:
        return None
    name_of, today = names(uow, notice.team), local(now, project.zone).date()
    who = name_of(made[0][0].who)
    return bulk_import_views.raised_mine(items, notice.to, who, today, project.channel, name_of, texts)
