"""Sentences about helpers, owners from outside, and items that repeat, wait or start later."""

from collections.abc import Sequence
from datetime import date

from bot.action_items.model import ActionItem, Status
from bot.core.language import Language
from bot.dates.text import recurrence
from bot.text.formats import near_day
from bot.text.marks import bold, channel, esc, strong
from bot.text.speaker import Speaker, said


class ActionItemKindTexts(Speaker):
    """Lines beneath the facts of a card, and direct messages."""

    def item_helpers(self, names: Sequence[str]) -> str:
        if self.language == Language.en:
            return f"{'helper' if len(names) == 1 else 'helpers'} {esc(', '.join(names))}"
        listed = f"{', '.join(names[:-1])} en {names[-1]}" if len(names) > 1 else "".join(names)
        return f"met hulp van {esc(listed)}"

    def item_repeats(self, rule: str, without: int | None) -> str:
        """`without`: the day of the month that some months do not have."""
        told = self.say(
            en=f"repeats {esc(recurrence(rule, Language.en))}",
            nl=f"komt {esc(recurrence(rule, Language.nl))} terug",
        )
        if without is None:
            return told
        return told + self.say(
            en=f"; months without a {without}{'st' if without == 31 else 'th'} are passed over",
            nl=f"; maanden zonder {without}e worden overgeslagen",
        )

    def item_next(self, item: ActionItem, today: date) -> str:
        due = item.due and near_day(item.due, today, self.language)
        return self.say(
            en=f"next: A-{item.number}{f' on {due}' if due else ''}",
            nl=f"volgende: A-{item.number}{f' op {due}' if due else ''}",
        )

    item_ends = said(en="doesn't come back any more", nl="komt niet meer terug")
    """Of one that repeats and was dropped."""

    def item_waits_for(self, first: ActionItem) -> str:
        what = f"{esc(first.text)} (A-{first.number})"
        return self.say(en=f"*waiting* for {what}", nl=f"*wacht* op {what}")

    def item_waits_on(self, words: str) -> str:
        return self.say(en=f"*waiting* for {esc(words)}", nl=f"*wacht* op {esc(words)}")

    def waits_no_more(self, what: str) -> str:
        """What something else took the place of."""
        return self.say(en=f"no longer waiting for {esc(what)}", nl=f"wacht niet meer op {esc(what)}")

    def item_starts(self, starts: date, today: date) -> str:
        day = near_day(starts, today, self.language)
        return self.say(en=f"starts {day}", nl=f"begint {day}")

    def helping(self, owner: str) -> str:
        """Above the card that a helper gets; `owner` is empty for nobody yet."""
        return self.say(
            en=f"You help {bold(owner)} with this:" if owner else "You help with this:",
            nl=f"Je helpt {bold(owner)} hiermee:" if owner else "Je helpt hiermee:",
        )

    def helps_no_more(self, item: ActionItem) -> str:
        what = strong(item.text)
        return self.say(
            en=f"You don't need to help with {what} any more (A-{item.number}).",
            nl=f"Je hoeft niet meer mee te helpen met {what} (A-{item.number}).",
        )

    def freed(self, item: ActionItem, first: ActionItem, project_channel: str) -> str:
        done, waits_on = first.status == Status.done, esc(item.waits_on or "")
        before, what = strong(first.text), strong(item.text)
        told = self.say(
            en=f"{before} is {'done' if done else 'dropped'}: "
            + (f"{what} still waits for {waits_on}" if waits_on else f"you can go on with {what}"),
            nl=f"{before} is {'gereed' if done else 'vervallen'}: "
            + (f"{what} wacht nog op {waits_on}" if waits_on else f"je kunt verder met {what}"),
        )
        return f"{told} · {channel(project_channel)} · A-{item.number}"

    def waits_again(self, item: ActionItem, first: ActionItem) -> str:
        before, what = strong(first.text), strong(item.text)
        return self.say(
            en=f"{before} is open again, so {what} waits for it (A-{item.number}).",
            nl=f"{before} staat weer open, dus {what} wacht erop (A-{item.number}).",
        )

    def which_repetition(self, item: ActionItem) -> str:
        what = strong(item.text)
        return self.say(
            en=f"When does {what} come back? (A-{item.number})",
            nl=f"Wanneer komt {what} terug? (A-{item.number})",
        )

    def repetition_choice(self, rule: str, first: date, today: date) -> str:
        day = near_day(first, today, self.language)
        return self.say(
            en=f"{recurrence(rule, Language.en)}, first {day}",
            nl=f"{recurrence(rule, Language.nl)}, eerst {day}",
        )
