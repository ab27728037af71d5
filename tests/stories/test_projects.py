"""Setting up a project and changing it, as the people of an office see it."""

from datetime import datetime

import pytest

from bot.sandbox import Message
from bot.sandbox.person import Person
from storage.tables import ActionItemRow, DraftRow, MemberRow, ProjectRow
from tests.stories.office import Office
from tests.usecases.rows import rows


def words(messages: list[Message]) -> list[str]:
    return [message.words().replace("*", "") for message in messages]


def posts(office: Office, channel: str) -> list[Message]:
    """What the bot posted for all to see."""
    office.settle()
    by_bot = [each for each in office.slack.history(channel) if each.user == office.slack.bot_user_id]
    return [message for message in by_bot if not message.ephemeral_to]


def typed(person: Person, line: str, channel: str) -> Message:
    """The one answer that only this person sees."""
    [answer] = [message for message in person.command(line, channel) if message.ephemeral_to]
    return answer


def present(office: Office, channel: str) -> bool:
    """Whether the bot knows of anybody in the channel."""
    here = office.slack.channel_id(channel)
    return any(row.channel == here for row in rows(office.spil.storage, MemberRow))


def values(person: Person) -> dict[str, object]:
    """What the open form holds at first, by field."""
    assert person.modal is not None
    inputs = {block["block_id"]: block["element"] for block in person.modal["blocks"]}
    kept = ("initial_value", "initial_user", "initial_time")
    shown = {
        field: next((each[name] for name in kept if name in each), None) for field, each in inputs.items()
    }
    for field in ("language", "digest_day", "retention_days"):
        shown[field] = inputs[field]["initial_option"]["value"]
    return shown


def test_what_was_typed_before_there_was_a_project_is_done_once_there_is_one(office: Office) -> None:
    sanne = office.person("sanne")
    offer = typed(sanne, "/spil actie @joost bel de verhuizer", "molen")
    assert words([offer])[0].splitlines() == [
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
        "zone": "Europe/Amsterdam",
        "working_days": None,
        "day_start": "09:00",
        "day_end": "17:00",
        "digest_day": "0",
        "digest_time": "09:00",
        "retention_days": "730",
        "ladder": "2, 5, 10",
        "most_postponements": "3",
        "pin": ":pushpin:",
        "days_off": None,
    }
    sanne.fill({"Naam van het project": "Verhuizing", "sponsor": "joost", "digest_day": "vrijdag"})
    assert sanne.submit() == {} and sanne.modal is None

    card, item = words(posts(office, "molen"))
    assert card.splitlines() == [
        "Verhuizing is ingericht. Hier ga ik van uit:",
        "• Projectmanager: sanne",
        "• Opdrachtgever: joost",
        "• Taal: Nederlands",
        "• Tijdzone: Europe/Amsterdam",
        "• Werkdagen: maandag, dinsdag, woensdag, donderdag, vrijdag",
        "• Werktijd: 09:00–17:00",
        "• Weekoverzicht: elke vrijdag om 09:00",
        "• Bewaartermijn: 2 jaar",
        "Wijzigen",
    ]
    assert "A-1 · bel de verhuizer" in item and "actiehouder joost" in item
    assert rows(office.spil.storage, DraftRow) == []


def test_typed_again_pressed_again_and_another_first_do_nothing_twice(office: Office) -> None:
    sanne, tom = office.person("sanne"), office.person("tom")
    offers = [typed(tom, "/action @priya write the plan", "atlas") for _ in range(2)]
    tom.click(offers[0], "Set up the project")
    later = typed(sanne, "/action @tom book a room", "atlas")

    sanne.command("/project", "atlas")
    assert sanne.submit() == {}
    assert tom.submit() == {}
    first, then = words([each for each in tom.sees("atlas") if each.ephemeral_to])[-2:]
    assert first.startswith("Somebody else was first: Atlas is set up already")
    assert then.startswith("A-1 is noted. By when?")
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
    offer = typed(tom, "/action @gina write the plan", "atlas")
    tom.click(offer, "Set up the project")
    assert tom.submit() == {} and tom.modal is None
    whispered = [each for each in tom.sees("atlas") if each.ephemeral_to][-1]
    assert "gina is a guest" in words([whispered])[0]
    assert "/action @gina write the plan" in words([whispered])[0]
    assert len(rows(office.spil.storage, ProjectRow)) == 1
    assert rows(office.spil.storage, ActionItemRow) == []


