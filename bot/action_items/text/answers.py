"""Sentences between an owner and who raised their item: accepted, another date, not mine, later."""

from datetime import date, datetime
from enum import StrEnum

from bot.action_items.model import ActionItem, Asked, CounterOffer
from bot.action_items.snooze import Snooze
from bot.action_items.text.cards import about, due_day
from bot.core.language import Both, Language
from bot.text.formats import bare_day, moment
from bot.text.marks import bold, channel, esc
from bot.text.speaker import Speaker


class Outcome(StrEnum):
    """How a counter-offer ended."""

    moved = "moved"
    given = "given"
    kept = "kept"
    done = "done"
    cancelled = "cancelled"
    withdrawn = "withdrawn"


def _because(reason: str) -> str:
    return f": {esc(reason)}" if reason else ""


SNOOZES = {
    Snooze.half_hour: Both("30 minutes", "Over 30 minuten"),
    Snooze.two_hours: Both("2 hours", "Over 2 uur"),
    Snooze.tomorrow: Both("Tomorrow morning", "Morgenochtend"),
    Snooze.next_week: Both("Next week", "Volgende week"),
    Snooze.pick: Both("Choose a time", "Kies een moment"),
}
MEANT = {
    Snooze.tomorrow: Both(", your next working morning", ", je eerstvolgende werkochtend"),
    Snooze.next_week: Both(
        ", your first working morning from Monday on", ", je eerste werkochtend vanaf maandag"
    ),
}
"""The choices that are no moment of their own."""


