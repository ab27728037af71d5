"""What is particular to files of action items: their columns, and their to-dos in a calendar."""

from collections.abc import Sequence

from bot.action_items.model import ActionItem
from bot.core.calendar import local
from bot.core.language import Both
from bot.core.people import Person
from bot.exports.model import Entry, link_of
from handlers.exports.listeners import Files
from handlers.records.desk import See


def _zone(see: See) -> str:
    return see.ctx.project.zone


def entries(found: Sequence[tuple[ActionItem, See]]) -> list[Entry]:
    """With the addresses of their owners."""
    ctx = found[0][1].ctx
    people = ctx.uow.people.get_many(ctx.project.team, {item.owner for item, _see in found if item.owner})
    return [_entry(item, see, people.get(item.owner or "")) for item, see in found]


def _entry(item: ActionItem, see: See, owner: Person | None) -> Entry:
    address = item.outside_email or (owner.email if owner else None)
    project = see.ctx.project
    return Entry(item, project.team, project.name, item.outside or see.name_of(item.owner), address)


def _waits(item: ActionItem) -> str:
    """Another item, something in words, or both."""
    return ", ".join(filter(None, (f"A-{item.waits_for}" if item.waits_for else "", item.waits_on)))


FILES = Files(
    (
        (Both("Project", "Project"), lambda _item, see: see.ctx.project.name),
        (Both("Number", "Nummer"), lambda item, _see: f"A-{item.number}"),
        (Both("Action item", "Actiepunt"), lambda item, _see: item.text),
        (Both("Status", "Status"), lambda item, see: see.texts.action_item_status(item)),
        (Both("Owner", "Actiehouder"), lambda item, see: item.outside or see.name_of(item.owner)),
        (Both("Helpers", "Helpers"), lambda item, see: ", ".join(map(see.name_of, item.helpers))),
        (Both("Due", "Datum"), lambda item, _see: item.due),
        (Both("First due", "Eerste datum"), lambda item, _see: item.original_due),
        (Both("Times postponed", "Keer uitgesteld"), lambda item, _see: item.times_postponed),
        (Both("Postponed because", "Uitgesteld omdat"), lambda item, _see: item.postponed_because),
        (Both("Starts", "Begint"), lambda item, _see: item.starts),
        (Both("Waits for", "Wacht op"), lambda item, _see: _waits(item)),
        (Both("Repeats", "Herhaalt"), lambda item, _see: item.repeats),
        (Both("Added by", "Toegevoegd door"), lambda item, see: see.name_of(item.raised_by)),
        (Both("Added on", "Toegevoegd op"), lambda item, see: local(item.raised_at, _zone(see))),
        (
            Both("Done on", "Gereed op"),
            lambda item, see: local(item.done_at, _zone(see)) if item.done_at else None,
        ),
        (Both("Source", "Bron"), lambda item, _see: link_of(item)),
    ),
    entries,
)
