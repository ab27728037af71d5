"""People who are not in a project's channel see nothing of it and change nothing in it."""

import pytest

from bot.sandbox import Message
from bot.sandbox.person import Person
from storage.tables import EventRow
from tests.kit.office import Office
from tests.kit.rows import rows
from tests.kit.story import cards, told, type_in

REFUSED = {"joost": "leden van het projectkanaal", "gina": "Guests can't see project data here."}


@pytest.fixture
def atlas(office: Office) -> Office:
    """With an item of Tom's; Joost is not in #atlas, Gina is there as a guest."""
    office.project("atlas")
    type_in(office, "sanne", "/action @tom write the plan")
    return office


def copied_to(office: Office, channel: str) -> Message:
    """The card as if its buttons were known elsewhere: what they hold is no secret."""
    [card] = cards(office)
    blocks = [{key: part for key, part in block.items() if key != "block_id"} for block in card.blocks]
    office.spil.app.client.chat_postMessage(
        channel=office.slack.channel_id(channel), text=card.text, blocks=blocks
    )
    return office.slack.history(channel)[-1]


def pressed(person: Person, card: Message, label: str) -> list[Message]:
    return person.click(card, label) if label in card.buttons() else person.overflow(card, label)


def changes(office: Office) -> list[str]:
    return [event.what for event in rows(office.spil.storage, EventRow)]


@pytest.mark.parametrize("who", ["joost", "gina"])
@pytest.mark.parametrize("label", ["Done", "Edit", "History", "Drop"])
def test_a_button_in_the_channel_is_for_its_members(atlas: Office, who: str, label: str) -> None:
    outsider = atlas.person(who)
    assert REFUSED[who] in told(pressed(outsider, cards(atlas)[0], label))
    assert outsider.modal is None and changes(atlas) == ["created"]


@pytest.mark.parametrize("label", ["Done", "Edit", "History", "Drop"])
def test_a_forwarded_button_gives_no_right(atlas: Office, label: str) -> None:
    joost = atlas.person("joost")
    assert REFUSED["joost"] in told(pressed(joost, copied_to(atlas, "molen"), label))
    assert joost.modal is None and changes(atlas) == ["created"]


def test_a_guest_asks_for_the_list_and_is_refused(atlas: Office) -> None:
    answer = type_in(atlas, "gina", "/action list")
    assert REFUSED["gina"] in answer and "plan" not in answer
    assert REFUSED["gina"] in type_in(atlas, "gina", "/action write something")
    assert changes(atlas) == ["created"]


def test_who_left_with_a_form_open_cannot_submit_it(atlas: Office) -> None:
    tom = atlas.person("tom")
    tom.overflow(cards(atlas)[0], "Edit")
    tom.leave("atlas")
    atlas.settle()
    tom.fill({"What must be done": "write it elsewhere"})
    assert "Only members of the project's channel" in "".join(tom.submit().values())
    assert changes(atlas) == ["created", "left"]


def test_who_was_removed_gets_no_more_of_it_in_person(atlas: Office) -> None:
    atlas.happens(lambda: atlas.slack.remove_member("atlas", "tom"))
    type_in(atlas, "sanne", "/action due 1 1 December")
    atlas.settle()
    assert not any("1 Dec" in each.words() for each in atlas.person("tom").dm())


def test_a_departed_colleague_is_given_nothing(atlas: Office) -> None:
    atlas.happens(lambda: atlas.slack.deactivate("priya"))
    assert "werkt hier niet meer" in type_in(atlas, "sanne", "/action @priya test the plan")
    assert "werkt hier niet meer" in type_in(atlas, "sanne", "/action give 1 @priya")
    assert changes(atlas) == ["created"]


def test_three_thousand_characters_and_more_are_said_back_whole(atlas: Office) -> None:
    text = " ".join(f"word{number}" for number in range(500))
    answer = type_in(atlas, "sanne", f"/action {text}")
    assert len(text) > 3000 and str(len(text)) in answer
    assert "".join(text.split()) in "".join(answer.replace("Je typte:", "").replace("`", "").split())
    assert changes(atlas) == ["created"]
