"""Sentences of an item's own messages: its card in the channel, and what its owner reads."""

from datetime import date

from bot.action_items.model import ActionItem, Status
from bot.action_items.text.cards import MARKS
from bot.text.formats import near_day
from bot.text.marks import bold, channel, esc, strong, struck
from bot.text.speaker import Speaker, said


def facts_of(*facts: str) -> str:
    return " · ".join(filter(None, facts))


class ItemMessageTexts(Speaker):
    """People stand in by name, not mentioned; an empty name is nobody."""

    def item_title(self, item: ActionItem) -> str:
        """*update the risk log*; ✓ ~update the risk log~"""
        return strong(item.text) if item.open else f"{MARKS[Status(item.status)]}{struck(item.text)}"

    def item_facts(
        self, item: ActionItem, today: date, owner: str, by: str, project_channel: str = ""
    ) -> str:
        """Priya ✓ · Fri 4 Dec · from Tom · A-1"""
        tick = " ✓" if item.accepted_at and item.owner not in (None, item.raised_by) else ""
        return facts_of(
            self._owner(item, owner, by) + tick,
            *self._when(item, today),
            self._from(by) if item.owner != item.raised_by else "",
            *self._place(item, project_channel),
        )

    def item_closed(
        self, item: ActionItem, today: date, who: str, on: date | None, project_channel: str = ""
    ) -> str:
        """done by Priya, Thu 3 Dec · A-1; `who` closed it on that day of the project, if that is known"""
        done = item.status == Status.done
        word = self.say(en="done" if done else "dropped", nl="gereed" if done else "vervallen")
        by = self.say(en=f" by {esc(who)}", nl=f" door {esc(who)}") if who else ""
        day = f", {near_day(on, today, self.language)}" if on else ""
        return facts_of(f"{word}{by}{day}", *self._place(item, project_channel))

    def owner_asked(self, item: ActionItem, by: str) -> str:
        """To whom an open item is asked of; `by` put it forward."""
        what = strong(item.text)
        if item.owner is None and item.outside:
            return self.say(en=f"Ask {bold(item.outside)}: {what}", nl=f"Vraag {bold(item.outside)}: {what}")
        if item.owner == item.raised_by or not by:
            return what
        if item.accepted:
            return self.say(en=f"You're on it: {what}", nl=f"Jij pakt dit op: {what}")
        return self.say(en=f"{bold(by)} asks you: {what}", nl=f"{bold(by)} vraagt je: {what}")

    def owner_facts(self, item: ActionItem, today: date, by: str, origin: str, project_channel: str) -> str:
        """by Fri 4 Dec · #atlas · A-1; `origin`: the meeting that it comes from, if any"""
        when, *late = self._when(item, today)
        accepted = item.accepted and item.owner not in (None, item.raised_by)
        return facts_of(
            self.say(en=f"by {when}", nl=f"uiterlijk {when}") if item.due else when,
            *late,
            esc(item.outside_email or "") if item.owner is None else "",
            origin or (self._from(by) if accepted else ""),
            *self._place(item, project_channel),
        )

    def owner_passed_on(self, item: ActionItem, owner: str, project_channel: str) -> tuple[str, str]:
        """To who had it before: a title, and what became of it."""
        now = esc(owner or item.outside or "")
        told = self.say(
            en=f"{now} does this now" if now else "no longer yours",
            nl=f"{now} doet dit nu" if now else "niet meer van jou",
        )
        rest = self.say(en="nothing left for you to do", nl="jij hoeft niets meer te doen")
        return struck(item.text), facts_of(told, rest, *self._place(item, project_channel))

    def first_message(self, project_channel: str) -> str:
        """Beneath the first message that somebody ever gets."""
        where = channel(project_channel)
        return self.say(
            en=f"I'm Spil. I keep track of what {where} agrees. After this: at most one message each "
            "working morning.",
            nl=f"Ik ben Spil en houd bij wat {where} afspreekt. Hierna hoogstens één bericht per "
            "werkochtend.",
        )

    def item_from(self, title: str) -> str:
        """`title`: of the meeting or the notes that it comes from."""
        return self.say(en=f"from {esc(title)}", nl=f"uit {esc(title)}")

    drop = said(en="Drop", nl="Laten vervallen")

    def _owner(self, item: ActionItem, owner: str, by: str) -> str:
        if item.outside and not owner:
            address = f" ({esc(item.outside_email)})" if item.outside_email else ""
            who = f"{esc(item.outside)}{address}"
            return self.say(en=f"{who}, asked through {esc(by)}", nl=f"{who}, gevraagd via {esc(by)}")
        return esc(owner) or self.say(en="no owner yet", nl="nog geen actiehouder")

    def _when(self, item: ActionItem, today: date) -> tuple[str, ...]:
        if item.due is None:
            return (self.say(en="no date yet", nl="nog geen datum"),)
        due = near_day(item.due, today, self.language)
        if item.waiting:
            return due, self.say(en="waiting", nl="wacht")
        return (due, self.say(en="*late*", nl="*te laat*")) if item.overdue(today) else (due,)

    def _from(self, by: str) -> str:
        return self.say(en=f"from {esc(by)}", nl=f"van {esc(by)}") if by else ""

    def _place(self, item: ActionItem, project_channel: str) -> tuple[str, str]:
        return channel(project_channel) if project_channel else "", f"A-{item.number}"
