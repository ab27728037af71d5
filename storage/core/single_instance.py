"""One process to a SQLite file: the second is turned away; who starts may take over what the last left."""

import sqlite3
from pathlib import Path

from sqlalchemy import Engine


class InUse(Exception):
    """Another Spil works with this database."""

    def __init__(self, path: str) -> None:
        super().__init__(f"another Spil works with {path}; stop it first, or use PostgreSQL for several")


def hold(engine: Engine) -> sqlite3.Connection | None:
    """Hold the file until the connection is closed or the process ends, however it ends; raise InUse.

    The lock is SQLite's own, on a file beside: it works alike on every system and outlives no process.
    None for a database that any number may use.
    """
    path = engine.url.database
    if engine.dialect.name != "sqlite" or not path or path == ":memory:":
        return None
    connection = sqlite3.connect(
        Path(f"{path}.lock"), isolation_level=None, timeout=0, check_same_thread=False
    )
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as taken:
        connection.close()
        raise InUse(path) from taken
    return connection
