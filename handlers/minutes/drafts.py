"""The looks of a concept: the form for notes, the proposals to go through, and the form of one."""

import json
from collections.abc import Sequence
from datetime import date

from slack_sdk.models.blocks import Block, InputInteractiveElement, InteractiveElement
from slack_sdk.models.views import View

from bot.core.limits import TEXT_LIMIT
from bot.minutes.model import ACTION, DECISION, TITLE_LIMIT, Item, Minutes, Verdict
from bot.texts import Texts
from handlers.minutes.views import ref
from handlers.slack import ui
from handlers.slack.reply import Message

FORM = "minutes.form"
ACCEPT, DROP, REOPEN = "minutes.accept", "minutes.drop", "minutes.reopen"
EDIT, EDITED, OWNER = "minutes.edit", "minutes.edited", "minutes.owner"
ACCEPT_ALL, SEND, PAGES = "minutes.accept_all", "minutes.send", "minutes.page"
NOTES_FIELDS = ("notes", "notes_2", "notes_3", "notes_4")
PAGE = 6
TEXT, FACTS, QUOTE, PRESENT = 500, 300, 200, 1000
"""Characters of a proposal, of what is known of it, of its line in the notes, and of all who were there: so
that a page fits in a message. The whole of a proposal stands in its form."""


def form(
    title: str,
    held_on: date,
    texts: Texts,
    *,
    project: int,
    channel: str,
    meeting: int | None,
) -> View:
    """`channel`: where to answer."""
    fields: list[Block] = [
        _field(texts, "title", ui.text_input(initial=title, limit=TITLE_LIMIT)),
        _field(texts, "held_on", ui.date_input(held_on)),
        _field(texts, "notes", ui.text_input(multiline=True)),
    ]
    label = texts.minutes_field("more")
    for name in NOTES_FIELDS[1:]:
        fields.append(ui.field(label, ui.text_input(multiline=True), block_id=name, optional=True))
    return ui.modal(
        texts.minutes_form(),
        fields,
        callback=FORM,
        submit=texts.minutes_read(),
        close=texts.cancel(),
        metadata=json.dumps({"project": project, "channel": channel, "meeting": meeting}),
    )


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


def sentence(text: str) -> Message:
    return Message(text, [ui.section(text)])


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
    if not left_out:
        return [send]
    return [ui.button(texts.concept_accept_all(), action=ACCEPT_ALL, value=ref(minutes)), send]


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
    turns = ((texts.list_previous(), page - 1), (texts.list_next(), page + 1))
    buttons = [
        ui.button(label, action=f"{PAGES}/{to}", value=f"{ref(minutes)}:{to}")
        for label, to in turns
        if 0 <= to < pages
    ]
    return [ui.context(texts.concept_page(page + 1, pages)), ui.actions(*buttons)]


def proposal_form(minutes: Minutes, index: int, texts: Texts, *, channel: str, owner: str | None) -> View:
    item = minutes.proposals[index]
    kinds = [ui.option(texts.proposal_kind(kind), kind) for kind in (ACTION, DECISION)]
    about = {"project": minutes.project_id, "number": minutes.number, "index": index, "version": item.version}
    return ui.modal(
        texts.proposal_form(),
        [
            _field(texts, "kind", ui.choice(kinds, initial=item.kind)),
            _field(texts, "text", ui.text_input(initial=item.text, multiline=True, limit=TEXT_LIMIT)),
            _field(texts, "owner", ui.person_input(owner), optional=True),
            _field(texts, "due", ui.date_input(item.due), optional=True),
        ],
        callback=EDITED,
        submit=texts.save(),
        close=texts.cancel(),
        metadata=json.dumps({**about, "channel": channel}),
    )


def _field(texts: Texts, name: str, element: InputInteractiveElement, *, optional: bool = False) -> Block:
    return ui.field(
        texts.minutes_field(name), element, block_id=name, hint=texts.minutes_hint(name), optional=optional
    )
