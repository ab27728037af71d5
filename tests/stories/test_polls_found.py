"""Polls found: in Home, in help, beneath moments; and changed in their form."""

from datetime import datetime

from bot.sandbox.words import visible_text
from tests.kit.office import Office
from tests.kit.story import answer, dm, dm_texts, mornings, posts, read, type_in
from tests.stories.test_polls import ASK, asked, card, say


def test_a_night_owl_does_not_wake_anybody(atlas: Office) -> None:
    atlas.set_clock(datetime(2026, 11, 23, 22))
    type_in(atlas, "sanne", ASK)
    assert dm(atlas, "tom") == []
    atlas.set_clock(datetime(2026, 11, 24, 10, 1))
    assert any("Sprint review" in read(each) for each in mornings(atlas, "tom"))


def test_moments_that_were_found_are_asked_of_everybody(atlas: Office) -> None:
    told = answer(atlas, "tom", "/meeting Sprint review with @sanne @priya next week 45m")
    atlas.person("tom").click(told, "Ask everybody")
    [card] = [each for each in posts(atlas) if "Sprint review" in read(each)]
    assert "Mon 30 Nov" in read(card) and "sanne" in read(card)
    assert "Sprint review" in read(dm(atlas, "sanne")[-1])


def test_home_shows_the_poll_that_waits_until_it_is_answered(atlas: Office) -> None:
    type_in(atlas, "sanne", ASK)
    tom = atlas.person("tom")
    home = visible_text("", (tom.open_home() or {})["blocks"], tom.ws.name_of).replace("*", "")
    assert "Waiting for my answer\nSprint review · by Wed 25 Nov 16:00 · 0 of 2 answered · P-1 #atlas" in home
    tom.click(tom.home, "Answer")
    tom.fill({"1": "Yes", "2": "Yes", "3": "No"})
    assert tom.submit() == {}
    atlas.settle()
    assert "Sprint review" not in str(tom.home)
    assert "Thu 26 Nov, 09:00–09:45 · yes" in read(asked(atlas, "tom"))


def test_help_tells_of_it(atlas: Office) -> None:
    assert "/spil poll" in type_in(atlas, "tom", "/spil help")
    assert "with `poll` behind the command everybody says when they can." in type_in(
        atlas, "tom", "/meeting help"
    )
    told = type_in(atlas, "tom", "/meeting poll help")
    assert "`/meeting poll Sprint review with @colleague 45m: tue 10:00, wed 14:00`" in told
    assert "`/meeting poll extend 3 tuesday`" in told


def test_it_is_changed_in_its_form_and_who_is_not_asked_any_more_is_told(atlas: Office) -> None:
    type_in(atlas, "tom", ASK.replace("@tom", "@sanne"))
    say(atlas, "sanne", "Ja", "Nee", "Desnoods")
    tom = atlas.person("tom")
    tom.command("/meeting poll edit 1", "atlas")
    tom.fill({"people": ["sanne"], "times": "thu 10:00\nfri 9:00", "place": "Room 2"})
    assert tom.submit() == {}
    atlas.settle()
    assert "Sprint review doesn't need your answer any more." in dm_texts(atlas, "priya")
    assert "do 26 nov, 11:00–11:45 · nee" not in read(asked(atlas, "sanne"))
    shown = card(atlas)
    assert "Thu 26 Nov, 10:00–10:45" in shown and "Room 2" in shown and "1 if need be" not in shown
