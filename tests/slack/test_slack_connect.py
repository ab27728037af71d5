"""Slack Connect: who comes from another workspace gets nothing of a project, whatever their payloads say."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import text
from sqlmodel import SQLModel

from bot.action_items.model import Status
from bot.core.errors import NotAllowed
from bot.core.language import Language
from bot.core.people import Kind
from bot.core.project import Project
from bot.sandbox.delivery import EnvelopeType
from bot.sandbox.state import TEAM_ID, Message
from bot.texts import texts_in
from handlers.slack.payloads import home_of, installation_of, is_from_elsewhere, person_of
from storage.tables import ActionItemRow, PersonRow, ProjectRow
from storage.unit_of_work import Storage
from tests.kit.clock import MONDAY
from tests.kit.desk import Desk, open_desk, seen
from tests.kit.rows import rows

NAMES = {"/spil": "spil", "/action": "action", "/project": "project"}
ELSEWHERE = "T0ELSEWHERE"
GUESTS, GASTEN = (texts_in(language).rejected(NotAllowed()) for language in (Language.en, Language.nl))


@pytest.fixture
def desk(sqlite_storage: Storage) -> Iterator[Desk]:
    """Sven, of another workspace, is in #atlas with Tom's project and an item of Priya's."""
    with open_desk(sqlite_storage, NAMES) as opened:
        slack = opened.slack
        slack.add_user("sven", team=ELSEWHERE, locale="nl-NL")
        slack.add_member("atlas", "sven")
        here, tom = slack.channel_id("atlas"), slack.user_id("tom")
        with sqlite_storage.unit_of_work() as uow:
            uow.projects.add(Project(team=TEAM_ID, channel=here, name="Atlas", manager=tom))
        opened.said_to("tom", "/action @priya count the secret chairs tomorrow")
        yield opened


def teams(storage: Storage) -> set[str]:
    """Each that a row is kept under."""
    found: set[str] = set()
    with storage.engine.connect() as connection:
        for table in SQLModel.metadata.sorted_tables:
            if "team" in table.c:
                found |= set(connection.execute(text(f"SELECT DISTINCT team FROM {table.name}")).scalars())
    return found


def dispatch(desk: Desk, kind: EnvelopeType, payload: dict[str, Any]) -> dict[str, Any]:
    answer = desk.slack.delivery.ask(kind, payload)
    assert answer.acked
    return answer.payload or {}


def foreign(desk: Desk, **payload: Any) -> dict[str, Any]:
    """An interaction whose `team` is the workspace of who acts."""
    sven = {"id": desk.slack.user_id("sven"), "team_id": ELSEWHERE}
    return {"user": sven, "team": {"id": ELSEWHERE, "domain": "x"}, "trigger_id": "1.x", **payload}


def unchanged(desk: Desk) -> None:
    [item], [project] = rows(desk.storage, ActionItemRow), rows(desk.storage, ProjectRow)
    assert (item.status, project.team, teams(desk.storage)) == (Status.open, TEAM_ID, {TEAM_ID})
    sven = [row.kind for row in rows(desk.storage, PersonRow) if row.user == desk.slack.user_id("sven")]
    assert sven in ([], [Kind.stranger])


def card(desk: Desk) -> Message:
    for job in desk.jobs("post"):
        desk.sender.deliver(job)
    return next(message for message in desk.slack.history("atlas") if "chairs" in message.words())


def test_a_button_is_answered_as_to_a_guest_in_their_language(desk: Desk) -> None:
    message = card(desk)
    assert GASTEN in seen(desk.slack.person("sven").click(message, message.buttons()[0]))
    unchanged(desk)


def test_a_command_that_is_not_theirs_is_not_offered_by_slack(desk: Desk) -> None:
    assert "is not a valid command" in seen(desk.slack.person("sven").command("/action list", "atlas"))


@pytest.mark.parametrize("line", ["/action list", "/project", "/action @priya do it", "/spil help"])
@pytest.mark.parametrize("team", [ELSEWHERE, TEAM_ID])
def test_a_command_of_theirs_that_comes_all_the_same_finds_no_project(
    desk: Desk, line: str, team: str
) -> None:
    command, _, typed = line.partition(" ")
    payload = {"command": command, "text": typed, "team_id": team, "trigger_id": "1.x"}
    here = {"channel_id": desk.slack.channel_id("atlas"), "user_id": desk.slack.user_id("sven")}
    answer = dispatch(desk, "slash_commands", payload | here)
    assert line == "/spil help" or answer["text"].startswith(GASTEN)
    assert "chairs" not in str(answer)
    unchanged(desk)


def test_in_a_channel_without_a_project_they_are_not_offered_to_set_one_up(desk: Desk) -> None:
    desk.slack.add_member("molen", "sven")
    payload = {"command": "/project", "text": "", "team_id": ELSEWHERE, "trigger_id": "1.x"}
    here = {"channel_id": desk.slack.channel_id("molen"), "user_id": desk.slack.user_id("sven")}
    assert dispatch(desk, "slash_commands", payload | here)["text"].startswith(GASTEN)
    unchanged(desk)


@pytest.mark.parametrize("installed", [TEAM_ID, ELSEWHERE])
def test_a_form_that_they_send_sets_up_nothing(desk: Desk, installed: str) -> None:
    tom = desk.slack.person("tom")
    for name in ("tom", "sven"):
        desk.slack.add_member("molen", name)
    tom.command("/project", "molen")
    view = {**(tom.modal or {}), "app_installed_team_id": installed, "team_id": ELSEWHERE}
    answer = dispatch(desk, "interactive", foreign(desk, type="view_submission", view=view))
    assert GASTEN in str(answer)
    unchanged(desk)


