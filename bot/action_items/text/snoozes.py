"""Sentences about items that come back later, because their owner wants it so."""

from datetime import datetime
from typing import Protocol

from bot.action_items.model import ActionItem
from bot.action_items.snoozes import Snooze
from bot.core.language import Language
from bot.text.formats import moment


class ActionItemSnoozeTexts(Protocol):
    def snooze(self) -> str: ...
    def snooze_choice(self, choice: Snooze) -> str: ...
    def snooze_form(self) -> str: ...
    def snooze_day(self) -> str: ...
    def snooze_time(self) -> str: ...
    def snoozed_until(self, item: ActionItem, until: datetime) -> str:
        """`until` and `since` are naive, on his clock."""

    def snooze_stands_until(self, until: datetime) -> str: ...
    def snoozed_since(self, since: datetime) -> str: ...


class EnglishActionItemSnoozes:
    def snooze(self) -> str:
        return "Snooze"

    def snooze_choice(self, choice: Snooze) -> str:
        return {
            Snooze.half_hour: "30 minutes",
            Snooze.two_hours: "2 hours",
            Snooze.tomorrow: "Tomorrow morning",
            Snooze.next_week: "Next week",
            Snooze.pick: "Choose a time",
        }[choice]

    def snooze_form(self) -> str:
        return "Remind me"

    def snooze_day(self) -> str:
        return "Day"

    def snooze_time(self) -> str:
        return "Time"

    def snoozed_until(self, item: ActionItem, until: datetime) -> str:
        return f"*A-{item.number}* comes back on {moment(until, Language.en)}."

    def snooze_stands_until(self, until: datetime) -> str:
        return f"snoozed until {moment(until, Language.en)}"

    def snoozed_since(self, since: datetime) -> str:
        return f"You asked for this on {moment(since, Language.en)}."


class DutchActionItemSnoozes:
    def snooze(self) -> str:
        return "Later"

    def snooze_choice(self, choice: Snooze) -> str:
        return {
            Snooze.half_hour: "Over 30 minuten",
            Snooze.two_hours: "Over 2 uur",
            Snooze.tomorrow: "Morgenochtend",
            Snooze.next_week: "Volgende week",
            Snooze.pick: "Kies een moment",
        }[choice]

    def snooze_form(self) -> str:
        return "Herinner me"

    def snooze_day(self) -> str:
        return "Dag"

    def snooze_time(self) -> str:
        return "Tijd"

    def snoozed_until(self, item: ActionItem, until: datetime) -> str:
        return f"*A-{item.number}* komt terug op {moment(until, Language.nl)}."

    def snooze_stands_until(self, until: datetime) -> str:
        return f"komt terug op {moment(until, Language.nl)}"

    def snoozed_since(self, since: datetime) -> str:
        return f"Hier vroeg je om op {moment(since, Language.nl)}."
