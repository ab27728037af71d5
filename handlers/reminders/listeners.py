"""What people type and press about their reminders and absences."""

from bot.usecases import deputies
from handlers.registry import Registry
from handlers.reminders import away, notices, planned, settings, why


def register(registry: Registry) -> None:
    for part in (settings, planned, away, why):
        part.register(registry)
    registry.notice(deputies.NAMED, notices.deputy)
