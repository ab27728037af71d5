"""Listeners of what a project manager decides in the message that asks them to."""

from datetime import date, datetime

from bot.action_items.facts import NOUN as ITEMS
from bot.core.context import PersonContext
from bot.core.jobs import Notice
from bot.core.ports import UnitOfWork
from bot.escalations import decide
from bot.escalations.notifications import PROPOSAL, asked_in
from bot.texts import Texts
from handlers.escalations import views
from handlers.records.desk import picked, pressed
from handlers.slack.registry import Registry
from handlers.slack.reply import Message


def register(registry: Registry) -> None:
    registry.click(views.DUE, picked(decide.move, date.fromisoformat))
    registry.click(views.OWNER, picked(decide.hand_over))
    registry.click(views.KEEP, pressed(decide.keep))
    registry.click(views.DROP, pressed(decide.drop))
    registry.notice(PROPOSAL, proposal)
    registry.detail(ITEMS, views.ladder)


def proposal(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    """Where an earlier version asked in a message of its own; what it did not send is in a morning's."""
    manager = uow.people.get(notice.team, notice.to)
    if manager is None:
        return None
    questions = asked_in(PersonContext(uow, now, manager), date.fromisoformat(notice.about["day"]))
    stands = uow.sent_messages.get(notice.key) is not None
    return views.proposal(uow, questions, texts, now) if stands else None
