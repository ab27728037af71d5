"""Help, a greeting, and an answer to everybody whatever they press or type."""

import re
from collections.abc import Iterator

import pytest

from bot.sandbox import Message
from handlers.help.listeners import COMMAND
from storage.tables import MemberRow, PersonRow
from tests.kit.office import Office, open_office
from tests.kit.rows import rows
from tests.kit.story import answer, card_texts, dm_texts, last_whisper, read, type_in


@pytest.fixture
def dutch_office(sqlite_url: str) -> Iterator[Office]:
    with open_office(sqlite_url, spil_short_commands="nl") as opened:
        yield opened


def members(office: Office, channel: str) -> set[str]:
    here = office.slack.channel_id(channel)
    return {row.user for row in rows(office.spil.storage, MemberRow) if row.channel == here}


def known(office: Office, name: str) -> list[PersonRow]:
    return [each for each in rows(office.spil.storage, PersonRow) if each.name == name]


def old_message(office: Office) -> Message:
    """A message of an earlier version, with a button that nothing answers any more."""
    button = {"type": "button", "text": {"type": "plain_text", "text": "Old"}, "action_id": "votes.cast"}
    office.spil.app.client.chat_postMessage(
        channel=office.slack.channel_id("atlas"),
        text="Vote",
        blocks=[{"type": "actions", "elements": [button]}],
    )
    return office.slack.history("atlas")[-1]


@pytest.mark.parametrize("line", ["/spil", "/spil help", "/spil hulp", "/spil HELP mij", "/spil ?"])
def test_help_asks_what_they_would_like_to_do_and_explains_each_command(office: Office, line: str) -> None:
    tom, shown = office.person("tom"), answer(office, "tom", line)
    assert read(shown).startswith("What would you like to do?\n")
    assert shown.buttons() == ["Add an action item", "Plan a meeting", "Paste notes", "My list"]
    assert "`/action @name what by when`\n`/meeting title with @name friday 14:00`\n`/spil away 22 dec" in (
        read(shown)
    )
    tom.choose(shown, COMMAND, "/spil away")
    assert "When you're away" in last_whisper(office, "tom") or "no days away" in last_whisper(office, "tom")
    tom.choose(shown, COMMAND, "/project")
    assert "This channel's project and its settings." in last_whisper(office, "tom")
    tom.choose(shown, COMMAND, "Everything at once")
    assert last_whisper(office, "tom").startswith("All commands")


def test_what_people_begin_with_is_one_press_away_in_a_channel_and_in_person(dutch_office: Office) -> None:
    dutch_office.project("molen")
    sanne, shown = dutch_office.person("sanne"), answer(dutch_office, "sanne", "/spil hulp", "molen")
    assert shown.buttons() == [
        "Actiepunt toevoegen",
        "Overleg plannen",
        "Aantekeningen plakken",
        "Mijn lijst",
    ]
    sanne.click(shown, "Actiepunt toevoegen")
    sanne.fill({"text": "bel de verhuizer"})
    assert sanne.submit() == {}
    assert "bel de verhuizer" in card_texts(dutch_office, "molen")[0]
    for asked in (shown, answer(dutch_office, "sanne", "/spil hulp", sanne.say_dm("dank je").channel)):
        sanne.click(asked, "Aantekeningen plakken")
        assert sanne.modal is not None and sanne.modal["callback_id"] == "minutes.form"
        sanne.close_modal()
    dutch_office.project("atlas")
    sanne.command("/spil actie lijst", "atlas")
    sanne.click(asked, "Aantekeningen plakken")
    question = [each for each in sanne.dm() if "Voor welk project" in each.words()][-1]
    sanne.choose(question, "talking.project", "Atlas")
    assert sanne.modal is not None and sanne.modal["callback_id"] == "minutes.form"


@pytest.mark.parametrize("line", ["/spil help all", "/spil hulp alles"])
def test_help_lists_every_command_with_its_names_here_and_examples(office: Office, line: str) -> None:
    told = type_in(office, "tom", line)
    assert told.startswith("All commands")
    assert "`/action` or `/spil action` or `/spil actie` – Action items" in told
    assert "`/action @colleague update the risk log by Friday`" in told
    assert "`/project` or `/spil project` – This channel's project" in told
    unexplained = [word for word in office.spil.registry.words if f"/spil {word}`" not in told]
    assert unexplained == ["spil"]


def test_help_is_in_the_persons_language_with_the_names_that_were_chosen(dutch_office: Office) -> None:
    told = type_in(dutch_office, "sanne", "/spil hulp alles")
    assert told.startswith("Alle commando’s")
    assert "`/actie` of `/spil actie` of `/spil action` – Actiepunten" in told
    assert "`/actie @collega werk de risicolog bij voor vrijdag`" in told


def test_help_of_one_command_is_about_that_command(office: Office) -> None:
    told = type_in(office, "sanne", "/project hulp")
    assert told.startswith("`/project` of `/spil project` – Het project van dit kanaal")
    assert office.person("sanne").modal is None


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("/spil actoin @tom write it", "I don't know `actoin`. Did you mean `/spil action`?"),
        ("/spil atkie bel Jan", "I don't know `atkie`. Did you mean `/spil actie`?"),
        ("/spil xyzzy", "I don't know `xyzzy`. `/spil help` shows what you can type."),
        ("/spil <!channel> & <b>", "I don't know `<!channel>`."),
    ],
)
def test_an_unknown_word_gets_the_nearest_guess_and_is_said_back(
    office: Office, line: str, sentence: str
) -> None:
    told = type_in(office, "tom", line)
    assert told.startswith(sentence)
    assert "\nYou typed: `/spil " in told


