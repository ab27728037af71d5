"""Beside what comes unasked: why it came, and how to have it no more."""

from functools import partial

from bot.people import wishes as preferences
from bot.people.hours import preferences_of
from bot.people.preferences import CAN_BE_OFF, Preferences, Rule
from bot.texts import Texts
from handlers.people.why_views import IN_MESSAGE, MENU, OFF, ON, SETTINGS, WHY, WHY_ITEM
from handlers.slack import ui
from handlers.slack.registry import Registry
from handlers.slack.reply import Message, Replace, Reply, Say, sentence
from handlers.slack.request import Click


def register(registry: Registry) -> None:
    registry.click(WHY, because)
    registry.click(WHY_ITEM, partial(because, rule=Rule.item))
    registry.click(MENU, partial(chosen, registry))
    registry.click(OFF, partial(turned, on=False))
    registry.click(ON, partial(turned, on=True))


def chosen(registry: Registry, request: Click) -> Reply:
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
    wishes = preferences.switch(request.anywhere, (rule,), on=on)
    answer = _message(request.texts.turned(rule, on=on), rule, wishes, request.texts)
    return Say(answer) if request.subject == IN_MESSAGE else Replace(answer)


def _message(said: str, rule: Rule, wishes: Preferences, texts: Texts) -> Message:
    settings = ui.button(texts.reminder_settings(), action=SETTINGS)
    if rule not in CAN_BE_OFF:
        return sentence(said, settings)
    label, action = (texts.turn_off(), OFF) if wishes.wants(rule) else (texts.turn_on(), ON)
    switch = ui.button(label, action=action, value=rule)
    return sentence(said, switch, settings)
