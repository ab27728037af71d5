"""Requests: what somebody did in Slack, as typed values; `who` is always whom Slack named."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import cache, cached_property
from typing import Any, TypeVar, cast

from bot.core.context import Context, PersonContext, Source, in_channel, in_project
from bot.core.errors import OneOwner, Outdated
from bot.core.nouns import NameOf, R, Record
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.people.hours import away_until
from bot.people.matching import one_owner, person_named
from bot.texts import Texts

Known = TypeVar("Known")


def names(uow: UnitOfWork, team: str, users: Iterable[str | None] = ()) -> NameOf:
    """Each is asked for once: a list names the same people line by line. `users` are asked for together."""
    wanted = {user for user in users if user}
    known = uow.people.get_many(team, wanted) if wanted else {}

    @cache
    def name_of(user: str | None) -> str:
        person = known.get(user or "") or (uow.people.get(team, user) if user else None)
        return person.name if person else user or ""

    return name_of


@dataclass(frozen=True)
class See:
    """Who looks, in which project, in whose language."""

    ctx: Context
    texts: Texts
    page: Sequence[Record] = ()
    """Those that stand in one list."""

    def beside(self, record: R, ask: Callable[[Context, Sequence[R]], Known]) -> Known:
        """What `ask` tells of all records of the page, asked once; of one that stands alone, of that."""
        if not any(each is record for each in self.page):
            return ask(self.ctx, [record])
        if ask not in self._known:
            self._known[ask] = ask(self.ctx, cast(Sequence[R], self.page))
        return cast(Known, self._known[ask])

    @cached_property
    def _known(self) -> dict[object, object]:
        return {}

    @cached_property
    def name_of(self) -> NameOf:
        return names(self.ctx.uow, self.ctx.project.team)

    @cached_property
    def away_until(self) -> Callable[[str], date | None]:
        """The last day away of who is away today, by user id."""
        return cache(
            lambda user: away_until(self.ctx.uow, self.ctx.project.team, [user], self.today).get(user)
        )

    @property
    def today(self) -> date:
        return self.ctx.today


SINGLE = ("value", "selected_date", "selected_time", "selected_user", "selected_conversation")
"""Where an element holds what was typed or chosen in it, alone."""
MENTION = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>")
CHANNEL = re.compile(r"<#([CG][A-Z0-9]+)(?:\|([^<>]*))?>")
GROUP = re.compile(r"<!subteam\^([A-Z0-9]+)(?:\|([^<>]*))?>")
SPECIAL = re.compile(r"<!(channel|here|everyone)(?:\|[^<>]*)?>")
LINK = re.compile(r"<((?:https?|mailto|tel):[^<|>]+)(?:\|([^<>]*))?>")
"""No `<` stands inside: Slack escapes it, and what was cut in half is not looked through to the end."""


def plain(text: str, name_of: Callable[[str], str]) -> str:
    """Slack's markup as a person reads it; `name_of` a user id, each of which is asked for once."""
    name_of = cache(name_of)
    text = MENTION.sub(lambda found: f"@{name_of(found[1])}", text)
    text = CHANNEL.sub(lambda found: f"#{found[2] or found[1]}", text)
    text = GROUP.sub(lambda found: found[2] or "@group", text)
    text = SPECIAL.sub(lambda found: f"@{found[1]}", text)
    text = LINK.sub(lambda found: found[2] or found[1], text)
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").strip()


