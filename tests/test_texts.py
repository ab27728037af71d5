"""All sentences together."""

from bot.texts import Texts


def test_no_sentence_takes_the_place_of_anothers() -> None:
    first: dict[str, type] = {}
    for part in Texts.__bases__:
        for name in vars(part):
            if not name.startswith("__"):
                assert first.setdefault(name, part) is part, name
