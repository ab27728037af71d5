"""Sentences of escalation: what is ahead of an item, and what a project manager is asked to decide."""

from datetime import date

from bot.action_items.model import ActionItem
from bot.escalations.model import NotManager, Step
from bot.text.formats import due_from, near_day, postponed
from bot.text.sentences import Refusals, Speaker, channel, esc, mention, said


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

    settle_intro = said(
        en="*Needs your decision*",
        nl="*Jij beslist*",
    )
    settle_done = said(en="All of this is decided.", nl="Hierover is beslist.")

    def settle_row(
        self, item: ActionItem, owner: str, today: date, times: int, project_channel: str, away: str
    ) -> str:
        """`times`: how often it was postponed, where that is why it is asked."""
        facts = (
            esc(item.text),
            esc(owner) or self.settle_nobody(),
            away,
            due_from(item.due, today, self.language) if item.due and item.due < today else "",
            postponed(times, self.language),
            f"A-{item.number} {channel(project_channel)}",
        )
        return " · ".join(filter(None, facts))

    settle_nobody = said(en="no owner", nl="geen actiehouder")

    def settle_settled(self, item: ActionItem, project_channel: str) -> str:
        return f"✓ ~{esc(item.text).replace('~', '∼')}~ · A-{item.number} {channel(project_channel)}"

    settle_owner = said(en="Owner", nl="Actiehouder")
    settle_keep = said(en="Leave it", nl="Zo laten")
    settle_drop = said(en="Drop", nl="Laten vervallen")


REFUSALS = Refusals()
REFUSALS[NotManager] = lambda say, it: say(
    en=f"The project manager decides on this. Ask {mention(it.manager)}.",
    nl=f"Hierover beslist de projectmanager. Vraag het aan {mention(it.manager)}.",
)
