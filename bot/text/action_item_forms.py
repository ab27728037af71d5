"""Sentences of the form of an action item, and of the messages that items are made from."""

from datetime import datetime
from typing import Protocol

from bot.domain.action_item_forms import NotANumber
from bot.domain.errors import Rejected
from bot.domain.language import Language
from bot.text.formats import clock_time
from bot.text.marks import bold, code, esc


class ActionItemFormTexts(Protocol):
    def action_form_new(self) -> str: ...
    def action_form_rest(self) -> str: ...
    def action_form_project(self) -> str: ...
    def action_form_overtaken(self, who: str, at: datetime, changes: list[str]) -> str:
        """`at` on the clock of who reads; each of `changes` is an `action_form_change`."""

    def action_form_change(self, field: str, old: str, new: str) -> str: ...
    def action_field(self, name: str) -> str: ...
    def action_hint(self, name: str) -> str: ...


class EnglishActionItemForms:
    _action_fields = {
        "text": "What must be done",
        "owner": "Owner",
        "due": "Due",
        "helpers": "Helpers",
        "starts": "Starts on",
        "repeats": "Repeats",
        "waits_for": "Waits for another item",
        "waits_on": "Waits for somebody or something",
        "outside": "Owner from outside",
        "outside_email": "E-mail address of that owner",
    }
    _action_hints = {
        "text": "Begin with a verb: update the risk log.",
        "helpers": "They lend a hand; the owner sees to it.",
        "starts": "Nobody is asked for it before that day.",
        "repeats": "In words: every Monday, every first Monday, every 2 weeks.",
        "waits_for": "Its number, as in A-12.",
        "waits_on": "In words: the permit, the supplier's answer.",
        "outside": "The name of somebody who is not in this Slack. Then I ask whoever raised the item.",
    }

    def action_form_new(self) -> str:
        return "New action item"

    def action_form_rest(self) -> str:
        return "All that follows may stay empty."

    def action_form_project(self) -> str:
        return "Project"

    def action_form_overtaken(self, who: str, at: datetime, changes: list[str]) -> str:
        first = f"{bold(who)} changed this at {clock_time(at, Language.en)}, while you had it open:"
        lines = "\n".join(f"• {change}" for change in changes)
        return f"{first}\n{lines}\nWhat you typed stands below. Save once more to keep it."

    def action_form_change(self, field: str, old: str, new: str) -> str:
        return f"{self._action_fields[field]}: {esc(old) or 'empty'} → {esc(new) or 'empty'}"

    def action_field(self, name: str) -> str:
        return self._action_fields[name]

    def action_hint(self, name: str) -> str:
        return self._action_hints.get(name, "")


class DutchActionItemForms:
    _action_fields = {
        "text": "Wat er moet gebeuren",
        "owner": "Actiehouder",
        "due": "Streefdatum",
        "helpers": "Wie meehelpt",
        "starts": "Begint op",
        "repeats": "Komt terug",
        "waits_for": "Wacht op een ander actiepunt",
        "waits_on": "Wacht op iemand of iets",
        "outside": "Actiehouder van buiten",
        "outside_email": "E-mailadres van die actiehouder",
    }
    _action_hints = {
        "text": "Begin met een werkwoord: werk de risicolog bij.",
        "helpers": "Zij helpen mee; de actiehouder zorgt dat het gebeurt.",
        "starts": "Voor die dag vraagt niemand ernaar.",
        "repeats": "In woorden: elke maandag, elke eerste maandag, elke 2 weken.",
        "waits_for": "Het nummer, zoals A-12.",
        "waits_on": "In woorden: de vergunning, het antwoord van de leverancier.",
        "outside": "De naam van iemand die niet in deze Slack zit. Ik vraag het dan aan wie het inbracht.",
    }

    def action_form_new(self) -> str:
        return "Nieuw actiepunt"

    def action_form_rest(self) -> str:
        return "Alles hieronder mag leeg blijven."

    def action_form_project(self) -> str:
        return "Project"

    def action_form_overtaken(self, who: str, at: datetime, changes: list[str]) -> str:
        first = f"{bold(who)} wijzigde dit om {clock_time(at, Language.nl)}, terwijl jij het open had:"
        lines = "\n".join(f"• {change}" for change in changes)
        return f"{first}\n{lines}\nWat jij typte staat hieronder. Sla nog een keer op om dat te bewaren."

    def action_form_change(self, field: str, old: str, new: str) -> str:
        return f"{self._action_fields[field]}: {esc(old) or 'leeg'} → {esc(new) or 'leeg'}"

    def action_field(self, name: str) -> str:
        return self._action_fields[name]

    def action_hint(self, name: str) -> str:
        return self._action_hints.get(name, "")


def english_form_refusal(reason: Rejected) -> str:
    match reason:
        case NotANumber(typed=typed):
            return f"{code(typed)} is not a number of an action item. Type it as {code('A-12')}."
    return ""


def dutch_form_refusal(reason: Rejected) -> str:
    match reason:
        case NotANumber(typed=typed):
            return f"{code(typed)} is geen nummer van een actiepunt. Typ het zoals {code('A-12')}."
    return ""
