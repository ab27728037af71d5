"""Messages beside an item's card: what its owner asks, who helps, the end of waiting, the day it starts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bot.action_items.dependencies import responsible_for
from bot.action_items.facts import NOUN, card, mine
from bot.action_items.model import ActionItem, ActionItems, CounterOffer
from bot.core.calendar import instant, local
from bot.core.context import Context, notice_of, show_again
from bot.core.events import UNDONE, Event
from bot.core.jobs import Job, Notice, job_of, lane_of
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.core.project import Project
from bot.core.records import of_job
from bot.people.hours import contact_hours_of
from bot.people.quiet_hours import hold_for_morning, notify

OFFER, KEPT = "action_items.offer", "action_items.kept"
"""To who decides, what the owner asks; and to the owner, how that was answered."""
KEEP, TAKEN_BACK = "kept", "taken_back"
"""The log's words for a counter-offer that was turned down, and for one that who made it took back."""


@dataclass(frozen=True)
class Answer:
    """The end of a question: its last offer, and the change that ended it."""

    offer: CounterOffer
    what: str
    who: str
    before: ActionItem
    after: ActionItem


def decides(project: Project, item: ActionItem, user: str) -> bool:
    """Whether they may change what was agreed without asking: who raised it, and the project manager."""
    return user in (item.raised_by, project.manager)


def answerer(ctx: Context, item: ActionItem) -> str | None:
    """The one asked: who raised it, or if they are gone the project manager; None when neither is there."""
    return next(filter(ctx.sees, (item.raised_by, ctx.project.manager)), None)


def offer_changed(ctx: Context, before: ActionItem | None, item: ActionItem, event: int) -> None:
    """A new offer is put, in the message of the one that it replaces; any change shows where one stands."""
    former, offer = before.offered if before else None, item.offered
    if offer is not None and offer != former:
        to = answerer(ctx, item)
        if to is not None:
            notify(ctx, notice_of(OFFER, ctx, item, to, offer=offer.opened), event, due=item.due)
    if before and former and _decided(ctx, before, item, former.by):
        notify(ctx, kept_notice(ctx.project, item, former), event, due=item.due)
    for each in filter(None, (former, offer)):
        # Also where somebody was asked who is not the manager any more.
        standing = ctx.uow.sent_messages.starting(notice_of(OFFER, ctx, item, "", offer=each.opened).key)
        told = (sent_message.key.rpartition(":")[2] for sent_message in standing)
        for user in dict.fromkeys((item.raised_by, ctx.project.manager, *told)):
            show_again(ctx, notice_of(OFFER, ctx, item, user, offer=each.opened), event)
        show_again(ctx, kept_notice(ctx.project, item, each), event)


def _decided(ctx: Context, before: ActionItem, item: ActionItem, asker: str) -> bool:
    """Somebody else gave the item another date or owner, and who asked for one is there to hear it."""
    moved = (item.due, item.owner) != (before.due, before.owner)
    return item.open and moved and ctx.sees(asker) and asker != ctx.who.user and item.offered is None


def ask_who_is_there(ctx: Context, item: ActionItem, occasion: object) -> None:
    """Put an offer that waits for somebody who left to the one who answers it now."""
    to = answerer(ctx, item)
    if item.offered is not None and to is not None:
        asked = notice_of(OFFER, ctx, item, to, offer=item.offered.opened)
        notify(ctx, asked, occasion, due=item.due)


def kept_notice(project: Project, item: ActionItem, offer: CounterOffer) -> Notice:
    return project.notice(KEPT, offer.by, number=item.number, offer=offer.opened)


def answer(uow: UnitOfWork, item: ActionItem, opened: int) -> Answer | None:
    """The end of the question that was opened at that version; None when the log holds no end of it."""
    for event, before, after in _changes(uow, item):
        if _about(before, opened) and not _about(after, opened):
            assert before.offered is not None
            return Answer(before.offered, event.what, event.who, before, after)
    return None


def is_taken_back(uow: UnitOfWork, item: ActionItem, made: int) -> bool:
    """Whether the offer that was made at that version was taken back, and nothing is asked since."""
    if item.offered is not None or not item.open:
        return False
    for event, before, _after in _changes(uow, item):
        if before.offered is not None and before.offered.made == made:
            return event.what in (TAKEN_BACK, UNDONE) and event.who == before.offered.by
    return False


def agreed(uow: UnitOfWork, item: ActionItem) -> Answer | None:
    """By which its present date became the one that its owner had asked for; None when it is not that."""
    if item.due is None or (item.due == item.original_due and not item.times_postponed):
        return None
    for event, before, after in _changes(uow, item):
        if before.due != after.due:
            asked = before.offered
            theirs = asked is not None and asked.by == item.owner and asked.due == item.due
            return Answer(asked, event.what, event.who, before, after) if asked and theirs else None
    return None


