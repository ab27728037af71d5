"""Sentences of Home."""

from typing import Protocol

from bot.action_items.model import ActionItem
from bot.text.marks import code, esc


class HomeTexts(Protocol):
    def my_action_items(self) -> str: ...
    def my_meetings(self) -> str: ...
    def home_no_project(self) -> str: ...
    def no_action_items(self) -> str: ...
    def no_meetings(self) -> str: ...
    def home_more(self, count: int) -> str: ...
    def home_waiting(self) -> str: ...
    def home_awaited(self, item: ActionItem, owner: str) -> str:
        """`item` waits for one of his; an empty `owner` is nobody."""

    def home_raised(self) -> str: ...
    def home_raised_more(self, count: int) -> str: ...


class EnglishHome:
    def my_action_items(self) -> str:
        return "My action items"

    def my_meetings(self) -> str:
        return "My meetings"

    def home_no_project(self) -> str:
        return f"You are in no project yet. Invite me to a channel and type {code('/project')} there."

    def no_action_items(self) -> str:
        return f"Nothing is waiting for you. In a project's channel, {code('/spil action')} raises an item."

    def no_meetings(self) -> str:
        return f"No meetings ahead. In a project's channel, {code('/spil meeting')} plans one."

    def home_more(self, count: int) -> str:
        return f"and {count} more: type {code('/spil action list mine')} in the project's channel"

    def home_waiting(self) -> str:
        return "Others wait for you"

    def home_awaited(self, item: ActionItem, owner: str) -> str:
        who = esc(owner or item.outside or "") or "nobody yet"
        return f"*A-{item.number}* · {esc(item.text)} · {who} · waits for your *A-{item.waits_for}*"

    def home_raised(self) -> str:
        return "Raised by me"

    def home_raised_more(self, count: int) -> str:
        return f"and {count} more: type {code('/spil action list raised by me')} in the project's channel"


class DutchHome:
    def my_action_items(self) -> str:
        return "Mijn actiepunten"

    def my_meetings(self) -> str:
        return "Mijn overleggen"

    def home_no_project(self) -> str:
        return f"Je zit nog in geen project. Nodig me uit in een kanaal en typ daar {code('/project')}."

    def no_action_items(self) -> str:
        return f"Er wacht niets op je. Typ in een projectkanaal {code('/spil actie')} voor een actiepunt."

    def no_meetings(self) -> str:
        return f"Geen overleg in het vooruitzicht. Typ in een projectkanaal {code('/spil overleg')}."

    def home_more(self, count: int) -> str:
        return f"en nog {count}: typ {code('/spil actie lijst mijn')} in het projectkanaal"

    def home_waiting(self) -> str:
        return "Anderen wachten op jou"

    def home_awaited(self, item: ActionItem, owner: str) -> str:
        who = esc(owner or item.outside or "") or "nog niemand"
        return f"*A-{item.number}* · {esc(item.text)} · {who} · wacht op jouw *A-{item.waits_for}*"

    def home_raised(self) -> str:
        return "Door mij ingebracht"

    def home_raised_more(self, count: int) -> str:
        return f"en nog {count}: typ {code('/spil actie lijst door mij ingebracht')} in het projectkanaal"
