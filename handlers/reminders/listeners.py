"""What people type and press about their reminders and absences."""

from bot.usecases import deputies
from handlers.registry import Registry
from handlers.reminders import away, notices


def register(registry: Registry) -> None:
    away.register(registry)
    registry.notice(deputies.NAMED, notices.deputy)
