"""Sentences of the digest, in both languages."""

from datetime import date

import pytest

from bot.action_items.model import ActionItem
from bot.core.calendar import instant
from bot.core.language import Language
from bot.decisions.model import Decision
from bot.digests.model import Period, Section
from bot.meetings.model import Meeting
from bot.texts import texts_in
from tests.kit.clock import MONDAY

ZONE = "Europe/Amsterdam"
SUNDAY, TODAY = date(2026, 11, 29), date(2026, 12, 2)
ITEM = ActionItem(project_id=1, number=3, text="Write <it>", raised_by="U1", raised_at=MONDAY, due=SUNDAY)
WEEK = Period(MONDAY, MONDAY.replace(day=30), ZONE)
MIDWEEK = Period(MONDAY, MONDAY.replace(day=26), ZONE)
ALL = dict.fromkeys(Section, 1)
EN, NL = texts_in(Language.en), texts_in(Language.nl)


def test_the_headline_says_what_asks_for_attention() -> None:
    assert EN.digest_headline(ALL, WEEK) == (
        "*1 needs a decision · 1 late* · 1 due this week · 1 without an owner"
    )
    assert NL.digest_headline(ALL, WEEK) == (
        "*1 vraagt een besluit · 1 te laat* · 1 deze week · 1 zonder actiehouder"
    )
    assert EN.digest_headline({Section.due: 4}, MIDWEEK) == "4 due by Wed 2 Dec"
    assert NL.digest_headline({Section.decide: 2}, WEEK) == "*2 vragen een besluit*"
    assert EN.digest_headline({Section.done: 2}, WEEK).startswith("Nothing late")


def test_what_was_decided_stands_there_word_for_word_and_the_rest_is_counted() -> None:
    made = [
        Decision(project_id=1, number=number, text=f"we go <{number}>", decided_on=TODAY)
        for number in range(1, 6)
    ]
    assert EN.digest_decided(made) == "Decided: we go &lt;1&gt;; we go &lt;2&gt;; we go &lt;3&gt;; and 2 more"
    assert (NL.digest_decided(made[:1]), NL.digest_decided([])) == ("Besloten: we go &lt;1&gt;", "")


@pytest.mark.parametrize(("day", "en", "nl"), [(2, "Wed", "wo"), (30, "today", "vandaag")])
def test_the_footer_tells_what_went_by_and_what_is_next(day: int, en: str, nl: str) -> None:
    starts = MONDAY.replace(month=12 if day == 2 else 11, day=day, hour=10, tzinfo=None)
    meeting = Meeting(
        project_id=1, number=1, title="Retro", organiser="U1", starts=starts, zone=ZONE, raised_at=MONDAY
    )
    assert meeting.starts_at == instant(starts, ZONE)
    assert EN.digest_footer(ALL, WEEK, meeting, threaded=True) == (
        f"1 done, 1 new, 1 dropped since Mon 23 Nov · next: Retro, {en} 10:00 · details in the thread"
    )
    assert NL.digest_footer({Section.done: 4}, WEEK, meeting, threaded=False) == (
        f"4 gereed sinds ma 23 nov · hierna: Retro, {nl} 10:00"
    )


def test_what_is_late_says_how_long_and_what_is_done_has_no_date_any_more() -> None:
    late = EN.digest_item(ITEM, "<@U1>", Section.overdue, TODAY, "")
    assert late == "&lt;@U1&gt; · Write &lt;it&gt; · 3 days late (A-3)"
    assert NL.digest_item(ITEM, "", Section.due, SUNDAY, "weg") == (
        "nog niemand · Write &lt;it&gt; · vandaag · weg (A-3)"
    )
    assert EN.digest_item(ITEM, "Tom", Section.done, TODAY, "") == "Tom · Write &lt;it&gt; (A-3)"
