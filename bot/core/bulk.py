"""One act on several records: what can be done is done, and why the rest was not is said."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic

from bot.core import records
from bot.core.changes import new_batch
from bot.core.context import Context
from bot.core.errors import AlreadySo, Rejected
from bot.core.nouns import Noun, R


@dataclass(frozen=True)
class Bulk(Generic[R]):
    batch: str
    """By which all of it is taken back."""
    changed: list[R]
    refused: list[tuple[int, Rejected]]


def in_bulk(
    ctx: Context,
    noun: Noun[R],
    numbers: Sequence[int],
    change: Callable[[Context, int], R],
    check: Callable[[R], None] | None = None,
) -> Bulk[R]:
    """`change` each of the records, in one batch; `check` raises why one of them is not to be changed."""
    act = new_batch(ctx)
    bulk: Bulk[R] = Bulk(act.batch or "", [], [])
    for number in sorted(numbers):  # so two who change the same ones at once never wait for each other
        try:
            before = records.get(ctx, noun, number)
            if check:
                check(before)
            after = change(act, number)
            if after.version == before.version:
                raise AlreadySo(noun.named(number))
            bulk.changed.append(after)
        except Rejected as reason:
            bulk.refused.append((number, reason))
    return bulk
