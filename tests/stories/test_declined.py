"""Somebody can't come: their answer counts at once, and they may say why, or when they could."""

from datetime import datetime

from bot.sandbox import Message
from tests.kit.office import Office
from tests.kit.story import PLAN, dm_texts, meetings, read, type_in
from tests.kit.story import dm as all_of_dm


def dm(office: Office, who: str) -> list[Message]:
    return [each for each in all_of_dm(office, who) if not each.ephemeral_to]


def last_whisper(office: Office, who: str) -> Message:
    return next(each for each in reversed(all_of_dm(office, who)) if each.ephemeral_to)


def test_a_required_person_declines_with_a_reason_and_the_organiser_finds_another_moment(
    atlas: Office,
) -> None:
    type_in(atlas, "sanne", PLAN)
    tom, sanne = atlas.person("tom"), atlas.person("sanne")
    tom.click(dm(atlas, "tom")[0], "No")
    assert "No (1): tom" in read(meetings(atlas)[0])
    [invitation] = dm(atlas, "tom")
    assert invitation.buttons() == ["Yes", "No", "Maybe", "Say why", "Another time?"]
    tom.click(invitation, "Say why")
    tom.fill({"reason": "I'm at the <dentist>"})
    tom.submit()
    assert "Your answer: no · I'm at the <dentist>" in read(dm(atlas, "tom")[0])
    assert "No (1): tom (I'm at the <dentist>)" in read(meetings(atlas)[0])
    assert len(dm(atlas, "sanne")) == 1

    atlas.settle()
    atlas.advance(minutes=3)
    _, told = dm(atlas, "sanne")
    assert read(told).startswith(
        "tom kan niet bij Sprint review, vr 27 nov 14:00 zijn, en is wel nodig.\n> I'm at the <dentist>\n"
        "Voor zover ik zie kan iedereen die nodig is: "
    )
    assert told.buttons() == ["Zoek een ander moment", "Ga door zonder hen"]
    [asked] = sanne.click(told, "Zoek een ander moment")
    assert "Deze momenten passen het best:" in read(asked)
    sanne.click(asked, "meetings.moment/0")
    assert "No answer yet (2): tom, priya" in read(meetings(atlas)[0])
    assert "Sprint review, vr 27 nov 14:00" not in read(dm(atlas, "sanne")[1])
    atlas.settle()
    atlas.advance(minutes=3)
    assert "Sprint review moves to" in dm_texts(atlas, "tom")[1]


def test_it_goes_ahead_without_them_which_can_be_undone(atlas: Office) -> None:
    type_in(atlas, "sanne", PLAN)
    atlas.person("tom").click(dm(atlas, "tom")[0], "No")
    atlas.settle()
    atlas.advance(minutes=3)
    sanne = atlas.person("sanne")
    sanne.click(dm(atlas, "sanne")[1], "Ga door zonder hen")
    said = last_whisper(atlas, "sanne")
    assert read(said).startswith("Sprint review gaat door zonder tom.")
    told = dm(atlas, "sanne")[1]
    assert read(told) == "tom kan niet bij Sprint review, vr 27 nov 14:00 zijn. Het gaat zonder hen door."
    assert told.buttons() == []
    sanne.click(said, "Ongedaan maken")
    assert dm(atlas, "sanne")[1].buttons() == ["Zoek een ander moment", "Ga door zonder hen"]


def test_another_time_is_asked_for_and_the_organiser_moves_it_there(atlas: Office) -> None:
    type_in(atlas, "tom", "/meeting Sprint review with @sanne @priya friday 14:00 45m")
    sanne = atlas.person("sanne")
    sanne.click(dm(atlas, "sanne")[0], "Nee")
    sanne.click(dm(atlas, "sanne")[0], "Ander moment?")
    sanne.fill({"day": "2026-11-20", "at": "10:00"})
    sanne.submit()
    assert "is voorbij" in str(sanne.modal)
    sanne.fill({"day": "2026-11-30", "at": "10:00", "reason": "trein"})
    sanne.submit()
    assert "Jouw antwoord: nee · trein · je vroeg om ma 30 nov 10:00" in read(dm(atlas, "sanne")[0])
    _, asked = dm(atlas, "tom")
    assert read(asked).startswith(
        "sanne can't come to Sprint review, Fri 27 Nov 13:00, and they're needed. "
        "Could it be Mon 30 Nov 09:00?\n> trein"
    )
    assert asked.buttons() == ["Move it there", "Keep it"]
    atlas.person("tom").click(asked, "Move it there")
    assert "Mon 30 Nov, 10:00–10:45" in read(meetings(atlas)[0])
    assert "Yes (2): tom, sanne\nNo answer yet (1): priya" in read(meetings(atlas)[0])
    assert dm(atlas, "tom")[1].buttons() == []
    atlas.settle()
    atlas.advance(minutes=3)
    assert len(dm(atlas, "tom")) == 2
    assert "Sprint review is verzet naar ma 30 nov, 10:00–10:45" in dm_texts(atlas, "sanne")[1]


def test_in_dutch_another_time_is_asked_for_and_the_organiser_keeps_to_it(molen: Office) -> None:
    type_in(molen, "sanne", "/spil overleg Sprintreview met @joost vrijdag 14u 45 minuten", "molen")
    joost = molen.person("joost")
    joost.click(dm(molen, "joost")[0], "Nee")
    joost.click(dm(molen, "joost")[0], "Ander moment?")
    joost.fill({"day": "2026-11-30", "at": "10:00"})
    joost.submit()
    asked = dm(molen, "sanne")[1]
    assert read(asked).startswith(
        "joost kan niet bij Sprintreview, vr 27 nov 14:00 zijn, en is wel nodig. Kan het ma 30 nov 10:00?"
    )
    molen.person("sanne").click(asked, "Zo laten")
    assert dm_texts(molen, "joost")[1] == "sanne houdt vr 27 nov 14:00 aan voor Sprintreview."
    assert "om ma 30 nov" not in dm_texts(molen, "joost")[0]
    molen.set_clock(datetime(2026, 11, 23, 12))
    assert [read(each) for each in dm(molen, "sanne")][2:] == []


def test_who_says_no_and_yes_within_a_minute_calls_nobody(atlas: Office) -> None:
    type_in(atlas, "sanne", PLAN)
    atlas.person("tom").click(dm(atlas, "tom")[0], "No")
    atlas.person("tom").click(dm(atlas, "tom")[0], "Yes")
    atlas.settle()
    atlas.advance(minutes=5)
    assert len(dm(atlas, "sanne")) == 1


def test_in_home_a_reason_is_given_too(atlas: Office) -> None:
    type_in(atlas, "sanne", PLAN)
    tom = atlas.person("tom")
    tom.click(tom.open_home(), "No")
    atlas.wait_for(lambda: "Say why" in str(tom.home))
    assert tom.home is not None
    tom.overflow(tom.home, "Say why", "Sprint review")
    tom.fill({"reason": "holiday"})
    tom.submit()
    assert "No (1): tom (holiday)" in read(meetings(atlas)[0])
