"""Who says something, in one of the languages; and what is said of each refusal."""

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from bot.core.errors import Rejected
from bot.core.language import Language

Said = TypeVar("Said")
Kind = TypeVar("Kind", bound=Rejected)


class Speaker:
    """A message is one method, with both languages side by side; one that takes nothing is `fixed`."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def say(self, *, en: Said, nl: Said) -> Said:
        return nl if self.language == Language.nl else en


def fixed(*, en: str, nl: str) -> Callable[[Any], str]:
    """A message that takes nothing, as a method of the Speaker in whose class it stands."""
    return lambda speaker: str(speaker.say(en=en, nl=nl))


class Say(Protocol):
    """`Speaker.say`, of a sentence."""

    def __call__(self, *, en: str, nl: str) -> str: ...


class Refusals(dict[type[Rejected], Callable[[Say, Any], str]]):
    """The sentence of each kind of Rejected: `REFUSALS[Kind] = lambda say, it: say(en=…, nl=…)`."""

    def __setitem__(self, kind: type[Kind], sentence: Callable[[Say, Kind], str]) -> None:
        if kind in self:
            raise ValueError(f"{kind.__name__} has a sentence already.")
        super().__setitem__(kind, sentence)
