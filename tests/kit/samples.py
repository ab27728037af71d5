"""One or more values of each type that a message or a refusal is about."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from bot.action_items.model import ActionItem, Asked, CounterOffer
from bot.core.errors import Later, Rejected, UnknownNumber
from bot.core.events import Event
from bot.core.language import Both
from bot.core.language_model import Unanswered
from bot.core.nouns import AnyVerb, Noun, Record
from bot.core.project import Project
from bot.core.record_lists import Period, Wanted
from bot.core.undo import TakenBack
from bot.dates.values import Reading
from bot.decisions.model import Decision
from bot.decisions.noun import DECISION
from bot.digests.model import Period as DigestPeriod
from bot.home.overview import Standing
from bot.meetings.model import Meeting, Sketch
from bot.meetings.moments import Clash
from bot.meetings.slots import Slot
from bot.meetings.text import Elsewhere
from bot.minutes.model import Item, Minutes, ProposalKind, with_items
from bot.minutes.parts import Amendment, ModelReading
from bot.minutes.text import Seen
from bot.notes.pasted_lines import Doubt, Line
from bot.nouns import VERBS
from bot.people.preferences import Absence, Preferences, Rule
from bot.polls.model import Answer, Option, Poll
from bot.polls.results import Results
from bot.reminders.text import Planned
from bot.text.formats import Names
from tests.kit.clock import FRIDAY, MONDAY

HOSTILE = "<!channel> & <@U1> *all*"
ITEM = ActionItem(
    project_id=1, number=17, text=HOSTILE, owner="U2", raised_by="U1", raised_at=MONDAY, due=FRIDAY
)
PROPOSAL = Item(
    kind=ProposalKind.action, text=HOSTILE, owner_name="Karel", due_phrase="soon", line=7, quote="x", number=3
)
MINUTES = Minutes(
    project_id=1, number=3, title=HOSTILE, held_on=FRIDAY, author="U1", notes="n", raised_at=MONDAY
)
DECIDED = Decision(
    project_id=1,
    number=1,
    text=HOSTILE,
    because=HOSTILE,
    rejected=HOSTILE,
    decided_on=FRIDAY,
    minutes=3,
    line=6,
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
OPTION = Option(id=1, starts=datetime(2026, 11, 27, 14))
POLL = Poll(
    project_id=1,
    number=4,
    title=HOSTILE,
    organiser="U1",
    zone="Europe/Amsterdam",
    place=HOSTILE,
    deadline=datetime(2026, 11, 25, 17),
    raised_at=MONDAY,
).with_options([OPTION])
PROJECT = Project(id=7, team="T1", channel="C1", name=HOSTILE, manager="U1")
VALUES: dict[object, object] = {
    str: HOSTILE,
    int: 3,
    date: FRIDAY,
    datetime: MONDAY,
    time: time(18),
    timedelta: timedelta(minutes=40),
    ActionItem: ITEM,
    Absence: Absence(id=1, team="T1", user="U1", first=FRIDAY, last=date(2027, 1, 2), deputy="U2"),
    CounterOffer: CounterOffer(asked=Asked.due, by="U2", due=FRIDAY, reason=HOSTILE, at=MONDAY),
    Both: DECISION.one,
    Decision: DECIDED,
    Event: Event(
        at=MONDAY,
        who="U1",
        project_id=1,
        noun="decisions",
        number=1,
        what="created",
        before=None,
        after=DECIDED.model_dump(mode="json"),
    ),
    Item: PROPOSAL,
    Later: Later("A-3", "action_items", "due", "U1", MONDAY),
    Line: Line(number=3, text=HOSTILE, owner_said=HOSTILE, owner_doubt=Doubt.unknown),
    Mapping[str, Any]: DECIDED.model_dump(mode="json"),
    Meeting: MEETING,
    Sketch: Sketch(title=HOSTILE, people=["U2"], day=FRIDAY, at=MONDAY.time(), place=HOSTILE),
    Option: OPTION,
    Poll: POLL,
    Results: Results(
        POLL, dict(zip(("U1", "U2", "U3"), ({1: each} for each in Answer), strict=True)), ("U1", "U2", "U3")
    ),
    Minutes: with_items(MINUTES, [PROPOSAL]),
    ModelReading: ModelReading(parts=3, read=1, left_out=2, why=Unanswered.slow),
    Amendment: Amendment(
        id=1,
        by="U1",
        at=MONDAY,
        remark=HOSTILE,
        wrong=HOSTILE,
        right=HOSTILE,
        record="A-1",
        text=HOSTILE,
        attendees=["U1"],
    ),
    Names: Names(["Tom"], 2),
    Elsewhere: Elsewhere("Priya", "Asia/Kolkata"),
    Slot: Slot(MONDAY, 45),
    Clash: Clash("U2", HOSTILE),
    DigestPeriod: DigestPeriod(MONDAY, MONDAY, "Europe/Amsterdam"),
    Noun[Any]: DECISION,
    Record: DECIDED,
    TakenBack[Any]: TakenBack(DECISION, DECIDED.superseded(7), DECIDED),
    Planned: Planned(MONDAY, Rule.snooze, 3, HOSTILE, "C1"),
    Preferences: Preferences(team="T1", user="U1", off=["notes_wanted"]),
    Project: PROJECT,
    Reading: Reading(FRIDAY),
    Rejected: UnknownNumber("action_items", 17),
    Wanted: Wanted(
        values={"status": ["valid"], "decided_by": ["U1"], "decided_on": [Period.last_week]}, words=["go"]
    ),
    Standing: Standing(PROJECT, 7, 2, MEETING),
    Seen: Seen(["Sanne"], ["Tom"]),
    AnyVerb: VERBS["decisions"][1],
}


def samples(of: Any) -> list[Any]:
    """Of an enum, of words and of what may be absent all there are; of anything else one."""
    if of in VALUES:
        return [VALUES[of]]
    origin, inner = get_origin(of), get_args(of)
    if origin is Literal:
        return list(inner)
    if origin in (Union, UnionType):
        return [sample for each in inner for sample in samples(each)]
    if origin is tuple:
        return [tuple(samples(each)[0] for each in inner if each is not ...)]
    if origin in (list, Sequence):
        return [samples(inner[0])]
    if origin in (dict, Mapping):
        return [dict.fromkeys(samples(inner[0]), samples(inner[1])[0])]
    if origin is Callable:
        return [lambda *_: "Tom"]
    if of in (bool, NoneType):
        return [True, False] if of is bool else [None]
    assert issubclass(of, Enum), of
    return list(of)


def one_by_one(found: dict[str, list[Any]]) -> Iterator[dict[str, Any]]:
    """The first value of each, then each other value of one of them."""
    first = {each: values[0] for each, values in found.items()}
    yield first
    for each, values in found.items():
        yield from ({**first, each: value} for value in values[1:])
