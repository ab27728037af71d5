"""The text that stands for a message, in a notification or read aloud, holds what the message says."""

from datetime import datetime

from bot.sandbox import Message
from tests.kit.office import Office
from tests.kit.story import PLAN, answer, dm, mornings, posts


def spoken(message: Message) -> list[str]:
    return message.text.replace("*", "").splitlines()


def test_of_a_list_its_first_items_are_read_aloud_and_of_a_history_its_steps(atlas: Office) -> None:
    for number in range(1, 31):
        answer_all(atlas, "tom", f"/action @tom check cable {number} by Friday")
    listed = spoken(answer(atlas, "tom", "/action list"))
    assert listed[0] == "Atlas · 30 open"
    assert [line.split(" · ")[0] for line in listed[2:5]] == [
        f"• check cable {number}" for number in (1, 2, 3)
    ]
    told = spoken(answer(atlas, "tom", "/action history 1"))
    assert "tom added it" in told[1]
    undone = spoken(answer(atlas, "tom", "/action done 1 2"))
    assert undone[0] == "Done: 2 action items" and "check cable 2" in undone[2]


def test_of_several_at_once_and_of_a_morning_each_is_read_aloud(molen: Office) -> None:
    answer_all(molen, "sanne", "/spil actie bel de smid", "molen")
    answer_all(molen, "sanne", "/spil actie bestel de wieken", "molen")
    answer_all(molen, "sanne", "/spil actie geef 1 2 @joost", "molen")
    bundle = spoken(dm(molen, "joost")[0])
    assert bundle[0].startswith("sanne gaf je 2 actiepunten")
    assert (
        "bel de smid · geen datum · A-1" in bundle[1] and "bestel de wieken · geen datum · A-2" in bundle[2]
    )
    answer_all(molen, "sanne", "/spil actie datum 1 2 vandaag", "molen")
    molen.set_clock(datetime(2026, 11, 24, 9))
    [morning] = mornings(molen, "joost")
    assert any("bel de smid" in line for line in spoken(morning))


def test_what_is_struck_through_is_read_once(atlas: Office) -> None:
    answer_all(atlas, "tom", "/action @tom check the cable by Friday")
    answer_all(atlas, "tom", "/action done 1")
    [card] = posts(atlas)
    assert card.text.count("check the cable") == 1


def test_cards_of_meetings_and_decisions_say_what_they_show(atlas: Office) -> None:
    answer_all(atlas, "tom", PLAN)
    answer_all(atlas, "tom", "/decision we go live in May because the hall is free")
    meeting, decision = posts(atlas)[-2:]
    assert "Yes (1): tom" in spoken(meeting) and "No answer yet (1): priya" in spoken(meeting)
    assert "the hall is free" in decision.text


def answer_all(office: Office, who: str, line: str, channel: str = "atlas") -> None:
    office.person(who).command(line, channel)
