"""The looks of polls: the card, the question to each, the form to answer many moments, the choice."""

from collections.abc import Sequence
from typing import Any

from slack_sdk.models.blocks import Block, ButtonElement, InteractiveElement
from slack_sdk.models.views import View

from bot.core.context import Context, PersonContext
from bot.core.jobs import Notice
from bot.core.people import Person
from bot.polls.model import Answer, Doubtful, Option, Poll
from bot.polls.results import Results, given_by, results, results_of
from bot.polls.verbs import CANCEL
from bot.text.formats import Names
from bot.texts import Texts
from handlers.meetings.views import fitting
from handlers.records.views import SAID, lines
from handlers.slack import ui
from handlers.slack.reply import Message, sentence
from handlers.slack.request import See

ANSWER = "polls.answer"
"""Behind its slash stands the answer, behind another the option, as Slack takes an action once in a block."""
VOTE, VOTE_FORM = "polls.vote", "polls.vote_form"
PROPOSE, PROPOSE_FORM = "polls.propose", "polls.propose_form"
ACCEPT, DECLINE = "polls.accept", "polls.decline"
CHOICES, CHOOSE, ANYWAY = "polls.choices", "polls.choose", "polls.choose_anyway"
EDIT = "polls.edit"
INLINE = 5
"""Options that are answered in the message itself; more, and with many voters, in a form."""
NAMES, NAME = 1500, 24
"""Characters of names in a list: of who is silent, and of who can't at all moments together; and of one."""


def line(poll: Poll, see: See) -> str:
    return listed(poll, see, see.ctx.project.zone)


def listed(poll: Poll, see: See, zone: str, project_channel: str = "") -> str:
    found = see.beside(poll, results_of)[poll.number]
    asked, done = len(found.voters), len(found.voters) - len(found.silent)
    short = poll.evolve(title=ui.clip(poll.title, 60))
    return see.texts.poll_line(short, zone, see.today, done, asked, project_channel)


def facts(poll: Poll, see: See) -> list[Block]:
    """The card: each moment with its counts and who can't, and who has not answered."""
    texts, zone = see.texts, poll.zone
    about = ui.context(texts.poll_facts(poll, see.name_of(poll.organiser), zone, see.today))
    if poll.chosen is not None:
        return [ui.section(texts.poll_planned(poll, poll.option(poll.chosen), zone, see.today)), about]
    if not poll.is_open:
        return [about]
    found = results(see.ctx, poll)
    waits = _silent(found, see) or [ui.context(texts.poll_all_in())]
    return [*_counts(found, see, zone), *waits, about]


def _counts(found: Results, see: See, zone: str) -> list[Block]:
    most = 2 * NAMES // max(1, len(found.poll.options))
    told = [
        see.texts.poll_count(found, each, zone, see.today, _names(found.who_said(Answer.no, each), see, most))
        for each in found.poll.moments
    ]
    return lines([f"• {each}" for each in told])


def _silent(found: Results, see: See) -> list[Block]:
    quiet = found.silent
    return (
        [ui.context(see.texts.meeting_answers(None, len(quiet), _names(quiet, see, NAMES)))] if quiet else []
    )


def _names(users: Sequence[str], see: See, limit: int) -> Names:
    return fitting([ui.clip(see.name_of(user), NAME) for user in users], limit=limit)


def card_buttons(poll: Poll, texts: Texts) -> list[ButtonElement]:
    return [_vote(poll, texts)] if poll.is_open else []


def card_options(poll: Poll, texts: Texts) -> list[tuple[str, str]]:
    if not poll.is_open:
        return []
    cancel = ("polls.cancel", texts.button_of(CANCEL))
    return [(CHOICES, texts.poll_choose()), (EDIT, texts.edit()), cancel]


def _vote(poll: Poll, texts: Texts, style: str | None = None) -> ButtonElement:
    return ui.button(texts.poll_vote(), action=VOTE, value=poll.key, style=style)


