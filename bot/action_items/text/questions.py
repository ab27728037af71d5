"""What is asked of who raises an action item: once for what is missing, and whether it is there already."""

from datetime import date

from bot.action_items.model import ActionItem
from bot.core.language import Language
from bot.text.formats import day
from bot.text.speaker import Speaker


class QuestionTexts(Speaker):
    def missing(self, item: ActionItem, past: date | None, several: bool) -> str:
        """`past`: the date that was typed and is over; `several`: it can be more than one day."""
        if self.language == Language.en:
            noted = f"*A-{item.number}* is noted."
            if past:
                noted = f"*A-{item.number}* is noted without a date: {day(past, Language.en)} is in the past."
            elif several:
                noted = f"*A-{item.number}* is noted; its date can be read in more than one way."
            owner, due = item.owner is None and item.outside is None, item.due is None
            if owner and due:
                return f"{noted} Who does it, and by when?"
            return f"{noted} Who does it?" if owner else f"{noted} By when?"
        noted = f"*A-{item.number}* staat erin."
        if past:
            noted = f"*A-{item.number}* staat erin zonder datum: {day(past, Language.nl)} is voorbij."
        elif several:
            noted = f"*A-{item.number}* staat erin; de datum is op meer dan één manier te lezen."
        owner, due = item.owner is None and item.outside is None, item.due is None
        if owner and due:
            return f"{noted} Wie doet het, en wanneer is het klaar?"
        return f"{noted} Wie doet het?" if owner else f"{noted} Wanneer is het klaar?"

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
