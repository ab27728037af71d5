"""Sentences that answer what was said without a slash."""

from typing import Protocol

from bot.text.marks import channel, code


class TalkingTexts(Protocol):
    def said_form(self) -> str: ...
    def said_open(self) -> str: ...
    def said_example(self) -> str: ...
    def said_unclear(self, example: str) -> str: ...
    def said_which_project(self) -> str: ...
    def said_in(self, channel_id: str) -> str: ...
    def said_done_in(self, channel_id: str) -> str: ...


class EnglishTalking:
    def said_form(self) -> str:
        return "That goes in a form."

    def said_open(self) -> str:
        return "Open the form"

    def said_example(self) -> str:
        return "action update the risk log @colleague friday"

    def said_unclear(self, example: str) -> str:
        return f"I do not know what to do with that. Say for example {code(example)}."

    def said_which_project(self) -> str:
        return "For which project is that?"

    def said_in(self, channel_id: str) -> str:
        return f"In {channel(channel_id)}:"

    def said_done_in(self, channel_id: str) -> str:
        return f"Done, in {channel(channel_id)}."


class DutchTalking:
    def said_form(self) -> str:
        return "Daar is een formulier voor."

    def said_open(self) -> str:
        return "Open het formulier"

    def said_example(self) -> str:
        return "actie werk de risicolog bij @collega vrijdag"

    def said_unclear(self, example: str) -> str:
        return f"Ik weet niet wat ik daarmee moet doen. Zeg bijvoorbeeld {code(example)}."

    def said_which_project(self) -> str:
        return "Voor welk project is dat?"

    def said_in(self, channel_id: str) -> str:
        return f"In {channel(channel_id)}:"

    def said_done_in(self, channel_id: str) -> str:
        return f"Gedaan, in {channel(channel_id)}."
