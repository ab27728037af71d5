"""Date phrases as people write them in notes; what day they mean is read once it is known when that was."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from functools import lru_cache

from bot.core.language import Language
from bot.dates import reader
from bot.dates.due import coming_days, read_due
from bot.dates.lexicon import dated_words
from bot.dates.reader import Ambiguous, Unreadable
from bot.text.words import SECOND_HALVES, VERBS_EN, VERBS_NL_PRESENT, is_infinitive, is_work_nl

SUNDAY = datetime(2020, 1, 5, 12, tzinfo=UTC)
"""Notes say nothing of when they were made, so a phrase is found as if it were some years ago."""
_HELD = r"(?:[a-z]{0,12}vergadering|[a-z]{0,12}overleg|bijeenkomst|alv)"
_EVENT = (
    rf"(?:(?:vóór|uiterlijk(?: op)?) (?:de |het ){_HELD}|"
    r"(?:(?:before|by|voor|vóór|at|in|on|op|until|till|tot|uiterlijk|for) )?(?:the |de |het )?"
    r"(?:(?:next|this|coming|following|volgende?|eerstvolgende?|komend|komende|deze|aanstaande|aankomende"
    r"|end of(?: the| this| next)?|einde?(?: van)?(?: de| deze| volgende| het)?) )"
    rf"(?:sprint|meeting|call|standup|session|{_HELD}|keer|stuurgroep|steering group|board meeting))"
)
"""What only those who were there can tell the day of."""
_WRITTEN = re.compile(
    r"\d{1,2}[-/.]\d{1,2}[-/.](?:20)?\d\d|\d{4}-\d\d-\d\d|(?:uiterlijk|voor|vóór|by) \d{1,2}[-/]\d{1,2}"
)
"""Also one that cannot be, such as 32-13-2026, is meant as a date."""
_NUMBERS_LAST = re.compile(
    r"[ ,;(–—-]+(?P<due>(?:(?:by|before|due|on|for|until|uiterlijk|voor|vóór|op|tot) )?"
    r"\d{1,2}([/-])\d{1,2}\2(?:20)?\d\d)[).]*$"
)
_OF_EVENT = re.compile(
    r" (?:meeting|workshop|session|conference|event|agm|fair|vergadering|overleg|bijeenkomst)\b"
)
"""Behind a date: it says which, and not when something is due."""
_ON_A_DAY = re.compile(
    r"(?:(?:on|by|before|op|voor|vóór) )?(?:\w+day|tonight|tomorrow|today|\w+dag|morgen|vanavond)",
    re.IGNORECASE,
)
_BEHIND_DAY = re.compile(r" (?:with|to|and|so|at|for|met|aan|naar|en|zodat)\b")
"""Inside a sentence a mere day is plain where it goes on so: `mail it on Friday to all`."""
_ALONE = re.compile(_EVENT, re.IGNORECASE)
_NEXT = re.compile(r"\b(?:next|following|volgende?|eerstvolgende?|komende?)\b", re.IGNORECASE)
_BEFORE_A_DAY = re.compile(r"\b(?:voor|vóór|uiterlijk|before|by) \d{1,2} [^\W\d_]{3,9}\b", re.IGNORECASE)
_TRAILING = re.compile(
    rf"(?:^|[\s,;(–—-])(?:(?:deadline|due):? )?(?P<due>{_EVENT})[\s.,;!)]*$", re.IGNORECASE
)
_LEAD = re.compile(
    r"(?:due(?: on| by| date)?:?|deadline:?|by|no later than|not later than|until|till"
    r"|ultimately|uiterlijk(?: op| voor)?|tot(?: en met)?|streefdatum:?|gereed:?|klaar:?|on|op|at|during"
    r"|tijdens|for)\s+(?=.*[^\W\d_]|\d{4})",
    re.IGNORECASE,
)
"""Of a day that is written in numbers it stays: "uiterlijk 4-12" leaves no doubt that this is a date."""
_VERB_AT_END = re.compile(
    r"(?: (?:uit|aan|op|af|in|mee|door|terug|na|toe|over|bij)(?= te ))?( te)? ([a-zé]+)$"
)
_DONE_AT_END = re.compile(r"(?:[a-z]{0,6}ge|be|ver|ont|her)[a-z]+[dt]").fullmatch
"""Behind `wordt` or `worden`: `geverfd`, `opgehaald`, `besteld`."""
_STATES = re.compile(
    r"(?:is|are|was|were|will|would|has|have|had|zijn|waren|wordt|worden|zal|zou|zullen|heeft|hebben|hadden)\b",
    re.IGNORECASE,
)
"""Behind a date these tell of it, and order nothing."""
_UNENDED = (" de", " het", " een", " the", " a")
"""A phrase that ends so goes on."""
_TAIL = 80
"""A date phrase alone has at most so many characters."""


def date_phrase(text: str) -> str | None:
    """The date in `text` when it is nothing but a date: `by Friday` is Friday."""
    phrase = text.strip(" .,;()")
    if not phrase or len(phrase) > _TAIL or phrase.isdigit() or phrase.lower().endswith(_UNENDED):
        return None
    dated = (any(map(str.isdigit, phrase)) or dated_words(phrase)) and reader.read_in(
        list(Language), phrase, SUNDAY, "UTC"
    )
    return _bare(phrase) if dated or _WRITTEN.fullmatch(phrase) or _ALONE.fullmatch(phrase) else None


def names_next_meeting(phrase: str) -> bool | None:
    """Whether it means before the next meeting, or on its day; None for other phrases."""
    named = _ALONE.fullmatch(phrase) and _NEXT.search(phrase)
    return phrase.lower().startswith(("before", "voor", "vóór")) if named else None


def _is_object(phrase: str) -> bool:
    """Whether a meeting is named as what work is about: `the next meeting`, not `before the next meeting`."""
    return phrase.lower().startswith(("the ", "de ", "het ")) and names_next_meeting(phrase) is not None


def split_due(text: str, inside: bool = True) -> tuple[str, str | None]:
    """`text` without its date phrase, and that phrase; one `inside` too, where that plainly is one."""
    if ending := _TRAILING.search(text, max(0, len(text) - _TAIL)):
        rest = text[: ending.start()].rstrip(" ,;(–—-")
        if _is_object(ending["due"]) and rest.rpartition(" ")[2].lower() in VERBS_EN | VERBS_NL_PRESENT:
            return text, None  # `chair the next meeting`
        return (text if rest.endswith((" naar", " tijdens")) else rest or text), _bare(ending["due"])
    numbered = text[-12:].rstrip(" ).")[-1:].isdigit()
    if numbered and (numbers := _NUMBERS_LAST.search(text, max(0, len(text) - _TAIL))):
        return text[: numbers.start()] or text, _bare(numbers["due"])
    if not dated_words(text):
        return text, None
    found = _found(text)
    behind = text.find(found.phrase) + len(found.phrase)
    if found.phrase and _OF_EVENT.match(text, behind):
        return text, None
    at_end = text.rstrip(" .,;!)").endswith(found.phrase)
    led = at_end and found.phrase.startswith(("voor ", "by "))  # at the end of an item no amount of anything
    if not found.phrase and inside and (day := _BEFORE_A_DAY.search(text)) and date_phrase(day.group()):
        return (text[: day.start()].rstrip() + text[day.end() :]).strip(), _bare(day.group())
    sure = found.sure or led or (inside and _BEFORE_A_DAY.match(found.phrase))
    sure = sure or (inside and _ON_A_DAY.fullmatch(found.phrase) and _BEHIND_DAY.match(text, behind))
    if not found.phrase or not sure or not (inside or at_end) or _RECURS.search(found.phrase):
        return text, None
    return (found.rest or text), _bare(found.phrase)


@lru_cache(maxsize=1024)
def _found(text: str) -> reader.Split:
    """A line is looked at from several sides, and notes twice where the first time tells more names."""
    return reader.split_in(list(Language), text, SUNDAY, "UTC")


def split_due_by_verb(text: str) -> tuple[str, str | None]:
    """`text` without the date behind the Dutch verb that opens it or its part behind `en` (`belt morgen de
    drukker`), or before the verb, or its second half, at the end: `het verslag morgen sturen`; or that opens
    an order which ends in its verb: `voor de volgende keer de drukker bellen`."""
    words = text.split(" ")
    parts = (0, *(before + 1 for before, word in enumerate(words) if word == "en"))
    verbs = [place + 1 for place in parts[:_MOST_VERBS] if _may_be_verb(words[place : place + 1])]
    for first in [0, *verbs] if is_infinitive(words[-1]) else verbs:
        behind = next((place for place in range(first, len(words)) if words[place] not in _IT), first)
        for start in range(first, behind + 1):
            if found := _dated_from(words, start):
                return found
    ends = _VERB_AT_END.search(text[-_TAIL:])
    if ends and (ends[1] or ends[2] in SECOND_HALVES or is_infinitive(ends[2]) or _DONE_AT_END(ends[2])):
        rest, due = split_due(text[: -len(ends[0])], inside=False)
        return (f"{rest}{ends[0]}", due) if due else (text, None)
    return text, None


def _dated_from(words: Sequence[str], start: int) -> tuple[str, str] | None:
    """The words without the date phrase that begins at `start`, and that; a name may be a month's."""
    opening = " ".join(words[start : start + 3])
    told = dated_words(opening) or _NEXT.search(opening)
    if opening[:1].isupper() or not told:
        return None
    for end in range(min(start + 4, len(words) - 1), start, -1):
        if (
            words[end - 1] != "zo"
            and (due := date_phrase(" ".join(words[start:end])))
            and not _is_object(due)
        ):  # `zo snel mogelijk`
            return " ".join([*words[:start], *words[end:]]), due
    return None


