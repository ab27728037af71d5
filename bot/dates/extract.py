"""Extract what may be a date from a text: at its end, and only in words that mean nothing else there."""

import re
from itertools import pairwise

from bot.core.language import Language
from bot.dates.lexicon import Lexicon
from bot.dates.tokens import Token
from bot.text.words import VERBS_NL

LEADS = frozenset("by before voor until at on in over every between for with after".split())
DUE = frozenset("by before".split())
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
THE_DAY = frozenset("of weekday part".split())
OF_DAY = frozenset("weekday month relative dm date unit holiday".split())
DATED = OF_DAY - {"unit"} | {"clock", "ampm", "year", "doubt"}
"""Kinds that are a part of a date beyond doubt."""
LENGTH_UNITS = frozenset("unit workday workdays".split())
PARTICIPLES = ("ed", "en", "made", "done", "built", "led", "sent", "drawn", "held")
"""In front of "by" they make a month somebody's name: "reviewed by May"."""
BACK = frozenset("last ago".split())


def begins(before: list[Token], rest: tuple[Token, ...], words: Lexicon) -> bool:
    """Nothing in front claims these words as its own, as "the minutes of" and "Black" do."""
    first = rest[0]
    kinds = {token.kind for token in rest}
    if first.kind in ("please", "dated") or first.text.startswith("up to"):
        return False
    if before and first.text == VERB_TOO:
        return False
    if first.kind == "to" or (first.text == "about" and not kinds & {"clock", "ampm", "noon", "midnight"}):
        return False  # "the report about 3 December"
    if first.kind in ("on", "of") and len(rest) > 1 and rest[1].kind in LEADS - {"on"}:
        return False  # the end of a verb, as in "lever op binnen 2 weken"
    if first.text == "het" and len(rest) > 1 and rest[1].kind not in NEUTER:
        return False  # as in "doe het vrijdag"
    if kinds <= THE_DAY and (first.text in ("the", "de") or (before and before[-1].text in ("the", "de"))):
        return False  # "the Thursday lunch"
    if first.kind == "of" and first.text not in ("the", "de", "het"):
        return bool(kinds & {"until", "to"})
    if first.kind == "from":
        return bool(kinds & {"every", "weekdays"} or (kinds & {"until", "to"} and not kinds & OF_DAY))
    if not before:  # "op de 5e" alone may be a floor
        return words.language is Language.en or first.kind != "on" or rest[-1].kind != "ordinal"
    if _tells(before, rest, words) or _of_clause(before, first):
        return False
    if words.language is Language.nl and before[-1].text in PARTICLES and first.kind in LEADS:
        return True  # "lever het in voor vrijdag"
    if len(before) == 1 and before[0].text == "begin":  # the verb: "begin donderdag met de muur"
        return True
    if _part_of_date(before, first, words):
        return False
    if first.kind in ("weekday", "relative") and before[-1].text in words.in_text["never_after"]:
        return False
    for last in reversed(before):
        if last.text == VERB_TOO:
            return True
        belongs = last.kind in ("of", "on")
        if last.text in words.in_text["not_cut_after"]:
            return False
        if not belongs:
            return last.text == "-" or last.kind not in BELONGS or (first.kind in DUE and last.kind != "from")
    return True


def _of_clause(before: list[Token], first: Token) -> bool:
    """The bug that was found on Monday, the mail sent on Tuesday, tell them that we close on 24 December."""
    if first.kind not in ("on", "in", "at", "weekday", "relative"):
        return False
    said = [token.text for token in before]
    inside = any(word in CLAUSES for word in said[:-1] if said.index(word) < len(said) - 2)
    done = first.kind == "on" and said[-1].endswith(("ed", "sent", "held", "made"))
    return inside or (done and not {"get", "have", "be"} & set(said))


def _part_of_date(before: list[Token], first: Token, words: Lexicon) -> bool:
    """Whether a date in front was not understood with this: of "friday 31 june 14:00" no tail is taken."""
    last = next((token for token in reversed(before) if token.kind not in ("on", "of")), before[-1])
    if first.kind == "month" and last.kind in ("number", "ordinal") and last.text[0].isdigit():
        return True
    return first.kind not in DUE | {"voor"} and last.kind in DATED and last.text not in words.in_text["weak"]


def _tells(before: list[Token], rest: tuple[Token, ...], words: Lexicon) -> bool:
    """Whether the words tell how long something takes, who did it or where it is, and ask nothing."""
    first, last = next((token for token in rest if token.kind != "of"), rest[0]), before[-1]
    subject = before[0].text in words.in_text["subjects"] and last.text not in VERBS_NL
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
    if first.text == "by" and (rest[-1].text in FRACTIONS or "." in rest[-1].text):
        return any(MEASURED.match(token.text) for token in before)
    if first.text == "by" and len(rest) == 2 and rest[1].kind == "month":
        return last.text.endswith(PARTICIPLES)
    # "Our desk is on the 4th."
    stays = first.kind == "this" or (first.kind == "on" and rest[-1].kind == "ordinal")
    return stays and (subject or last.text in words.in_text["telling"])


def _lasts(tokens: tuple[Token, ...]) -> bool:
    return any(one.kind in ("number", "half") and two.kind in LENGTH_UNITS for one, two in pairwise(tokens))


def bare(text: str, before: list[Token], rest: tuple[Token, ...], words: Lexicon) -> bool:
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


VERB_TOO = "opleveren"
"""A label of a date, and the verb of what must be done: "fase 1 opleveren vrijdag"."""
CLAUSES = frozenset("that which who when where whether because if dat wanneer omdat zodat waar".split())
PARTICLES = frozenset("in na voor over op om aan af uit door mee terug".split())
"""Right before another such word, these are the second half of a Dutch verb."""
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
        return (lead == "at" and dutch) or (
            lead in DUE and bool(token.value.dotted) and at == len(tokens) - 1
        )
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
    if token.value == "week" and ("this" in kinds or {"ordinal", "month"} <= kinds):
        return True
    if kinds & {"in", "over"} and "number" in kinds:
        return not weak
    if following == "number":  # week 48
        return token.value in ("week", "quarter") and (bool(lead) or token.text in ("wk", "kw", "cw"))
    if token.value == "weekend" and lead in DUE | {"after", "voor", "in"}:
        return True
    if kinds & {"next", "coming"}:
        if token.value == "day":
            return False
        return token.value not in LONG_UNITS or lead in DUE
    return "last" in kinds or ("ago" in kinds and "number" in kinds)
