"""What an owner answers: yes, another date, not mine, later; and what who raised it says to that."""

from datetime import date, datetime

from tests.kit.office import Office
from tests.kit.story import Wire, cards, dm, read, read_all, type_in


def ask_for(office: Office, who: str, day: date, why: str, button: str = "Other date") -> dict[str, str]:
    person = office.person(who)
    person.click(dm(office, who)[0], button)
    person.fill({"due": day.isoformat(), "reason": why})
    return person.submit()


def test_another_date_is_asked_agreed_kept_and_remembered(atlas: Office) -> None:
    type_in(atlas, "tom", "/action @priya update the risk log by Friday")
    priya, tom = atlas.person("priya"), atlas.person("tom")
    [card] = dm(atlas, "priya")
    assert card.buttons() == ["I'll do it", "Done", "Other date"]

    priya.click(card, "I'll do it")
    [card] = dm(atlas, "priya")
    assert read(card).startswith("You're on it: update the risk log\nby Fri 27 Nov · from tom · #atlas · A-1")
    assert card.buttons() == ["Done", "Other date"]
    assert "priya ✓ · Fri 27 Nov · from tom · A-1" in read(cards(atlas)[0])
    assert dm(atlas, "tom") == []

    assert ask_for(atlas, "priya", date(2026, 12, 2), "the supplier is late") == {}
    [asked] = dm(atlas, "tom")
    assert read(asked).startswith("priya asks for Wed 2 Dec instead of Fri 27 Nov\n> the supplier is late\n")
    assert "update the risk log · A-1 #atlas" in read(asked)
    assert asked.buttons() == ["Agree", "Keep Fri 27 Nov"]
    assert "priya asks for Wed 2 Dec: the supplier is late" in read(cards(atlas)[0])
    [card] = dm(atlas, "priya")
    assert "You asked tom for Wed 2 Dec\nTake it back" in read(card)
    assert card.buttons() == ["Take it back", "Done", "Other date"]

    assert ask_for(atlas, "priya", date(2026, 12, 3), "the supplier is very late") == {}
    [asked] = dm(atlas, "tom")
    assert "priya asks for Thu 3 Dec" in read(asked) and "> the supplier is very late" in read(asked)
    tom.click(asked, "Agree")
    [asked] = dm(atlas, "tom")
    assert "tom agreed: it's now due Thu 3 Dec." in read(asked) and asked.buttons() == []
    moved, agreed = dm(atlas, "priya")
    assert read(agreed) == "tom agrees: update the risk log is now due Thu 3 Dec.\n#atlas · A-1"
    assert "by Thu 3 Dec" in read(moved) and "tom agreed to Thu 3 Dec" in read(moved)
    assert "You asked" not in read(moved)
    for shown in (moved, cards(atlas)[0]):
        assert "first Fri 27 Nov, postponed 1×: the supplier is very late" in read(shown)

    ask_for(atlas, "priya", date(2026, 12, 10), "I am ill")
    [_, asked] = dm(atlas, "tom")
    tom.click(asked, "Keep Thu 3 Dec")
    assert "tom kept the date." in read(dm(atlas, "tom")[1])
    assert [read(each) for each in dm(atlas, "priya")[2:]] == [
        "tom keeps Thu 3 Dec for update the risk log.\n#atlas · A-1"
    ]


def test_a_question_is_taken_back_once_and_an_answer_after_that_changes_nothing(atlas: Office) -> None:
    type_in(atlas, "tom", "/action @priya update the risk log by Friday")
    priya, tom, wire = atlas.person("priya"), atlas.person("tom"), Wire(atlas.slack)
    ask_for(atlas, "priya", date(2026, 12, 2), "the supplier is late")
    tom.click(dm(atlas, "tom")[0], "Keep Fri 27 Nov")
    pressed = wire.last
    type_in(atlas, "tom", "/action undo 1")
    told = len(dm(atlas, "priya"))
    [said] = priya.click(dm(atlas, "priya")[0], "Take it back")
    assert read(said) == "Taken back: update the risk log stays due Fri 27 Nov (A-1).\nUndo"
    count = len(dm(atlas, "priya"))
    assert wire.pressed_again().acked
    assert len(dm(atlas, "priya")) == count
    [asked] = dm(atlas, "tom")
    assert "priya took this back. There's nothing left to decide." in read(asked) and asked.buttons() == []
    assert "You asked" not in read(dm(atlas, "priya")[0]) and "asks for" not in read(cards(atlas)[0])
    assert "took the question back" in type_in(atlas, "priya", "/action history 1")

    wire.last = pressed
    assert wire.pressed_again().acked
    assert read(dm(atlas, "tom")[-1]) == "priya took this back, so nothing changed."
    assert "Fri 27 Nov" in read(cards(atlas)[0]) and len(dm(atlas, "priya")) == count == told + 1

    priya.click(said, "Undo")
    asked = dm(atlas, "tom")[0]
    assert asked.buttons() == ["Agree", "Keep Fri 27 Nov"]
    tom.click(asked, "Agree")
    assert "tom agrees: update the risk log is now due Wed 2 Dec." in read_all(dm(atlas, "priya"))


