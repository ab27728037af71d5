"""What tests do with action items, and what came of it."""

from datetime import datetime, timedelta
from typing import Any, cast

import pytest

from bot.action_items import change as action_items
from bot.action_items.dependencies import Terms
from bot.action_items.model import ActionItem, ActionItems
from bot.action_items.noun import ACTION_ITEM
from bot.action_items.validated import agreed
from bot.core.errors import Misfilled, Rejected
from bot.core.undo import undo
from storage.tables import EventRow, JobRow
from tests.kit.atlas import Atlas, user
from tests.kit.clock import FRIDAY, MONDAY
from tests.kit.rows import rows

DAY = timedelta(days=1)


def raised(atlas: Atlas, by: str = "sanne", **terms: Any) -> ActionItem:
    with atlas.unit() as uow:
        given = {"text": "write the plan", "owner": user("tom"), "due": FRIDAY, **terms}
        return action_items.create(atlas.ctx(uow, MONDAY, by), **given)


def kept(atlas: Atlas, number: int = 1) -> ActionItem:
    with atlas.unit() as uow:
        item = uow.of(ActionItems).get(atlas.project.id, number)
    assert item is not None
    return item


def act(atlas: Atlas, change: Any, number: int, by: str = "tom", now: datetime = MONDAY) -> ActionItem:
    with atlas.unit() as uow:
        changed: ActionItem = change(atlas.ctx(uow, now, by), number)
    return changed


def done(atlas: Atlas, number: int, by: str = "tom", now: datetime = MONDAY) -> ActionItem:
    return act(atlas, action_items.finish, number, by, now)


def edited(atlas: Atlas, number: int, by: str = "sanne", **terms: Any) -> ActionItem:
    with atlas.unit() as uow:
        return action_items.agree(atlas.ctx(uow, MONDAY, by), number, "edited", cast(Terms, terms))


def kept_in(uow: Any, atlas: Atlas, number: int) -> ActionItem:
    item: ActionItem = uow.of(ActionItems).get(atlas.project.id, number)
    return item


def taken_back(atlas: Atlas, number: int, by: str = "tom") -> ActionItem:
    with atlas.unit() as uow:
        version = kept_in(uow, atlas, number).version
        return undo(atlas.ctx(uow, MONDAY, by), ACTION_ITEM, number, version)


def told(atlas: Atlas, kind: str) -> list[str]:
    """To whom a notice of this kind went anew."""
    jobs = sorted(rows(atlas.storage, JobRow), key=lambda job: job.id or 0)
    return [
        job.payload["to"]
        for job in jobs
        if job.payload.get("kind") == f"action_items.{kind}" and not job.payload.get("only_update")
    ]


def refused(atlas: Atlas, number: int, **terms: Any) -> dict[str, type[Rejected]]:
    with pytest.raises(Misfilled) as wrong, atlas.unit() as uow:
        agreed(atlas.ctx(uow, MONDAY, "sanne"), cast(Terms, terms), kept_in(uow, atlas, number))
    return {field: type(reason) for field, reason in wrong.value.reasons.items()}


def events(atlas: Atlas) -> list[tuple[int, str, str]]:
    log = sorted(rows(atlas.storage, EventRow), key=lambda event: event.id or 0)
    return [(event.number, event.what, event.who) for event in log]
