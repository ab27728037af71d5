"""Action items from first to last, as the people of an office see them."""

from datetime import date, datetime

import pytest

from tests.kit.office import Office
from tests.kit.story import answer, answers, cards, dm, read, type_in, whispers


def test_raised_done_and_seen_by_all(atlas: Office) -> None:
    assert type_in(atlas, "sanne", "/action @tom update the risk log by Friday") == ""
    [card] = cards(atlas)
    assert read(card).splitlines()[0] == "update the risk log"
    assert "tom · Fri 27 Nov · from sanne · A-1" in read(card)
    assert card.buttons() == ["Done"] and "Edit\nHistory\nDrop" in read(card)
    [told] = dm(atlas, "tom")
    assert read(told).startswith("sanne asks you: update the risk log\nby Fri 27 Nov · #atlas · A-1")
    assert "I'm Spil. I keep track of what #atlas agrees." in read(told)
    assert dm(atlas, "sanne") == []

    atlas.person("tom").click(told, "Done")
    [card] = cards(atlas)
    assert read(card).startswith("✓ ~update the risk log~") and "done by tom, Mon 23 Nov · A-1" in read(card)
    assert card.buttons() == []
    assert [message.buttons() for message in dm(atlas, "tom")] == [["Reopen"]]

    assert type_in(atlas, "sanne", "/spil actie gereed 1") == "update the risk log (A-1) is al gereed."
    [told] = atlas.person("priya").overflow(card, "Reopen")
    assert read(told) == "Reopened: update the risk log (A-1).\nUndo"
    assert cards(atlas)[0].buttons() == ["Done"]
    [told] = atlas.person("priya").click(cards(atlas)[0], "Done")
    assert read(told) == "Done: update the risk log (A-1).\nUndo"
    atlas.person("priya").click(told, "Undo")
    assert read(whispers(atlas, "priya")[-1]) == "Undone: A-1 is open again."
    assert cards(atlas)[0].buttons() == ["Done"]
    [told] = atlas.person("priya").overflow(cards(atlas)[0], "History")
    assert "update the risk log · A-1" in read(told)


def test_who_is_written_to_first_reads_who_writes_and_no_more_than_once(atlas: Office) -> None:
    type_in(atlas, "sanne", "/action @tom write the plan by Friday")
    atlas.settle()
    type_in(atlas, "sanne", "/action @tom test it by Friday")
    assert ["I'm Spil" in read(each) for each in dm(atlas, "tom")] == [True, False]


def test_a_date_that_does_not_exist_is_asked_back(atlas: Office) -> None:
    for line, told in (
        ("/action @tom call the bank by 31 feb", "“31 feb” is no date that I know. When should it be done?"),
        ("/action @tom pay the rent by 32-12-2026", "“32-12-2026” is no date that I know. When"),
    ):
        asked = answer(atlas, "priya", line)
        assert read(asked).startswith(told), line
    atlas.person("priya").choose(asked, "Choose a date", date(2026, 12, 4))
    assert "tom · Fri 4 Dec · from priya · A-2" in read(cards(atlas)[1])
    dutch = answer(atlas, "sanne", "/spil actie @tom bel de bank voor 31 februari")
    assert read(dutch).startswith("“31 februari” is geen datum die ik ken. Wanneer moet het klaar zijn?")


def test_a_date_on_a_public_holiday_says_so_and_one_in_a_weekend_shows_it(atlas: Office) -> None:
    type_in(atlas, "priya", "/action @tom call the bank by 25 December")
    type_in(atlas, "priya", "/action @tom call the town by 26-12-2026")
    told = [*map(read, cards(atlas)), read(dm(atlas, "tom")[0])]
    assert ["Fri 25 Dec is a public holiday" in each for each in told] == [True, False, True]
    assert "vr 25 dec is een feestdag" in type_in(atlas, "sanne", "/spil actie datum 2 25 december")


