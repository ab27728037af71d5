"""Sentences about action items."""

from datetime import date
from typing import Protocol

from bot.domain.action_items import ActionItem, Status
from bot.domain.language import Language
from bot.text.formats import day
from bot.text.marks import bold, mention


class ActionItemTexts(Protocol):
    def action_item_line(self, item: ActionItem, today: date) -> str: ...
    def action_item_help(self, command: str) -> str: ...
    def done(self) -> str: ...
    def edit(self) -> str: ...
    def undo(self) -> str: ...


class EnglishActionItems:
    def action_item_line(self, item: ActionItem, today: date) -> str:
        owner = mention(item.owner) if item.owner else "nobody yet"
        due = day(item.due, Language.en) if item.due else "no date"
        mark = {Status.open: "", Status.done: "✓ ", Status.cancelled: "✗ "}[Status(item.status)]
        return f"{mark}*A-{item.number}* · {bold(item.text)} · {owner} · {due}"

    def action_item_help(self, command: str) -> str:
        return f"`{command} @colleague update the risk log by Friday`"

    def done(self) -> str:
        return "Done"

    def edit(self) -> str:
        return "Edit"

    def undo(self) -> str:
        return "Undo"


class DutchActionItems:
    def action_item_line(self, item: ActionItem, today: date) -> str:
        owner = mention(item.owner) if item.owner else "nog niemand"
        due = day(item.due, Language.nl) if item.due else "geen datum"
        mark = {Status.open: "", Status.done: "✓ ", Status.cancelled: "✗ "}[Status(item.status)]
        return f"{mark}*A-{item.number}* · {bold(item.text)} · {owner} · {due}"

    def action_item_help(self, command: str) -> str:
        return f"`{command} @collega werk de risicolog bij voor vrijdag`"

    def done(self) -> str:
        return "Gereed"

    def edit(self) -> str:
        return "Wijzigen"

    def undo(self) -> str:
        return "Ongedaan maken"
