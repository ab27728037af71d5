"""Messages about polls, rendered as they are when they are sent."""

from bot.core.jobs import Notice
from bot.core.people import Person
from bot.polls.model import Poll
from bot.polls.results import given_by
from handlers.polls import views
from handlers.records.desk import See
from handlers.slack.reply import Message, sentence


def question(poll: Poll, see: See, person: Person, notice: Notice) -> Message | None:
    """Who is not asked any more is told so, and what became of it, if they were asked."""
    if person.user in poll.voters:
        return views.question(poll, see, person) if poll.is_open or notice.only_update else None
    return sentence(see.texts.poll_not_asked_any_more(poll)) if notice.only_update else None


def reminder(poll: Poll, see: See, person: Person, notice: Notice) -> Message | None:
    """Nothing to who has answered meanwhile; where it stands, thanks."""
    waits = poll.is_open and not poll.is_answered(given_by(see.ctx, poll, person.user))
    if waits and poll.closes_at > see.ctx.now:
        return views.reminder(poll, see, person)
    if not notice.only_update:
        return None
    return views.question(poll, see, person) if not poll.is_open else sentence(see.texts.poll_thanks(poll))


def decide(poll: Poll, see: See, person: Person, notice: Notice) -> Message | None:
    if poll.is_open:
        return views.choices(poll, see, person.zone, str(notice.about["why"]))
    return views.question(poll, see, person) if notice.only_update else None


def proposed(poll: Poll, see: See, person: Person, notice: Notice) -> Message | None:
    """Once it was answered, what was answered."""
    number = notice.about["option"]
    option = next((each for each in poll.proposed if each.id == number), None)
    if option is not None and poll.is_open:
        return views.proposal(poll, option, see, person.zone)
    added = next((each for each in poll.moments if each.id == number), None)
    when = see.texts.poll_when(poll, added, person.zone, see.today) if added else ""
    return sentence(see.texts.poll_proposal_answered(poll, when)) if notice.only_update else None


def added(poll: Poll, see: See, person: Person, notice: Notice) -> Message | None:
    """Nothing to who has answered it meanwhile."""
    option = next((each for each in poll.moments if each.id == notice.about["option"]), None)
    if option is None or not poll.is_open or option.id in given_by(see.ctx, poll, person.user):
        return None
    return views.added(poll, option, see, person.zone)
