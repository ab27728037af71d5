"""Listeners of buttons and forms of action items; commands.py has the commands."""

from datetime import date
from functools import partial

from bot.action_items import change as action_items
from bot.action_items.dependency_notices import FREED, HELPING
from bot.action_items.known_texts import KnownTexts
from bot.action_items.notices import CARD, MINE, NOUN
from bot.action_items.notifications import GIVEN
from bot.people.preferences import Rule
from handlers.action_items import (
    bulk_import,
    commands,
    counter_proposals,
    create,
    dependencies,
    files,
    form_listeners,
    from_messages,
    imports,
    lists,
    notices,
    pins,
    snooze,
    source_changes,
    views,
)
from handlers.action_items.given import given
from handlers.people.why_views import with_why
from handlers.records.listeners import seen
from handlers.slack.names import names
from handlers.slack.registry import Registry
from handlers.slack.reply import Replace, Reply
from handlers.slack.request import Click


def register(registry: Registry) -> None:
    known = KnownTexts()
    commands.register(registry, known)
    registry.click(views.OWNER, owner_chosen)
    registry.click(views.DUE, due_chosen)
    registry.click(views.READING, reading_chosen)
    registry.click(lists.PAGES, lists.page_chosen)
    form_listeners.register(registry, known)
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
    registry.notice(GIVEN, with_why(given, Rule.item))


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
