"""The names by which notes call people: those listed, those who speak, and those of whom a sentence tells."""

import re
from collections.abc import Iterable, Iterator, Sequence

from bot.notes.lines import Line
from bot.notes.name_lists import OF_PEOPLE
from bot.notes.people import AT_NAME, NAME, initials, looks_like_name
from bot.notes.speakers import labels_of_work
from bot.notes.words import GROUPS, NAMES_TOO, NOT_NAMES, PARTICLES
from bot.text.words import VERBS_NL_PRESENT

_STANDS_IN = re.compile(
    r"[(\[](?:(?:deputy|stand-?in|acting) )?(?:for|voor|namens|vervangt|on behalf of|i\.p\.v\.)"
    rf" ({NAME})[)\]]",
    re.IGNORECASE,
)


def known_names(lines: Sequence[Line], named: Iterable[str]) -> frozenset[str]:
    """Every way in which the notes are likely to call the people that they name, lower case; initials that
    are a word too in capitals.

    `named` are those present, and those absent: these can be given work all the same, and so can who is
    stood in for.
    """
    known: set[str] = set()
    aside = [line.text[:2000] for line in lines if "(" in line.text or "[" in line.text]
    others = [name for text in aside for name in _STANDS_IN.findall(text)]
    speakers = [name for line in lines for name in (line.speaker, line.nick) if name]
    mentions = [name for line in lines if "@" in line.raw for name in AT_NAME.findall(line.raw)]
    told = [name for line in lines if not line.speaker for name in _TELLS.findall(line.text[:2000])]
    told += _doers(lines)
    workers = [name for name in [*labels_of_work(lines), *told] if looks_like_name(name)]
    for name in dict.fromkeys([*named, *others, *speakers, *mentions, *workers]):
        words = name.replace("_", " ").lower().split()
        if not words:
            continue
        known |= {name.lower(), " ".join(words), words[0]}
        last = next((at for at, word in enumerate(words[1:], 1) if word in PARTICLES), len(words) - 1)
        if len(words) > 1:  # by the last name alone people are called too, and with its letter
            known |= {words[-1], " ".join(words[last:]), f"{words[0]} {words[-1][0]}"}
            known |= {" ".join(words[:last])}
        short = {letters for letters in initials(words) if len(letters) > 1}
        known |= {letters.upper() if letters in NOT_NAMES else letters for letters in short}  # `AS`
    return frozenset(known - NOT_NAMES | known & NAMES_TOO)


_TELLS = re.compile(
    r"(?:^|[.!?;] )([A-Z][\w'’-]+)(?= (?:geeft aan|licht toe|merkt op|meldt|vertelt|zegt|deelt mee|legt uit"
    r"|stelt voor|vraagt of|laat weten) )"
)
"""Who tells something is a person: `Ann meldt dat …`"""


def _doers(lines: Sequence[Line]) -> Iterator[str]:
    """Who does something where a Dutch sentence begins, or says something in an English one, and is written
    with a capital inside one too; or in initials."""
    written = [line.text[:2000] for line in lines if not line.speaker]
    doing = {name for text in written for name, verb in _DOES.findall(text) if verb in VERBS_NL_PRESENT}
    saying = {
        name for text in written for name in _SAYS_EN.findall(text) if name.lower() not in GROUPS | OF_PEOPLE
    }
    yield from sorted(name for name in saying if name.isupper())
    doing |= saying
    if doing:
        inside = {name for text in written for name in _INSIDE.findall(text)}
        yield from sorted(doing & inside)


_DOES = re.compile(r"(?:^|[.!?,;:] )([A-Z][\w'’-]+) ([a-zé]{3,14}t)(?= )")
_SAYS_EN = re.compile(
    r"(?:^|[.!?;,] |\band )([A-Z][\w'’-]+)(?= (?:said|told|asked|noted|stated|explained|mentioned|suggested"
    r"|proposed|confirmed|thanked|(?:agreed|offered|volunteered|promised) to) )"
)
_INSIDE = re.compile(r"(?<=[a-z,] )[A-Z][\w'’-]+")
