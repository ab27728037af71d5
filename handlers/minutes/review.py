"""What a concept asks and shows before it is sent: people, dates, open items, sources, confidential topics;
the chair's look."""

from datetime import date
from functools import partial

from slack_sdk.models.blocks import Block, InteractiveElement

from bot.action_items.model import ActionItems
from bot.core.errors import REASON_LIMIT
from bot.minutes import find as use
from bot.minutes import review, send
from bot.minutes.audience import audience
from bot.minutes.compared import changes
from bot.minutes.confidential import ConfidentialTopic
from bot.minutes.model import Becomes, Item, Minutes, ProposalKind, Status
from bot.minutes.review import Question, choices, mark
from bot.text.sentences import channel, esc, strong
from bot.texts import Texts
from handlers.minutes.views import acted, refd
from handlers.slack import ui
from handlers.slack.registry import Registry
from handlers.slack.reply import Open, Reply
from handlers.slack.request import Click, See, Submission

WHO, WHEN, FATE, SOURCE = "minutes.who", "minutes.when", "minutes.fate", "minutes.source"
"""Behind the slash of WHO and WHEN stand the minutes, a choice or `CHOOSE`, and what was written."""
CHOOSE, NONE = "choose", "none"
TO_CHAIR, TAKE_BACK = "minutes.to_chair", "minutes.take_back"
GIVE_BACK, REMARK = "minutes.give_back", "minutes.remark"
MOST, GUESSES = 3, 2
"""Questions at a time, and buttons with whom a name may mean."""
LINE = 500
MARK, TOPIC_FORM = "minutes.confidential", "minutes.confidential_form"
TOPIC, READERS = "topic", "readers"
MOST_TOPICS = 100
"""Options in a menu."""


def register(registry: Registry) -> None:
    registry.click(WHO, who_answered)
    registry.click(WHEN, when_answered)
    registry.click(FATE, fate_chosen)
    registry.click(SOURCE, source_pressed)
    registry.click(TO_CHAIR, partial(acted, send.to_chair))
    registry.click(TAKE_BACK, partial(acted, send.take_back))
    registry.click(GIVE_BACK, give_back_pressed)
    registry.submission(REMARK, given_back)
    registry.click(MARK, topic_pressed)
    registry.submission(TOPIC_FORM, topic_marked)


def goes_to(minutes: Minutes, see: See, reader: str, place: str = "") -> str:
    """In a sentence; `place`: the channel's in plain text, where there can be no link."""
    found = audience(see.ctx, minutes, send.chair_of(see.ctx, minutes) or reader)
    safe = str if place else esc
    people, absent = ([safe(see.name_of(user)) for user in users] for users in (found.people, found.absent))
    return see.texts.goes_to(place or channel(see.ctx.project.channel), people, absent, len(found.owners))


def asked(minutes: Minutes, see: See) -> list[Block]:
    """The first questions that are open, each with what may be the answer."""
    found, blocks = review.questions(see.ctx, minutes), list[Block]()
    for question in found[:MOST]:
        blocks += _asked(minutes, question, see)
    if more := len(found[MOST:]):
        blocks.append(ui.context(see.texts.asked_later(more)))
    return blocks


def _asked(minutes: Minutes, question: Question, see: See) -> list[Block]:
    texts, said = see.texts, question.said

    def action(kind: str, choice: str) -> str:
        return f"{kind}/{minutes.key}:{choice}:{said}"

    if question.match is None:
        day = ui.date_picker(texts.choose_date(), action=action(WHEN, CHOOSE))
        never = ui.button(texts.when_never(), action=action(WHEN, NONE))
        return [ui.section(texts.when_is(said)), ui.actions(day, never)]
    users = question.match.users
    people = see.ctx.uow.people.get_many(see.ctx.project.team, users)
    guesses = {user: people[user].full_name or people[user].name for user in users}
    several, guess = len(users) > 1, next(iter(guesses.values()), "")
    elements: list[InteractiveElement] = [
        ui.button(texts.who_it_is(name, several), action=action(WHO, user))
        for user, name in list(guesses.items())[:GUESSES]
    ]
    elements.append(ui.person_picker(texts.who_else(bool(users)), action=action(WHO, CHOOSE)))
    elements.append(ui.button(texts.who_nobody(), action=action(WHO, NONE)))
    return [ui.section(texts.who_is(said, guess, several)), ui.actions(*elements)]


def twin(minutes: Minutes, index: int, item: Item, see: See) -> list[Block]:
    """What becomes of the open action item that says the same."""
    texts, ctx = see.texts, see.ctx
    there = ctx.uow.of(ActionItems).get(ctx.project.id, item.twin) if item.twin else None
    if there is None or item.kind is ProposalKind.decision or not item.live:
        return []
    told = changes(item, there)
    changed = see.name_of(told.get("owner")) if item.becomes is Becomes.changed else ""
    line = texts.twin_line(item, there, see.name_of(there.owner), changed, see.today)
    fates = [Becomes.changed] if told or item.becomes is Becomes.changed else []
    options = [
        ui.option(texts.fate(each, there.number), each)
        for each in (*fates, Becomes.named, Becomes.closed, Becomes.new)
    ]
    action = f"{FATE}/{minutes.key}:{index}:{item.version}"
    return [ui.context(line), ui.actions(ui.choice(options, initial=item.becomes, action=action))]


