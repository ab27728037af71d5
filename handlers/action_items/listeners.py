"""What people press and fill in about action items; what they type is in commands.py."""

from collections.abc import Callable
from datetime import date

from bot.domain.preferences import Rule
from bot.usecases import action_items
from bot.usecases.action_items_kind_notices import FREED, HELPING
from bot.usecases.action_items_notices import CARD, MINE
from bot.usecases.action_items_show import GIVEN
from bot.usecases.action_items_undo import undo
from handlers.action_items import (
    bulk,
    commands,
    files,
    filling,
    history,
    imports,
    kinds,
    lists,
    notices,
    offers,
    pasting,
    pins,
    raising,
    snooze,
    source_news,
    sources,
    views,
)
from handlers.action_items.commands import Change
from handlers.action_items.filling import in_home
from handlers.names import names
from handlers.registry import Registry
from handlers.reminders.why_views import with_why
from handlers.reply import RefreshHome, Replace, Reply
from handlers.request import Click


def register(registry: Registry) -> None:
    registry.command(commands.WORD, commands.command)
    registry.click(views.DONE, _status(action_items.finish))
    registry.click(views.REOPEN, _status(action_items.reopen))
    registry.click(views.UNDO, taken_back)
    registry.click(bulk.UNDO_BATCH, bulk.undone)
    registry.click(views.OWNER, owner_chosen)
    registry.click(views.DUE, due_chosen)
    registry.click(views.READING, reading_chosen)
    registry.click(lists.PAGES, lists.page_chosen)
    registry.click(history.PAGES, history.page_chosen)
    filling.register(registry)
    sources.register(registry)
    pins.register(registry)
    source_news.register(registry)
    offers.register(registry)
    pasting.register(registry)
    imports.register(registry)
    files.register(registry)
    raising.register(registry)
    snooze.register(registry)
    registry.notice(CARD, notices.card)
    registry.notice(MINE, notices.mine)
    registry.click(kinds.REPEATING, kinds.repetition_chosen)
    registry.notice(HELPING, with_why(kinds.helping, Rule.helper))
    registry.notice(FREED, with_why(kinds.freed, Rule.item))
    registry.notice(GIVEN, with_why(bulk.given, Rule.item))


def seen(request: Click) -> Reply:
    """The change shows by itself in messages; Home must be told."""
    return RefreshHome() if in_home(request) else Reply()


def _status(change: Change) -> Callable[[Click], Reply]:
    def listener(request: Click) -> Reply:
        project_id, number, _version = views.refd(request.value)
        change(request.uow, request.now, request.who, project_id, number)
        return seen(request)

    return listener


def taken_back(request: Click) -> Reply:
    undo(request.uow, request.now, request.who, *views.refd(request.value))
    return seen(request)


def owner_chosen(request: Click) -> Reply:
    project_id, number, _version = views.refd(request.subject)
    action_items.give(request.uow, request.now, request.who, project_id, number, request.value or None)
    return seen(request)


def due_chosen(request: Click) -> Reply:
    project_id, number, _version = views.refd(request.subject)
    due = date.fromisoformat(request.value) if request.value else None
    action_items.set_due(request.uow, request.now, request.who, project_id, number, due)
    return seen(request)


def reading_chosen(request: Click) -> Reply:
    *ref, day, because = request.value.split(":", 4)
    project_id, number, _version = map(int, ref)
    item = action_items.set_due(
        request.uow, request.now, request.who, project_id, number, date.fromisoformat(day), because=because
    )
    return Replace(
        views.line(item, date.fromisoformat(day), names(request.uow, request.who.team), request.texts)
    )
