"""The looks of minutes as they were sent."""

from collections.abc import Sequence

from slack_sdk.models.blocks import Block, InteractiveElement

from bot.action_items.model import ActionItem
from bot.decisions.model import Decision
from bot.minutes.model import MOST_ACTIONS, MOST_DECISIONS, Minutes, ProposalKind, note_parts
from bot.minutes.text import Seen
from bot.texts import Texts
from handlers.records.desk import See
from handlers.records.views import lines
from handlers.slack import ui
from handlers.slack.reply import Message

LINE, MARKED = 300, 520
"""Characters of an action item in a list, bare and with its marks: all of it stands on its owner's card."""


RECORD = "minutes.record"
"""Before the ids of what every noun has."""


def ref(minutes: Minutes) -> str:
    return f"{minutes.project_id}:{minutes.number}"


def refd(value: str) -> list[int]:
    """Project and number of minutes, and what stands behind them."""
    return [int(part) for part in value.split(":")]


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
        short = item.model_copy(update={"text": ui.clip(" ".join(item.text.split()), LINE)})
        owner = see.name_of(item.owner) or item.outside or ""
        told.append(clipped(see.texts.minutes_to_do(short, owner, see.today)))
    return told


def clipped(line: str) -> str:
    return ui.clip_marked(line, MARKED)
