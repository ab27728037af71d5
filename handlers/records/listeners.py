"""A noun's command, buttons and forms, made from its declaration."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from bot.core import records
from bot.core.bulk import in_bulk
from bot.core.context import Context
from bot.core.errors import Misfilled
from bot.core.nouns import R
from bot.core.number_ranges import NUMBERS, numbers
from bot.core.record_lists import EVERYWHERE, Wanted
from bot.core.records import Overtaken
from bot.core.undo import TakenBack, undo, undo_batch, undo_last, undo_of
from bot.core.verbs import Takes, Verb
from handlers.records import views
from handlers.records.desk import Change, Desk, FormDesk, Read, Reader, See
from handlers.records.several import answer
from handlers.slack import subcommands, ui
from handlers.slack.registry import Registry
from handlers.slack.reply import Message, Open, RefreshHome, Replace, Reply, Say, Update, say
from handlers.slack.request import Click, Command, Request, Submission
from handlers.slack.subcommands import NUMBER, Subcommand

AGAIN = re.compile(rf"(?:maken)?|{NUMBER.pattern}", re.IGNORECASE)
"""What may stand behind the word for undo: `ongedaan maken`, or one record's number."""
SUCCESSOR = re.compile(rf"{NUMBER.pattern}(?:\s*,\s*|\s+)(?:(?:by|with|door|met)\s+)?(\S.*)", re.I | re.S)


def register(registry: Registry, desk: Desk[R]) -> None:
    """Verbs, history and undo of a noun: as sub-commands and as buttons."""
    word = desk.command.en
    for verb in desk.verbs:
        reader = reader_of(desk, verb)
        registry.subcommand(word, subcommand(verb, reader), partial(_verb, desk, verb, reader.read))
        if verb.button:
            registry.click(desk.action(verb.name), partial(_pressed, verb))
    for known, answers in (
        (Subcommand("history", ("historie", "geschiedenis"), NUMBER, "12"), _history),
        (Subcommand("undo", ("ongedaan",), AGAIN), _undo),
    ):
        registry.subcommand(word, known, partial(answers, desk))
    for action, listener in (
        ("history_page", _history_turned),
        ("undo", _undo_pressed),
        ("undo_batch", _undo_batch_pressed),
    ):
        registry.click(desk.action(action), partial(listener, desk))
    registry.click(desk.action("more"), partial(_more, registry))


def register_form(registry: Registry, desk: FormDesk[R]) -> None:
    """All that a noun has whose form, card and list come from its declaration."""
    register(registry, desk)
    word = desk.command.en
    registry.command(desk.command, partial(_command, registry, desk))
    for known, answers in (
        (Subcommand("list", ("lijst",), desk.vocabulary, verb=True), _listed),
        (Subcommand("edit", ("wijzig", "wijzigen"), NUMBER, "12"), _edit),
        (Subcommand("help", ("hulp",)), _help),
    ):
        registry.subcommand(word, known, partial(answers, desk))
    registry.click(desk.action("history"), partial(_history_pressed, desk))
    registry.click(desk.action(desk.form_action), partial(_edit_pressed, desk))
    registry.click(desk.action("list"), partial(_list_turned, desk))
    registry.submission(desk.action("form"), partial(_submitted, desk))


def subcommand(verb: Verb[R], reader: Reader) -> Subcommand:
    dutch = dict.fromkeys(verb.words.nl.split("|"), verb.example.nl)
    return Subcommand(
        verb.name, verb.all_words, reader.takes, verb.example.en, verb.starts_texts, dutch=dutch
    )


def reader_of(desk: Desk[R], verb: Verb[R]) -> Reader:
    if verb.name in desk.readers:
        return desk.readers[verb.name]
    return {
        Takes.numbers: Reader(NUMBERS, lambda _request, rest: (numbers(rest), verb.does)),
        Takes.successor: Reader(SUCCESSOR, partial(_successor, desk, verb)),
    }[verb.takes]


def see(request: Request, ctx: Context) -> See:
    return See(ctx, request.texts)