class AnswerTexts(Speaker):
    """`by` and `owner` are names, not mentions; empty where nobody is named."""

    def offer_accepted_by(self, owner: str) -> str:
        return self.say(en=f"accepted by {esc(owner)}", nl=f"{esc(owner)} pakt dit op")

    def offer_moved(self, first: date, times: int, because: str) -> str:
        moved = {0: "", 1: ", moved once"}.get(times, f", moved {times} times")
        said = self.say(
            en=f"first {bare_day(first, self.language)}{moved}",
            nl=f"oorspronkelijk {bare_day(first, self.language)}"
            + (f", {times} keer uitgesteld" if times else ""),
        )
        return f"{said}{_because(because)}"

    def offer_waits(self, offer: CounterOffer, by: str, owner: str) -> str:
        """On the card."""
        if offer.asked is Asked.due and offer.due:
            due = bare_day(offer.due, self.language)
            asks = self.say(en=f"asks for {due}", nl=f"vraagt om {due}")
        elif owner:
            asks = self.say(
                en=f"asks to give it to {esc(owner)}", nl=f"vraagt om dit aan {esc(owner)} te geven"
            )
        else:
            asks = self.say(en="asks for another owner", nl="vraagt een andere actiehouder")
        return f"{esc(by)} {asks}{_because(offer.reason)}"

    def offer_question(self, item: ActionItem, offer: CounterOffer, by: str, owner: str) -> str:
        """To who raised it; `item` as it was when it was asked."""
        number = f"*A-{item.number}*"
        if offer.asked is Asked.due and offer.due:
            old, new = item.due and bare_day(item.due, self.language), bare_day(offer.due, self.language)
            asks = self.say(
                en=f"asks to move {number} {f'from {old} ' if old else ''}to {new}",
                nl=f"vraagt om {number} te verzetten {f'van {old} ' if old else ''}naar {new}",
            )
        elif owner:
            asks = self.say(
                en=f"asks to give {number} to {bold(owner)}",
                nl=f"vraagt om {number} aan {bold(owner)} te geven",
            )
        else:
            asks = self.say(
                en=f"asks for another owner of {number}", nl=f"vraagt een andere actiehouder voor {number}"
            )
        return f"{bold(by)} {asks}{_because(offer.reason)}"

    def offer_about(self, item: ActionItem, project_channel: str) -> str:
        return f"{about(item)} · {channel(project_channel)}"

    def offer_outcome(self, outcome: Outcome, item: ActionItem, who: str, owner: str) -> str:
        due, who, owner = due_day(item, self.language, bare_day), esc(who), esc(owner)
        return self.say(
            en={
                Outcome.moved: f"Now due {due}, by {who}.",
                Outcome.given: f"Given to {owner} by {who}." if owner else f"Changed by {who}.",
                Outcome.kept: f"Kept as it was by {who}.",
                Outcome.done: "Not asked any more: it is done.",
                Outcome.cancelled: "Not asked any more: it is dropped.",
                Outcome.withdrawn: "Not asked any more.",
            },
            nl={
                Outcome.moved: f"Streefdatum nu {due}, door {who}.",
                Outcome.given: f"Door {who} aan {owner} gegeven." if owner else f"Gewijzigd door {who}.",
                Outcome.kept: f"Blijft zoals het was, zegt {who}.",
                Outcome.done: "Niet meer nodig: het is gereed.",
                Outcome.cancelled: "Niet meer nodig: het is vervallen.",
                Outcome.withdrawn: "Niet meer nodig.",
            },
        )[outcome]

    def offer_kept(self, item: ActionItem, offer: CounterOffer, who: str) -> str:
        """To the owner."""
        number, due = f"*A-{item.number}*", item.due and bare_day(item.due, self.language)
        if offer.asked is Asked.due:
            kept = self.say(
                en=f"keeps {number}{f' on {due}' if due else ''}",
                nl=f"houdt {number}{f' op {due}' if due else ''}",
            )
        else:
            kept = self.say(en=f"leaves {number} with you", nl=f"laat {number} bij jou")
        return f"{bold(who)} {kept}: {esc(item.text)}"

    def offer_agreed(self, item: ActionItem, offer: CounterOffer, who: str, owner: str) -> str:
        """To the owner who asked; `owner`: who has it now."""
        what, who = f"{esc(item.text)} (A-{item.number})", bold(who)
        if item.owner != offer.by:
            to = bold(owner)
            return self.say(
                en=f"{who} gave {what} to {to}." if owner else f"{who} took {what} off your list.",
                nl=f"{who} gaf {what} aan {to}." if owner else f"{who} haalde {what} van je lijst.",
            )
        due = bold(due_day(item, self.language, bare_day))
        if item.due == offer.due:
            return self.say(
                en=f"{who} agrees: {what} is now due {due}.", nl=f"{who} is akkoord: {what} mag {due}."
            )
        return self.say(en=f"{who} moved {what} to {due}.", nl=f"{who} zette {what} op {due}.")

    def offer_agreed_by(self, due: date, who: str) -> str:
        """On the card of who asked."""
        day = bare_day(due, self.language)
        return self.say(en=f"{esc(who)} agreed to {day}", nl=f"{esc(who)} is akkoord met {day}")

    def offer_open_again(self, item: ActionItem) -> str:
        return self.say(
            en=f"What you asked about *A-{item.number}* is open again.",
            nl=f"Wat je over *A-{item.number}* vroeg, staat weer open.",
        )

    def accept(self) -> str:
        return self.say(en="Accept", nl="Pak ik op")

    def agree(self) -> str:
        return self.say(en="Accept", nl="Akkoord")

    def keep(self) -> str:
        return self.say(en="Keep", nl="Laat zo")

    def other_date(self) -> str:
        return self.say(en="Other date", nl="Andere datum")

    def not_mine(self) -> str:
        return self.say(en="Not mine", nl="Niet van mij")

    def new_date(self) -> str:
        return self.say(en="New date", nl="Nieuwe datum")

    def offer_reason(self) -> str:
        return self.say(en="Why", nl="Waarom")

    def offer_whom(self) -> str:
        return self.say(en="Whom could it be", nl="Wie zou het kunnen zijn")

    def offer_send(self) -> str:
        return self.say(en="Send", nl="Versturen")

    def snooze(self) -> str:
        return self.say(en="Snooze", nl="Later")

    def snooze_choice(self, choice: Snooze) -> str:
        return SNOOZES[choice].in_language(self.language)

    def snooze_form(self) -> str:
        return self.say(en="Remind me", nl="Herinner me")

    def snooze_day(self) -> str:
        return self.say(en="Day", nl="Dag")

    def snooze_time(self) -> str:
        return self.say(en="Time", nl="Tijd")

    def snoozed_until(self, item: ActionItem, until: datetime, choice: Snooze) -> str:
        """`until` and `since` are naive, on their clock."""
        meant = MEANT[choice].in_language(self.language) if choice in MEANT else ""
        return self.say(
            en=f"*A-{item.number}* comes back on {moment(until, Language.en)}{meant}.",
            nl=f"*A-{item.number}* komt terug op {moment(until, Language.nl)}{meant}.",
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
