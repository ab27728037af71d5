"""What a typed line did not tell: it is asked, with the way to the form that holds what was understood."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from slack_sdk.models.blocks import Block, ButtonElement

from bot.core.context import Context
from bot.core.errors import Rejected
from bot.core.project import Project
from bot.dates.reader import Ambiguous, Reading
from bot.dates.text import reading as reading_text
from bot.meetings.model import Sketch
from bot.texts import Texts
from handlers.slack import dispatch, ui
from handlers.slack.reply import Message
from handlers.slack.request import Request

PLAN = "meetings.plan"
"""Opens the form; its button's value is `project:number:draft`, number 0 for a new meeting."""
READING = "meetings.reading"
"""As PLAN, with the moment that was meant behind it."""
READINGS = 5


def incomplete(
    wrong: Mapping[str, Rejected], project: Project, number: int, draft: str, texts: Texts
) -> Message:
    """All that keeps it from being planned, or moved."""
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


def keep(ctx: Context, fields: Mapping[str, Any]) -> str:
    """Fields of Sketch, under the key that is returned."""
    content = Sketch(**fields).model_dump(mode="json", include=set(fields))
    key = dispatch.draft_key(ctx.who.team, ctx.project.channel, ctx.who.user, content)
    ctx.uow.pending_requests.put(key, ctx.who.user, content, ctx.now)
    return key


def kept(request: Request, draft: str) -> dict[str, Any]:
    """The fields under this key, as long as they are kept."""
    content = request.uow.pending_requests.get(draft, request.who.user) or {}
    return Sketch.model_validate(content).model_dump(include=set(content))


def refd(value: str) -> tuple[int, int, str]:
    """Project, number (0 for a new meeting) and draft of PLAN's value."""
    project_id, number, draft = value.split(":", 2)
    return int(project_id), int(number), draft


def chosen(value: str) -> dict[str, Any]:
    """The fields of a sketch that a chosen reading gives."""
    start, _, end = value.partition("/")
    if "T" not in start:
        return {"day": date.fromisoformat(start)}
    starts = datetime.fromisoformat(start)
    known: dict[str, Any] = {"day": starts.date(), "at": starts.time()}
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
