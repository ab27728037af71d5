"""Several action items at once: pasted lines wait as a draft, are gone through, and are raised together.

Nothing is raised unasked, and nothing typed is lost: a sheet of lines waits until it is raised or dropped.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from bot.action_items import sheets
from bot.action_items.batches import SOURCE, announce
from bot.action_items.change import create
from bot.action_items.duplicates import repeated, twins
from bot.action_items.ports import ActionItems
from bot.action_items.sheets import Sheet
from bot.action_items.typed import languages
from bot.action_items.validated import check_due, check_owner, checked_text
from bot.core.access import Caller, project_here, project_numbered
from bot.core.calendar import local
from bot.core.changes import new_batch
from bot.core.errors import Misfilled, Rejected
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.core.project import Project
from bot.notes.pasted_lines import MOST_LINES, Doubt, Line, Why, of_row, read_lines
from bot.notes.tables import read_csv
from bot.people.person_resolver import Names

MOST_AT_ONCE = 400
"""Lines that one press raises: so that nobody waits long behind it."""
KEY = 12
"""Characters of a sheet's key."""


Read = Callable[[], list[Line]]


@dataclass(frozen=True)
class Raised:
    project: Project
    batch: str
    """By which all of it is taken back."""
    numbers: list[int]
    left: list[int]
    """Lines that were not ticked."""
    rest: Sheet | None = None
    """Lines that were too many for one press: they wait on."""


def spread(uow: UnitOfWork, now: datetime, caller: Caller, pasted: str) -> Sheet:
    """Read pasted lines and keep them; those that wait already are as they were left."""
    project = project_here(uow, caller)
    names = Names(uow, project)
    spoken = languages(caller.who, project)

    def read() -> list[Line]:
        return read_lines(pasted, names.known, now, project.zone, spoken)

    return _kept_or(uow, now, caller.who, project, pasted, names, read)


def spread_csv(uow: UnitOfWork, now: datetime, who: Person, project_id: int, content: str) -> Sheet:
    """As `spread`, of the rows of a CSV file; what has no columns is read line by line."""
    project = project_numbered(uow, who, project_id)
    names = Names(uow, project)
    spoken = languages(who, project)

    def read() -> list[Line]:
        rows = read_csv(content, names.known)
        if rows is None:
            return read_lines(content, names.known, now, project.zone, spoken)
        return [of_row(row, now, project.zone, spoken) for row in rows[:MOST_LINES]]

    return _kept_or(uow, now, who, project, content, names, read)


def _kept_or(
    uow: UnitOfWork, now: datetime, who: Person, project: Project, content: str, names: Names, read: Read
) -> Sheet:
    key = hashlib.sha256(content.encode()).hexdigest()[:KEY]
    kept = sheets.find(uow, who, project.id, key)
    if kept is not None:
        return kept
    lines = list(names.with_owners(read()))
    sheet = Sheet(project, key, _held_against(uow, project, lines), now.isoformat())
    sheets.add(uow, now, who, sheet)
    return sheet


def _held_against(uow: UnitOfWork, project: Project, lines: list[Line]) -> list[Line]:
    """A line that says the same as an open item, or as a line above, is not ticked by itself."""
    texts = {line.number: line.text for line in lines if line.ticked}
    like = twins(texts, uow.of(ActionItems).open_texts(project.id))
    above = repeated(texts)
    owners = {line.number: line.owner for line in lines}
    # The same for two people is two things to do.
    above = {one: other for one, other in above.items() if _may_be_one(owners[one], owners[other])}
    return [_alike(line, like, above) for line in lines]


def _may_be_one(owner: str | None, other: str | None) -> bool:
    return owner == other or owner is None or other is None


def _alike(line: Line, like: Mapping[int, int], above: Mapping[int, int]) -> Line:
    for found, why in ((like, Why.twin), (above, Why.above)):
        if line.number in found:
            return line.model_copy(update={"why": why, "like": found[line.number], "ticked": False})
    return line


def choose_owner(uow: UnitOfWork, sheet: Sheet, number: int, owner: str) -> Sheet:
    """Raise why he cannot be."""
    check_owner(uow, sheet.project, owner)
    return sheet.with_line(number, owner=owner, owner_doubt=Doubt.none, owner_said="")


