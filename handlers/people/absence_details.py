"""A line on cards about an owner who is away."""

from collections.abc import Iterable
from datetime import date

from bot.action_items.model import ActionItem
from bot.people.absences import absences_of
from bot.people.preferences import Absence, last_day_away
from bot.texts import Texts
from handlers.records.desk import See
from handlers.slack.names import NameOf


def owner_away(item: ActionItem, see: See) -> str:
    """Away now, or on its date; empty when they are there or nobody owns it."""
    if not item.open or item.owner is None:
        return ""
    absences = absences_of(see.ctx.uow, see.ctx.project.team, [item.owner], see.today)
    return away_line(item, absences, see.today, see.name_of, see.texts)


def away_line(
    item: ActionItem, absences: Iterable[Absence], today: date, name_of: NameOf, texts: Texts
) -> str:
    """As `owner_away`, by the absences from `today` on of people among whom its owner is."""
    theirs = [each for each in absences if each.user == item.owner and item.open]
    for day, said in ((today, texts.away_note), (item.due, texts.away_note_due)):
        until = last_day_away(theirs, day) if day and day >= today else None
        if until:
            return said(name_of(item.owner), until, today)
    return ""
