"""What a concept asks: each name and each date that is not clear, once for all that it stands in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.action_items.validated import check_owner
from bot.core import records
from bot.core.context import Context, people_of
from bot.core.people import Person
from bot.minutes.errors import BeforeMeeting
from bot.minutes.find import in_charge
from bot.minutes.model import Item, Minutes, ProposalKind, Verdict, with_items
from bot.minutes.noun import MINUTES
from bot.people.matching import Match, Sure, match, other_name
from bot.people.preferences import OtherNames


@dataclass(frozen=True)
class Question:
    said: str
    """A name or a date as it stands in the notes."""
    match: Match | None
    """Whom the name may mean; None for a date."""


def questions(ctx: Context, minutes: Minutes) -> list[Question]:
    """Those who should do something first, then dates, then who was there under a name that is like one."""
    return asked(minutes, people_of(ctx.uow, ctx.project), ctx.uow.of(OtherNames).of_project(ctx.project.id))


def asked(minutes: Minutes, people: Mapping[str, Person], others: Mapping[str, str]) -> list[Question]:
    live = [item for item in minutes.proposals if item.live]
    open_ones = [item for item in live if item.verdict is Verdict.proposed]
    unclear = {item.owner_name for item in open_ones if item.unclear}
    unknown = [item.owner_name for item in open_ones if not (item.owner or item.outside)]
    owners = {name: match(name, people, others) for name in unknown if name}
    found = [
        Question(name, here)
        for name, here in owners.items()
        if name in unclear or here.sure is Sure.to_confirm
    ]
    found += [Question(said, None) for said in dict.fromkeys(filter(None, map(_date_asked, live)))]
    for name in dict.fromkeys((*minutes.attendees, *minutes.told.absent)):
        if name not in people and name not in owners:
            here = match(name, people, others)
            found += [Question(name, here)] if here.sure is Sure.to_confirm else []
    return found


def _date_asked(item: Item) -> str:
    action = item.kind is ProposalKind.action
    return item.due_phrase if action and item.due is None else ""


def answer_who(ctx: Context, number: int, said: str, user: str | None) -> Minutes:
    """All of that name is theirs, also in later notes; None: it is nobody of us. The first answer holds."""
    minutes = in_charge(ctx, number)
    check_owner(ctx, user)
    if said not in [each.said for each in questions(ctx, minutes) if each.match]:
        return minutes

    def answered(item: Item) -> Item:
        if item.owner_name != said or item.owner or item.outside:
            return item
        told = {"owner": user} if user else {"outside": said}
        return item.model_copy(update={**told, "version": item.version + 1})

    rest, present = minutes.told, minutes.attendees
    if user:
        rest.absent, present = _with(rest.absent, said, user), _with(present, said, user)
    items, told = [answered(item) for item in minutes.proposals], rest.model_dump(mode="json")
    ctx.uow.of(OtherNames).put(ctx.project.id, other_name(said)[:100], user or "", ctx.now)
    after = with_items(minutes, items, attendees=present, rest=told)
    return records.put(ctx, MINUTES, "answered", minutes, after)


def answer_when(ctx: Context, number: int, said: str, due: date | None) -> Minutes:
    """All that is due then; None: it has no date. Raise BeforeMeeting."""
    minutes = in_charge(ctx, number)
    if due is not None and due < minutes.held_on:
        raise BeforeMeeting(minutes.held_on)

    def answered(item: Item) -> Item:
        told = {"due": due, "due_phrase": said if due else "", "version": item.version + 1}
        return item.model_copy(update=told) if _date_asked(item) == said else item

    after = with_items(minutes, [answered(item) for item in minutes.proposals])
    return records.change(ctx, MINUTES, number, "answered", lambda _minutes: after)


def _with(names: list[str], said: str, user: str) -> list[str]:
    return list(dict.fromkeys(user if name == said else name for name in names))
