"""What people type and press about their reminders and absences."""

from bot.domain.preferences import Rule
from bot.usecases import deputies
from handlers.registry import Registry
from handlers.reminders import away, notices, planned, settings, why
from handlers.reminders.why_views import with_why


def register(registry: Registry) -> None:
    for part in (settings, planned, away, why):
        part.register(registry)
    registry.notice(deputies.NAMED, with_why(notices.deputy, Rule.deputy))
