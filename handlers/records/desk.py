"""A noun at its desk: what the command, the buttons and the messages of its records are made from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Generic

from slack_sdk.models.blocks import Block, ButtonElement

from bot.core.context import Context
from bot.core.nouns import Noun, R
from bot.core.record_lists import ALL, PERIODS, By, Wanted
from bot.core.records import Overtaken
from bot.core.verbs import Verb
from bot.texts import Texts
from handlers.records.vocabulary import ME, Vocabulary
from handlers.slack.names import NameOf, names
from handlers.slack.registry import CommandName
from handlers.slack.reply import Message, Reply
from handlers.slack.request import Command, Request
from handlers.slack.subcommands import Takes as Pattern


@dataclass(frozen=True)
class See:
    """Who looks, in which project, in whose language."""

    ctx: Context
    texts: Texts

    @cached_property
    def name_of(self) -> NameOf:
        return names(self.ctx.uow, self.ctx.project.team)

    @property
    def today(self) -> date:
        return self.ctx.today


Change = Callable[[Context, int], Any]
"""What is done to the record of a number."""
Read = Callable[[Command, str], "tuple[list[int], Change] | Reply"]
"""The numbers typed behind a verb and what is to be done to each, or what must be asked first."""


@dataclass(frozen=True)
class Reader:
    """How what is typed behind a verb is told from a text, and read."""

    takes: Pattern
    read: Read


@dataclass(frozen=True)
class Form(Generic[R]):
    """The form that comes from the declaration of fields."""

    noun: Noun[R]
    actions: str = field(default="", kw_only=True)
    """Before the ids of its buttons and forms; without it the noun's name."""
    hints: Callable[[Context, R | None, Texts], Mapping[str, str]] = field(
        kw_only=True, default=lambda _ctx, _record, _texts: {}
    )
    """What stands beneath fields of its form, besides what is declared; None for a new one."""

    def action(self, name: str) -> str:
        return f"{self.actions or self.noun.name}.{name}"


@dataclass(frozen=True)
class Desk(Form[R]):
    """The parts that every noun has: verbs, history, undo."""

    command: CommandName
    verbs: tuple[Verb[R], ...]
    line: Callable[[R, See], str]
    """A record in a list."""
    readers: Mapping[str, Reader] = field(default_factory=dict)
    """Of verbs that take something of their own, by name."""
    echo: Callable[[R, See], Message] | None = None
    """A record to who changed it by typing; without it the line."""

    def ref(self, record: R) -> str:
        """A button's value: `project:number:version`."""
        return f"{record.project_id}:{record.number}:{record.version}"


@dataclass(frozen=True)
class FormDesk(Desk[R]):
    """With the parts that come from the declaration of fields and filters: form, card, list."""

    creates: Callable[..., R] = field(kw_only=True)
    """Takes a context and fields."""
    edits: Callable[[Context, int, int, Mapping[str, Any]], R | Overtaken[R]] = field(kw_only=True)
    """Takes a context, number, version and all fields of the form."""
    reads: Callable[[Request, str], dict[str, Any]] = field(kw_only=True)
    """The fields that a typed line tells."""
    presets: Callable[[Context], dict[str, Any]] = field(kw_only=True)
    """What the form of a new one begins with."""
    title: Callable[[R, Texts], str] = field(kw_only=True)
    facts: Callable[[R, See], list[Block]] = field(kw_only=True)
    """What stands beneath the title on its card."""
    buttons: Callable[[R, Texts], list[ButtonElement]] | None = field(kw_only=True, default=None)
    """What its card offers first, in place of the buttons of its form and its verbs."""
    form_action: str = field(kw_only=True, default="edit")
    """Of the button that opens its form."""
    opens: Callable[[Context, int], R] | None = field(kw_only=True, default=None)
    """The record whose form is asked for, where not everybody may change it."""
    attempts: Callable[[Request, Context, dict[str, Any]], Reply] | None = field(kw_only=True, default=None)
    """Makes one of the fields of a typed line, where that may ask for what is missing."""
    warns: Callable[[R, Mapping[str, Any], Texts], str] = field(
        kw_only=True, default=lambda _record, _fields, _texts: ""
    )
    """What somebody must know of what they filled in, in safe words."""
    everywhere: Callable[[Request], Message] | None = field(kw_only=True, default=None)
    """One's own of all projects: the list where there is no project."""
    makes: Callable[[Command], Reply] | None = field(default=None, kw_only=True)
    """What is typed that is no sub-command, or nothing at all, where that does not simply create one."""
    beside: Callable[[R, See], ButtonElement | None] | None = field(default=None, kw_only=True)
    """The button beside a record in a list."""

    def wanted(self, request: Command, text: str) -> Wanted:
        """Whatever is no filter is looked for."""
        fields = self.vocabulary.read(request, text)
        words, period = fields.pop("words", []), fields.pop("period", None)
        return Wanted(values=fields, period=period, words=words)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The phrases of the noun's filters."""
        phrases: dict[str, dict[str, Any]] = {}
        person, before = "", {}
        for each in self.noun.filters:
            match each.by:
                case By.state:
                    for value, ways in each.values.items():
                        for way in _ways(*ways):
                            phrases.setdefault(way, {}).setdefault(each.name, []).append(str(value))
                    phrases |= {way: {each.name: [*map(str, each.values)]} for way in _ways(*ALL)}
                case By.person:
                    person = each.name
                    before = dict.fromkeys(_ways(*(each.before or ())), each.name)
                    phrases |= {way: {each.name: [ME]} for way in _ways(*(each.mine or ()))}
                case By.period:
                    for period, ways in PERIODS.items():
                        phrases |= {way: {"period": period} for way in ways}
        return Vocabulary(phrases, person, before)


def _ways(*words: str) -> list[str]:
    return [way for each in words for way in each.split("|")]
