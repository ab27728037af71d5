"""Taking records along: a file in a direct message, of what the person may see when it is sent."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from bot.core.changes import show
from bot.core.context import Context, PersonContext, project_numbered, projects_of
from bot.core.jobs import Notice
from bot.core.nouns import Noun, R
from bot.core.project import Project
from bot.core.record_lists import By, Wanted
from bot.exports.model import Format

FILE = "exports.file"
MOST = 20_000
"""Records in one file."""


def ask(ctx: PersonContext, noun: Noun[Any], project: Project | None, kind: Format, wanted: Wanted) -> None:
    """Have the file made when it is sent to the person; `project` None is all that they may see, and without
    a filter it holds what is closed too."""
    user, at = ctx.who.user, f"{ctx.now:%Y%m%d%H%M%S%f}"
    wanted = wanted if wanted.narrowed else _everything(noun)
    kept = wanted.model_dump(mode="json", exclude_defaults=True)
    ctx.uow.pending_requests.put(_key(at, user), user, kept, ctx.now)
    about = {"noun": noun.name, "format": kind.value, "at": at}
    about |= {"project": str(project.id)} if project else {}
    show(ctx, Notice(kind=FILE, team=ctx.who.team, to=user, about=about), "export")


def found(ctx: PersonContext, noun: Noun[R], notice: Notice) -> tuple[list[tuple[Context, R]], bool]:
    """By project, then in the list's order; and whether there are more than a file holds."""
    rows = [*islice(_all(ctx, noun, notice), MOST + 1)]
    return rows[:MOST], len(rows) > MOST


def _all(ctx: PersonContext, noun: Noun[R], notice: Notice) -> Iterator[tuple[Context, R]]:
    uow, who, only = ctx.uow, ctx.who, notice.about.get("project")
    kept = uow.pending_requests.get(_key(notice.about["at"], notice.to), notice.to)
    wanted = Wanted.model_validate(kept) if kept else _everything(noun)
    for project in [project_numbered(uow, who, int(only))] if only else projects_of(uow, who):
        there = Context(uow, ctx.now, who, project)
        for record in uow.of(noun.records).page(project, wanted, there.today, 0, MOST + 1):
            yield there, record


def _everything(noun: Noun[Any]) -> Wanted:
    return Wanted(
        values={each.name: [*map(str, each.values)] for each in noun.filters if each.by is By.state}
    )


def _key(moment: str, user: str) -> str:
    return f"export:{moment}:{user}"
