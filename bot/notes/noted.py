"""What was typed for the minutes: a marker with what it marks, who is there, and corrections of these."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.notes.lines import Line, bare
from bot.notes.markers import without_signs
from bot.notes.name_lists import names_in
from bot.notes.speakers import label_of
from bot.notes.tasks import marked
from bot.notes.words import (
    ABSENT,
    NOTHING,
    PARK_MARKERS,
    PRESENT,
    QUESTION_MARKERS,
    RISK_MARKERS,
    TOPIC_MARKERS,
)

PRESENT_SIGN = re.compile(r"(present|aanwezig|regrets|afwezig) ?\+[:\s]*(.*)", re.IGNORECASE)
"""`present+`, also with names."""
_TOPIC = re.compile(r"[#/!](?:sub)?topic\s+(\S.*)", re.IGNORECASE)
_CORRECTION = re.compile(r"s/([^/]{1,200})/([^/]{0,200})(?:/g?)?$")
_CORRECTION_REACHES = 40
"""A scribe corrects what was typed a moment ago."""
_UNDO = re.compile(r"[#/!]undo\b[\s.!]*$", re.IGNORECASE)
_WORDS = QUESTION_MARKERS | RISK_MARKERS | PARK_MARKERS


def behind(text: str, words: frozenset[str]) -> str:
    """What stands behind one of `words` as a marker; nothing without one."""
    word, rest = _labelled(text)
    return rest if word in words else ""


def _labelled(text: str) -> tuple[str, str]:
    """The label that a line begins with, and what stands behind it."""
    label = label_of(text, any_label=True)
    return (bare(label[0]), text[label[1] :].strip()) if label else ("", "")


def topic_of(text: str) -> str:
    """The topic that a marker or a command begins."""
    if command := _TOPIC.match(text):
        return command[1]
    return "" if "://" in text else behind(text, TOPIC_MARKERS)


def typed_names(text: str) -> Iterator[tuple[bool, str]]:
    """(present, name) for each in a list behind a label, all of which is typed in one line."""
    word, rest = _labelled(text)
    if word in PRESENT or word in ABSENT:
        yield from ((word in PRESENT, name) for name in names_in(rest))


def is_told(text: str) -> bool:
    """Whether it begins a topic, tells who is there, or marks what is no action and no decision."""
    said = PRESENT_SIGN.match(text) or topic_of(text) or behind(text, _WORDS)
    return bool(said) or any(typed_names(text))


def is_noted(text: str, known: frozenset[str]) -> bool:
    """Whether the draft takes something of a line beyond what somebody said, if `known` are names."""
    mark = marked(text, known)
    return bool(mark and mark.rest and bare(mark.rest) not in NOTHING) or is_told(text)


def is_typed_along(raw: str, *, may_be: bool = False) -> bool:
    """Whether a line that was said is meant for the minutes; or `may_be`, if words in it are names."""
    text = without_signs(1, raw).text
    commanded = _CORRECTION.match(text) or _UNDO.match(text)
    return bool(commanded) or is_noted(text, frozenset(re.findall(r"\w+", text.lower()) if may_be else ()))


def corrected(lines: Sequence[Line]) -> list[Line]:
    """`lines` with each `s/wrong/right/` carried out on the nearest earlier line that has the wrong words,
    and each `#undo` on the nearest one that was typed for the minutes, by who takes it back."""
    speakers = frozenset(line.speaker.lower().split()[0] for line in lines if line.speaker)
    result: list[Line] = []
    for line in lines:
        correction, undo = _CORRECTION.match(line.text), _UNDO.match(line.text)
        wrong, right = correction.groups() if correction else ("", "")
        reach = range(len(result) - 1, max(-1, len(result) - 1 - _CORRECTION_REACHES), -1)
        done = False
        for at in reach if correction or undo else ():
            own = result[at].text and line.speaker in (None, result[at].speaker)
            if own and is_noted(result[at].text, speakers) if undo else wrong in result[at].text:
                text = "" if undo else result[at].text.replace(wrong, right, 1)
                result[at], done = replace(result[at], text=text), True
                break
        result.append(replace(line, text="", corrects=done) if correction or undo else line)
    return result
