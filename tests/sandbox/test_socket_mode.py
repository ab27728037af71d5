"""Socket Mode as the SDK's own client meets it: hello, acks, refresh, loss, one envelope to one link."""

import json
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from threading import Event
from typing import Any

import pytest
from slack_bolt import App
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from websockets.exceptions import InvalidStatus
from websockets.sync.client import ClientConnection, connect

from bot.sandbox import LocalSlack
from tests.kit.bolt_app import Seen, bolt, connected


def address(slack: LocalSlack) -> str:
    client = WebClient(token=slack.app_token, base_url=slack.api_url)
    return str(client.apps_connections_open(app_token=slack.app_token)["url"])


@contextmanager
def raw(slack: LocalSlack) -> Iterator[ClientConnection]:
    """A connection without an SDK, after its hello."""
    with connect(address(slack)) as socket:
        assert json.loads(socket.recv(timeout=5))["type"] == "hello"
        yield socket


def received(socket: ClientConnection, timeout: float = 5) -> dict[str, Any]:
    frame: dict[str, Any] = json.loads(socket.recv(timeout=timeout))
    return frame


def acked(socket: ClientConnection, timeout: float = 5) -> dict[str, Any]:
    frame = received(socket, timeout)
    socket.send(json.dumps({"envelope_id": frame["envelope_id"]}))
    return frame


def mentions(app: App) -> Seen:
    seen = Seen()
    app.event("app_mention")(seen.event())
    app.event("message")(lambda event: None)
    return seen


def test_hello_tells_how_many_connections_there_are(slack: LocalSlack) -> None:
    with raw(slack), connect(address(slack)) as second:
        hello = received(second)
    assert (hello["type"], hello["num_connections"]) == ("hello", 2)
    assert hello["connection_info"] == {"app_id": slack.app.id}
    assert "host" in hello["debug_info"]


def test_an_address_is_good_for_one_connection(slack: LocalSlack) -> None:
    url = address(slack)
    with connect(url), pytest.raises(InvalidStatus):
        connect(url)
    with pytest.raises(InvalidStatus):
        connect(url.replace("ticket=", "ticket=other"))


def test_the_bot_token_does_not_open_a_connection(slack: LocalSlack) -> None:
    client = WebClient(base_url=slack.api_url)
    with pytest.raises(SlackApiError, match="not_allowed_token_type"):
        client.apps_connections_open(app_token=slack.bot_token)


def test_the_eleventh_connection_is_sent_away(slack: LocalSlack) -> None:
    with ExitStack() as stack:
        for _ in range(10):
            stack.enter_context(raw(slack))
        with connect(address(slack)) as eleventh:
            frame = received(eleventh)
        assert (frame["type"], frame["reason"]) == ("disconnect", "too_many_websockets")
        assert slack.connections == 10
    slack.wait_for(lambda: slack.connections == 0)


def test_each_envelope_goes_to_exactly_one_connection(slack: LocalSlack) -> None:
    heard = [Seen(), Seen()]
    with ExitStack() as stack:
        for mine in heard:
            app = bolt(slack)
            app.command("/do")(mine.body())
            stack.enter_context(connected(slack, app))
        for number in range(6):
            slack.person("sanne").command(f"/do {number}", "atlas")
    assert sorted(body["text"] for body in heard[0] + heard[1]) == [str(number) for number in range(6)]
    assert len(heard[0]) == len(heard[1]) == 3


def test_nothing_is_kept_for_an_app_that_was_never_connected(slack: LocalSlack) -> None:
    slack.person("sanne").say("hello", "atlas")
    assert slack.delivery.retries == []


def test_an_event_travels_as_slack_sends_it(slack: LocalSlack) -> None:
    with raw(slack) as socket:
        slack.person("sanne").say("the app is not in here", "board")
        slack.add_user("new")
        frame = acked(socket)
    assert frame["type"] == "events_api"
    assert (frame["retry_attempt"], frame["retry_reason"]) == (0, "")
    assert frame["accepts_response_payload"] is False
    assert frame["payload"]["event"]["type"] == "team_join"


def test_an_event_that_is_not_acked_comes_back_at_once_and_after_one_and_five_minutes(
    slack: LocalSlack,
) -> None:
    slack.socket_mode.ack_seconds = 0.2
    with raw(slack) as socket:
        slack.add_user("new")
        first, again = received(socket), received(socket)
        slack.wait_for(lambda: slack.delivery.retries)
        slack.advance(timedelta(seconds=59))
        slack.advance(timedelta(seconds=1))
        minute = received(socket)
        slack.wait_for(lambda: slack.delivery.retries)
        slack.advance(timedelta(minutes=5))
        last = acked(socket)
    frames = [first, again, minute, last]
    assert [frame["retry_attempt"] for frame in frames] == [0, 1, 2, 3]
    assert [frame["retry_reason"] for frame in frames] == ["", "timeout", "timeout", "timeout"]
    assert len({frame["payload"]["event_id"] for frame in frames}) == 1
    assert len({frame["envelope_id"] for frame in frames}) == 4
    assert slack.delivery.retries == []


