"""Date phrases as people write them in notes; `bot.dates` reads the date that they mean."""

import re

_WEEKDAY = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri"
    r"|(?:maan|dins|woens|donder|vrij|zater|zon)dag|ma|di|wo|do|vr"
)
_LONG_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:maan|dins|woens|donder|vrij|zater|zon)dag"
_MONTH = (
    r"(?:jan(?:uary|uari)?|feb(?:ruary|ruari)?|mar(?:ch)?|maart|mrt|apr(?:il)?|may|mei|june?|juni|july?|juli"
    r"|aug(?:ust|ustus)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"(?:,? (?:20)\d\d)?"
_PART = r"(?: (?:morning|afternoon|evening|ochtend|middag|avond|noon|eod))?"
_CLOCK = r"(?:,? (?:at |om )?\d{1,2}[:.]\d\d(?: uur)?)?"
_SOON = (
    r"(?:next|this|coming|the next|the following|volgende|komende|deze|aanstaande|aankomende"
    r"|het volgende|de volgende)"
)
_UNIT = (
    r"week|month|quarter|sprint|meeting|call|standup|session|year|maand|kwartaal|vergadering|overleg|keer"
    r"|bijeenkomst|jaar|bestuursvergadering|stuurgroep|steering group|board meeting"
)
_EXACT = (
    rf"\d{{4}}-\d\d-\d\d"
    rf"|(?:(?:{_WEEKDAY})\.?,? )?(?:the )?\d{{1,2}}(?:st|nd|rd|th|e)? (?:of )?{_MONTH}{_YEAR}"
    rf"|(?:(?:{_WEEKDAY})\.?,? )?{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b{_YEAR}"
    rf"|(?:(?:{_WEEKDAY})\.?,? )\d{{1,2}}[-/]\d{{1,2}}(?:[-/]\d{{2,4}})?"
)
_NUMERIC = r"\d{1,2}[-/.]\d{1,2}(?:[-/.](?:20)?\d\d)?"
_RELATIVE = (
    rf"{_SOON} (?:{_UNIT}|{_LONG_WEEKDAY})(?: (?:{_LONG_WEEKDAY}))?"
    rf"|(?:{_LONG_WEEKDAY}) (?:next week|a\.s\.|over een week)"
    rf"|(?:the )?end of (?:the |this |next )?(?:day|week|month|year|quarter|sprint|{_MONTH})"
    rf"|(?:het )?einde?(?: van)? (?:de |deze |volgende |het |dit )?(?:dag|week|maand|jaar|kwartaal"
    rf"|sprint|{_MONTH})"
    rf"|(?:begin|half|medio|mid|early|late) {_MONTH}"
    rf"|tomorrow{_PART}|today|tonight|overmorgen|morgen(?:ochtend|middag|avond)?|vandaag|vanavond|vanmiddag"
    rf"|eod|eow|cob|(?:week|wk) ?\d{{1,2}}|q[1-4](?: 20\d\d)?|the weekend|het weekend"
)
_DAY = rf"(?:{_LONG_WEEKDAY}){_PART}"
_SPAN = (
    r"(?:a|one|two|three|\d{1,2}|een|één|twee|drie) (?:days?|weeks?|months?|dagen|dag|weken|maanden|maand)"
)
_DATE = rf"(?:{_EXACT}|{_RELATIVE}|{_DAY}){_CLOCK}"
_LOOSE = rf"(?:{_EXACT}|{_RELATIVE}|{_NUMERIC}|(?:{_WEEKDAY})\b\.?|{_MONTH}{_YEAR}){_CLOCK}"
_BY = (
    r"(?:due(?: on| by| date)?:?|deadline:?|by|no later than|not later than|until|till|ultimately"
    r"|uiterlijk(?: op| voor)?|tot(?: en met)?|per|streefdatum:?|gereed:?|klaar:?)"
)
_BEFORE = r"(?:before|voor|vóór)"
"""A part of the phrase: it means a day earlier."""
_ON = r"(?:on|op|in|at|during|tijdens|for)"

_ALONE = re.compile(
    rf"(?:(?:{_BY}|{_ON}) )?(?P<due>(?:{_BEFORE} )?{_LOOSE}|(?:within|binnen) {_SPAN})", re.IGNORECASE
)
_TRAILING = re.compile(
    rf"(?:^|[\s,;(–—-])(?:{_BY} (?P<by>{_LOOSE})|(?P<before>{_BEFORE} {_LOOSE})"
    rf"|{_ON} (?P<on>{_DATE}|{_MONTH}{_YEAR})|(?P<within>(?:within|binnen) {_SPAN})"
    rf"|(?P<bare>{_RELATIVE}|{_DAY}))[\s.,;!)]*$",
    re.IGNORECASE,
)
_PART_OF = re.compile(r"(?:^|\s)(?:of|van|from|since|sinds)$", re.IGNORECASE)
"""A day behind it is a part of the text: `the agenda of Monday`."""
_INSIDE = re.compile(
    rf"(?:^|\s)(?:{_BY} (?P<by>{_DATE})|(?P<before>{_BEFORE} {_DATE})|in (?P<month>{_MONTH})"
    rf"|(?P<bare>{_RELATIVE}))(?=[\s,.;)])",
    re.IGNORECASE,
)
_STATES = re.compile(
    r"(?:is|are|was|were|will|would|has|have|had|zijn|waren|wordt|worden|zal|zou|zullen|heeft|hebben|hadden)\b",
    re.IGNORECASE,
)
"""Behind a date these tell of it, and order nothing."""
_LEADING = re.compile(rf"(?:(?:{_BY}|{_ON}) )?(?P<due>(?:{_BEFORE} )?{_DATE})[,:]?\s+(?=\S)", re.IGNORECASE)
_TAIL = 80
"""A date phrase at the end is looked for in so many last characters."""


def date_phrase(text: str) -> str | None:
    """The date in `text` when it is nothing but a date: `by Friday` is Friday."""
    found = _ALONE.fullmatch(text.strip(" .,;()")[:_TAIL])
    return found["due"].rstrip(".") if found else None


def split_due(text: str, inside: bool = True) -> tuple[str, str | None]:
    """`text` without the date phrase that ends it, and that phrase, or one `inside`, left where it is."""
    cut = max(0, len(text) - _TAIL)
    if ending := _TRAILING.search(text[cut:]):
        if ending["bare"] and _PART_OF.search(text[: cut + ending.start()]):
            return text, None
        due = _phrase_of(ending)
        rest = text[: cut + ending.start()].rstrip(" ,;(–—-")
        return (rest, due) if rest else (text, due)
    return text, _phrase_of(_INSIDE.search(text[:400])) if inside else None


def _phrase_of(found: re.Match[str] | None) -> str | None:
    return next(filter(None, found.groups())).rstrip(".") if found else None


def split_opening_due(text: str) -> tuple[str, str | None]:
    """`text` without the date phrase that opens it; a mere weekday stays, as in `Monday meeting: prepare`."""
    found = _INSIDE.match(text[:_TAIL])
    rest = text[found.end() :].lstrip(" ,") if found else ""
    return (rest, _phrase_of(found)) if rest[:1].isalnum() and not _STATES.match(rest) else (text, None)


def split_leading_due(text: str) -> tuple[str, str | None]:
    """`text` without the date phrase that opens it: `By Friday, Ann will call` is Ann will call."""
    found = _LEADING.match(text)
    return (text[found.end() :], found["due"]) if found else (text, None)
