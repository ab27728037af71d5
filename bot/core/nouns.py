"""Nouns, how what a project keeps declares itself, and verbs, what people do to it; each declared once.

From a noun come its lists, form, history, undo, export and search; `records.py` has what one can do to it.
From a verb come its sub-command for one record and for several, its buttons, its line of help and its row in
the README, and how the log tells of it.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Generic, Protocol, TypeVar

from bot.core.errors import AlreadyDone
from bot.core.events import NEWS, Event
from bot.core.language import Both, Language
from bot.core.project import Project
from bot.core.record_lists import Filter, Wanted
from bot.core.values import StoredValue


class Record(StoredValue):
    project_id: int
    number: int
    version: int = 1
    """One up at each change; an older version in hand means that somebody else was first."""

    @property
    def key(self) -> str:
        """What a button is about: `project:number`."""
        return f"{self.project_id}:{self.number}"

    @property
    def ref(self) -> str:
        """The same of this version: `project:number:version`."""
        return f"{self.key}:{self.version}"


R = TypeVar("R", bound=Record)


class Records(Protocol[R]):
    """What every noun asks of storage."""

    def get(self, project_id: int, number: int) -> R | None: ...
    def get_many(self, keys: Iterable[tuple[int, int]]) -> dict[tuple[int, int], R]:
        """Those that there are, by project and number; to read only."""

    def where(self, project_id: int, **fields: object) -> list[R]:
        """Those of the project whose fields are so, by number."""

    def add(self, value: R) -> None: ...
    def put(self, value: R) -> None: ...
    def page(self, project: Project, wanted: Wanted, today: date, first: int, limit: int) -> list[R]:
        """In the noun's order, from `first` on, which counts from 0."""

    def how_many(self, project: Project, wanted: Wanted, today: date) -> int: ...


RECORDS_ONE = Both("records one", "legt er een vast")
NameOf = Callable[[str | None], str]
"""Of a user id; empty for nobody."""


class Kind(StrEnum):
    """How a field is typed, checked and told."""

    text = "text"
    person = "person"
    people = "people"
    day = "day"
    time = "time"
    """On the clock."""
    length = "length"
    """In minutes."""
    number = "number"
    """Of another record of the same noun."""
    state = "state"
    parts = "parts"
    """A list of what it is made up of; of a change only those are told that are new or other since."""
    repeat = "repeat"
    """A rule of iCalendar, typed and told in words."""


@dataclass(frozen=True)
class Field:
    """A field that people know, declared once for its form, history, export and search."""

    name: str
    kind: Kind
    label: Both
    asked: Both | None = None
    """Above its input, where that is not the label."""
    when: Callable[[Mapping[str, Any]], bool] = lambda _values: True
    """Whether the form asks for it, by what it shows, with the number of a record that is there."""
    limit: int = 0
    """Characters of a text."""
    required: bool = False
    typed: bool = True
    """It stands in the form; the others follow from what people do."""
    kept: bool = True
    """Otherwise it is the form's alone, and another field tells what it says."""
    hint: Both | None = None
    states: Mapping[Any, Both] = field(default_factory=dict)
    """Of a state: its values in words."""
    told: Callable[[Any, Language, NameOf], str] | None = None
    """The value in safe words, where its kind does not say how."""
    step: Callable[[Any, Any, bool, Language, NameOf], str] | None = None
    """A change from one value to another in safe words with its label, where an arrow says it badly; third:
    whether it is one that was taken back."""
    fresh: bool = False
    """Told by what it is now, not by what it was; typed anew each time."""


@dataclass(frozen=True)
class Change(Generic[R]):
    """A record was made or changed: what others may subscribe to, by the noun's own subclass."""

    what: str
    before: R | None
    """None for a new one."""
    after: R
    event: int
    """Of the log; the occasion of what is said because of it."""