def open_form(
    request: Request,
    desk: FormDesk[R],
    ctx: Context,
    text: str = "",
    link: str | None = None,
    known: Mapping[str, Any] | None = None,
) -> Reply:
    """The form of a new one; `text`, or all fields, as far as they are known."""
    values = {**desk.presets(ctx), desk.noun.fields[0].name: text, **(known or {})}
    about = {"project": ctx.project.id, "channel": request.channel, **({"link": link} if link else {})}
    return Open(views.form(desk, values, request.texts, about, hints=desk.hints(ctx, None, request.texts)))


def edit_form(
    request: Request, desk: FormDesk[R], ctx: Context, number: int, known: Mapping[str, Any] | None = None
) -> Reply:
    """The form of a record; `known`: fields that somebody wants to be otherwise."""
    found = desk.opens(ctx, number) if desk.opens else records.get(ctx, desk.noun, number)
    desk.noun.check_write(ctx, found)
    values = {each.name: getattr(found, each.name) for each in desk.noun.typed}
    about = {
        "project": ctx.project.id,
        "number": number,
        "version": found.version,
        "channel": request.channel,
    }
    hints = desk.hints(ctx, found, request.texts)
    form = views.form(
        desk, {**values, **(known or {})}, request.texts, about, turn=found.version, hints=hints
    )
    return Open(form)


def made(desk: FormDesk[R], record: R, fields: Mapping[str, Any], look: See, *, seen: bool) -> Reply:
    """What was made shows by itself where it is `seen`; what must be known of it is said."""
    warning = desk.warns(record, fields, look.texts)
    if warning:
        return say(warning, ui.section(warning))
    return Reply() if seen else Say(views.line(desk, record, look))


def _command(registry: Registry, desk: FormDesk[R], request: Command) -> Reply:
    text = request.text.strip()
    if NUMBER.fullmatch(text):
        found = records.get(request.here, desk.noun, subcommands.number(text))
        return Say(views.card(desk, found, see(request, request.here)))
    answers = registry.read_subcommand(desk.command.en, request) if text else None
    if answers is not None:
        return answers
    ctx = request.here
    if desk.makes:
        return desk.makes(request)
    if not text:
        return open_form(request, desk, ctx)
    fields = desk.reads(request, text)
    if desk.attempts:
        return desk.attempts(request, ctx, fields)
    try:
        record = desk.creates(ctx, **fields)
    except Misfilled as wrong:
        raise next(iter(wrong.reasons.values())) from wrong
    return made(desk, record, fields, see(request, ctx), seen=not request.elsewhere)


def _verb(desk: Desk[R], verb: Verb[R], read: Read, request: Command, rest: str) -> Reply:
    """One record is changed and shown; of several what was changed, what was not, and one button that takes
    it all back."""
    ctx, found = request.here, read(request, rest)
    if isinstance(found, Reply):
        return found
    named, change = found
    if len(named) > 1:
        bulk = in_bulk(ctx, desk.noun, named, change, verb.check)
        return Say(answer(desk, verb, bulk, see(request, ctx)))
    record = change(ctx, named[0])
    return Say((desk.echo or partial(views.line, desk))(record, see(request, ctx)))


def _successor(desk: Desk[R], verb: Verb[R], request: Command, rest: str) -> tuple[list[int], Change]:
    assert isinstance(desk, FormDesk)
    found = SUCCESSOR.fullmatch(rest)
    assert found is not None
    other = NUMBER.fullmatch(found[2].strip())
    by = int(other[1]) if other else desk.reads(request, found[2])
    return [int(found[1])], lambda ctx, number: verb.does(ctx, number, by)


def _listed(desk: FormDesk[R], request: Command, rest: str) -> Reply:
    if desk.everywhere and (rest.lower() in EVERYWHERE or _is_nowhere(request)):
        return Say(desk.everywhere(request))
    ctx = request.here
    page = records.listed(ctx, desk.noun, desk.wanted(request, rest))
    guess = "" if page.records else desk.vocabulary.meant(request, page.wanted.words)
    return Say(views.listing(desk, page, see(request, ctx), request.typed, guess))


def _is_nowhere(request: Command) -> bool:
    return request.uow.projects.of_channel(request.who.team, request.channel) is None


