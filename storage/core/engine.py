"""The database connection: SQLite made safe, PostgreSQL as it is."""

from pathlib import Path
from sqlite3 import Connection as SQLiteConnection
from sqlite3 import OperationalError as SQLiteOperationalError
from time import monotonic, sleep
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlmodel import create_engine

from storage.core.errors import keep_values_out
from storage.core.text_search import teach

LOCKED = 1
"""Seconds to wait while another process holds a SQLite file, or for one of PostgreSQL's connections: shorter
than Slack waits for an answer."""
PATIENT = 30
"""Seconds to wait where nobody waits for us: when we connect, and while another migrates."""
OVERFLOW = 10
"""Connections to PostgreSQL that are opened beyond the pool's size, and closed after use."""
LONGEST_IDLE = 15
"""Seconds for which a transaction on PostgreSQL may lie still."""
UNAVAILABLE = (OperationalError, PoolTimeout)
"""The database is locked, full or away, or all connections to it are in use: the same may succeed later."""


def open_engine(url: str, *, sqlite_synchronous: str = "FULL", pool_size: int = 10) -> Engine:
    """The engine for `url`, such as sqlite:///data/spil.db or postgresql+psycopg://…

    `sqlite_synchronous`: FULL keeps the last commits at a power cut, NORMAL is six times as fast.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        engine = create_engine(
            parsed,
            pool_size=pool_size,
            max_overflow=OVERFLOW,
            pool_timeout=LOCKED,
            pool_pre_ping=True,
            hide_parameters=True,
        )
        event.listen(engine, "connect", _limit_idling)
        event.listen(engine, "handle_error", keep_values_out)
        return engine
    if parsed.database and parsed.database != ":memory:":
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    connect_args = {"check_same_thread": False, "timeout": LOCKED}
    engine = create_engine(parsed, connect_args=connect_args, hide_parameters=True)
    event.listen(engine, "connect", _prepare(sqlite_synchronous))
    event.listen(engine, "begin", _begin)
    return engine


def _limit_idling(connection: Any, _record: object) -> None:
    """A process that is paused within a transaction must not keep its locks for as long."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET idle_in_transaction_session_timeout = '{LONGEST_IDLE}s'")
    connection.commit()


def _begin(connection: Connection) -> None:
    """Take the file at once for writing: a read that turned into a write later would lose updates."""
    reading = connection.get_execution_options().get("reading")
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def _prepare(synchronous: str) -> Any:
    def prepare(connection: SQLiteConnection, _record: object) -> None:
        # Without this pysqlite begins transactions itself, late, and loses updates.
        connection.isolation_level = None
        teach(connection)
        patient, usual = f"busy_timeout={PATIENT * 1000}", f"busy_timeout={LOCKED * 1000}"
        connection.execute(f"PRAGMA {patient}")
        _write_ahead(connection)
        for pragma in (f"synchronous={synchronous}", "foreign_keys=ON", usual):
            connection.execute(f"PRAGMA {pragma}")

    return prepare


def _write_ahead(connection: SQLiteConnection) -> None:
    """Of two that open a new file at once SQLite refuses one without any wait, lest both wait for good."""
    deadline = monotonic() + PATIENT
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except SQLiteOperationalError:
            if monotonic() > deadline:
                raise
            sleep(0.05)
