"""Sentences of Home."""

from bot.action_items.model import ActionItem
from bot.action_items.text.cards import about
from bot.text.marks import code, esc
from bot.text.speaker import Speaker


class HomeTexts(Speaker):
    def my_action_items(self) -> str:
        return self.say(en="My action items", nl="Mijn actiepunten")

    def my_meetings(self) -> str:
        return self.say(en="My meetings", nl="Mijn overleggen")

    def home_no_project(self) -> str:
        return self.say(
            en=f"You are in no project yet. Invite me to a channel and type {code('/project')} there.",
            nl=f"Je zit nog in geen project. Nodig me uit in een kanaal en typ daar {code('/project')}.",
        )

    def no_action_items(self) -> str:
        return self.say(
            en=f"Nothing is waiting for you. In a project's channel, {code('/spil action')} raises an item.",
            nl=f"Er wacht niets op je. Typ in een projectkanaal {code('/spil actie')} voor een actiepunt.",
        )

    def no_meetings(self) -> str:
        return self.say(
            en=f"No meetings ahead. In a project's channel, {code('/spil meeting')} plans one.",
            nl=f"Geen overleg in het vooruitzicht. Typ in een projectkanaal {code('/spil overleg')}.",
        )

    def home_more(self, count: int) -> str:
        return self.say(
            en=f"and {count} more: type {code('/spil action list mine')} in the project's channel",
            nl=f"en nog {count}: typ {code('/spil actie lijst mijn')} in het projectkanaal",
        )

    def home_waiting(self) -> str:
        return self.say(en="Others wait for you", nl="Anderen wachten op jou")

    def home_awaited(self, item: ActionItem, owner: str) -> str:
        """`item` waits for one of theirs; an empty `owner` is nobody."""
        who = esc(owner or item.outside or "") or self.say(en="nobody yet", nl="nog niemand")
        waits = self.say(en="waits for your", nl="wacht op jouw")
        return f"{about(item)} · {who} · {waits} *A-{item.waits_for}*"

    def home_raised(self) -> str:
        return self.say(en="Raised by me", nl="Door mij ingebracht")

    def home_raised_more(self, count: int) -> str:
        return self.say(
            en=f"and {count} more: type {code('/spil action list raised by me')} in the project's channel",
            nl=f"en nog {count}: typ {code('/spil actie lijst door mij ingebracht')} in het projectkanaal",
        )
