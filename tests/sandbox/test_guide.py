"""The strip of steps: what ticks a step, what a press leads to, where else the app wrote by the last act."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.sandbox import LocalSlack, actions
from bot.sandbox.guide import Scene, Step, monday_nine
from bot.sandbox.state import Json

LONDON = ZoneInfo("Europe/London")
STEPS = (
    Step("Give a job", "sanne", "atlas", "/do it", seen_in="tom"),
    Step("Look", "tom", "tom", seen_in="tom"),
    Step("Make it nine", seen_in="atlas"),
    Step("Paste", "sanne", "atlas", "/do 12", seen_in="atlas", says="12"),
)
SCENE = Scene("A project", "Try", "Also:", "sanne", "atlas", LONDON, "It's nine", STEPS)


@pytest.fixture
def says(slack: LocalSlack) -> Callable[[str, str], object]:
    """The app says something, in #atlas or to somebody in person."""
    slack.guide.follow([SCENE])

    def say(where: str, text: str) -> object:
        place = slack.ws.channel(where) or actions.open_dm(slack.ws, slack.bot_user_id, slack.user_id(where))
        bot = slack.ws.users[slack.bot_user_id]
        return actions.post(slack.ws, place.id, bot.id, text, bot_id=bot.bot_id)

    return say


def ticks(slack: LocalSlack) -> str:
    return "".join("x" if step["seen"] else "." for step in slack.guide.json()["scenes"][0]["steps"])


def acts(slack: LocalSlack, who: str) -> None:
    slack.ws.changed("asked", user=slack.user_id(who))


def test_a_step_is_ticked_by_who_acts_and_where_the_app_then_writes(
    slack: LocalSlack, says: Callable[[str, str], object]
) -> None:
    acts(slack, "tom")
    says("tom", "for you")
    says("atlas", "12 of them")
    assert ticks(slack) == ".x.."
    acts(slack, "sanne")
    says("atlas", "one of them")
    assert ticks(slack) == ".x.."
    says("tom", "for you")
    assert ticks(slack) == "xx.."
    slack.advance(timedelta(minutes=5))
    says("atlas", "12 of them")
    assert ticks(slack) == "xxx."
    acts(slack, "sanne")
    says("atlas", "12 of them")
    assert ticks(slack) == "xxxx"


def test_who_looks_has_seen_what_waits_for_them_and_no_more(
    slack: LocalSlack, says: Callable[[str, str], object]
) -> None:
    says("tom", "for you")
    tom, dm = slack.person("tom"), slack.ws.dm(slack.bot_user_id, slack.user_id("tom"))
    assert dm is not None
    assert (slack.interaction.reads.count(tom.id), slack.interaction.reads.count(slack.user_id("sanne"))) == (
        1,
        0,
    )
    slack.interaction.reads.read(tom.id, dm.id, tom.dm("helper")[-1].ts)
    assert slack.interaction.reads.count(tom.id) == 0
    assert ticks(slack) == ".x.."


def test_news_is_what_the_last_act_brought_and_tells_whose_it_is(
    slack: LocalSlack, says: Callable[[str, str], object]
) -> None:
    def news() -> list[Json]:
        found: list[Json] = slack.guide.json()["news"]
        return found

    acts(slack, "sanne")
    says("atlas", "*bold* for all")
    says("tom", "for <@" + slack.user_id("sanne") + ">")
    atlas, person = news()
    assert atlas == {"channel": slack.channel_id("atlas"), "who": None, "text": "bold for all"}
    assert (person["who"], person["text"]) == (slack.user_id("tom"), "for @sanne")
    slack.advance(timedelta(hours=1))
    assert news() == []


def test_what_one_person_alone_sees_ticks_nothing_and_is_no_news(
    slack: LocalSlack, says: Callable[[str, str], object]
) -> None:
    acts(slack, "sanne")
    bot = slack.ws.users[slack.bot_user_id]
    actions.tell_ephemerally(
        slack.ws, slack.channel_id("atlas"), slack.user_id("sanne"), "12", user=bot.id, bot_id=bot.bot_id
    )
    assert (ticks(slack), slack.guide.json()["news"]) == ("....", [])


def test_nobody_is_guided_before_there_is_a_scene(slack: LocalSlack) -> None:
    assert slack.guide.json() == {"scenes": [], "news": []}


@pytest.mark.parametrize(
    ("now", "nine"),
    [
        (datetime(2026, 12, 14, 8, 55, tzinfo=UTC), datetime(2026, 12, 14, 9, tzinfo=LONDON)),
        (datetime(2026, 12, 14, 9, 0, tzinfo=UTC), datetime(2026, 12, 21, 9, tzinfo=LONDON)),
        (datetime(2027, 3, 26, 12, 0, tzinfo=UTC), datetime(2027, 3, 29, 9, tzinfo=LONDON)),
        (datetime(2026, 12, 20, 23, 59, tzinfo=UTC), datetime(2026, 12, 21, 9, tzinfo=LONDON)),
    ],
)
def test_nine_is_that_of_the_next_monday_where_the_project_is(now: datetime, nine: datetime) -> None:
    assert monday_nine(now, LONDON) == nine
