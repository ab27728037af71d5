"""All messages that show a poll are brought up to date; people hear of it in their hours: the silent
are reminded, who organises it is told to choose, and it ends.

Everything by the clock is a job of one deadline; another deadline makes others in their place.
"""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.core import records
from bot.core.calendar import instant, local
from bot.core.context import Context, notice_of, sees, show, show_again
from bot.core.jobs import Job, Notice, job_of, post
from bot.core.nouns import Change
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.people.hours import contact_hours_of
from bot.people.quiet_hours import hold_for_morning, notify
from bot.polls.model import AT_ONCE, Option, Poll, Polls, Status, Vote
from bot.polls.results import results

NOUN = "polls"
CARD, VOTE = "polls.card", "polls.vote"
REMINDER = "polls.reminder"
"""To who has not answered; `about["turn"]`: of `TURNS`."""
DECIDE = "polls.decide"
"""To who organises it; `about["why"]`: of `WHYS`."""
PROPOSED = "polls.proposed"
"""To who organises it: the moment of `about["option"]` that a voter proposes."""
ADDED = "polls.added"
"""To who had answered already: the moment of `about["option"]` was added."""
FIRST, LAST = TURNS = ("first", "last")
ALL, DEADLINE, AGAIN = WHYS = ("all", "deadline", "again")
BURST, BURST_OF_MANY = timedelta(seconds=5), timedelta(seconds=15)
"""Answers within it show in the card together; of many voters more come at once."""
BETWEEN_EDITS = timedelta(seconds=2)
"""Between the messages to many voters, of which the first go at once."""
COMMITTED = timedelta(seconds=1)
"""An act is kept so long after its moment at most; what shows it waits for that."""


class PollChanged(Change[Poll]):
    pass


def told(ctx: Context, fact: PollChanged) -> None:
    """The card, and a message to each voter that shows the change, of which only new ones are posted."""
    before, poll, event = fact.before, fact.after, fact.event
    show(ctx, notice_of(CARD, ctx, poll, ctx.project.channel), event)
    former = before.voters if before else []
    for place, user in enumerate(dict.fromkeys([*former, *poll.voters])):
        asked = notice_of(VOTE, ctx, poll, user).evolve(only_update=user in former)
        then = replace(ctx, now=ctx.now + BETWEEN_EDITS * max(0, place - AT_ONCE))
        notify(then, asked, event, begins=poll.closes_at)
        for turn in TURNS if before else ():
            show_again(then, notice_of(REMINDER, ctx, poll, user, turn=turn), event)
    for why in WHYS if before else ():
        show_again(ctx, to_decider(DECIDE, ctx, poll, why=why), event)
    _tell_of_proposals(ctx, before, poll, event)
    ctx.publish(fact)


def answered(ctx: Context, poll: Poll, vote: Vote) -> None:
    """Somebody answered: it shows in what they read at once, for all others once for a burst of answers."""
    occasion = f"answers {vote.user} {vote.version}"
    if not poll.many_voters:
        show_again(ctx, notice_of(VOTE, ctx, poll, vote.user), occasion)
        for turn in TURNS:
            show_again(ctx, notice_of(REMINDER, ctx, poll, vote.user, turn=turn), occasion)
    _show_results(ctx, poll, occasion)


def came_or_went(ctx: Context, user: str) -> None:
    """Who is not there any more is not waited for."""
    for poll in ctx.uow.of(Polls).open_of([ctx.project.id], user):
        _show_results(ctx, poll, f"presence {user} {ctx.now.isoformat()}")


def _show_results(ctx: Context, poll: Poll, occasion: str) -> None:
    within = BURST_OF_MANY if poll.many_voters else BURST
    _show_soon(ctx, notice_of(CARD, ctx, poll, ctx.project.channel), occasion, within)
    for why in WHYS:
        decide = to_decider(DECIDE, ctx, poll, why=why)
        if ctx.uow.sent_messages.get(decide.key):
            _show_soon(ctx, decide, occasion, within)
    if not results(ctx, poll).silent:
        decide = to_decider(DECIDE, ctx, poll, why=ALL)
        if ctx.uow.claim_key(f"{decide.key}:{poll.next_option}", ctx.now):
            notify(ctx, decide, "all")


def _show_soon(ctx: Context, shown: Notice, occasion: str, within: timedelta) -> None:
    """One job for all answers that it will find kept."""
    update = shown.evolve(only_update=True)
    waits = ctx.uow.jobs.next_of(f"post:{shown.key}:answers ")
    if waits is None or waits.due_at <= ctx.now + COMMITTED:
        ctx.uow.jobs.add(post(update, occasion, ctx.now + within))


def _tell_of_proposals(ctx: Context, before: Poll | None, poll: Poll, event: int) -> None:
    was = {each.id: each for each in before.proposed} if before else {}
    waits = {each.id for each in poll.proposed}
    for number in waits - was.keys():
        notify(ctx, to_decider(PROPOSED, ctx, poll, option=number), event, begins=poll.closes_at)
    for number in was.keys() - waits:
        show_again(ctx, to_decider(PROPOSED, ctx, poll, option=number), event)
    for option in poll.moments if before else ():
        if option.id in was and option.by:
            _tell_voters(ctx, poll, option)


def _tell_voters(ctx: Context, poll: Poll, option: Option) -> None:
    """Who answered before reads of it in their morning; others see it where they are asked."""
    for user in results(ctx, poll).votes:
        person = ctx.uow.people.get(ctx.project.team, user)
        if person is not None and user in poll.voters and user != option.by:
            hold_for_morning(ctx, notice_of(ADDED, ctx, poll, user, option=option.id), person)


def to_decider(kind: str, ctx: Context, poll: Poll, **about: int | str) -> Notice:
    """To who organises it; once they have left, to the project manager, who may choose too."""
    organiser = ctx.uow.people.get(ctx.project.team, poll.organiser)
    there = organiser is None or sees(ctx.uow, organiser, ctx.project)
    return notice_of(kind, ctx, poll, poll.organiser if there else ctx.project.manager, **about)


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
