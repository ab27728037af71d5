"""Motions, and what became of them: only one that was carried is a decision."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from bot.notes.lines import Line, sentences, tidy

_MOTION = re.compile(
    r"(?:(?:motions?|motie|resolution|voorstel|proposal)(?: \d+)?: *(?!(?:vote|motion) )|vote on "
    r"|(?:\([ivx\d]+\) ?)?to (?=(?:approve|adopt|accept|appoint|elect|ratify|confirm) \S)"
    r"|(?:\d{4}/)?res(?:olution)?\.? ?#?\d{1,4}[:.]? "
    r"|votes?: *(?!\d|yes|no\b|for|all\b|unanim|passed|carried|approved|in favou?r|motion|voor"
    r"|.*\babstain))(?=\S)"
    r"|(?=(?:adopt|approve|accept|receive|ratify) (?:the|an?|these) \S)"
    r"|(?=(?:(?:approval|adoption|acceptance|ratification|election) of"
    r"|(?:goedkeuring|vaststelling|vaststellen|verkiezing) (?:van )?(?:de|het)) \S)",
    re.IGNORECASE,
)
"""Also what a heading puts: `Approval of the agenda`."""
_MOVED = re.compile(
    r"\b(?:moved|moves|motioned|motions|(?:made|raised|put forward|makes|initiated) an? (?:motion|proposal)"
    r"|motion was (?:made|raised)(?: by(?: \S+){1,3}?)?) (?:that|to|for) (?=\S)"
    r"|\b(?:motion(?: by (?-i:[A-Z])[^.;:]{1,60}?,?)?|proposed a vote) (?:that|to) (?=\S)"
    r"|\bproposed that (?=\S+ \S)"
    r"|\bmoved,?(?: and)? [^.,;]{2,40} seconded,? (?:that|to) (?=\S)"
    r"|^(?=[^.,;:]{1,40} nominated\b)",
    re.IGNORECASE,
)
_NAMED = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2}"
_MOVER_LAST = re.compile(
    rf"(?:,?(?: and)? (?:(?:seconded |moved )?by {_NAMED}|{_NAMED},? second(?:s|ed|ing))\.?){{1,2}}$"
)
_MOVERS_FIRST = re.compile(
    rf"{_NAMED}(?:, | and |/)(?:{_NAMED} )?second(?:ed|s|ing)?(?: by)?(?: {_NAMED})?,? (?:to|that) (?=\S)"
)
"""`Ann, second by Bo to …`"""
_CARRIED = r"(?:carried|carries|passed|passes|approved|adopted|accepted|elected|aangenomen|akkoord|gekozen)"
_BY_BOTH = r"(?:moved|proposed)(?: by)?: [^.;]{2,40},? second(?:ed)?(?: by)?: [^.;]{2,40}"
_RESULT = re.compile(
    r"(?:(?:this|these|it|which) (?:was|were) )?(?:proposed (?:as [^.,;]{2,30} )?by [^.,;]{2,40}?,? )?"
    r"(?:seconded(?: by [^.,;]{2,40})?(?:, and |, | and ))?"
    r"(?:(?:result|outcome|vote|status|resolution|uitslag|uitkomst|besluit|decision):? *){0,2}"
    r"(?:the )?(?:motion |motie |voorstel )?(?:is |was )?(?:all |unanimously |unaniem )?"
    rf"(?:{_CARRIED}\b.{{0,60}}|agreed(?: unanimously| by (?:all|everyone))?[ .|]*)$"
    rf"|{_BY_BOTH}\b{_CARRIED}\.?$"
    r"|(?:we|all|everyone|the \w+) (?:all |unanimously )?agreed(?: (?:to|with) (?:this|that|it))?\.?$",
    re.IGNORECASE,
)
_ALL_FOR = re.compile(
    r"\bmotion (?:was )?(?:carried|carries|passed|passes|approved)\b"
    r"|\b(?:all|everyone)\b.{0,40}\b(?:in favou?r|in agreement)\b|(?<!\S)\+1:? all\b|\ball approved\b"
    r"|\bno nays\b|\b(?:carried|passed|approved) (?:unanimously|by unanimous)\b"
    r"|\b(?:unanimously (?:carried|passed|approved)|unanimous consent)\b"
    r"|^votes?:? *(?:[1-9]\d*) ?[–:/-] ?0\b"
    r"|\b[1-9]\d* (?:yes|for|in favou?r|ayes?|voor)\b.{0,30}\b(?:0|no|none|geen)"
    r" (?:no|against|nays?|opposed|tegen)\b"
    rf"|^(?:unanimously )?{_CARRIED}\b.{{0,40}}\b[1-9]\d* votes? (?:in favou?r|for)\b"
    r"|\b(?:ayes?|ya?ys?|yes|for|voor)\b:? *[1-9]\d*\b.{0,30}"
    r"\b(?:nay?s?|noe?s?|against|tegen)\b:? *(?:0|none)\b",
    re.IGNORECASE,
)
_RESULT_FOLLOWS_WITHIN = 5
_SUGGESTED = re.compile(r"\b(?:suggested|recommended) that (?=\S+ \S)")
"""What is put so is agreed to at once, or not at all."""


def carried_motions(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """The number and the text of each motion that a sentence below says was carried."""
    motion: Line | None = None
    text, suggested = "", False
    for line in lines:
        for sentence in _about_motions(line.text):
            if found := _MOVED.search(sentence) or _MOTION.match(sentence) or _SUGGESTED.search(sentence):
                motion = line
                text = _MOVERS_FIRST.sub("", _MOVER_LAST.sub("", tidy(sentence[found.end() :])), count=1)
                text = text if " " in text else tidy(sentence)  # `The report: Ann moves to adopt`
                suggested = found.re is _SUGGESTED
            elif motion and (line.number - motion.number > _RESULT_FOLLOWS_WITHIN):
                motion = None
            elif motion and not line.speaker and _says_carried(sentence, text, motion):
                if not suggested or ("motion" not in sentence and "suggested" not in sentence):
                    yield motion.number, text
                motion = None
            elif suggested:
                motion = None


def _says_carried(sentence: str, text: str, motion: Line) -> bool:
    """Of a heading only a sentence that says no more: `Approved by all`."""
    heads = text == motion.text.rstrip(".") and "nominated" not in text
    return _RESULT.match(sentence) is not None or (not heads and _ALL_FOR.search(sentence) is not None)


def _about_motions(text: str) -> Sequence[str]:
    """The sentences of a line that may be of a motion; the text of one that is labelled so is one."""
    lower = text.lower()
    if not any(map(lower.__contains__, _OF_MOTIONS)):
        return (text,) if _MOTION.match(text) else ()
    first, *others = sentences(text) or ("",)
    goes_on = [*takewhile(lambda said: not is_of_motion(said), others)] if _MOTION.match(text) else []
    return [" ".join([first, *goes_on]), *others[len(goes_on) :]]


_OF_MOTIONS = (
    "motion moved moves motie carrie passe approved adopted accepted elected nominated aangenomen akkoord"
    " agreed recommended suggested proposed favor favour nays nay: tegen: vote: +1: gekozen".split()
)
_SAYS_ONLY_RESULT = re.compile(
    r"(?:[^.,;]{0,50}\b(?:objections?|vote(?: was (?:called|taken))?|seconded)\b[^,;]{0,20}[,;]? )?(?:and )?"
    r"(?:the )?(?:motion|vote) (?:was )?(?:carried|carries|passed|passes|approved)\b[^,;]{0,40}"
    r"|(?:all )?(?:approved|agreed|carried)(?: by (?:all|consensus|everyone)| unanimously)?\.?"
    r"|proposed (?:as [^.,;]{2,30} )?by [^.,;]{2,40}?,? seconded by [^.,;]{2,40}?,? and (?:unanimously )?"
    r"(?:approved|agreed|carried|accepted)\.?"
    r"|(?:votes?:? )?(?:\d+ )?(?:yes|for|in favou?r|voor)\b[^.]{0,40}"
    rf"\b(?:no|against|opposed|tegen)\b[^.]{{0,20}}\.?|{_BY_BOTH}\b{_CARRIED}\.?",
    re.IGNORECASE,
)


def says_only_result(text: str) -> bool:
    """Whether it tells what became of a motion, and no more."""
    return _SAYS_ONLY_RESULT.fullmatch(text) is not None


def is_of_motion(sentence: str) -> bool:
    """Whether it puts a motion, seconds it or tells what became of it."""
    forms = (_MOTION.match, _MOVED.search, _RESULT.match, _ALL_FOR.search)
    return (
        "second" in sentence
        or BY_WHOM.fullmatch(sentence) is not None
        or any(form(sentence) for form in forms)
    )


BY_WHOM = re.compile(
    r"(?:(?:(?:motion|moved|proposed|second(?:ed)?) by:?|(?:moved|second(?:ed)?)(?= (?-i:[A-Z])))"
    r" [^,;]{2,40}[,;]? ?){1,2}"
    r"|(?-i:[A-Z])[^.,;:]{1,40} moved[,;]?(?: and)? (?-i:[A-Z])[^.,;:]{1,40} seconded\.?",
    re.IGNORECASE,
)
"""`Motion by Ann. Second by Bo.`, `Ann moved, Bo seconded`"""
