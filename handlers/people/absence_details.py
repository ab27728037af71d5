"""A line on cards about an owner who is away."""

from collections.abc import Iterable
from datetime import date, datetime

from bot.action_items.model import ActionItem
from bot.core.calendar import local
from bot.core.ports import UnitOfWork
from bot.core.project import Project
from bot.people.absences import absences_of
from bot.people.preferences import Absence, last_day_away
from bot.texts import Texts
from handlers.slack.names import NameOf, names


def owner_away(uow: UnitOfWork, item: ActionItem, project: Project, texts: Texts, now: datetime) -> str:
    """Away now, or on its date; empty when they are there or nobody owns it."""
    if not item.open or item.owner is None:
        return ""
    today = local(now, project.zone).date()
    absences = absences_of(uow, project.team, [item.owner], today)
    return away_line(item, absences, today, names(uow, project.team), texts)


def away_line(
    item: ActionItem, absences: Iterable[Absence], today: date, name_of: NameOf, texts: Texts
) -> str:
    """As `owner_away`, by the absences from `today` on of people among whom its owner is."""
    theirs = [each for each in absences if each.user == item.owner and item.open]
    for day, said in ((today, texts.away_note), (item.due, texts.away_note_due)):
        until = last_day_away(theirs, day) if day and day >= today else None
        if until:
            return said(name_of(item.owner), until)
    return ""
