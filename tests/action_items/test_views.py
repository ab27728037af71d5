"""No number of items and no length of text makes a view that Slack would refuse."""

from datetime import date, datetime, timedelta
from itertools import product

import pytest

from bot.action_items.model import ActionItem, ActionItems, Asked, CounterOffer, Status
from bot.action_items.noun import ACTION_ITEM
from bot.core.context import PersonContext
from bot.core.jobs import Notice
from bot.core.language import Language
from bot.core.people import Person
from bot.core.record_lists import Wanted
from bot.core.records import PAGE, listed
from bot.meetings.model import Meeting, Meetings
from bot.reminders.mornings import KIND
from bot.runtime.wiring import open_registry
from bot.texts import Texts, texts_in
from handlers.action_items import desk, views
from handlers.action_items.desk import DESK
from handlers.home.views import home
from handlers.records.lists import listing
from handlers.reminders.listeners import morning
from handlers.slack.request import See
from storage.unit_of_work import Storage
from tests.kit.atlas import TEAM, Atlas, anywhere, open_atlas, person, user
from tests.kit.clock import MONDAY
from tests.kit.views import AMPERSANDS, WORST, accepted, accepted_view

TODAY = date(2026, 11, 23)
ZERO_TO_MANY = (0, 1, 50, 500)
DONE = Wanted(values={"status": ["done"]})
DUES = (-3, 0, 1, 30, None)

both_languages = pytest.mark.parametrize("texts", [texts_in(language) for language in Language])
any_number = pytest.mark.parametrize("count", ZERO_TO_MANY)


def item(number: int, text: str = WORST, **changes: object) -> ActionItem:
    days = DUES[number % len(DUES)]
    return ActionItem(
        project_id=1,
        number=number,
        text=text,
        owner=user("tom"),
        raised_by=user("sanne"),
        raised_at=MONDAY,
        due=None if days is None else TODAY + timedelta(days=days),
    ).model_copy(update=changes)


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    return open_atlas(sqlite_storage, name="&" * 100)


def fill(atlas: Atlas, count: int, **changes: object) -> None:
    with atlas.unit() as uow:
        for number in range(1, count + 1):
            text = AMPERSANDS if number % 2 else WORST
            uow.of(ActionItems).add(item(number, text, project_id=atlas.project.id, **changes))


@both_languages
@pytest.mark.parametrize("text", ["x", WORST, AMPERSANDS])
@pytest.mark.parametrize(
    "changes",
    [{}, {"owner": None, "due": None}, {"status": Status.done}, {"status": Status.cancelled, "owner": None}],
)
def test_a_card_is_accepted(atlas: Atlas, texts: Texts, text: str, changes: dict[str, object]) -> None:
    made = item(999_999, text, **changes)
    with atlas.unit() as uow:
        see = See(atlas.ctx(uow, MONDAY, "tom"), texts)
        accepted(views.card(made, see))
        accepted(views.card(made, see, elsewhere=True))
        accepted(views.owners_card(made, see, (), views.owner_elements(made, texts, "U1")))
        accepted(views.passed_on(made, see))
        accepted(desk.said(made, see))


@both_languages
@pytest.mark.parametrize("count", [0, 1, 2, 40])
def test_the_question_which_day_is_accepted(texts: Texts, count: int) -> None:
    days = [TODAY + timedelta(days=ahead) for ahead in range(count)]
    accepted(views.which_due(item(1), days, texts, TODAY))


@any_number
@pytest.mark.parametrize(
    "wanted", [Wanted(), Wanted(values={"order": ["owner"]}), DONE, Wanted(words=["&" * 90] * 9)]
)
def test_every_page_of_a_list_is_accepted(atlas: Atlas, count: int, wanted: Wanted) -> None:
    closed = {"status": Status.done, "done_at": MONDAY}
    odd = {
        "waits_on": WORST[:200],
        "starts": TODAY + timedelta(days=9),
        "times_postponed": 12,
        "waits_for": 999,
    }
    fill(atlas, count, **(closed if wanted is DONE else odd))
    for language, first in product(Language, range(0, max(count, 1), PAGE)):
        with atlas.unit() as uow:
            see = See(atlas.ctx(uow, MONDAY, "tom"), texts_in(language))
            accepted(listing(DESK, listed(see.ctx, ACTION_ITEM, wanted, first), see, "/spil action"))


def tom(texts: Texts) -> Person:
    return person("tom", language=texts.language)


@both_languages
@any_number
def test_home_is_accepted(atlas: Atlas, texts: Texts, count: int) -> None:
    fill(atlas, count)
    with atlas.unit() as uow:
        accepted_view(home(PersonContext(uow, MONDAY, tom(texts)), texts))


@both_languages
def test_home_with_as_much_as_can_be_of_everything_is_accepted(atlas: Atlas, texts: Texts) -> None:
    fill(atlas, 60)
    offer = CounterOffer(asked=Asked.owner, by=user("priya"), reason=AMPERSANDS[:500], at=MONDAY)
    others = {"project_id": atlas.project.id, "raised_by": user("tom"), "owner": user("priya")}
    others["due"] = date(2026, 11, 2)
    asks = {"counter_offer": offer.model_dump(mode="json"), "waits_for": 1}
    with atlas.unit() as uow:
        for number in range(61, 90):
            uow.of(ActionItems).add(item(number, AMPERSANDS, **others, **asks))
        for number in range(1, 30):
            start = datetime(2026, 11, 24, 9)
            about = {"project_id": atlas.project.id, "number": number, "zone": "UTC", "raised_at": MONDAY}
            people = {"organiser": user("sanne"), "people": [user("tom")]}
            uow.of(Meetings).add(
                Meeting.model_validate({**about, **people, "title": "&" * 140, "starts": start})
            )
        view = home(PersonContext(uow, MONDAY, tom(texts)), texts)
    accepted_view(view)
    shown = view.to_dict()["blocks"]
    assert len(shown) < 100 and texts.home_added_more(24) in str(shown) and texts.home_answers() in str(shown)


@both_languages
@any_number
def test_the_morning_is_accepted_or_silent(atlas: Atlas, texts: Texts, count: int) -> None:
    fill(atlas, count)
    notice = Notice(kind=KIND, team=TEAM, to=user("tom"), about={"day": TODAY.isoformat()})
    with atlas.unit() as uow:
        message = morning(open_registry(), uow, notice, texts, MONDAY)
    assert (message is None) == (count == 0)
    if message is not None:
        accepted(message)


@both_languages
def test_home_of_somebody_without_a_project_says_what_to_do(atlas: Atlas, texts: Texts) -> None:
    with atlas.unit() as uow:
        view = home(anywhere(uow, MONDAY, "otto"), texts)
    accepted_view(view)
    assert texts.home_no_project() in str(view.to_dict())
