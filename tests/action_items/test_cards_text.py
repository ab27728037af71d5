"""Sentences about action items, in both languages."""

from datetime import date

import pytest

from bot.action_items.model import ActionItem, Status
from bot.core.language import Language
from bot.texts import texts_in
from tests.kit.clock import FRIDAY, MONDAY

TODAY = date(2026, 11, 23)
ITEM = ActionItem(
    project_id=1,
    number=17,
    text="write <it> & *all*",
    owner="U2",
    raised_by="U1",
    raised_at=MONDAY,
    due=FRIDAY,
)


def changed(**changes: object) -> ActionItem:
    return ITEM.model_copy(update=changes)


@pytest.mark.parametrize("language", list(Language))
def test_all_statuses_have_a_name_of_their_own(language: Language) -> None:
    texts = texts_in(language)
    assert len({texts.action_item_status(changed(status=status)) for status in Status}) == len(Status)


@pytest.mark.parametrize(
    ("language", "facts"),
    [
        (Language.en, "owner Tom · Fri 27-11-2026 (wk 48) · raised by Sanne in <#C1>"),
        (Language.nl, "actiehouder Tom · vr 27-11-2026 (wk 48) · ingebracht door Sanne in <#C1>"),
    ],
)
def test_the_facts_echo_owner_date_week_and_who_raised_it(language: Language, facts: str) -> None:
    assert texts_in(language).action_item_facts(ITEM, TODAY, "Tom", "Sanne", "C1") == facts


def test_an_overdue_item_says_so_and_a_done_one_does_not() -> None:
    late = changed(due=date(2026, 11, 20))
    assert "*te laat*" in texts_in(Language.nl).action_item_line(late, TODAY, "UTC", "Tom")
    done = late.model_copy(update={"status": Status.done})
    assert "overdue" not in texts_in(Language.en).action_item_facts(done, TODAY, "Tom", "Sanne")
    assert texts_in(Language.en).action_item_facts(done, TODAY, "Tom", "Sanne").startswith("*done* · ")


@pytest.mark.parametrize("language", list(Language))
def test_what_people_typed_is_harmless(language: Language) -> None:
    texts = texts_in(language)
    for said in (
        texts.action_item_line(ITEM, TODAY, "UTC", "Tom <script>"),
        texts.action_item_passed_on(ITEM, "Tom <script>"),
        texts.action_item_of_mine(ITEM, TODAY, "C1"),
    ):
        assert "write &lt;it&gt; &amp;" in said and "<script>" not in said


@pytest.mark.parametrize("language", list(Language))
def test_nobody_and_never_are_said(language: Language) -> None:
    texts, bare = texts_in(language), changed(owner=None, due=None)
    nobody = {Language.en: ("nobody yet", "no date"), Language.nl: ("nog niemand", "geen datum")}[language]
    assert all(word in texts.action_item_facts(bare, TODAY, "", "Sanne") for word in nobody)
    assert all(word in texts.action_item_line(bare, TODAY, "UTC", "") for word in nobody)
    assert texts.action_item_passed_on(bare, "") != texts.action_item_passed_on(ITEM, "Tom")
