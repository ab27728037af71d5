"""Actions in speech: what somebody promises, is called on for, or is asked."""

import re
from itertools import pairwise

from bot.minutes.extraction.promises import is_known, without_lead_in
from bot.notes.dues import split_due
from bot.notes.lines import is_statement, tidy
from bot.notes.people import NAME, looks_like_name
from bot.notes.tasks import Task, task
from bot.notes.words import HEDGES
from bot.text.words import VERBS_EN, VERBS_NL, VERBS_NL_FIRST

_LONGEST, _LONGEST_NAME = 400, 4
_GOING_TO = r"(?:'ll|’ll| will| are going to|['’]re going to| are gonna|['’]re gonna)"
_CALLED_ON = re.compile(
    rf"(?:\byou{_GOING_TO}|\bgonna|\bis going to)\s+(?:be\s+(?P<being>\w{{2,15}}ing)|(?P<verb>\w{{2,20}}))\b",
    re.IGNORECASE,
)
_OF_SPEAKER = re.compile(
    r"(?:i['’]ll|(?:i )?will|i am going to|i['’]m going to|i can|ik zal|ik ga|ik)\s+(?:also\s+|dit\s+"
    r"|ook\s+)?(?P<verb>[\w-]+)",
    re.IGNORECASE,
)
_LATER = re.compile(r"[,;–—] (?=(?:i['’]ll|i will|ik zal|ik ga) )", re.IGNORECASE)
"""`Sounds good, I'll send it`"""
_REQUESTED = re.compile(
    rf"(?:(?P<first>{NAME}),? )?(?i:can|could|will|would) you (?:please )?(?P<what>[a-z]\w+ .{{2,}}?)"
    rf"(?:, (?P<last>{NAME}))?\?$"
)
_ANSWERED = frozenset("clarify confirm describe explain repeat share speak tell comment talk give".split())
"""What is asked for in the meeting itself."""
_OF_OTHERS = re.compile(
    r"(?:(?:hij|zij|ze|we|wij) (?:zal|zullen|gaat|gaan)"
    r"|.{3,100}?,? (?:zal|zullen|gaat|gaan) (?:hij|zij|ze|we|wij))"
    r" (?P<rest>.{8,})",
    re.IGNORECASE,
)
_SAY_OTHERS = (" gaan ", " gaat ", " zal ", " zullen ", "We ", "Wij ", "we ", "wij ")
_WE = re.compile(
    r"(?:we|wij) (?P<rest>nemen contact op\b.*|gaan (?:in (?:gesprek|overleg)|op zoek)\b.*|onderzoeken of .*"
    r"|(?:nodigen|schrijven|zoeken|werken) [^.]{3,80} uit\b.*"
    r"|vragen [^.]{3,80} (?:aan|op|na)\b.*|(?:sturen|mailen|regelen|organiseren|benaderen|plannen) .*)",
    re.IGNORECASE,
)


_INQUIRED = re.compile(
    r"\b(?:[Ww]ordt|[Ww]orden) (?:[^\s.;,]+ ){0,8}?(?:uitgezocht|nagegaan|nagevraagd|nagekeken|gecheckt"
    r"|opgevraagd|aangevraagd|benaderd|navraag gedaan|contact (?:gezocht|gelegd|opgenomen))\b"
)
_TOLD = re.compile(
    r"\b(?:al|reeds|inmiddels|momenteel|vaak|soms|altijd|als|indien|zodra|wanneer|dat|die|door|kan|kunnen|moet)\b",
    re.IGNORECASE,
)
"""What nobody is named for: `Er wordt nagevraagd of het kan`; with one of the latter it is only told."""


def promise_of_others(sentence: str) -> Task | None:
    """What no name promises: `Hij zal de offerte opvragen`, `We gaan een datum prikken`."""
    if _INQUIRED.search(sentence) and not _TOLD.search(sentence) and is_statement(sentence, _LONGEST):
        rest, due = split_due(tidy(sentence))
        return Task(tidy(rest), None, due)
    if not any(map(sentence.__contains__, _SAY_OTHERS)):
        return None
    text = without_lead_in(sentence)
    found = _WE.match(text) or _OF_OTHERS.match(text)
    if not found or not is_statement(sentence, _LONGEST):
        return None
    words = [word.strip(".,;:") for word in found["rest"].lower().split()]
    ends = {*words[-1:], *(word for word, after in pairwise(words) if after == "en")}
    if (VERBS_NL.isdisjoint(ends) and found.re is not _WE) or not HEDGES.isdisjoint(words):
        return None
    rest, due = split_due(found["rest"])
    return Task(tidy(rest), None, due)


def called_on(sentence: str, known: frozenset[str]) -> Task | None:
    """The task that a chair gives somebody: `Ann, you'll be writing the summary`; else None."""
    found = _CALLED_ON.search(sentence) if is_statement(sentence, _LONGEST) else None
    if not found or not (found["being"] or found["verb"].lower() in VERBS_EN - {"go", "get", "do"}):
        return None
    before = sentence[: found.start()].replace(",", " ").split()[-_LONGEST_NAME:]
    for at in range(len(before)):
        name = " ".join(before[at:])
        if is_known(name, known) or (len(before) - at > 2 and is_known(" ".join(before[at:-1]), known)):
            said = _of(name, sentence[found.start(found.lastgroup or 0) :])
            return said if looks_like_name(name, known | {name.lower()}) else None
    return None


def promise_of_speaker(sentence: str, speaker: str) -> Task | None:
    """The task that `speaker` promises: `I'll send it on Friday`, `Ik bel morgen`; else None."""
    if not is_statement(sentence, _LONGEST):
        return None
    text = without_lead_in(sentence)
    text = text[later.end() :] if (later := _LATER.search(text)) else text
    found = _OF_SPEAKER.match(text)
    if not found or not HEDGES.isdisjoint(text.lower().split()[:5]):
        return None
    dutch = text.lower().startswith("ik")
    words = {word.strip(".,;").lower() for word in text.split()}
    does = found["verb"].lower() in VERBS_NL_FIRST or not VERBS_NL.isdisjoint(words)
    vague = _VAGUE if text[:1] in "wW" else frozenset[str]()
    if not (does if dutch else found["verb"].lower() in VERBS_EN - vague):
        return None
    return _of(speaker, text[found.start("verb") :])


_VAGUE = frozenset("do go get have take".split())
"""Behind a bare `Will` too little for a promise."""


def _of(owner: str, said: str) -> Task:
    rest, due = split_due(tidy(said))
    return Task(tidy(rest), owner, due)


def requested(sentence: str, known: frozenset[str]) -> Task | None:
    """What somebody is asked for: `Ann, can you book the hall?`; None for what they answer at once."""
    found = _REQUESTED.match(sentence) if " you " in sentence and len(sentence) <= _LONGEST else None
    name = found and (found["first"] or found["last"])
    if not found or not name or not is_known(name, known):
        return None
    asked = found["what"].partition(" ")[0] in VERBS_EN - _ANSWERED
    return task(found["what"], known, owner=name) if asked else None
