"""Words of commands: those that people try, those that stand in a text, and those that nobody declared."""

import pytest

from tests.kit.office import Office
from tests.kit.story import PLAN, answer, card_texts, cards, form, meetings, read, type_in, whispers

GUIDE = "/action @priya write the migration guide by friday"


def said_in_person(office: Office, who: str, text: str) -> str:
    """What comes back."""
    person = office.person(who)
    before = len(person.dm())
    office.happens(lambda: person.say_dm(text))
    return "\n".join(read(message) for message in person.dm()[before + 1 :])


@pytest.mark.parametrize(
    "line", ["/action 1", "/action A-1", "/action show 1", "/action open a-1.", "/spil actie toon 1"]
)
def test_a_number_shows_the_item_and_posts_nothing(atlas: Office, line: str) -> None:
    type_in(atlas, "tom", GUIDE)
    told = answer(atlas, "tom", line)
    assert read(told).startswith("write the migration guide") and "priya · " in read(told)
    assert told.buttons() == ["Done"] and "Edit\nHistory\nDrop" in read(told) and len(cards(atlas)) == 1


def test_every_noun_shows_its_records_by_number_letter_and_word(atlas: Office) -> None:
    type_in(atlas, "tom", "/decision we go live in May")
    type_in(atlas, "tom", PLAN)
    type_in(atlas, "tom", "/minutes Decided: we go live in May")
    atlas.settle()
    for command, letter, text in (("decision", "B", "we go live"), ("meeting", "M", "Sprint review")):
        for typed in ("1", f"{letter}-1", "show 1", "toon 1"):
            assert text in type_in(atlas, "tom", f"/{command} {typed}"), typed
    assert "N-1" in type_in(atlas, "tom", "/minutes 1") and "N-1" in type_in(
        atlas, "tom", "/minutes show N-1"
    )
    assert "we go live" in type_in(atlas, "tom", "/action B-1")
    assert "There's no N-9" in type_in(atlas, "tom", "/minutes 9")
    assert "Er is geen N-9" in type_in(atlas, "sanne", "/minutes toon 9")


def test_the_words_that_people_try_do_what_they_say(atlas: Office) -> None:
    for text in ("add a page", "call the printer", "clear the hall", "water the plants"):
        type_in(atlas, "tom", f"/action {text}")
    assert "Given to priya: add a page (A-1)." in type_in(atlas, "tom", "/action assign 1 to @priya")
    assert "joost" not in card_texts(atlas)[0] and "priya" in card_texts(atlas)[0]
    assert "tom" in type_in(atlas, "sanne", "/spil actie wijs 1 toe aan @tom")
    assert "1 Dec" in type_in(atlas, "tom", "/action move 1 to 1 December because it rains")
    assert "vr 4 dec" in type_in(atlas, "sanne", "/spil actie verzet 1 naar 4 december")
    for who, typed, day in (
        ("tom", "postpone 1 by a week", "Fri 11 Dec"),
        ("sanne", "verzet 1 met een week", "vr 18 dec"),
        ("tom", "move 1 to monday", "Mon 30 Nov"),  # it is a Monday
        ("tom", "postpone 1, 2 and 3 to 11 dec", "Moved: 3 action items"),
        ("tom", "postpone 1-3 to monday", "Moved: 3 action items"),
        ("tom", "postpone 2 to 31 february", "I see no date in `31 february`"),
    ):
        assert day in type_in(atlas, who, f"/spil action {typed}"), typed
    assert type_in(atlas, "tom", "/action close 1").startswith("Done: add")
    assert type_in(atlas, "sanne", "/spil actie sluit 2").startswith("Gereed: call")
    assert type_in(atlas, "tom", "/action remove 3").startswith("Dropped: clear")
    assert type_in(atlas, "sanne", "/spil actie verwijder A-4").startswith("Vervallen: water")
    type_in(atlas, "sanne", "/spil actie bewerk 1")
    assert "add a page" in form(atlas, "sanne")
    type_in(atlas, "tom", "/decision we go live in May")
    assert "Withdrawn: " in type_in(atlas, "tom", "/decision delete 1")
    type_in(atlas, "tom", PLAN)
    for typed, when in (
        ("to thursday 15:00", "Sprint review is now Thu 26 Nov, 15:00–15:45 (Amsterdam time).\n"),
        ("an hour later", "Sprint review is now Thu 26 Nov, 16:00–16:45"),
        ("by a week", "Sprint review is now Thu 3 Dec, 16:00–16:45"),
    ):
        assert type_in(atlas, "tom", f"/meeting move 1 {typed}").startswith(when), typed
    assert "Cancelled: " in type_in(atlas, "tom", "/meeting remove 1")
    assert len(card_texts(atlas)) == 4


