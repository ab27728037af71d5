"""`/spil planned`: what will be sent to who asks, why, and off with it."""

from collections.abc import Iterator, Sequence

from slack_sdk.models.blocks import Block, ButtonElement

from bot.core.errors import UnknownWord
from bot.people.hours import preferences_of, switch
from bot.people.preferences import CAN_BE_OFF, Rule
from bot.reminders.text import Planned
from bot.reminders.upcoming import planned
from handlers.action_items.views import LINE
from handlers.people.why import SETTINGS
from handlers.slack import ui
from handlers.slack.help import HELP
from handlers.slack.registry import CommandName, Registry
from handlers.slack.reply import Message, Replace, Reply, Say
from handlers.slack.request import Click, Command, Request

WORD = CommandName("planned", "gepland", "What you will be sent in the next 7 days, and why", "")
SWITCH = "planned.switch"
"""Its value is the rule, and whether it is to be on."""
MOST = 20
"""Lines in one message."""


def register(registry: Registry) -> None:
    registry.command(WORD, command)
    registry.click(SWITCH, switched)


def command(request: Command) -> Reply:
    word = request.plain(request.text).lower()
    if word and word not in HELP:
        raise UnknownWord(word, "", request.typed)
    return Say(_listing(request))


def switched(request: Click) -> Reply:
    rule, _, on = request.value.partition(":")
    switch(request.anywhere, (Rule(rule),), on=on == "on")
    return Replace(_listing(request))


def _listing(request: Request) -> Message:
    """All mornings in one line, and the first of each rule that can be off with its button; below, what is
    off already."""
    texts, found = request.texts, planned(request.anywhere)
    title = f"*{texts.planned_title()}*" if found else texts.planned_none()
    told = list(_told(request, found))
    blocks: list[Block] = [ui.section(title)]
    switches = {rule: _off(request, rule) for rule in CAN_BE_OFF}
    blocks += [ui.section(line, accessory=switches.pop(rule, None)) for rule, line in told[:MOST]]
    lines = [line for _rule, line in told[:MOST]]
    if len(told) > MOST:
        blocks.append(ui.context(texts.and_more(len(told) - MOST)))
    wishes = preferences_of(request.uow, request.who)
    off = [rule for rule in CAN_BE_OFF if not wishes.wants(rule)]
    for rule in off:
        on = ui.button(texts.turn_on(), action=f"{SWITCH}/{rule}", value=f"{rule}:on")
        blocks.append(ui.section(texts.planned_off(rule), accessory=on))
    settings = ui.button(texts.reminder_settings(), action=SETTINGS)
    words = [title, *lines, *map(texts.planned_off, off)]
    return Message("\n".join(words), [*blocks, ui.actions(settings)])


def _told(request: Request, found: Sequence[Planned]) -> Iterator[tuple[Rule, str]]:
    """Each line, with the rule by which it comes."""
    zone, today = request.who.zone, request.anywhere.own_today
    mornings = [each for each in found if each.rule is Rule.bundle]
    if mornings:
        yield Rule.bundle, request.texts.planned_mornings(mornings, zone)
    for each in found:
        if each.rule is not Rule.bundle:
            yield each.rule, request.texts.planned_line(_short(each), today, zone)


def _off(request: Request, rule: Rule) -> ButtonElement:
    return ui.button(request.texts.turn_off(), action=f"{SWITCH}/{rule}", value=f"{rule}:off")


def _short(each: Planned) -> Planned:
    return each._replace(title=ui.clip(" ".join(each.title.split()), LINE))
