"""No pattern over what is typed begins anew at each of its characters."""

from collections.abc import Callable
from functools import partial
from time import thread_time

import pytest

from bot.core.language import Language
from bot.notes.typed_line import BEHIND, BY, FOR, OUTSIDER, PEOPLE, WITH, Reader, without_people
from handlers.action_items.desk import DESK as ITEMS
from handlers.action_items.typed import MANY_TOWARDS
from handlers.action_items.typed import READERS as VERB_READERS
from handlers.conversation.courtesies import is_nod, is_thanks
from handlers.conversation.listeners import FIRST
from handlers.conversation.spoken import command_for
from handlers.decisions.listeners import BY as DECIDED_BY
from handlers.decisions.listeners import DESK, INFORM, REJECTED
from handlers.meetings.typed import NAMED
from handlers.people.absence import DEPUTY
from handlers.records.listeners import SUCCESSOR
from handlers.records.meant import ABOUT_ONE
from handlers.records.vocabulary import TOKEN
from handlers.slack.request import plain
from handlers.slack.subcommands import PARTED, SAID_OF_NUMBER
from tests.kit.clock import MONDAY

LONG = 6000
ENOUGH = 0.3
"""Seconds; each takes some milliseconds, and took up to hours."""
UNITS = (
    *(" ", "\n", ", ", "a ", "Jan ", "“ ", '" ', "& ", "<@U1|", "<http://", "<!subteam^S1|", "with ", "en "),
    *("deputy ", "is ", "ok ", "1,", "1 ", "@a ", "<@U1>, ", "<mailto:"),
)
LINES = Reader(MONDAY, "Europe/Amsterdam", list(Language))
READERS: tuple[Callable[[str], object], ...] = (
    *(TOKEN.findall, OUTSIDER.match, OUTSIDER.fullmatch, PEOPLE.findall, WITH.search, BY.search, FOR.search),
    *(BEHIND.match, without_people, LINES.line, NAMED.findall, DEPUTY.findall, FIRST.fullmatch),
    ITEMS.vocabulary.fullmatch,
    *(reader.takes.fullmatch for reader in VERB_READERS.values()),
    *(SUCCESSOR.fullmatch, DESK.vocabulary.fullmatch, INFORM.search, DECIDED_BY.search, REJECTED.search),
    *(command_for, is_nod, is_thanks, ABOUT_ONE.fullmatch, MANY_TOWARDS.fullmatch),
    *(PARTED.fullmatch, SAID_OF_NUMBER.fullmatch),
    partial(plain, name_of=str),
)


@pytest.mark.parametrize("reader", READERS)
def test_a_text_is_soon_read(reader: Callable[[str], object]) -> None:
    for unit in UNITS:
        for text in (unit * LONG, f"1 {unit * LONG}"):
            began = thread_time()
            reader(f"{text[:LONG]}!")
            assert thread_time() - began < ENOUGH, repr(unit)


def test_each_person_in_a_text_is_asked_for_once() -> None:
    asked: list[str] = []

    def name_of(user: str) -> str:
        asked.append(user)
        return "Tom"

    assert plain("<@U1> and <@U1>, <@U2>", name_of) == "@Tom and @Tom, @Tom"
    assert asked == ["U1", "U2"]


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("22 dec – 2 jan, deputy @tom", "22 dec – 2 jan"),
        ("22 dec with deputy: @tom", "22 dec"),
        ("met vervanger is <@U1> 22 dec", " 22 dec"),
        ("vervanger  @tom", ""),
        ("1 week @tom", "1 week"),
    ],
)
def test_a_deputy_is_read_with_the_words_around(typed: str, left: str) -> None:
    assert len(DEPUTY.findall(typed)) == 1
    assert DEPUTY.sub("", typed) == left
