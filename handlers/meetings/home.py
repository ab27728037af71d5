"""A person's meetings of all their projects, in their Home to be answered there, and in a list."""

from collections.abc import Sequence

from slack_sdk.models.blocks import Block

from bot.core.context import PersonContext
from bot.meetings.mine import my_meetings
from bot.meetings.model import Meeting
from bot.texts import Texts
from handlers.meetings import views
from handlers.records.views import lines
from handlers.slack import ui
from handlers.slack.reply import Message

MOST, LISTED = 5, 20


def section(ctx: PersonContext, ahead: Sequence[Meeting], texts: Texts) -> list[Block]:
    """Nothing where there are none."""
    blocks: list[Block] = [ui.header(texts.my_meetings()), *rows(ctx, ahead[:MOST], texts)]
    return _ended(blocks, len(ahead), MOST, texts) if ahead else []


def rows(ctx: PersonContext, meetings: Sequence[Meeting], texts: Texts) -> list[Block]:
    """Each with its answers."""
    blocks: list[Block] = []
    for meeting in meetings:
        blocks += [ui.section(_line(ctx, meeting, texts)), *views.answer_rows(meeting, ctx.who, texts)]
    return blocks


def listing(ctx: PersonContext, texts: Texts) -> Message:
    ahead = my_meetings(ctx)
    title = f"*{texts.my_meetings()}*"
    told = lines([_line(ctx, meeting, texts) for meeting in ahead[:LISTED]])
    return Message(title, _ended([ui.section(title), *told], len(ahead), LISTED, texts))


def _ended(blocks: list[Block], count: int, most: int, texts: Texts) -> list[Block]:
    if not count:
        return [*blocks, ui.section(texts.no_meetings())]
    return [*blocks, *([ui.context(texts.and_more(count - most))] if count > most else [])]


def _line(ctx: PersonContext, meeting: Meeting, texts: Texts) -> str:
    """On their own clock, with the project's channel and their answer."""
    project = ctx.uow.projects.get(meeting.project_id)
    return views.line(
        meeting, ctx.who.zone, ctx.who.user, ctx.own_today, texts, project.channel if project else ""
    )
