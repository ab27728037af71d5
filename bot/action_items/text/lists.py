"""Sentences about action items among others: a row of a list."""

from datetime import date

from bot.action_items.model import ActionItem, Status
from bot.action_items.text.cards import MARKS
from bot.core.calendar import local
from bot.text.formats import due_from, near_day
from bot.text.marks import bold, esc
from bot.text.speaker import Speaker

WAITS_ON = 40
"""Characters of what an item waits for, in a row."""


class ItemListTexts(Speaker):
    """An `owner` is a name, and empty for nobody."""

    def action_item_row(
        self, item: ActionItem, today: date, zone: str, owner: str, away_until: date | None = None
    ) -> str:
        """In a list: write the migration guide · Priya · 3 days late · A-12"""
        who = esc(item.outside or owner) or self.say(en="nobody yet", nl="nog niemand")
        if item.outside:
            who += self.say(en=" (from outside)", nl=" (van buiten)")
        if away_until:
            last = near_day(away_until, today, self.language)
            who += self.say(en=f" (away until {last})", nl=f" (afwezig t/m {last})")
        told = self._row_notes(item, today) if item.open else [self._row_closed(item, today, zone)]
        text = f"{MARKS[Status(item.status)]}{esc(item.text)}"
        return " · ".join((text, who, *filter(None, told), f"A-{item.number}"))

    def action_item_short_row(self, item: ActionItem, today: date) -> str:
        """To its owner: write the migration guide · Fri 4 Dec · A-12"""
        text = f"{MARKS[Status(item.status)]}{esc(item.text)}"
        return f"{text} · {self._row_due(item, today)} · A-{item.number}"

    def _row_due(self, item: ActionItem, today: date) -> str:
        if item.due is None:
            return self.say(en="no date", nl="geen datum")
        told = due_from if item.open else near_day
        when = told(item.due, today, self.language)
        return bold(when) if item.overdue(today) and not item.waiting else when

    def _row_notes(self, item: ActionItem, today: date) -> list[str]:
        """When it is due, and why nothing happens meanwhile, shortly."""
        say, reason = self.say, item.waits_on or ""
        reason = esc(reason if len(reason) <= WAITS_ON else f"{reason[: WAITS_ON - 1]}…")
        starts = near_day(item.starts, today, self.language) if item.starts and not item.begun(today) else ""
        waits = say(en="waits for", nl="wacht op")
        return [
            self._row_due(item, today),
            f"{waits} A-{item.waits_for}" if item.waits_for else "",
            f"{waits} “{reason}”" if reason else "",
            say(en=f"starts {starts}", nl=f"begint {starts}") if starts else "",
            f"{item.times_postponed}× {say(en='postponed', nl='uitgesteld')}" if item.times_postponed else "",
        ]

    def _row_closed(self, item: ActionItem, today: date, zone: str) -> str:
        if item.done_at is None:
            return self.say(en="dropped", nl="vervallen")
        on = near_day(local(item.done_at, zone).date(), today, self.language)
        return self.say(en=f"done {on}", nl=f"gereed {on}")
