"""The looks of minutes as they were sent: what they came to, as it is now, and who were there."""

from collections.abc import Callable, Sequence
from itertools import chain

from slack_sdk.models.blocks import Block, InteractiveElement

from bot.action_items.model import ActionItem, ActionItems
from bot.core import records
from bot.core.context import Context
from bot.decisions.model import Decision
from bot.decisions.noun import DECISION
from bot.minutes.audience import absent_of
from bot.minutes.model import MOST_ACTIONS, MOST_DECISIONS, Item, Minutes, ProposalKind, note_parts
from bot.minutes.text import Seen
from bot.texts import Texts
from handlers.records.views import lines
from handlers.slack import ui
from handlers.slack.reply import Message
from handlers.slack.request import Click, See, names

LINE, MARKED = 300, 520
"""Characters of an action item in a list, bare and with its marks: all of it stands on its owner's card."""


RECORD = "minutes.record"
"""Before the ids of what every noun has."""
NAMED = 50
"""People named in a headline."""


def refd(value: str) -> list[int]:
    """Project and number of minutes, and what stands behind them."""
    return [int(part) for part in value.split(":")]


def acted(act: Callable[..., object], request: Click) -> None:
    """`act` takes the context and what the button's value names behind the project; it shows by itself."""
    project_id, *rest = refd(request.value)
    act(request.of(project_id), *rest)


def headline(
    minutes: Minutes,
    seen: Seen,
    decided: Sequence[Decision],
    made: Sequence[ActionItem],
    see: See,
    menu: InteractiveElement | None = None,
    corrections: Sequence[Block] = (),
) -> Message:
    """What they came to, as far as it stays readable; the rest is in the thread."""
    texts = see.texts
    title, facts = texts.minutes_sent(minutes), texts.minutes_facts(minutes, seen, see.today)
    blocks: list[Block] = [ui.section(f"{title}\n{facts}", accessory=menu), *corrections]
    decisions = [clipped(texts.decision_bullet(each)) for each in decided[:MOST_DECISIONS]]
    actions = action_lines(made[:MOST_ACTIONS], see)
    for kind, told in ((ProposalKind.decision, decisions), (ProposalKind.action, actions)):
        if told:
            blocks += lines([texts.minutes_heading(kind), *told])
    blocks += _owners_wanted(made, texts)
    more = len(decided[MOST_DECISIONS:]) + len(made[MOST_ACTIONS:])
    author = see.name_of(minutes.author)
    blocks.append(ui.context(texts.minutes_read_more(minutes, author, more)))
    return Message(f"{title}\n{facts}", blocks)


def decisions(minutes: Minutes, decided: Sequence[Decision], texts: Texts) -> Message:
    """In plain text, so that each stands there word for word."""
    title = texts.minutes_decisions(minutes)
    said = [ui.plain_section(texts.decision_in_minutes(each)) for each in decided]
    return Message(title, [ui.section(title), *said])


def actions(minutes: Minutes, items: Sequence[ActionItem], see: See) -> Message:
    title = see.texts.minutes_actions(minutes)
    blocks = [ui.section(title), *lines(action_lines(items, see)), *_owners_wanted(items, see.texts)]
    return Message(title, blocks)


def _owners_wanted(items: Sequence[ActionItem], texts: Texts) -> list[Block]:
    unowned = next((item for item in items if item.open and not (item.owner or item.outside)), None)
    return [ui.context(texts.minutes_owners_wanted(unowned))] if unowned else []


def notes(minutes: Minutes, pieces: Sequence[str], texts: Texts) -> Message:
    title = texts.minutes_notes(minutes)
    return Message(title, [ui.section(title), *map(ui.plain_section, pieces)])


def note_blocks(text: str) -> list[Block]:
    """As much as one message holds."""
    return [ui.plain_section(piece) for piece in note_parts(text)[0]] if text.strip() else []


def action_lines(items: Sequence[ActionItem], see: See) -> list[str]:
    told = []
    for item in items:
        short = item.evolve(text=ui.clip(" ".join(item.text.split()), LINE))
        owner = see.name_of(item.owner) or item.outside or ""
        told.append(clipped(see.texts.minutes_to_do(short, owner, see.today)))
    return told


def clipped(line: str) -> str:
    return ui.clip_marked(line, MARKED)


def decided(ctx: Context, items: Sequence[Item]) -> list[Decision]:
    """The decisions that these became, as they are now."""
    return [records.get(ctx, DECISION, item.number) for item in items if item.number is not None]


def made(ctx: Context, items: Sequence[Item]) -> list[ActionItem]:
    """The action items that these became, as they are now."""
    book = ctx.uow.of(ActionItems)
    found = [book.get(ctx.project.id, item.number) for item in items if item.number is not None]
    return [item for item in found if item is not None]


def seen_at(ctx: Context, minutes: Minutes) -> Seen:
    """By name. Who was absent is told only where notes say who was present, and it is known who was asked."""
    users = minutes.attendees[:NAMED], absent_of(ctx, minutes)[:NAMED]
    name_of = names(ctx.uow, ctx.project.team, chain(*users))
    present, absent = (list(map(name_of, each)) for each in users)
    return Seen(present, absent)
