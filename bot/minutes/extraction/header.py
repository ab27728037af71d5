"""What notes say of the meeting as a whole: its title, the day on which it was, and when the next one is."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

from bot.core.language import Language
from bot.dates import reader
from bot.minutes.extraction.sections import kind_of_section
from bot.notes.cells import plain_date
from bot.notes.dues import day_of
from bot.notes.lines import Line, bare, tidy
from bot.notes.markers import is_marked_item
from bot.notes.parties import presence
from bot.notes.speakers import label_of
from bot.notes.words import AGENDA_HEADINGS, PLAIN_HEADINGS

_TITLES = frozenset("title titel meeting vergadering overleg subject onderwerp bijeenkomst".split())
_DATES = ("date", "datum", "when", "wanneer", "held on", "gehouden op", "day", "dag", "meeting date")
_MONTH = (
    "jan(?:uar[iy])?|feb(?:ruar[iy])?|ma(?:r(?:ch)?|art)|mrt|apr(?:il)?|ma?ei|may|ju[nl][iey]?|aug(?:ustus|ust)?"
    "|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_WEEKDAY = "mon|tue|wed|thu|fri|sat|sun|maan|dins|woens|donder|vrij|zater|zon"
_DAY = re.compile(
    rf"(?<![\d.,/-])(?P<weekday>(?:{_WEEKDAY})\w*,? )?"
    rf"(?:(?P<iso>\d{{4}})[-/.](?:\d{{1,2}}|{_MONTH})[-/.]\d{{1,2}}"
    r"|\d{1,2}[-/.]\d{1,2}[-/.](?P<slashed>\d{4}|\d\d)"
    rf"|\d{{1,2}}(?:st|nd|rd|th|e)?[ -](?:of )?(?:{_MONTH})\b\.?,?(?:[ -](?P<behind>\d{{4}}))?"
    rf"|(?:{_MONTH})\.? {{1,2}}\d{{1,2}}(?:st|nd|rd|th)?\b,?(?: \d\d:\d\d:\d\d(?= \d{{4}}))?"
    r"(?: (?P<last>\d{4}))?)(?![\d/])",
    re.IGNORECASE,
)
_MONTH_WITHIN = re.compile(r"(\d{4})-([A-Za-z]+)-(\d{1,2})")
"""`2026-May-12`"""
_CLOCK = re.compile(r" \d\d:\d\d:\d\d")
_OPENING = 30
"""Lines that say something, among which the day of the meeting stands."""
_FIRST_TYPED = 3
_NEXT = re.compile(
    r"\b(?:next|following|upcoming|volgende?|eerstvolgende?|nieuwe?) (?:\w+ )?(?:meeting|call|session|telecon"
    r"|\w*vergadering|\w*overleg|bijeenkomst|afspraak|sessie|alv|keer)\b",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"meeting|\bcall\b|notes|minutes|\bheld\b|overleg|vergadering|notulen|verslag|bijeenkomst|afspraken"
    r"|gehouden|gisteren|yesterday",
    re.IGNORECASE,
)
_FIELD = re.compile(r"[\s:–—-]*(?:(?:date(?:[ /&]+time)?|datum(?: en tijd)?)\b[\s:–—-]*)?", re.IGNORECASE)
_TYPED = re.compile(r"\w+ ?\+|[#/!]\w")
"""`present+`, `#topic`"""
_STARTED = re.compile(r"[#!/](?:startmeeting|meetingname|meetingtopic) +(\S[^.]{2,119})", re.IGNORECASE)
_LONGEST_TITLE = 120
_TERM = re.compile(r"\b(?:by|before|until|till|due|uiterlijk|v[oó]{2}r|tot|tegen)[ :]*$", re.IGNORECASE)
"""In front of a day: then something must be done, and nobody met."""
_APPROVED = re.compile(
    r"\b(?:approved|accepted|adopted|goedgekeurd|vastgesteld) (?:by|at|in|on|tijdens|door|op)\b",
    re.IGNORECASE,
)
"""Before the day on which the minutes were."""
_EARLIER = re.compile(
    r"\b(?:previous|prior|vorige|approv|accept|adopt|confirm|corrections|matters arising|vaststell|goedkeur"
    r"|goedgekeurd|vastgesteld|naar aanleiding|n\.a\.v\.)\w*\b"
    r"[^.;]*\b(?:minutes|meeting|notulen|\w*verslag|vergadering|overleg|actielijst)\b[^.;]*$",
    re.IGNORECASE,
)
_THEIRS = re.compile(r"\b(?:minutes|notulen|\w*verslag|actielijst)\b[^.;]*$", re.IGNORECASE)
_ADOPTED = re.compile(
    r"[^.;]*\b(?:were|was|are|is|been|worden|werden|wordt|werd|zijn)\b[^.;]*"
    r"\b(?:approved|accepted|adopted|agreed|confirmed|signed|vastgesteld|goedgekeurd|akkoord|doorgenomen)\b",
    re.IGNORECASE,
)
"""What is said of the minutes of an earlier meeting: before its day, and behind."""
_HALF_A_YEAR = timedelta(days=183)
_LONG_AGO = date(1970, 1, 1)
"""A day with its year is the same whenever it is read."""


def title_of(lines: Sequence[Line]) -> str:
    """What is named the title, else the first line or heading that is no list, no field and no sentence."""
    opening = [line for line in lines if line.text][:_OPENING]
    for line in opening:
        label = label_of(line.text, any_label=True)
        if label and bare(label[0]) in _TITLES and line.text[label[1] :].strip():
            return line.text[label[1] :].strip(" \"'")
    for started in filter(None, (_STARTED.match(line.text) for line in opening if line.nick)):
        return started[1].strip()
    told = (line for line in opening if not _APPROVED.search(line.text))
    first = next((line for line in told if bare(line.text) not in PLAIN_HEADINGS), None)
    if first and not first.heading and not _may_be_title(first):
        first = next((line for line in opening if 0 < line.heading <= 2), None)
    return first.text.strip() if first and _may_be_title(first) else ""


def _may_be_title(line: Line) -> bool:
    label = label_of(line.text, any_label=True)
    named = bare(label[0] if label else line.text)
    other = named in AGENDA_HEADINGS or named in _DATES or presence(named) is not None
    said = (
        line.speaker
        or line.bullet
        or len(line.text) > _LONGEST_TITLE
        or line.text.endswith((",", ".", "?", ":"))
        or line.text.startswith("|")
    )
    said = said or _TYPED.match(line.text) is not None
    return not (other or said or is_marked_item(line.text) or kind_of_section(bare(line.text), True))


def names_meeting(text: str) -> bool:
    """Whether `text` has a word for the meeting itself, or a date, as its title has."""
    return _MEETING.search(text) is not None or _DAY.search(text) is not None


def held_on(lines: Sequence[Line], today: date | None, languages: Sequence[Language]) -> date | None:
    """The day up to `today` that the opening lines name: in a field, else in the title, else with its year
    beside a word for the meeting. Without a year it is the last such day, if `today` is known; where no word
    tells that it is the meeting's, only if the next one is no nearer."""
    written = [line for line in lines if line.text and not (line.nick or line.speaker)]
    opening = [line for line in written if not is_marked_item(line.text)][:_OPENING]
    typed = [line for line in lines if line.text and line.nick][:_OPENING]
    fields = [line for line in [*opening, *typed] if _is_date_field(line.text)]
    beneath = [after for line, after in pairwise(lines) if bare(line.text) in _DATES]
    prose = [line for line in opening if not line.bullet]
    heads = prose[:3] + [line for line in prose if line.heading][:1]
    told = [line for line in [*prose, *typed[:_FIRST_TYPED]] if _MEETING.search(line.text)]
    for found, dated in ((fields + beneath, False), (heads, False), (told, True)):
        for day in _days(found, today, dated, languages):
            if not today or day <= today:
                return day
    return None


