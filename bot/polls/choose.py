"""A moment of a poll is chosen, and the meeting planned; a voter proposes another moment."""

from datetime import datetime

from bot.core import records
from bot.core.context import Context
from bot.meetings.plan import plan
from bot.polls.ask import in_charge
from bot.polls.errors import AlreadyAnOption, Doubtful, SomePassed, TooManyOptions, UnknownOption
from bot.polls.model import MOST, SOME_PROPOSALS, Answer, Option, Poll, Status, as_json
from bot.polls.noun import POLL
from bot.polls.ports import Polls
from bot.polls.results import results


def choose(ctx: Context, number: int, option_id: int, *, sure: bool = False) -> Poll:
    """Close the poll with this moment, and plan the meeting with all who were asked and are still there.

    The same again is the same. Raise Doubtful unless `sure`, SomePassed, Misfilled.
    """
    poll = records.get(ctx, POLL, number)
    if poll.chosen == option_id and poll.status == Status.chosen:
        return poll
    poll = in_charge(ctx, number)
    option, found = poll.option(option_id), results(ctx, poll)
    if poll.starts_at(option) <= ctx.now:
        raise SomePassed([option.starts])
    no = found.who_said(Answer.no, option)
    missing = [user for user in found.who_said(None, option) if user in poll.required]
    if (no or missing) and not sure:
        raise Doubtful(option_id, no, missing)
    meeting = plan(
        ctx,
        title=poll.title,
        people=[poll.organiser, *found.voters],
        day=option.starts.date(),
        at=option.starts.time(),
        minutes=option.minutes,
        place=poll.place,
        coming=[poll.organiser, *found.who_said(Answer.yes, option)],
    )
    chosen = {"status": Status.chosen, "chosen": option_id, "meeting": meeting.number}
    return records.put(ctx, POLL, "chosen", poll, poll.model_copy(update=chosen))


def propose(ctx: Context, number: int, starts: datetime) -> Poll:
    """Another moment, naive and in the poll's zone, which its organiser adds or not."""
    poll = records.get(ctx, POLL, number)
    poll.check_voter(ctx.who.user)
    if starts in {each.starts for each in (*poll.moments, *poll.proposed)}:
        raise AlreadyAnOption
    if poll.instant(starts) <= ctx.now:
        raise SomePassed([starts])
    if len(poll.proposals) >= SOME_PROPOSALS:
        raise TooManyOptions(SOME_PROPOSALS)
    option = Option(id=poll.next_option, starts=starts, minutes=poll.minutes, by=ctx.who.user)
    proposals = as_json([*poll.proposed, option])
    changes = {"proposals": proposals, "next_option": poll.next_option + 1}
    return records.put(ctx, POLL, "proposed", poll, poll.model_copy(update=changes))


def accept(ctx: Context, number: int, option_id: int) -> Poll:
    """The proposed moment can be chosen; who proposed it said yes. Raise UnknownOption or TooManyOptions."""
    poll = in_charge(ctx, number)
    if any(each.id == option_id for each in poll.moments):
        return poll
    option = _proposal(poll, option_id)
    if len(poll.options) >= MOST:
        raise TooManyOptions(MOST)
    options = sorted([*poll.moments, option], key=lambda each: each.starts)
    book = ctx.uow.of(Polls)
    theirs = book.vote_of(poll.project_id, number, str(option.by))
    book.put_vote(theirs.with_answers({option_id: Answer.yes}))
    after = _without(poll, option_id).model_copy(update={"options": as_json(options)})
    return records.put(ctx, POLL, "accepted", poll, after)


def decline(ctx: Context, number: int, option_id: int) -> Poll:
    """Not now; the same again is the same."""
    poll = in_charge(ctx, number)
    return records.change(ctx, POLL, number, "declined", lambda _: _without(poll, option_id))


def _proposal(poll: Poll, option_id: int) -> Option:
    """Raise UnknownOption."""
    found = next((each for each in poll.proposed if each.id == option_id), None)
    if found is None:
        raise UnknownOption
    return found


def _without(poll: Poll, option_id: int) -> Poll:
    left = [each for each in poll.proposed if each.id != option_id]
    return poll.model_copy(update={"proposals": as_json(left)})
