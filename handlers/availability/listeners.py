"""`/spil calendar`: the calendars that one linked, the form that links one, and what became of it. Nobody
else sees them."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

from slack_sdk.models.blocks import Block, ButtonElement
from slack_sdk.models.views import View

from bot.availability import links as use
from bot.availability.links import LONGEST, MOST
from bot.availability.model import CalendarLink, CalendarLinks, NoCalendarAddress
from bot.core.calendar import local
from bot.core.context import PersonContext
from bot.core.jobs import Notice
from bot.core.ports import UnitOfWork
from bot.texts import Texts
from handlers.slack import ui
from handlers.slack.help import HELP, one_command
from handlers.slack.registry import CommandName, Registry
from handlers.slack.reply import Message, Open, RefreshHome, Replace, Reply, Say, sentence
from handlers.slack.request import Click, Command, Request, Submission

WORD = CommandName(
    "calendar", "agenda", "Link your calendar, so that I know when you're busy", "", also=("calendars",)
)
LIST = ("", "list", "lijst")
LINKING = re.compile(r"(?:link|koppel|add)\s+", re.IGNORECASE)
FORM = "availability.form"
LINK = "availability.link"
"""Opens the form; the value is the id of a link that is to be changed, or NEW."""
REMOVE = "availability.remove"
NEW = "0"


def register(registry: Registry) -> None:
    registry.command(WORD, partial(command, registry))
    registry.click(LINK, link_pressed)
    registry.click(REMOVE, partial(removed, registry))
    registry.submission(FORM, filled_in)
    registry.notice(use.LINKED, linked)
    registry.notice(use.DEAD, dead)
    registry.rows[use.DEAD] = dead_row


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
    link = use.own(request.anywhere, int(request.value)) if request.value != NEW else None
    about = {"link": link.id if link else 0, "home": request.in_home, "channel": request.channel}
    return Open(form(link, request.texts, about))


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
    return home(ctx, use.mine(ctx), meets, texts)


def _given(request: Request, link: CalendarLink) -> Reply:
    """What becomes of it is told in person, where this need not be said twice."""
    in_person = request.channel.startswith("D")
    return Reply() if in_person else Say(sentence(request.texts.calendar_tried(link.host)))


def _list(registry: Registry, request: Request) -> Message:
    ctx = request.anywhere
    more = [block for rows in registry.beside_calendars for block in rows(ctx, request.texts)]
    return listing(ctx, use.mine(ctx), request.texts, more)


def linked(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    """What became of linking it; what stands of an earlier address stays as it is."""
    link = _link(uow, notice)
    if link and link.linked_at.isoformat() != notice.about["given"]:
        return None
    if link is None:
        return sentence(texts.calendar_gone())
    if link.read_at:
        told = texts.calendar_linked(link.host, link.times_ahead(now), link.unread)
        return Message(told, [ui.section(told), ui.context(texts.calendar_privacy())])
    if link.problem is None:
        return sentence(texts.calendar_waits(link.host))
    told = texts.calendar_not_linked(link.host, link.problem)
    return sentence(told, *mending(link, texts.calendar_try_again(), texts))


def dead(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    """To its owner; what is not so any more says so where it stands, and is not sent anew."""
    link = _link(uow, notice)
    if link and link.problem:
        told = _told(uow, link, texts, now)
        return sentence(told, *mending(link, texts.calendar_link_anew(), texts))
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
    anew = anew_button(link, texts.calendar_link_anew())
    return [ui.section(_told(uow, link, texts, now), accessory=anew)]


def _link(uow: UnitOfWork, notice: Notice) -> CalendarLink | None:
    return uow.of(CalendarLinks).get(notice.about["link"])


def _told(uow: UnitOfWork, link: CalendarLink, texts: Texts, now: datetime) -> str:
    owner = uow.people.get(link.team, link.user)
    zone = owner.zone if owner else "UTC"
    assert link.problem is not None
    last = local(link.read_at or link.linked_at, zone).date()
    return texts.calendar_dead(link.host, link.problem, last, local(now, zone).date())


def state(link: CalendarLink, ctx: PersonContext, texts: Texts) -> str:
    """Of two lines: its host, and how it goes."""
    if link.problem and link.failing_since:
        since = local(link.read_at or link.failing_since, ctx.who.zone)
        return texts.calendar_failing(link.host, link.problem, since, ctx.own_today)
    if link.read_at is None:
        return texts.calendar_waits(link.host)
    ago = max(ctx.now - link.read_at, timedelta())
    return texts.calendar_read(link.host, ago, link.times_ahead(ctx.now), link.unread)


def listing(ctx: PersonContext, links: Sequence[CalendarLink], texts: Texts, more: list[Block]) -> Message:
    """`more`: what other capabilities have to say of calendars."""
    title = f"*{texts.calendars_title()}*" if links else texts.calendars_none()
    blocks: list[Block] = [ui.section(title)]
    for link in links:
        if link.problem:
            mend = mending(link, texts.calendar_link_anew(), texts)
            blocks += [ui.section(state(link, ctx, texts)), ui.actions(*mend)]
        else:
            blocks.append(ui.section(state(link, ctx, texts), accessory=remove_button(link, texts)))
    if len(links) < MOST:
        style = None if links else "primary"
        blocks.append(ui.actions(ui.button(texts.calendar_link(), action=LINK, value=NEW, style=style)))
    return Message(title, [*blocks, ui.context(texts.calendar_privacy()), *more])


def remove_button(link: CalendarLink, texts: Texts) -> ButtonElement:
    label = texts.calendar_remove()
    sure = ui.confirm(label, texts.calendar_remove_sure(link.host), yes=label, no=texts.cancel())
    return ui.button(label, action=REMOVE, value=str(link.id), confirm=sure)


def form(link: CalendarLink | None, texts: Texts, about: dict[str, object]) -> View:
    """What was given of a link that was never read stands in it again, but for the password."""
    given = link if link and link.read_at is None else None
    kept = link is not None and link.password is not None
    address = ui.text_input(initial=given.address if given else "", limit=LONGEST)
    account = ui.text_input(initial=(given and given.account) or "", limit=200)
    fields = (
        ("address", texts.calendar_form_address(), address, texts.calendar_form_address_hint()),
        ("account", texts.calendar_form_account(), account, texts.calendar_form_account_hint()),
        (
            "password",
            texts.calendar_form_password(),
            ui.text_input(limit=200),
            texts.calendar_form_password_hint(kept=kept),
        ),
    )
    blocks: list[Block] = [ui.section(texts.calendar_form_where())]
    for name, label, typed, hint in fields:
        blocks.append(ui.field(label, typed, block_id=name, hint=hint, optional=name != "address"))
    title = texts.calendar_link()
    return ui.form(texts, title, blocks, callback=FORM, about=about, submit=title)


def anew_button(link: CalendarLink, label: str) -> ButtonElement:
    return ui.button(label, action=LINK, value=str(link.id))


def home(ctx: PersonContext, links: Sequence[CalendarLink], meets: bool, texts: Texts) -> list[Block]:
    """One row at most: how the first goes that is dead; else, to who has meetings, the way to link one."""
    dead = next((link for link in links if link.dead(ctx.now)), None)
    if dead:
        anew = anew_button(dead, texts.calendar_link_anew())
        return [ui.section(state(dead, ctx, texts), accessory=anew)]
    if links or not meets:
        return []
    return [
        ui.section(texts.calendar_home(), accessory=ui.button(texts.calendar_link(), action=LINK, value=NEW))
    ]


def mending(link: CalendarLink, label: str, texts: Texts) -> list[ButtonElement]:
    return [anew_button(link, label), remove_button(link, texts)]
