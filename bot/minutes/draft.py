"""The draft: a job reads the notes and proposes what it finds. It creates nothing, and tells the author."""

from collections.abc import Mapping
from datetime import datetime

from bot.core import records
from bot.core.access import people_of
from bot.core.context import Context, by_clock
from bot.core.events import DRAFTED
from bot.core.jobs import Job
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.core.project import Project
from bot.minutes.confidential import topics_of
from bot.minutes.extraction.extract import Proposal, draft
from bot.minutes.model import Item, Minutes, with_items
from bot.minutes.noun import MINUTES
from bot.minutes.ports import MinutesBook
from bot.people.called import called, several

KIND = "minutes_draft"
MOST_ITEMS, MOST_NAMES = 200, 100
QUOTE = 500


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
    drafted = read_notes(minutes, project, people_of(uow, project))
    records.put(by_clock(uow, now, project), MINUTES, DRAFTED, minutes, drafted)


def user_named(name: str, people: Mapping[str, Person]) -> str | None:
    """The one person whom the written name fits; None for nobody or several: an owner is never guessed."""
    found = called(name, people)
    return found[0] if len(found) == 1 and not several(name, people) else None


def read_notes(minutes: Minutes, project: Project, people: Mapping[str, Person]) -> Minutes:
    """The minutes with the proposals and the people that stand in their notes, but for what is confidential:
    of that nothing is made."""
    hidden = confidential(minutes.notes, people)
    minutes = minutes.model_copy(update={"confidential": hidden})
    found = draft(minutes.open_notes, held_on=minutes.held_on)
    items = [_item(each, people) for each in found.proposals[:MOST_ITEMS]]
    present = [user_named(name, people) or name for name in found.attendees[:MOST_NAMES]]
    return with_items(minutes, items, attendees=list(dict.fromkeys(present)), read=True)


def confidential(notes: str, people: Mapping[str, Person]) -> list[dict[str, object]]:
    """As minutes keep it."""
    return [each.model_dump() for each in topics_of(notes, lambda name: user_named(name, people))]


def _item(found: Proposal, people: Mapping[str, Person]) -> Item:
    return Item(
        kind=found.kind,
        text=found.text[:2000],
        owner=user_named(found.owner, people) if found.owner else None,
        owner_name=(found.owner or "")[:100],
        due=found.day,
        due_phrase=(found.due or "")[:100],
        line=found.line,
        quote=found.quote[:QUOTE],
    )
