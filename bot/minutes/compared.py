"""Action items of notes held against the project's open ones: new, named again, to be changed, or done."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.action_items.duplicates import twins
from bot.action_items.model import ActionItem
from bot.minutes.model import Becomes, Item, ProposalKind
from bot.notes.cells import says_done
from bot.notes.note_lines import read

_CELLS, _BETWEEN = re.compile(r"\s*[|\t]\s*"), re.compile(r":\s+|\s+[–—-]+>?\s+|~~")
LONGEST, MOST_PARTS = 500, 6
"""Characters of a line that may tell of something done, and its parts that may be what."""


def compared(items: Sequence[Item], notes: str, there: Mapping[int, ActionItem]) -> list[Item]:
    """`items` with what they become, and those of `there`, the open ones, that the notes say are done."""
    texts = {number: item.text for number, item in there.items()}
    actions = {at: item.text for at, item in enumerate(items) if item.kind is ProposalKind.action}
    found = twins(actions, texts)
    named = [_named(item, there[found[at]]) if at in found else item for at, item in enumerate(items)]
    return [*named, *_done(notes, {item.line for item in items}, {*found.values()}, there)]


def changes(item: Item, there: ActionItem) -> dict[str, Any]:
    """The owner and the date that the notes give it, where it has others."""
    told: dict[str, Any] = {"owner": item.owner, "due": item.due}
    return {name: value for name, value in told.items() if value and value != getattr(there, name)}


def _named(item: Item, there: ActionItem) -> Item:
    becomes = Becomes.changed if changes(item, there) else Becomes.named
    return item.evolve(twin=there.number, becomes=becomes)


def _done(notes: str, taken: set[int], named: set[int], there: Mapping[int, ActionItem]) -> Iterator[Item]:
    """In lines but those `taken`, ticked or struck out; each open item once, and none of `named`."""
    lines = [each for each in _done_lines(notes) if each[0] not in taken]
    parts = dict(enumerate((number, raw, part) for number, raw, text in lines for part in _parts(text)))
    texts = {number: item.text for number, item in there.items() if number not in named}
    for at, twin in twins({at: part for at, (_number, _raw, part) in parts.items()}, texts).items():
        number, raw, _part = parts[at]
        if number in taken or twin in named:
            continue
        taken.add(number)
        named.add(twin)
        item = there[twin]
        yield Item(
            kind=ProposalKind.action,
            text=item.text,
            owner=item.owner,
            due=item.due,
            line=number,
            quote=raw[:LONGEST],
            twin=twin,
            becomes=Becomes.closed,
        )


def _done_lines(notes: str) -> Iterator[tuple[int, str, str]]:
    for line in read(notes):
        if len(line.raw) > LONGEST:
            continue
        cells = _CELLS.split(line.raw.strip("| \t"))
        if line.done:
            yield line.number, line.raw, line.text
        elif len(cells) > 2 and any(map(says_done, cells)):
            yield from ((line.number, line.raw, cell) for cell in cells)


def _parts(text: str) -> Iterator[str]:
    """`Ann: call the bank - Friday` whole, without what stands before it, and without what stands behind."""
    parts = [part for part in map(str.strip, _BETWEEN.split(text)) if part][:MOST_PARTS]
    for first in range(len(parts)):
        for last in range(len(parts), first, -1):
            yield " ".join(parts[first:last])
