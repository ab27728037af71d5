"""The stage itself: its clock, its controls, its waiting, its record of the traffic."""

import json
import threading
import urllib.request
from datetime import UTC, datetime, timedelta
from urllib.error import HTTPError

import pytest
from slack_sdk import WebClient

from bot.sandbox import LocalSlack, ManifestRefused
from bot.sandbox.clock import Clock
from bot.sandbox.state import Json
from bot.sandbox.traffic import Traffic, redacted
from tests.sandbox.web_api.sample import furnished, manifest

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.fixture
def world() -> LocalSlack:
    return furnished(LocalSlack(now=NOON, rate_limits=False))


def control(slack: LocalSlack, name: str, body: Json, **headers: str) -> Json:
    request = urllib.request.Request(
        f"{slack.url}/local/control/{name}", json.dumps(body).encode(), headers, method="POST"
    )
    with urllib.request.urlopen(request) as answer:
        found: Json = json.load(answer)
        return found


def test_the_clock_stands_still_and_only_goes_forward() -> None:
    clock = Clock(NOON)
    assert clock.now() == clock.now() == NOON
    clock.set_forward(by=timedelta(hours=1))
    with pytest.raises(ValueError, match="forward"):
        clock.set_forward(to=NOON)
    assert clock.now() == NOON + timedelta(hours=1)


def test_a_running_clock_can_be_moved_ahead_too() -> None:
    clock = Clock()
    before = clock.now()
    clock.set_forward(by=timedelta(days=1))
    assert clock.running
    assert clock.now() - before >= timedelta(days=1)


def test_a_clock_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        Clock(datetime(2026, 11, 23))


def test_a_manifest_with_problems_is_refused_with_all_of_them() -> None:
    slack = LocalSlack()
    with pytest.raises(ManifestRefused) as refused:
        slack.install({**manifest(), "display_information": {}})
    assert refused.value.problems


def test_what_is_added_twice_is_there_once(world: LocalSlack) -> None:
    assert world.add_user("tom") == world.user_id("tom")
    assert world.add_channel("atlas") == world.channel_id("atlas")
    with pytest.raises(LookupError, match="nobody"):
        world.user_id("nobody")


def test_waiting_ends_with_the_change_that_was_waited_for(world: LocalSlack) -> None:
    person = threading.Timer(0.05, world.archive, ["atlas"])
    person.start()
    assert world.wait_for(lambda: world.channel("atlas").archived)
    person.join()


def test_waiting_in_vain_tells_what_people_see(world: LocalSlack) -> None:
    world.post_history("atlas", "tom", "Where is it?", at=NOON)
    with pytest.raises(TimeoutError, match=r"(?s)#atlas \(sanne, tom, spil\).*Where is it\?"):
        world.wait_for(lambda: False, timeout=0.01)


def test_history_can_be_set_in_the_past_and_stays_in_order(world: LocalSlack) -> None:
    world.post_history("atlas", "tom", "later", at=NOON - timedelta(hours=1))
    world.post_history("atlas", "tom", "first", at=NOON - timedelta(hours=2))
    world.post_history("atlas", "tom", "later too", at=NOON - timedelta(hours=1))
    assert [message.text for message in world.history("atlas")] == ["first", "later", "later too"]
    assert len({message.ts for message in world.history("atlas")}) == 3
    assert [message.text for message in world.history("atlas", limit=1)] == ["later too"]


def test_the_controls_move_the_clock_set_faults_and_change_channels() -> None:
    with furnished(LocalSlack(now=NOON, rate_limits=False)) as slack:
        control(slack, "clock", {"by_seconds": 60})
        control(slack, "clock", {"to": "2026-11-24T09:00:00+00:00"})
        control(slack, "fault", {"method": "auth.test", "kind": "error", "error": "account_inactive"})
        control(slack, "remove_bot", {"channel": "atlas"})
        control(slack, "deactivate", {"user": "tom"})
        assert slack.clock.now() == datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
        assert [fault.error for fault in slack.faults.waiting] == ["account_inactive"]
        assert not slack.channel("atlas").has(slack.bot_user_id)
        assert slack.user("tom").deleted


def test_a_control_that_makes_no_sense_says_why() -> None:
    with furnished(LocalSlack(now=NOON)) as slack:
        for name, body in (
            ("clock", {"by_seconds": -5}),
            ("archive", {"channel": "nowhere"}),
            ("fault", {"a": 1}),
        ):
            with pytest.raises(HTTPError) as wrong:
                control(slack, name, body)
            assert json.load(wrong.value)["error"]
        with pytest.raises(HTTPError, match="404"):
            control(slack, "explode", {})


def test_the_state_is_dumped_without_secrets() -> None:
    with furnished(LocalSlack(now=NOON, rate_limits=False)) as slack:
        client = WebClient(token=slack.bot_token, base_url=slack.api_url)
        client.files_upload_v2(channel=slack.channel_id("atlas"), content="x", filename="a.txt")
        with urllib.request.urlopen(f"{slack.url}/local/control/state") as answer:
            text = answer.read().decode()
        dumped = json.loads(text)
        assert [channel["name"] for channel in dumped["channels"]] == ["atlas"]
        assert (len(dumped["messages"]), len(dumped["files"])) == (1, 1)
        assert slack.bot_token not in text


def test_a_page_of_another_origin_cannot_use_the_controls() -> None:
    with furnished(LocalSlack(now=NOON)) as slack:
        for headers in ({"Origin": "https://evil.example"}, {"Host": f"evil.example:{slack.url[-5:]}"}):
            with pytest.raises(HTTPError, match="403"):
                control(slack, "archive", {"channel": "atlas"}, **headers)
        control(slack, "archive", {"channel": "atlas"}, Origin=slack.url)
        assert slack.channel("atlas").archived


def test_traffic_keeps_the_last_thousand_records() -> None:
    traffic = Traffic(Clock(NOON))
    for number in range(1_010):
        traffic.call("auth.test", {"n": number})
    assert len(traffic.records()) == 1_000
    assert [record.number for record in traffic.records(since=1_008)] == [1_009, 1_010]


def test_secrets_are_taken_out_of_the_traffic() -> None:
    said = {
        "token": "xoxb-local-bot-token",
        "response_url": "http://127.0.0.1:1/response/T1/123/abc-_D",
        "url": "ws://127.0.0.1/link/?ticket=abc123&app_id=A1",
    }
    shown = redacted(said)
    for secret in ("bot-token", "123/abc", "abc123"):
        assert secret not in shown
    assert "app_id=A1" in shown


def test_calls_are_recorded_with_their_errors() -> None:
    with furnished(LocalSlack(now=NOON)) as slack:
        client = WebClient(token=slack.bot_token, base_url=slack.api_url)
        client.auth_test()
        with pytest.raises(Exception, match="channel_not_found"):
            client.chat_postMessage(channel="C404", text="x")
        records = [(r.direction, r.name, r.ok, r.error) for r in slack.traffic() if r.direction == "call"]
    assert records == [
        ("call", "auth.test", True, None),
        ("call", "chat.postMessage", False, "channel_not_found"),
    ]
