"""Action items from messages: the form prefilled with one."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from slack_sdk.models.views import View

from bot.action_items.fields import Filled
from bot.action_items.ports import ActionItems
from bot.core.access import in_channel, projects_of
from bot.core.calendar import local
from bot.core.errors import BotOutside, NoProject, NotAllowed
from bot.core.language import Language
from bot.core.limits import TEXT_LIMIT
from bot.core.people import Kind
from bot.core.project import Project
from bot.notes.typed_line import Reader
from handlers.action_items import form, form_listeners
from handlers.slack import ui
from handlers.slack.directory import has_members
from handlers.slack.registry import Registry
from handlers.slack.reply import Open, Reply
from handlers.slack.request import MENTION, Request, Shortcut

FROM_MESSAGE = "action_items.from_message"


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
    about = {"channel": request.channel}
    # Without a link nobody could go back to it, and what is said in a direct message is nobody else's.
    if heard.link and has_members(heard.channel):
        about |= {"source": heard.source, "link": heard.link}
    name = request.plain(f"<@{heard.author}>").lstrip("@") if heard.author else ""
    told = [request.texts.action_form_source(name, heard.channel, heard.link)]
    filled = proposal(request, heard, project.zone if project else request.who.zone)
    if project is None:
        return form_listeners.choosing(request, filled, about, [ui.context(*told)])
    made = request.uow.of(ActionItems).of_source(heard.source)
    told += [
        request.texts.action_form_made_already(item.number) for item in made if item.project_id == project.id
    ]
    return form.view(filled, request.texts, {**about, "project": project.id}, above=[ui.context(*told)])


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


def proposal(request: Request, heard: Heard, zone: str) -> Filled:
    """Fields read from the message: who does it, what must be done, and when."""
    filled = read(request, heard.text, heard.at, zone)
    return replace(filled, text=ui.clip(filled.text, TEXT_LIMIT))


def read(request: Request, text: str, said_at: datetime, zone: str) -> Filled:
    """A message as the line that it is, as it was meant when it was said; its owner where it names one.

    What is over by now stays in the text; and of several lines all do, since the last of them need not be
    what must be done.
    """
    reader = Reader(said_at, zone, list(dict.fromkeys([request.who.language, *Language])), request.plain)
    people = reader.people(text)
    owner = _colleague(request, people.owners)
    rest = people.rest if owner and not people.helpers else text
    plain, said = request.plain(rest), reader.terms(rest)
    today = local(request.now, zone).date()
    if any(day is not None and day < today for day in (said.due.day, said.starts, said.due.past)):
        return Filled(text=plain, owner=owner)
    left = plain if "\n" in plain else said.due.text
    return Filled(text=left, owner=owner, due=said.due.day, starts=said.starts, repeats=said.repeats or "")


def _colleague(request: Request, owners: tuple[str, ...]) -> str | None:
    """The one whom these mentions are; of several, of groups and of guests it is nobody."""
    users = {found[1] if (found := MENTION.fullmatch(each)) else "" for each in owners}
    person = request.uow.people.get(request.who.team, next(iter(users))) if len(users) == 1 else None
    return person.user if person and not person.gone and person.kind is Kind.member else None
