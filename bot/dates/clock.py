"""Rules for lengths of time and for the clock: "1.5h", "anderhalf uur", "half drie", "9-10", "2pm"."""

from dataclasses import replace

from bot.core.language import Language
from bot.dates.arithmetic import UNITS, times
from bot.dates.grammar import Build, Line, Match
from bot.dates.lexicon import NIGHT, Part
from bot.dates.tokens import Token, read_clock
from bot.dates.values import DAY_MINUTES, NOON, Clock, Context, Hours, Length

QUARTER = 15
WORKING_DAY = 9 * 60
MINUTE_WORDS = (5, 10, 20, 25)
"""Minutes in front of "to" an hour: "ten to five" is a time, "10 to 5" and "5 to 7" are ranges."""


def _minutes(count: float, unit: int) -> Length | None:
    minutes = count * unit
    return Length(minutes=round(minutes)) if minutes >= 1 else None


def _hour_or_so(_: Context, found: Match) -> Clock | None:
    """Dutch "om een uur of drie"."""
    one, said = found.all("number")
    return hour(said) if one == 1 else None


def _four_digits(_: Context, found: Match) -> Clock | None:
    """At 2030."""
    hours, minutes = divmod(found["year"], 100)
    return read_clock(60 * hours + minutes, exact=True) if hours < 24 and minutes < 60 else None


def _clock_length(_: Context, found: Match) -> Length | None:
    return _minutes(found["number"], found["minutes uur"])


def _and_a_half(_: Context, found: Match) -> Length | None:
    """An hour and a half, two and a half hours."""
    return _minutes(found["number"] + 0.5, found["minutes uur"])


def _half_alone(_: Context, found: Match) -> Length | None:
    return _minutes(0.5, found["minutes uur"]) if found.get("number", 1) == 1 else None


def _half_year(_: Context, found: Match) -> Length | None:
    return times(found["unit"], 0.5) if found.get("number", 1) == 1 else None


def _calendar_length(_: Context, found: Match) -> Length | None:
    unit = found.get("unit", "workday")
    return times(unit, found["number"]) if unit in UNITS and found["number"] else None


def _sum(_: Context, found: Match) -> Length | None:
    first, second = found.all("length")
    return first + second if first.of_clock == second.of_clock else None


def _minutes_behind(_: Context, found: Match) -> Length | None:
    """One hour 30."""
    hours, minutes = found["length"], found["number"]
    whole = hours.of_clock and not hours.minutes % 60 and minutes in range(60)
    return Length(minutes=hours.minutes + int(minutes)) if whole else None


def _quarter(_: Context, found: Match) -> Length | None:
    return Length(minutes=QUARTER) if found["minutes"] == QUARTER else None


def _fraction(_: Context, found: Match) -> Length | None:
    return _clock_length(_, found) if found["number"] != int(found["number"]) else None


def hour(number: float, text: str = "") -> Clock | None:
    if number != int(number) or not 0 <= number <= 24:
        return None
    return read_clock(int(number) * 60, exact=number > 12 or text.startswith("0"))


def _hour_of(token: Token) -> Clock | None:
    return token.value if token.kind == "clock" else hour(token.value, token.text)


def _ends(found: Match) -> list[Clock | None]:
    return [_hour_of(token) for token in found.tokens if token.kind in ("number", "clock")]


def bare_hour(_: Context, found: Match) -> Clock | None:
    """The clock that was found, or the hour that a number is; said so, it is no day such as 4.12."""
    clock = _ends(found)[0]
    return clock and replace(clock, dotted="")


def _hour_and_minutes(_: Context, found: Match) -> Clock | None:
    """Dutch "9 uur 30"."""
    number, minutes = found.all("number")
    clock = hour(number)
    if clock is None or minutes not in range(60) or number == 24:
        return None
    return read_clock(clock.written + int(minutes), clock.exact)


def _half_day(_: Context, found: Match) -> Clock | None:
    clock = _ends(found)[0]
    if clock is None or not 60 <= clock.written < NOON + 60:
        return None
    minutes = clock.written % NOON + found["ampm"]
    return Clock((minutes,), clock.written, exact=True)


def _beside(hour_named: float, minutes: int) -> Clock | None:
    """So many minutes past, or when negative before, the hour named, which tells the half of the day."""
    named = hour(hour_named)
    if named is None or not named.written or hour_named > 12:
        return None
    return Clock(((named.first + minutes) % DAY_MINUTES,), named.written + minutes)


def _half_to(context: Context, found: Match) -> Clock | None:
    """Dutch: "half drie" is half past two."""
    return _beside(found["number"], -30) if context.language is Language.nl else None


def _minutes_beside(sign: int, base: int = 0) -> Build:
    def build(_: Context, found: Match) -> Clock | None:
        first = found.tokens[0].value
        minutes = first.minutes if isinstance(first, Length) else first
        spoken = minutes == int(minutes) and 0 < minutes < 30
        return _beside(found.tokens[-1].value, base + sign * int(minutes)) if spoken else None

    return build


def _ten_to(context: Context, found: Match) -> Clock | None:
    first, to, last = found.tokens
    hours = first.text[0].isdigit() and (first.value == 10 or first.value < last.value <= 7)
    spoken = first.value in MINUTE_WORDS and to.text == "to" and not hours
    return _minutes_beside(-1)(context, found) if spoken else None


def _clock_part(_: Context, found: Match) -> Clock | None:
    """Eight in the morning, 7:30 tonight."""
    clock, part = _ends(found)[0], found["part"]
    return _in_part(clock, part) if clock else None


