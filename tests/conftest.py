"""Databases for all tests: `sqlite_storage` where any will do, `storage` for what both must do alike."""

import gc
import os
import ssl
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import structlog

from storage import unit_of_work
from storage.core.engine import open_engine
from storage.unit_of_work import Storage
from tests.kit.databases import (
    PostgresServer,
    Unavailable,
    copy_sqlite,
    make_sqlite_template,
    postgres_server,
    share_what_is_compiled,
    wired_storage,
)

PLAIN = structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
"""With rich at hand structlog shows all variables of all calls: minutes of work, and gigabytes."""


def pytest_configure() -> None:
    """Do once what each process, each engine and each connection would do anew."""
    gc.disable()
    structlog.configure(processors=[*structlog.get_config()["processors"][:-1], PLAIN])
    # Files are compiled by whoever imports them first: there are dozens of bots that are processes.
    sys.dont_write_bytecode = False
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    # Slack's client reads all certificates of the machine for each web socket, be it without TLS.
    ssl.create_default_context = cache(ssl.create_default_context)  # type: ignore[assignment]
    share_what_is_compiled()


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
    return make_sqlite_template(tmp_path_factory.mktemp("template"))


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    try:
        with postgres_server() as server:
            yield server
    except Unavailable as reason:
        pytest.skip(f"no PostgreSQL: {reason}")


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
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
    monkeypatch.setattr(unit_of_work, "PATIENCE", 60)


@pytest.fixture
def sqlite_storage(sqlite_url: str) -> Iterator[Storage]:
    yield from _opened(sqlite_url)


def _opened(url: str) -> Iterator[Storage]:
    # OFF: a test does not live through a power cut.
    engine = open_engine(url, sqlite_synchronous="OFF")
    yield wired_storage(engine)
    engine.dispose()
