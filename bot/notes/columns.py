"""Which column of a table holds what: by its name, by what a project said of it, or by its cells."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType

from bot.core.values import Value
from bot.notes.cells import is_date
from bot.notes.headers import GENERAL, NAMES, OF_ACTIONS, Role, is_other, label_of, ranks_of
from bot.notes.people import are_names
from bot.notes.words import DONE

Cells = Sequence[str]
Own = Mapping[str, Role]
"""What a project's columns hold, by their names in lower case."""
NONE_OWN: Own = MappingProxyType({})
PARTS = (Role.due, Role.owner, Role.text)
"""The parts of which a row has one."""
MOST_OF = 0.6
"""Of a column's cells that hold something: so many dates make it one of dates."""
ENOUGH = 60
"""Rows by which it is told what the columns hold."""
LONGEST_NAME = 60
STATES = DONE | frozenset("open todo true false waar onwaar".split())
"""Cells of a column without a name that tells whether its rows are done."""
_PLAINLY_ACTIONS = frozenset(
    ["action", "actions", "action item", "action items", "actie", "acties", "actiepunt", "actiepunten"]
)
_DECISIONS = frozenset("besluit besluiten decision decisions beslissing beslissingen".split())
_AND = re.compile(r" ?/ ?|-? (?:en|of|and|or|&) ")
Fits = Callable[[Role, int], bool]


class Columns(Value):
    """The places of a row's parts, from 0."""

    text: int
    owner: int | None = None
    due: int | None = None
    done: tuple[int, ...] = ()
    of_decisions: bool = False
    of_both: bool = False
    """Of the decisions those with an owner or a date are actions."""

    def place_of(self, part: Role) -> int | None:
        return {Role.text: self.text, Role.owner: self.owner, Role.due: self.due}[part]

    @classmethod
    def of_header(cls, cells: Cells, of_actions: bool = False) -> "Columns | None":
        """The columns that a row of column names tells; None for any other row.

        `of_actions`: only those of a list of actions, which says so, or has an owner or a date.
        """
        labels = [label_of(cell) for cell in cells]
        decided = [place for place, label in enumerate(labels) if label in _DECISIONS or names_both(label)]
        if of_actions and decided and len(labels) > 1 and not any(map(_is_of_actions, labels)):
            at = places(labels) | {Role.text: decided[0]}
            by_when = Role.owner in at and Role.due in at and labels[at[Role.due]] not in ("date", "datum")
            both = names_both(labels[decided[0]]) or by_when
            found = cls.of_places(at, labels) if both else cls(text=decided[0])
            return found.model_copy(update={"of_decisions": True, "of_both": both})
        if of_actions and not any(_is_of_actions(label) or label in NAMES for label in labels):  # most rows
            return None
        at = places(labels)
        if Role.text not in at:
            return None
        if (
            of_actions
            and Role.due in at
            and labels[at[Role.due]] in ("date", "datum")
            and at[Role.due] < at[Role.text]
        ):
            del at[Role.due]  # when it was noted
        columns = cls.of_places(at, labels)
        if of_actions:
            label = labels[columns.text]
            listed = len(at) > 1 or (len(labels) > 1 and label in _PLAINLY_ACTIONS)
            named = label in NAMES and len(at) == len(PARTS)  # `Name | Assigned to | Deadline`
            return columns if listed and (named or _is_of_actions(label)) else None
        told = len(at) > 1 or columns.done or any(map(is_other, labels))
        return columns if told or sum(map(bool, cells)) == 1 else None

    @classmethod
    def of_places(cls, at: Mapping[Role, int], labels: Sequence[str], own: Own = NONE_OWN) -> "Columns":
        """With all other columns that say what is done; without a place for the text that is the first."""
        free = (place for place in range(len(labels)) if place not in at.values())
        done = tuple(place for place in free if Role.done in _ranks(labels[place], own))
        return cls(text=at.get(Role.text, 0), owner=at.get(Role.owner), due=at.get(Role.due), done=done)


