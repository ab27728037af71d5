"""Items that come back, wait or start later, with helpers and with owners from outside."""

from datetime import datetime

from tests.kit.office import Office
from tests.kit.story import card_texts, dm_texts, read, type_in


def card(office: Office, number: int, channel: str = "atlas") -> str:
    """What the channel's card of this item says now."""
    texts = card_texts(office, channel)
    return next(text for text in reversed(texts) if f" · A-{number}\n" in f"{text}\n")


def test_every_first_monday_and_the_next_one_when_it_is_done(atlas: Office) -> None:
    assert type_in(atlas, "sanne", "/action @tom check the backups every first Monday") == ""
    assert "check the backups" in card(atlas, 1) and "Mon 7 Dec" in card(atlas, 1)
    assert "repeats every first Monday" in card(atlas, 1)

    type_in(atlas, "tom", "/action done 1")
    assert "next: A-2 on Mon 4 Jan 2027" in card(atlas, 1)
    assert card(atlas, 2).startswith("check the backups\n") and "\ntom · " in card(atlas, 2)
    assert len(dm_texts(atlas, "tom")) == 2
    type_in(atlas, "tom", "/action due 2 5 January")
    assert "next: A-2 on Tue 5 Jan 2027" in card(atlas, 1)
    type_in(atlas, "tom", "/action undo")

    type_in(atlas, "tom", "/action reopen 1")
    assert card(atlas, 2).startswith("✗ ~check")
    type_in(atlas, "tom", "/action done 1")
    assert "next: A-3" in card(atlas, 1)
    type_in(atlas, "tom", "/action undo")
    assert not card(atlas, 1).startswith("✓") and card(atlas, 3).startswith("✗ ~check")
    type_in(atlas, "tom", "/action drop 1")
    assert "doesn't come back any more" in card(atlas, 1)


def test_in_dutch_it_comes_back_too_and_two_meanings_are_asked(molen: Office) -> None:
    type_in(molen, "sanne", "/spil actie @joost controleer de back-ups elke eerste maandag", "molen")
    assert "komt elke eerste maandag terug" in card(molen, 1, "molen")
    type_in(molen, "joost", "/spil actie gereed 1", "molen")
    assert "volgende: A-2 op ma 4 jan 2027" in card(molen, 1, "molen")

    said = molen.person("sanne").command("/spil actie @joost bel de molenaar elke tweede dinsdag", "molen")
    [asked] = [message for message in said if message.ephemeral_to]
    assert "Wanneer komt bel de molenaar terug? (A-3)" in read(asked) and "komt" not in card(
        molen, 3, "molen"
    )
    molen.person("sanne").click(asked, asked.buttons()[1])
    assert "komt elke tweede dinsdag van de maand terug" in card(molen, 3, "molen")
    assert "di 8 dec" in card(molen, 3, "molen")
    told = type_in(molen, "joost", "/spil actie herhaal 3 elke maandag", "molen")
    assert told.startswith("Komt terug: elke maandag: bel de molenaar (A-3).")
    told = type_in(molen, "joost", "/spil actie herhaal 3 nooit", "molen")
    assert told.startswith("Komt niet meer terug: bel de molenaar (A-3).")
    assert "terugkomen" in type_in(molen, "joost", "/spil actie herhaal 3 soms", "molen")


def test_of_the_31st_is_said_what_short_months_do(atlas: Office, molen: Office) -> None:
    type_in(atlas, "sanne", "/action @tom pay the rent every 31st")
    assert "repeats every month on the 31st; months without a 31st are passed over" in card(atlas, 1)
    type_in(atlas, "sanne", "/action @tom water the plants every 15th")
    assert "on the 15th\nDone" in card(atlas, 2)
    type_in(molen, "sanne", "/spil actie @joost betaal de huur elke 30e", "molen")
    told = "komt elke maand op de 30e terug; maanden zonder 30e worden overgeslagen"
    assert told in card(molen, 1, "molen")


