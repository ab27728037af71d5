"""A person's meetings of all their projects: their coming week in Home, to be answered there, and a list."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import groupby

from slack_sdk.models.blocks import Block, InteractiveElement

from bot.core.calendar import local
from bot.core.context import PersonContext
from bot.meetings.model import Meeting
from bot.meetings.notifications import my_meetings
from bot.texts import Texts
from handlers.meetings import views
from handlers.records.views import lines
from handlers.slack import ui
from handlers.slack.reply import Message

MOST, LISTED = 10, 40
WEEK = timedelta(days=7)


def coming_week(ctx: PersonContext, ahead: Sequence[Meeting]) -> list[Meeting]:
    """Those of the next seven days, or the first one after them."""
    return [each for each in ahead if each.starts_at < ctx.now + WEEK] or [*ahead[:1]]


def section(ctx: PersonContext, ahead: Sequence[Meeting], texts: Texts) -> list[Block]:
    """By day, each with the way in or another answer; nothing where there are none."""
    week = coming_week(ctx, ahead)
    if not week:
        return []
    blocks: list[Block] = [ui.header(texts.my_week())]
    for meeting, text in _by_day(ctx, week[:MOST], texts):
        blocks.append(ui.section(text, accessory=_beside(ctx, meeting, texts)))
    return _ended(blocks, len(week), MOST, texts)


def rows(ctx: PersonContext, meetings: Sequence[Meeting], texts: Texts, *, said: bool = False) -> list[Block]:
    """Each with its answers; `said`: in a message to them alone, which the answer replaces."""
    blocks: list[Block] = []
    for meeting in meetings:
        line = views.line(ctx, meeting, texts, _channel(ctx, meeting))
        blocks += [ui.section(line), *views.answer_rows(meeting, ctx.who, texts, said=said)]
    return blocks


def listing(ctx: PersonContext, texts: Texts) -> Message:
    ahead = my_meetings(ctx)
    title = f"*{texts.my_meetings()}*"
    told = lines([text for _meeting, text in _by_day(ctx, ahead[:LISTED], texts)])
    return Message(title, _ended([ui.section(title), *told], len(ahead), LISTED, texts))


def _by_day(ctx: PersonContext, meetings: Sequence[Meeting], texts: Texts) -> list[tuple[Meeting, str]]:
    """Each with its line, on their own clock; the first of a day beneath the name of that."""
    told = []
    for day, of_day in groupby(meetings, lambda each: local(each.starts_at, ctx.who.zone).date()):
        head = f"*{texts.meeting_day(max(day, ctx.own_today), ctx.own_today)}*\n"
        for meeting in of_day:
            text = views.of_day(ctx, meeting, texts, _channel(ctx, meeting))
            told.append((meeting, f"{head}{text}"))
            head = ""
    return told


def _beside(ctx: PersonContext, meeting: Meeting, texts: Texts) -> InteractiveElement:
    return views.join(meeting, texts) if meeting.link else views.answer_menu(meeting, ctx.who.user, texts)


def _ended(blocks: list[Block], count: int, most: int, texts: Texts) -> list[Block]:
    if not count:
        return [*blocks, ui.section(texts.no_meetings())]
    return [*blocks, *([ui.context(texts.and_more(count - most))] if count > most else [])]


def _channel(ctx: PersonContext, meeting: Meeting) -> str:
    project = ctx.uow.projects.get(meeting.project_id)
    return project.channel if project else ""
