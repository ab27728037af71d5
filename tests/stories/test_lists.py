"""Seeing and steering many action items: several at once, undo, history, lists and Home."""

from datetime import date, datetime, timedelta

from bot.action_items.model import ActionItems
from bot.people.preferences import Absence, Absences
from bot.sandbox.state import TEAM_ID
from tests.kit.office import Office
from tests.kit.story import answers, card_texts, read, type_in, whispers


def raise_some(office: Office, count: int, channel: str = "atlas", by: str = "sanne") -> None:
    for number in range(1, count + 1):
        type_in(office, by, f"/action @tom write part {number} by 27-11-2026", channel)


def test_several_at_once_with_one_answer_and_one_undo(atlas: Office) -> None:
    raise_some(atlas, 6)
    tom = atlas.person("tom")
    type_in(atlas, "tom", "/action done 2")
    [answer] = answers(atlas, "tom", "/action done 1-3, 5 and 99")
    assert "Done: 3 action items" in read(answer) and "✓ write part 5" in read(answer)
    assert "A-2: is done already" in read(answer) and "A-99: no such number" in read(answer)
    assert answer.buttons() == ["Undo"]
    assert [card[0] for card in card_texts(atlas)] == ["✓", "✓", "✓", "w", "✓", "w"]
    assert len(tom.dm()) == 6 and [message.buttons()[0] for message in tom.dm()].count("Reopen") == 4

    tom.click(answer, "Undo")
    assert [card[0] for card in card_texts(atlas)] == ["w", "✓", "w", "w", "w", "w"]
    undone = whispers(atlas, "tom")[-1]
    assert "Undone: 3 action items" in read(undone) and "write part 1 (A-1) · open again" in read(undone)
    assert undone.buttons() == [] and len(tom.dm()) == 6

    assert "Fri 4 Dec" in type_in(atlas, "tom", "/action due 3 5 next week friday")
    assert "Moved: 2 action items" in type_in(atlas, "tom", "/action due 3-4 5 december")
    assert "Sat 5 Dec" in card_texts(atlas)[3]
    assert "I see no date" in type_in(atlas, "tom", "/action due 3 5 whenever")
    assert "I see no date in `31 february`" in type_in(atlas, "tom", "/action due 3 31 february")
    assert "I see no date in `31 feb 2027`" in type_in(atlas, "tom", "/action due 3 5 31 feb 2027")
    assert "Sat 3 Apr (wk 13) or Thu 4 Mar (wk 9)" in type_in(atlas, "tom", "/action due 3-4 03/04")
    assert "At most 100" in type_in(atlas, "tom", "/action done 1-999")
    type_in(atlas, "priya", "/action done 4")
    told = type_in(atlas, "tom", "/action undo")
    assert "undid nothing" in told and "A-4: @priya finished it" in told
    type_in(atlas, "priya", "/action undo")
    assert "Undone: 2 action items" in type_in(atlas, "tom", "/action undo")
    assert "Fri 4 Dec" in card_texts(atlas)[2] and "Fri 27 Nov" in card_texts(atlas)[3]
    assert "as it was: due Fri 27 Nov." in type_in(atlas, "tom", "/action undo 3")
    assert "Fri 27 Nov" in card_texts(atlas)[2] and "Fri 4 Dec" in card_texts(atlas)[4]
    assert "nothing of yours to undo" in type_in(atlas, "tom", "/action undo 6")


def test_given_together_the_new_owner_gets_one_message_with_the_cards_in_its_thread(atlas: Office) -> None:
    raise_some(atlas, 3)
    priya = atlas.person("priya")
    quiet = len(priya.dm())
    assert "Overgedragen: 3 actiepunten" in type_in(atlas, "sanne", "/action give 1-3 to @priya")
    atlas.settle()
    [headline] = priya.dm()[quiet:]
    assert "sanne gave you 3 action items in #atlas" in read(headline)
    in_thread = priya.sees_thread(headline.channel, headline.ts)[1:]
    assert ["Done" in card.buttons() for card in in_thread] == [True] * 3
    type_in(atlas, "sanne", "/action ongedaan")
    atlas.settle()
    [headline] = priya.dm()[quiet:]
    assert "aren't yours any more" in read(headline)


