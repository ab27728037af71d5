"""Reads which command is meant by what was said."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.action_items import typed as action_items_typed
from bot.core.errors import Rejected
from bot.core.language import Language
from bot.dates.line_end import split_terms
from bot.notes.words import NAMES_TOO, VERBS_EN, VERBS_NL, VERBS_NL_FIRST, VERBS_NL_PRESENT
from handlers.action_items import form
from handlers.action_items.messages import addressed, parted
from handlers.action_items.typed import HELPERS, OWNERS, people_and_text
from handlers.slack.help import HELP
from handlers.slack.registry import Registry
from handlers.slack.request import GROUP, Request, SlackEvent

MARKS = " \t\n,;:!.-–—"
"""Characters that may stand between a name or a command and what follows."""
FIRST = re.compile(r"\s*([^\s:,;]+)[:,;]?\s*(.*)", re.DOTALL)
LEADING = frozenset(
    "with to for from of by at about and or via in on as than "
    "met aan voor van door bij over en of naar tegen namens als dan".split()
)
"""Words before a name that make it part of the sentence: "a call with @tom"."""
ARTICLES = frozenset("the a an our de het een ons onze".split())
OBJECT = (VERBS_EN | VERBS_NL | VERBS_NL_PRESENT | VERBS_NL_FIRST) - NAMES_TOO
"""As do verbs: "please call @tom", but not "write the plan @tom"."""
GREETING = re.compile(
    r"(?:hi+|hello|hey+|hiya|hoi+|hallo|hé|hee|hai|yo|moin|dag|gegroet|greetings|morning|"
    r"good (?:morning|afternoon|evening|day)|goe(?:de|den|ie)? ?(?:morgen|middag|avond|dag))"
    r"(?: (?:there|again|all|spil|daar|allemaal|weer))?",
    re.IGNORECASE,
)
WHO = re.compile(rf"{OWNERS.pattern}|{GROUP.pattern}")
FEW = 3
"""Words; in a longer sentence the verb is somewhere else."""


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
    words = re.findall(r"[^\W\d_]+", text)
    return GREETING.fullmatch(" ".join(words)) is not None


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
    if first.lower() in HELP:
        return Meant("spil", name or "/spil", "help")
    word = registry.find(first)
    if word is not None:
        return Meant(word.en, f"{name} {first}".strip(), rest.strip())
    spoken = name or form.WORD.in_language(language)
    read = registry.subcommands_of(form.WORD.en).read(text, spoken, language)
    return Meant(form.WORD.en, spoken, text) if read else None


def words_of(request: SlackEvent, text: str, said_at: datetime) -> str:
    """The part of a message that is an item's text: of one said to us, what its command makes of it."""
    project = request.uow.projects.of_channel(request.who.team, request.channel)
    zone = project.zone if project else request.who.zone
    if f"<@{request.own}" not in text:
        return str(parted(request, addressed(request, text)[1], said_at, zone)["text"])
    said = behind_name(text, request.own)
    found = FIRST.fullmatch(said)
    if found and found[1].lower() in (form.WORD.en, form.WORD.nl):
        said = found[2]
    try:
        return _typed(request, said)
    except Rejected:
        return request.plain(said)


def _typed(request: SlackEvent, said: str) -> str:
    project = request.here.project
    _, rest = people_and_text(request, owner_first(request, said))
    spoken = request.here.languages
    return split_terms(request.plain(rest), request.now, project.zone, spoken).due.text


def owner_first(request: Request, text: str) -> str:
    """`… @colleague friday` as `@colleague … friday`: in a sentence, who shall do it stands behind it.

    Only where nothing but a date, or who helps, follows; and not where the name is part of what must be
    done, as in "call @tom friday". Several, or a group, come first too, and are refused there.
    """
    if WHO.match(text.strip()):
        return text
    for found in reversed([*WHO.finditer(text)]):
        before, tail = text[: found.start()].rstrip(), f" {text[found.end() :]}"
        helped = HELPERS.match(tail)
        when = (tail[helped.end() :] if helped else tail).strip(MARKS)
        if not action_items_typed.only_when(request.here, request.plain(when)):
            return text
        if _is_whole(re.findall(r"[^\W\d_]+", before.lower())):
            return f"{found[0].rstrip()} {before} {tail.lstrip()}".strip()
    return text


def _is_whole(words: list[str]) -> bool:
    """Whether it is complete without the name that follows: not "call with", nor "please call"."""
    if len(words) < 2 or words[-1] in LEADING | ARTICLES:
        return False
    return len(words) > FEW or words[-1] not in OBJECT or words[-2] in ARTICLES
