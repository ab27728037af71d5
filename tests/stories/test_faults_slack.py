"""Slack slow, busy, down or refusing: everything is said, once, in order."""

from datetime import timedelta
from typing import Any

import pytest

from tests.kit.office import Office
from tests.kit.story import cards, dm, read, told, type_in, type_once

TROUBLES: dict[str, dict[str, Any]] = {
    "too many requests": {"kind": "status", "status": 429, "retry_after": 2},
    "an error of its own": {"kind": "status", "status": 500},
    "not available": {"kind": "status", "status": 503},
    "fatal": {"kind": "error", "error": "fatal_error"},
    "the line cut before": {"kind": "cut_before"},
    "the line cut after": {"kind": "cut_after"},
}
LONG_ENOUGH = 400
"""Seconds in which every attempt rests and is made again."""


def rest(office: Office, seconds: int = LONG_ENOUGH, step: int = 40) -> None:
    for _ in range(0, seconds, step):
        office.advance(seconds=step)
        # Also what is in hand a second time, which to settle looks as if it rested.
        office.spil.worker.work_until_idle()


@pytest.mark.parametrize("trouble", list(TROUBLES.values()), ids=list(TROUBLES))
def test_after_any_trouble_the_card_and_the_message_stand_once(
    atlas: Office, trouble: dict[str, Any]
) -> None:
    atlas.slack.fault("chat.postMessage", times=3, **trouble)
    type_in(atlas, "sanne", "/action @tom write the plan")
    atlas.settle()
    rest(atlas, 120)
    assert len(cards(atlas)) == len(dm(atlas, "tom")) == 1
    atlas.person("tom").click(cards(atlas)[0], "Done")
    assert len(cards(atlas)) == len(dm(atlas, "tom")) == 1
    assert read(cards(atlas)[0]).startswith("✓ ~")


def test_with_all_troubles_mixed_the_order_in_the_channel_is_kept(atlas: Office) -> None:
    for trouble in TROUBLES.values():
        atlas.slack.fault("chat.postMessage", channel="atlas", **trouble)
    for number in range(1, 7):
        type_in(atlas, "sanne", f"/action take step {number}")
    atlas.settle()
    rest(atlas)
    assert [f"take step {number}" in read(card) for number, card in enumerate(cards(atlas), 1)] == [True] * 6


def test_retry_after_is_honoured_for_its_channel_and_holds_up_no_other(atlas: Office) -> None:
    atlas.slack.fault("chat.postMessage", kind="status", status=429, retry_after=30, channel="atlas")
    for text in ("first", "second"):
        type_in(atlas, "sanne", f"/action @tom {text}")
    assert len(dm(atlas, "tom")) == 2 and cards(atlas) == []
    atlas.advance(seconds=29)
    assert cards(atlas) == []
    atlas.advance(seconds=2)
    assert [("first" in read(card), "second" in read(card)) for card in cards(atlas)] == [
        (True, False),
        (False, True),
    ]


def test_with_all_troubles_mixed_what_is_said_in_person_is_answered_once(atlas: Office) -> None:
    type_in(atlas, "sanne", "/action list")
    for trouble in TROUBLES.values():
        atlas.slack.fault("chat.postMessage", **trouble)
    atlas.person("sanne").say_dm("gereed 99")
    atlas.person("tom").say_dm("done 99")
    atlas.settle()
    rest(atlas)
    assert [[read(message) for message in dm(atlas, who)] for who in ("sanne", "tom")] == [
        ["Er is geen actiepunt 99 in dit project."],
        ["There's no action item 99 in this project."],
    ]


@pytest.mark.parametrize("error", ["message_not_found", "cant_update_message", "edit_window_closed"])
def test_a_message_that_cannot_be_changed_is_posted_anew_and_remembered(atlas: Office, error: str) -> None:
    type_in(atlas, "sanne", "/action @sanne write the plan")
    [card] = cards(atlas)
    atlas.slack.fault("chat.update", kind="error", error=error)
    type_in(atlas, "sanne", "/action due 1 1 December")
    first, anew = cards(atlas)
    assert first.ts == card.ts and "1 Dec" in read(anew)
    atlas.person("sanne").click(anew, "Done")
    assert [read(message)[0] for message in cards(atlas)] == ["w", "✓"]


