"""Messages and forms that stand longer than what they are about, or than the bot that made them."""

import pytest
from sqlmodel import Session, delete

from storage.tables import ActionItemRow
from tests.kit.office import Office
from tests.kit.story import Wire, cards, dm, read, told, type_in


@pytest.fixture
def atlas(office: Office) -> Office:
    """With an item of Tom's."""
    office.project("atlas")
    type_in(office, "sanne", "/action @tom write the plan")
    return office


def restart(office: Office) -> None:
    office.settle()
    office.stop_bot()
    office.start_bot()


def forget_items(office: Office) -> None:
    with Session(office.spil.engine) as session:
        session.exec(delete(ActionItemRow))
        session.commit()


def test_buttons_from_before_a_restart_work_and_change_the_message_where_it_stands(atlas: Office) -> None:
    [card] = cards(atlas)
    restart(atlas)
    atlas.person("tom").click(card, "Done")
    [same] = cards(atlas)
    assert same.ts == card.ts and read(same).startswith("✓ ~")


def test_a_form_from_before_a_restart_is_taken(atlas: Office) -> None:
    tom = atlas.person("tom")
    tom.overflow(cards(atlas)[0], "Edit")
    restart(atlas)
    tom.fill({"Due": "2026-12-01"})
    assert tom.submit() == {}
    assert "1 Dec" in read(cards(atlas)[0])


def test_a_button_about_something_that_is_no_more_says_so(atlas: Office) -> None:
    [card] = cards(atlas)
    forget_items(atlas)
    assert "no action item 1" in told(atlas.person("tom").click(card, "Done"))
    for label in ("Edit", "History", "Drop"):
        assert "no action item 1" in told(atlas.person("tom").overflow(card, label))
    told_now = atlas.person("tom").choose(card, "Choose a date", "2026-12-01")
    assert "no action item 1" in told(told_now)


def test_a_form_about_something_that_is_no_more_keeps_what_was_typed(atlas: Office) -> None:
    tom = atlas.person("tom")
    tom.overflow(cards(atlas)[0], "Edit")
    forget_items(atlas)
    tom.fill({"What must be done": "write the whole plan"})
    assert "no action item 1" in "".join(tom.submit().values())
    assert tom.modal is not None


def test_a_click_that_crossed_a_cancellation_is_answered_and_changes_nothing(atlas: Office) -> None:
    wire = Wire(atlas.slack)
    tom = atlas.person("tom")
    tom.click(cards(atlas)[0], "Done")
    done = wire.last
    type_in(atlas, "sanne", "/action reopen 1")
    type_in(atlas, "sanne", "/action drop 1")
    wire.last = done
    wire.pressed_again()
    assert "dropped already" in read(tom.sees("atlas")[-1])
    assert read(cards(atlas)[0]).startswith("✗ ~")


def test_a_card_that_somebody_deleted_is_posted_anew_and_that_one_is_changed_from_then_on(
    atlas: Office,
) -> None:
    [card] = cards(atlas)
    atlas.spil.app.client.chat_delete(channel=card.channel, ts=card.ts)
    type_in(atlas, "sanne", "/action due 1 1 December")
    [anew] = cards(atlas)
    assert anew.ts != card.ts and "1 Dec" in read(anew)
    atlas.person("tom").click(anew, "Done")
    assert [message.ts for message in cards(atlas)] == [anew.ts]
    assert len(dm(atlas, "tom")) == 1
