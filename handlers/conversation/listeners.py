"""Commands that are said: by our name where slash commands do not work, as in a thread, or in person."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from functools import partial
from typing import Any

from bot.action_items.model import Group, Own
from bot.adapters.documents import is_no_table
from bot.core.changes import show
from bot.core.context import projects_of
from bot.core.jobs import Notice
from bot.core.people import Kind
from bot.core.ports import OpenUnitOfWork
from bot.core.sources import Source
from bot.home.overview import Mine, in_groups, own_items
from bot.minutes.model import clean
from bot.texts import Texts
from handlers.action_items import files, messages
from handlers.action_items.messages import Heard, prefilled
from handlers.conversation.wording import (
    Meant,
    are_notes,
    behind_name,
    is_greeting,
    is_thanks,
    meant,
    words_of,
)
from handlers.help.listeners import HELLO
from handlers.help.views import steps
from handlers.minutes import documents, shared
from handlers.slack import dispatch, project_prompt, sent_files, ui
from handlers.slack.registry import Registry
from handlers.slack.reply import CarryOut, Message, Open, Replace, Reply, Say, say, sentence
from handlers.slack.request import Click, SlackEvent, names

MOST = 100
"""Items that are counted."""


def register(registry: Registry) -> None:
    registry.event("app_mention", partial(mentioned, registry))
    registry.event("message.im", partial(written_to, registry))
    for kind in messages.EVENTS:
        registry.event(kind, said_in_channel, worth=is_worth)
    registry.click(OPEN, partial(open_pressed, registry))
    registry.click(MAKE, make_pressed)
    registry.click(project_prompt.CHOSEN, project_chosen)


def is_worth(reading: OpenUnitOfWork, team: str, event: Mapping[str, Any]) -> bool:
    return messages.is_source(reading, team, event) or shared.is_worth(reading, team, event)


def said_in_channel(request: SlackEvent) -> Reply:
    """What an item was made from, and what may be for minutes."""
    messages.source_changed(words_of, request)
    return shared.heard(request)


def mentioned(registry: Registry, request: SlackEvent) -> Reply:
    event = request.event
    # An edit of a message that names us comes as a mention too; it was heard before.
    if not request.uow.claim_key(f"mentioned:{event['channel']}:{event['ts']}", request.now):
        return Reply()
    name = f"@{names(request.uow, request.who.team)(request.own)}"
    text = behind_name(str(event.get("text", "")), request.own)
    found = meant(registry, text, name, request.who.language)
    link = event.get("permalink")
    said = Source(f"{event['channel']}:{event['ts']}", link) if link else None
    if found:
        return _carried_out(registry, request, found, said)
    return _greeted(request, text) or _unclear(request, text, name)


def written_to(registry: Registry, request: SlackEvent) -> Reply:
    """In person: a command, a file, notes or a greeting; else the way to an action item. Once a day we
    say who we are, to who is in no project."""
    if sent := request.event.get("files"):
        for file in sent[: sent_files.MOST]:
            document = is_no_table(str(file.get("name") or ""))
            sent_files.plan(request, documents.READ if document else files.READ_FILE, file)
        return Reply()
    said = str(request.event.get("text", ""))
    notes, text = clean(request.plain(said)), behind_name(said, request.own)
    if request.who.kind is Kind.member and are_notes(registry, notes):
        sent_files.plan_text(request, documents.READ, notes)
        return Reply()
    found = meant(registry, text, "", request.who.language)
    if found:
        return _carried_out(registry, request, found, None)
    if greeting := _greeted(request, text):
        return greeting
    if not projects_of(request.uow, request.who):
        _greet(request)
    return Reply() if is_greeting(text) else _unclear(request, text, "")


def _greeted(request: SlackEvent | Click, text: str) -> Reply | None:
    """What is theirs and what they can do, to who is in a project and greets us."""
    ctx = request.anywhere
    if not is_greeting(text) or not projects_of(ctx.uow, ctx.who):
        return None
    return Say(greeting(request.who.name, in_groups(own_items(ctx, Own.owned, MOST).items), request.texts))


def _carried_out(registry: Registry, request: SlackEvent, found: Meant, said: Source | None) -> Reply:
    asked = request.as_typed(found.word, found.typed, found.text, request.channel, said)
    elsewhere = bool(request.event["channel"] != request.channel)
    reply = registry.commands[found.word](replace(asked, elsewhere=elsewhere))
    if not isinstance(reply, Open):
        return reply
    project = request.uow.projects.of_channel(request.who.team, request.channel)
    draft = {**found.as_draft(), "channel": request.channel, "said": said and asdict(said)}
    key = dispatch.keep(request.anywhere, request.channel, draft)
    return Say(to_the_form(request.texts, f"{project.id if project else ''}:{key}"))


def open_pressed(registry: Registry, request: Click) -> Reply:
    draft = request.draft(request.value.partition(":")[2])
    said = Source(**draft["said"]) if draft["said"] else None
    asked = request.as_typed(draft["word"], draft["typed"], draft["text"], draft["channel"], said)
    return registry.commands[asked.word](asked)


def project_chosen(request: Click) -> Reply:
    """Do what was typed in person for the project chosen; pressed again there is nothing left to do."""
    project_id, _, key = request.value.partition(":")
    project = request.of(int(project_id)).project
    draft = request.uow.pending_requests.get(key, request.who.user)
    if draft is None:
        return Reply()
    request.uow.pending_requests.put(
        key, request.who.user, {**draft, "channel": project.channel}, request.now
    )
    return CarryOut(key, Replace(sentence(request.texts.said_in(project.channel))))


def _unclear(request: SlackEvent, text: str, name: str) -> Reply:
    """One sentence, an example, and a way on that loses nothing of what was said."""
    if is_thanks(text):
        return say(request.texts.said_welcome())
    event = request.event
    heard = {"channel": event["channel"], "ts": event["ts"], "text": text, "author": request.who.user}
    draft = {**heard, "link": event.get("permalink") or ""}
    key = dispatch.keep(request.anywhere, request.channel, draft)
    example = f"{name} {request.texts.said_example()}".strip()
    return Say(not_understood(request.texts, example, key))


def make_pressed(request: Click) -> Reply:
    return Open(prefilled(request, Heard(**request.draft(request.value))))


def _greet(request: SlackEvent) -> None:
    """Once a day at most."""
    today = request.anywhere.own_today.isoformat()
    notice = Notice(kind=HELLO, team=request.who.team, to=request.who.user, about={"day": today})
    show(request.anywhere, notice, today)


OPEN = "talking.open"
"""A form cannot be opened by words: a button does. Its value: the project's id or nothing, and the draft."""
MAKE = "talking.make"
"""Its value is the draft of what was said."""


def greeting(name: str, own: Mapping[Group, Sequence[Mine]], texts: Texts) -> Message:
    """`own`: the open items of who greets us, by how urgent they are."""
    told = texts.greeting(name, {group: len(items) for group, items in own.items()})
    return Message(told, [ui.section(told), *steps(texts), ui.context(texts.greeting_hint())])


def to_the_form(texts: Texts, value: str) -> Message:
    return sentence(texts.said_form(), ui.button(texts.said_open(), action=OPEN, value=value))


def not_understood(texts: Texts, example: str, draft: str) -> Message:
    return sentence(texts.said_unclear(example), ui.button(texts.action_make(), action=MAKE, value=draft))
