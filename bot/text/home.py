"""Sentences of Home."""

from typing import Protocol

from bot.text.marks import code


class HomeTexts(Protocol):
    def my_action_items(self) -> str: ...
    def my_meetings(self) -> str: ...
    def home_no_project(self) -> str: ...
    def no_action_items(self) -> str: ...
    def no_meetings(self) -> str: ...
    def home_more(self, count: int) -> str: ...


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
        return f"and {count} more: type {code('/spil action list')} in the project's channel"


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
        return f"en nog {count}: typ {code('/spil actie lijst')} in het projectkanaal"
