"""Sentences of escalation: what is ahead of an item, and what a project manager is asked to decide."""

from collections.abc import Mapping
from datetime import date

from bot.action_items.model import ActionItem
from bot.core.language import Language
from bot.escalations.model import NotManager, Step
from bot.text.formats import short_day
from bot.text.marks import mention
from bot.text.speaker import Refusals, Speaker


def _steps(words: Mapping[Step, str], days: Mapping[Step, date], language: Language) -> str:
    return ", ".join(f"{short_day(day, language)} {words[step]}" for step, day in days.items())


class EscalationTexts(Speaker):
    _steps_en = {
        Step.told: "to the project manager",
        Step.proposed: "the manager is asked to decide",
        Step.decision: "in the digest",
    }
    _steps_nl = {
        Step.told: "bij de projectmanager",
        Step.proposed: "de projectmanager moet beslissen",
        Step.decision: "in het weekoverzicht",
    }

    def ladder_ahead(self, days: Mapping[Step, date]) -> str:
        """On the card: the levels that are to come."""
        return self.say(
            en=f"if it is not done: {_steps(self._steps_en, days, Language.en)}",
            nl=f"als het niet af is: {_steps(self._steps_nl, days, Language.nl)}",
        )

    def ladder_top(self) -> str:
        return self.say(
            en="needs a decision of the project manager, and stands in the digest",
            nl="vraagt een besluit van de projectmanager en staat in het weekoverzicht",
        )

    def ladder_one_more(self) -> str:
        return self.say(
            en="one more postponement asks for a decision", nl="nog één keer uitstel vraagt een besluit"
        )

    def settle_intro(self) -> str:
        return self.say(
            en="What is to become of these? They stay overdue or keep being postponed; you decide.",
            nl="Wat doen we hiermee? Het blijft te laat of wordt steeds uitgesteld; jij beslist.",
        )

    def settle_done(self) -> str:
        return self.say(en="All of this is settled.", nl="Dit is allemaal geregeld.")

    def settle_postponed(self, times: int) -> str:
        return self.say(
            en="postponed once" if times == 1 else f"postponed {times} times", nl=f"{times} keer uitgesteld"
        )

    def settle_settled(self) -> str:
        return self.say(en="settled", nl="geregeld")

    def settle_owner(self) -> str:
        return self.say(en="Other owner", nl="Andere actiehouder")

    def settle_drop(self) -> str:
        return self.say(en="Drop", nl="Laten vervallen")

    def settle_drop_sure(self, item: ActionItem) -> str:
        return self.say(
            en=f"A-{item.number} need not be done any more. It can be reopened.",
            nl=f"A-{item.number} hoeft dan niet meer. Heropenen kan altijd.",
        )


REFUSALS = Refusals()
REFUSALS[NotManager] = lambda say, it: say(
    en=f"The project manager decides on this. Ask {mention(it.manager)}.",
    nl=f"Hierover beslist de projectmanager. Vraag het aan {mention(it.manager)}.",
)
