"""A linked calendar is read every hour, rarer while it can't be, and no longer than its owner is there."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest

from bot.availability import links
from bot.availability.links import address_of
from bot.availability.model import (
    HOUR,
    JITTER,
    LONGEST_REST,
    CalendarGone,
    CalendarLink,
    CalendarLinks,
    NoCalendarAddress,
    PasswordMissing,
    TooManyCalendars,
)
from bot.availability.reading import Access, Problem, Reading
from bot.core.context import PersonContext, clock_context
from bot.core.errors import Misfilled, NotAllowed
from bot.core.jobs import Job
from bot.core.people import Kind
from storage.unit_of_work import Storage
from tests.kit.atlas import TEAM, person
from tests.kit.clock import MONDAY

ADDRESS = "https://example.org/secret.ics"
BUSY = [(1, 2)]


class Desk:
    """Somebody's calendar, with a reader that answers what it is told to."""

    def __init__(self, storage: Storage) -> None:
        self.storage = storage
        self.now = MONDAY
        self.answer = Reading(BUSY, etag="1")
        self.asked: list[Access] = []
        self.meanwhile: Callable[[], object] = lambda: None
        self.who = person("tom")
        with storage.unit_of_work() as uow:
            uow.people.put(self.who)
        self.give()

    def give(self, address: str = ADDRESS, link_id: int = 0, **more: str) -> CalendarLink:
        with self.storage.unit_of_work() as uow:
            ctx = PersonContext(uow, self.now, self.who)
            account, password = more.get("account"), more.get("password")
            return links.give(ctx, address, account, password, link_id)

    def jobs(self) -> list[Job]:
        with self.storage.reading() as uow:
            return uow.jobs.starting(links.READ)

    def link(self) -> CalendarLink | None:
        with self.storage.reading() as uow:
            return next(iter(uow.of(CalendarLinks).of_people(TEAM, [self.who.user])), None)

    def read(self, access: Access, _begin: datetime, _end: datetime, _zone: str) -> Reading:
        self.asked.append(access)
        self.meanwhile()
        unchanged = access.etag is not None and self.answer.problem is None
        return Reading(unchanged=True) if unchanged else self.answer

    def work(self) -> timedelta:
        """The next reading, when it is due; returns how long until the one behind it."""
        [job] = self.jobs()
        self.now = max(self.now, job.due_at)
        self.run(job)
        return min((each.due_at for each in self.jobs()), default=self.now) - self.now

    def run(self, job: Job) -> None:
        storage = self.storage
        with storage.unit_of_work() as uow:
            uow.jobs.withdraw(job.key)
        links.run(storage.unit_of_work, storage.reading, self.read, lambda: self.now, job)


@pytest.fixture
def desk(sqlite_storage: Storage) -> Iterator[Desk]:
    yield Desk(sqlite_storage)


def test_each_reading_plans_the_next_and_asks_only_for_what_changed(desk: Desk) -> None:
    assert HOUR <= desk.work() <= HOUR + timedelta(seconds=JITTER)
    desk.work()
    assert [each.etag for each in desk.asked] == [None, "1"]
    kept = desk.link()
    assert kept and kept.busy == [(1, 2)] and kept.read_at == desk.now
    for _ in range(25):
        desk.work()
    assert desk.asked[-1].etag == "1" and [each.etag for each in desk.asked].count(None) == 2  # a day passed


def test_while_it_fails_it_is_tried_ever_rarer_and_what_was_known_stays(desk: Desk) -> None:
    desk.work()
    desk.answer = Reading(problem=Problem.server)
    rests = [desk.work() for _ in range(10)]
    assert rests[:3] == [timedelta(minutes=each) for each in (5, 10, 20)] and rests[-1] == LONGEST_REST
    failing = desk.link()
    assert failing and failing.busy == [(1, 2)] and failing.stale and failing.failures == 10
    desk.answer = Reading(problem=Problem.refused)
    assert desk.work() >= HOUR


def test_what_was_read_twice_is_planned_once(desk: Desk) -> None:
    [job] = desk.jobs()
    desk.work()
    desk.run(job)
    assert len(desk.jobs()) == 1


