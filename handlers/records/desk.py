"""A noun at its desk: what the command, the buttons and the messages of its records are made from."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, TypeVar

from slack_sdk.models.blocks import Block, ButtonElement, InteractiveElement

from bot.core.context import Context
from bot.core.errors import Misfilled
from bot.core.language import Both, Language
from bot.core.nouns import Noun, R, Verb
from bot.core.record_lists import ALL, ME, By, Wanted
from bot.core.records import Overtaken
from bot.texts import Texts
from handlers.records.vocabulary import Vocabulary
from handlers.slack.registry import CommandName
from handlers.slack.reply import Message, Reply
from handlers.slack.request import Click, Command, Request, See
from handlers.slack.subcommands import Takes as Pattern

Known = TypeVar("Known")


def referred(request: Request, value: str) -> tuple[Context, int, int]:
    """Context, number and version of a record's `ref`, 0 for its `key`; raise BotOutside or NotAllowed."""
    project_id, number, *version = map(int, value.split(":"))
    return request.of(project_id), number, version[0] if version else 0


def pressed(act: Callable[[Context, int], object]) -> Callable[[Click], None]:
    """The listener of a button about a record, where what it does shows by itself."""

    def listener(request: Click) -> None:
        ctx, number, _version = referred(request, request.value)
        act(ctx, number)

    return listener


def picked(
    act: Callable[[Context, int, Any], object], read: Callable[[str], Any] = str
) -> Callable[[Click], None]:
    """The same of a picker, with what was picked; None for nothing."""

    def listener(request: Click) -> None:
        ctx, number, _version = referred(request, request.subject)
        act(ctx, number, read(request.value) if request.value else None)

    return listener


Change = Callable[[Context, int], Any]
"""What is done to the record of a number."""
Found = tuple[list[int], Change] | tuple[list[int], Change, str] | Reply
"""The numbers typed behind a verb and what is to be done to each, perhaps with what must be said besides; or
what must be asked first."""
Read = Callable[[Command, str], Found]


Beside = Callable[[R, See], ButtonElement | None]
"""The button beside a record in a list."""


@dataclass(frozen=True)
class Reader:
    """How what is typed behind a verb is told from a text, and read."""

    takes: Pattern
    read: Read
    also: Pattern | None = None
    """How it is told behind the verb's other words, where that is not the same."""


@dataclass(frozen=True)
class Form(Generic[R]):
    """The form that comes from the declaration of fields."""

    noun: Noun[R]
    actions: str = field(default="", kw_only=True)
    """Before the ids of its buttons and forms; without it the noun's name."""
    hints: Callable[[Context, R | None, Texts], Mapping[str, str]] = field(
        kw_only=True, default=lambda _ctx, _record, _texts: {}
    )
    """What stands beneath its fields, besides what is declared; None for a new one."""
    rest: str = field(default="", kw_only=True)
    """The field that begins what is seldom filled in: one press away as long as all of it is empty."""

    def action(self, name: str) -> str:
        return f"{self.actions or self.noun.name}.{name}"


