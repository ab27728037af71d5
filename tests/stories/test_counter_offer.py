"""What an owner answers: yes, another date, not mine, later; and what who raised it says to that."""

from datetime import date, datetime

from tests.kit.office import Office
from tests.kit.story import cards, dm, read, type_in


def ask_for(office: Office, who: str, day: date, why: str, button: str = "Other date") -> dict[str, str]:
    person = office.person(who)
    person.click(dm(office, who)[0], button)
    person.fill({"due": day.isoformat(), "reason": why})
    return person.submit()


def test_another_date_is_asked_agreed_kept_and_remembered(atlas: Office) -> None:
    type_in(atlas, "tom", "/action @priya update the risk log by Friday")
    priya, tom = atlas.person("priya"), atlas.person("tom")
    [card] = dm(atlas, "priya")
    assert card.buttons() == ["Accept", "Done", "Other date"]

    priya.click(card, "Accept")
    assert dm(atlas, "priya")[0].buttons() == ["Done", "Other date"]
    assert "accepted by priya" in read(cards(atlas)[0])
    assert dm(atlas, "tom") == []

    assert ask_for(atlas, "priya", date(2026, 12, 2), "the supplier is late") == {}
    [asked] = dm(atlas, "tom")
    assert read(asked).startswith(
        "priya asks to move A-1 from Fri 27-11-2026 to Wed 02-12-2026: the supplier is late"
    )
    assert asked.buttons() == ["Accept", "Keep"]
    assert "priya asks for Wed 02-12-2026: the supplier is late" in read(cards(atlas)[0])
    assert "Fri 27-11-2026 (wk 48)" in read(cards(atlas)[0])

    assert ask_for(atlas, "priya", date(2026, 12, 3), "the supplier is very late") == {}
    [asked] = dm(atlas, "tom")
    assert "to Thu 03-12-2026: the supplier is very late" in read(asked)
    tom.click(asked, "Accept")
    [asked] = dm(atlas, "tom")
    assert "Now due Thu 03-12-2026, by tom" in read(asked) and asked.buttons() == []
    moved, agreed = dm(atlas, "priya")
    assert read(agreed) == "tom agrees: update the risk log (A-1) is now due Thu 03-12-2026."
    assert "Thu 03-12-2026 (wk 49)" in read(moved) and "tom agreed to Thu 03-12-2026" in read(moved)
    for shown in (moved, cards(atlas)[0]):
        assert "first Fri 27-11-2026, moved once: the supplier is very late" in read(shown)

    ask_for(atlas, "priya", date(2026, 12, 10), "I am ill")
    [_, asked] = dm(atlas, "tom")
    tom.click(asked, "Keep")
    assert "Kept as it was by tom" in read(dm(atlas, "tom")[1])
    assert [read(each) for each in dm(atlas, "priya")[2:]] == [
        "tom keeps A-1 on Thu 03-12-2026: update the risk log"
    ]


def test_the_third_postponement_in_dutch_by_form_command_and_counter_offer(office: Office) -> None:
    office.project("molen", language="nl")
    joost, sanne = office.person("joost"), office.person("sanne")
    type_in(office, "sanne", "/spil actie @joost bel de verhuizer uiterlijk vrijdag", "molen")
    [card] = dm(office, "joost")
    assert card.buttons() == ["Pak ik op", "Gereed", "Andere datum"]
    assert ask_for(office, "joost", date(2026, 11, 30), "leverancier is te laat", "Andere datum") == {}
    [asked] = dm(office, "sanne")
    assert read(asked).startswith(
        "joost vraagt om A-1 te verzetten van vr 27-11-2026 naar ma 30-11-2026: leverancier is te laat"
    )
    assert asked.buttons() == ["Akkoord", "Laat zo"]
    assert "joost vraagt om ma 30-11-2026" in read(cards(office, "molen")[0])
    sanne.click(asked, "Akkoord")
    card, agreed = dm(office, "joost")
    assert read(agreed) == "sanne is akkoord: bel de verhuizer (A-1) mag ma 30-11-2026."
    assert "sanne is akkoord met ma 30-11-2026" in read(card)
    assert card.buttons() == ["Gereed", "Andere datum"]
    assert "oorspronkelijk vr 27-11-2026, 1 keer uitgesteld: leverancier is te laat" in read(
        cards(office, "molen")[0]
    )

    told = type_in(office, "joost", "/spil actie datum 1 woensdag 2 december omdat de lift stuk is", "molen")
    assert "wo 02-12-2026" in told
    [card] = cards(office, "molen")
    assert "oorspronkelijk vr 27-11-2026, 2 keer uitgesteld: de lift stuk is" in read(card)

    type_in(office, "joost", "/spil actie datum 1 7 december", "molen")
    [card] = cards(office, "molen")
    assert "oorspronkelijk vr 27-11-2026, 3 keer uitgesteld" in read(card)
    assert "de lift" not in read(card)
    joost.overflow(dm(office, "joost")[0], "Ongedaan maken")
    assert "2 keer uitgesteld: de lift stuk is" in read(cards(office, "molen")[0])


