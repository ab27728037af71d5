"""Several action items at once: pasted lines wait as a draft, are gone through, and are raised together.

Nothing is raised unasked, and nothing typed is lost: a sheet of lines waits until it is raised or dropped.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bot.action_items import sheets
from bot.action_items.change import create
from bot.action_items.duplicates import repeated, twins
from bot.action_items.model import ActionItems, ListColumns
from bot.action_items.notifications import SOURCE, announce
from bot.action_items.sheets import Sheet
from bot.action_items.validated import check_due, check_owner, checked_text
from bot.core.context import Context, new_batch
from bot.core.errors import Reasons, Rejected
from bot.core.project import Project
from bot.notes.headers import Role
from bot.notes.pasted_lines import Doubt, Line, Why, of_rows, read_pasted
from bot.notes.tables import Table
from bot.people.person_resolver import Names

MOST_AT_ONCE = 400
"""Lines that one press raises: so that nobody waits long behind it."""
KEY = 12
"""Characters of a sheet's key."""


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


def spread(ctx: Context, pasted: str, *, of_file: bool = False) -> Sheet:
    """Read pasted lines, or the rows of a file; those that wait already are as they were left."""
    key = hashlib.sha256(pasted.encode()).hexdigest()[:KEY]
    kept = sheets.find(ctx, key)
    if kept is not None:
        return kept
    names, spoken = Names(ctx), ctx.languages
    own = ctx.uow.of(ListColumns).of_project(ctx.project.id)
    lines, table = read_pasted(pasted, names.known, ctx.now, ctx.project.zone, spoken, own, of_file=of_file)
    sheet = _spread(ctx, names, Sheet(ctx.project, key, lines, ctx.now.isoformat()), table)
    sheets.add(ctx, sheet)
    return sheet


def _spread(ctx: Context, names: Names, sheet: Sheet, table: Table | None) -> Sheet:
    """With owners, and held against what is open; a table is kept while other columns can be chosen."""
    lines = _held_against(ctx, list(names.with_owners(sheet.lines)))
    if table is None or not table.head:
        return replace(sheet, lines=lines)
    sheets.keep_table(ctx, sheet.key, table)
    return replace(sheet, lines=lines, table=table.evolve(rows=[]))


def ask_columns(sheet: Sheet) -> Sheet:
    """Have it asked what the columns hold, also where their names tell."""
    table = sheet.table and sheet.table.evolve(guessed=True)
    return replace(sheet, table=table)


def choose_column(ctx: Context, sheet: Sheet, role: Role, at: int | None) -> Sheet:
    """Read all rows anew, with that column, or none, as the text, the owner or the date."""
    table = sheets.table_of(ctx, sheet)
    if table is None or sheet.table is None:
        return sheet
    table = table.chosen(role, at)
    lines = of_rows(table.read(), ctx.now, ctx.project.zone, ctx.languages)
    return _spread(ctx, Names(ctx), replace(sheet, lines=lines), table)


def _held_against(ctx: Context, lines: list[Line]) -> list[Line]:
    """A line that says the same as an open item, or as a line above, is not ticked by itself."""
    texts = {line.number: line.text for line in lines if line.ticked}
    like = twins(texts, ctx.uow.of(ActionItems).open_texts(ctx.project.id))
    above = repeated(texts)
    owners = {line.number: line.owner for line in lines}
    # The same for two people is two things to do.
    above = {one: other for one, other in above.items() if len({owners[one], owners[other]} - {None}) < 2}
    return [_alike(line, like, above) for line in lines]


def _alike(line: Line, like: Mapping[int, int], above: Mapping[int, int]) -> Line:
    for found, why in ((like, Why.twin), (above, Why.above)):
        if line.number in found:
            return line.evolve(why=why, like=found[line.number], ticked=False)
    return line


