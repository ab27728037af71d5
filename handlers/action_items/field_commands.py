"""`/action wait 12 for 9`, `go 12`, `start 12 monday`, `helpers 12 @priya`: one term of an item, typed."""

import re
from collections.abc import Callable

from bot.action_items import change, set_dependencies
from bot.action_items.model import ActionItem
from bot.core.number_ranges import ONE
from bot.dates.reader import Ambiguous
from bot.dates.rrule import recurrence_of
from handlers.action_items import dependencies, views
from handlers.action_items.card_details import notes
from handlers.action_items.typed_line import MENTIONS
from handlers.slack import subcommands, ui
from handlers.slack.names import names
from handlers.slack.reply import Message, Reply, Say
from handlers.slack.request import MENTION, Command
from handlers.slack.subcommands import Subcommand

WAIT = re.compile(rf"{ONE}\s+(?:for|on|op|tot)\s+(?P<what>\S.*)", re.IGNORECASE | re.DOTALL)
FIRST = re.compile(rf"({ONE})")
START = re.compile(rf"{ONE}(?:\s+(?P<day>\S.*))?", re.DOTALL)
REPEAT = re.compile(rf"{ONE}\s+(?P<how>\S.*)", re.DOTALL)
NEVER = ("none", "never", "geen", "nooit", "niet")
NOBODY = ("none", "nobody", "geen", "niemand")
HELPERS = re.compile(rf"{ONE}\s+(?P<who>{MENTIONS}|{'|'.join(NOBODY)})", re.IGNORECASE)

SUBCOMMANDS = (
    Subcommand("wait", ("wacht",), WAIT, "12 for 9", verb=True),
    Subcommand("go", ("verder",), subcommands.NUMBER, "12", verb=True),
    Subcommand("start", ("begin",), START, "12 2026-11-30", verb=True),
    Subcommand("helpers", ("meedoen",), HELPERS, "12 @", verb=True),
    Subcommand("repeat", ("herhaal",), REPEAT, "12 every monday", verb=True),
)


def wait(request: Command, rest: str) -> Reply:
    found = WAIT.fullmatch(rest)
    assert found is not None
    ctx, number, first = request.here, subcommands.number(rest), FIRST.fullmatch(found["what"])
    if first:
        return echo(request, set_dependencies.wait_for(ctx, number, subcommands.number(first[1])))
    return echo(request, set_dependencies.wait_on(ctx, number, request.plain(found["what"])))


def go(request: Command, rest: str) -> Reply:
    return echo(request, set_dependencies.go_on(request.here, subcommands.number(rest)))


def start(request: Command, rest: str) -> Reply:
    found = START.fullmatch(rest)
    assert found is not None
    phrase, number = request.plain(found["day"] or ""), subcommands.number(rest)
    return echo(request, set_dependencies.start_typed(request.here, number, phrase))


def helpers(request: Command, rest: str) -> Reply:
    number = subcommands.number(rest)
    named = [mention[1] for mention in MENTION.finditer(rest)]
    return echo(request, set_dependencies.set_helpers(request.here, number, named))


def repeat(request: Command, rest: str) -> Reply:
    found = REPEAT.fullmatch(rest)
    assert found is not None
    ctx, number, how = request.here, subcommands.number(rest), found["how"]
    if how.lower() in NEVER:
        return echo(request, set_dependencies.repeat(ctx, number, None))
    try:
        item = set_dependencies.repeat_typed(ctx, number, request.plain(how))
    except Ambiguous as several:
        ways = tuple(filter(None, map(recurrence_of, several.readings)))
        asked = change.get(ctx, number)
        return Say(dependencies.which_repetition(asked, ways, request.texts))
    return echo(request, item)


def echo(request: Command, item: ActionItem) -> Reply:
    """The item as it is now, to who typed, with what is special about it."""
    ctx, name_of = request.here, names(request.uow, request.who.team)
    said = views.line(item, ctx.today, name_of, request.texts)
    beneath = notes(ctx.uow, item, ctx.project, request.texts, ctx.now)
    if not beneath:
        return Say(said)
    return Say(Message("\n".join((said.text, *beneath)), [*said.blocks, ui.context("\n".join(beneath))]))


COMMANDS: dict[str, Callable[[Command, str], Reply]] = {
    "wait": wait,
    "go": go,
    "start": start,
    "helpers": helpers,
    "repeat": repeat,
}
