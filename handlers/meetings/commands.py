"""`/meeting …`: what was typed, word by word."""

import re
from functools import cache, partial

from bot.action_items.typed import person_named
from bot.core.context import Context
from bot.core.errors import Rejected, UnknownPerson
from bot.core.language import Language
from bot.dates.reader import Unreadable
from bot.meetings import plan
from bot.meetings.lines import Moment, Reader
from bot.meetings.mine import my_meetings
from bot.meetings.model import Meeting, Sketch
from handlers.meetings import form, home, views
from handlers.meetings.attempts import attempt, move_form
from handlers.slack import subcommands, ui
from handlers.slack.registry import CommandName, Registry
from handlers.slack.reply import Open, Reply, Say, say
from handlers.slack.request import GROUP, MENTION, SPECIAL, Command
from handlers.slack.subcommands import Subcommand

WORD = CommandName(
    "meeting", "overleg", "Meetings: plan, invite, list, move", "title with @who when | list | help"
)
LISTED = 20
NUMBER_PERHAPS_MORE = re.compile(rf"{subcommands.NUMBER.pattern}(?:\s+\S.*)?", re.DOTALL)
NOBODY = "<!here>"
"""Stands for a name that nobody has."""
MOST_UNKNOWN = 10
"""After so many of them no more are looked up: the line is asked about anyhow."""
ONE = rf"(?:{MENTION.pattern}|{GROUP.pattern}|{SPECIAL.pattern})"
PEOPLE = re.compile(rf"(?:\b(?:with|met)\s+)?{ONE}(?:[\s,&]*(?:(?:and|en)\s+)?{ONE})*", re.IGNORECASE)
NAMED = re.compile(r"(?<!\S)@([\w.-]*\w)")


def register(registry: Registry) -> None:
    registry.command(WORD, partial(command, registry))
    for known, listener in (
        (Subcommand("list", ("lijst",)), _list),
        (Subcommand("move", ("verzet", "verplaats"), NUMBER_PERHAPS_MORE, "3 2026-11-27 15:00"), _move),
        (Subcommand("cancel", ("annuleer", "afzeggen"), subcommands.NUMBER, "3"), _cancel),
        (Subcommand("help", ("hulp",)), _help),
    ):
        registry.subcommand(WORD.en, known, listener)


def command(registry: Registry, request: Command) -> Reply:
    if not request.text.strip():
        project = request.here.project
        return Open(form.form(Sketch(), project, project.zone, request.texts))
    return registry.read_subcommand(WORD.en, request) or _plan(request)


def _plan(request: Command) -> Reply:
    ctx = request.here
    text, unclear = _with_mentions(request)
    title, moment = _reader(ctx).line(_without_people(request, text))
    people = list(dict.fromkeys(found[1] for found in MENTION.finditer(text)))
    sketch = Sketch(title=title, people=people).model_copy(update=_known(moment))
    return attempt(request, ctx, sketch, {**moment.unclear, **unclear})


def _with_mentions(request: Command) -> tuple[str, dict[str, Rejected]]:
    """A name that was typed and not chosen from Slack's list becomes a mention, where somebody has it."""
    unknown: list[Rejected] = []

    @cache
    def mention(name: str) -> str:
        if len(unknown) == MOST_UNKNOWN:
            return NOBODY
        try:
            return f"<@{person_named(request.uow, request.who.team, name)}>"
        except UnknownPerson as reason:
            unknown.append(reason)
            return NOBODY

    text = NAMED.sub(lambda found: mention(found[1]), request.text)
    return text, {"people": unknown[-1]} if unknown else {}


def _without_people(request: Command, text: str) -> str:
    """A group or a whole channel names nobody, and is no part of the title either."""
    return " ".join(request.plain(PEOPLE.sub(" ", text)).split())


def _reader(ctx: Context) -> Reader:
    """Their own language first, then the project's; the project's zone decides."""
    languages = dict.fromkeys([ctx.who.language, ctx.project.language, *Language])
    return Reader(ctx.now, ctx.project.zone, [Language(each) for each in languages])


def _known(moment: Moment) -> dict[str, object]:
    known = {"day": moment.day, "at": moment.at, "minutes": moment.minutes}
    return {name: value for name, value in known.items() if value is not None}


def _move(request: Command, rest: str) -> Reply:
    ctx, number = request.here, subcommands.number(rest)
    if subcommands.NUMBER.fullmatch(rest):
        return move_form(request, ctx, number)
    meeting = plan.in_charge(ctx, number)
    moment = _moved_to(ctx, meeting, request.plain(subcommands.behind_number(rest)))
    sketch = meeting.sketch().model_copy(update=_known(moment))
    return attempt(request, ctx, sketch, moment.unclear, meeting)


def _moved_to(ctx: Context, meeting: Meeting, phrase: str) -> Moment:
    """Day, time and length stay where nothing is said of them."""
    try:
        moment = _reader(ctx).phrase(phrase, meeting.starts.date())
    except Unreadable as unreadable:
        return Moment(unclear={"date": unreadable})
    unclear: dict[str, Rejected] = dict(moment.unclear)
    if moment.day:
        unclear.pop("time", None)
    return Moment(moment.day, moment.at, moment.minutes, unclear)


def _cancel(request: Command, rest: str) -> Reply:
    meeting = plan.cancel(request.here, subcommands.number(rest))
    return Say(views.sentence(request.texts.meeting_was_cancelled(meeting, meeting.zone)))


def _list(request: Command, _rest: str) -> Reply:
    mine = [meeting for meeting in my_meetings(request.anywhere) if meeting.planned]
    lines = [home.line(request.anywhere, meeting, request.texts) for meeting in mine[:LISTED]]
    return Say(views.listing(lines, len(mine), request.typed, request.texts))


def _help(request: Command, _rest: str) -> Reply:
    sentence = request.texts.meeting_help(request.typed)
    return say(sentence, ui.section(sentence))
