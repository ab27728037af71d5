"""Who says something, in one of the languages."""

from typing import TypeVar

from bot.core.language import Language

Said = TypeVar("Said")


class Speaker:
    """A message is one method, with both languages side by side."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def say(self, *, en: Said, nl: Said) -> Said:
        return nl if self.language == Language.nl else en
