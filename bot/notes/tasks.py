"""The text, owner and date of one action, in a line or sentence of a list or of notes."""

import re
from typing import NamedTuple

from bot.notes.dues import date_phrase, split_due, split_due_by_verb, split_opening_due
from bot.notes.fields import split_fields
from bot.notes.lines import tidy
from bot.notes.markers import MARKER
from bot.notes.people import NAMES, TITLES, are_names, split_names
from bot.notes.speakers import is_work
from bot.notes.words import AGREEMENTS, DECISION_MARKERS, HEDGES, LOUD_MARKERS, NOT_NAMES, PLAIN_MARKERS
from bot.text.words import STOP_NL, VERBS_EN, VERBS_NL, VERBS_NL_PRESENT


class Task(NamedTuple):
    text: str
    owner: str | None
    due: str | None
    as_headline: bool = False
    """Written as `Ann to call the printer`, as nobody speaks."""


class Marked(NamedTuple):
    decision: bool
    owner: str | None
    rest: str
    agreement: bool = False  # of which it may be either


_SEPARATOR = re.compile(r"\s+(?:[-–—|]|->|→|=>)\s+|\s*[–—|→]\s*|;\s+")
_TRAILING_ASIDE = re.compile(r"\s*[(\[]([^()\[\]]{1,80})[)\]][.;]?$")
_ASIDE_PART = re.compile(r"\s*[,;–—]\s*|\s*(?<!\d)/\s*|\s+-\s+")
_OWNER_WORD = re.compile(
    r"(?:owner|eigenaar|actiehouder|door|by|wie|who|assigned to|assignee)[: ]\s*", re.IGNORECASE
)
LEADING_OWNER = re.compile(
    rf"{TITLES}(?:[\[{{](?P<box>{NAMES})[\]}}]|\((?P<ring>{NAMES})\)|(?P<free>{NAMES})(?:\s\([^()]{{1,40}}\))?)(?P<mark>\s?[:;,–—]|\s(?:[-=]>|[→-])|\s-)?\s+"
)
_TRAILING_OWNER = re.compile(rf"(?:,\s+|\s+(?=[@<]))(?P<names>{NAMES})[.]?$")
PROMISES_EN = (
    r"(?:(?:has |have )?(?:kindly )?(?:agreed|offered|volunteered|promised|undertook|undertaken|accepted) to"
    r"|will|shall|would|should|’ll|'ll|(?:is|are) going to|(?:is )?gonna|committed to"
    r"|(?:said|stated|told(?: us)?|confirmed|promised|added|replied|agreed|mentioned|noted|reported|advised)"
    r"(?: that)? (?:he|she|they)(?:[’']d| would| will)"
    r"|(?:agree|commit|offer|volunteer|promise|undertake|(?:still )?need|plan|aim|intend)s? to"
    r"|(?:is |are )?(?:still |now )?to"
    r"|(?:was|were|is|are|has been|have been) (?:asked|tasked|due|happy|instructed|given the (?:task|job)) to"
    r"|(?:(?:takes?|took|ha(?:s|ve)(?: taken)?)(?: up| on)? (?:an? |the )?)?(?:action|task|job|to-?do)s?"
    r"(?: items?| points?)?(?: is| are)? (?:to|of))"
)
"""Behind a name, before what somebody will do."""
PROMISE_EN = re.compile(
    rf"{PROMISES_EN}\s+[“\"]?(?:(?:also|then|try to|attempt to|now|please|each|first"
    r"|(?!(?:(?:probab|possib|like|hopeful)ly|apply|comply|fly|rely|reply|supply)\b)\w+ly)\s+)?"
    r"(?P<verb>[\w'-]+)(?=\W|$)",
    re.IGNORECASE,
)
PROMISE_NL = re.compile(
    r"(?:zal|zullen|gaat|gaan|wordt gevraagd om|belooft|beloofde|moet|dient|zegt toe|biedt aan|neemt op zich)"
    r"(?: om)?\s+(?P<rest>.{3,})",
    re.IGNORECASE,
)

