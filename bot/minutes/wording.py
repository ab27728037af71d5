"""Whether a text says in other words what stands in another, and nothing else: by words alone, English and
Dutch."""

import re
import unicodedata
from collections.abc import Collection, Sequence
from itertools import takewhile

from bot.text.words import STOP_EN, STOP_NL

FEWEST_WORDS = 2
"""With meaning, of an item: with fewer nobody knows what is to be done."""
MENTION = re.compile(r"<[@#!][^<>\s|]{1,40}(?:\|([^<>]{0,80}))?>")
_QUOTES = dict.fromkeys(map(ord, "'\"`´‘’‚‛“”„«»′″*_~"))
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
WORD = re.compile(r"[^\W_]+")
_DENIALS = frozenset(
    """not no never nobody none nothing without cannot cant dont doesnt didnt wont isnt arent wasnt werent
    shouldnt wouldnt couldnt havent hasnt niet geen nooit niemand niets zonder nee""".split()
)
_SMALL = (STOP_EN | STOP_NL) - _DENIALS | frozenset(
    """a an or at into about their its our your up out do so them they he she his her der den ter hun ons
    onze uw je jij hij zij ze er aan""".split()
)
_FREE = frozenset(
    "a an the to of for with in on at about by de het een te om van voor met op aan bij".split()
)
"""Of these, what may stand in an item and not in its sentence."""
_ENDINGS = frozenset(["", "s", "es", "d", "ed", "ing", "e", "en", "n", "t", "te", "ten", "de", "den"])
_PARTICLES = ("terug", "voor", "over", "door", "mee", "aan", "uit", "toe", "bij", "op", "af", "in", "na")
_DOUBLED = re.compile(r"([^\W\d])\1")


def shown(line: str) -> str:
    """A line of notes as a model may see it: nothing hidden, and nobody is called."""
    plain = MENTION.sub(lambda mention: (mention[1] or "somebody").lstrip("@"), line)
    return "".join(letter for letter in plain if letter == "\t" or unicodedata.category(letter)[0] != "C")


def folded(text: str) -> str:
    """`text` without what is written in more than one way: case, quotation marks, dashes, spaces, marks."""
    plain = unicodedata.normalize("NFKC", shown(text)).translate(_QUOTES).translate(_DASHES)
    return " ".join(plain.casefold().split())


def is_supported(text: str, quote: str) -> bool:
    """Whether all words of `text` stand in `quote`, in order but for one, and neither denies the other."""
    said, there = words_of(text), WORD.findall(folded(quote))
    words = [word for word in said if word not in _SMALL]
    loose = set(said) - _FREE - set(words) - set(there)
    if (
        sum(len(word) > 2 and word.isalpha() for word in words) < FEWEST_WORDS
        or loose
        or _denies(said) != _denies(there)
    ):
        return False
    fits = [[is_same(word, other, there) for other in there] for word in words]
    return all(map(any, fits)) and _in_order(fits) >= len(words) - 1


def words_of(text: str) -> list[str]:
    return WORD.findall(folded(text))


def meaning(text: str) -> list[str]:
    return [word for word in words_of(text) if word not in _SMALL]


def _denies(words: Sequence[str]) -> bool:
    return not _DENIALS.isdisjoint(words)


def is_same(word: str, other: str, others: Collection[str]) -> bool:
    """Whether it is the same word in another form: sends, bellen and belt, opnemen and neemt op."""
    if word == other:
        return True
    if any(map(str.isdigit, word + other)):
        return False
    if _have_one_stem(word, other):
        return True
    return any(
        word.startswith(each) and each in others and _have_one_stem(word.removeprefix(each), other)
        for each in _PARTICLES
    )


def _have_one_stem(word: str, other: str) -> bool:
    one, two = (_DOUBLED.sub(r"\1", each).replace("v", "f").replace("z", "s") for each in (word, other))
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, two, strict=False)))
    return any(one[at:] in _ENDINGS and two[at:] in _ENDINGS for at in range(3, same + 1))


def _in_order(fits: Sequence[Sequence[bool]]) -> int:
    """How many of the words stand in the quote in one order, at most."""
    best = [0] * (len(fits[0]) + 1)
    for row in fits:
        before = best
        best = [0]
        for at, fit in enumerate(row):
            best.append(max(before[at] + 1 if fit else 0, before[at + 1], best[at]))
    return best[-1]
