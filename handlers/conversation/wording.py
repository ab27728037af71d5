"""Reads which command is meant by what was said."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.core.errors import Rejected
from bot.core.language import Language
from bot.minutes.extraction.extract import draft
from handlers.action_items import form, messages
from handlers.action_items.typed import reader
from handlers.slack.help import HELP
from handlers.slack.registry import Registry
from handlers.slack.request import SlackEvent

MARKS = " \t\n,;:!.-–—"
"""Characters that may stand between a name or a command and what follows."""
FIRST = re.compile(r"\s*([^\s:,;]+)[:,;]?\s*(.*)", re.DOTALL)
MANY = 5
"""Lines that nobody types to say one thing; each that is for minutes counts for two more."""
GREETING = re.compile(
    r"(?:hi+|hello|hey+|hiya|hoi+|hallo|hé|hee|hai|yo|moin|dag|gegroet|greetings|morning|"
    r"good (?:morning|afternoon|evening|day)|goe(?:de|den|ie)? ?(?:morgen|middag|avond|dag))"
    r"(?: (?:there|again|all|spil|daar|allemaal|weer))?",
    re.IGNORECASE,
)

THANKS = re.compile(
    r"(?:(?:many )?thanks|thank you|thx|cheers|bedankt|dank|dankjewel|dank (?:je|u)(?: wel)?|merci)"
    r"(?: (?:a lot|so much|very much|spil|hoor))?",
    re.IGNORECASE,
)
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


def is_greeting(text: str) -> bool:
    return GREETING.fullmatch(_words(text)) is not None


def is_thanks(text: str) -> bool:
    return THANKS.fullmatch(_words(text)) is not None


def _words(text: str) -> str:
    return " ".join(re.findall(r"[^\W\d_]+", text))


def behind_name(text: str, own: str) -> str:
    """The text that is said to us: behind our name, or all of a text without it."""
    found = re.search(rf"<@{own}(?:\|[^<>]*)?>", text)
    return text[found.end() if found else 0 :].strip(MARKS)


def meant(registry: Registry, text: str, name: str, language: Language) -> Meant | None:
    """A command by its word, or one of action items by its sub-word alone, as in `done 12`.

    `name` is how we are called there, or empty. Raise UnknownWord for a slip of the pen.
    """
    found = FIRST.fullmatch(text)
    if found is None:
        return None
    first, rest = found[1], found[2]
    if first.lower() in HELP or ASKS_FOR_HELP.fullmatch(_words(text)):
        return Meant("spil", name or "/spil", "help")
    word = registry.find(first)
    if word is not None:
        return Meant(word.en, f"{name} {first}".strip(), rest.strip())
    spoken = name or form.WORD.in_language(language)
    read = registry.subcommands_of(form.WORD.en).read(text, spoken, language)
    return Meant(form.WORD.en, spoken, text) if read else None


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
    if found and found[1].lower() in (form.WORD.en, form.WORD.nl):
        said = found[2]
    try:
        return reader(request).line(said)[1].due.text
    except Rejected:
        return request.plain(said)
