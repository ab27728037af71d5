"""Both languages say something at every method of a protocol, and not the same."""

from collections.abc import Mapping
from typing import Any

from bot.core.language import Language
from bot.texts import texts_in


def check_both(
    protocol: type, samples: Mapping[str, tuple[Any, ...] | dict[str, Any]], alike: tuple[str, ...] = ()
) -> None:
    """`samples`: method to arguments, one of each method of `protocol`; `alike` need not differ.

    Arguments by name stand in a dict.
    """
    methods = {name for name in vars(protocol) if not name.startswith("_") and callable(vars(protocol)[name])}
    assert methods == set(samples)
    for name, arguments in samples.items():
        english, dutch = (_said(language, name, arguments) for language in Language)
        assert english.strip() and dutch.strip(), name
        assert (english != dutch) is (name not in alike), name


def _said(language: Language, name: str, arguments: tuple[Any, ...] | dict[str, Any]) -> str:
    say = getattr(texts_in(language), name)
    said = say(**arguments) if isinstance(arguments, dict) else say(*arguments)
    return said if isinstance(said, str) else " ".join(map(str, said))
