"""Before an item is raised: is it there already? After it: who does it, and by when? Each asked once."""

from tests.kit.office import Office
from tests.kit.story import answers, card_texts, cards, read, type_in, whispers


def test_what_is_missing_is_chosen_on_the_card_and_nothing_is_asked_about_it(atlas: Office) -> None:
    tom = atlas.person("tom")
    assert answers(atlas, "tom", "/action write the plan") == []
    assert "no owner yet · no date yet · from tom · A-1" in card_texts(atlas)[0]
    tom.choose(cards(atlas)[0], "Choose an owner", "priya")
    assert cards(atlas)[0].buttons() == ["Done"]
    tom.choose(cards(atlas)[0], "Choose a date", "2026-12-01")
    assert "priya · Tue 1 Dec · from tom · A-1" in card_texts(atlas)[0]
    assert answers(atlas, "tom", "/action @priya call the supplier by Friday") == []


def test_a_name_that_a_text_begins_with_may_be_its_owner(atlas: Office) -> None:
    tom = atlas.person("tom")
    type_in(atlas, "priya", "/action list")
    [asked] = answers(atlas, "tom", "/action Priya, order 40 chairs by 11 December")
    assert read(asked).startswith("Is A-1 for priya?\nPriya, order 40 chairs")
    assert asked.buttons() == ["Yes, priya", "Not now"]
    tom.click(asked, "Yes, priya")
    assert read(whispers(atlas, "tom")[-1]) == "Given to priya: order 40 chairs (A-1).\nUndo"
    assert card_texts(atlas)[0].startswith("order 40 chairs\n")

    [asked] = answers(atlas, "tom", "/action priya tests the build")
    assert read(asked).startswith("Is A-2 for priya? When should it be done?")
    tom.choose(asked, "Someone else", "sanne")
    [_, asked] = whispers(atlas, "tom")
    assert read(asked).startswith("When should it be done?\npriya tests the build · sanne")
    tom.click(asked, "Not now")
    assert len(whispers(atlas, "tom")) == 1
    assert answers(atlas, "tom", "/action nobody knows this name") == []
    for line in ("for priya: water the plants by friday", "voor Priya: schrijf het verslag vrijdag"):
        [asked] = answers(atlas, "tom", f"/action {line}")
        tom.click(asked, "Yes, priya")
    assert [text.partition("\n")[0] for text in card_texts(atlas)[3:]] == [
        "water the plants",
        "schrijf het verslag",
    ]
    assert answers(atlas, "tom", "/action for Priya a laptop by friday") == []


def test_a_date_that_is_over_or_unclear_is_asked(atlas: Office) -> None:
    tom = atlas.person("tom")
    [asked] = answers(atlas, "tom", "/action write the plan 20-11-2026")
    assert "Who does it? Fri 20 Nov has passed. When should it be done?" in read(asked)
    [asked] = answers(atlas, "tom", "/action call the supplier by 03/04")
    assert "Who does it? Which date do you mean?" in read(asked)
    assert asked.buttons() == ["Sat 3 Apr 2027", "Thu 4 Mar 2027", "Not now"]
    tom.click(asked, "Thu 4 Mar 2027")
    asked = whispers(atlas, "tom")[-1]
    assert read(asked).startswith("Who does it?\ncall the supplier") and asked.buttons() == ["Not now"]
    tom.choose(asked, "Choose an owner", "gina")
    assert "is a guest" in read(whispers(atlas, "tom")[-1])


def test_what_is_there_already_is_shown_before_anything_is_raised(atlas: Office) -> None:
    tom = atlas.person("tom")
    answers(atlas, "sanne", "/action @priya update the risk log by Friday")
    [asked] = answers(atlas, "tom", "/action @tom Update risk log by Thursday")
    assert "looks like\n" in read(asked) and "update the risk log" in read(asked)
    assert asked.buttons() == ["Add it anyway", "Open A-1", "Never mind"]
    assert len(card_texts(atlas)) == 1
    tom.click(asked, "Open A-1")
    assert tom.modal is not None
    tom.close_modal()
    tom.click(asked, "Add it anyway")
    assert card_texts(atlas)[1].startswith("Update risk log\n") and "tom · Thu 26 Nov" in card_texts(atlas)[1]
    assert whispers(atlas, "tom") == []

    [asked] = answers(atlas, "tom", "/action update the risk log")
    tom.click(asked, "Never mind")
    assert whispers(atlas, "tom") == [] and len(card_texts(atlas)) == 2
    assert answers(atlas, "tom", "/action @tom update the risk register by Friday") == []
    answers(atlas, "tom", "/action done 1")
    answers(atlas, "tom", "/action done 2")
    assert answers(atlas, "tom", "/action @tom update the risk log by Friday") == []


def test_in_het_nederlands(office: Office) -> None:
    office.project("molen", language="nl")
    sanne = office.person("sanne")
    type_in(office, "joost", "/spil actie lijst", "molen")
    [asked] = answers(office, "sanne", "/spil actie joost werk de risicolog bij 20-11-2026", "molen")
    assert "Is A-1 voor joost? vr 20 nov is voorbij. Wanneer moet het klaar zijn?" in read(asked)
    assert asked.buttons() == ["Ja, joost", "Nu niet"]
    sanne.click(asked, "Ja, joost")
    asked = whispers(office, "sanne", "molen")[-1]
    assert read(asked).startswith("Wanneer moet het klaar zijn?\nwerk de risicolog bij 20-11-2026 · joost")
    type_in(office, "sanne", "/spil actie bel de molenaar vrijdag", "molen")
    [asked] = answers(office, "sanne", "/spil actie de molenaar bellen morgen", "molen")
    assert "lijkt op\n" in read(asked)
    sanne.click(asked, "Toch toevoegen")
    assert len(card_texts(office, "molen")) == 3
    assert "nog geen actiehouder · di 24 nov · van sanne · A-3" in card_texts(office, "molen")[2]


def test_a_group_or_two_owners_are_refused_with_the_reason(atlas: Office) -> None:
    atlas.slack.add_usergroup("devs", ["tom", "priya"])
    answers(atlas, "tom", "/action @tom write the plan by Friday")
    for line in (
        "/action @devs test the build",
        "/action @tom @priya test the build",
        "/action give 1 @devs",
        "/action give 1 @tom @priya",
        "/action give 1 @tom and @priya",
    ):
        [answer] = answers(atlas, "tom", line)
        assert "An action item has one owner" in read(answer), line
        assert "You typed" in read(answer)
    assert "one owner" in read(answers(atlas, "tom", "/action give 1, 2 @devs")[0])
    [card] = card_texts(atlas)
    assert "tom · Fri 27 Nov" in card