def test_in_dutch_from_word_to_card(molen: Office) -> None:
    assert type_in(molen, "sanne", "/spil actie @joost bel de verhuizer uiterlijk vrijdag", "molen") == ""
    [card] = cards(molen, "molen")
    assert read(card).splitlines()[0] == "bel de verhuizer"
    assert "joost · vr 27 nov · van sanne · A-1" in read(card)
    assert card.buttons() == ["Gereed"] and "Wijzigen\nHistorie\nLaten vervallen" in read(card)
    [told] = dm(molen, "joost")
    assert read(told).startswith("sanne vraagt je: bel de verhuizer\nuiterlijk vr 27 nov · #molen · A-1")
    assert "Ik ben Spil en houd bij wat #molen afspreekt." in read(told)
    assert "Molen · 1 open" in type_in(molen, "joost", "/spil actie lijst", "molen")
    [told] = answers(molen, "joost", "/spil actie klaar 1", "molen")
    assert read(told) == "Gereed: bel de verhuizer (A-1).\nOngedaan maken"
    molen.person("joost").click(told, "Ongedaan maken")
    assert read(whispers(molen, "joost", "molen")[-1]) == "Teruggedraaid: A-1 staat weer open."
    assert "Gereed: bel" in type_in(molen, "joost", "/spil actie klaar 1", "molen")
    assert "gereed door joost, ma 23 nov · A-1" in read(cards(molen, "molen")[0])
    assert "Molen · 1 gereed" in type_in(molen, "joost", "/spil actie lijst gereed", "molen")
    assert "Heropend: bel" in type_in(molen, "joost", "/spil actie heropen A-1", "molen")
    moved = type_in(molen, "joost", "/spil actie datum 1 1 december", "molen")
    assert moved.startswith("Verzet naar di 1 dec: bel de verhuizer (A-1).")
    given = type_in(molen, "joost", "/spil actie geef 1 @sanne", "molen")
    assert given.startswith("Overgedragen aan sanne: bel de verhuizer (A-1).")
    assert "Vervallen: bel" in type_in(molen, "joost", "/spil actie vervalt 1", "molen")
    assert read(cards(molen, "molen")[0]).startswith("✗ ~bel de verhuizer~")
    assert "Geen open actiepunten" in type_in(molen, "joost", "/spil actie lijst", "molen")
    assert "één actiehouder" in type_in(molen, "joost", "/spil actie hulp", "molen")


def test_a_post_speaks_the_projects_language_and_a_message_the_persons(atlas: Office) -> None:
    type_in(atlas, "tom", "/action @sanne write the plan tomorrow")
    assert "from tom" in read(cards(atlas)[0])
    assert "tom vraagt je: write the plan" in read(dm(atlas, "sanne")[0])


def test_an_owner_and_a_date_that_are_missing_are_chosen_on_the_card(atlas: Office) -> None:
    type_in(atlas, "sanne", "/action write the plan")
    [card] = cards(atlas)
    assert "no owner yet · no date yet" in read(card) and card.buttons() == []
    assert dm(atlas, "tom") == []
    atlas.person("sanne").choose(card, "Choose an owner", "tom")
    atlas.person("sanne").choose(cards(atlas)[0], "Choose a date", "2026-12-01")
    assert "tom · Tue 1 Dec" in read(cards(atlas)[0])
    assert len(dm(atlas, "tom")) == 1


def test_given_to_another_the_former_owner_is_told_and_the_new_one_gets_the_card(atlas: Office) -> None:
    type_in(atlas, "sanne", "/action @tom write the plan by Friday")
    atlas.settle()
    told = type_in(atlas, "sanne", "/action give 1 @priya")
    assert told == "Overgedragen aan priya: write the plan (A-1).\nOngedaan maken"
    [former], [new] = dm(atlas, "tom"), dm(atlas, "priya")
    assert read(former) == (
        "~write the plan~\npriya does this now · nothing left for you to do · #atlas · A-1"
    )
    assert new.buttons() == ["I'll do it", "Done", "Other date"]

    atlas.person("priya").click(new, "Done")
    assert len(dm(atlas, "priya")) == 1 and len(cards(atlas)) == 1


def test_given_to_oneself_by_a_word(atlas: Office) -> None:
    type_in(atlas, "sanne", "/action @tom write the plan by Friday")
    assert "Given to priya: " in type_in(atlas, "priya", "/action give 1 to me")
    assert "Overgedragen aan sanne: " in type_in(atlas, "sanne", "/action geef 1 aan mij")


