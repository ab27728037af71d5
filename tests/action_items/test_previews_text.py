"""Sentences about several action items at once, in both languages."""

from datetime import UTC, date, datetime

import pytest

from bot.action_items.model import ActionItem
from bot.core.language import Language
from bot.core.project import Project
from bot.notes.pasted_lines import Doubt, Line, Why
from bot.projects.days_off import day_off
from bot.texts import texts_in
from tests.kit.clock import FRIDAY

TODAY = date(2026, 11, 23)
ITEM = ActionItem(
    project_id=1, number=7, text="write <it>", raised_by="U1", raised_at=datetime(2026, 11, 23, tzinfo=UTC)
)


@pytest.mark.parametrize("language", list(Language))
def test_the_button_of_a_form_holds_its_words(language: Language) -> None:
    texts = texts_in(language)
    assert all(len(texts.lines_raise(count)) <= 24 for count in (0, 1, 38, 400))
    assert all(len(title) <= 24 for title in (texts.import_title(), texts.lines_title(2000)))


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("doubt", [each for each in Doubt if each])
def test_each_doubt_has_words_of_its_own(language: Language, doubt: Doubt) -> None:
    texts = texts_in(language)
    due = doubt in (Doubt.unreadable, Doubt.ambiguous, Doubt.past)
    field, said = ("due_doubt", "due_said") if due else ("owner_doubt", "owner_said")
    told = "2026-11-20" if doubt is Doubt.past else "<!here>"
    line = Line(number=3, text="write", owner=None if due is False else "U1").model_copy(
        update={field: doubt, said: told}
    )
    text = texts.line_text(line, "Tom" if due else "", "", TODAY, None)
    assert text.count("⚠") == 1 and "<!" not in text


@pytest.mark.parametrize("language", list(Language))
def test_each_reason_to_leave_a_line_out_is_said(language: Language) -> None:
    texts = texts_in(language)
    lines = [Line(number=3, text="write", why=why, like=2, ticked=False) for why in Why if why]
    assert len(
        {texts.line_text(line, "Tom", "*A-2* · it", TODAY, None).splitlines()[-1] for line in lines}
    ) == len(lines)


@pytest.mark.parametrize(
    ("language", "item", "past", "days", "guess", "said"),
    [
        (Language.en, {}, None, [], "", "Who does it? When should it be done?"),
        (Language.en, {}, None, [], "Priya", "Is *A-7* for Priya? When should it be done?"),
        (Language.en, {"owner": "U1"}, None, [FRIDAY, FRIDAY], "", "Which date do you mean?"),
        (
            Language.en,
            {"owner": "U1"},
            None,
            [date(2027, 11, 20), date(2026, 11, 20)],
            "",
            "Fri 20 Nov has passed. Which date do you mean?",
        ),
        (
            Language.en,
            {"owner": "U1"},
            None,
            [FRIDAY],
            "",
            "Is Fri 27 Nov (wk 48) the date of *A-7*, or part of the text?",
        ),
        (
            Language.en,
            {"outside": "Jan"},
            date(2026, 11, 20),
            [],
            "",
            "Fri 20 Nov has passed. When should it be done?",
        ),
        (Language.nl, {"due": date(2026, 12, 1)}, None, [], "", "Wie doet het?"),
        (
            Language.nl,
            {"owner": "U1"},
            None,
            [FRIDAY],
            "",
            "Is vr 27 nov (wk 48) de datum van *A-7*, of hoort dat bij de tekst?",
        ),
        (
            Language.nl,
            {"owner": "U1"},
            date(2026, 11, 27),
            [],
            "",
            "vr 27 nov is voorbij. Wanneer moet het klaar zijn?",
        ),
    ],
)
def test_only_what_is_missing_is_asked(
    language: Language, item: dict[str, object], past: date | None, days: list[date], guess: str, said: str
) -> None:
    asked = ITEM.model_copy(update={"due": None, "owner": None, **item})
    assert texts_in(language).missing(asked, past, days, guess, date(2026, 11, 23)) == said


@pytest.mark.parametrize(
    ("language", "days"),
    [
        (Language.en, ["Sat 5 Dec (wk 49) ⚠ in a weekend", "Fri 25 Dec (wk 52) ⚠ a public holiday"]),
        (Language.nl, ["za 5 dec (wk 49) ⚠ in het weekend", "vr 25 dec (wk 52) ⚠ een feestdag"]),
    ],
)
def test_a_day_on_which_nobody_works_is_flagged(language: Language, days: list[str]) -> None:
    project = Project(
        team="T1", channel="C1", name="Molen", manager="U1", zone="Europe/Amsterdam", days_off=["2026-12-24"]
    )
    texts, last = texts_in(language), {Language.en: "a day off", Language.nl: "een vrije dag"}[language]

    def said(day: date) -> str:
        line = Line(number=3, text="write", owner="U1", due=day)
        return texts.line_text(line, "Tom", "", TODAY, day_off(project, day)).splitlines()[1]

    assert [said(date(2026, 12, each)) for each in (5, 25)] == [f"Tom · {each}" for each in days]
    assert said(date(2026, 12, 24)).endswith(f"⚠ {last}") and "⚠" not in said(date(2026, 12, 4))
