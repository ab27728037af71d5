"""Views of linked calendars: the list, the form, what became of a link, and Home's line."""

import json
from collections.abc import Sequence
from datetime import datetime, timedelta

from slack_sdk.models.blocks import Block, ButtonElement
from slack_sdk.models.views import View

from bot.availability.links import LONGEST, MOST
from bot.availability.model import CalendarLink
from bot.core.calendar import local
from bot.core.context import PersonContext
from bot.texts import Texts
from handlers.slack import ui
from handlers.slack.reply import Message, sentence

FORM = "availability.form"
LINK = "availability.link"
"""Opens the form; the value is the id of a link that is to be changed, or NEW."""
REMOVE = "availability.remove"
NEW = "0"


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
    return ui.modal(
        texts.calendar_link(),
        blocks,
        callback=FORM,
        submit=texts.calendar_link(),
        close=texts.cancel(),
        metadata=json.dumps(about),
    )


def linked(link: CalendarLink | None, now: datetime, texts: Texts) -> Message:
    """What became of linking it."""
    if link is None:
        return sentence(texts.calendar_gone())
    if link.read_at:
        told = texts.calendar_linked(link.host, link.times_ahead(now), link.unread)
        return Message(told, [ui.section(told), ui.context(texts.calendar_privacy())])
    if link.problem is None:
        return sentence(texts.calendar_waits(link.host))
    told = texts.calendar_not_linked(link.host, link.problem)
    return sentence(told, *mending(link, texts.calendar_try_again(), texts))


def anew_button(link: CalendarLink, label: str) -> ButtonElement:
    return ui.button(label, action=LINK, value=str(link.id))


def home(ctx: PersonContext, links: Sequence[CalendarLink], meets: bool, texts: Texts) -> list[Block]:
    """One row at most: how the first goes that is dead; for who has meetings the way to link one, while none
    is."""
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
