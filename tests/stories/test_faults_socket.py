"""The web socket replaced, refused and silently dead while people go on typing."""

from tests.kit.office import Office
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
