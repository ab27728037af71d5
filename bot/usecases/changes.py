"""A change and the fact of it are kept together."""

from datetime import datetime
from typing import Protocol

from sqlmodel import SQLModel

from bot.domain.jobs import Notice, post
from bot.domain.log import Event
from bot.usecases.ports import UnitOfWork


class NumberedValue(Protocol):
    project_id: int
    number: int


def record(
    uow: UnitOfWork,
    now: datetime,
    who: str,
    noun: str,
    what: str,
    *,
    before: SQLModel | None,
    after: SQLModel | None,
) -> int:
    """Log the change of one numbered value; `before` or `after` is None for one that is new or gone.

    Returns the event's id, which names the occasion for all that must be said about it.
    """
    value = after or before
    assert value is not None
    about = value.model_dump(include={"project_id", "number"})
    return uow.log.add(
        Event(
            at=now,
            who=who,
            project_id=about["project_id"],
            noun=noun,
            number=about["number"],
            what=what,
            before=before.model_dump(mode="json") if before else None,
            after=after.model_dump(mode="json") if after else None,
        )
    )


def show(uow: UnitOfWork, now: datetime, notice: Notice, occasion: object) -> None:
    """Post the notice, or edit it where it stands, as soon as this is committed."""
    uow.jobs.add(post(notice, str(occasion), now))