def test_what_happened_while_nobody_was_connected_comes_a_minute_later(slack: LocalSlack) -> None:
    app = bolt(slack)
    seen = mentions(app)
    with connected(slack, app):
        pass
    slack.person("sanne").say("<ignored> @helper wake up", "atlas")
    assert seen == []
    with connected(slack, app):
        slack.advance(timedelta(minutes=1))
        slack.wait_for(lambda: seen)
    assert seen[0]["text"] == f"&lt;ignored&gt; <@{slack.bot_user_id}> wake up"


def test_waiting_events_can_be_sent_again_by_hand(slack: LocalSlack) -> None:
    with raw(slack):
        pass
    slack.wait_for(lambda: slack.connections == 0)
    slack.add_user("new")
    with raw(slack) as socket:
        slack.delivery.redeliver_now()
        assert acked(socket)["retry_attempt"] == 2


def test_an_event_can_be_delivered_twice_with_the_same_id(slack: LocalSlack) -> None:
    with raw(slack) as socket:
        slack.deliver_next_twice()
        slack.add_user("new")
        first, second = acked(socket), acked(socket)
    assert first["payload"]["event_id"] == second["payload"]["event_id"]
    assert first["envelope_id"] != second["envelope_id"]
    assert second["retry_attempt"] == 1


def test_an_unanswered_command_tells_the_person_after_three_seconds(slack: LocalSlack) -> None:
    app, over = bolt(slack), Event()
    app.command("/do")(lambda ack: over.wait(10))
    with connected(slack, app):
        began = time.monotonic()
        [told] = slack.person("sanne").command("/do", "atlas")
        took = time.monotonic() - began
        over.set()
    assert told.words() == '/do failed with the error "operation_timeout"'
    assert told.ephemeral_to == slack.user_id("sanne")
    assert took > 2.9
    assert slack.person("tom").sees("atlas") == []


def test_a_command_without_any_connection_fails_at_once(slack: LocalSlack) -> None:
    [told] = slack.person("sanne").command("/do", "atlas")
    assert told.words() == '/do failed with the error "dispatch_failed"'


def test_the_sdk_follows_a_refresh_without_losing_a_command(slack: LocalSlack) -> None:
    app = bolt(slack)
    app.command("/do")(lambda ack: ack("done"))
    with connected(slack, app) as handler:
        before = handler.client.session_id()
        slack.refresh_sockets()
        assert [m.words() for m in slack.person("sanne").command("/do", "atlas")] == ["done"]
        slack.wait_for(lambda: slack.connections == 1 and handler.client.session_id() != before)


def test_the_sdk_comes_back_after_its_connection_died_in_silence(slack: LocalSlack) -> None:
    app = bolt(slack)
    app.command("/do")(lambda ack: ack("done"))
    with connected(slack, app, ping_interval=0.3) as handler:
        before = handler.client.session_id()
        slack.drop_sockets_silently()
        slack.wait_for(lambda: handler.client.session_id() != before)
        slack.wait_for(lambda: any(link.state == "open" for link in slack.socket_mode.links))
        assert [m.words() for m in slack.person("sanne").command("/do", "atlas")] == ["done"]


def test_a_connection_that_died_in_silence_hears_nothing_and_answers_no_ping(slack: LocalSlack) -> None:
    with raw(slack) as socket:
        assert socket.ping().wait(5)
        slack.drop_sockets_silently()
        slack.wait_for(lambda: all(link.state == "deaf" for link in slack.socket_mode.links))
        assert not socket.ping().wait(0.3)
        slack.add_user("new")
        with pytest.raises(TimeoutError):
            socket.recv(timeout=0.3)
        assert slack.connections == 1
        socket.close_socket()


def test_connections_can_be_refused_for_a_while(slack: LocalSlack) -> None:
    slack.refuse_sockets()
    with pytest.raises(InvalidStatus):
        connect(address(slack))
    slack.refuse_sockets(False)
    with raw(slack):
        assert slack.connections == 1


def test_what_is_no_ack_is_passed_over(slack: LocalSlack) -> None:
    with raw(slack) as socket:
        for text in ("Ping", "[]", '{"envelope_id": "unknown"}'):
            socket.send(text)
        slack.add_user("new")
        assert acked(socket)["payload"]["event"]["user"]["name"] == "new"


def test_each_envelope_is_noted_in_the_traffic_with_its_outcome(slack: LocalSlack) -> None:
    app = bolt(slack)
    app.command("/do")(lambda ack: ack())
    with connected(slack, app):
        slack.person("sanne").command("/do", "atlas")
    [record] = [each for each in slack.traffic() if each.name == "/do"]
    assert (record.direction, record.ok) == ("event", True)
    assert "/response/…" in record.summary
