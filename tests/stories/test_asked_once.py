"""Before an item is raised: is it there already? After it: who does it, and by when? Each asked once."""

from tests.kit.office import Office
from tests.kit.story import answers, card_texts, read, whispers


def test_what_is_missing_is_asked_once_of_who_raised_it(atlas: Office) -> None:
    tom = atlas.person("tom")
    [asked] = answers(atlas, "tom", "/action write the plan")
    assert "A-1 is noted. Who does it, and by when?" in read(asked)
    tom.choose(asked, "Choose an owner", "priya")
    [asked] = whispers(atlas, "tom")
    assert "A-1 is noted. By when?" in read(asked) and "A-1 · write the plan · priya · no date" in read(asked)
    tom.choose(asked, "Choose a date", "2026-12-01")
    [answered] = whispers(atlas, "tom")
    assert read(answered) == "A-1 · write the plan · priya · Tue 01-12-2026 (wk 49)"
    assert "owner priya · Tue 01-12-2026" in card_texts(atlas)[0]
    assert answers(atlas, "tom", "/action @priya call the supplier by Friday") == []

    [asked] = answers(atlas, "tom", "/action @priya order chairs")
    tom.click(asked, "Leave it so")
    assert len(whispers(atlas, "tom")) == 1 and len(card_texts(atlas)) == 3


def test_a_date_that_is_over_or_unclear_is_part_of_the_same_question(atlas: Office) -> None:
    tom = atlas.person("tom")
    [asked] = answers(atlas, "tom", "/action write the plan 20-11-2026")
    assert "without a date: Fri 20-11-2026 (wk 47) is in the past. Who does it, and by when?" in read(asked)
    [asked] = answers(atlas, "tom", "/action call the supplier by 03/04")
    assert "its date can be read in more than one way. Who does it, and by when?" in read(asked)
    tom.click(asked, "Thu 04-03-2027 (wk 9)")
    asked = whispers(atlas, "tom")[-1]
    assert "A-2 is noted. Who does it?" in read(asked) and asked.buttons() == ["Leave it so"]
    tom.choose(asked, "Choose an owner", "gina")
    assert "is a guest" in read(whispers(atlas, "tom")[-1])


def test_what_is_there_already_is_shown_before_anything_is_raised(atlas: Office) -> None:
    tom = atlas.person("tom")
    answers(atlas, "sanne", "/action @priya update the risk log by Friday")
    [asked] = answers(atlas, "tom", "/action @tom Update risk log by Thursday")
    assert "looks like\nA-1 · update the risk log · priya · Fri 27-11-2026 (wk 48)" in read(asked)
    assert asked.buttons() == ["Raise it anyway", "Open A-1", "Never mind"]
    assert len(card_texts(atlas)) == 1
    tom.click(asked, "Open A-1")
    assert tom.modal is not None
    tom.close_modal()
    tom.click(asked, "Raise it anyway")
    assert (
        "A-2 · Update risk log" in card_texts(atlas)[1]
        and "owner tom · Thu 26-11-2026" in card_texts(atlas)[1]
    )
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
    [asked] = answers(office, "sanne", "/spil actie werk de risicolog bij", "molen")
    assert "A-1 staat erin. Wie doet het, en wanneer is het klaar?" in read(asked)
    assert "Laat het zo" in asked.buttons()
    sanne.choose(asked, "Kies een actiehouder", "joost")
    assert "A-1 staat erin. Wanneer is het klaar?" in read(whispers(office, "sanne", "molen")[-1])
    [asked] = answers(office, "sanne", "/spil actie risicolog bijwerken morgen", "molen")
    assert "Er is nog niets ingebracht: dit lijkt op\nA-1 · werk de risicolog bij · joost" in read(asked)
    sanne.click(asked, "Toch inbrengen")
    assert len(card_texts(office, "molen")) == 2
    assert "A-2 staat erin. Wie doet het?" in read(whispers(office, "sanne", "molen")[-1])


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
    assert "owner tom" in card
