"""Commands that are said: by our name where slash commands do not work, as in a thread, or in person."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any

from bot.action_items.model import Group, Own
from bot.adapters.documents import is_no_table
from bot.core.context import Source, projects_of, show
from bot.core.errors import Rejected
from bot.core.jobs import Notice
from bot.core.language import Language
from bot.core.people import Kind
from bot.core.ports import OpenUnitOfWork
from bot.home.overview import Mine, in_groups, own_items
from bot.minutes.extraction.extract import draft
from bot.minutes.model import clean
from bot.texts import Texts
from handlers.action_items import desk, files, messages
from handlers.action_items.messages import Heard, prefilled
from handlers.action_items.typed import reader
from handlers.conversation.answers import corrected, last_changed, of_all, of_their_own
from handlers.conversation.courtesies import (
    NEVER_MIND,
    YES_OR_NO,
    is_greeting,
    is_nod,
    is_thanks,
    words_alone,
)
from handlers.conversation.spoken import about_record, command_for
from handlers.digests.listeners import WORD as DIGEST
from handlers.help.listeners import HELLO, own_list, steps
from handlers.help.listeners import WORD as SPIL
from handlers.help.questions import OPENS, asked
from handlers.minutes import documents, shared
from handlers.records.listeners import is_undo
from handlers.slack import dispatch, project_prompt, sent_files, ui
from handlers.slack.help import HELP
from handlers.slack.registry import Registry
from handlers.slack.reply import CarryOut, Message, Open, Replace, Reply, Say, say, sentence
from handlers.slack.request import Click, SlackEvent, names

MOST = 100
"""Items that are counted."""
OPEN = "talking.open"
"""A form cannot be opened by words: a button does. Its value: the project's id or nothing, and the draft."""
MAKE = "talking.make"
"""Its value is the draft of what was said."""
MINE = (desk.WORD.en, "mine")
MARKS = " \t\n,;:!.-–—"
"""Characters that may stand between a name or a command and what follows."""
FIRST = re.compile(r"\s*([^\s:,;]+)[:,;]?\s*(.*)", re.DOTALL)
MANY = 5
"""Lines that nobody types to say one thing; each that is for minutes counts for two more."""
ASKS_FOR_HELP = re.compile(
    r"what (?:can|do) you do|who are you|how does (?:this|it) work|"
    r"wat (?:kun|kan|doe) (?:je|jij)(?: allemaal)?(?: doen)?|wie ben (?:je|jij)|hoe werkt (?:dit|het|dat)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Meant:
    word: str
    """The English word of the command."""
    typed: str
    """As it was said, for examples: `@Spil actie`."""
    text: str

    def as_draft(self) -> dict[str, Any]:
        return {"word": self.word, "typed": self.typed, "text": self.text}


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
    return _greeted(request, text or "hello") or _unclear(registry, request, text, name)


def written_to(registry: Registry, request: SlackEvent) -> Reply:
    """In person: a command, a file, notes or a greeting; who is in no project hears once a day who we are."""
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
    projects = projects_of(request.uow, request.who)
    if found and len(projects) > 1 and not project_prompt.named_in(text, projects):
        if (found.word, found.text) == MINE:
            return Say(own_list(request.anywhere, request.texts))
        if found.word == DIGEST.en:
            return Say(of_all(request, projects, found.text))
    if found and found.word == SPIL.en and is_undo(found.text):
        _last, ctx = last_changed(request, *request.uow.nouns.values())
        request = replace(request, channel=ctx.project.channel) if ctx else request
    if found:
        return _carried_out(registry, request, found, None)
    if greeting := _greeted(request, text or "hello"):
        return greeting
    if not projects:
        _greet(request)
    return Reply() if is_greeting(text) else _unclear(registry, request, text, "")


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


def _unclear(registry: Registry, request: SlackEvent, text: str, name: str) -> Reply:
    """One sentence, an example, and a way on that loses nothing of what was said."""
    if is_thanks(text):
        return say(request.texts.said_welcome())
    if is_nod(text):
        return Reply()
    if YES_OR_NO.fullmatch(text):
        return say(request.texts.said_by_button())
    if NEVER_MIND.fullmatch(text):
        return say(request.texts.said_nothing())
    if again := corrected(request, text):
        channel, word, line = again
        typed = f"{name} {registry.words[word].in_language(request.who.language)}".strip()
        return _carried_out(registry, replace(request, channel=channel), Meant(word, typed, line), None)
    if about := about_record(registry, request, text, name):
        return Say(about)
    event = request.event
    heard = {"channel": event["channel"], "ts": event["ts"], "text": text, "author": request.who.user}
    draft = {**heard, "link": event.get("permalink") or ""}
    key = dispatch.keep(request.anywhere, request.channel, draft)
    make = ui.button(request.texts.action_make(), action=MAKE, value=key)
    if own := of_their_own(request, text):
        return Say(replace(own, blocks=[*own.blocks, ui.actions(make)]))
    if OPENS.match(text.lower()):
        return say(request.texts.said_unanswered(), make)
    example = f"{name} {request.texts.said_example()}".strip()
    return say(request.texts.said_unclear(example), make)


def make_pressed(request: Click) -> Reply:
    return Open(prefilled(request, Heard(**request.draft(request.value))))


def _greet(request: SlackEvent) -> None:
    """Once a day at most."""
    today = request.anywhere.own_today.isoformat()
    notice = Notice(kind=HELLO, team=request.who.team, to=request.who.user, about={"day": today})
    show(request.anywhere, notice, today)


def greeting(name: str, own: Mapping[Group, Sequence[Mine]], texts: Texts) -> Message:
    """`own`: the open items of who greets us, by how urgent they are."""
    told = texts.greeting(name, {group: len(items) for group, items in own.items()})
    return Message(told, [ui.section(told), *steps(texts), ui.context(texts.greeting_hint())])


def to_the_form(texts: Texts, value: str) -> Message:
    return sentence(texts.said_form(), ui.button(texts.said_open(), action=OPEN, value=value))


def behind_name(text: str, own: str) -> str:
    """The text that is said to us: behind our name, or all of a text without it."""
    found = re.search(rf"<@{own}(?:\|[^<>]*)?>", text)
    return text[found.end() if found else 0 :].strip(MARKS)


def meant(registry: Registry, text: str, name: str, language: Language) -> Meant | None:
    """A command by its word, or as `done 12`; `name`: how we are called. Raise UnknownWord for a slip."""
    found = FIRST.fullmatch(text)
    if found is None:
        return None
    first, rest = found[1].lstrip("/"), found[2]
    if first.lower() in HELP or ASKS_FOR_HELP.fullmatch(words_alone(text)):
        return Meant("spil", name or "/spil", "help")
    word = registry.find(first)
    if word is not None and word.en == "spil" and rest.strip():
        return meant(registry, rest, name, language)
    if word is not None:
        return Meant(word.en, f"{name} {first}".strip(), rest.strip())
    if question := command_for(text) or asked(text, registry.subcommands):
        known, typed = question
        return Meant(known, f"{name} {registry.words[known].in_language(language)}".strip(), typed)
    if is_undo(text):
        return Meant("spil", name or "/spil", text)
    spoken = name or desk.WORD.in_language(language)
    read = registry.subcommands[desk.WORD.en].read(text, spoken, language)
    return Meant(desk.WORD.en, spoken, text) if read else None


def are_notes(registry: Registry, text: str) -> bool:
    """Whether several lines that were pasted are the notes of a meeting. What begins with a command's word is
    so only where it holds what no command does: who was there, or decisions beside actions. `Minutes of the
    board` is a title, `minutes` on a line of its own a command."""
    lines, first = [line for line in text.splitlines() if line.strip()], FIRST.fullmatch(text)
    command = registry.find(first[1]) if first else None
    titled = command and command.en == "minutes" and len(lines[0].split()) > 1
    if len(lines) < 2 or (command and command.en == "minutes" and not titled):
        return False
    found = draft(text)
    if found.attendees or len({each.kind for each in found.proposals}) > 1:
        return True
    return (titled or not command) and len(lines) + 2 * len(found.proposals) >= MANY


def words_of(request: SlackEvent, text: str, said_at: datetime) -> str:
    """The part of a message that is an item's text: of one said to us, what its command makes of it."""
    project = request.uow.projects.of_channel(request.who.team, request.channel)
    zone = project.zone if project else request.who.zone
    if f"<@{request.own}" not in text:
        return str(messages.read(request, text, said_at, zone)["text"])
    said = behind_name(text, request.own)
    found = FIRST.fullmatch(said)
    if found and found[1].lower() in desk.WORD.ways:
        said = found[2]
    try:
        return reader(request).line(said)[1].due.text
    except Rejected:
        return request.plain(said)
