"""Sentences of the digest, in both languages."""

from datetime import date, datetime

import pytest

from bot.action_items.model import ActionItem
from bot.core.language import Language
from bot.decisions.model import Decision
from bot.digests.model import Section
from bot.digests.text import DigestTexts
from bot.meetings.model import Meeting
from bot.minutes.model import Minutes
from bot.texts import texts_in
from tests.kit.atlas import MONDAY
from tests.kit.both import check_both

SUNDAY = date(2026, 11, 29)
ITEM = ActionItem(project_id=1, number=3, text="Write <it>", raised_by="U1", raised_at=MONDAY, due=SUNDAY)
MEETING = Meeting(
    project_id=1,
    number=2,
    title="Weekly",
    organiser="U1",
    starts=datetime(2026, 11, 26, 14),
    zone="Europe/Amsterdam",
    raised_at=MONDAY,
)
MINUTES = Minutes(
    project_id=1, number=1, title="Weekly", held_on=SUNDAY, author="U1", notes="", raised_at=MONDAY
)
DECISION = Decision(project_id=1, number=1, text="We move.", decided_on=SUNDAY)


def test_everything_is_said_in_both_languages() -> None:
    none: tuple[()] = ()
    check_both(
        DigestTexts,
        {
            "digest_counts": ({Section.new: 2}, SUNDAY),
            "digest_title": ("Atlas", SUNDAY),
            "digest_period": (datetime(2026, 11, 16, 9), datetime(2026, 11, 23, 9), "Europe/Amsterdam"),
            "digest_section": (Section.overdue, SUNDAY),
            "digest_item": (ITEM, "", Section.due, True),
            "digest_meeting": (MEETING, "Europe/Amsterdam"),
            "digest_minutes": (MINUTES,),
            "digest_decision": (DECISION,),
            "digest_more": (3, Section.overdue),
            "digest_empty": none,
            "digest_post": none,
            "digest_posted": none,
        },
        alike=("digest_decision",),
    )


@pytest.mark.parametrize(
    ("language", "counts"),
    [
        (
            Language.en,
            "*1 needs a decision* · *1 overdue* · 1 due by Sun 29 Nov · 1 new · 1 done · 1 cancelled"
            " · 1 meeting ahead · 1 meeting held · 1 meeting called off · minutes of 1 meeting · 1 decision",
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
