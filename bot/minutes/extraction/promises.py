"""Actions that no marker shows: what somebody promises, or is said to do. Doubtful ones are left out, since
each proposal costs a person a decision."""

import re

from bot.dates.lexicon import dated_words
from bot.minutes.extraction.offices import GROUP, OFFICE
from bot.minutes.extraction.reports import is_report
from bot.notes.dues import date_phrase, split_due, split_due_by_verb, split_opening_due
from bot.notes.lines import is_statement, tidy
from bot.notes.people import NAMES, are_names, looks_like_name, split_names
from bot.notes.tasks import LEADING_OWNER, PROMISE_EN, PROMISE_NL, PROMISES_EN, Task, task
from bot.notes.words import HEDGES, NOT_NAMES
from bot.text.words import (
    DUTCH_ONLY,
    VERBS_EN,
    VERBS_NL,
    VERBS_NL_PRESENT,
    as_order_nl,
    is_infinitive,
    is_work_nl,
)

_LEAD_IN = re.compile(
    r"(?!(?-i:[A-Z]{2}))(?:so|ok|okay|yes|yeah|sure|then|and|also|en|dus|ja|oké|verder|daarna|afterwards|meanwhile"
    r"|aan(?= \S+ (?:\S+ )?wordt gevraagd)|finally|mw|dhr|mevr|mevrouw|de heer|mr|mrs|ms|dr)\b[.,]?\s+",
    re.IGNORECASE,
)
_PICKS_UP = re.compile(
    r"(?:takes|picks)\b[^.]{0,60}\b(?:up|on|care|action|lead)\b|takes this\b|(?:is|are) responsible for\b"
    r"|(?:was|were|is|are) tasked with\b"
    r"|pak(?:t|ken)\b[^.]{0,80}\bop\b|(?:neemt|nemen)\b[^.]{0,80}\bop zich\b"
    r"|gaat\b[^.]{0,40}\b(?:er|hier|daar)?achteraan\b"
    r"|gaa(?:t|n) (?:(?:dat|dit|het|nog) ){0,2}(?:na|langs)\b|(?:gaat|gaan) naar\b[^.]{0,60}\bom\b"
    r"|(?:gaat|gaan)\b[^.]{0,40}\b(?:naartoe|naar toe|heen|aan de slag|op zoek|in (?:gesprek|overleg))\b"
    r"|aan de slag\b|(?:gaat|gaan) op \d{1,2} [^.]{3,20} naar\b"
    r"|kom(?:t|en)\b[^.]{0,40}\bop terug\b|kom(?:t|en) (?:[^.,]{4,30} )?met een (?:voorstel|opzet"
    r"|plan|concept)\b"
    r"|trekt dit\b|houd(?:t|en)\b[^.]{1,60}\b(?:bij|in de gaten|op de hoogte|contact)\b",
    re.IGNORECASE,
)
_INVERTED_NL = re.compile(
    r"(?:^|\s)(?P<verb>[a-zé]{3,14}) (?P<name>@?[A-Z][\w'’-]{0,30}(?: [A-Z][\w'’-]{0,30}(?= en ))?"
    r"(?: en [A-Z][\w'’-]{0,30})?)(?= (?!en ))"
)
_LONGEST = 400
_DAY_FIRST = re.compile(
    r"^((?:\S+ ){0,3}?(?:\w+day|\d{1,2}(?:st|nd|rd|th)?"
    r"(?: (?:Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sep|Oct|Nov|Dec)[a-z]*)?|week|month|tomorrow)) (?=[A-Z][a-z])"
)
"""`By Friday Ann will …`"""
_OPENING, _FIRST_WORDS = 60, 4
"""Characters and words in which a date that opens a sentence begins."""


def without_lead_in(text: str) -> str:
    """`text` without the small words that open speech: `So, then …`"""
    lead = _LEAD_IN.match(text)
    return text[lead.end() :] if lead else text


def is_known(names: str, known: frozenset[str]) -> bool:
    return all(
        name.lower().rstrip(".") in known or name in known or name.startswith(("@", "<@"))
        for name in split_names(names)
    )


