"""Sub-words: what is one, what is a slip of the pen, and what is a sentence of its own."""

import pytest

from bot.core.errors import UnknownWord
from bot.core.language import Language
from bot.runtime.wiring import open_registry
from handlers.slack.subcommands import behind_number, nearest, number

SUBCOMMANDS = open_registry().subcommands["action"]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("done 12", ("done", "12")),
        ("Klaar A-12", ("done", "A-12")),
        ("gereed a-12", ("done", "a-12")),
        ("heropen 3", ("reopen", "3")),
        ("lijst te laat", ("list", "te laat")),
        ("list <@U1|tom>", ("list", "<@U1|tom>")),
        ("list", ("list", "")),
        ("done", ("done", "")),
        ("12", ("show", "12")),
        ("A-12.", ("show", "A-12")),
        ("toon 12", ("show", "12")),
        ("remove 12", ("delete", "12")),
        ("verwijder 12 en 13", ("delete", "12 en 13")),
        ("sluit 12", ("close", "12")),
        ("assign 12 to <@U1>", ("assign", "12 to <@U1>")),
        ("wijs 12 toe aan <@U1>", ("assign", "12 aan <@U1>")),
        ("stel 12 uit naar maandag", ("move", "12 naar maandag")),
        ("Rond 12 en 13 af.", ("close", "12 en 13")),
        ("ongedaan maken 12", ("undo", "maken 12")),
        ("draai 12 terug", ("undo", "12")),
        ("a12 is al klaar", ("done", "12")),
        ("wijs toe 12 <@U1>", ("assign", "12 <@U1>")),
        ("move 12 to Friday because it rains", ("move", "12 to Friday because it rains")),
        ("verzet 12 naar 5 december", ("move", "12 naar 5 december")),
        ("bewerk 12", ("edit", "12")),
        ("overdue", ("list", "overdue")),
        ("te laat van mij", ("list", "te laat van mij")),
        ("vervallen", ("list", "vervallen")),
        ("mine, this week", ("list", "mine, this week")),
        ("<@U1> overdue", ("list", "<@U1> overdue")),
        ("list suppliers", ("list", "suppliers")),
        ("list all of @tom, risk log", ("list", "all of @tom, risk log")),
        ("list overdue, due this week, by owner", ("list", "overdue, due this week, by owner")),
        ('list "all suppliers by Friday"', ("list", '"all suppliers by Friday"')),
        ("lijst vrijdag", ("list", "vrijdag")),
        ("done 12 and 13 and 14", ("done", "12 and 13 and 14")),
        ("datum 12 volgende week vrijdag", ("due", "12 volgende week vrijdag")),
        ("geef 12 <@U1>", ("give", "12 <@U1>")),
        ("give 12 @Sanne de", ("give", "12 @Sanne de")),
        ("vervalt 12", ("drop", "12")),
        ("  hulp  ", ("help", "")),
        ("done\u00a012", ("done", "12")),
        ("done 12.", ("done", "12")),
        ("repeat 12 every first Monday", ("repeat", "12 every first Monday")),
    ],
)
def test_both_languages_work_in_any_case(typed: str, read: tuple[str, str]) -> None:
    assert SUBCOMMANDS.read(typed, "/action") == read


@pytest.mark.parametrize(
    ("typed", "guess"),
    [
        ("done twelve", "done 12"),
        ("done 12 when the mayor signs", "done 12"),
        ("klaar twaalf", "klaar 12"),
        ("due 12", "due 12 friday"),
        ("datum 12", "datum 12 vrijdag"),
        ("geef 12", "geef 12 @wie"),
        ("lst", "list"),
        ("overdeu", "overdue"),
        ("remove", "remove 12"),
        ("wijs 12", "wijs 12 @wie"),
        ("verwijder het", "verwijder 12"),
        ("help me", "help"),
        ("remove 7 please", "remove 7"),
        ("due tomorrow", "due 12 friday"),
        ("geef <@U1>", "geef 12 @wie"),
        ("gereeed 12", "gereed 12"),
        ("helpp", "help"),
        ("due next friday", "due 12 friday"),
    ],
)
def test_what_looks_like_one_is_answered_with_the_nearest_guess(typed: str, guess: str) -> None:
    with pytest.raises(UnknownWord) as told:
        SUBCOMMANDS.read(typed, "/action")
    assert (told.value.word, told.value.nearest, told.value.command) == (typed, guess, "/action")


@pytest.mark.parametrize(
    "typed",
    [
        "write the plan by Friday",
        "geef feedback op het plan",
        "due diligence report",
        "datum prikken kerstborrel",
        "repeat 3 tests",
        "hulp regelen",
        "close the window",
        "close 2 windows",
        "move 3 boxes to the attic by Friday",
        "show Tom the plan",
        "toon 3 voorbeelden",
        "assign roles in the team",
        "delete mails up to january 30th",
        "verwijder oude accounts",
        "edit session",
        "<@U1> today",
        "goedemorgen",
        "foo 12",
        "list all suppliers by Friday",
        "list suppliers friday",
        "lijst met alle leveranciers maken, vóór vrijdag",
        "list everything that the council decided on",
        "backup",
        "dose the water of the plants",
        "due process training",
        "datum kiezen",
        "datum kiezen zomerfeest",
        "hulp zoeken",
        "help desk rota",
        "lijst maken van planten",
        "repeat 4 exercises",
        "herhaal 4 oefeningen",
        "start 2 pilots",
        "",
    ],
)
def test_a_sentence_is_no_sub_command(typed: str) -> None:
    assert SUBCOMMANDS.read(typed, "/action") is None


def test_a_guess_is_in_the_language_of_who_types() -> None:
    for language, guess in ((Language.en, "done 12"), (Language.nl, "datum 12 vrijdag")):
        with pytest.raises(UnknownWord) as told:
            SUBCOMMANDS.read("dtum 12 vrijdag" if language is Language.nl else "dnoe 12", "/action", language)
        assert told.value.nearest == guess
    assert nearest("overdue", ["list"], ["verder"]) == ""


def test_numbers_come_with_or_without_their_letter() -> None:
    assert (number("A-12 friday"), number("12")) == (12, 12)
    assert behind_number("A-12 next friday") == "next friday"


def test_the_nearest_word_must_be_near() -> None:
    assert nearest("lits", ["list", "done"]) == "list"
    assert nearest("banana", ["list", "done"]) == ""
