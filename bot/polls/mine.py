"""Polls that wait for a person's answer, over the projects that they can see."""

from collections.abc import Sequence

from bot.core.context import PersonContext
from bot.core.project import Project
from bot.polls.model import Poll
from bot.polls.ports import Polls


def unanswered(ctx: PersonContext, seen: Sequence[Project]) -> list[Poll]:
    """Open ones in which they have not answered every moment, the first deadline first."""
    book, user = ctx.uow.of(Polls), ctx.who.user
    found = book.open_of([project.id for project in seen], user)
    votes = book.votes([(each.project_id, each.number) for each in found])
    return [each for each in found if not each.is_answered(votes[each.project_id, each.number].get(user, {}))]
