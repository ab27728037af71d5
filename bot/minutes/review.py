"""Going through the proposals of a concept: each is accepted, edited or dropped by a person; what is
asked of it before it is sent; and marking its topics as confidential."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.action_items.validated import check_owner
from bot.core import records
from bot.core.context import Context, people_of
from bot.core.errors import TEXT_LIMIT, ChangedSince, NoText, Reasons, UnknownNumber, check_length
from bot.core.people import Person
from bot.core.records import Overtaken
from bot.minutes.confidential import ConfidentialTopic, last_line
from bot.minutes.draft import read_notes
from bot.minutes.errors import BeforeMeeting
from bot.minutes.find import draft_of, in_charge
from bot.minutes.maybe import maybe_actions
from bot.minutes.model import Becomes, Item, Minutes, ProposalKind, Verdict, clean, with_item, with_items
from bot.minutes.notifications import MARKED
from bot.minutes.noun import MINUTES, PROPOSAL
from bot.people.matching import Match, Sure, match, other_name
from bot.people.preferences import OtherNames


def discard(ctx: Context, number: int) -> Minutes:
    """A concept that is not to be sent. Raise NotAuthor or AlreadySent."""
    draft_of(ctx, number)
    return records.change(ctx, MINUTES, number, "discarded", Minutes.discarded)


def judge(ctx: Context, number: int, index: int, verdict: Verdict) -> Minutes:
    """Accept or drop one, or open it again; the same again is the same."""
    minutes = in_charge(ctx, number)
    item = item_of(minutes, index)
    if verdict is Verdict.accepted:
        check_owner(ctx, item.owner)
    return _revised(ctx, minutes, index, verdict=verdict)


def accept_all(ctx: Context, number: int) -> Minutes:
    """All that are open, but for those that name somebody who cannot own it: these need a choice."""
    minutes = in_charge(ctx, number)
    items, people = minutes.proposals, {None, *people_of(ctx.uow, ctx.project)}
    for item in items:
        if item.verdict is Verdict.proposed and not item.unclear and item.owner in people:
            item.verdict = Verdict.accepted
            item.version += 1
    accepted = with_items(minutes, items)
    return records.change(ctx, MINUTES, number, "accepted_all", lambda _minutes: accepted)


def keep(
    ctx: Context, number: int, dropped: Collection[int], kept: Collection[int], lines: Collection[int]
) -> Minutes:
    """Leave out some proposals, take others along after all, and take up `lines` as action items."""
    minutes = in_charge(ctx, number)
    items = minutes.proposals
    for index, item in enumerate(items):
        changed = index in (kept if item.verdict is Verdict.dropped else dropped)
        if changed and item.verdict is not Verdict.confidential:
            item.verdict = Verdict.proposed if index in kept else Verdict.dropped
            item.version += 1
    maybe = maybe_actions(minutes.open_notes, {item.line for item in items})
    added = [
        Item(kind=ProposalKind.action, text=text, line=line, quote=text)
        for line, text in maybe
        if line in lines
    ]
    revised = with_items(minutes, [*items, *added])
    return minutes if revised == minutes else records.put(ctx, MINUTES, "edited", minutes, revised)


def choose_fate(ctx: Context, number: int, index: int, becomes: Becomes) -> Minutes:
    """Of one that is open already: that one is meant, or another; the same again is the same."""
    minutes = in_charge(ctx, number)
    if item_of(minutes, index).twin is None:
        return minutes
    return _revised(ctx, minutes, index, becomes=becomes)


def edit(
    ctx: Context, number: int, index: int, version: int, typed: Mapping[str, Any]
) -> Minutes | Overtaken[Any]:
    """Accept it with all that its form tells; `version`: the one shown. Raise Misfilled by field."""
    minutes = in_charge(ctx, number)
    item = item_of(minutes, index)
    if item.version != version and (found := _overtaken_since(ctx, minutes, index, version)):
        return found
    fields = {**typed, "text": clean(typed["text"])}
    if typed["kind"] == ProposalKind.decision:
        fields = {name: fields[name] for name in ("kind", "text")}
    else:
        fields |= {"owner_name": "", "due_phrase": "", "outside": "" if fields["owner"] else item.outside}
    reasons = Reasons()
    with reasons.of("text"):
        if not fields["text"]:
            raise NoText
        check_length(fields["text"], TEXT_LIMIT)
    with reasons.of("owner"):
        check_owner(ctx, fields.get("owner"))
    with reasons.of("due"):
        _check_due(minutes, fields.get("due"))
    reasons.tell()
    if item.outside and (owner := fields.get("owner")):  # they are one of us after all
        ctx.uow.of(OtherNames).put(ctx.project.id, other_name(item.outside)[:100], owner, ctx.now)
    fields["kind"] = ProposalKind(typed["kind"])
    return _revised(ctx, minutes, index, **fields, verdict=Verdict.accepted)


def item_of(minutes: Minutes, index: int) -> Item:
    items = minutes.proposals
    if not 0 <= index < len(items) or items[index].verdict is Verdict.confidential:
        raise UnknownNumber(MINUTES.name, index + 1)
    return items[index]


def _check_due(minutes: Minutes, due: date | None) -> None:
    """Raise BeforeMeeting."""
    if due is not None and due < minutes.held_on:
        raise BeforeMeeting(minutes.held_on)


def _revised(ctx: Context, before: Minutes, index: int, **changes: Any) -> Minutes:
    """Keep and show it; what would stay as it is, is left alone."""
    minutes = with_item(before, index, **changes)
    if minutes is before:
        return before
    was, item = before.proposals[index], minutes.proposals[index]
    what = str(item.verdict) if item.verdict is not was.verdict else "edited"
    return records.put(ctx, MINUTES, what, before, minutes)


def _overtaken_since(ctx: Context, minutes: Minutes, index: int, version: int) -> Overtaken[Any] | None:
    """None where nothing else is in its form than in the one of that version.

    Raise ChangedSince where the log, of an older version of the bot, does not say what was in that.
    """
    item, last = item_of(minutes, index), None
    for event in reversed(ctx.uow.log.of_item(minutes.project_id, MINUTES.name, minutes.number)):
        items = (event.after or {}).get("items")
        if not event.is_whole or not isinstance(items, list) or not items[index:] or not items[index]:
            continue
        seen, last = Item.model_validate(items[index]), last or event
        if seen.version <= version:
            found = Overtaken[Any](seen, item, last.who, last.at)
            return found if records.differing(PROPOSAL, seen, item) else None
    raise changed_since(ctx, minutes)


def changed_since(ctx: Context, minutes: Minutes) -> ChangedSince:
    last = ctx.uow.log.of_item(minutes.project_id, MINUTES.name, minutes.number)[-1]
    return ChangedSince(last.who, last.at)


def choices(minutes: Minutes) -> list[ConfidentialTopic]:
    """Topics that are confidential, and those that can become it, in the order of the notes."""
    return sorted([*minutes.topics, *_open_topics(minutes)], key=lambda topic: topic.first)


def _open_topics(minutes: Minutes) -> Iterator[ConfidentialTopic]:
    """Those with something below their title: an agenda only names what is told elsewhere."""
    firsts, lines = [topic.line for topic in minutes.told.topics], minutes.open_notes.split("\n")
    ends = [*firsts, *(topic.first for topic in minutes.topics)]
    for first in dict.fromkeys(firsts):
        last = last_line(lines, first, ends)
        if last > first:
            yield ConfidentialTopic(first=first, last=last, readers=[])


def mark(ctx: Context, number: int, first: int, readers: Sequence[str]) -> Minutes:
    """For these readers alone, beside its author and who marks it; the same again is the same. `first`: its
    line in the notes.

    Raise Misfilled for a reader who may see nothing of the project, and ChangedSince where there is no such
    topic any more.
    """
    minutes = in_charge(ctx, number)
    topic = next((each for each in choices(minutes) if each.first == first), None)
    if topic is None:
        raise changed_since(ctx, minutes)
    reasons = Reasons()
    with reasons.of("readers"):
        for user in readers:
            check_owner(ctx, user)
    reasons.tell()
    others = [user for user in dict.fromkeys((*readers, ctx.who.user)) if user != minutes.author]
    marked = topic.evolve(readers=others, unknown=[])
    if marked in minutes.topics:
        return minutes
    return records.put(ctx, MINUTES, MARKED, minutes, _marked(ctx, minutes, marked))


def _marked(ctx: Context, minutes: Minutes, marked: ConfidentialTopic) -> Minutes:
    """What else the notes tell is not of a confidential topic either."""
    topics = [*(each for each in minutes.topics if each.first != marked.first), marked]
    confidential = [each.model_dump() for each in sorted(topics, key=lambda topic: topic.first)]
    others = ctx.uow.of(OtherNames).of_project(ctx.project.id)
    after = minutes.evolve(confidential=confidential)
    anew = read_notes(after, people_of(ctx.uow, ctx.project), others)
    hidden = {line for topic in after.topics for line in range(topic.first, topic.last + 1)}

    def kept(item: Item) -> Item:
        if hidden.isdisjoint((item.line, *item.more)) or item.verdict is Verdict.confidential:
            return item
        return item.evolve(verdict=Verdict.confidential, version=item.version + 1)

    open_topics = [topic for topic in minutes.told.topics if topic.line not in hidden]
    rest = anew.told.evolve(topics=open_topics).model_dump(mode="json")
    return with_items(after, [*map(kept, minutes.proposals)], rest=rest, attendees=anew.attendees)


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
    unknown = dict.fromkeys(item.owner_name for item in open_ones if not (item.owner or item.outside))
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
        return item.evolve(**told, version=item.version + 1)

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
    _check_due(minutes, due)

    def answered(item: Item) -> Item:
        told = {"due": due, "due_phrase": said if due else "", "version": item.version + 1}
        return item.evolve(**told) if _date_asked(item) == said else item

    after = with_items(minutes, [answered(item) for item in minutes.proposals])
    return records.change(ctx, MINUTES, number, "answered", lambda _minutes: after)


def _with(names: list[str], said: str, user: str) -> list[str]:
    return list(dict.fromkeys(user if name == said else name for name in names))