def _list_turned(desk: FormDesk[R], request: Click) -> Reply:
    project_id, first, command, filters = request.value.split(":", 3)
    ctx = request.of(int(project_id))
    page = records.listed(ctx, desk.noun, Wanted.model_validate_json(filters), int(first))
    return Replace(views.listing(desk, page, see(request, ctx), command))


def _edit(desk: FormDesk[R], request: Command, rest: str) -> Reply:
    return edit_form(request, desk, request.here, subcommands.number(rest))


def _edit_pressed(desk: FormDesk[R], request: Click) -> Reply:
    ctx, number, _version = _about(request)
    return edit_form(request, desk, ctx, number)


def _submitted(desk: FormDesk[R], request: Submission) -> Reply:
    about, typed = request.about, views.filled(desk, request.fields)
    ctx = request.of(about["project"])
    look = see(request, ctx)
    if not about.get("number"):
        new = desk.creates(ctx, **typed, **({"source": about["link"]} if about.get("link") else {}))
        return made(desk, new, typed, look, seen=request.channel == ctx.project.channel)
    kept = desk.edits(ctx, about["number"], about["version"], typed)
    if isinstance(kept, Overtaken):
        return Update(views.overtaken(desk, kept, typed, look, about))
    return made(desk, kept, typed, look, seen=True)


def _history(desk: Desk[R], request: Command, rest: str) -> Reply:
    return Say(_history_of(desk, request, request.here, subcommands.number(rest)))


def _history_pressed(desk: Desk[R], request: Click) -> Reply:
    ctx, number, _version = _about(request)
    return Say(_history_of(desk, request, ctx, number))


def _history_turned(desk: Desk[R], request: Click) -> Reply:
    project_id, number, first = map(int, request.value.split(":"))
    return Replace(_history_of(desk, request, request.of(project_id), number, first))


def _history_of(
    desk: Desk[R], request: Request, ctx: Context, number: int, first: int | None = None
) -> Message:
    found = records.history(ctx, desk.noun, number, first)
    return views.history(desk, found, request.who.zone, see(request, ctx))


def _undo(desk: Desk[R], request: Command, rest: str) -> Reply:
    ctx = request.here
    one = NUMBER.fullmatch(rest)
    taken = undo_of(ctx, desk.noun, int(one[1])) if one else undo_last(ctx, desk.noun)
    return Say(views.taken_back(taken, see(request, ctx)))


def _undo_pressed(desk: Desk[R], request: Click) -> Reply:
    """The change shows by itself, on the card; what was said of an act is replaced."""
    ctx, number, version = _about(request)
    before = records.get(ctx, desk.noun, number)
    after = undo(ctx, desk.noun, number, version)
    if request.subject == views.SAID and after.version != before.version:
        return Replace(views.taken_back([TakenBack(desk.noun, before, after)], see(request, ctx)))
    return seen(request)


def _undo_batch_pressed(desk: Desk[R], request: Click) -> Reply:
    ctx = request.of(int(request.value.partition(":")[0]))
    return Replace(views.taken_back(undo_batch(ctx, request.value), see(request, ctx)))


def _pressed(verb: Verb[R], request: Click) -> Reply:
    """The change shows by itself, on the card."""
    ctx, number, _version = _about(request)
    verb.does(ctx, number)
    return seen(request)


def seen(request: Click) -> Reply:
    """A change shows by itself in messages; Home must be told."""
    return RefreshHome() if request.in_home else Reply()


def _more(registry: Registry, request: Click) -> Reply:
    """What an option of the menu stands for, as if it were a button."""
    value, _, action = request.value.rpartition(":")
    return registry.clicks[action](replace(request, value=value))


def _help(desk: FormDesk[R], request: Command, _rest: str) -> Reply:
    sentence = request.texts.record_help(desk.noun, request.typed)
    return say(sentence, ui.section(sentence))


def _about(request: Click) -> tuple[Context, int, int]:
    """The project, number and version that a button's value names."""
    project_id, number, *version = map(int, request.value.split(":"))
    return request.of(project_id), number, version[0] if version else 0
