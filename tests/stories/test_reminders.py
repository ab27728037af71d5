"""How somebody wants to be reminded, and why something came."""

from collections.abc import Iterator
from datetime import datetime

import pytest

from tests.kit.office import Office
from tests.kit.story import answer, dm, last_whisper, mornings, read, type_in


@pytest.fixture
def atlas(office: Office) -> Iterator[Office]:
    office.project("atlas", manager=office.slack.user_id("tom"))
    yield office


def test_the_form_says_all_and_holds_from_the_next_morning_on(atlas: Office) -> None:
    tom = atlas.person("tom")
    tom.command("/spil reminders", "atlas")
    tom.fill({"How much": "light", "Morning message at": "07:00", "Public holidays of": "Netherlands"})
    assert "in your quiet hours, 18:00–08:00" in tom.submit()["morning"]
    tom.fill({"Morning message at": "10:30", "Your working days": ["Tuesday", "Thursday"]})
    assert tom.submit() == {}
    told = last_whisper(atlas, "tom")
    assert "what's late or due today, next Tue 24 Nov 10:30" in told
    assert "Working days: Tuesday, Thursday" in told and "Public holidays: Netherlands" in told
    tom.command("/spil reminders", "atlas")
    assert "10:30" in str(tom.modal)
    tom.close_modal()
    for when in ("tuesday", "friday"):
        type_in(atlas, "sanne", f"/action @tom write the plan {when}")
    atlas.set_clock(datetime(2026, 11, 24, 11, 29))
    assert mornings(atlas, "tom") == []
    atlas.set_clock(datetime(2026, 11, 24, 11, 30))  # 10:30 in London
    assert len(mornings(atlas, "tom")) == 1
    atlas.set_clock(datetime(2026, 11, 25, 12))
    assert len(mornings(atlas, "tom")) == 1


@pytest.mark.parametrize(
    ("who", "line", "told"),
    [
        ("tom", "/spil reminders active", "what's due this week, what waits"),
        ("tom", "/spil reminders off", "Morning message: off"),
        ("sanne", "/spil herinneringen licht", "wat te laat is of vandaag moet, weer op di 24 nov 09:00"),
        ("sanne", "/spil herinneringen uit", "Uitgezet: het ochtendbericht, herinneringen aan overleggen"),
        ("sanne", "/spil herinneringen lichtt", "Bedoelde je `/spil herinneringen licht`?"),
        ("tom", "/spil reminders help", "How and when I remind you"),
        ("gina", "/spil reminders", "Guests can't see project data"),
    ],
)
def test_a_word_will_do(atlas: Office, who: str, line: str, told: str) -> None:
    assert told in type_in(atlas, who, line)


def test_what_a_word_changed_is_taken_back_once(molen: Office) -> None:
    light = answer(molen, "joost", "/spil herinneringen licht", "molen")
    molen.person("joost").click(light, "Ongedaan maken")
    assert last_whisper(molen, "joost", "molen") == "Teruggedraaid: je herinneringen zijn weer als eerst."
    again = answer(molen, "joost", "/spil herinneringen standaard", "molen")
    assert "vandaag of morgen" in read(again) and again.buttons() == ["Wijzigen"]


def test_home_has_a_button_for_it_and_shows_what_came_of_it(atlas: Office) -> None:
    sanne = atlas.person("sanne")
    type_in(atlas, "sanne", "/action list")
    assert "Elke werkdag om 09:00" in str(sanne.open_home())
    sanne.click(sanne.home, "Instellingen")
    sanne.fill({"Ochtendbericht om": "09:30"})
    assert sanne.submit() == {}
    assert "Elke werkdag om 09:30" in str(sanne.home)
    type_in(atlas, "sanne", "/spil afwezig 22 dec t/m 2 jan, vervanger @tom")
    assert "di 22 dec t/m za 2 jan (wk 52–53) · vervanger tom" in str(sanne.open_home())


def test_what_comes_unasked_says_why_and_can_be_had_no_more(atlas: Office) -> None:
    sanne = atlas.person("sanne")
    type_in(atlas, "tom", "/action @sanne write the plan tomorrow")
    [card] = dm(atlas, "sanne")
    where = card.channel
    sanne.overflow(card, "Waarom krijg ik dit?")
    assert "Dit actiepunt is voor jou." in last_whisper(atlas, "sanne", where)
    assert "kan niet uit" in last_whisper(atlas, "sanne", where)
    atlas.set_clock(datetime(2026, 11, 24, 9))
    [morning] = mornings(atlas, "sanne")
    [why] = [each for each in sanne.overflow(morning, "Waarom krijg ik dit?") if each.ephemeral_to]
    assert "Elke werkdag om 09:00" in read(why)
    sanne.click(why, "Zet dit uit")
    assert "niet meer: het ochtendbericht" in last_whisper(atlas, "sanne", where)
    atlas.set_clock(datetime(2026, 11, 25, 12))
    assert len(mornings(atlas, "sanne")) == 1
    sanne.click(why, "Zet dit weer aan")
    atlas.set_clock(datetime(2026, 11, 26, 12))
    assert len(mornings(atlas, "sanne")) == 2


def test_a_meeting_is_announced_with_why_until_it_is_turned_off(atlas: Office) -> None:
    for at, title in (("12:00", "Weekly"), ("14:00", "Review")):
        type_in(atlas, "sanne", f"/meeting {title} with @tom today {at} 30m")
    atlas.settle()
    atlas.set_clock(datetime(2026, 11, 23, 11, 50))
    soon = dm(atlas, "tom")[-1]
    [why] = [each for each in atlas.person("tom").click(soon, "Why do I get this?") if each.ephemeral_to]
    assert "I remind you ten minutes before." in read(why)
    atlas.person("tom").click(why, "Turn this off")
    before = len(dm(atlas, "tom"))
    atlas.set_clock(datetime(2026, 11, 23, 12, 30))
    assert "Why" not in str([each.buttons() for each in dm(atlas, "tom")[before:]])
    atlas.set_clock(datetime(2026, 11, 23, 13, 50))
    assert len(dm(atlas, "tom")) == before
    [ended] = [each for each in dm(atlas, "sanne") if "aantekeningen" in read(each)]
    atlas.person("sanne").overflow(ended, "Waarom krijg ik dit?")
    assert "Jij organiseerde dit overleg" in last_whisper(atlas, "sanne", ended.channel)
    atlas.person("sanne").overflow(ended, "Herinneringen")
    assert "Ochtendbericht om" in str(atlas.person("sanne").modal)
