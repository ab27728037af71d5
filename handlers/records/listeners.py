"""A noun's command, verbs, history and undo, made from its declaration."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from bot.core import records
from bot.core.context import Context
from bot.core.errors import UnknownWord
from bot.core.language import Both
from bot.core.nouns import R, Takes, Verb
from bot.core.records import in_bulk
from bot.core.undo import undo_batch, undo_last, undo_of
from handlers.records import lists, views
from handlers.records.desk import Change, Desk, Found, FullDesk, Read, Reader, referred
from handlers.records.meant import Adds, add_pressed, guessed, not_known
from handlers.slack import subcommands
from handlers.slack.registry import Registry
from handlers.slack.reply import Message, Replace, Reply, Say
from handlers.slack.request import Click, Command, Request, See
from handlers.slack.subcommands import NUMBER, NUMBERS, Subcommand, numbers

AGAIN = re.compile(rf"(?:maken|that|it|this|dat|dit|please)?|(?:maken\s+)?{NUMBER.pattern}", re.IGNORECASE)
"""What may stand behind the word for undo: `ongedaan maken`, or one record's number."""
UNDO = Subcommand(Both("undo|revert", "ongedaan|terugdraaien|draai terug|maak ongedaan"), AGAIN)
NUMBERS_PERHAPS = re.compile(rf"(?:{NUMBERS.pattern})?", re.IGNORECASE)
SUCCESSOR = re.compile(rf"{NUMBER.pattern}(?:\s*,\s*|\s+)(?:(?:by|with|door|met)\s+)?(\S.*)", re.I | re.S)

LETTER = re.compile(r"([A-Za-z])-\d")

Shows = Callable[[R, See], Message]
"""A record in full."""
Answers = Callable[[Command, str], Reply]
SHOW = Subcommand(
    Both("show|open", "toon|bekijk"),
    NUMBER,
    Both("12", "12"),
    starts_texts=True,
    alone=NUMBER.fullmatch,
)


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
        desk.lists, phrases, starts_texts=True, alone=phrases.is_alone, phrases=phrases.spoken
    )
    for known, answers in (
        (listing, lists.listed),
        (Subcommand(Both("history", "historie|geschiedenis"), NUMBER, Both("12", "12")), _history),
        (UNDO, _undo),
    ):
        registry.subcommand(word, known, partial(answers, desk))
    for action, listener in (
        ("list", lists.page_turned),
        ("filter", lists.filter_chosen),
        ("history", _history_pressed),
        ("history_page", _history_turned),
        ("undo", _undo_pressed),
        ("undo_batch", _undo_batch_pressed),
    ):
        registry.click(desk.action(action), partial(listener, desk))
    if any(verb.offered for verb in desk.verbs):
        registry.click(desk.action("offered"), partial(lists.offered_pressed, desk))
    registry.click(desk.action("more"), partial(more_chosen, registry))


def typed(registry: Registry, desk: Desk[R], adds: Adds, request: Command) -> Reply:
    """A number with another noun's letter is a record of that one; for a slip of the pen the word is said,
    and what was typed kept."""
    commands = registry.subcommands[desk.command.en]
    named = commands.behind(request.text)
    letter = LETTER.match(named)
    other = registry.letters.get(letter[1].upper()) if letter else None
    try:
        if letter and other not in (None, desk.command.en):
            return _of_another(registry, str(other), request, named, letter[1].upper())
        answer = commands.answer(request)
    except UnknownWord as slip:
        return Say(not_known(desk, request, slip))
    return answer or guessed(desk, commands, adds, request)


def _of_another(registry: Registry, word: str, request: Command, named: str, letter: str) -> Reply:
    """The same done to what the number is of; or that shown, where nobody does such a thing to it."""
    answer = registry.subcommands[word].answer(replace(request, word=word))
    return answer or registry.showing[letter](request, named)


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
            else Say(lists.offered(desk, verb, request, request.here, request.typed))
        )

    return Reader(NUMBERS_PERHAPS if verb.offered else NUMBERS, read, also=NUMBERS)


def _verb(desk: Desk[R], verb: Verb[R], read: Read, request: Command, rest: str) -> Reply:
    """One record is changed and shown; of several what was changed, what was not, and one button that takes
    it all back."""
    ctx, found = request.here, read(request, rest)
    if isinstance(found, Reply):
        return found
    named, change, *more = found
    if len(named) > 1:
        bulk = in_bulk(ctx, desk.noun, named, change, verb.check)
        return Say(views.several_answered(desk, verb, bulk, See(ctx, request.texts)))
    return Say(views.answered(desk, verb, change(ctx, named[0]), See(ctx, request.texts), *more))


