"""Tasks that a line orders, or gives to somebody by the name before or behind it."""

import re
from collections.abc import Sequence

from bot.minutes.extraction.promises import is_known
from bot.minutes.extraction.reports import is_report
from bot.notes.lines import is_statement
from bot.notes.tasks import Task, task
from bot.notes.words import GROUPS, HEDGES
from bot.text.words import VERBS_EN, VERBS_NL, VERBS_NL_PRESENT

_LONGEST = 400
_WORD = re.compile(r"[^\W_]+")
_WORK = VERBS_EN | VERBS_NL | VERBS_NL_PRESENT


def order(sentence: str, known: frozenset[str], alone: bool) -> Task | None:
    """The task that a line orders: `Ann: call the printer`, `zaal reserveren (Jan)`; else None.

    `alone` says that the line is a scribe's own between people speaking, where a bare `Book the room` counts.
    """
    lower = sentence.lower()
    words_said = (*_WORD.findall(lower), *lower.split(maxsplit=1)[:1])  # `Marie-Ann` too
    sides = (*lower.partition(":")[0].split("/"), lower.rstrip(" .)").rpartition("(")[2])
    known = known if GROUPS.isdisjoint(sides) else known.union(sides)  # `allen: zaal boeken`
    named = "@" in sentence or sentence.startswith("[") or not known.isdisjoint(words_said)
    if not (alone or named) or not is_statement(sentence, _LONGEST):
        return None
    said = (word.strip(".,;:!()[]") for word in lower.split())
    if _WORK.isdisjoint(said) and not sentence.endswith((")", ").")):
        return None
    found = task(sentence, known)
    words = [word.strip(".,;!") for word in found.text.lower().split()]
    if len(words) < (1 if found.due else 2) or not HEDGES.isdisjoint(words[:3]) or is_report(found.text):
        return None
    if words[1:2] and (words[1] in _STATES or (words[0] in _NOUNS and words[1] in _AFTER_NOUNS)):
        return None
    if words[0] in _PUTS and words[1:2] and words[1] in ("we", "that"):
        return None
    imperative = words[0] in VERBS_EN or any(
        part.split(maxsplit=1)[0].lower() in VERBS_EN for part in found.text.split(", ")[1:2] if part
    )
    if found.owner:
        dutch = words[0] in VERBS_NL_PRESENT or _orders(words)
        certain = is_known(found.owner, known) or sentence.startswith("[")
        given = found.due and sentence.rstrip(" .").endswith(")")  # `letters (Ann, by 5 May)`
        return found if certain and (imperative or dutch or given) else None
    return found if alone and words[0] in VERBS_EN else None


_PUTS = frozenset(["suggest", "propose"])
_STATES = frozenset("is are was were has will".split())
_NOUNS, _AFTER_NOUNS = frozenset("update report talk note".split()), frozenset("on of from and".split())
"""`Group is full`, `Update on the hall`: what opens these is no verb."""


def _orders(words: Sequence[str]) -> bool:
    """Whether an infinitive is what they order, and belongs to no statement: `De zaal moet groter worden`."""
    work = next((at for at, word in enumerate(words) if word in VERBS_NL), 0)
    return words[0] in VERBS_NL or (work > 0 and _STATING.isdisjoint(words[1:work]))


_STATING = frozenset(
    "moet moeten kan kunnen zou zouden gaat gaan mag mogen wil is zijn was waren wordt werd worden heeft"
    " hebben had hadden".split()
)