@dataclass(frozen=True)
class Noun(Generic[R]):
    name: str
    """Of its folder, and in the log: "decisions"."""
    letter: str
    """Before its numbers: B-3."""
    value: type[R]
    records: type[Records[R]]
    changed: type[Change[R]]
    one: Both
    many: Both
    fields: tuple[Field, ...]
    example: Both
    """What may be typed to make one."""
    withdrawn: Callable[[R, datetime], R]
    """What is left of one whose creation is undone: its number stays given."""
    counted: tuple[Both, Both] | None = None
    """One and several of them behind a number, where that is not `one` and `many`: "3 sets of minutes"."""
    note: Both | None = None
    """What help says first."""
    check_read: Callable[[Any, R], None] = lambda _ctx, _record: None
    """Raises why who asks, given the context, may see no more of a record than that it is there."""
    check_write: Callable[[Any, R], None] = lambda _ctx, _record: None
    """Raises why who asks, given the context, may not change a record."""
    restored: Callable[[Event, R, R, datetime], R] = lambda _event, _present, before, _now: before
    """What an undo makes of an event, the record and how it was before: some things no undo takes back."""
    whole: Callable[[R], bool] = lambda _record: False
    """Whether an undo takes back all that the same act changed, rather than this record alone."""
    lasting: Collection[str] = NEWS
    """What the log calls changes that no undo takes back, and that are in the way of none."""
    announced: Callable[[Any, str, R | None, R], None] | None = None
    """Logs a change, given its context, where that is more than to log it and have it told."""
    told: Callable[[Any, Any], None] | None = None
    """Tells people of its `changed`, given the context, where that is more than to publish it."""
    adds: Both = field(default_factory=lambda: Both("Record “{}”", "Leg “{}” vast"))
    """On the button that makes one of what was typed."""
    makes: Both = RECORDS_ONE
    """What its example does."""
    past: Mapping[str, Both] = field(default_factory=dict)
    """What the log calls changes that no verb makes, as in "Tom edited it"."""
    tells: Mapping[str, Both] = field(default_factory=dict)
    """As `past`, with what a change changed in place of its names: "moved it to {due}[: {because}]". What is
    in brackets is left out where it has no new value; of several ways, with `|` between, the first is taken
    whose other values are all there."""
    filters: tuple[Filter, ...] = ()
    order: Callable[[Wanted], tuple[str, ...]] = lambda _wanted: ("-number",)
    """Fields, `-` before one that falls; what is empty comes last."""
    searched: tuple[str, ...] = ()
    """The fields in which words are looked for, where that is not every text."""
    opens: Both = field(default_factory=lambda: Both("Open one", "Open er een"))
    """On the menu of a list's rows."""
    none: Both = field(default_factory=lambda: Both("Nothing yet. Type one:", "Nog niets. Typ er een:"))
    """Said of an empty list, before the example."""

    @property
    def typed(self) -> tuple[Field, ...]:
        return tuple(each for each in self.fields if each.typed)

    def text_of(self, record: R) -> str:
        """What it says: its first field."""
        return str(getattr(record, self.fields[0].name))

    def counting(self, count: int, language: Language) -> str:
        """3 decisions"""
        one, several = self.counted or (self.one, self.many)
        return f"{count} {(one if count == 1 else several).in_language(language)}"

    def named(self, number: int) -> str:
        return f"{self.letter}-{number}" if self.letter else str(number)


REMOVE = Both("delete|remove", "verwijder|verwijderen")
"""What people try, whatever a noun calls it."""


class Takes(StrEnum):
    """What is typed behind a verb, and handed to its use case behind the context."""

    numbers = "numbers"
    """`3 5 7-9`: the use case takes one number."""
    own = "own"
    """What only this verb takes; its desk reads it."""
    successor = "successor"
    """`3 by 7`, or `3` and the line of a new one: a number, and a number or the fields of a record."""


@dataclass(frozen=True)
class Verb(Generic[R]):
    words: Both
    """What may be typed, several ways with `|` between; the first is named in help."""
    does: Callable[..., R]
    logged: str
    """Its name in the log."""
    past: Both
    """In the history: "Tom replaced it"."""
    changed: Both
    """Of several: "Withdrawn: 3 decisions"."""
    help: Both
    tells: Both | None = field(default=None, kw_only=True)
    """As `past`, with what it changed: see `Noun.tells`."""
    takes: Takes = Takes.numbers
    check: Callable[[R], None] | None = None
    """Of several at once: raises why one of them is not to be changed."""
    button: Both | None = None
    """On the card, where a number is all that it takes."""
    example: Both = field(default_factory=lambda: Both("3", "3"))
    """What is typed behind its word."""
    starts_texts: bool = False
    """Many a text begins with its word too, so only a number behind it makes it a verb."""
    also: Both | None = None
    """Other words that people try, with each of which many a text begins."""
    said: Callable[[R], Both] | None = None
    """What an answer begins with, fields in braces: "Given to {owner}"; else as of several: "Withdrawn"."""
    offered: bool = False
    """Its word alone lists one's own, each with its button."""

    @property
    def name(self) -> str:
        """The first English word: of its button and its sub-command."""
        return self.words.en.partition("|")[0]

    @property
    def shown(self) -> Both:
        """As it is typed: `replace 3 by 7`."""
        pairs = zip(self.words, self.example, strict=True)
        return Both(*(f"{words.partition('|')[0]} {example}".strip() for words, example in pairs))


def not_yet(noun: str, state: str) -> Callable[[Any], None]:
    """A verb's check: raises AlreadyDone of what is in that state."""

    def check(record: Any) -> None:
        if record.status == state:
            raise AlreadyDone(noun, record.number, state)

    return check


AnyVerb = Verb[Any]