@dataclass(frozen=True)
class Desk(Form[R]):
    """The parts that every noun has: list, verbs, history, undo."""

    command: CommandName
    verbs: tuple[Verb[R], ...]
    line: Callable[[R, See], str]
    """A record in a list, or alone."""
    readers: Mapping[str, Reader] = field(default_factory=dict)
    """Of verbs that take something of their own, by name."""
    beneath: Callable[[R, See], list[str]] | None = None
    """Lines about a record beneath the answer to who changed it."""
    group: Callable[[R, Wanted, See], str] = lambda _record, _wanted, _see: ""
    """The heading in a list under which it stands with those beside it, in safe words; empty for none."""
    row: Callable[[R, Wanted, See], str] | None = None
    """In a list, where its title or the group above it says a part of it."""
    lists: Both = field(default_factory=lambda: Both("list", "lijst"), kw_only=True)
    """What may be typed for its list, the first as in `Verb.words`."""
    beside: Beside[R] | None = field(default=None, kw_only=True)
    """The button beside a record in a list."""
    everywhere: Callable[[Request], Message] | None = field(default=None, kw_only=True)
    """One's own of all projects: the list where there is no project."""

    def wanted(self, request: Command, text: str) -> Wanted:
        """Whatever is no filter is looked for, but the project's name where that told which is meant; raise
        UnknownPerson for an `@name` that nobody has."""
        fields = self.vocabulary.read(request, text)
        named = request.here.project.name.lower().split() if request.elsewhere else []
        words = [word for word in fields.pop("words", []) if word.lower() not in named]
        return Wanted(values=fields, words=words)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The phrases of the noun's filters; a name alone is of the first that takes a person."""
        phrases: dict[str, dict[str, Any]] = {}
        before: dict[str, str] = {}
        spoken: dict[Language, set[str]] = {language: set() for language in Language}
        for each in self.noun.filters:
            for value, ways in each.values.items():
                for way in _ways(*ways):
                    phrases.setdefault(way, {}).setdefault(each.name, []).append(str(value))
            if each.by is By.state:
                phrases |= {way: {each.name: [*map(str, each.values)]} for way in _ways(*ALL)}
            phrases |= {way: {each.name: [ME]} for way in _ways(*(each.mine or ()))}
            before |= dict.fromkeys(_ways(*(each.before or ())), each.name)
            for ways in (*each.values.values(), *([each.mine] if each.mine else [])):
                for language in Language:
                    spoken[language].update(_ways(ways.in_language(language)))
        person = next(each.name for each in self.noun.filters if each.by is By.person)
        days = next((each.name for each in self.noun.filters if each.ahead), "")
        return Vocabulary(phrases, person, before, spoken, days)


@dataclass(frozen=True)
class FormDesk(Desk[R]):
    """With a form that comes from the declaration of the fields."""

    edits: Callable[[Context, int, int, Mapping[str, Any]], R | Overtaken[R]] = field(kw_only=True)
    """Takes a context, number, version and all fields of the form."""
    presets: Callable[[Context], dict[str, Any]] = field(default=lambda _ctx: {}, kw_only=True)
    """What the form of a new one begins with."""
    opens: Callable[[Context, int], R] | None = field(default=None, kw_only=True)
    """The record whose form is asked for, where not everybody may change it."""
    form_action: str = field(default="edit", kw_only=True)
    """Of the button that opens its form."""
    warns: Callable[[R, Mapping[str, Any], See], Message | None] = field(
        default=lambda _record, _fields, _see: None, kw_only=True
    )
    """What somebody must know of what they filled in."""
    instead: Callable[[Context, Misfilled, Mapping[str, Any], int, Texts], Message | None] = field(
        default=lambda _ctx, _wrong, _fields, _number, _texts: None, kw_only=True
    )
    """What is said instead of a refusal of what was filled in, for a new one (number 0) or another."""


@dataclass(frozen=True)
class FullDesk(FormDesk[R]):
    """With all that a noun can have: its command and card come from its declaration too."""

    creates: Callable[..., R] = field(kw_only=True)
    """Takes a context and fields."""
    reads: Callable[[Request, str], dict[str, Any]] = field(kw_only=True)
    """The fields that a typed line tells."""
    makes: Callable[[Command], Reply] | None = field(default=None, kw_only=True)
    """What is typed that is no sub-command, or nothing at all, where that does not simply create one."""
    recurs: bool = field(default=False, kw_only=True)
    """One that says the same as another is nothing out of the ordinary."""
    title: Callable[[R, Texts], str] = field(kw_only=True)
    facts: Callable[[R, See], list[Block]] = field(kw_only=True)
    """What stands beneath the title on its card."""
    buttons: Callable[[R, Texts], Sequence[InteractiveElement]] | None = field(default=None, kw_only=True)
    """What its card offers first, in place of the buttons of its form and its verbs."""
    options: Callable[[R, Texts], list[tuple[str, str]]] = field(
        default=lambda _record, _texts: [], kw_only=True
    )
    """Actions and labels that stand first in its menu, beside `buttons`."""


def _ways(*words: str) -> list[str]:
    return list(dict.fromkeys(way for each in words for way in each.split("|")))
