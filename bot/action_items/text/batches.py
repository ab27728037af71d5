"""Sentences about several action items that were raised together."""

from collections.abc import Sequence
from datetime import date

from bot.action_items.model import ActionItem
from bot.action_items.text.cards import about, action_items, due_day, title
from bot.text.marks import bold, channel, esc
from bot.text.speaker import Speaker


class RaisedTexts(Speaker):
    def lines_raised(self, first: int, last: int, count: int, left: Sequence[int]) -> str:
        several = f"*A-{first} – A-{last}*: {action_items(count, self.language)}"
        raised = f"*A-{first}* is" if count == 1 else several
        lines = ", ".join(map(str, left))
        return self.say(
            en=f"{raised} raised." + (f" Left out: line {lines}." if left else ""),
            nl=f"{raised} ingebracht." + (f" Overgeslagen: regel {lines}." if left else ""),
        )

    def lines_rest(self, count: int) -> str:
        return self.say(
            en="1 more line waits." if count == 1 else f"{count} more lines wait.",
            nl="Er wacht nog 1 regel." if count == 1 else f"Er wachten nog {count} regels.",
        )

    def lines_go_on(self) -> str:
        return self.say(en="Go on with the rest", nl="Verder met de rest")

    def raised_headline(self, who: str, count: int, taken_back: bool) -> str:
        """In the channel; `taken_back`: none of them stands any more."""
        by = self.say(
            en=f"raised by {esc(who)}" + (" and taken back" if taken_back else ""),
            nl=f"ingebracht door {esc(who)}" + (" en teruggenomen" if taken_back else ""),
        )
        return f"*{action_items(count, self.language)}* · {by}"

    def raised_for_you(self, who: str, count: int, project_channel: str) -> str:
        """`count` of them are still theirs and stand."""
        by, here, items = bold(who), channel(project_channel), action_items(count, self.language)
        if not count:
            return self.say(
                en=f"Of what {by} raised for you in {here} nothing is yours any more:",
                nl=f"Van wat {by} voor jou inbracht in {here} is niets meer van jou:",
            )
        return self.say(
            en=f"{by} raised {'an action item' if count == 1 else items} of yours in {here}:",
            nl=f"{by} heeft {'een actiepunt' if count == 1 else items} voor je ingebracht in {here}:",
        )

    def raised_line(self, item: ActionItem, today: date) -> str:
        """To its owner."""
        late = self.say(en=" · *overdue*", nl=" · *te laat*") if item.overdue(today) else ""
        return f"{title(item)} · {due_day(item, self.language)}{late}"

    def raised_for_other(self, item: ActionItem, owner: str) -> str:
        """Instead of the line of one that was theirs."""
        now_of = self.say(
            en=f"is now with {esc(owner)}" if owner else "is no longer yours",
            nl=f"ligt nu bij {esc(owner)}" if owner else "is niet meer van jou",
        )
        return f"{about(item)} · {now_of}"

    def raised_more(self, count: int) -> str:
        return self.say(
            en=f"and {count} more: `/spil action list` shows them all",
            nl=f"en nog {count}: `/spil actie lijst` toont ze alle",
        )

    def raised_card(self) -> str:
        return self.say(en="Another date, not yours, later …", nl="Andere datum, niet van jou, later …")
