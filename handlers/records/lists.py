"""A list of records, page by page: how it looks, is asked for, and is narrowed and opened from its foot."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from slack_sdk.models.blocks import Block, ButtonElement, InteractiveElement

from bot.core import records
from bot.core.context import Context
from bot.core.nouns import R, Verb
from bot.core.record_lists import EVERYWHERE, ME, By, Wanted, choices
from bot.core.records import PAGE, Listed
from handlers.records import views
from handlers.records.desk import Desk, referred
from handlers.records.views import lines
from handlers.records.vocabulary import QUOTES
from handlers.slack import ui
from handlers.slack.reply import Message, Replace, Reply, Say, sentence
from handlers.slack.request import Click, Command, Request, See

LISTED = "listed"
"""Behind the slash of what opens a record beside its list."""
BESIDE = "beside"
"""Behind the slash of what brings up a list and leaves the message that it is pressed in."""
OFFERED = "offered"
"""Stands in what a list is wanted for: the verb whose button stands beside each."""
EVERYTHING = "all"
"""The option of the menu that takes all filters away."""
SUBJECT, IN_MENU = 200, 60
"""Characters of an action's part behind the slash, and of a text in a menu."""
ROW = 330
"""Characters of a row, so that a page fits in a message."""


def listing(desk: Desk[R], page: Listed[R], see: See, command: str, guess: str = "") -> Message:
    """`command` is as the person typed it, for the examples; `guess`: what they may have meant."""
    texts, noun = see.texts, desk.noun
    if not page.records:
        empty = texts.record_list_empty(noun, page.wanted, see.name_of, command, guess, see.ctx.who.user)
        return sentence(empty, *_ways_out(desk, page.wanted, see, command))
    see = See(see.ctx, texts, page.records)
    title = texts.record_list_title(noun, see.ctx.project.name, page.wanted, page.total, see.name_of)
    blocks: list[Block] = [ui.section(title)]
    for group, alike in groupby(page.records, lambda each: desk.group(each, page.wanted, see)):
        blocks += [ui.context(f"*{group}*")] if group else []
        blocks += _rows(desk, [*alike], page.wanted, see)
    if page.after:
        blocks.append(ui.context(texts.and_more(page.after)))
    return Message(title, [*blocks, ui.actions(*_foot(desk, page, see, command))])


def _rows(desk: Desk[R], records: Sequence[R], wanted: Wanted, see: See) -> list[Block]:
    rows = (desk.row(each, wanted, see) if desk.row else desk.line(each, see) for each in records)
    told = [ui.clip_marked(each, ROW) for each in rows]
    if desk.beside is None:
        return lines([f"• {text}" for text in told])
    beside = [desk.beside(each, see) for each in records]
    return [ui.section(text, accessory=button) for text, button in zip(told, beside, strict=True)]


def _foot(desk: Desk[R], page: Listed[R], see: See, command: str) -> Iterator[InteractiveElement]:
    texts, noun = see.texts, desk.noun
    options = [ui.option(_in_menu(desk, each), each.ref) for each in page.records]
    yield ui.menu(texts.list_open(noun), options, action=f"{desk.action('show')}/{LISTED}{page.first}")
    narrower = [ui.option(texts.list_all(noun), EVERYTHING)] if page.wanted.narrowed else []
    narrower += [
        ui.option(texts.list_choice(each.words), f"{each.filter.name}={each.value}")
        for each in choices(noun.filters)
    ]
    subject = _value(see, 0, command, page.wanted)
    if len(subject) > SUBJECT:
        subject = _value(see, 0, command, Wanted())
    yield ui.menu(texts.list_filter(), narrower, action=f"{desk.action('filter')}/{subject}")
    if page.first > 0:
        yield _button(desk, texts.list_previous(), see, max(0, page.first - PAGE), command, page.wanted)
    if page.after > 0:
        yield _button(desk, texts.list_next(), see, page.first + PAGE, command, page.wanted)


def _in_menu(desk: Desk[R], record: R) -> str:
    text = ui.clip(" ".join(desk.noun.text_of(record).split()), IN_MENU)
    return f"{text} · {desk.noun.named(record.number)}"


def _ways_out(desk: Desk[R], wanted: Wanted, see: See, command: str) -> Iterator[ButtonElement]:
    """From a list that holds nothing: without its filters, and with what is not shown as a rule."""
    if not wanted.narrowed:
        return
    texts = see.texts
    yield _button(desk, texts.list_all(desk.noun), see, 0, command, Wanted())
    state = next(each for each in desk.noun.filters if each.by is By.state)
    more = next((value for value in state.values if value not in state.usual), None)
    if more is not None and not wanted.values.get(state.name):
        wider = wanted.narrowed_to(state.name, *state.usual, more)
        yield _button(desk, texts.list_with(state.values[more]), see, 0, command, wider)


