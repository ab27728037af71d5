"""One or more values of each type that a message or a refusal is about."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from bot.action_items.lists import Wanted, When
from bot.action_items.model import ActionItem, Asked, CounterOffer
from bot.core.errors import Later, Rejected, UnknownNumber
from bot.core.events import Event
from bot.core.project import Project
from bot.dates.values import Reading
from bot.meetings.model import Meeting
from bot.meetings.text import Names
from bot.minutes.model import Decision, Item, Minutes, with_items
from bot.minutes.text import Seen
from bot.notes.pasted_lines import Doubt, Line
from bot.people.preferences import Absence, Preferences, Rule
from bot.reminders.planned import Planned
from tests.kit.clock import FRIDAY, MONDAY

HOSTILE = "<!channel> & <@U1> *all*"
ITEM = ActionItem(
    project_id=1, number=17, text=HOSTILE, owner="U2", raised_by="U1", raised_at=MONDAY, due=FRIDAY
)
PROPOSAL = Item(
    kind="action", text=HOSTILE, owner_name="Karel", due_phrase="soon", line=7, quote="x", number=3
)
MINUTES = Minutes(
    project_id=1, number=3, title=HOSTILE, held_on=FRIDAY, author="U1", notes="n", raised_at=MONDAY
)
MEETING = Meeting(
    project_id=1,
    number=2,
    title=HOSTILE,
    organiser="U1",
    starts=datetime(2026, 11, 27, 14),
    zone="Europe/Amsterdam",
    raised_at=MONDAY,
)
VALUES: dict[object, object] = {
    str: HOSTILE,
    int: 3,
    date: FRIDAY,
    datetime: MONDAY,
    time: time(18),
    ActionItem: ITEM,
    Absence: Absence(id=1, team="T1", user="U1", first=FRIDAY, last=date(2027, 1, 2), deputy="U2"),
    CounterOffer: CounterOffer(asked=Asked.due, by="U2", due=FRIDAY, reason=HOSTILE, at=MONDAY),
    Decision: Decision(project_id=1, number=1, text=HOSTILE, decided_on=FRIDAY),
    Event: Event(
        at=MONDAY,
        who="U1",
        project_id=1,
        noun="action_items",
        number=17,
        what="created",
        before=None,
        after=ITEM.model_dump(mode="json"),
    ),
    Item: PROPOSAL,
    Later: Later(3, "due", "U1", MONDAY),
    Line: Line(number=3, text=HOSTILE, owner_said=HOSTILE, owner_doubt=Doubt.unknown),
    Meeting: MEETING,
    Minutes: with_items(MINUTES, [PROPOSAL]),
    Names: Names(["Tom"], 2),
    Planned: Planned(MONDAY, Rule.snooze, 3, HOSTILE, "C1"),
    Preferences: Preferences(team="T1", user="U1", off=["notes_wanted"]),
    Project: Project(id=7, team="T1", channel="C1", name=HOSTILE, manager="U1"),
    Reading: Reading(FRIDAY),
    Rejected: UnknownNumber("action_items", 17),
    Seen: Seen(["Sanne"], ["Tom"]),
    Wanted: Wanted(when=[When.overdue]),
}


def samples(of: Any) -> list[Any]:
    """Of an enum, of words and of what may be absent all there are; of anything else one."""
    origin, inner = get_origin(of), get_args(of)
    if origin is Literal:
        return list(inner)
    if origin in (Union, UnionType):
        return [sample for each in inner for sample in samples(each)]
    if origin in (list, Sequence, tuple):
        return [tuple(samples(inner[0])) if origin is tuple else samples(inner[0])]
    if origin in (dict, Mapping):
        return [dict.fromkeys(samples(inner[0]), samples(inner[1])[0])]
    if origin is Callable:
        return [lambda *_: "Tom"]
    if of in (bool, NoneType):
        return [True, False] if of is bool else [None]
    return list(of) if issubclass(of, Enum) else [VALUES[of]]
