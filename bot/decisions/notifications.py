"""x"""

from bot.core.changes import notice_of, show, show_again
from bot.core.context import Context
from bot.decisions.noun import DecisionChanged
from bot.people.quiet_hours import notify

CARD, TOLD = "decisions.card", "decisions.told"


def changed(ctx: Context, fact: DecisionChanged) -> None:
    before, decision = fact.before, fact.after
    if decision.minutes is None:
        show(ctx, notice_of(CARD, ctx, decision, ctx.project.channel), fact.event)
    known = before.inform if before else []
    for user in dict.fromkeys((*known, *decision.inform)):
        told = notice_of(TOLD, ctx, decision, user)
        if user in known or user == ctx.who.user or not decision.valid:
            show_again(ctx, told, fact.event)
        else:
            notify(ctx, told, fact.event)