def test_not_mine_goes_back_with_a_name_or_without(atlas: Office) -> None:
    type_in(atlas, "tom", "/action @priya update the risk log by Friday")
    priya, tom = atlas.person("priya"), atlas.person("tom")
    priya.overflow(dm(atlas, "priya")[0], "Not mine")
    priya.fill({"owner": "gina", "reason": "she knows it all"})
    assert "guest" in priya.submit()["owner"]
    priya.fill({"owner": "sanne", "reason": "sanne keeps that log"})
    assert priya.submit() == {}
    [asked] = dm(atlas, "tom")
    assert "priya asks to give A-1 to sanne: sanne keeps that log" in read(asked)
    tom.click(asked, "Accept")
    assert "Given to sanne by tom" in read(dm(atlas, "tom")[0])
    assert "is now with sanne" in read(dm(atlas, "priya")[0])
    assert read(dm(atlas, "priya")[1]) == "tom gave update the risk log (A-1) to sanne."
    [new] = dm(atlas, "sanne")
    assert new.buttons()[0] == "Pak ik op"

    type_in(atlas, "tom", "/action @priya write the plan")
    priya.overflow(dm(atlas, "priya")[2], "Not mine")
    priya.fill({"reason": "I am on leave"})
    assert priya.submit() == {}
    asked = dm(atlas, "tom")[1]
    assert "priya asks for another owner of A-2: I am on leave" in read(asked)
    assert asked.buttons() == ["Keep"]
    tom.choose(asked, "Choose an owner", "sanne")
    assert "Given to sanne by tom" in read(dm(atlas, "tom")[1])


def test_what_is_done_meanwhile_is_not_asked_any_more(atlas: Office) -> None:
    type_in(atlas, "tom", "/action @priya update the risk log by Friday")
    ask_for(atlas, "priya", date(2026, 12, 2), "the supplier is late")
    atlas.person("priya").click(dm(atlas, "priya")[0], "Done")
    [asked] = dm(atlas, "tom")
    assert "Not asked any more: it is done" in read(asked) and asked.buttons() == []


def test_snoozed_it_comes_back_in_his_own_morning_and_works(atlas: Office) -> None:
    type_in(atlas, "tom", "/action @priya update the risk log by 11 December")
    priya = atlas.person("priya")
    [card] = dm(atlas, "priya")
    [said] = priya.choose(card, "Snooze", "Tomorrow morning")  # Tuesday is a public holiday in India
    assert "A-1 comes back on Wed 25-11-2026 09:00 (wk 48), your next working morning." in read(said)
    assert "snoozed until Wed 25-11-2026 09:00" in read(dm(atlas, "priya")[0])
    assert "snoozed" not in read(cards(atlas)[0])

    atlas.set_clock(datetime(2026, 11, 25, 4, 29))
    quiet = len(dm(atlas, "priya"))
    atlas.set_clock(datetime(2026, 11, 25, 4, 30))  # 9:00 in Kolkata
    card, *_, again = dm(atlas, "priya")
    assert len(dm(atlas, "priya")) == quiet + 1
    assert "You asked for this on Mon 23-11-2026 13:30" in read(again)
    assert "snoozed" not in read(card)

    priya.choose(again, "Snooze", "Choose a time")
    priya.fill({"day": "2026-11-25", "time": "08:00"})
    assert "has passed" in priya.submit()["day"]
    priya.fill({"day": "2026-11-26", "time": "14:15"})
    assert priya.submit() == {}
    assert "A-1 comes back on Thu 26-11-2026 14:15" in read(dm(atlas, "priya")[-1])
    priya.click(again, "Done")
    assert read(dm(atlas, "priya")[0]).startswith("✓ A-1")
    assert "✓ A-1" in read(next(each for each in dm(atlas, "priya") if each.ts == again.ts))
    before = len(dm(atlas, "priya"))
    atlas.set_clock(datetime(2026, 11, 26, 12, 0))
    assert len(dm(atlas, "priya")) == before


def test_a_chosen_minute_is_kept_also_on_a_saturday_evening(molen: Office) -> None:
    type_in(molen, "sanne", "/spil actie @joost bel de molenaar uiterlijk 11 december", "molen")
    joost = molen.person("joost")
    [card] = dm(molen, "joost")
    joost.choose(card, "Later", "Kies een moment")
    joost.fill({"day": "2026-11-28", "time": "21:15"})
    assert joost.submit() == {}
    assert "A-1 komt terug op za 28-11-2026 21:15 (wk 48)." in read(dm(molen, "joost")[-1])
    molen.set_clock(datetime(2026, 11, 28, 21, 14))
    before = len(dm(molen, "joost"))
    molen.set_clock(datetime(2026, 11, 28, 21, 15))
    again = dm(molen, "joost")[-1]
    assert len(dm(molen, "joost")) == before + 1 and "Hier vroeg je om" in read(again)
    joost.choose(again, "Later", "Over 30 minuten")
    molen.set_clock(datetime(2026, 11, 28, 21, 45))
    assert len(dm(molen, "joost")) == before + 3  # what was answered, and the card
    [said] = joost.choose(dm(molen, "joost")[-1], "Later", "Morgenochtend")
    assert "op ma 30-11-2026 09:00 (wk 49), je eerstvolgende werkochtend." in read(said)
    [said] = joost.choose(again, "Later", "Volgende week")
    assert "op ma 30-11-2026 09:00 (wk 49), je eerste werkochtend vanaf maandag." in read(said)


def test_why_is_typed_for_several_at_once_and_kept_while_the_date_is_asked(atlas: Office) -> None:
    for what in ("write the plan", "test it"):
        type_in(atlas, "tom", f"/action @priya {what} by Friday")
    type_in(atlas, "priya", "/action due 1-2 11 December because the server is down")
    assert all("moved once: the server is down" in read(card) for card in cards(atlas))
    [asked] = atlas.person("priya").command("/action due 2 03/04 because we wait for parts", "atlas")
    atlas.person("priya").click(asked, asked.buttons()[0])
    assert "moved 2 times: we wait for parts" in read(cards(atlas)[1])
    assert "moved once" in read(cards(atlas)[0])
