"""Somebody leaves a project, or the workspace: who takes over what he owns is asked once, in one message."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from bot.action_items import model as rules
from bot.action_items.change import change, give
from bot.action_items.counter_proposal_notices import ask_who_is_there
from bot.action_items.ports import ActionItems
from bot.action_items.validated import check_owner
from bot.core.access import in_project, project_numbered, sees
from bot.core.changes import new_batch, show_again
from bot.core.context import Context, by_clock
from bot.core.errors import NotAllowed
from bot.core.events import Event
from bot.core.jobs import post
from bot.core.people import Kind, Person
from bot.core.ports import UnitOfWork
from bot.core.project import Project
from bot.offboarding.notifications import BACK, LEFT, NOUN, Case, case_of, notice_of, standing_out
from bot.people.hours import next_moment
from bot.reminders.daily_summary import owned

LATELY = timedelta(hours=2)
WITHDRAWN = "withdrawn"
"""The log's word for a counter-offer that goes with who made it."""


def left(uow: UnitOfWork, now: datetime, who: Person, projects: Iterable[Project]) -> None:
    """Told of it twice, it is done once; who owns nothing open in a project leaves it in silence."""
    for project in projects:
        if who.kind is Kind.member and not _present(uow, who.user, project):
            _left(uow, now, who, project)


def notice_all(uow: UnitOfWork, now: datetime) -> None:
    """Who left while we did not hear of it, as far as we know lately who is present."""
    for project in uow.projects.all():
        known_at = uow.people.members_known_at(project.team, project.channel)
        present = uow.people.members(project.team, project.channel)
        if not present or known_at is None or now - known_at > LATELY:
            continue
        for user in uow.of(ActionItems).responsible_in(project.id):
            person = uow.people.get(project.team, user)
            if person is not None:
                left(uow, now, person, [project])


def back(uow: UnitOfWork, now: datetime, who: Person, projects: Iterable[Project]) -> None:
    """What nobody took over is still his."""
    for project in projects:
        out = standing_out(uow, project, who.user)
        if out is not None and _present(uow, who.user, project):
            event = uow.log.add(_event(now, who, project, BACK))
            show_again(uow, now, notice_of(project, out), event)


def take_over(
    uow: UnitOfWork,
    now: datetime,
    who: Person,
    project_id: int,
    left_id: int,
    owner: str | None,
    number: int | None = None,
) -> None:
    """Give one of his items, or without `number` all that are still his; raise why `owner` cannot be it."""
    project = project_numbered(uow, who, project_id)
    check_owner(Context(uow, now, who, project), owner)
    case = _case(uow, project, left_id)
    numbers = [item.number for item in case.his if number in (None, item.number)]
    batch = new_batch(uow, project.id) if number is None else None
    for each in numbers:
        give(in_project(uow, now, who, project.id).in_batch(batch), each, owner)


def asked(uow: UnitOfWork, project: Project, who: Person) -> Person | None:
    """Who is asked for a leaver: the project manager, or else the sponsor, who set it up, or who raised an
    item of his; the first of them who is present. None when nobody is."""
    for user in _candidates(uow, project, who):
        if user != who.user and _present(uow, user, project):
            return uow.people.get(project.team, user)
    return None


def _left(uow: UnitOfWork, now: datetime, who: Person, project: Project) -> None:
    if standing_out(uow, project, who.user) is not None:
        return
    _settle_offers(uow, now, who, project)
    items, to = owned(uow, who, [project]), asked(uow, project, who)
    former = uow.log.last_of(project.id, who.user, NOUN)
    # Of two processes that notice it at once the second waits here until the first is committed.
    if (
        not items
        or to is None
        or not uow.claim_key(f"left:{project.id}:{who.user}:{former and former.id}", now)
    ):
        return
    event = _event(now, who, project, LEFT)
    event = event.model_copy(
        update={"after": {"to": to.user, "numbers": sorted(item.number for item in items)}}
    )
    event = event.model_copy(update={"id": uow.log.add(event)})
    uow.jobs.add(post(notice_of(project, event), LEFT, next_moment(uow, to, now)))


def _settle_offers(uow: UnitOfWork, now: datetime, who: Person, project: Project) -> None:
    """What he asked is asked no more; what was asked of him, somebody else answers."""
    for item in uow.of(ActionItems).open_of_owner([project.id], who.user):
        if item.offered is not None and item.offered.by == who.user:
            change(
                Context(uow, now, who, project),
                item.number,
                WITHDRAWN,
                lambda held: rules.revised(held, counter_offer=None),
            )
    for item in uow.of(ActionItems).open_raised_by([project.id], who.user):
        ask_who_is_there(by_clock(uow, now, project), item, f"{LEFT}:{who.user}")


def _candidates(uow: UnitOfWork, project: Project, who: Person) -> Iterator[str]:
    yield project.manager
    if project.sponsor:
        yield project.sponsor
    yield from (event.who for event in uow.log.of_item(project.id, "projects", 0)[:1])
    yield from (item.raised_by for item in owned(uow, who, [project]))


def _case(uow: UnitOfWork, project: Project, left_id: int) -> Case:
    case = case_of(uow, project.id, left_id)
    if case is None:
        raise NotAllowed
    return case


def _present(uow: UnitOfWork, user: str, project: Project) -> bool:
    person = uow.people.get(project.team, user)
    return person is not None and sees(uow, person, project)


def _event(now: datetime, who: Person, project: Project, what: str) -> Event:
    return Event(at=now, who=who.user, project_id=project.id, noun=NOUN, number=0, what=what)
