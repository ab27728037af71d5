"""Sentences of the one message of somebody's morning."""

from collections.abc import Mapping
from datetime import date

from bot.action_items.model import ActionItem
from bot.core.language import Both, Language
from bot.reminders.summary_parts import Part
from bot.text.formats import counted, due_from, near_day
from bot.text.marks import channel, esc
from bot.text.speaker import Speaker, said

LATE = (Part.overdue, Part.late, Part.raised)
"""Parts whose heading says that they are late: a row says by how much."""
AT_HAND = (Part.today, Part.tomorrow)
"""Parts whose heading says when."""
PARTS = {
    Part.decide: Both("Needs your decision", "Jij beslist"),
    Part.new: Both("New for you", "Nieuw voor jou"),
    Part.overdue: Both("Late", "Te laat"),
    Part.today: Both("Today", "Vandaag"),
    Part.tomorrow: Both("Tomorrow", "Morgen"),
    Part.this_week: Both("Later this week", "Later deze week"),
    Part.waiting: Both("Waiting for something else", "Wacht op iets anders"),
    Part.late: Both("Late with others", "Te laat bij anderen"),
    Part.raised: Both("Added by you, late with others", "Door jou toegevoegd, te laat bij anderen"),
    Part.stand_in: Both("For somebody who's away", "Voor iemand die weg is"),
}
"""Their headings."""


def struck(text: str) -> str:
    """Escaped, and struck out as done."""
    return f"✓ ~{esc(text).replace('~', '∼')}~"


class ReminderTexts(Speaker):
    morning_done = said(en="All done for today.", nl="Alles voor vandaag is klaar.")
    open_held = said(en="Open", nl="Openen")

    def good_morning(self, name: str, parts: Mapping[Part, int]) -> str:
        """With how much there is of each part; none of those is 0."""
        said = {
            Part.decide: self.say(en="for you to decide", nl="om te beslissen"),
            Part.new: self.say(en="new", nl="nieuw"),
            Part.overdue: self.say(en="late", nl="te laat"),
            Part.today: self.say(en="today", nl="vandaag"),
            Part.tomorrow: self.say(en="tomorrow", nl="morgen"),
            Part.this_week: self.say(en="later this week", nl="later deze week"),
            Part.waiting: self.say(en="waiting", nl="in de wacht"),
            Part.stand_in: self.say(en="for somebody away", nl="voor iemand die weg is"),
            Part.late: self.say(en="late with others", nl="te laat bij anderen"),
            Part.raised: self.say(en="of yours late with others", nl="van jou te laat bij anderen"),
        }
        counts = ", ".join(f"{count} {said[part]}" for part, count in parts.items())
        hello = self.say(en=f"Good morning, {esc(name)}.", nl=f"Goedemorgen, {esc(name)}.")
        return f"{hello} *{counts}.*" if counts else hello

    def bundle_part(self, part: Part) -> str:
        return PARTS[part].in_language(self.language)

    def bundle_of_absent(self, name: str, until: date, today: date) -> str:
        return self.say(
            en=f"For {esc(name)}, away until {near_day(until, today, Language.en)}",
            nl=f"Voor {esc(name)}, weg t/m {near_day(until, today, Language.nl)}",
        )

    def bundle_row(
        self, item: ActionItem, part: Part, today: date, project_channel: str, owner: str = ""
    ) -> str:
        """`owner`: the name of a colleague who owns it. The heading says what the row leaves out."""
        number = f"A-{item.number} {channel(project_channel)}"
        if not item.open:
            return f"{struck(item.text)} · {number}"
        if item.outside:
            owner = f"{item.outside} ({item.outside_email})" if item.outside_email else item.outside
        when = ""
        if item.due and part in LATE and item.due < today:
            days = (today - item.due).days
            when = self.say(en=counted(days, "day", "days"), nl=counted(days, "dag", "dagen"))
        elif item.due and part not in AT_HAND:
            when = due_from(item.due, today, self.language)
        return " · ".join(filter(None, (esc(item.text), esc(owner), when, number)))

    def bundle_new(self, item: ActionItem, raised_by: str, today: date, project_channel: str) -> str:
        if not item.open:
            return self.bundle_row(item, Part.new, today, project_channel)
        by = self.say(en=f"from {esc(raised_by)}", nl=f"van {esc(raised_by)}")
        when = due_from(item.due, today, self.language) if item.due else ""
        number = f"A-{item.number} {channel(project_channel)}"
        return " · ".join(filter(None, (f"*{esc(item.text)}*", when, by, number)))

    def bundle_more(self, count: int) -> str:
        return self.say(en=f"and {count} more in my Home tab", nl=f"en nog {count} in mijn tabblad Home")
