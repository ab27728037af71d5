"""No number of records of any noun and no length of text makes a view that Slack would refuse."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest

from bot.core import records
from bot.core.language import Language
from bot.core.nouns import Kind, Noun
from bot.core.record_lists import Wanted
from bot.core.records import in_bulk
from bot.core.undo import undo_batch
from bot.nouns import NOUNS
from bot.texts import Texts, texts_in
from handlers.action_items.desk import DESK as ACTION_ITEMS
from handlers.decisions.listeners import DESK as DECISIONS
from handlers.meetings.listeners import DESK as MEETINGS
from handlers.minutes.desk import DESK as MINUTES
from handlers.polls.listeners import DESK as POLLS
from handlers.records import form_views, lists, views
from handlers.records.desk import Desk, FormDesk, FullDesk
from handlers.records.views import several_answered
from handlers.slack.request import See
from storage.unit_of_work import Storage
from tests.kit.atlas import OUTSIDERS, ZONES, Atlas, open_atlas, person
from tests.kit.clock import MONDAY
from tests.kit.nouns import both_languages, closing, edited, every_noun, full
from tests.kit.views import AMPERSANDS, WORST, accepted, accepted_view

DESKS: dict[str, Desk[Any]] = {
    desk.noun.name: desk for desk in (ACTION_ITEMS, DECISIONS, MEETINGS, POLLS, MINUTES)
}
FORMS = [desk for desk in DESKS.values() if isinstance(desk, FormDesk)]
every_form = pytest.mark.parametrize("desk", FORMS, ids=lambda desk: desk.noun.name)


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    """Where everybody and everything has as long a name as can be."""
    atlas = open_atlas(sqlite_storage, name="&" * 100)
    with atlas.unit() as uow:
        for name in ZONES:
            uow.people.put(person(name, **OUTSIDERS.get(name, {})).model_copy(update={"name": "&" * 80}))
    return atlas


def fill(atlas: Atlas, noun: Noun[Any], count: int) -> None:
    with atlas.unit() as uow:
        for number in range(1, count + 1):
            text = AMPERSANDS if number % 2 else WORST
            uow.of(noun.records).add(full(noun, text, number, atlas.project.id))


@contextmanager
def looking(atlas: Atlas, texts: Texts, who: str = "tom") -> Iterator[See]:
    with atlas.unit() as uow:
        yield See(atlas.ctx(uow, MONDAY, who), texts)


def test_every_noun_has_a_desk() -> None:
    assert set(DESKS) == set(NOUNS)


@both_languages
@every_noun
@pytest.mark.parametrize("count", [1, 12, 13, 40])
def test_every_page_of_a_history_is_accepted(atlas: Atlas, texts: Texts, noun: Noun[Any], count: int) -> None:
    one, other = (full(noun, text, 1, atlas.project.id) for text in (WORST, AMPERSANDS))
    with atlas.unit() as uow:
        uow.of(noun.records).add(one)
        for _ in range(count):
            atlas.ctx(uow, MONDAY, "tom").record(noun.name, "edited", before=one, after=other)
    for first in (None, *range(0, count, records.HISTORY_PAGE)):
        with looking(atlas, texts) as see:
            found = records.history(see.ctx, noun, 1, first)
            accepted(views.history(DESKS[noun.name], found, "UTC", see))


@both_languages
@every_noun
def test_an_answer_and_its_undo_are_accepted_and_count_what_they_leave_out(
    atlas: Atlas, texts: Texts, noun: Noun[Any]
) -> None:
    """Of fifty records each fifth is closed already."""
    fill(atlas, noun, 50)
    desk, verb = DESKS[noun.name], closing(noun)
    with atlas.unit() as uow:
        for number in range(5, 51, 5):
            verb.does(atlas.ctx(uow, MONDAY, "tom"), number)
    with looking(atlas, texts, "sanne") as see:
        numbers = [*range(1, 51), *range(700, 770, 2)]
        bulk = in_bulk(see.ctx, noun, numbers, verb.does, verb.check)
        said = several_answered(desk, verb, bulk, see)
        undone = views.taken_back(undo_batch(see.ctx, bulk.batch), see)
    accepted(said)
    accepted(undone)
    assert texts.and_more(20) in str(said.as_json())
    assert texts.and_more(20) in str(undone.as_json())


@both_languages
@every_noun
def test_taken_back_twice_says_that_it_was_so_already(atlas: Atlas, texts: Texts, noun: Noun[Any]) -> None:
    with looking(atlas, texts) as see:
        said = views.taken_back([], see)
    accepted(said)
    assert said.text == texts.taken_back_before()


@both_languages
@every_form
@pytest.mark.parametrize("text", ["x", WORST, AMPERSANDS])
def test_a_card_a_line_and_a_form_are_accepted(
    atlas: Atlas, texts: Texts, desk: FormDesk[Any], text: str
) -> None:
    made = full(desk.noun, text, 999_999, atlas.project.id)
    about = {"project": atlas.project.id, "number": made.number, "version": 1, "channel": "C1"}
    with looking(atlas, texts) as see:
        if isinstance(desk, FullDesk):
            accepted(views.card(desk, made, see))
        for verb in desk.verbs:
            accepted(views.answered(desk, verb, made, see))
        accepted_view(form_views.form(desk, form_views.shown(desk, made, texts), texts, about))
        accepted_view(form_views.form(desk, desk.presets(see.ctx), texts, {"project": 1, "channel": "C1"}))


@every_form
@pytest.mark.parametrize("count", [0, 1, 50, 500])
def test_the_first_pages_and_the_last_of_a_list_are_accepted(
    atlas: Atlas, desk: FormDesk[Any], count: int
) -> None:
    fill(atlas, desk.noun, count)
    wanted = Wanted(), Wanted(words=["&" * 90] * 9)
    beyond = 0, records.PAGE, count  # beyond the last is the last
    for language, want, first in product(Language, wanted, beyond):
        with looking(atlas, texts_in(language)) as see:
            page = records.listed(see.ctx, desk.noun, want, first)
            accepted(lists.listing(desk, page, see, "/spil besluit", "&" * 30))


@both_languages
@every_form
def test_a_form_over_what_somebody_else_changed_is_accepted_and_keeps_what_was_typed(
    atlas: Atlas, texts: Texts, desk: FormDesk[Any]
) -> None:
    noun = desk.noun
    says = noun.typed[0].name
    other = next(field for field in noun.typed[1:] if field.kind in (Kind.text, Kind.day) and not field.fresh)
    fill(atlas, noun, 1)
    with atlas.unit() as uow:
        seen = records.change(
            atlas.ctx(uow, MONDAY, "sanne"),
            noun,
            1,
            "edited",
            lambda one: one.model_copy(update={says: "x"}),
        )
    edited(atlas, noun, WORST, "priya", now=MONDAY + timedelta(minutes=1))
    shown_as, own = (
        ("initial_date", date(2026, 11, 2)) if other.kind is Kind.day else ("initial_value", "typed")
    )
    typed = {**form_views.shown(desk, seen, texts), other.name: own}
    with looking(atlas, texts) as see:
        found = records.edit(see.ctx, noun, 1, seen.version, typed)
        assert isinstance(found, records.Overtaken)
        view = form_views.overtaken(desk, found, typed, see, {"project": 1, "number": 1, "channel": "C1"})
    accepted_view(view)
    shown = view.to_dict()
    assert '"version": 3' in shown["private_metadata"]
    inputs = {block["block_id"]: block for block in shown["blocks"] if block["type"] == "input"}
    assert inputs[other.name]["element"][shown_as] == str(own)
    left_alone = inputs[says]["element"]["initial_value"]
    assert left_alone == WORST[: noun.typed[0].limit]  # as it is now
