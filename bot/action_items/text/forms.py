"""Sentences of the form of an action item, and of the messages that items are made from."""

from bot.text.marks import channel, esc, link
from bot.text.speaker import Speaker


class ActionItemFormTexts(Speaker):
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
