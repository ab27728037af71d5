"""No pattern over what is typed begins anew at each of its characters."""

from collections.abc import Callable
from functools import partial
from time import thread_time

import pytest

from handlers.action_items.form import DESK as ITEMS
from handlers.action_items.typed import HELPERS, OUTSIDER, OWNERS
from handlers.action_items.typed import READERS as VERB_READERS
from handlers.conversation.wording import FIRST, WHO
from handlers.decisions.listeners import BY, DESK, INFORM, REJECTED
from handlers.meetings.commands import NAMED, PEOPLE
from handlers.people.absence import DEPUTY
from handlers.records.listeners import SUCCESSOR
from handlers.records.vocabulary import TOKEN
from handlers.slack.request import plain

LONG = 3000
ENOUGH = 0.3
"""Seconds; each takes some milliseconds, and took up to hours."""
UNITS = (
    *(" ", "\n", ", ", "a ", "Jan ", "“ ", '" ', "& ", "<@U1|", "<http://", "<!subteam^S1|", "with ", "en "),
    *("deputy ", "1,", "1 ", "@a ", "<@U1>, ", "<mailto:"),
)
READERS: tuple[Callable[[str], object], ...] = (
    *(TOKEN.findall, HELPERS.findall, OUTSIDER.match, OUTSIDER.fullmatch, OWNERS.match),
    *(
        NAMED.findall,
        PEOPLE.findall,
        DEPUTY.findall,
        FIRST.fullmatch,
        WHO.findall,
        ITEMS.vocabulary.fullmatch,
    ),
    *(reader.takes.fullmatch for reader in VERB_READERS.values()),
    *(SUCCESSOR.fullmatch, DESK.vocabulary.fullmatch, INFORM.search, BY.search, REJECTED.search),
    partial(plain, name_of=str),
)


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("reader", READERS)
def test_a_text_is_soon_read(reader: Callable[[str], object], unit: str) -> None:
    for text in (unit * LONG, f"1 {unit * LONG}"):
        began = thread_time()
        reader(f"{text[:LONG]}!")
        assert thread_time() - began < ENOUGH


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