def asked(poll: Poll, see: See, person: Person) -> Message:
    """To one who is asked, on their own clock, with their answers; once it is over, what became of it."""
    texts, given, zone = see.texts, given_by(see.ctx, poll, person.user), person.zone
    if not poll.is_open:
        answer = given.get(poll.chosen) if poll.chosen else None
        by = see.name_of(poll.organiser)
        return sentence(texts.poll_over(poll, zone, see.today, answer, by))
    asks = texts.poll_asks(see.name_of(poll.organiser), poll)
    about = texts.poll_about(poll, zone, see.today, see.ctx.project.channel)
    blocks: list[Block] = [ui.section(asks), ui.context(about)]
    shown = {} if poll.many_voters else given
    own = [texts.poll_own(poll, each, shown.get(each.id), zone, see.today) for each in poll.moments]
    other = ui.button(texts.poll_other_time(), action=PROPOSE, value=poll.key)
    if len(own) <= INLINE and not poll.many_voters:
        for told, option in zip(own, poll.moments, strict=True):
            blocks += [ui.section(told), ui.actions(*_answers(poll, option, given.get(option.id), texts))]
        buttons = [other]
    else:
        blocks += lines([f"• {each}" for each in own])
        buttons = [_vote(poll, texts), other]
    mine = [each for each in poll.proposed if each.by == person.user]
    if mine:
        moments = [texts.poll_short_when(poll, each, zone, see.today) for each in mine]
        blocks.append(ui.context(texts.poll_you_proposed(moments)))
    return Message(asks, [*blocks, ui.actions(*buttons)])


def _answers(poll: Poll, option: Option, given: Answer | None, texts: Texts) -> list[InteractiveElement]:
    return [
        ui.button(
            texts.poll_given(each) if each == given else texts.poll_answer(each),
            action=f"{ANSWER}/{each}",
            value=f"{poll.key}:{option.id}",
        )
        for each in Answer
    ]


def vote_form(poll: Poll, see: See, person: Person, home: bool = False) -> View:
    """All moments at once, each with its three answers, as they were given."""
    texts, given = see.texts, given_by(see.ctx, poll, person.user)
    answers = [ui.option(texts.poll_answer(each), each) for each in Answer]
    about = texts.poll_about(poll, person.zone, see.today, see.ctx.project.channel)
    blocks: list[Block] = [ui.section(texts.poll_title(poll)), ui.context(about)]
    for each in poll.moments:
        label = texts.poll_when(poll, each, person.zone, see.today)
        choice = ui.radios(answers, initial=given.get(each.id))
        blocks.append(ui.field(label, choice, block_id=str(each.id), optional=True))
    return ui.form(texts, texts.poll_form(), blocks, callback=VOTE_FORM, about=_about(poll, home))


def thanks(poll: Poll, see: See, zone: str) -> View:
    """In place of the form, where no message says so."""
    until = see.texts.poll_change_until(poll, zone, see.today)
    told, texts = [ui.section(see.texts.poll_thanks(poll)), ui.context(until)], see.texts
    return ui.modal(texts.poll_form(), told, callback=VOTE_FORM, submit=None, close=texts.cancel())


def propose_form(poll: Poll, see: See, person: Person, home: bool = False) -> View:
    """Another moment, on the clock of who proposes it."""
    texts, hint = see.texts, see.texts.meeting_zone_hint(person.zone)
    blocks: list[Block] = [
        ui.section(texts.poll_title(poll)),
        ui.field(texts.poll_day(), ui.date_input(), block_id="day"),
        ui.field(texts.meeting_other_start(), ui.time_input(), block_id="at", hint=hint),
    ]
    title, about, send = texts.poll_other_time(), _about(poll, home), texts.poll_send()
    return ui.form(texts, title, blocks, callback=PROPOSE_FORM, about=about, submit=send)


def _about(poll: Poll, home: bool) -> dict[str, Any]:
    return {"project": poll.project_id, "number": poll.number, "home": home}


def choices(poll: Poll, see: See, zone: str, why: str = "", *, said: bool = False) -> Message:
    """To who chooses: all moments, the best one as a button and the others in a menu."""
    texts, found, title = see.texts, results(see.ctx, poll), see.texts.poll_decide(poll, why)
    ranked = [each for each in found.best_first if poll.starts_at(each) > see.ctx.now]
    blocks = [ui.section(title), *_counts(found, see, zone), *_silent(found, see)]
    if ranked:
        action = f"{CHOOSE}/{SAID}" if said else CHOOSE
        short = [texts.poll_short_when(poll, each, zone, see.today) for each in ranked]
        options = [ui.option(label, f"{poll.key}:{it.id}") for label, it in zip(short, ranked, strict=True)]
        best = ui.button(texts.poll_plan_at(short[0]), action=action, value=f"{poll.key}:{ranked[0].id}")
        menu = ui.menu(texts.poll_choose(), options, action=f"{action}/menu")
        blocks.append(ui.actions(best, menu))
    return Message(title, blocks)