def test_what_is_wrong_in_the_form_stands_at_its_field_and_the_rest_is_kept(office: Office) -> None:
    tom = office.person("tom")
    tom.command("/project Atlas & <co>", "atlas")
    assert values(tom)["name"] == "Atlas & <co>"
    tom.fill({"name": "  ", "zone": "Europe/Amsterdm"})
    assert tom.submit() == {
        "name": "Give the project a name.",
        "zone": "I know no time zone Europe/Amsterdm. Did you mean Europe/Amsterdam?",
    }
    tom.fill({"name": "Atlas & <co>", "zone": "amsterdam", "manager": "gina"})
    assert list(tom.submit()) == ["manager"]
    tom.fill({"manager": "tom", "day_end": "08:00"})
    assert tom.submit() == {"day_end": "Choose an end later than 09:00."}
    tom.fill({"day_end": "18:00", "digest_day": "no digest"})
    assert tom.submit() == {}
    [card] = words(posts(office, "atlas"))
    assert "Atlas & <co> is set up" in card and "Weekly digest: no digest" in card


def test_it_is_shown_and_changed_and_the_card_follows(office: Office) -> None:
    office.project("atlas", manager=office.slack.user_id("tom"))
    tom, sanne = office.person("tom"), office.person("sanne")
    summary = typed(sanne, "/spil project", "atlas")
    assert words([summary])[0].startswith("Het project van dit kanaal is Atlas.")
    sanne.click(summary, "Wijzigen")
    tom.click(typed(tom, "/project", "atlas"), "Change")

    sanne.fill({"name": "Atlas 2"})
    assert sanne.submit() == {}
    tom.fill({"name": "Atlas two"})
    assert tom.submit() == {"name": "@sanne has changed it since. Look at it once more before you change it."}
    tom.close_modal()
    tom.command("/project Atlas two", "atlas")
    assert tom.submit() == {}
    [card] = words(posts(office, "atlas"))
    assert card.startswith("Atlas two is set up.")
    assert [row.name for row in rows(office.spil.storage, ProjectRow)] == ["Atlas two"]


def test_how_what_stays_overdue_goes_up_and_when_nobody_works_is_set_in_words(office: Office) -> None:
    office.project("molen", language="nl")
    sanne = office.person("sanne")
    sanne.click(typed(sanne, "/spil project", "molen"), "Wijzigen")
    assert {name: values(sanne)[name] for name in ("ladder", "most_postponements", "pin", "days_off")} == {
        "ladder": "2, 5, 10",
        "most_postponements": "3",
        "pin": ":pushpin:",
        "days_off": None,
    }
    sanne.fill({"ladder": "5, 2", "most_postponements": "0", "pin": "een speld", "days_off": "ooit"})
    assert sanne.submit() == {
        "ladder": "Typ drie oplopende aantallen werkdagen, hoogstens 60: 2, 5, 10.",
        "most_postponements": "Typ een getal van 1 tot en met 20.",
        "pin": "Typ één emoji bij zijn naam, zoals :pushpin:.",
        "days_off": "Ik zie geen dag in ooit. Typ 24 december of 24 dec – 2 jan.",
    }
    sanne.fill({"ladder": "1, 3, 6", "most_postponements": "2", "pin": "memo", "retention_days": "90 dagen"})
    sanne.fill({"days_off": "24 december t/m 2 januari, 27 april"})
    assert sanne.submit() == {}
    said = words([each for each in sanne.sees("molen") if each.ephemeral_to])[-1]
    assert "• Stappen voor wat te laat blijft: 1, 3, 6" in said and "Let op" not in said
    assert "• Vrije dagen: 24 dec 2026 – 2 jan 2027, 27 apr 2027" in said
    sanne.click(typed(sanne, "/spil project", "molen"), "Wijzigen")
    assert values(sanne)["days_off"] == "24 dec 2026 – 2 jan 2027\n27 apr 2027"
    assert values(sanne)["pin"] == ":memo:"


