"""Setting up a project, as the people of an office see it."""

import pytest

from storage.tables import ActionItemRow, MemberRow, PendingRequestRow, ProjectRow
from tests.kit.office import Office
from tests.kit.project_form import values
from tests.kit.rows import rows
from tests.kit.story import answer, posts, read, type_in, whispers, words


def present(office: Office, channel: str) -> bool:
    """Whether the bot knows of anybody in the channel."""
    here = office.slack.channel_id(channel)
    return any(row.channel == here for row in rows(office.spil.storage, MemberRow))


def test_what_was_typed_before_there_was_a_project_is_done_once_there_is_one(office: Office) -> None:
    sanne = office.person("sanne")
    offer = answer(office, "sanne", "/spil actie @joost bel de verhuizer", "molen")
    assert read(offer).splitlines() == [
        "Dit kanaal heeft nog geen project. Richt het in, dan doe ik daarna meteen wat je typte.",
        "Je typte: `/spil actie @joost bel de verhuizer`",
        "Project inrichten",
    ]
    sanne.click(offer, "Project inrichten")
    assert values(sanne) == {
        "name": "Molen",
        "manager": sanne.id,
        "sponsor": None,
        "language": "nl",
        "digest_day": "0",
    }
    sanne.fill({"Naam van het project": "Verhuizing", "sponsor": "joost", "digest_day": "vrijdag"})
    assert sanne.submit() == {} and sanne.modal is None

    card, item = words(posts(office, "molen"))
    assert card.splitlines() == [
        "Verhuizing is klaar. Schrijf wat je afspreekt; ik herinner de juiste persoon op het juiste moment.",
        "Instellingen",
        "Wat kan ik typen?",
        "Eerste actiepunt toevoegen",
        "Overleg plannen",
        "sanne leidt het · weekoverzicht vrijdag 09:00",
    ]
    assert "bel de verhuizer" in item and "joost · nog geen datum · van sanne · A-1" in item
    assert rows(office.spil.storage, PendingRequestRow) == []


def test_from_the_first_minute_all_who_are_present_can_be_called_by_name(office: Office) -> None:
    office.person("tom").click(answer(office, "tom", "/action write the plan"), "Set up the project")
    office.person("tom").submit()
    assert "Given to priya" in type_in(office, "tom", "/action give 1 priya")


def test_more_settings_keep_what_was_typed_and_the_ready_project_leads_on(office: Office) -> None:
    tom = office.person("tom")
    tom.command("/project", "atlas")
    tom.fill({"name": "Atlas two", "sponsor": "sanne", "digest_day": "no digest"})
    tom.click(tom.modal, "More settings")
    assert values(tom) == {
        "name": "Atlas two",
        "manager": tom.id,
        "sponsor": office.person("sanne").id,
        "language": "en",
        "digest_day": "none",
        "zone": "Europe/London",
        "working_days": None,
        "day_start": "09:00",
        "day_end": "17:00",
        "digest_time": "09:00",
        "retention_days": "730",
        "ladder": "2, 5, 10",
        "most_postponements": "3",
        "minutes_days": "2",
        "pin": ":pushpin:",
        "notes_asked": None,
        "minutes": None,
        "days_off": None,
    }
    tom.fill({"day_end": "18:00"})
    assert tom.submit() == {}
    [card] = posts(office, "atlas")
    assert read(card).startswith(
        "Atlas two is ready. Write what you agree; I remind the right person at the right time."
    )
    assert read(card).endswith("tom manages · no digest")
    [kept] = rows(office.spil.storage, ProjectRow)
    assert (kept.day_end.hour, kept.digest_day, kept.zone) == (18, None, "Europe/London")

    tom.click(card, "Add the first action item")
    tom.fill({"text": "write the plan"})
    assert tom.submit() == {}
    assert "write the plan" in words(posts(office, "atlas"))[-1]
    sanne = office.person("sanne")
    sanne.overflow(card, "Settings")
    sanne.fill({"digest_day": "vrijdag"})
    assert sanne.submit() == {}
    [card] = [each for each in posts(office, "atlas") if "is ready" in read(each)]
    assert read(card).endswith("tom manages · digest Fridays 09:00")
    sanne.overflow(card, "What can I type?")
    assert read(whispers(office, "sanne")[-1]).startswith("Alle commando’s")


def test_typed_again_pressed_again_and_another_first_do_nothing_twice(office: Office) -> None:
    sanne, tom = office.person("sanne"), office.person("tom")
    offers = [answer(office, "tom", "/action @priya write the plan", "atlas") for _ in range(2)]
    tom.click(offers[0], "Set up the project")
    later = answer(office, "sanne", "/action @tom book a room", "atlas")

    sanne.command("/project", "atlas")
    assert sanne.submit() == {}
    assert tom.submit() == {}
    first = words(whispers(office, "tom"))[-1]
    assert first.startswith("Somebody beat you to it: Atlas is set up already")
    for offer in offers:
        tom.click(offer, "Set up the project")
    sanne.click(later, "Project inrichten")
    sanne.click(later, "Project inrichten")

    office.settle()
    assert len(rows(office.spil.storage, ProjectRow)) == 1
    items = [row.text for row in rows(office.spil.storage, ActionItemRow)]
    assert items == ["write the plan", "book a room"]
    assert sanne.modal is None and tom.modal is None