def promise(sentence: str, known: frozenset[str]) -> Task | None:
    """The task of somebody named: `Ann will call the printer`, `Jan pakt dit op`; else None."""
    if not is_statement(sentence, _LONGEST):
        return None
    text, due = _IS_GOING.sub(" is going to", without_lead_in(sentence), count=1), None
    if asks := _ASKS.match(text) if " ask" in text or text[:3].lower() == "ask" else None:
        text = f"{asks[1]} {'to' if asks[2] == 'to' else 'will'} {text[asks.end() :]}"
    text = _REQUEST_TO.sub(r"\1 wordt gevraagd om ", text, count=1) if " aan " in text[:_OPENING] else text
    found = _promised_by_name(text, known)
    if not found and dated_words(" ".join(text[:_OPENING].split()[:_FIRST_WORDS])):
        text, due = split_opening_due(_DAY_FIRST.sub(r"\1, ", text, count=1))
        found = _promised_by_name(text, known) if due else None
    found = found or _promised_inverted(sentence, known) or _promised_within(text, known)
    if not found:
        return None
    said = task(tidy(found.text), known, found.owner, due or found.due)
    text = tidy(found.text) if said.text == "do" else said.text  # `do Sunday`
    return Task(text, found.owner, said.due, found.as_headline)


def _promised_by_name(text: str, known: frozenset[str]) -> Task | None:
    if office := OFFICE.match(text) or GROUP.match(text):  # `The clerk will write to the council`
        them = office.group()
        return _promised(text[office.end() :].lstrip(), them, known.union(map(str.lower, split_names(them))))
    found = LEADING_OWNER.match(_APPOSED.sub(r"\1 ", text, count=1) if ", will " in text else text)
    if not found or not found["free"] or found["mark"] or not are_names(found["free"], known):
        return None
    return _promised(found.string[found.end() :], found["free"], known)


_REQUEST_TO = re.compile(rf"^(?:[Vv]erzoek|[Oo]pdracht|[Oo]proep) aan ({NAMES}),?(?: om)? (?=.* te )")
_ASKS = re.compile(
    rf"(?:{NAMES}:? )?(?:[Aa]sking|asked) (?=[A-Z])({NAMES})"
    r" (to|(?:if|whether) (?:he|she|they) (?:could|would)) "
)
"""`Asking Ann to call the printer`, `Ann asked Bo if she could call the printer`"""
_APPOSED = re.compile(r"^([A-Z][\w'’-]*(?: [A-Z][\w'’-]*)?), [^,.;]{3,40}, (?=will )")
"""`Ann Lee, our auditor, will …`"""


def _promised(rest: str, name: str, known: frozenset[str]) -> Task | None:
    """The task of `name` when `rest` follows the name."""
    sure = any(is_known(each, known) for each in split_names(name))
    first, *more = [word.strip(".,;:").lower() for word in rest.split()[:6]] or [""]
    if said := PROMISE_EN.match(rest):
        verb, headline = said["verb"].lower(), first in ("to", "still")
        undertakes = " to " in said.group() and _UNDERTAKEN.search(rest, 0, said.start("verb")) is not None
        doing = _DOING.match(rest, said.start("verb")) if sure or headline or undertakes else None
        plain = sure and headline and (verb in VERBS_EN or verb == "have")
        certain = (verb in VERBS_EN and (sure or first not in _WEAK)) or (
            (sure or undertakes) and verb.replace("-", "").isalpha() and verb not in NOT_NAMES
        )
        what = rest[said.start("verb") :]
        enough = " " in what.strip() or (sure and (headline or undertakes))
        alone = not enough or _SAYS_NOT_WHAT.fullmatch(what)
        if (verb in HEDGES and not (plain or doing)) or not (certain or plain or doing) or alone:
            return None
        return Task(what, name, None, sure and (headline or name.startswith("@")))
    if first in _PAST and (then := _THEN.search(rest)):  # `has noted it and will change the plan`
        return _promised(then[1], name, known)
    if asked := _IS_ASKED.match(rest):
        return Task(as_order_nl(asked["rest"]), name, None)
    if _LETS_KNOW.match(rest) and not is_report(rest):
        return Task(rest, name, None)
    hedged = more[:1] != ["of"] and HEDGES & {first, *more[:3]}  # `bekijkt of het mogelijk is`
    if hedged or is_report(rest) or not more:
        return None
    if _PICKS_UP.match(rest):
        return Task(rest, name, None)
    if said := PROMISE_NL.match(rest):
        words = [word.strip(".,;:").lower() for word in said["rest"].split()]
        does = (
            any(map(is_infinitive, words)) and "zich" not in words if sure else not VERBS_NL.isdisjoint(words)
        )
        return Task(as_order_nl(said["rest"]), name, None) if does else None
    several = len(split_names(name)) > 1
    works = first in VERBS_NL_PRESENT or (several and first in VERBS_NL)
    short = sure and len(rest.split()) <= _MOST_WORDS and not DUTCH_ONLY.isdisjoint(more)
    does = is_work_nl(first, several)
    promised = (works and (sure or more[0] in _OBJECTS)) or (short and does)
    if not promised and (works or (sure and (does or _does(first)))):
        promised = bool(split_due(rest)[1] or split_due_by_verb(rest)[1])
    return Task(rest, name, None) if promised else None