def test_edited_in_a_form_that_refuses_what_cannot_be(atlas: Office) -> None:
    type_in(atlas, "sanne", "/action @tom write the plan by Friday")
    tom, priya = atlas.person("tom"), atlas.person("priya")
    [card] = cards(atlas)
    tom.overflow(card, "Edit")
    priya.overflow(card, "Edit")
    tom.fill({"Due": "2026-11-20"})
    assert "has passed" in tom.submit()["due"]
    tom.fill({"Due": "2026-11-30", "Owner": "gina"})
    assert "guest" in tom.submit()["owner"]
    tom.fill({"Owner": "priya", "What must be done": "write the whole plan"})
    assert tom.submit() == {}
    assert read(cards(atlas)[0]).startswith("write the whole plan")
    assert "priya · Mon 30 Nov" in read(cards(atlas)[0])

    priya.fill({"What must be done": "write half the plan"})
    assert priya.submit() == {}
    assert "*tom* changed this" in str(priya.modal) and "write half the plan" in str(priya.modal)
    assert read(cards(atlas)[0]).startswith("write the whole plan")


def test_undo_takes_back_ones_own_change_and_nobody_elses(atlas: Office) -> None:
    type_in(atlas, "sanne", "/action @tom write the plan by Friday")
    type_in(atlas, "tom", "/action due 1 1 December")
    assert "heeft het intussen gewijzigd" in type_in(atlas, "sanne", "/action undo 1")
    undone = type_in(atlas, "tom", "/action undo 1")
    assert undone.startswith("Undone: write the plan (A-1) is as it was: due ")
    assert "Fri 27 Nov" in read(cards(atlas)[0])
    assert type_in(atlas, "sanne", "/action undo 1") == "Teruggedraaid: A-1 is vervallen."
    assert read(cards(atlas)[0]).startswith("✗ ~write the plan~")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("/action done twelve", "Almost. Type it like this: `/action done 12`"),
        ("/action lst", "Did you mean `/action list`"),
        ("/action dnoe 12", "Did you mean `/action done 12`"),
        ("/action done 99", "no action item 99"),
        ("/action @gina write the plan", "is a guest"),
        ("/action @joost write the plan", "isn't in this channel"),
        ("/action @spil write the plan", "is a bot"),
        ("/action @tom @priya write the plan", "one owner"),
        ("/action @nobody write the plan", "I don't know nobody"),
        ("/action @tom", "Type what it's about"),
        ("/action give 1 @nobody", "I don't know nobody"),
    ],
)
def test_what_cannot_be_is_answered_with_what_to_type_and_changes_nothing(
    atlas: Office, line: str, told: str
) -> None:
    answer = type_in(atlas, "tom", line)
    assert told in answer and "You typed" in answer
    assert cards(atlas) == []


def test_help_says_how(atlas: Office) -> None:
    assert "/action @colleague update the risk log by Friday" in type_in(atlas, "tom", "/action help")


def test_a_text_that_is_too_long_is_said_back_whole(atlas: Office) -> None:
    text = "word " * 500
    answer = type_in(atlas, "tom", f"/action {text}")
    assert "at most 2000" in answer and answer.count("w") >= 500


def test_markup_in_a_text_is_only_text(atlas: Office) -> None:
    type_in(atlas, "tom", "/action tell <!channel> & <us> *all*")
    [card] = cards(atlas)
    assert "tell <!channel> & <us> ∗all∗" in read(card)
    assert "tell &lt;!channel&gt; &amp; &lt;us&gt;" in str(card.blocks)


def test_a_date_that_is_over_or_unreadable_leaves_the_item_without(atlas: Office) -> None:
    told = type_in(atlas, "tom", "/action @tom write the plan 20-11-2026")
    assert "Fri 20 Nov has passed. When should it be done?" in told
    assert "no date" in read(cards(atlas)[0])
    assert "`in 2 weeks`" in type_in(atlas, "tom", "/action due 1 whenever it suits")
    assert "no date" in read(cards(atlas)[0])


def test_a_date_with_two_meanings_is_asked_and_the_item_is_there_already(atlas: Office) -> None:
    [asked] = answers(atlas, "tom", "/action @tom write the plan by 03/04")
    assert "no date" in read(cards(atlas)[0])
    assert "Which date do you mean?" in read(asked) and asked.buttons()[2:] == ["Not now"]
    atlas.person("tom").click(asked, asked.buttons()[0])
    assert "no date" not in read(cards(atlas)[0])


