"""No number of items and no length of text makes a digest that Slack would refuse."""

from datetime import timedelta

import pytest

from bot.action_items.model import ActionItem
from bot.core.language import Language
from bot.decisions.model import Decision
from bot.digests.model import Digest, Period, Section
from bot.meetings.model import PLACE_LIMIT, TITLE_LIMIT, Meeting
from bot.minutes.model import Minutes
from bot.sandbox.blocks import check_blocks
from bot.texts import Texts, texts_in
from handlers.digests import listeners
from handlers.slack.reply import TEXT, Message
from storage.unit_of_work import Storage
from tests.kit.atlas import TEAM, Atlas, open_atlas, person, user
from tests.kit.clock import MONDAY

PERIOD = Period(MONDAY - timedelta(weeks=1), MONDAY, "America/Argentina/ComodRivadavia")
TODAY = PERIOD.today
both_languages = pytest.mark.parametrize("texts", [texts_in(language) for language in Language])


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    opened = open_atlas(sqlite_storage, name="&" * 100)
    with opened.unit() as uow:
        uow.people.put(person("tom").model_copy(update={"name": "&" * 80}))
    return opened


def full(count: int) -> Digest:
    """As much as `count` of everything, each as long as can be."""
    items = [
        ActionItem(
            project_id=1,
            number=number,
            text="&" * 2000,
            owner=user("tom"),
            raised_by=user("tom"),
            raised_at=MONDAY,
            due=TODAY,
        )
        for number in range(1, count + 1)
    ]
    meetings = [
        Meeting(
            project_id=1,
            number=number,
            title="&" * TITLE_LIMIT,
            organiser=user("tom"),
            starts=MONDAY.replace(tzinfo=None),
            zone="UTC",
            place="&" * PLACE_LIMIT,
            raised_at=MONDAY,
        )
        for number in range(1, count + 1)
    ]
    minutes = [
        Minutes(
            project_id=1,
            number=number,
            title="&" * 140,
            held_on=TODAY,
            author=user("tom"),
            notes="",
            raised_at=MONDAY,
        )
        for number in range(1, count + 1)
    ]
    decisions = [
        Decision(project_id=1, number=number, text="&" * 5000, decided_on=TODAY)
        for number in range(1, count + 1)
    ]
    # What is new and urgent too stands only there: this is new and has time.
    new = [item.model_copy(update={"number": 1000 + item.number}) for item in items]
    return Digest(
        PERIOD,
        {**dict.fromkeys([*Section][:7], items), Section.new: new},
        dict.fromkeys([*Section][7:10], meetings),
        minutes,
        decisions,
    )


def fits(message: Message) -> None:
    shown = message.as_json()
    assert check_blocks(shown["blocks"], "message") == []
    assert 0 < len(shown["text"]) <= TEXT


@both_languages
@pytest.mark.parametrize("count", [1, 50, 500])
def test_any_number_of_the_longest_fits(atlas: Atlas, texts: Texts, count: int) -> None:
    digest = full(count)
    with atlas.unit() as uow:
        detail = listeners.detail_of(atlas.ctx(uow, PERIOD.until, "tom"), digest, texts)
        fits(listeners.headline_of(atlas.project, digest, texts))
        fits(detail)
        for posted in (False, True):
            fits(listeners.in_person(atlas.ctx(uow, PERIOD.until, "tom"), digest, texts, posted=posted))
    left_out = {"en": "more: type", "nl": "en nog"}[texts.language]
    assert (left_out in str(detail.blocks)) == (count > 1)


@both_languages
def test_nothing_at_all_fits_too(atlas: Atlas, texts: Texts) -> None:
    with atlas.unit() as uow:
        fits(listeners.in_person(atlas.ctx(uow, PERIOD.until, "tom"), full(0), texts))
    fits(listeners.headline_of(atlas.project, full(0), texts))


@both_languages
def test_of_many_short_ones_ten_are_shown_and_the_others_counted(atlas: Atlas, texts: Texts) -> None:
    items = [
        item.model_copy(update={"text": "write", "owner": None}) for item in full(23).items[Section.done]
    ]
    digest = Digest(
        PERIOD, {Section.new: [], Section.done: items, Section.overdue: [], Section.due: []}, {}, [], []
    )
    with atlas.unit() as uow:
        told = listeners.detail_of(atlas.ctx(uow, PERIOD.until, "tom"), digest, texts).text
    assert told.count("(A-") == listeners.MOST
    assert texts.digest_more(13, Section.done) in told


def test_the_team_is_named_and_not_called(atlas: Atlas) -> None:
    assert person("tom").team == TEAM
    with atlas.unit() as uow:
        message = listeners.detail_of(atlas.ctx(uow, PERIOD.until, "tom"), full(2), texts_in(Language.en))
    assert "<@" not in str(message.as_json())
