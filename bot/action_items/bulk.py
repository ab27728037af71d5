"""One change to several action items: what can be done is done, and why the rest was not is said."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.action_items.change import get
from bot.action_items.model import ActionItem
from bot.action_items.notices import NOUN
from bot.core.access import Caller, project_here
from bot.core.changes import new_batch
from bot.core.errors import AlreadyDone, AlreadySo, Rejected
from bot.core.ports import UnitOfWork
from bot.core.project import Project

Change = Callable[[int, str], ActionItem]
"""Of the item of a number, as part of a batch; raises Rejected kinds."""


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


def in_bulk(
    uow: UnitOfWork, now: datetime, caller: Caller, verb: Verb, numbers: Sequence[int], change: Change
) -> Bulk:
    """`change` each of the items, in one batch."""
    project = project_here(uow, caller)
    bulk = Bulk(verb, project, new_batch(uow, project.id), [], [])
    for number in sorted(numbers):  # so two who change the same ones at once never wait for each other
        try:
            bulk.changed.append(_changed(uow, bulk, number, change))
        except Rejected as reason:
            bulk.refused.append((number, reason))
    return bulk


def _changed(uow: UnitOfWork, bulk: Bulk, number: int, change: Change) -> ActionItem:
    before = get(uow, bulk.project.id, number)
    if before.open == (bulk.verb is Verb.reopen):
        raise AlreadyDone(NOUN, number, before.status)
    item = change(number, bulk.batch)
    if item.version == before.version:
        raise AlreadySo(number)
    return item
