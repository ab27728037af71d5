"""Which language a line is in, by the words that one language has and no other."""

import re
from collections.abc import Sequence
from functools import cache

from bot.core.language import Language
from bot.dates.lexicon import lexicon
from bot.text.words import SMALL_WORDS, VERBS

LONGEST = 1000
"""Characters that tell it."""
WORD = re.compile(r"[^\W\d_]{2,}")


def by_words(text: str, languages: Sequence[Language]) -> list[Language]:
    """The languages, the one of the line first; of equals as they came."""
    said = WORD.findall(text[:LONGEST].lower())
    return sorted(languages, key=lambda language: -sum(word in _own(language) for word in said))


@cache
def _own(language: Language) -> frozenset[str]:
    others = [_known(other) for other in Language if other is not language]
    return _known(language).difference(*others)


@cache
def _known(language: Language) -> frozenset[str]:
    dates = (word for word in lexicon(language).tree if len(word) > 2)
    return SMALL_WORDS[language] | VERBS[language] | frozenset(dates)
