"""What is typed behind `list` is understood in both languages, in any order."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from bot.action_items.lists import Wanted, When
from bot.action_items.model import Status
from bot.core.errors import UnknownPerson
from bot.core.language import Language
from bot.texts import texts_in
from handlers.action_items.list_filters import meant, wanted
from handlers.slack.request import Command
from storage.unit_of_work import Storage
from tests.kit.atlas import Atlas, open_atlas, person, user
from tests.kit.clock import MONDAY

TOM, ME = user("tom"), user("sanne")


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    return open_atlas(sqlite_storage)


@contextmanager
def asking(atlas: Atlas) -> Iterator[Command]:
    with atlas.unit() as uow:
        yield Command(
            uow=uow,
            now=MONDAY,
            who=person("sanne"),
            channel="C1",
            texts=texts_in(Language.en),
            word="action",
            typed="/action",
            text="",
        )


def read(atlas: Atlas, text: str) -> Wanted:
    with asking(atlas) as request:
        return wanted(request, text)


@pytest.mark.parametrize(
    ("typed", "meaning"),
    [
        ("", Wanted()),
        ("mine", Wanted(owners=[ME])),
        ("van mij", Wanted(owners=[ME])),
        (f"<@{TOM}> overdue", Wanted(owners=[TOM], when=[When.overdue])),
        ("@tom, te laat", Wanted(owners=[TOM], when=[When.overdue])),
        ("of @tom and @priya", Wanted(owners=[TOM, user("priya")])),
        ("Deze Week mijn", Wanted(owners=[ME], when=[When.this_week])),
        ("next week waiting", Wanted(when=[When.next_week], waiting=True)),
        ("gereed deze week", Wanted(statuses=[Status.done], when=[When.this_week])),
        ("open or done", Wanted(statuses=[Status.open, Status.done], words=["or"])),
        ("vervallen", Wanted(statuses=[Status.cancelled])),
        ("alle", Wanted(statuses=list(Status))),
        ("no owner, no date", Wanted(nobody=True, when=[When.no_date])),
        ("zonder actiehouder en zonder datum", Wanted(nobody=True, when=[When.no_date])),
        ("raised by me", Wanted(raised_by=[ME])),
        ("van mij ingebracht", Wanted(raised_by=[ME])),
        ("ingebracht door @tom", Wanted(raised_by=[TOM])),
        ("raised by the council", Wanted(words=["raised", "by", "the", "council"])),
        ("per persoon", Wanted(by_owner=True)),
        ("risk log", Wanted(words=["risk", "log"])),
        ('"risk log" overdue', Wanted(words=["risk", "log"], when=[When.overdue])),
        ('"overdue"', Wanted(words=["overdue"])),
        ("“open” R&amp;D", Wanted(words=["open", "R&D"])),
    ],
)
def test_filters_are_read_and_all_else_is_looked_for(atlas: Atlas, typed: str, meaning: Wanted) -> None:
    assert read(atlas, typed) == meaning


def test_a_name_that_nobody_has_is_refused(atlas: Atlas) -> None:
    with pytest.raises(UnknownPerson):
        read(atlas, "@nobody")


def test_a_slip_of_the_pen_and_a_bare_name_are_guessed(atlas: Atlas) -> None:
    for typed, guess in (("overdeu", "overdue"), ("plan of tom", "@tom"), ("risicolog", "")):
        with asking(atlas) as request:
            assert meant(request, wanted(request, typed)) == guess