_FOR_WHOM = re.compile(r"^(?:(?:assigned|given) to|taken by|on|for|by|voor|door|bij|van) ", re.IGNORECASE)
_GIVEN = re.compile(rf":? ?({NAMES})[)\]]\s*[:–-]?\s*([^\s.].*)?")
"""Behind the marker in brackets: `(action: Ann) call the printer`."""
_RINGED = re.compile(rf"[(\[]({NAMES})[)\]]\s*[:–—-]?\s*(\S.*)")
"""Behind the marker: `ACTION (Ann) call the printer`."""
_FURTHEST_COLON = 48
_BRACKETED = re.compile(r"\(([^()]{1,60})\)\s*$")


def marked(text: str, known: frozenset[str]) -> Marked | None:
    """The meaning of a live marker at the head of `text`: `ACTION (Ann): …`, `AP3 Ann – …`, `Besluit: …`."""
    found = MARKER.match(text)
    if not found:
        return None
    word = found["word"]
    decision = word.lower() in DECISION_MARKERS
    rest = _ID.sub(r"\1", text[found.end() :], count=1)
    bracket = found["open"] in ("(", "[")
    given = (_GIVEN if bracket else _RINGED).match(rest)
    if given and are_names(given[1], known):
        return Marked(decision, given[1], given[2] or "")
    if found["close"] or rest.startswith((":", ";", "–", "—", "- ", "-> ")):
        said = rest.lstrip(" :;–—->").rstrip(").]" if bracket and not found["close"] else "")
        if not decision and (nick := _NICK.match(said)) and nick[1] not in _NO_NICKS:
            return Marked(False, nick[1], said[nick.end() :])
        return Marked(decision, None, said, word.lower() in AGREEMENTS)
    who, colon, after = rest[:_FURTHEST_COLON].partition(":")
    if colon and (not after or after[0] != "/"):
        said = rest[len(who) + 1 :].strip()
        if name := _owner_of_marker(who, known):
            return Marked(decision, name, said)
        if (aside := _BRACKETED.fullmatch(who)) and said:  # a name and a date, to be read with the item
            return Marked(decision, None, f"{said} ({aside[1]})")
    if not decision and _FOR_WHOM.match(rest) and (name := _owner_of_marker(rest.rstrip(")]."), known)):
        return Marked(decision, name, "")
    command = found["open"] in ("#", "/", "!")
    loud = word in LOUD_MARKERS and not (word == "AP" and rest.startswith("("))  # which is short for more
    if (command or loud) and rest and not rest.split()[0].isupper() and not _OF_LIST.match(rest):
        return Marked(decision, None, rest.strip())
    if not rest.strip(")]" if decision else ")].") and (len(word) > 2 or word.isupper()):
        return Marked(decision, None, "")
    if not decision and found["after"] and word.lower() in PLAIN_MARKERS:
        return _with_owner_behind(_FOR_WHOM.sub("", rest, count=1), known)
    return None


_OF_LIST, _LETTERS = re.compile(r"-?li(?:jst|st)", re.I), re.compile(r"[A-Z](?:[A-Za-z]?[A-Z]{1,2}|[A-Z])")
"""`TODO list`"""
_NICK = re.compile(rf"([a-z][\w-]{{2,20}}) (?:to|will) (?=(?:{'|'.join(sorted(VERBS_EN))})\b)")
"""Who is called by a nick, which is no capitalised name: `ACTION: rosa to call the printer`."""
_NO_NICKS = VERBS_EN | NOT_NAMES | HEDGES | frozenset("remember forget try aim next due".split())
_ID = re.compile(r"^([:\s]*)[A-Z]{1,4}-?\d{1,4}[:.)]\s+")
"""Of an item, behind its marker: `ACTION: AI-1: Ann …`"""


def _with_owner_behind(rest: str, known: frozenset[str]) -> Marked | None:
    """A marker without a sign, behind which its owner stands: `Actie Ann zaal boeken`."""
    if are_names(alone := rest.rstrip(")]."), known) or _LETTERS.fullmatch(alone):
        return Marked(False, alone, "")
    found = LEADING_OWNER.match(rest)
    if not found or not found["free"] or not are_names(found["free"], known):
        return None
    said = (rest if "(" in rest else alone)[found.end() :]
    sure = all(name.lower() in known or _LETTERS.fullmatch(name) for name in split_names(found["free"]))
    works = sure or PROMISE_EN.match(said) or is_work(split_due(said)[0])
    return Marked(False, found["free"], _without_promise(said)) if works else None


