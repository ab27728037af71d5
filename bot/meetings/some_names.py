"""Some people by name, in a sentence."""

from collections.abc import Sequence
from typing import NamedTuple

from bot.core.language import Language
from bot.text.marks import esc

MOST = 3
"""Names in a sentence."""


class Names(NamedTuple):
    """Some people by name, and how many more there are."""

    names: list[str]
    more: int = 0


def people(who: Names, language: Language) -> str:
    """Priya, Sanne and 3 more; made safe."""
    more = {Language.en: f" and {who.more} more", Language.nl: f" en nog {who.more}"}[language]
    return ", ".join(map(esc, who.names)) + (more if who.more else "")


def some(names: Sequence[str], language: Language) -> str:
    """Priya, Sanne and Tom; of more than MOST the first."""
    if len(names) > MOST:
        return people(Names([*names[:MOST]], len(names) - MOST), language)
    both = {Language.en: " and ", Language.nl: " en "}[language]
    return both.join(filter(None, (", ".join(map(esc, names[:-1])), *map(esc, names[-1:]))))