@pytest.mark.parametrize(
    "text",
    [
        "due diligence report",
        "datum prikken kerstborrel",
        "repeat 3 tests",
        "hulp regelen",
        "close the window",
        "close 2 windows",
        "show Tom the plan",
        "assign roles in the team",
        "verwijder oude accounts",
        "toon de cijfers aan het team",
        "edit session",
        "sluit de poort",
    ],
)
def test_words_of_commands_in_a_text_are_text(atlas: Office, text: str) -> None:
    type_in(atlas, "tom", f"/action {text}")
    assert [card.splitlines()[0] for card in card_texts(atlas)] == [text]


def test_a_filter_alone_is_the_list_in_both_languages(atlas: Office) -> None:
    type_in(atlas, "tom", "/action @tom call the supplier by tomorrow")
    type_in(atlas, "tom", GUIDE)
    atlas.advance(days=3)
    for line in ("/action overdue", "/action mine", "/action mine overdue", "/action @tom overdue"):
        told = type_in(atlas, "tom", line)
        assert "1 open" in told and "call the supplier" in told, line
    assert "call the supplier · tom · 2 dagen te laat · A-1" in type_in(atlas, "sanne", "/spil actie te laat")
    assert "2 actiepunten · alle" in type_in(atlas, "sanne", "/spil actie alle")
    assert "Je hebt geen" in type_in(atlas, "sanne", "/spil actie van mij")
    assert len(cards(atlas)) == 2


def test_done_alone_lists_my_open_ones_each_with_its_button(atlas: Office) -> None:
    type_in(atlas, "tom", "/action @tom call the supplier by tomorrow")
    type_in(atlas, "tom", "/action @tom write the plan by friday")
    type_in(atlas, "tom", GUIDE)
    tom = atlas.person("tom")
    mine = answer(atlas, "tom", "/action done")
    assert "A-1" in read(mine) and "A-2" in read(mine) and "A-3" not in read(mine)
    assert mine.buttons() == ["Done", "Done"]
    tom.click(mine, "Done", mine.blocks[2]["block_id"])
    left = whispers(atlas, "tom")[-1]
    assert read(left).startswith("✓ call the supplier") and left.buttons() == ["Undo", "Done"]
    assert card_texts(atlas)[0].startswith("✓")
    tom.click(left, "Undo")
    assert not card_texts(atlas)[0].startswith("✓")
    assert "Je hebt geen open actiepunten" in type_in(atlas, "sanne", "/spil actie gereed")


