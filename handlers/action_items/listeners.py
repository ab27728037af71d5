"""Listeners of buttons and forms of action items; commands.py has the commands."""

from collections.abc import Callable
from datetime import date
from functools import partial

from bot.action_items import change as action_items
from bot.action_items.bulk import Change
from bot.action_items.dependency_notices import FREED, HELPING
from bot.action_items.notices import CARD, MINE, NOUN
from bot.action_items.notifications import GIVEN
from bot.action_items.undo import undo
from bot.people.preferences import Rule
from handlers.action_items import (
    bulk,
    bulk_import,
    commands,
    counter_proposals,
    create,
    dependencies,
    files,
    form_listeners,
    from_messages,
    history,
    imports,
    lists,
    notices,
    pins,
    snooze,
    source_changes,
    views,
)
from handlers.action_items.form_listeners import in_home
from handlers.people.why_views import with_why
from handlers.slack.names import names
from handlers.slack.registry import Registry
from handlers.slack.reply import RefreshHome, Replace, Reply
from handlers.slack.request import Click


def register(registry: Registry) -> None:
    registry.command(commands.WORD, partial(commands.command, registry))
    registry.click(views.DONE, _status(action_items.finish))
    registry.click(views.REOPEN, _status(action_items.reopen))
    registry.click(views.UNDO, taken_back)
    registry.click(bulk.UNDO_BATCH, bulk.undone)
    registry.click(views.OWNER, owner_chosen)
    registry.click(views.DUE, due_chosen)
    registry.click(views.READING, reading_chosen)
    registry.click(lists.PAGES, lists.page_chosen)
    registry.click(history.PAGES, history.page_chosen)
    form_listeners.register(registry)
    from_messages.register(registry)
    pins.register(registry)
    source_changes.register(registry)
    counter_proposals.register(registry)
    bulk_import.register(registry)
    imports.register(registry)
    files.register(registry)
    create.register(registry)
    snooze.register(registry)
    details = registry.details.setdefault(NOUN, [])
    registry.notice(CARD, partial(notices.card, details))
    registry.notice(MINE, partial(notices.mine, details))
    registry.click(dependencies.REPEATING, dependencies.repetition_chosen)
    registry.notice(HELPING, with_why(partial(dependencies.helping, details), Rule.helper))
    registry.notice(FREED, with_why(dependencies.freed, Rule.item))
    registry.notice(GIVEN, with_why(bulk.given, Rule.item))


def seen(request: Click) -> Reply:
    """The change shows by itself in messages; Home must be told."""
    return RefreshHome() if in_home(request) else Reply()


def _status(change: Change) -> Callable[[Click], Reply]:
    def listener(request: Click) -> Reply:
        ctx, number, _version = views.referred(request, request.value)
        change(ctx, number)
        return seen(request)

    return listener


def taken_back(request: Click) -> Reply:
    undo(*views.referred(request, request.value))
    return seen(request)


def owner_chosen(request: Click) -> Reply:
    ctx, number, _version = views.referred(request, request.subject)
    action_items.give(ctx, number, request.value or None)
    return seen(request)


def due_chosen(request: Click) -> Reply:
    ctx, number, _version = views.referred(request, request.subject)
    due = date.fromisoformat(request.value) if request.value else None
    action_items.set_due(ctx, number, due)
    return seen(request)


def reading_chosen(request: Click) -> Reply:
    *ref, day, because = request.value.split(":", 4)
    project_id, number, _version = map(int, ref)
    item = action_items.set_due(request.of(project_id), number, date.fromisoformat(day), because=because)
    return Replace(
        views.line(item, date.fromisoformat(day), names(request.uow, request.who.team), request.texts)
    )
