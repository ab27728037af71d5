"""The clock's part in a poll: the silent are reminded, who organises it is told to choose, and it ends.

Everything is a job of one deadline; another deadline makes others in their place.
"""

from datetime import date, datetime, time, timedelta

from bot.core import records
from bot.core.calendar import instant, local
from bot.core.changes import notice_of
from bot.core.context import Context
from bot.core.jobs import Job, job_of, post
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.people.hours import contact_hours_of
from bot.people.quiet_hours import notify
from bot.polls.model import Poll, Polls, Status
from bot.polls.notifications import (
    AGAIN,
    ALL,
    DEADLINE,
    DECIDE,
    FIRST,
    LAST,
    NOUN,
    REMINDER,
    to_decider,
)
from bot.polls.results import results

REMIND, DUE = "poll_reminder", "poll_due"
"""Kinds of jobs."""
END = "end"
"""Of what is due at or after a deadline the last: nobody chose."""
HOURS_BEFORE = timedelta(hours=4)
"""The last reminder goes so long before the deadline."""
APART = timedelta(hours=2)
"""Two reminders are at least so far apart, else the last one is enough."""
DAYS, ANSWER_BY = 2, time(17)
"""Working days that people usually have to answer, until then."""
BEFORE_FIRST = timedelta(hours=3)
"""The usual deadline is no later than this before the first moment that can be chosen."""


def usual_deadline(ctx: Context, organiser: Person, first: datetime) -> datetime:
    """Two of their working days on; where the first moment is near, the evening or some hours before it."""
    day, latest = _working_days_on(ctx.uow, organiser, ctx.now, DAYS), first - BEFORE_FIRST
    while end_of(day, organiser) > latest:
        day -= timedelta(days=1)
    if end_of(day, organiser) > ctx.now:
        return end_of(day, organiser)
    return latest if latest > ctx.now else ctx.now + (first - ctx.now) / 2


def end_of(day: date, organiser: Person) -> datetime:
    """The moment until which there is time to answer on that day, on the clock of who organises it."""
    return instant(datetime.combine(day, ANSWER_BY), organiser.zone)


def _working_days_on(uow: UnitOfWork, person: Person, since: datetime, days: int) -> date:
    hours, day = contact_hours_of(uow, person, since), local(since, person.zone).date()
    while days:
        day += timedelta(days=1)
        days -= hours.works(day)
    return day


def schedule(ctx: Context, poll: Poll) -> None:
    """By its present deadline, instead of by an earlier one."""
    for kind in (REMIND, DUE):
        ctx.uow.jobs.withdraw(f"{kind}:{poll.project_id}:{poll.number}:")
    if not poll.is_open:
        return
    first = poll.raised_at + (poll.closes_at - poll.raised_at) * 2 / 3
    last = poll.closes_at - HOURS_BEFORE
    if first + APART > last > poll.raised_at + APART:
        first = last
    for turn, at in ((FIRST, first), (LAST, last)):
        if at > ctx.now and (turn == FIRST or at > first):
            ctx.uow.jobs.add(_job(REMIND, poll, turn, at, poll.closes_at))
    ctx.uow.jobs.add(_job(DUE, poll, DEADLINE, poll.closes_at))


def remind(uow: UnitOfWork, now: datetime, job: Job) -> None:
    """Those who have not answered, each in their hours, as long as there is time to answer then."""
    found = _still(uow, now, job)
    if found is None:
        return
    ctx, poll = found
    for user in results(ctx, poll).silent:
        person = uow.people.get(ctx.project.team, user)
        at = contact_hours_of(uow, person, now).next_moment(now) if person else poll.closes_at
        if at < poll.closes_at:
            told = notice_of(REMINDER, ctx, poll, user, turn=job.payload["turn"])
            uow.jobs.add(post(told, job.key, at, expires_at=poll.closes_at))


def due(uow: UnitOfWork, now: datetime, job: Job) -> None:
    """Whoever organises it is told to choose, once more some days later, and then it ends."""
    found = _still(uow, now, job)
    if found is None:
        return
    ctx, poll = found
    turn, organiser = job.payload["turn"], uow.people.get(ctx.project.team, poll.organiser)
    over = all(poll.starts_at(each) <= now for each in poll.moments)
    if turn == END or organiser is None or (over and turn == AGAIN):
        records.put(ctx, uow.nouns[NOUN], "ended", poll, poll.with_status(Status.ended))
        return
    heard = uow.sent_messages.get(to_decider(DECIDE, ctx, poll, why=ALL).key)
    if turn == AGAIN or not (heard and not results(ctx, poll).silent):
        notify(ctx, to_decider(DECIDE, ctx, poll, why=turn), job.key)
    then = {DEADLINE: AGAIN, AGAIN: END}[turn]
    at = end_of(_working_days_on(uow, organiser, now, DAYS if then == END else 1), organiser)
    uow.jobs.add(_job(DUE, poll, then, at))


def _still(uow: UnitOfWork, now: datetime, job: Job) -> tuple[Context, Poll] | None:
    """None when it is over, or has another deadline since."""
    found = records.of_job(uow, now, Polls, job)
    if found is None or not found[1].is_open:
        return None
    return found if found[1].deadline.isoformat() == job.payload["deadline"] else None


def lane(poll: Poll) -> str:
    return f"poll:{poll.project_id}:{poll.number}"


def _job(kind: str, poll: Poll, turn: str, at: datetime, expires_at: datetime | None = None) -> Job:
    key = f"{kind}:{poll.project_id}:{poll.number}:{poll.version}:{turn}"
    about = {"project": poll.project_id, "number": poll.number, "turn": turn}
    return job_of(kind, key, lane(poll), {**about, "deadline": poll.deadline.isoformat()}, at, expires_at)