def test_an_unknown_word_with_a_number_asks_and_posts_nothing(atlas: Office) -> None:
    type_in(atlas, "tom", GUIDE)
    tom = atlas.person("tom")
    asked = answer(atlas, "tom", "/action foo 1")
    assert read(asked).startswith("Did you mean A-1 write the migration guide?")
    assert asked.buttons() == ["Open it", "Add “foo 1” as an item"] and len(cards(atlas)) == 1
    tom.click(asked, "Open it")
    assert read(whispers(atlas, "tom")[-1]).startswith("write the migration guide")
    asked = answer(atlas, "sanne", "/spil actie fase 1")
    assert asked.buttons() == ["Openen", "Voeg “fase 1” toe als actiepunt"]
    atlas.person("sanne").click(asked, "Voeg “fase 1” toe als actiepunt")
    assert card_texts(atlas)[1].startswith("fase 1\n") and len(cards(atlas)) == 2
    asked = answer(atlas, "tom", "/action archive 99")
    assert "I don't know `archive 99`" in read(asked) and "You typed: `/action archive 99`" in read(asked)
    assert asked.buttons() == ["Add “archive 99” as an item"] and len(cards(atlas)) == 2
    asked = answer(atlas, "tom", "/decision foo 12")
    assert asked.buttons() == ["Record “foo 12”"]


def test_a_number_first_or_without_its_mark_means_the_item(atlas: Office) -> None:
    type_in(atlas, "tom", GUIDE)
    for line in ("/action a1", "/action #1", "/action 1 open", "/spil A1"):
        assert type_in(atlas, "tom", line).startswith("write the migration guide"), line
    assert type_in(atlas, "tom", "/action 1 done").startswith("Done: write the migration guide")
    assert type_in(atlas, "sanne", "/spil actie #1 heropen").startswith("Heropend: write the migration guide")
    asked = answer(atlas, "tom", "/action 1 friday")
    assert read(asked).startswith("Did you mean A-1 write the migration guide?") and len(cards(atlas)) == 1
    assert "Verzet naar" in type_in(atlas, "sanne", "/spil actie uitstel 1 volgende week")
    type_in(atlas, "tom", "/action 3 boxes for the attic")
    assert card_texts(atlas)[1].startswith("3 boxes for the attic\n")


def test_a_verb_before_words_of_one_record_asks_whether_that_is_meant(atlas: Office) -> None:
    type_in(atlas, "tom", GUIDE)
    type_in(atlas, "tom", PLAN)
    for line, question in (
        ("/action done migration guide", "Did you mean A-1 write the migration guide?"),
        ("/meeting cancel Sprint review", "Did you mean M-1 Sprint review?"),
        ("/spil overleg uitstel sprint review", "Bedoelde je M-1 Sprint review?"),
    ):
        who = "sanne" if "overleg" in line else "tom"
        assert type_in(atlas, who, line).startswith(question), line
    type_in(atlas, "tom", "/action done deal with the bank")
    assert card_texts(atlas)[-1].startswith("done deal with the bank\n")
    assert "Almost. Type it like this: `/action due 1 friday`." in type_in(atlas, "tom", "/action due 1")


def test_a_slip_is_guessed_in_the_language_of_who_types_and_can_be_a_text_after_all(atlas: Office) -> None:
    slip = answer(atlas, "tom", "/action overdeu")
    assert "Did you mean `/action overdue`?" in read(slip) and "You typed: `/action overdeu`" in read(slip)
    atlas.person("tom").click(slip, "Add “overdeu” as an item")
    assert card_texts(atlas)[0].startswith("overdeu\n")
    assert "Bedoelde je `/spil actie gereed 1`?" in type_in(atlas, "sanne", "/spil actie gereeed 1")


def test_spil_list_and_away_none_do_what_they_say(atlas: Office) -> None:
    type_in(atlas, "tom", GUIDE)
    assert "1 open" in type_in(atlas, "tom", "/spil list")
    assert "1 open" in type_in(atlas, "sanne", "/spil lijst")
    assert "write the migration guide" in type_in(atlas, "tom", "/spil A-1")
    type_in(atlas, "tom", "/spil away 22 dec – 2 jan")
    gone = answer(atlas, "tom", "/spil away none")
    assert "no longer away" in read(gone) and gone.buttons() == ["Undo"]
    assert "no days away ahead" in type_in(atlas, "tom", "/spil away")
    atlas.person("tom").click(gone, "Undo")
    assert "Tue 22 Dec" in type_in(atlas, "tom", "/spil away list")
    type_in(atlas, "sanne", "/spil weg morgen")
    assert "niet meer afwezig" in type_in(atlas, "sanne", "/spil weg geen")
    for line in ("/spil weg geen", "/spil weg ik ben terug", "/spil weg uit"):
        assert "geen afwezigheid" in type_in(atlas, "sanne", line)


