"""Taking records along: a file in a direct message, of what the person may see when it is sent."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import islice
from typing import Any

from bot.action_items.model import ActionItem
from bot.core.context import Context, PersonContext, project_numbered, projects_of, show
from bot.core.jobs import Notice
from bot.core.language import Language
from bot.core.nouns import Noun, R
from bot.core.project import Project
from bot.core.record_lists import By, Wanted

Cell = str | int | date | datetime | None
"""A datetime is local and naive: a spreadsheet knows no zones."""
FILE = "exports.file"
MOST = 20_000
"""Records in one file."""


class Format(StrEnum):
    csv = "csv"
    xlsx = "xlsx"
    md = "md"
    ics = "ics"
    """Of action items alone: to-dos of a calendar."""


@dataclass(frozen=True)
class Entry:
    """An action item as a calendar's to-do, with the names that people know."""

    item: ActionItem
    team: str
    project: str
    owner: str
    owner_email: str | None


def link_of(item: ActionItem) -> str | None:
    """To the message that it was made from; any other source is a mark of our own."""
    return item.source if item.source and item.source.startswith("https://") else None


@dataclass(frozen=True)
class Sheet:
    """Content of a file, whatever its format."""

    title: str
    language: Language
    heads: list[str]
    rows: list[list[Cell]]
    entries: Sequence[Entry] = ()
    """In the order of the rows, of action items."""


def ask(ctx: PersonContext, noun: Noun[Any], project: Project | None, kind: Format, wanted: Wanted) -> None:
    """Have the file made when it is sent; `project` None: all that they may see; unfiltered: closed too."""
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
    return Wanted(values={it.name: [*map(str, it.values)] for it in noun.filters if it.by is By.state})


def _key(moment: str, user: str) -> str:
    return f"export:{moment}:{user}"