def test_one_waits_for_another_until_that_is_done(atlas: Office) -> None:
    type_in(atlas, "sanne", "/action @tom sign the contract by Friday")
    type_in(atlas, "sanne", "/action @priya order the servers by Friday")
    assert "Waiting for A-1: order the servers (A-2)." in type_in(atlas, "priya", "/action wait 2 for 1")
    assert "waiting" in card(atlas, 2)
    assert "A-1 → A-2 → A-1" in type_in(atlas, "tom", "/action wait 1 for 2")

    type_in(atlas, "tom", "/action done 1")
    assert "waiting" not in card(atlas, 2)
    assert dm_texts(atlas, "priya")[-1].startswith(
        "sign the contract is done: you can go on with order the servers · #atlas"
    )
    type_in(atlas, "tom", "/action reopen 1")
    assert "waiting for sign the contract (A-1)" in card(atlas, 2)
    assert dm_texts(atlas, "priya")[-1].startswith(
        "sign the contract is open again, so order the servers waits for it (A-2)."
    )
    type_in(atlas, "sanne", "/action drop 1")
    assert dm_texts(atlas, "priya")[-1].startswith("sign the contract is dropped: you can go on with")
    assert "nothing to wait for" in type_in(atlas, "priya", "/action wait 2 for 1")

    assert "waiting for the supplier's answer" in type_in(
        atlas, "priya", "/action wait 2 for the supplier's answer"
    )
    assert "waiting" not in type_in(atlas, "priya", "/action go 2")
    type_in(atlas, "priya", "/action start the pump")
    assert card(atlas, 3).startswith("start the pump\n")


def test_in_dutch_one_waits_and_goes_on(molen: Office) -> None:
    type_in(molen, "sanne", "/spil actie @joost vraag de vergunning aan uiterlijk vrijdag", "molen")
    type_in(molen, "joost", "/spil actie @sanne bestel de wieken uiterlijk vrijdag", "molen")
    assert "Wacht op A-1: bestel" in type_in(molen, "sanne", "/spil actie wacht 2 op 1", "molen")
    type_in(molen, "joost", "/spil actie gereed 1", "molen")
    assert dm_texts(molen, "sanne")[-1].startswith(
        "vraag de vergunning aan is gereed: je kunt verder met bestel de wieken · #molen"
    )
    type_in(molen, "sanne", "/spil actie wacht 2 op antwoord van de leverancier", "molen")
    assert "wacht op antwoord van de leverancier" in card(molen, 2, "molen")
    assert type_in(molen, "sanne", "/spil actie verder 2", "molen").startswith(
        "Weer verder: bestel de wieken"
    )


def test_it_waits_for_an_item_and_for_words_at_once_and_says_what_is_replaced(atlas: Office) -> None:
    for line in ("@tom sign the contract", "@tom find a hall", "@priya order the servers"):
        type_in(atlas, "sanne", f"/action {line} by Friday")
    type_in(atlas, "priya", "/action wait 3 on the permit")
    told = type_in(atlas, "priya", "/action wait 3 for 1")
    assert (
        "waiting for the permit" in told
        and "waiting for sign the contract (A-1)" in told
        and "no longer" not in told
    )
    told = type_in(atlas, "priya", "/action wait 3 on 2")
    assert "waiting for find a hall (A-2)" in told and "waiting for the permit" in told
    assert told.endswith("no longer waiting for A-1")
    told = type_in(atlas, "priya", "/action wait 3 on the supplier")
    assert "waiting for find a hall (A-2)" in card(atlas, 3) and told.endswith(
        "no longer waiting for the permit"
    )
    type_in(atlas, "tom", "/action done 2")
    assert dm_texts(atlas, "priya")[-1].startswith(
        "find a hall is done: order the servers still waits for the supplier"
    )
    assert "waiting" not in type_in(atlas, "priya", "/action go 3")


def test_in_dutch_it_waits_for_both_too(molen: Office) -> None:
    for line in ("@joost vraag de vergunning aan", "@sanne bestel de wieken"):
        type_in(molen, "sanne", f"/spil actie {line} uiterlijk vrijdag", "molen")
    type_in(molen, "sanne", "/spil actie wacht 2 op 1", "molen")
    told = type_in(molen, "sanne", "/spil actie wacht 2 op de smid", "molen")
    assert "Wacht op A-1 en de smid: " in told and "wacht op de smid" in told
    told = type_in(molen, "sanne", "/spil actie wacht 2 op de timmerman", "molen")
    assert told.endswith("wacht niet meer op de smid") and "Wacht op A-1 en " in told
    type_in(molen, "joost", "/spil actie gereed 1", "molen")
    assert dm_texts(molen, "sanne")[-1].startswith(
        "vraag de vergunning aan is gereed: bestel de wieken wacht nog op de timmerman"
    )


