"""Several action items at once: pasted behind the command, gone through in a form, raised with one press."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from slack_sdk.models.views import View

from bot.action_items import bulk_import as use
from bot.action_items import sheets
from bot.action_items.bulk_import import Raised
from bot.action_items.model import ActionItems
from bot.action_items.sheets import Sheet
from bot.core.context import Context
from bot.core.language import Language
from bot.notes.pasted_lines import Line
from bot.texts import Texts
from handlers.action_items import bulk_import_views, together, views
from handlers.action_items.desk import told
from handlers.slack import ui
from handlers.slack.registry import Registry
from handlers.slack.reply import Message, Open, Refresh, Reply, Say, Update, say
from handlers.slack.request import GROUP, MENTION, Click, Command, Fields, Request, See, Submission, names

Choose = Callable[[Context, Sheet, int | None, str], Sheet]


def register(registry: Registry) -> None:
    registry.click(bulk_import_views.TICK, _changed(lambda _ctx, sheet, _number, _value: sheet))
    registry.click(bulk_import_views.OWNER, _changed(use.choose_owner))
    registry.click(bulk_import_views.DUE, _changed(_with_due))
    registry.click(bulk_import_views.READING, _changed(_with_due))
    registry.click(bulk_import_views.ALL_OWNER, _changed(use.choose_owner, of_all=True))
    registry.click(bulk_import_views.ALL_DUE, _changed(_with_due, of_all=True))
    registry.click(bulk_import_views.COLUMN, _opened(column_chosen))
    registry.click(bulk_import_views.CHANGE_COLUMNS, _opened(columns_asked))
    registry.click(bulk_import_views.CHANGE, _opened(change_pressed))
    registry.click(bulk_import_views.PAGES, _opened(page_turned))
    registry.click(bulk_import_views.DROP, _opened(dropped))
    registry.submission(bulk_import_views.FORM, _opened(submitted))
    registry.submission(bulk_import_views.LINE_FORM, _opened(line_changed))
    registry.click(bulk_import_views.GO_ON, gone_on)
    together.register(registry)


def pasted(request: Command) -> Reply:
    """The form to go through several lines."""
    sheet = use.spread(request.here, _but_people(request))
    return Open(view(request, sheet, 0, request.channel, comes_back(request)))


def waiting(request: Command, _rest: str) -> Reply:
    sheet = sheets.newest(request.here)
    if sheet is None:
        return say(request.texts.lines_none_wait(request.typed))
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
    shown = bulk_import_views.page_of(sheet, page)
    keys = {line.number: (sheet.project.id, line.like) for line in shown if line.like}
    items = request.uow.of(ActionItems).get_many(keys.values())
    owners = [*(line.owner for line in shown), *(item.owner for item in items.values())]
    name_of = names(request.uow, request.who.team, owners)
    see = See(request.of(sheet.project.id), request.texts)

    def like(line: Line) -> str:
        item = items.get(keys[line.number]) if line.number in keys else None
        return told(item, see) if item else ""

    return bulk_import_views.preview(
        sheet, page, name_of, like, request.texts, see.today, channel=channel, command=command
    )


@dataclass(frozen=True)
class Opened:
    """A form of lines: the lines as they wait, with the ticks as they stand in it."""

    request: Click | Submission
    ctx: Context
    sheet: Sheet
    about: dict[str, Any]

    def kept(self, sheet: Sheet, page: int | None = None) -> View:
        """The lines are kept, and shown once more."""
        sheets.keep(self.ctx, sheet)
        return self.again(sheet, page)

    def again(self, sheet: Sheet, page: int | None = None) -> View:
        about, page = self.about, self.about["page"] if page is None else page
        return view(self.request, sheet, page, about["channel"], about["command"])


def _opened(act: Callable[[Opened], Reply | None]) -> Callable[[Click | Submission], Reply]:
    """What `act` answers in the form; None, and lines that were raised or dropped meanwhile, say so."""

    def listener(request: Click | Submission) -> Reply:
        about = request.about if isinstance(request, Submission) else _metadata(request)
        ctx = request.of(about["project"])
        sheet = sheets.find(ctx, about["sheet"])
        done = act(Opened(request, ctx, _ticked(sheet, request.fields), about)) if sheet else None
        return done or Update(bulk_import_views.sentence("Spil", request.texts.lines_gone(), request.texts))

    return listener


def _metadata(request: Click) -> dict[str, Any]:
    return dict(json.loads((request.view or {})["private_metadata"]))


def _ticked(sheet: Sheet, fields: Fields) -> Sheet:
    shown = [line.number for line in sheet.lines if bulk_import_views.block_of(line.number) in fields]
    return sheet.with_ticks(shown, [n for n in shown if fields.many(bulk_import_views.block_of(n))])


def _changed(choose: Choose, *, of_all: bool = False) -> Callable[[Click | Submission], Reply]:
    """Something was ticked or chosen: keep it, and show what is left to be asked."""

    def chosen(form: Opened) -> Reply:
        request, sheet = form.request, form.sheet
        assert isinstance(request, Click)
        if request.value:
            number = None if of_all else int(request.subject.partition(":")[0])
            sheet = choose(form.ctx, sheet, number, request.value)
        return Refresh(form.kept(sheet))

    return _opened(chosen)


def _with_due(ctx: Context, sheet: Sheet, number: int | None, day: str) -> Sheet:
    return use.choose_due(ctx, sheet, number, date.fromisoformat(day))


def change_pressed(form: Opened) -> Reply:
    assert isinstance(form.request, Click)
    sheets.keep(form.ctx, form.sheet)
    number, page = int(form.request.value), form.about["page"]
    place = {"channel": form.about["channel"], "command": form.about["command"]}
    return Update(bulk_import_views.line_form(form.sheet, number, page, form.request.texts, **place))


def line_changed(form: Opened) -> Reply:
    number, fields = form.about["line"], form.request.fields
    text, owner, due = fields.text("text") or "", fields.text("owner"), fields.date("due")
    return Update(form.kept(use.edit(form.ctx, form.sheet, number, text=text, owner=owner, due=due)))


def columns_asked(form: Opened) -> Reply:
    return Refresh(form.kept(use.ask_columns(form.sheet), 0))


def column_chosen(form: Opened) -> Reply:
    """From the first page on, since the rows are others."""
    assert isinstance(form.request, Click)
    role, at = bulk_import_views.column_chosen(form.request.subject, form.request.value)
    return Refresh(form.kept(use.choose_column(form.ctx, form.sheet, role, at), 0))


def page_turned(form: Opened) -> Reply:
    assert isinstance(form.request, Click)
    return Update(form.kept(form.sheet, int(form.request.value)))


def dropped(form: Opened) -> Reply:
    sheets.drop(form.ctx, form.sheet)
    texts = form.request.texts
    return Update(bulk_import_views.sentence("Spil", texts.lines_dropped(), texts))


def submitted(form: Opened) -> Reply | None:
    made = use.make(form.ctx, form.sheet)
    if isinstance(made, Sheet):
        return Update(form.again(made))
    return Say(_confirmed(made, form.request.texts)) if made else None


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
