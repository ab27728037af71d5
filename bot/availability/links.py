"""Calendars that a person links, changes and removes: their own, and nobody else's."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from urllib.parse import quote, urlsplit, urlunsplit

from bot.availability.model import (
    AHEAD,
    BEFORE,
    CalendarGone,
    CalendarLink,
    CalendarLinks,
    NoCalendarAddress,
    PasswordMissing,
    TooManyCalendars,
)
from bot.availability.reading import ReadCalendar
from bot.calendars.busy import Span, merged
from bot.core.context import PersonContext, clock_context, excluded, show, show_again
from bot.core.errors import Reasons
from bot.core.jobs import Job, JobResult, Notice
from bot.core.people import Kind, Person
from bot.core.ports import OpenUnitOfWork, UnitOfWork
from bot.people.quiet_hours import hold_for_morning, show_anew

MOST, LONGEST = 5, 2000
"""Calendars of one person, and characters of an address."""
READ = "availability.read"
"""Kind of the job that reads one calendar."""
LINKED, DEAD = "availability.linked", "availability.dead"
"""Kinds of notices to a calendar's owner: what became of linking it, and that it can't be read any more."""
DAY = timedelta(days=1)
LANES = 4
"""So many are read at once, and as many for the first time: those that are slow must not take the threads
that all else needs too."""


def address_of(typed: str) -> str:
    """The address that was meant, without a fragment; raise NoCalendarAddress."""
    text = typed.strip().strip("<>").strip()
    scheme, mark, rest = text.partition("://")
    if not mark:
        scheme, rest = "https", text
    elif scheme.lower() in ("webcal", "webcals", "caldavs"):
        scheme = "https"
    try:
        parts = urlsplit(f"{scheme.lower()}://{rest}")
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        raise NoCalendarAddress from None
    named = bool(mark) or ("." in host.strip(".") and "@" not in text)
    plain = not any(each.isspace() or not each.isprintable() for each in text)
    if parts.scheme not in ("https", "http") or not (host and named and plain) or len(text) > LONGEST:
        raise NoCalendarAddress
    return urlunsplit((*parts[:3], quote(parts.query, safe="/%:=&~+!$,;'@()*?"), ""))


def mine(ctx: PersonContext) -> list[CalendarLink]:
    return ctx.uow.of(CalendarLinks).of_people(ctx.who.team, [ctx.who.user])


def own(ctx: PersonContext, link_id: int) -> CalendarLink:
    """Raise CalendarGone, also for somebody else's."""
    link = ctx.uow.of(CalendarLinks).get(link_id)
    if link is None or (link.team, link.user) != (ctx.who.team, ctx.who.user):
        raise CalendarGone
    return link


def give(
    ctx: PersonContext, address: str, account: str | None, password: str | None, link_id: int = 0
) -> CalendarLink:
    """Link a calendar, or read a linked one from elsewhere, and have it read at once. Raise Misfilled,
    CalendarGone, TooManyCalendars, and NotAllowed to guests. Where no password is given, that of before
    goes to the same server alone."""
    if ctx.who.kind is not Kind.member:
        raise excluded(ctx.who)
    before = own(ctx, link_id) if link_id else None
    reasons = Reasons()
    with reasons.of("address"):
        address = address_of(address)
    if account and not password and before and before.host == urlsplit(address).hostname:
        password = before.password
    with reasons.of("password" if account else "account"):
        if bool(account) != bool(password):
            raise PasswordMissing
    reasons.tell()
    before = before or _of_address(ctx, address)
    fresh = CalendarLink(
        team=ctx.who.team,
        user=ctx.who.user,
        address=address,
        account=account,
        password=password,
        linked_at=ctx.now,
    )
    link = _kept(ctx, fresh, before)
    ctx.uow.jobs.withdraw(_prefix(link))
    ctx.uow.jobs.add(_job(link, ctx.now, "calendars:first"))
    show(ctx, linked_notice(link), ctx.now.isoformat())
    if before and before.failing_since:
        show_anew(ctx, dead_notice(before, before.failing_since), ctx.now.isoformat())
    return link


def _of_address(ctx: PersonContext, address: str) -> CalendarLink | None:
    """One that is linked already; raise TooManyCalendars when it would be one more than fit."""
    held = mine(ctx)
    known = next((each for each in held if each.address == address), None)
    if known is None and len(held) >= MOST:
        raise TooManyCalendars(MOST)
    return known


def _kept(ctx: PersonContext, fresh: CalendarLink, before: CalendarLink | None) -> CalendarLink:
    links = ctx.uow.of(CalendarLinks)
    if before is None:
        return links.add(fresh)
    link = fresh.evolve(id=before.id)
    links.put(link)
    return link


def remove(ctx: PersonContext, link_id: int) -> CalendarLink:
    """Forget its address and all that was read of it."""
    link = own(ctx, link_id)
    ctx.uow.jobs.withdraw(_prefix(link))
    ctx.uow.of(CalendarLinks).remove(link.id)
    if link.failing_since:
        show_anew(ctx, dead_notice(link, link.failing_since), ctx.now.isoformat())
    return link


