"""Whatever is typed, pressed, repeated and restarted, over whatever clocks: some things always hold."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests.kit.databases import PostgresServer, copy_sqlite
from tests.stories.state_machine import Chance, chances, play

pytestmark = pytest.mark.long

FEW = settings(
    max_examples=6,
    derandomize=True,
    database=None,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
"""The same few each time; `python -m tests.benchmarks whatever` plays others, and more of them."""


@FEW
@given(chance=chances)
def test_on_sqlite(chance: Chance, sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    play(chance, copy_sqlite(sqlite_template, tmp_path_factory.mktemp("chance") / "spil.db"))


@FEW
@given(chance=chances)
def test_on_postgresql(chance: Chance, postgres: PostgresServer) -> None:
    url = postgres.create()
    play(chance, url)
    postgres.drop(url)
