"""Sentences between an owner and who decides of their item: another date, not mine, and what comes of it."""

from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum

from bot.action_items.model import ActionItem, Asked, CounterOffer
from bot.action_items.snooze import Snooze
from bot.action_items.text.cards import facts_of
from bot.core.language import Both
from bot.text.formats import near_day, near_moment, postponed
from bot.text.sentences import Speaker, bold, channel, esc, said, strong


class Outcome(StrEnum):
    """How a counter-offer ended."""

    moved = "moved"
    given = "given"
    kept = "kept"
    done = "done"
    cancelled = "cancelled"
    taken_back = "taken_back"
    """By who had asked."""
    withdrawn = "withdrawn"


def _because(reason: str) -> str:
    sign = "," if reason.lower().startswith("omdat ") else ":"
    return f"{sign} {esc(reason)}" if reason else ""


SNOOZES = {
    Snooze.half_hour: Both("In 30 minutes", "Over 30 minuten"),
    Snooze.two_hours: Both("In 2 hours", "Over 2 uur"),
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

    def offer_moved(self, first: date, times: int, because: str, today: date) -> str:
        day = near_day(first, today, self.language)
        said = (self.say(en=f"first {day}", nl=f"eerst {day}"), postponed(times, self.language))
        return f"{', '.join(filter(None, said))}{_because(because)}"

    def offer_waits(self, offer: CounterOffer, by: str, owner: str, today: date) -> str:
        """On the card."""
        return f"{esc(by)} {self._asks(offer, owner, today, esc)}{_because(offer.reason)}"

    def offer_question(self, item: ActionItem, offer: CounterOffer, by: str, owner: str, today: date) -> str:
        """To who decides; `item` as it was when it was asked."""
        asks = self._asks(offer, owner, today, bold)
        if offer.asked is Asked.due and item.due:
            old = near_day(item.due, today, self.language)
            asks += self.say(en=f" instead of {old}", nl=f" in plaats van {old}")
        quoted = "".join(f"\n> {esc(line)}" for line in offer.reason.splitlines())
        return f"{bold(by)} {asks}{quoted}"

    def _asks(self, offer: CounterOffer, owner: str, today: date, named: Callable[[str], str]) -> str:
        if offer.asked is Asked.due and offer.due:
            due = named(near_day(offer.due, today, self.language))
            return self.say(en=f"asks for {due}", nl=f"vraagt {due}")
        other = named(owner) if owner else self.say(en="somebody else", nl="iemand anders")
        return self.say(en=f"asks if {other} can do this", nl=f"vraagt of {other} dit kan doen")

    def offer_asked(self, offer: CounterOffer, decider: str, owner: str, today: date) -> str:
        """To the owner, while it waits for an answer."""
        of = f" {bold(decider)}" if decider else ""
        if offer.asked is Asked.due and offer.due:
            due = bold(near_day(offer.due, today, self.language))
            return self.say(en=f"You asked{of} for {due}", nl=f"Je vroeg{of} om {due}")
        other = bold(owner) if owner else self.say(en="somebody else", nl="iemand anders")
        return self.say(
            en=f"You asked{of} if {other} can do this", nl=f"Je vroeg{of} of {other} dit kan doen"
        )

    def offer_about(self, item: ActionItem, project_channel: str) -> str:
        return f"{esc(item.text)} · A-{item.number} {channel(project_channel)}"

    def offer_place(self, item: ActionItem, project_channel: str) -> str:
        return facts_of(channel(project_channel), f"A-{item.number}")

    def offer_outcome(
        self, outcome: Outcome, item: ActionItem, offer: CounterOffer, who: str, owner: str, today: date
    ) -> str:
        """To who was asked; `owner`: who has it now."""
        due = bold(near_day(item.due, today, self.language)) if item.due else ""
        who, owner, date_asked = bold(who), bold(owner) if owner else "", offer.asked is Asked.due
        moved = self.say(en=f"{who} moved it to {due}.", nl=f"{who} zette het op {due}.")
        if not due:
            moved = self.say(en=f"{who} took the date off.", nl=f"{who} haalde de datum weg.")
        elif item.due == offer.due:
            moved = self.say(en=f"{who} agreed: it's now due {due}.", nl=f"{who} is akkoord: het mag {due}.")
        return self.say(
            en={
                Outcome.moved: moved,
                Outcome.given: f"{who} gave it to {owner}." if owner else f"{who} left it without an owner.",
                Outcome.kept: f"{who} kept the date." if date_asked else f"{who} left it as it was.",
                Outcome.done: "It's done, so there's nothing left to decide.",
                Outcome.cancelled: "It was dropped, so there's nothing left to decide.",
                Outcome.taken_back: f"{who} took this back. There's nothing left to decide.",
                Outcome.withdrawn: "There's nothing left to decide.",
            },
            nl={
                Outcome.moved: moved,
                Outcome.given: f"{who} gaf het aan {owner}." if owner else f"{who} haalde de naam weg.",
                Outcome.kept: f"{who} hield de datum aan." if date_asked else f"{who} liet het zo.",
                Outcome.done: "Het is gereed, dus er valt niets meer te beslissen.",
                Outcome.cancelled: "Het is vervallen, dus er valt niets meer te beslissen.",
                Outcome.taken_back: f"{who} trok dit in. Er valt niets meer te beslissen.",
                Outcome.withdrawn: "Er valt niets meer te beslissen.",
            },
        )[outcome]

    def offer_kept(self, item: ActionItem, offer: CounterOffer, who: str, today: date) -> str:
        """To the owner."""
        what, who = strong(item.text), bold(who)
        if offer.asked is Asked.owner:
            return self.say(en=f"{who} leaves {what} with you.", nl=f"{who} laat {what} bij jou.")
        if item.due is None:
            return self.say(en=f"{who} keeps {what} as it was.", nl=f"{who} laat {what} zoals het was.")
        due = bold(near_day(item.due, today, self.language))
        return self.say(en=f"{who} keeps {due} for {what}.", nl=f"{who} houdt {due} aan voor {what}.")

    def offer_agreed(self, item: ActionItem, offer: CounterOffer, who: str, owner: str, today: date) -> str:
        """To the owner who asked; `owner`: who has it now."""
        what, who = strong(item.text), bold(who)
        if item.owner != offer.by:
            to = bold(owner)
            return self.say(
                en=f"{who} agrees: {to} does {what} now." if owner else f"{who} took {what} off your list.",
                nl=f"{who} is akkoord: {to} doet {what} nu."
                if owner
                else f"{who} haalde {what} van je lijst.",
            )
        if item.due is None:
            return self.say(en=f"{who} took the date off {what}.", nl=f"{who} haalde de datum van {what}.")
        due = bold(near_day(item.due, today, self.language))
        if item.due == offer.due:
            return self.say(
                en=f"{who} agrees: {what} is now due {due}.", nl=f"{who} is akkoord: {what} mag {due}."
            )
        return self.say(en=f"{who} moved {what} to {due}.", nl=f"{who} zette {what} op {due}.")

    def offer_taken_back(self, item: ActionItem, offer: CounterOffer, today: date) -> str:
        """To the owner who asked and does not any more."""
        what = strong(item.text)
        if offer.asked is Asked.owner or item.due is None:
            return self.say(
                en=f"Taken back: {what} stays with you (A-{item.number}).",
                nl=f"Ingetrokken: {what} blijft bij jou (A-{item.number}).",
            )
        due = bold(near_day(item.due, today, self.language))
        return self.say(
            en=f"Taken back: {what} stays due {due} (A-{item.number}).",
            nl=f"Ingetrokken: {what} blijft op {due} (A-{item.number}).",
        )

    def offer_gone(self, by: str) -> str:
        """To who answers what was taken back."""
        return self.say(
            en=f"{bold(by)} took this back, so nothing changed.",
            nl=f"{bold(by)} trok dit in, dus er is niets veranderd.",
        )

    def offer_agreed_by(self, due: date, who: str, today: date) -> str:
        """On the card of who asked."""
        day = near_day(due, today, self.language)
        return self.say(en=f"{esc(who)} agreed to {day}", nl=f"{esc(who)} is akkoord met {day}")

    def offer_open_again(self, item: ActionItem) -> str:
        what = strong(item.text)
        return self.say(
            en=f"Your question about {what} is open again.", nl=f"Je vraag over {what} staat weer open."
        )

    accept = said(en="I'll do it", nl="Pak ik op")
    agree = said(en="Agree", nl="Akkoord")

    def keep(self, item: ActionItem, offer: CounterOffer, by: str, today: date) -> str:
        """`by`: the owner."""
        if offer.asked is Asked.owner:
            return self.say(en=f"Leave it with {by}", nl=f"Laat bij {by}")
        if item.due is None:
            return self.say(en="Leave it", nl="Zo laten")
        due = near_day(item.due, today, self.language)
        return self.say(en=f"Keep {due}", nl=f"Laat op {due}")

    take_back = said(en="Take it back", nl="Intrekken")
    other_date = said(en="Other date", nl="Andere datum")
    not_mine = said(en="Not mine", nl="Niet van mij")
    new_date = said(en="New date", nl="Nieuwe datum")
    offer_reason = said(en="Why", nl="Waarom")
    offer_whom = said(en="Who could do it?", nl="Wie kan het wel doen?")
    offer_send = said(en="Send", nl="Versturen")
    snooze = said(en="Later", nl="Later")

    def snooze_choice(self, choice: Snooze) -> str:
        return SNOOZES[choice].in_language(self.language)

    snooze_form = said(en="Remind me", nl="Herinner me")
    snooze_day = said(en="Day", nl="Dag")
    snooze_time = said(en="Time", nl="Tijd")

    def snoozed_until(self, item: ActionItem, until: datetime, choice: Snooze, today: date) -> str:
        """`until` and `since` are naive, on their clock, as `today` is."""
        meant = MEANT[choice].in_language(self.language) if choice in MEANT else ""
        what, when = strong(item.text), near_moment(until, today, self.language)
        return self.say(
            en=f"{what} comes back on {when}{meant} (A-{item.number}).",
            nl=f"{what} komt terug op {when}{meant} (A-{item.number}).",
        )

    def snooze_stands_until(self, until: datetime, today: date) -> str:
        when = near_moment(until, today, self.language)
        return self.say(en=f"comes back on {when}", nl=f"komt terug op {when}")

    def snoozed_since(self, since: datetime, today: date) -> str:
        when = near_moment(since, today, self.language)
        return self.say(en=f"You asked for this on {when}.", nl=f"Hier vroeg je om op {when}.")