def buttons(minutes: Minutes, see: See, reader: str) -> list[InteractiveElement] | None:
    """In place of Send, where the chair looks first; None where who reads them may send them."""
    texts, chair = see.texts, send.chair_of(see.ctx, minutes)
    if chair is None or reader == chair:
        back = ui.button(texts.chair_gives_back(), action=GIVE_BACK, value=minutes.key)
        return None if minutes.status != Status.checking or reader != minutes.chair else [back]
    if minutes.status == Status.checking:
        return [ui.button(texts.take_back(), action=TAKE_BACK, value=minutes.key)]
    label = texts.concept_to_chair(see.name_of(chair))
    return [ui.button(label, action=TO_CHAIR, value=minutes.key, style="primary")]


def news(minutes: Minutes, see: See, reader: str) -> list[Block]:
    """How it stands with the chair."""
    texts, chair = see.texts, see.name_of(minutes.chair)
    if minutes.status == Status.checking and reader == minutes.chair:
        return [ui.context(texts.concept_asks_chair(see.name_of(minutes.author)))]
    if minutes.status == Status.checking:
        return [ui.context(texts.concept_with_chair(chair))]
    return [ui.context(texts.concept_given_back(chair, minutes.remark))] if minutes.remark else []


def who_answered(request: Click) -> None:
    project_id, number, choice, said = request.subject.split(":", 3)
    user = request.value if choice == CHOOSE else choice
    answer = None if choice == NONE else user
    review.answer_who(request.of(int(project_id)), int(number), said, answer)


def when_answered(request: Click) -> None:
    project_id, number, choice, said = request.subject.split(":", 3)
    due = date.fromisoformat(request.value) if choice == CHOOSE else None
    review.answer_when(request.of(int(project_id)), int(number), said, due)


def fate_chosen(request: Click) -> None:
    project_id, number, index, _version = refd(request.subject)
    review.choose_fate(request.of(project_id), number, index, Becomes(request.value))


def source_pressed(request: Click) -> Reply:
    """The lines that it stands on, with one before and one after."""
    project_id, number, index = refd(request.value)
    ctx, texts = request.of(project_id), request.texts
    minutes = use.in_charge(ctx, number)
    item, lines = review.item_of(minutes, index), minutes.notes_for(ctx.who.user).split("\n")
    own = {item.line, *item.more}
    told = [
        f"{at}  {(strong if at in own else esc)(ui.clip(lines[at - 1].strip(), LINE))}"
        for at in range(max(1, min(own) - 1), min(len(lines), max(own) + 1) + 1)
    ]
    shown = ui.clip_marked("\n".join(told), ui.SECTION)
    title, close = texts.source_title(), texts.close()
    return Open(ui.modal(title, [ui.section(shown)], callback=SOURCE, submit=None, close=close))


def give_back_pressed(request: Click) -> Reply:
    project_id, number = refd(request.value)
    send.checked_by(request.of(project_id), number)
    texts = request.texts
    remark = ui.text_input(multiline=True, limit=REASON_LIMIT)
    field = ui.field(texts.chair_remark(), remark, block_id="remark")
    title, about = texts.chair_give_back(), {"project": project_id, "number": number}
    return Open(ui.form(texts, title, [field], callback=REMARK, about=about, submit=title))


def given_back(request: Submission) -> None:
    about = request.about
    ctx = request.of(about["project"])
    send.give_back(ctx, about["number"], request.fields.text("remark") or "")


def topic_pressed(request: Click) -> Reply:
    project_id, number = refd(request.value)
    ctx, texts = request.of(project_id), request.texts
    minutes = use.in_charge(ctx, number)
    lines = minutes.notes_for(ctx.who.user).split("\n")
    options = [
        ui.option(_named_topic(lines[each.first - 1], each, each in minutes.topics, texts), str(each.first))
        for each in choices(minutes)[:MOST_TOPICS]
    ]
    blocks = [
        ui.field(texts.confidential_topic(), ui.choice(options), block_id=TOPIC),
        ui.field(
            texts.confidential_readers(),
            ui.people_input(),
            block_id=READERS,
            hint=texts.confidential_hint(),
            optional=True,
        ),
    ]
    title, about = texts.confidential_title(), {"project": project_id, "number": number}
    submit = texts.confidential_mark_it()
    return Open(ui.form(texts, title, blocks, callback=TOPIC_FORM, about=about, submit=submit))


def _named_topic(title: str, topic: ConfidentialTopic, marked: bool, texts: Texts) -> str:
    """`title`: its first line."""
    facts = texts.confidential_lines(topic.first, topic.last, marked=marked)
    return f"{ui.clip(title.strip(' #*_'), ui.OPTION - len(facts) - 1)} {facts}"


def topic_marked(request: Submission) -> None:
    about, fields = request.about, request.fields
    ctx = request.of(about["project"])
    mark(ctx, about["number"], int(fields.text(TOPIC) or 0), fields.many(READERS))
