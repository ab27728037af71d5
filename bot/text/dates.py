"""How a date in words was read, said back; and the questions when it could not be."""

from datetime import date, datetime
from typing import Literal

from bot.domain.dates import Ambiguous, Reading, Unreadable
from bot.domain.language import Language
from bot.text import formats

_UNITS = {
    Language.en: {
        "DAILY": "day days",
        "WEEKLY": "week weeks",
        "MONTHLY": "month months",
        "YEARLY": "year years",
    },
    Language.nl: {
        "DAILY": "dag dagen",
        "WEEKLY": "week weken",
        "MONTHLY": "maand maanden",
        "YEARLY": "jaar jaar",
    },
}
_WORDS = {
    Language.en: {
        "every": "every",
        "on": "on",
        "day": "day",
        "last": "last",
        "first time": "first",
        "until": "until",
        "times": "times",
        "workday": "working day",
        "even": "every even week",
        "odd": "every odd week",
        "skipped": "the clock change skips this time, so it moves on",
        "doubled": "the clock change doubles this time; the first is meant",
    },
    Language.nl: {
        "every": "elke",
        "on": "op",
        "day": "dag",
        "last": "laatste",
        "first time": "de eerste keer",
        "until": "tot en met",
        "times": "keer",
        "workday": "werkdag",
        "even": "elke even week",
        "odd": "elke oneven week",
        "skipped": "de klok slaat deze tijd over, dus hij schuift op",
        "doubled": "deze tijd komt door de klok twee keer voor; de eerste is bedoeld",
    },
}
_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


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


def recurrence(rrule: str, language: Language) -> str:
    """Every 2 weeks on Tue; elke maand op de laatste vr."""
    parts = dict(part.split("=", 1) for part in rrule.split(";"))
    words, interval = _WORDS[language], parts.get("INTERVAL", "1")
    one, many = _UNITS[language][parts["FREQ"]].split()
    each = "elk" if language is Language.nl and one == "jaar" and interval == "1" else words["every"]
    said = f"{each} {one}" if interval == "1" else f"{each} {interval} {many}"
    if weeks := parts.get("BYWEEKNO"):
        said = words["odd" if weeks.startswith("1,") else "even"]
    if on := _on(parts, language):
        said += f" {words['on']} {on}"
    if until := parts.get("UNTIL"):
        said += f" {words['until']} {formats.day(date.fromisoformat(until[:8]), language)}"
    return said + (f", {parts['COUNT']} {words['times']}" if "COUNT" in parts else "")


def _on(parts: dict[str, str], language: Language) -> str:
    if "BYMONTH" in parts:
        # A leap year, so that 29 February is a day.
        day = date(2028, int(parts["BYMONTH"]), int(parts["BYMONTHDAY"]))
        return formats.short_day(day, language).split(" ", 1)[1]
    if "BYSETPOS" in parts:
        return f"{_ordinal(parts['BYSETPOS'], language)} {_WORDS[language]['workday']}"
    if "BYMONTHDAY" in parts:
        numbers = parts["BYMONTHDAY"].split(",")
        return ", ".join(
            f"{_WORDS[language]['day']} {n}" if n != "-1" else _last_day(language) for n in numbers
        )
    return ", ".join(_weekday(code, language) for code in parts.get("BYDAY", "").split(",") if code)


def _last_day(language: Language) -> str:
    return f"{_ordinal('-1', language)} {_WORDS[language]['day']}"


def _ordinal(number: str, language: Language) -> str:
    if number == "-1":
        return f"{'de' if language is Language.nl else 'the'} {_WORDS[language]['last']}"
    ending = "e" if language is Language.nl else {"1": "st", "2": "nd", "3": "rd"}.get(number, "th")
    return f"{'de' if language is Language.nl else 'the'} {number}{ending}"


def _weekday(code: str, language: Language) -> str:
    name = formats.weekday(date(2026, 11, 23 + _CODES.index(code[-2:])), language)
    return f"{_ordinal(code[:-2], language)} {name}" if code[:-2] else name


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
