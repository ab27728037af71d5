"""Text to tokens: known words, numbers and written dates, each with its place in the text."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from bot.core.language import Language
from bot.dates.arithmetic import month_of, valid_day, week_of
from bot.dates.lexicon import Branch, Lexicon, lexicon
from bot.dates.values import Clock, Days, one_day

KINDS = (
    # words
    "ago after afternext ampm and at before between beyond by coming dated end eod every holiday final for "
    "freq from half hence in last mid midnight minutes month next noon number oclock of ofmonth ofthismonth "
    "on ordinal or over parity part past please quarterno relative sametime shifted start this times to "
    "twice unit until uur voor weekday weekdays weekof whole with workday workdays year zone unknown dm "
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
    meant: str = ""
    """What was typed and the known word, when it had a slip of the finger."""


_ATOM = re.compile(
    r"""(?P<space>(?:(?<!\S):[a-z][\w+-]*:(?!\S)|[\s,;:()\[\]"!?.…*_\u2600-\u27bf\ufe0f\u200d\U0001f000-\U0001faff])+
        |(?<=s)'(?=\s))
    | (?P<quarter>[qk][1-4])(?!\w)
    | (?P<offset>(?:utc|gmt)[+-]\d\d?(?::?00)?)(?!\w)
    | (?P<word>(?:[tT]/m|w/c|v/d)\b|'?[^\W\d_]+(?:['.][^\W\d_]+)*(?:-[^\W\d_]+)*)
    | (?P<iso>\d{4}-\d\d-\d\d)(?!\d)(?:t(?=\d))?
    | (?P<slashediso>\d{4}/\d\d/\d\d)(?![\d/])
    | (?P<isoweek>\d{4}-?w\d\d(?:-[1-7])?)(?!\w)
    | (?P<yearmonth>\d{4}-\d\d)(?![\d-])
    | (?P<dmy>\d{1,2}(?P<sep>[/.-])\d{1,2}(?P=sep)(?:\d{4}|'?\d\d))(?!\d)
    | (?P<dotted>(?<!om\s)(?<!at\s)\d{1,2}\.\d\d)\.(?!\d)
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
LEAP = 2024
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


def is_day(text: str) -> bool:
    """Whether "4.12" can be a day and a month."""
    day, month = map(int, text.split("."))
    return valid_day(LEAP, month, day) is not None


def _time(text: str) -> tuple[str, Any]:
    dotted = re.fullmatch(r"\d+\.\d+", text) is not None and is_day(text)
    hour, minute = map(int, re.split("[:.uh]", text)[:2])
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return ("dm", text) if dotted else ("unknown", text)
    # 7:30 stands for the morning, unlike "at 7"; from 1:00 to 6:59 it is the afternoon as in words.
    clock = read_clock(60 * hour + minute, text[0] == "0" or hour > 12 or hour in (0, 7))
    return "clock", replace(clock, dotted=text if dotted else "")


def _number(text: str) -> tuple[str, Any]:
    if len(text) < 4:
        return "number", int(text)
    if 1990 <= int(text) <= 2099:
        return "year", int(text)
    hour, minute = divmod(int(text), 100)  # "1700"
    spoken = hour < 24 and minute < 60
    return ("clock", read_clock(60 * hour + minute, exact=True)) if spoken else ("number", int(text))


def _offset(text: str) -> tuple[str, Any]:
    """UTC+2; in IANA's names the sign is turned."""
    hours = int(text[3:6].split(":")[0])
    return ("zone", f"Etc/GMT{-hours:+d}") if -12 <= hours <= 14 else ("unknown", text)


_WRITTEN: dict[str, Callable[[str], tuple[str, Any]]] = {
    "iso": lambda text: ("date", one_day(date.fromisoformat(text))),
    "slashediso": lambda text: ("date", one_day(date.fromisoformat(text.replace("/", "-")))),
    "isoweek": lambda text: ("date", _iso_week(text)),
    "yearmonth": lambda text: ("date", (month_of(int(text[:4]), int(text[5:])),)),
    "dmy": lambda text: ("dm", text),
    "dm": lambda text: ("dm", text),
    "dotted": lambda text: ("dm", text) if is_day(text) else _time(text),
    "offset": _offset,
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


def lex(text: str, language: Language, begin: int = 0, forgiving: bool = False) -> list[Token]:
    """The tokens of `text` from `begin` on, the longest phrases; `forgiving`: slips in more than names."""
    words = lexicon(language)
    atoms = _atoms(tidy(text[begin:]), words, begin)
    tokens: list[Token] = []
    at = 0
    while at < len(atoms):
        group, atom, start, end = atoms[at]
        known, after = _longest(atoms, at, words)
        if known:
            tokens += _of_phrase(known, start, atoms[after - 1][3])
        elif group == "word" and (meant := words.slips(atom, sure=not forgiving)):
            ways = [_of_phrase(each, start, end, f"{text[start:end]}: {words.name(each)}") for each in meant]
            tokens += ways[0] if len(ways) == 1 else [Token("doubt", ways, atom, start, end)]
        else:
            tokens.append(_token(group, atom, start, end))
        at = after
    return tokens


def _of_phrase(known: Branch, start: int, end: int, meant: str = "") -> list[Token]:
    return [Token(kind, value, known.phrase, start, end, meant) for kind, value in known.meaning]


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
