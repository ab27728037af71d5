"""Sentences of the ladder: what is ahead of an item, and what a project manager is asked to decide."""

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from bot.action_items.model import ActionItem
from bot.core.errors import Rejected
from bot.core.language import Language
from bot.escalations.model import NotManager, Step
from bot.text.formats import short_day
from bot.text.marks import mention


class EscalationTexts(Protocol):
    def ladder_ahead(self, days: Mapping[Step, date]) -> str:
        """On the card: the steps that are to come."""

    def ladder_top(self) -> str: ...
    def ladder_one_more(self) -> str: ...
    def settle_intro(self) -> str: ...
    def settle_done(self) -> str: ...
    def settle_postponed(self, times: int) -> str: ...
    def settle_settled(self) -> str: ...
    def settle_date(self) -> str: ...
    def settle_owner(self) -> str: ...
    def settle_keep(self) -> str: ...
    def settle_drop(self) -> str: ...
    def settle_drop_sure(self, item: ActionItem) -> str: ...


def _steps(words: Mapping[Step, str], days: Mapping[Step, date], language: Language) -> str:
    return ", ".join(f"{short_day(day, language)} {words[step]}" for step, day in days.items())


class EnglishEscalations:
    _steps = {
        Step.told: "to the project manager",
        Step.proposed: "a proposal to settle it",
        Step.decision: "in the digest",
    }

    def ladder_ahead(self, days: Mapping[Step, date]) -> str:
        return f"if it is not done: {_steps(self._steps, days, Language.en)}"

    def ladder_top(self) -> str:
        return "needs a decision of the project manager, and stands in the digest"

    def ladder_one_more(self) -> str:
        return "one more postponement asks for a decision"

    def settle_intro(self) -> str:
        return "What is to become of these? They stay overdue or keep being postponed; you decide."

    def settle_done(self) -> str:
        return "All of this is settled."

    def settle_postponed(self, times: int) -> str:
        return "postponed once" if times == 1 else f"postponed {times} times"

    def settle_settled(self) -> str:
        return "settled"

    def settle_date(self) -> str:
        return "New date"

    def settle_owner(self) -> str:
        return "Other owner"

    def settle_keep(self) -> str:
        return "Leave it so"

    def settle_drop(self) -> str:
        return "Drop"

    def settle_drop_sure(self, item: ActionItem) -> str:
        return f"A-{item.number} need not be done any more. It can be reopened."


class DutchEscalations:
    _steps = {
        Step.told: "bij de projectmanager",
        Step.proposed: "een voorstel om het te regelen",
        Step.decision: "in het weekoverzicht",
    }

    def ladder_ahead(self, days: Mapping[Step, date]) -> str:
        return f"als het niet af is: {_steps(self._steps, days, Language.nl)}"

    def ladder_top(self) -> str:
        return "vraagt een besluit van de projectmanager en staat in het weekoverzicht"

    def ladder_one_more(self) -> str:
        return "nog één keer uitstel vraagt een besluit"

    def settle_intro(self) -> str:
        return "Wat doen we hiermee? Het blijft te laat of wordt steeds uitgesteld; jij beslist."

    def settle_done(self) -> str:
        return "Dit is allemaal geregeld."

    def settle_postponed(self, times: int) -> str:
        return f"{times} keer uitgesteld"

    def settle_settled(self) -> str:
        return "geregeld"

    def settle_date(self) -> str:
        return "Nieuwe datum"

    def settle_owner(self) -> str:
        return "Andere actiehouder"

    def settle_keep(self) -> str:
        return "Laat het zo"

    def settle_drop(self) -> str:
        return "Laten vervallen"

    def settle_drop_sure(self, item: ActionItem) -> str:
        return f"A-{item.number} hoeft dan niet meer. Heropenen kan altijd."


def english_escalation_refusal(reason: Rejected) -> str | None:
    match reason:
        case NotManager(manager=manager):
            return f"The project manager decides on this. Ask {mention(manager)}."
    return None


def dutch_escalation_refusal(reason: Rejected) -> str | None:
    match reason:
        case NotManager(manager=manager):
            return f"Hierover beslist de projectmanager. Vraag het aan {mention(manager)}."
    return None
