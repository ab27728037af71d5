"""A change and the fact of it are kept together; what it means to people is told by a job of its own.

Whoever makes a change waits for the change alone; who else must hear of it is found out once that is
committed, in the order of the log. All that one transaction changed in a project is one job.
"""

from datetime import datetime
from typing import Any

from bot.core.context import Context, PersonContext, by_clock, spil_itself
from bot.core.events import CLOCK, Event
from bot.core.jobs import Job, Notice, post
from bot.core.nouns import Change, Noun, Record
from bot.core.ports import ToTell, UnitOfWork
from bot.core.project import Project


def new_batch(ctx: Context) -> Context:
    """The context of an act that changes several records: its batch is `7:3`, the third of project 7."""
    return ctx.in_batch(f"{ctx.project.id}:{ctx.uow.next_number(ctx.project.id, 'batches')}")


def first_in_batch(ctx: Context, what: str) -> bool:
    """Always for a single change, once for all that one act changes."""
    return ctx.batch is None or ctx.uow.claim_key(f"shown:{ctx.batch}:{what}", ctx.now)


def show(ctx: PersonContext, notice: Notice, occasion: object) -> None:
    """Post the notice, or edit it where it stands, as soon as this is committed."""
    ctx.uow.jobs.add(post(notice, str(occasion), ctx.now))


def show_again(ctx: PersonContext, notice: Notice, occasion: object) -> bool:
    """Bring the notice up to date where it stands or is on its way; False when it is neither.

    A message is seen, and answered, before its sender has noted that it stands.
    """
    # Asked first: once that job is done, its posting is noted with it.
    on_its_way = ctx.uow.jobs.next_of(f"post:{notice.key}:")
    if on_its_way is None and ctx.uow.sent_messages.get(notice.key) is None:
        return False
    show(ctx, notice.model_copy(update={"only_update": True}), occasion)
    return True


def notice_of(kind: str, ctx: Context, record: Record, to: str, **about: int | str) -> Notice:
    """About a record; `about` tells it from others of its kind."""
    return ctx.project.notice(kind, to, number=record.number, **about)


KIND = "tell"
AT_ONCE = 20
"""Changes that are told in one transaction: others write between two of them."""


def run(uow: UnitOfWork, now: datetime, job: Job) -> None:
    """Tell of the first changes, and leave the rest to the next job of the lane."""
    project, events = uow.projects.get(job.payload["project"]), job.payload["events"]
    if project is None:
        return
    for event_id, in_batch in events[:AT_ONCE]:
        event = uow.log.get(event_id)
        if event is not None:
            _tell(_context(uow, now, project, event, in_batch=in_batch), event)
    uow.to_tell.extend(
        ToTell(project.id, event, in_batch, job.due_at) for event, in_batch in events[AT_ONCE:]
    )


def _tell(ctx: Context, event: Event) -> None:
    noun: Noun[Any] = ctx.uow.nouns[event.noun]
    before, after = (
        noun.value.model_validate(each) if each else None for each in (event.before, event.after)
    )
    change: Change[Any] = noun.changed(event.what, before, after, event.id)
    if noun.told:
        noun.told(ctx, change)
    else:
        ctx.publish(change)


def _context(uow: UnitOfWork, now: datetime, project: Project, event: Event, *, in_batch: bool) -> Context:
    """The context of whoever made the change, at the moment of telling."""
    batch = event.batch if in_batch else None
    if event.who == CLOCK:
        return by_clock(uow, now, project).in_batch(batch)
    unknown = spil_itself(project.team, now).model_copy(update={"user": event.who, "name": event.who})
    return Context(uow, now, uow.people.get(project.team, event.who) or unknown, project, batch)