def test_what_waited_and_cannot_be_is_said_back_and_the_project_stays(office: Office) -> None:
    tom = office.person("tom")
    offer = answer(office, "tom", "/action @gina write the plan", "atlas")
    tom.click(offer, "Set up the project")
    assert tom.submit() == {} and tom.modal is None
    whispered = whispers(office, "tom")[-1]
    assert "gina is a guest" in read(whispered)
    assert "/action @gina write the plan" in read(whispered)
    assert len(rows(office.spil.storage, ProjectRow)) == 1
    assert rows(office.spil.storage, ActionItemRow) == []


def test_in_a_public_channel_it_comes_in_by_itself_and_needs_no_welcome(office: Office) -> None:
    office.slack.add_channel("proj-haven_fase-2", members=["sanne", "joost"])
    sanne = office.person("sanne")
    sanne.click(
        answer(office, "sanne", "/action bel de havenmeester", "proj-haven_fase-2"), "Project inrichten"
    )
    assert values(sanne)["name"] == "Haven fase 2"
    assert sanne.submit() == {}
    card, item = words(posts(office, "proj-haven_fase-2"))
    assert card.startswith("Haven fase 2 is klaar.") and "bel de havenmeester" in item


def test_in_a_private_channel_it_asks_to_be_invited_and_loses_nothing(office: Office) -> None:
    office.slack.add_channel("geheim", members=["sanne", "joost"], private=True)
    sanne = office.person("sanne")
    offer = answer(office, "sanne", "/action bel de notaris", "geheim")
    sanne.click(offer, "Project inrichten")
    assert sanne.modal is None
    assert "`/invite @Spil`" in words(sanne.sees("geheim"))[-1]

    sanne.invite("geheim", "spil")
    [welcome] = words(posts(office, "geheim"))
    assert welcome.startswith("Hallo, ik ben Spil. Ik houd bij wat dit kanaal afspreekt")
    sanne.click(offer, "Project inrichten")
    assert values(sanne)["name"] == "Geheim"
    assert sanne.submit() == {}
    greeting, card, item = words(posts(office, "geheim"))
    assert greeting == "Hallo, ik ben Spil. Ik houd bij wat Geheim afspreekt."
    assert card.startswith("Geheim is klaar.") and "bel de notaris" in item


def test_it_is_invited_taken_out_and_invited_again(office: Office) -> None:
    office.slack.add_channel("haven", members=["tom", "priya"])
    tom = office.person("tom")
    tom.invite("haven", "spil")
    [welcome] = posts(office, "haven")
    assert welcome.buttons() == ["Set up the project"]
    tom.click(welcome, "Set up the project")
    assert tom.submit() == {}
    office.settle()

    office.slack.remove_bot("haven")
    office.wait_for(lambda: not present(office, "haven"))
    assert "I'm not in this channel. Type `/invite @Spil`" in read(
        answer(office, "tom", "/action call the harbour", "haven")
    )
    tom.invite("haven", "spil")
    office.settle()
    tom.command("/action call the harbour", "haven")
    assert [text.splitlines()[0] for text in words(posts(office, "haven"))] == [
        "Hello, I'm Spil. I keep track of what Haven agrees.",
        "Haven is ready. Write what you agree; I remind the right person at the right time.",
        "call the harbour",
    ]


def test_an_archived_channel_stops_nothing(office: Office) -> None:
    office.project("atlas")
    tom = office.person("tom")
    tom.command("/action @tom write the plan", "atlas")
    office.settle()
    office.slack.archive("atlas")
    office.wait_for(lambda: not present(office, "atlas"))
    office.advance(days=3)
    assert "write the plan" not in str(tom.open_home())
    [item] = rows(office.spil.storage, ActionItemRow)
    assert item.text == "write the plan"


def test_guests_and_direct_messages_have_no_project(office: Office) -> None:
    tom = office.person("tom")
    assert "Guests can't see project data here." in read(answer(office, "gina", "/action write", "atlas"))
    assert "Guests can't see project data here." in read(answer(office, "gina", "/project", "atlas"))
    here = tom.say_dm("hello").channel
    office.settle()
    for line in ("/project", "/action write the plan"):
        assert "Type this in your project's channel" in read(answer(office, "tom", line, here))
    assert rows(office.spil.storage, ProjectRow) == []


@pytest.mark.parametrize(
    "line",
    [
        "/action list",
        "/action done 1",
        "/meeting",
        "/meeting Review with @tom friday 14:00",
        "/minutes",
        "/minutes list",
        "/digest",
    ],
)
def test_every_command_offers_the_project_and_goes_on_after_it(office: Office, line: str) -> None:
    tom = office.person("tom")
    offer = answer(office, "tom", line, "atlas")
    assert offer.words().startswith("This channel has no project yet. Set it up")
    tom.click(offer, "Set up the project")
    before = len(tom.sees("atlas"))
    assert tom.submit() == {}
    office.settle()
    answered = len(tom.sees("atlas")) > before + 1
    assert answered or (tom.modal is not None and tom.modal["callback_id"] != "projects.new")