def doubtful(poll: Poll, reason: Doubtful, see: See, zone: str) -> Message:
    texts = see.texts
    when = texts.poll_short_when(poll, poll.option(reason.option), zone, see.today)
    no, missing = ([see.name_of(user) for user in users] for users in (reason.no, reason.missing))
    return sentence(
        texts.poll_doubtful(when, no, missing),
        ui.button(
            texts.meeting_plan_it(),
            action=f"{ANYWAY}/{SAID}",
            value=f"{poll.key}:{reason.option}",
        ),
        ui.button(texts.poll_other_option(), action=f"{CHOICES}/{SAID}", value=poll.key),
    )


def proposal(poll: Poll, option: Option, see: See, zone: str) -> Message:
    texts = see.texts
    when = texts.poll_when(poll, option, zone, see.today)
    return sentence(
        texts.poll_proposal(see.name_of(option.by), poll, when),
        ui.button(texts.poll_add_it(), action=ACCEPT, value=f"{poll.key}:{option.id}", style="primary"),
        ui.button(texts.not_now(), action=DECLINE, value=f"{poll.key}:{option.id}"),
    )


def question(poll: Poll, see: See, person: Person, notice: Notice) -> Message | None:
    """Who is not asked any more is told so, and what became of it, if they were asked."""
    if person.user in poll.voters:
        return asked(poll, see, person) if poll.is_open or notice.only_update else None
    return sentence(see.texts.poll_not_asked_any_more(poll)) if notice.only_update else None


def reminder(poll: Poll, see: See, person: Person, notice: Notice) -> Message | None:
    """Nothing to who has answered meanwhile; where it stands, thanks."""
    waits = poll.is_open and not poll.is_answered(given_by(see.ctx, poll, person.user))
    if waits and poll.closes_at > see.ctx.now:
        told = see.texts.poll_reminder(see.name_of(poll.organiser), poll, person.zone, see.today)
        return sentence(told, _vote(poll, see.texts, style="primary"))
    if not notice.only_update:
        return None
    return asked(poll, see, person) if not poll.is_open else sentence(see.texts.poll_thanks(poll))


def decide(poll: Poll, see: See, person: Person, notice: Notice) -> Message | None:
    if poll.is_open:
        return choices(poll, see, person.zone, str(notice.about["why"]))
    return asked(poll, see, person) if notice.only_update else None


def proposed(poll: Poll, see: See, person: Person, notice: Notice) -> Message | None:
    """Once it was answered, what was answered."""
    number = notice.about["option"]
    option = next((each for each in poll.proposed if each.id == number), None)
    if option is not None and poll.is_open:
        return proposal(poll, option, see, person.zone)
    added = next((each for each in poll.moments if each.id == number), None)
    when = see.texts.poll_when(poll, added, person.zone, see.today) if added else ""
    return sentence(see.texts.poll_proposal_answered(poll, when)) if notice.only_update else None


def added(poll: Poll, see: See, person: Person, notice: Notice) -> Message | None:
    """Nothing to who has answered it meanwhile."""
    option = next((each for each in poll.moments if each.id == notice.about["option"]), None)
    if option is None or not poll.is_open or option.id in given_by(see.ctx, poll, person.user):
        return None
    told = see.texts.poll_added(poll, see.texts.poll_when(poll, option, person.zone, see.today))
    return sentence(told, _vote(poll, see.texts))


def rows(ctx: PersonContext, polls: Sequence[Poll], texts: Texts) -> list[Block]:
    blocks: list[Block] = []
    for poll in polls:
        project = ctx.uow.projects.get(poll.project_id)
        if project is not None:
            see = See(Context(ctx.uow, ctx.now, ctx.who, project), texts)
            told = listed(poll, see, ctx.who.zone, project.channel)
            button = ui.button(texts.poll_vote(), action=VOTE, value=poll.key)
            blocks.append(ui.section(told, accessory=button))
    return blocks
