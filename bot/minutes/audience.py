"""To whom minutes go in person: everybody who was asked to the meeting, is named as there or away, got
something to do, or reads a confidential topic."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.action_items.model import ActionItem, ActionItems
from bot.core.context import Context, people_of
from bot.core.people import Person
from bot.meetings.model import Meetings
from bot.minutes.model import Becomes, Item, Minutes, ProposalKind
from bot.notes.words import ABSENT, PRESENT

_ATTENDANCE = re.compile(rf"\b(?:{'|'.join(PRESENT | ABSENT)})\b", re.IGNORECASE)


@dataclass(frozen=True)
class Audience:
    """User ids. People from outside are told nothing."""

    people: list[str]
    absent: list[str]
    """Those of them who were not there."""
    owners: list[str]
    """Also who sends them."""


def audience(ctx: Context, minutes: Minutes, sender: str) -> Audience:
    members = people_of(ctx.uow, ctx.project)
    owners = [user for user in dict.fromkeys(_owners(ctx, minutes)) if user in members]
    absent = absent_of(ctx, minutes)
    asked = [*invited(ctx, minutes), *minutes.attendees, *absent] if ctx.project.minutes_to_all else []
    readers = [user for topic in minutes.topics for user in topic.readers]
    told = dict.fromkeys((*asked, *owners, *readers))
    people = [user for user in told if user in members and user != sender]
    return Audience(people, [user for user in people if user in absent], owners)


def invited(ctx: Context, minutes: Minutes) -> list[str]:
    meeting = ctx.uow.of(Meetings).get(ctx.project.id, minutes.meeting) if minutes.meeting else None
    return meeting.people if meeting else []


def absent_of(ctx: Context, minutes: Minutes) -> list[str]:
    """User ids, or names as written; who was asked counts only where notes say who was present."""
    missed = invited(ctx, minutes) if minutes.attendees else []
    away = dict.fromkeys((*minutes.told.absent, *(user for user in missed if user != minutes.author)))
    return [each for each in away if each not in minutes.attendees]


def items_of(ctx: Context, minutes: Minutes, user: str) -> list[ActionItem]:
    """Of the action items that minutes made or named again, those that are theirs now, by number."""
    numbers = {item.number for item in minutes.accepted(ProposalKind.action) if item.number}
    found = ctx.uow.of(ActionItems).get_many((ctx.project.id, number) for number in numbers)
    return sorted((item for item in found.values() if item.owner == user), key=lambda item: item.number)


def lines_naming(minutes: Minutes, person: Person) -> list[str]:
    """Lines of the notes in which they stand by name, but for what became an item and for who was there."""
    names = {name for name in (person.name, person.full_name, person.full_name.partition(" ")[0]) if name}
    named = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b", re.IGNORECASE)
    taken = {at for item in minutes.proposals for at in (item.line, *item.more)}
    lines = [line for at, line in enumerate(minutes.notes_for(person.user).split("\n"), 1) if at not in taken]
    return [line.strip() for line in lines if named.search(line) and not _ATTENDANCE.search(line)]


def _owners(ctx: Context, minutes: Minutes) -> Iterator[str]:
    for item in minutes.proposals:
        if item.kind is ProposalKind.action and item.goes and (owner := _owner(ctx, item)):
            yield owner


def _owner(ctx: Context, item: Item) -> str | None:
    if item.becomes is Becomes.new or (item.becomes is Becomes.changed and item.owner):
        return item.owner
    there = ctx.uow.of(ActionItems).get(ctx.project.id, item.twin) if item.twin else None
    return there.owner if there else None
