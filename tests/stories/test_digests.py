"""The weekly digest, as the people of an office see it."""

from datetime import datetime

import pytest

from bot.core.context import by_clock
from bot.digests import digest
from bot.sandbox import Message
from tests.kit.office import Office
from tests.kit.story import answers, digests, read, type_in, whispers

MONDAY = datetime(2026, 11, 30, 9)


@pytest.fixture
def atlas(office: Office) -> Office:
    """An English project in #atlas that wants a digest on Mondays at 9:00."""
    return with_digest(office, "atlas")


@pytest.fixture
def molen(office: Office) -> Office:
    return with_digest(office, "molen", language="nl")


def posted(office: Office, channel: str) -> list[Message]:
    """Digests in the channel, and what stands in their threads."""
    return [each for digest in digests(office, channel) for each in digest]


def with_digest(office: Office, channel: str, **changes: object) -> Office:
    project = office.project(channel, **changes)
    with office.spil.storage.unit_of_work() as uow:
        digest.schedule(by_clock(uow, office.slack.clock.now(), project))
    return office


def test_on_monday_at_nine_it_posts_itself(atlas: Office) -> None:
    answers(atlas, "tom", "/action @tom update the risk log by 27 November", "atlas")
    answers(atlas, "tom", "/action @priya write the plan by 2 December", "atlas")
    answers(atlas, "sanne", "/action call <!channel> & all", "atlas")
    answers(atlas, "sanne", "/action done 3", "atlas")
    atlas.set_clock(datetime(2026, 11, 30, 8, 59))
    assert posted(atlas, "atlas") == []
    atlas.set_clock(MONDAY)
    headline, detail = posted(atlas, "atlas")
    assert read(headline).splitlines()[:2] == [
        "Atlas · week 49",
        "1 late · 1 due this week",
    ]
    assert "1 done, 2 new since Mon 26 Oct · details in the thread" in read(headline)
    assert "Late\n• tom · update the risk log · 3 days late (A-1)" in read(detail)
    assert "Due this week\n• priya · write the plan · Wed 2 Dec (A-2)" in read(detail)
    assert "Done\n• nobody yet · call <!channel> & all (A-3)" in read(detail)
    assert "new" not in read(detail).lower()
    assert "<@" not in str(detail.blocks) and "<!" not in str(detail.blocks)

    atlas.set_clock(datetime(2026, 11, 30, 9, 30))
    assert len(posted(atlas, "atlas")) == 2


def test_in_dutch(molen: Office) -> None:
    answers(molen, "joost", "/spil actie @sanne bel de verhuizer uiterlijk 4 december", "molen")
    answers(molen, "joost", "/spil actie bestel 40 verhuisdozen", "molen")
    answers(molen, "joost", "/spil besluit we verhuizen op 12 december", "molen")
    answers(molen, "joost", "/spil overleg stuurgroep woensdag 2 december 14:00 @sanne", "molen")
    molen.set_clock(MONDAY)
    headline, detail = posted(molen, "molen")
    assert read(headline).splitlines() == [
        "Molen · week 49",
        "1 deze week · 1 zonder actiehouder",
        "Besloten: we verhuizen op 12 december",
        "2 nieuw sinds ma 26 okt · hierna: stuurgroep, wo 14:00 · meer in de thread",
    ]
    assert "Deze week\n• sanne · bel de verhuizer · vr 4 dec (A-1)" in read(detail)
    assert "Zonder actiehouder\n• nog niemand · bestel 40 verhuisdozen (A-2)" in read(detail)
    assert "stuurgroep · wo 2 dec, 14:00–15:00 (M-1)" in read(detail)
    assert "Besloten\n• we verhuizen op 12 december (B-1)" in read(detail)


def test_silent_while_nothing_happens(atlas: Office) -> None:
    atlas.set_clock(MONDAY)
    assert posted(atlas, "atlas") == []
    atlas.advance(minutes=1)
    answers(atlas, "tom", "/action @tom write the plan", "atlas")
    atlas.set_clock(datetime(2026, 12, 7, 9))
    assert "1 new" in read(posted(atlas, "atlas")[0])
    atlas.set_clock(datetime(2026, 12, 14, 9))
    assert len(posted(atlas, "atlas")) == 2


def test_shown_now_only_to_me_in_my_language_and_posted_once(atlas: Office) -> None:
    answers(atlas, "sanne", "/action @tom update the risk log by Friday", "atlas")
    atlas.advance(minutes=1)
    [shown] = answers(atlas, "sanne", "/spil overzicht", "atlas")
    assert "Atlas · week 48" in read(shown)
    assert "tom · update the risk log · vr 27 nov (A-1)" in read(shown)
    assert shown.buttons() == ["Plaats in het kanaal"]
    assert posted(atlas, "atlas") == []
    sanne = atlas.person("sanne")
    sanne.click(shown, "Plaats in het kanaal")
    assert [len(read(message)) > 0 for message in posted(atlas, "atlas")] == [True, True]
    assert "Atlas · week 48" in read(posted(atlas, "atlas")[0])
    after = whispers(atlas, "sanne")[-1]
    assert "In het kanaal geplaatst" in read(after) and after.buttons() == []


def test_a_double_click_posts_once(atlas: Office) -> None:
    answers(atlas, "tom", "/action @tom write the plan", "atlas")
    atlas.advance(minutes=1)
    [shown] = answers(atlas, "tom", "/digest", "atlas")
    atlas.slack.deliver_next_twice()
    atlas.person("tom").click(shown, "Post in the channel")
    assert len(posted(atlas, "atlas")) == 2


def test_a_series_and_the_next_meeting_are_named_once(atlas: Office) -> None:
    type_in(atlas, "tom", "/meeting Standup with @priya every friday 9:30 15m")
    shown = read(answers(atlas, "tom", "/digest")[0])
    assert "• Standup · Fri 27 Nov, 09:30–09:45 (M-2)" in shown and shown.count("Standup") == 1
    assert "Nothing done, added or dropped since " in shown


def test_an_empty_project_is_told_what_to_do(atlas: Office) -> None:
    [shown] = answers(atlas, "tom", "/digest", "atlas")
    assert "Nothing happened" in read(shown) and "/spil action @colleague" in read(shown)
    assert shown.buttons() == []


def test_help_a_slip_and_who_may_not_see_it(atlas: Office) -> None:
    assert "/digest or /spil digest" in read(answers(atlas, "tom", "/digest help", "atlas")[0]).replace(
        "`", ""
    )
    assert "Did you mean `/digest help`" in read(answers(atlas, "tom", "/digest helpp", "atlas")[0])
    assert "Guests can't see project data" in read(answers(atlas, "gina", "/digest", "atlas")[0])
