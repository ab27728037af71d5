"""The form in which a meeting is planned or moved, and the message that leads to it."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from slack_sdk.models.blocks import Block, ButtonElement, InputBlock, InputInteractiveElement, Option
from slack_sdk.models.views import View

from bot.core.errors import Rejected
from bot.core.project import Project
from bot.dates.reader import Ambiguous, Reading
from bot.dates.text import reading as reading_text
from bot.meetings.model import LONGEST, PLACE_LIMIT, SHORTEST, TITLE_LIMIT, USUAL, Meeting, Sketch
from bot.texts import Texts
from handlers.slack import ui
from handlers.slack.fields import Fields
from handlers.slack.reply import Message

PLAN = "meetings.plan"
"""Opens the form; its button's value is `project:number:draft`, number 0 for a new meeting."""
READING = "meetings.reading"
"""As PLAN, with the moment that was meant behind it."""
FORM = "meetings.form"
LENGTHS = (15, 30, 45, 60, 90, 120, 180, 240, 480)
"""Minutes."""
READINGS = 5


def form(
    sketch: Sketch,
    project: Project,
    zone: str,
    texts: Texts,
    *,
    draft: str = "",
    meeting: Meeting | None = None,
) -> View:
    about = {"channel": project.channel, "project": project.id, "draft": draft}
    if meeting is not None:
        about |= {"number": meeting.number, "version": meeting.version}
    return ui.modal(
        texts.meeting_form(new=meeting is None),
        [
            _field(texts, "title", ui.text_input(initial=sketch.title, limit=TITLE_LIMIT)),
            _field(texts, "people", ui.people_input(sketch.people)),
            _field(texts, "date", ui.date_input(sketch.day)),
            _field(texts, "time", ui.time_input(sketch.at), hint=texts.meeting_zone_hint(zone)),
            _field(texts, "minutes", ui.choice(_lengths(sketch.minutes, texts), initial=str(sketch.minutes))),
            _field(texts, "place", ui.text_input(initial=sketch.place, limit=PLACE_LIMIT), optional=True),
        ],
        callback=FORM,
        submit=texts.meeting_plan() if meeting is None else texts.save(),
        close=texts.close(),
        metadata=json.dumps(about),
    )


def read(fields: Fields) -> Sketch:
    return Sketch(
        title=fields.text("title") or "",
        people=fields.many("people"),
        day=fields.date("date"),
        at=fields.time("time"),
        minutes=int(fields.text("minutes") or USUAL),
        place=fields.text("place") or "",
    )


def incomplete(
    wrong: Mapping[str, Rejected], project: Project, number: int, draft: str, texts: Texts
) -> Message:
    """All that keeps it from being planned, and the way to the form that holds what was understood."""
    value = f"{project.id}:{number}:{draft}"
    lines = [texts.meeting_incomplete(new=not number)]
    buttons = [ui.button(texts.meeting_open_form(), action=PLAN, value=value, style="primary")]
    for reason in wrong.values():
        if isinstance(reason, Ambiguous):
            lines.append(f"• {texts.meeting_which(reason.phrase)}")
            buttons += _readings(reason.readings, value, texts)
        else:
            lines.append(f"• {texts.rejected(reason)}")
    text = "\n".join(lines)
    blocks: list[Block] = [ui.section(text), ui.actions(*buttons)]
    return Message(text, blocks)


def refd(value: str) -> tuple[int, int, str]:
    """Project, number (0 for a new meeting) and draft of PLAN's value."""
    project_id, number, draft = value.split(":", 2)
    return int(project_id), int(number), draft


def chosen(value: str) -> dict[str, object]:
    """The fields of a sketch that a chosen reading gives."""
    start, _, end = value.partition("/")
    if "T" not in start:
        return {"day": date.fromisoformat(start)}
    starts = datetime.fromisoformat(start)
    known: dict[str, object] = {"day": starts.date(), "at": starts.time()}
    if end:
        known["minutes"] = int((datetime.fromisoformat(end) - starts).total_seconds()) // 60
    return known


def _readings(readings: Sequence[Reading], value: str, texts: Texts) -> list[ButtonElement]:
    return [
        ui.button(
            reading_text(reading, texts.language),
            action=f"{READING}/{place}",
            value=f"{value}|{_iso(reading)}",
        )
        for place, reading in enumerate(readings[:READINGS])
    ]


def _iso(reading: Reading) -> str:
    return "/".join(each.isoformat() for each in (reading.start, reading.end) if each)


def _lengths(chosen: int, texts: Texts) -> list[Option]:
    lengths = sorted({*LENGTHS, min(max(chosen, SHORTEST), LONGEST)})
    return [ui.option(texts.meeting_length(minutes), str(minutes)) for minutes in lengths]


def _field(
    texts: Texts,
    name: str,
    element: InputInteractiveElement,
    *,
    hint: str | None = None,
    optional: bool = False,
) -> InputBlock:
    return ui.field(texts.meeting_field(name), element, block_id=name, hint=hint, optional=optional)
