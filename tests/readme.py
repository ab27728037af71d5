"""`python -m tests.readme`: writes the README's rows of verbs anew, from their declarations."""

import re
from collections.abc import Iterator
from pathlib import Path

from bot.core.language import Language
from bot.nouns import VERBS
from bot.runtime.wiring import open_registry
from bot.texts import texts_in

README = Path(__file__).parents[1] / "README.md"
COMMANDS = {
    "action_items": "action",
    "decisions": "decision",
    "meetings": "meeting",
    "minutes": "minutes",
}
"""The English word of the command of each noun."""
BLOCK = re.compile(r"(?<=<!-- verbs: python -m tests\.readme -->\n).*?(?=\n<!-- end of verbs -->)", re.DOTALL)


def block() -> str:
    """The table, a row for each verb."""
    return "\n".join(("| to a record | what it does |", "|---|---|", *_rows()))


def _rows() -> Iterator[str]:
    words, texts = open_registry().words, texts_in(Language.en)
    for noun, verbs in VERBS.items():
        word = words[COMMANDS[noun]]
        for verb, (_, does) in zip(verbs, texts.verb_rows(noun), strict=True):
            yield f"| `/{word.en} {verb.shown.en}` · `/{word.nl} {verb.shown.nl}` | {does} |"


if __name__ == "__main__":
    README.write_text(BLOCK.sub(lambda _: block(), README.read_text()))
