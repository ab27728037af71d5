"""Minutes: written from notes, edited, and their concept taken up."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bot.core import records
from bot.core.context import Context, PersonContext, by_clock, people_of, projects_of
from bot.core.errors import InTheFuture, Reasons, check_length
from bot.core.events import UNREAD
from bot.core.language_model import Unanswered
from bot.core.project import Project
from bot.core.record_lists import fold
from bot.meetings.model import Meetings
from bot.minutes import draft, with_model
from bot.minutes.errors import AlreadySent, NoNotes, StillReading
from bot.minutes.extraction.extract import day_named
from bot.minutes.model import NOTES_LIMIT, TITLE_LIMIT, Discarded, Minutes, Status, clean
from bot.minutes.notifications import offer_concept, turn_page
from bot.minutes.noun import MINUTES, may_change
from bot.minutes.ports import MinutesBook
from bot.minutes.shared import day_in_name
from bot.people.preferences import OtherNames

STUCK = timedelta(minutes=10)
"""Reading takes seconds; after this it has failed for good."""


def write(
    ctx: Context, *, title: str, held_on: date | None, notes: str, meeting: int | None = None
) -> Minutes:
    """Keep the notes at once as a concept and plan their reading; the same notes are the same concept.
    Raise Misfilled by field.

    Where nobody chose another day than today, it is the one that the notes name, else the title.
    """
    notes, title = clean(notes), _one_line(title)
    title = "" if title == draft.usual_title(ctx.project) else title
    if held_on in (None, ctx.today):
        in_title = day_in_name(title) or ctx.today
        held_on = day_named(notes, ctx.today) or min(in_title, ctx.today)
    title = title or draft.usual_title(ctx.project)
    reasons = _wrong(title, held_on, ctx.today)
    with reasons.of("notes"):
        if not notes:
            raise NoNotes
        check_length(notes, NOTES_LIMIT)
    reasons.tell()
    if there := ctx.uow.of(MinutesBook).of_notes(ctx.project.id, ctx.who.user, notes):
        return there
    minutes = records.create(
        ctx,
        MINUTES,
        title=title,
        meeting=meeting if meeting and ctx.uow.of(Meetings).get(ctx.project.id, meeting) else None,
        held_on=held_on,
        author=ctx.who.user,
        notes=notes,
        raised_at=ctx.now,
        confidential=draft.confidential(
            notes, people_of(ctx.uow, ctx.project), ctx.uow.of(OtherNames).of_project(ctx.project.id)
        ),
    )
    draft.plan(ctx, minutes)
    return minutes


def take(ctx: Context, **about: Any) -> Minutes:
    """As `write`; notes that were given before are taken up again. Raise AlreadySent."""
    minutes = write(ctx, **about)
    if minutes.read:
        go_on(ctx, minutes.number)
    return minutes


def edit(
    ctx: Context, number: int, version: int, typed: Mapping[str, Any]
) -> Minutes | records.Overtaken[Minutes]:
    """The title and the day, all at once; raise Misfilled, or why who asks may not."""
    in_charge(ctx, number)
    typed = {**typed, "title": _one_line(typed["title"])}
    _wrong(typed["title"], typed["held_on"] or ctx.today, ctx.today).tell()
    return records.edit(ctx, MINUTES, number, version, typed)


def _one_line(title: str) -> str:
    return " ".join(clean(title).split())


def _wrong(title: str, held_on: date, today: date) -> Reasons:
    reasons = Reasons()
    with reasons.of("title"):
        check_length(title, TITLE_LIMIT)
    with reasons.of("held_on"):
        if held_on > today:
            raise InTheFuture(held_on)
    return reasons


def draft_of(ctx: Context, number: int) -> Minutes:
    """Raise NotAuthor, HoldsConfidential or AlreadySent."""
    minutes = records.get(ctx, MINUTES, number)
    MINUTES.check_read(ctx, minutes)
    if minutes.sent:
        raise AlreadySent(number)
    return minutes


def in_charge(ctx: Context, number: int) -> Minutes:
    """A concept that who asks may change: their own, or any as the project manager."""
    minutes = draft_of(ctx, number)
    if minutes.status is Status.discarded:
        raise Discarded(number)
    if not minutes.read:
        raise StillReading(number)
    return minutes


def go_on(ctx: Context, number: int) -> None:
    """Take up a concept: it is written to who asks anew; when its reading got stuck, with what there is."""
    minutes = records.get(ctx, MINUTES, number)
    if may_change(ctx, minutes) and not minutes.read and ctx.now - minutes.raised_at > STUCK:
        if minutes.by_model:
            with_model.stop(ctx, number, Unanswered.slow)
        else:
            spil = by_clock(ctx.uow, ctx.now, ctx.project)
            records.put(spil, MINUTES, UNREAD, minutes, minutes.evolve(read=True))
    offer_concept(ctx, in_charge(ctx, number), ctx.who.user)


def show_page(ctx: Context, number: int, page: int) -> None:
    turn_page(ctx, in_charge(ctx, number), page)


@dataclass(frozen=True)
class Hit:
    minutes: Minutes
    project: Project
    line: str
    """The first that holds all the words; of those that this person may read."""


def search(ctx: PersonContext, words: str) -> list[Hit]:
    """The newest first, of drafts only those that they may change."""
    wanted, projects = fold(words).split(), {each.id: each for each in projects_of(ctx.uow, ctx.who)}
    hits = []
    for minutes in ctx.uow.of(MinutesBook).mentioning([*projects], wanted) if wanted else ():
        project = projects[minutes.project_id]
        seen = minutes.sent or may_change(Context(ctx.uow, ctx.now, ctx.who, project), minutes)
        if seen and (line := _line(minutes, ctx.who.user, wanted)):
            hits.append(Hit(minutes, project, line))
    return hits


def _line(minutes: Minutes, user: str, wanted: list[str]) -> str:
    for line in (*minutes.notes_for(user).split("\n"), minutes.title):
        folded = fold(line)
        if all(word in folded for word in wanted):
            return line.strip()
    return ""