def test_what_was_given_anew_while_it_was_read_is_read_anew(desk: Desk) -> None:
    given = desk.link()
    assert given

    def give_anew() -> None:
        desk.now += timedelta(seconds=1)
        desk.give("https://example.org/other.ics", given.id)

    desk.meanwhile = give_anew
    desk.work()
    after = desk.link()
    assert after and after.address.endswith("other.ics") and after.read_at is None
    assert len(desk.jobs()) == 1


def test_with_a_person_who_is_deactivated_their_links_end(desk: Desk) -> None:
    with desk.storage.unit_of_work() as uow:
        uow.people.put(desk.who.model_copy(update={"gone": True}))
    desk.work()
    assert desk.link() is None and not desk.jobs() and not desk.asked


def test_a_link_whose_job_was_lost_is_read_again(desk: Desk) -> None:
    desk.work()
    desk.now += timedelta(days=2)
    storage = desk.storage
    with storage.unit_of_work() as uow:
        links.plan_what_is_missing(clock_context(uow, desk.now))  # it has one, which is late
        assert uow.jobs.withdraw(links.READ) == 1
        links.plan_what_is_missing(clock_context(uow, desk.now))
    desk.work()
    read = desk.link()
    assert read and read.read_at == desk.now and len(desk.jobs()) == 1


def test_a_removed_link_is_not_read_any_more(desk: Desk) -> None:
    link = desk.link()
    assert link
    with desk.storage.unit_of_work() as uow:
        with pytest.raises(CalendarGone):
            links.remove(PersonContext(uow, desk.now, person("priya")), link.id)
        links.remove(PersonContext(uow, desk.now, desk.who), link.id)
    assert not desk.jobs() and desk.link() is None


def test_the_same_address_is_one_link_and_there_are_five_at_most(desk: Desk) -> None:
    first = desk.link()
    assert first and desk.give().id == first.id
    for at in range(links.MOST - 1):
        desk.give(f"https://example.org/{at}.ics")
    with pytest.raises(TooManyCalendars):
        desk.give("https://example.org/more.ics")


def test_an_account_has_a_name_and_a_password_which_is_kept_where_none_is_given(desk: Desk) -> None:
    with pytest.raises(Misfilled) as wrong:
        desk.give(account="ann")
    assert isinstance(wrong.value.reasons["password"], PasswordMissing)
    with pytest.raises(Misfilled) as wrong:
        desk.give(password="hush")
    assert isinstance(wrong.value.reasons["account"], PasswordMissing)
    link = desk.give("https://example.org/dav", account="ann", password="hush")
    assert desk.give("https://example.org/dav/ann", link.id, account="ann").password == "hush"
    with pytest.raises(Misfilled):
        desk.give("https://elsewhere.org/dav", link.id, account="ann")
    assert "hush" not in repr(link) and "example" not in repr(link)


def test_guests_link_nothing(desk: Desk) -> None:
    desk.who = desk.who.model_copy(update={"kind": Kind.guest})
    with pytest.raises(NotAllowed):
        desk.give()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("webcal://p1.example.com/a.ics", "https://p1.example.com/a.ics"),
        (" <HTTPS://example.com/a.ics#part> ", "https://example.com/a.ics"),
        ("calendar.example.com/a%20b.ics?x=1&y=é", "https://calendar.example.com/a%20b.ics?x=1&y=%C3%A9"),
        ("https://ann:hush@example.com/", "https://ann:hush@example.com/"),
        ("http://localhost:80/a.ics", "http://localhost:80/a.ics"),
    ],
)
def test_an_address_is_read_as_it_is_meant(typed: str, meant: str) -> None:
    assert address_of(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "my calendar",
        "calendar",
        "mailto:ann@example.com",
        "https://",
        "ftp://example.com/a",
        "https://a b.com",
        "https://x:y:z/",
        f"https://example.com/{'a' * 2000}",
        "file:///etc/passwd",
    ],
)
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(NoCalendarAddress):
        address_of(typed)


def test_however_many_there_are_only_so_many_are_read_at_once() -> None:
    """A lane has one job in hand, so half of the worker's threads are left to all else."""
    given = CalendarLink(team=TEAM, user="U1", address=ADDRESS, linked_at=MONDAY, tried_at=MONDAY)
    jobs = [links.next_reading(given.model_copy(update={"id": at})) for at in range(200)]
    assert len({job.lane for job in jobs}) == links.LANES
    assert len({job.due_at for job in jobs}) > 100
