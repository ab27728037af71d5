"""Several edits of a meeting soon after each other are told as one, against what people last heard of it."""

from tests.kit.office import Office
from tests.kit.story import PLAN, dm, dm_texts, files, meetings, read, type_in


def edit(office: Office, who: str, channel: str = "atlas", **fields: object) -> None:
    person = office.person(who)
    person.click(meetings(office, channel)[0], "Move" if channel == "atlas" else "Verzetten")
    person.fill(fields)
    assert person.submit() == {}


def test_three_edits_are_one_message_of_what_changed(atlas: Office) -> None:
    atlas.happens(lambda: atlas.person("sanne").invite("atlas", "joost"))
    type_in(atlas, "sanne", PLAN)
    type_in(atlas, "sanne", "/meeting move 1 30 november 19:30")
    atlas.settle()
    atlas.advance(minutes=1)
    edit(atlas, "sanne", place="Room 4")
    edit(atlas, "sanne", title="Sprint demo", people=["sanne", "tom", "priya", "joost"])
    atlas.settle()
    atlas.advance(minutes=1)
    assert len(dm(atlas, "tom")) == 1
    atlas.settle()
    atlas.advance(minutes=1)
    assert dm_texts(atlas, "tom")[1].splitlines()[0] == (
        "Sprint demo (was Sprint review) moves to Mon 30 Nov, 18:30–19:15 (was Fri 27 Nov 13:00), in Room 4"
        " · also invited: joost"
    )
    assert len(dm(atlas, "joost")) == 1
    assert files(atlas, "tom")[-1].walk("VEVENT")[0]["SEQUENCE"] == 3
    atlas.settle()
    atlas.advance(minutes=5)
    assert len(dm(atlas, "tom")) == 2


def test_in_dutch_three_edits_are_one_message(molen: Office) -> None:
    type_in(molen, "sanne", "/spil overleg Sprintreview met @joost vrijdag 14u 45 minuten", "molen")
    type_in(molen, "sanne", "/spil overleg verzet 1 15:00", "molen")
    edit(molen, "sanne", "molen", place="zaal 4")
    type_in(molen, "sanne", "/spil overleg verzet 1 16:00", "molen")
    molen.settle()
    molen.advance(minutes=3)
    assert [each.splitlines()[0] for each in dm_texts(molen, "joost")[1:]] == [
        "Sprintreview is verzet naar vr 27 nov, 16:00–16:45 (was 14:00), in zaal 4"
    ]


def test_changed_and_changed_back_nothing_is_said_and_answers_hold(atlas: Office) -> None:
    type_in(atlas, "sanne", PLAN)
    atlas.person("tom").click(dm(atlas, "tom")[0], "Yes")
    type_in(atlas, "sanne", "/meeting move 1 16:00")
    assert "No answer yet (2): tom, priya" in read(meetings(atlas)[0])
    type_in(atlas, "sanne", "/meeting move 1 14:00")
    assert "Yes (2): sanne, tom" in read(meetings(atlas)[0])
    atlas.settle()
    atlas.advance(minutes=5)
    assert len(dm(atlas, "tom")) == 1


def test_a_cancellation_goes_at_once_and_swallows_what_waits(atlas: Office) -> None:
    type_in(atlas, "sanne", PLAN)
    type_in(atlas, "sanne", "/meeting move 1 16:00")
    type_in(atlas, "sanne", "/meeting cancel 1")
    told = ["✗ ~Sprint review~\nFri 27 Nov, 15:00–15:45 · M-1"]
    news = ["✗ ~Sprint review~ cancelled by sanne\nFri 27 Nov, 15:00–15:45 · M-1"]
    assert dm_texts(atlas, "tom") == told + news
    atlas.settle()
    atlas.advance(minutes=5)
    assert dm_texts(atlas, "tom") == told + news
