"""The engine behind dates in words: rules that rewrite stretches of tokens into fewer, until one is left.

A rule's pattern is a regular expression over kinds of tokens, written in their names: in
"(next|this) weekday?" each name stands for one token. Rules are tried in the order of their table;
a rule whose function answers None does not hold at that place.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.date_tokens import TAGS, Token
from bot.domain.date_values import Scene


class Found:
    """The tokens that a pattern matched, by kind."""

    __slots__ = ("tokens",)

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens

    def __getitem__(self, kinds: str) -> Any:
        """The value of the first token that is of one of the kinds, parted by spaces."""
        wanted = kinds.split()
        return next(token.value for token in self.tokens if token.kind in wanted)

    def __contains__(self, kind: str) -> bool:
        return any(token.kind == kind for token in self.tokens)

    def get(self, kind: str, default: Any = None) -> Any:
        return next((token.value for token in self.tokens if token.kind == kind), default)

    def all(self, *kinds: str) -> list[Any]:
        return [token.value for token in self.tokens if token.kind in kinds]


Build = Callable[[Scene, Found], Any]
Line = tuple[str, str, Build]
"""Kind of the result, pattern, and what makes the value."""


@dataclass(frozen=True, slots=True)
class Rule:
    kind: str
    pattern: re.Pattern[str]
    build: Build


def rule(line: Line) -> Rule:
    kind, pattern, build = line
    tags = re.sub(r"[a-z]+", lambda name: TAGS[name[0]], pattern).replace(" ", "")
    return Rule(kind, re.compile(tags), build)


def rewrite(tokens: Sequence[Token], rules: Sequence[Rule], scene: Scene) -> list[Token]:
    """Apply each rule in turn wherever it holds."""
    left = list(tokens)
    tags = "".join([TAGS[token.kind] for token in left])
    for each in rules:
        search, at = each.pattern.search, 0
        while hit := search(tags, at):
            first, last = hit.span()
            value = each.build(scene, Found(left[first:last]))
            if value is None:
                at = first + 1
                continue
            joined = Token(each.kind, value, left[first].text, left[first].start, left[last - 1].end)
            left[first:last] = [joined]
            tags = f"{tags[:first]}{TAGS[each.kind]}{tags[last:]}"
            at = 0
    return left
