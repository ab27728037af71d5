"""The workspace on disk: one SQLite file with a JSON document for each thing.

Each thing is written when it changes, before the answer to the call that changed it leaves, so that a
process that is killed loses nothing that anybody was told.
"""

import base64
import json
import sqlite3
from dataclasses import fields
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.sandbox.state import App, Channel, File, Message, Thing, User, UserGroup, ViewState, Workspace

KINDS: dict[str, type[Any]] = {
    each.kind: each for each in (User, Channel, Message, File, ViewState, UserGroup, App)
}
_SCHEMA = """
CREATE TABLE IF NOT EXISTS thing (kind TEXT, key TEXT, document TEXT NOT NULL, PRIMARY KEY (kind, key));
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value REAL NOT NULL);
"""


class Keep:
    """A `Store`; used under the workspace's lock."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        self._db.execute("PRAGMA journal_mode=WAL")
        # In WAL mode this outlives a killed process; only a power cut could lose the last writes.
        self._db.execute("PRAGMA synchronous=NORMAL")
        self._db.executescript(_SCHEMA)
        self.starts = int(self._meta("starts")) + 1
        self._set_meta("starts", self.starts)

    def write(self, thing: Thing) -> None:
        self._db.execute(
            "INSERT OR REPLACE INTO thing VALUES (?, ?, ?)", (thing.kind, thing.key, to_document(thing))
        )

    def erase(self, thing: Thing) -> None:
        self._db.execute("DELETE FROM thing WHERE kind = ? AND key = ?", (thing.kind, thing.key))

    def load(self, ws: Workspace) -> None:
        """Everything that was kept, in the order in which it was made, and how far the clock was moved."""
        ws.clock.set_forward(by=timedelta(seconds=self._meta("ahead")))
        for kind, document in self._db.execute("SELECT kind, document FROM thing ORDER BY rowid"):
            ws.remember(from_document(kind, document))

    def keep_clock(self, ahead: timedelta) -> None:
        self._set_meta("ahead", ahead.total_seconds())

    def close(self) -> None:
        self._db.close()

    def _meta(self, name: str) -> float:
        found = self._db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return float(found[0]) if found else 0.0

    def _set_meta(self, name: str, value: float) -> None:
        self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))


def to_document(thing: Thing) -> str:
    shown = {each.name: getattr(thing, each.name) for each in fields(thing) if each.name != "name_of"}
    return json.dumps(shown, ensure_ascii=False, default=_bytes)


def _bytes(value: Any) -> Any:
    if isinstance(value, bytes):
        return {"base64": base64.b64encode(value).decode()}
    raise TypeError(f"a {type(value).__name__} cannot be kept")


def from_document(kind: str, document: str) -> Thing:
    shown = json.loads(document)
    if kind == File.kind and shown["content"]:
        shown["content"] = base64.b64decode(shown["content"]["base64"])
    elif kind == File.kind:
        shown["content"] = b""
    thing: Thing = KINDS[kind](**shown)
    return thing
