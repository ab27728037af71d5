"""Actions in a sentence that says at its end, behind `by` or in a clause whose they are, or has several."""

import re

from bot.minutes.extraction.promises import is_known, promise
from bot.notes.lines import is_statement, tidy
from bot.notes.people import NAME, NAMES, are_names, looks_like_name, split_names
from bot.notes.speakers import is_work
from bot.notes.tasks import Task, task
from bot.text.words import SECOND_HALVES, VERBS_NL, VERBS_NL_PRESENT

_LONGEST = 400
_ASSIGNED = re.compile(
    rf"\s*(?:[(\[](?:owner|actiehouder)[: ]\s*(?P<aside>{NAMES})[)\]]|(?:→|->|=>|>>)\s*(?P<arrow>{NAMES})"
    rf"|,?\s\b(?:actie|aktie|action): (?P<mark>{NAMES})"
    r"|\b(?:staat|staan|komt|is) (?:op|on) (?:de |the )?(?:to-?do|actie)[- ]?(?:lijst|list)?"
    rf" (?:van|bij|of|for) (?P<list>{NAMES})"
    r"|(?: [–—-] |\s[(\[])(?P<signed>(?-i:[A-Z]{2,3}(?:[/,&]+ ?[A-Z]{2,3})*))[)\]]?"
    rf"|\s/\s(?P<slash>{NAMES})|:\s(?P<last>{NAMES}))\.?$",
    re.IGNORECASE,
)
_NEEDED = re.compile(r"\b(?:to be \w+|need(?:s|ed)?|must|should|required|moet(?:en)?|nodig)\b")
"""With one of these the letters of a name at the end say whose work it is, and not who said it."""
_BY = re.compile(
    r"\b(?:zal|zullen|(?:wordt|worden)(?![^.;]{0,150}\b(?:gevraagd|op(?:ens|ge(?:merkt|geven|richt|somd))\w*|gemeld|verteld|aangegeven"
    r"|voorgesteld|toegelicht|uitgelegd|besproken|ingebracht|gesteld|ge(?:noemd|dragen|leid|steund)|beheerd"
    r"|goedgekeurd|vastgesteld|geopend|gesloten|bedankt|verzorgd|ondersteund|(?:voor)?gezeten)\b)"
    r"|(?:will|to|should|must) be"
    r"(?! (?:\w+ly )?(?:chaired|led|supported|funded|replaced|covered|hosted|followed)\b))\b"
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
    signed = any(sign in sentence for sign in ")]>→–—-/:") or _ON_A_LIST.search(sentence)
    found = _ASSIGNED.search(sentence, tail) if signed and len(sentence) <= _LONGEST else None
    name = next(filter(None, found.groups())).rstrip(".") if found else ""
    if not found or not are_names(name, known) or not sentence[: found.start()].strip():
        return None
    if (found["signed"] or found["slash"]) and not (is_known(name, known) and _NEEDED.search(sentence)):
        return None
    if found["last"] and not (is_known(name, known) and is_work(sentence[: found.start()])):
        return None
    return task(sentence[: found.start()], known, owner=name)


_LONGEST_TAIL = 90


def promises(sentence: str, known: frozenset[str]) -> list[Task]:
    """The tasks of all who are named: `Ann will call the printer and Bo brings the cake`; else empty."""
    ends = [end for end in _TOO.finditer(sentence[:_LONGEST]) if _acts(end, known)]
    starts = [0, *(end.end() for end in ends)]
    parts = zip(starts, [*(end.start() for end in ends), len(sentence)], strict=True)
    first, *more = [sentence[start:end] for start, end in parts]
    same = [_by_same_verb(each, known) for each in more]
    listed = len(ends) == 1 and ends[0].group().strip() == "," and not any(same)  # it may be one task
    others = [promise(each, known) or too for each, too in zip(more, same, strict=True)]
    several = [promise(first, known), *others] if more and not listed else []
    found = [each for each in several if each]
    if found and (all(several) or len(found) > 1 < len(ends)):
        return found
    one = promise(sentence, known)
    return [one] if one else []


def _acts(begins: re.Match[str], known: frozenset[str]) -> bool:
    """Whether somebody known stands there, or one who will do something."""
    will = _WILL.match(begins.string, begins.end(1))
    return is_known(begins[1], known) or (will is not None and looks_like_name(begins[1], known))


def _by_same_verb(part: str, known: frozenset[str]) -> Task | None:
    """What another does too: `Ann regelt de zaal, Bo de tent`."""
    name, *rest = part.split(" ")
    same = not _BEFORE_THINGS.isdisjoint(rest[:1]) and name.lower() in known and rest[-1][:1].islower()
    return task(" ".join(rest), known, name) if same else None


_TOO = re.compile(r"(?:,? en|,? and|,|;| terwijl| while) (?=([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?) [a-zé])")
_WILL = re.compile(r" (?:will|(?:agreed|offered|volunteered) to) ")
_BEFORE_THINGS = frozenset("de het een alle over voor met".split())


def promise_in_clause(text: str, known: frozenset[str]) -> Task | None:
    """What somebody will do in the order of a clause: `besloten is dat Jan de drukker zal bellen`, `dat Jan
    de offerte opvraagt`."""
    found = _IN_CLAUSE.search(text)
    if not found or not are_names(who := found["who"], known):
        return None
    if modal := found["modal"]:
        known = known.union(map(str.lower, split_names(who)))
        return promise(f"{who} {modal} {found['what']} {found['verb']}{found['rest']}", known)
    works = VERBS_NL if len(split_names(who)) > 1 else VERBS_NL_PRESENT
    does = not works.isdisjoint((found["last"], _IN_TWO.sub("", found["last"], count=1)))
    return task(f"{found['what']} {found['last']}", known, who) if does and is_known(who, known) else None


_IN_TWO = re.compile(rf"(?:{'|'.join(sorted(SECOND_HALVES))})(?=[a-z]{{3}})")
_IN_CLAUSE = re.compile(
    r"(?:^|\bdat )(?P<who>@?[A-Z][\w'’-]*(?:(?:, | en | )[A-Z][\w'’-]*){0,3}) (?P<what>[^.;]{2,150}?) "
    r"(?:(?P<modal>zal|zullen|gaat|gaan) (?P<verb>[a-zé]{4,}n)\b(?P<rest>[^;]*)"
    r"|(?P<last>[a-zé]{3,20}(?:t|en))\.?$)"
)
