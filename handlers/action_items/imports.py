"""`/action import`: rows of a spreadsheet or a CSV file, pasted into a form, gone through as pasted lines."""

import json

from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bot.action_items import bulk_import as use
from bot.texts import Texts
from handlers.action_items import bulk_import
from handlers.slack import ui
from handlers.slack.registry import Registry
from handlers.slack.reply import Errors, Open, Reply, Update
from handlers.slack.request import Command, Submission

FORM = "action_items.import"
FIELDS = ("rows", "rows_2", "rows_3", "rows_4")
"""As many as a form reads well with; of more rows the file is sent."""


def register(registry: Registry) -> None:
    registry.submission(FORM, filled_in)


def asked(request: Command, _rest: str) -> Reply:
    project, command = request.here.project, bulk_import.comes_back(request)
    about = {"project": project.id, "channel": request.channel, "command": command}
    return Open(form(request.texts, json.dumps(about)))


def form(texts: Texts, about: str) -> View:
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
    return ui.modal(
        texts.import_title(),
        [ui.section(texts.import_intro()), *fields],
        callback=FORM,
        submit=texts.import_read(),
        close=texts.cancel(),
        metadata=about,
    )


def filled_in(request: Submission) -> Reply:
    content = "\n".join(filter(None, (request.fields.text(name) for name in FIELDS)))
    sheet = use.spread(request.of(request.about["project"]), content, of_file=True)
    if not sheet.lines:
        return Errors({FIELDS[0]: request.texts.import_nothing()})
    return Update(bulk_import.view(request, sheet, 0, request.about["channel"], request.about["command"]))
