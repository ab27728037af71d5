"""Parts of a bundle: where an item stands on one day, by how much its reader wants to be told."""

from datetime import date, timedelta
from enum import StrEnum

from bot.action_items.model import ActionItem, Group
from bot.people.preferences import Profile


class Part(StrEnum):
    """Of a morning message, in its order."""

    decide = "decide"
    """Their manager is asked what is to become of them."""
    new = "new"
    """It reached its reader outside their hours."""
    overdue = "overdue"
    today = "today"
    tomorrow = "tomorrow"
    this_week = "this_week"
    waiting = "waiting"
    """Something else must come first."""
    late = "late"
    """Overdue with others long enough for their project manager to see it."""
    raised = "raised"
    """The reader raised it, another owns it, and it is overdue."""
    stand_in = "stand_in"
    """Of somebody who is away."""


TOLD = {
    Profile.light: (Part.overdue, Part.today),
    Profile.standard: (Part.overdue, Part.today, Part.tomorrow),
    Profile.active: tuple(part for part in Part if part not in (Part.decide, Part.new)),
}
BY_GROUP = {Group.overdue: Part.overdue, Group.today: Part.today, Group.this_week: Part.this_week}


def part_of(item: ActionItem, day: date) -> Part | None:
    """The part that an item belongs to on `day`; None for one that nobody is asked for then."""
    if not item.open or not item.begun(day):
        return None
    if item.waiting:
        return Part.waiting
    if item.due == day + timedelta(days=1):
        return Part.tomorrow
    return BY_GROUP.get(item.group(day))
