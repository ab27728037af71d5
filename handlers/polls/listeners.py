"""Polls in Slack: what is particular to them; all else comes with every noun."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import Any

from slack_sdk.models.views import View

from bot.core import records
from bot.core.calendar import instant, local
from bot.core.context import Context
from bot.core.errors import Misfilled, Rejected
from bot.core.language import Both
from bot.core.people import Person
from bot.dates.reader import Ambiguous, Unreadable
from bot.meetings.model import USUAL, Sketch
from bot.people.preferences import Rule
from bot.polls.ask import accept, ask, ask_typed, choose, decline, edit, extend, in_charge, propose, vote
from bot.polls.model import Answer, Doubtful, Option, Poll
from bot.polls.notifications import ADDED, CARD, DECIDE, PROPOSED, REMINDER, VOTE
from bot.polls.noun import POLL
from bot.polls.times import BETWEEN, OF
from bot.polls.verbs import VERBS
from handlers.meetings import moments, typed
from handlers.meetings.listeners import WORD as MEETING
from handlers.meetings.typed import OPTIONAL
from handlers.people.why import with_why
from handlers.polls import views
from handlers.records.desk import Found, FullDesk, Reader, referred
from handlers.records.forms import created, new_form, register_all
from handlers.records.notices import card, in_person
from handlers.records.views import SAID, undo_button
from handlers.slack import dispatch, subcommands, ui
from handlers.slack.registry import CommandName, Registry
from handlers.slack.reply import Message, Open, RefreshHome, Replace, Reply, Say, Update, sentence
from handlers.slack.request import MENTION, Click, Command, Request, See, Submission
from handlers.slack.subcommands import Subcommand

WORD = CommandName(
    "poll", "peiling", "Date polls: when can everybody", "title with @who: tue 10:00, wed 14:00 | list | help"
)
PLAN = "polls.plan"
"""Opens the form; its button's value is `project:draft`."""
ANYTHING = re.compile(r".*", re.DOTALL)
SIGN = re.compile(r":\s+|\n")
"""Between what the poll is about and its moments."""
FEW = 6
"""In so many of the first pieces of a line without the sign its first moment is looked for."""


def register(registry: Registry) -> None:
    register_all(registry, DESK)
    asked = Subcommand(Both("poll", "peiling"), ANYTHING, Both("list", "lijst"))
    registry.subcommand(MEETING.en, asked, partial(behind_meeting, registry, ""))
    every = Subcommand(Both("polls", "peilingen"), ANYTHING)
    registry.subcommand(MEETING.en, every, partial(behind_meeting, registry, "list "))
    for action, listener in (
        (views.ANSWER, answered),
        (views.VOTE, partial(voter_form_opened, views.vote_form)),
        (views.PROPOSE, partial(voter_form_opened, views.propose_form)),
        (views.ACCEPT, partial(decided, accept)),
        (views.DECLINE, partial(decided, decline)),
        (views.CHOICES, choices_shown),
        (views.CHOOSE, partial(chosen, sure=False)),
        (views.ANYWAY, partial(chosen, sure=True)),
        (PLAN, form_opened),
        (moments.ASK_EVERYBODY, of_moments),
    ):
        registry.click(action, listener)
    registry.submission(views.VOTE_FORM, vote_filled_in)
    registry.submission(views.PROPOSE_FORM, propose_filled_in)
    registry.notice(CARD, card(DESK))
    for kind, tell in ((PROPOSED, views.proposed), (DECIDE, views.decide), (ADDED, views.added)):
        registry.notice(kind, in_person(POLL, tell))
    for kind, tell in ((VOTE, views.question), (REMINDER, views.reminder)):
        registry.notice(kind, with_why(in_person(POLL, tell), Rule.invitation, always=False))


# asked
def behind_meeting(registry: Registry, before: str, request: Command, rest: str) -> Reply:
    """`/meeting poll …` is `/spil poll …`."""
    text = f"{before}{rest}".strip()
    typed = f"{request.typed} {WORD.in_language(request.who.language)}"
    return registry.commands[WORD.en](replace(request, word=WORD.en, typed=typed, text=text))