def test_in_het_nederlands_gevraagd_ingetrokken_en_toegestaan(office: Office) -> None:
    office.project("molen", language="nl")
    joost, sanne, wire = office.person("joost"), office.person("sanne"), Wire(office.slack)
    type_in(office, "sanne", "/spil actie @joost bel de verhuizer uiterlijk vrijdag", "molen")
    ask_for(office, "joost", date(2026, 12, 8), "de lift is stuk", "Andere datum")
    [asked] = dm(office, "sanne")
    assert read(asked).startswith("joost vraagt di 8 dec in plaats van vr 27 nov\n> de lift is stuk\n")
    assert asked.buttons() == ["Akkoord", "Laat op vr 27 nov"]
    [card] = dm(office, "joost")
    assert "Je vroeg sanne om di 8 dec\nIntrekken" in read(card)
    [said] = joost.click(card, "Intrekken")
    assert read(said) == "Ingetrokken: bel de verhuizer blijft op vr 27 nov (A-1).\nOngedaan maken"
    count = len(dm(office, "joost"))
    assert wire.pressed_again().acked and len(dm(office, "joost")) == count
    assert "joost trok dit in. Er valt niets meer te beslissen." in read(dm(office, "sanne")[0])

    ask_for(office, "joost", date(2026, 12, 9), "de lift is stuk", "Andere datum")
    sanne.click(dm(office, "sanne")[-1], "Akkoord")
    assert read(dm(office, "joost")[-1]) == "sanne is akkoord: bel de verhuizer mag wo 9 dec.\n#molen · A-1"
    ask_for(office, "joost", date(2026, 12, 11), "ik ben ziek", "Andere datum")
    sanne.click(dm(office, "sanne")[-1], "Laat op wo 9 dec")
    assert read(dm(office, "joost")[-1]) == "sanne houdt wo 9 dec aan voor bel de verhuizer.\n#molen · A-1"


def test_the_third_postponement_in_dutch_by_form_command_and_counter_offer(office: Office) -> None:
    office.project("molen", language="nl")
    sanne = office.person("sanne")
    type_in(office, "sanne", "/spil actie @joost bel de verhuizer uiterlijk vrijdag", "molen")
    [card] = dm(office, "joost")
    assert card.buttons() == ["Pak ik op", "Gereed", "Andere datum"]
    assert ask_for(office, "joost", date(2026, 11, 30), "leverancier is te laat", "Andere datum") == {}
    [asked] = dm(office, "sanne")
    assert "joost vraagt ma 30 nov: leverancier is te laat" in read(cards(office, "molen")[0])
    sanne.click(asked, "Akkoord")
    card, agreed = dm(office, "joost")
    assert read(agreed) == "sanne is akkoord: bel de verhuizer mag ma 30 nov.\n#molen · A-1"
    assert "sanne is akkoord met ma 30 nov" in read(card)
    assert card.buttons() == ["Gereed", "Andere datum"]
    assert "eerst vr 27 nov, 1× uitgesteld: leverancier is te laat" in read(cards(office, "molen")[0])

    told = type_in(office, "joost", "/spil actie datum 1 woensdag 2 december omdat de lift stuk is", "molen")
    assert told.startswith("Verzet naar wo 2 dec: bel de verhuizer (A-1).")
    [card] = cards(office, "molen")
    assert "eerst vr 27 nov, 2× uitgesteld, omdat de lift stuk is" in read(card)

    type_in(office, "joost", "/spil actie datum 1 7 december", "molen")
    [card] = cards(office, "molen")
    assert "eerst vr 27 nov, 3× uitgesteld" in read(card)
    assert "de lift" not in read(card)
    type_in(office, "joost", "/spil actie ongedaan 1", "molen")
    assert "2× uitgesteld, omdat de lift stuk is" in read(cards(office, "molen")[0])


