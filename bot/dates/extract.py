"""Extract what may be a date from a text: at its end, and only in words that mean nothing else there."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, pairwise, takewhile

from bot.core.language import Language
from bot.dates.lexicon import Lexicon, lexicon
from bot.dates.tokens import Token, lex

TAIL = 160
"""Only so many last characters of a text are looked at."""
MOST_TOKENS = 24
"""Of a date: "every monday, wednesday and friday at 9 from 1 december until 1 march" has 13."""
MOST_LABELS = 4
"""Only so many last labels are looked behind."""

LEADS = frozenset("by before voor until at on in over every between for with after".split())
DUE = frozenset("by before".split())
LABELS = DUE | {"voor", "until"}
TO_A_DAY = DUE | {"voor", "until", "on", "for"}

BELONGS = frozenset(
    "ordinal last final next this coming every end start mid half before after over past beyond between from "
    "to and or in at hence ago until by voor for".split()
)
"""A date behind one of these is a part of something longer that was not understood."""

FRACTIONS = frozenset("1/2 1/3 2/3 1/4 2/4 3/4 1/5 2/5 3/5 4/5 1/8 3/8 5/8 7/8 1/10 9/10".split())
"""Not dates behind "op" and "on", nor behind "by" where something is measured."""
NO_PART = frozenset("by due before deadline uiterlijk vóór voor".split())
MEASURED = re.compile(
    r"(?:reduc|cut|shrink|increas|decreas|grow|rais|lower|drop|fall|fell|rise|scal|expand|trim)"
)
"""Verbs behind which "by 3/4" is a part of something."""
LONG_UNITS = frozenset({"month", "quarter", "year"})
BESIDE_A_DAY = frozenset("clock month uur oclock ampm noon midnight part next coming this unit dm".split())
NEUTER = frozenset("unit ordinal final last next coming end start mid quarterno".split())
OF_CLOCK = frozenset("at clock ampm noon midnight number uur oclock half past part of on".split())
OPENING = frozenset("([{,;:.!?\"'“‘„–—…")
"""Signs that may stand right before a date; a hyphen only with a space."""
SPACE, BREAK = re.compile(r"\s"), re.compile(f"[{re.escape(''.join(sorted(OPENING)))}]")
OF_DAY = frozenset("weekday month relative dm date unit holiday".split())
DATED = OF_DAY - {"unit"} | {"clock", "ampm", "year", "doubt"}
"""Kinds that are a part of a date beyond doubt."""
LENGTH_UNITS = frozenset("unit workday workdays".split())
PARTICIPLES = ("ed", "en", "made", "done", "built", "led", "sent", "drawn", "held")
"""In front of "by" they make a month somebody's name: "reviewed by May"."""
BACK = frozenset("last ago".split())


@dataclass(frozen=True, slots=True)
class Candidate:
    start: int
    end: int
    tokens: tuple[Token, ...]
    labelled: bool = False
    sure: bool = True
    """Else it may as well belong to the text, and is to be asked."""

    @property
    def doubtful(self) -> bool:
        """Begins with a word such as "do" or "sun", which may belong to the text in front."""
        return self.tokens[0].kind == "weekday" and len(self.tokens[0].text) <= 3


def at_end(text: str, language: Language) -> Iterator[Candidate]:
    """The stretches that may be a date at the end of `text` or behind a label, the longest first."""
    words, tokens = lexicon(language), lex(text, language, _begin(text))
    yield from _labelled(text, tokens)
    for first in range(len(tokens) - _known(reversed(tokens)), len(tokens)):
        before, rest = tokens[:first], tuple(tokens[first:])
        # Two tokens that one word made, such as "vanmiddag", stay together.
        inside_word = before and before[-1].start == rest[0].start
        if inside_word or not at_word(text, rest[0].start) or not begins(before, rest, words):
            continue
        if anchored(rest, words) or _bare(text, before, rest, words):
            yield Candidate(rest[0].start, len(text), rest)


def _begin(text: str) -> int:
    """The start of the tail: behind a space in it, else behind a sign that a date may follow."""
    least = len(text) - TAIL
    if least <= 0:
        return 0
    found = SPACE.search(text, least) or BREAK.search(text, least)
    return found.end() if found else len(text)


def _known(tokens: Iterable[Token]) -> int:
    """The number of tokens before one that is in no date, at most as many as a date has."""
    some = takewhile(lambda token: token.kind != "unknown", tokens)
    return sum(1 for _ in islice(some, MOST_TOKENS))


def _labelled(text: str, tokens: list[Token]) -> Iterator[Candidate]:
    """Behind "due:" and the like a date may stand anywhere; "voor: vrijdag" leaves no doubt."""
    labels = [at for at, token in enumerate(tokens) if token.kind in LABELS and _with_colon(text, token)]
    for at in labels[-MOST_LABELS:]:
        token = tokens[at]
        by = token._replace(kind="by") if token.kind == "voor" else token
        for end in range(at + 1 + _known(tokens[at + 1 :]), at + 1, -1):
            yield Candidate(token.start, tokens[end - 1].end, (by, *tokens[at + 1 : end]), labelled=True)
    if tokens and tokens[0].kind in LABELS:  # "due Friday: send it"
        for last in tokens[1 : _known(tokens)]:
            if _with_colon(text, last):
                known = tuple(token for token in tokens[:MOST_TOKENS] if token.end <= last.end)
                yield Candidate(tokens[0].start, last.end, known, labelled=True)


