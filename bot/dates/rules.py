"""All rules for dates in words, in the order in which they are tried. A new pattern is one line."""

from functools import cache

from bot.dates import days, periods, readings, spans
from bot.dates.arithmetic import year_of
from bot.dates.clock import ALONE, CLOCKS, LENGTHS, bare_hour, from_till
from bot.dates.grammar import Grammar, Line
from bot.dates.recurrence import REPEATS, TAILS, first_times
from bot.dates.values import Grain, one_day

_UNTIL = "(to|until)"
_WHICH = "(ordinal|last|final)"
_SHIFT = "(next|coming|this|last)"
_DAY = "(number|ordinal)"
_NO_DAY = "(?<! [number ordinal])"

DAYS: tuple[Line, ...] = (
    ("unknown", "(start|mid|half) to? this unit", spans.over),
    ("date", "^ (start|mid|end|in) to? part $", lambda context, _: one_day(context.today)),
    ("part", "(start|mid|end|in) to? part | part (start|end)", lambda _, found: found["part"]),
    ("date", "^ part $", readings.around_lunch),
    ("date", "(?<= sametime) (next|coming) unit | (next|coming) unit (?= sametime)", days.same_day_ahead),
    ("clock", "sametime", readings.now),
    ("clock", "after clock", bare_hour),
    (
        "year",
        f"((?<= {_DAY} month)|(?<= month {_DAY})) number (?! [uur oclock ampm minutes unit])",
        days.short_year,
    ),
    # several days at once
    ("reading", f"^ by? {_DAY} or {_DAY} month year? $", readings.either_day),
    (
        "period",
        f"(between {_DAY} and | (?<! at) from? {_DAY} {_UNTIL}) {_DAY} month year?",
        periods.days_of_month,
    ),
    (
        "period",
        f"(between month {_DAY} and | from? {_NO_DAY} month {_DAY} {_UNTIL}) {_DAY} (?! month) year?",
        periods.days_of_month,
    ),
    ("period", f"from? unit number {_UNTIL} unit? number year?", periods.weeks),
    ("period", f"from? number to number {_UNTIL} number to number", periods.dashed_days),
    ("reading", "^ voor relative part? $", readings.before_or_on),
    ("period", f"from? {_DAY} {_UNTIL} dm", periods.days_before_slash),
    ("period", f"{_DAY} and {_DAY} month year?", periods.two_days),
    # years
    ("year", "(?<= [month quarterno]) (next|coming|this) unit", spans.year_named),
    ("year", f"(next|coming|this) unit (?= in? {_DAY}? month)", spans.year_named),
    ("date", f"year in? {_DAY} month", days.of_month),
    ("date", "year in? month", spans.month),
    ("year", "(?<= unit number) (next|coming|this) unit", spans.year_named),
    ("date", "(?<= [before by voor]) number to number $", days.dashed_day),
    ("date", "number to number (?= at? (clock|hours))", days.dashed_day),
    ("date", "(?<= [before by voor]) year $", lambda _, found: (year_of(found["year"]),)),
    # written days
    ("date", "dm", days.slashed),
    ("date", "relative", lambda context, found: readings.ahead_of(context, found["relative"])),
    ("date", "holiday unit", spans.holiday_week),
    ("date", "(with|at|in)? holiday year?", spans.holiday),
    ("reading", "^ weekday number to number $", readings.weekday_dashed),
    ("date", "weekday number to number (?! month)", days.weekday_and_dashed),
    ("date", "(?<! month) number to month (to year)?", days.dashed_month),
    ("date", f"{_DAY} month year?", days.of_month),
    ("date", f"month {_DAY} year?", days.of_month),
    ("date", "last month", spans.past_month),
    ("date", "(next|coming|this)? month year?", spans.month),
    # weeks, months, quarters
    ("date", "unit (number|ordinal) year?", spans.numbered),
    ("date", "quarterno year?", spans.quarter),
    ("date", "ordinal unit year?", spans.ordinal_quarter),
    ("date", f"{_WHICH} (weekday|workday|unit) (ofmonth|ofthismonth)", days.nth),
    ("date", "ordinal (ofmonth|ofthismonth)", days.day_of_span),
    ("date", "(next|coming|this) (unit|workday)", spans.shifted),
    ("date", "shifted", spans.after_next),
    ("date", "(?<= ordinal half) year", lambda _, found: (year_of(found["year"]),)),
    ("date", "ordinal half in? date", spans.half_of),
    ("date", "(?<! weekday) afternext unit", spans.after_next_unit),
    ("date", f"{_WHICH} (weekof|unit) in? (date|unit|ofmonth|ofthismonth)", days.nth_week),
    ("date", f"{_WHICH} (weekday|workday|unit) in? date", days.nth),
    ("date", f"{_WHICH} (weekday|workday|unit) unit", days.nth),
    ("date", "last (unit|workday)", spans.shifted),
    ("date", "ordinal date | date ordinal (?! [weekday unit month])", days.day_of_span),
    ("date", "weekof date", spans.week_of),
    ("date", "unit date", spans.week_of),
    ("eod", "end unit", lambda _, found: "eod" if found["unit"] == "day" else None),
    ("date", "(start|mid|end|half) to? date", spans.part_of),
    ("date", "(start|mid|end) to? this? unit", spans.part_of),
    ("date", "(start|mid|end) to? year", spans.part_of_year),
    # weekdays
    ("period", f"from? weekday {_UNTIL} weekday in? date", periods.weekdays_of),
    ("period", f"date from? weekday {_UNTIL} weekday", periods.weekdays_of),
    ("period", "from? weekday (to|until) weekday | between weekday and weekday", periods.weekdays),
    ("date", "(in|over) length weekday", days.weekday_ahead),
    ("date", "weekday (in|over) length (?! weekday)", days.weekday_over),
    ("date", f"{_WHICH}? weekday (before|after|voor) date", days.weekday_beside),
    ("date", "weekday afternext unit?", days.weekday_after_next),
    ("date", "weekday clock", days.weekday_and_dotted),
    ("date", f"{_SHIFT} weekday", days.which_weekday),
    ("date", "(ordinal|next)? workday (before|after|voor) date", days.workday_beside),
    ("date", "weekday (next|coming|last)", days.which_weekday),
    ("date", "weekday in? date", days.weekday_in),
    ("date", "date weekday", days.weekday_in),
    ("date", f"weekday {_DAY} (?= clock|hours|$)", days.weekday_and_number),
    ("date", "weekday", days.weekday),
    ("date", "ordinal (?! [and to until ordinal])", days.day_of_span),
    ("date", "(at|over)? unit", spans.weekend),
    # counted from another day
    ("date", "date (in|over) length", days.ahead(1)),
    ("date", "unit (before|voor|after) date", days.unit_beside),
    ("date", "(length|unit) (from|after) date", days.ahead(1)),
    ("date", "length (before|voor) date", days.ahead(-1)),
    ("date", "length date", days.weeks_on),
    ("date", "date unit", days.a_week_later),
    ("date", "length hence", days.ahead(1)),
    ("date", "length ago", days.ahead(-1)),
    ("moment", "length hence", readings.elapsed(1)),
    ("moment", "length ago", readings.elapsed(-1)),
    ("date", "(in|over) length", days.ahead(1)),
    ("moment", "(in|over) clock", readings.in_hours_and_minutes),
    ("moment", "(in|over) length", readings.elapsed(1)),
    # edges, and what adds nothing to the day
    ("date", "eod date | date by? eod", spans.edge),
    ("date", "eod", lambda context, found: one_day(context.today, grain=Grain.edge)),
    ("date", "after date", spans.after_span),
    ("date", "(start|end) date", spans.part_of),
    ("date", "(?<= [before voor]) date part", spans.before_part),
    ("date", "date coming | coming date", days.coming),
    ("date", "date part | part date", lambda context, found: found["date"]),
    ("date", "in date", spans.in_span),
    ("date", "at date", lambda _, found: found["date"]),
    ("hours", "(?<= date) from? number (to|until) number", from_till),
    ("hours", "number (to|until) number (?= date)", from_till),
)

