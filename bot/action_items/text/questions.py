"""Sentences of forms and questions about an item, and about the message that it is made from."""

from collections.abc import Sequence
from datetime import date

from bot.action_items.model import ActionItem
from bot.text.formats import day
from bot.text.marks import channel, esc, link
from bot.text.speaker import Speaker


class QuestionTexts(Speaker):
    """`by` and `owner` are names, not mentions; empty where nobody is named."""

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

    def action_form_alike(self, line: str) -> str:
        """`line` is an item as it stands in a list."""
        return self.say(
            en=f"This looks like an item that is open:\n{line}\nSave once more if it is another.",
            nl=(
                f"Dit lijkt op een actiepunt dat openstaat:\n{line}\nSla nog een keer op als het iets "
                "anders is."
            ),
        )

    def action_form_source(self, author: str, channel_id: str, address: str) -> str:
        """`address` of the message; empty where Slack does not give it."""
        words = self.say(en="a message", nl="een bericht")
        message = link(address, words) if address else words
        said = self.say(
            en=f"From {message}" + (f" by {esc(author)}" if author else ""),
            nl=f"Uit {message}" + (f" van {esc(author)}" if author else ""),
        )
        return said if channel_id.startswith("D") else f"{said} in {channel(channel_id)}"

    def action_form_made_already(self, number: int) -> str:
        return self.say(
            en=f"*A-{number}* was made from this message before.",
            nl=f"Van dit bericht is eerder *A-{number}* gemaakt.",
        )

    def action_source(self, address: str) -> str:
        return self.say(
            en=f"made from {link(address, 'this message')}", nl=f"gemaakt uit {link(address, 'dit bericht')}"
        )

    def action_source_edited(self) -> str:
        return self.say(
            en="The message that it was made from has been edited since.",
            nl="Het bericht waaruit het is gemaakt, is daarna gewijzigd.",
        )

    def action_source_deleted(self) -> str:
        return self.say(
            en="The message that it was made from has been deleted.",
            nl="Het bericht waaruit het is gemaakt, is verwijderd.",
        )

    def action_new_text(self, text: str) -> str:
        return self.say(en=f"It says now: {esc(text)}", nl=f"Er staat nu: {esc(text)}")

    def action_take_new_text(self) -> str:
        return self.say(en="Take the new text", nl="Neem de nieuwe tekst over")

    def action_pinned(self, author: str, channel_id: str, address: str) -> str:
        words = self.say(en="message", nl="bericht")
        message, where = link(address, words) if address else words, channel(channel_id)
        return self.say(
            en=f"You pinned a {message} by {esc(author)} in {where}:",
            nl=f"Je zette een punaise bij een {message} van {esc(author)} in {where}:",
        )

    def action_make(self) -> str:
        return self.say(en="Make an action item", nl="Maak er een actiepunt van")

    def action_made(self, number: int) -> str:
        return self.say(en=f"This became *A-{number}*.", nl=f"Dit werd *A-{number}*.")
