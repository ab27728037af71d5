"""Where in a line a date may stand: at its end, at its head, and in its middle where it plainly is one."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from bot.core.language import Language
from bot.dates.cutting import WORD, line_end
from bot.dates.extract import DUE, OF_DAY, SALES, anchored, bare, begins
from bot.dates.lexicon import Lexicon, lexicon
from bot.dates.tokens import Token, lex
from bot.text.words import VERBS_EN, VERBS_NL, VERBS_NL_FIRST, is_infinitive

TAIL = 160
"""Only so many last characters of a text are looked at."""
HEAD = 160
"""Characters from the beginning among which a date at the head stands."""
MIDDLE = 400
"""A longer text is no line: of it no date is taken out of the middle."""
MOST_TOKENS = 24
"""Of a date: "every monday, wednesday and friday at 9 from 1 december until 1 march" has 13."""
MOST_LABELS = 4
"""Only so many last labels are looked behind."""
MOST_LEADS = 6
"""Only behind so many words such as "by" a date is looked for in the middle."""
OPENING = frozenset("([{,;:.!?\"'“‘„–—…")
"""Signs that may stand right before a date; a hyphen only with a space."""
SPACE, BREAK = re.compile(r"\s"), re.compile(f"[{re.escape(''.join(sorted(OPENING)))}]")
SEPARATED = re.compile(r"\s*[:,;]\s|\s+[-–—]+\s")
"""Behind a date at the head these leave no doubt."""
LABELS = DUE | {"voor", "until"}
DAYS = OF_DAY | frozenset("eod shifted workdays workday freq every part end weekdays quarterno".split())
IN_MIDDLE = DUE | {"voor", "on", "in", "every", "freq", "relative", "weekday"}
HOURS = frozenset("clock uur oclock ampm noon".split())
PLAIN = DUE | {"voor", "on", "in", "every", "freq", "relative"}
"""With one of these in front, nothing but a Dutch verb need stand behind: "cijfers voor vrijdag sturen"."""
SMALL = frozenset("of on please in at and or to".split())
"""No date ends in these."""
DATED_TOO = frozenset(
    "number ordinal clock month weekday relative dm date next coming this unit holiday".split()
)
PRONOUNS = frozenset(
    "we they he she it i you there that which who what "
    "wij ze zij hij ik je jij u jullie er dat die wat wie".split()
)
NO_ORDER = frozenset(
    "is are was were will would has have had can could may might must should does did "
    "zijn waren wordt worden werd werden zal zou zullen heeft hebben had kan kunnen mag moet moeten gaat "
    "gaan komt komen".split()
)
"""Near the head of a text these tell something, and order nothing."""
AROUND = frozenset("and or to till until of from en of tot naar van met t/m".split())
"""Behind a day these make it a part of something else: "Monday to Thursday", "Friday and more"."""
APART = frozenset(
    "with to about for at in from via and over naar aan met bij via over op voor in de het een the a".split()
)
"""Behind a day these show that no noun does: of "the Friday report" it is a part."""
PARTICLES = frozenset("af aan bij door in mee na om op over rond terug toe uit voor vast weg klaar".split())
"""The second half of a Dutch verb: "lever het uiterlijk vrijdag in"."""
BOOKED = re.compile(
    r"^(?:please )?(?:book|reserve|order|hire|rent|schedule|buy|invite|arrange|boek|reserveer|bestel|huur"
    r"|koop|regel|nodig|plan(?= (?:de|het|een|a|an|the) ))\b"
    r"|\b(?:reserveren|boeken|bestellen|huren|(?:in)?plannen|kopen|regelen|uitnodigen"
    r"|afspraak|appointment)\b",
    re.IGNORECASE,
)
"""What is booked for a day, is not due on it."""
EVENT = re.compile(
    r"(?:meeting|call|demo|workshop|dinner|lunch|party|event|conference|training|session|webinar|overleg"
    r"|vergadering|bijeenkomst|feest|borrel|cursus|congres|uitje|afspraak|bespreking)$"
)
"""These are on a day themselves: "slides for the meeting on Friday"."""
TITLE = 40
"""Among so many characters a colon shows that they are a title: "Friday review: make slides"."""
DETERMINERS = frozenset("the a an all our my your his her their this that these those some".split())
"""Behind an English word these show that it is a verb: "tomorrow fetch the parcel"."""
REQUEST = re.compile(r"(?:can|could|will|would) you |(?:kun|kan|wil|zou) (?:je|jij|u) ", re.IGNORECASE)
"""Behind these an order begins."""
NO_HEAD = frozenset(
    "laat late early daily weekly monthly quarterly yearly fortnightly dagelijkse wekelijkse maandelijkse "
    "jaarlijkse tweewekelijkse driewekelijkse vierwekelijkse tweemaandelijkse halfjaarlijkse".split()
)
"""At the head these tell more of the noun behind them: "weekly report"."""


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


def candidates(text: str, language: Language) -> Iterator[Candidate]:
    """The stretches of `text` that may be a date, the likeliest first."""
    body = text[: line_end(text)]
    words = lexicon(language)
    tail = lex(body, language, _begin(body))
    yield from _labelled(body, tail)
    for each in _at_end(body, tail, words):
        yield replace(each, sure=each.sure and not _unsure(each, body))
    tokens = tail if tail and not _begin(body) else lex(body[:HEAD], language)
    for each in _at_head(body, tokens, words):
        yield replace(each, sure=each.sure and not _unsure(each, body))
    if len(body) <= MIDDLE:
        tokens = tokens if not _begin(body) else lex(body, language)
        yield from _in_middle(body, tokens, words)


def _unsure(each: Candidate, text: str) -> bool:
    """ "Delete the mails until 3 December" need not be done by then."""
    lead, kinds = each.tokens[0].kind, {token.kind for token in each.tokens}
    if lead in ("until", "between"):
        return lead == "until" or "clock" not in kinds
    if lead in ("of", "from") and kinds & {"until", "to"}:
        return True  # "bezetten van 1 tot 5 december"
    if lead == "in" and len(each.tokens) == 2 and each.tokens[1].kind in ("month", "quarterno"):
        return True  # "fix the typo in January"
    if lead in ("on", "in", "at"):
        said = WORD.findall(text[: each.start].lower())
        return len(said) > 2 and EVENT.search(said[-1]) is not None
    booked = lead in ("voor", "for") and BOOKED.search(text) is not None
    return booked or (lead == "voor" and each.tokens[1].kind == "over")


def _begin(text: str) -> int:
    """The start of the tail: behind a space in it, else behind a sign that a date may follow."""
    least = len(text) - TAIL
    if least <= 0:
        return 0
    found = SPACE.search(text, least) or BREAK.search(text, least)
    return found.end() if found else len(text)


def _at_end(text: str, tokens: list[Token], words: Lexicon) -> Iterator[Candidate]:
    for first in range(len(tokens) - _known(reversed(tokens)), len(tokens)):
        before, rest = tokens[:first], tuple(tokens[first:])
        # Two tokens that one word made, such as "vanmiddag", stay together.
        inside_word = before and before[-1].start == rest[0].start
        if inside_word or not _at_word(text, rest[0].start) or not begins(before, rest, words):
            continue
        ordered = bool(before) and _ordered(before, words)
        long = ordered and _of_long_unit(rest, words)
        if long or anchored(rest, words) or bare(text, before, rest, words):
            yield Candidate(rest[0].start, len(text), rest)
        elif ordered and _of_numbers(rest, words):
            yield Candidate(rest[0].start, len(text), rest, sure=False)


def _ordered(before: list[Token], words: Lexicon) -> bool:
    """Whether the text in front orders something: "send …", "… sturen"."""
    if words.language is Language.en:
        return before[0].text in VERBS_EN
    return before[0].text in VERBS_NL_FIRST or is_infinitive(before[-1].text)


def _of_long_unit(rest: tuple[Token, ...], words: Lexicon) -> bool:
    """ "Next month", "in December": in a text that tells something these are no date."""
    two = len(rest) == 2
    if two and rest[0].kind == "in" and rest[1].kind == "month":
        return rest[1].text not in words.in_text["weak"] and rest[0].text == "in"
    return (
        two
        and rest[0].kind in ("next", "coming", "this")
        and rest[1].kind == "unit"
        and rest[1].value != "day"
    )


def _of_numbers(rest: tuple[Token, ...], words: Lexicon) -> bool:
    """ "Send the plan 3/4", "bel de bank 30-11", "… week 50": as likely a part of what must be done."""
    kinds = [token.kind for token in rest]
    dashed = words.language is Language.nl and kinds == ["number", "to", "number"]
    return dashed or kinds == ["dm"] or (kinds == ["unit", "number"] and rest[0].value == "week")


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


def _at_word(text: str, start: int) -> bool:
    """Not inside an address, a file's name or the like: ".../2026-12-01", "notes_2026-12-01"."""
    while start and text[start - 1] in "*_~`":
        start -= 1
    return not start or text[start - 1].isspace() or text[start - 1] in OPENING


