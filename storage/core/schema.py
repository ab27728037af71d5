"""Brings a database to the tables of this version: at start, by `spil migrate`, and in tests.

Alembic is imported only when there is something to do: a start finds that out by one query.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, MetaData, inspect, text

from storage.core.engine import LOCKED, PATIENT

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
