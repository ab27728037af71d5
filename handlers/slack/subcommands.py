"""Sub-words of a command, in both languages: `/action done 12`, `/actie gereed 12`."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Protocol

from bot.core.errors import UnknownWord
from bot.core.language import Language
from bot.dates.lexicon import lexicon
from bot.text.words import VERBS_NL, is_infinitive

ALIKE = 0.7
"""The likeness, of 1, that a slip of the pen has to its word; `dnoe` and `done` are 0.75."""
SHORT = 2
"""More words than so many behind a sub-word are a sentence of their own."""

FULL_STOP = " .!"
"""A phone adds it; it belongs to no sub-command."""

NOTHING = re.compile("")
NUMBER = re.compile(r"(?:[A-Za-z]-)?(\d{1,6})")
HOW_OFTEN = frozenset("always sometimes perhaps soms steeds".split())
NUMBER_AND_MORE = re.compile(rf"{NUMBER.pattern}(?:\s*,\s*|\s+)(\S.*)", re.DOTALL)
BEGINS_WITH_NUMBER = re.compile(r"(?:[A-Za-z]-)?\d")
COUNTED = re.compile(r"\d+\s+([^\W\d_]+(?:s|en))\b", re.IGNORECASE)
"""So many of something: "repeat 3 tests" is a text, of which "3" is no item's number."""


class Takes(Protocol):
    """A pattern, or what decides as one."""

    def fullmatch(self, rest: str, /) -> object: ...


@dataclass(frozen=True)
class Subcommand:
    name: str
    """The English word, by which listeners know it."""
    words: tuple[str, ...]
    """All that mean it, Dutch ones among them; one may be two words, as in `te laat`."""
    takes: Takes = NOTHING
    """The whole of what may stand behind it."""
    example: str = ""
    """Something that would have been right behind it, as in `12 friday`."""
    verb: bool = False
    """Many a text begins with it too: `start the pump` is one, and `start 12 soon` is not."""
    dutch: Mapping[str, str] = field(default_factory=dict)
    """Of words behind which another example is right: `datum 12 vrijdag`."""


class Subcommands:
    def __init__(self, *subcommands: Subcommand) -> None:
        self.subcommands = subcommands
        self.by_word = {word: each for each in subcommands for word in (each.name, *each.words)}

    def read(self, text: str, command: str) -> tuple[str, str] | None:
        """The English sub-word and what stands behind it; None when the text is no sub-command.

        Raise UnknownWord for what looks like one and is not: a slip of the pen, or `done twelve`.
        """
        word, rest = _parted(text)
        if word not in self.by_word:
            word, rest = _parted(text.rstrip(FULL_STOP))
        known = self.by_word.get(word)
        if known is None:
            self._refuse_a_slip(word, rest, command)
            return None
        if known.verb and rest.lower().partition(" ")[0] in VERBS_NL:  # "lijst maken van leveranciers"
            return None
        if known.verb and (counted := COUNTED.match(rest)) and not _of_dates(counted[1]):
            return None
        for told in (rest, rest.rstrip(FULL_STOP)):
            if known.takes.fullmatch(told):
                return known.name, told
        if rest and not BEGINS_WITH_NUMBER.match(rest) and (known.verb or _is_sentence(rest)):
            return None
        raise UnknownWord(
            f"{word} {rest}".strip(), f"{word} {known.dutch.get(word, known.example)}".strip(), command
        )

    def _refuse_a_slip(self, word: str, rest: str, command: str) -> None:
        guess = nearest(word, self.by_word)
        if guess and (not rest or (self.by_word[guess].takes.fullmatch(rest))):
            raise UnknownWord(f"{word} {rest}".strip(), f"{guess} {rest}".strip(), command)


def _is_sentence(rest: str) -> bool:
    """Whether a word with this behind it begins a text: "due diligence report", "hulp regelen"; but not
    "due next friday" and "done twelve"."""
    words = rest.lower().split()
    own = [word for word in words if not _of_dates(word)]
    return len(words) > SHORT or (bool(own) and (len(words) == SHORT or is_infinitive(own[-1])))


def _of_dates(word: str) -> bool:
    """Also what tells how often: "repeat 3 sometimes"."""
    return word.lower() in HOW_OFTEN or any(word.lower() in lexicon(each).tree for each in Language)


def _parted(text: str) -> tuple[str, str]:
    """The first word and what stands behind it."""
    first, rest = [*text.split(maxsplit=1), "", ""][:2]
    return first.lower(), rest.strip()


def nearest(word: str, words: Iterable[str]) -> str:
    """The word that was probably meant, or empty."""
    found = get_close_matches(word.lower(), list(words), 1, ALIKE)
    return found[0] if found else ""


def number(rest: str) -> int:
    """Of `12` or `A-12 friday`."""
    found = NUMBER.match(rest)
    assert found is not None
    return int(found[1])


def behind_number(rest: str) -> str:
    """`friday` of `A-12 friday`."""
    found = NUMBER_AND_MORE.fullmatch(rest)
    assert found is not None
    return found[2]
