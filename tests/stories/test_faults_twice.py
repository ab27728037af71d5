"""Whatever comes twice is done once."""

import pytest

from storage.tables import ActionItemRow, EventRow
from tests.kit.office import Office
from tests.kit.rows import rows
from tests.kit.story import Wire, answer, cards, dm, read, type_in, whispers


@pytest.fixture
def wire(atlas: Office) -> Wire:
    return Wire(atlas.slack)


def happened(office: Office) -> list[str]:
    return [event.what for event in rows(office.spil.storage, EventRow)]


def test_the_same_command_delivered_twice_raises_one_item(atlas: Office, wire: Wire) -> None:
    type_in(atlas, "sanne", "/action @tom write the plan")
    assert wire.again().acked
    assert len(cards(atlas)) == len(dm(atlas, "tom")) == len(rows(atlas.spil.storage, ActionItemRow)) == 1


def test_a_double_click_on_done_is_done_once_and_says_nothing_more(atlas: Office, wire: Wire) -> None:
    type_in(atlas, "sanne", "/action @tom write the plan")
    atlas.person("tom").click(cards(atlas)[0], "Done")
    assert wire.pressed_again().acked
    assert wire.again().acked
    assert read(cards(atlas)[0]).startswith("✓ ~")
    assert happened(atlas) == ["created", "done"]
    assert [read(each) for each in whispers(atlas, "tom")] == ["Done: write the plan (A-1).\nUndo"]


def test_a_double_click_on_undo_undoes_one_change(atlas: Office, wire: Wire) -> None:
    type_in(atlas, "sanne", "/action @tom write the plan")
    type_in(atlas, "sanne", "/action due 1 1 December")
    moved = answer(atlas, "sanne", "/action due 1 2 December")
    atlas.person("sanne").click(moved, "Ongedaan maken")
    assert wire.pressed_again().acked
    assert "1 Dec" in read(cards(atlas)[0])


def test_a_form_submitted_twice_is_taken_once_and_both_times_accepted(atlas: Office, wire: Wire) -> None:
    type_in(atlas, "sanne", "/action @tom write the plan")
    tom = atlas.person("tom")
    tom.overflow(cards(atlas)[0], "Edit")
    tom.fill({"What must be done": "write the whole plan"})
    assert tom.submit() == {}
    answer = wire.again()
    assert answer.acked and not answer.payload
    assert "write the whole plan" in read(cards(atlas)[0])
    assert happened(atlas) == ["created", "edited"]


def test_a_message_delivered_twice_is_answered_once(atlas: Office) -> None:
    atlas.slack.deliver_next_twice()
    atlas.person("sanne").say_dm("hoi")
    assert len(dm(atlas, "sanne")) == 1


def test_an_invitation_delivered_twice_brings_one_welcome(office: Office) -> None:
    office.slack.add_channel("haven", ["sanne"])
    office.slack.deliver_next_twice()
    office.happens(lambda: office.slack.invite_bot("haven", "sanne"))
    assert len([each for each in office.slack.history("haven") if each.bot_id]) == 1
