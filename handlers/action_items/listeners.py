"""Listeners of buttons and forms of action items; commands.py has the commands."""

from datetime import date

from bot.action_items import change as action_items
from bot.action_items.known_texts import KnownTexts
from handlers.action_items import (
    bulk_import,
    commands,
    counter_proposals,
    create,
    dependencies,
    files,
    from_messages,
    imports,
    notices,
    pins,
    snooze,
    source_changes,
    views,
)
from handlers.records.desk import See, referred
from handlers.records.listeners import seen
from handlers.slack.registry import Registry
from handlers.slack.reply import Replace, Reply
from handlers.slack.request import Click


def register(registry: Registry) -> None:
    known = KnownTexts()
    commands.register(registry, known)
    registry.click(views.OWNER, owner_chosen)
    registry.click(views.DUE, due_chosen)
    registry.click(views.READING, reading_chosen)
    from_messages.register(registry)
    pins.register(registry)
    source_changes.register(registry)
    counter_proposals.register(registry)
    bulk_import.register(registry)
    imports.register(registry)
    files.register(registry)
    create.register(registry)
    snooze.register(registry)
    notices.register(registry)
    registry.click(dependencies.REPEATING, dependencies.repetition_chosen)


def owner_chosen(request: Click) -> Reply:
    ctx, number, _version = referred(request, request.subject)
    action_items.give(ctx, number, request.value or None)
    return seen(request)


def due_chosen(request: Click) -> Reply:
    ctx, number, _version = referred(request, request.subject)
    due = date.fromisoformat(request.value) if request.value else None
    action_items.set_due(ctx, number, due)
    return seen(request)


def reading_chosen(request: Click) -> Reply:
    *ref, day, because = request.value.split(":", 4)
    project_id, number, _version = map(int, ref)
    ctx = request.of(project_id)
    item = action_items.set_due(ctx, number, date.fromisoformat(day), because=because)
    return Replace(views.said(item, See(ctx, request.texts)))