def _owner_of_marker(who: str, known: frozenset[str]) -> str | None:
    name = _FOR_WHOM.sub("", who.strip(" ()[],"), count=1)
    return name if name and are_names(name, known) else None


def unmarked(text: str, known: frozenset[str]) -> tuple[str, str | None]:
    """`text` without an action's marker at its head, and the owner whom that names."""
    mark = marked(text, known)
    return (mark.rest, mark.owner) if mark and mark.rest and not mark.decision else (text, None)


def task(
    text: str, known: frozenset[str], owner: str | None = None, due: str | None = None, at_end: bool = True
) -> Task:
    """The parts of a line that is known to be an action; what is not written is None.

    `owner` and `due` are known already when they are not None. Without `at_end` a date is read only in
    brackets, behind a separator, or at the head.
    """
    text, labelled = split_fields(GOES_ON.sub("", text.strip()).rstrip(), known)
    owner, due = owner or labelled.get("who"), labelled.get("when") if due is None else due
    if due is None:
        text, due = split_aside_due(text, known)
    if not owner:
        text, owner = _field_owner(text, known)
    if due is None:
        text, due = _field_due(text, known)
    if not owner:
        text, owner = _aside_owner(text, known)
    if due is None and at_end:
        text, due = split_due(text, inside=False)
    text, due = _without_opening_due(text, due)
    if not owner:
        text, owner = _trailing_owner(text, known, sure=True)
    if not owner:
        text, owner = _leading_owner(text, known)
    if not owner:
        text, owner = _trailing_owner(text, known)
    text, due = _without_opening_due(text, due)
    if due is None and at_end:
        text, due = split_due(text)
    if due is None and at_end:
        text, due = split_due_by_verb(text)
    return Task(tidy(text), owner, due)


GOES_ON = re.compile(
    r"(?:[–—|;]|\s-|[(\[])\s?(?:loopt(?: nog)?|lopend|in behandeling|open|ongoing|in progress)[)\]]?\.?$"
    r"|[–—|;:,(]\s?(?:dit |het )?(?:actie)?punt blijft(?: (?:nog )?(?:staan|open|gehandhaafd))?[)\]]?\.?$",
    re.IGNORECASE,
)
"""How far an item is that is not done, at its end."""


def _without_opening_due(text: str, due: str | None) -> tuple[str, str | None]:
    rest, opening = split_opening_due(text)
    return (rest, opening) if opening and due in (None, opening) else (text, due)


def _date(text: str, known: frozenset[str]) -> str | None:
    """The date that `text` is; `Jan` is nobody's month where somebody is called so."""
    return None if text.strip(" .").lower() in known else date_phrase(text)


def split_aside_due(text: str, known: frozenset[str] = frozenset()) -> tuple[str, str | None]:
    """`text` without a date in its last brackets; a name beside the date stays in them."""
    found = _TRAILING_ASIDE.search(text[-90:])
    if not found:
        return text, None
    parts = [part for part in _ASIDE_PART.split(found[1]) if part]
    dues = [due for part in parts if (due := _date(part, known))]
    names = [part for part in parts if not _date(part, known)]
    if not dues:
        return text, None
    head = text[: len(text) - len(found.group())]
    return (f"{head} ({', '.join(names)})" if names else head), dues[0]


def _aside_owner(text: str, known: frozenset[str]) -> tuple[str, str | None]:
    found = _TRAILING_ASIDE.search(text[-90:])
    if not found:
        return text, None
    name = _OWNER_WORD.sub("", found[1], count=1).strip()
    head = text[: len(text) - len(found.group())].strip()
    names = split_names(name)
    listed = len(names) > _MOST_OWNERS and known.isdisjoint(each.lower() for each in names)  # of things
    return (head, name) if head and are_names(name, known) and not listed else (text, None)


