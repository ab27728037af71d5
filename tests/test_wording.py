"""Every sentence is in everyday words: what people say to each other, in both languages."""

import re
from collections.abc import Iterator

import pytest

from bot.core.language import Language
from bot.refusals import REFUSALS
from bot.texts import texts_in
from tests.test_refusals import cases
from tests.test_texts import calls, messages, said

JARGON = {
    Language.en: "raise raised raises raising whom whoever upon herewith meanwhile overdue ladder escalation "
    "batch assignee tracker deliverable his her he she",
    Language.nl: "inbrengen ingebracht inbreng streefdatum escalatie batch teneinde middels omtrent hetgeen "
    "uw u dient",
}
"""Words that no sentence holds."""
STIFF = re.compile(
    r"\b((do|does|did|is|are|was|were|will|has|have|would|should|could) not|cannot|need not|must not"
    r"|I (will|am|have)|(you|they|we) (are|will))\b",
    re.IGNORECASE,
)
"""What English speakers pull together."""
DATE = re.compile(r"\b\d\d-\d\d-20\d\d\b")
TYPED = re.compile(r"`[^`]*`")
"""What is typed may be any word that is understood."""


def sentences(language: Language) -> Iterator[tuple[str, str]]:
    for _, name, method in messages():
        for arguments in calls(name, method):
            yield name, said(language, name, arguments)
    for kind in REFUSALS:
        for case in cases(kind):
            yield kind.__name__, texts_in(language).rejected(case)


@pytest.mark.parametrize("language", Language)
def test_no_sentence_has_a_word_of_the_trade_or_a_stiff_form(language: Language) -> None:
    wrong = {name: found for name, words in sentences(language) for found in faults(language, words)}
    assert wrong == {}


def faults(language: Language, words: str) -> list[str]:
    plain = TYPED.sub("", words)
    jargon = re.compile(rf"\b({'|'.join(JARGON[language].split())})\b", re.IGNORECASE)
    stiff = STIFF.findall(plain) if language is Language.en else []
    return [*(each[0] for each in stiff), *jargon.findall(plain), *DATE.findall(plain)]