VOLUNTEERS = re.compile(r"\b(?:offered|volunteered|promised)\b", re.IGNORECASE)
_UNDERTAKEN = re.compile(rf"\bagreed\b|{VOLUNTEERS.pattern}", re.IGNORECASE)
"""Only people do so."""
_WEAK = frozenset("should would need needs plan plans aim aims intend intends action task job".split())
"""Of things too these are said."""
_SAYS_NOT_WHAT = re.compile(
    r"do (?:that|this|it|so)\.?|serve (?:on|(?:an? )?[\w-]+ terms?)\b.*|(?:serve|continue|remain) as\b.*"
)
_DOING = re.compile(
    r"be (?:(?!being|going|having|leaving|coming)[a-z]{2,}ing|in charge|responsible)\b"
    r"|see (?:if|whether|about|to)\b|have (?:an?|the|something)\b[^.]{0,40} (?:ready|in front|done|by|for)\b"
    r"|get (?:an?|the|some|more|in touch|back|hold|quotes?|prices?|info\w*|\d+|it|this|them|these)\b"
)
"""Work all the same: `will be calling the printer`, `to get a quote`."""
_MOST_WORDS = 9
"""From any verb on; in more of them a story is told."""
_OBJECTS = frozenset("dit dat hem deze hierover hiervoor contact nog even alvast zelf".split())
"""Behind a verb of work these show that a person stands before it, also where nothing else does."""
_IS_ASKED = re.compile(
    r"(?:(?:wordt|worden) (?:ook |nog )?(?:gevraagd|verzocht)|(?:zal|zullen) gevraagd worden"
    r"|heeft (?:toegezegd|aangeboden)"
    r"|(?:heeft|hebben|krijgt|krijgen|kreeg|kregen) (?:de|als) (?:opdracht|taak)(?: gekregen)?)"
    r",?(?: om)? (?!of |naar |wat |wie |hoe |waar|wanneer |door |om )(?P<rest>.*\bte [a-z]+en\b.*)"
)
"""`wordt gevraagd de sleutel op te halen`"""
_LETS_KNOW = re.compile(r"laat [^.,]{2,60} weten\b|laten [^.,]{2,60} weten\b")
_PAST = frozenset("has have had heeft hebben had is was".split())
_THEN = re.compile(r"\b(?:and|en|but|maar) ((?:will|zal|zullen|gaat|gaan) .*)")


def _does(word: str) -> bool:
    """Whether it is a verb of somebody: `calls`, `fixes`, `carries`."""
    stems = (word.removesuffix("s"), word.removesuffix("es"), f"{word.removesuffix('ies')}y")
    return word.endswith("s") and not (VERBS_EN - _HAPPENS).isdisjoint(stems)


_HAPPENS = frozenset(
    ["open", "close", "start", "end", "present", "report", "note", "suggest", "propose", "ask"]
)
"""In the present these tell of the meeting itself."""


