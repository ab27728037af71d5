"""What a line was meant for that is no sub-command: a slip of the pen, or a record by its number or words."""

import re
from collections.abc import Callable, Sequence
from dataclasses import asdict

from slack_sdk.models.blocks import ButtonElement

from bot.core import records
from bot.core.context import Context, Source
from bot.core.errors import UnknownWord
from bot.core.language import Language
from bot.core.nouns import R, Takes, Verb
from bot.core.record_lists import Wanted
from bot.core.records import Listed
from bot.dates.due import is_terms
from handlers.records import lists
from handlers.records.desk import Desk, FullDesk
from handlers.records.views import SAID
from handlers.slack import dispatch, ui
from handlers.slack.registry import Registry
from handlers.slack.reply import Message, Replace, Reply, Say, sentence
from handlers.slack.request import Click, Command, Request, See
from handlers.slack.subcommands import COUNTED, LONG_AGO, NUMBER, PERSON, Subcommands, about_number

Adds = Callable[[Command], Reply]
"""What a line brings about that is no sub-command."""
TOWARDS = re.compile(r"(?:to|until|till|on|naar|tot|aan|op)\s+", re.IGNORECASE)
ABOUT_ONE = re.compile(
    r"(?:(?:edit|rename|change|update|note|comment|agenda|invite|uninvite|reassign|snooze|block|unblock|priority"
    r"|status|delay|extend|remind|bewerk|wijzig|hernoem|notitie|opmerking|blokkeer|prioriteit|herinner)\s+"
    rf"{NUMBER.pattern}\s+\S.*"
    rf"|{NUMBER.pattern}\s+(?:is|isn['’]t|needs|waits|can|can['’]t|has|must|should|will|for|kan|moet|wacht|heeft"
    r"|mag|gaat|voor)\s+\S.*"
    rf"|{NUMBER.pattern}\s+(?:(?:to|for|aan|voor)\s+)?(?:{PERSON.pattern})"
    rf"|(?:add|invite|remove|voeg|nodig|verwijder)\s+(?:{PERSON.pattern}).*\s(?:to|from|for|aan|van|bij|uit|voor)\s+"
    rf"{NUMBER.pattern}(?:\s+(?:toe|uit))?)[ .!]*",
    re.IGNORECASE | re.DOTALL,
)
"""`rename 3 call the bank`, `3 is for Tom`, `add @tom to 3`: what no sub-command does to a record."""
MOST_BEHIND = 12
"""Words of what a record is to become."""
TYPED = "typed"
"""Behind the slash of a button that does what was typed, rather than add it."""
NO_WORDS = frozenset(
    "the a an my our this that these those all it with item items task tasks "
    "het de een mijn ons onze dit dat die deze alle alles met taak taken".split()
)
"""Beside the noun these tell no record from another: `cancel the meeting`."""


def guessed(desk: Desk[R], commands: Subcommands, adds: Adds, request: Command) -> Reply:
    """Of what is no sub-command: a number beside a word that none has or beside a day, and the words of a
    record behind a verb are asked about first: nothing is added by mistake, and nothing that was typed is
    lost."""
    text, named = request.text.strip(), commands.behind(request.text)

    def add() -> Reply:
        known = _alike(desk, request)
        if not known.records:
            return adds(request)
        return Say(asked(desk, request, request.here, known, None, _add_button(desk, request), same=True))

    number, one = about_number(text), ABOUT_ONE.fullmatch(text)
    verb, behind = verb_of(desk, commands, text), ""
    if number is not None:
        found = numbered(desk, request.here, number)
    elif one and not any(map(COUNTED.match, text.split(maxsplit=1))):
        found = numbered(desk, request.here, int(next(filter(None, one.groups()))))
    elif named:
        found, behind = by_words(desk, request, request.here, named, verb)
    else:
        return add()
    if found.records:
        does = doing(desk, commands, request, found, verb, behind)
        return Say(asked(desk, request, request.here, found, verb, _add_button(desk, request), does=does))
    if number is None:
        return add()
    asks_anyway = isinstance(desk, FullDesk) and desk.makes
    unknown = UnknownWord(request.plain(request.text), "", request.typed)
    return adds(request) if asks_anyway else Say(not_known(desk, request, unknown))


def _alike(desk: Desk[R], request: Command) -> Listed[R]:
    """Those that say the very same, of a noun of which there is one: typed twice, or known already."""
    known = (
        desk.reads(request, request.text.strip()) if isinstance(desk, FullDesk) and not desk.recurs else {}
    )
    words = str(known.get(desk.noun.fields[0].name, "")).lower().split()
    found = records.listed(request.here, desk.noun, Wanted(words=words)).records if words else []
    same = [each for each in found if desk.noun.text_of(each).lower().split() == words]
    return Listed(Wanted(), same, 0, len(same))


def verb_of(desk: Desk[R], commands: Subcommands, text: str) -> Verb[R] | None:
    """Whose word, or two, the text begins with."""
    word = text.strip().removesuffix(commands.behind(text)).strip().lower()
    ways = ((verb, "|".join((*verb.words, *(verb.also or ()))).split("|")) for verb in desk.verbs)
    return next((verb for verb, words in ways if word in words), None)


