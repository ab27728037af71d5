"""Sentences about action items that were added together: to the channel, and to each owner."""

from collections.abc import Sequence
from datetime import date

from bot.action_items.model import ActionItem
from bot.action_items.text.cards import action_items
from bot.text.formats import near_days
from bot.text.marks import bold, channel, esc
from bot.text.speaker import Speaker, said

MOST_NAMED = 6
"""Owners that a headline names."""


class TogetherTexts(Speaker):
    """`who` and owners are names; empty where nobody is named."""

    def together_headline(
        self,
        who: str,
        count: int,
        owners: Sequence[tuple[str, int]],
        nobodys: int,
        done: int,
        days: tuple[date, date] | None,
        today: date,
    ) -> str:
        """In the channel: *Tom added 40 action items* · Priya 27, Tom 7, 6 without an owner · 10–24 Dec. Of
        those that stand; `days`: the first and the last by which any is due."""
        items = action_items(count, self.language)
        added = self.say(en=f"{who} added {items}", nl=f"{who} voegde {items} toe")
        if not count:
            taken = self.say(
                en=f"{who} added action items and took them back",
                nl=f"{who} voegde actiepunten toe en nam ze terug",
            )
            return bold(taken)
        named = [f"{esc(name)} {number}" for name, number in owners[:MOST_NAMED]]
        rest = sum(number for _name, number in owners[MOST_NAMED:])
        others = self.say(en=f"others {rest}", nl=f"anderen {rest}") if rest else ""
        free = self.say(en=f"{nobodys} without an owner", nl=f"{nobodys} zonder actiehouder")
        facts = (
            bold(added),
            ", ".join(filter(None, (*named, others, free if nobodys else ""))),
            near_days(*days, today, self.language) if days else "",
            self.say(en=f"{done} done", nl=f"{done} gereed") if done else "",
        )
        return " · ".join(filter(None, facts))

    def together_who_takes(self, count: int) -> str:
        """In a field that a person is chosen in."""
        if count == 1:
            return self.say(en="Who takes this one?", nl="Wie pakt deze?")
        return self.say(en=f"Who takes these {count}?", nl=f"Wie pakt deze {count}?")

    together_show_all = said(en="Show all", nl="Toon alles")
    together_all_owned = said(
        en="They all have an owner by now.", nl="Ze hebben nu allemaal een actiehouder."
    )
    action_word = said(en="/spil action", nl="/spil actie")
    """The command as it can be typed everywhere."""

    def together_given(self, who: str, count: int) -> str:
        items = bold(action_items(count, self.language))
        return self.say(en=f"Given to {esc(who)}: {items}.", nl=f"Overgedragen aan {esc(who)}: {items}.")

    def together_for_you(self, who: str, count: int, done: int) -> str:
        """To an owner; `count` are still theirs and stand, `done` of these are done."""
        by, items = bold(who), bold(action_items(count, self.language))
        if not count:
            return self.say(
                en=f"None of what {by} added for you is yours any more.",
                nl=f"Van wat {by} voor jou toevoegde, is niets meer van jou.",
            )
        if done == count:
            return self.say(en=f"✓ {items} for {by}: all done", nl=f"✓ {items} voor {by}: alles gereed")
        over = self.say(en=f" · {done} done", nl=f" · {done} gereed") if done else ""
        return self.say(en=f"{by} asks you for {items}", nl=f"{by} vraagt je om {items}") + over

    def together_about(self, days: tuple[date, date] | None, today: date, project_channel: str) -> str:
        """10–24 Dec · #atlas"""
        when = near_days(*days, today, self.language) if days else ""
        return " · ".join(filter(None, (when, channel(project_channel))))

    together_taken = said(en="✓ You'll do these", nl="✓ Jij pakt deze op")
    """Once they said that they do them."""
    together_take = said(en="I'll do these", nl="Pak ik op")
    together_go_through = said(en="Go through them", nl="Loop ze door")

    def together_all_yours(self, who: str) -> str:
        """Above each of them."""
        return self.say(en=f"All that {bold(who)} asked you for:", nl=f"Alles wat {bold(who)} je vroeg:")

    def together_for_other(self, item: ActionItem, owner: str) -> str:
        """Instead of the row of one that was theirs."""
        now_of = self.say(
            en=f"is now with {esc(owner)}" if owner else "is no longer yours",
            nl=f"ligt nu bij {esc(owner)}" if owner else "is niet meer van jou",
        )
        return f"{esc(item.text)} · {now_of} · A-{item.number}"

    def together_more(self, count: int) -> str:
        return self.say(
            en=f"and {count} more: `/spil action list mine` shows them all",
            nl=f"en nog {count}: `/spil actie lijst mijn` toont ze alle",
        )

    together_card = said(en="Another date, not yours, later …", nl="Andere datum, niet van jou, later …")
