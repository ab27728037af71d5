"""Somebody leaves a project, or the workspace: who takes over what they own is asked once, in one message."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from bot.action_items import model as rules
from bot.action_items.change import change, give
from bot.action_items.dependencies import responsible_for
from bot.action_items.facts import ItemChanged
from bot.action_items.model import ActionItem, ActionItems
from bot.action_items.notices import ask_who_is_there
from bot.action_items.validated import check_owner
from bot.core.context import Context, PersonContext, by_clock, may_see, new_batch, show_again
from bot.core.errors import NotAllowed
from bot.core.events import Event
from bot.core.jobs import Notice, event_subject
from bot.core.people import Kind, Person
from bot.core.ports import UnitOfWork
from bot.core.project import Project
from bot.meetings.notifications import ahead, came_or_went
from bot.people.quiet_hours import notify
from bot.polls import notifications as polls
from bot.reminders.daily_summary import owned

LATELY = timedelta(hours=2)
WITHDRAWN = "withdrawn"
"""The log's word for a counter-offer that goes with who made it."""
NOUN, LEFT, BACK = "leavers", "left", "back"
"""In the log, by whom: who left, or came back."""
KIND = "leavers.left"


def left(ctx: PersonContext, projects: Iterable[Project]) -> None:
    """Ask once who takes over their items, and say that they come to no meeting."""
    for each in _contexts(ctx, projects):
        if each.who.kind is Kind.member and not each.sees(each.who.user):
            _left(each)
            came_or_went(each, each.who.user)
            polls.came_or_went(each, each.who.user)


def notice(ctx: Context) -> None:
    """Notice who left the project while we did not hear of it, as far as we know lately who is present."""
    uow, now, project = ctx.uow, ctx.now, ctx.project
    known_at = uow.people.members_known_at(project.team, project.channel)
    present = uow.people.members(project.team, project.channel)
    if not present or known_at is None or now - known_at > LATELY:
        return
    invited = {user for meeting in ahead(ctx, [project.id]) for user in meeting.people}
    asked = invited | uow.of(ActionItems).responsible_in(project.id)
    for person in uow.people.get_many(project.team, asked).values():
        if not may_see(person, present):
            left(PersonContext(uow, now, person), [project])


def back(ctx: PersonContext, projects: Iterable[Project]) -> None:
    """Say that what nobody took over is still theirs."""
    for each in _contexts(ctx, projects):
        if not each.sees(each.who.user):
            continue
        out = departure_of(each, each.who.user)
        came_or_went(each, each.who.user)
        polls.came_or_went(each, each.who.user)
        if out is not None:
            event = each.uow.log.add(_event(each, BACK))
            show_again(each, notice_of(each.project, out), event)


def take_over(ctx: Context, left_id: int, owner: str | None, number: int | None = None) -> None:
    """Give one of the leaver's items, or all that are still theirs; raise why `owner` cannot be it."""
    check_owner(ctx, owner)
    case = case_of(ctx.uow, ctx.project.id, left_id)
    if case is None:
        raise NotAllowed
    numbers = [item.number for item in case.theirs if number in (None, item.number)]
    act = new_batch(ctx) if number is None else ctx
    for each in numbers:
        give(act, each, owner)


def _contexts(ctx: PersonContext, projects: Iterable[Project]) -> Iterator[Context]:
    """The leaver's context in each project; they need not see it, as nothing of it is told to them."""
    return (Context(ctx.uow, ctx.now, ctx.who, project) for project in projects)


def _asked(ctx: Context) -> Person | None:
    """The first present: the project manager, the sponsor, who set it up, who raised an item; or None."""
    for user in _candidates(ctx):
        if user != ctx.who.user and ctx.sees(user):
            return ctx.uow.people.get(ctx.project.team, user)
    return None


def _left(ctx: Context) -> None:
    uow, who, project = ctx.uow, ctx.who, ctx.project
    if departure_of(ctx, who.user) is not None:
        return
    _settle_counter_proposals(ctx)
    items, to = owned(uow, who, [project]), _asked(ctx)
    former = uow.log.last_of(project.id, who.user, NOUN)
    if not items or to is None:
        return
    # Of two processes that notice it at once the second waits here until the first is committed.
    if not uow.claim_key(f"left:{project.id}:{who.user}:{former and former.id}", ctx.now):
        return
    about = {"to": to.user, "numbers": sorted(item.number for item in items)}
    event = _event(ctx, LEFT).evolve(after=about)
    event = event.evolve(id=uow.log.add(event))
    notify(ctx, notice_of(project, event), LEFT)


def _settle_counter_proposals(ctx: Context) -> None:
    """Withdraw what the leaver asked; let somebody else answer what was asked of them."""
    uow, now, who, project = ctx.uow, ctx.now, ctx.who, ctx.project
    for item in uow.of(ActionItems).open_of_owners([project.id], [who.user]):
        if item.offered is not None and item.offered.by == who.user:
            change(
                Context(uow, now, who, project),
                item.number,
                WITHDRAWN,
                lambda held: rules.revised(held, counter_offer=None),
            )
    for item in uow.of(ActionItems).open_raised_by([project.id], [who.user]):
        ask_who_is_there(by_clock(uow, now, project), item, f"{LEFT}:{who.user}")


def _candidates(ctx: Context) -> Iterator[str]:
    yield ctx.project.manager
    if ctx.project.sponsor:
        yield ctx.project.sponsor
    yield from (event.who for event in ctx.uow.log.of_item(ctx.project.id, "projects", 0)[:1])
    yield from (item.raised_by for item in owned(ctx.uow, ctx.who, [ctx.project]))


def _event(ctx: Context, what: str) -> Event:
    return Event(at=ctx.now, who=ctx.who.user, project_id=ctx.project.id, noun=NOUN, number=0, what=what)


@dataclass(frozen=True)
class Case:
    """Somebody who left, and what became of all that they owned then."""

    project: Project
    person: Person
    theirs: list[ActionItem]
    """Those that nobody took over yet."""
    settled: list[ActionItem]
    back: bool


def notice_of(project: Project, left: Event) -> Notice:
    """One for each time that somebody leaves."""
    told = project.notice(KIND, (left.after or {})["to"], user=left.who, left=left.id)
    return told.evolve(goes_with=event_subject(left.id))


def departure_of(ctx: Context, user: str) -> Event | None:
    """The event of somebody's leaving; None for those who never left with something, or are back."""
    last = ctx.uow.log.last_of(ctx.project.id, user, NOUN)
    return last if last is not None and last.what == LEFT else None


def case_of(uow: UnitOfWork, project_id: int, left_id: int) -> Case | None:
    project, left = uow.projects.get(project_id), uow.log.get(left_id)
    if project is None or left is None or left.project_id != project.id:
        return None
    person = uow.people.get(project.team, left.who)
    if person is None:
        return None
    found = (uow.of(ActionItems).get(project.id, number) for number in (left.after or {})["numbers"])
    items = [item for item in found if item is not None]
    theirs = [item for item in items if item.open and responsible_for(item) == left.who]
    last = uow.log.last_of(project.id, left.who, NOUN)
    back = last is not None and last.id != left.id
    return Case(project, person, theirs, [item for item in items if item not in theirs], back)


def action_item_changed(ctx: Context, fact: ItemChanged) -> None:
    """Bring the message about somebody who left up to date."""
    for user in fact.concerned:
        left = departure_of(ctx, user)
        if left is not None:
            show_again(ctx, notice_of(ctx.project, left), fact.event)
