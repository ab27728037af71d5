"""Whose words a line of notes is: the labels of people who speak, told apart from other labels."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from functools import lru_cache
from itertools import combinations, islice

from rapidfuzz import fuzz

from bot.notes.lines import Line, bare
from bot.notes.markers import without_signs
from bot.notes.people import ASIDE, CAMEL, MOST_WORDS, is_listed
from bot.notes.words import (
    ACTION_MARKERS,
    DECISION_MARKERS,
    HEADER_FIELDS,
    NAMES_TOO,
    NO_SPEAKERS,
    NOT_NAMES,
    OFFICES,
    SECTIONS,
    TOPIC_MARKERS,
)
from bot.text.words import VERBS_EN, VERBS_NL, VERBS_NL_FIRST, VERBS_NL_PRESENT

_SHORT = 80
"""Characters of a line among which its label stands: these are looked at in several rounds."""

TIME = re.compile(
    r"\s*>?\s*[\[(]?(?:\d{4}-\d\d-\d\d[T ])?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]m)?[\])]?"
    r"(?:[ \t]+(?:-[ \t]+)?|(?=<))",
    re.IGNORECASE,
)
"""Before what was said then."""
_LABEL = re.compile(
    r"(?P<name>@?[^\W_][^:|<>\[\](){}!?;,\"“”]{0,39}?)(?: \([^():]{1,30}\))?[ \t]?:(?!//)(?=\s|$)"
    r"|\((?P<bracketed>[^\W_][^()|:]{0,39})\)[ \t]*[-–—:]"
    r"|(?P<dashed>[^\W\d_][\w.'’ -]{0,29}?) (?:[-=]>|[→–—-])(?= )"
)
_CONTINUED = re.compile(r"(?:…|\.\.\.?)[ \t]*")


_MARKERS = ACTION_MARKERS | DECISION_MARKERS
_LABELS_OF_OTHERS = (SECTIONS | HEADER_FIELDS | TOPIC_MARKERS | NOT_NAMES | NO_SPEAKERS) - NAMES_TOO


def label_of(text: str, any_label: bool = False) -> tuple[str, int] | None:
    """The label that opens `text` (`Ann: …`, `(Ann) - …`, `Ann - …`) and where the rest begins.

    With `any_label` also one that is no person's, such as `Topic:`.
    """
    return _label_of(text[:_SHORT], any_label)


@lru_cache(maxsize=20_000)
def _label_of(text: str, any_label: bool) -> tuple[str, int] | None:
    found = _LABEL.match(text)
    if not found:
        return None
    name = found["name"] or found["bracketed"] or found["dashed"]
    label = bare(name)
    other = label in _LABELS_OF_OTHERS or label.partition(" ")[0] in _MARKERS
    if len(name.split()) > 4 or (other and not any_label):
        return None
    return name.strip(), found.end()


def speaking_labels(lines: Sequence[Line], cues: Set[int]) -> frozenset[str]:
    """Labels of people speaking: they come back, and much of the notes stands behind them.

    `Note:` once is nobody, and in a list of points `Ann: call the printer` is a task rather than speech; with
    a time before each it is speech, as it is in a thread in which one line was said, and where the `cues` of
    a transcript begin.
    """
    written = [line for line in lines if line.text and not line.heading]
    labelled = [(line, label) for line in written if (label := label_of(line.text))]
    seen = Counter(name.lower() for _, (name, _) in labelled)
    back = frozenset(name for name, times in seen.items() if times > 1)
    timed = [line for line in written if line.number in cues or TIME.match(line.raw)]
    at = {line.number for line in timed} | {line.number for line in written if cues and line.bullet}
    turns = {line.number: name for line, (name, _) in labelled if line.number in at}
    if cues:
        turns = {at: name for at, name in turns.items() if name.lower() in back or is_listed(name)}
    lone = not cues and [*turns] != [line.number for line in written[:1]]
    if len(turns) > max(lone, (_TURNS if cues else _ALL_SPEAK) * len(timed)):
        return frozenset(name.lower() for name in turns.values())
    spoken = sum(seen[name] for name in back) + sum(bool(_CONTINUED.match(line.text)) for line in written)
    if not back or sum(is_work(line.text[end:]) for line, (_, end) in labelled) > len(labelled) / 2:
        return frozenset()
    if len(labelled) >= _ALL_SPEAK * len(written):
        labels = {name for _, (name, _) in labelled}
        once = (name for name in labels if " " not in name or is_listed(name))
        return back | frozenset(map(str.lower, once))
    scribed = _scribed([(line.nick, name) for line, (name, _) in labelled if line.nick], back)
    return scribed | back if spoken >= _SPOKEN * len(written) else scribed


def _scribed(turns: Sequence[tuple[str, str]], back: Set[str]) -> frozenset[str]:
    """Who speaks, as a nick tells that types the turns of others all along; `back`: labels that come back."""
    typed = Counter(nick for nick, name in turns if name.lower() in back)
    return frozenset(
        name.lower()
        for nick, name in turns
        if typed[nick] >= _SCRIBED
        and ".." not in name
        and (" " not in name or all(word[:1].isupper() for word in name.split()))
    )


def labels_of_work(lines: Sequence[Line]) -> list[str]:
    """The labels of two tasks or more: `Ann: call the printer`, `Bo: book the room` make them people; so do
    two tasks that end in the same name, `call the printer (Ann)`, or in which it orders: `Ann to call`."""
    labelled = [(line, label) for line in lines if not line.heading and (label := label_of(line.text))]
    names = [name for line, (name, end) in labelled if line.speaker is None and is_work(line.text[end:])]
    ends = (_NAMED_LAST.search(line.text[-_SHORT:]) for line in lines if line.bullet)
    asides = Counter(found[1] for found in ends if found)
    given = [found for line in lines if not line.speaker for found in _GIVEN.findall(line.text[:_FURTHEST])]
    ordered = {name for name, word, verb in given if word == "to" and verb in VERBS_EN}
    work = Counter(name for name, _, verb in given if name in ordered and verb in VERBS_EN)
    return (names if len(names) > 1 else []) + [
        name for several in (asides, work) for name, times in several.items() if times > 1
    ]


_GIVEN = re.compile(r"(?:^|[.,;:(–—-] )([A-Z][\w'’-]+) (to|will) ([a-z]+)")
_FURTHEST = 2000
_NAMED_LAST = re.compile(r"[a-z.,] \(([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)\)$")


def is_work(text: str) -> bool:
    """Whether what stands behind a label orders something: `call the printer`, `zaal reserveren`."""
    words = ASIDE.sub("", text).lower().split()[:40] or [""]
    first, last = words[0].strip(".,;!"), words[-1].strip(".,;!")
    return first in VERBS_EN or last in VERBS_NL or first in VERBS_NL_PRESENT or first in VERBS_NL_FIRST


_SCRIBED = 5
"""Who types so many turns of others in a chat writes down who says what, also of who speaks once."""
_ALL_SPEAK = 0.7
"""From this share of lines with a label also those who speak once are speaking."""
_TURNS = 0.1
"""The same of the cues of a transcript, where a name may stand only above the first of somebody's."""
_SPOKEN = 0.3
"""Notes are a conversation from this share of lines with a speaker."""


