"""Every sentence that a person reads: one protocol, two languages, the same order."""

from typing import Protocol

from bot.domain.language import Language
from bot.text.action_items import ActionItemTexts, DutchActionItems, EnglishActionItems
from bot.text.common import CommonTexts, DutchCommon, EnglishCommon


class Texts(CommonTexts, ActionItemTexts, Protocol):
    """All that Spil says."""


class English(EnglishCommon, EnglishActionItems):
    pass


class Dutch(DutchCommon, DutchActionItems):
    pass


def texts_in(language: Language) -> Texts:
    return Dutch() if language == Language.nl else English()
