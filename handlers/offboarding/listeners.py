"""The question who takes over what somebody who left owned, and what a project manager chooses for it."""

from datetime import date, datetime

from slack_sdk.models.blocks import Block

from bot.action_items.model import ActionItem
from bot.core.calendar import local
from bot.core.jobs import Notice
from bot.core.nouns import NameOf
from bot.core.ports import UnitOfWork
from bot.offboarding.handover import KIND, Case, case_of, take_over
from bot.people.preferences import Rule
from bot.texts import Texts
from handlers.action_items.views import short
from handlers.people.why import with_why
from handlers.slack import ui
from handlers.slack.registry import Registry
from handlers.slack.reply import Message
from handlers.slack.request import Click, names

GIVE, GIVE_ALL = "leavers.give", "leavers.give_all"
MOST = 20
LINE = 300
"""Characters of one item, escapes included: twenty of them and what became of others fit in a message."""


def register(registry: Registry) -> None:
    registry.click(GIVE, given)
    registry.click(GIVE_ALL, given)
    registry.notice(KIND, with_why(left, Rule.leaver, always=False))


def given(request: Click) -> None:
    """One item, where the picker is about its number, or else all of them."""
    project_id, left_id, *number = map(int, request.subject.split(":"))
    take_over(request.of(project_id), left_id, request.value or None, *number)


def left(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    """None, so silence, when all was settled, or they were back, before it was told."""
    case = case_of(uow, notice.about["project"], notice.about["left"])
    told = uow.sent_messages.get(notice.key) is not None
    if case is None or not (told or (case.theirs and not case.back)):
        return None
    today = local(now, case.project.zone).date()
    return asked(case, notice.about["left"], names(uow, notice.team), today, texts)


def asked(case: Case, left_id: int, name_of: NameOf, today: date, texts: Texts) -> Message:
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
    return Message(headline, blocks)


def _headline(case: Case, texts: Texts) -> str:
    name, channel = case.person.name, case.project.channel
    if case.back:
        return texts.leaver_back(name, channel)
    if not case.theirs:
        return texts.leaver_settled(name, channel)
    return texts.leaver_asks(name, channel, len(case.theirs), gone=case.person.gone)


def _about(item: ActionItem, left_id: int) -> str:
    return f"{item.project_id}:{left_id}:{item.number}"