def poll_typed(request: Command) -> Reply:
    """`Sprint review with @tom: tue 10:00, wed 14:00`; without anything its form opens."""
    ctx = request.here
    if not request.text.strip():
        return Open(new_form(request, DESK, ctx.project))
    fields = read(request, request.text)
    try:
        poll = ask_typed(ctx, **fields)
    except Misfilled as wrong:
        # The rule spoke before anything was written, so this transaction can keep the fields.
        return Say(_incomplete(request, ctx, wrong, fields))
    return created(request, DESK, ctx, poll, fields)


def _incomplete(request: Request, ctx: Context, wrong: Misfilled, fields: dict[str, Any]) -> Message:
    """All that keeps it from being asked, with the form that holds what was understood."""
    texts, known = request.texts, {name: value for name, value in fields.items() if name != "unclear"}
    told = [texts.poll_incomplete(), *(f"• {texts.rejected(reason)}" for reason in wrong.reasons.values())]
    draft = f"{ctx.project.id}:{dispatch.keep(ctx, ctx.project.channel, known)}"
    return sentence(
        "\n".join(told), ui.button(texts.meeting_open_form(), action=PLAN, value=draft, style="primary")
    )


def of_moments(request: Click) -> Reply:
    """The moments that were proposed for a meeting, as a poll."""
    project_id, draft, starts = moments.asked_of(request.value)
    ctx, fields = typed.resumed(request, project_id, draft)
    known = Sketch(**fields)
    options = [
        Option(id=at, starts=local(each, ctx.project.zone).replace(tzinfo=None), minutes=known.minutes)
        for at, each in enumerate(starts, 1)
    ]
    fields = known.model_dump(include={"title", "people", "optional", "minutes", "place"})
    return created(request, DESK, ctx, ask(ctx, **fields, options=options), fields)


def form_opened(request: Click) -> Reply:
    project_id, _, draft = request.value.partition(":")
    known = request.uow.pending_requests.get(draft, request.who.user) or {}
    return Open(new_form(request, DESK, request.of(int(project_id)).project, known))


def extend_typed(request: Command, rest: str) -> Found:
    until = deadline(request.here, request.plain(subcommands.behind_number(rest)))
    return [subcommands.number(rest)], lambda ctx, number: extend(ctx, number, until)


def read(request: Request, line: str) -> dict[str, Any]:
    """`Sprint review with @tom 45m: tue 10:00, wed 14:00`; without moments `times` is empty."""
    optional = [found[1] for each in OPTIONAL.finditer(line) for found in MENTION.finditer(each[1])]
    line = OPTIONAL.sub(" ", line).strip()
    found, times = _parted(request, line)
    unclear = {name: why for name, why in found["unclear"].items() if name not in ("day", "at")}
    known: dict[str, Any] = {name: found[name] for name in ("title", "people", "place") if name in found}
    minutes = found.get("minutes") or USUAL
    return {**known, "optional": optional, "minutes": minutes, "times": times.strip(), "unclear": unclear}


def deadline(ctx: Context, phrase: str) -> date | datetime:
    """A day, or a naive moment; raise Unreadable or Ambiguous."""
    moment = typed.reader(ctx).phrase(phrase, ctx.today)
    if "day" in moment.unclear:
        raise moment.unclear["day"]
    if moment.day is None:
        raise Unreadable(phrase)
    return datetime.combine(moment.day, moment.at) if moment.at else moment.day


def _parted(request: Request, line: str) -> tuple[dict[str, Any], str]:
    """What the head tells, as fields of a meeting, and the moments: behind the sign, or from the first."""
    sign = SIGN.search(line)
    for end, rest in () if sign else _ends(line):
        found = typed.read(request, line[:end])
        doubt = found["unclear"].get("day")
        if "day" in found and "at" in found:
            return found, f"{found['day']} {found['at']:%H:%M}, {line[rest:]}"
        if isinstance(doubt, Ambiguous) and rest < len(line):
            return found, f"{doubt.phrase}, {line[rest:]}"
    head, minutes = typed.reader(request.here).without_length(line[: sign.start()] if sign else line)
    length = {"minutes": minutes} if minutes else {}
    return {**typed.read(request, head.strip()), **length}, line[sign.end() :] if sign else ""


