"""Sentences of the action list, in both languages."""

from datetime import UTC, date, datetime

import pytest

from bot.action_items.model import ActionItem, Group, Status
from bot.action_items.noun import ACTION_ITEM
from bot.core.language import Language
from bot.core.record_lists import AHEAD, Wanted
from bot.texts import texts_in
from tests.kit.clock import FRIDAY

NOW = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
TODAY = date(2026, 11, 23)
ITEM = ActionItem(
    project_id=1, number=17, text="write <it>", owner="U2", raised_by="U1", raised_at=NOW, due=FRIDAY
)
MUCH = Wanted(
    values={
        "owner": ["U1", "U2"],
        "no_owner": ["yes"],
        "raised_by": ["U2"],
        "due": ["overdue", "none"],
        "waiting": ["yes"],
        "order": ["owner"],
    },
    words=["risk", "<log>"],
)


def name_of(user: str | None) -> str:
    return {"U1": "Sanne", "U2": "Tom <T>"}.get(user or "", "")


@pytest.mark.parametrize("language", list(Language))
def test_all_groups_statuses_and_days_have_a_name_of_their_own(language: Language) -> None:
    texts = texts_in(language)
    assert len({texts.action_list_group(group) for group in Group}) == len(Group)
    wanted: list[dict[str, list[str]]]
    wanted = [*({"status": [str(each)]} for each in Status), *({"due": [each]} for each in AHEAD)]
    titles = {
        texts.record_list_title(ACTION_ITEM, "Atlas", Wanted(values=each), 2, name_of) for each in wanted
    }
    assert len(titles) == len(wanted)


@pytest.mark.parametrize(
    ("language", "title"),
    [
        (
            Language.en,
            "*Atlas* · 3 open · of Sanne or Tom &lt;T&gt; · without an owner · "
            "added by Tom &lt;T&gt; · late · without a date · waiting · "
            "by owner · with “risk &lt;log&gt;”",
        ),
        (
            Language.nl,
            "*Atlas* · 3 open · van Sanne of Tom &lt;T&gt; · zonder actiehouder · "
            "toegevoegd door Tom &lt;T&gt; · te laat · zonder datum · wachtend · "
            "per actiehouder · met “risk &lt;log&gt;”",
        ),
    ],
)
def test_the_title_says_all_that_was_understood(language: Language, title: str) -> None:
    assert texts_in(language).record_list_title(ACTION_ITEM, "Atlas", MUCH, 3, name_of) == title


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (
            Language.en,
            "write &lt;it&gt; · Tom (away until Fri 27 Nov) · Fri 27 Nov · waits for A-3 · "
            "waits for “the council” · starts Fri 27 Nov · postponed 2× · A-17",
        ),
        (
            Language.nl,
            "write &lt;it&gt; · Tom (afwezig t/m vr 27 nov) · vr 27 nov · wacht op A-3 · "
            "wacht op “the council” · begint vr 27 nov · 2× uitgesteld · A-17",
        ),
    ],
)
def test_a_line_explains_shortly_why_nothing_happens(language: Language, line: str) -> None:
    changes = {"waits_for": 3, "waits_on": "the council", "starts": FRIDAY, "times_postponed": 2}
    item = ITEM.model_copy(update=changes)
    assert texts_in(language).action_item_row(item, TODAY, "UTC", "Tom", FRIDAY) == line


@pytest.mark.parametrize("language", list(Language))
def test_a_line_names_who_is_from_outside_and_the_day_it_was_done_there(language: Language) -> None:
    texts = texts_in(language)
    outside = ITEM.model_copy(update={"owner": None, "outside": "Piet <P>"})
    assert "Piet &lt;P&gt; (" in texts.action_item_row(outside, TODAY, "UTC", "")
    done = ITEM.model_copy(update={"status": Status.done, "done_at": NOW, "times_postponed": 2})
    told = texts.action_item_row(done, TODAY, "Europe/Amsterdam", "Tom")
    assert "24" in told and "2×" not in told
    assert len(told.split(" · ")) == 4


@pytest.mark.parametrize(("language", "word"), [(Language.en, "list"), (Language.nl, "lijst")])
def test_nothing_found_says_what_was_looked_for_and_what_to_type(language: Language, word: str) -> None:
    texts = texts_in(language)
    told = texts.record_list_empty(ACTION_ITEM, Wanted(words=["overdeu"]), name_of, "/action", "overdue")
    none = {"list": "No open action items match", "lijst": "Geen open actiepunten met"}[word]
    assert told.startswith(f"{none} “overdeu”.") and f"`/action {word} overdue`" in told


@pytest.mark.parametrize(
    ("language", "late", "head"),
    [
        (Language.en, "*3 days late*", "*Sanne* · 34 open"),
        (Language.nl, "*3 dagen te laat*", "*Sanne* · 34 open"),
    ],
)
def test_a_late_one_says_how_late_and_the_list_whose_it_is(language: Language, late: str, head: str) -> None:
    texts = texts_in(language)
    row = texts.action_item_row(ITEM, date(2026, 11, 30), "UTC", "Tom")
    assert row == f"write &lt;it&gt; · Tom · {late} · A-17"
    wanted = Wanted(values={"owner": ["U1"]})
    assert texts.record_list_title(ACTION_ITEM, "Atlas", wanted, 34, name_of) == "*Sanne* · 34 open"
    none = {Language.en: "Sanne has no open action items.", Language.nl: "Sanne heeft geen open actiepunten."}
    assert texts.record_list_empty(ACTION_ITEM, wanted, name_of, "/action", "") == none[language]
