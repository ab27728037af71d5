"""Which open action item says the same as a new one: the same words that matter, in any order.

Better silent than wrong: "call supplier A" and "call supplier B" are two things to do.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from itertools import islice

from rapidfuzz import fuzz, process, utils
from rapidfuzz.distance import OSA

NEAR, MOST = 55, 30
"""The likeness of two texts, of 100, before their words are compared; and how many of those are compared."""
LONGEST = 300
"""Letters of two texts that are held against each other by their likeness."""
FEWEST, MOST_LETTERS = 3, 6000
"""So many letters are compared word by word, and at least so many texts."""
MOST_COMPARED = 1500
"""So often in all for many texts at once; the likeliest is compared first."""
MOST_PAIRS = 100_000
"""So many texts are held against each other by their likeness; beyond that only the same words are found."""
LONG = 9
"""Letters of a word in which one wrong letter is a slip: "procurment"; "contact" may be no "contract"."""
SHARED = 5
"""So many words in common outweigh one that only one of the two has."""
SLIPS = 5
"""With more words that differ than these, two texts say something else, and do not only slip."""
MOST_JOINED = 3
"""So many particles of a text are tried as a part of its verb."""

Words = tuple[str, ...]
"""In the order of the alphabet."""

FILLERS = frozenset(
    "a an the of to for in on at with and by from about into our my your this that please asap again still"
    " de het een van voor met naar aan over en om te in op bij uit door onze ons mijn dit dat die deze graag"
    " nog even weer opnieuw alsnog svp aub".split()
)
NEGATIONS = frozenset("not no never niet geen nooit zonder without".split())
PARTICLES = frozenset("aan af bij door in mee na om op over terug toe uit voor weg".split())
"""They stand at the end of what is one word elsewhere: "werk de log bij", "de log bijwerken"."""
WEEKDAYS = (
    "mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|tomorrow|today"
    "|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|morgen|vandaag"
)
BY_WHEN = re.compile(rf"\b(?:by|before|until|on|uiterlijk|voor|op|tot) (?:next |volgende )?(?:{WEEKDAYS})\b")
WORD = re.compile(r"\w+")
PLURAL = re.compile(r"(?<=\w{3})en$|(?<=\w\w[^aeious])s$|(?<=\w[^aeiou][aeiou])s$")
DOUBLED = re.compile(r"([^\W\d_])\1")


def likeliest(text: str, others: Mapping[int, str]) -> int | None:
    """The number of the text among `others` that says the same; None when none does."""
    return _likeliest(text, others, _plainer_all(others), MOST)


def _likeliest(text: str, others: Mapping[int, str], plainer: Mapping[int, str], most: int) -> int | None:
    most = min(most, max(FEWEST, MOST_LETTERS // max(1, len(text))))
    plain_text = _plainer(text)[:LONGEST]
    near = process.extract(
        plain_text, plainer, scorer=fuzz.token_set_ratio, processor=None, score_cutoff=NEAR, limit=most
    )
    return next((number for _text, _score, number in near if same_task(text, others[number])), None)


def twins(texts: Mapping[int, str], others: Mapping[int, str]) -> dict[int, int]:
    """`likeliest` of many texts: number to number. Of very many only those of the very same words."""
    if len(texts) * len(others) <= MOST_PAIRS:
        plainer, most = _plainer_all(others), _compared(len(texts))
        found = {number: _likeliest(text, others, plainer, most) for number, text in texts.items()}
    else:
        backwards = reversed(list(others.items()))
        known = {words: number for number, text in backwards for words in readings(text)}
        found = {
            number: next((known[words] for words in readings(text) if words and words in known), None)
            for number, text in texts.items()
        }
    return {number: other for number, other in found.items() if other is not None}


def repeated(texts: Mapping[int, str]) -> dict[int, int]:
    """Which of `texts` say the same as one before them: number to the earlier one's number."""
    if len(texts) ** 2 > MOST_PAIRS:
        return {number: other for number, other in twins(texts, texts).items() if other < number}
    found: dict[int, int] = {}
    before: dict[int, str] = {}
    plainer, most = _plainer_all(texts), _compared(len(texts))
    for number, text in texts.items():
        earlier = _likeliest(text, texts, before, most)
        if earlier is None:
            before[number] = plainer[number]
        else:
            found[number] = earlier
    return found


