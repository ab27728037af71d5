"""All messages that show a poll are brought up to date; people hear of it in their hours."""

from dataclasses import replace
from datetime import timedelta

from bot.core.changes import notice_of, show, show_again
from bot.core.context import Context, sees
from bot.core.jobs import Notice, post
from bot.core.nouns import Change
from bot.people.quiet_hours import hold_for_morning, notify
from bot.polls.model import AT_ONCE, Option, Poll, Polls, Vote
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
APART = timedelta(seconds=2)
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
        asked = notice_of(VOTE, ctx, poll, user).model_copy(update={"only_update": user in former})
        then = replace(ctx, now=ctx.now + APART * max(0, place - AT_ONCE))
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
    update = shown.model_copy(update={"only_update": True})
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
