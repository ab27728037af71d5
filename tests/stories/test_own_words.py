"""What people say of what is theirs in no words of a command, and what they put right just after."""

import pytest

from tests.kit.office import Office
from tests.kit.story import answer, card_texts, dm, meetings, read, type_in

GUIDE = "/action @priya write the guide friday"
PLANNING = "/meeting Planning with @priya friday 14:00 45m"


def say(office: Office, who: str, text: str) -> str:
    """And what comes back."""
    office.settle()
    office.happens(lambda: office.person(who).say_dm(text))
    return read(dm(office, who)[-1])


def test_a_record_that_is_named_by_its_words_is_changed_as_was_typed(atlas: Office) -> None:
    type_in(atlas, "tom", GUIDE)
    type_in(atlas, "tom", PLANNING)
    tom = atlas.person("tom")
    for line, button, said in (
        ("move the planning to 15:00", "move M-1 to 15:00", "Planning is now Fri 27 Nov, 15:00–15:45"),
        ("move planning thursday 11:00", "move M-1 thursday 11:00", "Planning is now Thu 26 Nov, 11:00"),
        ("postpone guide until monday", "postpone A-1 until monday", "Due Mon 30 Nov: write the guide"),
        ("give the guide to @sanne", "give A-1 to @sanne", "Given to sanne: write the guide (A-1)."),
    ):
        assert button in say(atlas, "tom", line)
        tom.click(dm(atlas, "tom")[-1], button)
        assert said in read(dm(atlas, "tom")[-1]), line
    asked = answer(atlas, "tom", "/meeting move planning friday 16:00")
    assert asked.buttons() == ["move M-1 friday 16:00", "Open it", "Plan “move planning friday 16:00”"]
    tom.click(asked, "move M-1 friday 16:00")
    assert "Fri 27 Nov, 16:00" in read(meetings(atlas)[0])
    assert type_in(atlas, "tom", "/action move the sofa to the attic") == ""


@pytest.mark.parametrize("channel", ["atlas", "molen"])
def test_what_is_said_of_ones_own_is_shown_with_its_answers(office: Office, channel: str) -> None:
    office.project(channel, language="nl" if channel == "molen" else "en")
    who = "priya" if channel == "atlas" else "joost"
    type_in(office, "sanne", f"/spil actie @{who} write the guide vrijdag", channel)
    type_in(office, "sanne", f"/spil overleg Planning met @{who} vrijdag 14:00", channel)
    item, meeting = {"Other date", "Not mine"}, {"Yes", "No", "Maybe"}
    if who == "joost":
        item, meeting = {"Andere datum", "Niet van mij"}, {"Ja", "Nee", "Misschien"}
    for line, buttons in (
        ("I can't come to the planning", meeting),
        ("ik kan niet bij de planning zijn", meeting),
        ("decline M-1", meeting),
        ("I need more time for 1", item),
        ("ik heb meer tijd nodig voor 1", item),
        ("can I have until Tuesday for the guide?", item),
        ("I can't make Friday", item | meeting),
        ("ik red vrijdag niet", item | meeting),
        ("the painter comes on Friday", set()),
    ):
        say(office, who, line)
        assert {*dm(office, who)[-1].buttons()} & (item | meeting) == buttons, line
    say(office, who, "decline planning")
    office.person(who).click(dm(office, who)[-1], "No" if who == "priya" else "Nee")
    assert f"(1): {who}" in read(meetings(office, channel)[0])
    assert "`ongedaan` draait je laatste wijziging terug" in say(office, "sanne", "laat maar")


def test_what_was_changed_just_now_is_put_right(atlas: Office) -> None:
    type_in(atlas, "tom", GUIDE)
    assert "Due Thu 26 Nov: write the guide" in say(atlas, "tom", "no, I meant Thursday")
    assert "first" not in card_texts(atlas)[0], "it was a slip, and no other date was ever agreed"
    type_in(atlas, "priya", "/action due 1 30 Nov")
    assert "Moved to Tue 1 Dec" in say(atlas, "priya", "sorry, 1 December")
    assert "postponed 1×" in card_texts(atlas)[0]
    type_in(atlas, "sanne", "/spil actie @tom bel de zaal vrijdag")
    assert "Overgedragen aan priya" in say(atlas, "sanne", "nee, priya bedoel ik")
    type_in(atlas, "tom", PLANNING)
    assert "Planning is now Fri 27 Nov, 15:00" in say(atlas, "tom", "oops, 15:00")
    assert "Given to" not in say(atlas, "tom", "no, @sanne"), "a meeting has no owner"
    atlas.advance(hours=2)
    assert "I don't know what to do" in say(atlas, "tom", "no, 16:00")


