"""The words of `bot.dates.vocabulary` as a tree of phrases; what a word with a slip of the finger means; and
which language a line is in, by the words that one language has and no other."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import chain, product
from typing import Any

from rapidfuzz.distance import OSA

from bot.core.language import Language
from bot.dates import vocabulary
from bot.dates.vocabulary import IN_TEXT, NO_SLIPS
from bot.text.words import SMALL_WORDS, VERBS, is_infinitive

Part = tuple[int, int]
"""A part of the day: its first minute and the minute after its last."""

MORNING: Part = (0, 12 * 60)
NIGHT: Part = (20 * 60, 31 * 60)
VALUES: dict[str, Any] = {
    "-": None,
    "no": False,
    "yes": True,
    "morning": MORNING,
    "midday": (11 * 60, 15 * 60),
    "afternoon": (12 * 60, 18 * 60),
    "evening": (17 * 60, 24 * 60 + 1),
    "night": NIGHT,
}
SHORTEST_SLIP = 5
"""Letters of a word in which one slip is forgiven; fewer are too much like other words."""

Meaning = list[tuple[str, Any]]
"""Kinds and values; more than one for a word such as "vanavond"."""
WORD = re.compile(r"[^\W_][\w']*")
OF_DAYS = frozenset(
    "weekday weekdays month relative unit holiday part eod shifted freq workday workdays noon "
    "midnight".split()
)
"""Kinds of words of which each date has one, or a number."""
MORE = {
    Language.en: frozenset(
        "do so me my no or if all can you your our their who what when about into out up yes an at he she "
        "they them his her its been has had which how new".split()
    ),
    Language.nl: frozenset(
        "alle alles hun mijn ons onze jullie ik je jij niet geen wel graag onder tussen zonder want dus uit "
        "af dat die dit wat wie waar hoe ook bij aan te ten ter nieuwe zijn haar deze".split()
    ),
}
"""Small words besides those that minutes are told by."""
LONGEST = 1000
"""Characters that tell it."""
OF_LINE = re.compile(r"[^\W\d_]{2,}")


@dataclass(slots=True)
class Branch:
    """A word of a tree of phrases: what the words up to here mean, and the words that may follow."""

    phrase: str
    meaning: Meaning = field(default_factory=list)
    following: dict[str, "Branch"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lexicon:
    language: Language
    tree: dict[str, Branch]
    in_text: dict[str, frozenset[str]]
    """Groups of words that `bot.dates.extract` must know in a text."""

    def slips(self, word: str, *, sure: bool) -> list[Branch]:
        """Known words that differ from `word` in one slip; when `sure` only names of days and months."""
        return _slips(self.language, word, sure)

    def name(self, word: Branch) -> str:
        """As it is written: Friday, vrijdag."""
        named = self.language is Language.en and word.meaning[0][0] in ("weekday", "month")
        return word.phrase.capitalize() if named else word.phrase


@cache
def lexicon(language: Language) -> Lexicon:
    number = list(Language).index(language)
    tree: dict[str, Branch] = {}
    for meaning, phrases in _entries(number):
        for phrase in phrases:
            branch, following = Branch(""), tree
            for word in phrase.split():
                branch = following.setdefault(word, Branch(f"{branch.phrase} {word}".strip()))
                following = branch.following
            branch.meaning = branch.meaning or meaning
    return Lexicon(
        language, tree, {role: frozenset(words[number].split()) for role, words in IN_TEXT.items()}
    )


def dated_words(text: str) -> bool:
    """Whether any word or number in `text` could be of a date: without one it need not be read."""
    return _NUMBER.search(text) is not None or not _days().isdisjoint(WORD.findall(text.lower()))


_NUMBER = re.compile(r"\b\d")


@cache
def _days() -> frozenset[str]:
    """The last words of all that mean a day or a stretch of days."""
    entries = (entry for number, _ in enumerate(Language) for entry in _entries(number))
    told = (phrases for meaning, phrases in entries if OF_DAYS & {kind for kind, _ in meaning})
    return frozenset(phrase.split()[-1] for phrase in chain.from_iterable(told) if phrase)


def _entries(number: int) -> Iterator[tuple[Meaning, Iterable[str]]]:
    """What is meant, and the phrases that mean it, in the language of this number."""
    for row in re.split(r"\n(?! )", vocabulary.ROWS.strip()):
        head, _, words = row.partition(" = ")
        kinds, *values = head.split()
        phrases = f" {words} ".split("//")[number].split("|")
        yield _meaning(kinds.split("+"), [_value(each) for each in values]), _spelled(phrases)
    for kind, names in (("weekday", vocabulary.DAYS), ("month", vocabulary.MONTHS)):
        for at, spellings in enumerate(names[number].split(";"), start=kind == "month"):
            yield [(kind, at)], spellings.split()
    for kind, names in (("ordinal", vocabulary.ORDINALS), ("number", vocabulary.NUMBERS)):
        for at, name in enumerate(names[number].split(), start=1):
            yield [(kind, at)], [name]
    for at, name in enumerate(vocabulary.HOURS[number].split(), start=1):
        yield [("number", at), ("oclock", None)], [name]
    yield from _made_of_days(number)


def _made_of_days(number: int) -> Iterator[tuple[Meaning, Iterable[str]]]:
    """Mondays, maandagochtend, "morgen middag"."""
    for day, spellings in enumerate(vocabulary.DAYS[number].split(";")):
        name = spellings.split()[0]
        yield [("weekdays", (day,))], [f"{name}s", *((f"{name}en", f"'s {name}s", f"s {name}s") * number)]
        for part, word in _dutch_parts() if number else ():
            yield [("weekday", day), ("part", part)], [f"{name}{word}"]
    for (stem, ahead), (part, word) in product(vocabulary.STEMS.items(), _dutch_parts()):
        yield [("relative", ahead), ("part", part)], [f"{stem}{word}", f"{stem} {word}"] * number


def _dutch_parts() -> list[tuple[Part, str]]:
    return [(VALUES[part], word) for part, words in vocabulary.PARTS.items() for word in words.split()]


def _meaning(kinds: list[str], values: list[Any]) -> Meaning:
    if len(kinds) > 1:
        return list(zip(kinds, values, strict=True))
    return [(kinds[0], values[0] if len(values) == 1 else tuple(values))]


def _value(written: str) -> Any:
    if written in VALUES:
        return VALUES[written]
    if re.fullmatch(r"-?\d+", written):
        return int(written)
    return float(written) if written[0].isdigit() else written


def _spelled(phrases: Iterable[str]) -> Iterator[str]:
    """Each phrase with and without what stands in brackets, where commas part a choice."""
    for phrase in phrases:
        bracket = re.search(r"\[([^\[\]]*)\]", phrase)
        if bracket:
            choices = ("", *bracket[1].split(","))
            yield from _spelled(phrase[: bracket.start()] + way + phrase[bracket.end() :] for way in choices)
        else:
            yield " ".join(phrase.split())


@lru_cache(maxsize=4096)
def _slips(language: Language, word: str, sure: bool) -> list[Branch]:
    short = lexicon(language).tree.get(vocabulary.SHORT.get(word, ""))
    if short and not sure:
        return [short]
    if len(word) < SHORTEST_SLIP - (not sure) or word in NO_SLIPS:
        return []
    found: dict[str, Branch] = {}
    for name, branch in _names(language, sure).items():
        # "Match" is no March.
        other = len(word) == len(name) == SHORTEST_SLIP and sorted(word) != sorted(name)
        cut_short = name.startswith(word) and len(name) > SHORTEST_SLIP
        if cut_short or (not other and OSA.distance(word, name, score_cutoff=1) <= 1):
            found.setdefault(repr(branch.meaning), branch)
    return list(found.values())


@cache
def _names(language: Language, sure: bool) -> dict[str, Branch]:
    kinds = (
        ("weekday", "month") if sure else ("weekday", "month", "relative", "unit", "part", "next", "coming")
    )
    return {
        word: branch
        for word, branch in lexicon(language).tree.items()
        if branch.meaning
        and branch.meaning[0][0] in kinds
        and (len(word) >= SHORTEST_SLIP or (word == "week" and not sure))
    }


def by_words(text: str, languages: Sequence[Language]) -> list[Language]:
    """The languages, the one of the line first; of equals as they came, unless a Dutch verb ends it."""
    said = OF_LINE.findall(text[:LONGEST].lower())
    counts = {language: sum(word in _own(language) for word in said) for language in languages}
    if not any(counts.values()) and said and is_infinitive(said[-1]) and Language.nl in counts:
        counts[Language.nl] = 1
    return sorted(languages, key=lambda language: -counts[language])


@cache
def _own(language: Language) -> frozenset[str]:
    others = [_known(other) for other in Language if other is not language]
    return _known(language).difference(*others)


@cache
def _known(language: Language) -> frozenset[str]:
    return SMALL_WORDS[language] | VERBS[language] | MORE[language] | frozenset(lexicon(language).tree)
