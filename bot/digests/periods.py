"""The period that somebody asks about, in their own words."""

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from functools import partial
from itertools import product

from bot.core.calendar import instant, local
from bot.core.language import Language
from bot.core.record_lists import PERIODS, Period, days_of
from bot.dates.reader import duration, read_span
from bot.dates.values import Ambiguous, Unreadable
from bot.text.words import phrases

MOST_WORDS = 12
SINCE = re.compile(r"(?:since|from|sinds|vanaf) (.+)")
LAST = re.compile(r"(?:the |de |het )?(?:past|last|afgelopen|laatste|voorbije) (.+)")
AHEAD = re.compile(r"\b(?:next|coming|tomorrow|volgende?|komende?|morgen)\b")
YEAR = timedelta(weeks=52)

Days = tuple[date, date]


def asked_for(
    text: str, now: datetime, zone: str, languages: Iterable[Language]
) -> tuple[datetime, datetime] | None:
    """Its begin and its end, `now` at the latest, for `since last week`, `deze maand` or `vorige maandag`
    among other words; None where there is none that has begun."""
    said = text.lower().strip(" ?!.")
    if AHEAD.search(said):
        return None
    for read, language in product((_named, _read), languages):
        for phrase in phrases(said, MOST_WORDS):
            if days := _days(phrase, partial(read, now=now, zone=zone, language=language)):
                today = local(now, zone).date()
                first, last = days[0], today if SINCE.fullmatch(phrase) else days[1]
                end = instant(datetime.combine(last, time.max, None), zone)
                return instant(datetime.combine(first, time()), zone), min(end, now)
    return None


def _days(phrase: str, read: Callable[[str], Days | None]) -> Days | None:
    since = SINCE.fullmatch(phrase)
    return read(since[1] if since else phrase)


def _named(phrase: str, now: datetime, zone: str, language: Language) -> Days | None:
    """As a list calls it: this week, vorige maand."""
    today = local(now, zone).date()
    named = (
        days_of(Period(each), today)
        for each, words in PERIODS.items()
        if words.in_language(language) == phrase
    )
    return next((days for days in named if days[0] <= today), None)


def _read(phrase: str, now: datetime, zone: str, language: Language) -> Days | None:
    """Any other day; Monday, 1 November and week 47 are meant as they were last time."""
    today, last = local(now, zone).date(), LAST.fullmatch(phrase)
    with suppress(Unreadable, Ambiguous):
        return today - duration(last[1] if last else "", language), today
    for then in (now, now - timedelta(weeks=1), now - YEAR):
        try:
            first, end = read_span(phrase, then, zone, language)
            if first <= today:
                return first, end
        except Ambiguous as several:
            # On a Monday "since Monday" is not since today.
            spans = [(each.start, each.end) for each in several.readings if each.start and each.end]
            if over := [span for span in spans if span[0] < today]:
                return max(over)
        except Unreadable:
            continue
    return None
