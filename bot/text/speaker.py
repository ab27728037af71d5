"""Who says something, in one of the languages; and what is said of each refusal."""

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from bot.core.errors import Rejected
from bot.core.language import Both, Language

Said = TypeVar("Said")
Kind = TypeVar("Kind", bound=Rejected)


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
