"""A noun's command, buttons and forms, made from its declaration."""

import re
from dataclasses import replace
from functools import partial

from bot.core import records
from bot.core.bulk import Bulk, in_bulk
from bot.core.context import Context
from bot.core.errors import Misfilled, Rejected
from bot.core.nouns import R
from bot.core.number_ranges import NUMBERS, numbers
from bot.core.record_lists import Wanted
from bot.core.records import Overtaken
from bot.core.undo import undo, undo_batch, undo_last, undo_of
from bot.core.verbs import Takes, Verb
from bot.texts import Texts
from handlers.records import views
from handlers.records.desk import Change, Desk, FormDesk, Read, Reader, See, referred
from handlers.slack import subcommands, ui
from handlers.slack.registry import Registry
from handlers.slack.reply import Message, Open, RefreshHome, Replace, Reply, Say, Update, say
from handlers.slack.request import Click, Command, Request, Submission
from handlers.slack.subcommands import NUMBER, Subcommand

AGAIN = re.compile(rf"(?:maken)?|{NUMBER.pattern}", re.IGNORECASE)
"""What may stand behind the word for undo: `ongedaan maken`, or one record's number."""
SUCCESSOR = re.compile(rf"{NUMBER.pattern}(?:\s*,\s*|\s+)(?:(?:by|with|door|met)\s+)?(\S.*)", re.I | re.S)


def register(registry: Registry, desk: Desk[R]) -> None:
    """The list, verbs, history and undo of a noun: as sub-commands and as buttons."""
    word = desk.command.en
    for verb in desk.verbs:
        reader = reader_of(desk, verb)
        registry.subcommand(word, subcommand(verb, reader), partial(_verb, desk, verb, reader.read))
        if verb.button:
            registry.click(desk.action(verb.name), partial(_pressed, verb))
    for known, answers in (
        (Subcommand("list", ("lijst",), desk.vocabulary, verb=True), _listed),
        (Subcommand("history", ("historie", "geschiedenis"), NUMBER, "12"), _history),
        (Subcommand("undo", ("ongedaan",), AGAIN), _undo),
    ):
        registry.subcommand(word, known, partial(answers, desk))
    for action, listener in (
        ("list", _list_turned),
        ("history_page", _history_turned),
        ("undo", _undo_pressed),
        ("undo_batch", _undo_batch_pressed),
    ):
        registry.click(desk.action(action), partial(listener, desk))
    registry.click(desk.action("more"), partial(_more, registry))


def register_form(registry: Registry, desk: FormDesk[R]) -> None:
    """All that a noun has whose form and card come from its declaration."""
    register(registry, desk)
    word = desk.command.en
    registry.command(desk.command, partial(_command, registry, desk))
    for known, answers in (
        (Subcommand("edit", ("wijzig", "wijzigen"), NUMBER, "12"), _edit),
        (Subcommand("help", ("hulp",)), _help),
    ):
        registry.subcommand(word, known, partial(answers, desk))
    registry.click(desk.action("history"), partial(_history_pressed, desk))
    registry.click(desk.action("edit"), partial(_edit_pressed, desk))
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
    request: Request, desk: FormDesk[R], ctx: Context, text: str = "", link: str | None = None
) -> Reply:
    """The form of a new one; `text` as far as it is known."""
    values = {**desk.presets(ctx), desk.noun.fields[0].name: text}
    about = {"project": ctx.project.id, "channel": request.channel, **({"link": link} if link else {})}
    return Open(views.form(desk, values, request.texts, about))


def _command(registry: Registry, desk: FormDesk[R], request: Command) -> Reply:
    ctx = request.here
    if not request.text.strip():
        return open_form(request, desk, ctx)
    if NUMBER.fullmatch(request.text.strip()):
        found = records.get(ctx, desk.noun, subcommands.number(request.text.strip()))
        return Say(views.card(desk, found, see(request, ctx)))
    answers = registry.read_subcommand(desk.command.en, request)
    if answers is not None:
        return answers
    try:
        made = desk.creates(ctx, **desk.reads(request, request.text))
    except Misfilled as wrong:
        raise next(iter(wrong.reasons.values())) from wrong
    return Say(views.line(desk, made, see(request, ctx))) if request.elsewhere else Reply()


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


