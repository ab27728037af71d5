"""Removing many rows without keeping others waiting."""

from collections.abc import Iterator, Mapping, Sequence
from time import perf_counter, sleep
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Table, bindparam, delete, select, tuple_

from storage.unit_of_work import Storage

T = TypeVar("T")
AT_ONCE = 200
"""Rows that go in one transaction."""


class Removal:
    """Of the rows of a table that are old. Its statements are made once."""

    def __init__(self, table: Table, *old: ColumnElement[bool]) -> None:
        self.table = table
        self._find = select(*table.primary_key).where(*old)
        these = tuple_(*table.primary_key).in_(bindparam("these", expanding=True))
        self._delete = delete(table).where(these, *old)

    def run(self, storage: Storage, about: Mapping[str, Any]) -> int:
        """Remove them and return how many. `about` are the parameters of what is old.

        They are looked for beside whoever writes, and go by their keys in short transactions, each of which
        asks again whether they are old: somebody may have needed one meanwhile.
        """
        with storage.reading() as uow:
            keys = [tuple(row) for row in uow.session.connection().execute(self._find, about)]
        removed = 0
        for some in parts(keys, AT_ONCE):
            with storage.unit_of_work() as uow:
                removed += uow.session.connection().execute(self._delete, {**about, "these": some}).rowcount
        return removed


def parts(rows: Sequence[T], at_once: int) -> Iterator[Sequence[T]]:
    """In turns with whoever else writes, who gets as long between two parts as the last one took."""
    for first in range(0, len(rows), at_once):
        began = perf_counter()
        yield rows[first : first + at_once]
        if first + at_once < len(rows):
            sleep(perf_counter() - began)
