"""A person's meetings in their Home, to be answered there."""

from slack_sdk.models.blocks import Block

from bot.core.context import PersonContext
from bot.meetings.mine import my_meetings
from bot.meetings.model import Meeting
from bot.texts import Texts
from handlers.meetings.views import answer_buttons
from handlers.slack import ui

MOST = 10
TITLE = 60
"""Characters of a title in a line: also if escaping makes five of each, a list fits in a message."""


def section(ctx: PersonContext, texts: Texts) -> list[Block]:
    ahead = [meeting for meeting in my_meetings(ctx) if meeting.planned]
    blocks: list[Block] = [ui.header(texts.my_meetings())]
    for meeting in ahead[:MOST]:
        blocks += _meeting(ctx, meeting, texts)
    if len(ahead) > MOST:
        blocks.append(ui.context(texts.meeting_list_more(len(ahead) - MOST)))
    return blocks if ahead else [*blocks, ui.section(texts.no_meetings())]


def line(ctx: PersonContext, meeting: Meeting, texts: Texts) -> str:
    """On their own clock, with the project's channel and their answer."""
    project = ctx.uow.projects.get(meeting.project_id)
    short = meeting.model_copy(update={"title": ui.clip(meeting.title, TITLE)})
    return texts.meeting_line(short, ctx.who.zone, ctx.who.user, project.channel if project else "")


def _meeting(ctx: PersonContext, meeting: Meeting, texts: Texts) -> list[Block]:
    text = line(ctx, meeting, texts)
    return [ui.section(text), ui.actions(*answer_buttons(meeting, ctx.who, texts))]
