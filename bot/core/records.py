"""Records: what a project keeps under a number, each change of it in the log.

What every noun can do: create, change, edit where two edit at once, history, lists, one act on several; undo
stands in `undo.py`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic

from bot.core.context import Context, by_clock, new_batch
from bot.core.errors import AlreadySo, NoText, Reasons, Rejected, UnknownNumber, check_length, seen
from bot.core.events import Event, taken_back
from bot.core.jobs import Job
from bot.core.nouns import Field, Kind, Noun, R, Records
from bot.core.ports import UnitOfWork
from bot.core.project import check_can_own
from bot.core.record_lists import Wanted

PAGE, HISTORY_PAGE = 20, 12


@dataclass(frozen=True)
class Overtaken(Generic[R]):
    """Somebody else was first: nothing was changed, and who filled in the form must see what is new."""

    seen: R
    """As it was when the form was opened."""
    now: R
    who: str
    at: datetime


@dataclass(frozen=True)
class History(Generic[R]):
    """One page of what happened to a record, the oldest first; `first` counts from 0."""

    record: R
    events: list[Event]
    undone: set[int]
    """Ids of the events that were taken back later."""
    first: int
    total: int

    @property
    def after(self) -> int:
        return self.total - self.first - len(self.events)


@dataclass(frozen=True)
class Listed(Generic[R]):
    """One page of a list; `first` counts from 0."""

    wanted: Wanted
    records: list[R]
    first: int
    total: int

    @property
    def after(self) -> int:
        """How many more come behind this page."""
        return self.total - self.first - len(self.records)


def get(ctx: Context, noun: Noun[R], number: int) -> R:
    """Raise UnknownNumber."""
    found = ctx.uow.of(noun.records).get(ctx.project.id, number)
    if found is None:
        raise UnknownNumber(noun.name, number)
    return found


def of_job(uow: UnitOfWork, now: datetime, records: type[Records[R]], job: Job) -> tuple[Context, R] | None:
    """What a job is about, by the clock; None where the record or its project is gone."""
    project_id, number = job.payload["project"], job.payload["number"]
    project, found = uow.projects.get(project_id), uow.of(records).get(project_id, number)
    return (by_clock(uow, now, project), found) if project and found else None


def create(ctx: Context, noun: Noun[R], **fields: Any) -> R:
    """Raise Misfilled with all that is wrong, by field."""
    fields |= checked(ctx, noun, fields)
    number = ctx.uow.next_number(ctx.project.id, noun.name)
    made = noun.value(project_id=ctx.project.id, number=number, **fields)
    ctx.uow.of(noun.records).add(made)
    _announce(ctx, noun, "created", None, made)
    return made


def change(ctx: Context, noun: Noun[R], number: int, what: str, revise: Callable[[R], R]) -> R:
    """Keep, log and announce the revised record; one that would stay as it is, is left alone."""
    before = get(ctx, noun, number)
    after = revise(before)
    return before if alike(before, after) else put(ctx, noun, what, before, after)


def put(ctx: Context, noun: Noun[R], what: str, before: R, after: R) -> R:
    after = after.evolve(version=before.version + 1)
    ctx.uow.of(noun.records).put(after)
    _announce(ctx, noun, what, before, after)
    return after


def edit(
    ctx: Context, noun: Noun[R], number: int, version: int, typed: Mapping[str, Any]
) -> R | Overtaken[R]:
    """All fields of the form at once, `version` being the one that the form showed. What others changed
    meanwhile in other than the form's fields does not matter. Raise Misfilled."""
    before = get(ctx, noun, number)
    overtaken = overtaken_since(ctx, noun, before, version)
    if overtaken is not None:
        return overtaken
    fresh = {name: value for name, value in typed.items() if getattr(before, name) != value}
    fields = checked(ctx, noun, fresh)
    return change(ctx, noun, number, "edited", lambda record: record.evolve(**fields))


def overtaken_since(ctx: Context, noun: Noun[R], now: R, version: int) -> Overtaken[R] | None:
    if now.version == version:
        return None
    by, at = "", ctx.now
    for event in reversed(ctx.uow.log.of_item(ctx.project.id, noun.name, now.number)):
        if not event.is_whole:
            continue
        state = noun.value.model_validate(event.after)
        if not by and event.before and differing(noun, noun.value.model_validate(event.before), state):
            by, at = event.who, event.at
        if state.version <= version:
            return Overtaken(state, now, by, at) if differing(noun, state, now) else None
    return None


def differing(noun: Noun[R], one: R, other: R) -> tuple[str, ...]:
    """Fields of the form in which they are not the same."""
    return tuple(f.name for f in noun.typed if getattr(one, f.name) != getattr(other, f.name))


def alike(one: R, other: R) -> bool:
    """The same in all but the version."""
    return one.model_dump(exclude={"version"}) == other.model_dump(exclude={"version"})


def history(ctx: Context, noun: Noun[R], number: int, first: int | None = None) -> History[R]:
    """The page that begins with `first`; without it the last one, which ends with the newest."""
    found, events = get(ctx, noun, number), ctx.uow.log.of_item(ctx.project.id, noun.name, number)
    noun.check_read(ctx, found)
    last = max(0, len(events) - HISTORY_PAGE)
    first = last if first is None else max(0, min(first, last))
    return History(
        found, events[first : first + HISTORY_PAGE], taken_back(events, noun.lasting), first, len(events)
    )


def listed(ctx: Context, noun: Noun[R], wanted: Wanted, first: int = 0) -> Listed[R]:
    """The page that begins with `first`, or the last one where there is none so far on."""
    wanted, book = wanted.within_reason(), ctx.uow.of(noun.records)
    total = book.how_many(ctx.project, wanted, ctx.today)
    first = min(first, max(0, (total - 1) // PAGE * PAGE))
    return Listed(wanted, book.page(ctx.project, wanted, ctx.today, first, PAGE), first, total)


def checked(ctx: Context, noun: Noun[R], fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields as they are kept, without what means nothing. Raise Misfilled."""
    kept: dict[str, Any] = {}
    reasons = Reasons()
    for each in noun.typed:
        if each.name in fields:
            with reasons.of(each.name):
                kept[each.name] = _checked(ctx, noun, each, fields[each.name])
    reasons.tell()
    return kept


def _checked(ctx: Context, noun: Noun[R], field: Field, value: Any) -> Any:
    if field.kind is Kind.text:
        value = (value or "").strip()
        check_length(value, field.limit)
    if field.kind in (Kind.person, Kind.people):
        value = list(dict.fromkeys(value or ())) if field.kind is Kind.people else value
        _check_people(ctx, [value] if field.kind is Kind.person and value else value or ())
    if field.required and (not value or (isinstance(value, str) and not seen(value))):
        raise NoText
    return value


def _check_people(ctx: Context, users: Sequence[str]) -> None:
    """Raise the reason why one of them cannot be given something of the project."""
    members = ctx.uow.people.members(ctx.project.team, ctx.project.channel)
    for user in users:
        person = ctx.uow.people.get(ctx.project.team, user)
        if person is not None:
            check_can_own(person, members)


def _announce(ctx: Context, noun: Noun[R], what: str, before: R | None, after: R) -> None:
    if noun.announced:
        noun.announced(ctx, what, before, after)
        return
    ctx.tell(ctx.record(noun.name, what, before=before, after=after))


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
            before = get(ctx, noun, number)
            if check:
                check(before)
            after = change(act, number)
            if after.version == before.version:
                raise AlreadySo(noun.named(number))
            bulk.changed.append(after)
        except Rejected as reason:
            bulk.refused.append((number, reason))
    return bulk
