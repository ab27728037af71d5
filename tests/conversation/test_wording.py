"""Which command is meant by what is said, and who is to do it."""

import pytest

from bot.core.errors import UnknownWord
from bot.core.language import Language
from bot.runtime.wiring import open_registry
from bot.sandbox.blocks import check_blocks
from bot.texts import Texts, texts_in
from handlers.conversation import listeners
from handlers.conversation.courtesies import is_nod, is_thanks
from handlers.conversation.listeners import behind_name, meant
from handlers.slack.project_prompt import which_project
from tests.action_items.test_form_views import PROJECTS
from tests.kit.atlas import user

TOM, PRIYA = f"<@{user('tom')}>", f"<@{user('priya')}>"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<@UBOT> actie: bel Jan", "actie: bel Jan"),
        ("<@UBOT|spil>: done 12", "done 12"),
        ("hey <@UBOT>, list", "list"),
        ("<@UBOT>", ""),
        ("done 12", "done 12"),
    ],
)
def test_what_is_said_to_us_stands_behind_our_name(text: str, words: str) -> None:
    assert behind_name(text, "UBOT") == words


@pytest.mark.parametrize(
    ("text", "word", "typed", "rest"),
    [
        ("actie: bel Jan", "action", "@Spil actie", "bel Jan"),
        ("Action: call Jan", "action", "@Spil Action", "call Jan"),
        ("actie", "action", "@Spil actie", ""),
        ("AKTIE bel Jan", "action", "@Spil AKTIE", "bel Jan"),
        ("instellingen", "project", "@Spil instellingen", ""),
        ("done 12", "action", "@Spil", "done 12"),
        ("gereed 3 5", "action", "@Spil", "gereed 3 5"),
        ("A-1 is al klaar", "action", "@Spil actie", "done A-1"),
        ("a1 gereed!", "action", "@Spil", "a1 gereed!"),
        ("project", "project", "@Spil project", ""),
        ("overleg Sprint vrijdag 14:00", "meeting", "@Spil overleg", "Sprint vrijdag 14:00"),
        ("help", "spil", "@Spil", "help"),
        ("Hulp", "spil", "@Spil", "help"),
        ("What can you do?", "spil", "@Spil", "help"),
        ("wat kun je allemaal?", "spil", "@Spil", "help"),
        ("/action call Jan", "action", "@Spil action", "call Jan"),
        ("/spil overleg lijst", "meeting", "@Spil overleg", "lijst"),
        ("My list", "action", "@Spil actie", "mine"),
        ("What do I still have to do today?", "action", "@Spil actie", "mine"),
        ("Wat moet ik vandaag nog doen?", "action", "@Spil actie", "mine"),
        ("what's open?", "action", "@Spil actie", "list open"),
        ("Wat is te laat?", "action", "@Spil actie", "list te laat"),
        ("when is our next meeting?", "meeting", "@Spil overleg", "next"),
    ],
)
def test_a_command_is_known_by_its_word_and_an_action_by_its_sub_word(
    text: str, word: str, typed: str, rest: str
) -> None:
    found = meant(open_registry(), text, "@Spil", Language.nl)
    assert found is not None
    assert (found.word, found.typed, found.text) == (word, typed, rest)


@pytest.mark.parametrize("text", ["", "hoi", "can you call the mover?", "12 boxes are missing"])
def test_anything_else_is_no_command(text: str) -> None:
    assert meant(open_registry(), text, "", Language.en) is None


def test_thanks_are_no_unknown_command() -> None:
    for text in (
        "thanks!",
        "Thank you so much",
        "dank je wel, Spil",
        "dankje 👍",
        "top, bedankt",
    ):
        assert is_thanks(text), text
    assert not any(map(is_thanks, ("thanks to Tom the portal is up", "ok", ":+1:", "")))
    assert all(map(is_nod, ("ok :+1:", "👍", ":+1:", "Prima!", "super, top")))
    assert not any(map(is_nod, ("ok, call Tom", "12", "ok?", "thanks")))


def test_a_slip_of_the_pen_is_answered_with_what_was_meant() -> None:
    with pytest.raises(UnknownWord) as slip:
        meant(open_registry(), "dnoe 12", "@Spil", Language.en)
    assert slip.value.nearest == "done 12"


@pytest.mark.parametrize("texts", [texts_in(language) for language in Language])
def test_answers_are_accepted(texts: Texts) -> None:
    key = f"draft:T0123456789:D0123456789:U0123456789:{'f' * 16}"
    for message in (
        listeners.to_the_form(texts, f"999999:{key}"),
        which_project(texts, PROJECTS, "&" * 3000, key),
    ):
        assert check_blocks(message.as_json()["blocks"], "message") == []