def test_in_dutch_several_at_once(molen: Office) -> None:
    for number in (1, 2, 3):
        type_in(molen, "sanne", f"/spil actie @joost schrijf deel {number} uiterlijk vrijdag", "molen")
    [answer] = answers(molen, "joost", "/spil actie gereed 1 t/m 3 en 8", "molen")
    assert "Gereed: 3 actiepunten" in read(answer) and "A-8: dat nummer is er niet" in read(answer)
    assert "Heropend: 2 actiepunten" in type_in(molen, "joost", "/spil actie heropen 1 2", "molen")
    moved = type_in(molen, "joost", "/spil actie datum 1, 2 volgende week vrijdag", "molen")
    assert "Verzet: 2 actiepunten" in moved and "vr 4 dec" in moved
    assert "Overgedragen: 2 actiepunten" in type_in(
        molen, "joost", "/spil actie geef 1 2 aan @sanne", "molen"
    )
    assert "Vervallen: 2 actiepunten" in type_in(molen, "joost", "/spil actie vervalt 1,2", "molen")
    back = type_in(molen, "joost", "/spil actie ongedaan maken", "molen")
    assert "Teruggedraaid: 2 actiepunten" in back and "schrijf deel 1 (A-1) · weer open" in back
    assert "actiehouder joost" in type_in(molen, "joost", "/spil actie ongedaan", "molen")


def test_a_list_is_narrowed_by_words_in_any_order_and_turned_by_pages(atlas: Office) -> None:
    for number in range(1, 23):
        type_in(atlas, "tom", f"/action @tom step {number} today")
    type_in(atlas, "priya", "/action @priya écrire the Risk log by 20-12-2026")
    type_in(atlas, "sanne", "/action update the risk log")
    tom = atlas.person("tom")

    [page] = answers(atlas, "tom", "/action list mine today")
    assert "tom · 22 open · today" in read(page) and "and 2 more" in read(page)
    tom.click(page, "Next")
    page = whispers(atlas, "tom")[-1]
    assert "A-22" in read(page) and "tom · 22 open · today" in read(page)
    assert page.buttons() == ["Previous"]

    found = type_in(atlas, "tom", '/action list ECRIRE "risk log"')
    assert "1 open · with “ECRIRE risk log”" in found and "A-23" in found
    assert "A-24" in type_in(atlas, "tom", "/action list no owner no date")
    assert "A-23" not in type_in(atlas, "tom", "/action list added by @sanne")
    by_owner = type_in(atlas, "tom", "/action list risk by owner")
    assert by_owner.index("priya") < by_owner.index("Nobody yet")
    nothing = type_in(atlas, "tom", "/action list overdeu")
    assert "No open action items match “overdeu”." in nothing and "`/action list overdue`" in nothing
    assert "No action items found" in type_in(
        atlas, "tom", "/action list mine waiting next week done dropped"
    )
    assert "I don't know" in type_in(atlas, "tom", "/action list @nobody")


def test_in_dutch_a_list_tells_who_is_away_and_history_what_happened(molen: Office) -> None:
    type_in(molen, "sanne", "/spil actie @joost bel de verhuizer uiterlijk vrijdag", "molen")
    type_in(molen, "joost", "/spil actie datum 1 4 december omdat de verhuizer vol zit", "molen")
    type_in(molen, "joost", "/spil actie ongedaan", "molen")
    type_in(molen, "joost", "/spil actie datum 1 11 december", "molen")
    with molen.spil.storage.unit_of_work() as uow:
        joost, days = molen.slack.user_id("joost"), (date(2026, 11, 20), date(2026, 11, 30))
        uow.of(Absences).add(Absence(team=TEAM_ID, user=joost, first=days[0], last=days[1]))
    listed = type_in(molen, "sanne", "/spil actie lijst van @joost deze week of volgende week", "molen")
    assert "Geen open actiepunten gevonden" in listed
    listed = type_in(molen, "sanne", "/spil actie lijst door mij toegevoegd per persoon", "molen")
    assert "Atlas" not in listed and "1 open · toegevoegd door sanne · per actiehouder" in listed
    assert "joost (afwezig t/m ma 30 nov)" in listed and "1× uitgesteld" in listed

    told = type_in(molen, "sanne", "/spil actie geschiedenis 1", "molen")
    assert "bel de verhuizer · A-1 · 4 wijzigingen" in told
    steps = told.splitlines()[1:]
    assert "sanne voegde het toe voor joost, uiterlijk vr 27 nov" in steps[0]
    assert "joost verzette het naar vr 4 dec: “omdat de verhuizer vol zit”" in steps[1] and steps[1].endswith(
        "ongedaan gemaakt_"
    )
    assert "joost maakte de laatste wijziging ongedaan" in steps[2]
    assert "joost verzette het naar vr 11 dec" in steps[3]
    assert "geen actiepunt 9" in type_in(molen, "sanne", "/spil actie historie 9", "molen")


