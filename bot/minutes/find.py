"""Minutes: written from notes, found again, and their concept taken up."""

from datetime import date, timedelta

from bot.core.context import Context
from bot.core.errors import (
    AlreadySent,
    ChangedSince,
    InTheFuture,
    Misfilled,
    NoNotes,
    NotAuthor,
    Rejected,
    StillReading,
    TooLong,
    UnknownNumber,
)
from bot.core.project import Project
from bot.meetings.ports import Meetings
from bot.minutes import draft
from bot.minutes.model import NOTES_LIMIT, TITLE_LIMIT, Minutes, clean, with_items
from bot.minutes.notifications import NOUN, log, offer_concept, turn_page, whole
from bot.minutes.ports import MinutesBook

LISTED, ALL = 15, 10_000
STUCK = timedelta(minutes=10)
"""Reading takes seconds; after this it has failed for good."""


def write(
    ctx: Context, *, title: str, held_on: date | None, notes: str, meeting: int | None = None
) -> Minutes:
    """Keep the notes at once as a concept and plan their reading; raise Misfilled by field."""
    project = ctx.project
    notes, held_on = clean(notes), held_on or ctx.today
    title = " ".join(clean(title).split()) or usual_title(project, held_on)
    _check(title, held_on, notes, ctx.today)
    minutes = Minutes(
        project_id=project.id,
        number=ctx.uow.next_number(project.id, NOUN),
        title=title,
        meeting=meeting if meeting and ctx.uow.of(Meetings).get(project.id, meeting) else None,
        held_on=held_on,
        author=ctx.who.user,
        notes=notes,
        raised_at=ctx.now,
    )
    ctx.uow.of(MinutesBook).add(minutes)
    log(ctx, minutes, "created", None, whole(minutes))
    draft.plan(ctx, minutes)
    return minutes


def usual_title(project: Project, held_on: date) -> str:
    return f"{project.name} {held_on:%d-%m-%Y}"


def _check(title: str, held_on: date, notes: str, today: date) -> None:
    reasons: dict[str, Rejected] = {}
    if len(title) > TITLE_LIMIT:
        reasons["title"] = TooLong(len(title), TITLE_LIMIT)
    if held_on > today:
        reasons["held_on"] = InTheFuture(held_on)
    if not notes:
        reasons["notes"] = NoNotes()
    elif len(notes) > NOTES_LIMIT:
        reasons["notes"] = TooLong(len(notes), NOTES_LIMIT)
    if reasons:
        raise Misfilled(reasons)


def find(ctx: Context, number: int) -> Minutes:
    """For any member of the project; raise UnknownNumber."""
    minutes = ctx.uow.of(MinutesBook).get(ctx.project.id, number)
    if minutes is None:
        raise UnknownNumber(NOUN, number)
    return minutes


def in_charge(ctx: Context, number: int) -> Minutes:
    """A concept that who asks may change: their own, or any as the project manager."""
    minutes = find(ctx, number)
    if not may_change(ctx, minutes):
        raise NotAuthor(minutes.author)
    if minutes.sent:
        raise AlreadySent(number)
    if minutes.version == 1:
        raise StillReading(number)
    return minutes


def may_change(ctx: Context, minutes: Minutes) -> bool:
    return ctx.who.user in (minutes.author, ctx.project.manager)


def of_project(ctx: Context) -> list[Minutes]:
    """The newest ones, newest first."""
    return ctx.uow.of(MinutesBook).of_project(ctx.project.id, LISTED)


def of_meeting(ctx: Context, meeting: int) -> list[Minutes]:
    """However many came after it: a meeting's button stands in Slack for years."""
    every = ctx.uow.of(MinutesBook).of_project(ctx.project.id, ALL)
    return [minutes for minutes in every if minutes.meeting == meeting]


def go_on(ctx: Context, number: int) -> None:
    """Take up a concept: it is written to who asks anew; without proposals when its reading got stuck."""
    minutes = find(ctx, number)
    if may_change(ctx, minutes) and minutes.version == 1 and ctx.now - minutes.raised_at > STUCK:
        ctx.uow.of(MinutesBook).put(with_items(minutes, []))
    offer_concept(ctx, in_charge(ctx, number))


def show_page(ctx: Context, number: int, page: int) -> None:
    turn_page(ctx, in_charge(ctx, number), page)


def changed_since(ctx: Context, minutes: Minutes) -> ChangedSince:
    last = ctx.uow.log.of_item(minutes.project_id, NOUN, minutes.number)[-1]
    return ChangedSince(last.who, last.at)
