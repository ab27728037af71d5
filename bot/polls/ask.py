"""A poll is asked, changed, answered, and taken back; a moment of it chosen, and the meeting planned."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from bot.core import records
from bot.core.calendar import local
from bot.core.context import Context
from bot.core.errors import Reasons, Rejected
from bot.core.people import Person
from bot.meetings.model import USUAL, Sketch
from bot.meetings.plan import check_in_charge, plan
from bot.meetings.validated import invited
from bot.polls.model import (
    FEWEST,
    MOST,
    SOME_PROPOSALS,
    AlreadyAnOption,
    Answer,
    BadDeadline,
    Doubtful,
    Option,
    Poll,
    Polls,
    SomePassed,
    Status,
    TooFewOptions,
    TooManyOptions,
    as_json,
)
from bot.polls.notifications import answered, end_of, usual_deadline
from bot.polls.noun import POLL
from bot.polls.results import results
from bot.polls.times import read_times


def ask(
    ctx: Context,
    *,
    title: str,
    people: Sequence[str],
    options: Sequence[Option],
    optional: Sequence[str] = (),
    minutes: int = USUAL,
    place: str = "",
    deadline: datetime | None = None,
    wrong: Mapping[str, Rejected] | None = None,
) -> Poll:
    """Ask `people`, of whom the `optional` ones may be missed, which of the options suit them; without a
    deadline, until the usual one. `wrong`: what is known to be wrong already, by field.

    Raise Misfilled with all that is wrong, by the name of the form's field.
    """
    sketch = Poll(
        project_id=ctx.project.id,
        number=0,
        title="-",
        organiser=ctx.who.user,
        zone=ctx.project.zone,
        minutes=minutes,
        deadline=local(ctx.now, ctx.project.zone),
        raised_at=ctx.now,
    )
    fields = {"title": title, "people": people, "optional": optional, "place": place}
    poll = _checked(ctx, sketch.with_options(options), fields, deadline, wrong or {})
    first = min(map(poll.starts_at, poll.moments))
    until = deadline or usual_deadline(ctx, ctx.who, first)
    kept = poll.evolve(deadline=local(until, poll.zone))
    return records.create(ctx, POLL, **kept.model_dump(exclude={"project_id", "number", "version"}))


def ask_typed(ctx: Context, **typed: Any) -> Poll:
    """As `ask`, of the fields of the form: `times` in words, and `until`, a day."""
    return ask(ctx, **_understood(ctx, typed))


def edit(ctx: Context, number: int, version: int, typed: Mapping[str, Any]) -> Poll | records.Overtaken[Poll]:
    """All fields of the form at once; answers to moments that stay are kept. Raise Misfilled."""
    before = in_charge(ctx, number)
    overtaken = records.overtaken_since(ctx, POLL, before, version)
    if overtaken is not None:
        return overtaken
    fields = _understood(ctx, typed)
    options, wrong, minutes = fields.pop("options"), fields.pop("wrong"), fields.pop("minutes")
    until = fields.pop("deadline") if typed.get("until") != before.until else None
    known = {each.starts for each in before.moments}
    poll = _checked(ctx, before.with_options(options), fields, until, wrong, known)
    deadline = local(until, before.zone) if until else before.deadline
    after = poll.evolve(minutes=minutes, deadline=deadline)
    return records.change(ctx, POLL, number, "edited", lambda _: after)


def _understood(ctx: Context, typed: Mapping[str, Any]) -> dict[str, Any]:
    """Fields of `ask` of those of the form."""
    fields = {"optional": [], "place": "", **typed}
    times, until = fields.pop("times", ""), fields.pop("until", None)
    reasons = Reasons(fields.pop("unclear", None) or {})
    fields["options"] = []
    with reasons.of("times"):
        fields["options"] = read_times(times, ctx.now, ctx.project.zone, ctx.languages, fields["minutes"])
    return {**fields, "deadline": end_of(until, ctx.who) if until else None, "wrong": reasons}


def _checked(
    ctx: Context,
    poll: Poll,
    fields: Mapping[str, Any],
    deadline: datetime | None,
    wrong: Mapping[str, Rejected],
    known: Collection[datetime] = (),
) -> Poll:
    """With these fields; raise Misfilled with all that is wrong. Options that are `known` may have passed."""
    reasons = Reasons(wrong)
    asked = invited(ctx, poll.organiser, Sketch(**fields), poll.people, reasons)
    starts = [each.starts for each in poll.moments if each.starts not in known]
    passed = [each for each in starts if poll.instant(each) <= ctx.now]
    with reasons.of("times"):
        if passed:
            raise SomePassed(passed)
        if len(poll.options) < FEWEST:
            raise TooFewOptions
        if len(poll.options) > MOST:
            raise TooManyOptions(MOST)
    if deadline is not None and poll.options:
        with reasons.of("until"):
            check_deadline(ctx, poll, deadline)
    reasons.tell()
    return poll.evolve(**{name: asked[name] for name in ("title", "place", "people", "optional")})


def check_deadline(ctx: Context, poll: Poll, deadline: datetime) -> None:
    """Raise BadDeadline for one that is over, or that leaves nothing to choose."""
    last = max(poll.moments, key=poll.starts_at)
    if not ctx.now < deadline < poll.starts_at(last):
        raise BadDeadline(last.starts)


def vote(ctx: Context, number: int, answers: Mapping[int, Answer]) -> Poll:
    """Some of one's answers, over those of before. Raise NotAsked, PollOver, or UnknownOption."""
    poll = records.get(ctx, POLL, number)
    poll.check_voter(ctx.who.user)
    for option in answers:
        poll.option(option)
    before = ctx.uow.of(Polls).vote_of(poll.project_id, number, ctx.who.user)
    after = before.with_answers(answers)
    if after != before:
        ctx.uow.of(Polls).put_vote(after)
        answered(ctx, poll, after)
    return poll


