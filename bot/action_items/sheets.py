"""Sheets: the pasted lines of a person that wait until they raise them or throw them away."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from pydantic import TypeAdapter

from bot.core.context import Context
from bot.core.project import Project
from bot.notes.pasted_lines import Line
from bot.notes.tables import Table

PREFIX = "lines"
LINES = TypeAdapter(list[Line])
"""Read and written at once: there may be two thousand."""


@dataclass(frozen=True)
class Sheet:
    """Lines of one person that wait; its key is the same for the same pasted text."""

    project: Project
    key: str
    lines: list[Line]
    pasted_at: str
    """ISO; tells it from the same text pasted before, and raised."""
    table: Table | None = None
    """Whose rows they are, without these: what its columns hold is asked, or can be changed."""

    @property
    def ticked(self) -> list[Line]:
        return [line for line in self.lines if line.ticked]

    @property
    def ownerless(self) -> list[Line]:
        return [line for line in self.ticked if line.owner is None]

    @property
    def dateless(self) -> list[Line]:
        return [line for line in self.ticked if line.due is None]

    def line(self, number: int) -> Line:
        return next(line for line in self.lines if line.number == number)

    def with_line(self, number: int, **changes: Any) -> "Sheet":
        lines = [line.evolve(**changes) if line.number == number else line for line in self.lines]
        return replace(self, lines=lines)

    def with_ticks(self, shown: Collection[int], ticked: Collection[int]) -> "Sheet":
        """Of the lines that were `shown`, only these are ticked."""
        lines = [
            line.evolve(ticked=line.number in ticked) if line.number in shown else line for line in self.lines
        ]
        return replace(self, lines=lines)


def find(ctx: Context, key: str) -> Sheet | None:
    """None for one that was raised or dropped meanwhile."""
    content = ctx.uow.pending_requests.get(_draft(ctx, key), ctx.who.user)
    if content is None:
        return None
    lines = LINES.validate_python(content["lines"])
    table = Table.model_validate(content["table"]) if content.get("table") else None
    return Sheet(ctx.project, key, lines, content["pasted_at"], table)


def newest(ctx: Context) -> Sheet | None:
    """The sheet that this person pasted last here, and neither raised nor dropped."""
    sheets = (find(ctx, key) for key in reversed(_waiting(ctx)))
    return next((sheet for sheet in sheets if sheet), None)


def keep(ctx: Context, sheet: Sheet) -> None:
    lines = LINES.dump_python(sheet.lines, mode="json", exclude_defaults=True)
    table = sheet.table.model_dump(mode="json") if sheet.table else None
    content = {"lines": lines, "pasted_at": sheet.pasted_at, "table": table}
    ctx.uow.pending_requests.put(_draft(ctx, sheet.key), ctx.who.user, content, ctx.now)


def take(ctx: Context, sheet: Sheet, first: int) -> bool:
    """Whether nobody raises its lines from number `first` on already; two presses at once wait here."""
    return ctx.uow.claim_key(f"{_draft(ctx, sheet.key)}:{sheet.pasted_at}:{first}", ctx.now)


def add(ctx: Context, sheet: Sheet) -> None:
    """Keep a new one, as their newest."""
    keep(ctx, sheet)
    waiting = [*_waiting(ctx), sheet.key]
    ctx.uow.pending_requests.put(_index(ctx), ctx.who.user, {"waiting": waiting}, ctx.now)


def keep_table(ctx: Context, key: str, table: Table) -> None:
    """With its rows, which are read anew when another column is chosen."""
    content = table.model_dump(mode="json")
    ctx.uow.pending_requests.put(_table(ctx, key), ctx.who.user, content, ctx.now)


def table_of(ctx: Context, sheet: Sheet) -> Table | None:
    """The table with all its rows; None for one that was raised or dropped meanwhile."""
    content = ctx.uow.pending_requests.get(_table(ctx, sheet.key), ctx.who.user)
    return Table.model_validate(content) if content else None


def drop(ctx: Context, sheet: Sheet) -> None:
    ctx.uow.pending_requests.remove(_draft(ctx, sheet.key))
    ctx.uow.pending_requests.remove(_table(ctx, sheet.key))
    waiting = [key for key in _waiting(ctx) if key != sheet.key]
    ctx.uow.pending_requests.put(_index(ctx), ctx.who.user, {"waiting": waiting}, ctx.now)


def _waiting(ctx: Context) -> list[str]:
    return list((ctx.uow.pending_requests.get(_index(ctx), ctx.who.user) or {}).get("waiting", []))


def _index(ctx: Context) -> str:
    return f"{PREFIX}:{ctx.project.id}:{ctx.who.user}"


def _draft(ctx: Context, key: str) -> str:
    return f"{_index(ctx)}:{key}"


def _table(ctx: Context, key: str) -> str:
    return f"{_draft(ctx, key)}:table"
