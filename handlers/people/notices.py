"""Messages about who stands in for whom, rendered as things are when they are sent."""

from datetime import date, datetime

from bot.core.calendar import local
from bot.core.jobs import Notice
from bot.core.ports import UnitOfWork
from bot.people.ports import Absences
from bot.texts import Texts
from handlers.slack.names import names
from handlers.slack.reply import Message, sentence


def deputy(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    """To who was named; what is not so any more says so where it stands, and is not sent anew."""
    about, absence = notice.about, uow.of(Absences).get(notice.about["absence"])
    first, last = (date.fromisoformat(about[each]) for each in ("first", "last"))
    name = names(uow, notice.team)(about["user"])
    holds = absence is not None and (absence.user, absence.first, absence.last, absence.deputy) == (
        about["user"],
        first,
        last,
        notice.to,
    )
    if not holds and uow.sent_messages.get(notice.key) is None:
        return None
    say = texts.away_named if holds else texts.away_named_no_more
    reader = uow.people.get(notice.team, notice.to)
    return sentence(say(name, first, last, local(now, reader.zone if reader else "UTC").date()))
