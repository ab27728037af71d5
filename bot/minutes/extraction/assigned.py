"""Actions in a sentence that says at its end, or behind `by`, whose they are."""

import re

from bot.minutes.extraction.promises import is_known
from bot.notes.lines import is_statement, tidy
from bot.notes.people import NAME, NAMES, are_names
from bot.notes.tasks import Task, task

_LONGEST = 400
_ASSIGNED = re.compile(
    rf"\s*(?:[(\[](?:owner|actiehouder)[: ]\s*(?P<aside>{NAMES})[)\]]|(?:→|->|=>)\s*(?P<arrow>{NAMES})"
    rf"|,?\s\b(?:actie|aktie|action): (?P<mark>{NAMES})"
    r"|\b(?:staat|staan|komt|is) (?:op|on) (?:de |the )?(?:to-?do|actie)[- ]?(?:lijst|list)?"
    rf" (?:van|bij|of|for) (?P<list>{NAMES})"
    r"|(?: [–—-] |\s[(\[])(?P<signed>(?-i:[A-Z]{2,3}(?:[/,&]+ ?[A-Z]{2,3})*))[)\]]?"
    rf"|\s/\s(?P<slash>{NAMES}))\.?$",
    re.IGNORECASE,
)
_NEEDED = re.compile(r"\b(?:to be \w+|need(?:s|ed)?|must|should|required|moet(?:en)?|nodig)\b")
"""With one of these the letters of a name at the end say whose work it is, and not who said it."""
_BY = re.compile(
    r"\b(?:zal|zullen|(?:wordt|worden)(?![^.;]{0,150}\b(?:gevraagd|op(?:ge|ens)\w+|gemeld|verteld|aangegeven"
    r"|voorgesteld|toegelicht|uitgelegd|besproken|ingebracht|gesteld|ge(?:noemd|dragen|leid|steund)|beheerd"
    r"|goedgekeurd|vastgesteld|geopend|gesloten|bedankt|verzorgd|ondersteund|(?:voor)?gezeten)\b)"
    r"|(?:will|to) be(?! (?:\w+ly )?(?:chaired|led|supported|funded|replaced|covered|hosted|followed)\b))\b"
    rf"[^.;]{{0,150}}?\b(?P<by>(?:door|by) (?P<who>{NAME}(?:(?:,| and| en) (?=[A-Z@<]){NAME}){{0,4}}))"
    r"(?=[ .,;]|$)"
)
_TOLD = re.compile(
    r"\b(?:dat|die|omdat|wie|wat|that|which|who|whether|if|reported|appears?|seems?|asked|wants?"
    r"|(?:ha[sd]|have|needs?|was|were)(?= to))\b"
)
"""With one of these before it a passive tells of something, and gives no task."""
_ON_A_LIST = re.compile(r"\b(?:to-?do|a[ck]tie|action:)", re.IGNORECASE)


def assigned(sentence: str, known: frozenset[str]) -> Task | None:
    """A sentence that ends in whose it is: `The hall is booked (action: Ann)`, `zaal boeken → Jan`; or that
    says by whom it is to be done: `De zaal zal door Jan geboekt worden`."""
    doer = is_statement(sentence, _LONGEST) and (" door " in sentence or " by " in sentence)
    passive = _BY.search(sentence) if doer else None
    told = passive and _TOLD.search(sentence, 0, passive.start("by"))
    if passive and not told and is_known(passive["who"], known):
        said = f"{sentence[: passive.start('by')]}{sentence[passive.end() :].lstrip()}"
        return task(tidy(said), known, owner=passive["who"].rstrip("."))
    tail = max(0, len(sentence) - _LONGEST_TAIL)
    signed = any(sign in sentence for sign in ")]>→–—-/") or _ON_A_LIST.search(sentence)
    found = _ASSIGNED.search(sentence, tail) if signed and len(sentence) <= _LONGEST else None
    name = next(filter(None, found.groups())).rstrip(".") if found else ""
    if not found or not are_names(name, known) or not sentence[: found.start()].strip():
        return None
    if (found["signed"] or found["slash"]) and not (is_known(name, known) and _NEEDED.search(sentence)):
        return None
    return task(sentence[: found.start()], known, owner=name)


_LONGEST_TAIL = 90
