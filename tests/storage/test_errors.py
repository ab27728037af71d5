"""An error of the database says what is wrong, and not what people wrote."""

import traceback
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, StatementError
from sqlmodel import SQLModel

from bot.action_items.model import ActionItem, ActionItems
from bot.core.jobs import Busy
from bot.core.values import Value
from storage.core import engine as engines
from storage.core.engine import open_engine
from storage.tables import ActionItemRow, metadata
from storage.unit_of_work import Storage
from tests.storage.examples import NOON, a_project, item

SECRET = "we will close the Utrecht office"
ITEM = metadata.tables["action_item"]


def said(error: BaseException) -> str:
    """All that a log would hold of it."""
    return "".join(traceback.format_exception(error))


@pytest.mark.parametrize("wrong", ["twice", "no project", "nothing raised it"])
def test_a_row_that_is_refused_is_not_quoted(storage: Storage, wrong: str) -> None:
    project = a_project(storage)
    values = item(project, 1, text=SECRET).model_dump()
    with storage.unit_of_work() as uow:
        uow.of(ActionItems).add(item(project, 1, text=SECRET))
    changes: dict[str, dict[str, Any]] = {
        "twice": {},
        "no project": {"project_id": 99},
        "nothing raised it": {"raised_by": None},
    }
    with pytest.raises(DBAPIError) as refused, storage.unit_of_work() as uow:
        uow.session.connection().execute(ITEM.insert(), {**values, **changes[wrong]})
    assert SECRET not in said(refused.value)
    assert "action_item" in said(refused.value)


def test_a_value_that_cannot_be_read_or_written_is_not_quoted(storage: Storage) -> None:
    project = a_project(storage)
    with pytest.raises((StatementError, TypeError)) as unfit, storage.unit_of_work() as uow:
        values = {**item(project, 1).model_dump(), "helpers": {SECRET}}
        uow.session.connection().execute(ITEM.insert(), values)
    assert SECRET not in said(unfit.value)


def test_what_postgresql_cannot_cast_is_not_quoted(postgres_url: str) -> None:
    engine = open_engine(postgres_url)
    with pytest.raises(DBAPIError) as refused, engine.begin() as connection:
        connection.execute(text("SELECT CAST(:it AS integer)"), {"it": SECRET})
    assert SECRET not in said(refused.value) and "22P02" in said(refused.value)
    engine.dispose()


@pytest.mark.parametrize("kind", [ActionItem, ActionItemRow])
def test_a_value_that_a_rule_refuses_is_not_quoted(kind: type[SQLModel]) -> None:
    with pytest.raises(ValidationError) as refused:
        ActionItem.model_validate({"text": {SECRET: SECRET}, "raised_at": SECRET, "project_id": SECRET})
    assert SECRET not in said(refused.value) and "raised_at" in said(refused.value)
    assert kind.model_config["hide_input_in_errors"]


def test_all_tables_and_all_that_they_hold_hide_what_a_rule_refuses() -> None:
    kinds = [*_all_of(Value), *_all_of(SQLModel)[1:]]
    assert len(kinds) > 40
    assert [kind for kind in kinds if not kind.model_config.get("hide_input_in_errors")] == []


def _all_of(base: type[BaseModel]) -> list[type[BaseModel]]:
    return [base, *(kind for each in base.__subclasses__() for kind in _all_of(each))]


def test_a_process_that_is_paused_in_a_transaction_keeps_its_locks_for_seconds(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "LONGEST_IDLE", 1)
    engine = open_engine(postgres_url)
    storage = Storage(engine)
    with pytest.raises(Busy), storage.unit_of_work() as paused:
        assert paused.claim_key("taken", NOON)
        # Waits for the lock until PostgreSQL ends the first transaction, which lies still meanwhile.
        with storage.unit_of_work() as other:
            assert other.claim_key("taken", NOON)
        paused.claim_key("another", NOON)
    engine.dispose()
