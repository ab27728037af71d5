"""Escalation of what stays overdue or moves too often: who is told, who is asked, what needs a decision.

It is computed from how things stand; only that somebody was asked is logged, so that they are asked once.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from operator import itemgetter

from bot.action_items import change
from bot.action_items.dependencies import responsible_for
from bot.action_items.facts import NOUN as ITEMS
from bot.action_items.facts import ItemChanged, card, mine
from bot.action_items.model import ActionItem, ActionItems, reconciled, revised, with_due
from bot.action_items.noun import ACTION_ITEM
from bot.action_items.validated import check_due, check_owner
from bot.core import records
from bot.core.calendar import local
from bot.core.context import Context, PersonContext, projects_of, show_again
from bot.core.errors import AlreadyDone
from bot.core.events import CLOCK, Event, effective_events
from bot.core.jobs import Notice, batch_subject
from bot.core.ports import UnitOfWork
from bot.core.project import Project
from bot.escalations import model as rules
from bot.escalations.model import Decided, NotManager, Why
from bot.people.hours import preferences_of
from bot.people.preferences import Preferences, Rule
from bot.people.quiet_hours import morning_notice

NOUN = "escalations"
DECIDED, PROPOSED = "decided", "proposed"
"""The log's words for what the project manager decided of an item, and for asking them to."""
PROPOSAL = "escalations.proposal"
Key = tuple[int, int]
"""Project and number of an item."""
DAY = timedelta(days=1)
MOST = 10
"""Items that are put to somebody in one morning; the rest follow on the next."""


@dataclass(frozen=True)
class Question:
    """A question that a project manager was asked about an item, which is as it is now."""

    project: Project
    item: ActionItem
    why: Why
    open: bool
    """Not settled yet."""


@dataclass(frozen=True)
class Climbing:
    """Items of a manager's that may escalate, project by project, and what was decided of them."""

    items: list[tuple[Project, ActionItem]]
    decided: Mapping[Key, Decided]

    def on(self, day: date) -> Iterator[tuple[Project, ActionItem, Decided | None]]:
        """Those of the projects that work on the day."""
        for project, pairs in groupby(self.items, itemgetter(0)):
            if project.works(day):
                yield from ((project, item, self.decided.get(_key(item))) for _project, item in pairs)


def decided_on(uow: UnitOfWork, project: Project, item: ActionItem) -> Decided | None:
    """Return the last decision that still holds."""
    return decisions_on(uow, [(project, item)]).get(_key(item))


def decisions_on(
    uow: UnitOfWork, found: Iterable[tuple[Project, ActionItem]], until: datetime | None = None
) -> dict[Key, Decided]:
    """The last decisions that still hold, as known at `until`, of those of the items that have one."""
    zones = {_key(item): project.zone for project, item in found}
    told: dict[Key, list[Event]] = defaultdict(list)
    for event in uow.log.of_items(zones, ITEMS, DECIDED):
        if until is None or event.at <= until:
            told[event.project_id, event.number].append(event)
    decided = {}
    for key, events in told.items():
        last = next((event for event in reversed(effective_events(events)) if event.what == DECIDED), None)
        if last is not None:
            day = local(last.at, zones[key]).date()
            decided[key] = Decided(day, int((last.after or {})["times_postponed"]))
    return decided


def undecided(ctx: Context, items: Iterable[ActionItem]) -> list[ActionItem]:
    """Those that need a decision, as known at the context's moment."""
    project, today = ctx.project, ctx.today
    # Looked up only for what would need one, had nothing been decided.
    found = [item for item in items if rules.needs_decision(item, project, today, None)]
    decided = decisions_on(ctx.uow, [(project, item) for item in found], ctx.now)
    return [item for item in found if rules.needs_decision(item, project, today, decided.get(_key(item)))]


def climbing(
    ctx: PersonContext, preferences: Preferences, projects: Iterable[Project], days: Sequence[date]
) -> Climbing:
    """Read what may escalate on these days in projects that the person manages, if they want to be told."""
    managed = [project for project in projects if project.manager == ctx.who.user]
    if not managed or not days or not preferences.wants(Rule.ladder):
        return Climbing([], {})
    postponed = min(project.most_postponements for project in managed)
    due_before = max(days) - (min(project.ladder[0] for project in managed) - 1) * DAY
    items = ctx.uow.of(ActionItems).climbing([each.id for each in managed], due_before, postponed)
    place = {project.id: at for at, project in enumerate(managed)}
    by_project = sorted(items, key=lambda item: place[item.project_id])
    found = [(managed[place[item.project_id]], item) for item in by_project]
    return Climbing(found, decisions_on(ctx.uow, found))


def late_with_others(
    user: str, items: Iterable[tuple[Project, ActionItem, Decided | None]], day: date
) -> list[ActionItem]:
    """Those that stay overdue on that day with others than the manager."""
    return [
        item
        for project, item, decided in items
        if responsible_for(item) != user and rules.step_of(item, project, day, decided)
    ]


def propose(ctx: PersonContext, occasion: str) -> bool:
    """Note what a manager is newly asked this morning; let cards say what is ahead. Is there anything?"""
    uow, manager, day = ctx.uow, ctx.who, ctx.own_today
    projects = projects_of(uow, manager)
    asked = to_ask(ctx, climbing(ctx, preferences_of(uow, manager), projects, [day]), [day])[day][:MOST]
    for item, why, mark in asked:
        _log(ctx, item, why, mark)
    for project in projects:
        if project.manager != manager.user or not project.works(day):
            continue
        near = rules.working_day(day, 1, project.works) + DAY
        for item in uow.of(ActionItems).of_project(project.id, open=True, due_before=near):
            if rules.changes_its_card(item, project, day):
                _show_cards(ctx, project, item, occasion)
    return bool(asked)


