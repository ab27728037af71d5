"""What a typed line did not tell: it is asked, with the way to the form that holds what was understood."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from typing import Any

from bot.core.context import Context
from bot.core.errors import Misfilled
from bot.core.sources import Source
from bot.dates.reader import Ambiguous
from bot.dates.text import reading as reading_text
from bot.meetings.errors import NoTime, Unplaced
from bot.meetings.lines import moment
from bot.meetings.model import Sketch
from bot.texts import Texts
from handlers.slack import dispatch, ui
from handlers.slack.reply import Message, sentence
from handlers.slack.request import Request, names

PLAN = "meetings.plan"
"""Opens the form; its button's value is `project:number:draft`, number 0 for a new meeting."""
READING = "meetings.reading"
"""As PLAN, to plan it at the moment that was meant, or as it was read."""
READINGS = 5


def incomplete(
    ctx: Context, wrong: Misfilled, fields: Mapping[str, Any], number: int, texts: Texts
) -> Message:
    """All that keeps it from being planned, or the one of `number` from being moved; `fields` of Sketch."""

    def value(**known: Any) -> str:
        return f"{ctx.project.id}:{number}:{keep(ctx, {**fields, **known})}"

    unplaced = wrong.reasons.get("place")
    if isinstance(unplaced, Unplaced) and len(wrong.reasons) == 1:
        return _almost(ctx, unplaced.words, fields, value, texts)
    buttons = [ui.button(texts.meeting_open_form(), action=PLAN, value=value(), style="primary")]
    for reason in wrong.reasons.values():
        for place, reading in enumerate(reason.readings[:READINGS] if isinstance(reason, Ambiguous) else ()):
            label = reading_text(reading, ctx.today, texts.language)
            meant = value(**moment(reading).known)
            buttons.append(ui.button(label, action=f"{READING}/{place}", value=meant))
    return sentence("\n".join(lines_of(wrong, fields, number, texts)), *buttons)


def lines_of(wrong: Misfilled, fields: Mapping[str, Any], number: int, texts: Texts) -> list[str]:
    """What is missing; no time where it is to be found in several days."""
    lines = [texts.meeting_incomplete(new=not number)]
    for reason in wrong.reasons.values():
        if isinstance(reason, Ambiguous):
            lines.append(f"• {texts.meeting_which(reason.phrase)}")
        elif not (isinstance(reason, NoTime) and fields.get("until")):
            lines.append(f"• {texts.rejected(reason)}")
    return lines


def _almost(
    ctx: Context, words: str, fields: Mapping[str, Any], value: Callable[..., str], texts: Texts
) -> Message:
    """All but `words`, which the form takes for its place."""
    sketch, name_of = Sketch(**fields), names(ctx.uow, ctx.project.team)
    others = [name_of(user) for user in sketch.people if user != ctx.who.user]
    place = ", ".join(filter(None, (words, sketch.place)))
    return sentence(
        texts.meeting_almost(sketch, others, ctx.today, words),
        ui.button(texts.meeting_plan_it(), action=f"{READING}/all", value=value(), style="primary"),
        ui.button(texts.edit(), action=PLAN, value=value(place=place)),
    )


def keep(ctx: Context, fields: Mapping[str, Any]) -> str:
    """Returns the key under which they are kept, with the message in which they were asked for."""
    content = Sketch(**fields).model_dump(mode="json", include=set(fields))
    content |= {"said": asdict(ctx.said)} if ctx.said else {}
    return dispatch.keep(ctx, ctx.project.channel, content)


def resumed(request: Request, project_id: int, draft: str) -> tuple[Context, dict[str, Any]]:
    """The context in which they were asked for, and the fields under this key as long as they are kept."""
    content = {**(request.uow.pending_requests.get(draft, request.who.user) or {})}
    said = content.pop("said", None)
    ctx = replace(request.of(project_id), said=Source(**said) if said else None)
    return ctx, Sketch.model_validate(content).model_dump(include=set(content))


def refd(value: str) -> tuple[int, int, str]:
    """Project, number (0 for a new meeting) and draft of PLAN's value."""
    project_id, number, draft = value.split(":", 2)
    return int(project_id), int(number), draft