def _at_head(text: str, tokens: list[Token], words: Lexicon) -> Iterator[Candidate]:
    asked = REQUEST.match(text)
    begin = asked.end() if asked else 0
    first = sum(1 for _ in takewhile(lambda token: token.start < begin or token.kind == "please", tokens))
    for each in _stretches(text, tokens, first, words):
        behind = text[each.end :]
        if each.tokens[0].text in NO_HEAD:
            continue
        if SEPARATED.match(behind) or _orders(each, behind, words):
            yield each
        elif _timed(each):
            yield replace(each, sure=False)


def _timed(each: Candidate) -> bool:
    """A day and an hour together: of a meeting these are when it is."""
    kinds = {token.kind for token in each.tokens}
    return bool(kinds & OF_DAY and kinds & HOURS)


def _orders(each: Candidate, behind: str, words: Lexicon) -> bool:
    """Whether what stands behind a date at the head says what must be done by then."""
    said, lead = WORD.findall(behind.lower()), each.tokens[0].kind
    if said[0] in PRONOUNS | AROUND or not NO_ORDER.isdisjoint(said[:4]):
        return False
    if lead in DUE or lead == "voor":
        return True
    if ":" in behind[:TITLE]:
        return False
    if words.language is Language.nl:
        verb_last = said[-1] in VERBS_NL if lead in ("on", "in") else is_infinitive(said[-1])
        return lead != "of" and (verb_last or said[0] in VERBS_NL_FIRST)
    verb = behind.strip()[0].islower() and not said[0].endswith("s") and said[1:2] and said[1] in DETERMINERS
    return len(said) > 1 and (said[0] in VERBS_EN or bool(verb))


