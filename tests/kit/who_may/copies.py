"""A database of SQLite that goes back to how it was, by the rows that were touched since."""

import sqlite3
from pathlib import Path
from typing import Any

from sqlmodel import SQLModel

Snapshot = sqlite3.Connection
"""A copy of the whole database, in memory."""
Touched = set[tuple[str, int]]
"""Names of tables and row ids."""


class Copied:
    raw: sqlite3.Connection
    columns: dict[str, list[str]]
    """By table."""
    base: Snapshot | None = None
    """What the rows that were touched are told apart from."""

    def open(self, path: Path) -> None:
        self.past: dict[Snapshot, tuple[Snapshot | None, Touched]] = {}
        """Of each copy, which one was before it, and the rows that were touched since."""
        self.raw = sqlite3.connect(path, isolation_level=None)
        self.raw.execute("PRAGMA synchronous=OFF")
        tables = [table.name for table in SQLModel.metadata.sorted_tables]
        self.columns = {
            name: [row[1] for row in self.raw.execute(f"PRAGMA table_info({name})")] for name in tables
        }
        self.raw.execute("CREATE TABLE touched (name, row)")
        for name in tables:
            for event, which in (("INSERT", "new"), ("UPDATE", "old"), ("UPDATE", "new"), ("DELETE", "old")):
                note = f"INSERT INTO touched VALUES ('{name}', {which}.rowid)"
                named = f"{name}_{event}_{which}"
                self.raw.execute(f"CREATE TRIGGER {named} AFTER {event} ON {name} BEGIN {note}; END")

    def keep(self) -> Snapshot:
        now = sqlite3.connect(":memory:")
        touched = self.raw.execute("DELETE FROM touched RETURNING name, row").fetchall()
        self.past[now] = self.base, {*touched}
        self.raw.backup(now)
        self.base = now
        return now

    def go_back(self, to: Snapshot) -> None:
        """Only the rows that were touched: after a whole copy each connection would read the schema anew."""
        self.raw.execute("BEGIN IMMEDIATE")
        here, there = self._line(self.base), self._line(to)
        between = (
            rows
            for line, other in ((here, there), (there, here))
            for at, rows in line.items()
            if at not in other
        )
        changed = {*self._touched()}.union(*between)
        touched = [(name, row, self._row(to, name, row)) for name, row in changed]
        self.base = to
        numbers = to.execute("SELECT * FROM sqlite_sequence").fetchall()
        for name, row, _ in touched:
            self.raw.execute(f"DELETE FROM {name} WHERE rowid = ?", (row,))
        for name, row, before in touched:
            if before:
                columns, places = ", ".join(self.columns[name]), ", ?" * len(before)
                self.raw.execute(f"INSERT INTO {name} (rowid, {columns}) VALUES (?{places})", (row, *before))
        self.raw.execute("DELETE FROM sqlite_sequence")
        self.raw.executemany("INSERT INTO sqlite_sequence VALUES (?, ?)", numbers)
        self.raw.execute("DELETE FROM touched")
        self.raw.execute("COMMIT")

    def _line(self, of: Snapshot | None) -> dict[Snapshot, Touched]:
        """It and all before it, each with the rows that were touched since the one before."""
        line: dict[Snapshot, Touched] = {}
        while of is not None:
            before, line[of] = self.past[of]
            of = before
        return line

    def _touched(self) -> list[tuple[str, int]]:
        return self.raw.execute("SELECT DISTINCT name, row FROM touched").fetchall()

    @staticmethod
    def _row(of: sqlite3.Connection, name: str, row: int) -> tuple[Any, ...] | None:
        found: tuple[Any, ...] | None = of.execute(f"SELECT * FROM {name} WHERE rowid = ?", (row,)).fetchone()
        return found