def test_what_starts_later_comes_on_the_day_itself(atlas: Office) -> None:
    type_in(atlas, "sanne", "/action @tom test the release from Monday by Friday")
    assert "Fri 4 Dec" in card(atlas, 1) and "starts Mon 30 Nov" in card(atlas, 1)
    assert dm_texts(atlas, "tom") == []
    atlas.set_clock(datetime(2026, 11, 30, 9, 59))
    assert dm_texts(atlas, "tom") == []
    atlas.set_clock(datetime(2026, 11, 30, 10, 0))  # 9:00 in London
    assert "New for you\ntest the release · Fri 4 Dec · from sanne · A-1" in dm_texts(atlas, "tom")[0]
    assert "starts" not in card(atlas, 1)
    assert "Starts Wed 2 Dec: test the release (A-1)." in type_in(atlas, "tom", "/action start 1 wednesday")
    assert "after its date" in type_in(atlas, "tom", "/action start 1 14 December")


def test_in_dutch_it_begins_later_and_others_help(molen: Office) -> None:
    line = "/spil actie @sanne verf de molen met @joost vanaf maandag uiterlijk vrijdag"
    type_in(molen, "sanne", line, "molen")
    assert "verf de molen" in card(molen, 1, "molen").splitlines()[0]
    assert "begint ma 30 nov" in card(molen, 1, "molen")
    assert "met hulp van joost" in card(molen, 1, "molen")
    assert "Je helpt sanne hiermee" in dm_texts(molen, "joost")[0]
    assert "Begint di 1 dec: verf de molen (A-1)." in type_in(
        molen, "joost", "/spil actie begin 1 1 december", "molen"
    )
    assert "Zonder helpers: " in type_in(molen, "sanne", "/spil actie meedoen 1 niemand", "molen")
    assert "Je hoeft niet meer mee te helpen met verf de molen (A-1)." in dm_texts(molen, "joost")[0]


def test_helpers_get_the_card_without_the_owners_buttons(atlas: Office) -> None:
    type_in(atlas, "sanne", "/action @tom agree the plan with @priya in the meeting by Friday")
    assert "helper" not in card(atlas, 1)
    type_in(atlas, "sanne", "/action @tom update the log with @priya and @sanne by Friday")
    assert "helpers priya, sanne" in card(atlas, 2) and "update the log" in card(atlas, 2).splitlines()[0]
    [told] = atlas.person("priya").dm()
    assert "You help tom with this" in read(told) and told.buttons() == ["Why do I get this?"]
    assert dm_texts(atlas, "sanne") == []
    type_in(atlas, "tom", "/action done 2")
    assert "✓ ~update the log~" in dm_texts(atlas, "priya")[0]
    assert "isn't in this channel" in type_in(atlas, "tom", "/action helpers 1 @joost")


def test_somebody_from_outside_is_asked_through_who_raised_it(atlas: Office) -> None:
    said = type_in(atlas, "sanne", "/action Jan Jansen <jan@x.nl> send the contract by today")
    assert said == ""
    assert "Jan Jansen (jan@x.nl), asked through sanne" in card(atlas, 1)
    assert card(atlas, 1).startswith("send the contract\n")
    atlas.set_clock(datetime(2026, 11, 24, 9, 0))
    assert "Jan Jansen (jan@x.nl)" in dm_texts(atlas, "sanne")[-1]

    type_in(atlas, "sanne", "/action Mail Jan Jansen <jan@x.nl> the contract")
    assert "no owner yet" in card(atlas, 2)
    assert "Overgedragen aan Piet de Vries: " in type_in(
        atlas, "sanne", "/action give 2 Piet de Vries piet@x.nl"
    )
    assert "Whose address" in type_in(atlas, "tom", "/action give 2 els@x.nl")
    type_in(atlas, "tom", "/action give 1 @tom")
    assert "\ntom ✓ · " in card(atlas, 1)
