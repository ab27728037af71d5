"""One line as it was typed: who of the team does it, with whose help, and what."""

from bot.action_items import typed as action_items_typed
from bot.action_items.dependencies import Terms
from bot.core.errors import OneOwner
from bot.notes.typed_line import OUTSIDER, People, Reader
from handlers.slack.request import GROUP, MENTION, Request

AMONG = r"(?:[\s,+]|&(?:amp;)?(?=\s*<@))*(?:(?:and|en)\s+)?"
"""Slack writes an ampersand as `&amp;`; one that no name follows begins the text, as in `&lt;`."""
MENTIONS = rf"(?:{MENTION.pattern}{AMONG})+"


def people_and_text(request: Request, text: str) -> tuple[Terms, str]:
    """People of a line, and the rest of it as Slack wrote it; raise OneOwner or UnknownPerson."""
    read = reader(request).people(text)
    return people_of(request, read), read.rest


def reader(request: Request) -> Reader:
    """For the lines of the channel's project."""
    spoken = action_items_typed.languages(request.here)
    return Reader(request.now, request.here.project.zone, spoken, request.plain)


def people_of(request: Request, read: People) -> Terms:
    """Raise OneOwner or UnknownPerson."""
    if any(GROUP.match(owner) for owner in read.owners):
        raise OneOwner
    people = Terms(owner=action_items_typed.one_owner([_user(request, each) for each in read.owners]))
    if read.outside:
        people["outside"], people["outside_email"] = read.outside
    if read.helpers:
        people["helpers"] = [_user(request, each) for each in read.helpers]
    return people


def outsider(typed: str) -> Terms | None:
    """The owner from outside that all of `typed` names."""
    found = OUTSIDER.fullmatch(typed.strip())
    if not found:
        return None
    return Terms(owner=None, outside=found["name"] or "", outside_email=found["mail"] or found["bare"])


def _user(request: Request, written: str) -> str:
    mentioned = MENTION.fullmatch(written)
    if mentioned:
        return mentioned[1]
    return action_items_typed.person_named(request.uow, request.who.team, written.lstrip("@"))
