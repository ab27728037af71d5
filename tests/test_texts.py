"""All sentences together."""

import pytest

from bot.texts import Dutch, English


@pytest.mark.parametrize("language", [English, Dutch])
def test_no_sentence_takes_the_place_of_anothers(language: type) -> None:
    first: dict[str, type] = {}
    for part in language.__bases__:
        for name in vars(part):
            if not name.startswith("__"):
                assert first.setdefault(name, part) is part, name
