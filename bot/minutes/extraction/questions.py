"""Open questions, and what was parked: those that a marker shows, or that are listed below a heading."""

from collections.abc import Collection, Iterator, Sequence

from bot.notes.lines import Line, bare, sentences
from bot.notes.note_lines import label_of


def told(lines: Sequence[Line], markers: Collection[str]) -> Iterator[str]:
    listed = False
    for line in lines:
        if bare(line.text) in markers:
            listed = True
        elif listed and line.bullet:
            yield line.text
        elif line.text:
            listed = False
            for sentence in sentences(line.text):
                label = label_of(sentence, any_label=True)
                if label and bare(label[0]) in markers:
                    yield sentence[label[1] :].strip()
