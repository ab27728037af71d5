"""The latest decisions of a person's projects, in their Home."""

from collections.abc import Sequence
from datetime import timedelta

from slack_sdk.models.blocks import Block

from bot.core.context import Context, PersonContext
from bot.core.project import Project
from bot.decisions.noun import Decisions
from bot.text.marks import channel
from bot.texts import Texts
from handlers.decisions.listeners import line
from handlers.records.desk import See
from handlers.records.views import lines
from handlers.slack import ui

LATEST = timedelta(days=14)
MOST = 5


def section(ctx: PersonContext, seen: Sequence[Project], texts: Texts) -> list[Block]:
    """Of the projects that they may see; nothing where nothing was decided lately."""
    projects = {project.id: project for project in seen}
    found = ctx.uow.of(Decisions).latest([*projects], ctx.own_today - LATEST, MOST)
    told = []
    for each in found:
        project = projects[each.project_id]
        see = See(Context(ctx.uow, ctx.now, ctx.who, project), texts)
        told.append(f"{line(each, see)} · {channel(project.channel)}")
    return [ui.header(texts.latest_decisions()), *lines(told)] if told else []
