"""Sentences about several items at once, what was taken back and what happened, in both languages."""

from datetime import date

import pytest

from bot.action_items.bulk import Verb
from bot.action_items.model import ActionItem, Status
from bot.action_items.text.bulk import spans
from bot.core.errors import AlreadyDone, AlreadySo, Later, SomeChangedSince, TooMany
from bot.core.events import Event
from bot.core.language import Language
from bot.texts import texts_in
from tests.kit.clock import MONDAY

ITEM = ActionItem(
    project_id=1,
    number=17,
    text="write <it>",
    owner="U2",
    raised_by="U1",
    raised_at=MONDAY,
    due=date(2026, 11, 27),
)
LATER = ITEM.model_copy(update={"due": date(2026, 12, 4), "owner": None, "postponed_because": "ill & tired"})


def name_of(user: str | None) -> str:
    return {"U1": "Sanne", "U2": "Tom <T>"}.get(user or "", "")


def event(what: str, before: ActionItem | None, after: ActionItem | None, who: str = "U1") -> Event:
    old, new = (item.model_dump(mode="json") if item else None for item in (before, after))
    return Event(
        at=MONDAY, who=who, project_id=1, noun="action_items", number=17, what=what, before=old, after=new
    )


@pytest.mark.parametrize("language", list(Language))
def test_every_verb_and_every_reason_has_words_of_its_own(language: Language) -> None:
    texts = texts_in(language)
    for count in (1, 2):
        assert len({texts.bulk_changed(verb, count) for verb in Verb}) == len(Verb)
        numbers = list(range(3, 3 + count))
        reasons = (*(AlreadyDone("action_items", 3, status) for status in Status), AlreadySo(3))
        assert len({texts.bulk_reason(numbers, each, "") for each in reasons}) == len(reasons)
    later = SomeChangedSince([Later(3, "due", "U1", MONDAY), Later(4, "done", "spil", MONDAY)])
    told = texts.rejected(later)
    assert "A-3" in told and "<@U1>" in told and "Spil" in told and "23-11-2026 08:00" in told
    assert "100" in texts.rejected(TooMany(100)) and "A-3" in texts.rejected(AlreadySo(3))


def test_numbers_in_a_row_are_told_as_a_span() -> None:
    assert spans([7, 3, 5, 6]) == "A-3, A-5–A-7"


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            Language.en,
            "Mon 23-11-2026 13:30 (wk 48) · *Sanne* moved the date: owner *Tom &lt;T&gt;* → none · "
            "due Fri 27-11-2026 (wk 48) → Fri 04-12-2026 (wk 49) · because “ill &amp; tired” · _taken back_",
        ),
        (
            Language.nl,
            "ma 23-11-2026 13:30 (wk 48) · *Sanne* verzette de datum: actiehouder *Tom &lt;T&gt;* → geen · "
            "streefdatum vr 27-11-2026 (wk 48) → vr 04-12-2026 (wk 49) · omdat “ill &amp; tired” · "
            "_ongedaan gemaakt_",
        ),
    ],
)
def test_a_step_tells_who_what_and_when_on_ones_own_clock_field_by_field(
    language: Language, told: str
) -> None:
    step = event("due", ITEM, LATER)
    assert texts_in(language).history_step(step, "Asia/Kolkata", name_of, True) == told


@pytest.mark.parametrize("language", list(Language))
def test_values_of_every_kind_are_told(language: Language) -> None:
    texts = texts_in(language)
    changes: dict[str, object] = {
        "helpers": ["U1", "U2"],
        "outside": "Piet",
        "starts": date(2026, 12, 1),
        "waits_for": 3,
        "waits_on": "the council",
        "repeats": "FREQ=WEEKLY;BYDAY=MO",
        "status": Status.done,
        "counter_offer": {"asked": "due", "by": "U2", "due": "2026-12-24", "reason": "busy", "at": MONDAY},
    }
    told = texts.item_changes(ITEM, ITEM.model_copy(update=changes), name_of)
    for part in ("*Sanne*, *Tom", "“Piet”", "01-12-2026", "A-3", "the council", "24-12-2026", "(busy)"):
        assert part in told


def test_raised_it_tells_what_it_began_with_and_the_clock_is_named_spil() -> None:
    step = texts_in(Language.en).history_step(event("created", None, ITEM, "spil"), "UTC", name_of, False)
    assert "*Spil* raised it: text “write &lt;it&gt;” · owner *Tom &lt;T&gt;* · due Fri 27-11-2026" in step
    unknown = texts_in(Language.nl).history_step(event("pondered", ITEM, ITEM), "UTC", name_of, False)
    assert unknown.endswith("*Sanne* wijzigde het")
