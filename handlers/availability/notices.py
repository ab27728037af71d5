"""Messages about linked calendars, rendered as things are when they are sent."""

from datetime import datetime

from slack_sdk.models.blocks import Block, ButtonElement

from bot.availability.model import CalendarLink
from bot.availability.ports import CalendarLinks
from bot.core.calendar import local
from bot.core.jobs import Notice
from bot.core.ports import UnitOfWork
from bot.texts import Texts
from handlers.availability import views
from handlers.slack import ui
from handlers.slack.reply import Message, sentence


def linked(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    """What stands of an earlier address stays as it is."""
    link = _link(uow, notice)
    if link and link.linked_at.isoformat() != notice.about["given"]:
        return None
    return views.linked(link, now, texts)


def dead(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    """To its owner; what is not so any more says so where it stands, and is not sent anew."""
    link = _link(uow, notice)
    if link and link.problem:
        told = _told(uow, link, texts, now)
        return sentence(told, *views.mending(link, texts.calendar_link_anew(), texts))
    if uow.sent_messages.get(notice.key) is None:
        return None
    if link is None or link.read_at is None:
        return sentence(texts.calendar_gone())
    return sentence(texts.calendar_alive(link.host, link.times_ahead(now)))


def dead_row(
    uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime, _open: ButtonElement | None
) -> list[Block]:
    """In the message of their morning."""
    link = _link(uow, notice)
    if link is None or not link.problem:
        return []
    anew = views.anew_button(link, texts.calendar_link_anew())
    return [ui.section(_told(uow, link, texts, now), accessory=anew)]


def _link(uow: UnitOfWork, notice: Notice) -> CalendarLink | None:
    return uow.of(CalendarLinks).get(notice.about["link"])


def _told(uow: UnitOfWork, link: CalendarLink, texts: Texts, now: datetime) -> str:
    owner = uow.people.get(link.team, link.user)
    zone = owner.zone if owner else "UTC"
    assert link.problem is not None
    last = local(link.read_at or link.linked_at, zone).date()
    return texts.calendar_dead(link.host, link.problem, last, local(now, zone).date())
