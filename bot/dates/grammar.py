"""The engine behind dates in words: rules that rewrite stretches of tokens into fewer, until one is left.

A rule's pattern is a regular expression over kinds of tokens, written in their names: in
"(next|this) weekday?" each name stands for one token. Rules are tried in the order of their table;
a rule whose function returns None, or no reading at all, does not hold at that place.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, reduce
from operator import or_
from typing import Any, NamedTuple

from bot.dates.tokens import TAGS, Token
from bot.dates.values import Context

SHAPES = 8192
"""So many steps are remembered: those of about two thousand shapes of phrases."""


class Match:
    """The tokens that a pattern matched, by kind."""

    __slots__ = ("tokens",)

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens

    def __getitem__(self, kinds: str) -> Any:
        """The value of the first token that is of one of the kinds, parted by spaces."""
        return self.all(*kinds.split())[0]

    def __contains__(self, kind: str) -> bool:
        return any(token.kind == kind for token in self.tokens)

    def get(self, kind: str, default: Any = None) -> Any:
        return next((token.value for token in self.tokens if token.kind == kind), default)

    def all(self, *kinds: str) -> list[Any]:
        return [token.value for token in self.tokens if token.kind in kinds]


Build = Callable[[Context, Match], Any]
Line = tuple[str, str, Build]
"""Kind of the result, pattern, and what makes the value."""


class Rule(NamedTuple):
    kind: str
    pattern: re.Pattern[str]
    build: Build
    needs: int
    """Bits of the kinds without which the pattern cannot match: most rules are passed over by these alone."""


_BITS = {tag: 1 << number for number, tag in enumerate(TAGS.values())}
_GROUP = re.compile(r"[(\[][^()\[\]]*[)\]][?*+]?")


def _needs(pattern: str) -> int:
    """The kinds that stand outside of all groups and alternatives, and are not optional."""
    while (left := _GROUP.sub(" ", pattern)) != pattern:
        pattern = left
    if "|" in pattern:
        return 0
    return _present(TAGS[name] for name in re.findall(r"[a-z]+(?![a-z?*])", pattern))


def _present(tags: Iterable[str]) -> int:
    return reduce(or_, [_BITS[tag] for tag in tags], 0)


def rule(line: Line) -> Rule:
    kind, pattern, build = line
    tags = re.sub(r"[a-z]+", lambda name: TAGS[name[0]], pattern).replace(" ", "")
    return Rule(kind, re.compile(tags), build, _needs(pattern))


Hit = tuple[int, int, int]
"""Number of the rule, and the first token and the one after the last that it takes."""


class Grammar:
    """Rules in their order. Which of them holds next depends on the kinds of the tokens alone, and people
    say dates in few shapes ("by" and a weekday): so what was found for a shape is remembered."""

    def __init__(self, *tables: Iterable[Line]) -> None:
        self.rules = [rule(line) for table in tables for line in table]
        self.find = lru_cache(maxsize=SHAPES)(self._find)

    def _find(self, tags: str, number: int, at: int) -> Hit | None:
        """The first hit from this rule on, which itself is looked for from `at` on."""
        present = _present(tags)
        for each in range(number, len(self.rules)):
            _, pattern, _, needs = self.rules[each]
            if needs & present == needs and (hit := pattern.search(tags, at)):
                return each, *hit.span()
            at = 0
        return None

    def rewrite(self, tokens: Iterable[Token], context: Context) -> list[Token]:
        """Apply each rule in turn wherever it holds."""
        left = list(tokens)
        tags = "".join([TAGS[token.kind] for token in left])
        number = at = 0
        while hit := self.find(tags, number, at):
            number, first, last = hit
            kind, _, build, _ = self.rules[number]
            value = build(context, Match(left[first:last]))
            if not value:
                at = first + 1
                continue
            left[first:last] = [Token(kind, value, left[first].text, left[first].start, left[last - 1].end)]
            tags = f"{tags[:first]}{TAGS[kind]}{tags[last:]}"
            at = 0
        return left
