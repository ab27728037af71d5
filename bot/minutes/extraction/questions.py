"""Open questions and what was parked: what a marker shows, or what is listed below a heading."""

from collections.abc import Iterator, Sequence

from bot.notes.lines import Line, bare, sentences
from bot.notes.noted import behind
from bot.notes.words import PARK_MARKERS, QUESTION_MARKERS, RISK_MARKERS


def questions(lines: Sequence[Line]) -> Iterator[str]:
    """A risk is one too: somebody must find out what becomes of it."""
    return _marked(lines, QUESTION_MARKERS, RISK_MARKERS)


def parked(lines: Sequence[Line]) -> Iterator[str]:
    return _marked(lines, PARK_MARKERS)


def _marked(
    lines: Sequence[Line], words: frozenset[str], more: frozenset[str] = frozenset()
) -> Iterator[str]:
    """What stands behind one of these words, or below one of `words` as a heading."""
    listed = False
    for line in lines:
        if bare(line.text) in words:
            listed = True
        elif listed and line.bullet:
            yield line.text
        elif line.text:
            listed = False
            for sentence in sentences(line.text):
                if text := behind(sentence, words | more):
                    yield text
