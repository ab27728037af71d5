"""The words that narrow a list: filters in both languages, people, and any other words to look for."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, partial
from typing import Any

from bot.core.language import Language
from bot.core.record_lists import DAY, EVER, ME
from bot.dates.due import is_terms
from bot.dates.reader import Ambiguous, Unreadable, read_span, split
from handlers.slack.request import MENTION, Command, Request, resolve
from handlers.slack.subcommands import LONG_AGO, nearest

MOST_WORDS = 3
"""The longest phrase of a vocabulary."""
MOST_READ = 12
"""Among so many words at the end a day is looked for."""
LINKS = ("and", "en", "&", "of", "van", "for", "voor")
"""Between filters these say nothing."""
TOKEN = re.compile(rf"{MENTION.pattern}|\"[^\"]*\"|“[^“”]*”|„[^„”]*”|\S+")
BY = re.compile(r"(?:due )?(?:on|op|(?P<until>(?P<before>before|voor|vóór)|by|until|uiterlijk|tot)) |due ")
QUOTES = '"“”„'
MOST_LOOKED_FOR = 3
"""More loose words than these are a text of their own; between quotes there may be any number."""

Fields = dict[str, Any]


@dataclass(frozen=True)
class Vocabulary:
    phrases: Mapping[str, Mapping[str, Any]]
    """What a phrase sets; a list of several phrases is joined."""
    person: str
    """The field of a person that nothing stands before."""
    before: Mapping[str, str]
    """The field of a person that such a phrase stands before."""
    spoken: Mapping[Language, Collection[str]]
    """The phrases of each language."""
    days: str = ""
    """The field of days that may be named: `friday`, `before 1 December`."""

    @cached_property
    def known(self) -> frozenset[str]:
        return frozenset((*self.phrases, *self.before))

    def read(self, request: Command, text: str) -> Fields:
        """The fields that `text` sets, with all that is no filter in "words"; raise UnknownPerson for an
        `@name` that nobody has."""
        tokens = [found[0] for found in TOKEN.finditer(text)]
        fields: Fields = {}
        user_of = cache(partial(resolve, request))
        while tokens:
            count, found = self._next(request, tokens, user_of)
            del tokens[:count]
            for name, value in found.items():
                former = fields.get(name)
                fields[name] = [*former, *value] if isinstance(former, list) else value
        return fields

    def meant(self, request: Request, words: list[str]) -> str:
        """The filter, or the colleague, that a word looked for was probably meant to be; or empty."""
        people = (f"@{word}" for word in words if request.uow.people.named(request.who.team, word))
        own, abroad = (self.spoken[each] for each in sorted(Language, key=request.who.language.__ne__))
        filters = (nearest(word, own, abroad) for word in words)
        return next(filter(None, (*people, *filters)), "")

    def fullmatch(self, rest: str, /) -> bool:
        """Whether it asks for a list, `supplier overdue @tom`, and is no text that begins with that word and
        goes on as `all suppliers by Friday`."""
        loose = self.loose([found[0] for found in TOKEN.finditer(rest)])
        looked_for = [token for token in loose if token.lower() not in LINKS]
        return len(looked_for) <= MOST_LOOKED_FOR and not _ends_with_a_day(" ".join(loose))

    def is_alone(self, text: str) -> bool:
        """Whether it says nothing but which to list: `overdue`, `te laat van mij`, `done @tom`. Behind a name
        a day is a due date."""
        tokens = [found[0] for found in TOKEN.finditer(text)]
        phrases = [token for token in tokens if not _is_person([token])]
        lowered = _lowered(phrases[:MOST_WORDS])
        if not any(" ".join(lowered[:count]) in self.phrases for count in range(1, len(lowered) + 1)):
            return False
        if phrases[:1] != tokens[:1] and is_terms(" ".join(phrases), LONG_AGO, "UTC", list(Language)):
            return False
        return all(token.lower() in LINKS for token in self.loose(tokens))

    def _next(self, request: Command, tokens: list[str], user_of: Callable[[str], str]) -> tuple[int, Fields]:
        """What the first of the tokens mean together, and how many they are."""
        lowered = _lowered(tokens[:MOST_WORDS])
        for count in range(len(lowered), 0, -1):
            phrase = " ".join(lowered[:count])
            if phrase in self.before and _is_person(tokens[count : count + 1]):
                return count + 1, {self.before[phrase]: [user_of(tokens[count].strip(",;"))]}
            if phrase in self.phrases:
                return count, _of(request.who.user, self.phrases[phrase])
        if _is_person(tokens):
            return 1, {self.person: [user_of(tokens[0].strip(",;"))]}
        if _is_quoted(tokens[0]):
            return 1, {"words": request.plain(tokens[0].strip(QUOTES)).split()}
        for count in range(len(lowered), 0, -1) if self.days and len(tokens) <= MOST_READ else ():
            if span := _span(request, " ".join(lowered[:count])):
                return count, {self.days: [span]}
        said_nothing = lowered[0] in ("", *LINKS)
        return 1, {"words": [] if said_nothing else request.plain(tokens[0]).strip(",;").split()}

    def loose(self, tokens: list[str]) -> list[str]:
        """Those that are neither filters, nor people, nor between quotes."""
        loose, lowered = [], _lowered(tokens)
        while tokens:
            counts = range(min(MOST_WORDS, len(tokens)), 0, -1)
            known = next((n for n in counts if " ".join(lowered[:n]) in self.known), 0)
            if not known and not _is_person(tokens) and not _is_quoted(tokens[0]):
                loose.append(tokens[0])
            del tokens[: known or 1], lowered[: known or 1]
        return loose


def _span(request: Request, phrase: str) -> str:
    """The days that are named, as `days_of` reads them; empty for none. On its name's day today is meant."""
    found = BY.match(phrase)
    rest = phrase[found.end() :] if found else phrase
    for language in Language:
        try:
            first, last = read_span(rest, request.now, request.here.project.zone, language)
        except Unreadable:
            continue
        except Ambiguous as several:
            first = last = several.readings[0].start  # type: ignore[assignment]
        if found and found["until"]:
            first, last = EVER, (first - DAY if found["before"] else last)
        return f"{first}/{last}"
    return ""


def _ends_with_a_day(text: str) -> bool:
    """And says something before it: `friday` alone narrows the list."""
    for language in () if is_terms(text, LONG_AGO, "UTC", list(Language)) else Language:
        try:
            before, reading = split(text, LONG_AGO, "UTC", language)
        except Ambiguous:
            return True
        if before and reading:
            return True
    return False


def _lowered(tokens: list[str]) -> list[str]:
    return [token.lower().strip(",;") for token in tokens]


def _is_quoted(token: str) -> bool:
    return token[0] in QUOTES and len(token) > 1


def _is_person(tokens: list[str]) -> bool:
    return bool(tokens) and (MENTION.match(tokens[0]) is not None or tokens[0].startswith("@"))


def _of(user: str, fields: Mapping[str, Any]) -> Fields:
    return {name: [user] if value == [ME] else value for name, value in fields.items()}
