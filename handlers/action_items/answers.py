"""An owner's answers by the buttons of their card, the question that comes of them, and snooze."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial

from slack_sdk.models.blocks import Block, InputBlock, InteractiveElement, SectionBlock

from bot.action_items import propose, snooze
from bot.action_items.change import get
from bot.action_items.model import ActionItem, Asked, CounterOffer, Status
from bot.action_items.notices import KEEP, KEPT, OFFER, TAKEN_BACK, Answer, answer, is_taken_back
from bot.action_items.noun import ACTION_ITEM
from bot.action_items.snooze import Snooze
from bot.action_items.text.answers import Outcome
from bot.core.calendar import local
from bot.core.context import Context
from bot.core.errors import REASON_LIMIT
from bot.core.events import UNDONE
from bot.core.jobs import Notice
from bot.people.hours import preferences_of
from bot.people.preferences import Rule
from bot.texts import Texts
from handlers.action_items import views
from handlers.people.why import with_why
from handlers.records.desk import pressed, referred
from handlers.records.notices import of_record
from handlers.records.views import undo_button
from handlers.slack import ui
from handlers.slack.registry import Registry
from handlers.slack.reply import Message, Open, Reply, Say, say
from handlers.slack.request import Click, Request, See, Submission

DATE_FORM, NOT_MINE_FORM = "action_items.other_date_form", "action_items.not_mine_form"
DUE, OWNER, REASON = "due", "owner", "reason"
"""Fields, as the use case names them in Misfilled."""
AGREE, KEEP_IT, GIVE = "action_items.agree", "action_items.keep", "action_items.offer_owner"


def register(registry: Registry) -> None:
    registry.click(views.ACCEPT, pressed(propose.accept))
    registry.click(views.OTHER_DATE, other_date_pressed)
    registry.click(views.NOT_MINE, not_mine_pressed)
    registry.click(AGREE, partial(answered, propose.accept_offer))
    registry.click(GIVE, owner_chosen)
    registry.click(KEEP_IT, partial(answered, propose.keep))
    registry.click(views.TAKE_BACK, taken_back)
    registry.click(views.SNOOZE, snoozed)
    registry.submission(SNOOZE_FORM, snooze_picked)
    registry.submission(DATE_FORM, date_asked)
    registry.submission(NOT_MINE_FORM, not_mine)
    registry.notice(OFFER, with_why(of_record(ACTION_ITEM, offer), Rule.offer, always=False))
    registry.notice(KEPT, of_record(ACTION_ITEM, kept_it))


def other_date_pressed(request: Click) -> Reply:
    ctx, number, _version = referred(request, request.value)
    item = propose.to_move(ctx, number)
    day = ui.field(request.texts.new_date(), ui.date_input(item.due), block_id=DUE)
    return _with_why(request, item, DATE_FORM, request.texts.other_date(), day)


def not_mine_pressed(request: Click) -> Reply:
    ctx, number, _version = referred(request, request.value)
    item = propose.to_answer(ctx, number)
    whom = ui.field(request.texts.offer_whom(), ui.person_input(), block_id=OWNER, optional=True)
    return _with_why(request, item, NOT_MINE_FORM, request.texts.not_mine(), whom)


def _with_why(request: Request, item: ActionItem, callback: str, title: str, field: InputBlock) -> Reply:
    """Why is asked of all but who raised it."""
    texts, own = request.texts, request.who.user == item.raised_by
    text = ui.text_input(multiline=True, limit=REASON_LIMIT)
    why = ui.field(texts.offer_reason(), text, block_id=REASON, optional=own)
    submit = texts.save() if own else texts.offer_send()
    return _form(request, item, callback, title, [field, why], submit)


def _form(
    request: Request, item: ActionItem, callback: str, title: str, fields: list[Block], submit: str
) -> Reply:
    about = {"project": item.project_id, "number": item.number, "channel": request.channel}
    fields = [ui.section(request.texts.record_named(ACTION_ITEM, item)), *fields]
    return Open(ui.form(request.texts, title, fields, callback=callback, about=about, submit=submit))


def date_asked(request: Submission) -> None:
    due, reason = request.fields.date(DUE), request.fields.text(REASON) or ""
    propose.ask_for_due(request.of(request.about["project"]), request.about["number"], due, reason)


def not_mine(request: Submission) -> None:
    owner, reason = request.fields.text(OWNER), request.fields.text(REASON) or ""
    propose.not_mine(request.of(request.about["project"]), request.about["number"], owner, reason)


def owner_chosen(request: Click) -> Reply:
    give = partial(propose.accept_offer, owner=request.value or None)
    return answered(give, replace(request, value=request.subject))


def answered(answer: Callable[[Context, int, int], ActionItem], request: Click) -> Reply:
    """What was taken back just before needs no answer, which is said."""
    ctx, number, made = referred(request, request.value)
    item = answer(ctx, number, made)
    if not is_taken_back(ctx.uow, item, made):
        return Reply()
    return say(request.texts.offer_gone(See(ctx, request.texts).name_of(item.owner)))


def taken_back(request: Click) -> Reply:
    ctx, number, made = referred(request, request.value)
    offer = get(ctx, number).offered
    item = propose.take_back(ctx, number, made)
    if offer is None:
        return Reply()
    told = request.texts.offer_taken_back(item, offer, ctx.today)
    undo = undo_button(ACTION_ITEM, item, request.texts)
    return Say(Message(told, [ui.section(told, accessory=undo)]))


def offer(item: ActionItem, see: See, notice: Notice) -> Message | None:
    """To who may decide: the question with its two answers, or what became of it."""
    texts, name_of, opened = see.texts, see.name_of, notice.about["offer"]
    asked = item.offered
    if asked is not None and asked.opened == opened:
        buttons = answers(item, asked, texts, name_of(asked.by), see.today)
        return _question(item, asked, see, ui.actions(*buttons))
    ended = answer(see.ctx.uow, item, opened)
    if ended is None:
        return None
    names = name_of(ended.who), name_of(ended.after.owner)
    outcome = texts.offer_outcome(_outcome(ended), ended.after, ended.offer, *names, see.today)
    return _question(ended.before, ended.offer, see, ui.section(outcome))


def _question(item: ActionItem, asked: CounterOffer, see: See, behind: Block) -> Message:
    """`item`: as it was when it was asked; `behind`: the answers, or what became of it."""
    names = see.name_of(asked.by), see.name_of(asked.owner)
    question = see.texts.offer_question(item, asked, *names, see.today)
    about = see.texts.offer_about(item, see.ctx.project.channel)
    ended = [behind.text.text] if isinstance(behind, SectionBlock) and behind.text else []
    return Message("\n".join((question, *ended)), [ui.section(question), ui.context(about), behind])


def kept_it(item: ActionItem, see: See, notice: Notice) -> Message:
    """To the owner, how it was answered."""
    texts, opened = see.texts, notice.about["offer"]
    ended, today = answer(see.ctx.uow, item, opened), see.today
    text = texts.offer_open_again(item)
    if ended is not None and not (item.offered and item.offered.opened == opened):
        by, after, outcome = see.name_of(ended.who), ended.after, _outcome(ended)
        if outcome in (Outcome.moved, Outcome.given):
            text = texts.offer_agreed(after, ended.offer, by, see.name_of(after.owner), today)
        elif outcome is Outcome.taken_back:
            text = texts.offer_taken_back(after, ended.offer, today)
        else:
            text = texts.offer_kept(after, ended.offer, by, today)
    about = texts.offer_place(item, see.ctx.project.channel)
    return Message(text, [ui.section(text), ui.context(about)])


def answers(
    item: ActionItem, asked: CounterOffer, texts: Texts, by: str, today: date
) -> list[InteractiveElement]:
    """The two ways to answer a counter-offer; `by`: the name of who made it."""
    seen = f"{item.project_id}:{item.number}:{asked.made}"
    keep = ui.button(texts.keep(item, asked, by, today), action=KEEP_IT, value=seen)
    if asked.asked is Asked.owner and asked.owner is None:
        return [ui.person_picker(texts.choose_owner(), action=f"{GIVE}/{seen}"), keep]
    return [ui.button(texts.agree(), action=AGREE, value=seen, style="primary"), keep]


def _outcome(ended: Answer) -> Outcome:
    before, after = ended.before, ended.after
    if not after.open:
        return Outcome.done if after.status == Status.done else Outcome.cancelled
    if ended.what == KEEP:
        return Outcome.kept
    if after.owner != before.owner:
        return Outcome.given
    if after.due != before.due:
        return Outcome.moved
    theirs = ended.who == ended.offer.by and ended.what in (TAKEN_BACK, UNDONE)
    return Outcome.taken_back if theirs else Outcome.withdrawn


SNOOZE_FORM = "action_items.snooze_form"
DAY, TIME = "day", "time"


def snoozed(request: Click) -> Reply:
    project_id, number, choice = request.value.split(":")
    ctx = request.of(int(project_id))
    if Snooze(choice) is Snooze.pick:
        return _snooze_form(ctx, int(number), request)
    until = snooze.snooze(ctx, int(number), Snooze(choice))
    return _until(ctx, int(number), until, Snooze(choice), request.texts)


def _snooze_form(ctx: Context, number: int, request: Click) -> Reply:
    texts, item = request.texts, snooze.to_snooze(ctx, number)
    tomorrow = local(ctx.now, ctx.who.zone).date() + timedelta(days=1)
    morning = preferences_of(ctx.uow, ctx.who).morning
    day = ui.field(texts.snooze_day(), ui.date_input(tomorrow), block_id=DAY)
    time = ui.field(texts.snooze_time(), ui.time_input(morning), block_id=TIME)
    return _form(request, item, SNOOZE_FORM, texts.snooze_form(), [day, time], texts.save())


def snooze_picked(request: Submission) -> Reply:
    ctx, number = request.of(request.about["project"]), request.about["number"]
    day, at = request.fields.date(DAY), request.fields.time(TIME)
    assert day is not None and at is not None  # Slack sends no form without a field that is needed
    until = snooze.snooze_to(ctx, number, datetime.combine(day, at))
    return _until(ctx, number, until, Snooze.pick, request.texts)


def _until(ctx: Context, number: int, until: datetime, choice: Snooze, texts: Texts) -> Reply:
    """Said at once: a morning may be later than they thought."""
    today = local(ctx.now, ctx.who.zone).date()
    return say(texts.snoozed_until(get(ctx, number), local(until, ctx.who.zone), choice, today))
