"""A message put forward by a reaction: who did so is asked, in person, whether it is an action item."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from slack_sdk.models.blocks import Block

from bot.action_items import from_messages as sources
from bot.action_items.ports import ActionItems
from bot.core.errors import Outdated
from bot.core.job_results import JobResult
from bot.core.jobs import Job, Notice
from bot.core.ports import OpenUnitOfWork, UnitOfWork
from bot.text.marks import esc
from bot.texts import Texts
from handlers.action_items.from_messages import Heard, prefilled
from handlers.records.views import FALLBACK
from handlers.slack import ui
from handlers.slack.directory import Directory
from handlers.slack.names import names
from handlers.slack.registry import Registry
from handlers.slack.reply import Message, Open, Reply
from handlers.slack.request import MENTION, Click, SlackEvent, plain

MAKE = "action_items.make"


def register(registry: Registry) -> None:
    registry.event("reaction_added", reacted, worth=is_pin)
    registry.notice(sources.PINNED, asked)
    registry.click(MAKE, make_pressed)


def is_pin(reading: OpenUnitOfWork, team: str, event: Mapping[str, Any]) -> bool:
    """Of all reactions in all channels only those that put a message forward are worked off."""
    channel = (event.get("item") or {}).get("channel")
    if not channel:
        return False
    with reading() as uow:
        return sources.is_pin(uow, team, channel, event["reaction"])


def reacted(request: SlackEvent) -> Reply:
    item = request.event["item"]
    sources.pinned(request.anywhere, item["channel"], item["ts"], request.event["reaction"])
    return Reply()


def look_up(
    directory: Directory, unit_of_work: OpenUnitOfWork, now: Callable[[], datetime], job: Job
) -> JobResult:
    """Ask Slack what the message says; one that is gone by now is nobody's action item."""
    about = job.payload
    message = directory.message(about["channel"], about["ts"])
    if message is not None:
        text, author = str(message.get("text", "")), str(message.get("user") or "")
        directory.refresh(about["team"], filter(None, [author, *MENTION.findall(text)]))
        link = directory.permalink(about["channel"], about["ts"]) or ""
        with unit_of_work() as uow:
            sources.looked_up(uow, now(), about, {"text": text, "author": author, "link": link})
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
    return Message(ui.clip_marked("\n".join([told, esc(quote), *end]), FALLBACK), blocks)


def make_pressed(request: Click) -> Reply:
    project_id, _, source = request.value.partition(":")
    project = request.of(int(project_id)).project
    content = sources.put_forward(request.uow, source, request.who.user)
    if content is None:
        raise Outdated
    channel, _, ts = source.partition(":")
    return Open(prefilled(request, Heard(channel, ts, **content), project))
