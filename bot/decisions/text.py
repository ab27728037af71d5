"""Sentences about decisions."""

from collections.abc import Sequence
from datetime import date

from bot.decisions.model import Decision, ItsOwnSuccessor, NoLongerValid, Status
from bot.text.formats import near_day
from bot.text.sentences import Refusals, Speaker, bold, channel, esc, said

MARKS = {Status.valid: "", Status.superseded: "↻ ", Status.withdrawn: "✗ "}


class DecisionTexts(Speaker):
    """People stand in by name, not mentioned: a mention calls each of them once more."""

    def decision_title(self, decision: Decision) -> str:
        """Struck through once it no longer holds."""
        named = bold(decision.text)
        return named if decision.valid else f"{MARKS[Status(decision.status)]}~{named[1:-1]}~"

    def decision_facts(self, decision: Decision, today: date, by: Sequence[str], told: Sequence[str]) -> str:
        """`by` and `informed` are names; by nobody it was decided in a meeting."""
        on, who = near_day(decision.decided_on, today, self.language), ", ".join(map(esc, by))
        knows = ", ".join(map(esc, told))
        facts = (
            self._state(decision),
            self.say(en=f"decided by {who}, {on}", nl=f"besloten door {who}, {on}")
            if who
            else self.say(en=f"decided on {on}", nl=f"besloten op {on}"),
            self._in_minutes(decision),
            self.say(en=f"told: {knows}", nl=f"verteld aan: {knows}") if knows else "",
            f"B-{decision.number}",
        )
        return " · ".join(filter(None, facts))

    def decision_reasons(self, decision: Decision) -> list[str]:
        because, rejected = esc(decision.because), esc(decision.rejected)
        return [
            *([self.say(en=f"Because {because}", nl=f"Omdat {because}")] if because else []),
            *([self.say(en=f"Rejected: {rejected}", nl=f"Afgewezen: {rejected}")] if rejected else []),
        ]

    def decision_line(self, decision: Decision, today: date, by: Sequence[str]) -> str:
        facts = (
            self._state(decision),
            ", ".join(map(esc, by)),
            near_day(decision.decided_on, today, self.language),
        )
        text = f"{MARKS[Status(decision.status)]}{esc(decision.text)}"
        return " · ".join((text, *filter(None, facts), f"B-{decision.number}"))

    def decision_told(self, by: str, project_channel: str) -> str:
        here = channel(project_channel)
        return self.say(
            en=f"{bold(by)} wants you to know what was decided in {here}:",
            nl=f"{bold(by)} wil dat je weet wat in {here} is besloten:",
        )

    latest_decisions = said(en="Decided lately", nl="Laatst besloten")

    def decision_in_minutes(self, decision: Decision) -> str:
        """Plain text."""
        text = f"{MARKS[Status(decision.status)]}{decision.text} (B-{decision.number})"
        return " · ".join(filter(None, (text, self._state(decision).replace("*", ""))))

    def decision_bullet(self, decision: Decision) -> str:
        """The same on one line, in a list."""
        return f"• {esc(' '.join(self.decision_in_minutes(decision).split()))}"

    def _in_minutes(self, decision: Decision) -> str:
        if decision.minutes is None:
            return ""
        minutes = self.say(en=f"minutes {decision.minutes}", nl=f"notulen {decision.minutes}")
        line = self.say(en=f"line {decision.line} of ", nl=f"regel {decision.line} van ")
        return f"{line if decision.line else ''}{minutes}"

    def _state(self, decision: Decision) -> str:
        if decision.status == Status.superseded:
            return self.say(
                en=f"*replaced by B-{decision.superseded_by}*",
                nl=f"*vervangen door B-{decision.superseded_by}*",
            )
        return self.say(en="*withdrawn*", nl="*ingetrokken*") if decision.status == Status.withdrawn else ""


REFUSALS = Refusals()
REFUSALS[NoLongerValid] = lambda say, it: (
    say(
        en=f"B-{it.number} was replaced by B-{it.superseded_by} already. Choose that one.",
        nl=f"B-{it.number} is al vervangen door B-{it.superseded_by}. Kies die.",
    )
    if it.superseded_by
    else say(
        en=f"B-{it.number} was withdrawn. Record it anew, or take the withdrawal back with undo.",
        nl=f"B-{it.number} is ingetrokken. Leg het opnieuw vast, of maak het intrekken ongedaan.",
    )
)
REFUSALS[ItsOwnSuccessor] = lambda say, it: say(
    en=f"B-{it.number} can't replace itself. Name another number, or type the new decision.",
    nl=f"B-{it.number} kan zichzelf niet vervangen. Noem een ander nummer, of typ het nieuwe besluit.",
)
