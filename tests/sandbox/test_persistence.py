"""What a killed process leaves behind, and what the next one makes of it."""

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from slack_sdk import WebClient

from bot.sandbox import LocalSlack
from bot.sandbox.models import App, Channel, File, Message, Thing, User, UserGroup, ViewState
from bot.sandbox.persistence import KINDS, from_document, to_document
from tests.sandbox.web_api.sample import furnished, manifest

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)

SERVE = """
import sys, threading
from pathlib import Path
from bot.sandbox import LocalSlack
from tests.sandbox.web_api.sample import furnished
slack = LocalSlack(keep=Path(sys.argv[1]), rate_limits=False)
furnished(slack).start()
print(slack.api_url, slack.bot_token, slack.channel_id("atlas"), flush=True)
threading.Event().wait()
"""

THINGS: list[Thing] = [
    User("U1", "sanne", "Sanne", email="s@example.com"),
    Channel("C1", "atlas", members=["U1"]),
    Message("1.000001", "C1", "U1", "é", blocks=[{"type": "divider"}], reactions={"eyes": ["U1"]}),
    File("F1", "a.bin", "U1", content=b"\x00\xff"),
    File("F2", "empty", "U1"),
    ViewState("V1", "U1", "modal", {"blocks": []}, values={"b": {"a": {"type": "plain_text_input"}}}),
    UserGroup("S1", "leads", "Leads", ["U1"]),
    App("A1", {}, "U2", "B1", ["chat:write"], "bot", "app", "secret"),
]


@pytest.mark.parametrize("thing", THINGS, ids=lambda thing: thing.kind)
def test_each_kind_of_thing_comes_back_as_it_was(thing: Thing) -> None:
    assert from_document(thing.kind, to_document(thing)) == thing


def test_there_is_a_sample_of_each_kind() -> None:
    assert {thing.kind for thing in THINGS} == KINDS.keys()


def test_a_killed_process_loses_nothing_that_was_answered(tmp_path: Path) -> None:
    keep = tmp_path / "slack.db"
    serving = subprocess.Popen(
        [sys.executable, "-c", SERVE, str(keep)], stdout=subprocess.PIPE, text=True, cwd=Path.cwd()
    )
    assert serving.stdout
    api_url, token, atlas = serving.stdout.readline().split()
    client = WebClient(token=token, base_url=api_url, retry_handlers=[])
    said = [client.chat_postMessage(channel=atlas, text=str(number))["ts"] for number in range(20)]
    os.kill(serving.pid, signal.SIGKILL)
    serving.wait()
    serving.stdout.close()
    again = LocalSlack(keep=keep)
    assert [message.ts for message in again.history("atlas")] == said
    again.close()


def test_ids_and_moments_go_on_after_a_restart(tmp_path: Path) -> None:
    first = LocalSlack(keep=tmp_path / "slack.db", now=NOON)
    furnished(first)
    tom, before = first.user_id("tom"), first.ws.new_id("E")
    old = first.post_history("atlas", "tom", "x", at=first.clock.now())
    first.close()
    second = LocalSlack(keep=tmp_path / "slack.db", now=NOON)
    assert second.user_id("tom") == tom
    assert second.ws.new_id("E") > before
    assert second.ws.next_ts() > old.ts
    second.close()


def test_the_moved_clock_outlives_a_restart(tmp_path: Path) -> None:
    first = LocalSlack(keep=tmp_path / "slack.db", now=NOON)
    first.advance(timedelta(hours=5))
    first.close()
    second = LocalSlack(keep=tmp_path / "slack.db", now=NOON)
    assert second.clock.now() == NOON + timedelta(hours=5)
    second.close()


def test_an_app_that_is_installed_again_stays_the_same_with_its_new_scopes(tmp_path: Path) -> None:
    first = LocalSlack(keep=tmp_path / "slack.db")
    first.install(manifest())
    known = (first.bot_user_id, first.bot_token)
    first.close()
    second = LocalSlack(keep=tmp_path / "slack.db")
    second.install(manifest(without=["files:read"]))
    assert (second.bot_user_id, second.bot_token) == known
    assert "files:read" not in second.app.scopes
    second.close()