def test_help_about_something_is_the_help_of_its_command(office: Office) -> None:
    for line, begins in (
        ("/spil help action", "Action items: one owner"),
        ("/spil hulp acties", "Action items: one owner"),
        ("/spil help done", "Action items: one owner"),
        ("/spil help /meeting", "Meetings\n• `/meeting Sprint review with"),
        ("/spil help away", "You have no days away ahead."),
        ("/spil help notulen", "Minutes\n• `/minutes "),
        ("/spil help banana", "I don't know `banana`. `/spil help` shows"),
    ):
        assert type_in(office, "tom", line).startswith(begins), line
    assert type_in(office, "sanne", "/spil help actions").startswith("Actiepunten: één actiehouder")


def test_a_text_behind_spil_is_added_by_a_press(atlas: Office) -> None:
    told = answer(atlas, "tom", "/spil @priya call the bank by Friday")
    assert read(told).startswith("I don't know `@priya`.") and "<@U" not in read(told)
    atlas.person("tom").click(told, "Add “@priya call the bank by Friday” as an item")
    [card] = card_texts(atlas)
    assert card.startswith("call the bank\n") and "priya · Fri 27 Nov" in card
    assert type_in(atlas, "tom", "/spil status").startswith("Atlas · week 48")


def test_all_words_of_a_command_do_the_same(office: Office) -> None:
    office.project("atlas")
    for line in ("/action write one", "/spil action write two", "/spil Actie\nwrite three"):
        office.person("tom").command(line, "atlas")
    assert [text.splitlines()[0] for text in card_texts(office)] == [
        "write one",
        "write two",
        "write three",
    ]


def test_an_old_button_is_answered(office: Office) -> None:
    tom = office.person("tom")
    told = tom.click(old_message(office), "Old")
    assert ["This button no longer works" in message.words() for message in told] == [True]
    assert tom.notices == []


def test_who_writes_in_person_is_greeted_once_a_day(office: Office) -> None:
    sanne = office.person("sanne")
    for text in ("hoi", "ben je er?", "hallo"):
        sanne.say_dm(text)
        office.settle()
    assert [text.split(" ")[0] for text in dm_texts(office, "sanne")] == ["Hallo", "Ik"]
    office.advance(hours=24)
    sanne.say_dm("goedemorgen")
    office.settle()
    hellos = [each for each in sanne.dm() if each.words().startswith("Hallo")]
    assert len(hellos) == 2


def test_a_guest_is_not_told_to_set_up_a_project(office: Office) -> None:
    office.person("gina").say_dm("hello")
    office.settle()
    [told] = [text for text in dm_texts(office, "gina") if text.startswith("Hello")]
    assert "Guests can't see project data here" in told and "/invite" not in told


def test_who_joins_and_leaves_is_known_at_once(office: Office) -> None:
    office.project("atlas")
    type_in(office, "tom", "/project")
    office.person("joost").join("atlas")
    office.settle()
    assert office.slack.user_id("joost") in members(office, "atlas")
    assert type_in(office, "joost", "/project").startswith("Het project van dit kanaal is Atlas")
    office.person("priya").leave("atlas")
    office.settle()
    assert office.slack.user_id("priya") not in members(office, "atlas")


def test_who_leaves_the_company_is_known_at_once(office: Office) -> None:
    office.project("atlas")
    type_in(office, "tom", "/action @priya write the plan")
    assert [each.gone for each in known(office, "priya")] == [False]
    office.slack.deactivate("priya")
    office.wait_for(lambda: known(office, "priya")[0].gone)


def test_of_a_stranger_no_change_is_kept(office: Office) -> None:
    office.slack.deactivate("joost")
    type_in(office, "tom", "/action @priya write the plan")
    office.slack.deactivate("priya")
    office.wait_for(lambda: known(office, "priya")[0].gone)
    assert known(office, "joost") == []


@pytest.mark.parametrize("who", ["tom", "sanne"])
def test_every_example_in_help_works_as_it_stands(office: Office, who: str) -> None:
    office.project("atlas")
    person = office.person(who)
    for title in ("write the plan", "update the risk log"):
        person.command(f"/action {title}", "atlas")
    for decided in ("we go live in May", "we go live in June"):
        person.command(f"/decision {decided}", "atlas")
    person.command("/minutes ACTION: @priya - call the bank - friday", "atlas")
    office.settle()
    examples = [
        line.strip("`") for line in type_in(office, who, "/spil help all").splitlines() if line[:2] == "`/"
    ]
    typed = [line for line in examples if "`" not in line]
    assert len(typed) >= 6
    for line in typed:
        line = re.sub("@coll[a-z]+", "@priya", line)
        line = re.sub(r" 7\b", " 2", re.sub(r" (12|3)\b", " 1", line))
        told = type_in(office, who, line)
        assert not any(words in told for words in ("You typed", "Je typte")), told
