"""Home: how much there is, what waits for an answer, what is one's own, and how the projects go."""

from datetime import datetime

from bot.sandbox.person import Person
from bot.sandbox.words import visible_text
from tests.kit.office import Office
from tests.kit.story import cards, dm, read, type_in


def lines(person: Person) -> list[str]:
    """What stands in Home, line by line, buttons among it."""
    shown = person.open_home()
    assert shown is not None
    return visible_text("", shown["blocks"], person.ws.name_of).replace("*", "").splitlines()


def test_an_english_home_of_who_manages_one_project_and_works_in_another(atlas: Office) -> None:
    molen = atlas.project("molen")
    atlas.person("tom").join("molen")
    tom = atlas.person("tom")
    for line in (
        "@tom write the guide Friday",
        "@priya test the guide tomorrow",
        "clean the backlog today",
    ):
        type_in(atlas, "sanne", f"/action {line}")
    type_in(atlas, "sanne", "/meeting Sprint review with @tom @priya wednesday 10:00 45m")
    type_in(atlas, "sanne", "/spil actie @tom bel de molenaar vandaag", "molen")
    shown = lines(tom)
    assert shown[:3] == ["1 today · 1 this week", "New action item", "Settings"]
    assert shown[3] == "Waiting for my answer" and "My action items" in shown
    assert any("Sprint review" in line for line in shown[4:6]) and shown.index("Yes") < shown.index("Today")
    assert "bel de molenaar · today · #molen" in shown and "write the guide · Fri 27 Nov · #atlas" in shown
    assert "Atlas: 1 without an owner, next Sprint review Wed 25 Nov 09:00" in shown  # on London's clock
    assert "Molen: nothing late" not in shown and molen.manager != tom.id

    atlas.set_clock(datetime(2026, 11, 25, 12))
    shown = lines(tom)
    assert shown[0] == "1 late · 1 this week"
    assert "bel de molenaar · 2 days late · #molen" in shown
    assert "Atlas: 2 late, 1 without an owner" in shown and "Molen: 1 late" in shown
    tom.click(tom.home, "Open list", "*Atlas*")
    assert tom.modal is not None and "test the guide" in str(tom.modal)
    tom.close_modal()


def test_a_dutch_home_answers_an_invitation_and_decides_what_is_late(molen: Office) -> None:
    sanne, joost = molen.person("sanne"), molen.person("joost")
    type_in(molen, "joost", "/spil overleg Kasten passen met @sanne morgen 10:00 45m", "molen")
    type_in(molen, "sanne", "/spil actie @joost bestel 40 dozen morgen", "molen")
    shown = lines(sanne)
    assert shown[0] == "Niets te doen op dit moment" and "Wacht op mijn antwoord" in shown
    assert "Molen: volgende: Kasten passen morgen 10:00" in shown
    sanne.click(sanne.home, "Ja")
    assert "Wacht op mijn antwoord" not in str(sanne.home) and "Mijn komende week" in str(sanne.home)

    molen.set_clock(datetime(2026, 12, 2, 12))
    shown = lines(sanne)
    at = shown.index("Wacht op mijn antwoord")
    assert "bestel 40 dozen" in shown[at + 1] and "Molen: 1 te laat" in shown
    sanne.choose(sanne.home, "escalations.due", "2026-12-11")
    assert "Wacht op mijn antwoord" not in str(sanne.home)
    assert "vr 11" in read(cards(molen, "molen")[0])
    assert "bestel 40 dozen · vr 11 dec · #molen" in lines(joost)


def test_who_only_sponsors_sees_how_the_project_goes(atlas: Office) -> None:
    atlas.project("molen", sponsor=atlas.slack.user_id("priya"))
    atlas.person("priya").join("molen")
    atlas.settle()
    assert "Molen: nothing late" in lines(atlas.person("priya"))


def test_home_shows_the_coming_week_by_day_to_join_and_to_answer(atlas: Office) -> None:
    type_in(atlas, "sanne", "/meeting Standup with @tom every working day 9:30 15m until 25 November")
    type_in(atlas, "sanne", "/meeting Review with @tom thursday 26 november 14:00 https://meet.example/1")
    type_in(atlas, "sanne", "/meeting Far away with @tom 14 december 14:00")
    atlas.settle()
    tom = atlas.person("tom")
    tom.click(dm(atlas, "tom")[0], "Yes")
    atlas.settle()
    shown = lines(tom)
    week = shown[shown.index("My coming week") + 1 :]
    days = ("Today", "Tomorrow", "Wed 25 Nov", "Thu 26 Nov", "Join")
    assert [each for each in week if "M-" in each or each in days] == [
        "Today",
        "08:30–08:45 · Standup · every working day · yes · M-2 #atlas",
        "Tomorrow",
        "08:30–08:45 · Standup · every working day · yes · M-3 #atlas",
        "Wed 25 Nov",
        "08:30–08:45 · Standup · every working day · yes · M-4 #atlas",
        "Thu 26 Nov",
        "13:00–14:00 · Review · no answer yet · M-5 #atlas",
        "Join",
    ]
    assert "Far away" not in "".join(week)
    tom.overflow(tom.home, "No", "Wed 25 Nov")
    atlas.settle()
    assert "08:30–08:45 · Standup · every working day · no · M-4 #atlas" in lines(tom)


def test_a_dutch_home_shows_the_coming_week(molen: Office) -> None:
    type_in(
        molen, "sanne", "/spil overleg Dagstart met @joost elke werkdag 9:30 15m tot 24 november", "molen"
    )
    molen.settle()
    shown = lines(molen.person("joost"))
    assert shown[shown.index("Mijn komende week") + 1 :][:2] == [
        "Vandaag",
        "09:30–09:45 · Dagstart · elke werkdag · nog geen antwoord · M-2 #molen",
    ]
