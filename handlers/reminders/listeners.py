"""Listeners of what people type and press about their reminders and absences."""

from bot.people import delegation
from bot.people.preferences import Rule
from handlers.people import absence, notices, preferences, why
from handlers.people.why_views import with_why
from handlers.reminders import planned
from handlers.slack.registry import Registry


def register(registry: Registry) -> None:
    for part in (preferences, planned, absence, why):
        part.register(registry)
    registry.notice(delegation.NAMED, with_why(notices.deputy, Rule.deputy))
