"""The registry of listeners: filled by the capabilities, read by Bolt's wiring and by the manifest."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from slack_sdk.models.blocks import Block, ButtonElement
from slack_sdk.models.views import View

from bot.core.context import PersonContext
from bot.core.jobs import Notice
from bot.core.language import Both, Language
from bot.core.people import Person
from bot.core.ports import OpenUnitOfWork, UnitOfWork
from bot.people.preferences import Rule
from bot.texts import Texts
from handlers.slack.reply import Message, Reply
from handlers.slack.request import Click, Command, Shortcut, SlackEvent, Submission
from handlers.slack.subcommands import Subcommand, Subcommands

Render = Callable[[UnitOfWork, Notice, Texts, datetime], Message | None]
"""The present state of what a notice is about; None when there is nothing to show any more."""

Row = Callable[[UnitOfWork, Notice, Texts, datetime, ButtonElement | None], list[Block]]
"""What stands of a notice in its reader's morning message; none for nothing any more. With the button that
opens it, until it was opened."""

Value = TypeVar("Value")

Detail = Callable[[Any, Any], str]
"""A line of safe mrkdwn about a record, for who sees it (`See` of handlers/records); or nothing."""

Beneath = Callable[[Any, Any, Person], Sequence[Block]]
"""Of a record, for who sees it and gets the notice."""

CalendarRows = Callable[[PersonContext, Texts], Sequence[Block]]
"""What a later capability adds to the answer to `/spil calendar`, for the person alone."""

RenderHome = Callable[[PersonContext, Texts], View]

Worth = Callable[[OpenUnitOfWork, str, Mapping[str, Any]], bool]
"""Whether an event of a team is to be worked off at all; asked of each before it is written down."""

OPENS_A_FORM = Both("Opens a form with the message in it", "Opent een formulier met het bericht erin")

Offer = Callable[[Texts, str, str], Message]
"""The message that offers to set up a project. Takes the key of the draft that waits for it, and what was
typed in it; both are empty where nothing waits."""


@dataclass(frozen=True)
class CommandName:
    """A command's name: `/action …`, `/spil actie …`."""

    en: str
    nl: str
    description: str
    hint: str
    also: tuple[str, ...] = ()
    """Other words for it that people try behind `/spil`."""

    @property
    def ways(self) -> tuple[str, ...]:
        return self.en, self.nl, *self.also

    def in_language(self, language: Language) -> str:
        return self.nl if language == Language.nl else self.en