def beside(desk: Desk[R], label: str, see: See, command: str, wanted: Wanted) -> ButtonElement:
    """A button that brings up a list beside the message that it stands in."""
    return ui.button(label, action=f"{desk.action('list')}/{BESIDE}", value=_value(see, 0, command, wanted))


def _button(desk: Desk[R], label: str, see: See, first: int, command: str, wanted: Wanted) -> ButtonElement:
    """Another page, or another list; each has an id of its own."""
    value = _value(see, first, command, wanted)
    return ui.button(label, action=f"{desk.action('list')}/{first}:{len(value)}", value=value)


def _value(see: See, first: int, command: str, wanted: Wanted) -> str:
    return f"{see.ctx.project.id}:{first}:{command}:{wanted.model_dump_json(exclude_defaults=True)}"


class Asked(NamedTuple):
    """A list that was asked for by a press."""

    project: int
    first: int
    command: str
    wanted: Wanted


def turned(value: str) -> Asked:
    """By a button."""
    project, first, command, filters = value.split(":", 3)
    return Asked(int(project), int(first), command, Wanted.model_validate_json(filters))


def narrowed(subject: str, chosen: str, user: str) -> Asked:
    """By the menu of filters of the list that `subject` tells, in which `user` chose."""
    was, (name, _, value) = turned(subject), chosen.partition("=")
    wanted = was.wanted.narrowed_to(name, user if value == ME else value) if value else Wanted()
    return was._replace(wanted=wanted)


def offered(desk: Desk[R], verb: Verb[R], request: Request, ctx: Context, typed: str) -> Message:
    """One's own, with the verb's button beside each."""
    wanted = Wanted(values={desk.vocabulary.person: [request.who.user], OFFERED: [verb.name]})
    page = records.listed(ctx, desk.noun, wanted)
    return listing(_offering(desk, wanted, typed), page, See(ctx, request.texts), typed)


def _offering(desk: Desk[R], wanted: Wanted, typed: str) -> Desk[R]:
    """With the button beside each record that the list is wanted for, if any; `typed`: the command."""
    verb = next((each for each in desk.verbs if each.name in wanted.values.get(OFFERED, ())), None)
    if verb is None:
        return desk
    action = f"{desk.action('offered')}/{verb.name}"

    def beside(record: R, look: See) -> ButtonElement:
        return ui.button(look.texts.button_of(verb), action=action, value=f"{record.ref}:{typed}")

    return replace(desk, beside=beside)


def offered_pressed(desk: Desk[R], request: Click) -> Reply:
    """What was done, and what is left."""
    project_id, number, version, typed = request.value.split(":", 3)
    ctx, named, _version = referred(request, f"{project_id}:{number}:{version}")
    verb = next(each for each in desk.verbs if each.name == request.subject)
    look = See(ctx, request.texts)
    done = verb.does(ctx, named)
    told = ui.section(
        ui.clip_marked(desk.line(done, look), ui.SECTION),
        accessory=views.undo_button(desk.noun, done, request.texts, actions=desk.actions),
    )
    left = offered(desk, verb, request, ctx, typed)
    return Replace(Message(left.text, [told, *left.blocks]))


def listed(desk: Desk[R], request: Command, rest: str) -> Reply:
    if desk.everywhere and (rest.lower() in EVERYWHERE or _is_nowhere(request)):
        return Say(desk.everywhere(request))
    ctx = request.here
    page = records.listed(ctx, desk.noun, desk.wanted(request, rest))
    words, quoted = page.wanted.words, any(sign in rest for sign in QUOTES)
    alone = len(words) == 1 and not quoted  # it is a name rather than a word
    guess = desk.vocabulary.meant(request, words) if alone or not page.records else ""
    meant = re.sub(rf"(?<![\w@]){re.escape(guess[1:])}\b", guess, rest, count=1)
    if guess.startswith("@") and meant != rest:
        return listed(desk, request, meant)
    guess = "" if page.records else guess
    return Say(listing(desk, page, See(ctx, request.texts), request.typed, guess))


def _is_nowhere(request: Command) -> bool:
    return request.uow.projects.of_channel(request.who.team, request.channel) is None


def page_turned(desk: Desk[R], request: Click) -> Reply:
    return _again(desk, request, turned(request.value))


def filter_chosen(desk: Desk[R], request: Click) -> Reply:
    return _again(desk, request, narrowed(request.subject, request.value, request.who.user))


def _again(desk: Desk[R], request: Click, asked: Asked) -> Reply:
    ctx, command = request.of(asked.project), asked.command
    page = records.listed(ctx, desk.noun, asked.wanted, asked.first)
    shown = listing(_offering(desk, page.wanted, command), page, See(ctx, request.texts), command)
    return Say(shown) if request.subject == BESIDE else Replace(shown)