@pytest.mark.parametrize("error", ["invalid_blocks", "msg_blocks_too_long"])
def test_blocks_that_slack_does_not_know_are_said_in_words(atlas: Office, error: str) -> None:
    atlas.slack.fault("chat.postMessage", kind="error", error=error, channel="atlas")
    type_in(atlas, "sanne", "/action @tom write the plan by Friday, tell <!channel>")
    [card] = cards(atlas)
    assert "write the plan" in read(card) and "tom" in read(card) and card.buttons() == []
    assert "<!channel>" not in str(card.blocks)
    atlas.slack.fault("chat.update", kind="error", error=error, channel="atlas")
    type_in(atlas, "sanne", "/action due 1 1 December")
    assert "1 Dec" in read(cards(atlas)[0])
    type_in(atlas, "sanne", "/action done 1")
    assert ["Reopen" in read(card) for card in cards(atlas)] == [True]


@pytest.mark.parametrize("error", ["expired_trigger_id", "exchanged_trigger_id"])
def test_a_form_that_came_too_late_is_said_and_what_was_typed_comes_back(office: Office, error: str) -> None:
    office.slack.fault("views.open", kind="error", error=error)
    answer = type_in(office, "tom", "/project The Long Name of a Project")
    assert "try once more" in answer.lower() and "The Long Name of a Project" in answer
    office.project("atlas")
    type_in(office, "tom", "/action write the plan")
    office.slack.fault("views.open", kind="error", error=error)
    tom = office.person("tom")
    assert "try once more" in told(tom.overflow(cards(office)[0], "Edit")).lower()
    tom.overflow(cards(office)[0], "Edit")
    assert tom.modal is not None


def test_who_comes_first_while_slack_does_not_tell_who_he_is_is_asked_to_try_again(atlas: Office) -> None:
    atlas.slack.fault("*", kind="status", status=500, times=10)
    answer = type_once(atlas, "tom", "/action @tom write the plan by Friday")
    assert "try again" in answer and "write the plan" in answer
    atlas.slack.faults.clear()
    assert type_in(atlas, "tom", "/action @tom write the plan by Friday") == ""
    assert len(cards(atlas)) == 1


def test_who_is_known_is_served_while_slack_does_not_answer_and_told_later(atlas: Office) -> None:
    type_in(atlas, "sanne", "/action @tom write the plan")
    atlas.advance(minutes=10)
    atlas.slack.fault("*", kind="status", status=500, times=10_000)
    assert type_in(atlas, "sanne", "/action @tom test the plan by Friday") == ""
    atlas.settle()
    atlas.slack.faults.clear()
    rest(atlas)
    assert len(cards(atlas)) == len(dm(atlas, "tom")) == 2


def test_a_token_that_was_refused_and_mended_loses_nothing(atlas: Office) -> None:
    type_in(atlas, "sanne", "/action @tom write the plan")
    atlas.settle()
    atlas.slack.fault("chat.postMessage", kind="error", error="invalid_auth", times=4)
    type_in(atlas, "sanne", "/action @tom test the plan")
    atlas.settle()
    rest(atlas)
    assert len(cards(atlas)) == len(dm(atlas, "tom")) == 2


def test_down_for_two_hours_with_an_event_written_down_it_is_answered_after(atlas: Office) -> None:
    atlas.slack.fault("chat.postMessage", kind="cut_before", times=10_000)
    atlas.person("sanne").say_dm("hoi")
    type_in(atlas, "sanne", "/action @tom write the plan")
    atlas.stop_bot()
    atlas.slack.faults.clear()
    atlas.slack.advance(timedelta(hours=2))
    atlas.start_bot()
    rest(atlas)
    assert len(dm(atlas, "sanne")) == len(dm(atlas, "tom")) == len(cards(atlas)) == 1


def test_an_event_that_came_while_nobody_was_there_is_delivered_again(atlas: Office) -> None:
    type_in(atlas, "sanne", "/action list")
    atlas.stop_bot()
    atlas.person("sanne").say_dm("hoi")
    atlas.wait_for(lambda: [each for each in atlas.slack.delivery.retries if each.envelope.retry == 2])
    atlas.slack.advance(timedelta(seconds=30))
    atlas.start_bot()
    assert dm(atlas, "sanne") == []
    atlas.slack.advance(timedelta(seconds=40))
    atlas.wait_for(lambda: dm(atlas, "sanne"))
    atlas.advance(minutes=10)
    assert len(dm(atlas, "sanne")) == 1
