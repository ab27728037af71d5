"""One change to several action items: what can be done is done, and why the rest was not is said."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.action_items.change import get
from bot.action_items.model import ActionItem
from bot.action_items.notices import NOUN
from bot.core.changes import new_batch
from bot.core.context import Context
from bot.core.errors import AlreadyDone, AlreadySo, Rejected
from bot.core.project import Project

Change = Callable[[Context, int], ActionItem]
"""Of the item of a number; raises Rejected kinds."""


class Verb(StrEnum):
    done = "done"
    reopen = "reopen"
    drop = "drop"
    due = "due"
    give = "give"


@dataclass(frozen=True)
class Bulk:
    verb: Verb
    project: Project
    batch: str
    """By which all of it is taken back."""
    changed: list[ActionItem]
    refused: list[tuple[int, Rejected]]


def in_bulk(ctx: Context, verb: Verb, numbers: Sequence[int], change: Change) -> Bulk:
    """`change` each of the items, in one batch."""
    bulk = Bulk(verb, ctx.project, new_batch(ctx.uow, ctx.project.id), [], [])
    ctx = ctx.in_batch(bulk.batch)
    for number in sorted(numbers):  # so two who change the same ones at once never wait for each other
        try:
            bulk.changed.append(_changed(ctx, verb, number, change))
        except Rejected as reason:
            bulk.refused.append((number, reason))
    return bulk


def _changed(ctx: Context, verb: Verb, number: int, change: Change) -> ActionItem:
    before = get(ctx, number)
    if before.open == (verb is Verb.reopen):
        raise AlreadyDone(NOUN, number, before.status)
    item = change(ctx, number)
    if item.version == before.version:
        raise AlreadySo(number)
    return item
