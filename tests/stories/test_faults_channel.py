"""Channels that close, and open again."""

from datetime import datetime

import pytest

from tests.kit.office import Office
from tests.kit.story import cards, dm_texts, read, told, type_in


@pytest.fixture
def atlas(office: Office) -> Office:
    """With an item of Tom's that is late."""
    office.project("atlas")
    type_in(office, "sanne", "/action @tom write the plan today")
    office.settle()
    return office


def press_in_person(office: Office, who: str, label: str) -> str:
    """What he reads after he pressed it in his direct message."""
    person = office.person(who)
    [message] = [each for each in person.dm() if label in each.buttons()]
    return told(person.click(message, label))


def test_in_an_archived_channel_nothing_is_changed_and_who_presses_is_told(atlas: Office) -> None:
    atlas.happens(lambda: atlas.slack.archive("atlas"))
    assert "not in this channel" in press_in_person(atlas, "tom", "Done")
    assert not read(cards(atlas)[0]).startswith("✓")


def test_an_archive_that_crossed_a_change_does_not_stop_others(atlas: Office) -> None:
    atlas.project("molen", language="nl")
    atlas.slack.fault("chat.update", kind="error", error="is_archived", channel="atlas")
    type_in(atlas, "sanne", "/action due 1 1 December")
    assert type_in(atlas, "sanne", "/action @sanne bel de verhuizer voor vrijdag", "molen") == ""
    assert len(cards(atlas, "molen")) == 1


def test_removed_and_invited_again_it_goes_on_where_it_was(atlas: Office) -> None:
    [card] = cards(atlas)
    atlas.happens(lambda: atlas.slack.remove_bot("atlas"))
    assert "not in this channel" in press_in_person(atlas, "tom", "Done")
    assert "/invite" in type_in(atlas, "sanne", "/action list")
    atlas.happens(lambda: atlas.slack.invite_bot("atlas", "sanne"))
    assert press_in_person(atlas, "tom", "Done") == ""
    [same] = cards(atlas)
    assert same.ts == card.ts and read(same).startswith("✓ ~write")


def test_mornings_go_on_after_a_day_outside(atlas: Office) -> None:
    atlas.happens(lambda: atlas.slack.remove_bot("atlas"))
    atlas.set_clock(datetime(2026, 11, 24, 12))
    assert not any("Good morning" in each for each in dm_texts(atlas, "tom"))
    atlas.happens(lambda: atlas.slack.invite_bot("atlas", "sanne"))
    atlas.set_clock(datetime(2026, 11, 25, 12))
    assert len([each for each in dm_texts(atlas, "tom") if "Good morning" in each]) == 1
