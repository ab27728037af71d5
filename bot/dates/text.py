"""How a date in words was read, said back; and the questions when it could not be."""

from datetime import date, datetime
from typing import Literal

from bot.core.language import Language
from bot.dates.reader import Ambiguous, Reading, Unreadable
from bot.dates.recurrence_text import recurrence
from bot.text import formats

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


def unreadable(refused: Unreadable, language: Language) -> str:
    if language is Language.nl:
        said = f"Ik begrijp “{refused.phrase}” niet als datum."
        return f"{said} Typ bijvoorbeeld “vr 14u”, “eind van de week” of 2026-11-27."
    said = f"I do not understand “{refused.phrase}” as a date."
    return f"{said} Type for example “Fri 2pm”, “end of week” or 2026-11-27."


def ambiguous(refused: Ambiguous, language: Language) -> str:
    either = (" of " if language is Language.nl else " or ").join(
        reading(each, language) for each in refused.readings
    )
    if language is Language.nl:
        return f"“{refused.phrase}” kan {either} zijn. Welke bedoel je?"
    return f"“{refused.phrase}” can be {either}. Which do you mean?"
