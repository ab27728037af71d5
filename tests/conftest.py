"""Databases for all tests: `sqlite_storage` where any will do, `storage` for what both must do alike.

The bot is imported late: the process that gives out the tests runs none, and the others wait for it.
"""

from __future__ import annotations

import compileall
import gc
import os
import re
import shutil
import ssl
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from storage.unit_of_work import Storage
    from tests.kit.databases import PostgresServer


def pytest_configure(config: pytest.Config) -> None:
    """Do once what each process, each engine and each connection would do anew."""
    gc.disable()
    # Files are compiled once: there are dozens of bots that are processes.
    sys.dont_write_bytecode = False
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    if not hasattr(config, "workerinput"):
        keep_files_in_memory()
        for folder in ("bot", "handlers", "storage", "tests"):  # pytest compiles what asserts
            compileall.compile_dir(config.rootpath / folder, quiet=2, rx=re.compile("test_"), workers=0)
        if config.getoption("numprocesses", None):
            return
    import structlog
    from hypothesis import settings

    from tests.kit.databases import share_what_is_compiled

    # By default rich shows all variables of all calls: minutes of work, and gigabytes.
    merged, level, *_ = structlog.get_config()["processors"]
    plain = structlog.processors.KeyValueRenderer(key_order=["event"])
    structlog.configure(processors=[merged, level, structlog.processors.format_exc_info, plain])
    # Slack's client reads all certificates of the machine for each web socket, be it without TLS.
    ssl.create_default_context = cache(ssl.create_default_context)  # type: ignore[assignment]
    share_what_is_compiled()
    # On a loaded machine an example of milliseconds may take half a second.
    settings.register_profile("any machine", deadline=None)
    settings.load_profile("any machine")


MEMORY, ROOM = Path("/dev/shm"), 2 * 1024**3


def keep_files_in_memory() -> None:
    """Where the system has room for that: on a disk each database of PostgreSQL took a tenth of a second."""
    if "TMPDIR" not in os.environ and MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM:
        os.environ["TMPDIR"] = str(MEMORY)
        tempfile.tempdir = None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the longest files, so that not one of them is all that there is left to do."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_collection_finish() -> None:
    """What was imported and collected stays: to look through it for garbage, again and again, took a third of
    the time. Of what a test makes, most is gone before anybody looks."""
    gc.freeze()
    gc.enable()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from tests.kit.databases import make_sqlite_template

    return make_sqlite_template(tmp_path_factory.mktemp("template"))


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    from tests.kit.databases import Unavailable, postgres_server

    try:
        with postgres_server() as server:
            yield server
    except Unavailable as reason:
        pytest.skip(f"no PostgreSQL: {reason}")


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    from tests.kit.databases import copy_sqlite

    return copy_sqlite(sqlite_template, tmp_path / "spil.db")


@pytest.fixture
def postgres_url(postgres: PostgresServer) -> Iterator[str]:
    url = postgres.create()
    yield url
    postgres.drop(url)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """A migrated database of each kind, nobody else's."""
    name = "sqlite_url" if request.param == "sqlite" else "postgres_url"
    return str(request.getfixturevalue(name))


@pytest.fixture
def empty_url(request: pytest.FixtureRequest, database_url: str) -> Iterator[str]:
    """A database of each kind without any table."""
    if database_url.startswith("sqlite"):
        yield database_url.replace("spil.db", "empty.db")
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    url = server.create("template0")
    yield url
    server.drop(url)


@pytest.fixture
def storage(database_url: str) -> Iterator[Storage]:
    yield from _opened(database_url)


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """For threads that write at once: on a slow machine one has its turn later than Slack would wait for."""
    monkeypatch.setattr("storage.unit_of_work.PATIENCE", 60)


@pytest.fixture
def sqlite_storage(sqlite_url: str) -> Iterator[Storage]:
    yield from _opened(sqlite_url)


def _opened(url: str) -> Iterator[Storage]:
    from storage.core.engine import open_engine
    from tests.kit.databases import wired_storage

    # OFF: a test does not live through a power cut.
    engine = open_engine(url, sqlite_synchronous="OFF")
    yield wired_storage(engine)
    engine.dispose()
