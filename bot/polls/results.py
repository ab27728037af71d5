"""What was answered in polls by those who count, of a page of them in as many questions as of one; and which
wait for a person's answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.core.context import Context, PersonContext
from bot.core.project import Project
from bot.meetings.notifications import gone
from bot.polls.model import Answer, Option, Poll, Polls, Votes


@dataclass(frozen=True)
class Results:
    poll: Poll
    votes: Votes
    voters: Sequence[str]
    """Those who count."""

    @property
    def silent(self) -> list[str]:
        """Who has not answered every option."""
        return [user for user in self.voters if not self.poll.is_answered(self.votes.get(user, {}))]

    def who_said(self, answer: Answer | None, option: Option) -> list[str]:
        """In the order in which they were asked; None: nothing yet."""
        return [user for user in self.voters if self.votes.get(user, {}).get(option.id) == answer]

    @property
    def best_first(self) -> list[Option]:
        """Where the fewest required can't come, then the fewest at all, then most yeses, then soonest."""
        needed = set(self.poll.required)

        def rank(option: Option) -> tuple[object, ...]:
            missing = self.who_said(Answer.no, option) + self.who_said(None, option)
            yes = len(self.who_said(Answer.yes, option))
            return len(needed.intersection(missing)), len(missing), -yes, option.starts

        return sorted(self.poll.moments, key=rank)


def results_of(ctx: Context, polls: Sequence[Poll]) -> dict[int, Results]:
    """By number; of the voters who may still see the project, or all while nobody knows who is there."""
    votes = ctx.uow.of(Polls).votes([(each.project_id, each.number) for each in polls])
    left = gone(ctx, {user for each in polls for user in each.voters})
    return {
        each.number: Results(
            each,
            votes[each.project_id, each.number],
            [user for user in each.voters if user not in left],
        )
        for each in polls
    }


def results(ctx: Context, poll: Poll) -> Results:
    return results_of(ctx, [poll])[poll.number]


def given_by(ctx: Context, poll: Poll, user: str) -> Mapping[int, Answer]:
    """One person's answers, by option."""
    vote = ctx.uow.of(Polls).vote_of(poll.project_id, poll.number, user)
    return {int(option): answer for option, answer in vote.answers.items()}


def unanswered(ctx: PersonContext, seen: Sequence[Project]) -> list[Poll]:
    """Open ones in which they have not answered every moment, the first deadline first."""
    book, user = ctx.uow.of(Polls), ctx.who.user
    found = book.open_of([project.id for project in seen], user)
    votes = book.votes([(each.project_id, each.number) for each in found])
    return [each for each in found if not each.is_answered(votes[each.project_id, each.number].get(user, {}))]
