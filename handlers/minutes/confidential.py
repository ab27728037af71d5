"""The form in which a topic of a concept is made confidential."""

import json

from bot.minutes import find as use
from bot.minutes.confidential import ConfidentialTopic
from bot.minutes.mark_confidential import choices, mark
from bot.texts import Texts
from handlers.minutes.views import refd
from handlers.slack import ui
from handlers.slack.registry import Registry
from handlers.slack.reply import Open, Reply
from handlers.slack.request import Click, Submission

MARK, FORM = "minutes.confidential", "minutes.confidential_form"
TOPIC, READERS = "topic", "readers"
MOST = 100
"""Options in a menu."""


def register(registry: Registry) -> None:
    registry.click(MARK, pressed)
    registry.submission(FORM, filled_in)


def pressed(request: Click) -> Reply:
    project_id, number = refd(request.value)
    ctx, texts = request.of(project_id), request.texts
    minutes = use.in_charge(ctx, number)
    lines = minutes.notes_for(ctx.who.user).split("\n")
    options = [
        ui.option(_named(lines[each.first - 1], each, each in minutes.topics, texts), str(each.first))
        for each in choices(minutes)[:MOST]
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
    about = json.dumps({"project": project_id, "number": number})
    title, submit, close = texts.confidential_title(), texts.confidential_mark_it(), texts.cancel()
    return Open(ui.modal(title, blocks, callback=FORM, submit=submit, close=close, metadata=about))


def _named(title: str, topic: ConfidentialTopic, marked: bool, texts: Texts) -> str:
    """`title`: its first line."""
    facts = texts.confidential_lines(topic.first, topic.last, marked=marked)
    return f"{ui.clip(title.strip(' #*_'), ui.OPTION - len(facts) - 1)} {facts}"


def filled_in(request: Submission) -> Reply:
    about, fields = request.about, request.fields
    ctx = request.of(about["project"])
    mark(ctx, about["number"], int(fields.text(TOPIC) or 0), fields.many(READERS))
    return Reply()
