"""Removing many rows without keeping others waiting."""

from collections.abc import Iterator, Sequence
from time import perf_counter, sleep
from typing import TypeVar

from sqlalchemy import ColumnElement, Table, delete, select, tuple_

from storage.unit_of_work import Storage

T = TypeVar("T")
AT_ONCE = 200
"""Rows that go in one transaction."""


def remove(storage: Storage, table: Table, *old: ColumnElement[bool]) -> int:
    """Remove the rows that are old and return how many.

    They are looked for beside whoever writes, and go by their keys in short transactions, each of which asks
    again whether they are old: somebody may have needed one meanwhile.
    """
    key = tuple_(*table.primary_key)
    with storage.reading() as uow:
        keys = [
            tuple(row) for row in uow.session.connection().execute(select(*table.primary_key).where(*old))
        ]
    removed = 0
    for some in parts(keys, AT_ONCE):
        with storage.unit_of_work() as uow:
            removed += uow.session.connection().execute(delete(table).where(key.in_(some), *old)).rowcount
    return removed


def parts(rows: Sequence[T], at_once: int) -> Iterator[Sequence[T]]:
    """In turns with whoever else writes. Between two parts they get as long as the last one took: a lock that
    is given back and taken again at once is never theirs."""
    for first in range(0, len(rows), at_once):
        began = perf_counter()
        yield rows[first : first + at_once]
        if first + at_once < len(rows):
            sleep(perf_counter() - began)
