"""Beside what comes unasked: why it came, and how to have it no more; and to who did something: who gets it
in their morning, and the button that sends it now."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from slack_sdk.models.blocks import ActionsBlock, Block, OverflowMenuElement, SectionBlock

from bot.core.jobs import Notice
from bot.core.ports import UnitOfWork
from bot.people.hours import preferences_of, switch
from bot.people.preferences import CAN_BE_OFF, Preferences, Rule
from bot.people.quiet_hours import WAITS, send_now, waiting_of
from bot.texts import Texts
from handlers.slack import ui
from handlers.slack.registry import Registry, Render
from handlers.slack.reply import Message, Replace, Reply, Say, sentence
from handlers.slack.request import Click, names

WHY = "reminders.why"
WHY_ITEM = "reminders.why_item"
"""Of a menu whose options hold what they are about."""
MENU = "reminders.menu"
"""Of a menu with nothing else; an option is a rule, or `SETTINGS`."""
OFF, ON = "reminders.off", "reminders.on"
IN_MESSAGE = "in_message"
"""Behind the slash of `OFF` in a message that stays as it is."""
SETTINGS = "reminders.settings"
SEND_NOW = "reminders.send_now"


def with_why(render: Render, rule: Rule, *, always: bool = True) -> Render:
    """With the way to why it came: a menu beside buttons, else a button, if `always`."""

    def rendered(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
        message = render(uow, notice, texts, now)
        if message is None or not message.blocks:
            return message
        if any(isinstance(block, ActionsBlock) or _accessory(block) for block in message.blocks):
            return replace(message, blocks=_with_menu(message.blocks, why_menu(rule, texts)))
        button = [ui.actions(ui.button(texts.why(), action=WHY, value=rule))] if always else []
        return replace(message, blocks=[*message.blocks, *button])

    return rendered


def _with_menu(blocks: Sequence[Block], menu: OverflowMenuElement) -> list[Block]:
    """In the first section that has room for it."""
    for place, block in enumerate(blocks):
        if isinstance(block, SectionBlock) and block.accessory is None:
            section = SectionBlock(
                text=block.text, fields=block.fields, block_id=block.block_id, accessory=menu
            )
            return [*blocks[:place], section, *blocks[place + 1 :]]
    return list(blocks)


def _accessory(block: Block) -> bool:
    return isinstance(block, SectionBlock) and block.accessory is not None


def why_menu(rule: Rule, texts: Texts) -> OverflowMenuElement:
    options = [ui.option(texts.why(), rule), ui.option(texts.reminder_settings(), SETTINGS)]
    return ui.overflow(options, action=MENU)


def register(registry: Registry) -> None:
    registry.click(WHY, because)
    registry.click(WHY_ITEM, partial(because, rule=Rule.item))
    registry.click(MENU, partial(chosen, registry))
    registry.click(OFF, partial(turned, on=False))
    registry.click(ON, partial(turned, on=True))
    registry.notice(WAITS, waits)
    registry.click(SEND_NOW, send_now_pressed)


def chosen(registry: Registry, request: Click) -> Reply | None:
    """From the menu: why, or the settings."""
    if request.value == SETTINGS:
        return registry.clicks[SETTINGS](request)
    return because(request)


def because(request: Click, rule: Rule | None = None) -> Reply:
    rule = rule or Rule(request.value)
    wishes = preferences_of(request.uow, request.who)
    said = request.texts.why_because(rule, wishes)
    if rule not in CAN_BE_OFF:
        said = f"{said} {request.texts.why_always()}"
    return Say(_message(said, rule, wishes, request.texts))


def turned(request: Click, *, on: bool) -> Reply:
    rule = Rule(request.value)
    wishes = switch(request.anywhere, (rule,), on=on)
    answer = _message(request.texts.turned(rule, on=on), rule, wishes, request.texts)
    return Say(answer) if request.subject == IN_MESSAGE else Replace(answer)


def _message(said: str, rule: Rule, wishes: Preferences, texts: Texts) -> Message:
    settings = ui.button(texts.reminder_settings(), action=SETTINGS)
    if rule not in CAN_BE_OFF:
        return sentence(said, settings)
    label, action = (texts.turn_off(), OFF) if wishes.wants(rule) else (texts.turn_on(), ON)
    switch = ui.button(label, action=action, value=rule)
    return sentence(said, switch, settings)


def waits(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    """One line for each moment; None when nobody waits any more."""
    who, subject = uow.people.get(notice.team, notice.about["user"]), notice.about["of"]
    waiting = waiting_of(uow, notice.team, subject)
    people = uow.people.get_many(notice.team, waiting)
    moments: dict[tuple[datetime, str], list[str]] = {}
    for user, at in waiting.items():
        moments.setdefault((at, people[user].zone), []).append(people[user].name)
    if who is None or not moments:
        return None
    lines = [texts.held_until(named, at, zone, who.zone) for (at, zone), named in moments.items()]
    return sentence("\n".join(lines), ui.button(texts.send_now(), action=SEND_NOW, value=subject))


def send_now_pressed(request: Click) -> Reply:
    """What went out meanwhile is not sent twice."""
    ctx = request.of(int(request.value.split(":")[1]))
    users = send_now(ctx, request.value)
    name_of = names(request.uow, ctx.project.team)
    told = request.texts.sent_now([*map(name_of, users)]) if users else request.texts.sent_already()
    return Replace(sentence(told))
