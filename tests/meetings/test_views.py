"""No number of people and no length of text makes a view of a meeting that Slack would refuse."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.core.errors import Misfilled, Rejected, TooLong
from bot.core.language import Language
from bot.dates.reader import Ambiguous, Reading
from bot.meetings.errors import NobodyElse, NoTime, NoTitle, OddLength
from bot.meetings.model import PLACE_LIMIT, TITLE_LIMIT, Answer, Meeting, Meetings, Status, replanned
from bot.meetings.notifications import my_meetings
from bot.sandbox.blocks import check_blocks, check_view
from bot.texts import Texts, texts_in
from handlers.meetings import home, views
from handlers.meetings.listeners import DESK
from handlers.meetings.moments import proposed
from handlers.meetings.typed import incomplete
from handlers.records.form_views import form
from handlers.records.views import card
from handlers.slack import ui
from handlers.slack.reply import Message, sentence
from handlers.slack.request import See
from storage.unit_of_work import Storage
from tests.kit.atlas import anywhere, open_atlas, person, user
from tests.kit.clock import MONDAY

HUNDRED = [user("tom"), *(f"U{number:010}" for number in range(99))]
WORST = "<&>" * 50
ZONES = ("Europe/Amsterdam", "Europe/London", "Asia/Kolkata", "America/New_York", "Africa/Lagos")
FRIDAY = datetime(2026, 11, 27, 14)

both_languages = pytest.mark.parametrize("texts", [texts_in(language) for language in Language])
every_status = pytest.mark.parametrize("status", list(Status))


def long_name(_user: str | None) -> str:
    return "&" * 80


def meeting(**changes: object) -> Meeting:
    answers = dict(zip(HUNDRED, [Answer.yes, Answer.no, Answer.maybe] * 25, strict=False))
    given = {
        "project_id": 1,
        "number": 999_999,
        "title": (WORST * 2)[:TITLE_LIMIT],
        "place": (WORST * 2)[:PLACE_LIMIT],
        "organiser": HUNDRED[0],
        "starts": FRIDAY,
        "zone": "America/Argentina/ComodRivadavia",
        "minutes": 24 * 60 - 1,
        "people": HUNDRED,
        "answers": answers,
        "raised_at": MONDAY,
    }
    return Meeting.model_validate({**given, **changes})


def accepted(message: Message) -> None:
    json: dict[str, Any] = message.as_json()
    assert check_blocks(json["blocks"], "message") == []
    assert 0 < len(json["text"]) <= 4000


@both_languages
@every_status
def test_a_card_of_a_hundred_with_long_names_is_accepted_and_says_how_many_it_leaves_out(
    sqlite_storage: Storage, texts: Texts, status: Status
) -> None:
    atlas = open_atlas(sqlite_storage)
    with atlas.unit() as uow:
        for each in HUNDRED:
            uow.people.put(person("x").model_copy(update={"user": each, "name": long_name(each)}))
            uow.people.add_member("T1", "C1", each)
        shown = card(DESK, meeting(status=status, answers={}), See(atlas.ctx(uow, MONDAY, "tom"), texts))
    accepted(shown)
    everybody = "(100)" in str(shown.as_json()) and "96" in str(shown.as_json())
    assert everybody is (status is not Status.cancelled)


@both_languages
@every_status
@pytest.mark.parametrize("who", ["tom", "priya"])
def test_an_invitation_and_all_that_follows_it_is_accepted(
    sqlite_storage: Storage, texts: Texts, status: Status, who: str
) -> None:
    made, reader = meeting(status=status), person(who)
    before = replanned(made, starts=FRIDAY - timedelta(days=1))
    atlas = open_atlas(sqlite_storage)
    with atlas.unit() as uow:
        see = See(atlas.ctx(uow, MONDAY, who), texts)
        for told in (
            views.invitation(made, see, reader),
            views.news(before, made, see, reader),
            views.off(made, see, reader),
            views.cancelled(made, long_name(None), see, reader),
            views.reminder(made.model_copy(update={"place": "https://x.nl/" + "a" * 187}), 10, texts),
            views.notes_wanted(made, 0, texts),
            views.notes_wanted(made, 12, texts),
            views.cancel_sure(made, texts),
            sentence(views.stands(made, see)),
            sentence(texts.meeting_not_asked_any_more(made)),
            sentence(texts.meeting_on_again(made, reader.zone, see.today)),
        ):
            assert told is not None
            accepted(told)


@both_languages
def test_the_form_is_accepted_whatever_is_known(texts: Texts) -> None:
    for known in ({}, {"minutes": 0}, {"minutes": 10**6, "title": "x" * 999}):
        assert check_view(form(DESK, known, texts, {"project": 1}).to_dict()) == []


@both_languages
def test_what_is_missing_is_told_in_an_accepted_message(sqlite_storage: Storage, texts: Texts) -> None:
    readings = tuple(
        Reading(FRIDAY + timedelta(days=ahead), FRIDAY + timedelta(days=ahead, hours=1)) for ahead in range(9)
    )
    wrong: dict[str, Rejected] = {
        "title": NoTitle(),
        "people": NobodyElse(),
        "minutes": OddLength(5, 24 * 60),
        "place": TooLong(10**6, PLACE_LIMIT),
        "day": Ambiguous("<&>" * 40, readings),
    }
    atlas = open_atlas(sqlite_storage)
    with atlas.unit() as uow:
        ctx = atlas.ctx(uow, MONDAY, "tom")
        accepted(incomplete(ctx, Misfilled(wrong), {"title": "&" * 999, "unclear": wrong}, 0, texts))


@both_languages
@pytest.mark.parametrize("minutes", [30, 14 * 60, 24 * 60])
def test_moments_and_changes_for_a_crowd_are_accepted(
    sqlite_storage: Storage, texts: Texts, minutes: int
) -> None:
    atlas, title = open_atlas(sqlite_storage), (WORST * 2)[:TITLE_LIMIT]
    fields = {"title": title, "people": HUNDRED, "optional": HUNDRED[50:], "minutes": minutes}
    with atlas.unit() as uow:
        for number, user_id in enumerate(HUNDRED):
            given = {"user": user_id, "name": "&" * 80, "zone": ZONES[number % 5]}
            uow.people.put(person("tom").model_copy(update=given))
        ctx = atlas.ctx(uow, MONDAY, "tom")
        for until in (None, FRIDAY.date()):
            asked = {**fields, "day": FRIDAY.date() if until is None else None, "until": until}
            accepted(proposed(ctx, Misfilled({"at": NoTime()}), asked, 0, texts))


@both_languages
@pytest.mark.parametrize("count", [0, 1, 10, 50])
def test_home_and_the_list_are_accepted_with_any_number_of_meetings(
    sqlite_storage: Storage, texts: Texts, count: int
) -> None:
    atlas = open_atlas(sqlite_storage)
    with atlas.unit() as uow:
        for number in range(count):
            uow.of(Meetings).add(meeting(project_id=atlas.project.id, number=number))
        ctx = anywhere(uow, MONDAY, "tom")
        blocks = home.section(ctx, my_meetings(ctx), texts)
        accepted(home.listing(anywhere(uow, MONDAY, "tom"), texts))
    assert bool(blocks) == bool(count)
    assert not blocks or check_view(ui.home(blocks).to_dict()) == []
