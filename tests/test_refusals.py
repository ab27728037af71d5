"""What is said of each refusal."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date, datetime, time
from importlib import import_module
from pkgutil import walk_packages
from typing import get_type_hints

import pytest

import bot
import handlers
import storage
from bot.core.errors import Later, Misfilled, Rejected
from bot.core.language import Language
from bot.dates.values import Reading
from bot.meetings.errors import NoTitle, OddLength
from bot.refusals import REFUSALS
from bot.text.sentences import Refusals
from bot.texts import texts_in
from tests.kit.samples import one_by_one

NOW = datetime(2026, 11, 23, 9)
VALUES: dict[object, tuple[object, object]] = {
    str: ("<!channel> & co", ""),
    str | None: ("U1", None),
    int: (100, 1),
    int | None: (7, None),
    bool: (True, False),
    date: (NOW.date(), NOW.date()),
    datetime: (NOW, NOW),
    date | datetime: (NOW, NOW.date()),
    time: (NOW.time(), NOW.time()),
    list[str]: (["<!channel> & co"], ["U1", "U2"]),
    list[datetime]: ([NOW, NOW], [NOW]),
    tuple[int, ...]: ((1, 3, 1), (1, 1)),
    tuple[Reading, ...]: ((Reading(NOW), Reading(NOW.date())), (Reading(None),)),
    list[Later]: (
        [Later("A-3", "action_items", "due", "U1", NOW), Later("B-4", "decisions", "withdrawn", "spil", NOW)],
        [Later("A-3", "action_items", "due", "U1", NOW)],
    ),
    Rejected: (NoTitle(), Misfilled({"title": NoTitle()})),
    dict[str, Rejected]: ({"title": NoTitle(), "minutes": OddLength(5, 1440)}, {"title": NoTitle()}),
}
IDS = dict.fromkeys(("author", "chair", "channel", "manager", "organiser", "who"), "U1")
NAMED = {"noun": "meetings", "what": "done", "status": "ended", "named": "A-12", **IDS}


def kinds(of: type[Rejected] = Rejected) -> Iterator[type[Rejected]]:
    for kind in of.__subclasses__():
        yield kind
        yield from kinds(kind)


def cases(kind: type[Rejected]) -> Iterator[Rejected]:
    """With all its fields, with each of them as little as it can be, and with all as little."""
    types = get_type_hints(kind)
    names = [field.name for field in fields(kind)]  # type: ignore[arg-type]
    found = {name: [NAMED[name]] if name in NAMED else [*VALUES[types[name]]] for name in names}
    yield from (kind(**given) for given in one_by_one(found))
    yield kind(**{name: values[-1] for name, values in found.items()})


def test_every_kind_has_its_sentence_and_has_it_in_one_place() -> None:
    for package in (bot, handlers, storage):
        for module in walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.endswith((".__main__", ".env")):
                import_module(module.name)
    assert not {kind.__name__ for kind in set(kinds()) ^ set(REFUSALS)}
    said = [kind for part in REFUSALS.maps for kind in part]
    assert len(said) == len(set(said))


def test_a_kind_is_given_one_sentence() -> None:
    refusals = Refusals()
    refusals[NoTitle] = lambda say, _: say(en="Say what.", nl="Zeg wat.")
    with pytest.raises(ValueError, match="NoTitle has a sentence already"):
        refusals[NoTitle] = lambda say, _: say(en="Which?", nl="Welke?")


@pytest.mark.parametrize("kind", REFUSALS, ids=lambda kind: kind.__name__)
def test_each_is_said_in_both_languages_with_what_was_typed_disarmed(kind: type[Rejected]) -> None:
    for reason in cases(kind):
        english, dutch = (texts_in(language).rejected(reason) for language in Language)
        assert english != dutch
        for sentence in (english, dutch):
            assert sentence == sentence.strip() and (sentence[-1] in ".?" or "\n" in sentence)
            assert sentence[0].isupper() or sentence[0] in "*`<" or sentence[:3] in ("ma ", "vr "), sentence
            assert len(sentence) > 10 and sentence != str(reason)
            assert "<!" not in sentence