def _in_middle(text: str, tokens: list[Token], words: Lexicon) -> Iterator[Candidate]:
    """Behind a word such as "by", right behind the verb of a Dutch order ("bel morgen de notaris") and right
    before the verb that ends one ("cijfers voor vrijdag sturen"); in doubt elsewhere."""
    dutch = words.language is Language.nl
    imperative = dutch and tokens and tokens[0].text in VERBS_NL_FIRST | {"begin"}
    ordering = imperative or (tokens and tokens[0].text in (VERBS_NL if dutch else VERBS_EN))
    leads = [at for at, token in enumerate(tokens) if at and token.kind in IN_MIDDLE]
    for first in sorted({*leads[:MOST_LEADS], *([1] if imperative and len(tokens) > 1 else [])}):
        kind = tokens[first].kind
        for each in _stretches(text, tokens, first, words):
            behind = text[each.end :]
            said = WORD.findall(behind.lower())
            verb_behind = dutch and len(said) == 1 and (said[0] in PARTICLES or is_infinitive(said[0]))
            following = next((token for token in tokens if token.start >= each.end), None)
            beside = said[0] in AROUND and not _free(tokens, each, kind)
            if beside or behind.lstrip().startswith(":"):
                continue
            led = kind in DUE or (verb_behind and kind in PLAIN)
            behind_verb = first == 1 and imperative and text[each.start].islower()
            sure = (led and not (kind == "voor" and BOOKED.search(text))) or behind_verb
            if sure or verb_behind or _timed(each) or (ordering and _apart(following)):
                yield replace(each, sure=bool(sure))


def _free(tokens: list[Token], each: Candidate, kind: str) -> bool:
    """ "By Friday to Ann", of which no other day follows."""
    behind = [token for token in tokens if token.start >= each.end]
    listed = behind[0].text in ("and", "or", "en", "of", "van", "from", "until", "tot", "t/m")
    return (kind in DUE or not listed) and not any(token.kind in DATED_TOO for token in behind[1:2])


def _apart(following: Token | None) -> bool:
    return following is not None and following.text in APART


def _stretches(text: str, tokens: list[Token], first: int, words: Lexicon) -> Iterator[Candidate]:
    """From the token `first` on, the longest first; something must stand behind."""
    for end in range(first + _known(tokens[first:]), first, -1):
        some = tuple(tokens[first:end])
        behind = text[some[-1].end :]
        whole = behind[:1].isspace() or SEPARATED.match(behind)
        if some[-1].kind in SMALL or not whole or not WORD.search(behind):
            continue
        if not DAYS.intersection(token.kind for token in some) or any(token.text in SALES for token in some):
            continue
        if _at_word(text, some[0].start) and begins(tokens[:first], some, words) and anchored(some, words):
            yield Candidate(some[0].start, some[-1].end, some)
