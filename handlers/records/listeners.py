"""A noun's list, verbs, history and undo, made from its declaration."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from slack_sdk.models.blocks import ButtonElement

from bot.core import records
from bot.core.context import Context
from bot.core.language import Both
from bot.core.nouns import R
from bot.core.record_lists import EVERYWHERE, Wanted
from bot.core.records import in_bulk
from bot.core.undo import undo_batch, undo_last, undo_of
from bot.core.verbs import Takes, Verb
from handlers.records import lists, views
from handlers.records.desk import Change, Desk, Found, FullDesk, Read, Reader, See, ref, referred
from handlers.slack import subcommands, ui
from handlers.slack.registry import Registry
from handlers.slack.reply import Message, Replace, Reply, Say
from handlers.slack.request import Click, Command, Request
from handlers.slack.subcommands import NUMBER, NUMBERS, Subcommand, numbers

AGAIN = re.compile(rf"(?:maken)?|{NUMBER.pattern}", re.IGNORECASE)
"""What may stand behind the word for undo: `ongedaan maken`, or one record's number."""
NUMBERS_PERHAPS = re.compile(rf"(?:{NUMBERS.pattern})?", re.IGNORECASE)
SUCCESSOR = re.compile(rf"{NUMBER.pattern}(?:\s*,\s*|\s+)(?:(?:by|with|door|met)\s+)?(\S.*)", re.I | re.S)

OFFERED = "offered"
"""Stands in what a list is wanted for: the verb whose button stands beside each."""


def register(registry: Registry, desk: Desk[R]) -> None:
    """The list, verbs, history and undo of a noun: as sub-commands and as buttons."""
    word = desk.command.en
    for verb in desk.verbs:
        reader = reader_of(desk, verb)
        for known in subcommands_of(verb, reader):
            registry.subcommand(word, known, partial(_verb, desk, verb, reader.read))
        if verb.button:
            registry.click(desk.action(verb.name), partial(_pressed, desk, verb))
    phrases = desk.vocabulary
    listing = Subcommand(
        Both("list", "lijst"), phrases, starts_texts=True, alone=phrases.is_alone, phrases=phrases.spoken
    )
    for known, answers in (
        (listing, _listed),
        (Subcommand(Both("history", "historie|geschiedenis"), NUMBER, Both("12", "12")), _history),
        (Subcommand(Both("undo", "ongedaan"), AGAIN), _undo),
    ):
        registry.subcommand(word, known, partial(answers, desk))
    for action, listener in (
        ("list", _list_turned),
        ("filter", _list_narrowed),
        ("history", _history_pressed),
        ("history_page", _history_turned),
        ("undo", _undo_pressed),
        ("undo_batch", _undo_batch_pressed),
    ):
        registry.click(desk.action(action), partial(listener, desk))
    if any(verb.offered for verb in desk.verbs):
        registry.click(desk.action("offered"), partial(_offered_pressed, desk))
    registry.click(desk.action("more"), partial(_more, registry))


def subcommands_of(verb: Verb[R], reader: Reader) -> Iterator[Subcommand]:
    yield Subcommand(verb.words, reader.takes, verb.example, verb.starts_texts)
    if verb.also:
        yield Subcommand(verb.also, reader.also or reader.takes, verb.example, starts_texts=True)


def reader_of(desk: Desk[R], verb: Verb[R]) -> Reader:
    if verb.name in desk.readers:
        return desk.readers[verb.name]
    return {
        Takes.numbers: _numbered(desk, verb),
        Takes.successor: Reader(SUCCESSOR, partial(_successor, desk, verb)),
    }[verb.takes]


def _numbered(desk: Desk[R], verb: Verb[R]) -> Reader:
    def read(request: Command, rest: str) -> Found:
        return (
            (numbers(rest), verb.does)
            if rest
            else Say(_offered(desk, verb, request, request.here, request.typed))
        )

    return Reader(NUMBERS_PERHAPS if verb.offered else NUMBERS, read, also=NUMBERS)


def _offered(desk: Desk[R], verb: Verb[R], request: Request, ctx: Context, typed: str) -> Message:
    """One's own, with the verb's button beside each."""
    wanted = Wanted(values={desk.vocabulary.person: [request.who.user], OFFERED: [verb.name]})
    page = records.listed(ctx, desk.noun, wanted)
    return lists.listing(_offering(desk, wanted, typed), page, see(request, ctx), typed)


def _offering(desk: Desk[R], wanted: Wanted, typed: str) -> Desk[R]:
    """With the button beside each record that the list is wanted for, if any; `typed`: the command."""
    verb = next((each for each in desk.verbs if each.name in wanted.values.get(OFFERED, ())), None)
    if verb is None:
        return desk
    action = f"{desk.action('offered')}/{verb.name}"

    def beside(record: R, look: See) -> ButtonElement:
        return ui.button(look.texts.button_of(verb), action=action, value=f"{ref(record)}:{typed}")

    return replace(desk, beside=beside)


