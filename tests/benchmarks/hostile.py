"""No text that a person can send keeps the bot busy for long: in each reader alone, and through the bot.

In milliseconds of the processor, so that what else the machine does counts as little as it can.
"""

import random
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from functools import partial
from textwrap import wrap
from time import thread_time

from bot.action_items import duplicates
from bot.core.errors import Rejected
from bot.core.language import Language
from bot.dates import due
from bot.dates import reader as dates
from bot.dates.due import split_terms
from bot.dates.values import Ambiguous, Unreadable
from bot.meetings.lines import Reader
from bot.minutes import model
from bot.minutes.extraction.extract import draft
from bot.notes import typed_line
from bot.notes.pasted_lines import read_pasted
from bot.notes.people import fitting
from bot.notes.tables import find_table
from bot.notes.tasks import task
from bot.projects import fields
from bot.runtime.wiring import open_registry
from bot.text.sentences import esc
from handlers.action_items.typed import outsider
from handlers.conversation.listeners import FIRST
from handlers.meetings import typed as meeting_commands
from handlers.people.absence import DEPUTY
from handlers.records.vocabulary import TOKEN
from handlers.slack import ui
from handlers.slack.request import plain
from handlers.slack.subcommands import beginnings, numbers
from tests.benchmarks.hostile_bot import open_sender
from tests.benchmarks.hostile_texts import SEED, Hostile, hostile_texts
from tests.benchmarks.rows import Row

TYPED, NOTES = 3_000, 100_000
LEAD = 40
"""Characters that a command has besides."""
READ, SENT, NOTES_READ = 500, 24, 60
"""Texts for each reader, for each way through the bot, and of notes."""
BAR, NOTES_BAR = 200.0, 1000.0
TRIES = 4
"""Of one that seems slow: the machine may have been busy with something else."""

NOW, ZONE, LANGUAGES = datetime(2026, 11, 23, 8, tzinfo=UTC), "Europe/Amsterdam", [Language.nl, Language.en]
KNOWN = frozenset("tom ann sanne jan bo".split())
PEOPLE = {"U1": "Tom Jansen", "U2": "Ann de Vries", "U3": "Jan van de Berg"}

Read = Callable[[str], object]


def bench_hostile() -> list[Row]:
    typed = _slowest(readers(), _some(TYPED, READ), BAR)
    with open_sender() as sender:
        sent = _slowest(sender.ways(), _some(TYPED - LEAD, SENT), BAR)
    notes = _slowest({"draft": draft}, _some(NOTES, NOTES_READ), NOTES_BAR)
    return [
        _row(f"the slowest reader of {TYPED:,} characters", typed, BAR),
        _row(f"{TYPED:,} characters through the whole bot, the slowest", sent, BAR),
        _row(f"reading {NOTES:,} characters of notes, the slowest", notes, NOTES_BAR),
    ]


def _some(length: int, count: int) -> list[Hostile]:
    return random.Random(SEED).sample(list(hostile_texts(length, 1)), count)


def readers() -> dict[str, Read]:
    """All that looks at a text before anything is stored; a table's row each."""
    read_due = partial(due.read_due, now=NOW, zone=ZONE, languages=LANGUAGES)
    reader = Reader(NOW, ZONE, LANGUAGES)
    registry = open_registry()
    words = [registry.subcommands[word] for word in registry.words]
    takes = [each.takes for known in words for each in known.subcommands]
    return {
        "dates.read": lambda text: [dates.read(text, NOW, ZONE, each) for each in LANGUAGES],
        "dates.split, English": lambda text: dates.split(text, NOW, ZONE, Language.en),
        "dates.split, Dutch": lambda text: dates.split(text, NOW, ZONE, Language.nl),
        "split_terms": lambda text: split_terms(text, NOW, ZONE, LANGUAGES),
        "a date and why": due.parted,
        "a moved meeting": lambda text: reader.phrase(text, date(2026, 11, 27)),
        "a meeting": reader.line,
        "days off": lambda text: fields.days_off(text, NOW, ZONE, Language.nl),
        "the ladder": fields.ladder,
        "an emoji": fields.emoji,
        "numbers": numbers,
        "numbers and a day": lambda text: [_or_nothing(read_due, rest) for _some, rest in beginnings(text)],
        "pasted lines": lambda text: read_pasted(text, KNOWN, NOW, ZONE, LANGUAGES)[0],
        "a file": lambda text: _rows(text),
        "a task": lambda text: task(text, KNOWN),
        "notes": draft,
        "whose": lambda text: fitting(text, PEOPLE),
        "a twin": lambda text: duplicates.likeliest(text, {1: text[1:2001], 2: text[::-1], 3: "call Tom"}),
        "twins in a list": lambda text: duplicates.repeated(dict(enumerate(text.split("\n")))),
        "twins of a list": lambda text: duplicates.twins(*_halves(text)),
        "sub-words": lambda text: [each.fullmatch(text) for each in takes],
        "a sub-word": lambda text: [_or_nothing(partial(each.read, command="/spil"), text) for each in words],
        "filters": TOKEN.findall,
        "an owner": typed_line.PEOPLE.match,
        "helpers": typed_line.WITH.search,
        "an outsider": outsider,
        "a deputy": DEPUTY.findall,
        "people of a meeting": typed_line.without_people,
        "names in a meeting": meeting_commands.NAMED.findall,
        "a command that is said": FIRST.fullmatch,
        "marks": lambda text: plain(text, str),
        "what was typed": lambda text: wrap(text, 1000, replace_whitespace=False, drop_whitespace=False),
        "a clipped text": lambda text: ui.clip_marked(esc(text), ui.SECTION),
        "cleaned notes": model.clean,
        "notes in parts": model.note_parts,
    }


def _rows(text: str) -> object:
    table = find_table(text, KNOWN, of_file=True)
    return table and table.read()


def _or_nothing(read: Read, text: str) -> object:
    with suppress(Rejected, Unreadable, Ambiguous):
        return read(text)
    return None


def _halves(text: str) -> tuple[dict[int, str], dict[int, str]]:
    lines = text.split("\n")
    middle = len(lines) // 2
    return dict(enumerate(lines[:middle])), dict(enumerate(lines[middle:]))


def _slowest(ways: Mapping[str, Read], texts: Sequence[Hostile], bar: float) -> tuple[float, str]:
    """Milliseconds, and of which way with what."""
    slowest = (0.0, "")
    for name, way in ways.items():
        for text in texts:  # one way after the other, so that none finds what another remembers
            slowest = max(slowest, (_took(way, text.text, bar), f"{name}: {text.name}"))
    return slowest


def _took(way: Read, text: str, bar: float) -> float:
    """The quickest of a few tries when the first seems slow, each with another end: the same is remembered.

    A way through the bot returns its own milliseconds.
    """
    times: list[float] = []
    while not times or (min(times) > bar / 3 and len(times) < TRIES):
        tried = f"{text[:-1]}{len(times)}" if times else text
        began, own = thread_time(), None
        with suppress(Rejected):
            own = way(tried)
        times.append(own if isinstance(own, float) else (thread_time() - began) * 1000)
    return min(times)


def _row(what: str, slowest: tuple[float, str], bar: float) -> Row:
    took, which = slowest
    return Row("hostile", what, round(took, 1), bar, f"{took:.0f} ms, {which}")
