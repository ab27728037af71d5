"""Messages about a record of any noun, rendered as it is when they are sent."""

from collections.abc import Callable
from datetime import datetime

from bot.core.context import by_clock
from bot.core.jobs import Notice
from bot.core.nouns import Noun, R
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.texts import Texts
from handlers.records import views
from handlers.records.desk import FullDesk, See
from handlers.slack.registry import Render
from handlers.slack.reply import Message


def of_record(noun: Noun[R], render: Callable[[R, See, Notice], Message | None]) -> Render:
    """Nothing is said when the record or its project is gone."""

    def rendered(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
        project = uow.projects.get(notice.about["project"])
        found = uow.of(noun.records).get(notice.about["project"], notice.about["number"])
        if project is None or found is None:
            return None
        return render(found, See(by_clock(uow, now, project), texts), notice)

    return rendered


def in_person(noun: Noun[R], tell: Callable[[R, See, Person, Notice], Message | None]) -> Render:
    """Nothing to whom we don't know."""

    def render(record: R, see: See, notice: Notice) -> Message | None:
        person = see.ctx.uow.people.get(notice.team, notice.to)
        return tell(record, see, person, notice) if person else None

    return of_record(noun, render)


def card(desk: FullDesk[R]) -> Render:
    """In the project's channel."""
    return of_record(desk.noun, lambda record, see, _notice: views.card(desk, record, see))
