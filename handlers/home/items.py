"""Action items in Home: what is asked of a person, what is theirs to do, and what they added and is late."""

from slack_sdk.models.blocks import Block

from bot.core.context import PersonContext
from bot.home.overview import Mine, Overview, Part, in_groups
from bot.texts import Texts
from handlers.action_items.answers import answers
from handlers.action_items.views import (
    EDIT,
    MORE,
    NAME,
    NOT_MINE,
    OTHER_DATE,
    done_button,
    edit_button,
    short,
)
from handlers.escalations.views import decision
from handlers.meetings import home as meetings
from handlers.polls import home as polls
from handlers.records.desk import ref
from handlers.slack import ui
from handlers.slack.request import NameOf, names

MOST_DECIDED, MOST_INVITED, MOST_POLLS = 3, 3, 2
REASON = 150
"""Characters of a reason within a line."""


def answers_wanted(ctx: PersonContext, found: Overview, texts: Texts) -> list[Block]:
    """What owners ask, what a manager has to decide, invitations and polls; nothing when nobody waits."""
    name_of = names(ctx.uow, ctx.who.team)
    blocks: list[Block] = []
    for each in found.asked.items:
        blocks += _asked(each, name_of, texts)
    for index, question in enumerate(found.decide[:MOST_DECIDED]):
        blocks += decision(ctx.uow, question, texts, ctx.now, index)
    blocks += meetings.rows(ctx, found.invited[:MOST_INVITED], texts)
    blocks += polls.rows(ctx, found.polls[:MOST_POLLS], texts)
    more = found.asked.more + len(found.decide[MOST_DECIDED:]) + len(found.invited[MOST_INVITED:])
    more += len(found.polls[MOST_POLLS:])
    return _headed(texts.home_answers(), blocks, texts.and_more(more) if more else "")


def mine(part: Part, texts: Texts) -> list[Block]:
    """The person's open ones, late first, each with its buttons."""
    if not part.items:
        return [ui.section(texts.no_action_items())]
    blocks: list[Block] = []
    for group, items in in_groups(part.items).items():
        blocks.append(ui.context(f"*{texts.action_list_group(group)}*"))
        for each in items:
            blocks += _mine(each, texts)
    return [*blocks, *([ui.context(texts.home_more(part.more))] if part.more else [])]


def waiting(ctx: PersonContext, part: Part, texts: Texts) -> list[Block]:
    """Others' items that wait for one of the person's; nothing when there are none."""
    name_of = names(ctx.uow, ctx.who.team)
    rows: list[Block] = [
        ui.section(
            texts.home_awaited(
                short(each.item), ui.clip(name_of(each.item.owner), NAME), each.project.channel
            )
        )
        for each in part.items
    ]
    return _headed(texts.home_waiting(), rows, texts.and_more(part.more) if part.more else "")


def added(ctx: PersonContext, part: Part, texts: Texts) -> list[Block]:
    """What the person added for others and is late; nothing when nothing is."""
    name_of = names(ctx.uow, ctx.who.team)
    rows: list[Block] = []
    for each in part.items:
        owner = ui.clip(name_of(each.item.owner), NAME)
        told = texts.home_added_row(short(each.item), each.today, owner, each.project.channel)
        rows.append(ui.section(told, accessory=edit_button(each.item, texts)))
    return _headed(texts.home_added(), rows, texts.home_added_more(part.more) if part.more else "")


def _headed(title: str, rows: list[Block], more: str) -> list[Block]:
    return [ui.header(title), *rows, *([ui.context(more)] if more else [])] if rows else []


def _mine(each: Mine, texts: Texts) -> list[Block]:
    item = each.item
    rare = [
        ui.option(label, f"{ref(item)}:{action}")
        for action, label in (
            (OTHER_DATE, texts.other_date()),
            (EDIT, texts.edit()),
            (NOT_MINE, texts.not_mine()),
        )
    ]
    return [
        ui.section(texts.home_row(short(item), each.today, each.project.channel)),
        ui.actions(done_button(item, texts, style=None), ui.overflow(rare, action=MORE)),
    ]


def _asked(each: Mine, name_of: NameOf, texts: Texts) -> list[Block]:
    """The question, with the answers that stand in its direct message too."""
    offer = each.item.offered
    assert offer is not None
    brief = offer.model_copy(update={"reason": ui.clip(offer.reason, REASON)})
    names = name_of(offer.by), name_of(offer.owner)
    question = texts.offer_question(each.item, brief, *names, each.today)
    about = texts.offer_about(short(each.item), each.project.channel)
    buttons = answers(each.item, offer, texts, names[0], each.today)
    return [ui.section(f"{question}\n{about}"), ui.actions(*buttons)]