_MOST_OWNERS, _SEPARATORS = 2, " –—|→->;=:"


def _field_owner(text: str, known: frozenset[str]) -> tuple[str, str | None]:
    """The owner when it is a field of its own: `Ann – book the room – Friday`, `book the room | Ann`."""
    fields = [field for field in _SEPARATOR.split(text[:600]) if field.strip()]
    if len(fields) < 2:
        return text, None
    last = next((field for field in reversed(fields) if not _date(field, known)), fields[-1])
    for field in (fields[0], last):
        name = _OWNER_WORD.sub("", field, count=1).strip(" .")
        if are_names(name, known) and len(name.split()) <= 6:
            start = text.index(field)
            rest = (text[:start].rstrip(_SEPARATORS) + text[start + len(field) :]).strip(_SEPARATORS)
            return (rest, name) if rest else (text, None)
    return text, None


_LAST_COMMA = re.compile(r",\s+(?=[^,]{3,30}$)")


def _field_due(text: str, known: frozenset[str]) -> tuple[str, str | None]:
    tail = text[-120:]
    fields = [*_SEPARATOR.finditer(tail)] or [*_LAST_COMMA.finditer(tail)]
    due = _date(tail[fields[-1].end() :], known) if fields else None
    return (text[: len(text) - len(tail) + fields[-1].start()], due) if due else (text, None)


def _leading_owner(text: str, known: frozenset[str]) -> tuple[str, str | None]:
    found = LEADING_OWNER.match(text)
    given = LEADING_OWNER.match(_FOR_WHOM.sub("", text, count=1))
    if given and (given["mark"] or "").endswith(":"):
        text, found = given.string, given  # `For Ann: call the printer`
    if not found:
        return text, None
    name = found["box"] or found["ring"] or found["free"]
    handle, _, work = name.partition(" ")
    if handle[0] == "@" and work.lower() in VERBS_EN:  # `@ann Book the hall`
        return text[len(handle) :].strip(), handle
    if not are_names(name, known):
        first, comma, rest = text.partition(", ")  # `Lea, set up …`
        return (_without_promise(rest), first) if comma and are_names(first, known) else (text, None)
    rest = text[found.end() :]
    if found["box"] or found["ring"] or found["mark"] or name.startswith(("@", "<")):
        return _without_promise(rest), name
    if PROMISE_EN.match(rest) or PROMISE_NL.match(rest):
        return _without_promise(rest), name
    first = rest.split(maxsplit=1)[0].lower().strip(".,:") if rest else ""
    is_known = all(part.lower() in known for part in split_names(name))
    present = first in VERBS_NL_PRESENT or (is_known and _may_be_verb(first))
    together = len(split_names(name)) > 1 and first.endswith("en") and first not in HEDGES
    letters = name.isupper() and rest[:1].islower()  # `AL item for the agenda`
    several = (is_known and (letters or first in VERBS_NL | VERBS_EN or is_work(rest))) or together
    return (rest, name) if present or several else (text, None)


def _may_be_verb(word: str) -> bool:
    """Whether it says behind a name what somebody does: `fixes`, `houdt`; or `Jan de zaal`."""
    dutch = word in ("de", "het", "een") or (word.endswith("t") and word not in STOP_NL | HEDGES)
    return dutch or (word.endswith("s") and word.rstrip("s") in VERBS_EN)


_MODAL = re.compile(
    r"^(?:please|will|shall|to|is to|is going to|zal|zullen|gaat|om)\s+(?:te\s+)?(?=\w)", re.IGNORECASE
)


def _without_promise(rest: str) -> str:
    return _MODAL.sub("", rest, count=1)


def _trailing_owner(text: str, known: frozenset[str], sure: bool = False) -> tuple[str, str | None]:
    """The owner at the end: `book the room @ann`, `book the room, Ann`; only the first form is `sure`."""
    found = _TRAILING_OWNER.search(text, max(0, len(text) - 90))
    names = found["names"].strip().rstrip(".") if found else ""
    if not found or not are_names(names, known) or (sure and not names.startswith(("@", "<"))):
        return text, None
    return text[: found.start()], names