def _offered_pressed(desk: Desk[R], request: Click) -> Reply:
    """What was done, and what is left."""
    project_id, number, version, typed = request.value.split(":", 3)
    ctx, named, _version = referred(request, f"{project_id}:{number}:{version}")
    verb = next(each for each in desk.verbs if each.name == request.subject)
    look = see(request, ctx)
    done = verb.does(ctx, named)
    told = ui.section(
        ui.clip_marked(desk.line(done, look), ui.SECTION),
        accessory=views.undo_button(desk.noun, done, request.texts),
    )
    left = _offered(desk, verb, request, ctx, typed)
    return Replace(Message(left.text, [told, *left.blocks]))


def see(request: Request, ctx: Context) -> See:
    return See(ctx, request.texts)


def _verb(desk: Desk[R], verb: Verb[R], read: Read, request: Command, rest: str) -> Reply:
    """One record is changed and shown; of several what was changed, what was not, and one button that takes
    it all back."""
    ctx, found = request.here, read(request, rest)
    if isinstance(found, Reply):
        return found
    named, change, *more = found
    if len(named) > 1:
        bulk = in_bulk(ctx, desk.noun, named, change, verb.check)
        return Say(views.several_answered(desk, verb, bulk, see(request, ctx)))
    return Say(views.answered(desk, verb, change(ctx, named[0]), see(request, ctx), *more))


def _successor(desk: Desk[R], verb: Verb[R], request: Command, rest: str) -> tuple[list[int], Change]:
    assert isinstance(desk, FullDesk)
    found = SUCCESSOR.fullmatch(rest)
    assert found is not None
    other = NUMBER.fullmatch(found[2].strip())
    by = int(other[1]) if other else desk.reads(request, found[2])
    return [int(found[1])], lambda ctx, number: verb.does(ctx, number, by)


def _listed(desk: Desk[R], request: Command, rest: str) -> Reply:
    if desk.everywhere and (rest.lower() in EVERYWHERE or _is_nowhere(request)):
        return Say(desk.everywhere(request))
    ctx = request.here
    page = records.listed(ctx, desk.noun, desk.wanted(request, rest))
    guess = "" if page.records else desk.vocabulary.meant(request, page.wanted.words)
    return Say(lists.listing(desk, page, see(request, ctx), request.typed, guess))


def _is_nowhere(request: Command) -> bool:
    return request.uow.projects.of_channel(request.who.team, request.channel) is None


def _list_turned(desk: Desk[R], request: Click) -> Reply:
    return _again(desk, request, lists.turned(request.value))


def _list_narrowed(desk: Desk[R], request: Click) -> Reply:
    return _again(desk, request, lists.narrowed(request.subject, request.value, request.who.user))


def _again(desk: Desk[R], request: Click, asked: lists.Asked) -> Reply:
    ctx, command = request.of(asked.project), asked.command
    page = records.listed(ctx, desk.noun, asked.wanted, asked.first)
    shown = lists.listing(_offering(desk, page.wanted, command), page, see(request, ctx), command)
    return Say(shown) if request.subject == lists.BESIDE else Replace(shown)


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
    """The change shows by itself, on the card; what was said of an act is replaced."""
    ctx, number, version = referred(request, request.value)
    taken = undo_of(ctx, desk.noun, number, version)
    if request.subject == views.SAID and taken:
        return Replace(views.taken_back(taken, see(request, ctx)))
    return Reply()


def _undo_batch_pressed(desk: Desk[R], request: Click) -> Reply:
    ctx = request.of(int(request.value.partition(":")[0]))
    return Replace(views.taken_back(undo_batch(ctx, request.value), see(request, ctx)))


def _pressed(desk: Desk[R], verb: Verb[R], request: Click) -> Reply:
    """The change shows by itself, on the card; where all see that, who did it can take it back.

    What asked for it is replaced.
    """
    ctx, number, _version = referred(request, request.value)
    before = records.get(ctx, desk.noun, number)
    record = verb.does(ctx, number)
    asked = request.subject == views.SAID
    if record.version == before.version or not (asked or request.channel == ctx.project.channel):
        return Reply()
    answer = views.answered(desk, verb, record, see(request, ctx))
    return Replace(answer) if asked else Say(answer)


def _more(registry: Registry, request: Click) -> Reply:
    """What an option of the menu stands for, as if it were a button."""
    value, _, action = request.value.rpartition(":")
    name, _, subject = action.partition("/")
    return registry.clicks[name](replace(request, value=value, subject=subject))
