"""A change and the fact of it are kept together."""

from sqlmodel import SQLModel

from bot.core.context import Context, PersonContext
from bot.core.events import Event
from bot.core.jobs import Notice, post
from bot.core.nouns import Record


def record(ctx: Context, noun: str, what: str, *, before: SQLModel | None, after: SQLModel | None) -> int:
    """Log the change of one numbered value; `before` or `after` is None for one that is new or gone.

    Returns the event's id, which names the occasion for all that must be said about it.
    """
    value = after or before
    assert value is not None
    return ctx.uow.log.add(
        Event(
            at=ctx.now,
            who=ctx.who.user,
            noun=noun,
            what=what,
            before=before.model_dump(mode="json") if before else None,
            after=after.model_dump(mode="json") if after else None,
            batch=ctx.batch,
            **value.model_dump(include={"project_id", "number"}),
        )
    )


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
    about |= {"project": record.project_id, "number": record.number}
    return Notice(kind=kind, team=ctx.project.team, to=to, about=about)
