"""What is asked of who raises an action item: once for what is missing, and whether it is there already."""

from collections.abc import Sequence
from datetime import date

from bot.action_items.model import ActionItem
from bot.text.formats import day
from bot.text.speaker import Speaker


class QuestionTexts(Speaker):
    def missing(self, item: ActionItem, past: date | None, days: Sequence[date]) -> str:
        """`past`: the date that was typed and is over; `days`: those that it can be, one where it may as well
        be a part of the text."""
        noted = self.say(en=f"*A-{item.number}* is noted", nl=f"*A-{item.number}* staat erin")
        if past:
            day_past = day(past, self.language)
            noted += self.say(
                en=f" without a date: {day_past} is in the past", nl=f" zonder datum: {day_past} is voorbij"
            )
        elif len(days) == 1:
            noted += self.say(
                en=f"; {day(days[0], self.language)} may be its date, or part of the text",
                nl=f"; {day(days[0], self.language)} kan de datum zijn, of bij de tekst horen",
            )
        elif days:
            noted += self.say(
                en="; its date can be read in more than one way",
                nl="; de datum is op meer dan één manier te lezen",
            )
        if item.owner or item.outside:
            return f"{noted}. " + self.say(en="By when?", nl="Wanneer is het klaar?")
        if item.due:
            return f"{noted}. " + self.say(en="Who does it?", nl="Wie doet het?")
        return f"{noted}. " + self.say(
            en="Who does it, and by when?", nl="Wie doet het, en wanneer is het klaar?"
        )

    def leave_it_so(self) -> str:
        return self.say(en="Leave it so", nl="Laat het zo")

    def looks_like(self, line: str) -> str:
        """`line`: the open item, with marks."""
        return self.say(
            en=f"Nothing is raised yet: this looks like\n{line}",
            nl=f"Er is nog niets ingebracht: dit lijkt op\n{line}",
        )

    def raise_anyway(self) -> str:
        return self.say(en="Raise it anyway", nl="Toch inbrengen")

    def open_item(self, number: int) -> str:
        return f"Open A-{number}"

    def never_mind(self) -> str:
        return self.say(en="Never mind", nl="Laat maar")

    def raised_or_dropped(self) -> str:
        return self.say(
            en="That was raised or dropped already. Type it once more if you need it.",
            nl="Dat is al ingebracht of vervallen. Typ het nog eens als je het nodig hebt.",
        )