def _promised_within(text: str, known: frozenset[str]) -> Task | None:
    """The same of somebody known further on: `The hall needs a form, Ann will draft it`."""
    for found in _WITHIN.finditer(text):
        name, does = found["who"], text[found.end() + 1 :]
        apart = text[: found.start()].rstrip()[-1:] in _SIGNS
        while not _are_people(name, known, apart) and " " in name:
            name, apart = name.partition(" ")[2], False  # `Fans Ann to ask …`
        orders = apart or not does.startswith("to ") or does[3:].split(maxsplit=1)[0] in VERBS_EN
        before = text[: found.end() - len(name)]
        told = _TOLD_OF.intersection(before.lower().split()[-1:])
        if orders and not told and _are_people(name, known, apart):
            said = _promised(does.rstrip(")") if "(" not in does else does, name, known)
            before = tidy(before)
            if said and before and len(said.text.split()) == 1:  # `The copy for the site – Ann to do`
                said = said._replace(text=before if said.text in ("do", "do.") else f"{before} – {said.text}")
            return said
    for comma in _COMMA.finditer(text):
        name = comma[1] or comma[2]
        if is_known(name, known) and (given := _promised_by_name(text[comma.end() - len(name) :], known)):
            return given
    if (last := _DOES_IT.search(text, max(0, len(text) - 60))) and is_known(last[1], known):
        return Task(text, last[1], None)
    asked = _ASKED.search(text) if " to " in text else None
    return _promised_by_name(text[asked.end() :], known) if asked else None


_SIGNS = frozenset(",;:.–—-")


def _are_people(names: str, known: frozenset[str], apart: bool) -> bool:
    """Also those with a full name that a sign sets `apart`: `The rota – Ann Lee to draft it`."""
    return all(
        is_known(name, known) or (apart and " " in name and looks_like_name(name, known))
        for name in split_names(names)
    )


_ONE = r"[A-Z\u00c0-\u00de][\w'’-]*"
_WITHIN = re.compile(
    rf"(?<=[\s(])(?P<who>{_ONE}(?: {_ONE}){{0,2}}(?:(?:, | and | & |/){_ONE}(?: {_ONE})?){{0,3}})"
    rf"(?= (?i:{PROMISES_EN}) )"
)
"""Somebody in the middle of a sentence, before what they will do."""
_TOLD_OF = frozenset(
    "if when whether unless until once before after who how what why where from of for with to by help"
    " let asking inviting".split()
)
"""Behind one of these it is only told."""
_COMMA = re.compile(
    rf"(?:,| and| en| dus) ([A-Z][\w'’-]+(?: en [A-Z][\w'’-]+)?)"
    rf"(?= (?:zal|zullen|sturen|{'|'.join(sorted(VERBS_NL_PRESENT))}) )"
    r"|(?: [–—-]|:|;) (@?[^\W\d_][\w'’-]+)(?= (?:will|to|zal|gaat) )"
)
_DOES_IT = re.compile(rf", ([A-Z][\w'’-]+) (?:{'|'.join(sorted(VERBS_NL_PRESENT))})\.?$")
"""`De sleutel moet terug, Jan regelt.`"""
_ASKED = re.compile(r" (?:asked|requested|instructed|invited|tasked) (?=[^,;]{2,40} to )")


def _promised_inverted(text: str, known: frozenset[str]) -> Task | None:
    """`Volgende week belt Jan de drukker`: verb before the name, as Dutch has it."""
    found = _inverted(text, known)
    rest = text[found.end() :].strip() if found else ""
    said = _promised(f"{found['verb']} {rest}", found["name"], known) if found else None
    if not found or not said:
        return None
    before = text[: found.start()]
    what = f"{before} {said.text}" if found["verb"] in _MODALS and _OBJECT.match(before) else said.text
    return said._replace(text=what, due=said.due or date_phrase(before))


_MODALS = frozenset("zal gaat moet zullen gaan moeten".split())
_OBJECT = re.compile(r"(?:De|Het|Een|Dit|Deze|Die|Alle) ")
"""What opens a sentence before `moet Jan`, and is part of the work: `De titel moet Jan aanpassen`."""


def _inverted(text: str, known: frozenset[str]) -> re.Match[str] | None:
    for found in _INVERTED_NL.finditer(text[:_FURTHEST_VERB]):
        verbs = _MODALS | (VERBS_NL if " en " in found["name"] else VERBS_NL_PRESENT)
        if found["verb"] in verbs and is_known(found["name"], known):
            return found
    return None


def owner_behind_verb(text: str, known: frozenset[str]) -> str | None:
    """The owner of an item that is written so: `Volgende week bellen Jan en Piet de drukker`."""
    found = _inverted(text, known)
    return found["name"] if found else None


_FURTHEST_VERB = 100


_IS_GOING = re.compile(r"['’](?:s (?:going to|gonna)|ll)\b")
