"""The web socket replaced, refused and silently dead while people go on typing."""

import logging
from threading import Event, Thread

import pytest

from bot.runtime.process import SocketEntrance
from tests.kit.office import PATIENCE, Office
from tests.kit.story import after_redelivery, cards, cards_in, dm, type_in
from tests.kit.typing_on import Typist, everything_once


def test_replaced_while_commands_come_each_is_answered_and_done_once(atlas: Office) -> None:
    typist = Typist(atlas.slack, "sanne", 12)
    typist.start()
    for done in (3, 8):
        atlas.wait_for(lambda done=done: len(typist.answered) >= done)  # type: ignore[misc]
        atlas.slack.refresh_sockets()
    typist.join(timeout=30)
    atlas.settle()
    assert typist.answered == list(range(12))
    assert everything_once(atlas.slack, [typist])


def test_refused_for_a_while_it_comes_back_by_itself(atlas: Office) -> None:
    atlas.slack.refuse_sockets()
    atlas.slack.socket_mode.hang_up()
    atlas.wait_for(lambda: atlas.slack.connections == 0)
    assert "dispatch_failed" in type_in(atlas, "sanne", "/action @tom write the plan by Friday")
    atlas.slack.refuse_sockets(False)
    atlas.slack.wait_for(lambda: atlas.slack.connections == 1)
    assert type_in(atlas, "sanne", "/action @tom write the plan by Friday") == ""
    assert len(cards(atlas)) == 1


def test_silently_dead_what_it_did_not_hear_comes_again(atlas: Office) -> None:
    atlas.slack.drop_sockets_silently()
    assert "operation_timeout" in type_in(atlas, "sanne", "/action @tom write the plan by Friday")
    atlas.person("sanne").say_dm("hoi")
    atlas.slack.wait_for(lambda: atlas.slack.connections >= 2)
    after_redelivery(atlas, lambda: dm(atlas, "sanne"))
    assert type_in(atlas, "sanne", "/action @tom write the plan by Friday") == ""
    atlas.advance(minutes=10)
    assert len(cards_in(atlas.slack)) == len(dm(atlas, "sanne")) == 1


def test_stopped_just_as_a_connection_begins_it_stops(
    atlas: Office, caplog: pytest.LogCaptureFixture
) -> None:
    begins, stopping = Event(), Event()

    def hold(line: logging.LogRecord) -> bool:
        """The client says that it begins, and then takes back that it is to end."""
        if "Starting to receive" in line.getMessage():
            begins.set()
            assert stopping.wait(PATIENCE)
        return True

    way_in = atlas.way_in
    assert isinstance(way_in, SocketEntrance)
    client = way_in.handler.client
    with caplog.at_level(logging.INFO, logger=client.logger.name):
        client.logger.addFilter(hold)
        atlas.slack.refresh_sockets()
        assert begins.wait(PATIENCE)
        stop = Thread(target=atlas.stop_bot, daemon=True)
        stop.start()
        atlas.wait_for(lambda: client.current_session_state.terminated)
        stopping.set()
        stop.join(PATIENCE)
        client.logger.removeFilter(hold)
    assert not stop.is_alive()
    atlas.start_bot()
