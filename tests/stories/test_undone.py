"""Undo says what it took back, in words and each item once; what came to nothing is no news."""

from datetime import date, datetime

from bot.core.context import by_clock
from bot.digests import digest
from tests.kit.office import Office
from tests.kit.story import digests, dm, posts, read, type_in


def ask_for(office: Office, who: str, day: date, why: str, button: str) -> None:
    person = office.person(who)
    person.click(dm(office, who)[0], button)
    person.fill({"due": day.isoformat(), "reason": why})
    person.submit()


def test_an_agreed_date_taken_back_says_that_the_question_is_open_again(atlas: Office) -> None:
    type_in(atlas, "tom", "/action @priya update the risk log by Friday")
    ask_for(atlas, "priya", date(2026, 12, 2), "the supplier is late", "Other date")
    atlas.person("tom").click(dm(atlas, "tom")[0], "Agree")
    assert type_in(atlas, "tom", "/action undo") == (
        "Undone: update the risk log (A-1) is as it was: "
        "due Fri 27 Nov · "
        "priya waits for an answer again: another date, Wed 2 Dec (the supplier is late)."
    )
    history = type_in(atlas, "tom", "/action history 1")
    assert "priya asked for another date, Wed 2 Dec" in history
    assert "tom moved it to Wed 2 Dec" in history


def test_in_dutch_too_also_where_somebody_else_should_do_it(molen: Office) -> None:
    type_in(molen, "sanne", "/spil actie @joost bestel 40 verhuisdozen uiterlijk vrijdag", "molen")
    joost, sanne = molen.person("joost"), molen.person("sanne")
    joost.overflow(dm(molen, "joost")[0], "Niet van mij")
    joost.fill({"owner": molen.slack.user_id("sanne"), "reason": "ik ben op reis"})
    joost.submit()
    sanne.click(dm(molen, "sanne")[0], "Laat bij joost")
    taken = type_in(molen, "sanne", "/spil actie ongedaan", "molen")
    assert "joost wacht weer op antwoord: een andere actiehouder, sanne (ik ben op reis)" in taken
    assert "geen" not in taken


def test_each_item_is_named_once_with_all_that_went_back(atlas: Office) -> None:
    type_in(atlas, "sanne", "/action @tom sign the contract every Monday")
    type_in(atlas, "sanne", "/action @priya order the servers by Friday")
    type_in(atlas, "sanne", "/action wait 2 for 1")
    type_in(atlas, "sanne", "/action done 1 2")
    assert "A-2" in type_in(atlas, "sanne", "/action list done")
    taken = type_in(atlas, "sanne", "/spil action undo").splitlines()
    assert taken[0] == "Teruggedraaid: 3 actiepunten"
    assert ["(A-1)" in taken[1], "(A-2)" in taken[2], "(A-3)" in taken[3]] == [True] * 3
    assert taken[2] == "order the servers (A-2) · weer open · wacht op A-1"


def test_undone_by_number_or_by_its_button_what_followed_is_said_too(atlas: Office) -> None:
    type_in(atlas, "tom", "/action @tom check the backups every Monday")
    type_in(atlas, "tom", "/action done 1")
    assert type_in(atlas, "tom", "/action undo 1").splitlines() == [
        "Undone: 2 action items",
        "check the backups (A-1) · open again",
        "check the backups (A-2) · dropped",
    ]


def test_raised_and_undone_before_anybody_acted_is_no_news_in_the_digest(office: Office) -> None:
    project = office.project("atlas")
    with office.spil.storage.unit_of_work() as uow:
        digest.schedule(by_clock(uow, office.slack.clock.now(), project))
    for line in ("@priya paint the hall by Friday", "undo", "@priya paint the door by Friday", "drop 2"):
        type_in(office, "tom", f"/action {line}")
    type_in(office, "tom", "/action @tom check the backups every Monday")
    for line in ("done 3", "undo"):
        type_in(office, "tom", f"/action {line}")
    type_in(office, "tom", "/action @tom lock the hall by Friday")
    for line in ("undo", "reopen 5"):
        type_in(office, "tom", f"/action {line}")
    office.set_clock(datetime(2026, 11, 30, 9))
    [[headline, detail]] = digests(office)
    assert read(headline).splitlines()[1] == "2 late"
    told = read(detail)
    assert "A-1" not in told and "A-4" not in told
    assert "Dropped\n• priya · paint the door (A-2)" in told and "lock the hall · 3 days late (A-5)" in told


def test_a_week_of_nothing_but_that_has_no_digest(office: Office) -> None:
    project = office.project("molen", language="nl")
    with office.spil.storage.unit_of_work() as uow:
        digest.schedule(by_clock(uow, office.slack.clock.now(), project))
    said = type_in(office, "sanne", "/spil actie @joost bel de molenaar", "molen") == ""
    type_in(office, "sanne", "/spil actie ongedaan", "molen")
    office.set_clock(datetime(2026, 11, 30, 9))
    assert digests(office, "molen") == [] and len(posts(office, "molen")) == 1 and said
