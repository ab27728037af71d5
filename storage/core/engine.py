"""The database: its engine, one process to a SQLite file, errors without the values that they were about,
text without case and accents; and how it comes to the tables of this version."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection as SQLiteConnection
from sqlite3 import OperationalError as SQLiteOperationalError
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, ExceptionContext, MetaData, String, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError, StatementError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.expression import FunctionElement
from sqlmodel import create_engine

from bot.core.record_lists import fold

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
DATA_EXCEPTION = "22"
"""Class of SQLSTATE whose very message quotes the value."""
IDLE_TOO_LONG = "25P03"


class folded(FunctionElement[str]):  # noqa: N801 - named as the functions of SQL are
    """`folded(text)`: as bot.core.record_lists.fold."""

    type = String()
    inherit_cache = True


@compiles(folded, "sqlite")
def _sqlite(element: folded, compiler: Any, **kw: Any) -> str:
    return f"fold({compiler.process(element.clauses, **kw)})"


@compiles(folded, "postgresql")
def _postgresql(element: folded, compiler: Any, **kw: Any) -> str:
    text = compiler.process(element.clauses, **kw)
    return f"lower(regexp_replace(normalize({text}, NFD), '[\u0300-\u036f]', '', 'g'))"


def teach(connection: Any) -> None:
    """Give a connection of SQLite the function."""
    connection.create_function("fold", 1, _fold, deterministic=True)


def _fold(text: str | None) -> str | None:
    return None if text is None else fold(text)


def open_engine(url: str, *, sqlite_synchronous: str = "FULL", pool_size: int = 10) -> Engine:
    """`sqlite_synchronous`: FULL keeps the last commits at a power cut, NORMAL is six times as fast."""
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


def keep_values_out(context: ExceptionContext) -> None:
    """To be heard on "handle_error" of an engine for PostgreSQL, whose errors quote rows in their detail.

    A transaction that PostgreSQL ended because we were paused in it is no bug: the same may succeed later.
    """
    original: Any = context.original_exception
    state = getattr(original, "sqlstate", None)
    if state is None:
        return
    safe = _described(original, state)
    original.args = (safe,)
    wrapped = context.sqlalchemy_exception
    if isinstance(wrapped, StatementError):
        wrapped.args = (f"({type(original).__module__}.{type(original).__name__}) {safe}",)
    if state == IDLE_TOO_LONG:
        raise OperationalError(context.statement, None, original, hide_parameters=True) from original


def _described(original: Any, state: str) -> str:
    diag = original.diag
    message = "" if state.startswith(DATA_EXCEPTION) else diag.message_primary or ""
    named = {"table": diag.table_name, "column": diag.column_name, "constraint": diag.constraint_name}
    return " ".join(filter(None, (state, message, *(f"{key}={name}" for key, name in named.items() if name))))


if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).parents[1] / "migrations"
POSTGRESQL_LOCK = 0x5B11
"""Any number; the one that all who migrate ask PostgreSQL for."""


class UnknownSchema(Exception):
    """The database is at a revision that this version does not know: a newer version made it so."""

    def __init__(self, revision: str) -> None:
        super().__init__(f"the database is at revision {revision}, which this version does not know")
        self.revision = revision


def revisions() -> list[str]:
    """All revisions that this version knows, oldest first: the numbers that their files begin with."""
    return sorted(path.name.split("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))


def head() -> str:
    return revisions()[-1]


def current(engine: Engine) -> str | None:
    """The revision of the database; None when it is empty."""
    # Only for reading: beside whoever migrates just now, however long that takes.
    with engine.execution_options(reading=True).connect() as connection:
        return _current(connection)


def migrate(engine: Engine, tables: MetaData | None = None) -> list[str]:
    """Bring the database to `head()` and return the revisions that this took; of any number of processes
    at once one does it and the others wait. An empty one gets `tables`, where they are given, without going
    through its past. Raises UnknownSchema."""
    if not _missing(current(engine)):
        return []
    with locked(engine) as connection:
        missing = _missing(_current(connection))
        if tables is not None and missing == revisions():
            _make(tables, connection)
        elif missing:
            from alembic import command

            command.upgrade(config(connection), "head")
    return missing


def config(connection: Connection) -> "Config":
    """Configuration for Alembic's commands, which work in the transaction that `connection` is in."""
    from alembic.config import Config

    made = Config(attributes={"connection": connection})
    made.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return made


@contextmanager
def locked(engine: Engine) -> Iterator[Connection]:
    """One transaction that nobody else can change the tables beside."""
    with engine.connect() as connection, _without_foreign_keys(connection), connection.begin():
        if engine.dialect.name == "postgresql":
            connection.execute(text(f"SELECT pg_advisory_xact_lock({POSTGRESQL_LOCK})"))
        yield connection


@contextmanager
def _without_foreign_keys(connection: Connection) -> Iterator[None]:
    """SQLite changes a table by making it anew; dropping the old one must not touch rows that refer to it.
    It is a setting of the connection that a transaction cannot change, hence here."""
    if connection.dialect.name != "sqlite":
        yield
        return
    raw = connection.connection.driver_connection
    assert raw is not None
    for pragma in ("foreign_keys=OFF", f"busy_timeout={PATIENT * 1000}"):
        raw.execute(f"PRAGMA {pragma}")
    try:
        yield
    finally:
        for pragma in ("foreign_keys=ON", f"busy_timeout={LOCKED * 1000}"):
            raw.execute(f"PRAGMA {pragma}")


def _make(tables: MetaData, connection: Connection) -> None:
    """The table of Alembic is as it makes it itself."""
    tables.create_all(connection, checkfirst=False)
    column = "version_num VARCHAR(32) NOT NULL CONSTRAINT alembic_version_pkc PRIMARY KEY"
    connection.execute(text(f"CREATE TABLE IF NOT EXISTS alembic_version ({column})"))
    connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": head()})


def _current(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _missing(revision: str | None) -> list[str]:
    known = revisions()
    if revision is None:
        return known
    if revision not in known:
        raise UnknownSchema(revision)
    return known[known.index(revision) + 1 :]
