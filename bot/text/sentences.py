"""Sentences: who says one, in one of the languages; what is said of each refusal; Slack's marks, and what
people typed made harmless."""

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from bot.core.errors import Rejected
from bot.core.events import CLOCK
from bot.core.language import Both, Language

Said = TypeVar("Said")
Kind = TypeVar("Kind", bound=Rejected)
LONGEST = 120
"""Characters of what somebody wrote, within a line."""


class Speaker:
    """A message is one method, with both languages side by side."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def say(self, *, en: Said, nl: Said) -> Said:
        return nl if self.language == Language.nl else en

    def both(self, words: Both) -> str:
        return self.say(en=words.en, nl=words.nl)


def said(*, en: Said, nl: Said) -> Callable[[Speaker], Said]:
    """A message that is always the same: `accept = said(en="I'll do it", nl="Pak ik op")`."""
    return lambda speaker: speaker.say(en=en, nl=nl)


class Say(Protocol):
    """`Speaker.say`, of a sentence."""

    def __call__(self, *, en: str, nl: str) -> str: ...


class Refusals(dict[type[Rejected], Callable[[Say, Any], str]]):
    """The sentence of each kind of Rejected: `REFUSALS[Kind] = lambda say, it: say(en=…, nl=…)`."""

    def __setitem__(self, kind: type[Kind], sentence: Callable[[Say, Kind], str]) -> None:
        if kind in self:
            raise ValueError(f"{kind.__name__} has a sentence already.")
        super().__setitem__(kind, sentence)


def esc(text: str) -> str:
    """Text from a person or a model: disarms `<!channel>`, mentions and fake links."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def shortened(text: str) -> str:
    """On one line, and escaped."""
    text = " ".join(text.split())
    return esc(text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…")


def mention(user: str) -> str:
    return "Spil" if user == CLOCK else f"<@{user}>"


def channel(channel_id: str) -> str:
    return f"<#{channel_id}>"


def link(address: str, words: str) -> str:
    return f"<{esc(address)}|{esc(words)}>"


def bold(text: str) -> str:
    """Escaped and bold; an asterisk within would end the bold early."""
    return f"*{esc(text).replace('*', '∗')}*"


def strong(text: str) -> str:
    """Bold of what may be of several lines: Slack's marks end with the line."""
    return "\n".join(bold(line) if line.strip() else "" for line in text.split("\n"))


def struck(text: str) -> str:
    """Struck through, as `strong`."""
    return "\n".join(f"~{esc(line).replace('~', '∼')}~" if line.strip() else "" for line in text.split("\n"))


def code(text: str) -> str:
    return f"`{esc(text).replace('`', 'ˋ')}`"
