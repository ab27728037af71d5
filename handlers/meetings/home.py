"""A person's meetings in his Home, to be answered there."""

from slack_sdk.models.blocks import Block

from bot.core.context import PersonContext
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.meetings.mine import my_meetings
from bot.meetings.model import Meeting
from bot.texts import Texts
from handlers.meetings.views import answer_buttons
from handlers.slack import ui

MOST = 10
TITLE = 60
"""Characters of a title in a line: also if escaping makes five of each, a list fits in a message."""


def section(ctx: PersonContext, texts: Texts) -> list[Block]:
    ahead = [meeting for meeting in my_meetings(ctx.uow, ctx.now, ctx.who) if meeting.planned]
    blocks: list[Block] = [ui.header(texts.my_meetings())]
    for meeting in ahead[:MOST]:
        blocks += _meeting(ctx.uow, meeting, ctx.who, texts)
    if len(ahead) > MOST:
        blocks.append(ui.context(texts.meeting_list_more(len(ahead) - MOST)))
    return blocks if ahead else [*blocks, ui.section(texts.no_meetings())]


def line(uow: UnitOfWork, meeting: Meeting, person: Person, texts: Texts) -> str:
    """On his own clock, with the project's channel and his answer."""
    project = uow.projects.get(meeting.project_id)
    short = meeting.model_copy(update={"title": ui.clip(meeting.title, TITLE)})
    return texts.meeting_line(short, person.zone, person.user, project.channel if project else "")


def _meeting(uow: UnitOfWork, meeting: Meeting, person: Person, texts: Texts) -> list[Block]:
    text = line(uow, meeting, person, texts)
    return [ui.section(text), ui.actions(*answer_buttons(meeting, person, texts))]
