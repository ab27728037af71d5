"""The two languages that Spil speaks as equals."""

from enum import StrEnum
from typing import NamedTuple


class Language(StrEnum):
    en = "en"
    nl = "nl"

    @classmethod
    def of_locale(cls, locale: str) -> "Language":
        """The language for a locale such as `nl-NL`; English for every other than Dutch."""
        return cls.nl if locale.lower().startswith("nl") else cls.en


class Both(NamedTuple):
    """The same words in both languages."""

    en: str
    nl: str

    def in_language(self, language: Language) -> str:
        return self.nl if language == Language.nl else self.en