def test_a_long_history_opens_at_its_newest_page(atlas: Office) -> None:
    type_in(atlas, "tom", "/action @tom write the plan")
    for _ in range(7):
        type_in(atlas, "tom", "/action done 1")
        type_in(atlas, "priya", "/action reopen 1")
    [page] = answers(atlas, "tom", "/action history 1")
    assert "changes 4–15 of 15" in read(page) and page.buttons() == ["Previous"]
    assert "Mon 23 Nov 08:00 · priya reopened it" in read(page)  # on London's clock
    atlas.person("tom").click(page, "Previous")
    page = whispers(atlas, "tom")[-1]
    assert "changes 1–12 of 15" in read(page) and "tom added it" in read(page)
    assert page.buttons() == ["Next"]


def test_a_list_of_one_person_or_by_owner_says_each_name_once(atlas: Office) -> None:
    type_in(atlas, "tom", "/action @priya test the portal by Friday")
    type_in(atlas, "tom", "/action sort the archive by Friday")
    by_owner = type_in(atlas, "tom", "/action list by owner")
    assert "priya\n• test the portal · Fri 27 Nov · A-1\n" in by_owner
    assert "Nobody yet\n• sort the archive · Fri 27 Nov · A-2\n" in by_owner
    assert "• test the portal · Fri 27 Nov · A-1\n" in type_in(atlas, "priya", "/action mine")
    assert "• test the portal · priya · Fri 27 Nov · A-1\n" in type_in(atlas, "priya", "/action list")


def test_home_shows_what_waits_what_is_mine_and_what_i_raised(atlas: Office) -> None:
    tom, sanne = atlas.person("tom"), atlas.person("sanne")
    type_in(atlas, "sanne", "/action @tom write the plan by Friday")
    type_in(atlas, "sanne", "/action @priya test the plan by 4 December")
    with atlas.spil.storage.unit_of_work() as uow:
        waiting = uow.of(ActionItems).get(1, 2)
        assert waiting is not None
        uow.of(ActionItems).put(waiting.model_copy(update={"waits_for": 1}))

    home = str(tom.open_home())
    assert "*1 this week*" in home and "write the plan · Fri 27 Nov · <#" in home
    assert "Others wait for me" in home and "waits for your A-1" in home
    assert home.index("write the plan") < home.index("Others wait for me") < home.index("Each working day")
    assert "Added by me" not in home
    tom.overflow(tom.home, "Other date")
    tom.fill({"New date": "2026-12-01", "Why": "the figures come late"})
    assert tom.submit() == {}
    tom.click(tom.home, "Done")
    assert "Nothing to do right now" in str(tom.home) and "You have no open action items." in str(tom.home)
    assert "Others wait for me" not in str(tom.home)

    assert "Door mij toegevoegd" not in str(sanne.open_home())
    atlas.set_clock(datetime(2026, 12, 7, 12))
    home = str(sanne.open_home())
    assert "Door mij toegevoegd, en te laat" in home and "write the plan" not in home
    assert "test the plan · priya · 3 dagen te laat · <#" in home


