"""The same over signed HTTP: one process hears commands, clicks, forms and events at its own address."""

import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import pytest
from slack_sdk.signature import SignatureVerifier

from bot.sandbox import LocalSlack
from bot.sandbox.state import TEAM_ID
from tests.kit.processes import BotProcess, free_port, open_slack
from tests.kit.story import cards_in, read
from tests.kit.typing_on import add_atlas, typed


@dataclass
class HttpOffice:
    slack: LocalSlack
    address: str


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("http")


@pytest.fixture(scope="module")
def office(folder: Path, sqlite_template: Path) -> Iterator[HttpOffice]:
    database_url = f"sqlite:///{folder / 'spil.db'}"
    port = free_port()
    with open_slack() as slack:
        (folder / "spil.db").write_bytes(sqlite_template.read_bytes())
        add_atlas(slack, database_url)
        bot = BotProcess(
            slack,
            database_url,
            folder / "log",
            SPIL_HTTP_PORT=str(port),
            SLACK_SIGNING_SECRET=slack.signing_secret,
        )
        address = f"http://127.0.0.1:{port}"
        try:
            slack.wait_for(lambda: get_status(f"{address}/health") == 200)
            slack.use_http(f"{address}/slack/events")
            yield HttpOffice(slack, address)
        finally:
            assert bot.terminate() == 0
            bot.close()


def get_status(url: str, body: str | None = None, headers: dict[str, str] | None = None) -> int:
    request = urllib.request.Request(url, body.encode() if body is not None else None, headers or {})
    try:
        with urllib.request.urlopen(request, timeout=5) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as refused:
        return refused.code
    except OSError:
        return 0


def send(office: HttpOffice, *, secret: str, seconds_ago: int = 0) -> int:
    """A command as Slack would send it, signed with `secret`."""
    slack = office.slack
    command = {
        "command": "/action",
        "text": "forged",
        "team_id": TEAM_ID,
        "channel_id": slack.channel_id("atlas"),
        "user_id": slack.user_id("tom"),
        "trigger_id": "1.2.3",
    }
    body, stamp = urlencode(command), str(int(time.time()) - seconds_ago)
    signature = SignatureVerifier(secret).generate_signature(timestamp=stamp, body=body)
    assert signature is not None
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "X-Slack-Request-Timestamp": stamp,
        "X-Slack-Signature": signature,
    }
    return get_status(f"{office.address}/slack/events", body, headers)


def test_a_story_from_command_to_done(office: HttpOffice) -> None:
    slack, tom = office.slack, office.slack.person("tom")
    assert typed(slack, "sanne", "/action @tom write the plan by Friday") == ""
    slack.wait_for(lambda: cards_in(slack) and tom.dm())
    tom.overflow(cards_in(slack)[0], "Edit")
    assert tom.modal is not None
    tom.fill({"What must be done": "write the whole plan"})
    assert tom.submit() == {}
    slack.wait_for(lambda: "write the whole plan" in read(cards_in(slack)[0]))
    tom.click(tom.dm()[0], "Done")
    slack.wait_for(lambda: read(cards_in(slack)[0]).startswith("✓ ~write"))
    assert len(cards_in(slack)) == len(tom.dm()) == 1
    assert "Did you mean" in typed(slack, "tom", "/action lst")


def test_an_event_delivered_twice_is_answered_once(office: HttpOffice) -> None:
    slack, joost = office.slack, office.slack.person("joost")
    slack.deliver_next_twice()
    joost.say_dm("hoi")
    slack.wait_for(lambda: len(joost.dm()) == 2)
    # A later event of the same conversation waits its turn behind the copy, if there were one.
    joost.say_dm("help")
    slack.wait_for(lambda: len(joost.dm()) == 4)
    said = [read(each).split()[0] for each in joost.dm() if each.user == slack.bot_user_id]
    assert said == ["Hallo", "Wat"]


def test_a_wrong_signature_is_refused(office: HttpOffice) -> None:
    assert send(office, secret="not-the-secret") == 401
    assert get_status(f"{office.address}/slack/events", "command=%2Faction") == 401


def test_a_right_signature_of_six_minutes_ago_is_refused(office: HttpOffice) -> None:
    assert send(office, secret=office.slack.signing_secret, seconds_ago=360) == 401
    assert not any("forged" in each.words() for each in cards_in(office.slack))


def test_a_command_that_speaks_of_a_payload_is_heard(office: HttpOffice) -> None:
    assert typed(office.slack, "tom", "/action @tom weigh the payload by Friday") == ""
    office.slack.wait_for(lambda: any("weigh the payload" in each.words() for each in cards_in(office.slack)))


def test_a_port_and_an_address_that_cannot_be_had_end_the_start_with_a_sentence(
    office: HttpOffice, tmp_path: Path
) -> None:
    taken = office.address.rpartition(":")[2]
    assert say_at_start(office.slack, tmp_path / "1", SPIL_HTTP_PORT=taken) == (
        f"spil: SPIL_HTTP_PORT: another program listens on port {taken} of 127.0.0.1; choose another port."
    )
    away = {"SPIL_HTTP_HOST": "192.0.2.1", "SPIL_HTTP_PORT": str(free_port())}
    assert say_at_start(office.slack, tmp_path / "2", **away) == (
        "spil: SPIL_HTTP_HOST: 192.0.2.1 is not an address of this machine; 127.0.0.1 always is."
    )


def say_at_start(slack: LocalSlack, folder: Path, **settings: str) -> str:
    """The last line of a start that fails, and no traceback."""
    folder.mkdir()
    secret = {"SLACK_SIGNING_SECRET": slack.signing_secret}
    bot = BotProcess(slack, f"sqlite:///{folder / 'spil.db'}", folder / "log", **secret, **settings)
    assert bot.process.wait(timeout=30) == 1
    bot.close()
    said = (folder / "log").read_text()
    assert "Traceback" not in said
    return said.splitlines()[-1]
