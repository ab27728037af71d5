"""The looks of minutes as they were sent."""

from collections.abc import Sequence
from datetime import date

from slack_sdk.models.blocks import Block

from bot.action_items.model import ActionItem
from bot.decisions.model import Decision
from bot.minutes.model import Minutes
from bot.minutes.text import Seen
from bot.texts import Texts
from handlers.records.views import lines
from handlers.slack import ui
from handlers.slack.names import NameOf
from handlers.slack.reply import Message

LINE, MARKED = 300, 520
"""Characters of an action item in a list, bare and with its marks: all of it stands on its owner's card."""
OVERVIEW = 10
"""Decisions and action items each that are shown of minutes outside their thread."""


def ref(minutes: Minutes) -> str:
    return f"{minutes.project_id}:{minutes.number}"


def headline(minutes: Minutes, seen: Seen, author: str, texts: Texts) -> Message:
    title, facts = texts.minutes_title(minutes), texts.minutes_facts(minutes, seen, author)
    blocks = [ui.header(title), ui.section(facts), ui.context(texts.minutes_read_more())]
    return Message(f"{texts.minutes_headline(minutes)}\n{facts}", blocks)


def decisions(minutes: Minutes, decided: Sequence[Decision], texts: Texts) -> Message:
    """In plain text, so that each stands there word for word."""
    title = texts.minutes_decisions(minutes)
    said = [ui.plain_section(texts.decision_in_minutes(each)) for each in decided]
    return Message(title, [ui.section(title), *said])


def actions(
    minutes: Minutes, items: Sequence[ActionItem], today: date, name_of: NameOf, texts: Texts
) -> Message:
    title = texts.minutes_actions(minutes)
    blocks: list[Block] = [ui.section(title), *_lines(items, today, name_of, texts)]
    unowned = next((item for item in items if item.open and not (item.owner or item.outside)), None)
    if unowned is not None:
        blocks.append(ui.context(texts.minutes_owners_wanted(unowned)))
    return Message(title, blocks)


def notes(minutes: Minutes, pieces: Sequence[str], texts: Texts) -> Message:
    title = texts.minutes_notes(minutes)
    return Message(title, [ui.section(title), *map(ui.plain_section, pieces)])


def overview(
    minutes: Minutes,
    decided: Sequence[Decision],
    made: Sequence[ActionItem],
    today: date,
    name_of: NameOf,
    texts: Texts,
) -> list[Block]:
    """What they came to, outside their thread."""
    blocks: list[Block] = []
    if decided:
        blocks.append(ui.section(texts.minutes_decisions(minutes)))
        said = [ui.clip(texts.decision_in_minutes(each), LINE) for each in decided[:OVERVIEW]]
        blocks += map(ui.plain_section, said)
    if made:
        blocks.append(ui.section(texts.minutes_actions(minutes)))
        blocks += _lines(made[:OVERVIEW], today, name_of, texts)
    more = len(decided[OVERVIEW:]) + len(made[OVERVIEW:])
    return [*blocks, *([ui.context(texts.minutes_more(more))] if more else [])]


def _lines(items: Sequence[ActionItem], today: date, name_of: NameOf, texts: Texts) -> list[Block]:
    told = []
    for item in items:
        short = item.model_copy(update={"text": ui.clip(" ".join(item.text.split()), LINE)})
        owner = name_of(item.owner) or item.outside or ""
        told.append(ui.clip_marked(texts.minutes_action(short, owner, today), MARKED))
    return lines(told)
