"""What is typed behind the command: one line of an item, and what stands behind its verbs, word by word."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time
from functools import partial
from typing import Any

from bot.action_items import change
from bot.action_items import typed as action_items_typed
from bot.action_items.dependencies import Terms
from bot.action_items.model import ActionItem
from bot.core.calendar import instant
from bot.core.context import Context
from bot.core.errors import OneOwner
from bot.core.language import Language
from bot.dates.due import parted, read_due, shifted
from bot.dates.reader import Ambiguous, Unreadable
from bot.dates.rrule import recurrence_of
from bot.notes.dues import date_phrase
from bot.notes.typed_line import OUTSIDER, People
from bot.notes.typed_line import Reader as LineReader
from bot.people.matching import one_owner, person_named
from handlers.action_items import views
from handlers.records.desk import Change, Found, Reader
from handlers.slack import subcommands
from handlers.slack.reply import Say
from handlers.slack.request import GROUP, ME, MENTION, Command, Request, resolve
from handlers.slack.subcommands import (
    BETWEEN,
    LONG_AGO,
    NUMBER,
    NUMBERS,
    ONE,
    SPAN,
    TOWARDS,
    beginnings,
    nearest,
    numbers,
)

AMONG = r"(?:[\s,+]|&(?:amp;)?(?=\s*<@))*(?:(?:and|en)\s+)?"
"""Slack writes an ampersand as `&amp;`; one that no name follows begins the text, as in `&lt;`."""
MINE = re.compile(
    r"^(?:(?:(?:for|voor) )?(?:me|myself|mij|mezelf|ik)\s*:|remind me to\b"
    r"|herinner (?:mij|me) er(?: ?aan)? om te\b)\s*",
    re.IGNORECASE,
)
"""Before what somebody takes upon themselves."""
MENTIONS = rf"(?:{MENTION.pattern}{AMONG})+"


def people_and_text(request: Request, text: str) -> tuple[Terms, str]:
    """People of a line, and the rest of it as Slack wrote it; raise OneOwner or UnknownPerson."""
    read = reader(request).people(MINE.sub("@me ", text))
    return people_of(request, read), read.rest


def reader(request: Request) -> LineReader:
    """For the lines of the channel's project."""
    ctx = request.here
    return LineReader(ctx.now, ctx.project.zone, ctx.languages, request.plain)


def people_of(request: Request, read: People) -> Terms:
    """Raise OneOwner or UnknownPerson."""
    if any(GROUP.match(owner) for owner in read.owners):
        raise OneOwner
    people = Terms(owner=one_owner([_user(request, each) for each in read.owners]))
    if read.outside:
        people["outside"], people["outside_email"] = read.outside
    if read.helpers:
        people["helpers"] = [_user(request, each) for each in read.helpers]
    return people


def outsider(typed: str) -> Terms | None:
    """The owner from outside that all of `typed` names."""
    found = OUTSIDER.fullmatch(typed.strip())
    if not found:
        return None
    return Terms(owner=None, outside=found["name"] or "", outside_email=found["mail"] or found["bare"])


def _user(request: Request, written: str) -> str:
    mentioned = MENTION.fullmatch(written)
    if mentioned:
        return mentioned[1]
    if written.lstrip("@").lower() in ME:
        return request.who.user
    return person_named(request.uow, request.who.team, written, request.channel)