def choose_owner(ctx: Context, sheet: Sheet, number: int | None, owner: str) -> Sheet:
    """Of one line, or of all ticked ones without an owner. Raise why they cannot be."""
    check_owner(ctx, owner)
    for line in [sheet.line(number)] if number else sheet.ownerless:
        sheet = sheet.with_line(line.number, owner=owner, owner_doubt=Doubt.none, owner_said="")
    return sheet


def choose_due(ctx: Context, sheet: Sheet, number: int | None, due: date) -> Sheet:
    """Of one line, or of all ticked ones without a date."""
    check_due(ctx, due)
    for line in [sheet.line(number)] if number else sheet.dateless:
        sheet = sheet.with_line(line.number, due=due, due_doubt=Doubt.none, due_said="", readings=[])
    return sheet


def edit(ctx: Context, sheet: Sheet, number: int, *, text: str, owner: str | None, due: date | None) -> Sheet:
    """All of a line by its form, which ticks it; raise Misfilled with all that is wrong."""
    reasons = Reasons()
    with reasons.of("text"):
        checked_text(text)
    with reasons.of("owner"):
        check_owner(ctx, owner)
    with reasons.of("due"):
        check_due(ctx, due)
    reasons.tell()
    was = sheet.line(number)
    edited = Line(
        number=number, text=text.strip(), owner=owner, due=due, starts=was.starts, repeats=was.repeats
    )
    return replace(sheet, lines=[edited if line.number == number else line for line in sheet.lines])


def make(ctx: Context, sheet: Sheet) -> Raised | Sheet | None:
    """Raise all that is ticked, once; what cannot be any more comes back as a sheet to look at again."""
    checked = replace(sheet, project=ctx.project, lines=_still(ctx, sheet.lines))
    if checked.lines != sheet.lines or not checked.ticked:
        sheets.keep(ctx, checked)
        return checked
    now_raised = checked.ticked[:MOST_AT_ONCE]
    if not sheets.take(ctx, checked, now_raised[0].number):
        return None
    if checked.table:
        _remember(ctx, checked.table)
    act = new_batch(ctx)
    batch = act.batch or ""
    items = [
        create(
            act,
            text=line.text,
            owner=line.owner,
            due=line.due,
            starts=line.begins,
            repeats=line.repeats,
            source=f"{SOURCE}{batch}",
        )
        for line in now_raised
    ]
    announce(ctx, batch, items)
    numbers, done = [item.number for item in items], {line.number for line in now_raised}
    rest = replace(checked, lines=[line for line in checked.lines if line.number not in done])
    if rest.ticked:
        sheets.keep(ctx, rest)
        return Raised(ctx.project, batch, numbers, [], rest)
    sheets.drop(ctx, checked)
    left = [line.number for line in rest.lines if line.why is not Why.heading]
    return Raised(ctx.project, batch, numbers, left)


def _remember(ctx: Context, table: Table) -> None:
    """What was asked of its columns; what was remembered before is so for longer."""
    told, columns = table.told(), ctx.uow.of(ListColumns)
    if table.guessed or not told.keys().isdisjoint(columns.of_project(ctx.project.id)):
        columns.put(ctx.project.id, told, ctx.now)


def _still(ctx: Context, lines: list[Line]) -> list[Line]:
    """The lines without what became impossible while they waited: an owner who left, a day that passed."""
    doubts: dict[str, dict[str, Any]] = {}
    for owner in {line.owner for line in lines if line.ticked and line.owner}:
        try:
            check_owner(ctx, owner)
        except Rejected:
            doubts[owner] = Names(ctx).doubt_of(owner)
    return [_possible(line, doubts, ctx.today) if line.ticked else line for line in lines]


def _possible(line: Line, doubts: Mapping[str, dict[str, Any]], today: date) -> Line:
    changes: dict[str, Any] = dict(doubts.get(line.owner or "", {}))
    if line.due and line.due < today:
        changes |= {"due": None, "due_doubt": Doubt.past, "due_said": line.due.isoformat()}
    return line.evolve(**(changes if line.fits else {**changes, "ticked": False}))
