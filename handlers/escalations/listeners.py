"""Listeners of what a project manager decides in the message that asks them to."""

from collections.abc import Callable
from datetime import date, datetime

from bot.action_items.facts import NOUN as ITEMS
from bot.action_items.model import ActionItem
from bot.core.context import Context, PersonContext
from bot.core.jobs import Notice
from bot.core.ports import UnitOfWork
from bot.escalations import decide
from bot.escalations.notifications import PROPOSAL, asked_in
from bot.texts import Texts
from handlers.escalations import views
from handlers.escalations.notes import ladder
from handlers.slack.registry import Registry
from handlers.slack.reply import Message, Reply
from handlers.slack.request import Click

Decide = Callable[[Context, int], ActionItem]


def register(registry: Registry) -> None:
    registry.click(views.DUE, due_chosen)
    registry.click(views.OWNER, owner_chosen)
    registry.click(views.KEEP, _pressed(decide.keep))
    registry.click(views.DROP, _pressed(decide.drop))
    registry.notice(PROPOSAL, proposal)
    registry.detail(ITEMS, ladder)


def due_chosen(request: Click) -> Reply:
    project_id, number = map(int, request.subject.split(":"))
    due = date.fromisoformat(request.value) if request.value else None
    decide.move(request.of(project_id), number, due)
    return Reply()


def owner_chosen(request: Click) -> Reply:
    project_id, number = map(int, request.subject.split(":"))
    decide.hand_over(request.of(project_id), number, request.value or None)
    return Reply()


def _pressed(decided: Decide) -> Callable[[Click], Reply]:
    def listener(request: Click) -> Reply:
        project_id, number = map(int, request.value.split(":"))
        decided(request.of(project_id), number)
        return Reply()

    return listener


def proposal(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    """Where an earlier version asked in a message of its own; what it did not send is in a morning's."""
    manager = uow.people.get(notice.team, notice.to)
    if manager is None:
        return None
    questions = asked_in(PersonContext(uow, now, manager), date.fromisoformat(notice.about["day"]))
    stands = uow.sent_messages.get(notice.key) is not None
    return views.proposal(uow, questions, texts, now) if stands else None
