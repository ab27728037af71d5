"""Listeners of what people type and press about their reminders and absences, and the morning message."""

from functools import partial

from bot.people import delegation
from bot.people.preferences import Rule
from bot.reminders import mornings
from handlers.people import absence, notices, preferences, quiet, why
from handlers.people.why_views import with_why
from handlers.reminders import morning, planned
from handlers.slack.registry import Registry


def register(registry: Registry) -> None:
    for part in (preferences, planned, absence, why, quiet):
        part.register(registry)
    registry.notice(delegation.NAMED, with_why(notices.deputy, Rule.deputy))
    registry.notice(mornings.KIND, partial(morning.morning, registry))
    registry.click(morning.OPEN, morning.opened)
