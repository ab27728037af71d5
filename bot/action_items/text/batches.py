"""Sentences about several action items that were raised together."""

from collections.abc import Sequence
from datetime import date

from bot.action_items.model import ActionItem, Status
from bot.action_items.text.cards import MARKS
from bot.core.language import Language
from bot.text.formats import day
from bot.text.marks import bold, channel, esc
from bot.text.speaker import Speaker


def _title(item: ActionItem) -> str:
    return f"{MARKS[Status(item.status)]}*A-{item.number}* · {esc(item.text)}"


class RaisedTexts(Speaker):
    def lines_raised(self, first: int, last: int, count: int, left: Sequence[int]) -> str:
        if self.language == Language.en:
            said = (
                f"*A-{first}* is raised."
                if count == 1
                else f"*A-{first} – A-{last}*: {count} action items raised."
            )
            return f"{said} Left out: line {', '.join(map(str, left))}." if left else said
        said = (
            f"*A-{first}* is ingebracht."
            if count == 1
            else f"*A-{first} – A-{last}*: {count} actiepunten ingebracht."
        )
        return f"{said} Overgeslagen: regel {', '.join(map(str, left))}." if left else said

    def lines_rest(self, count: int) -> str:
        return self.say(
            en="1 more line waits." if count == 1 else f"{count} more lines wait.",
            nl="Er wacht nog 1 regel." if count == 1 else f"Er wachten nog {count} regels.",
        )

    def lines_go_on(self) -> str:
        return self.say(en="Go on with the rest", nl="Verder met de rest")

    def raised_headline(self, who: str, count: int, taken_back: bool) -> str:
        """In the channel; `taken_back`: none of them stands any more."""
        if self.language == Language.en:
            items = "1 action item" if count == 1 else f"{count} action items"
            return f"*{items}* · raised by {esc(who)}" + (" and taken back" if taken_back else "")
        items = "1 actiepunt" if count == 1 else f"{count} actiepunten"
        return f"*{items}* · ingebracht door {esc(who)}" + (" en teruggenomen" if taken_back else "")

    def raised_for_you(self, who: str, count: int, project_channel: str) -> str:
        """`count` of them are still theirs and stand."""
        if self.language == Language.en:
            if not count:
                return (
                    f"Of what {bold(who)} raised for you in {channel(project_channel)} nothing is "
                    "yours any more:"
                )
            items = "an action item" if count == 1 else f"{count} action items"
            return f"{bold(who)} raised {items} of yours in {channel(project_channel)}:"
        if not count:
            return (
                f"Van wat {bold(who)} voor jou inbracht in {channel(project_channel)} is niets meer van jou:"
            )
        items = "een actiepunt" if count == 1 else f"{count} actiepunten"
        return f"{bold(who)} heeft {items} voor je ingebracht in {channel(project_channel)}:"

    def raised_line(self, item: ActionItem, today: date) -> str:
        """To its owner."""
        if self.language == Language.en:
            due = day(item.due, Language.en) if item.due else "no date"
            return f"{_title(item)} · {due}" + (" · *overdue*" if item.overdue(today) else "")
        due = day(item.due, Language.nl) if item.due else "geen datum"
        return f"{_title(item)} · {due}" + (" · *te laat*" if item.overdue(today) else "")

    def raised_for_other(self, item: ActionItem, owner: str) -> str:
        """Instead of the line of one that was theirs."""
        if self.language == Language.en:
            now_of = f"is now with {esc(owner)}" if owner else "is no longer yours"
            return f"*A-{item.number}* · {esc(item.text)} · {now_of}"
        now_of = f"ligt nu bij {esc(owner)}" if owner else "is niet meer van jou"
        return f"*A-{item.number}* · {esc(item.text)} · {now_of}"

    def raised_more(self, count: int) -> str:
        return self.say(
            en=f"and {count} more: `/spil action list` shows them all",
            nl=f"en nog {count}: `/spil actie lijst` toont ze alle",
        )

    def raised_card(self) -> str:
        return self.say(en="Another date, not yours, later …", nl="Andere datum, niet van jou, later …")
