"""Views of the question who takes over what a leaver owned."""

from datetime import date

from slack_sdk.models.blocks import Block

from bot.action_items.model import ActionItem
from bot.offboarding.notifications import Case
from bot.texts import Texts
from handlers.action_items.views import short
from handlers.records.views import FALLBACK
from handlers.slack import ui
from handlers.slack.names import NameOf
from handlers.slack.reply import Message

GIVE, GIVE_ALL = "leavers.give", "leavers.give_all"
MOST = 20
LINE = 300
"""Characters of one item, escapes included: twenty of them and what became of others fit in a message."""


def left(case: Case, left_id: int, name_of: NameOf, today: date, texts: Texts) -> Message:
    headline = _headline(case, texts)
    became = [
        ui.clip_marked(texts.leaver_became(short(item), name_of(item.owner) or item.outside or ""), LINE)
        for item in case.settled
    ]
    asked = [] if case.back else case.theirs
    lines = [ui.clip_marked(texts.leaver_item(short(item), today), LINE) for item in asked[:MOST]]
    blocks: list[Block] = [ui.section(headline)]
    for item, line in zip(asked, lines, strict=False):
        picker = ui.person_picker(texts.leaver_new_owner(), action=f"{GIVE}/{_about(item, left_id)}")
        blocks.append(ui.section(line, accessory=picker))
    if len(asked) > MOST:
        blocks.append(ui.context(texts.leaver_more(len(asked) - MOST)))
    if len(asked) > 1:
        every = f"{GIVE_ALL}/{case.project.id}:{left_id}"
        blocks.append(ui.actions(ui.person_picker(texts.leaver_give_all(), action=every)))
    if became:
        blocks.append(ui.context("\n".join(became[:MOST])))
    if case.project.manager == case.person.user and not case.back:
        blocks.append(ui.context(texts.leaver_no_manager(case.person.name)))
    return Message(ui.clip_marked("\n".join([headline, *lines, *became]), FALLBACK), blocks)


def _headline(case: Case, texts: Texts) -> str:
    name, channel = case.person.name, case.project.channel
    if case.back:
        return texts.leaver_back(name, channel)
    if not case.theirs:
        return texts.leaver_settled(name, channel)
    return texts.leaver_asks(name, channel, len(case.theirs), gone=case.person.gone)


def _about(item: ActionItem, left_id: int) -> str:
    return f"{item.project_id}:{left_id}:{item.number}"
