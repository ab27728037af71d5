"""Sentences about items that come back later, because their owner wants it so."""

from datetime import datetime

from bot.action_items.model import ActionItem
from bot.action_items.snoozes import Snooze
from bot.core.language import Language
from bot.text.formats import moment
from bot.text.speaker import Speaker


class ActionItemSnoozeTexts(Speaker):
    def snooze(self) -> str:
        return self.say(en="Snooze", nl="Later")

    def snooze_choice(self, choice: Snooze) -> str:
        return self.say(
            en=(
                {
                    Snooze.half_hour: "30 minutes",
                    Snooze.two_hours: "2 hours",
                    Snooze.tomorrow: "Tomorrow morning",
                    Snooze.next_week: "Next week",
                    Snooze.pick: "Choose a time",
                }[choice]
            ),
            nl=(
                {
                    Snooze.half_hour: "Over 30 minuten",
                    Snooze.two_hours: "Over 2 uur",
                    Snooze.tomorrow: "Morgenochtend",
                    Snooze.next_week: "Volgende week",
                    Snooze.pick: "Kies een moment",
                }[choice]
            ),
        )

    def snooze_form(self) -> str:
        return self.say(en="Remind me", nl="Herinner me")

    def snooze_day(self) -> str:
        return self.say(en="Day", nl="Dag")

    def snooze_time(self) -> str:
        return self.say(en="Time", nl="Tijd")

    def snoozed_until(self, item: ActionItem, until: datetime) -> str:
        """`until` and `since` are naive, on their clock."""
        return self.say(
            en=f"*A-{item.number}* comes back on {moment(until, Language.en)}.",
            nl=f"*A-{item.number}* komt terug op {moment(until, Language.nl)}.",
        )

    def snooze_stands_until(self, until: datetime) -> str:
        return self.say(
            en=f"snoozed until {moment(until, Language.en)}", nl=f"komt terug op {moment(until, Language.nl)}"
        )

    def snoozed_since(self, since: datetime) -> str:
        return self.say(
            en=f"You asked for this on {moment(since, Language.en)}.",
            nl=f"Hier vroeg je om op {moment(since, Language.nl)}.",
        )
