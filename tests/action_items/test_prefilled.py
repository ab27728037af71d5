"""What the form proposes that a message puts in it."""

from datetime import date, timedelta

import pytest

from bot.core.errors import TEXT_LIMIT
from bot.core.language import Language
from bot.core.ports import UnitOfWork
from bot.sandbox.blocks import check_view
from bot.texts import texts_in
from handlers.action_items.messages import Heard, prefilled, proposal
from handlers.slack.request import Request
from storage.unit_of_work import Storage
from tests.kit.atlas import Atlas, open_atlas, person, user
from tests.kit.clock import FRIDAY, MONDAY

TOM, GINA, ROBO = (f"<@{user(name)}>" for name in ("tom", "gina", "robo"))


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    return open_atlas(sqlite_storage)


def request(uow: UnitOfWork, who: str = "sanne") -> Request:
    return Request(uow=uow, now=MONDAY, who=person(who), channel="C1", texts=texts_in(Language.nl))


def heard(text: str, days_ago: int = 0) -> Heard:
    ts = f"{(MONDAY - timedelta(days=days_ago)).timestamp():.6f}"
    return Heard("C1", ts, text, user("priya"), "https://acme.slack.com/archives/C1/p1")


@pytest.mark.parametrize(
    ("said", "text", "owner", "due"),
    [
        (f"{TOM} write the plan by Friday", "write the plan", "tom", FRIDAY),
        (f"{TOM}, werk de risicolog bij", "werk de risicolog bij", "tom", None),
        ("write the plan", "write the plan", None, None),
        (f"ask {TOM} about the plan", "ask @Tom about the plan", None, None),
        (f"{TOM} {GINA} write the plan", "@Tom @Gina write the plan", None, None),
        (f"{GINA} write the plan", "@Gina write the plan", None, None),
        (f"{ROBO} write the plan", "@Robo write the plan", None, None),
        ("<!here> who writes &lt;it&gt;?", "@here who writes <it>?", None, None),
        (
            "Two things:\n- the plan\n- call Jan Friday",
            "Two things:\n- the plan\n- call Jan Friday",
            None,
            FRIDAY,
        ),
        ("", "", None, None),
    ],
)
def test_its_words_and_only_whom_and_when_it_surely_means(
    atlas: Atlas, said: str, text: str, owner: str | None, due: date | None
) -> None:
    with atlas.unit() as uow:
        filled = proposal(request(uow), heard(said), "Europe/Amsterdam")
    assert (filled["text"], filled["owner"], filled.get("due")) == (text, owner and user(owner), due)


@pytest.mark.parametrize(("days_ago", "due"), [(1, FRIDAY), (3, None), (10, None)])
def test_a_day_is_meant_as_it_was_said_and_one_that_is_over_stays_words(
    atlas: Atlas, days_ago: int, due: date | None
) -> None:
    with atlas.unit() as uow:
        filled = proposal(request(uow), heard("write the plan by Friday", days_ago), "Europe/Amsterdam")
    assert filled.get("due") == due
    assert ("Friday" in filled["text"]) is (due is None)


@pytest.mark.parametrize("text", ["&" * 4000, "<!channel>" * 4000, "x\n" * 3000])
def test_a_message_of_any_length_fits(atlas: Atlas, text: str) -> None:
    with atlas.unit() as uow:
        view = prefilled(request(uow), heard(text)).to_dict()
    assert check_view(view) == []
    assert len(view["blocks"][1]["element"]["initial_value"]) <= TEXT_LIMIT


def test_what_is_said_in_a_direct_message_is_no_source(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        private = Heard("D1", "1700000000.000100", "write the plan", user("tom"), "https://acme.slack.com/x")
        assert "source" not in prefilled(request(uow), private).to_dict()["private_metadata"]
        assert "C1:" in prefilled(request(uow), heard("write the plan")).to_dict()["private_metadata"]
