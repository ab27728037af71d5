"""The looks of a concept: the proposals to go through, and the form of one."""

from collections.abc import Sequence

from slack_sdk.models import blocks as kit
from slack_sdk.models.views import View

from bot.minutes.draft import MOST_ITEMS
from bot.minutes.maybe import maybe_actions
from bot.minutes.model import Item, Minutes, Status, Verdict
from bot.minutes.noun import PROPOSAL
from bot.minutes.parts import ModelReading
from bot.minutes.review import choices
from bot.texts import Texts
from handlers.minutes import review
from handlers.minutes.desk import DESK
from handlers.records.desk import Form
from handlers.records.form_views import form as record_form
from handlers.records.views import menu, turns, verb_options
from handlers.slack import ui
from handlers.slack.reply import Message
from handlers.slack.request import See

ACCEPT, DROP, REOPEN = "minutes.accept", "minutes.drop", "minutes.reopen"
EDIT, OWNER = "minutes.edit", "minutes.owner"
ACCEPT_ALL, SEND, PAGES = "minutes.accept_all", "minutes.send", "minutes.page"
STOP_MODEL = "minutes.stop_model"
MORE = "minutes.more"
"""The menu of a proposal; an option holds what it is about and which act it stands for."""
LIST, LIST_FORM = "minutes.list", "minutes.list_form"
KEPT, MAYBE = "kept", "maybe"
"""Groups of ticks in that form, each with the place of its first."""
EVERYTHING = 1
"""Behind the version that a press sends: all goes along that is not left out."""
GROUP = 10
PROPOSALS = Form(PROPOSAL, actions="minutes.proposal")
PAGE = 6
TEXT, QUOTE, PRESENT = 500, 200, 1000
"""Characters of a proposal with what is known of it, of its line in the notes, and of all who were there: so
that a page fits in a message. The whole of a proposal stands in its form."""


