"""`python -m tests.readme`: writes the rows of verbs anew in both READMEs, from their declarations."""

import re
from collections.abc import Iterator
from pathlib import Path

from bot.core.language import Language
from bot.nouns import VERBS
from bot.runtime.wiring import open_registry
from bot.texts import texts_in

ROOT = Path(__file__).parents[1]
READMES = {Language.en: ROOT / "README.md", Language.nl: ROOT / ".github" / "README.nl.md"}
HEADS = {Language.en: "| to a record | what it does |", Language.nl: "| met een nummer | wat het doet |"}
COMMANDS = {
    "action_items": "action",
    "decisions": "decision",
    "meetings": "meeting",
    "polls": "spil poll",
    "minutes": "minutes",
}
"""The English word of the command of each noun, or more of them."""
BLOCK = re.compile(r"(?<=<!-- verbs: python -m tests\.readme -->\n).*?(?=<!-- end of verbs -->)", re.DOTALL)


def block(language: Language) -> str:
    """The table, a row for each verb, in the words of the language and then of the other."""
    return "\n".join((HEADS[language], "|---|---|", *_rows(language), ""))


def _rows(language: Language) -> Iterator[str]:
    words, texts = open_registry().words, texts_in(language)
    other = Language.en if language is Language.nl else Language.nl
    for noun, verbs in VERBS.items():
        named = [words[each] for each in COMMANDS[noun].split()]
        for verb, (_, does) in zip(verbs, texts.verb_rows(noun), strict=True):
            typed = " · ".join(
                f"`/{' '.join(word.in_language(each) for word in named)} {verb.shown.in_language(each)}`"
                for each in (language, other)
            )
            yield f"| {typed} | {does} |"


if __name__ == "__main__":
    for language, readme in READMES.items():
        readme.write_text(block(language).join(BLOCK.split(readme.read_text())))
