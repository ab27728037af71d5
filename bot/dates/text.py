"""How a date in words was read, said back; and why a date cannot be."""

from datetime import date, datetime
from typing import Literal

from bot.core.errors import InThePast, TooFar
from bot.core.language import Language
from bot.dates.reader import Ambiguous, Reading, Unreadable
from bot.dates.recurrence_text import recurrence
from bot.text import formats
from bot.text.marks import code
from bot.text.speaker import Refusals

_WORDS = {
    Language.en: {
        "first time": "first",
        "skipped": "the clock change skips this time, so it moves on",
        "doubled": "the clock change doubles this time; the first is meant",
    },
    Language.nl: {
        "first time": "de eerste keer",
        "skipped": "de klok slaat deze tijd over, dus hij schuift op",
        "doubled": "deze tijd komt door de klok twee keer voor; de eerste is bedoeld",
    },
}


def reading(value: Reading, language: Language) -> str:
    """Fri 27-11-2026 14:00 (wk 48); a range as from – till; a recurrence with its first time."""
    start = _point(value.start, language) if value.start else ""
    if value.end:
        start = f"{start} – {_till(value, language)}"
    if not value.rrule:
        return start
    return f"{recurrence(value.rrule, language)}, {_WORDS[language]['first time']} {start}"


def _point(value: date | datetime, language: Language) -> str:
    return formats.moment(value, language) if isinstance(value, datetime) else formats.day(value, language)


def _till(value: Reading, language: Language) -> str:
    start, end = value.start, value.end
    assert end is not None
    if isinstance(end, datetime) and isinstance(start, datetime) and start.date() == end.date():
        return formats.clock_time(end, language)
    return _point(end, language)


def clock_change(change: Literal["skipped", "doubled"], language: Language) -> str:
    return _WORDS[language][change]


def _either(it: Ambiguous, joined: str, language: Language) -> str:
    return joined.join(reading(each, language) for each in it.readings)


REFUSALS = Refusals()
REFUSALS[Unreadable] = lambda say, it: say(
    en=f"I see no date in {code(it.phrase)}. Type `tomorrow`, `friday`, `27 Nov` or `2026-11-27`.",
    nl=f"Ik zie geen datum in {code(it.phrase)}. Typ `morgen`, `vrijdag` of `27-11-2026`.",
)
REFUSALS[Ambiguous] = lambda say, it: say(
    en=f"{code(it.phrase)} can be {_either(it, ' or ', Language.en)}. Type the one that you mean.",
    nl=f"{code(it.phrase)} kan {_either(it, ' of ', Language.nl)} zijn. Typ welke je bedoelt.",
)
REFUSALS[InThePast] = lambda say, it: say(
    en=f"{_point(it.when, Language.en)} is in the past. Give a later one.",
    nl=f"{_point(it.when, Language.nl)} is voorbij. Kies iets later.",
)
REFUSALS[TooFar] = lambda say, it: say(
    en=f"{_point(it.when, Language.en)} is too far off. "
    f"Choose {formats.day(it.last, Language.en)} at the latest.",
    nl=f"{_point(it.when, Language.nl)} is te ver weg. Kies uiterlijk {formats.day(it.last, Language.nl)}.",
)