def next_reading(link: CalendarLink) -> Job:
    """The job of its next attempt."""
    return _job(link, link.next_try, "calendars:again")


def plan_what_is_missing(ctx: PersonContext) -> None:
    """The job of a link may have been lost, as by a bug."""
    for link in ctx.uow.of(CalendarLinks).untried_since(ctx.now - DAY):
        if ctx.uow.jobs.next_of(_prefix(link)) is None:
            ctx.uow.jobs.add(_job(link, ctx.now, "calendars:again"))


def linked_notice(link: CalendarLink) -> Notice:
    """One for each time that it was given: an answer of its own to each attempt."""
    about = {"link": link.id, "given": link.linked_at.isoformat()}
    return Notice(kind=LINKED, team=link.team, to=link.user, about=about)


def dead_notice(link: CalendarLink, since: datetime) -> Notice:
    about = {"link": link.id, "since": since.isoformat()}
    return Notice(kind=DEAD, team=link.team, to=link.user, about=about)


def _job(link: CalendarLink, due_at: datetime, lanes: str) -> Job:
    key, about = f"{_prefix(link)}{due_at.isoformat()}", {"link": link.id}
    return Job(key=key, kind=READ, lane=f"{lanes}:{link.id % LANES}", payload=about, due_at=due_at)


def _prefix(link: CalendarLink) -> str:
    return f"{READ}:{link.id}:"


def run(
    unit_of_work: OpenUnitOfWork,
    reading: OpenUnitOfWork,
    read: ReadCalendar,
    now: Callable[[], datetime],
    job: Job,
) -> JobResult:
    """Nothing is locked while it is read. The links of who was deactivated end here."""
    with reading() as uow:
        link = uow.of(CalendarLinks).get(job.payload["link"])
        owner = uow.people.get(link.team, link.user) if link else None
    if link is None:
        return JobResult(job)
    if owner is None or owner.gone:
        with unit_of_work() as uow:
            uow.of(CalendarLinks).remove(link.id)
        return JobResult(job)
    at = now()
    found = read(link.access(at), at - BEFORE, at + AHEAD, owner.zone)
    with unit_of_work() as uow:
        before = uow.of(CalendarLinks).get(link.id)
        # Given anew meanwhile, it has a job of its own.
        if before and before.linked_at == link.linked_at and uow.claim_key(f"worked:{job.key}", at):
            _keep(clock_context(uow, now()), before, before.after(found, now()), owner)
    return JobResult(job)


def _keep(ctx: PersonContext, before: CalendarLink, after: CalendarLink, owner: Person) -> None:
    since = before.failing_since
    failing = after.failing_since
    if failing and after.told_at is None and after.dead(ctx.now):
        after = after.evolve(told_at=ctx.now)
        hold_for_morning(ctx, dead_notice(after, failing), owner)
    ctx.uow.of(CalendarLinks).put(after)
    ctx.uow.jobs.add(next_reading(after))
    occasion = f"read {ctx.now.isoformat()}"
    if before.read_at is None:
        show_again(ctx, linked_notice(after), occasion)
    if before.told_at and since and after.problem is None:
        show_anew(ctx, dead_notice(after, since), occasion)


@dataclass(frozen=True)
class Diary:
    """Of one person."""

    busy: list[Span] = field(default_factory=list)
    """UTC, cut to what was asked, in order, none touching the next."""
    linked: bool = False
    """They linked a calendar; of who didn't, nothing is known."""
    since: datetime | None = None
    """From when on one of their calendars can't be read: they may be busy at other times too."""

    def within(self, begin: datetime, end: datetime) -> bool:
        """Whether they are busy at any moment between two instants."""
        return any(starts < end and ends > begin for starts, ends in self.busy)


def diaries(
    uow: UnitOfWork, team: str, users: Iterable[str], begin: datetime, end: datetime
) -> dict[str, Diary]:
    """Of each of `users` between two instants, at most 8 weeks ahead."""
    wanted = list(dict.fromkeys(users))
    theirs: dict[str, list[CalendarLink]] = {user: [] for user in wanted}
    for link in uow.of(CalendarLinks).of_people(team, wanted):
        theirs[link.user].append(link)
    first, last = int(begin.timestamp()), int(end.timestamp())
    return {user: _diary(links, first, last) for user, links in theirs.items()}


def _diary(links: Sequence[CalendarLink], first: int, last: int) -> Diary:
    found = merged((span for link in links for span in link.busy), first, last)
    busy = [(datetime.fromtimestamp(first, UTC), datetime.fromtimestamp(end, UTC)) for first, end in found]
    stale = [link.read_at or link.linked_at for link in links if link.stale]
    return Diary(busy, bool(links), min(stale, default=None))
