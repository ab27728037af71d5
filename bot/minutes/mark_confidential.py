"""A topic of a concept is made confidential: only its readers see it, and nothing is made of it."""

from collections.abc import Iterator, Sequence

from bot.action_items.validated import check_owner
from bot.core import records
from bot.core.context import Context, people_of
from bot.core.errors import Misfilled, Rejected
from bot.minutes.confidential import ConfidentialTopic, last_line
from bot.minutes.draft import read_notes
from bot.minutes.find import in_charge
from bot.minutes.model import Item, Minutes, Verdict, with_items
from bot.minutes.notifications import MARKED
from bot.minutes.noun import MINUTES
from bot.minutes.review import changed_since
from bot.people.preferences import OtherNames


def choices(minutes: Minutes) -> list[ConfidentialTopic]:
    """Topics that are confidential, whose readers can be changed, and those that can become it, in the order
    of the notes."""
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
    for user in readers:
        try:
            check_owner(ctx, user)
        except Rejected as reason:
            raise Misfilled({"readers": reason}) from reason
    others = [user for user in dict.fromkeys((*readers, ctx.who.user)) if user != minutes.author]
    marked = topic.model_copy(update={"readers": others, "unknown": []})
    if marked in minutes.topics:
        return minutes
    return records.put(ctx, MINUTES, MARKED, minutes, _marked(ctx, minutes, marked))


def _marked(ctx: Context, minutes: Minutes, marked: ConfidentialTopic) -> Minutes:
    """What else the notes tell is not of a confidential topic either."""
    topics = [*(each for each in minutes.topics if each.first != marked.first), marked]
    confidential = [each.model_dump() for each in sorted(topics, key=lambda topic: topic.first)]
    others = ctx.uow.of(OtherNames).of_project(ctx.project.id)
    after = minutes.model_copy(update={"confidential": confidential})
    anew = read_notes(after, people_of(ctx.uow, ctx.project), others)
    hidden = {line for topic in after.topics for line in range(topic.first, topic.last + 1)}

    def kept(item: Item) -> Item:
        if hidden.isdisjoint((item.line, *item.more)) or item.verdict is Verdict.confidential:
            return item
        return item.model_copy(update={"verdict": Verdict.confidential, "version": item.version + 1})

    open_topics = [topic for topic in minutes.told.topics if topic.line not in hidden]
    rest = anew.told.model_copy(update={"topics": open_topics}).model_dump(mode="json")
    return with_items(after, [*map(kept, minutes.proposals)], rest=rest, attendees=anew.attendees)