@dataclass
class Registry:
    words: dict[str, CommandName] = field(default_factory=dict)
    """By English name."""
    commands: dict[str, Callable[[Command], Reply]] = field(default_factory=dict)
    clicks: dict[str, Callable[[Click], Reply | None]] = field(default_factory=dict)
    submissions: dict[str, Callable[[Submission], Reply | None]] = field(default_factory=dict)
    shortcuts: dict[str, Callable[[Shortcut], Reply]] = field(default_factory=dict)
    shortcuts_named: dict[str, tuple[Both, Both]] = field(default_factory=dict)
    """Callback id to name and description; all of them are on messages."""
    events: dict[str, Callable[[SlackEvent], Reply | None]] = field(default_factory=dict)
    worth: dict[str, Worth] = field(default_factory=dict)
    notices: dict[str, Render] = field(default_factory=dict)
    rows: dict[str, Row] = field(default_factory=dict)
    """By the kind of a notice; of others it is their first line."""
    home: RenderHome | None = None
    home_channels: Callable[[PersonContext], set[str]] = lambda _ctx: set()
    """Those of the projects that Home shows something of."""
    offer: Offer | None = None
    first_steps: Callable[[Texts], Sequence[ButtonElement]] = lambda _texts: ()
    """The buttons of what people do first in a new project, the first of them primary."""
    beside_calendars: list[CalendarRows] = field(default_factory=list)
    beneath: dict[str, list[Beneath]] = field(default_factory=dict)
    """By the kind of a notice: what a later capability adds to it."""
    details: dict[str, list[Detail]] = field(default_factory=dict)
    origins: dict[str, list[Detail]] = field(default_factory=dict)
    subcommands: defaultdict[str, Subcommands] = field(default_factory=lambda: defaultdict(Subcommands))
    """By the English word of their command."""
    showing: dict[str, Callable[[Command, str], Reply]] = field(default_factory=dict)
    """What shows the record of a number, by the letter before it."""
    letters: dict[str, str] = field(default_factory=dict)
    """The English word of the command, by the same letter."""
    prepare: dict[str, Callable[[Any], Any]] = field(default_factory=dict)
    """By the name of the listener: what it reads before anything is locked."""
    joining: set[str] = field(default_factory=set)
    """Acts for which the bot first joins the channel, by the name of their listener."""
    by_name: dict[str, re.Pattern[str]] = field(default_factory=dict)
    """By the name of the listener: where this stands in the text, people may be called by name, and everybody
    present is met before."""
    unused: tuple[Rule, ...] = ()
    """Rules by which nothing is sent here, as by e-mail without a mail server: nobody is asked about them."""
    model_host: str = ""
    """The server of the language model; empty for none: nobody is asked about it."""
    slash_names: Mapping[str, str] = field(default_factory=lambda: {"/spil": "spil"})
    """Slash command to English word, as this workspace has them."""

    def command(
        self,
        word: CommandName,
        listener: Callable[[Command], Reply],
        prepare: Callable[[Command], Any] | None = None,
    ) -> None:
        """`prepare` reads, before anything is locked, what the listener then finds in its request."""
        _add(self.words, word.en, word)
        _add(self.commands, word.en, listener)
        if prepare:
            self.prepare[word.en] = prepare

    def click(self, action_id: str, listener: Callable[[Click], Reply | None]) -> None:
        _add(self.clicks, action_id, listener)

    def submission(
        self,
        callback_id: str,
        listener: Callable[[Submission], Reply | None],
        prepare: Callable[[Submission], Any] | None = None,
    ) -> None:
        _add(self.submissions, callback_id, listener)
        if prepare:
            self.prepare[callback_id] = prepare

    def shortcut(
        self,
        callback_id: str,
        name: Both,
        listener: Callable[[Shortcut], Reply],
        description: Both = OPENS_A_FORM,
    ) -> None:
        _add(self.shortcuts_named, callback_id, (name, description))
        _add(self.shortcuts, callback_id, listener)

    def event(
        self, kind: str, listener: Callable[[SlackEvent], Reply | None], worth: Worth | None = None
    ) -> None:
        """The reply of `listener` is said to who caused the event, where they are. Without `worth` all that
        people do is worked off, of messages only new ones."""
        _add(self.events, kind, listener)
        if worth is not None:
            self.worth[kind] = worth

    def detail(self, noun: str, detail: Detail) -> None:
        """A line that a later capability adds to what the owner of an earlier one's record reads."""
        self.details.setdefault(noun, []).append(detail)

    def origin(self, noun: str, origin: Detail) -> None:
        """What such a record comes from, where a later capability made it."""
        self.origins.setdefault(noun, []).append(origin)

    def subcommand(
        self, word: str, subcommand: Subcommand, listener: Callable[[Command, str], Reply]
    ) -> None:
        """One that a later capability adds to the command of an earlier one."""
        self.subcommands[word].add(subcommand, listener)

    def notice(self, kind: str, render: Render) -> None:
        _add(self.notices, kind, render)

    def find(self, typed: str) -> CommandName | None:
        """The command whose English or Dutch word was typed."""
        return next((word for word in self.words.values() if typed.lower() in word.ways), None)

    def shortcut_names(self, slash_names: Mapping[str, str] | None = None) -> dict[str, tuple[str, str]]:
        """Callback id to name and description: Dutch where the short commands are Dutch alone, since
        Slack shows everybody the same."""
        typed = self.slash_names if slash_names is None else slash_names
        words = self.words.values()
        dutch, english = {f"/{word.nl}" for word in words}, {f"/{word.en}" for word in words}
        only_dutch = (dutch - english) & set(typed) and not (english - dutch) & set(typed)
        language = Language.nl if only_dutch else Language.en
        return {
            callback_id: (name.in_language(language), description.in_language(language))
            for callback_id, (name, description) in self.shortcuts_named.items()
        }

    def typed(self, word: CommandName, language: Language) -> list[str]:
        """Names to type for a command here, the shortest first: `/action`, `/spil action`."""
        local = word.in_language(language)
        short = [name for name, english in self.slash_names.items() if english == word.en]
        # Of two short names, as /action and /actie, the one in this language is the first to name.
        short.sort(key=lambda name: name != f"/{local}")
        return [*short, f"/spil {local}"]


def _add(table: dict[str, Value], name: str, value: Value) -> None:
    if name in table:
        raise ValueError(f"two listeners for {name!r}")
    table[name] = value
