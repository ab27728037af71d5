"""Rules for what comes back: "every other Tuesday at 10", "elke laatste vrijdag van de maand"."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from bot.dates.arithmetic import DAY, coming_date, month_of, nth_day
from bot.dates.clock import from_till
from bot.dates.grammar import Found, Line
from bot.dates.recurrence_tails import with_hours
from bot.dates.values import Length, Repeat, Repeats, Scene

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WORKDAYS = frozenset(range(5))

_CADENCES = {
    "day": ("DAILY", 1),
    "week": ("WEEKLY", 1),
    "fortnight": ("WEEKLY", 2),
    "month": ("MONTHLY", 1),
    "quarter": ("MONTHLY", 3),
    "halfyear": ("MONTHLY", 6),
    "year": ("YEARLY", 1),
}


def _of_length(length: Length) -> tuple[str, int] | None:
    if length.minutes or length.workdays:
        return None
    if length.months:
        return ("MONTHLY", length.months) if length.months % 12 else ("YEARLY", length.months // 12)
    return ("DAILY", length.days) if length.days % 7 else ("WEEKLY", length.days // 7)


def _cadence(found: Found) -> tuple[str, int] | None:
    """How often: every 2 weeks, monthly, every other day, every third month."""
    if "length" in found:
        return _of_length(found["length"])
    unit, count = found["freq"] if "freq" in found else (found.get("unit"), found.get("every", 1))
    freq, each = _CADENCES.get(unit, ("", 0))
    return (freq, each * count) if freq else None


def _by_days(days: Iterable[int]) -> tuple[str, Callable[[date], bool]]:
    wanted = frozenset(days)
    return "BYDAY=" + ",".join(CODES[day] for day in sorted(wanted)), lambda day: day.weekday() in wanted


def _weekly(days: Iterable[int], interval: int = 1) -> Repeats:
    by, fits = _by_days(days)
    return (Repeat("WEEKLY", by, interval, fits),)


def _plain(_: Scene, found: Found) -> Repeats | None:
    if found.get("unit") == "weekend":
        return _weekly((5, 6), found["every"])
    cadence = _cadence(found)
    return (Repeat(cadence[0], "", cadence[1]),) if cadence else None


def _on_weekdays(_: Scene, found: Found) -> Repeats | None:
    cadence = _cadence(found)
    days = found.all("weekday") or [day for group in found.all("weekdays") for day in group] or WORKDAYS
    return _weekly(days, cadence[1]) if cadence and cadence[0] == "WEEKLY" else None


def _every_weekday(_: Scene, found: Found) -> Repeats:
    days = found.all("weekday") or [day for group in found.all("weekdays") for day in group]
    return _weekly(days, found["every"])


def _weekday_range(_: Scene, found: Found) -> Repeats | None:
    first, last = found.all("weekday")
    return _weekly(range(first, last + 1)) if first < last else None


def _plural_days(_: Scene, found: Found) -> Repeats:
    return _weekly(day for group in found.all("weekdays") for day in group)


def _monthly(found: Found, interval: int = 1) -> Repeat | None:
    """On the first and third Monday, the last working day, the last day."""
    ordinals = found.all("ordinal", "last", "final")
    if "weekday" in found:
        weekday = found["weekday"]
        by = "BYDAY=" + ",".join(f"{number}{CODES[weekday]}" for number in ordinals)
        return Repeat("MONTHLY", by, interval, _nth(ordinals, {weekday}))
    if "workday" in found:
        by, _ = _by_days(WORKDAYS)
        position = ",".join(map(str, ordinals))
        return Repeat("MONTHLY", f"{by};BYSETPOS={position}", interval, _nth(ordinals, set(WORKDAYS)))
    if found.get("unit", "day") != "day" or not all(-1 <= number <= 31 for number in ordinals):
        return None
    by = "BYMONTHDAY=" + ",".join(map(str, ordinals))
    return Repeat("MONTHLY", by, interval, _dated(ordinals))


def _nth(ordinals: Iterable[int], wanted: set[int]) -> Callable[[date], bool]:
    which = tuple(ordinals)

    def fits(day: date) -> bool:
        month = month_of(day.year, day.month)
        return day in {nth_day(month, number, wanted) for number in which}

    return lambda day: day.weekday() in wanted and fits(day)


def _dated(ordinals: Iterable[int]) -> Callable[[date], bool]:
    """On these days of the month; -1 is its last."""
    which = frozenset(ordinals)
    return lambda day: day.day in which or (-1 in which and (day + DAY).day == 1)


def _every_nth(_: Scene, found: Found) -> Repeats | None:
    """Every first Monday is of the month; every second one may be so, or every other."""
    monthly = _monthly(found)
    ordinals = found.all("ordinal")
    if monthly is None or "ofmonth" in found or "unit" in found or ordinals[:1] in ([], [1]):
        return (monthly,) if monthly else None
    if len(ordinals) > 1 or "weekday" not in found:
        return (monthly,)
    return (*_weekly([found["weekday"]], ordinals[0]), monthly)


def _monthly_on(_: Scene, found: Found) -> Repeats | None:
    """Every 3 months on the first Monday; the 15th of every month."""
    # The unit of the cadence ("month") comes beside that of what is counted ("last day").
    units = found.all("unit")
    counted = [unit for unit in units if unit == "day"]
    cadence = _of_cadence_units([unit for unit in units if unit != "day"], found)
    if (
        cadence is None
        or cadence[0] != "MONTHLY"
        or (not counted and _counts_nothing(found) and len(units) > 1)
    ):
        return None
    tokens = [token for token in found.tokens if token.kind != "unit" or token.value == "day"]
    monthly = _monthly(Found(tokens), cadence[1])
    if monthly and _of_quarter(found):
        return (_in_quarter(monthly, last=bool(found.all("last", "final"))),)
    return (monthly,) if monthly else None


def _of_quarter(found: Found) -> bool:
    return found.get("freq", ("", 0))[0] == "quarter" or "quarter" in found.all("unit")


def _in_quarter(monthly: Repeat, last: bool) -> Repeat:
    """The first Monday of a quarter is in its first month, the last one in its last."""
    month = 0 if last else 1
    return replace(monthly, fits=lambda day: day.month % 3 == month and monthly.fits(day))


def _of_cadence_units(units: list[str], found: Found) -> tuple[str, int] | None:
    if "freq" in found or "length" in found:
        return _cadence(found)
    freq, each = _CADENCES.get(units[0], ("", 0)) if units else ("", 0)
    return (freq, each * found.get("every", 1)) if freq else None


def _counts_nothing(found: Found) -> bool:
    return "weekday" not in found and "workday" not in found


def _monthly_number(_: Scene, found: Found) -> Repeats | None:
    """Monthly on 15, every month on day 15."""
    cadence, day = _cadence(found), found.all("number")[-1]
    if cadence is None or cadence[0] != "MONTHLY" or day != int(day) or not 1 <= day <= 31:
        return None
    return (Repeat("MONTHLY", f"BYMONTHDAY={int(day)}", cadence[1], _dated((int(day),))),)


def _every_date(_: Scene, found: Found) -> Repeats | None:
    """Every 15th; every 2nd could be every other."""
    day = found["ordinal"]
    return (Repeat("MONTHLY", f"BYMONTHDAY={day}", 1, _dated((day,))),) if 4 < day <= 31 else None


def _every_nth_unit(_: Scene, found: Found) -> Repeats | None:
    """Every second week, every third month."""
    freq, each = _CADENCES.get(found["unit"], ("", 0))
    interval = each * found["ordinal"]
    if freq == "WEEKLY" and "weekday" in found:
        return _weekly(found.all("weekday"), interval)
    return (Repeat(freq, "", interval),) if freq and "weekday" not in found else None


def _yearly(scene: Scene, found: Found) -> Repeats | None:
    cadence = _cadence(found) if "freq" in found or "unit" in found else ("YEARLY", 1)
    month, day = found["holiday"] if "holiday" in found else (found["month"], found["number ordinal"])
    if cadence is None or cadence[0] != "YEARLY" or day != int(day) or not 1 <= day <= 31:
        return None
    by = f"BYMONTH={month};BYMONTHDAY={int(day)}"
    first = coming_date(scene.today, month, int(day))
    return (
        Repeat(
            "YEARLY", by, cadence[1], lambda each: (each.month, each.day) == (month, day), not_before=first
        ),
    )


def _even_weeks(_: Scene, found: Found) -> Repeats:
    """In even weeks, by their ISO numbers: after week 53 comes week 1, so this is not every other week."""
    parity: int = found["parity"]
    days = found.all("weekday") or [day for group in found.all("weekdays") for day in group] or (0,)
    by, fits = _by_days(days)
    numbers = ",".join(str(week) for week in range(2 - parity, 54, 2))
    by = f"BYWEEKNO={numbers};{by}"
    return (Repeat("YEARLY", by, fits=lambda day: fits(day) and day.isocalendar().week % 2 == parity),)


def _yearly_weekday(_: Scene, found: Found) -> Repeats | None:
    """The last Friday of November, every year."""
    cadence, month = _cadence(found), found["month"]
    if cadence is None or cadence[0] != "YEARLY":
        return None
    which, weekday = found["ordinal last final"], found["weekday"]
    fits = _nth((which,), {weekday})
    by = f"BYMONTH={month};BYDAY={which}{CODES[weekday]}"
    return (Repeat("YEARLY", by, cadence[1], lambda day: day.month == month and fits(day)),)


def _twice(_: Scene, found: Found) -> Repeats | None:
    """Biweekly is every two weeks or twice a week; with one weekday it can only be the first."""
    unit, count = found["twice"]
    if "weekday" in found:
        return _weekly(found.all("weekday"), count) if unit == "week" else None
    freq, _each = _CADENCES[unit]
    by, fits = ("BYMONTHDAY=1,15", _dated((1, 15))) if unit == "month" else _by_days((0, 3))
    return Repeat(freq, "", count), Repeat(freq, by, 1, fits)


_CADENCE = "(every unit | every length | freq)"
_WHICH = "(ordinal|last|final)(and? (ordinal|last|final))*"
_WHAT = "(weekday|workday|unit)"
_LIST = "weekday (and? weekday)*"

_OF_LENGTH = "[unit minutes uur times month to until clock oclock ampm workdays]"

REPEATS: tuple[Line, ...] = (
    ("repeat", "every? (weekday|weekdays)(and? (weekday|weekdays))* in? every? parity", _even_weeks),
    ("repeat", f"in? every? parity ({_LIST}|weekdays)?", _even_weeks),
    ("repeat", f"{_CADENCE} (ordinal|last|final) weekday in? month", _yearly_weekday),
    ("repeat", f"(ordinal|last|final) weekday in? month {_CADENCE}", _yearly_weekday),
    ("repeat", f"every {_WHICH} {_WHAT} ofmonth", _every_nth),
    ("repeat", f"{_WHICH} {_WHAT} {_CADENCE}", _monthly_on),
    ("repeat", "ordinal and ordinal (weekday|workday)? ofmonth", lambda _, found: (_monthly(found),)),
    ("repeat", f"{_CADENCE} {_WHICH} {_WHAT}", _monthly_on),
    ("repeat", f"every ordinal unit ({_LIST})?", _every_nth_unit),
    ("repeat", f"every {_WHICH} (weekday|workday)", _every_nth),
    ("repeat", f"every ordinal (?! {_WHAT}|month|and|ordinal|ofmonth)", _every_date),
    ("repeat", f"every {_WHICH} ofmonth | every ordinal and ordinal (?! {_WHAT})", _every_nth),
    ("repeat", f"{_WHICH} {_CADENCE}", _monthly_on),
    ("repeat", f"{_CADENCE} {_WHICH} ofmonth?", _monthly_on),
    ("repeat", f"({_CADENCE}|every) (number|ordinal) month", _yearly),
    ("repeat", f"({_CADENCE}|every) month (number|ordinal)", _yearly),
    ("repeat", f"({_CADENCE}|every) holiday | holiday {_CADENCE}", _yearly),
    ("repeat", f"{_CADENCE} unit? number (?! {_OF_LENGTH})", _monthly_number),
    ("repeat", f"(number|ordinal) month {_CADENCE}", _yearly),
    ("repeat", f"month (number|ordinal) {_CADENCE}", _yearly),
    ("repeat", "every (unit from?)? weekday (to|until) weekday", _weekday_range),
    ("repeat", f"{_CADENCE} {_LIST}", _on_weekdays),
    ("repeat", f"{_LIST} {_CADENCE}", _on_weekdays),
    ("repeat", f"{_CADENCE} (workday|workdays)", _on_weekdays),
    ("repeat", f"weekdays (and? weekdays)* {_CADENCE}", _on_weekdays),
    ("repeat", "every weekdays", _every_weekday),
    ("repeat", "weekdays (and? weekdays)*", _plural_days),
    ("repeat", f"every {_LIST}", _every_weekday),
    ("repeat", "every (workday|workdays)", lambda _, found: _weekly(WORKDAYS)),
    ("repeat", "workdays", lambda _, found: _weekly(WORKDAYS)),
    ("repeat", f"twice ({_LIST})?", _twice),
    ("repeat", _CADENCE, _plain),
    ("repeat", "every (?= clock)", lambda _, found: (Repeat("DAILY"),)),
    ("repeat", "every part", lambda _, found: (Repeat("DAILY"),)),
    ("repeat", "repeat part", lambda _, found: found["repeat"]),
    ("hours", "(?<= repeat) number (to|until) number (?! month)", from_till),
    ("repeat", "repeat (clock|hours)", with_hours),
    ("repeat", "(clock|hours) repeat", with_hours),
)