def choose_due(now: datetime, sheet: Sheet, number: int, due: date) -> Sheet:
    check_due(due, now, sheet.project)
    return sheet.with_line(number, due=due, due_doubt=Doubt.none, due_said="", readings=[])


def give_all(uow: UnitOfWork, sheet: Sheet, owner: str) -> Sheet:
    """To whom all ticked lines without an owner go."""
    check_owner(uow, sheet.project, owner)
    for line in sheet.ownerless:
        sheet = sheet.with_line(line.number, owner=owner, owner_doubt=Doubt.none, owner_said="")
    return sheet


def date_all(now: datetime, sheet: Sheet, due: date) -> Sheet:
    """By when all ticked lines without a date are due."""
    check_due(due, now, sheet.project)
    for line in sheet.dateless:
        sheet = sheet.with_line(line.number, due=due, due_doubt=Doubt.none, due_said="", readings=[])
    return sheet


def edit(
    uow: UnitOfWork,
    now: datetime,
    sheet: Sheet,
    number: int,
    *,
    text: str,
    owner: str | None,
    due: date | None,
) -> Sheet:
    """All of a line by its form, which ticks it; raise Misfilled with all that is wrong."""
    reasons: dict[str, Rejected] = {}
    checks: dict[str, Callable[[], object]] = {
        "text": lambda: checked_text(text),
        "owner": lambda: check_owner(uow, sheet.project, owner),
        "due": lambda: check_due(due, now, sheet.project),
    }
    for field, check in checks.items():
        try:
            check()
        except Rejected as reason:
            reasons[field] = reason
    if reasons:
        raise Misfilled(reasons)
    was = sheet.line(number)
    edited = Line(
        number=number, text=text.strip(), owner=owner, due=due, starts=was.starts, repeats=was.repeats
    )
    return replace(sheet, lines=[edited if line.number == number else line for line in sheet.lines])


def make(uow: UnitOfWork, now: datetime, who: Person, sheet: Sheet) -> Raised | Sheet | None:
    """Raise all that is ticked, as one and once: None when another press does.

    What cannot be any more comes back as a sheet to look at again.
    """
    project = project_numbered(uow, who, sheet.project.id)
    checked = replace(sheet, project=project, lines=_still(uow, now, project, sheet.lines))
    if checked.lines != sheet.lines or not checked.ticked:
        sheets.keep(uow, now, who, checked)
        return checked
    now_raised = checked.ticked[:MOST_AT_ONCE]
    if not sheets.take(uow, now, who, checked, now_raised[0].number):
        return None
    batch = new_batch(uow, project.id)
    caller = Caller(who, project.channel)
    items = [
        create(
            uow,
            now,
            caller,
            text=line.text,
            owner=line.owner,
            due=line.due,
            starts=line.begins,
            repeats=line.repeats,
            source=f"{SOURCE}{batch}",
            batch=batch,
        )
        for line in now_raised
    ]
    announce(uow, now, who, project, batch, items)
    numbers, done = [item.number for item in items], {line.number for line in now_raised}
    rest = replace(checked, lines=[line for line in checked.lines if line.number not in done])
    if rest.ticked:
        sheets.keep(uow, now, who, rest)
        return Raised(project, batch, numbers, [], rest)
    sheets.drop(uow, now, who, checked)
    left = [line.number for line in rest.lines if line.why is not Why.heading]
    return Raised(project, batch, numbers, left)


def _still(uow: UnitOfWork, now: datetime, project: Project, lines: list[Line]) -> list[Line]:
    """The lines without what became impossible while they waited: an owner who left, a day that passed."""
    doubts: dict[str, dict[str, Any]] = {}
    for owner in {line.owner for line in lines if line.ticked and line.owner}:
        try:
            check_owner(uow, project, owner)
        except Rejected:
            doubts[owner] = Names(uow, project).doubt_of(owner)
    today = local(now, project.zone).date()
    return [_possible(line, doubts, today) if line.ticked else line for line in lines]


def _possible(line: Line, doubts: Mapping[str, dict[str, Any]], today: date) -> Line:
    changes: dict[str, Any] = dict(doubts.get(line.owner or "", {}))
    if line.due and line.due < today:
        changes |= {"due": None, "due_doubt": Doubt.past, "due_said": line.due.isoformat()}
    return line.model_copy(update=changes if line.fits else {**changes, "ticked": False})
