"""Action items in Home: what is asked of a person, what is theirs to do, and what they put forward."""

from slack_sdk.models.blocks import Block

from bot.action_items.model import Own
from bot.core.context import Context, PersonContext
from bot.home.overview import Mine, Part, asked_of, in_groups, own_items
from bot.text.marks import channel
from bot.texts import Texts
from handlers.action_items.answers import answers
from handlers.action_items.views import DUE, NAME, done_button, edit_button, line, short
from handlers.records.desk import See, ref
from handlers.slack import ui
from handlers.slack.names import NameOf, names

MOST_MINE, MOST_ASKED, MOST_AWAITED, MOST_RAISED = 18, 4, 5, 8
"""Items of a section. Of the 100 blocks of Home they take 2, 2, 1 and 1 each."""
REASON = 150
"""Characters of a reason within a line."""


def channels(ctx: PersonContext) -> set[str]:
    """Those of the projects whose items are shown."""
    kinds = ((Own.awaited, MOST_AWAITED), (Own.owned, MOST_MINE), (Own.raised, MOST_RAISED))
    parts = [asked_of(ctx, MOST_ASKED), *(own_items(ctx, own, most) for own, most in kinds)]
    return {each.project.channel for part in parts for each in part.items}


def waiting(ctx: PersonContext, texts: Texts) -> list[Block]:
    """Answers and items of the person's that others wait for; nothing when nobody waits."""
    asked = asked_of(ctx, MOST_ASKED)
    awaited = own_items(ctx, Own.awaited, MOST_AWAITED)
    if not asked.items and not awaited.items:
        return []
    name_of = names(ctx.uow, ctx.who.team)
    blocks: list[Block] = [ui.header(texts.home_waiting())]
    for each in asked.items:
        blocks += _asked(each, name_of, texts)
    blocks += [ui.section(_awaited(each, name_of, texts)) for each in awaited.items]
    more = asked.more + awaited.more
    return [*blocks, *([ui.context(texts.and_more(more))] if more else [])]


def mine(ctx: PersonContext, texts: Texts) -> list[Block]:
    """The person's open ones, overdue first, each with its buttons."""
    blocks: list[Block] = [ui.header(texts.my_action_items())]
    part = own_items(ctx, Own.owned, MOST_MINE)
    if not part.items:
        return [*blocks, ui.section(texts.no_action_items())]
    for group, items in in_groups(part.items).items():
        blocks.append(ui.context(f"*{texts.action_list_group(group)}*"))
        for each in items:
            blocks += _mine(each, texts)
    return [*blocks, *_more(part, texts.home_more(part.more))]


def raised(ctx: PersonContext, texts: Texts) -> list[Block]:
    """Items that the person put forward and others do; nothing when there are none."""
    part = own_items(ctx, Own.raised, MOST_RAISED)
    if not part.items:
        return []
    lines = [_raised(ctx, each, texts) for each in part.items]
    return [ui.header(texts.home_raised()), *lines, *_more(part, texts.home_raised_more(part.more))]


def _more(part: Part, sentence: str) -> list[Block]:
    return [ui.context(sentence)] if part.more else []


def _mine(each: Mine, texts: Texts) -> list[Block]:
    line = texts.action_item_of_mine(short(each.item), each.today, each.project.channel)
    another = ui.date_picker(texts.choose_date(), action=f"{DUE}/{ref(each.item)}", initial=each.item.due)
    return [
        ui.section(line),
        ui.actions(done_button(each.item, texts), another, edit_button(each.item, texts)),
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


def _awaited(each: Mine, name_of: NameOf, texts: Texts) -> str:
    owner = ui.clip(name_of(each.item.owner), NAME)
    return f"{texts.home_awaited(short(each.item), owner)} · {channel(each.project.channel)}"


def _raised(ctx: PersonContext, each: Mine, texts: Texts) -> Block:
    item, project = each.item, each.project
    told = line(item, See(Context(ctx.uow, ctx.now, ctx.who, project), texts))
    return ui.section(f"{told} · {channel(project.channel)}", accessory=edit_button(item, texts))