AND_MORE = re.compile(rf"{SPAN}(?:\s|,).*\S", re.IGNORECASE | re.DOTALL)
WHO = re.compile(
    rf"{NUMBERS.pattern}(?:\s*,\s*|\s+)(?:toe\s+)?(?:(?:to|aan)\s+)?"
    rf"({MENTIONS}|{GROUP.pattern}.*|@\S.*|[^\W\d][^@]*@\S+(?:\s*\))?|[^\W\d]\S*(?: \S+)?)(?:\s+toe)?",
    re.IGNORECASE,
)
WAIT = re.compile(rf"{ONE}\s+(?:for|on|op|tot)\s+(?P<what>\S.*)", re.IGNORECASE | re.DOTALL)
FIRST = re.compile(rf"({ONE})")
START = re.compile(rf"{ONE}(?:\s+(?P<day>\S.*))?", re.DOTALL)
REPEAT = re.compile(rf"{ONE}\s+(?P<how>\S.*)", re.DOTALL)
TIMES = (
    "every each daily weekly monthly quarterly yearly annually elke iedere dagelijks wekelijks maandelijks "
    "jaarlijks day week month quarter year dag maand kwartaal jaar monday tuesday wednesday thursday friday "
    "maandag dinsdag woensdag donderdag vrijdag sometimes often regularly soms vaak regelmatig"
).split()
MANY_TOWARDS = re.compile(
    rf"(?P<items>{ONE}(?:(?:\s*[-–—]\s*|{BETWEEN}){ONE})*)\s+{TOWARDS.pattern[1:]}(?P<phrase>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
DUE = ("due", "datum")
NOON = time(12)
LONGEST_RULE = 12
"""Words in which something must tell that it repeats."""
NEVER = ("none", "never", "geen", "nooit", "niet")
NOBODY = ("none", "nobody", "geen", "niemand")
HELPING = re.compile(rf"{ONE}\s+(?P<who>{MENTIONS}|{'|'.join(NOBODY)})", re.IGNORECASE)


class _Repeat:
    """`12 every Monday`, also when it cannot be read; but not `3 tests`, which is a text."""

    def fullmatch(self, rest: str, /) -> object:
        found = REPEAT.fullmatch(rest)
        words = found["how"].lower().split()[:LONGEST_RULE] if found else ()
        return any(word in NEVER or word.startswith("freq=") or nearest(word, TIMES) for word in words)


class _Day:
    """`12 to Friday because …`, `3 5 by a week`, but not `3 boxes to the attic`, which is a text."""

    def fullmatch(self, rest: str, /) -> object:
        ways = items_and_phrases(parted(rest)[0])
        return any(date_phrase(phrase) or _shifted(phrase, LONG_AGO, "UTC") for _items, phrase in ways)


def _shifted(phrase: str, start: datetime, zone: str) -> date | None:
    day = shifted(phrase, start, zone, list(Language), bare=True)
    return day.date() if isinstance(day, datetime) else day


def items_and_phrases(text: str) -> Iterator[tuple[str, str]]:
    """Each way in which it is numbers and what may be a date; what stands behind "to" first."""
    if found := MANY_TOWARDS.fullmatch(text):
        yield found["items"], found["phrase"]
    yield from beginnings(text)


def due(request: Command, rest: str) -> Found:
    """`12 friday because …`, `3 5-9 next week`, `12 by a week`; asks which day is meant where a single item's
    is in doubt. Nothing is moved to today by the name of its day."""
    ctx, zone, text = request.here, request.here.project.zone, request.plain(rest)
    typed, because = parted(text)
    word = request.text.split()[0].lower()
    if text[len(typed) :].lstrip().lower().startswith("omdat"):
        because = f"omdat {because}"  # without it the words would stand in the order of a clause, alone

    def read(phrase: str) -> date:
        try:
            return read_due(TOWARDS.sub("", phrase), ctx.now, zone, ctx.languages)
        except Ambiguous as several:
            days = action_items_typed.offered_days(several.readings, ctx.today)
            return _only_later(several, days, ctx.today if word not in DUE else None)

    def move(ctx: Context, number: int, phrase: str) -> ActionItem:
        due = max(change.get(ctx, number).due or ctx.today, ctx.today)
        day = _shifted(phrase, instant(datetime.combine(due, NOON), zone), zone)
        return change.set_due(ctx, number, day, because=because)

    for items, phrase in items_and_phrases(typed):
        if _shifted(phrase, ctx.now, zone):
            return numbers(items), lambda ctx, number: move(ctx, number, phrase)  # noqa: B023
    found = _items_and_day(typed, read)
    if found is not None:
        items, day = found
        return numbers(items), lambda ctx, number: change.set_due(ctx, number, day, because=because)
    item = change.get(ctx, subcommands.number(typed))
    try:
        day = read(subcommands.behind_number(typed))
    except Ambiguous as several:
        days = action_items_typed.offered_days(several.readings, ctx.today)
        return Say(views.which_due(item, days, request.texts, ctx.today, because))
    return [item.number], lambda ctx, number: change.set_due(ctx, number, day, because=because)


def _only_later(several: Ambiguous, days: Sequence[date], than: date | None) -> date:
    """Raise `several` where that doesn't leave one day."""
    later = [day for day in days if than and day > than]
    if len(later) != 1:
        raise several
    return later[0]


def _items_and_day(rest: str, read: Callable[[str], date]) -> tuple[str, date] | None:
    """As few numbers as leave a date: `3 5 friday` is items 3 and 5. None for a single item."""
    unread: Unreadable | None = None
    for items, phrase in items_and_phrases(rest):
        single = NUMBER.fullmatch(items.strip()) is not None
        if not single and _is_month(phrase, read):
            break
        try:
            return items, read(phrase)
        except Unreadable as refused:
            unread = None if single else refused
        except Ambiguous:
            if single:
                return None
            raise
    if unread is not None:
        raise unread
    return None


def _is_month(phrase: str, read: Callable[[str], date]) -> bool:
    """The number before it is its day then, also in `31 february`, and no item of its own."""
    try:
        read(f"1 {phrase}")
    except (Unreadable, Ambiguous):
        return False
    return True


def give(request: Command, rest: str) -> Found:
    found = _matched(WHO, rest)
    named, outside = numbers(rest[: found.start(1)]), outsider(found[1])
    if outside:
        return named, lambda ctx, number: change.give_outside(ctx, number, outside)
    owner = resolve(request, found[1])
    return named, lambda ctx, number: change.give(ctx, number, owner)


def wait(request: Command, rest: str) -> Found:
    """For an item and for words at once; another of a kind takes the former's place, which is said."""
    what = _matched(WAIT, rest)["what"]
    before, first = change.get(request.here, subcommands.number(rest)), FIRST.fullmatch(what)
    if first:
        other = subcommands.number(first[1])
        act, former = partial(change.wait_for, first=other), f"A-{before.waits_for or other}"
        return [before.number], act, _instead(request, former, f"A-{other}")
    words = request.plain(what).strip()
    act = partial(change.wait_on, words=words)
    return [before.number], act, _instead(request, before.waits_on or words, words)


def _instead(request: Command, former: str, now: str) -> str:
    return "" if former == now else request.texts.waits_no_more(former)


def start(request: Command, rest: str) -> Found:
    phrase = request.plain(_matched(START, rest)["day"] or "")
    return _one(rest, lambda ctx, number: change.start_typed(ctx, number, phrase))


def helpers(_request: Command, rest: str) -> Found:
    named = [mention[1] for mention in MENTION.finditer(rest)]
    return _one(rest, lambda ctx, number: change.set_helpers(ctx, number, named))


def repeat(request: Command, rest: str) -> Found:
    """`12 every Monday`; asks which is meant where it can be read in more than one way."""
    how = _matched(REPEAT, rest)["how"]
    if how.lower() in NEVER:
        return _one(rest, lambda ctx, number: change.repeat(ctx, number, None))
    number = subcommands.number(rest)
    try:
        item = change.repeat_typed(request.here, number, request.plain(how))
    except Ambiguous as several:
        ways = tuple(filter(None, map(recurrence_of, several.readings)))
        item = change.get(request.here, number)
        return Say(views.which_repetition(item, ways, request.texts, request.here.today))
    return [item.number], lambda _ctx, _number: item


def _one(rest: str, act: Change) -> Found:
    return [subcommands.number(rest)], act


def _matched(pattern: re.Pattern[str], rest: str) -> re.Match[Any]:
    """Of what the sub-command was told by."""
    found = pattern.fullmatch(rest)
    assert found is not None
    return found


READERS = {
    "due": Reader(AND_MORE, due, also=_Day()),
    "give": Reader(WHO, give),
    "wait": Reader(WAIT, wait),
    "start": Reader(START, start),
    "helpers": Reader(HELPING, helpers),
    "repeat": Reader(_Repeat(), repeat),
}