def test_who_is_in_a_project_is_greeted_with_what_is_theirs_and_what_to_try(atlas: Office) -> None:
    type_in(atlas, "tom", "/action @tom call the supplier by tomorrow")
    for text in ("hello", "hey", "Hi Spil!"):
        assert "Hello tom! 1 this week. What would you like to do?" in said_in_person(atlas, "tom", text)
    assert "You're welcome!" in said_in_person(atlas, "tom", "thanks")
    told = said_in_person(atlas, "sanne", "hoi")
    assert "Hallo sanne! Je hebt niets te doen. Wat wil je doen?" in told
    tom = atlas.person("tom")
    greeting = next(message for message in reversed(tom.dm()) if "Hello" in read(message))
    assert greeting.buttons() == ["Add an action item", "Plan a meeting", "Paste notes", "My list"]
    tom.click(greeting, "Plan a meeting")
    assert "New meeting" in form(atlas, "tom")
    tom.close_modal()
    tom.click(greeting, "My list")
    assert "call the supplier" in read(tom.dm()[-1])
    assert len(cards(atlas)) == 1


def test_what_is_so_already_is_said_by_its_name(atlas: Office) -> None:
    for text in ("we go live", "we wait"):
        type_in(atlas, "tom", f"/decision {text}")
    type_in(atlas, "tom", "/decision withdraw 1 2")
    assert "B-1–B-2: are withdrawn already" in type_in(atlas, "tom", "/decision withdraw 1 2")
    type_in(atlas, "tom", "/action drop the old plan by friday")
    type_in(atlas, "tom", "/action drop 1")
    assert "tom dropped it" in type_in(atlas, "tom", "/action history 1")
    assert "is dropped already" in type_in(atlas, "tom", "/action done 1")
    assert "A-1: is al vervallen" in type_in(atlas, "sanne", "/action vervalt 1 9")


def test_a_day_that_is_just_over_is_among_those_to_choose(atlas: Office) -> None:
    asked = answer(atlas, "tom", "/action @tom plan it friday 20 november")
    assert asked.buttons()[:2] == ["Sat 20 Nov 2027", "Fri 20 Nov"]
    atlas.person("tom").click(asked, "Fri 20 Nov")
    assert "Fri 20 Nov" in card_texts(atlas)[0]


def test_a_time_that_no_clock_shows_is_named_and_the_day_is_kept(atlas: Office) -> None:
    told = type_in(atlas, "tom", "/meeting Sprint review with @priya tuesday 25:00")
    assert "`25:00` isn't a time" in told and "on which day" not in told
    told = type_in(atlas, "sanne", "/meeting Sprintreview met @priya dinsdag 25:00")
    assert "`25:00` is geen kloktijd" in told


def test_who_is_called_by_name_behind_with_is_invited_and_nobody_else(atlas: Office) -> None:
    assert type_in(atlas, "tom", "/meeting Sync with Priya and sanne friday 10:00") == ""
    assert type_in(atlas, "tom", "/meeting Demo with @priya, sanne friday 15:00") == ""
    for card in meetings(atlas):
        assert "No answer yet (2): priya, sanne" in read(card)
    assert "I don't know supplier" in type_in(atlas, "tom", "/meeting Review with supplier friday 12:00")


def test_in_dutch_too(molen: Office) -> None:
    assert (
        type_in(molen, "sanne", "/spil overleg Lunch met Joost en de catering vrijdag 12:30", "molen") == ""
    )
    assert "Lunch met de catering\nvr 27 nov" in read(meetings(molen, "molen")[0])
    assert "Nog geen antwoord (1): joost" in read(meetings(molen, "molen")[0])
