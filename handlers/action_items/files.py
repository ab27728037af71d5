"""Spreadsheets and CSV files: rows pasted into a form, or a file sent in person and read by a job."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bot.action_items import bulk_import as use
from bot.core.context import projects_of
from bot.core.jobs import Notice, Permanent
from bot.core.ports import UnitOfWork
from bot.notes.encodings import decoded
from bot.notes.pasted_lines import MOST_LINES
from bot.notes.tables import find_table
from bot.texts import Texts
from handlers.action_items import bulk_import
from handlers.slack import sent_files, ui
from handlers.slack.directory import Directory
from handlers.slack.registry import Registry
from handlers.slack.reply import Errors, Message, Open, Reply, Update, sentence
from handlers.slack.request import Click, Command, Submission

FORM = "action_items.import"
FIELDS = ("rows", "rows_2", "rows_3", "rows_4")
"""As many as a form reads well with; of more rows the file is sent."""


def asked(request: Command, _rest: str) -> Reply:
    project, command = request.here.project, bulk_import.comes_back(request)
    about = {"project": project.id, "channel": request.channel, "command": command}
    return Open(form(request.texts, about))


def form(texts: Texts, about: Mapping[str, Any]) -> View:
    fields: list[Block] = [
        ui.field(
            texts.import_more() if at else texts.import_rows(),
            ui.text_input(multiline=True),
            block_id=name,
            hint=None if at else texts.import_hint(),
            optional=at > 0,
        )
        for at, name in enumerate(FIELDS)
    ]
    blocks, submit = [ui.section(texts.import_intro()), *fields], texts.import_read()
    return ui.form(texts, texts.import_title(), blocks, callback=FORM, about=about, submit=submit)


def filled_in(request: Submission) -> Reply:
    content = "\n".join(filter(None, (request.fields.text(name) for name in FIELDS)))
    sheet = use.spread(request.of(request.about["project"]), content, of_file=True)
    if not sheet.lines:
        return Errors({FIELDS[0]: request.texts.import_nothing()})
    return Update(bulk_import.view(request, sheet, 0, request.about["channel"], request.about["command"]))


READ_FILE, FILE = "action_items.read_file", "action_items.file"
"""The job that reads it, and the notice that tells what came of it."""
GO_THROUGH = "action_items.go_through_file"
MEGABYTE = 1_000_000


def register(registry: Registry) -> None:
    registry.submission(FORM, filled_in)
    registry.notice(FILE, told)
    registry.click(GO_THROUGH, gone_through)


def read(directory: Directory, file: Mapping[str, Any]) -> dict[str, Any]:
    """The file's text and how many rows it has, or what is wrong with it."""
    if int(file["size"] or 0) > MEGABYTE:
        return {"problem": "too_large"}
    try:
        text = decoded(directory.file(str(file["url_private"]), MEGABYTE))
    except Permanent:
        return {"problem": "unread"}
    table = find_table(text, frozenset(), of_file=True) if text else None
    rows = len(table.rows) if table else 0
    if not rows:
        return {"problem": "unread"}
    if rows > MOST_LINES:
        return {"problem": "too_many", "rows": rows}
    return {"text": text, "rows": rows}


def told(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    """The file as it was read, and for which of their projects it may be; or why it was not."""
    person = uow.people.get(notice.team, notice.to)
    content = sent_files.kept(uow, notice.to, notice.about["file"])
    if person is None or content is None:
        return None
    name, problem, rows = content["name"], content.get("problem"), content.get("rows", 0)
    if problem:
        said = {
            "too_large": texts.import_too_large(name),
            "too_many": texts.import_too_many(name, rows, MOST_LINES),
            "unread": texts.import_unread(name),
        }[problem]
        return sentence(said)
    projects = projects_of(uow, person)
    if not projects:
        return sentence(texts.import_no_project())
    values = {project.id: f"{project.id}:{notice.about['file']}" for project in projects}
    if len(projects) == 1:
        [project] = projects
        button = ui.button(texts.import_go_through(), action=GO_THROUGH, value=values[project.id])
        return sentence(texts.import_found(name, project.name, rows), button)
    options = [ui.option(project.name, values[project.id]) for project in projects[:100]]
    menu = ui.menu(texts.import_choose_project(), options, action=GO_THROUGH)
    return sentence(texts.import_which_project(name), menu)


def gone_through(request: Click) -> Reply:
    project_id, _, file = request.value.partition(":")
    content = sent_files.chosen(request, file)
    sheet = use.spread(request.of(int(project_id)), content["text"], of_file=True)
    command = f"/spil {bulk_import.words(request.texts)}"
    return Open(bulk_import.view(request, sheet, 0, sheet.project.channel, command))