def _ends(line: str) -> Iterator[tuple[int, int]]:
    """Where a first piece may end, and what follows it begins."""
    found = sorted(each.span() for pattern in (BETWEEN, OF) for each in pattern.finditer(line))
    yield from found[:FEW]
    yield len(line), len(line)


DESK = FullDesk(
    POLL,
    WORD,
    VERBS,
    readers={"extend": Reader(subcommands.NUMBER_AND_MORE, extend_typed)},
    creates=ask_typed,
    edits=edit,
    opens=in_charge,
    reads=read,
    makes=poll_typed,
    title=lambda poll, texts: texts.poll_title(poll),
    facts=views.facts,
    buttons=views.card_buttons,
    options=views.card_options,
    line=views.line,
    presets=lambda _ctx: {"minutes": USUAL},
)


# answered
def answered(request: Click) -> None:
    """What shows it does so by itself."""
    ctx, number, option = referred(request, request.value)
    vote(ctx, number, {option: Answer(request.subject)})


def voter_form_opened(form: Callable[[Poll, See, Person, bool], View], request: Click) -> Reply:
    ctx, number, _option = referred(request, request.value)
    poll = records.get(ctx, POLL, number)
    poll.check_voter(request.who.user)
    return Open(form(poll, See(ctx, request.texts), request.who, request.in_home))


def vote_filled_in(request: Submission) -> Reply:
    """Of moments that are still asked, those that were answered."""
    ctx, number = request.of(request.about["project"]), request.about["number"]
    poll = records.get(ctx, POLL, number)
    given = {each.id: request.fields.text(str(each.id)) for each in poll.moments}
    vote(ctx, number, {option: Answer(answer) for option, answer in given.items() if answer})
    if poll.many_voters:
        return Update(views.thanks(poll, See(ctx, request.texts), request.who.zone))
    return RefreshHome() if request.about.get("home") else Reply()


def propose_filled_in(request: Submission) -> None:
    ctx, number = request.of(request.about["project"]), request.about["number"]
    day, at = request.fields.date("day"), request.fields.time("at")
    assert day is not None
    assert at is not None
    zone = records.get(ctx, POLL, number).zone
    try:
        propose(ctx, number, local(instant(datetime.combine(day, at), request.who.zone), zone))
    except Rejected as reason:
        raise Misfilled({"at": reason}) from reason


# decided
def decided(act: Callable[[Context, int, int], Poll], request: Click) -> None:
    """Of a moment that was proposed."""
    act(*referred(request, request.value))


def choices_shown(request: Click) -> Reply:
    ctx, number, _option = referred(request, request.value)
    shown = views.choices(in_charge(ctx, number), See(ctx, request.texts), request.who.zone, said=True)
    return Replace(shown) if request.subject == SAID else Say(shown)


def chosen(request: Click, *, sure: bool) -> Reply:
    """It is planned; unless `sure` it is asked first where somebody can't, or has not said."""
    ctx, number, option = referred(request, request.value)
    look = See(ctx, request.texts)
    try:
        poll = choose(ctx, number, option, sure=sure)
    except Doubtful as reason:
        poll = records.get(ctx, POLL, number)
        told = views.doubtful(poll, reason, look, request.who.zone)
    else:
        told = _planned(poll, look, request.who.zone)
    return Replace(told) if request.subject.startswith(SAID) else Say(told)


def _planned(poll: Poll, look: See, zone: str) -> Message:
    planned = look.texts.poll_planned(poll, poll.option(poll.chosen or 0), zone, look.today)
    told = f"{look.texts.poll_title(poll)}: {planned}"
    return sentence(told, undo_button(POLL, poll, look.texts))
