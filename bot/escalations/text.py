"""Sentences of escalation: what is ahead of an item, and what a project manager is asked to decide."""

from collections.abc import Mapping
from datetime import date

from bot.action_items.model import ActionItem
from bot.core.language import Language
from bot.escalations.model import NotManager, Step
from bot.text.formats import counted, near_day
from bot.text.marks import channel, esc, mention
from bot.text.speaker import Refusals, Speaker


def _steps(words: Mapping[Step, str], days: Mapping[Step, date], today: date, language: Language) -> str:
    return ", ".join(f"{near_day(day, today, language)} {words[step]}" for step, day in days.items())


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

    def ladder_ahead(self, days: Mapping[Step, date], today: date) -> str:
        """On the card: the levels that are to come."""
        return self.say(
            en=f"if it is not done: {_steps(self._steps_en, days, today, Language.en)}",
            nl=f"als het niet af is: {_steps(self._steps_nl, days, today, Language.nl)}",
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
            en="*Needs your decision*",
            nl="*Jij beslist*",
        )

    def settle_done(self) -> str:
        return self.say(en="All of this is decided.", nl="Hierover is beslist.")

    def settle_row(
        self, item: ActionItem, owner: str, late: int, times: int, project_channel: str, away: str
    ) -> str:
        """`late`: working days; `times`: how often it was postponed, where that is why it is asked."""
        english = self.language == Language.en
        days = counted(late, "working day late", "working days late")
        if not english:
            days = counted(late, "werkdag te laat", "werkdagen te laat")
        moved = counted(times, "time", "times") if english else f"{times} keer"
        facts = (
            esc(item.text),
            esc(owner) or self.settle_nobody(),
            away,
            days if late else "",
            self.say(en=f"postponed {moved}", nl=f"{moved} uitgesteld") if times else "",
            f"A-{item.number} {channel(project_channel)}",
        )
        return " · ".join(filter(None, facts))

    def settle_nobody(self) -> str:
        return self.say(en="no owner", nl="geen actiehouder")

    def settle_settled(self, item: ActionItem, project_channel: str) -> str:
        return f"✓ ~{esc(item.text).replace('~', '∼')}~ · A-{item.number} {channel(project_channel)}"

    def settle_owner(self) -> str:
        return self.say(en="Owner", nl="Actiehouder")

    def settle_keep(self) -> str:
        return self.say(en="Leave it", nl="Zo laten")

    def settle_drop(self) -> str:
        return self.say(en="Drop", nl="Laten vervallen")


REFUSALS = Refusals()
REFUSALS[NotManager] = lambda say, it: say(
    en=f"The project manager decides on this. Ask {mention(it.manager)}.",
    nl=f"Hierover beslist de projectmanager. Vraag het aan {mention(it.manager)}.",
)
