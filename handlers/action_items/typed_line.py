"""One line as it was typed: who does it, with whose help, and what."""

import re

from bot.action_items import typed as action_items_typed
from bot.action_items.dependencies import Terms
from bot.core.errors import OneOwner
from bot.notes.words import NAMES_TOO
from bot.text.words import VERBS_EN, VERBS_NL, VERBS_NL_FIRST, VERBS_NL_PRESENT
from handlers.slack.request import GROUP, MENTION, Request

AMONG = r"(?:[\s,+]|&(?:amp;)?(?=\s*<@))*(?:(?:and|en)\s+)?"
"""Slack writes an ampersand as `&amp;`; one that no name follows begins the text, as in `&lt;`."""
MENTIONS = rf"(?:{MENTION.pattern}{AMONG})+"
OWNERS = re.compile(MENTIONS)
NAMED = re.compile(r"@(\S+)")
HELPERS = re.compile(rf"\s(?:together with|samen met|with|met)\s+(?P<who>{MENTIONS})", re.IGNORECASE)
WHEN_LIMIT = 200
"""Characters of a date, a start and what repeats: longer is text, and not read for each name in it."""
ADDRESS = (
    r"(?:(?P<open>&lt;|\()\s*)?"
    r"(?:<mailto:(?P<mail>[^<|>\s]+)(?:\|[^<>]*)?>|(?P<bare>[^\s@<>&,;|()]+@[^\s@<>&,;|()]+))"
    r"\s*(?:&gt;|\))?"
)
WORD = r"[^\W\d_][\w.'’-]*"
NAME = rf"(?P<name>{WORD}(?:[ \t]+{WORD}){{0,4}})(?:\s*(?=&lt;|<|\()|[\s,]+)"
OUTSIDER = re.compile(rf"(?:{NAME})?{ADDRESS}(?=[\s,:]|$)[\s,:]*")
"""A name and an address, as in `Jan Jansen <jan@x.nl>`; Slack makes a link of the address."""
PARTICLES = frozenset("van von de der den het 't te ten ter la le da di du del dos bin ibn al el".split())
VERBS = (VERBS_EN | VERBS_NL | VERBS_NL_PRESENT | VERBS_NL_FIRST) - NAMES_TOO


def people_and_text(request: Request, text: str) -> tuple[Terms, str]:
    """People and text of a line. Whom it begins with is the owner, and who stands in "with @…" at its end,
    before its date, helps; a name elsewhere is part of the text, which comes back as Slack wrote it."""
    people, text = _owner(request, text.strip())
    return _helpers(request, people, text)


def outsider(typed: str) -> Terms | None:
    """The owner from outside that all of `typed` names."""
    found = OUTSIDER.fullmatch(typed.strip())
    return _outside(found) if found else None


def _owner(request: Request, text: str) -> tuple[Terms, str]:
    if GROUP.match(text):
        raise OneOwner
    mentioned = OWNERS.match(text)
    if mentioned:
        owner = action_items_typed.one_owner([found[1] for found in MENTION.finditer(mentioned[0])])
        return Terms(owner=owner), text[mentioned.end() :]
    named = NAMED.match(text)
    if named:
        owner = action_items_typed.person_named(request.uow, request.who.team, named[1])
        return Terms(owner=owner), text[named.end() :]
    outside = OUTSIDER.match(text)
    if outside and _is_name(outside):
        return _outside(outside), text[outside.end() :]
    return Terms(owner=None), text


def _outside(found: re.Match[str]) -> Terms:
    return Terms(owner=None, outside=found["name"] or "", outside_email=found["mail"] or found["bare"])


def _is_name(found: re.Match[str]) -> bool:
    """Only what can be nothing else: "Mail Jan jan@x.nl the plan" begins with a verb, and is a text."""
    words = (found["name"] or "").split()
    if not words or words[0].lower() in VERBS:
        return False
    capitals = all(word[0].isupper() or word.lower() in PARTICLES for word in words)
    return capitals and (len(words) > 1 or bool(found["open"]))


def _helpers(request: Request, people: Terms, text: str) -> tuple[Terms, str]:
    for found in reversed([*HELPERS.finditer(text)]):
        tail = text[found.end() :].strip()
        if len(tail) > WHEN_LIMIT:
            break
        if not found.start() or not action_items_typed.only_when(request.here, request.plain(tail)):
            continue
        helpers = [mention[1] for mention in MENTION.finditer(found["who"])]
        return {**people, "helpers": helpers}, f"{text[: found.start()]} {tail}".strip()
    return people, text
