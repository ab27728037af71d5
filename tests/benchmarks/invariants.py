"""Any sequence of commands, buttons, undo, double delivery and restarts, over random clocks and zones."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, Phase, given, settings

from tests.benchmarks.rows import Row
from tests.kit.databases import copy_sqlite, make_sqlite_template, postgres_server
from tests.stories.state_machine import Chance, chances, play

PLAYS = 100
"""Of each database; other ones each time."""


Play = Callable[[Chance], None]


def bench_invariants() -> Iterator[Row]:
    yield _row("sqlite", _on_sqlite)
    yield _row("postgresql", _on_postgresql)


def _row(database: str, opened: Callable[[], AbstractContextManager[Play]]) -> Row:
    played, broken = 0, ""

    @settings(
        max_examples=PLAYS,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(chance=chances)
    def all_hold(chance: Chance) -> None:
        nonlocal played
        played += 1
        one(chance)

    with opened() as one:
        try:
            all_hold()
        except AssertionError as what:
            broken = str(what)
    note = broken or f"all held in {played} plays"
    return Row(f"whatever-{database}", "what must always hold, and did not", int(bool(broken)), 0, note)


@contextmanager
def _on_sqlite() -> Iterator[Play]:
    with TemporaryDirectory() as folder:
        template = make_sqlite_template(Path(folder))
        numbers = iter(range(10**6))
        yield lambda chance: play(chance, copy_sqlite(template, Path(folder) / f"{next(numbers)}.db"))


@contextmanager
def _on_postgresql() -> Iterator[Play]:
    with postgres_server() as server:

        def one(chance: Chance) -> None:
            url = server.create()
            play(chance, url)
            server.drop(url)

        yield one