def answer(desk: Desk[R], verb: Verb[R], bulk: Bulk[R], look: See) -> Message:
    """What was changed, what was not and why, and one button that takes all of it back."""
    texts, blocks = look.texts, []
    head = texts.several_changed(desk.noun, verb, len(bulk.changed)) if bulk.changed else texts.bulk_refused()
    if bulk.changed:
        told = [ui.clip_marked(desk.line(each, look), views.LINE) for each in bulk.changed]
        blocks += views.several(head, told, len(told), texts)
    if bulk.refused:
        told = _reasons(desk, bulk, texts)
        blocks += views.several(texts.bulk_refused(), told, len(told), texts)
    if bulk.changed:
        undo_all = ui.button(texts.undo(), action=desk.action("undo_batch"), value=bulk.batch)
        blocks.append(ui.actions(undo_all))
    return Message(head, blocks)


def _reasons(desk: Desk[R], bulk: Bulk[R], texts: Texts) -> list[str]:
    """One line a reason, with the numbers that it holds for."""
    alike: dict[str, tuple[list[int], Rejected]] = {}
    for number, reason in bulk.refused:
        named = hasattr(reason, "number") or hasattr(reason, "named")
        kind = f"{type(reason).__name__} {getattr(reason, 'what', '')}" if named else texts.rejected(reason)
        alike.setdefault(kind, ([], reason))[0].append(number)
    return [
        texts.record_refused(desk.noun, found, reason, texts.rejected(reason))
        for found, reason in alike.values()
    ]


def _listed(desk: Desk[R], request: Command, rest: str) -> Reply:
    ctx = request.here
    page = records.listed(ctx, desk.noun, desk.wanted(request, rest))
    guess = "" if page.records else desk.vocabulary.meant(request, page.wanted.words)
    return Say(views.listing(desk, page, see(request, ctx), request.typed, guess))


def _list_turned(desk: Desk[R], request: Click) -> Reply:
    project_id, first, command, filters = request.value.split(":", 3)
    ctx = request.of(int(project_id))
    page = records.listed(ctx, desk.noun, Wanted.model_validate_json(filters), int(first))
    return Replace(views.listing(desk, page, see(request, ctx), command))


def _edit(desk: FormDesk[R], request: Command, rest: str) -> Reply:
    return _form_of(desk, request, request.here, subcommands.number(rest))


def _edit_pressed(desk: FormDesk[R], request: Click) -> Reply:
    ctx, number, _version = referred(request, request.value)
    return _form_of(desk, request, ctx, number)


def _form_of(desk: FormDesk[R], request: Request, ctx: Context, number: int) -> Reply:
    found = records.get(ctx, desk.noun, number)
    about = {
        "project": ctx.project.id,
        "number": number,
        "version": found.version,
        "channel": request.channel,
    }
    return Open(views.form(desk, found.model_dump(), request.texts, about, turn=found.version))


def _submitted(desk: FormDesk[R], request: Submission) -> Reply:
    about, typed = request.about, views.filled(desk, request.fields)
    ctx = request.of(about["project"])
    if not about.get("number"):
        made = desk.creates(ctx, **typed, **({"source": about["link"]} if about.get("link") else {}))
        here = request.channel == ctx.project.channel
        return Reply() if here else Say(views.line(desk, made, see(request, ctx)))
    kept = desk.edits(ctx, about["number"], about["version"], typed)
    if isinstance(kept, Overtaken):
        return Update(views.overtaken(desk, kept, typed, see(request, ctx), about))
    return Reply()


def _history(desk: Desk[R], request: Command, rest: str) -> Reply:
    return Say(_history_of(desk, request, request.here, subcommands.number(rest)))


def _history_pressed(desk: Desk[R], request: Click) -> Reply:
    ctx, number, _version = referred(request, request.value)
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
    """The change shows by itself, on the card."""
    ctx, number, version = referred(request, request.value)
    undo(ctx, desk.noun, number, version)
    return seen(request)


def _undo_batch_pressed(desk: Desk[R], request: Click) -> Reply:
    ctx = request.of(int(request.value.partition(":")[0]))
    return Replace(views.taken_back(undo_batch(ctx, request.value), see(request, ctx)))


def _pressed(verb: Verb[R], request: Click) -> Reply:
    """The change shows by itself, on the card."""
    ctx, number, _version = referred(request, request.value)
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
