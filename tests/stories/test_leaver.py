"""Somebody leaves: what he owned is asked about once, in one message, and given on from there."""

from datetime import date, datetime

import pytest

from bot.sandbox.state import Message
from tests.kit.office import Office
from tests.kit.story import PLAN, cards, dm, form, meetings, read, type_in


@pytest.fixture
def atlas(office: Office) -> Office:
    """#atlas, managed by Tom for Sanne, on Monday 23 November 2026, 9:00 in Amsterdam."""
    office.project("atlas", manager=office.slack.user_id("tom"), sponsor=office.slack.user_id("sanne"))
    for name in ("tom", "sanne"):
        type_in(office, name, "/action list")  # as whoever set up the project has met them
    return office


def last(office: Office, name: str) -> Message:
    return dm(office, name)[-1]


def test_who_leaves_the_channel_is_asked_about_once_and_all_he_owned_is_given_on(atlas: Office) -> None:
    tom, priya = atlas.person("tom"), atlas.person("priya")
    for line in ("update the risk log by Friday", "call the supplier tomorrow", "test it", "book a room"):
        type_in(atlas, "sanne", f"/action @priya {line}")
    priya.click(dm(atlas, "priya")[0], "Other date")
    priya.fill({"due": date(2026, 12, 2), "reason": "the supplier is late"})
    assert priya.submit() == {}
    assert "priya" in read(last(atlas, "sanne"))
    type_in(atlas, "priya", "/action done 3")
    before = len(dm(atlas, "tom"))

    atlas.happens(lambda: priya.leave("atlas"))
    assert "Er valt niets meer te beslissen." in read(last(atlas, "sanne"))
    atlas.set_clock(datetime(2026, 11, 23, 10, 0))  # 9:00 in London
    [asked] = dm(atlas, "tom")[before:]
    assert "priya has left #atlas and still owns 3 open action items there. Who takes them over?" in read(
        asked
    )
    assert "update the risk log · Fri 27 Nov · A-1" in read(asked)
    assert "A-3" not in read(asked)
    quiet = len(dm(atlas, "priya"))

    tom.choose(asked, "New owner", "gina", block_id="A-1")
    assert "is a guest" in read(last(atlas, "tom"))
    tom.choose(asked, "New owner", "sanne", block_id="A-1")
    asked = dm(atlas, "tom")[before]
    assert "still owns 2 open action items" in read(
        asked
    ) and "update the risk log · now with sanne · A-1" in read(asked)
    type_in(atlas, "sanne", "/action done 4")
    assert "book a room · done · A-4" in read(dm(atlas, "tom")[before])
    tom.choose(dm(atlas, "tom")[before], "New owner", "tom")
    asked = dm(atlas, "tom")[before]
    assert "All that priya left in #atlas is taken care of." in read(asked) and asked.buttons() == []
    assert len(dm(atlas, "priya")) == quiet

    atlas.happens(lambda: atlas.slack.add_member("atlas", "priya"))
    assert "priya is back in #atlas" in read(dm(atlas, "tom")[before])


def test_who_is_deactivated_is_asked_about_in_dutch_and_all_goes_to_one(office: Office) -> None:
    office.project("molen", language="nl")
    sanne, tom = office.person("sanne"), office.person("tom")
    assert tom.name
    for number in range(1, 24):
        type_in(office, "sanne", f"/spil actie @joost stap {number} uiterlijk vrijdag", "molen")
    before = len(dm(office, "sanne"))
    office.happens(lambda: office.slack.deactivate("joost"))
    office.happens(lambda: office.slack.remove_member("molen", "joost"))
    [asked] = dm(office, "sanne")[before:]
    assert "joost is weg uit de workspace en heeft nog 23 open actiepunten in #molen" in read(asked)
    assert "en nog 3: “Geef alles aan” neemt die ook mee" in read(asked)
    sanne.choose(asked, "Geef alles aan", "sanne")
    assert "Alles wat joost achterliet in #molen is geregeld." in read(dm(office, "sanne")[before])
    assert "sanne" in read(cards(office, "molen")[0])
    assert "23 open" in type_in(office, "sanne", "/spil actie lijst @sanne", "molen")


def test_of_a_manager_who_leaves_his_sponsor_is_asked_and_who_owns_nothing_leaves_in_silence(
    atlas: Office,
) -> None:
    type_in(atlas, "priya", "/action @tom write the plan by Friday")
    before = {name: len(dm(atlas, name)) for name in ("sanne", "priya")}
    atlas.happens(lambda: atlas.person("priya").leave("atlas"))
    assert len(dm(atlas, "sanne")) == before["sanne"]
    atlas.happens(lambda: atlas.person("tom").leave("atlas"))
    [asked] = dm(atlas, "sanne")[before["sanne"] :]
    assert "tom is weg uit #atlas en heeft daar nog 1 open actiepunt" in read(asked)
    assert "tom leidde het project: typ /spil project om iemand anders te kiezen." in read(asked).replace(
        "`", ""
    )
    assert len(dm(atlas, "priya")) == before["priya"]


def test_who_was_invited_and_left_is_said_on_the_card_and_once_to_the_organiser(atlas: Office) -> None:
    type_in(atlas, "tom", PLAN)
    assert "No answer yet (1): priya" in read(meetings(atlas)[0])
    before = len(dm(atlas, "tom"))
    priya = atlas.person("priya")
    for _ in range(2):
        priya.leave("atlas")
        atlas.one_round("keep house")
        [card] = meetings(atlas)
        assert "No longer in this project (1): priya" in read(card) and "No answer yet" not in read(card)
        atlas.advance(minutes=1)
        priya.join("atlas")
        assert "No answer yet (1): priya" in read(meetings(atlas)[0])
        atlas.advance(minutes=1)
    priya.leave("atlas")
    atlas.set_clock(datetime(2026, 11, 23, 12))
    [told] = dm(atlas, "tom")[before:]
    assert read(told).startswith("priya is no longer in #atlas, and was invited to Sprint review, Fri 27 Nov")
    atlas.person("tom").click(told, "Edit")
    assert "Sprint review" in form(atlas, "tom")


def test_where_who_would_take_the_minutes_has_left_the_project_manager_is_asked_for_notes(
    atlas: Office,
) -> None:
    type_in(atlas, "sanne", "/meeting Sprint review with @tom 14:00 30m")
    type_in(atlas, "sanne", "/meeting Planning with @tom 15:00 30m")
    atlas.set_clock(datetime(2026, 11, 23, 14, 30))
    assert "Sprint review is voorbij." in read(dm(atlas, "sanne")[-1])
    atlas.person("sanne").leave("atlas")
    atlas.settle()
    atlas.set_clock(datetime(2026, 11, 23, 15, 30))
    assert "Planning is over. Paste your notes" in read(dm(atlas, "tom")[-1])
    assert "Planning is" not in read(dm(atlas, "sanne")[-1])


def test_in_dutch_too_when_they_left_the_company_and_not_of_who_said_no(molen: Office) -> None:
    type_in(molen, "sanne", "/spil overleg Molendag met @joost vrijdag 14:00", "molen")
    molen.settle()
    molen.slack.deactivate("joost")
    molen.wait_for(lambda: len(dm(molen, "sanne")) == 2)
    assert "joost zit niet meer in #molen" in read(dm(molen, "sanne")[1])
    assert "Niet meer in dit project (1): joost" in read(meetings(molen, "molen")[0])
