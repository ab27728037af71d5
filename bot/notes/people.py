"""Names in notes: the people present, what can be a name, and the person whom a name fits."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from bot.notes.lines import Line, bare, clean, read_line, sentences
from bot.notes.note_lines import labels_of_work
from bot.notes.words import ABSENT, GROUPS, NAMES_TOO, NOT_NAMES, OFFICES, PRESENT
from bot.text.words import VERBS_EN, VERBS_NL

ADDRESS = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
"""Of mail."""
NAME = (
    rf"(?:(?:[^\W\d_][\w.' -]{{0,40}} <)?{ADDRESS.pattern}>?|"
    r"<@[UW][A-Z0-9]{1,20}(?:\|[^<>\s]{1,80})?>|<!subteam\^\w{1,20}(?:\|[^<>]{0,80})?>"
    r"|@?[^\W\d_][\w.'’-]{0,30}(?: (?:(?:van|de|der|den|het|ten|ter|von|di|da|la|le|el|bin)\b ?){0,3}"
    r"[A-Z\u00c0-\u00de][\w'’-]{0,30}\.?){0,3})"
)
"""The form of a name, or of a mention of a person or a group; `looks_like_name` decides."""
_AND = r"(?: ?[,/&+] ?(?:and |en )?| and | en |(?<=>) (?=<@))"
NAMES = rf"{NAME}(?:{_AND}{NAME}){{0,4}}"
_ONE_NAME = re.compile(NAME)
_BETWEEN_NAMES = re.compile(rf" ?; ?|{_AND}")
_MENTION = re.compile(r"<@[UW][A-Z0-9]{1,20}(?:\|[^<>\s]{1,80})?>")
_AT_NAME = re.compile(r"(?<![\w.])@([^\W\d_][\w-]{1,30})")
_ASIDE = re.compile(r"\s*[\[(][^()\[\]]{0,200}[\])]")
_PRESENT_COMMAND = re.compile(r"(present|regrets)\+[:\s]*(.*)", re.IGNORECASE)
_LISTED = re.compile(
    r"(?:^|[.;,(|] ?)(?P<label>" + "|".join(sorted(PRESENT | ABSENT, key=len, reverse=True)) + r") ?[:|]\s*",
    re.IGNORECASE,
)
"""What stands before a list of names."""
_STANDS_IN = re.compile(
    r"[(\[](?:(?:deputy|stand-?in|acting) )?(?:for|voor|namens|vervangt|on behalf of|i\.p\.v\.)"
    rf" ({NAME})[)\]]",
    re.IGNORECASE,
)
_WIDE, _COLUMNS = re.compile(r"\s*(?:\t| {2,})\s*"), re.compile(r"\s*[;|•]\s*")
_OPENING_LIST = re.compile(r"\(([^()]{5,400})\)")
_CAMEL = re.compile(r"(?<=[a-z]{2})(?=[A-Z](?:[a-z]{2}|$))")
_OPENING_LINES = 12
_MOST_WORDS = 5
"""Of a name."""


def looks_like_name(text: str, known: frozenset[str] = frozenset()) -> bool:
    """Whether `text` can be a person: known, a mention, or capitalised words that are no other word."""
    name = text.strip()
    if not _ONE_NAME.fullmatch(name):
        return False
    plain = name.lstrip("@").lower().rstrip(".")
    if name.startswith(("<", "@")) or ADDRESS.search(name) or plain in known or plain in GROUPS:
        return True
    first = plain.split()[0]
    if first in NOT_NAMES or first in VERBS_EN or first in VERBS_NL:
        return False
    return name != name.lower()


def split_names(text: str) -> list[str]:
    return [name for part in _BETWEEN_NAMES.split(text) if (name := part.strip(" .,;:"))]


def are_names(text: str, known: frozenset[str] = frozenset()) -> bool:
    """Whether `text` is one to five names and nothing else."""
    names = split_names(text)
    if not 0 < len(names) <= 5 or not looks_like_name(names[0], known):
        return False
    return all(name.lower() in NAMES_TOO or looks_like_name(name, known) for name in names[1:])


def attendees(lines: Sequence[Line]) -> tuple[str, ...]:
    """The people said to be present; without such a list those who speak."""
    present: dict[str, None] = {}
    absent: set[str] = set()
    for here, name in _listed(lines):
        if here:
            present.setdefault(name)
        else:
            absent.add(name.lower())
    if not present:
        present = dict.fromkeys(_opening_list(lines) or _speakers(lines))
    return tuple(name for name in present if name.lower() not in absent)


def known_names(lines: Sequence[Line], present: Iterable[str]) -> frozenset[str]:
    """Every way in which the notes are likely to call the people that they name, lower case.

    Who is absent can be given work all the same, and so can whom somebody stands in for.
    """
    known: set[str] = set()
    absent = [name for here, name in _listed(lines) if not here]
    others = [name for line in lines for name in _STANDS_IN.findall(line.text[:2000])]
    speakers = [name for line in lines for name in (line.speaker, line.nick) if name]
    mentions = [name for line in lines for name in _AT_NAME.findall(line.raw)]
    workers = [name for name in labels_of_work(lines) if looks_like_name(name)]
    for name in [*present, *absent, *others, *speakers, *mentions, *workers]:
        words = name.replace("_", " ").lower().split()
        if not words:
            continue
        known |= {name.lower(), " ".join(words), words[0]}
        known |= {initials for initials in _initials(words) if len(initials) > 1}
    return frozenset(known - NOT_NAMES | known & NAMES_TOO)


def _listed(lines: Sequence[Line]) -> Iterator[tuple[bool, str]]:
    """(present, name) for every name in a list of the present or the absent."""
    section: bool | None = None
    bulleted = False
    for line in lines:
        if command := _PRESENT_COMMAND.match(line.text):
            names = command[2] or line.speaker or ""
            yield from ((command[1].lower() == "present", name) for name in _names_in(names))
            continue
        label = bare(line.text)
        if label in PRESENT or label in ABSENT:
            section, bulleted = label in PRESENT, False
        elif line.speaker is None and (listed := [*_lists_in(_with_bars(line))]):
            here, names = listed[-1]
            section, bulleted = here if not names.strip() else None, False
            yield from ((here, name) for here, names in listed for name in _names_in(names))
        elif section is not None and line.text:
            names_here = _names_of_item(line)
            if line.heading or not names_here or (bulleted and not line.bullet):
                section = None
            else:
                bulleted = bulleted or line.bullet
                yield from ((section, name) for name in names_here)


def _lists_in(text: str) -> Iterator[tuple[bool, str]]:
    """Whether they are present, and the names as written, of each list in a line: `Present: A; absent: B`."""
    found = [*_LISTED.finditer(text)]
    ends = [*(label.start() for label in found[1:]), len(text)]
    for label, end in zip(found, ends, strict=False):
        names = text[label.end() : end]
        whole = names.replace(";", "|")  # which ends no list
        yield label["label"].lower() in PRESENT, "".join(sentences(whole)[:1])


def _with_bars(line: Line) -> str:
    """The text of a line, with bars for the tabs and the wide spaces that were between its words."""
    raw = line.raw.strip()
    if not _WIDE.search(raw):
        return line.text[:2000]
    return clean(read_line(line.number, _WIDE.sub(" | ", raw)).text)[:2000]


def _names_of_item(line: Line) -> list[str]:
    """The names in an item of a list of names: `Ann Lee (chair)` is Ann Lee; one with a bullet has one."""
    several = _names_in(_with_bars(line)) if not line.bullet else []
    if len(several) > 1 and all(looks_like_name(name) for name in several):
        return several
    name = _ASIDE.sub("", line.text).split(" - ")[0].split(" – ")[0].strip(" .,;")
    fits = len(name) <= 60 and len(name.split()) <= 5 and ":" not in name
    return [name] if fits and any(letter.isalpha() for letter in name) else []


def _names_in(text: str) -> list[str]:
    """The names in a list; between semicolons or tabs, `Lee, Ann` is one."""
    parts = [part for each in _COLUMNS.split(_ASIDE.sub("", text)) if (part := each.strip(" .,;:"))]
    turned = len(parts) > 1 and all(part.count(",") == 1 for part in parts)
    found = [
        name
        for part in parts
        for name in ([" ".join(reversed(part.split(", ")))] if turned else split_names(part))
    ]
    return [name for name in found if len(name) <= 60 and len(name.split()) <= 5]


def _opening_list(lines: Sequence[Line]) -> list[str]:
    """A list of full names in brackets in the opening lines: `the board (Ann Lee, Bo Ek and Cy Fox) met`."""
    opening = [line for line in lines if line.text and line.speaker is None][:_OPENING_LINES]
    for line in opening:
        for listed in _OPENING_LIST.finditer(line.text[:2000]):
            names = split_names(listed[1])
            if len(names) >= 2 and all(_is_full_name(name) for name in names):
                return names
    return []


def _is_full_name(name: str) -> bool:
    words = name.split()
    return 2 <= len(words) <= 5 and words[0][0].isupper() and words[-1][0].isupper() and looks_like_name(name)


def _speakers(lines: Sequence[Line]) -> list[str]:
    """Those who speak or type, each once: `ann` and `Ann_Lee` are one."""
    names: dict[str, str] = {}
    for line in lines:
        for name in (line.nick, line.speaker):
            if name and bare(name) not in OFFICES:
                shown = _CAMEL.sub(" ", name.replace("_", " ")).strip()
                names.setdefault(shown.lower(), shown)
    parts = {part for name in names for part in _parts(name)}
    return [shown for key, shown in names.items() if frozenset(key.split()) not in parts]


def _parts(name: str) -> Iterator[frozenset[str]]:
    """Some of the words of a name; what has more words than names have is none."""
    words = frozenset(name.split())
    if len(words) <= _MOST_WORDS:
        for count in range(1, len(words)):
            yield from map(frozenset, combinations(words, count))


def fitting(name: str, people: Mapping[str, str]) -> list[str]:
    """The ids of all in `people` whom the written `name` fits best.

    A full name beats a first name, which beats initials, which beat a beginning (`Jo` for Johanna).
    """
    if mention := _MENTION.fullmatch(name.strip()):
        user = mention.group()[2:-1].split("|")[0]
        return [user] if user in people else []
    written = _plain(name)
    if not written:
        return []
    read = {user: _plain(full) for user, full in people.items()}
    for fits in (_same, _part, _same_initials, _begins):
        found = [user for user, full in read.items() if fits(written, full)]
        if found:
            return found
    return []


@lru_cache(maxsize=4096)
def _plain(name: str) -> tuple[str, ...]:
    """The words of `name` without case, accents, brackets and @; of the same people for each line."""
    bare_name = _ASIDE.sub("", clean(name.replace("_", " "))).strip(" @.,:;")
    letters = unicodedata.normalize("NFKD", _CAMEL.sub(" ", bare_name))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()
    return tuple(re.findall(r"[^\W_]+", plain))


_PARTICLES = frozenset(["van", "de", "der", "den", "het", "ten", "ter", "von"])


def _initials(words: Sequence[str]) -> set[str]:
    return {
        "".join(word[0] for word in words),
        "".join(word[0] for word in words if word not in _PARTICLES),
        "".join(part[0] for word in words for part in word.split("-") if part),
    }


def _same(written: Sequence[str], full: Sequence[str]) -> bool:
    return written == full or "".join(written) == "".join(full)


def _part(written: Sequence[str], full: Sequence[str]) -> bool:
    """`Ann` or `Lee` or `Ann L` of Ann Lee: whole words, an initial for the first or the last one allowed."""
    if not full or not set(written) - _PARTICLES:
        return False
    if set(written) <= set(full):
        return True
    if len(written) < 2 or len(full) < 2:
        return False
    first, last = (written[0] == full[0], written[-1] == full[-1])
    return (first and len(written[-1]) == 1 and full[-1][0] == written[-1]) or (
        last and len(written[0]) == 1 and full[0][0] == written[0] and set(written[1:]) <= {*full[1:]}
    )


def _same_initials(written: Sequence[str], full: Sequence[str]) -> bool:
    letters = "".join(written)
    return 2 <= len(letters) <= 5 and len(full) > 1 and letters in _initials(full)


def _begins(written: Sequence[str], full: Sequence[str]) -> bool:
    """A nickname that is the beginning of a first name: `Matt` for Matthijs, not `Al` for Alex."""
    return len(written) == 1 and len(written[0]) >= 3 and bool(full) and full[0].startswith(written[0])
