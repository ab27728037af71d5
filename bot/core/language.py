"""The two languages that Spil speaks as equals."""

from enum import StrEnum


class Language(StrEnum):
    en = "en"
    nl = "nl"

    @classmethod
    def of_locale(cls, locale: str) -> "Language":
        """The language for a locale such as `nl-NL`; English for every other than Dutch."""
        return cls.nl if locale.lower().startswith("nl") else cls.en
