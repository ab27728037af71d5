"""Texts that nobody writes and anybody can send: made to keep a reader busy for as long as they are long."""

import random
from collections.abc import Iterable, Iterator
from itertools import cycle
from typing import NamedTuple

from bot.core.language import Language
from bot.dates.lexicon import Branch, lexicon
from bot.notes import words as drafting_words

SEED = 20261128


class Hostile(NamedTuple):
    name: str
    """What it is made of."""
    text: str


SIGNS = (
    "a A é İ ß 中 א ع ﷺ 😀 👩‍👩‍👧 ½ 1 12 0 1/ 1- 1. 1: 1, . , ; : ! ? … - – — _ * ~ ` # + = /"
    " \\ | ^ @ & % $ ( ) [ ] { } < > \" ' “ ” „ ‘ « » (( )) [[ ]] [( )] () [] <> << >> ** __ ~~ ```"
    " -- -> → => || :- &lt; &amp; &gt; <@ <@U <@U1> <@U1|a> <# <#C1| <! <!here> <!subteam^S1>"
    " <!subteam^S1| <http:// <http://a.b|c> <mailto: <mailto:a@b.nl|a@b.nl> a@b.nl a@ @a a.b a-b a'b"
    " A.B. x. http://a.b [a](b) ![a]( s/a/b/ <!-- <a> +1 -1 - [ ] - [x] 1) 1. a) # >"
).split()
SPACES = " \t\n\u00a0\u2003\u200b\u0301\u202e\ufeff\r\x0b\u2028"
"""Some of no width, and an accent that needs a letter."""
NUMBERS = (
    "1 12 3-9 A-3 2026-11-27 2026-11 2026-W48 27-11-2026 27/11 27/11/26 14:00 14.30 9u30 1st 5e 1,5"
    " 999999 1990 1-2 9-10 7/8 31-12 29/2 0:00 24:00 99:99 2026-99-99 1-999999999 1- 12-24-36"
).split()
PHRASES = (
    "by friday|before friday|due friday|due:|voor:|until:|uiterlijk vr|deadline:|op vrijdag"
    "|every monday|elke maandag|van 1 t/m|van maandag t/m vrijdag|from monday|from|vanaf|starting"
    "|every first monday|first and third|2 weeks|over 2 weken|in 2 weeks|next week|volgende week"
    "|end of|between 1 and|week 48|1 december|december 1|1 and 3 december|at 9|om 9|9 to 5|1 to 2|or"
    "|and|en|of|because|omdat|with|met|with <@U1>|met <@U1>|together with|with deputy|deputy"
    "|vervanger is|<@U1> and|@tom|@tom and|tom|Tom|Tom will|Tom,|Tom:|Tom -|Tom and Ann|Ann, Bo en Cy"
    "|van de|van der Van|Van de|Jan van de|Jan de Wit|ACTION:|ACTION|BESLUIT:|Besluit:|AP3 Ann|AGREED"
    "|actie: Tom|(action: Tom|(actie: van de|→ Tom|-> van de|=> A en|[Tom]|(Tom)|(Tom, friday)"
    "|present:|aanwezig:|Present: Tom,|present+ Tom|agenda:|topic:|proposal:|actions|## Actions"
    "|- call|it was agreed that|we decided to|is|wordt|is akkoord|wordt goed|motion|motie|pakt op"
    "|takes|takes up|gonna|you will|i'll|ik zal|will|zal|to|te|om te|call|bellen|belt|Belt Jan"
    "|Jan belt|op|aan af|af|not|niet|the|de|on the|s/x/y/|<tom>|<tom> +1|tom: +1|10:00 Tom:|who|what"
    "|when|wie|wat|wanneer|who | what |or |wat\twie|all|done|overdue|raised by|open|te laat|deze week"
    "|list|done 1|due 1|give 1 to|wait 1 for|start 1|repeat 1|helpers 1|spil|action|jan <jan@x.nl>"
    "|Jan Jan jan@x.nl|&lt;jan@x.nl&gt;|procurment|procurement|contract"
).split("|")
BETWEEN = ("", " ", ", ", "\n", "-", "/", "\t", ". ", " | ", ";", ": ", "  ", "\n\n", " - ", "\n- ", ": x\n")
AROUND = (
    *(("", ""), ("x ", ""), ("", " x"), ("", " friday"), ("call ", " by friday"), ("", "!"), ("3 ", " x")),
    *(("@tom ", ""), ("Tom ", ":"), ("ACTION: ", ")"), ("list ", ""), ("", "@"), ("a@b.nl ", "\n- b")),
    *(("due 3 ", ""), ("“", '"'), ("(", "")),
)
"""What a text begins and ends with, so that a reader starts on it, or fails at its end."""


def hostile_texts(length: int, rounds: int, seed: int = SEED) -> Iterator[Hostile]:
    """Each unit several times between and around some others, the same ones for a seed; and as many mixed."""
    chance = random.Random(seed)
    known = units()
    words = words_of_grammars()
    for _ in range(rounds):
        for unit in [*known, *chance.sample(words, len(known) // 4)]:
            yield repeated(unit, chance.choice(BETWEEN), chance.choice(AROUND), length)
        for unit in known:
            yield counted(unit, chance.choice(BETWEEN), length)
        for _ in known:
            some = chance.sample([*known, *words], chance.choice((2, 3, 5, 12, 80)))
            yield mixed(chance, some, chance.sample(BETWEEN, chance.choice((1, 2, 4))), length)


def repeated(unit: str, between: str, around: tuple[str, str], length: int) -> Hostile:
    before, behind = around
    text = f"{before}{_filled([unit, between], length - len(before) - len(behind))}{behind}"
    return Hostile(f"{unit!r} and {between!r} in {around!r}", text)


def counted(unit: str, between: str, length: int) -> Hostile:
    """Each time another one: nothing helps that is remembered of the last."""
    pieces = (f"{unit}{number}{between}" for number in range(length))
    return Hostile(f"{unit!r} counted and {between!r}", _filled(pieces, length))


def mixed(chance: random.Random, some: list[str], gaps: list[str], length: int) -> Hostile:
    pieces = (part for _ in range(length) for part in (chance.choice(some), chance.choice(gaps)))
    return Hostile(f"{some[:3]!r} mixed", _filled(pieces, length))


def units() -> list[str]:
    return [*SIGNS, *SPACES, *NUMBERS, *PHRASES]


def words_of_grammars() -> list[str]:
    """Every phrase that some grammar of ours knows."""
    known: dict[str, None] = {}
    for language in Language:
        known |= dict.fromkeys(_phrases(lexicon(language).tree.values()))
    for table in vars(drafting_words).values():
        if isinstance(table, frozenset):
            known |= dict.fromkeys(sorted(table))
    return list(known)


def _phrases(branches: Iterable[Branch]) -> Iterator[str]:
    for branch in branches:
        if branch.meaning:
            yield branch.phrase
        yield from _phrases(branch.following.values())


def _filled(pieces: Iterable[str], length: int) -> str:
    """The pieces, again and again, up to so many characters."""
    some: list[str] = []
    left = length
    for piece in cycle(pieces):
        some.append(piece)
        left -= len(piece)
        if left <= 0:
            break
    return "".join(some)[:length]
