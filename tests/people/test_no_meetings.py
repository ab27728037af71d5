"""Hours that somebody keeps free of meetings, as they type and read them."""

from datetime import time

import pytest

from bot.core.language import Language
from bot.people.errors import UnreadHours
from bot.people.preferences import Block, blocks_in, read_blocks


@pytest.mark.parametrize(
    ("typed", "english", "dutch"),
    [
        ("", "", ""),
        ("12-13", "12:00–13:00", "12:00–13:00"),
        ("12.00 – 13u, Wed. 13:00 to 17:00; vr", *("12:00–13:00, {} 13:00–17:00, {}",) * 2),
        ("woensdag 9 tot 0:00\nfri", *("{} 09:00–00:00, {}",) * 2),
    ],
)
def test_they_are_read_in_both_languages_and_told_as_they_are_read(
    typed: str, english: str, dutch: str
) -> None:
    blocks = read_blocks(typed)
    assert blocks_in(blocks, Language.en) == english.format("Wednesday", "Friday")
    assert blocks_in(blocks, Language.nl) == dutch.format("woensdag", "vrijdag")
    for language in Language:
        assert read_blocks(blocks_in(blocks, language)) == blocks


def test_a_day_alone_is_all_of_it() -> None:
    assert read_blocks("mon") == [Block(0, time(), time())]


@pytest.mark.parametrize("typed", ["lunch", "25-26", "13-12", "9-9", "xyz 9-10", "m 9-10", "9", "12:75-13"])
def test_what_cannot_be_read_is_refused(typed: str) -> None:
    with pytest.raises(UnreadHours):
        read_blocks(f"12-13, {typed}")
