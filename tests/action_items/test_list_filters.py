"""What is typed behind `list` is understood in both languages, in any order."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from bot.action_items.model import Status
from bot.core.errors import UnknownPerson
from bot.core.language import Language
from bot.core.record_lists import Period, Wanted
from bot.texts import texts_in
from handlers.action_items.desk import DESK
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
        return DESK.wanted(request, text)


@pytest.mark.parametrize(
    ("typed", "meaning"),
    [
        ("", Wanted()),
        ("mine", Wanted(values={"owner": [ME]})),
        ("van mij", Wanted(values={"owner": [ME]})),
        (f"<@{TOM}> overdue", Wanted(values={"owner": [TOM], "due": [Period.overdue]})),
        ("@tom, te laat", Wanted(values={"owner": [TOM], "due": [Period.overdue]})),
        ("of @tom and @priya", Wanted(values={"owner": [TOM, user("priya")]})),
        ("Deze Week mijn", Wanted(values={"owner": [ME], "due": [Period.this_week]})),
        ("next week waiting", Wanted(values={"due": [Period.next_week], "waiting": ["yes"]})),
        ("gereed deze week", Wanted(values={"status": [Status.done], "due": [Period.this_week]})),
        ("open or done", Wanted(values={"status": [Status.open, Status.done]}, words=["or"])),
        ("vervallen", Wanted(values={"status": [Status.cancelled]})),
        ("alle", Wanted(values={"status": list(Status)})),
        ("no owner, no date", Wanted(values={"no_owner": ["yes"], "due": [Period.none]})),
        ("zonder actiehouder en zonder datum", Wanted(values={"no_owner": ["yes"], "due": [Period.none]})),
        ("raised by me", Wanted(values={"raised_by": [ME]})),
        ("van mij ingebracht", Wanted(values={"raised_by": [ME]})),
        ("ingebracht door @tom", Wanted(values={"raised_by": [TOM]})),
        ("raised by the council", Wanted(words=["raised", "by", "the", "council"])),
        ("per persoon", Wanted(values={"order": ["owner"]})),
        ("risk log", Wanted(words=["risk", "log"])),
        ('"risk log" overdue', Wanted(values={"due": [Period.overdue]}, words=["risk", "log"])),
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
            assert DESK.vocabulary.meant(request, DESK.wanted(request, typed).words) == guess