def test_a_counter_offer_is_answered_in_home(atlas: Office) -> None:
    tom, sanne = atlas.person("tom"), atlas.person("sanne")
    type_in(atlas, "sanne", "/action @tom write the plan by Friday")
    atlas.settle()
    tom.click(tom.dm()[0], "Other date")
    tom.fill({"New date": "2026-12-11", "Why": "the figures come late"})
    assert tom.submit() == {}
    atlas.settle()
    home = str(sanne.open_home())
    assert "Wacht op mijn antwoord" in home and "the figures come late" in home
    sanne.click(sanne.home, "Akkoord")
    assert "Wacht op mijn antwoord" not in str(sanne.home)
    assert "vr 11 dec" in str(tom.open_home()) or "Fri 11 Dec" in str(tom.open_home())


def test_home_asks_who_is_present_in_no_other_channel_than_those_that_it_shows(molen: Office) -> None:
    molen.project("atlas", manager=molen.slack.user_id("tom"))
    type_in(molen, "joost", "/spil actie @sanne tel het geld", "molen")
    type_in(molen, "tom", "/action @tom count the boxes", "atlas")
    molen.settle()
    molen.slack.advance(timedelta(minutes=6))
    before = len(members_asked(molen))
    assert "tel het geld" in str(molen.person("sanne").open_home())
    [asked] = members_asked(molen)[before:]
    assert molen.slack.channel_id("molen") in asked


def members_asked(office: Office) -> list[str]:
    """Calls by which Slack was asked who is in a channel, one after the other."""
    return [call.summary for call in office.slack.traffic() if call.name == "conversations.members"]


def test_a_list_is_narrowed_and_opened_from_its_foot(atlas: Office) -> None:
    tom = atlas.person("tom")
    type_in(atlas, "sanne", "/action @tom write the plan by 27-11-2026")
    type_in(atlas, "sanne", "/action order chairs")
    type_in(atlas, "tom", "/action done 1")
    [page] = answers(atlas, "tom", "/action list")
    assert "Atlas · 1 open" in read(page) and "order chairs · nobody yet · no date · A-2" in read(page)
    tom.choose(page, "Open an item", "order chairs · A-2")
    *_, page, card = whispers(atlas, "tom")
    assert "order chairs" in read(card) and "Edit" in str(card.blocks) and "1 open" in read(page)
    tom.choose(page, "Filter", "Mine")
    empty = whispers(atlas, "tom")[-2]
    assert "You have no open action items." in read(empty)
    assert empty.buttons() == ["All open", "Include done"]
    tom.click(empty, "Include done")
    assert "✓ write the plan · done Mon 23 Nov · A-1" in read(whispers(atlas, "tom")[-2])


def test_in_het_nederlands_wordt_een_lijst_onderaan_versmald(molen: Office) -> None:
    joost = molen.person("joost")
    type_in(molen, "sanne", "/spil actie @joost bel de verhuizer uiterlijk vrijdag", "molen")
    [page] = answers(molen, "joost", "/spil actie lijst", "molen")
    assert "bel de verhuizer · joost · vr 27 nov · A-1" in read(page)
    joost.choose(page, "Filter", "Te laat")
    empty = whispers(molen, "joost", "molen")[-1]
    assert "Geen open actiepunten gevonden: te laat." in read(empty)
    assert empty.buttons() == ["Alle open", "Ook gereed"]
    joost.click(empty, "Alle open")
    assert "Molen · 1 open" in read(whispers(molen, "joost", "molen")[-1])


def test_what_is_seldom_filled_in_is_one_press_away(atlas: Office) -> None:
    tom = atlas.person("tom")
    tom.command("/action", "atlas")
    assert "Owner" in str(tom.modal) and "Helpers" not in str(tom.modal)
    tom.fill({"What must be done": "write the plan"})
    tom.click(tom.modal, "More")
    tom.fill({"Helpers": ["priya"]})
    assert tom.submit() == {}
    tom.command("/action edit 1", "atlas")
    assert "write the plan" in str(tom.modal) and "Helpers" in str(tom.modal)
    assert "More" not in str(tom.modal)
