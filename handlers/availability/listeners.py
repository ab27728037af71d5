"""`/spil calendar`: the calendars that one linked, and the form that links one. Nobody else sees them."""

import re
from functools import partial

from slack_sdk.models.blocks import Block

from bot.availability import links as use
from bot.availability.errors import NoCalendarAddress
from bot.availability.model import CalendarLink
from bot.core.context import PersonContext
from bot.texts import Texts
from handlers.availability import notices, views
from handlers.slack.help import HELP, one_command
from handlers.slack.registry import CommandName, Registry
from handlers.slack.reply import Message, Open, RefreshHome, Replace, Reply, Say, sentence
from handlers.slack.request import Click, Command, Request, Submission

WORD = CommandName(
    "calendar", "agenda", "Link your calendar, so that I know when you're busy", "", also=("calendars",)
)
LIST = ("", "list", "lijst")
LINKING = re.compile(r"(?:link|koppel|add)\s+", re.IGNORECASE)


def register(registry: Registry) -> None:
    registry.command(WORD, partial(command, registry))
    registry.click(views.LINK, link_pressed)
    registry.click(views.REMOVE, partial(removed, registry))
    registry.submission(views.FORM, filled_in)
    registry.notice(use.LINKED, notices.linked)
    registry.notice(use.DEAD, notices.dead)
    registry.rows[use.DEAD] = notices.dead_row


def command(registry: Registry, request: Command) -> Reply:
    """An address behind it is linked at once."""
    text = LINKING.sub("", request.plain(request.text), count=1)
    if text.lower() in LIST:
        return Say(_list(registry, request))
    if text.lower() in HELP:
        return Say(one_command(registry, WORD, request.texts))
    if "://" not in text:
        raise NoCalendarAddress(request.typed)
    return _given(request, use.give(request.anywhere, text, None, None))


def link_pressed(request: Click) -> Reply:
    link = use.own(request.anywhere, int(request.value)) if request.value != views.NEW else None
    about = {"link": link.id if link else 0, "home": request.in_home, "channel": request.channel}
    return Open(views.form(link, request.texts, about))


def filled_in(request: Submission) -> Reply:
    fields = request.fields
    given = fields.text("address") or "", fields.text("account"), fields.text("password")
    link = use.give(request.anywhere, *given, link_id=request.about["link"])
    return RefreshHome() if request.about["home"] else _given(request, link)


def removed(registry: Registry, request: Click) -> Reply:
    link = use.remove(request.anywhere, int(request.value))
    told = request.texts.calendar_removed(link.host)
    shown = _list(registry, request)
    return Replace(Message(told, [*sentence(told).blocks, *shown.blocks]))


def home_section(ctx: PersonContext, texts: Texts, *, meets: bool) -> list[Block]:
    """`meets`: they have meetings ahead."""
    return views.home(ctx, use.mine(ctx), meets, texts)


def _given(request: Request, link: CalendarLink) -> Reply:
    """What becomes of it is told in person, where this need not be said twice."""
    in_person = request.channel.startswith("D")
    return Reply() if in_person else Say(sentence(request.texts.calendar_tried(link.host)))


def _list(registry: Registry, request: Request) -> Message:
    ctx = request.anywhere
    more = [block for rows in registry.beside_calendars for block in rows(ctx, request.texts)]
    return views.listing(ctx, use.mine(ctx), request.texts, more)