def _with_colon(text: str, token: Token) -> bool:
    return text[token.end : token.end + 1] == ":"


def at_word(text: str, start: int) -> bool:
    """Not inside an address, a file's name or the like: ".../2026-12-01", "notes_2026-12-01"."""
    while start and text[start - 1] in "*_~`":
        start -= 1
    return not start or text[start - 1].isspace() or text[start - 1] in OPENING


def begins(before: list[Token], rest: tuple[Token, ...], words: Lexicon) -> bool:
    """Nothing in front claims these words as its own, as "the minutes of" and "Black" do."""
    first = rest[0]
    kinds = {token.kind for token in rest}
    if first.kind in ("please", "dated") or first.text.startswith("up to"):
        return False
    if first.kind in ("on", "of") and len(rest) > 1 and rest[1].kind in LEADS - {"on"}:
        return False  # the end of a verb, as in "lever op binnen 2 weken"
    if first.text == "het" and len(rest) > 1 and rest[1].kind not in NEUTER:
        return False  # as in "doe het vrijdag"
    if first.kind == "of" and first.text not in ("the", "de", "het"):
        return bool(kinds & {"until", "to"})
    if first.kind == "from":
        return bool(kinds & {"every", "weekdays"} or (kinds & {"until", "to"} and not kinds & OF_DAY))
    if not before:  # "op de 5e" alone may be a floor
        return words.language is Language.en or first.kind != "on" or rest[-1].kind != "ordinal"
    if _tells(before, rest, words):
        return False
    if _part_of_date(before, first, words):
        return False
    if first.kind in ("weekday", "relative") and before[-1].text in words.in_text["never_after"]:
        return False
    for last in reversed(before):
        belongs = last.kind in ("of", "on")
        if last.text in words.in_text["not_cut_after"] and (belongs or last is before[-1]):
            return False
        if not belongs:
            return last.text == "-" or last.kind not in BELONGS or (first.kind in DUE and last.kind != "from")
    return True


def _part_of_date(before: list[Token], first: Token, words: Lexicon) -> bool:
    """Whether a date in front was not understood together with this: of "friday 31 june 14:00" no tail is
    taken."""
    last = next((token for token in reversed(before) if token.kind not in ("on", "of")), before[-1])
    return first.kind not in DUE | {"voor"} and last.kind in DATED and last.text not in words.in_text["weak"]


def _tells(before: list[Token], rest: tuple[Token, ...], words: Lexicon) -> bool:
    """Whether the words tell how long something takes, who did it or where it is, and ask nothing."""
    first, last = next((token for token in rest if token.kind != "of"), rest[0]), before[-1]
    subject = before[0].text in words.in_text["subjects"]
    told = subject or last.kind == "number" or any(token.text in words.in_text["telling"] for token in before)
    if first.kind == "freq" and (told or first.text.startswith("per ")):
        return True
    if first.kind == "every" and first.text not in ("every", "elke", "iedere", "elk", "ieder") and told:
        return True
    if first.kind in ("in", "over") and _lasts(rest):
        story = subject or any(token.text in words.in_text["telling"] for token in before)
        return story or (first.text == "in" and words.language is Language.nl)
    if subject and {token.kind for token in rest} <= OF_CLOCK:
        return True
    if first.text == "by" and rest[-1].text in FRACTIONS:
        return any(MEASURED.match(token.text) for token in before)
    if first.text == "by" and len(rest) == 2 and rest[1].kind == "month":
        return last.text.endswith(PARTICIPLES)
    # "Our desk is on the 4th."
    stays = first.kind == "this" or (first.kind == "on" and rest[-1].kind == "ordinal")
    return stays and (subject or last.text in words.in_text["telling"])


def _lasts(tokens: tuple[Token, ...]) -> bool:
    return any(one.kind in ("number", "half") and two.kind in LENGTH_UNITS for one, two in pairwise(tokens))


def _bare(text: str, before: list[Token], rest: tuple[Token, ...], words: Lexicon) -> bool:
    """Dutch "bel de verhuizer vr": two small letters behind a few words, of which the last wants no noun."""
    day = rest[-1]
    return (
        len(rest) == 1
        and day.kind == "weekday"
        and day.text in words.in_text["bare"]
        and text[day.start - 1 : day.end] == f" {day.text}"
        and sum(token.kind == "unknown" for token in before) > 1
        and before[-1].text not in words.in_text["wants_noun"]
        and not any(token.text in words.in_text["foreign"] for token in before)
    )


