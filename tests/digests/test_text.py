"""Sentences of the digest, in both languages."""

from datetime import date

import pytest

from bot.action_items.model import ActionItem
from bot.core.language import Language
from bot.digests.model import Section
from bot.texts import texts_in
from tests.kit.clock import MONDAY

SUNDAY = date(2026, 11, 29)
ITEM = ActionItem(project_id=1, number=3, text="Write <it>", raised_by="U1", raised_at=MONDAY, due=SUNDAY)


@pytest.mark.parametrize(
    ("language", "counts"),
    [
        (
            Language.en,
            "*1 needs a decision* · *1 overdue* · 1 due by Sun 29 Nov · 1 new · 1 done · 1 dropped"
            " · 1 meeting ahead · 1 meeting held · 1 meeting cancelled · minutes of 1 meeting · 1 decision",
        ),
        (
            Language.nl,
            "*1 vraagt een besluit* · *1 te laat* · 1 met streefdatum t/m zo 29 nov · 1 nieuw · 1 gereed"
            " · 1 vervallen · 1 overleg op komst · 1 overleg gehouden · 1 overleg afgezegd"
            " · notulen van 1 overleg · 1 besluit",
        ),
    ],
)
def test_all_that_can_be_counted(language: Language, counts: str) -> None:
    assert texts_in(language).digest_counts(dict.fromkeys(Section, 1), SUNDAY) == counts


def test_what_is_done_has_no_date_any_more_and_what_people_typed_is_harmless() -> None:
    said = texts_in(Language.en).digest_item(ITEM, "<@U1>", Section.done, new=False)
    assert said == "*A-3* · Write &lt;it&gt; · &lt;@U1&gt;"
