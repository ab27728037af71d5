"""What people say of what is theirs in no words of a command, and what they put right just after."""

import pytest

from tests.kit.office import Office
from tests.kit.story import answer, card_texts, dm, meetings, read, type_in

GUIDE = "/action @priya write the guide friday"
PLANNING = "/meeting Planning with @priya friday 14:00 45m"


def say(office: Office, who: str, text: str) -> str:
    """And what comes back."""
    office.settle()
    office.happens(lambda: office.person(who).say_dm(text))
    return read(dm(office, who)[-1])


def test_a_record_that_is_named_by_its_words_is_changed_as_was_typed(atlas: Office) -> None:
    type_in(atlas, "tom", GUIDE)
    type_in(atlas, "tom", PLANNING)
    tom = atlas.person("tom")
    for line, button, said in (
        ("move the planning to 15:00", "move M-1 to 15:00", "Planning is now Fri 27 Nov, 15:00–15:45"),
        ("move planning thursday 11:00", "move M-1 thursday 11:00", "Planning is now Thu 26 Nov, 11:00"),
        ("postpone guide until monday", "postpone A-1 until monday", "Due Mon 30 Nov: write the guide"),
        ("give the guide to @sanne", "give A-1 to @sanne", "Given to sanne: write the guide (A-1)."),
    ):
        assert button in say(atlas, "tom", line)
        tom.click(dm(atlas, "tom")[-1], button)
        assert said in read(dm(atlas, "tom")[-1]), line
    asked = answer(atlas, "tom", "/meeting move planning friday 16:00")
    assert asked.buttons() == ["move M-1 friday 16:00", "Open it", "Plan “move planning friday 16:00”"]
    tom.click(asked, "move M-1 friday 16:00")
    assert "Fri 27 Nov, 16:00" in read(meetings(atlas)[0])
    assert type_in(atlas, "tom", "/action move the sofa to the attic") == ""


@pytest.mark.parametrize("channel", ["atlas", "molen"])
def test_what_is_said_of_ones_own_is_shown_with_its_answers(office: Office, channel: str) -> None:
    office.project(channel, language="nl" if channel == "molen" else "en")
    who = "priya" if channel == "atlas" else "joost"
    type_in(office, "sanne", f"/spil actie @{who} write the guide vrijdag", channel)
    type_in(office, "sanne", f"/spil overleg Planning met @{who} vrijdag 14:00", channel)
    item, meeting = {"Other date", "Not mine"}, {"Yes", "No", "Maybe"}
    if who == "joost":
        item, meeting = {"Andere datum", "Niet van mij"}, {"Ja", "Nee", "Misschien"}
    for line, buttons in (
        ("I can't come to the planning", meeting),
        ("ik kan niet bij de planning zijn", meeting),
        ("decline M-1", meeting),
        ("I need more time for 1", item),
        ("ik heb meer tijd nodig voor 1", item),
        ("can I have until Tuesday for the guide?", item),
        ("I can't make Friday", item | meeting),
        ("ik red vrijdag niet", item | meeting),
        ("the painter comes on Friday", set()),
    ):
        say(office, who, line)
        assert {*dm(office, who)[-1].buttons()} & (item | meeting) == buttons, line
    say(office, who, "decline planning")
    office.person(who).click(dm(office, who)[-1], "No" if who == "priya" else "Nee")
    assert f"(1): {who}" in read(meetings(office, channel)[0])
    assert "`ongedaan` draait je laatste wijziging terug" in say(office, "sanne", "laat maar")


def test_what_was_changed_just_now_is_put_right(atlas: Office) -> None:
    type_in(atlas, "tom", GUIDE)
    assert "Due Thu 26 Nov: write the guide" in say(atlas, "tom", "no, I meant Thursday")
    assert "first" not in card_texts(atlas)[0], "it was a slip, and no other date was ever agreed"
    type_in(atlas, "priya", "/action due 1 30 Nov")
    assert "Moved to Tue 1 Dec" in say(atlas, "priya", "sorry, 1 December")
    assert "postponed 1×" in card_texts(atlas)[0]
    type_in(atlas, "sanne", "/spil actie @tom bel de zaal vrijdag")
    assert "Overgedragen aan priya" in say(atlas, "sanne", "nee, priya bedoel ik")
    type_in(atlas, "tom", PLANNING)
    assert "Planning is now Fri 27 Nov, 15:00" in say(atlas, "tom", "oops, 15:00")
    assert "Given to" not in say(atlas, "tom", "no, @sanne"), "a meeting has no owner"
    atlas.advance(hours=2)
    assert "I don't know what to do" in say(atlas, "tom", "no, 16:00")
