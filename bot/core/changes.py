"""A change and the fact of it are kept together."""

from datetime import datetime
from typing import Protocol

from sqlmodel import SQLModel

from bot.core.events import Event
from bot.core.jobs import Notice, post
from bot.core.ports import UnitOfWork


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
    batch: str | None = None,
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
            batch=batch,
        )
    )


def new_batch(uow: UnitOfWork, project_id: int) -> str:
    """A name for the changes that one act is about to make: `7:3`, the third batch of project 7."""
    return f"{project_id}:{uow.next_number(project_id, 'batches')}"


def first_in_batch(uow: UnitOfWork, now: datetime, batch: str | None, what: str) -> bool:
    """Always for a single change, once for all that one act changes."""
    return batch is None or uow.claim_key(f"shown:{batch}:{what}", now)


def show(uow: UnitOfWork, now: datetime, notice: Notice, occasion: object) -> None:
    """Post the notice, or edit it where it stands, as soon as this is committed."""
    uow.jobs.add(post(notice, str(occasion), now))


def show_again(uow: UnitOfWork, now: datetime, notice: Notice, occasion: object) -> bool:
    """Bring the notice up to date where it stands or is on its way; False when it is neither.

    A message is seen, and answered, before its sender has noted that it stands.
    """
    on_its_way = uow.jobs.next_of(f"post:{notice.key}:")  # asked first: done, its posting is noted with it
    if on_its_way is None and uow.sent_messages.get(notice.key) is None:
        return False
    show(uow, now, notice.model_copy(update={"only_update": True}), occasion)
    return True
