"""Looking for words in all minutes that somebody may see, in every project of theirs."""

from dataclasses import dataclass

from bot.core.context import Context, PersonContext, projects_of
from bot.core.project import Project
from bot.core.record_lists import fold
from bot.minutes.model import Minutes
from bot.minutes.noun import may_change
from bot.minutes.ports import MinutesBook


@dataclass(frozen=True)
class Hit:
    minutes: Minutes
    project: Project
    line: str
    """The first that holds all the words; of those that this person may read."""


def search(ctx: PersonContext, words: str) -> list[Hit]:
    """The newest first, of drafts only those that they may change."""
    wanted, projects = fold(words).split(), {each.id: each for each in projects_of(ctx.uow, ctx.who)}
    hits = []
    for minutes in ctx.uow.of(MinutesBook).mentioning([*projects], wanted) if wanted else ():
        project = projects[minutes.project_id]
        seen = minutes.sent or may_change(Context(ctx.uow, ctx.now, ctx.who, project), minutes)
        if seen and (line := _line(minutes, ctx.who.user, wanted)):
            hits.append(Hit(minutes, project, line))
    return hits


def _line(minutes: Minutes, user: str, wanted: list[str]) -> str:
    for line in (*minutes.notes_for(user).split("\n"), minutes.title):
        folded = fold(line)
        if all(word in folded for word in wanted):
            return line.strip()
    return ""
