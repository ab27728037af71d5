"""Sentences about helpers, owners from outside, and items that repeat, wait or start later."""

from collections.abc import Sequence
from datetime import date

from bot.action_items.dependencies import (
    ClosedAlready,
    NoAddress,
    NoNameOutside,
    NoRepetition,
    StartsAfterDue,
    WaitsInCircle,
)
from bot.action_items.model import ActionItem, Status
from bot.core.errors import Rejected
from bot.core.language import Language
from bot.dates.text import recurrence
from bot.text.formats import bare_day
from bot.text.marks import bold, channel, code, esc
from bot.text.speaker import Speaker


def _about(item: ActionItem) -> str:
    return f"*A-{item.number}* · {esc(item.text)}"


def _chain(numbers: Sequence[int]) -> str:
    return " → ".join(f"A-{number}" for number in numbers)


class ActionItemKindTexts(Speaker):
    """Lines beneath the facts of a card, and direct messages."""

    def item_helpers(self, names: Sequence[str]) -> str:
        if self.language == Language.en:
            return f"{'helper' if len(names) == 1 else 'helpers'} {esc(', '.join(names))}"
        listed = f"{', '.join(names[:-1])} en {names[-1]}" if len(names) > 1 else "".join(names)
        return f"met hulp van {esc(listed)}"

    def item_repeats(self, rule: str) -> str:
        return self.say(
            en=f"repeats {esc(recurrence(rule, Language.en))}",
            nl=f"komt {esc(recurrence(rule, Language.nl))} terug",
        )

    def item_next(self, item: ActionItem) -> str:
        if self.language == Language.en:
            on = f" on {bare_day(item.due, Language.en)}" if item.due else ""
            return f"next: *A-{item.number}*{on}"
        on = f" op {bare_day(item.due, Language.nl)}" if item.due else ""
        return f"volgende: *A-{item.number}*{on}"

    def item_ends(self) -> str:
        """Of one that repeats and was cancelled."""
        return self.say(en="does not come back any more", nl="komt niet meer terug")

    def item_waits_for(self, first: ActionItem) -> str:
        return self.say(en=f"*waiting* for {_about(first)}", nl=f"*wacht* op {_about(first)}")

    def item_waits_on(self, words: str) -> str:
        return self.say(en=f"*waiting* for {esc(words)}", nl=f"*wacht* op {esc(words)}")

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
            en=f"{_about(item)}\nYou need not help with this any more.",
            nl=f"{_about(item)}\nJe hoeft hier niet meer mee te helpen.",
        )

    def freed(self, item: ActionItem, first: ActionItem, project_channel: str) -> str:
        if self.language == Language.en:
            closed = "done" if first.status == Status.done else "cancelled"
            number = f"*A-{first.number}* is {closed}: *A-{item.number}* can go on"
            return f"{number} · {esc(item.text)} · {channel(project_channel)}"
        closed = "gereed" if first.status == Status.done else "vervallen"
        number = f"*A-{first.number}* is {closed}: *A-{item.number}* kan verder"
        return f"{number} · {esc(item.text)} · {channel(project_channel)}"

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


def english_kind_refusal(reason: Rejected) -> str:
    match reason:
        case NoAddress(typed=typed):
            given = f"{code(typed)} is no e-mail address." if typed else "An e-mail address is missing."
            return f"{given} An owner from outside has a name and an address: `Jan Jansen <jan@example.com>`."
        case NoNameOutside(address=address):
            return f"Whose address is {code(address)}? Type the name too: `Jan Jansen <jan@example.com>`."
        case WaitsInCircle(numbers=numbers):
            return f"That would make them wait for each other: {_chain(numbers)}. End one of these first."
        case ClosedAlready(number=number):
            return f"A-{number} is closed already: there is nothing to wait for."
        case StartsAfterDue(starts=starts, due=due):
            begins, ends = bare_day(starts, Language.en), bare_day(due, Language.en)
            return f"It would start on {begins}, after its due date {ends}. Move one of the two."
        case NoRepetition(typed=typed):
            return (
                f"I see nothing that repeats in {code(typed)}. Type `every Monday` or `every first Monday`."
            )
    return ""


def dutch_kind_refusal(reason: Rejected) -> str:
    match reason:
        case NoAddress(typed=typed):
            given = f"{code(typed)} is geen e-mailadres." if typed else "Er ontbreekt een e-mailadres."
            return f"{given} Een actiehouder van buiten heeft naam en adres: `Jan Jansen <jan@example.com>`."
        case NoNameOutside(address=address):
            return f"Van wie is {code(address)}? Typ ook de naam: `Jan Jansen <jan@example.com>`."
        case WaitsInCircle(numbers=numbers):
            return f"Dan wachten ze op elkaar: {_chain(numbers)}. Maak er eerst een los."
        case ClosedAlready(number=number):
            return f"A-{number} is al afgesloten: er is niets om op te wachten."
        case StartsAfterDue(starts=starts, due=due):
            begins, ends = bare_day(starts, Language.nl), bare_day(due, Language.nl)
            return f"Dan begint het op {begins}, na de streefdatum {ends}. Verschuif een van de twee."
        case NoRepetition(typed=typed):
            return f"Ik zie niets terugkomen in {code(typed)}. Typ `elke maandag` of `elke eerste maandag`."
    return ""
