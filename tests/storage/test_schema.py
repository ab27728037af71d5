"""Migrations make exactly the tables that the code declares, on both databases."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text
from sqlalchemy.engine.interfaces import ReflectedIndex

from bot.minutes.model import Minutes
from bot.minutes.ports import MinutesBook
from storage.core import engine as schema
from storage.core.engine import open_engine
from storage.tables import metadata
from storage.unit_of_work import Storage
from tests.storage.examples import NOON, a_project, day

MIGRATE = """
import sys
from storage.core.engine import open_engine
from storage.core.engine import migrate
print(",".join(migrate(open_engine(sys.argv[1]))))
"""


@pytest.fixture
def empty(empty_url: str) -> Iterator[Engine]:
    engine = open_engine(empty_url)
    yield engine
    engine.dispose()


def check(engine: Engine) -> None:
    """Raises when the database is not as the tables say."""
    with schema.locked(engine) as connection:
        command.check(schema.config(connection))


def test_up_down_and_up_again_give_the_tables_that_the_code_declares(empty: Engine) -> None:
    assert schema.current(empty) is None
    assert schema.migrate(empty) == schema.revisions()
    check(empty)
    assert set(inspect(empty).get_table_names()) == {*metadata.tables, "alembic_version"}
    with schema.locked(empty) as connection:
        command.downgrade(schema.config(connection), "base")
    assert inspect(empty).get_table_names() == ["alembic_version"]
    assert schema.migrate(empty) == schema.revisions()
    check(empty)


def index(found: ReflectedIndex) -> str:
    limits = {option: str(limit) for option, limit in found.get("dialect_options", {}).items()}
    return f"{found['name']} {found['column_names']} {found['unique']} {limits}"


def shape(engine: Engine) -> dict[str, object]:
    """Of each table: its columns, keys and indexes, with what an index is limited to."""
    found = inspect(engine)
    return {
        table: (
            sorted((each["name"], str(each["type"]), each["nullable"]) for each in found.get_columns(table)),
            found.get_pk_constraint(table)["constrained_columns"],
            sorted(map(str, found.get_foreign_keys(table))),
            sorted(map(str, found.get_unique_constraints(table))),
            sorted(map(index, found.get_indexes(table))),
        )
        for table in found.get_table_names()
    }


def test_an_empty_database_gets_the_tables_that_all_migrations_lead_to(empty: Engine) -> None:
    assert schema.migrate(empty, metadata) == schema.revisions()
    made = shape(empty)
    check(empty)
    with schema.locked(empty) as connection:
        command.downgrade(schema.config(connection), "base")
    schema.migrate(empty)
    assert shape(empty) == made


def test_the_second_time_there_is_nothing_to_do(empty: Engine) -> None:
    schema.migrate(empty)
    assert schema.migrate(empty) == []
    assert schema.current(empty) == schema.head()


def test_a_database_of_a_newer_version_is_refused(empty: Engine) -> None:
    schema.migrate(empty)
    with empty.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(schema.UnknownSchema) as refused:
        schema.migrate(empty)
    assert refused.value.revision == "9999"


def test_of_two_processes_at_once_one_migrates_and_the_other_waits(empty_url: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    both = [
        subprocess.Popen(
            [sys.executable, "-c", MIGRATE, empty_url], env=environment, stdout=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]
    said = sorted(process.communicate(timeout=30)[0].strip() for process in both)
    assert [process.returncode for process in both] == [0, 0]
    assert said == ["", ",".join(schema.revisions())]


def test_an_up_to_date_database_is_found_so_without_alembic(sqlite_url: str) -> None:
    asks = MIGRATE + "assert 'alembic' not in sys.modules\n"
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    subprocess.run([sys.executable, "-c", asks, sqlite_url], env=environment, check=True)


def test_the_files_number_the_revisions_as_alembic_orders_them() -> None:
    script = ScriptDirectory(str(schema.MIGRATIONS))
    assert [revision.revision for revision in reversed(list(script.walk_revisions()))] == schema.revisions()


def test_enumerations_are_plain_strings_so_that_a_new_member_needs_no_migration() -> None:
    kinds = {str(column.type) for table in metadata.tables.values() for column in table.columns}
    assert not [kind for kind in kinds if "ENUM" in kind.upper()]
    assert str(metadata.tables["job"].c.state.type) == "VARCHAR(32)"


def test_a_table_made_anew_keeps_the_rows_that_refer_to_it(sqlite_url: str) -> None:
    engine = open_engine(sqlite_url)
    with schema.locked(engine) as connection:
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 0
    with engine.connect() as connection:
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1


def test_notes_that_were_read_stay_so_and_those_of_a_first_version_wait(empty: Engine) -> None:
    schema.migrate(empty)
    storage = Storage(empty)
    project = a_project(storage)
    given = {"project_id": project.id, "title": "x", "held_on": day(1), "author": "U1", "raised_at": NOON}
    with storage.unit_of_work() as uow:
        for version in (1, 2):
            uow.of(MinutesBook).add(Minutes.model_validate({**given, "number": version, "version": version}))
    with schema.locked(empty) as connection:
        command.downgrade(schema.config(connection), "0007")
    schema.migrate(empty)
    with storage.unit_of_work() as uow:
        found = uow.of(MinutesBook).of_project(project.id, 2)
    assert [(each.version, each.read) for each in found] == [(2, True), (1, False)]