def _compared(texts: int) -> int:
    """The number of texts that each of so many is compared with word by word."""
    return min(MOST, 1 + MOST_COMPARED // max(1, texts))


def same_task(one: str, other: str) -> bool:
    return any(_alike(mine, yours) for mine in readings(one) for yours in readings(other))


def _alike(one: Words, other: Words) -> bool:
    """Whether words that matter are the same, but for slips of the pen."""
    # Each slip takes a word of both, and only one may be left over.
    if not one or not other or abs(len(one) - len(other)) > 1:
        return False
    left, right = _apart(one, other)
    if min(len(left), len(right)) > SLIPS:
        return False
    alone: list[str] = []
    for word in left:
        twin = next((each for each in right if _slip(word, each)), None)
        if twin is None:
            alone.append(word)
        else:
            right.remove(twin)
    if alone and right:
        return False
    extra = alone or right
    return not extra or (len(extra) == 1 and is_little(extra[0]) and min(len(one), len(other)) >= SHARED)


def _apart(one: Words, other: Words) -> tuple[list[str], list[str]]:
    """The words that only one of the two has; no more of them than it takes to tell the texts apart."""
    left: list[str] = []
    right: list[str] = []
    at = to = 0
    while at < len(one) and to < len(other) and min(len(left), len(right)) <= SLIPS:
        mine, yours = one[at], other[to]
        if mine < yours:
            left.append(mine)
        elif yours < mine:
            right.append(yours)
        at += mine <= yours
        to += yours <= mine
    return [*left, *one[at:]], [*right, *other[to:]]


def is_little(word: str) -> bool:
    """It tells no two things apart, as the A of "supplier A" does."""
    return len(word) > 1 and not word.isdigit() and word not in NEGATIONS


def same_words(one: str, other: str) -> bool:
    """Whether the words that matter are the very same; at no cost for texts that were read lately."""
    return any(words and words in readings(other) for words in readings(one))


@lru_cache(maxsize=4096)
def readings(text: str) -> tuple[Words, ...]:
    """The words that matter, each as its stem; also with a particle put before its verb."""
    words = WORD.findall(BY_WHEN.sub(" ", plain(text)))
    particles = (at for at in range(2, len(words)) if words[at] in PARTICLES)
    joined = [[words[at] + words[0], *words[1:at], *words[at + 1 :]] for at in islice(particles, MOST_JOINED)]
    return tuple(map(_content, [words, *joined]))


def _content(words: list[str]) -> Words:
    last = words[-1:] if words[-1:] == ["a"] else []  # of "supplier A": no article ends a text
    return tuple(sorted(_stem(word) for word in [*(each for each in words if each not in FILLERS), *last]))


def plain(text: str) -> str:
    """Lower case without accents."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _plainer_all(texts: Mapping[int, str]) -> dict[int, str]:
    return {number: _plainer(text)[:LONGEST] for number, text in texts.items()}


def _plainer(text: str) -> str:
    # Where all is ASCII, which is nearly always, RapidFuzz does it a hundred times as fast.
    return utils.default_process(text if text.isascii() else plain(text))


def _stem(word: str) -> str:
    """Rough, and alike for both languages: "logs" is "log", "bellen" and "bel" are "bel"."""
    if any(letter.isdigit() for letter in word):
        return word
    word = DOUBLED.sub(r"\1", PLURAL.sub("", word))
    return word[:-1] + {"v": "f", "z": "s"}.get(word[-1], word[-1])


def _slip(one: str, other: str) -> bool:
    """Two letters swapped, or in a long word one wrong."""
    if min(len(one), len(other)) < 3 or not (one + other).isalpha():
        return False
    swapped = sorted(one) == sorted(other)
    return (swapped or min(len(one), len(other)) >= LONG) and OSA.distance(one, other, score_cutoff=1) <= 1
