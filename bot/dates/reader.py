"""Dates in words, English and Dutch alike: `read` a phrase, or `split` one off a text.

Words become tokens (`bot.dates.tokens`, with a table per language), rules rewrite them into a reading
(`bot.dates.rules`). What is not understood is refused, and what has two meanings is asked back.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import chain
from typing import Any, NamedTuple

from bot.core.calendar import instant, local, week_number
from bot.core.language import Language
from bot.dates.cutting import cut, dangles
from bot.dates.grammar import Grammar
from bot.dates.lexicon import by_words
from bot.dates.periods import Periods
from bot.dates.places import MOST_TOKENS, candidates
from bot.dates.rules import absence, lengths, phrases
from bot.dates.tokens import Token, lex
from bot.dates.values import Ambiguous, Clock, Context, Kind, Length, Reading, Unreadable

__all__ = [
    "Ambiguous",
    "Kind",
    "Language",
    "Reading",
    "Unreadable",
    "duration",
    "read",
    "read_span",
    "split",
    "week_number",
]

FILLERS = frozenset({"on", "of", "please", "dated"})
"""Kinds of tokens that add nothing to a date."""
TIMES = frozenset("number year clock ampm uur oclock noon midnight part".split())
"""Behind these a zone may be named."""
LONGEST = 120
"""Characters that a date in words can have; longer is a text."""

_INSTANT = re.compile(
    r"\d{4}-\d\d-\d\d(T| )\d\d:\d\d(:\d\d(\.\d+)?)?(Z|\+\d\d:?\d\d|(?<=T.{5})-(0\d|1[0-2]):?\d\d)",
    re.IGNORECASE,
)
"""An offset, not a range such as 2026-12-01 14:00-15:00."""


def context_of(now: datetime, zone: str, language: Language) -> Context:
    here = local(now, zone).replace(second=0, microsecond=0)
    return Context(here, zone, language, here.date())


def read(phrase: str, now: datetime, zone: str, language: Language, forgiving: bool = False) -> Reading:
    """Read a whole phrase as said at the aware `now` in `zone`.

    `forgiving` where nothing but a date can be meant: then a slip of the finger is forgiven in more words.
    Raises Unreadable, or Ambiguous with all readings, never guesses.
    """
    if _INSTANT.fullmatch(phrase.strip()):
        return _instant(phrase, zone)
    if len(phrase) > LONGEST:
        raise Unreadable(phrase)
    return _read(lex(phrase, language, forgiving=forgiving), context_of(now, zone, language), phrase)


def read_in(
    languages: Iterable[Language], phrase: str, now: datetime, zone: str, forgiving: bool = False
) -> list[tuple[Reading, ...]]:
    return list(each_in(languages, phrase, now, zone, forgiving))


def each_in(
    languages: Iterable[Language], phrase: str, now: datetime, zone: str, forgiving: bool = False
) -> Iterator[tuple[Reading, ...]]:
    """All that the phrase may mean, in each language in which it means something, without slips first."""
    slipped: list[tuple[Reading, ...]] = []
    for language in languages:
        try:
            readings: tuple[Reading, ...] = (read(phrase, now, zone, language, forgiving),)
        except Ambiguous as several:
            readings = several.readings
        except Unreadable:
            continue
        if readings[0].slip:
            slipped.append(readings)
        else:
            yield readings
    yield from slipped


def _instant(phrase: str, zone: str) -> Reading:
    try:
        aware = datetime.fromisoformat(phrase.strip().upper())
        return Reading(local(aware, zone), kind=Kind.datetime)
    except (ValueError, OverflowError) as impossible:
        raise Unreadable(phrase) from impossible


def _read(tokens: list[Token], context: Context, phrase: str) -> Reading:
    readings: dict[Reading, None] = {}
    for way in _ways([token for token in tokens if token.kind not in FILLERS]):
        slip = ", ".join(dict.fromkeys(token.meant for token in way if token.meant))
        for reading in _in_zone_named(way, context, phrase):
            readings[replace(reading, slip=slip) if slip else reading] = None
    if len(readings) > 1:
        raise Ambiguous(phrase, tuple(readings))
    return next(iter(readings))


def _ways(tokens: list[Token]) -> Iterator[list[Token]]:
    """With each of the words that one with a slip of the finger may be."""
    doubt = next((at for at, token in enumerate(tokens) if token.kind == "doubt"), None)
    if doubt is None:
        yield tokens
    else:
        for way in tokens[doubt].value:
            yield from _ways([*tokens[:doubt], *way, *tokens[doubt + 1 :]])


def _in_zone_named(tokens: list[Token], context: Context, phrase: str) -> tuple[Reading, ...]:
    """The readings in the zone of whom they are for, when "9am EST" names another."""
    named = [at for at, token in enumerate(tokens) if token.kind == "zone"]
    if not named:
        readings: tuple[Reading, ...] = _rewritten(tokens, phrases(), context, phrase, "reading")
        return readings
    at, zone = named[0], tokens[named[0]].value
    there = context_of(instant(context.now, context.zone), zone, context.language)
    if len(named) > 1 or not at or tokens[at - 1].kind not in TIMES:
        raise Unreadable(phrase)
    found = _in_zone_named([*tokens[:at], *tokens[at + 1 :]], there, phrase)
    return tuple(_moved(each, zone, context.zone, phrase) for each in found)


def _moved(reading: Reading, there: str, zone: str, phrase: str) -> Reading:
    if not isinstance(reading.start, datetime):
        raise Unreadable(phrase)
    start = local(instant(reading.start, there), zone)
    end = local(instant(reading.end, there), zone) if isinstance(reading.end, datetime) else None
    if reading.rrule and start.date() != reading.start.date():
        raise Unreadable(phrase)
    return replace(reading, start=start, end=end)


def _rewritten(tokens: list[Token], grammar: Grammar, context: Context, phrase: str, kind: str) -> Any:
    """The value of the one token that is left, which must be of this kind; else raise Unreadable."""
    if not 0 < len(tokens) <= MOST_TOKENS or any(token.kind == "unknown" for token in tokens):
        raise Unreadable(phrase)
    if context.language is Language.en and sum(token.kind == "dm" for token in tokens) > 1:
        tokens = _in_one_order(tokens)
    try:
        left = grammar.rewrite(tokens, context)
    except (OverflowError, ValueError) as beyond:  # a date outside the years 1 to 9999
        raise Unreadable(phrase) from beyond
    if len(left) != 1 or left[0].kind != kind:
        raise Unreadable(phrase)
    return left[0].value


def _in_one_order(tokens: list[Token]) -> list[Token]:
    """In "22/12 - 2/1" the first date tells that the day comes first in both."""
    parts = {token: re.split("[/.-]", token.text) for token in tokens if token.kind == "dm"}
    day_first = any(int(first) > 12 for first, *_ in parts.values())
    if day_first == any(int(second) > 12 for _, second, *_ in parts.values()):
        return tokens
    for token, (first, second, *year) in parts.items():
        written = (first, second) if day_first else (second, first)
        at = tokens.index(token)
        # With dots the day always comes first.
        tokens = [*tokens[:at], token._replace(value=".".join((*written, *year))), *tokens[at + 1 :]]
    return tokens


def read_span(phrase: str, now: datetime, zone: str, language: Language) -> tuple[date, date]:
    """The first and the last day of an absence: "22 dec - 2 jan", "all next week", "tomorrow", "2 weeks".

    A week ends on its Sunday. Raises Unreadable, or Ambiguous with readings that have both days.
    """
    if len(phrase) > LONGEST:
        raise Unreadable(phrase)
    telling = [
        token._replace(kind="since") if token.kind == "from" else token
        for token in lex(phrase, language)
        if token.kind not in FILLERS | {"whole"}
    ]
    context = context_of(now, zone, language)
    periods: Periods = _rewritten(telling, absence(), context, phrase, "period")
    coming = [period for period in periods if period[1] >= context.today] or periods
    if len(coming) > 1:
        raise Ambiguous(phrase, tuple(Reading(first, last, kind=Kind.range) for first, last in coming))
    return coming[0]


def is_part_of_day(phrase: str) -> bool:
    """Whether it names a morning, an afternoon or an evening, which an absence reads as its whole day."""
    return any(token.kind == "part" for language in Language for token in lex(phrase[:LONGEST], language))


def duration(phrase: str, language: Language) -> timedelta:
    """A length such as "90m" or "anderhalf uur", a day of 24 hours; no months. Raises Unreadable."""
    tokens = [token for token in lex(phrase, language) if token.kind not in ("on", "of", "for")]
    if len(tokens) == 1 and isinstance(tokens[0].value, Clock):
        return timedelta(minutes=tokens[0].value.written)
    context = Context(datetime(2000, 1, 1), "UTC", language, datetime(2000, 1, 1).date())
    # "4 uur" is a time on its own and a length after "over".
    asked = [Token("over", None, "", 0, 0), *tokens]
    left = lengths().rewrite(asked, context)
    if (
        len(left) != 2
        or not isinstance(left[1].value, Length)
        or left[1].value.months
        or left[1].value.workdays
    ):
        raise Unreadable(phrase)
    return timedelta(days=left[1].value.days, minutes=left[1].value.minutes)


class Split(NamedTuple):
    """A line and the date that was found in it."""

    rest: str
    readings: tuple[Reading, ...] = ()
    """All that the date may mean; none where there is no date."""
    phrase: str = ""
    sure: bool = True
    """Else it may belong to the text."""
    over: Reading | None = None
    """A date that is past, and no date to come."""


def split_in(languages: Sequence[Language], text: str, now: datetime, zone: str) -> Split:
    """The date of a line in its own language; another may take only what that one does not know."""
    order = by_words(text, languages)
    found = [
        each
        for language in order
        if ((each := _split(text, now, zone, language)).readings or each.over)
        and (language is order[0] or any(it.kind == "unknown" for it in lex(each.phrase, order[0])))
    ]
    return min(found, key=lambda each: any(one.slip for one in each.readings[:1]), default=Split(text))


def split(text: str, now: datetime, zone: str, language: Language) -> tuple[str, Reading | None]:
    """The text without its date, at the end, the head or behind "due:" and the like, and that date.

    Raises Ambiguous when there is a date that can mean several days. Ordinary words are never a date, nor
    what may as well belong to the text.
    """
    found = _split(text, now, zone, language)
    if not found.sure or found.over:
        return text, None
    if len(found.readings) > 1:
        raise Ambiguous(found.phrase, found.readings, found.rest)
    return found.rest, found.readings[0] if found.readings else None


@lru_cache(maxsize=8)
def _split(text: str, now: datetime, zone: str, language: Language) -> Split:
    """Remembered, as of one line it is asked when it is due as well as whether it comes back."""
    context = context_of(now, zone, language)
    for each in candidates(text, language):
        phrase = text[each.start : each.end]
        try:
            readings: tuple[Reading, ...] = (_read(list(each.tokens), context, phrase),)
        except Unreadable:
            continue
        except Ambiguous as asked:
            if each.doubtful or all(_past(reading, context) for reading in asked.readings):
                continue
            readings = asked.readings
        if each.start and dangles(text[: each.start], language):
            continue
        rest = cut(text, each.start, each.end)
        if len(readings) == 1 and _past(readings[0], context) and not each.labelled:
            return Split(rest, (), phrase, over=readings[0])
        if not each.sure and each.tokens[0].kind in ("voor", "for"):  # before that day, or for it
            on = read_in([language], text[each.tokens[0].end : each.end], now, zone)
            readings = tuple(dict.fromkeys(chain(readings, *on)))
        return Split(rest, readings, phrase, each.sure)
    return Split(text)


def _past(reading: Reading, context: Context) -> bool:
    start = reading.end or reading.start
    return start is not None and (start.date() if isinstance(start, datetime) else start) < context.today
