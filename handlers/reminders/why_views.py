"""The button that asks why; any capability puts it beside what it sends unasked."""

from slack_sdk.models.blocks import ButtonElement

from bot.domain.preferences import Rule
from bot.text.texts import Texts
from handlers import ui

WHY = "reminders.why"
WHY_ITEM = "reminders.why_item"
"""Of a menu whose options hold what they are about."""
OFF, ON = "reminders.off", "reminders.on"
SETTINGS = "reminders.settings"


def why_button(rule: Rule, texts: Texts) -> ButtonElement:
    return ui.button(texts.why(), action=WHY, value=rule)
