"""Sentences of the form of an action item, and of the messages that items are made from."""

from datetime import datetime

from bot.text.formats import clock_time
from bot.text.marks import bold, channel, esc, link
from bot.text.speaker import Speaker


class ActionItemFormTexts(Speaker):
    _action_fields_en = {
        "text": "What must be done",
        "owner": "Owner",
        "due": "Due",
        "because": "Why the date moves",
        "helpers": "Helpers",
        "starts": "Starts on",
        "repeats": "Repeats",
        "waits_for": "Waits for another item",
        "waits_on": "Waits for somebody or something",
        "outside": "Owner from outside",
        "outside_email": "E-mail address of that owner",
    }
    _action_fields_nl = {
        "text": "Wat er moet gebeuren",
        "owner": "Actiehouder",
        "due": "Streefdatum",
        "because": "Waarom de datum opschuift",
        "helpers": "Wie meehelpt",
        "starts": "Begint op",
        "repeats": "Komt terug",
        "waits_for": "Wacht op een ander actiepunt",
        "waits_on": "Wacht op iemand of iets",
        "outside": "Actiehouder van buiten",
        "outside_email": "E-mailadres van die actiehouder",
    }

    _action_hints_en = {
        "text": "Begin with a verb: update the risk log.",
        "because": "Only if it becomes later; it is shown beside the first date.",
        "helpers": "They lend a hand; the owner sees to it.",
        "starts": "Nobody is asked for it before that day.",
        "repeats": "In words: every Monday, every first Monday, every 2 weeks.",
        "waits_for": "Its number, as in A-12.",
        "waits_on": "In words: the permit, the supplier's answer.",
        "outside": "The name of somebody who is not in this Slack. Then I ask whoever raised the item.",
    }
    _action_hints_nl = {
        "text": "Begin met een werkwoord: werk de risicolog bij.",
        "because": "Alleen als het later wordt; het staat dan bij de eerste datum.",
        "helpers": "Zij helpen mee; de actiehouder zorgt dat het gebeurt.",
        "starts": "Voor die dag vraagt niemand ernaar.",
        "repeats": "In woorden: elke maandag, elke eerste maandag, elke 2 weken.",
        "waits_for": "Het nummer, zoals A-12.",
        "waits_on": "In woorden: de vergunning, het antwoord van de leverancier.",
        "outside": "De naam van iemand die niet in deze Slack zit. Ik vraag het dan aan wie het inbracht.",
    }

    def action_form_new(self) -> str:
        return self.say(en="New action item", nl="Nieuw actiepunt")

    def action_form_rest(self) -> str:
        return self.say(en="All that follows may stay empty.", nl="Alles hieronder mag leeg blijven.")

    def action_form_project(self) -> str:
        return "Project"

    def action_form_overtaken(self, who: str, at: datetime, changes: list[str]) -> str:
        """`at` on the clock of who reads; each of `changes` is an `action_form_change`."""
        time, lines = clock_time(at, self.language), "\n".join(f"• {change}" for change in changes)
        return self.say(
            en=f"{bold(who)} changed this at {time}, while you had it open:\n{lines}\n"
            "What you typed stands below. Save once more to keep it.",
            nl=f"{bold(who)} wijzigde dit om {time}, terwijl jij het open had:\n{lines}\n"
            "Wat jij typte staat hieronder. Sla nog een keer op om dat te bewaren.",
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

    def action_form_change(self, field: str, old: str, new: str) -> str:
        return self.say(
            en=f"{self._action_fields_en[field]}: {esc(old) or 'empty'} → {esc(new) or 'empty'}",
            nl=f"{self._action_fields_nl[field]}: {esc(old) or 'leeg'} → {esc(new) or 'leeg'}",
        )

    def action_field(self, name: str) -> str:
        return self.say(en=self._action_fields_en[name], nl=self._action_fields_nl[name])

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

    def action_hint(self, name: str) -> str:
        return self.say(en=self._action_hints_en.get(name, ""), nl=self._action_hints_nl.get(name, ""))
