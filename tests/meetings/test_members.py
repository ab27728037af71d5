"""A pasted list calls people by their names: all who are present are met before it is read."""

from collections.abc import Iterator
from time import monotonic

import pytest

from bot.sandbox.state import TEAM_ID
from handlers.slack.payloads import holds_a_list
from storage.tables import PersonRow
from storage.unit_of_work import Storage
from tests.kit.desk import Desk, open_desk
from tests.kit.rows import rows

PATIENCE = 30


@pytest.fixture
def desk(sqlite_storage: Storage) -> Iterator[Desk]:
    with open_desk(sqlite_storage, {"/spil": "spil"}) as opened:
        yield opened


def calls(desk: Desk) -> int:
    return sum(record.name == "users.info" for record in desk.slack.traffic())


def met(desk: Desk) -> set[str]:
    return {row.name for row in rows(desk.storage, PersonRow)}


def test_everybody_present_is_met_once(desk: Desk) -> None:
    desk.know("tom")
    desk.directory.patience = PATIENCE
    for _ in range(2):
        desk.directory.meet_members(TEAM_ID, desk.slack.channel_id("atlas"))
    assert {"sanne", "tom", "priya", "gina"} <= met(desk)
    assert calls(desk) == 5  # the bot itself among them


def test_while_slack_does_not_answer_one_goes_on_with_whom_one_knows(desk: Desk) -> None:
    desk.know("tom")
    desk.directory.patience = PATIENCE
    desk.slack.fault("users.info", kind="status", times=10)
    desk.directory.meet_members(TEAM_ID, desk.slack.channel_id("atlas"))
    assert met(desk) == {"tom"}


def test_whom_slack_tells_of_is_met_though_it_refuses_another(desk: Desk) -> None:
    desk.know("tom")
    desk.directory.patience = PATIENCE
    desk.slack.fault("users.info", kind="status")
    desk.directory.meet_members(TEAM_ID, desk.slack.channel_id("atlas"))
    assert len(met(desk)) == 4


def test_whoever_waits_does_not_wait_for_all(desk: Desk) -> None:
    desk.know("tom")
    desk.directory.patience = 0
    desk.slack.fault("users.info", kind="delay", seconds=PATIENCE, times=10)
    began = monotonic()
    desk.directory.meet_members(TEAM_ID, desk.slack.channel_id("atlas"))
    assert met(desk) == {"tom"} and monotonic() - began < PATIENCE


@pytest.mark.parametrize(
    ("text", "value", "several"),
    [
        ("@tom write it", "", False),
        ("- one\n- two", "", True),
        ("\n@tom write it\n", "", False),
        ("", "one\ntwo", True),
        ("", "one\ttom", True),
        ("", "one", False),
    ],
)
def test_several_lines_or_cells_are_a_list(text: str, value: str, several: bool) -> None:
    view = {"state": {"values": {"rows": {"value": {"value": value}}, "who": {"value": {"value": None}}}}}
    assert holds_a_list({"text": text, "view": view}) is several
