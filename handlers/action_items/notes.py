"""What a card says beneath its facts: each line when it applies."""

from collections.abc import Callable
from datetime import datetime

from bot.domain.action_items import ActionItem
from bot.domain.projects import Project
from bot.text.texts import Texts
from bot.usecases.ports import UnitOfWork

Note = Callable[[UnitOfWork, ActionItem, Project, Texts, datetime], str]
"""A line of safe mrkdwn, or nothing."""

NOTES: tuple[Note, ...] = ()


def notes(uow: UnitOfWork, item: ActionItem, project: Project, texts: Texts, now: datetime) -> list[str]:
    """The lines that apply to the item just now, in the order of NOTES."""
    lines = (note(uow, item, project, texts, now) for note in NOTES)
    return [line for line in lines if line]
