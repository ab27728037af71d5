"""The draft: a job reads the notes and proposes what it finds. It creates nothing, and tells the author."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from bot.action_items.model import ActionItems
from bot.core import records
from bot.core.context import Context, by_clock, people_of
from bot.core.events import DRAFTED
from bot.core.jobs import Job
from bot.core.language import Both
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.core.project import Project
from bot.minutes.compared import compared
from bot.minutes.confidential import topics_of
from bot.minutes.extraction.extract import Proposal, draft
from bot.minutes.model import TITLE_LIMIT, Item, Minutes, with_items
from bot.minutes.noun import MINUTES
from bot.minutes.parts import Discussed, Rest
from bot.minutes.ports import MinutesBook
from bot.people.matching import Sure, match, other_name
from bot.people.preferences import OtherNames

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


def run(
    uow: UnitOfWork, now: datetime, job: Job, *, go_on: Callable[[Context, Minutes], bool] = lambda *_: False
) -> None:
    """Read the notes once and write to the author what was found, unless somebody goes on with it."""
    project = uow.projects.get(job.payload["project"])
    minutes = uow.of(MinutesBook).get(job.payload["project"], job.payload["number"])
    if project is None or minutes is None or minutes.read:
        return
    people, others = people_of(uow, project), uow.of(OtherNames).of_project(project.id)
    minutes = minutes.evolve(confidential=confidential(minutes.notes, people, others))
    drafted = read_notes(minutes, people, others, usual_title(project))
    ctx = by_clock(uow, now, project)
    if not go_on(ctx, drafted):
        keep(ctx, minutes, drafted)


def keep(ctx: Context, before: Minutes, drafted: Minutes) -> None:
    """What was found, its action items beside those that are open: to be gone through from now on."""
    book = ctx.uow.of(ActionItems)
    there = book.get_many((ctx.project.id, number) for number in book.open_texts(ctx.project.id))
    items = compared(drafted.proposals, drafted.open_notes, {item.number: item for item in there.values()})
    records.put(ctx, MINUTES, DRAFTED, before, with_items(drafted, items[:MOST_ITEMS]))


def usual_title(project: Project) -> str:
    """Where nobody gives another, nor the notes have one; the day stands beside it everywhere."""
    return Both(f"{project.name} meeting", f"Overleg {project.name}").in_language(project.language)


def read_notes(
    minutes: Minutes, people: Mapping[str, Person], others: Mapping[str, str], usual: str = ""
) -> Minutes:
    """The minutes with all that stands in their notes, but for what is confidential: of that nothing is made.
    People where it is certain who is meant; the title of the notes instead of the `usual` one."""
    found = draft(minutes.open_notes, held_on=minutes.held_on)

    def named(names: Sequence[str]) -> list[str]:
        """User ids, or names as written."""
        users = [user_named(name, people, others) or name for name in names[:MOST_NAMES]]
        return list(dict.fromkeys(users))

    items = [item_of(each, people, others) for each in found.proposals[:MOST_ITEMS]]
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
        beyond=max(0, len(found.proposals) - MOST_ITEMS),
    )
    told = rest.model_dump(mode="json")
    title = found.own_title if minutes.title == usual and minutes.meeting is None else ""
    title = title if 0 < len(title) <= TITLE_LIMIT else minutes.title
    return with_items(minutes, items, title=title, attendees=named(found.attendees), rest=told, read=True)


def _shortened(summary: str) -> str:
    """Its beginning, in whole words."""
    if len(summary) <= SUMMARY:
        return summary
    return f"{summary[:SUMMARY].rpartition(' ')[0] or summary[:SUMMARY]} …"


def user_named(name: str, people: Mapping[str, Person], others: Mapping[str, str] = NO_OTHERS) -> str | None:
    """The one person whom the written name fits; None for nobody or several: an owner is never guessed."""
    found = match(name, people, others)
    return found.users[0] if found.sure is Sure.certain else None


def confidential(
    notes: str, people: Mapping[str, Person], others: Mapping[str, str]
) -> list[dict[str, object]]:
    """As minutes keep it."""
    return [each.model_dump() for each in topics_of(notes, lambda name: user_named(name, people, others))]


def item_of(found: Proposal, people: Mapping[str, Person], others: Mapping[str, str]) -> Item:
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
