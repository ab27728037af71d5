"""What a person can do with minutes: write them from notes, go through what was found, and send them."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bot.core.access import project_numbered
from bot.core.calendar import local
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
from bot.core.people import Person
from bot.core.ports import UnitOfWork
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
    uow: UnitOfWork,
    now: datetime,
    who: Person,
    project_id: int,
    *,
    title: str,
    held_on: date | None,
    notes: str,
    meeting: int | None = None,
) -> Minutes:
    """Keep the notes at once as a concept and plan their reading; raise Misfilled by field."""
    project = project_numbered(uow, who, project_id)
    notes, today = clean(notes), local(now, project.zone).date()
    held_on = held_on or today
    title = " ".join(clean(title).split()) or usual_title(project, held_on)
    _check(title, held_on, notes, today)
    minutes = Minutes(
        project_id=project.id,
        number=uow.next_number(project.id, NOUN),
        title=title,
        meeting=meeting if meeting and uow.of(Meetings).get(project.id, meeting) else None,
        held_on=held_on,
        author=who.user,
        notes=notes,
        raised_at=now,
    )
    uow.of(MinutesBook).add(minutes)
    log(uow, now, who.user, minutes, "created", None, whole(minutes))
    draft.plan(uow, now, project, minutes)
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


def find(uow: UnitOfWork, who: Person, project_id: int, number: int) -> tuple[Project, Minutes]:
    """For any member of the project; raise UnknownNumber."""
    project = project_numbered(uow, who, project_id)
    minutes = uow.of(MinutesBook).get(project.id, number)
    if minutes is None:
        raise UnknownNumber(NOUN, number)
    return project, minutes


def in_charge(uow: UnitOfWork, who: Person, project_id: int, number: int) -> tuple[Project, Minutes]:
    """A concept that `who` may change: his own, or any as the project manager."""
    project, minutes = find(uow, who, project_id, number)
    if not may_change(who, project, minutes):
        raise NotAuthor(minutes.author)
    if minutes.sent:
        raise AlreadySent(number)
    if minutes.version == 1:
        raise StillReading(number)
    return project, minutes


def may_change(who: Person, project: Project, minutes: Minutes) -> bool:
    return who.user in (minutes.author, project.manager)


def of_project(uow: UnitOfWork, who: Person, project_id: int) -> tuple[Project, Sequence[Minutes]]:
    """The newest ones, newest first."""
    project = project_numbered(uow, who, project_id)
    return project, uow.of(MinutesBook).of_project(project.id, LISTED)


def of_meeting(uow: UnitOfWork, who: Person, project_id: int, meeting: int) -> list[Minutes]:
    """However many came after it: a meeting's button stands in Slack for years."""
    project = project_numbered(uow, who, project_id)
    return [
        minutes for minutes in uow.of(MinutesBook).of_project(project.id, ALL) if minutes.meeting == meeting
    ]


def go_on(uow: UnitOfWork, now: datetime, who: Person, project_id: int, number: int) -> None:
    """Take up a concept: it is written to `who` anew; without proposals when its reading got stuck."""
    project, minutes = find(uow, who, project_id, number)
    if may_change(who, project, minutes) and minutes.version == 1 and now - minutes.raised_at > STUCK:
        uow.of(MinutesBook).put(with_items(minutes, []))
    project, minutes = in_charge(uow, who, project_id, number)
    offer_concept(uow, now, who, project, minutes)


def show_page(uow: UnitOfWork, now: datetime, who: Person, project_id: int, number: int, page: int) -> None:
    project, minutes = in_charge(uow, who, project_id, number)
    turn_page(uow, now, who, project, minutes, page)


def changed_since(uow: UnitOfWork, minutes: Minutes) -> ChangedSince:
    last = uow.log.of_item(minutes.project_id, NOUN, minutes.number)[-1]
    return ChangedSince(last.who, last.at)
