"""Dates and times as each language writes them, by Babel."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import NamedTuple

from babel.dates import format_date, format_time, get_timezone_location

from bot.core.calendar import week_number
from bot.core.language import Language
from bot.text.sentences import esc

LOCALE = {Language.en: "en_GB", Language.nl: "nl_NL"}
OTHER_SIGN = str.maketrans("+-", "-+")
MOST = 3
"""Names in a sentence."""


def weekday(day: date, language: Language) -> str:
    """Fri, vr"""
    return format_date(day, "EEE", locale=LOCALE[language])


def long_weekday(number: int, language: Language) -> str:
    """Monday, maandag; Monday is 0."""
    return format_date(date(2026, 11, 23 + number), "EEEE", locale=LOCALE[language])


def month_name(number: int, language: Language) -> str:
    """November, november; January is 1."""
    return format_date(date(2026, number, 1), "LLLL", locale=LOCALE[language])


def near_day(value: date, today: date, language: Language) -> str:
    """Fri 27 Nov, vr 27 nov; with the year when it is another one"""
    pattern = "EEE d MMM" if value.year == today.year else "EEE d MMM y"
    return format_date(value, pattern, locale=LOCALE[language])


def near_day_and_week(value: date, today: date, language: Language) -> str:
    """Fri 27 Nov (wk 48): where a date is checked or asked, or where people plan by weeks"""
    return f"{near_day(value, today, language)} (wk {week_number(value)})"


def near_days(first: date, last: date, today: date, language: Language) -> str:
    """10–24 Dec, 27 Nov – 4 Dec, Fri 4 Dec: the days from one to the other"""
    if first == last:
        return near_day(first, today, language)
    pattern = "d MMM" if last.year == first.year == today.year else "d MMM y"
    ends = [format_date(each, pattern, locale=LOCALE[language]) for each in (first, last)]
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{ends[1]}"
    return " – ".join(ends)


def near_moment(value: datetime, today: date, language: Language) -> str:
    """Fri 27 Nov 14:00, of a naive local time"""
    return f"{near_day(value.date(), today, language)} {clock_time(value, language)}"


def near_period(starts: datetime, ends: datetime, today: date, language: Language) -> str:
    """Fri 27 Nov, 14:00–14:45, of naive local times less than a day apart"""
    hours = f"{clock_time(starts, language)}–{clock_time(ends, language)}"
    return f"{near_day(starts.date(), today, language)}, {hours}"


def days_late(days: int, language: Language) -> str:
    """1 day late, 3 dagen te laat"""
    return (
        counted(days, "day late", "days late")
        if language == Language.en
        else (counted(days, "dag te laat", "dagen te laat"))
    )


def postponed(times: int, language: Language) -> str:
    """postponed 2×, 2× uitgesteld; empty when it never was"""
    told = {Language.en: f"postponed {times}×", Language.nl: f"{times}× uitgesteld"}
    return told[language] if times else ""


def due_from(value: date, today: date, language: Language) -> str:
    """From `today`: today, tomorrow, Fri 4 Dec, 3 days late; vandaag, morgen, vr 4 dec, 3 dagen te laat"""
    away = (value - today).days
    if away < 0:
        return days_late(-away, language)
    near = {Language.en: ("today", "tomorrow"), Language.nl: ("vandaag", "morgen")}[language]
    return near[away] if away < len(near) else near_day(value, today, language)


def month(value: date, language: Language) -> str:
    """November 2026, november 2026"""
    return format_date(value, "LLLL y", locale=LOCALE[language])


def plain_day(value: date, language: Language) -> str:
    """27 Nov 2026, 27 nov 2026: as people type it"""
    return format_date(value, "d MMM y", locale=LOCALE[language])


def clock_time(value: time | datetime, language: Language) -> str:
    """14:00"""
    return format_time(value, "HH:mm", locale=LOCALE[language])


def length(minutes: int, language: Language) -> str:
    """45 min, 1 h 30 min, 2 uur"""
    hours, rest = divmod(minutes, 60)
    hour = "h" if language == Language.en else "uur"
    return " ".join(filter(None, (f"{hours} {hour}" if hours else "", f"{rest} min" if rest else "")))


def counted(count: int, one: str, many: str) -> str:
    """1 row, 3 rows"""
    return f"{count} {one if count == 1 else many}"


def city(zone: str, language: Language) -> str:
    """London, Londen of Europe/London; UTC+1 where there is none"""
    if zone.startswith("Etc/"):
        return zone_name(zone).removeprefix("Etc/")
    return get_timezone_location(zone, locale=LOCALE[language], return_city=True)


def zone_name(zone: str) -> str:
    """The IANA name, but UTC+1 of Etc/GMT-1, whose sign nobody expects"""
    fixed = zone.startswith("Etc/GMT")
    return "UTC" + zone.removeprefix("Etc/GMT").translate(OTHER_SIGN) if fixed else zone


class Names(NamedTuple):
    """Some people by name, and how many more there are."""

    names: list[str]
    more: int = 0


def people(who: Names, language: Language) -> str:
    """Priya, Sanne and 3 more; made safe."""
    more = {Language.en: f" and {who.more} more", Language.nl: f" en nog {who.more}"}[language]
    return ", ".join(map(esc, who.names)) + (more if who.more else "")


def some(names: Sequence[str], language: Language) -> str:
    """Priya, Sanne and Tom; of more than MOST the first."""
    if len(names) > MOST:
        return people(Names([*names[:MOST]], len(names) - MOST), language)
    return joined([*map(esc, names)], language)


def joined(safe: Sequence[str], language: Language) -> str:
    """All of them: Priya, Sanne en Tom"""
    both = {Language.en: " and ", Language.nl: " en "}[language]
    return both.join(filter(None, (", ".join(safe[:-1]), *safe[-1:])))