def numbered(desk: Desk[R], ctx: Context, number: int) -> Listed[R]:
    found = [*filter(None, [ctx.uow.of(desk.noun.records).get(ctx.project.id, number)])]
    return Listed(Wanted(), found, 0, len(found))


def by_words(
    desk: Desk[R], request: Request, ctx: Context, named: str, verb: Verb[R] | None
) -> tuple[Listed[R], str]:
    """Those with the words behind a verb, as in `done call Jan`, or with those before what it is to become,
    which is returned too: `move Sync to Thursday`; all, where the words are the noun's alone."""
    own = {*desk.command.ways, *desk.noun.one.en.split(), *desk.noun.one.nl.split()}
    found: Listed[R] = Listed(Wanted(), [], 0, 0)
    said = named.strip(" .!").split()
    for end in range(len(said), max(0, len(said) - MOST_BEHIND), -1):
        behind = " ".join(said[end:])
        if behind and (verb is None or verb.takes is Takes.numbers or not _is_aim(behind)):
            continue
        start = request.plain(" ".join(said[:end])).lower().split()
        words = [word for word in start if word not in NO_WORDS | own]
        if words or (verb and not verb.starts_texts and (not behind or own & {*start})):
            found = records.listed(ctx, desk.noun, Wanted(words=words))
        if found.records:
            return found, behind
    return found, ""


def _is_aim(text: str) -> bool:
    """Whether it says who or when."""
    aim = TOWARDS.sub("", text, count=1)
    return bool(PERSON.fullmatch(aim)) or is_terms(aim, LONG_AGO, "UTC", list(Language)) or aim != text


def doing(
    desk: Desk[R],
    commands: Subcommands,
    request: Command,
    found: Listed[R],
    verb: Verb[R] | None,
    behind: str,
) -> list[ButtonElement]:
    """The button that does what was typed to the one record that was found by its words."""
    if verb is None or len(found.records) != 1 or not behind:
        return []
    word = request.text.strip().removesuffix(commands.behind(request.text)).strip()
    line = f"{word} {desk.noun.named(found.records[0].number)} {behind}"
    return [_kept(desk, request, f"add/{TYPED}", request.plain(line), line)]


def asked(
    desk: Desk[R],
    request: Request,
    ctx: Context,
    found: Listed[R],
    verb: Verb[R] | None,
    *more: ButtonElement,
    typed: str = "",
    same: bool = False,
    does: Sequence[ButtonElement] = (),
) -> Message:
    """Whether that is meant, or which of them; `same`: it says what was to be a new one; `does`: what goes on
    with it."""
    look = See(ctx, request.texts)
    if found.total > 1:
        listed = lists.listing(desk, found, look, typed or getattr(request, "typed", ""))
        return Message(listed.text, [*listed.blocks, *([ui.actions(*more)] if more else [])])
    [record] = found.records
    ask = look.texts.record_known if same else look.texts.record_meant
    question = ask(desk.noun.named(record.number), desk.noun.text_of(record))
    buttons = [*does, ui.button(look.texts.record_open(), action=desk.action("show"), value=record.ref)]
    if verb and verb.button and verb.takes is Takes.numbers:
        label, action = look.texts.button_of(verb), f"{desk.action(verb.name)}/{SAID}"
        buttons.insert(0, ui.button(label, action=action, value=record.ref))
    return sentence(question, *buttons, *more)


def not_known(desk: Desk[R], request: Command, reason: UnknownWord) -> Message:
    """With a button that adds what was typed after all."""
    texts = request.texts
    told = f"{texts.rejected(reason)}\n{texts.you_typed(f'{request.typed} {request.plain(request.text)}')}"
    return sentence(told, _add_button(desk, request))


def _add_button(desk: Desk[R], request: Command) -> ButtonElement:
    label = request.texts.record_add(desk.noun, request.plain(request.text))
    return _kept(desk, request, "add", label, request.text)


def _kept(desk: Desk[R], request: Command, action: str, label: str, text: str) -> ButtonElement:
    """A button that goes on with what was typed, or with `text` in its place."""
    draft = {
        "word": request.word,
        "typed": request.typed,
        "text": text,
        "channel": request.channel,
        "said": request.said and asdict(request.said),
        "elsewhere": request.elsewhere,
    }
    key = dispatch.keep(request.anywhere, request.channel, draft)
    return ui.button(label, action=desk.action(action), value=key)


def add_pressed(registry: Registry, adds: Adds, request: Click) -> Reply:
    draft = request.draft(request.value)
    request.uow.pending_requests.remove(request.value)
    said = Source(**draft.pop("said")) if draft["said"] else None
    known = {"uow": request.uow, "now": request.now, "who": request.who, "texts": request.texts}
    does = registry.commands[draft["word"]] if request.subject == TYPED else adds
    reply = does(Command(**{**known, **draft, "said": said}))
    if type(reply) is Reply:
        return Replace(None)
    return Replace(reply.message) if isinstance(reply, Say) else reply