class Fields:
    """Typed reads of a form's `state.values`; an absent or empty field is None or an empty list."""

    def __init__(self, values: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> None:
        self._states = {block: state for block, elements in values.items() for state in elements.values()}

    def __iter__(self) -> Iterator[str]:
        return iter(self._states)

    def text(self, block: str) -> str | None:
        """A text, a user id or the value of the option chosen."""
        state = self._states.get(block, {})
        for name in SINGLE:
            if state.get(name):
                return str(state[name]).strip() or None
        option = state.get("selected_option")
        return str(option["value"]) if option else None

    def many(self, block: str) -> list[str]:
        """User ids, or values of the options chosen."""
        state = self._states.get(block, {})
        options = [option["value"] for option in state.get("selected_options") or []]
        return [*(state.get("selected_users") or []), *options]

    def date(self, block: str) -> date | None:
        text = self.text(block)
        return date.fromisoformat(text) if text else None

    def time(self, block: str) -> time | None:
        text = self.text(block)
        return time.fromisoformat(text) if text else None


@dataclass(frozen=True, kw_only=True)
class Request:
    uow: UnitOfWork
    now: datetime
    who: Person
    channel: str
    """The one that it was done in; a direct message's own id there, empty in Home."""
    texts: Texts
    """In the person's language."""
    channel_name: str = ""
    """Empty where Slack does not tell: in a direct message, or in a private channel without us."""

    prepared: Any = None
    """Of the listener's `prepare`: what it read before anything was locked; None where that was not done."""
    said: Source | None = None
    """The message in which it was asked of us; None for what was typed behind a slash, or pressed."""
    elsewhere: bool = False
    """Typed where nobody sees what it brings about in `channel`, as in a direct message."""

    @cached_property
    def here(self) -> Context:
        """Of the channel's project; raise NoProject, BotOutside or NotAllowed."""
        return in_channel(self.uow, self.now, self.who, self.channel, self.said)

    def of(self, project_id: int) -> Context:
        """Of the project that a button or a form is about; raise BotOutside or NotAllowed."""
        return in_project(self.uow, self.now, self.who, project_id)

    @property
    def anywhere(self) -> PersonContext:
        return PersonContext(self.uow, self.now, self.who)

    def plain(self, text: str) -> str:
        """Slack's markup as a person reads it, unescaped: `<@U1>` is @Sanne, `&lt;` is <."""
        return plain(text, names(self.uow, self.who.team))

    def draft(self, key: str) -> dict[str, Any]:
        """What waits for them under this key; raise Outdated for what does not any more."""
        found = self.uow.pending_requests.get(key, self.who.user)
        if found is None:
            raise Outdated
        return found

    def as_typed(
        self, word: str, typed: str, text: str, channel: str, said: Source | None = None
    ) -> "Command":
        """A command of the same person, as if it had been typed in that channel."""
        return Command(
            uow=self.uow,
            now=self.now,
            who=self.who,
            texts=self.texts,
            channel=channel,
            channel_name=self.channel_name,
            said=said,
            elsewhere=channel != self.channel,
            word=word,
            typed=typed,
            text=text,
        )


@dataclass(frozen=True, kw_only=True)
class Command(Request):
    word: str
    """The English word of the command, whichever was typed: "action"."""
    typed: str
    """As it was typed: "/actie", "/spil action"."""
    text: str
    """The rest of the line, raw: mentions as `<@U1>`."""


@dataclass(frozen=True, kw_only=True)
class Click(Request):
    value: str
    """The value of the pressed element: a button's value, the option, date or person chosen."""
    subject: str = ""
    """The part of its action id behind the slash: what a picker is about."""
    message_ts: str = ""
    """Of the message that it stands in; empty in a view."""
    view: dict[str, Any] | None = None
    fields: Fields = field(default_factory=lambda: Fields({}))

    @property
    def in_home(self) -> bool:
        return (self.view or {}).get("type") == "home"


@dataclass(frozen=True, kw_only=True)
class Submission(Request):
    about: dict[str, Any]
    """The view's private metadata."""
    fields: Fields


@dataclass(frozen=True, kw_only=True)
class Shortcut(Request):
    message: dict[str, Any]
    """The one that it is chosen on."""
    link: str | None = None
    """Of that message, as far as Slack gives it to us."""

    @property
    def source(self) -> Source:
        return Source(f"{self.channel}:{self.message.get('ts', '')}", self.link)


@dataclass(frozen=True, kw_only=True)
class SlackEvent(Request):
    event: dict[str, Any]
    own: str = ""
    """Our own user id."""
    inviter: Person | None = None
    """Who brought the person in, for one who joined a channel."""


ME = ("me", "myself", "mij", "mezelf", "mijzelf", "ik")


def resolve(request: Request, typed: str) -> str:
    """The user id of a mention or of a name; raise UnknownPerson, never guess, or OneOwner for several."""
    if GROUP.search(typed):
        raise OneOwner
    mentioned = one_owner([found[1] for found in MENTION.finditer(typed)])
    if mentioned:
        return mentioned
    name = typed.strip()
    if name.lower() in ME:
        return request.who.user
    return person_named(request.uow, request.who.team, name, request.channel)