_RECURS = re.compile(r"(?:dage|weke|maande|jaar)lijks|daily|weekly|monthly|yearly", re.IGNORECASE)
"""What recurs is due on no one day."""


def _may_be_verb(word: Sequence[str]) -> bool:
    return bool(word) and (word[0] in ("komt", *VERBS_NL_PRESENT) or is_work_nl(word[0], several=True))


_IT, _MOST_VERBS = frozenset("dat dit het deze die hem ze er nog ook hier daar hierover".split()), 4


def day_of(phrase: str, held_on: date, languages: Sequence[Language], past: bool = False) -> date | None:
    """As said on the day `held_on`; None for what cannot be read, has two meanings or, but for `past`, lies
    before it. On a Friday a meeting says "Friday" of the next."""
    if _RECURS.search(phrase):
        return None
    try:
        day = read_due(phrase, datetime.combine(held_on, time(12), UTC), "UTC", list(languages))
    except Ambiguous as several:
        today, *later = coming_days(several.readings, held_on) or [None]
        return later[0] if today == held_on and len(later) == 1 else None
    except Unreadable:
        return None
    return day if past or day >= held_on else None


def split_opening_due(text: str) -> tuple[str, str | None]:
    """`text` without the date phrase that opens it; a mere weekday stays, as in `Monday meeting: prepare`."""
    rest, due = split_due(text)
    return (rest, due) if due and text.endswith(rest) and not _STATES.match(rest) else (text, None)


def _bare(phrase: str) -> str:
    lead = _LEAD.match(phrase)
    return phrase[lead.end() if lead else 0 :].strip(" .,;:()")
