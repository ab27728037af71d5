"""Action items from messages: the form prefilled with one."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from slack_sdk.models.views import View

from bot.action_items.ports import ActionItems
from bot.core.access import in_channel, projects_of
from bot.core.calendar import local
from bot.core.errors import BotOutside, NoProject, NotAllowed
from bot.core.language import Language
from bot.core.limits import TEXT_LIMIT
from bot.core.people import Kind
from bot.core.project import Project
from bot.core.sources import Source
from bot.dates.line_end import split_terms
from bot.dates.text import recurrence
from handlers.action_items.form import DESK
from handlers.action_items.typed_line import OWNERS
from handlers.records.forms import new_form
from handlers.slack import ui
from handlers.slack.directory import has_members
from handlers.slack.registry import Registry
from handlers.slack.reply import Open, Reply
from handlers.slack.request import MENTION, Request, Shortcut

FROM_MESSAGE = "action_items.from_message"
Fields = dict[str, Any]
"""Of the form, as far as they are known."""


@dataclass(frozen=True)
class Heard:
    """A message of somebody, as Slack has it."""

    channel: str
    ts: str
    text: str
    """With Slack's marks."""
    author: str = ""
    """User id."""
    link: str = ""

    @property
    def source(self) -> str:
        return f"{self.channel}:{self.ts}"

    @property
    def at(self) -> datetime:
        return datetime.fromtimestamp(float(self.ts), UTC)


def register(registry: Registry) -> None:
    registry.shortcut(
        FROM_MESSAGE,
        "message",
        "Make this an action item",
        "Opens a form with the message in it",
        from_message,
    )


def from_message(request: Shortcut) -> Reply:
    message: dict[str, Any] = request.message or {}
    heard = Heard(
        request.channel,
        str(message.get("ts", "")),
        str(message.get("text", "")),
        str(message.get("user") or ""),
        request.link or "",
    )
    return Open(prefilled(request, heard))


def prefilled(request: Request, heard: Heard, project: Project | None = None) -> View:
    """The form with the message in it; for its channel's project, else for one that is chosen there."""
    project = project or _of_channel(request, heard.channel)
    # Without a link nobody could go back to it, and what is said in a direct message is nobody else's.
    public = heard.link and has_members(heard.channel)
    name = request.plain(f"<@{heard.author}>").lstrip("@") if heard.author else ""
    told = [request.texts.action_form_source(name, heard.channel, heard.link)]
    if project is not None:
        made = request.uow.of(ActionItems).of_source(heard.source)
        numbers = [item.number for item in made if item.project_id == project.id]
        told += map(request.texts.action_form_made_already, numbers)
    values = proposal(request, heard, project.zone if project else request.who.zone)
    source = Source(heard.source, heard.link) if public else None
    return new_form(request, DESK, project, values, source, [ui.context(*told)])


def _of_channel(request: Request, channel: str) -> Project | None:
    """The project of the channel; None where it has none for them and one of their others may be meant."""
    if not has_members(channel):
        return None
    try:
        return in_channel(request.uow, request.now, request.who, channel).project
    except (NoProject, NotAllowed, BotOutside):
        if not projects_of(request.uow, request.who):
            raise
        return None


def proposal(request: Request, heard: Heard, zone: str) -> Fields:
    """Fields read from the message: the one whom it begins with, what must be done, and when."""
    owner, words = addressed(request, heard.text)
    fields = parted(request, words, heard.at, zone)
    return {**fields, "text": ui.clip(fields["text"], TEXT_LIMIT), "owner": owner}


def parted(request: Request, words: str, said_at: datetime, zone: str) -> Fields:
    """The text, and at its end when it is due, starts or comes back, as it was meant when it was said.

    What is over by now stays in the text; and of several lines all do, since the last of them need not be
    what must be done.
    """
    text = request.plain(words)
    said = split_terms(text, said_at, zone, list(dict.fromkeys([request.who.language, *Language])))
    today = local(request.now, zone).date()
    if any(day is not None and day < today for day in (said.due.day, said.starts, said.due.past)):
        return {"text": text}
    rest = text if "\n" in text else said.due.text
    repeats = recurrence(said.repeats, request.texts.language) if said.repeats else ""
    return {"text": rest, "due": said.due.day, "starts": said.starts, "repeats": repeats}


def addressed(request: Request, text: str) -> tuple[str | None, str]:
    """The one colleague whom a message begins with, and what is said to them; of several it is nobody."""
    mentioned = OWNERS.match(text.strip())
    if mentioned is None:
        return None, text
    users = {found[1] for found in MENTION.finditer(mentioned[0])}
    person = request.uow.people.get(request.who.team, next(iter(users)))
    if len(users) > 1 or person is None or person.gone or person.kind is not Kind.member:
        return None, text
    return person.user, text.strip()[mentioned.end() :]
