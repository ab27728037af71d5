"""Messages about a project, or a record of any noun in it, rendered as it is when they are sent."""

from collections.abc import Callable
from datetime import datetime

from bot.core.context import by_clock
from bot.core.jobs import Notice
from bot.core.nouns import Noun, R
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.texts import Texts
from handlers.records import views
from handlers.records.desk import FullDesk
from handlers.slack.registry import Render
from handlers.slack.reply import Message
from handlers.slack.request import See


def of_project(tell: Callable[[See, Notice], Message | None]) -> Render:
    """Nothing is said when the project is gone."""

    def rendered(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
        project = uow.projects.get(notice.about["project"])
        return tell(See(by_clock(uow, now, project), texts), notice) if project else None

    return rendered


def of_record(noun: Noun[R], render: Callable[[R, See, Notice], Message | None]) -> Render:
    """Nor when the record is."""

    def tell(see: See, notice: Notice) -> Message | None:
        found = see.ctx.uow.of(noun.records).get(see.ctx.project.id, notice.about["number"])
        return render(found, see, notice) if found else None

    return of_project(tell)


def in_person(noun: Noun[R], tell: Callable[[R, See, Person, Notice], Message | None]) -> Render:
    """Nothing to whom we don't know."""

    def render(record: R, see: See, notice: Notice) -> Message | None:
        person = see.ctx.uow.people.get(notice.team, notice.to)
        return tell(record, see, person, notice) if person else None

    return of_record(noun, render)


def card(desk: FullDesk[R]) -> Render:
    """In the project's channel."""
    return of_record(desk.noun, lambda record, see, _notice: views.card(desk, record, see))
