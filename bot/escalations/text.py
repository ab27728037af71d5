"""Sentences of escalation: what is ahead of an item, and what a project manager is asked to decide."""

from datetime import date

from bot.action_items.model import ActionItem
from bot.escalations.model import NotManager, Step
from bot.text.formats import near_day
from bot.text.marks import esc, mention
from bot.text.speaker import Refusals, Speaker


class EscalationTexts(Speaker):
    def ladder_next(self, step: Step, day: date, today: date, manager: str) -> str:
        """To the owner of what is late; `manager` is a name."""
        on, who = near_day(day, today, self.language), esc(manager)
        return self.say(
            en={
                Step.told: f"If it stays open, {who} sees it on {on}.",
                Step.proposed: f"If it stays open, I ask {who} on {on} what to do.",
                Step.decision: f"If it stays open, it's in the digest from {on} on.",
            },
            nl={
                Step.told: f"Blijft het open, dan ziet {who} het op {on}.",
                Step.proposed: f"Blijft het open, dan vraag ik {who} op {on} wat we doen.",
                Step.decision: f"Blijft het open, dan staat het vanaf {on} in het weekoverzicht.",
            },
        )[step]

    def ladder_top(self, manager: str) -> str:
        who = esc(manager)
        return self.say(
            en=f"{who} decides what happens now, and it's in the digest.",
            nl=f"{who} beslist wat we doen, en het staat in het weekoverzicht.",
        )

    def ladder_one_more(self, manager: str) -> str:
        who = esc(manager)
        return self.say(
            en=f"If it moves once more, {who} decides.", nl=f"Schuift het nog één keer op, dan beslist {who}."
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
