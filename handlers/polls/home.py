"""Polls that wait for a person's answer, in their Home."""

from collections.abc import Sequence

from slack_sdk.models.blocks import Block

from bot.core.context import Context, PersonContext
from bot.polls.model import Poll
from bot.texts import Texts
from handlers.polls import views
from handlers.records.desk import See
from handlers.slack import ui


def rows(ctx: PersonContext, polls: Sequence[Poll], texts: Texts) -> list[Block]:
    blocks: list[Block] = []
    for poll in polls:
        project = ctx.uow.projects.get(poll.project_id)
        if project is not None:
            see = See(Context(ctx.uow, ctx.now, ctx.who, project), texts)
            told = views.listed(poll, see, ctx.who.zone, project.channel)
            button = ui.button(texts.poll_vote(), action=views.VOTE, value=views.ref(poll))
            blocks.append(ui.section(told, accessory=button))
    return blocks
