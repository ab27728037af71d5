"""The draft: a job reads the notes and proposes what it finds. It creates nothing, and tells the author."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from bot.action_items.ports import ActionItems
from bot.core import records
from bot.core.access import people_of
from bot.core.context import Context, by_clock
from bot.core.events import DRAFTED
from bot.core.jobs import Job
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.minutes.compared import compared
from bot.minutes.extraction.extract import Proposal, draft
from bot.minutes.model import Discussed, Item, Minutes, Rest, with_items
from bot.minutes.noun import MINUTES
from bot.minutes.ports import MinutesBook
from bot.people.matching import Sure, match, other_name
from bot.people.ports import OtherNames

KIND = "minutes_draft"
MOST_ITEMS, MOST_NAMES = 200, 100
QUOTE, SUMMARY = 500, 300
MOST_TOPICS = 40
NO_OTHERS: Mapping[str, str] = MappingProxyType({})


def plan(ctx: Context, minutes: Minutes) -> None:
    ctx.uow.jobs.add(
        Job(
            key=f"{KIND}:{minutes.project_id}:{minutes.number}",
            kind=KIND,
            lane=f"minutes:{minutes.project_id}:{minutes.number}",
            payload={
                "team": ctx.project.team,
                "channel": ctx.project.channel,
                "project": ctx.project.id,
                "number": minutes.number,
            },
            due_at=ctx.now,
        )
    )


def run(uow: UnitOfWork, now: datetime, job: Job) -> None:
    """Read the notes once and write to the author what was found."""
    project = uow.projects.get(job.payload["project"])
    minutes = uow.of(MinutesBook).get(job.payload["project"], job.payload["number"])
    if project is None or minutes is None or minutes.read:
        return
    others = uow.of(OtherNames).of_project(project.id)
    drafted = read_notes(minutes, people_of(uow, project), others)
    book = uow.of(ActionItems)
    there = book.get_many((project.id, number) for number in book.open_texts(project.id))
    items = compared(drafted.proposals, minutes.notes, {item.number: item for item in there.values()})
    ctx = by_clock(uow, now, project)
    records.put(ctx, MINUTES, DRAFTED, minutes, with_items(drafted, items[:MOST_ITEMS]))


def read_notes(minutes: Minutes, people: Mapping[str, Person], others: Mapping[str, str]) -> Minutes:
    """The minutes with all that stands in their notes; people where it is certain who is meant."""
    found = draft(minutes.notes, held_on=minutes.held_on)

    def named(names: Sequence[str]) -> list[str]:
        """User ids, or names as written."""
        users = [user_named(name, people, others) or name for name in names[:MOST_NAMES]]
        return list(dict.fromkeys(users))

    items = [_item(each, people, others) for each in found.proposals[:MOST_ITEMS]]
    rest = Rest(
        language=found.language,
        absent=named(found.absent),
        topics=[
            Discussed(title=each.title[:QUOTE], line=each.line, summary=_shortened(each.summary))
            for each in found.topics[:MOST_TOPICS]
        ],
        questions=[each[:QUOTE] for each in found.questions[:MOST_TOPICS]],
        parked=[each[:QUOTE] for each in found.parked[:MOST_TOPICS]],
        chair=next(iter(named([found.chair])), "")[:QUOTE],
        minute_taker=next(iter(named([found.minute_taker])), "")[:QUOTE],
        next_meeting=(found.next_meeting or "")[:QUOTE],
    )
    told = rest.model_dump(mode="json")
    return with_items(minutes, items, attendees=named(found.attendees), rest=told, read=True)


def _shortened(summary: str) -> str:
    """Its beginning, in whole words."""
    if len(summary) <= SUMMARY:
        return summary
    return f"{summary[:SUMMARY].rpartition(' ')[0] or summary[:SUMMARY]} …"


def user_named(name: str, people: Mapping[str, Person], others: Mapping[str, str] = NO_OTHERS) -> str | None:
    """The one person whom the written name fits; None for nobody or several: an owner is never guessed."""
    found = match(name, people, others)
    return found.users[0] if found.sure is Sure.certain else None


def _item(found: Proposal, people: Mapping[str, Person], others: Mapping[str, str]) -> Item:
    name = (found.owner or "")[:100]
    return Item(
        kind=found.kind,
        text=found.text[:2000],
        owner=user_named(name, people, others) if name else None,
        owner_name=name,
        outside=name if name and others.get(other_name(name)) == "" else "",
        due=found.day,
        due_phrase=(found.due or "")[:100],
        line=found.line,
        quote=found.quote[:QUOTE],
        more=list(found.more),
    )
