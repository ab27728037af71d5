"""What people do with sent minutes: correct them, answer who proposes a correction, adopt them."""

import re
from functools import partial

from slack_sdk.models.blocks import Block, InputInteractiveElement
from slack_sdk.models.views import View

from bot.core.calendar import local
from bot.core.jobs import Notice
from bot.core.language import Both
from bot.core.people import Person
from bot.minutes import amend
from bot.minutes.model import Minutes, Status
from bot.minutes.notifications import REMARK
from bot.minutes.noun import MINUTES, may_correct
from bot.minutes.parts import Amendment
from handlers.minutes.views import note_blocks, refd
from handlers.records.notices import in_person
from handlers.records.views import FALLBACK
from handlers.slack import subcommands, ui
from handlers.slack.registry import Registry
from handlers.slack.reply import Message, Open, Reply, Say, sentence
from handlers.slack.request import Click, Command, Request, See, Submission
from handlers.slack.subcommands import Subcommand

CORRECT, CORRECT_FORM = "minutes.correct", "minutes.correct_form"
TAKE, LEAVE = "minutes.remark_take", "minutes.remark_leave"
FIELDS = ("record", "text", "wrong", "right", "attendees", "remark")
"""Of the form, as the corrections that they make."""
SHOWN = 3
"""Corrections in a headline, the last ones."""
_CORRECT = Subcommand(
    Both("correct|amend", "verbeter|verbeteren|corrigeer"),
    re.compile(r"(?:[A-Za-z]-)?\d{1,6}(?:[\s,:]+\S.*)?", re.DOTALL),
    Both("3 12 May -> 13 May", "3 12 mei -> 13 mei"),
)


def register(registry: Registry) -> None:
    registry.subcommand("minutes", _CORRECT, correct_typed)
    registry.click(CORRECT, correct_pressed)
    registry.submission(CORRECT_FORM, correct_filled_in)
    registry.click(TAKE, partial(answered, take=True))
    registry.click(LEAVE, partial(answered, take=False))
    registry.notice(REMARK, in_person(MINUTES, remark))


def correct_typed(request: Command, rest: str) -> Reply:
    ctx, number = request.here, subcommands.number(rest)
    words = request.plain(re.sub(r"^\S*?\d+[\s,:]*", "", rest, count=1))
    if not words:
        return _form(request, amend.correctable(ctx, number))
    return _said(request, amend.correct(ctx, number, **amend.typed(words)), See(ctx, request.texts))


def correct_pressed(request: Click) -> Reply:
    project_id, number, *_version = refd(request.value)
    return _form(request, amend.correctable(request.of(project_id), number))


def correct_filled_in(request: Submission) -> Reply:
    about, fields = request.about, request.fields
    ctx = request.of(about["project"])
    see = See(ctx, request.texts)
    typed = {name: fields.text(name) or "" for name in FIELDS}
    names, shown = typed.pop("attendees"), _names(amend.correctable(ctx, about["number"]), see)
    there = None if names == shown else names
    return _said(request, amend.correct(ctx, about["number"], **typed, attendees=there), see)


def _form(request: Request, minutes: Minutes) -> Reply:
    ctx = request.of(minutes.project_id)
    return Open(correct_form(minutes, See(ctx, request.texts)))


def correct_form(minutes: Minutes, see: See) -> View:
    texts, made = see.texts, amend.records_of(minutes)
    inputs: dict[str, InputInteractiveElement] = {
        name: ui.text_input(multiline=name in ("text", "remark")) for name in FIELDS
    }
    inputs["attendees"] = ui.text_input(initial=_names(minutes, see), multiline=True)
    if made:
        options = [ui.option(f"{name} {text}", name) for name, text in made.items()]
        inputs["record"] = ui.choice(options[:100])
    fields = [
        ui.field(label, inputs[name], block_id=name, optional=True)
        for name, label in zip(FIELDS, texts.minutes_correct_fields(), strict=True)
        if made or name not in ("record", "text")
    ]
    intro = ui.context(texts.minutes_correct_intro(decides=may_correct(see.ctx, minutes)))
    title, about = texts.minutes_correct(), {"project": minutes.project_id, "number": minutes.number}
    return ui.form(texts, title, [intro, *fields], callback=CORRECT_FORM, about=about, submit=title)


def _names(minutes: Minutes, see: See) -> str:
    return ", ".join(map(see.name_of, minutes.attendees))


def _said(request: Request, minutes: Minutes, see: See) -> Reply:
    """What was understood; with what takes it back, where it holds at once."""
    texts, last = request.texts, minutes.amended[-1]
    what = said_by(last, see)
    if last.proposed:
        return Say(sentence(texts.minutes_remark_is_with(see.name_of(minutes.author), what)))
    undo = ui.button(texts.undo(), action="minutes.record.undo/said", value=minutes.ref)
    return Say(sentence(texts.minutes_are_corrected(minutes, what), undo))


def answered(request: Click, *, take: bool) -> Reply:
    project_id, number, amendment = refd(request.value)
    amend.answer(request.of(project_id), number, amendment, take=take)
    return Reply()


def remark(minutes: Minutes, see: See, _person: Person, notice: Notice) -> Message | None:
    """To who decides on it; afterwards what became of it."""
    known_by, texts = notice.about["amendment"], see.texts
    found = next((each for each in minutes.amended if each.id == known_by), None)
    if found is None or not found.proposed:
        log = see.ctx.uow.log.of_item(minutes.project_id, MINUTES.name, minutes.number)
        # One change made it, the next version.
        who = next(see.name_of(each.who) for each in log if (each.after or {}).get("version") == known_by + 1)
        return sentence(texts.minutes_remark_answered(minutes, who, taken=found is not None))
    said = texts.minutes_remark(minutes, see.name_of(found.by), said_by(found, see))
    if minutes.status == Status.adopted:
        return sentence(said)
    yes, no = texts.minutes_remark_buttons()
    value = f"{minutes.project_id}:{minutes.number}:{known_by}"
    buttons = (
        ui.button(yes, action=TAKE, value=value, style="primary"),
        ui.button(no, action=LEAVE, value=value),
    )
    return Message(said, [ui.section(said), ui.actions(*buttons)])


def own_topics(minutes: Minutes, user: str) -> list[Block]:
    """The confidential topics that this person may read."""
    return note_blocks("\n\n".join(minutes.topics_for(user)))


def corrections(minutes: Minutes, see: See) -> list[Block]:
    """Beneath a headline: that they are adopted, and what was corrected last, by whom and when."""
    texts, made = see.texts, minutes.corrections
    told = [texts.minutes_adopted(minutes.adopted_on, see.today)] if minutes.adopted_on else []
    for each in reversed(made[-SHOWN:]):
        day = local(each.at, see.ctx.project.zone).date()
        told.append(texts.minutes_corrected(said_by(each, see), see.name_of(each.by), day, see.today))
    if len(made) > SHOWN:
        told.append(texts.minutes_corrected_before(len(made) - SHOWN))
    return [ui.context(ui.clip_marked("\n".join(told), FALLBACK))] if told else []


def said_by(it: Amendment, see: See) -> str:
    return see.texts.minutes_amendment(it, [*map(see.name_of, it.attendees or ())])
