"""Sub-words of a command, in both languages: `/action done 12`, `/actie gereed 12`; and several numbers in
one line: `3 5 7`, `3-9`, `A-3, A-5 and 7`, `3 t/m 9`."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from difflib import get_close_matches
from typing import Protocol

from bot.core.errors import Incomplete, TooMany, UnknownWord
from bot.core.language import Both, Language
from bot.dates.due import is_terms
from bot.dates.lexicon import lexicon
from bot.text.words import VERBS_NL
from handlers.slack.reply import Reply
from handlers.slack.request import Command

MOST = 100
"""At once: more than anybody means, and than one looks over before pressing Undo."""

ONE = r"(?:[A-Za-z]-|#)?\d{1,6}(?![\w/])"
TO = r"(?:\s*[-–—]\s*|\s+(?:to|through|t/m|tot\s+en\s+met|tot)\s+)"
SPAN = rf"{ONE}(?:{TO}{ONE}(?!-))?"
BETWEEN = r"(?:\s*[,;&+]\s*|\s+)(?:(?:and|en)\s+)?"
NUMBERS = re.compile(rf"{SPAN}(?:{BETWEEN}{SPAN})*", re.IGNORECASE)
_SPAN = re.compile(rf"({ONE})(?:{TO}({ONE})(?!-))?", re.IGNORECASE)
_BETWEEN = re.compile(BETWEEN, re.IGNORECASE)


def numbers(text: str) -> list[int]:
    """All that `text` names, each once, in its order; raise TooMany."""
    found: dict[int, None] = {}
    for span in _SPAN.finditer(text):
        first, last = sorted(_number(one) for one in (span[1], span[2] or span[1]))
        if last - first + len(found) >= MOST:
            raise TooMany(MOST)
        found.update(dict.fromkeys(range(first, last + 1)))
    return list(found)


def beginnings(text: str) -> Iterator[tuple[str, str]]:
    """Each way in which `text` begins with numbers and goes on with something else, fewest numbers first:
    `3 5 december` is 3 with `5 december`, or 3 and 5 with `december`."""
    span = _SPAN.match(text)
    while span:
        between = _BETWEEN.match(text, span.end())
        if between is None:
            return
        if between.end() < len(text):
            yield text[: span.end()], text[between.end() :]
        span = _SPAN.match(text, between.end())


def _number(one: str) -> int:
    return int(one.rpartition("-")[2].lstrip("#"))


ALIKE, ALIKE_ABROAD = 0.7, 0.8
"""The likeness, of 1, that a slip of the pen has to its word, and to one of the other language; `dnoe` and
`done` are 0.75."""
SLIPS = 2
"""So many characters too few or too many are a slip; `goedemorgen` is not meant to be `morgen`."""
FEW = 6
"""More words than these are no day."""
FULL_STOP = " .!"
"""A phone adds it; it belongs to no sub-command."""
LONG_AGO = datetime(2000, 1, 3, tzinfo=UTC)
"""Of a text it only matters whether it is a day, not which."""
FILLERS = frozenset(
    "it that this these those all everything last mine me please now soon later pdf docx json xml html het "
    "dat dit deze die alles alle laatste mij me nu straks aub alsjeblieft one two three four five six seven "
    "eight nine ten eleven twelve een één twee drie vier vijf zes zeven acht negen tien elf twaalf".split()
)
"""Behind the word of a sub-command these, people and days are meant for it: `done twelve` is no text."""

COUNTED = re.compile(r"\d+\s+([^\W\d_]+(?:s|en))\b", re.IGNORECASE)
HOW_OFTEN = frozenset("always sometimes perhaps soms steeds".split())
"""These are counted of nothing."""
NOTHING = re.compile("")
NUMBER = re.compile(r"(?:[A-Za-z]-|#)?(\d{1,6})")
PARTED = re.compile(rf"(\w+)\s+({NUMBERS.pattern})\s+([^\W\d_]+)[{FULL_STOP}]*(\s.*)?", re.I | re.S)
"""`stel 3 uit naar maandag`: a verb in two parts around its number."""
TIGHT = re.compile(r"([A-Za-z])(\d{1,6})")
"""`a12`, alone."""
NUMBER_AND_MORE = re.compile(rf"{NUMBER.pattern}(?:\s*,\s*|\s+)(\S.*)", re.DOTALL)
SAID_OF_NUMBER = re.compile(
    r"(?:[A-Za-z]-?|#)?(\d{1,6})(?:\s*[,:]\s*|\s+)(?:(?:is|was|are|zijn)\s+)?(?:(?:now|already|nu|al)\s+)?(\S.*)",
    re.DOTALL | re.IGNORECASE,
)
TOWARDS = re.compile(r"^(?:to|until|naar|tot) ", re.IGNORECASE)
"""Before a day that something moves to."""
BEGINS_WITH_NUMBER = re.compile(r"(?:[A-Za-z]-|#)?\d")
WORD_AND_NUMBER = re.compile(rf"[^\W\d][\w-]*\s+{NUMBER.pattern}[{FULL_STOP}]*")
"""`foo 12`: either a sub-command that there is not, or a text."""
PERSON = re.compile(r"<@[^<>]*>|@\S+")


class Takes(Protocol):
    """A pattern, or what decides as one."""

    def fullmatch(self, rest: str, /) -> object: ...


def _never(_text: str) -> object:
    return None


@dataclass(frozen=True)
class Subcommand:
    typed: Both
    """All that mean it, several ways with `|` between; by the first English word listeners know it."""
    takes: Takes = NOTHING
    """The whole of what may stand behind it."""
    example: Both = field(default_factory=lambda: Both("", ""))
    """Something that would have been right behind it, as in `12 friday`."""
    starts_texts: bool = False
    """Many a text begins with its words too: `start the pump`, `remove 3 users`."""
    alone: Callable[[str], object] = _never
    """Whether a text means it without its word, as `overdue` means a list."""
    phrases: Mapping[Language, Collection[str]] = field(default_factory=dict)
    """What may stand alone, where that can be listed: for guesses."""

    @property
    def name(self) -> str:
        return self.typed.en.partition("|")[0]

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys("|".join(self.typed).split("|")))

    def example_of(self, word: str, rest: str) -> str:
        """As it is typed behind this word, in its language, with the number that `rest` begins with."""
        example = self.example.en if word in self.typed.en.split("|") else self.example.nl
        found, several = NUMBER.match(rest), NUMBERS.fullmatch(example)
        return (NUMBERS if several else NUMBER).sub(found[1], example, count=1) if found else example

    def guesses(self, language: Language) -> Iterator[str]:
        yield from self.typed.in_language(language).split("|")
        yield from self.phrases.get(language, ())


class Subcommands:
    """All of one command, and what answers each."""

    def __init__(self) -> None:
        self.subcommands: list[Subcommand] = []
        self.by_word: dict[str, Subcommand] = {}
        self._answers: dict[str, Callable[[Command, str], Reply]] = {}

    def add(self, subcommand: Subcommand, answer: Callable[[Command, str], Reply]) -> None:
        self.subcommands.append(subcommand)
        self.by_word |= dict.fromkeys(subcommand.words, subcommand)
        self._answers[subcommand.name] = answer

    def answer(self, request: Command) -> Reply | None:
        """Of the one that is typed; None when the text is none. Raise UnknownWord for a slip of the pen."""
        read = self.read(request.text, request.typed, request.who.language)
        return self._answers[read[0]](request, read[1]) if read else None

    def has(self, text: str, *, slips: bool = True) -> bool:
        """Whether it is one of them; `slips`: or a slip of the pen."""
        try:
            return self.read(text, "") is not None
        except UnknownWord:
            return slips

    def read(self, text: str, command: str, language: Language = Language.en) -> tuple[str, str] | None:
        """The English sub-word and what stands behind it; None when the text is no sub-command. `language`:
        of who types, for guesses.

        Raise UnknownWord for a slip of the pen, Incomplete for `done twelve`.
        """
        text = TIGHT.sub(r"\1-\2", text) if TIGHT.fullmatch(text) else text
        word, rest = self._parted(text)
        if word not in self.by_word:
            word, rest = self._parted(text.rstrip(FULL_STOP))
        if word not in self.by_word:
            word, rest = self._turned(text) or (word, rest)
        known = self.by_word.get(word)
        if known and known.starts_texts and _is_said(rest):
            return None
        for told in (rest, rest.rstrip(FULL_STOP)) if known else ():
            if known and known.takes.fullmatch(told):
                return known.name, told
        said = text.strip(FULL_STOP)
        for each in self.subcommands:
            if said and each.alone(said):
                return each.name, said
        if known is None:
            self._refuse_a_slip(word, rest, command, language)
        elif not _is_text(known, rest):
            guess = f"{word} {known.example_of(word, rest)}".strip()
            raise Incomplete(f"{word} {rest}".strip(), guess, command)
        return None

    def behind(self, text: str) -> str:
        """What stands behind the word of a sub-command; empty where there is none."""
        word, rest = self._parted(text)
        return rest if word in self.by_word else ""

    def _parted(self, text: str) -> tuple[str, str]:
        """The first word, or two that are one as in `wijs toe` and `stel 3 uit`, and what is behind."""
        first, rest = [*text.split(maxsplit=1), "", ""][:2]
        second, behind = [*rest.split(maxsplit=1), "", ""][:2]
        if (both := f"{first} {second}".lower()) in self.by_word:
            return both, behind.strip()
        parted = PARTED.fullmatch(text)
        if parted and (both := f"{parted[1]} {parted[3]}".lower()) in self.by_word:
            return both, f"{parted[2]}{parted[4] or ''}"
        return first.lower(), rest.strip()

    def _turned(self, text: str) -> tuple[str, str] | None:
        """`12 done` and `a12 is done`, which are `done 12`."""
        found = SAID_OF_NUMBER.fullmatch(text.rstrip(FULL_STOP))
        word = found[2].lower() if found else ""
        known = self.by_word.get(word)
        counts = found and known and isinstance(known.takes, re.Pattern) and known.takes.fullmatch(found[1])
        return (word, found[1]) if found and counts else None

    def _refuse_a_slip(self, word: str, rest: str, command: str, language: Language) -> None:
        own, abroad = ([*self._guesses(each)] for each in sorted(Language, key=language.__ne__))
        for guess in near(word, own, abroad):
            if not rest or (guess in self.by_word and self.by_word[guess].takes.fullmatch(rest)):
                raise UnknownWord(f"{word} {rest}".strip(), f"{guess} {rest}".strip(), command)

    def _guesses(self, language: Language) -> Iterator[str]:
        for each in self.subcommands:
            yield from each.guesses(language)


def _is_said(rest: str) -> bool:
    """Whether a verb or a number of things stands behind the word: "lijst maken van …", "repeat 3 tests"."""
    counted = COUNTED.match(rest)
    often = counted and (
        counted[1].lower() in HOW_OFTEN or any(counted[1].lower() in lexicon(each).tree for each in Language)
    )
    return bool(counted and not often) or rest.lower().partition(" ")[0] in VERBS_NL


def _is_text(known: Subcommand, rest: str) -> bool:
    """Whether a text begins with its word: `due diligence report`, but not `due tomorrow`."""
    numbered = BEGINS_WITH_NUMBER.match(rest)
    if not rest or (numbered and not (known.starts_texts and _is_sure(known.takes))):
        return False
    words = [word.strip(",.!") for word in rest.split()[1 if numbered else 0 :]]
    if all(word.lower() in FILLERS or PERSON.fullmatch(word) for word in words):
        return False
    return known.starts_texts or len(words) > FEW or not is_terms(rest, LONG_AGO, "UTC", list(Language))


def _is_sure(takes: Takes) -> bool:
    """Whether all that it does not take is a text: it takes bare numbers, or is no mere pattern."""
    return takes in (NUMBER, NUMBERS) or not isinstance(takes, re.Pattern)


def near(word: str, own: Iterable[str], abroad: Iterable[str] = ()) -> list[str]:
    """Those that may have been meant, the likeliest first; of `abroad`, the other language, only what is
    nearer."""
    word = word.lower()

    def alike(words: Iterable[str], least: float) -> list[str]:
        long_enough = (each for each in words if abs(len(each) - len(word)) <= SLIPS)
        return get_close_matches(word, list(long_enough), cutoff=least)

    return [*alike(own, ALIKE), *alike(abroad, ALIKE_ABROAD)]


def nearest(word: str, own: Iterable[str], abroad: Iterable[str] = ()) -> str:
    """The word that was probably meant, or empty."""
    return next(iter(near(word, own, abroad)), "")


def about_number(text: str) -> int | None:
    """The number in `foo 12` or `12 friday`, either a sub-command that there is not or a text."""
    found = WORD_AND_NUMBER.fullmatch(text)
    more = NUMBER_AND_MORE.fullmatch(text)
    if more and is_terms(more[2], LONG_AGO, "UTC", list(Language)):
        found = more
    return int(found[1]) if found else None


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