def _in_part(clock: Clock, part: Part) -> Clock | None:
    low, high = part
    half = clock.written % NOON
    choices = (clock.first,) if clock.exact else (half, half + NOON)
    for minutes in choices:
        if low <= minutes < high:
            return Clock((minutes,), clock.written, exact=True)
        if low <= minutes + DAY_MINUTES < high:
            after = (minutes, minutes + DAY_MINUTES) if part == NIGHT else (minutes + DAY_MINUTES,)
            return Clock(after, clock.written, exact=True)
    return None


def between(start: Clock, till: Clock) -> Hours | None:
    """The likeliest pair: 9-5 ends at 17:00, 7:30-16:00 starts in the morning, 22:00-01:00 ends tomorrow."""
    first, last = start.first, till.first
    if till.exact and not start.exact and till.written <= NOON:  # 2-4pm and 9-11am: said once, meant twice
        same_half = start.written % NOON + (NOON if last >= NOON else 0)
        first = same_half if same_half < last else start.written
    if first < last:
        return Hours(first, last)
    if start.written < last and not start.exact:
        return Hours(start.written, last)
    if not till.exact and till.written < NOON and first < till.written + NOON:
        return Hours(first, till.written + NOON)
    return Hours(first, last + DAY_MINUTES) if start.exact or till.exact else None


def are_hours(first: float, last: float) -> bool:
    """Whether 10-12 may be hours: those of a working day."""
    start, till = hour(first), hour(last)
    hours = between(start, till) if start and till else None
    return hours is not None and hours.till - hours.start <= WORKING_DAY


def from_till(_: Context, found: Match) -> Hours | None:
    start, till = _ends(found)
    return between(start, till) if start and till else None


def _for_length(_: Context, found: Match) -> Hours | None:
    length, clock = found["length"], found["clock"]
    return Hours(clock.first, clock.first + length.minutes) if length.of_clock else None


def _second_is_length(_: Context, found: Match) -> Hours | None:
    """Fri 14:00 1:30 lasts an hour and a half."""
    start, length = found.all("clock")
    return Hours(start.first, start.first + length.written) if 0 < length.written <= 8 * 60 else None


def _hours_part(_: Context, found: Match) -> Hours | None:
    hours, part = found["hours"], found["part"]
    shift = NOON if part[0] >= NOON and hours.start < NOON else 0
    moved = Hours(hours.start + shift, hours.till + (shift if hours.till <= NOON else 0))
    return moved if part[0] <= moved.start < part[1] and moved.start < moved.till else None


_OF_DATE = "[month unit minutes uur workday workdays ordinal year]"
_END = "(number|clock)"

LENGTHS: tuple[Line, ...] = (
    ("length", "number and number? half (minutes|uur)", _and_a_half),
    ("length", "number? half (minutes|uur)", _half_alone),
    ("length", "number? half unit", _half_year),
    ("length", "number (minutes|uur) and number half", _and_a_half),
    ("length", "number minutes", _clock_length),
    ("length", "number uur", _fraction),
    ("length", "^ number uur (?= and? length)", _clock_length),
    ("length", "(?<= [in over for every]) number uur", _clock_length),
    ("length", "number uur (?= hence|ago|for)", _clock_length),
    ("length", "number (unit|workday|workdays)", _calendar_length),
    ("length", "length and? length", _sum),
)

ALONE: tuple[Line, ...] = (
    ("length", "(?<= over) length number $", _minutes_behind),
    ("length", "(?<= over) minutes $", _quarter),
)
"""Lengths only where nothing else is expected: "1 uur 30", "kwartier"."""

CLOCKS: tuple[Line, ...] = (
    ("clock", "at number uur or number", _hour_or_so),
    ("clock", f"at year (?! {_OF_DATE})", _four_digits),
    ("clock", "noon", lambda _, found: Clock((NOON,), NOON, exact=True)),
    ("clock", "midnight", lambda _, found: Clock((0, DAY_MINUTES), 0, exact=True)),
    ("clock", "(number|clock) ampm", _half_day),
    ("clock", "(number|length) over half number", _minutes_beside(1, -30)),
    ("clock", "(number|length) voor half number", _minutes_beside(-1, -30)),
    ("clock", f"(number|length) (over|beyond|after) number (?! {_OF_DATE})", _minutes_beside(1)),
    ("clock", f"(number|length) (voor|before) number (?! {_OF_DATE})", _minutes_beside(-1)),
    ("clock", f"(?<! [from between]) number to number (?! {_OF_DATE})", _ten_to),
    ("clock", "(?<! [from between]) length to number", _minutes_beside(-1)),
    ("clock", "past number", lambda _, found: _beside(found["number"], found["past"])),
    ("clock", "half number (?! [month unit minutes])", _half_to),
    ("clock", "number uur number (?! [month unit minutes uur to until])", _hour_and_minutes),
    ("clock", "(number|clock) (uur|oclock)", bare_hour),
    ("hours", f"between {_END} and {_END} (?! {_OF_DATE})", from_till),
    ("hours", f"[from between at] at? {_END} (to|until) at? {_END} (?! {_OF_DATE})", from_till),
    ("hours", f"clock (to|until) at? {_END} (?! {_OF_DATE}) | clock (to|until) at? clock", from_till),
    ("hours", "number (to|until) at? clock", from_till),
    ("clock", f"at number (?! {_OF_DATE}|to|until|and) | at clock", bare_hour),
    ("hours", "at hours", lambda _, found: found["hours"]),
    ("hours", "from? clock (length for | for? length)", _for_length),
    ("hours", "length from? clock", _for_length),
    ("hours", "clock for? clock", _second_is_length),
    ("clock", "clock part", _clock_part),
    ("clock", "part clock", _clock_part),
    ("clock", "number part", _clock_part),
    ("hours", "(?<= part) number to number", from_till),
    ("hours", "hours part", _hours_part),
    ("hours", "part hours", _hours_part),
)
