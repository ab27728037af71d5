"""Sentences about helpers, owners from outside, and items that repeat, wait or start later."""

from collections.abc import Sequence
from datetime import date

from bot.action_items.model import ActionItem, Status
from bot.action_items.text.cards import about
from bot.core.language import Language
from bot.dates.text import recurrence
from bot.text.formats import bare_day
from bot.text.marks import bold, channel, esc
from bot.text.speaker import Speaker


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

    def item_next(self, item: ActionItem) -> str:
        due = item.due and bare_day(item.due, self.language)
        return self.say(
            en=f"next: *A-{item.number}*{f' on {due}' if due else ''}",
            nl=f"volgende: *A-{item.number}*{f' op {due}' if due else ''}",
        )

    def item_ends(self) -> str:
        """Of one that repeats and was dropped."""
        return self.say(en="does not come back any more", nl="komt niet meer terug")

    def item_waits_for(self, first: ActionItem) -> str:
        return self.say(en=f"*waiting* for {about(first)}", nl=f"*wacht* op {about(first)}")

    def item_waits_on(self, words: str) -> str:
        return self.say(en=f"*waiting* for {esc(words)}", nl=f"*wacht* op {esc(words)}")

    def waits_no_more(self, what: str) -> str:
        """What something else took the place of."""
        return self.say(en=f"no longer waiting for {esc(what)}", nl=f"wacht niet meer op {esc(what)}")

    def item_starts(self, starts: date) -> str:
        return self.say(
            en=f"starts {bare_day(starts, Language.en)}", nl=f"begint {bare_day(starts, Language.nl)}"
        )

    def helping(self, owner: str) -> str:
        """Above the card that a helper gets; `owner` is empty for nobody yet."""
        return self.say(
            en=f"You help {bold(owner)} with this:" if owner else "You help with this:",
            nl=f"Je helpt {bold(owner)} hiermee:" if owner else "Je helpt hiermee:",
        )

    def helps_no_more(self, item: ActionItem) -> str:
        return self.say(
            en=f"{about(item)}\nYou need not help with this any more.",
            nl=f"{about(item)}\nJe hoeft hier niet meer mee te helpen.",
        )

    def freed(self, item: ActionItem, first: ActionItem, project_channel: str) -> str:
        done, words = first.status == Status.done, esc(item.waits_on or "")
        on = f"still waits for {words}", f"wacht nog op {words}"
        english, dutch = on if words else ("can go on", "kan verder")
        told = self.say(
            en=f"*A-{first.number}* is {'done' if done else 'dropped'}: *A-{item.number}* {english}",
            nl=f"*A-{first.number}* is {'gereed' if done else 'vervallen'}: *A-{item.number}* {dutch}",
        )
        return f"{told} · {esc(item.text)} · {channel(project_channel)}"

    def waits_again(self, item: ActionItem, first: ActionItem) -> str:
        return self.say(
            en=f"*A-{first.number}* is open again: *A-{item.number}* waits for it · {esc(item.text)}",
            nl=f"*A-{first.number}* staat weer open: *A-{item.number}* wacht erop · {esc(item.text)}",
        )

    def which_repetition(self, number: int) -> str:
        return self.say(
            en=f"*A-{number}* can come back in more than one way. Which do you mean?",
            nl=f"*A-{number}* kan op meer dan één manier terugkomen. Welke bedoel je?",
        )

    def repetition_choice(self, rule: str, first: date) -> str:
        return self.say(
            en=f"{recurrence(rule, Language.en)}, first {bare_day(first, Language.en)}",
            nl=f"{recurrence(rule, Language.nl)}, eerst {bare_day(first, Language.nl)}",
        )
