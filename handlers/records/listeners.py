"""A noun's command, verbs, history and undo, made from its declaration."""

import re
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from functools import partial

from slack_sdk.models.blocks import ButtonElement

from bot.core import records
from bot.core.context import Context, Source
from bot.core.errors import UnknownWord
from bot.core.language import Both
from bot.core.nouns import R
from bot.core.record_lists import Wanted
from bot.core.records import Listed, in_bulk
from bot.core.undo import undo_batch, undo_last, undo_of
from bot.core.verbs import Takes, Verb
from handlers.records import lists, views
from handlers.records.desk import Change, Desk, Found, FullDesk, Read, Reader, referred
from handlers.slack import dispatch, subcommands, ui
from handlers.slack.registry import Registry
from handlers.slack.reply import Message, Replace, Reply, Say, sentence
from handlers.slack.request import Click, Command, Request, See
from handlers.slack.subcommands import NUMBER, NUMBERS, Subcommand, about_number, numbers

AGAIN = re.compile(rf"(?:maken)?|(?:maken\s+)?{NUMBER.pattern}", re.IGNORECASE)
"""What may stand behind the word for undo: `ongedaan maken`, or one record's number."""
NUMBERS_PERHAPS = re.compile(rf"(?:{NUMBERS.pattern})?", re.IGNORECASE)
SUCCESSOR = re.compile(rf"{NUMBER.pattern}(?:\s*,\s*|\s+)(?:(?:by|with|door|met)\s+)?(\S.*)", re.I | re.S)

TOWARDS = re.compile(r"\s+(?:to|naar)\s.*", re.DOTALL)

Adds = Callable[[Command], Reply]
"""What a line brings about that is no sub-command."""
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
        Both("list", "lijst"), phrases, starts_texts=True, alone=phrases.is_alone, phrases=phrases.spoken
    )
    for known, answers in (
        (listing, lists.listed),
        (Subcommand(Both("history", "historie|geschiedenis"), NUMBER, Both("12", "12")), _history),
        (Subcommand(Both("undo|revert", "ongedaan|terugdraaien|draai terug|maak ongedaan"), AGAIN), _undo),
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
    project_id, number, first = map(int, request.value.split(":"))
    return Replace(_history_of(desk, request, request.of(project_id), number, first))


def _history_of(
    desk: Desk[R], request: Request, ctx: Context, number: int, first: int | None = None
) -> Message:
    found = records.history(ctx, desk.noun, number, first)
    return views.history(desk, found, request.who.zone, See(ctx, request.texts))


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


def _more(registry: Registry, request: Click) -> Reply:
    """What an option of the menu stands for, as if it were a button."""
    value, _, action = request.value.rpartition(":")
    name, _, subject = action.partition("/")
    return registry.clicks[name](replace(request, value=value, subject=subject))


def register_typed(registry: Registry, desk: Desk[R], adds: Adds, shows: Shows[R]) -> None:
    show = registry.showing[desk.noun.letter] = partial(_show, desk, shows)
    registry.subcommand(desk.command.en, SHOW, partial(_show_any, registry, show))
    registry.click(desk.action("show"), partial(_show_pressed, desk, shows))
    registry.click(desk.action("add"), partial(_add_pressed, adds))


def typed(registry: Registry, desk: Desk[R], adds: Adds, request: Command) -> Reply:
    """A slip of the pen, a number beside a word that no sub-command has or beside a day, and the words of a
    record behind a verb are asked about first: nothing is added by mistake, and nothing that was typed is
    lost."""
    try:
        answer = registry.subcommands[desk.command.en].answer(request)
    except UnknownWord as slip:
        return Say(not_known(desk, request, slip))
    if answer is not None:
        return answer
    number = about_number(request.text.strip())
    named = registry.subcommands[desk.command.en].behind(request.text)
    if number is None and not named:
        return adds(request)
    found = _meant_by(desk, request, number, named)
    if not found.records and number is None:
        return adds(request)
    if found.records:
        return Say((_which if found.total > 1 else _meant)(desk, request, found))
    asks_anyway = isinstance(desk, FullDesk) and desk.makes
    unknown = UnknownWord(request.plain(request.text), "", request.typed)
    return adds(request) if asks_anyway else Say(not_known(desk, request, unknown))


def _meant_by(desk: Desk[R], request: Command, number: int | None, named: str) -> Listed[R]:
    """The record of that number; or those with the words behind a verb, as in `done call Jan`, before what
    says where to: `move Sync to Thursday`."""
    ctx = request.here
    if number is not None:
        numbered = [*filter(None, [ctx.uow.of(desk.noun.records).get(ctx.project.id, number)])]
        return Listed(Wanted(), numbered, 0, len(numbered))
    words = request.plain(named).lower().strip(".!")
    found = records.listed(ctx, desk.noun, Wanted(words=words.split()))
    if not found.records and TOWARDS.search(words):
        return records.listed(ctx, desk.noun, Wanted(words=TOWARDS.sub("", words).split()))
    return found


def not_known(desk: Desk[R], request: Command, reason: UnknownWord) -> Message:
    """With a button that adds what was typed after all."""
    texts = request.texts
    told = f"{texts.rejected(reason)}\n{texts.you_typed(f'{request.typed} {request.plain(request.text)}')}"
    return sentence(told, _add_button(desk, request))


def _which(desk: Desk[R], request: Command, found: Listed[R]) -> Message:
    listed = lists.listing(desk, found, See(request.here, request.texts), request.typed)
    return Message(listed.text, [*listed.blocks, ui.actions(_add_button(desk, request))])


def _meant(desk: Desk[R], request: Command, found: Listed[R]) -> Message:
    texts, noun, [record] = request.texts, desk.noun, found.records
    question = texts.record_meant(noun.named(record.number), noun.text_of(record))
    show = ui.button(texts.record_open(), action=desk.action("show"), value=record.ref)
    return sentence(question, show, _add_button(desk, request))


def _add_button(desk: Desk[R], request: Command) -> ButtonElement:
    draft = {
        "word": request.word,
        "typed": request.typed,
        "text": request.text,
        "channel": request.channel,
        "said": request.said and asdict(request.said),
        "elsewhere": request.elsewhere,
    }
    key = dispatch.keep(request.anywhere, request.channel, draft)
    label = request.texts.record_add(desk.noun, request.plain(request.text))
    return ui.button(label, action=desk.action("add"), value=key)


def _add_pressed(adds: Adds, request: Click) -> Reply:
    draft = request.draft(request.value)
    request.uow.pending_requests.remove(request.value)
    said = Source(**draft.pop("said")) if draft["said"] else None
    known = {"uow": request.uow, "now": request.now, "who": request.who, "texts": request.texts}
    reply = adds(Command(**{**known, **draft, "said": said}))
    if type(reply) is Reply:
        return Replace(None)
    return Replace(reply.message) if isinstance(reply, Say) else reply


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