def concept(minutes: Minutes, page: int, present: Sequence[str], see: See, reader: str) -> Message:
    texts, shown = see.texts, _shown(minutes)
    said = texts.concept_headline(minutes)
    page = max(0, min(page, (len(shown) - 1) // PAGE))
    facts = ui.clip_marked(texts.concept_facts(minutes, present, see.today), PRESENT)
    blocks: list[kit.Block] = [ui.section(said), ui.context(facts)]
    if reading := minutes.model_reading:
        blocks += map(ui.context, texts.model_came_to(reading))
    if minutes.topics:
        blocks.append(ui.context(_confidential(minutes, see)))
    if beyond := minutes.told.beyond:
        blocks.append(ui.context(texts.concept_beyond(beyond, MOST_ITEMS)))
    if not shown:
        blocks.append(ui.section(texts.concept_nothing_found()))
    blocks += review.news(minutes, see, reader)
    blocks.append(ui.actions(*_of_all(minutes, see, reader)))
    blocks += [ui.context(review.goes_to(minutes, see, reader)), *review.asked(minutes, see)]
    for index, item in shown[page * PAGE : (page + 1) * PAGE]:
        blocks += _proposal(minutes, index, item, see)
    return Message(f"{said}\n{facts}", [*blocks, *_pages(minutes, page, len(shown), texts)])


def _shown(minutes: Minutes) -> list[tuple[int, Item]]:
    """Proposals with their places, but for those of a topic that was made confidential."""
    return [(at, item) for at, item in enumerate(minutes.proposals) if _is_shown(item)]


def _is_shown(item: Item) -> bool:
    return item.verdict is not Verdict.confidential


def _confidential(minutes: Minutes, see: See) -> str:
    readers = dict.fromkeys(see.name_of(user) for each in minutes.topics for user in each.readers)
    unknown = dict.fromkeys(name for each in minutes.topics for name in each.unknown)
    lines = [(topic.first, topic.last) for topic in minutes.topics]
    return see.texts.minutes_confidential(lines, [*readers], [*unknown])


def model_reads(minutes: Minutes, reading: ModelReading, texts: Texts) -> Message:
    """Until it is a concept."""
    said = texts.model_reads(minutes, reading)
    cancel = ui.button(texts.model_cancel(), action=STOP_MODEL, value=minutes.key)
    return Message(said, [ui.section(said), ui.actions(cancel)])


def _of_all(minutes: Minutes, see: See, reader: str) -> list[kit.InteractiveElement]:
    texts, items = see.texts, minutes.proposals
    going = sum(item.goes for item in items)
    found = sum(item.live for item in items)
    goes = review.goes_to(minutes, see, reader, texts.concept_channel(see.ctx.project.name))
    title, question, yes = texts.concept_send_really(found - going, goes)
    checks = minutes.status == Status.checking and reader == minutes.chair
    send = ui.button(
        texts.chair_sends() if checks else texts.concept_send(going, found),
        action=SEND,
        value=f"{minutes.key}:{minutes.version}:{EVERYTHING}",
        style="primary",
        confirm=ui.confirm(title, question, yes=yes, no=texts.cancel()),
    )
    maybe = len(maybe_actions(minutes.open_notes, {item.line for item in items}))
    edits = [(texts.concept_edit_list(), LIST)] if any(map(_is_shown, items)) else []
    edits += [(texts.concept_maybe(maybe), f"{LIST}/{MAYBE}")] if maybe else []
    edits += [(texts.confidential_mark(), review.MARK)] if choices(minutes) else []
    lists = [ui.button(label, action=action, value=minutes.key) for label, action in edits]
    accept = [(ACCEPT_ALL, texts.concept_accept_all())] if minutes.count(Verdict.proposed) else []
    edit = (DESK.action("edit"), texts.edit())
    checked = review.buttons(minutes, see, reader)
    first = [send] if checked is None else [send, *checked] if checks else checked
    return [*first, *lists, menu(DESK, minutes, texts, edit, *accept, *verb_options(DESK, minutes, texts))]


def _proposal(minutes: Minutes, index: int, item: Item, see: See) -> list[kit.Block]:
    """Its line in the notes only where that says something else."""
    texts, value = see.texts, f"{minutes.key}:{index}"
    title = texts.proposal_title(index + 1, item, see.name_of(item.owner), see.today)
    blocks: list[kit.Block] = [ui.section(ui.clip_marked(title, TEXT), accessory=_of_one(value, item, texts))]
    quote = " ".join(item.quote.split())
    if item.by_model or " ".join(item.text.split()).lower() not in quote.lower():
        line = texts.proposal_quote(item.evolve(quote=ui.clip(quote, QUOTE)))
        blocks.append(ui.context_beside("", line))
    return [*blocks, *review.twin(minutes, index, item, see)]


def _of_one(value: str, item: Item, texts: Texts) -> kit.OverflowMenuElement:
    """⋯"""
    acts = [(EDIT, texts.edit()), (review.SOURCE, texts.proposal_source())]
    if item.verdict is Verdict.dropped:
        acts.append((REOPEN, texts.proposal_reopen()))
    else:
        undecided = item.unclear and item.verdict is Verdict.proposed
        acts += [(ACCEPT, texts.proposal_accept())] if undecided else []
        acts.append((DROP, texts.proposal_drop()))
    return ui.overflow([ui.option(label, f"{value}:{action}") for action, label in acts], action=MORE)


def list_form(minutes: Minutes, see: See) -> View:
    """All proposals, ticked unless they are left out; and lines that may be actions, not ticked."""
    texts, shown = see.texts, _shown(minutes)

    ticked = [at for at, item in shown if item.verdict is not Verdict.dropped]

    def ticks(found: Sequence[tuple[int, Item]]) -> kit.CheckboxesElement:
        options = [
            kit.Option(
                text=ui.plain(" ".join(item.text.split()), ui.OPTION),
                value=str(index),
                description=ui.plain(
                    texts.proposal_facts(item, see.name_of(item.owner), see.today), ui.OPTION
                ),
            )
            for index, item in found
        ]
        kept = [str(at) for at, _ in found if at in ticked]
        return ui.ticks(options, initial=kept)

    blocks: list[kit.Block] = [
        ui.field(
            texts.concept_list_found(),
            ticks(shown[first : first + GROUP]),
            block_id=f"{KEPT}_{first}",
            optional=True,
        )
        for first in range(0, len(shown), GROUP)
    ]
    maybe = maybe_actions(minutes.open_notes, {item.line for _, item in shown})
    for first in range(0, len(maybe), GROUP):
        options = [ui.option(text, str(line)) for line, text in maybe[first : first + GROUP]]
        label, block_id = texts.concept_list_maybe(), f"{MAYBE}_{first}"
        blocks.append(ui.field(label, ui.ticks(options), block_id=block_id, optional=True))
    about = {"project": minutes.project_id, "number": minutes.number, "ticked": ticked}
    return ui.form(texts, texts.concept_list_title(), blocks, callback=LIST_FORM, about=about)


def _pages(minutes: Minutes, page: int, shown: int, texts: Texts) -> list[kit.Block]:
    pages = (shown - 1) // PAGE + 1
    if pages < 2:
        return []
    before, behind = page - 1 if page else None, page + 1 if page + 1 < pages else None
    buttons = turns(before, behind, PAGES, lambda to: f"{minutes.key}:{to}", texts)
    return [ui.context(texts.concept_page(page + 1, pages)), *buttons]


def proposal_form(minutes: Minutes, index: int, texts: Texts, channel: str) -> View:
    """`channel`: where to answer."""
    item = minutes.proposals[index]
    about = {"project": minutes.project_id, "minutes": minutes.number, "number": index + 1}
    more = {"version": item.version, "channel": channel}
    return record_form(PROPOSALS, item.model_dump(), texts, {**about, **more}, turn=item.version)
