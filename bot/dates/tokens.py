"""Text to tokens: known words, numbers and written dates, each with its place in the text."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from bot.core.language import Language
from bot.dates import words_en, words_nl
from bot.dates.arithmetic import month_of, week_of
from bot.dates.values import Clock, Days, one_day

KINDS = (
    # words
    "ago after ampm and at before between beyond by coming easter end eod every holiday final for freq from "
    "half hence in last mid midnight minutes month next noon number oclock of ofmonth ofthismonth on ordinal "
    "or over parity part past please quarterno relative shifted start this times to twice unit until uur "
    "voor weekday weekdays weekof whole workday workdays year unknown dm "
    # what the grammar makes of them
    "clock date hours length moment period reading repeat since"
).split()

TAGS = {kind: chr(0xE000 + number) for number, kind in enumerate(KINDS)}
"""One private character per kind: the grammar's patterns are regular expressions over these."""


class Token(NamedTuple):
    kind: str
    value: Any
    text: str
    start: int
    end: int


@dataclass(slots=True)
class Branch:
    """A word of a tree of phrases: what the words up to here mean, and the words that may follow."""

    phrase: str
    meaning: list[tuple[str, Any]] = field(default_factory=list)
    following: dict[str, "Branch"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lexicon:
    language: Language
    tree: dict[str, Branch]
    weak: frozenset[str]
    never_after: frozenset[str]
    not_cut_after: frozenset[str]
    subjects: frozenset[str]
    telling: frozenset[str]
    bare: frozenset[str] = frozenset()
    wants_noun: frozenset[str] = frozenset()
    foreign: frozenset[str] = frozenset()


@cache
def lexicon(language: Language) -> Lexicon:
    table = words_nl if language is Language.nl else words_en
    tree: dict[str, Branch] = {}
    for kinds, value, words in table.ROWS:
        names = kinds.split("+")
        entry = list(zip(names, value, strict=True)) if len(names) > 1 else [(kinds, value)]
        for phrase in words.split(" | "):
            branch, following = Branch(""), tree
            for word in phrase.split():
                branch = following.setdefault(word, Branch(f"{branch.phrase} {word}".strip()))
                following = branch.following
            branch.meaning = branch.meaning or entry
    in_text = {role: frozenset(words.split()) for role, words in table.IN_TEXT.items()}
    return Lexicon(language, tree, **in_text)


_ATOM = re.compile(
    r"""(?P<space>[\s,;:()\[\]"!?.…*_]+|(?<=s)'(?=\s))
    | (?P<quarter>[qk][1-4])(?!\w)
    | (?P<word>(?:[tT]/m|w/c|v/d)\b|'?[^\W\d_]+(?:['.][^\W\d_]+)*(?:-[^\W\d_]+)*)
    | (?P<iso>\d{4}-\d\d-\d\d)(?!\d)(?:t(?=\d))?
    | (?P<slashediso>\d{4}/\d\d/\d\d)(?![\d/])
    | (?P<isoweek>\d{4}-?w\d\d(?:-[1-7])?)(?!\w)
    | (?P<yearmonth>\d{4}-\d\d)(?![\d-])
    | (?P<dmy>\d{1,2}(?P<sep>[/.-])\d{1,2}(?P=sep)(?:\d{4}|\d\d))(?!\d)
    | (?P<dm>\d{1,2}/\d{1,2})(?![\d/])
    | (?P<clock>\d{1,2}[:.]\d\d(?::\d\d)?)(?![\d.:]\d|\d)
    | (?P<uclock>\d{1,2}[uh]\d\d)(?!\d|\s?m)
    | (?P<fraction>\d{0,2}[½¼¾])
    | (?P<decimal>\d+[.,]\d+)(?![\d:])
    | (?P<ordinal>\d{1,2})(?:st|nd|rd|th|ste|de|e)(?!\w)
    | (?P<shortyear>'\d\d)(?!\w)
    | (?P<number>\d{1,4})(?!\d)
    | (?P<slash>/)(?=\d{4}-)
    | (?P<dash>-)
    | (?P<amp>[&+]|(?<=[^\W\d_])/(?=[^\W\d_]))
    | (?P<at>@)(?=\s*\d)
    | (?P<other>.)""",
    re.VERBOSE,
)
FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_TIDY = str.maketrans("’‘‛`´–—−‐‑\u00a0", "'''''----- ")


def tidy(text: str) -> str:
    """Lower case, with one kind of dash and quote; as long as `text` itself."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
    return low.translate(_TIDY)


def _plain(word: str) -> str:
    if word.isascii():
        return word
    bare = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    return "vóór" if bare == "voor" else bare


def read_clock(written: int, exact: bool = False) -> Clock:
    """From one to eight o'clock, unless the words say otherwise, is the afternoon."""
    afternoon = not exact and 60 <= written < 8 * 60
    return Clock((written + 12 * 60 if afternoon else written,), written, exact)


def _iso_week(text: str) -> Days:
    """A week, or a day of one: 2026-W48, 2026-W48-5."""
    basic = text.upper().replace("-", "")
    day = date.fromisoformat(basic)
    return one_day(day) if len(basic) == len("2026W485") else (week_of(day),)


def _time(text: str) -> tuple[str, Any]:
    hour, minute = map(int, re.split("[:.uh]", text)[:2])
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return "unknown", text
    # 7:30 stands for the morning, unlike "at 7"; from 1:00 to 6:59 it is the afternoon as in words.
    return "clock", read_clock(60 * hour + minute, text[0] == "0" or hour > 12 or hour in (0, 7))


def _number(text: str) -> tuple[str, Any]:
    return "year" if len(text) == 4 and 1990 <= int(text) <= 2099 else "number", int(text)


_WRITTEN: dict[str, Callable[[str], tuple[str, Any]]] = {
    "iso": lambda text: ("date", one_day(date.fromisoformat(text))),
    "slashediso": lambda text: ("date", one_day(date.fromisoformat(text.replace("/", "-")))),
    "isoweek": lambda text: ("date", _iso_week(text)),
    "yearmonth": lambda text: ("date", (month_of(int(text[:4]), int(text[5:])),)),
    "dmy": lambda text: ("dm", text),
    "dm": lambda text: ("dm", text),
    "clock": _time,
    "uclock": _time,
    "decimal": lambda text: ("number", float(text.replace(",", "."))),
    "fraction": lambda text: ("number", int(text[:-1] or 0) + FRACTIONS[text[-1]]),
    "ordinal": lambda text: ("ordinal", int(text)),
    "shortyear": lambda text: ("year", 2000 + int(text[1:])),
    "quarter": lambda text: ("quarterno", int(text[1])),
    "number": _number,
    "slash": lambda text: ("until", text),
    "dash": lambda text: ("to", text),
    "amp": lambda text: ("and", text),
    "at": lambda text: ("at", text),
}
"""Kind and value of what is written in digits and signs, by its group of the expression above."""

Atom = tuple[str, str, int, int]
"""Group of the expression above, text, start and end."""


def _atoms(text: str, words: Lexicon, begin: int) -> list[Atom]:
    atoms: list[Atom] = []
    for found in _ATOM.finditer(text):
        group = found.lastgroup or ""
        if group == "space":
            continue
        if group == "sep":
            group = "dmy"
        atom = found[group]
        if group == "word" and "-" in atom and atom not in words.tree:
            atoms += _parted(atom, begin + found.start())
        else:
            atoms.append((group, _plain(atom), begin + found.start(), begin + found.end()))
    return atoms


def _parted(word: str, start: int) -> Iterator[Atom]:
    for piece in re.finditer(r"-|[^-]+", word):
        kind = "dash" if piece[0] == "-" else "word"
        yield kind, _plain(piece[0]), start + piece.start(), start + piece.end()


def lex(text: str, language: Language, begin: int = 0) -> list[Token]:
    """The tokens of `text` from `begin` on; each known phrase is as long as possible."""
    words = lexicon(language)
    atoms = _atoms(tidy(text[begin:]), words, begin)
    tokens: list[Token] = []
    at = 0
    while at < len(atoms):
        group, atom, start, end = atoms[at]
        known, after = _longest(atoms, at, words)
        if known:
            end = atoms[after - 1][3]
            tokens += [Token(kind, value, known.phrase, start, end) for kind, value in known.meaning]
        else:
            tokens.append(_token(group, atom, start, end))
        at = after
    return tokens


def _longest(atoms: list[Atom], at: int, words: Lexicon) -> tuple[Branch | None, int]:
    """The longest known phrase from `at` on, and where it ends."""
    known, after = None, at + 1
    branch = words.tree.get(atoms[at][1])
    while branch:
        at += 1
        if branch.meaning:
            known, after = branch, at
        branch = branch.following.get(atoms[at][1]) if at < len(atoms) and branch.following else None
    return known, after


def _token(group: str, atom: str, start: int, end: int) -> Token:
    """`unknown` when it is no possible date or time, such as the 31st of February."""
    try:
        kind, value = _WRITTEN[group](atom) if group in _WRITTEN else ("unknown", atom)
    except ValueError:
        kind, value = "unknown", atom
    return Token(kind, value, atom, start, end)