def _successor(desk: Desk[R], verb: Verb[R], request: Command, rest: str) -> tuple[list[int], Change]:
    assert isinstance(desk, FullDesk)
    found = SUCCESSOR.fullmatch(rest)
    assert found is not None
    other = NUMBER.fullmatch(found[2].strip())
    by = int(other[1]) if other else desk.reads(request, found[2])
    return [int(found[1])], lambda ctx, number: verb.does(ctx, number, by)


def _history(desk: Desk[R], request: Command, rest: str) -> Reply:
    return Say(_history_of(desk, request, request.here, subcommands.number(rest)))


def _history_pressed(desk: Desk[R], request: Click) -> Reply:
    ctx, number, _version = referred(request, request.value)
    return Say(_history_of(desk, request, ctx, number))


def _history_turned(desk: Desk[R], request: Click) -> Reply:
    return Replace(_history_of(desk, request, *referred(request, request.value)))


def _history_of(
    desk: Desk[R], request: Request, ctx: Context, number: int, first: int | None = None
) -> Message:
    found = records.history(ctx, desk.noun, number, first)
    return views.history(desk, found, request.who.zone, See(ctx, request.texts))


def is_undo(text: str) -> bool:
    """Whether it asks to take back whatever was done last."""
    said = text.lower().strip(" .!")
    behind = [said.removeprefix(word).strip() for word in UNDO.words if f"{said} ".startswith(f"{word} ")]
    return any(AGAIN.fullmatch(each) and not NUMBER.search(each) for each in behind)


def _undo(desk: Desk[R], request: Command, rest: str) -> Reply:
    ctx = request.here
    one = AGAIN.fullmatch(rest)
    taken = undo_of(ctx, desk.noun, int(one[1])) if one and one[1] else undo_last(ctx, desk.noun)
    return Say(views.taken_back(taken, See(ctx, request.texts)))


def _undo_pressed(desk: Desk[R], request: Click) -> Reply:
    """The change shows by itself, on the card; what was said of an act is replaced."""
    ctx, number, version = referred(request, request.value)
    taken = undo_of(ctx, desk.noun, number, version)
    if request.subject == views.SAID and taken:
        return Replace(views.taken_back(taken, See(ctx, request.texts)))
    return Reply()


def _undo_batch_pressed(desk: Desk[R], request: Click) -> Reply:
    ctx = request.of(int(request.value.partition(":")[0]))
    return Replace(views.taken_back(undo_batch(ctx, request.value), See(ctx, request.texts)))


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
    answer = views.answered(desk, verb, record, See(ctx, request.texts))
    return Replace(answer) if asked else Say(answer)


def more_chosen(registry: Registry, request: Click) -> Reply | None:
    """What an option of the menu stands for, as if it were a button."""
    value, _, action = request.value.rpartition(":")
    name, _, subject = action.partition("/")
    return registry.clicks[name](replace(request, value=value, subject=subject))


def register_typed(registry: Registry, desk: Desk[R], adds: Adds, shows: Shows[R]) -> None:
    show = registry.showing[desk.noun.letter] = partial(_show, desk, shows)
    registry.letters[desk.noun.letter] = desk.command.en
    registry.subcommand(desk.command.en, SHOW, partial(_show_any, registry, show))
    registry.click(desk.action("show"), partial(_show_pressed, desk, shows))
    registry.click(desk.action("add"), partial(add_pressed, registry, adds))


def _show(desk: Desk[R], shows: Shows[R], request: Command, rest: str) -> Reply:
    ctx = request.here
    record = records.get(ctx, desk.noun, subcommands.number(rest))
    return Say(shows(record, See(ctx, request.texts)))


def _show_any(registry: Registry, show: Answers, request: Command, rest: str) -> Reply:
    """By its letter a record of another noun too."""
    return registry.showing.get(rest[0].upper(), show)(request, rest)


def _show_pressed(desk: Desk[R], shows: Shows[R], request: Click) -> Reply:
    """In place of a question; beside the list that it is opened from."""
    ctx, number, _version = referred(request, request.value)
    shown = shows(records.get(ctx, desk.noun, number), See(ctx, request.texts))
    return Say(shown) if request.subject.startswith(lists.LISTED) else Replace(shown)