def test_not_mine_goes_back_with_a_name_or_without(atlas: Office) -> None:
    type_in(atlas, "tom", "/action @priya update the risk log by Friday")
    priya, tom = atlas.person("priya"), atlas.person("tom")
    priya.overflow(dm(atlas, "priya")[0], "Not mine")
    assert "Who could do it?" in str(priya.modal)
    priya.fill({"owner": "gina", "reason": "she knows it all"})
    assert "guest" in priya.submit()["owner"]
    priya.fill({"owner": "sanne", "reason": "sanne keeps that log"})
    assert priya.submit() == {}
    [asked] = dm(atlas, "tom")
    assert read(asked).startswith("priya asks if sanne can do this\n> sanne keeps that log\n")
    assert asked.buttons() == ["Agree", "Leave it with priya"]
    assert "You asked tom if sanne can do this" in read(dm(atlas, "priya")[0])
    [said] = priya.click(dm(atlas, "priya")[0], "Take it back")
    assert read(said) == "Taken back: update the risk log stays with you (A-1).\nUndo"
    priya.click(said, "Undo")
    tom.click(dm(atlas, "tom")[0], "Agree")
    assert "tom gave it to sanne." in read(dm(atlas, "tom")[0])
    assert "sanne does this now" in read(dm(atlas, "priya")[0])
    assert read(dm(atlas, "priya")[-1]) == "tom agrees: sanne does update the risk log now.\n#atlas · A-1"
    [new] = dm(atlas, "sanne")
    assert new.buttons()[0] == "Pak ik op"

    type_in(atlas, "tom", "/action @priya write the plan")
    priya.overflow(dm(atlas, "priya")[-1], "Not mine")
    priya.fill({"reason": "I am on leave"})
    assert priya.submit() == {}
    asked = dm(atlas, "tom")[1]
    assert read(asked).startswith("priya asks if somebody else can do this\n> I am on leave\n")
    assert asked.buttons() == ["Leave it with priya"]
    tom.choose(asked, "Choose an owner", "sanne")
    assert "tom gave it to sanne." in read(dm(atlas, "tom")[1])


def test_what_is_done_meanwhile_is_not_asked_any_more(atlas: Office) -> None:
    type_in(atlas, "tom", "/action @priya update the risk log by Friday")
    ask_for(atlas, "priya", date(2026, 12, 2), "the supplier is late")
    atlas.person("priya").click(dm(atlas, "priya")[0], "Done")
    [asked] = dm(atlas, "tom")
    assert "It's done, so there's nothing left to decide." in read(asked) and asked.buttons() == []


def test_snoozed_it_comes_back_in_his_own_morning_and_works(atlas: Office) -> None:
    type_in(atlas, "tom", "/action @priya update the risk log by 11 December")
    priya = atlas.person("priya")
    [card] = dm(atlas, "priya")
    [said] = priya.choose(card, "Later", "Tomorrow morning")  # Tuesday is a public holiday in India
    assert "update the risk log comes back on Wed 25 Nov 09:00, your next working morning (A-1)." in read(
        said
    )
    assert "comes back on Wed 25 Nov 09:00" in read(dm(atlas, "priya")[0])
    assert "comes back" not in read(cards(atlas)[0])

    atlas.set_clock(datetime(2026, 11, 25, 4, 29))
    quiet = len(dm(atlas, "priya"))
    atlas.set_clock(datetime(2026, 11, 25, 4, 30))  # 9:00 in Kolkata
    card, *_, again = dm(atlas, "priya")
    assert len(dm(atlas, "priya")) == quiet + 1
    assert "You asked for this on Mon 23 Nov 13:30" in read(again)
    assert "comes back" not in read(card)

    priya.choose(again, "Later", "Choose a time")
    priya.fill({"day": "2026-11-25", "time": "08:00"})
    assert "has passed" in priya.submit()["day"]
    priya.fill({"day": "2026-11-26", "time": "14:15"})
    assert priya.submit() == {}
    assert "comes back on Thu 26 Nov 14:15" in read(dm(atlas, "priya")[-1])
    priya.click(again, "Done")
    assert read(dm(atlas, "priya")[0]).startswith("✓ ~update")
    assert "✓ ~update" in read(next(each for each in dm(atlas, "priya") if each.ts == again.ts))
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
    assert "bel de molenaar komt terug op za 28 nov 21:15 (A-1)." in read(dm(molen, "joost")[-1])
    molen.set_clock(datetime(2026, 11, 28, 21, 14))
    before = len(dm(molen, "joost"))
    molen.set_clock(datetime(2026, 11, 28, 21, 15))
    again = dm(molen, "joost")[-1]
    assert len(dm(molen, "joost")) == before + 1 and "Hier vroeg je om" in read(again)
    joost.choose(again, "Later", "Over 30 minuten")
    molen.set_clock(datetime(2026, 11, 28, 21, 45))
    assert len(dm(molen, "joost")) == before + 3  # what was answered, and the card
    [said] = joost.choose(dm(molen, "joost")[-1], "Later", "Morgenochtend")
    assert "op ma 30 nov 09:00, je eerstvolgende werkochtend (A-1)." in read(said)
    [said] = joost.choose(again, "Later", "Volgende week")
    assert "op ma 30 nov 09:00, je eerste werkochtend vanaf maandag (A-1)." in read(said)


def test_why_is_typed_for_several_at_once_and_kept_while_the_date_is_asked(atlas: Office) -> None:
    for what in ("write the plan", "test it"):
        type_in(atlas, "tom", f"/action @priya {what} by Friday")
    type_in(atlas, "priya", "/action due 1-2 11 December because the server is down")
    assert all("postponed 1×: the server is down" in read(card) for card in cards(atlas))
    [asked] = atlas.person("priya").command("/action due 2 03/04 because we wait for parts", "atlas")
    atlas.person("priya").click(asked, asked.buttons()[0])
    assert "postponed 2×: we wait for parts" in read(cards(atlas)[1])
    assert "postponed 1×" in read(cards(atlas)[0])
