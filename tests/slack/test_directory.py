"""What we know of people and channels, while Slack answers and while it does not."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from slack_sdk.web import SlackResponse
from structlog.testing import capture_logs

from bot.core.jobs import Notice, Temporary, post
from bot.core.language import Language
from bot.core.people import Kind
from bot.core.project import Project
from bot.runtime.settings import SHORT_NAMES
from bot.sandbox.state import TEAM_ID
from handlers.slack.payloads import person_of
from storage.tables import MemberRow, PersonRow
from storage.unit_of_work import Storage
from tests.kit.clock import MONDAY
from tests.kit.desk import Desk, open_desk
from tests.kit.rows import rows

NAMES = {"/spil": "spil", **{f"/{name}": word for name, word in SHORT_NAMES["none"].items()}}


@pytest.fixture
def desk(sqlite_storage: Storage) -> Iterator[Desk]:
    with open_desk(sqlite_storage, NAMES) as opened:
        yield opened


def present(desk: Desk, channel: str) -> set[str]:
    here = desk.slack.channel_id(channel)
    names = {user.id: user.name for user in desk.slack.ws.users.values()}
    return {names[row.user] for row in rows(desk.storage, MemberRow) if row.channel == here}


def calls(desk: Desk, method: str) -> int:
    return sum(record.name == method for record in desk.slack.traffic())


def test_people_and_members_are_asked_once_and_again_after_minutes(desk: Desk) -> None:
    for _ in range(2):
        desk.know("tom", "priya")
    assert (calls(desk, "users.info"), calls(desk, "conversations.members")) == (2, 1)
    assert present(desk, "atlas") == {"sanne", "tom", "priya", "gina", "spil"}
    desk.slack.advance(timedelta(minutes=6))
    desk.know("tom")
    assert (calls(desk, "users.info"), calls(desk, "conversations.members")) == (3, 2)


def test_what_was_learned_by_a_clock_that_ran_ahead_is_asked_again(desk: Desk) -> None:
    desk.know("tom")
    ahead = desk.now() + timedelta(days=365)
    with desk.storage.unit_of_work() as uow:
        tom = uow.people.get(TEAM_ID, desk.slack.user_id("tom"))
        assert tom is not None
        uow.people.put(tom.model_copy(update={"known_at": ahead}))
        uow.people.put_members(TEAM_ID, desk.slack.channel_id("atlas"), [tom.user], ahead)
    desk.know("tom")
    assert (calls(desk, "users.info"), calls(desk, "conversations.members")) == (2, 2)


def test_a_channel_without_us_has_nobody_that_we_know(desk: Desk) -> None:
    desk.slack.add_channel("open", members=["tom"])
    desk.slack.add_channel("closed", members=["tom"], private=True)
    for channel in ("open", "closed"):
        desk.know("tom", channel=channel)
        assert present(desk, channel) == set()


def test_a_public_channel_is_joined_a_private_one_stays_closed(desk: Desk) -> None:
    desk.slack.add_channel("open", members=["tom"])
    desk.slack.add_channel("closed", members=["tom"], private=True)
    for channel in ("open", "closed"):
        for _ in range(2):
            desk.directory.join(TEAM_ID, desk.slack.channel_id(channel))
    assert (present(desk, "open"), present(desk, "closed")) == ({"tom", "spil"}, set())


@pytest.mark.parametrize("kind", ["status", "cut_before", "no_answer"])
def test_while_slack_is_down_we_go_by_what_we_knew(desk: Desk, kind: str) -> None:
    desk.know("tom")
    desk.slack.advance(timedelta(minutes=6))
    desk.client.timeout = 1
    for method in ("conversations.members", "users.info"):
        desk.slack.fault(method, kind=kind)  # type: ignore[arg-type]
        desk.know("tom")
    assert "tom" in present(desk, "atlas")
    desk.slack.fault("users.info", kind=kind)  # type: ignore[arg-type]
    with pytest.raises(Temporary):
        desk.know("tom", "priya")


def test_what_was_learned_before_slack_fell_silent_is_kept(desk: Desk) -> None:
    desk.slack.fault("users.info", kind="status", status=500)
    with pytest.raises(Temporary):
        desk.know("tom")
    assert "tom" in present(desk, "atlas")


def test_somebody_whom_slack_does_not_know_stays_unknown(desk: Desk) -> None:
    desk.directory.refresh(TEAM_ID, ["U0NOBODY"])
    assert rows(desk.storage, PersonRow) == []


def test_what_we_hear_of_somebody_while_a_conversation_is_opened_with_them_is_kept(desk: Desk) -> None:
    desk.know("tom")
    user, opening = desk.slack.user_id("tom"), desk.sender.client.conversations_open

    def open_while_he_moves(**about: Any) -> SlackResponse:
        with desk.storage.unit_of_work() as uow:
            before = uow.people.get(TEAM_ID, user)
            assert before is not None
            uow.people.put(before.model_copy(update={"zone": "Asia/Tokyo"}))
        return opening(**about)

    desk.sender.client.conversations_open = open_while_he_moves  # type: ignore[method-assign]
    notice = Notice(kind="projects.welcome.en", team=TEAM_ID, to=user)
    desk.sender.deliver(post(notice, "arrival", desk.now()))
    [tom] = [row for row in rows(desk.storage, PersonRow) if row.user == user]
    assert tom.zone == "Asia/Tokyo" and tom.dm


def test_a_private_channels_name_is_asked_once_where_the_act_does_not_tell_it(desk: Desk) -> None:
    kluis = desk.slack.channel_id("kluis")
    for _ in range(2):
        desk.directory.hear_name(kluis, "")
    assert (desk.directory.name_of(kluis), calls(desk, "conversations.info")) == ("kluis", 1)
    desk.directory.hear_name("C1", "told")
    desk.directory.hear_name("D1", "")
    assert [desk.directory.name_of(each) for each in ("C1", "D1", "C2")] == ["told", "", ""]


@pytest.mark.parametrize(
    ("user", "kind"),
    [
        ({}, Kind.member),
        ({"is_restricted": True}, Kind.guest),
        ({"is_ultra_restricted": True}, Kind.guest),
        ({"team_id": "T2"}, Kind.stranger),
        ({"is_stranger": True}, Kind.stranger),
        ({"is_bot": True}, Kind.bot),
        ({"id": "USLACKBOT"}, Kind.bot),
    ],
)
def test_slack_tells_who_is_a_member_a_guest_a_stranger_or_a_bot(user: dict[str, object], kind: Kind) -> None:
    assert person_of("T1", {"id": "U1", "name": "x", **user}, MONDAY).kind is kind


def test_a_person_without_a_zone_or_language_gets_utc_and_english() -> None:
    person = person_of("T1", {"id": "U1", "deleted": True, "profile": {"real_name": "Ann"}}, MONDAY)
    assert (person.name, person.zone, person.language, person.gone) == ("Ann", "UTC", Language.en, True)


@pytest.mark.parametrize(
    ("told", "zone"),
    [
        ({"tz": "Asia/Kolkata"}, "Asia/Kolkata"),
        ({"tz": "Mars/Olympus", "tz_offset": -18000}, "Etc/GMT+5"),
        ({"tz": "", "tz_offset": 19800}, "Asia/Kolkata"),
        ({"tz": 5, "tz_offset": "soon"}, "Europe/Amsterdam"),
        ({}, "Europe/Amsterdam"),
    ],
)
def test_a_zone_that_is_unknown_here_is_that_of_the_offset_else_that_of_the_project(
    told: dict[str, object], zone: str
) -> None:
    person = person_of("T1", {"id": "U1", "name": "x", **told}, MONDAY, lambda: "Europe/Amsterdam")
    assert person.zone == zone


def test_a_zone_that_slack_does_not_tell_is_that_of_the_project(desk: Desk) -> None:
    here, tom = desk.slack.channel_id("atlas"), desk.slack.user_id("tom")
    with desk.storage.unit_of_work() as uow:
        uow.projects.add(Project(team=TEAM_ID, channel=here, name="Atlas", manager=tom, zone="Asia/Tokyo"))
    desk.slack.deactivate("priya")  # of whom Slack tells neither zone nor offset
    desk.know("priya")
    assert [row.zone for row in rows(desk.storage, PersonRow)] == ["Asia/Tokyo"]


def test_a_zone_that_is_unknown_here_is_one_line_in_the_log_and_none_at_each_refresh(desk: Desk) -> None:
    desk.slack.user("priya").tz_told = "Asia/Bengaluru"
    with capture_logs() as logs:
        for _ in range(3):
            desk.know("priya", "tom")
            desk.slack.advance(timedelta(minutes=6))
    [line] = [line for line in logs if line["event"] == "person.zone_unknown"]
    assert (line["told"], line["taken"]) == ("Asia/Bengaluru", "Asia/Kolkata")