def _changes(uow: UnitOfWork, item: ActionItem) -> Iterator[tuple[Event, ActionItem, ActionItem]]:
    """Each with the item before and after it, the newest first."""
    for event in reversed(uow.log.of_item(item.project_id, NOUN, item.number)):
        if event.before is not None and event.after is not None:
            yield event, ActionItem.model_validate(event.before), ActionItem.model_validate(event.after)


def _about(item: ActionItem, opened: int) -> bool:
    return item.offered is not None and item.offered.opened == opened


HELPING = "action_items.helping"
"""To a helper, that they are one."""
FREED = "action_items.freed"
"""To the owner of an item, that what it waited for (`about["first"]`) is closed."""
STARTS = "action_starts"


def kinds_changed(ctx: Context, before: ActionItem | None, item: ActionItem, occasion: object) -> None:
    """Only a new helper is written to, and not by themselves; all else changes what stands."""
    for notice in _helping(ctx.project, before, item, ctx.who.user):
        notify(ctx, notice, occasion, due=item.due)
    if before and before.waits_for != item.waits_for:
        for number in filter(None, (before.waits_for, item.waits_for)):
            _show_freed_again(ctx, item, number, occasion)
    _plan_start(ctx, before, item)


def freed(ctx: Context, item: ActionItem, first: int, *, by: str | None) -> None:
    """Tell who does it that it can go on, unless it was they, `by`, who closed what it waited for."""
    user = responsible_for(item)
    if item.open and user is not None and user != by:
        told = notice_of(FREED, ctx, item, user, first=first)
        notify(ctx, told, f"freed {item.version}", due=item.due)


def first_asked(ctx: Context, before: ActionItem | None, item: ActionItem) -> bool:
    """Whether its owner is asked for it from this change on: it is new to them, or it had not begun."""
    known = before is not None and before.owner == item.owner and before.begun(ctx.today)
    return not known and item.begun(ctx.today)


def start(uow: UnitOfWork, now: datetime, job: Job) -> None:
    """In their morning of the day that it starts the owner gets the item, and its card is as any other."""
    found = _planned(uow, now, job)
    if found is None:
        return
    ctx, item, person = found
    if not item.open or item.owner != person.user:
        return
    begun = item.begun(local(now, person.zone).date())  # not yet for who went west meanwhile
    if not begun or not contact_hours_of(uow, person, now).inside(now):
        _plan_first_morning(ctx, item, person)
        return
    show_again(ctx, card(ctx.project, item), job.key)
    hold_for_morning(ctx, mine(ctx.project, item, person.user), person)


def plan_anew(uow: UnitOfWork, now: datetime, job: Job) -> None:
    """The morning of its first day was reckoned by a wrong clock."""
    found = _planned(uow, now, job)
    if found is not None:
        uow.jobs.withdraw(job.key)
        _plan_first_morning(*found)


def _planned(uow: UnitOfWork, now: datetime, job: Job) -> tuple[Context, ActionItem, Person] | None:
    """The item and its owner of then; None where one of them is known no more."""
    found = of_job(uow, now, ActionItems, job)
    person = uow.people.get(found[0].project.team, job.payload["owner"]) if found else None
    return (*found, person) if found and person else None


def _helping(project: Project, before: ActionItem | None, item: ActionItem, who: str) -> Iterator[Notice]:
    former = before.helpers if before else []
    for helper in dict.fromkeys((*former, *item.helpers)):
        news = helper in item.helpers and helper not in former and helper != who
        yield project.notice(HELPING, helper, number=item.number).evolve(only_update=not news)


def _show_freed_again(ctx: Context, item: ActionItem, first: int, occasion: object) -> None:
    user = responsible_for(item)
    if user is not None:
        show_again(ctx, notice_of(FREED, ctx, item, user, first=first), occasion)


def _plan_start(ctx: Context, before: ActionItem | None, item: ActionItem) -> None:
    if before and before.starts and _start_of(before) != _start_of(item):
        ctx.uow.jobs.withdraw(f"{STARTS}:{ctx.project.id}:{item.number}:")
    person = ctx.uow.people.get(ctx.project.team, item.owner) if item.owner else None
    if person is None or item.starts is None or not item.open or item.begun(ctx.today):
        return
    _plan_first_morning(ctx, item, person)


def _start_of(item: ActionItem) -> tuple[object, ...]:
    """All that decides who is told when."""
    return item.starts, item.owner, item.open


def _plan_first_morning(ctx: Context, item: ActionItem, person: Person) -> None:
    """Their first from `now` on, on the day that it starts or later."""
    day = item.starts or local(ctx.now, person.zone).date()
    midnight = instant(datetime.combine(day, time()), person.zone)
    after = max(ctx.now, midnight - timedelta(microseconds=1))
    due_at = contact_hours_of(ctx.uow, person, after).next_bundle(after)
    key = f"{STARTS}:{ctx.project.id}:{item.number}:{person.user}:{due_at:%Y-%m-%dT%H:%M}Z"
    about = {"project": ctx.project.id, "number": item.number, "owner": person.user}
    ctx.uow.jobs.add(job_of(STARTS, key, lane_of(ctx.project.team, person.user), about, due_at))
