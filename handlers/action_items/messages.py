"""Action items from messages: the form prefilled, a message put forward by a reaction, its edits."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bot.action_items import change
from bot.action_items import change as sources
from bot.action_items.model import ActionItems
from bot.core.calendar import local
from bot.core.context import Source, in_channel, projects_of
from bot.core.errors import TEXT_LIMIT, BotOutside, NoProject, NotAllowed, Outdated
from bot.core.jobs import Job, JobResult, Notice
from bot.core.language import Both, Language
from bot.core.people import Kind
from bot.core.ports import OpenUnitOfWork, UnitOfWork
from bot.core.project import Project
from bot.dates.text import recurrence
from bot.notes.typed_line import Reader
from bot.texts import Texts
from handlers.action_items.desk import DESK
from handlers.records.forms import new_form
from handlers.slack import ui
from handlers.slack.directory import has_members
from handlers.slack.dispatch import AppContext
from handlers.slack.registry import Registry
from handlers.slack.reply import Message, Open, Reply
from handlers.slack.request import MENTION, Click, Request, Shortcut, SlackEvent, names, plain

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
    registry.event("reaction_added", reacted, worth=is_pin)
    registry.notice(sources.PINNED, asked)
    registry.click(MAKE, make_pressed)
    registry.shortcut(FROM_MESSAGE, Both("Make this an action item", "Leg vast als actiepunt"), from_message)


def from_message(request: Shortcut) -> Reply:
    message = request.message
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
    """Fields read from the message: who does it, what must be done, and when."""
    fields = read(request, heard.text, heard.at, zone)
    return {**fields, "text": ui.clip(fields["text"], TEXT_LIMIT)}


def read(request: Request, text: str, said_at: datetime, zone: str) -> Fields:
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
        return {"text": plain, "owner": owner}
    left = plain if "\n" in plain else said.due.text
    repeats = recurrence(said.repeats, request.texts.language) if said.repeats else ""
    return {"text": left, "owner": owner, "due": said.due.day, "starts": said.starts, "repeats": repeats}


def _colleague(request: Request, owners: tuple[str, ...]) -> str | None:
    """The one whom these mentions are; of several, of groups and of guests it is nobody."""
    users = {found[1] if (found := MENTION.fullmatch(each)) else "" for each in owners}
    person = request.uow.people.get(request.who.team, next(iter(users))) if len(users) == 1 else None
    return person.user if person and not person.gone and person.kind is Kind.member else None


MAKE = "action_items.make"


def is_pin(reading: OpenUnitOfWork, team: str, event: Mapping[str, Any]) -> bool:
    """Of all reactions in all channels only those that put a message forward are worked off."""
    channel = (event.get("item") or {}).get("channel")
    if not channel:
        return False
    with reading() as uow:
        return sources.is_pin(uow, team, channel, event["reaction"])


def reacted(request: SlackEvent) -> None:
    item = request.event["item"]
    sources.pinned(request.anywhere, item["channel"], item["ts"], request.event["reaction"])


def look_up(app_context: AppContext, job: Job) -> JobResult:
    """Ask Slack what the message says; one that is gone by now is nobody's action item."""
    about, directory = job.payload, app_context.directory
    message = directory.message(about["channel"], about["ts"])
    if message is not None:
        text, author = str(message.get("text", "")), str(message.get("user") or "")
        directory.refresh(about["team"], filter(None, [author, *MENTION.findall(text)]))
        link = directory.permalink(about["channel"], about["ts"]) or ""
        with app_context.unit_of_work() as uow:
            sources.looked_up(uow, app_context.now(), about, {"text": text, "author": author, "link": link})
    return JobResult(job)


def asked(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    """The message and the button; or what came of it."""
    source, project_id = str(notice.about["source"]), int(notice.about["project"])
    content = sources.put_forward(uow, source, notice.to)
    if content is None:
        return None
    name_of = names(uow, notice.team)
    told = texts.action_pinned(name_of(content["author"]), source.partition(":")[0], content["link"])
    quote = plain(content["text"], name_of)
    made = [item for item in uow.of(ActionItems).of_source(source) if item.project_id == project_id]
    end = [texts.action_made(item.number) for item in made]
    below: Block = (
        ui.context(*end)
        if end
        else ui.actions(ui.button(texts.action_make(), action=MAKE, value=f"{project_id}:{source}"))
    )
    blocks: list[Block] = [ui.section(told), *([ui.plain_section(quote)] if quote else []), below]
    return Message(told, blocks)


def make_pressed(request: Click) -> Reply:
    project_id, _, source = request.value.partition(":")
    project = request.of(int(project_id)).project
    content = sources.put_forward(request.uow, source, request.who.user)
    if content is None:
        raise Outdated
    channel, _, ts = source.partition(":")
    return Open(prefilled(request, Heard(channel, ts, **content), project))


EVENTS = ("message.channels", "message.groups")
WordsOf = Callable[[SlackEvent, str, datetime], str]
"""The part of a message's text, said at that time, that is an item's."""
TOMBSTONE = "tombstone"
"""The subtype of what is left of a deleted message with a thread."""


def is_source(reading: OpenUnitOfWork, team: str, event: Mapping[str, Any]) -> bool:
    """A message that reads otherwise than before, and that an item was made from."""
    source = changed_source(event)
    if source is None:
        return False
    with reading() as uow:
        return bool(uow.of(ActionItems).of_source(source))


def changed_source(event: Mapping[str, Any]) -> str | None:
    """`channel:ts` of a message that was deleted or says something else; link previews are no news."""
    subtype = event.get("subtype")
    if subtype == "message_deleted":
        return f"{event['channel']}:{event.get('deleted_ts', '')}"
    if subtype != "message_changed":
        return None
    before, now = event.get("previous_message") or {}, event.get("message") or {}
    if "ts" not in now or (now.get("subtype") != TOMBSTONE and before.get("text") == now.get("text")):
        return None
    return f"{event['channel']}:{now['ts']}"


def source_changed(words_of: WordsOf, request: SlackEvent) -> None:
    source, message = changed_source(request.event), request.event.get("message") or {}
    text: str | None = None
    if message and message.get("subtype") != TOMBSTONE:
        said_at = datetime.fromtimestamp(float(message["ts"]), UTC)
        text = words_of(request, str(message.get("text", "")), said_at)
    if source is not None and text != "":
        change.source_changed(request.anywhere, source, text and ui.clip(text, TEXT_LIMIT))
