"""Where in a line a date may stand: at its end, at its head, and in its middle where it plainly is one."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from bot.core.language import Language
from bot.dates.extract import DUE, MOST_TOKENS, OF_DAY, SALES, Candidate, anchored, at_end, at_word, begins
from bot.dates.lexicon import Lexicon, lexicon
from bot.dates.tokens import Token, lex, tidy
from bot.text.words import VERBS_EN, VERBS_NL, VERBS_NL_FIRST, is_infinitive

MIDDLE = 400
"""A longer text is no line: of it no date is taken out of the middle."""
HEAD = 160
"""Characters from the beginning among which a date at the head stands."""
MOST_LEADS = 6
"""Only so many words such as "by" are looked behind."""
POLITE = re.compile(
    r"(?:[\s,.;!–—-]+(?:please|plz|pls|thanks(?: a lot| so much| very much| in advance| all)?|many thanks"
    r"|thank you(?: so much| very much)?|thx|ty|cheers|asap|(?:alvast |hartelijk |heel erg |veel )?bedankt"
    r"|(?:alvast |veel |hartelijk )?dank(?: je(?: wel)?| u(?: wel)?| jullie(?: wel)?)?|dankjewel|dankuwel"
    r"|graag|aub|a\.u\.b|svp|s\.v\.p|alsjeblieft|alstublieft|bvd|b\.v\.d|als het kan|if you can))+[\s.,!]*$",
    re.IGNORECASE,
)
"""Behind a date these go with it."""
LINKS = re.compile(r"(?:[\s(,;]+(?:https?://|www\.)\S+)+\s*$", re.IGNORECASE)
BOOKED = re.compile(
    r"^(?:please )?(?:book|reserve|order|hire|rent|schedule|buy|invite|arrange|boek|reserveer|bestel|huur|plan|koop"
    r"|regel|nodig)\b|\b(?:reserveren|boeken|bestellen|huren|(?:in)?plannen|kopen|regelen|uitnodigen)\b",
    re.IGNORECASE,
)
"""What is booked for a day, is not due on it."""
WORD = re.compile(r"[^\W\d_][\w'’-]*")
SEPARATED = re.compile(r"\s*[:,;]\s|\s+[-–—]+\s")
"""Behind a date at the head these leave no doubt."""
LEADING = frozenset("by before voor until on in over every freq with after at between weekdays".split())
DAYS = OF_DAY | {
    "eod",
    "shifted",
    "workdays",
    "workday",
    "freq",
    "every",
    "part",
    "end",
    "weekdays",
    "quarterno",
}
PRONOUNS = frozenset(
    "we they he she it i you there that which wij ze zij hij ik je jij u jullie er dat die wat who "
    "what".split()
)
NO_HEAD = frozenset("laat late early".split())
NO_ORDER = frozenset(
    "is are was were will would has have had can could may might must should does did "
    "zijn waren wordt worden werd werden zal zou zullen heeft hebben had kan kunnen mag moet moeten gaat "
    "gaan komt komen".split()
)
"""Near the head of a text these tell something, and order nothing."""
AROUND = frozenset("and or to till until of from en of tot naar van met with t/m".split())
"""Behind a date in the middle these make it a part of something else."""
PARTICLES = frozenset("af aan bij door in mee na om op over rond terug toe uit voor vast weg klaar".split())
"""The second half of a Dutch verb: "lever het uiterlijk vrijdag in"."""


def candidates(text: str, language: Language) -> Iterator[Candidate]:
    """The stretches of `text` that may be a date, the likeliest first."""
    for each in _of_places(text[: line_end(text)], language):
        unsure = each.tokens[0].kind in ("voor", "for") and BOOKED.search(text)
        yield replace(each, sure=False) if unsure else each


def _of_places(body: str, language: Language) -> Iterator[Candidate]:
    yield from at_end(body, language)
    words = lexicon(language)
    tokens = lex(body if len(body) <= MIDDLE else body[:HEAD], language)
    yield from _at_head(body, tokens, words)
    if len(body) <= MIDDLE:
        yield from _in_middle(body, tokens, words)


def line_end(text: str) -> int:
    """Where the line ends, but for a link and thanks behind it."""
    end = len(text)
    for _ in range(2):
        for behind in (POLITE, LINKS):
            found = behind.search(text, max(0, end - HEAD), end)
            end = found.start() if found and found.start() else end
    return end


def _at_head(text: str, tokens: list[Token], words: Lexicon) -> Iterator[Candidate]:
    first = sum(1 for _ in takewhile(lambda token: token.kind == "please", tokens))
    for each in _stretches(text, tokens, first, words):
        behind = text[each.end :]
        if each.tokens[0].text not in NO_HEAD and (SEPARATED.match(behind) or _orders(each, behind, words)):
            yield each


def _orders(each: Candidate, behind: str, words: Lexicon) -> bool:
    """Whether what stands behind a date at the head says what must be done by then."""
    said, lead = WORD.findall(behind.lower()), each.tokens[0].kind
    if said[0] in PRONOUNS | AROUND or not NO_ORDER.isdisjoint(said[:4]):
        return False
    if lead in DUE or lead == "voor":
        return True
    if words.language is Language.nl:
        verb_last = said[-1] in VERBS_NL if lead == "on" else is_infinitive(said[-1])
        return verb_last or said[0] in VERBS_NL_FIRST
    return said[0] in VERBS_EN and ":" not in behind[:40] and len(said) > 1


def _in_middle(text: str, tokens: list[Token], words: Lexicon) -> Iterator[Candidate]:
    """Behind a word such as "by", and right behind the verb of a Dutch order: "bel morgen de notaris"."""
    dutch = words.language is Language.nl
    leads = [at for at, token in enumerate(tokens) if at and token.kind in DUE | {"voor", "on"}]
    ordered = dutch and len(tokens) > 1 and tokens[0].text in VERBS_NL_FIRST | {"begin"}
    for first in [*([1] if ordered else []), *leads[:MOST_LEADS]]:
        for each in _stretches(text, tokens, first, words):
            said = WORD.findall(text[each.end :].lower())
            only_verb = dutch and _only_verb(said)
            if said[0] in AROUND and not only_verb:
                continue
            if (
                tokens[first].kind in DUE
                or only_verb
                or (first == 1 and ordered and text[each.start].islower())
            ):
                yield each


def _only_verb(said: list[str]) -> bool:
    """ "offerte voor 1 december *versturen*", "lever het uiterlijk vrijdag *in*"."""
    return len(said) == 1 and (said[0] in PARTICLES or is_infinitive(said[0]))


def _stretches(text: str, tokens: list[Token], first: int, words: Lexicon) -> Iterator[Candidate]:
    """From the token `first` on, the longest first; something must stand behind."""
    run = takewhile(lambda token: token.kind != "unknown", tokens[first : first + MOST_TOKENS])
    for end in range(first + sum(1 for _ in run), first, -1):
        some = tuple(tokens[first:end])
        kinds = {token.kind for token in some}
        behind = text[some[-1].end :]
        if (
            some[-1].kind in ("of", "on", "please", "in", "at", "and")
            or not (behind[:1].isspace() or SEPARATED.match(behind))
            or not WORD.search(behind)
            or not kinds & DAYS
            or any(token.text in SALES for token in some)
        ):
            continue
        if at_word(text, some[0].start) and begins(tokens[:first], some, words) and anchored(some, words):
            yield Candidate(some[0].start, some[-1].end, some)


LOOSE = re.compile(r"(?<!\S)(?:nog|liefst|graag|please|preferably|ideally)$", re.IGNORECASE)
"""In front of a date these go with it."""
DANGLING = frozenset(
    "by before until till from of to for due since per the a and or with "
    "van tot nog sinds uiterlijk vóór tegen per de een en met naar vanaf".split()
)
"""No text ends in these."""


def cut(text: str, start: int, end: int) -> str:
    """`text` without its date, and without the thanks and the signs that went with that."""
    head, tail = _trimmed(text[:start]), text[end:]
    tail = "" if POLITE.fullmatch(tail) else POLITE.sub("", tail).lstrip(" \t,;:.)]!?–—")
    return f"{head} {tail}".strip()


def _trimmed(head: str) -> str:
    return LOOSE.sub("", head.rstrip(" \t,;:-–—([")).rstrip(" \t,;:-–—([")


def dangles(head: str) -> bool:
    """Whether a text would end in a word that wants something behind it: "minutes of"."""
    said = WORD.findall(tidy(_trimmed(head)))
    return bool(said) and said[-1] in DANGLING
