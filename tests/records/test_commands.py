"""What help says can be typed is read as it is meant, in both languages, for every noun."""

from typing import Any

import pytest

from bot.core.language import Language
from bot.core.nouns import AnyVerb, Takes
from bot.nouns import VERBS
from bot.record_texts import COMMON
from bot.runtime.wiring import open_registry
from handlers.records.desk import Desk
from tests.records.test_views import DESKS, FORMS, every_form

REGISTRY = open_registry()
every_verb = pytest.mark.parametrize(
    ("desk", "verb"),
    [(desk, verb) for desk in DESKS.values() for verb in VERBS[desk.noun.name]],
    ids=lambda each: each.noun.name if isinstance(each, Desk) else each.name,
)


def read(desk: Desk[Any], typed: str) -> tuple[str, str] | None:
    return REGISTRY.subcommands[desk.command.en].read(typed, f"/spil {desk.command.en}")


@every_verb
@pytest.mark.parametrize("language", list(Language))
def test_a_verb_is_read_by_each_of_its_words_with_its_example(
    desk: Desk[Any], verb: AnyVerb, language: Language
) -> None:
    behind = verb.example.in_language(language).replace("@who", "<@U1>").replace("@wie", "<@U1>")
    for word in verb.words.in_language(language).split("|"):
        assert read(desk, f"{word} {behind}") == (verb.name, behind)


@every_form
@pytest.mark.parametrize("language", list(Language))
def test_all_that_help_tells_can_be_typed(desk: Desk[Any], language: Language) -> None:
    for typed, _ in COMMON:
        assert read(desk, typed.in_language(language)) is not None
    assert read(desk, desk.noun.example.in_language(language)) is None  # makes a new one


def test_no_word_means_two_things() -> None:
    for word, registered in REGISTRY.subcommands.items():
        words = [each for known in registered.subcommands for each in {known.name, *known.words}]
        assert len(words) == len(set(words)), word
    for desk in FORMS:
        assert not set(desk.vocabulary.phrases) & set(desk.vocabulary.before)


def test_what_stands_on_a_button_takes_no_more_than_a_number() -> None:
    for desk in DESKS.values():
        for verb in desk.verbs:
            assert verb.button is None or verb.takes is Takes.numbers
            assert (desk.action(verb.name) in REGISTRY.clicks) >= (verb.button is not None)
