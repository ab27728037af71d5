"""Listeners of what people type and press about their reminders and absences, and the morning message."""

from functools import partial

from bot.reminders import mornings
from handlers.people import absence, preferences, why
from handlers.reminders import morning, planned
from handlers.slack.registry import Registry


def register(registry: Registry) -> None:
    for part in (preferences, planned, absence, why):
        part.register(registry)
    registry.notice(mornings.KIND, partial(morning.morning, registry))
    registry.click(morning.OPEN, morning.opened)
