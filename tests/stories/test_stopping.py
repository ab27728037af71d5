"""Stop the bot in any way and start it again: everything is there and nothing is said twice."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.core.project import Project
from bot.sandbox import LocalSlack
from bot.sandbox.state import TEAM_ID
from storage.core.engine import open_engine
from tests.kit.databases import wired_storage
from tests.kit.processes import BotProcess, ColdProcess, bot_process, open_slack
from tests.kit.typing_on import typed

pytestmark = pytest.mark.long


@pytest.fixture
def slack() -> Iterator[LocalSlack]:
    with open_slack() as slack:
        yield slack


@pytest.fixture
def database_url(slack: LocalSlack, sqlite_url: str) -> str:
    """With a project in #atlas."""
    engine = open_engine(sqlite_url)
    with wired_storage(engine).unit_of_work() as uow:
        here, manager = slack.channel_id("atlas"), slack.user_id("sanne")
        uow.projects.add(Project(team=TEAM_ID, channel=here, name="Atlas", manager=manager))
    engine.dispose()
    return sqlite_url


def cards(slack: LocalSlack) -> list[str]:
    return [message.words() for message in slack.history("atlas") if "A-1" in message.words()]


def test_killed_after_slack_took_the_message_it_is_said_once(
    slack: LocalSlack, database_url: str, tmp_path: Path
) -> None:
    with bot_process(slack, database_url, tmp_path / "log") as bot:
        slack.fault("chat.postMessage", kind="no_answer", channel="atlas")
        typed(slack, "sanne", "/action @tom update the risk log by Friday")
        slack.wait_for(lambda: cards(slack))
        bot.kill()
    with bot_process(slack, database_url, tmp_path / "log"):
        typed(slack, "sanne", "/action @tom book the room by Friday")
        slack.wait_for(lambda: any("A-2" in each.words() for each in slack.history("atlas")))
        assert len(cards(slack)) == 1


def test_killed_before_anything_was_sent_it_is_said_after_the_restart(
    slack: LocalSlack, database_url: str, tmp_path: Path
) -> None:
    with bot_process(slack, database_url, tmp_path / "log") as bot:
        slack.fault("chat.postMessage", kind="cut_before", channel="atlas", times=1000)
        typed(slack, "sanne", "/action @tom update the risk log by Friday")
        bot.kill()
    slack.faults.clear()
    with bot_process(slack, database_url, tmp_path / "log"):
        slack.wait_for(lambda: cards(slack))
        assert len(cards(slack)) == 1


def test_terminated_it_ends_cleanly_and_lets_the_socket_go(
    slack: LocalSlack, database_url: str, tmp_path: Path
) -> None:
    with bot_process(slack, database_url, tmp_path / "log", ColdProcess) as bot:
        assert bot.terminate() == 0
        slack.wait_for(lambda: slack.connections == 0)


def test_a_second_process_on_the_same_file_is_turned_away(
    slack: LocalSlack, database_url: str, tmp_path: Path
) -> None:
    with bot_process(slack, database_url, tmp_path / "log"):
        second = BotProcess(slack, database_url, tmp_path / "second.log")
        assert second.process.wait(timeout=30) == 1
        second.close()
        assert "another Spil" in (tmp_path / "second.log").read_text()


def test_a_peer_that_falls_silent_is_noticed_and_left(
    slack: LocalSlack, database_url: str, tmp_path: Path
) -> None:
    with bot_process(slack, database_url, tmp_path / "log"):
        slack.drop_sockets_silently()
        slack.wait_for(lambda: slack.connections >= 2)
        typed(slack, "sanne", "/action @tom update the risk log by Friday")
        slack.wait_for(lambda: cards(slack))
