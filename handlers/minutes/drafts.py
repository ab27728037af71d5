"""The looks of a concept: the proposals to go through, and the form of one."""

from collections.abc import Sequence

from slack_sdk.models.blocks import Block, InteractiveElement
from slack_sdk.models.views import View

from bot.minutes.model import Item, Minutes, Verdict
from bot.minutes.noun import PROPOSAL
from bot.texts import Texts
from handlers.minutes.desk import DESK
from handlers.minutes.views import ref
from handlers.records.desk import Form
from handlers.records.form_views import form as record_form
from handlers.records.views import menu, turns, verb_options
from handlers.slack import ui
from handlers.slack.reply import Message

ACCEPT, DROP, REOPEN = "minutes.accept", "minutes.drop", "minutes.reopen"
EDIT, OWNER = "minutes.edit", "minutes.owner"
ACCEPT_ALL, SEND, PAGES = "minutes.accept_all", "minutes.send", "minutes.page"
PROPOSALS = Form(PROPOSAL, actions="minutes.proposal")
PAGE = 6
TEXT, FACTS, QUOTE, PRESENT = 500, 300, 200, 1000
"""Characters of a proposal, of what is known of it, of its line in the notes, and of all who were there: so
that a page fits in a message. The whole of a proposal stands in its form."""


def concept(minutes: Minutes, page: int, present: Sequence[str], project_name: str, texts: Texts) -> Message:
    title, items = texts.concept_title(minutes), minutes.proposals
    said = texts.concept_found(minutes) if items else texts.concept_nothing_found()
    page = max(0, min(page, (len(items) - 1) // PAGE))
    blocks: list[Block] = [
        ui.header(title),
        ui.context(ui.clip_marked(texts.concept_facts(minutes, present), PRESENT)),
        ui.section(said),
        ui.actions(*_of_all(minutes, project_name, texts)),
    ]
    for index in range(page * PAGE, min(len(items), (page + 1) * PAGE)):
        blocks += _proposal(minutes, index, items[index], texts)
    return Message(f"{texts.concept_headline(minutes)}\n{said}", [*blocks, *_pages(minutes, page, texts)])


def _of_all(minutes: Minutes, project_name: str, texts: Texts) -> list[InteractiveElement]:
    left_out = minutes.count(Verdict.proposed)
    really = ui.confirm(
        texts.concept_send(),
        texts.concept_send_really(left_out, project_name),
        yes=texts.concept_send(),
        no=texts.cancel(),
    )
    value = f"{ref(minutes)}:{minutes.version}"
    send = ui.button(texts.concept_send(), action=SEND, value=value, style="primary", confirm=really)
    edit = (DESK.action("edit"), texts.edit())
    more = menu(DESK, minutes, texts, edit, *verb_options(DESK, texts))
    if not left_out:
        return [send, more]
    return [ui.button(texts.concept_accept_all(), action=ACCEPT_ALL, value=ref(minutes)), send, more]


def _proposal(minutes: Minutes, index: int, item: Item, texts: Texts) -> list[Block]:
    title = texts.proposal_title(index + 1, item)
    quote = ui.clip(" ".join(item.quote.split()), QUOTE)
    line = texts.proposal_quote(item.model_copy(update={"quote": quote}))
    return [
        ui.section(ui.clip_marked(title, TEXT)),
        ui.context_beside(ui.clip_marked(texts.proposal_facts(item), FACTS), line),
        ui.actions(*_of_one(f"{ref(minutes)}:{index}", item, texts)),
    ]


def _of_one(value: str, item: Item, texts: Texts) -> list[InteractiveElement]:
    edit = ui.button(texts.edit(), action=EDIT, value=value)
    if item.verdict is not Verdict.proposed:
        return [edit, ui.button(texts.proposal_reopen(), action=REOPEN, value=value)]
    elements: list[InteractiveElement] = [
        ui.button(texts.proposal_accept(item), action=ACCEPT, value=value),
        edit,
        ui.button(texts.proposal_drop(), action=DROP, value=value),
    ]
    if item.unclear:
        return [ui.person_picker(texts.choose_owner(), action=f"{OWNER}/{value}"), *elements]
    return elements


def _pages(minutes: Minutes, page: int, texts: Texts) -> list[Block]:
    pages = (len(minutes.items) - 1) // PAGE + 1
    if pages < 2:
        return []
    before, behind = page - 1 if page else None, page + 1 if page + 1 < pages else None
    buttons = turns(before, behind, PAGES, lambda to: f"{ref(minutes)}:{to}", texts)
    return [ui.context(texts.concept_page(page + 1, pages)), *buttons]


def proposal_form(minutes: Minutes, index: int, texts: Texts, channel: str) -> View:
    """`channel`: where to answer."""
    item = minutes.proposals[index]
    about = {"project": minutes.project_id, "minutes": minutes.number, "number": index + 1}
    more = {"version": item.version, "channel": channel}
    return record_form(PROPOSALS, item.model_dump(), texts, {**about, **more}, turn=item.version)
