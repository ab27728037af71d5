"""Texts made to keep a reader busy take time in proportion to their length, and stay whole."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from time import thread_time

import pytest

from bot.action_items.duplicates import likeliest, repeated, same_task
from bot.core.language import Language
from bot.dates.due import parted, split_terms
from bot.dates.places import MOST_TOKENS, candidates
from bot.dates.reader import Unreadable, read, split
from bot.minutes.extraction.extract import draft
from bot.notes.pasted_lines import read_pasted
from bot.notes.people import fitting
from bot.notes.tables import Row, find_table

NOW, ZONE, LANGUAGES = datetime(2026, 11, 23, 8, tzinfo=UTC), "Europe/Amsterdam", list(Language)
SHORT, LONG = 750, 3000
GROWTH, SLACK = 12, 0.1
"""Four times as long may take three times as much more than it should, and seconds that always pass."""
SPACELESS = ("1,", "9-10", "12-24-36", "voor:,", "due:", "14:00", "99:99", "1\n", "vr,", "by,", "every,")


def _dates(text: str) -> object:
    return split_terms(text, NOW, ZONE, LANGUAGES)


def _twin(text: str) -> object:
    return likeliest(text, {1: text[1:], 2: text[::-1], 3: f"{text} x"})


def _twins(text: str) -> object:
    return repeated(dict(enumerate(text.split("\n"))))


def _rows(content: str) -> list[Row] | None:
    table = find_table(content, frozenset(), of_file=True)
    return table.read() if table else None


def _lines(text: str) -> object:
    return read_pasted(text, frozenset({"tom"}), NOW, ZONE, LANGUAGES)[0]


def _whose(text: str) -> object:
    return fitting(text, {"U1": "Tom Jansen", "U2": "Ann de Vries"})


def _numbered(pattern: str) -> Callable[[int], str]:
    return lambda length: "".join(pattern.format(number) for number in range(length))[:length]


def _filled(unit: str) -> Callable[[int], str]:
    return lambda length: (unit * length)[:length]


def _ragged(length: int) -> str:
    return "\t" * (length // 2) + "\n" + "a\t\n" * (length // 6)


WAYS = [
    *((_dates, _filled(unit)) for unit in SPACELESS),
    (parted, lambda length: f"friday{' ' * length}x"),
    *((_twin, _filled(unit)) for unit in ("op ", "af x ", "procurment ", "abcdefghij ")),
    (_twins, _numbered("call x {}\n")),
    *((_lines, _filled(unit)) for unit in ("a\n", "vr\n", "due: x\n", "<@U1>\n", "Tom, vr\n")),
    (_lines, _ragged),
    *((_rows, _filled(unit)) for unit in ('"', '",', "';", '" "', "a,\n")),
    (_rows, _ragged),
    *((draft, _numbered(pattern)) for pattern in ("<Ann_b{}> x\n", "Ann{}: x\n", "- a{0}, @b{0}\n")),
    *((draft, _filled(unit)) for unit in ("(action: van de ", "-> Van de ", "s/a/b/\n", "a | b\n", "[a](")),
    (_whose, _filled("Tom en ")),
]


@pytest.mark.parametrize(("reader", "text_of"), WAYS)
def test_a_reader_takes_time_in_proportion(
    reader: Callable[[str], object], text_of: Callable[[int], str]
) -> None:
    short, long = (min(_took(reader, text_of(length)) for _ in range(2)) for length in (SHORT, LONG))
    assert long <= GROWTH * short + SLACK


def _took(reader: Callable[[str], object], text: str) -> float:
    began = thread_time()
    reader(text)
    return thread_time() - began


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("unit", SPACELESS)
def test_few_stretches_of_a_text_are_tried_as_a_date(unit: str, language: Language) -> None:
    found = list(candidates(unit * LONG, language))
    assert len(found) <= 6 * MOST_TOKENS
    assert all(len(each.tokens) <= MOST_TOKENS + 1 for each in found)


@pytest.mark.parametrize("unit", SPACELESS)
def test_a_text_without_a_space_stays_whole(unit: str) -> None:
    text = unit * LONG
    assert split(text, NOW, ZONE, Language.nl) == (text, None)


@pytest.mark.parametrize("before", ["x" * 400, "1," * 400, "1, " * 400, "due: x\n" * 100])
def test_a_date_behind_a_long_text_is_found(before: str) -> None:
    rest, reading = split(f"{before} by 2026-12-01", NOW, ZONE, Language.en)
    assert rest == before.strip(" ,\n")
    assert reading is not None and reading.start == date(2026, 12, 1)


def test_a_date_with_its_time_behind_the_label_is_one_date() -> None:
    rest, reading = split("due tomorrow afternoon at 3: send it", NOW, ZONE, Language.en)
    assert (rest, reading and reading.start) == ("send it", datetime(2026, 11, 24, 15))


def test_what_has_more_words_than_a_date_is_none() -> None:
    with pytest.raises(Unreadable):
        read("vr " * (MOST_TOKENS + 1), NOW, ZONE, Language.nl)


def test_texts_that_differ_in_many_words_are_not_twins() -> None:
    """A few slips of the pen are forgiven, and the verb's particle may be the third in its text."""
    slips = "procurment contarct suplier budgte meetign"
    meant = "procurement contract supplier budget meeting"
    assert same_task(slips, meant)
    assert not same_task(f"{slips} minuets", f"{meant} minutes extra words")
    assert same_task("werk op de zaak in juni de log bij", "in juni op de zaak de log bijwerken")


def test_the_rows_of_a_file_tell_its_delimiter() -> None:
    semicolons = "wat;wie\nbel Jan, dan Ann;Tom\nmail de offerte;Ann\n"
    assert [(row.text, row.owner) for row in _rows(semicolons) or []] == [
        ("bel Jan, dan Ann", "Tom"),
        ("mail de offerte", "Ann"),
    ]
    assert _rows("write the plan\ncall Tom, then Ann\nbook the room") is None


def test_of_speakers_who_are_part_of_another_name_the_whole_name_is_present() -> None:
    notes = "<ann> we start\n<Ann_Lee> yes\n<bo> fine\n<ann> next\n<bo> good\n"
    assert draft(notes).attendees == ("Ann Lee", "bo")