def test_a_shortcut_of_theirs_makes_nothing(desk: Desk) -> None:
    said = desk.slack.person("sven").say("count the tables", "atlas")
    message = {"ts": said.ts, "text": said.text, "user": said.user}
    where = {"channel": {"id": said.channel, "name": "atlas"}, "message": message, "message_ts": said.ts}
    callback = next(iter(desk.registry.shortcuts))
    dispatch(desk, "interactive", foreign(desk, type="message_action", callback_id=callback, **where))
    assert GASTEN in seen(desk.slack.person("sven").sees("atlas"))
    unchanged(desk)


def test_a_mention_and_a_direct_message_of_theirs_are_answered_as_to_a_guest(desk: Desk) -> None:
    sven = desk.slack.person("sven")
    sven.say("@spil list", "atlas")
    desk.work_events()
    assert GASTEN in seen(sven.sees("atlas"))
    sven.say_dm("list")
    desk.work_events()
    assert "chairs" not in seen(sven.dm())
    unchanged(desk)


def test_their_home_is_empty(desk: Desk) -> None:
    sven = desk.slack.person("sven")
    desk.slack.delivery.settled(lambda: sven._do.open_home(sven.user))
    desk.work_events()
    for job in desk.jobs("home"):
        desk.sender.publish_home(job)
    assert sven.home is not None and "chairs" not in str(sven.home) and "Atlas" not in str(sven.home)
    unchanged(desk)


def test_they_can_be_given_nothing(desk: Desk) -> None:
    assert "sven" in desk.said_to("tom", "/action @sven count the tables")
    unchanged(desk)


def test_who_acts_from_another_workspace_of_the_organisation_gets_nothing_for_that_act(desk: Desk) -> None:
    """Slack's word on Tom is that he is of ours; the payload says that he acts from elsewhere."""
    message = card(desk)
    action = {"action_id": "action_items.done", "value": "1:1:1", "type": "button", "block_id": "b"}
    tom = {"id": desk.slack.user_id("tom"), "team_id": ELSEWHERE}
    payload = foreign(desk, type="block_actions", actions=[action]) | {"user": tom, "team": {"id": TEAM_ID}}
    where = {"container": {"channel_id": message.channel, "message_ts": message.ts}}
    dispatch(desk, "interactive", payload | where)
    assert GUESTS in seen(desk.slack.person("tom").sees("atlas"))
    unchanged(desk)


@pytest.mark.parametrize(
    ("user", "kind"),
    [
        ({"team_id": "T1"}, Kind.member),
        ({"team_id": "T1", "is_stranger": False}, Kind.member),
        ({"team_id": "T2", "is_stranger": False}, Kind.stranger),
        ({"team_id": "T1", "is_stranger": True}, Kind.stranger),
        ({"team_id": "E1", "enterprise_user": {"enterprise_id": "E1", "teams": ["T2", "T1"]}}, Kind.member),
        ({"team_id": "T2", "enterprise_user": {"enterprise_id": "E1", "teams": ["T2"]}}, Kind.stranger),
        ({"team_id": "E1", "enterprise_user": None}, Kind.stranger),
    ],
)
def test_slack_says_who_is_of_our_workspace(user: dict[str, object], kind: Kind) -> None:
    assert person_of("T1", {"id": "U1", "name": "x", **user}, MONDAY).kind is kind


OURS = [{"team_id": "T1", "enterprise_id": None, "is_bot": True}]


@pytest.mark.parametrize(
    ("body", "installation", "home"),
    [
        ({"command": "/action", "team_id": "T1", "user_id": "U1"}, "T1", "T1"),
        ({"command": "/action", "team_id": "T2", "user_id": "U1"}, "T2", "T2"),
        ({"team": {"id": "T1"}, "user": {"id": "U1", "team_id": "T2"}}, "T1", "T2"),
        ({"team": None, "user": {"id": "U1", "team_id": "T1"}}, "T1", "T1"),
        (
            {
                "team": {"id": "T2"},
                "user": {"id": "U1", "team_id": "T2"},
                "view": {"team_id": "T2", "app_installed_team_id": "T1"},
            },
            "T1",
            "T2",
        ),
        (
            {"team_id": "T2", "authorizations": OURS, "event": {"type": "message", "team": "T2"}},
            "T1",
            "T2",
        ),
        (
            {
                "team_id": "T2",
                "context_team_id": "T2",
                "authorizations": OURS,
                "event": {"type": "app_mention", "team": "T1", "user_team": "E2", "source_team": "E2"},
            },
            "T1",
            "E2",
        ),
        (
            {
                "team_id": "T2",
                "authorizations": OURS,
                "event": {"type": "member_joined_channel", "team": "T1"},
            },
            "T1",
            "",
        ),
        (
            {
                "team_id": "T1",
                "authorizations": OURS,
                "event": {"type": "user_change", "user": {"id": "U1", "team_id": "T2"}},
            },
            "T1",
            "T2",
        ),
        ({"team": "T1", "event": {"type": "reaction_added", "user": "U1"}}, "T1", ""),
    ],
)
def test_a_payload_says_whose_installation_is_meant_and_where_who_acts_comes_from(
    body: dict[str, Any], installation: str, home: str
) -> None:
    assert (installation_of(body), home_of(body)) == (installation, home)
    assert is_from_elsewhere(body, "T1") is ("T2" in (installation, home) or home == "E2")