def anchored(tokens: tuple[Token, ...], words: Lexicon) -> bool:
    """Whether there is a word that makes this a date beyond doubt."""
    lead = tokens[0].kind if tokens[0].kind in LEADS else ""
    kinds = {token.kind for token in tokens}
    return any(_anchors(at, tokens, kinds, lead, words) for at in range(len(tokens)))


SALES = frozenset(("black friday", "cyber monday"))
ALWAYS = frozenset("relative weekof shifted eod".split())
BEHIND = {
    **dict.fromkeys(("noon", "midnight"), DUE),
    **dict.fromkeys(("clock", "oclock", "past", "half"), DUE | {"at"}),
    "holiday": TO_A_DAY - {"for"} | {"with", "at", "in"},
    "uur": frozenset({"at"}),
    "workdays": frozenset({"on", "in", "over"}),
    "quarterno": DUE | {"voor"},
    "freq": LEADS,
}
"""Kinds that make a date when one of these words leads."""
BESIDE = {
    "workdays": frozenset("clock at every".split()),
    "workday": frozenset("next every ordinal final in over".split()),
    "quarterno": frozenset("end start mid".split()),
    "freq": frozenset("weekday clock at month ordinal".split()),
}
"""Kinds that make a date in the company of one of these."""


def _anchors(at: int, tokens: tuple[Token, ...], kinds: set[str], lead: str, words: Lexicon) -> bool:
    token, following = tokens[at], tokens[at + 1].kind if at + 1 < len(tokens) else ""
    weak, dutch = token.text in words.in_text["weak"], words.language is Language.nl
    priced = token.kind == "clock" and "." in token.text and "uur" not in kinds
    if priced:  # but for Dutch "om 14.30"
        return lead == "at" and dutch
    if token.text in SALES:
        return lead in DUE
    if token.kind in ALWAYS or lead in BEHIND.get(token.kind, ()) or kinds & BESIDE.get(token.kind, set()):
        return True
    match token.kind:
        case "date":
            return len(token.text) > len("2026-12") or bool(lead)
        case "dm":
            no_part = token.text not in FRACTIONS or tokens[0].text in NO_PART
            return _full(token.text) or (lead in TO_A_DAY and no_part)
        case "weekday":
            # "vr" needs company: a keyword, a time, a date. "ma" and "zo" need more than "op".
            led = lead in DUE or (lead == "on" and at == 1 and token.text not in ("ma", "zo"))
            return not weak or led or bool(kinds & BESIDE_A_DAY)
        case "weekdays":  # "maandags", and "Mondays" with "on" or a time
            adverb = dutch and token.text.endswith("s")
            return adverb or bool(lead) or bool(kinds & {"clock", "number", "at", "freq", "parity"})
        case "month":
            return _month_with_day(at, tokens, weak, lead, words)
        case "unit":
            return _unit(token, kinds, lead, following, weak)
        case "ampm":
            return not weak
        case "part":
            return bool(kinds & {"start", "mid", "end"})
        case "freq":  # "send the report weekly"
            return at == 0 and len(tokens) == 1 and not weak
        case "ordinal":
            far = not kinds & BACK and (token.text[0].isdigit() or lead in DUE)
            return "every" in kinds or (far and lead in DUE | {"on", "voor", "at"})
        case "to":  # uiterlijk 4-12, vr 27-11
            around = [each.kind for each in tokens[at - 1 : at + 2]] == ["number", "to", "number"]
            led = lead in DUE | {"voor"} or tokens[0].kind == "weekday"
            return token.text == "-" and around and led and at == len(tokens) - 2
    return False


def _full(text: str) -> bool:
    """With its year, and no version such as 2.6.32 or code such as 12-24-36."""
    return text.count("/") == 2 or (text[-4:].isdigit() and "/" not in text)


def _month_with_day(at: int, tokens: tuple[Token, ...], weak: bool, lead: str, words: Lexicon) -> bool:
    days = ("number", "ordinal")
    if (
        at and tokens[at - 1].kind in days and tokens[at - 1].text not in words.in_text["weak"]
    ):  # not "a march"
        return True
    behind = at + 1 < len(tokens) and tokens[at + 1].kind in days
    if behind and (lead or (not weak and words.language is Language.en)):
        return True
    return lead in ("by", "before") or any(token.kind in ("end", "start", "mid", "half") for token in tokens)


def _unit(token: Token, kinds: set[str], lead: str, following: str, weak: bool) -> bool:
    if kinds & {"end", "start", "mid", "every", "hence"}:
        return True
    if "this" in kinds and token.value == "week":
        return True
    if kinds & {"in", "over"} and "number" in kinds:
        return not weak
    if following == "number":  # week 48
        return token.value in ("week", "quarter") and (bool(lead) or token.text in ("wk", "kw", "cw"))
    if token.value == "weekend" and lead == "after":
        return True
    if kinds & {"next", "coming"}:
        if token.value == "day":
            return False
        return token.value not in LONG_UNITS or lead in DUE
    return "last" in kinds or ("ago" in kinds and "number" in kinds)
