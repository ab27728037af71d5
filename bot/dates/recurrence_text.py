"""What repeats, in words that `bot.dates.reader` reads back as the same rule."""

from dataclasses import dataclass
from datetime import datetime

from bot.core.language import Language
from bot.text.formats import long_weekday, month_name

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WORKDAYS = "MO,TU,WE,TH,FR"


@dataclass(frozen=True)
class Words:
    language: Language
    every: str
    units: dict[str, tuple[str, str]]
    """Of a frequency: one, several."""
    ordinals: dict[int, str]
    working_day: str
    last_day: str
    of: str
    of_month: str
    on: str
    on_the: str
    on_day: str
    joined: str
    even: str
    odd: str
    until: str
    times: str

    def day(self, code: str) -> str:
        return long_weekday(CODES.index(code), self.language)


ENGLISH = Words(
    language=Language.en,
    every="every",
    units={
        "DAILY": ("day", "days"),
        "WEEKLY": ("week", "weeks"),
        "MONTHLY": ("month", "months"),
        "YEARLY": ("year", "years"),
    },
    ordinals={1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last"},
    working_day="working day",
    last_day="last day",
    of="of",
    of_month="of the month",
    on="on {}",
    on_the="on the {}",
    on_day="on the {}{}",
    joined="and",
    even="every even week",
    odd="every odd week",
    until="until {}",
    times="{} times",
)
DUTCH = Words(
    language=Language.nl,
    every="elke",
    units={
        "DAILY": ("dag", "dagen"),
        "WEEKLY": ("week", "weken"),
        "MONTHLY": ("maand", "maanden"),
        "YEARLY": ("jaar", "jaar"),
    },
    ordinals={1: "eerste", 2: "tweede", 3: "derde", 4: "vierde", 5: "vijfde", -1: "laatste"},
    working_day="werkdag",
    last_day="laatste dag",
    of="van",
    of_month="van de maand",
    on="op {}",
    on_the="op de {}",
    on_day="op de {}e",
    joined="en",
    even="elke even week",
    odd="elke oneven week",
    until="tot en met {}",
    times="{} keer",
)
WORDS = {Language.en: ENGLISH, Language.nl: DUTCH}


def recurrence(rule: str, language: Language) -> str:
    """every first Monday, elke 2 weken op dinsdag; of a rule that we do not know, the rule itself."""
    words, parts = WORDS[language], dict(part.split("=", 1) for part in rule.split(";") if "=" in part)
    said = _said(parts, words)
    if said is None:
        return rule
    if "UNTIL" in parts:
        last = datetime.strptime(parts["UNTIL"][:8], "%Y%m%d")
        said += f" {words.until.format(f'{last:%d-%m-%Y}')}"
    return f"{said} {words.times.format(parts['COUNT'])}" if "COUNT" in parts else said


def _said(parts: dict[str, str], words: Words) -> str | None:
    freq, interval = parts.get("FREQ", ""), int(parts.get("INTERVAL", 1))
    if freq not in words.units:
        return None
    if "BYWEEKNO" in parts:
        which = words.even if parts["BYWEEKNO"].startswith("2,") else words.odd
        return f"{which} {_when(parts, words) or ''}".strip()
    if interval == 1 and (which := _which(parts, words)):
        return f"{words.every} {which}"
    one, several = words.units[freq]
    every = "elk" if one == "jaar" else words.every
    cadence = f"{every} {one}" if interval == 1 else f"{words.every} {interval} {several}"
    when = _when(parts, words)
    return f"{cadence} {when}".strip() if when is not None else None


def _which(parts: dict[str, str], words: Words) -> str:
    """Behind "every" alone: Monday, first Monday, last working day of the month; empty for anything else."""
    days = parts.get("BYDAY", "")
    if "BYSETPOS" in parts or parts.get("BYMONTHDAY") == "-1":
        counted = _counted(parts, words)
        return f"{counted} {words.of_month}" if counted else ""
    if parts["FREQ"] == "WEEKLY" and days:
        return words.working_day if days == WORKDAYS else _weekdays(days, words)
    numbered = _numbered(days, words) if parts["FREQ"] == "MONTHLY" and days else ""
    # Every second Monday could be every other one.
    clear = not numbered or days[0] in "1-"
    return numbered if clear else f"{numbered} {words.of_month}"


def _when(parts: dict[str, str], words: Words) -> str | None:
    """Behind a cadence: on Monday, on the first Monday, on the 15th, on 1 May; None for what is unknown."""
    days, dates = parts.get("BYDAY", ""), parts.get("BYMONTHDAY", "")
    if "BYMONTH" in parts:
        month = month_name(int(parts["BYMONTH"]), words.language)
        if dates:
            return words.on.format(f"{dates} {month}")
        numbered = _numbered(days, words) if days else ""
        return words.on_the.format(f"{numbered} {words.of} {month}") if numbered else None
    if "BYSETPOS" in parts or dates == "-1":
        counted = _counted(parts, words)
        return words.on_the.format(counted) if counted else None
    if dates:
        return _listed([words.on_day.format(date, _suffix(int(date))) for date in dates.split(",")], words)
    if not days:
        return ""
    if parts["FREQ"] == "MONTHLY":
        numbered = _numbered(days, words)
        return words.on_the.format(numbered) if numbered else None
    return words.on.format(_weekdays(days, words))


def _weekdays(days: str, words: Words) -> str:
    return _listed([words.day(day) for day in days.split(",")], words)


def _counted(parts: dict[str, str], words: Words) -> str | None:
    if parts.get("BYMONTHDAY") == "-1":
        return words.last_day
    ordinal = words.ordinals.get(int(parts["BYSETPOS"].split(",")[0]))
    return f"{ordinal} {words.working_day}" if ordinal and parts.get("BYDAY") == WORKDAYS else None


def _numbered(days: str, words: Words) -> str:
    """First and third Monday."""
    codes = {day[-2:] for day in days.split(",")}
    ordinals = [words.ordinals.get(int(day[:-2] or 0), "") for day in days.split(",")]
    if len(codes) != 1 or not all(ordinals):
        return ""
    return f"{_listed(ordinals, words)} {words.day(codes.pop())}"


def _listed(names: list[str], words: Words) -> str:
    return f"{', '.join(names[:-1])} {words.joined} {names[-1]}" if len(names) > 1 else names[0]


def _suffix(day: int) -> str:
    return "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
