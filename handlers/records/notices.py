"""Messages about a record of any noun, rendered as it is when they are sent."""

from datetime import datetime

from bot.core.context import Context, by_clock
from bot.core.jobs import Notice
from bot.core.nouns import Noun, R
from bot.core.ports import UnitOfWork
from bot.texts import Texts
from handlers.records import views
from handlers.records.desk import FormDesk, See
from handlers.slack.registry import Render
from handlers.slack.reply import Message


def shown(noun: Noun[R], uow: UnitOfWork, notice: Notice, now: datetime) -> tuple[Context, R] | None:
    """The record that a notice is about, and its project's context; None when either is gone."""
    project = uow.projects.get(notice.about["project"])
    record = uow.of(noun.records).get(notice.about["project"], notice.about["number"])
    return (by_clock(uow, now, project), record) if project and record else None


def card(desk: FormDesk[R]) -> Render:
    """In the project's channel."""

    def render(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
        found = shown(desk.noun, uow, notice, now)
        return views.card(desk, found[1], See(found[0], texts)) if found else None

    return render
