"""What climbs the ladder of its project: who is told of it, who is asked, and what needs a decision.

It is computed from how things stand; only that somebody was asked is logged, so that he is asked once.
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
from bot.core.events import CLOCK, Event, effective_events
from bot.core.jobs import Notice, batch_subject, post
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.core.project import Project
from bot.escalations import model as rules
from bot.escalations.model import Decided, Why
from bot.people.hours import contact_hours_of, wants
from bot.people.preferences import Rule

NOUN = "escalations"
DECIDED, PROPOSED = "decided", "proposed"
"""The log's words for what the project manager decided of an item, and for asking him to."""
PROPOSAL = "escalations.proposal"
DAY = timedelta(days=1)
MOST = 15
"""Items that are put to somebody in one morning; the rest follow on the next."""


@dataclass(frozen=True)
class Question:
    """What a project manager was asked about an item, which is as it is now."""

    project: Project
    item: ActionItem
    why: Why
    open: bool
    """Not settled yet."""


def decided_on(
    uow: UnitOfWork, project: Project, item: ActionItem, until: datetime | None = None
) -> Decided | None:
    """What was decided last of what still holds, as known at `until`."""
    events = uow.log.of_item(project.id, ITEMS, item.number)
    known = [event for event in events if until is None or event.at <= until]
    last = next((event for event in reversed(effective_events(known)) if event.what == DECIDED), None)
    if last is None:
        return None
    return Decided(local(last.at, project.zone).date(), int((last.after or {})["times_postponed"]))


def undecided(
    uow: UnitOfWork, project: Project, items: Iterable[ActionItem], today: date, until: datetime
) -> list[ActionItem]:
    """Those that need a decision on `today`, as known at `until`."""
    # Looked up only for what would need one, had nothing been decided.
    return [
        item
        for item in items
        if rules.needs_decision(item, project, today, None)
        and rules.needs_decision(item, project, today, decided_on(uow, project, item, until))
    ]


def late_with_others(
    uow: UnitOfWork, person: Person, projects: Iterable[Project], day: date
) -> list[ActionItem]:
    """What stays overdue with others in the projects that he manages."""
    return [
        item
        for project in projects
        if project.manager == person.user
        for item in uow.of(ActionItems).of_project(project.id, open=True, due_before=day)
        if responsible_for(item) != person.user
        and rules.step_of(item, project, day, None)
        and rules.step_of(item, project, day, decided_on(uow, project, item))
    ]


def propose(uow: UnitOfWork, now: datetime, manager: Person, occasion: str) -> None:
    """In his morning: what he was not asked yet, in one message; and cards say what is ahead."""
    day = local(now, manager.zone).date()
    asked = to_ask(uow, manager, day)[:MOST] if wants(uow, manager, Rule.ladder) else []
    for item, why, mark in asked:
        _log(uow, now, manager, item, why, mark)
    if asked:
        evening = contact_hours_of(uow, manager, now).evening(now)
        uow.jobs.add(post(notice_of(manager.team, manager.user, day), occasion, now, expires_at=evening))
    for project in _managed(uow, manager, day):
        near = rules.working_day(day, 1, project.works) + DAY
        for item in uow.of(ActionItems).of_project(project.id, open=True, due_before=near):
            if rules.changes_its_card(item, project, day):
                _show_cards(uow, now, project, item, occasion)


def to_ask(uow: UnitOfWork, manager: Person, day: date) -> list[tuple[ActionItem, Why, str]]:
    """What reached its step by that day and was not put to him yet, each with what makes it new."""
    return [
        (item, why, mark)
        for project in _managed(uow, manager, day)
        for item in uow.of(ActionItems).climbing(project.id, day, project.most_postponements)
        for why, mark in rules.questions(item, project, day, decided_on(uow, project, item))
        if not _asked(uow, manager, item, why, mark)
    ]


def _managed(uow: UnitOfWork, manager: Person, day: date) -> list[Project]:
    return [each for each in projects_of(uow, manager) if each.manager == manager.user and each.works(day)]


def notice_of(team: str, user: str, day: date) -> Notice:
    """One for each of his mornings."""
    about = {"day": day.isoformat()}
    return Notice(kind=PROPOSAL, team=team, to=user, about=about, goes_with=batch_subject(_batch(user, day)))


def asked_in(uow: UnitOfWork, manager: Person, day: date, now: datetime) -> list[Question]:
    """What he was asked that morning, of the projects that he may see."""
    projects = {project.id: project for project in projects_of(uow, manager)}
    events = [event for event in uow.log.of_batch(_batch(manager.user, day)) if event.project_id in projects]
    return [
        question for event in events if (question := _question(uow, projects[event.project_id], event, now))
    ]


def action_item_changed(uow: UnitOfWork, now: datetime, fact: ItemChanged) -> None:
    """Where somebody was asked about it, he reads how it is now."""
    project, before = fact.project, fact.before
    today = local(now, project.zone).date()
    if before is None or not concerned(before, project, today):
        return
    events = uow.log.of_item(project.id, NOUN, before.number)
    for to, day in dict.fromkeys(((event.after or {})["to"], (event.after or {})["day"]) for event in events):
        show_again(uow, now, notice_of(project.team, to, date.fromisoformat(day)), fact.event)


def _question(uow: UnitOfWork, project: Project, event: Event, now: datetime) -> Question | None:
    item, about = uow.of(ActionItems).get(project.id, event.number), event.after or {}
    if item is None:
        return None
    today, why = local(now, project.zone).date(), Why(about["why"])
    still = rules.questions(item, project, today, decided_on(uow, project, item))
    return Question(project, item, why, (why, about["mark"]) in still)


def concerned(item: ActionItem, project: Project, today: date) -> bool:
    """Whether anything can have been asked of it, or decided; as `ActionItems.climbing` finds them."""
    return item.overdue(today) or item.times_postponed >= project.most_postponements


def _asked(uow: UnitOfWork, manager: Person, item: ActionItem, why: Why, mark: str) -> bool:
    """What never reached him, as while we were down, is asked again."""
    for event in uow.log.of_item(item.project_id, NOUN, item.number):
        about = event.after or {}
        if (about["why"], about["mark"], about["to"]) == (why, mark, manager.user):
            notice = notice_of(manager.team, manager.user, date.fromisoformat(about["day"]))
            if uow.sent_messages.get(notice.key) is not None:
                return True
    return False


def _log(uow: UnitOfWork, now: datetime, manager: Person, item: ActionItem, why: Why, mark: str) -> None:
    day = local(now, manager.zone).date()
    uow.log.add(
        Event(
            at=now,
            who=CLOCK,
            project_id=item.project_id,
            noun=NOUN,
            number=item.number,
            what=PROPOSED,
            after={"why": why, "mark": mark, "to": manager.user, "day": day.isoformat()},
            batch=_batch(manager.user, day),
        )
    )


def _batch(user: str, day: date) -> str:
    return f"{NOUN}:{user}:{day}"


def _show_cards(uow: UnitOfWork, now: datetime, project: Project, item: ActionItem, occasion: str) -> None:
    user = responsible_for(item)
    for notice in (card(project, item), *([mine(project, item, user)] if user else [])):
        show_again(uow, now, notice, occasion)