def extend(ctx: Context, number: int, until: date | datetime) -> Poll:
    """Another deadline: a day, or a moment on the project's clock. Raise BadDeadline."""
    poll = in_charge(ctx, number)
    deadline = poll.instant(until) if isinstance(until, datetime) else end_of(until, organiser_of(ctx, poll))
    check_deadline(ctx, poll, deadline)
    extended = poll.evolve(deadline=local(deadline, poll.zone))
    return records.change(ctx, POLL, number, "extended", lambda _: extended)


def cancel(ctx: Context, number: int) -> Poll:
    """Nothing is planned, and nobody is asked any more; cancelled again is the same."""
    if records.get(ctx, POLL, number).status != Status.cancelled:
        in_charge(ctx, number)
    return records.change(ctx, POLL, number, "cancelled", lambda poll: poll.with_status(Status.cancelled))


def in_charge(ctx: Context, number: int) -> Poll:
    """A poll that who asks may choose in and change; raise NotOrganiser, or PollOver."""
    poll = records.get(ctx, POLL, number)
    check_in_charge(ctx, poll.organiser)
    poll.check_open()
    return poll


def organiser_of(ctx: Context, poll: Poll) -> Person:
    return ctx.uow.people.get(ctx.project.team, poll.organiser) or ctx.who


def choose(ctx: Context, number: int, option_id: int, *, sure: bool = False) -> Poll:
    """Close the poll and plan the meeting, once. Raise Doubtful unless `sure`, SomePassed, Misfilled."""
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
    chosen = poll.evolve(status=Status.chosen, chosen=option_id, meeting=meeting.number)
    return records.put(ctx, POLL, "chosen", poll, chosen)


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
    after = poll.evolve(proposals=proposals, next_option=poll.next_option + 1)
    return records.put(ctx, POLL, "proposed", poll, after)


def accept(ctx: Context, number: int, option_id: int) -> Poll:
    """The proposed moment can be chosen; who proposed it said yes. Raise UnknownOption or TooManyOptions."""
    poll = in_charge(ctx, number)
    if any(each.id == option_id for each in poll.moments):
        return poll
    option = poll.option(option_id, proposed=True)
    if len(poll.options) >= MOST:
        raise TooManyOptions(MOST)
    options = sorted([*poll.moments, option], key=lambda each: each.starts)
    book = ctx.uow.of(Polls)
    theirs = book.vote_of(poll.project_id, number, str(option.by))
    book.put_vote(theirs.with_answers({option_id: Answer.yes}))
    after = _without(poll, option_id).evolve(options=as_json(options))
    return records.put(ctx, POLL, "accepted", poll, after)


def decline(ctx: Context, number: int, option_id: int) -> Poll:
    """Not now; the same again is the same."""
    poll = in_charge(ctx, number)
    return records.change(ctx, POLL, number, "declined", lambda _: _without(poll, option_id))


def _without(poll: Poll, option_id: int) -> Poll:
    left = [each for each in poll.proposed if each.id != option_id]
    return poll.evolve(proposals=as_json(left))
