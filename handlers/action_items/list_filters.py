"""The filters typed behind `list`: filter words in both languages, people, and words to look for."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import cache, partial
from typing import Any

from bot.action_items.lists import Wanted, When
from bot.action_items.model import Status
from bot.core.language import Language
from bot.dates.reader import Ambiguous, split
from handlers.action_items.person_resolver import whom
from handlers.slack.request import MENTION, Command, Request
from handlers.slack.subcommands import nearest

ME = "me"
"""Stands in the table for who asks."""
MOST_WORDS = 3
"""The longest phrase of the table."""

PHRASES: Mapping[str, dict[str, Any]] = {
    phrase: fields
    for phrases, fields in (
        ("mine|my|of me|mijn|van mij", {"owners": [ME]}),
        ("overdue|late|te laat|achterstallig", {"when": [When.overdue]}),
        ("today|vandaag", {"when": [When.today]}),
        ("this week|deze week", {"when": [When.this_week]}),
        ("next week|volgende week|komende week", {"when": [When.next_week]}),
        ("no date|without date|without a date|geen datum|zonder datum", {"when": [When.no_date]}),
        ("waiting|wachtend|wachtende", {"waiting": True}),
        ("open|openstaand|openstaande", {"statuses": [Status.open]}),
        ("done|finished|gereed|klaar|afgerond", {"statuses": [Status.done]}),
        ("dropped|cancelled|vervallen", {"statuses": [Status.cancelled]}),
        ("all|everything|alle|alles", {"statuses": list(Status)}),
        ("no owner|without owner|without an owner|nobody|zonder actiehouder|niemand", {"nobody": True}),
        ("raised by me|van mij ingebracht|door mij ingebracht|ingebracht door mij", {"raised_by": [ME]}),
        ("by owner|per owner|by person|per person|per persoon|per actiehouder", {"by_owner": True}),
    )
    for phrase in phrases.split("|")
}
RAISED_BY = ("raised by", "ingebracht door")
"""Before a person: the items that they put forward."""
KNOWN = frozenset((*PHRASES, *RAISED_BY))
LINKS = ("and", "en", "&", "of", "van", "for", "voor")
"""Between filters these say nothing."""
TOKEN = re.compile(rf"{MENTION.pattern}|\"[^\"]*\"|“[^“”]*”|„[^„”]*”|\S+")
QUOTES = '"“”„'
MOST_LOOKED_FOR = 3
"""More loose words than these are a text of their own; between quotes there may be any number."""
LONG_AGO = datetime(2000, 1, 3, tzinfo=UTC)
"""Of a text it only matters whether it ends with a day, not with which."""


class ListOrText:
    """Tells what asks for a list, `supplier overdue @tom`, from a text that begins with that word and goes on
    as `all suppliers by Friday`."""

    def fullmatch(self, rest: str, /) -> bool:
        loose = _loose([found[0] for found in TOKEN.finditer(rest)])
        looked_for = [token for token in loose if token.lower() not in LINKS]
        return len(looked_for) <= MOST_LOOKED_FOR and not _ends_with_a_day(" ".join(loose))


def wanted(request: Command, text: str) -> Wanted:
    """Whatever is no filter is looked for; raise UnknownPerson for an `@name` that nobody has."""
    tokens = [found[0] for found in TOKEN.finditer(text)]
    fields: dict[str, list[Any] | bool] = {}
    user_of = cache(partial(whom, request))
    while tokens:
        count, found = _next(request, tokens, user_of)
        del tokens[:count]
        for name, value in found.items():
            former = fields.get(name)
            fields[name] = [*former, *value] if isinstance(former, list) else value
    return Wanted.model_validate(fields)


def meant(request: Request, asked: Wanted) -> str:
    """The filter, or the colleague, that a word looked for was probably meant to be; or empty."""
    people = (f"@{word}" for word in asked.words if request.uow.people.named(request.who.team, word))
    filters = (nearest(word, PHRASES) for word in asked.words)
    return next(filter(None, (*people, *filters)), "")


def _next(request: Command, tokens: list[str], user_of: Callable[[str], str]) -> tuple[int, dict[str, Any]]:
    """The filter that the first of the tokens make, and how many they are."""
    lowered = _lowered(tokens[:MOST_WORDS])
    for count in range(len(lowered), 0, -1):
        phrase = " ".join(lowered[:count])
        if phrase in RAISED_BY and _is_person(tokens[count : count + 1]):
            return count + 1, {"raised_by": [user_of(tokens[count].strip(",;"))]}
        if phrase in PHRASES:
            return count, _of(request.who.user, PHRASES[phrase])
    if _is_person(tokens):
        return 1, {"owners": [user_of(tokens[0].strip(",;"))]}
    if _is_quoted(tokens[0]):
        return 1, {"words": request.plain(tokens[0].strip(QUOTES)).split()}
    return 1, {"words": [] if lowered[0] in ("", *LINKS) else request.plain(tokens[0]).strip(",;").split()}


def _loose(tokens: list[str]) -> list[str]:
    """Those that are neither in the table, nor people, nor between quotes."""
    loose, lowered = [], _lowered(tokens)
    while tokens:
        counts = range(min(MOST_WORDS, len(tokens)), 0, -1)
        known = next((n for n in counts if " ".join(lowered[:n]) in KNOWN), 0)
        if not known and not _is_person(tokens) and not _is_quoted(tokens[0]):
            loose.append(tokens[0])
        del tokens[: known or 1], lowered[: known or 1]
    return loose


def _ends_with_a_day(text: str) -> bool:
    """And says something before it: `friday` alone is a word to look for."""
    for language in Language:
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


def _of(user: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: [user] if value == [ME] else value for name, value in fields.items()}