def test_small_words_are_understood(molen: Office) -> None:
    type_in(molen, "sanne", "/spil actie hulp", "molen")
    type_in(molen, "joost", "/spil actie @joost bestel dozen vandaag", "molen")
    for line, said in (
        ("herinner me eraan om morgen de sleutels op te halen", "de sleutels ophalen · joost · morgen"),
        ("wat staat er deze week op de agenda", "Je hebt geen overleggen gepland."),
        ("zeg het overleg af", "Ik vind geen open actiepunt of overleg als “het overleg”."),
        ("verzet het bouwoverleg naar vrijdag", "geen open actiepunt of overleg als “het bouwoverleg”."),
        ("geen meldingen meer", "Daar is een formulier voor."),
        ("vraag sanne om de offerte te sturen", "de offerte sturen · sanne"),
        ("plan een overleg met sanne morgen 15:00 over de begroting", "Jouw overleg: de begroting"),
        ("project", "Het project van dit kanaal is Molen."),
        ("toch niet", "`ongedaan` draait je laatste wijziging terug."),
        ("ik heb de dozen besteld", "bestel dozen · vandaag"),
        ("gereed 1", "Gereed: bestel dozen (A-1)."),
        ("nee, donderdag", "Ik weet niet wat ik daarmee moet doen."),
    ):
        assert said in say(molen, "joost", line), line
    assert "Did you mean `/spil help`?" in type_in(molen, "tom", "/spil hlep", "atlas")


def test_half_a_day_away_is_never_taken_for_the_whole(molen: Office) -> None:
    type_in(molen, "joost", "/spil actie hulp", "molen")
    for line in ("morgenmiddag ben ik er niet", "I'm away tomorrow afternoon", "afwezig donderdagochtend"):
        assert "niets genoteerd. Ben je de hele dag afwezig?" in say(molen, "joost", line), line
    say(molen, "joost", "afwezig morgenmiddag, vervanger @sanne")
    molen.person("joost").click(dm(molen, "joost")[-1], "di 24 nov")
    assert "Je bent afwezig di 24 nov. sanne krijgt wat dan af moet." in read(dm(molen, "joost")[-1])


def test_of_several_projects_one_is_named_or_all_are_told_of(molen: Office) -> None:
    molen.project("kluis", language="nl")
    for channel, text in (("molen", "bestel dozen"), ("kluis", "maak de begroting")):
        type_in(molen, "sanne", f"/spil actie @joost {text} vandaag", channel)
    type_in(molen, "joost", "/spil actie hulp", "kluis")
    type_in(molen, "joost", "/spil actie hulp", "molen")
    told = say(molen, "joost", "hoe staat het?")
    assert "Kluis · week 48" in told and "Molen · week 48" in told
    assert dm(molen, "joost")[-1].buttons() == ["Open de lijst"] * 2
    told = say(molen, "joost", "hoe staat het met Molen?")
    assert "In #molen:" in told and "bestel dozen" in told and "begroting" not in told
    assert "bestel dozen" in say(molen, "joost", "wat staat er open in molen?")
    assert "Voor welk project" in say(molen, "joost", "actie maak de kluis open vrijdag")
    type_in(molen, "joost", "/spil actie datum 1 donderdag", "kluis")
    assert "maak de begroting" in say(molen, "joost", "ongedaan")
    assert "ma 23 nov" in card_texts(molen, "kluis")[0]


def test_a_list_is_narrowed_to_any_day_to_come(atlas: Office) -> None:
    for text in ("write the guide friday", "call the bank thursday", "print it 4 dec"):
        type_in(atlas, "tom", f"/action @priya {text}")
    type_in(atlas, "tom", PLANNING)
    for line, title, texts in (
        ("/action list due friday", "1 open · Fri 27 Nov", {"write the guide"}),
        ("/action list before friday", "1 open · until Thu 26 Nov", {"call the bank"}),
        ("/action list by 27 nov @priya", "priya · 2 open · until Fri 27 Nov", {"write the guide"}),
        ("/spil actie lijst uiterlijk 4 december", "3 open · until Fri 4 Dec", {"print it"}),
        ("/action list monday", "No open action items found: Mon 23 Nov", set()),
        ("/decision find postgres", "No decisions found: valid · with “postgres”", set()),
        ("/meeting list 27 nov", "1 meeting · Fri 27 Nov", {"Planning"}),
    ):
        told = type_in(atlas, "tom", line)
        assert title in told and all(text in told for text in texts), line


def test_notes_right_after_a_meeting_are_of_that_meeting(molen: Office) -> None:
    sanne = molen.person("sanne")
    type_in(molen, "sanne", "/spil overleg Stuurgroep met @joost vandaag 10:00 30m", "molen")
    molen.advance(minutes=95)
    sanne.command("/spil notulen", "molen")
    assert "Stuurgroep" in str(sanne.modal)
    sanne.close_modal()
    sanne.command("/spil notulen Voortgang", "molen")
    assert "Stuurgroep" not in str(sanne.modal)
    sanne.close_modal()
    assert "Er is geen N-1" in type_in(molen, "sanne", "/spil notulen exporteer pdf", "molen")
    type_in(molen, "sanne", "/spil notulen Besluit: we gaan over op blauw", "molen")
    molen.settle()
    sanne.click(dm(molen, "sanne")[-1], "Verspreid met dit ene punt")
    assert "Stuurgroep · afgesloten" in read(meetings(molen, "molen")[0])
    assert "Stuurgroep" in type_in(molen, "sanne", "/spil notulen exporteer docx", "molen")
