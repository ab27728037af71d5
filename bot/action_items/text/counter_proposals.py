"""Sentences between an owner and who raised their item: accepted, another date, not mine."""

from datetime import date
from enum import StrEnum

from bot.action_items.counter_proposals import NoReason, NotDecider, NotOwner, NotYourself, SameDue
from bot.action_items.model import ActionItem, Asked, CounterOffer
from bot.core.errors import Rejected
from bot.core.language import Language
from bot.text.formats import bare_day
from bot.text.marks import bold, channel, esc, mention
from bot.text.speaker import Speaker


class Outcome(StrEnum):
    """How a counter-offer ended."""

    moved = "moved"
    given = "given"
    kept = "kept"
    done = "done"
    cancelled = "cancelled"
    withdrawn = "withdrawn"


def _about(item: ActionItem, project_channel: str) -> str:
    return f"*A-{item.number}* · {esc(item.text)} · {channel(project_channel)}"


def _because(reason: str) -> str:
    return f": {esc(reason)}" if reason else ""


class ActionItemOfferTexts(Speaker):
    """`by` and `owner` are names; `owner` is empty where nobody is named."""

    def offer_accepted_by(self, owner: str) -> str:
        return self.say(en=f"accepted by {esc(owner)}", nl=f"{esc(owner)} pakt dit op")

    def offer_moved(self, first: date, times: int, because: str) -> str:
        if self.language == Language.en:
            moved = {0: "", 1: ", moved once"}.get(times, f", moved {times} times")
            return f"first {bare_day(first, Language.en)}{moved}{_because(because)}"
        moved = f", {times} keer uitgesteld" if times else ""
        return f"oorspronkelijk {bare_day(first, Language.nl)}{moved}{_because(because)}"

    def offer_waits(self, offer: CounterOffer, by: str, owner: str) -> str:
        """On the card."""
        if self.language == Language.en:
            if offer.asked is Asked.due and offer.due:
                return f"{esc(by)} asks for {bare_day(offer.due, Language.en)}{_because(offer.reason)}"
            wish = f"to give it to {esc(owner)}" if owner else "for another owner"
            return f"{esc(by)} asks {wish}{_because(offer.reason)}"
        if offer.asked is Asked.due and offer.due:
            return f"{esc(by)} vraagt om {bare_day(offer.due, Language.nl)}{_because(offer.reason)}"
        wish = f"dit aan {esc(owner)} te geven" if owner else "een andere actiehouder"
        return f"{esc(by)} vraagt {'om ' if owner else ''}{wish}{_because(offer.reason)}"

    def offer_question(self, item: ActionItem, offer: CounterOffer, by: str, owner: str) -> str:
        """To who raised it; `item` as it was when it was asked."""
        if self.language == Language.en:
            number, reason = f"*A-{item.number}*", _because(offer.reason)
            if offer.asked is Asked.due and offer.due:
                since = f"from {bare_day(item.due, Language.en)} " if item.due else ""
                return (
                    f"{bold(by)} asks to move {number} {since}to {bare_day(offer.due, Language.en)}{reason}"
                )
            wish = (
                f"asks to give {number} to {bold(owner)}" if owner else f"asks for another owner of {number}"
            )
            return f"{bold(by)} {wish}{reason}"
        number, reason = f"*A-{item.number}*", _because(offer.reason)
        if offer.asked is Asked.due and offer.due:
            since = f"van {bare_day(item.due, Language.nl)} " if item.due else ""
            wish = f"{number} te verzetten {since}naar {bare_day(offer.due, Language.nl)}"
            return f"{bold(by)} vraagt om {wish}{reason}"
        wish = f"om {number} aan {bold(owner)} te geven" if owner else f"een andere actiehouder voor {number}"
        return f"{bold(by)} vraagt {wish}{reason}"

    def offer_about(self, item: ActionItem, project_channel: str) -> str:
        return _about(item, project_channel)

    def offer_outcome(self, outcome: Outcome, item: ActionItem, who: str, owner: str) -> str:
        if self.language == Language.en:
            due = bare_day(item.due, Language.en) if item.due else "no date"
            return {
                Outcome.moved: f"Now due {due}, by {esc(who)}.",
                Outcome.given: f"Given to {esc(owner)} by {esc(who)}."
                if owner
                else f"Changed by {esc(who)}.",
                Outcome.kept: f"Kept as it was by {esc(who)}.",
                Outcome.done: "Not asked any more: it is done.",
                Outcome.cancelled: "Not asked any more: it is cancelled.",
                Outcome.withdrawn: "Not asked any more.",
            }[outcome]
        due = bare_day(item.due, Language.nl) if item.due else "geen datum"
        return {
            Outcome.moved: f"Streefdatum nu {due}, door {esc(who)}.",
            Outcome.given: f"Door {esc(who)} aan {esc(owner)} gegeven."
            if owner
            else f"Gewijzigd door {esc(who)}.",
            Outcome.kept: f"Blijft zoals het was, zegt {esc(who)}.",
            Outcome.done: "Niet meer nodig: het is gereed.",
            Outcome.cancelled: "Niet meer nodig: het is vervallen.",
            Outcome.withdrawn: "Niet meer nodig.",
        }[outcome]

    def offer_kept(self, item: ActionItem, offer: CounterOffer, who: str) -> str:
        """To the owner."""
        if self.language == Language.en:
            if offer.asked is Asked.due:
                due = f" on {bare_day(item.due, Language.en)}" if item.due else ""
                return f"{bold(who)} keeps *A-{item.number}*{due}: {esc(item.text)}"
            return f"{bold(who)} leaves *A-{item.number}* with you: {esc(item.text)}"
        if offer.asked is Asked.due:
            due = f" op {bare_day(item.due, Language.nl)}" if item.due else ""
            return f"{bold(who)} houdt *A-{item.number}*{due}: {esc(item.text)}"
        return f"{bold(who)} laat *A-{item.number}* bij jou: {esc(item.text)}"

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

    def offer_day(self) -> str:
        return self.say(en="New date", nl="Nieuwe datum")

    def offer_reason(self) -> str:
        return self.say(en="Why", nl="Waarom")

    def offer_whom(self) -> str:
        return self.say(en="Whom could it be", nl="Wie zou het kunnen zijn")

    def offer_send(self) -> str:
        return self.say(en="Send", nl="Versturen")


def english_offer_refusal(reason: Rejected) -> str | None:
    match reason:
        case NotOwner(number=number, owner=owner):
            whose = f"is {mention(owner)}'s" if owner else "has no owner just now"
            return f"A-{number} {whose}: only its owner answers for it."
        case NotDecider(decider=decider):
            return f"This is for {mention(decider)} to answer." if decider else "Nobody here can answer this."
        case NoReason():
            return "Say why in a few words, so that the answer can be yes."
        case SameDue():
            return "That is its date already. Choose another one."
        case NotYourself():
            return "That is you. Name somebody else, or nobody."
    return None


def dutch_offer_refusal(reason: Rejected) -> str | None:
    match reason:
        case NotOwner(number=number, owner=owner):
            whose = f"is van {mention(owner)}" if owner else "heeft nu geen actiehouder"
            return f"A-{number} {whose}: alleen de actiehouder gaat erover."
        case NotDecider(decider=decider):
            return f"Dit is aan {mention(decider)}." if decider else "Niemand hier kan dit beantwoorden."
        case NoReason():
            return "Zeg in een paar woorden waarom, dan is ja zeggen makkelijker."
        case SameDue():
            return "Dat is de datum al. Kies een andere."
        case NotYourself():
            return "Dat ben jij. Noem iemand anders, of niemand."
    return None