def test_a_shorter_term_says_what_goes_a_day_later(office: Office) -> None:
    office.project("atlas", manager=office.slack.user_id("tom"))
    tom = office.person("tom")
    for line in ("write the plan", "test it"):
        tom.command(f"/action @tom {line}", "atlas")
    tom.command("/action done 1", "atlas")
    office.set_clock(datetime(2027, 3, 23, 9))
    tom.click(typed(tom, "/project", "atlas"), "Change")
    tom.fill({"retention_days": "90 days"})
    assert tom.submit() == {}
    said = words([each for each in tom.sees("atlas") if each.ephemeral_to])[-1]
    assert (
        "after Wed 24-03-2027 08:00 (wk 12) I forget one closed thing for good, untouched for 90 days" in said
    )


def test_in_a_public_channel_it_comes_in_by_itself_and_needs_no_welcome(office: Office) -> None:
    office.slack.add_channel("proj-haven_fase-2", members=["sanne", "joost"])
    sanne = office.person("sanne")
    sanne.click(typed(sanne, "/action bel de havenmeester", "proj-haven_fase-2"), "Project inrichten")
    assert values(sanne)["name"] == "Haven fase 2"
    assert sanne.submit() == {}
    card, item = words(posts(office, "proj-haven_fase-2"))
    assert card.startswith("Haven fase 2 is ingericht") and "bel de havenmeester" in item


def test_in_a_private_channel_it_asks_to_be_invited_and_loses_nothing(office: Office) -> None:
    office.slack.add_channel("geheim", members=["sanne", "joost"], private=True)
    sanne = office.person("sanne")
    offer = typed(sanne, "/action bel de notaris", "geheim")
    sanne.click(offer, "Project inrichten")
    assert sanne.modal is None
    assert "`/invite @Spil`" in words(sanne.sees("geheim"))[-1]

    sanne.invite("geheim", "spil")
    [welcome] = words(posts(office, "geheim"))
    assert welcome.startswith("Hallo! Ik ben Spil, het projectbureau van dit kanaal.")
    sanne.click(offer, "Project inrichten")
    assert values(sanne)["name"] == "Geheim"
    assert sanne.submit() == {}
    greeting, card, item = words(posts(office, "geheim"))
    assert greeting.startswith("Hallo! Ik ben Spil, het projectbureau van Geheim.")
    assert card.startswith("Geheim is ingericht") and "bel de notaris" in item


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
    assert (
        "I am not in this channel. Type `/invite @Spil`"
        in words([typed(tom, "/action call the harbour", "haven")])[0]
    )
    tom.invite("haven", "spil")
    office.settle()
    tom.command("/action call the harbour", "haven")
    assert [text.splitlines()[0] for text in words(posts(office, "haven"))] == [
        "Hello! I am Spil, the office of Haven. `/spil help` shows all that I do.",
        "Haven is set up. This is what I go by:",
        "A-1 · call the harbour",
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
    gina, tom = office.person("gina"), office.person("tom")
    assert "members of the project's channel" in words([typed(gina, "/action write", "atlas")])[0]
    assert "members of the project's channel" in words([typed(gina, "/project", "atlas")])[0]
    here = tom.say_dm("hello").channel
    office.settle()
    for line in ("/project", "/action write the plan"):
        assert "Type this in your project's channel" in words([typed(tom, line, here)])[0]
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
    offer = typed(tom, line, "atlas")
    assert offer.words().startswith("This channel has no project yet. Set it up")
    tom.click(offer, "Set up the project")
    before = len(tom.sees("atlas"))
    assert tom.submit() == {}
    office.settle()
    answered = len(tom.sees("atlas")) > before + 1
    assert answered or (tom.modal is not None and tom.modal["callback_id"] != "projects.new")
