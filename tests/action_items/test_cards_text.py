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
    ("language", "asked", "facts", "card"),
    [
        (
            Language.en,
            "*Sanne* asks you: ",
            "by Fri 27 Nov · <#C1> · A-17",
            "Tom · Fri 27 Nov · from Sanne · A-17",
        ),
        (
            Language.nl,
            "*Sanne* vraagt je: ",
            "uiterlijk vr 27 nov · <#C1> · A-17",
            "Tom · vr 27 nov · van Sanne · A-17",
        ),
    ],
)
def test_what_an_owner_reads_and_what_all_read(language: Language, asked: str, facts: str, card: str) -> None:
    texts = texts_in(language)
    assert texts.owner_asked(ITEM, "Sanne") == f"{asked}*write &lt;it&gt; &amp; ∗all∗*"
    assert texts.owner_facts(ITEM, TODAY, "Sanne", "", "C1") == facts
    assert texts.item_facts(ITEM, TODAY, "Tom", "Sanne") == card


def test_who_took_it_on_is_ticked_and_reads_who_asked_or_where_it_is_from() -> None:
    texts, taken = texts_in(Language.en), changed(accepted_at=MONDAY)
    assert texts.item_facts(taken, TODAY, "Tom", "Sanne") == "Tom ✓ · Fri 27 Nov · from Sanne · A-17"
    assert texts.owner_asked(taken, "Sanne").startswith("You're on it: *write")
    assert texts.owner_facts(taken, TODAY, "Sanne", "", "C1") == "by Fri 27 Nov · from Sanne · <#C1> · A-17"
    told = texts.owner_facts(ITEM, TODAY, "Sanne", texts.item_from("Sprint review"), "C1")
    assert told == "by Fri 27 Nov · from Sprint review · <#C1> · A-17"


def test_ones_own_says_neither_who_asks_nor_who_it_is_from() -> None:
    texts, own = texts_in(Language.en), changed(owner="U1")
    assert texts.owner_asked(own, "Sanne") == "*write &lt;it&gt; &amp; ∗all∗*"
    assert texts.item_facts(own, TODAY, "Sanne", "Sanne") == "Sanne · Fri 27 Nov · A-17"


def test_a_late_item_says_so_and_a_closed_one_who_closed_it() -> None:
    late, texts = changed(due=date(2026, 11, 20)), texts_in(Language.en)
    assert "*3 dagen te laat*" in texts_in(Language.nl).action_item_row(late, TODAY, "UTC", "Tom")
    assert texts.item_facts(late, TODAY, "Tom", "Sanne").startswith("Tom · Fri 20 Nov · *late* · ")
    done = late.model_copy(update={"status": Status.done})
    assert texts.item_title(done) == "✓ ~write &lt;it&gt; &amp; *all*~"
    assert texts.item_closed(done, TODAY, "Tom", TODAY) == "done by Tom, Mon 23 Nov · A-17"
    gone = late.model_copy(update={"status": Status.cancelled})
    assert texts.item_closed(gone, TODAY, "", None, "C1") == "dropped · <#C1> · A-17"


@pytest.mark.parametrize("language", list(Language))
def test_what_people_typed_is_harmless(language: Language) -> None:
    texts = texts_in(language)
    for said in (
        texts.action_item_row(ITEM, TODAY, "UTC", "Tom <script>"),
        " ".join(texts.owner_passed_on(ITEM, "Tom <script>", "C1")),
        texts.owner_asked(ITEM, "Tom <script>"),
    ):
        assert "write &lt;it&gt; &amp;" in said and "<script>" not in said


@pytest.mark.parametrize("language", list(Language))
def test_nobody_and_never_are_said(language: Language) -> None:
    texts, bare = texts_in(language), changed(owner=None, due=None)
    nobody = {Language.en: ("no owner yet", "no date"), Language.nl: ("nog geen actiehouder", "geen datum")}
    line = {Language.en: ("nobody yet", "no date"), Language.nl: ("nog niemand", "geen datum")}
    assert all(word in texts.item_facts(bare, TODAY, "", "Sanne") for word in nobody[language])
    assert all(word in texts.action_item_row(bare, TODAY, "UTC", "") for word in line[language])
    assert texts.owner_passed_on(bare, "", "C1") != texts.owner_passed_on(ITEM, "Tom", "C1")