DOTTED: tuple[Line, ...] = (("period", "^ from? clock (to|until) clock $", periods.dotted_days),)

READINGS: tuple[Line, ...] = (
    ("reading", "^ number (to|until) number $", readings.dashed),
    ("reading", "^ from? date clock (to|until) date clock $", readings.from_moment_to_moment),
    ("reading", f"^ (between date and | from? date {_UNTIL}) date $", readings.from_day_to_day),
    ("reading", "^ from? date for length $", readings.days_for),
    ("reading", "^ period $", readings.period),
    ("reading", "^ (from|for)? date $", readings.day),
    ("reading", "^ (date hours | hours date | hours) $", readings.hours_of_day),
    ("reading", "^ length date clock | clock date for length | date clock for length $", readings.lasting),
    ("reading", "^ (date clock | clock date | clock) $", readings.time_of_day),
    ("reading", "^ moment $", readings.moment),
    ("reading", "^ date (before|voor) clock $", readings.before),
    ("reading", "^ by? before (date | date? clock | clock date) $", readings.before),
    ("reading", "^ voor (date | date? clock | clock date) $", readings.before),
    ("reading", "^ by? date or date clock? $ | ^ date clock or date clock $", readings.either),
    ("reading", "^ (by|until|for)+ (date | date? clock | clock date | moment) by? $", readings.by),
    ("reading", "^ (date | date? clock | clock date | moment) by $ | ^ date by clock $", readings.by),
    ("reading", "^ date by number $ | ^ (by|before) number date? $", readings.by_hour),
    ("reading", "^ by (date hours | hours) $", readings.hours_of_day),
    ("reading", "^ from? repeat $", first_times),
)

ABSENCES: tuple[Line, ...] = (
    ("period", "^ since? unit number (to|until|and) unit? number year? $", periods.whole_weeks),
    *DAYS,
    ("period", f"^ (between date and | since? date {_UNTIL}) date $", periods.days_away),
    ("period", f"^ hence? {_UNTIL} date $", periods.until),
    ("period", "^ since? date (length for | for? length) $ | ^ for? length since? date $", periods.day_for),
    ("period", "^ (for|in|next|coming)? length for? $", periods.from_today),
    ("period", "^ since period $", lambda _, found: found["period"]),
    ("period", "^ date and date $", periods.together),
    ("period", "^ unit $", periods.this_unit),
    ("period", "^ date $", periods.whole),
)
"""First and last day of an absence; "from" is `since` here: "two weeks from Monday" begin on Monday."""


@cache
def phrases() -> Grammar:
    """Compiled once, when the first phrase is read."""
    return Grammar(LENGTHS, DOTTED, CLOCKS, REPEATS, DAYS, TAILS, READINGS)


@cache
def absence() -> Grammar:
    return Grammar(LENGTHS, DOTTED, CLOCKS, REPEATS, ABSENCES)


@cache
def lengths() -> Grammar:
    return Grammar(LENGTHS, ALONE)