def test_the_list_is_in_groups_and_pages_only_for_who_asks(atlas: Office) -> None:
    for number in range(1, 24):
        type_in(atlas, "tom", f"/action @tom step {number} {'today' if number < 3 else ''}")
    sanne = atlas.person("sanne")
    [page] = answers(atlas, "sanne", "/action list @tom")
    assert "tom · 23 open" in read(page)
    assert "Vandaag" in read(page) and "Zonder datum" in read(page)
    assert "en nog 3" in read(page) and page.buttons() == ["Volgende"]
    sanne.click(page, "Volgende")
    page = whispers(atlas, "sanne")[-1]
    assert "step 23" in read(page) and page.buttons() == ["Vorige"]
    assert "te laat" in type_in(atlas, "sanne", "/action list overdue")


def test_in_the_morning_each_gets_one_message_of_what_is_his_on_his_own_clock(atlas: Office) -> None:
    for line in ("@tom write the plan today", "@tom call the supplier tomorrow", "@priya test it by Friday"):
        type_in(atlas, "sanne", f"/action {line}")
    quiet = len(dm(atlas, "tom"))
    atlas.set_clock(datetime(2026, 11, 24, 9, 59))
    assert len(dm(atlas, "tom")) == quiet
    atlas.set_clock(datetime(2026, 11, 24, 10, 0))  # 9:00 in London
    morning = dm(atlas, "tom")[-1]
    assert "Good morning" in read(morning) and "A-1" in read(morning) and "A-2" in read(morning)
    assert "Good morning" not in "".join(map(read, dm(atlas, "priya")))

    atlas.person("tom").click(morning, "Done", "A-1")
    morning = dm(atlas, "tom")[-1]
    assert "Late\n✓ ~write the plan~ · A-1" in read(morning)
    atlas.person("tom").click(morning, "Undo", "A-1")
    assert read(dm(atlas, "tom")[-1]).startswith("Good morning, tom. 1 late, 1 today.")
    atlas.set_clock(datetime(2026, 11, 26, 9, 0))
    assert "Good morning" in read(dm(atlas, "priya")[-1])


def test_home_shows_what_is_mine_and_done_there_it_is_gone_there(atlas: Office) -> None:
    tom = atlas.person("tom")
    type_in(atlas, "tom", "/action list")
    assert "You have no open action items." in str(tom.open_home())
    type_in(atlas, "sanne", "/action @tom write the plan by Friday")
    assert "write the plan" in str(tom.open_home())
    tom.click(tom.home, "Done")
    assert "You have no open action items." in str(tom.home)
    assert read(cards(atlas)[0]).startswith("✓ ~write the plan~")
    assert "in no project yet" in str(atlas.person("gina").open_home())


def test_edited_from_home_it_is_new_there(atlas: Office) -> None:
    tom = atlas.person("tom")
    type_in(atlas, "sanne", "/action @tom write the plan by Friday")
    tom.open_home()
    tom.overflow(tom.home, "Edit")
    tom.fill({"What must be done": "write the whole plan"})
    assert tom.submit() == {}
    assert "write the whole plan" in str(tom.home)
    assert "write the whole plan" in read(cards(atlas)[0])


def test_a_new_date_with_two_meanings_is_asked_and_one_that_is_over_refused(atlas: Office) -> None:
    type_in(atlas, "sanne", "/action @tom write the plan by Friday")
    [asked] = answers(atlas, "tom", "/action due 1 03/04")
    assert "Fri 27 Nov" in read(cards(atlas)[0])
    atlas.person("tom").click(asked, "Thu 4 Mar 2027")
    assert "Thu 4 Mar 2027" in read(cards(atlas)[0])
    assert "has passed" in type_in(atlas, "tom", "/action due 1 20-11-2026")
    assert "Thu 4 Mar 2027" in read(cards(atlas)[0])


def test_who_is_not_in_the_channel_sees_and_changes_nothing(atlas: Office) -> None:
    type_in(atlas, "sanne", "/action @tom write the plan by Friday")
    [told] = dm(atlas, "tom")
    atlas.person("tom").leave("atlas")
    atlas.advance(minutes=6)
    said = atlas.person("tom").click(told, "Done")
    assert "members of the project's channel" in read(said[0])
    assert "write the plan" not in str(atlas.person("tom").open_home())
    assert not read(cards(atlas)[0]).startswith("✓")
