"""Rules for recurrences: "every other Tuesday at 10", "elke laatste vrijdag van de maand"."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any

from dateutil.rrule import rrulestr

from bot.dates.arithmetic import DAY, add
from bot.dates.clock import bare_hour, from_till
from bot.dates.grammar import Line, Match
from bot.dates.values import CODES, Context, Hours, Kind, Length, Reading, Repeat, Repeats, at

WORKDAYS = range(5)
MOST_OF_A_WEEKDAY = 5
"""In a month; dateutil breaks down over an eighth Sunday."""
LOOK_AHEAD = 9 * 366
"""A 29 February can be eight years away, around a year like 2100."""

_CADENCES = {
    "day": ("DAILY", 1),
    "week": ("WEEKLY", 1),
    "fortnight": ("WEEKLY", 2),
    "month": ("MONTHLY", 1),
    "quarter": ("MONTHLY", 3),
    "halfyear": ("MONTHLY", 6),
    "year": ("YEARLY", 1),
}
_NEVER = ("", 0)


def _of_length(length: Length) -> tuple[str, int]:
    if length.minutes or length.workdays:
        return _NEVER
    if length.months:
        return ("MONTHLY", length.months) if length.months % 12 else ("YEARLY", length.months // 12)
    return ("DAILY", length.days) if length.days % 7 else ("WEEKLY", length.days // 7)


def _cadence(found: Match) -> tuple[str, int]:
    """Frequency and interval: every 2 weeks, monthly, every other day, every third month."""
    if "length" in found:
        return _of_length(found["length"])
    unit, count = found["freq"] if "freq" in found else (found.get("unit"), found.get("every", 1))
    freq, each = _CADENCES.get(unit, _NEVER)
    return freq, each * count


def _days(found: Match) -> list[int]:
    return found.all("weekday") or [day for group in found.all("weekdays") for day in group]


def _by_days(days: Iterable[int], which: str | int = "") -> str:
    return "BYDAY=" + ",".join(f"{which}{CODES[day]}" for day in sorted(set(days)))


def _weekly(days: Iterable[int], interval: int = 1) -> Repeats:
    return (Repeat("WEEKLY", _by_days(days), interval),)


def _plain(_: Context, found: Match) -> Repeats:
    if found.get("unit") == "weekend":
        return _weekly((5, 6), found["every"])
    freq, interval = _cadence(found)
    return (Repeat(freq, "", interval),) if freq else ()


def _on_weekdays(_: Context, found: Match) -> Repeats:
    freq, interval = _cadence(found)
    return _weekly(_days(found) or WORKDAYS, interval) if freq == "WEEKLY" else ()


def _every_weekday(_: Context, found: Match) -> Repeats:
    return _weekly(_days(found), found.get("every", 1))


def _weekday_range(_: Context, found: Match) -> Repeats:
    first, last = found.all("weekday")
    return _weekly(range(first, last + 1)) if first < last else ()


def _monthly(found: Match, interval: int = 1) -> Repeats:
    """On the first and third Monday, the last working day, the last day."""
    ordinals = found.all("ordinal", "last", "final")
    numbers = ",".join(map(str, ordinals))
    if "weekday" in found and max(ordinals) > MOST_OF_A_WEEKDAY:
        return ()
    if "weekday" in found:
        by = "BYDAY=" + ",".join(f"{number}{CODES[found['weekday']]}" for number in ordinals)
    elif "workday" in found:
        by = f"{_by_days(WORKDAYS)};BYSETPOS={numbers}"
    elif found.get("unit", "day") == "day" and all(number and -1 <= number <= 31 for number in ordinals):
        by = f"BYMONTHDAY={numbers}"
    else:
        return ()
    return (Repeat("MONTHLY", by, interval),)


def _every_nth(_: Context, found: Match) -> Repeats:
    """Every first Monday is of the month; every second one may be so, or every other."""
    monthly, ordinals = _monthly(found), found.all("ordinal")
    of_month = "ofmonth" in found or "unit" in found or "weekday" not in found
    if of_month or len(ordinals) != 1 or ordinals == [1]:
        return monthly
    return *_weekly([found["weekday"]], ordinals[0]), *monthly


def _monthly_on(_: Context, found: Match) -> Repeats:
    """Every 3 months on the first Monday; the 15th of every month."""
    # The unit of the cadence ("month") comes beside that of what is counted ("last day").
    units = found.all("unit")
    counted = [token for token in found.tokens if token.kind != "unit" or token.value == "day"]
    of_cadence = [token for token in found.tokens if token.kind != "unit" or token.value != "day"]
    freq, interval = _cadence(Match(of_cadence))
    counts = "weekday" in found or "workday" in found or "day" in units or len(units) < 2
    if freq != "MONTHLY" or not counts:
        return ()
    monthly = _monthly(Match(counted), interval)
    if "quarter" not in (*units, found.get("freq", _NEVER)[0]):
        return monthly
    # The first Monday of a quarter is in its first month, the last one in its last.
    first_by = ";BYMONTH=3,6,9,12" if found.all("last", "final") else ";BYMONTH=1,4,7,10"
    return tuple(replace(repeat, first_by=first_by) for repeat in monthly)


def _monthly_number(_: Context, found: Match) -> Repeats:
    """Monthly on 15, every month on day 15."""
    (freq, interval), day = _cadence(found), found.all("number")[-1]
    fits = freq == "MONTHLY" and day == int(day) and 1 <= day <= 31
    return (Repeat("MONTHLY", f"BYMONTHDAY={int(day)}", interval),) if fits else ()


def _every_date(_: Context, found: Match) -> Repeats:
    """Every 15th; every 2nd could be every other."""
    day = found["ordinal"]
    return (Repeat("MONTHLY", f"BYMONTHDAY={day}"),) if 4 < day <= 31 else ()


def _every_nth_unit(_: Context, found: Match) -> Repeats:
    """Every second week, every third month."""
    freq, each = _CADENCES.get(found["unit"], _NEVER)
    interval = each * found["ordinal"]
    if freq == "WEEKLY" and "weekday" in found:
        return _weekly(found.all("weekday"), interval)
    return (Repeat(freq, "", interval),) if freq and "weekday" not in found else ()


def _yearly(_: Context, found: Match) -> Repeats:
    freq, interval = _cadence(found) if "freq" in found or "unit" in found else ("YEARLY", 1)
    month, day, *moving = found.get("holiday") or (found["month"], found["number ordinal"])
    fits = freq == "YEARLY" and month != "easter" and not moving and day == int(day) and 1 <= day <= 31
    return (Repeat("YEARLY", f"BYMONTH={month};BYMONTHDAY={int(day)}", interval),) if fits else ()


def _yearly_weekday(_: Context, found: Match) -> Repeats:
    """The last Friday of November, every year."""
    (freq, interval), which = _cadence(found), found["ordinal last final"]
    by = f"BYMONTH={found['month']};{_by_days([found['weekday']], which)}"
    return (Repeat("YEARLY", by, interval),) if freq == "YEARLY" and which <= MOST_OF_A_WEEKDAY else ()


def _even_weeks(_: Context, found: Match) -> Repeats:
    """In even weeks, by their ISO numbers: after week 53 comes week 1, so this is not every other week."""
    numbers = ",".join(str(week) for week in range(2 - found["parity"], 54, 2))
    return (Repeat("YEARLY", f"BYWEEKNO={numbers};{_by_days(_days(found) or [0])}"),)


def _twice(_: Context, found: Match) -> Repeats:
    """Biweekly is every two weeks or twice a week; with one weekday it can only be the first."""
    unit, count = found["twice"]
    if "weekday" in found:
        return _weekly(found.all("weekday"), count) if unit == "week" else ()
    freq, _each = _CADENCES[unit]
    by = "BYMONTHDAY=1,15" if unit == "month" else _by_days((0, 3))
    return Repeat(freq, "", count), Repeat(freq, by)


def _changed(found: Match, **changes: Any) -> Repeats:
    return tuple(replace(repeat, **changes) for repeat in found["repeat"])


def _with_hours(_: Context, found: Match) -> Repeats:
    if any(repeat.hours for repeat in found["repeat"]):
        return ()
    hours: Hours | None = found.get("hours")
    return _changed(found, hours=(hours.start, hours.till) if hours else (found["clock"].first, None))


def _within(_: Context, found: Match) -> Repeats:
    """Every Tuesday in December."""
    span = found["date"][0]
    often = all(repeat.freq in ("DAILY", "WEEKLY") for repeat in found["repeat"])
    return _changed(found, not_before=span.first, until=span.last) if span.first < span.last and often else ()


def _from_until(_: Context, found: Match) -> Repeats:
    first, last = found["period"][0] if "period" in found else found.all("date")
    if "date" in found:
        first, last = first[0].first, last[0].last
    return _changed(found, not_before=first, until=last)


def _for_length(context: Context, found: Match) -> Repeats:
    length: Length = found["length"]
    fits = length.of_calendar and not length.workdays
    return _changed(found, until=add(context.today, length) - DAY) if fits else ()


def first_times(context: Context, found: Match) -> tuple[Reading, ...]:
    """Those of the recurrences that have a first time from now on, with that."""
    return tuple(filter(None, (_first_time(context, repeat) for repeat in found["repeat"])))


def _first_time(context: Context, repeat: Repeat) -> Reading | None:
    day = _first_day(repeat, max(context.today, repeat.not_before or context.today))
    if day and repeat.hours and at(day, repeat.hours[0]) < context.now:
        day = _first_day(repeat, day + DAY)
    if not day or not repeat.hours:
        return Reading(day, None, repeat.rrule, Kind.recurrence) if day else None
    begin, till = repeat.hours
    end = None if till is None else at(day, till)
    return Reading(at(day, begin), end, repeat.rrule, Kind.recurrence)


def _first_day(repeat: Repeat, start: date) -> date | None:
    return _first_of_rule(f"FREQ={repeat.freq};{repeat.by}{repeat.first_by}", start) if repeat.by else start


@lru_cache(maxsize=1024)
def _first_of_rule(rule: str, start: date) -> date | None:
    last = date.fromordinal(min(start.toordinal() + LOOK_AHEAD, date.max.toordinal()))
    times = rrulestr(f"{rule};UNTIL={last:%Y%m%d}", dtstart=datetime.combine(start, time()))
    return next((first.date() for first in times), None)


_CADENCE = "(every unit | every length | freq)"
_WHICH = "(ordinal|last|final)(and? (ordinal|last|final))*"
_WHAT = "(weekday|workday|unit)"
_LIST = "weekday (and? weekday)*"
_IN_MONTH = "(ordinal|last|final) weekday in? month"
_DATE = "((number|ordinal) month | month (number|ordinal) | holiday)"
_OF_LENGTH = "[unit minutes uur times month to until clock oclock ampm workdays]"

REPEATS: tuple[Line, ...] = (
    ("repeat", "every? (weekday|weekdays)(and? (weekday|weekdays))* in? every? parity", _even_weeks),
    ("repeat", f"in? every? parity ({_LIST}|weekdays)?", _even_weeks),
    ("repeat", f"{_CADENCE} {_IN_MONTH} | {_IN_MONTH} {_CADENCE}", _yearly_weekday),
    ("repeat", f"every {_WHICH} {_WHAT} ofmonth", _every_nth),
    ("repeat", f"{_WHICH} {_WHAT} {_CADENCE}", _monthly_on),
    ("repeat", "ordinal and ordinal (weekday|workday)? ofmonth", lambda _, found: _monthly(found)),
    ("repeat", f"{_CADENCE} {_WHICH} {_WHAT}", _monthly_on),
    ("repeat", f"every ordinal unit ({_LIST})?", _every_nth_unit),
    ("repeat", f"every {_WHICH} (weekday|workday)", _every_nth),
    ("repeat", f"every ordinal (?! {_WHAT}|month|and|ordinal|ofmonth)", _every_date),
    ("repeat", f"every {_WHICH} ofmonth | every ordinal and ordinal (?! {_WHAT})", _every_nth),
    ("repeat", f"{_WHICH} {_CADENCE}", _monthly_on),
    ("repeat", f"{_CADENCE} {_WHICH} ofmonth?", _monthly_on),
    ("repeat", f"({_CADENCE}|every) {_DATE}", _yearly),
    ("repeat", f"{_CADENCE} unit? number (?! {_OF_LENGTH})", _monthly_number),
    ("repeat", f"{_DATE} {_CADENCE}", _yearly),
    ("repeat", "every (unit from?)? weekday (to|until) weekday", _weekday_range),
    ("repeat", f"{_CADENCE} {_LIST}", _on_weekdays),
    ("repeat", f"{_LIST} {_CADENCE}", _on_weekdays),
    ("repeat", f"{_CADENCE} (workday|workdays)", _on_weekdays),
    ("repeat", f"weekdays (and? weekdays)* {_CADENCE}", _on_weekdays),
    ("repeat", "every weekdays", _every_weekday),
    ("repeat", "weekdays (and? weekdays)*", _every_weekday),
    ("repeat", f"every {_LIST}", _every_weekday),
    ("repeat", "every (workday|workdays) | workdays", lambda _, found: _weekly(WORKDAYS)),
    ("repeat", f"twice ({_LIST})?", _twice),
    ("repeat", _CADENCE, _plain),
    ("repeat", "every (?= clock) | every part", lambda _, found: (Repeat("DAILY"),)),
    ("repeat", "repeat part", lambda _, found: found["repeat"]),
    ("hours", "(?<= repeat) number (to|until) number (?! month)", from_till),
)

TAILS: tuple[Line, ...] = (
    ("clock", "(?<= repeat) at number (?= until date)", bare_hour),
    ("repeat", "repeat clock", _with_hours),
    ("repeat", "length for repeat | repeat length for", _for_length),
    ("repeat", "for? (next|coming) length repeat | repeat for? (next|coming) length", _for_length),
    ("repeat", "repeat (from? date (to|until) | between date and) date", _from_until),
    ("repeat", "repeat until date", lambda _, found: _changed(found, until=found["date"][0].last)),
    (
        "repeat",
        "repeat from date | from date repeat",
        lambda _, found: _changed(found, not_before=found["date"][0].first),
    ),
    ("repeat", "repeat number times", lambda _, found: _changed(found, tail=f"COUNT={found['number']}")),
    ("repeat", "repeat period", _from_until),
    ("repeat", "repeat in? date (?= clock|hours|$)", _within),
    ("repeat", "repeat for length", _for_length),
    ("repeat", "repeat (clock|hours)", _with_hours),
    ("repeat", "(clock|hours) repeat", _with_hours),
)
"""The start, the end and the hours of a recurrence."""