def is_conversation(lines: Sequence[Line]) -> bool:
    written = [line for line in lines if line.text and not line.heading]
    return bool(written) and sum(line.speaker is not None for line in written) >= _SPOKEN * len(written)


def said(line: Line, speaker: str, text: str) -> Line:
    """`line` of a speaker with what they say."""
    said = without_signs(line.number, text)
    return replace(line, speaker=speaker, text=said.text, done=line.done or said.done)


def with_speakers(
    lines: Iterable[Line], speaking: frozenset[str], *, transcript: bool = False
) -> Iterable[Line]:
    """`transcript`: what no label opens is said by the same person."""
    last: str | None = None
    for line in lines:
        label = None if line.heading else label_of(line.text)
        if label and label[0].lower() in speaking:
            last = label[0]
            yield said(line, last, line.text[label[1] :])
        elif last and (more := _CONTINUED.match(line.text)):
            yield replace(line, speaker=last, text=line.text[more.end() :])
        elif transcript and (line.speaker or (last and line.text)):
            last = line.speaker or last
            yield replace(line, speaker=last)
        else:
            last = None if line.heading else last
            yield line


def all_speakers(lines: Sequence[Line]) -> list[str]:
    """Those who speak or type, each once: `ann` and `Ann_Lee` are one."""
    names: dict[str, str] = {}
    for line in lines:
        for name in (line.nick, line.speaker):
            if name and bare(name) not in OFFICES:
                shown = CAMEL.sub(" ", ASIDE.sub("", name.replace("_", " "))).strip()
                if shown.lower() not in names and not _is_slip(shown.lower(), names):
                    names[shown.lower()] = shown
    parts = {part for name in names for part in _parts(name)}
    nicks = {nick for name in names for nick in _nicks(name.split())}
    return [shown for key, shown in names.items() if frozenset(key.split()) not in parts and key not in nicks]


def _is_slip(name: str, names: Iterable[str]) -> bool:
    """Written as one of the first of `names` but for a letter or a space, as people type in a hurry."""
    return any(fuzz.ratio(name, other) >= _SAME for other in islice(names, _COMPARED))


_SAME, _COMPARED = 92, 100
"""The likeness, of 100, of a name and its slip, and how many are held against it: `dmitriz` has 93 of
`dimitriz`, Maria Jansen 91 of Marie Jansen."""


def _nicks(words: Sequence[str]) -> Iterator[str]:
    """What somebody of this name may go by in a chat: `aplee`, `alee` and `ann l` for Ann Lee."""
    if 1 < len(words) <= MOST_WORDS and len(words[-1]) > 1:
        yield from (f"{words[0][0]}{words[-1]}", f"{words[0]}{words[-1][0]}", f"{words[0]} {words[-1][0]}")


def _parts(name: str) -> Iterator[frozenset[str]]:
    """Some of the words of a name; what has more words than names have is none."""
    words = frozenset(name.split())
    if len(words) <= MOST_WORDS:
        for count in range(1, len(words)):
            yield from map(frozenset, combinations(words, count))