def to_ask(
    ctx: PersonContext, climbing: Climbing, days: Sequence[date]
) -> dict[date, list[tuple[ActionItem, Why, str]]]:
    """By day, items at their level by then and not put to the manager yet, with what makes each new."""
    asked = _asked(ctx, [item for _project, item in climbing.items])
    return {
        day: [
            (item, why, mark)
            for project, item, decided in climbing.on(day)
            for why, mark in rules.questions(item, project, day, decided)
            if (_key(item), why, mark) not in asked
        ]
        for day in days
    }


def _key(item: ActionItem) -> Key:
    return item.project_id, item.number


def notice_of(team: str, user: str, day: date) -> Notice:
    """The message of its own in which an earlier version asked."""
    about = {"day": day.isoformat()}
    return Notice(kind=PROPOSAL, team=team, to=user, about=about, goes_with=batch_subject(_batch(user, day)))


def asked_in(ctx: PersonContext, day: date) -> list[Question]:
    """Questions that the manager was asked that morning, of the projects that they may see."""
    projects = {project.id: project for project in projects_of(ctx.uow, ctx.who)}
    events = ctx.uow.log.of_batch(_batch(ctx.who.user, day))
    seen = [event for event in events if event.project_id in projects]
    items = ctx.uow.of(ActionItems).get_many((event.project_id, event.number) for event in seen)
    decided = decisions_on(ctx.uow, [(projects[item.project_id], item) for item in items.values()])
    return [
        _question(ctx, projects[item.project_id], item, event.after or {}, decided)
        for event in seen
        if (item := items.get((event.project_id, event.number)))
    ]


def action_item_changed(ctx: Context, fact: ItemChanged) -> None:
    """Bring the questions that managers were asked about it up to date."""
    project, before = ctx.project, fact.before
    if before is None or not concerned(before, project, ctx.today):
        return
    events = ctx.uow.log.of_item(project.id, NOUN, before.number)
    for to, day in dict.fromkeys(((event.after or {})["to"], (event.after or {})["day"]) for event in events):
        for asked_in in (notice_of, morning_notice):
            show_again(ctx, asked_in(project.team, to, date.fromisoformat(day)), fact.event)


def _question(
    ctx: PersonContext,
    project: Project,
    item: ActionItem,
    about: Mapping[str, str],
    decided: Mapping[Key, Decided],
) -> Question:
    today, why = local(ctx.now, project.zone).date(), Why(about["why"])
    still = rules.questions(item, project, today, decided.get(_key(item)))
    return Question(project, item, why, (why, about["mark"]) in still)


def concerned(item: ActionItem, project: Project, today: date) -> bool:
    """Whether anything can have been asked of it, or decided; as `ActionItems.climbing` finds them."""
    return item.overdue(today) or item.times_postponed >= project.most_postponements


def _asked(ctx: PersonContext, items: Iterable[ActionItem]) -> set[tuple[Key, str, str]]:
    """Questions that reached the manager: what did not, as while we were down, is asked again."""
    team, user, by_notice = ctx.who.team, ctx.who.user, defaultdict[str, set[tuple[Key, str, str]]](set)
    for event in ctx.uow.log.of_items(map(_key, items), NOUN, PROPOSED):
        about = event.after or {}
        if event.what == PROPOSED and about["to"] == user:
            for asked_in in (notice_of, morning_notice):
                key = asked_in(team, user, date.fromisoformat(about["day"])).key
                by_notice[key].add(((event.project_id, event.number), about["why"], about["mark"]))
    standing = ctx.uow.sent_messages.standing(by_notice)
    return set().union(*(by_notice[key] for key in standing))


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


def move(ctx: Context, number: int, due: date | None) -> ActionItem:
    """Move it to another date, which is no postponement that asks for the next decision."""
    item = _to_decide(ctx, number)
    check_due(ctx, due)
    return _decided(ctx, item, with_due(item, due))


def hand_over(ctx: Context, number: int, owner: str | None) -> ActionItem:
    """Give it to another owner, for whom it begins at the first escalation level."""
    item = _to_decide(ctx, number)
    check_owner(ctx, owner)
    return _decided(ctx, item, revised(item, owner=owner))


def keep(ctx: Context, number: int) -> ActionItem:
    """Decide that it stays as it is."""
    item = _to_decide(ctx, number)
    return _decided(ctx, item, revised(item))


def drop(ctx: Context, number: int) -> ActionItem:
    _to_decide(ctx, number)
    return change.drop(ctx, number)


def _to_decide(ctx: Context, number: int) -> ActionItem:
    """Raise NotManager, UnknownNumber or AlreadyDone."""
    if ctx.who.user != ctx.project.manager:
        raise NotManager(ctx.project.manager)
    item = change.get(ctx, number)
    if not item.open:
        raise AlreadyDone(ITEMS, number, item.status)
    return item


def _decided(ctx: Context, before: ActionItem, revised: ActionItem) -> ActionItem:
    """Logged also where nothing but the version changes: that it stays so is the decision."""
    item = reconciled(before, revised, ctx.who.user, ctx.now)
    return records.put(ctx, ACTION_ITEM, DECIDED, before, item)
