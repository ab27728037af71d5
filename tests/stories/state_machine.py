"""Any sequence of acts in an office, and what must hold whatever happened."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from bot.action_items.model import ActionItem, ActionItems
from bot.core.calendar import local
from bot.core.events import Event, effective_events
from bot.core.language import Language
from bot.people.hours import contact_hours_of
from bot.people.preferences import Preferences, PreferencesBook
from bot.sandbox import Message
from bot.sandbox.actions import save_user
from bot.sandbox.interaction import ImpossibleError
from bot.sandbox.state import TEAM_ID
from bot.texts import texts_in
from storage.tables import ActionItemRow, EventRow, JobRow
from tests.kit.office import Office, open_office
from tests.kit.rows import rows
from tests.kit.story import Wire

PEOPLE = ("sanne", "tom", "priya")
ZONES = ("Europe/Amsterdam", "Europe/London", "Asia/Kolkata", "America/New_York", "Pacific/Auckland")
BEGINNINGS = tuple(
    datetime(*day, 9, tzinfo=UTC)
    for day in ((2026, 10, 22), (2026, 11, 23), (2026, 12, 22), (2027, 3, 25), (2027, 4, 29))
)
"""Among them the days before the clock changes of autumn and of spring, and before holidays."""
UNASKED = ("morning",)
"""Kinds of messages that come by the clock alone, one a day."""
WHENEVER = ("meetings.reminder", "action_items.reminder", "help.hello")
"""Kinds of what comes when its time has come, or in answer to its reader."""
DAY_ENDS = time(18)
FAULTS = tuple(texts_in(language).fault("-").split("`")[0] for language in Language)
"""What is said when we made a mistake."""

OPENING = ("@tom write the plan by friday", "@priya test the portal by tomorrow", "look into the log")
numbers = st.integers(1, 5)
names = st.sampled_from(PEOPLE)
days = st.sampled_from(("tomorrow", "friday", "in 2 weeks", "24 december", "1 april", "vrijdag", "no idea"))
lines = st.one_of(
    st.builds("@{} write part {} by {}".format, names, st.integers(10, 99), days),
    st.builds("look into matter {}".format, st.integers(10, 99)),
    st.builds("{} {}".format, st.sampled_from(("done", "reopen", "drop", "klaar", "vervalt")), numbers),
    st.builds("due {} {}".format, numbers, days),
    st.builds("datum {} {} omdat de leverancier later is".format, numbers, days),
    st.builds("give {} @{}".format, numbers, names),
    st.builds("done {} {} {}".format, numbers, numbers, numbers),
    st.builds("due {}-{} {}".format, numbers, numbers, days),
    st.builds("wait {} for {}".format, numbers, numbers),
    st.builds("@{} check the backups every first Monday".format, names),
    st.sampled_from(("undo", "list", "lijst te laat", "list mine")),
)
steps = st.one_of(
    *[st.tuples(st.just("types"), names, lines)] * 5,
    *[st.tuples(st.just("presses"), names, st.integers(0, 30))] * 5,
    *[st.tuples(st.just("waits"), st.just(""), st.integers(1, 100))] * 2,
    st.tuples(st.just("twice"), st.just(""), st.just(0)),
    st.tuples(st.just("travels"), names, st.sampled_from(ZONES)),
    st.tuples(st.just("is away"), names, st.sampled_from(("tomorrow", "all next week", "today"))),
    st.tuples(st.just("restarts"), st.just(""), st.just(0)),
)


@dataclass(frozen=True)
class Chance:
    """What will happen: where and when it begins, and step by step."""

    begins: datetime
    zone: str
    steps: list[tuple[str, str, str | int]]


chances = st.builds(
    Chance, st.sampled_from(BEGINNINGS), st.sampled_from(ZONES), st.lists(steps, min_size=10, max_size=30)
)


def play(chance: Chance, database_url: str) -> None:
    """Let it happen on a fresh database; raise AssertionError for what did not hold."""
    with open_office(database_url, chance.begins) as office:
        office.project("atlas", zone=chance.zone)
        course = Course(office, Wire(office.slack))
        for line in OPENING:
            course.happens("types", "sanne", line)
            office.settle()
        for what, who, value in chance.steps:
            course.happens(what, who, value)
            office.settle()
            course.look()
        for check in CHECKS:
            check(course)


@dataclass
class Course:
    office: Office
    wire: Wire
    heard: set[str] = field(default_factory=set)
    """Messages that were looked at, by channel and ts."""
    unasked: list[tuple[str, str, datetime]] = field(default_factory=list)
    """Kind, user, and the moment on their own clock."""
    acting: str = ""
    """Who is doing something just now."""
    last_actor: str = ""

    def happens(self, what: str, who: str, value: str | int) -> None:
        office, person = self.office, self.office.person(who) if who else None
        if person and what != "travels":
            self.last_actor = person.id
        self.acting = self.last_actor if what == "twice" or person else ""
        if what == "types" and person:
            person.command(f"/action {value}", "atlas")
        elif what == "presses" and person:
            self._presses(who, int(value))
        elif what == "twice" and self.wire.last:
            self.wire.again()
        elif what == "waits":
            office.advance(hours=int(value))
        elif what == "travels" and person:
            user = office.slack.ws.users[person.id]
            user.tz = str(value)
            office.happens(lambda: save_user(office.slack.ws, user))
        elif what == "is away" and person:
            person.command(f"/spil away {value}", "atlas")
        elif what == "restarts":
            office.stop_bot()
            office.start_bot()

    def _presses(self, who: str, which: int) -> None:
        """One of all the buttons before him; a form that opens is sent as it is."""
        person = self.office.person(who)
        seen = (*person.sees("atlas"), *person.dm())
        presses = [(each, act, label) for each in seen for act, label in offered(each)]
        if not presses:
            return
        message, act, label = presses[-1 - which % len(presses)]
        with suppress(ImpossibleError, LookupError):  # two of one name: no press
            (person.click if act == "button" else person.overflow)(message, label)
        if person.modal and person.modal.get("submit"):
            person.submit()
        while person.modal:
            person.close_modal()

    def look(self) -> None:
        """Note what came by itself, on the clock of who got it as it is now."""
        jobs = {job.id: job for job in rows(self.office.spil.storage, JobRow) if job.kind == "post"}
        for message in posts(self.office):
            if message.key in self.heard:
                continue
            self.heard.add(message.key)
            job = jobs.get(message.job)
            if job and job.payload["to"] in self.office.slack.ws.users and not self._is_asked(job):
                zone = self.office.slack.ws.users[job.payload["to"]].tz
                moment = datetime.fromtimestamp(float(message.ts), ZoneInfo(zone))
                self.unasked.append((job.payload["kind"], job.payload["to"], moment))

    def _is_asked(self, job: JobRow) -> bool:
        """Its reader did it, somebody sent it on purpose, its time has come, or it is due before their next
        morning."""
        payload = job.payload
        if payload["kind"] in WHENEVER or payload["to"] == self.acting or ":asked " in job.key:
            return True
        if "number" not in payload.get("about", {}):
            return False
        with self.office.spil.storage.reading() as uow:
            item = uow.of(ActionItems).get(payload["about"]["project"], payload["about"]["number"])
            person = uow.people.get(TEAM_ID, payload["to"])
            assert item is not None and person is not None
            morning = contact_hours_of(uow, person, job.due_at).next_bundle(job.due_at)
            return item.due is not None and item.due < local(morning, person.zone).date()


def offered(message: Message) -> Iterator[tuple[str, str]]:
    """What can be pressed in it: ("button" or "overflow", label)."""
    for block in message.blocks:
        for element in (*block.get("elements", ()), block.get("accessory") or {}):
            if element.get("type") == "button":
                yield "button", element["text"]["text"]
            elif element.get("type") == "overflow":
                yield from (("overflow", option["text"]["text"]) for option in element["options"])


@dataclass(frozen=True)
class Post:
    key: str
    ts: str
    job: int
    mark: str


def posts(office: Office) -> Iterator[Post]:
    """All that the bot said to others than who asked."""
    world = office.slack.ws
    for channel in list(world.channels):
        for message in world.messages(channel):
            mark = mark_of(message)
            if mark:
                yield Post(f"{channel}:{message.ts}", message.ts, int(mark.split(":")[0]), mark)


def mark_of(message: Message) -> str:
    return str(((message.metadata or {}).get("event_payload") or {}).get("job") or "")


def items_and_events(course: Course) -> Iterator[tuple[ActionItem, list[Event]]]:
    storage = course.office.spil.storage
    for row in rows(storage, ActionItemRow):
        events = [
            each
            for each in rows(storage, EventRow)
            if each.noun == "action_items" and each.number == row.number
        ]
        yield ActionItem.model_validate(row), [Event.model_validate(each) for each in events]


def one_owner(course: Course) -> None:
    for item, _events in items_and_events(course):
        assert not (item.owner and item.outside), f"A-{item.number} has two owners"
        assert item.owner not in item.helpers, f"the owner of A-{item.number} helps himself"


def the_log_replays(course: Course) -> None:
    for item, events in items_and_events(course):
        assert events and events[0].before is None, f"A-{item.number} came from nowhere"
        for earlier, later in pairwise(events):
            between = f"A-{item.number}, between {earlier.what} and {later.what}"
            assert later.before == earlier.after, between
        assert ActionItem.model_validate(events[-1].after) == item, f"A-{item.number} is not as the log says"


def the_first_date_is_kept(course: Course) -> None:
    for item, events in items_and_events(course):
        # Raising it cannot be taken back: what is undone is cancelled, with all that it was.
        raised, *later = events
        held = [
            ActionItem.model_validate(each.after) for each in (raised, *effective_events(later)) if each.after
        ]
        first = next((each.due for each in held if each.due), None)
        assert item.original_due == first, f"A-{item.number}: first {first}, kept {item.original_due}"


def nothing_came_twice(course: Course) -> None:
    marks = Counter(post.mark for post in posts(course.office))
    assert not [mark for mark, times in marks.items() if times > 1]
    jobs = {job.id: job.payload for job in rows(course.office.spil.storage, JobRow) if job.kind == "post"}
    notices = Counter(
        str(
            sorted(
                (name, str(value))
                for name, value in jobs[post.job].items()
                if name in ("kind", "to", "about")
            )
        )
        for post in posts(course.office)
        if post.job in jobs
    )
    assert not [notice for notice, times in notices.items() if times > 1]


def one_bundle_a_day(course: Course) -> None:
    bundles = Counter((user, moment.date()) for kind, user, moment in course.unasked if kind == "morning")
    assert not [bundle for bundle, times in bundles.items() if times > 1]


def nobody_out_of_hours(course: Course) -> None:
    storage = course.office.spil.storage
    for kind, user, moment in course.unasked:
        with storage.reading() as uow:
            wishes = uow.of(PreferencesBook).get(TEAM_ID, user) or Preferences(team=TEAM_ID, user=user)
        assert wishes.quiet_until <= moment.time() < DAY_ENDS, f"{kind} to {user} at {moment}"
        assert moment.weekday() in wishes.working_days, f"{kind} to {user} on {moment:%A}"


def nothing_broke(course: Course) -> None:
    world = course.office.slack.ws
    said = [each.words() for channel in list(world.channels) for each in world.messages(channel)]
    assert not [words for words in said if any(fault in words for fault in FAULTS)]


CHECKS: tuple[Callable[[Course], None], ...] = (
    nothing_broke,
    one_owner,
    the_log_replays,
    the_first_date_is_kept,
    nothing_came_twice,
    one_bundle_a_day,
    nobody_out_of_hours,
)
"""What must hold whatever happened."""
