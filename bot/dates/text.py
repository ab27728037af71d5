"""Readings and recurrences, said back; and why a date cannot be."""

from datetime import date, datetime
from typing import Literal

from bot.core.errors import InThePast, TooFar
from bot.core.language import Language
from bot.dates.reader import Ambiguous, Reading, Unreadable
from bot.dates.values import CODES
from bot.dates.vocabulary import ORDINALS
from bot.text import formats
from bot.text.sentences import Refusals, Speaker, code, said

WORKDAYS = ",".join(CODES[:5])
UNITS = {
    Language.en: {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"},
    Language.nl: {"DAILY": "dag", "WEEKLY": "week", "MONTHLY": "maand", "YEARLY": "jaar"},
}
PLURALS = {"dag": "dagen", "week": "weken", "maand": "maanden", "jaar": "jaar"}


def reading(value: Reading, today: date, language: Language) -> str:
    """Fri 27 Nov (wk 48) or Fri 27 Nov 14:00; a range as from – till; a recurrence with its first time."""
    start = _point(value.start, today, language) if value.start else ""
    if value.end:
        start = f"{start} – {_till(value, today, language)}"
    if value.slip:
        start += f" ({value.slip})"
    if not value.rrule:
        return start
    first = Speaker(language).say(en="first", nl="de eerste keer")
    return f"{recurrence(value.rrule, language)}, {first} {start}"


def _point(value: date | datetime, today: date, language: Language) -> str:
    if isinstance(value, datetime):
        return formats.near_moment(value, today, language)
    return formats.near_day_and_week(value, today, language)


def _till(value: Reading, today: date, language: Language) -> str:
    start, end = value.start, value.end
    assert end is not None
    if isinstance(end, datetime) and isinstance(start, datetime) and start.date() == end.date():
        return formats.clock_time(end, language)
    return _point(end, today, language)


def clock_change(change: Literal["skipped", "doubled"], language: Language) -> str:
    say = Speaker(language).say
    if change == "skipped":
        return say(
            en="the clock change skips this time, so it moves on",
            nl="de klok slaat deze tijd over, dus hij schuift op",
        )
    return say(
        en="the clock change doubles this time; the first is meant",
        nl="deze tijd komt door de klok twee keer voor; de eerste is bedoeld",
    )


def _either(it: Ambiguous, joined: str, language: Language) -> str:
    """With the years where they are not the same."""
    days = (_day(each.start) for each in it.readings if each.start)
    first = min(days, default=date.max)
    return joined.join(reading(each, first, language) for each in it.readings)


def _day(value: date | datetime) -> date:
    return value.date() if isinstance(value, datetime) else value


def _when(value: date | datetime, today: date, language: Language) -> str:
    if isinstance(value, datetime):
        return formats.near_moment(value, today, language)
    return formats.near_day(value, today, language)


REFUSALS = Refusals()
REFUSALS[Unreadable] = lambda say, it: say(
    en=f"I see no date in {code(it.phrase)}. Type `tomorrow`, `friday` or `in 2 weeks`.",
    nl=f"Ik zie geen datum in {code(it.phrase)}. Typ `morgen`, `vrijdag` of `over 2 weken`.",
)
REFUSALS[Ambiguous] = lambda say, it: say(
    en=f"{code(it.phrase)} can be {_either(it, ' or ', Language.en)}. Type the one you mean.",
    nl=f"{code(it.phrase)} kan {_either(it, ' of ', Language.nl)} zijn. Typ welke je bedoelt.",
)
REFUSALS[InThePast] = lambda say, it: say(
    en=f"{_when(it.when, it.today, Language.en)} has passed. Choose a later moment.",
    nl=f"{_when(it.when, it.today, Language.nl)} is voorbij. Kies een later moment.",
)
REFUSALS[TooFar] = lambda say, it: say(
    en=f"{_when(it.when, it.today, Language.en)} is too far off. "
    f"Choose {_when(it.last, it.today, Language.en)} at the latest.",
    nl=f"{_when(it.when, it.today, Language.nl)} is te ver weg. "
    f"Kies uiterlijk {_when(it.last, it.today, Language.nl)}.",
)


def recurrence(rule: str, language: Language) -> str:
    """every first Monday, elke 2 weken op dinsdag; of a rule that we do not know, the rule itself."""
    return _RecurrenceText(rule, language).text() or rule


class _RecurrenceText(Speaker):
    """A rule of RFC 5545 in words that `bot.dates.reader` reads back as the same rule."""

    def __init__(self, rule: str, language: Language) -> None:
        super().__init__(language)
        self.parts = dict(part.split("=", 1) for part in rule.split(";") if "=" in part)
        self.days, self.dates = self.parts.get("BYDAY", ""), self.parts.get("BYMONTHDAY", "")
        self.every = self.say(en="every", nl="elke")
        self.of_month = self.say(en="of the month", nl="van de maand")

    def text(self) -> str:
        """Empty for what is unknown."""
        said = self._cadence() if self.parts.get("FREQ") in UNITS[self.language] else None
        if said and "UNTIL" in self.parts:
            last = formats.plain_day(datetime.strptime(self.parts["UNTIL"][:8], "%Y%m%d"), self.language)
            said += self.say(en=f" until {last}", nl=f" tot en met {last}")
        if said and "COUNT" in self.parts:
            said += f" {self.parts['COUNT']} {self.say(en='times', nl='keer')}"
        return said or ""

    def _cadence(self) -> str | None:
        interval, when = int(self.parts.get("INTERVAL", 1)), self._when()
        if "BYWEEKNO" in self.parts:
            odd = not self.parts["BYWEEKNO"].startswith("2,")
            parity = self.say(en="odd", nl="oneven") if odd else "even"
            return f"{self.every} {parity} week {when or ''}".strip()
        if interval == 1 and (which := self._which()):
            return f"{self.every} {which}"
        unit = UNITS[self.language][self.parts["FREQ"]]
        if interval > 1:
            several = self.say(en=f"{unit}s", nl=PLURALS.get(unit, unit))
            cadence = f"{self.every} {interval} {several}"
        else:
            cadence = f"{'elk' if unit == 'jaar' else self.every} {unit}"
        return None if when is None else f"{cadence} {when}".strip()

    def _which(self) -> str:
        """Behind "every" alone: Monday, first Monday, last working day of the month; empty for another."""
        if "BYSETPOS" in self.parts or self.dates == "-1":
            counted = self._counted()
            return f"{counted} {self.of_month}" if counted else ""
        if self.parts["FREQ"] == "WEEKLY" and self.days:
            return self._working_day() if self.days == WORKDAYS else self._weekdays()
        numbered = self._numbered() if self.parts["FREQ"] == "MONTHLY" else ""
        # Every second Monday could be every other one.
        clear = not numbered or self.days[0] in "1-"
        return numbered if clear else f"{numbered} {self.of_month}"

    def _when(self) -> str | None:
        """Behind a cadence: on Monday, on the first Monday, on the 15th, on 1 May; None for another."""
        on, on_the = self.say(en="on", nl="op"), self.say(en="on the", nl="op de")
        if "BYMONTH" in self.parts:
            month = formats.month_name(int(self.parts["BYMONTH"]), self.language)
            if self.dates:
                return f"{on} {self.dates} {month}"
            numbered = self._numbered()
            return f"{on_the} {numbered} {self.say(en='of', nl='van')} {month}" if numbered else None
        if "BYSETPOS" in self.parts or self.dates == "-1":
            counted = self._counted()
            return f"{on_the} {counted}" if counted else None
        if self.dates:
            return self._listed(
                [f"{on_the} {date}{self._suffix(int(date))}" for date in self.dates.split(",")]
            )
        if self.parts["FREQ"] == "MONTHLY" and self.days:
            numbered = self._numbered()
            return f"{on_the} {numbered}" if numbered else None
        return f"{on} {self._weekdays()}" if self.days else ""

    def _weekdays(self) -> str:
        return self._listed([self._weekday(code) for code in self.days.split(",")])

    def _weekday(self, code: str) -> str:
        return formats.long_weekday(CODES.index(code), self.language)

    _working_day = said(en="working day", nl="werkdag")

    def _counted(self) -> str | None:
        if self.dates == "-1":
            return self.say(en="last day", nl="laatste dag")
        ordinal = self._ordinal(self.parts["BYSETPOS"].split(",")[0])
        return f"{ordinal} {self._working_day()}" if ordinal and self.days == WORKDAYS else None

    def _numbered(self) -> str:
        """First and third Monday; empty for another."""
        days = self.days.split(",")
        codes, ordinals = {day[-2:] for day in days}, [self._ordinal(day[:-2]) for day in days]
        return (
            f"{self._listed(ordinals)} {self._weekday(*codes)}" if len(codes) == 1 and all(ordinals) else ""
        )

    def _ordinal(self, number: str) -> str:
        first_five = self.say(en=ORDINALS[0], nl=ORDINALS[1]).split()[:5]
        names = dict(zip("12345", first_five, strict=True)) | {"-1": self.say(en="last", nl="laatste")}
        return names.get(number, "")

    def _listed(self, names: list[str]) -> str:
        return f" {self.say(en='and', nl='en')} ".join(filter(None, [", ".join(names[:-1]), names[-1]]))

    def _suffix(self, day: int) -> str:
        english = "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
        return self.say(en=english, nl="e")
