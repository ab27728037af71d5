"""Sentences of the morning message, and of why something is sent."""

from datetime import date

from bot.core.language import Language
from bot.reminders.summary_parts import Part
from bot.text.formats import day, short_day
from bot.text.marks import esc
from bot.text.speaker import Speaker


class ReminderTexts(Speaker):
    def good_morning(self, today: date) -> str:
        return self.say(
            en=f"Good morning. Yours today, {day(today, Language.en)}:",
            nl=f"Goedemorgen. Voor jou vandaag, {day(today, Language.nl)}:",
        )

    def morning_done(self, today: date) -> str:
        return self.say(
            en=f"All of {day(today, Language.en)} is done.",
            nl=f"Alles van {day(today, Language.nl)} is gereed.",
        )

    def bundle_part(self, part: Part) -> str:
        return self.say(
            en=(
                {
                    Part.overdue: "Overdue",
                    Part.today: "Today",
                    Part.tomorrow: "Tomorrow",
                    Part.this_week: "Later this week",
                    Part.waiting: "Waiting for something else",
                    Part.late: "Overdue with others",
                    Part.raised: "Raised by you, overdue with others",
                    Part.stand_in: "For somebody who is away",
                }[part]
            ),
            nl=(
                {
                    Part.overdue: "Te laat",
                    Part.today: "Vandaag",
                    Part.tomorrow: "Morgen",
                    Part.this_week: "Verder deze week",
                    Part.waiting: "Wacht op iets anders",
                    Part.late: "Te laat bij anderen",
                    Part.raised: "Door jou ingebracht, bij anderen te laat",
                    Part.stand_in: "Voor iemand die afwezig is",
                }[part]
            ),
        )

    def bundle_of_absent(self, name: str, until: date) -> str:
        return self.say(
            en=f"For {esc(name)}, away until {short_day(until, Language.en)}",
            nl=f"Voor {esc(name)}, afwezig t/m {short_day(until, Language.nl)}",
        )

    def bundle_more(self, count: int) -> str:
        return self.say(
            en=f"and {count} more, in my Home tab and in the action list",
            nl=f"en nog {count}, in mijn tabblad Home en in de actielijst",
        )
