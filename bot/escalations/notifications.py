"""Escalation of what stays overdue or moves too often: who is told, who is asked, what needs a decision.

It is computed from how things stand; only that somebody was asked is logged, so that they are asked once.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.action_items.dependencies import responsible_for
from bot.action_items.facts import ItemChanged
from bot.action_items.model import ActionItem
from bot.action_items.notices import NOUN as ITEMS
from bot.action_items.notices import card, mine
from bot.action_items.ports import ActionItems
from bot.core.access import projects_of
from bot.core.calendar import local
from bot.core.changes import show_again
from bot.core.context import Context, PersonContext
from bot.core.events import CLOCK, Event, effective_events
from bot.core.jobs import Notice, batch_subject, post
from bot.core.ports import UnitOfWork
from bot.core.project import Project
from bot.escalations import model as rules
from bot.escalations.model import Decided, Why
from bot.people.hours import contact_hours_of, wants
from bot.people.preferences import Rule

NOUN = "escalations"
DECIDED, PROPOSED = "decided", "proposed"
"""The log's words for what the project manager decided of an item, and for asking them to."""
PROPOSAL = "escalations.proposal"
DAY = timedelta(days=1)
MOST = 15
"""Items that are put to somebody in one morning; the rest follow on the next."""


@dataclass(frozen=True)
class Question:
    """A question that a project manager was asked about an item, which is as it is now."""

    project: Project
    item: ActionItem
    why: Why
    open: bool
    """Not settled yet."""


def decided_on(
    uow: UnitOfWork, project: Project, item: ActionItem, until: datetime | None = None
) -> Decided | None:
    """Return the last decision that still holds, as known at `until`."""
    events = uow.log.of_item(project.id, ITEMS, item.number)
    known = [event for event in events if until is None or event.at <= until]
    last = next((event for event in reversed(effective_events(known)) if event.what == DECIDED), None)
    if last is None:
        return None
    return Decided(local(last.at, project.zone).date(), int((last.after or {})["times_postponed"]))


def undecided(ctx: Context, items: Iterable[ActionItem]) -> list[ActionItem]:
    """Those that need a decision, as known at the context's moment."""
    project, today = ctx.project, ctx.today
    # Looked up only for what would need one, had nothing been decided.
    return [
        item
        for item in items
        if rules.needs_decision(item, project, today, None)
        and rules.needs_decision(item, project, today, decided_on(ctx.uow, project, item, ctx.now))
    ]


def late_with_others(ctx: PersonContext, projects: Iterable[Project], day: date) -> list[ActionItem]:
    """Items that stay overdue with others in the projects that the person manages."""
    return [
        item
        for project in projects
        if project.manager == ctx.who.user
        for item in ctx.uow.of(ActionItems).of_project(project.id, open=True, due_before=day)
        if responsible_for(item) != ctx.who.user
        and rules.step_of(item, project, day, None)
        and rules.step_of(item, project, day, decided_on(ctx.uow, project, item))
    ]


def propose(ctx: PersonContext, occasion: str) -> None:
    """Ask a manager, in their morning, what they were not asked yet, in one message; and let cards say what
    is ahead."""
    uow, now, manager, day = ctx.uow, ctx.now, ctx.who, ctx.own_today
    asked = to_ask(ctx, day)[:MOST] if wants(uow, manager, Rule.ladder) else []
    for item, why, mark in asked:
        _log(ctx, item, why, mark)
    if asked:
        evening = contact_hours_of(uow, manager, now).evening(now)
        uow.jobs.add(post(notice_of(manager.team, manager.user, day), occasion, now, expires_at=evening))
    for project in _managed(ctx, day):
        near = rules.working_day(day, 1, project.works) + DAY
        for item in uow.of(ActionItems).of_project(project.id, open=True, due_before=near):
            if rules.changes_its_card(item, project, day):
                _show_cards(ctx, project, item, occasion)


