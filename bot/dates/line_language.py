"""Which language a line is in, by the words that one language has and no other."""

import re
from collections.abc import Sequence
from functools import cache

from bot.core.language import Language
from bot.dates.lexicon import lexicon
from bot.text.words import SMALL_WORDS, VERBS, is_infinitive

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
WORD = re.compile(r"[^\W\d_]{2,}")


def by_words(text: str, languages: Sequence[Language]) -> list[Language]:
    """The languages, the one of the line first; of equals as they came, unless a Dutch verb ends it."""
    said = WORD.findall(text[:LONGEST].lower())
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