def _is_date_field(text: str) -> bool:
    label = label_of(text.lstrip("| "), any_label=True)
    return bare(label[0] if label else text.strip("| ").partition("|")[0]).startswith(_DATES)


def _days(
    lines: Iterable[Line], today: date | None, dated: bool, languages: Sequence[Language]
) -> Iterator[date]:
    """The days in `lines`; only those with their year where it must be `dated`."""
    for line in lines:
        if _NEXT.search(line.text):
            continue
        text = line.text[:400].replace("|", " ")
        for found in _DAY.finditer(text):
            if _of_another(text[: found.start()], text[found.end() :]):
                continue
            years = range(today.year, today.year - 2, -1) if today and not dated else ()
            phrase = _MONTH_WITHIN.sub(r"\3 \2 \1", found.group())
            phrase = _CLOCK.sub("", phrase.removeprefix(found["weekday"] or ""))
            written = found["iso"] or found["slashed"] or found["behind"] or found["last"]
            phrases = [plain_date(phrase)] if written else [f"{phrase} {year}" for year in years]
            if found["slashed"] and found["weekday"]:  # which tells the day from the month
                phrases += [f"{found['weekday']}{phrase}"]
            days = filter(None, (day_of(phrase, _LONG_AGO, languages, past=True) for phrase in phrases))
            sure = written or _MEETING.search(text) or _is_date_field(line.text)
            yield from (day for day in days if sure or (today and today - day < _HALF_A_YEAR))


def _of_another(before: str, behind: str) -> bool:
    """Whether the day between them is a term, or that of other minutes or of their approval."""
    earlier = _EARLIER.search(before) or (_THEIRS.search(before) and _ADOPTED.match(behind))
    return bool(earlier or _TERM.search(before) or _APPROVED.search(before))


def next_meeting(lines: Sequence[Line], held: date | None, languages: Sequence[Language]) -> str | None:
    """When the next meeting is: as ISO 8601 where that is clear, else as it is written."""
    written = [line for line in lines if line.text]
    for line, after in zip(written, [*written[1:], None], strict=False):
        named = _NEXT.search(line.text[:120])
        if named is None:
            continue
        said = _FIELD.sub("", line.text[named.end() :], count=1).strip()
        label = line.heading or line.text.endswith(":") or not said
        said = after.text if label and after and not said else said
        moment = _moment(said[:200], held, languages)
        if moment or (said and (line.heading or ":" in line.text[named.end() :][:3])):
            return moment or tidy(said)
    return None


def _moment(text: str, held: date | None, languages: Sequence[Language]) -> str | None:
    at = datetime.combine(held or date(2020, 1, 5), time(12), UTC)
    found = reader.split_in(list(languages), text, at, "UTC")
    if not found.readings:
        written = _DAY.search(text)
        day = day_of(written.group(), held, languages) if written and held else None
        return day.isoformat() if day else None
    start = found.readings[0].start
    certain = held is not None or re.search(r"\b\d{4}\b", found.phrase)
    if start is None or len(found.readings) > 1 or not certain:
        return found.phrase
    return start.isoformat(timespec="minutes") if isinstance(start, datetime) else start.isoformat()