def to_ask(ctx: PersonContext, day: date) -> list[tuple[ActionItem, Why, str]]:
    """Items that reached their escalation level by that day and were not put to the manager yet, each with
    what makes it new."""
    return [
        (item, why, mark)
        for project in _managed(ctx, day)
        for item in ctx.uow.of(ActionItems).climbing(project.id, day, project.most_postponements)
        for why, mark in rules.questions(item, project, day, decided_on(ctx.uow, project, item))
        if not _asked(ctx, item, why, mark)
    ]


def _managed(ctx: PersonContext, day: date) -> list[Project]:
    seen = projects_of(ctx.uow, ctx.who)
    return [each for each in seen if each.manager == ctx.who.user and each.works(day)]


def notice_of(team: str, user: str, day: date) -> Notice:
    """One for each of a manager's mornings."""
    about = {"day": day.isoformat()}
    return Notice(kind=PROPOSAL, team=team, to=user, about=about, goes_with=batch_subject(_batch(user, day)))


def asked_in(ctx: PersonContext, day: date) -> list[Question]:
    """Questions that the manager was asked that morning, of the projects that they may see."""
    projects = {project.id: project for project in projects_of(ctx.uow, ctx.who)}
    events = ctx.uow.log.of_batch(_batch(ctx.who.user, day))
    seen = [event for event in events if event.project_id in projects]
    return [asked for event in seen if (asked := _question(ctx, projects[event.project_id], event))]


def action_item_changed(ctx: Context, fact: ItemChanged) -> None:
    """Bring the questions that managers were asked about it up to date."""
    project, before = ctx.project, fact.before
    if before is None or not concerned(before, project, ctx.today):
        return
    events = ctx.uow.log.of_item(project.id, NOUN, before.number)
    for to, day in dict.fromkeys(((event.after or {})["to"], (event.after or {})["day"]) for event in events):
        show_again(ctx, notice_of(project.team, to, date.fromisoformat(day)), fact.event)


def _question(ctx: PersonContext, project: Project, event: Event) -> Question | None:
    item, about = ctx.uow.of(ActionItems).get(project.id, event.number), event.after or {}
    if item is None:
        return None
    today, why = local(ctx.now, project.zone).date(), Why(about["why"])
    still = rules.questions(item, project, today, decided_on(ctx.uow, project, item))
    return Question(project, item, why, (why, about["mark"]) in still)


def concerned(item: ActionItem, project: Project, today: date) -> bool:
    """Whether anything can have been asked of it, or decided; as `ActionItems.climbing` finds them."""
    return item.overdue(today) or item.times_postponed >= project.most_postponements


def _asked(ctx: PersonContext, item: ActionItem, why: Why, mark: str) -> bool:
    """Whether it reached the manager: what did not, as while we were down, is asked again."""
    for event in ctx.uow.log.of_item(item.project_id, NOUN, item.number):
        about = event.after or {}
        if (about["why"], about["mark"], about["to"]) == (why, mark, ctx.who.user):
            notice = notice_of(ctx.who.team, ctx.who.user, date.fromisoformat(about["day"]))
            if ctx.uow.sent_messages.get(notice.key) is not None:
                return True
    return False


def _log(ctx: PersonContext, item: ActionItem, why: Why, mark: str) -> None:
    user, day = ctx.who.user, ctx.own_today
    ctx.uow.log.add(
        Event(
            at=ctx.now,
            who=CLOCK,
            project_id=item.project_id,
            noun=NOUN,
            number=item.number,
            what=PROPOSED,
            after={"why": why, "mark": mark, "to": user, "day": day.isoformat()},
            batch=_batch(user, day),
        )
    )


def _batch(user: str, day: date) -> str:
    return f"{NOUN}:{user}:{day}"


def _show_cards(ctx: PersonContext, project: Project, item: ActionItem, occasion: str) -> None:
    user = responsible_for(item)
    for notice in (card(project, item), *([mine(project, item, user)] if user else [])):
        show_again(ctx, notice, occasion)