def names_both(label: str) -> bool:
    """Whether actions and decisions stand there: `Besluit/actie`, `Actie- en besluitenlijst`."""
    words = {word.removesuffix("lijst") for word in _AND.split(label)}
    return len(words) == 2 and not (_DECISIONS.isdisjoint(words) or _PLAINLY_ACTIONS.isdisjoint(words))


def _is_of_actions(label: str) -> bool:
    return label in OF_ACTIONS or (Role.text in ranks_of(label) and not OF_ACTIONS.isdisjoint(label.split()))


def _ranks(label: str, own: Own) -> Mapping[Role, int]:
    return {own[label]: -1} if label in own else ranks_of(label)


def _agree(_role: Role, _place: int) -> bool:
    return True


def places(labels: Sequence[str], own: Own = NONE_OWN, fits: Fits = _agree) -> dict[Role, int]:
    """The places of the parts that the columns' names tell, where the cells of what may be another fit."""
    at: dict[Role, int] = {}
    for role in PARTS:
        free = [place for place in range(len(labels)) if place not in at.values()]
        ranked = [(_ranks(labels[place], own).get(role), place) for place in free]
        sure = [(rank, place) for rank, place in ranked if rank is not None]
        fitting = [place for rank, place in sorted(sure) if rank < GENERAL or fits(role, place)]
        if fitting:
            at[role] = fitting[0]
    return at


class Contents:
    """What the columns hold, told by their cells; `known` are names in lower case."""

    def __init__(self, rows: Sequence[Cells], known: frozenset[str]) -> None:
        self.known = known
        self.cells: list[list[str]] = [[] for _ in range(max(map(len, rows), default=0))]
        for row in rows[:ENOUGH]:
            for column, cell in zip(self.cells, map(str.strip, row), strict=False):
                column += [cell] if cell else []

    def of(self, at: int) -> list[str]:
        return self.cells[at] if at < len(self.cells) else []

    def dates(self, at: int) -> bool:
        return _mostly(self.of(at), is_date)

    def names(self, at: int) -> bool:
        return _mostly(self.of(at), partial(_is_name, self.known))

    def known_names(self, at: int) -> bool:
        return _mostly(self.of(at), lambda cell: cell.lower() in self.known)

    def states(self, at: int) -> bool:
        """A column of TRUE and FALSE, or of Done and open."""
        return _mostly(self.of(at), lambda cell: cell.lower() in STATES)

    def fits(self, role: Role, at: int) -> bool:
        """Whether the cells are such: `Name` may be an action's, and `Gereed` whether it is done."""
        if role is not Role.owner:
            return not self.of(at) or self.dates(at)
        return not self.of(at) or any(cell.lower() in self.known for cell in self.of(at))

    def filled(self, at: Mapping[Role, int], free: Sequence[int]) -> dict[Role, int]:
        """The places with what their names do not tell: dates are the due column, names the owners', and of
        the rest the longest is text. Only where nothing else has words, a column that could be names is the
        text."""
        found = dict(at)
        if Role.due not in found:
            _put(found, Role.due, next(filter(self.dates, free), None))
        rest = [place for place in free if place != found.get(Role.due) and not self.states(place)]
        if Role.text not in found:
            worded = [place for place in rest if self._is_of_texts(place)]
            longest = max(worded or rest, key=lambda place: sum(map(len, self.of(place))), default=None)
            _put(found, Role.text, longest)
        if Role.owner not in found:
            others = (place for place in rest if place != found.get(Role.text))
            _put(found, Role.owner, next(filter(self.names, others), None))
        return found

    def _is_of_texts(self, at: int) -> bool:
        return _mostly(self.of(at), _has_words) and not self.names(at)


def _put(found: dict[Role, int], role: Role, place: int | None) -> None:
    if place is not None:
        found[role] = place


def _mostly(cells: Cells, is_one: Callable[[str], bool]) -> bool:
    fitting = sum(count for cell, count in Counter(cells).items() if is_one(cell))
    return bool(cells) and fitting >= MOST_OF * len(cells)


def _has_words(cell: str) -> bool:
    return any(map(str.isalpha, cell))


def _is_name(known: frozenset[str], cell: str) -> bool:
    return len(cell) <= LONGEST_NAME and are_names(cell, known)
