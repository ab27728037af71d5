"""Names in notes: what can be a name, and the person whom a name fits."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

from bot.notes.lines import clean
from bot.notes.words import GROUPS, NAMES_TOO, NOT_NAMES, PARTICLES
from bot.text.words import VERBS_EN, VERBS_NL

BOT = re.compile(r"(?<!ab)(?<!tal)bot$|^(?:rrsagent|zakim)$", re.IGNORECASE)
"""The name of a program that sits in a chat."""
ADDRESS = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
"""Of mail."""
NAME = (
    rf"(?:(?:[^\W\d_][\w.' -]{{0,40}} <)?{ADDRESS.pattern}>?|"
    r"<@[UW][A-Z0-9]{1,20}(?:\|[^<>\s]{1,80})?>|<!subteam\^\w{1,20}(?:\|[^<>]{0,80})?>"
    r"|@?[^\W\d_][\w.'’-]{0,30}(?: (?:(?:van|vd|de[rnls]?|het|ten|ter|von|zu|d[iau]|d[ao]s|la|le|el"
    r"|y|a[fv]|bin|'t)\b ?){0,3}(?:[dl]['’])?[A-Z\u00c0-\u00de][\w'’-]{0,30}\.?){0,4})"
)
"""The form of a name, or of a mention of a person or a group; `looks_like_name` decides."""
_AND = r"(?: ?[,/&+] ?(?:and |en )?| and | en |(?<=>) (?=<@))"
NAMES = rf"{NAME}(?:{_AND}{NAME}){{0,4}}"
_ONE_NAME = re.compile(NAME)
_BETWEEN_NAMES = re.compile(rf" ?; ?|{_AND}")
_MENTION = re.compile(r"<@[UW][A-Z0-9]{1,20}(?:\|[^<>\s]{1,80})?>")
AT_NAME = re.compile(r"(?<![\w.])@([^\W\d_][\w-]{1,30})")
ASIDE = re.compile(r"\s*[\[(][^()\[\]]{0,200}[\])]")
TITLES = (
    r"(?i:(?:de (?:heer|heren|dames?)|mevrouw|meneer|mw|mevr|dhr|capt|supt|rev|lt|col|mr|mrs|ms|dr|drs"
    r"|ir|ing|prof|ds|oud|diak|ouderling|diaken|zr|br"
    r"|cllrs?|councillors?|wethouder|burgemeester|gemeentesecretaris|wijkagent"
    r"|(?:(?:vice |co-)?chair(?:man|woman)?|member|president|trustee|commissioner|librarian)(?= (?-i:[A-Z]))"
    r")\.? (?!(?-i:[a-z]{4})))*"
)
"""Before a name, of which they are no part; `IR told` are initials."""
_TITLED = re.compile(rf"{TITLES}(?=[^\W\d_])")
CAMEL = re.compile(r"(?<=[a-z]{2})(?=[A-Z](?:[a-z]{2}|$))")


def looks_like_name(text: str, known: frozenset[str] = frozenset()) -> bool:
    """Whether `text` can be a person: known, a mention, or capitalised words that are no other word."""
    name = text.strip()
    if not _ONE_NAME.fullmatch(name):
        return False
    plain = name.lstrip("@").lower().rstrip(".")
    if plain in ("channel", "here"):  # all who read along are nobody
        return False
    if name in known or plain in known or plain in GROUPS:
        return True
    if name.startswith(("<", "@")) or ADDRESS.search(name):
        return True
    first, *more = _VAN.sub("", plain).split()
    if not more and first.endswith(("tions", "sions", "ments")):  # `Nominations will close`
        return False
    if first in NOT_NAMES or first in VERBS_EN or first in VERBS_NL or _is_verb(first):
        return False
    last = more[-1] if more and not name.rstrip(".").endswith((" A", " I")) else ""  # `Ann A.`
    if last in NOT_NAMES - NAMES_TOO - PARTICLES and " van de" not in plain:  # Van der Meer
        return False
    return name != name.lower()


def _is_verb(word: str) -> bool:
    """Whether it is a form of a verb: `Looked`, `Tried`, `Requests`."""
    if not word.endswith(("ed", "s")):
        return False
    stems = {
        word.removesuffix("ed" if word.endswith("ed") else "s"),
        word[:-1],
        f"{word.removesuffix('ied')}y",
    }
    return not VERBS_EN.isdisjoint(stems)


def is_full_name(name: str) -> bool:
    words = name.split()
    return (
        2 <= sum(word not in PARTICLES for word in words) <= MOST_WORDS
        and words[0][0].isupper()
        and words[-1][0].isupper()
        and is_listed(name)
    )


def is_listed(name: str) -> bool:
    """Whether it can be a name where names are expected: also `Van Dam`, `A Lee`, `Mark` and `Grant Lee`."""
    if not _NO_MIDDLE.isdisjoint(name.split()[1:-1]):
        return False
    if looks_like_name(name) or name.lower() in NAMES_TOO:
        return True
    first, *others = name.lower().split() or [""]
    opens = first in PARTICLES | NAMES_TOO | VERBS_EN or len(first.strip(".")) == 1
    return bool(opens and others and name.split()[-1][:1].isupper() and others[-1] not in NOT_NAMES)


MOST_WORDS = 5
_NO_MIDDLE = NOT_NAMES - PARTICLES - {"op", "aan", "in", "uit", "bij", "over"}
"""No such word is within a name, where it has a small letter."""

_WORD = re.compile(r"[^\W_]+")
_VAN = re.compile(r"van (?:de[rn]? )?(?=\S)")
_APART = " ,.;:()[]'’\""


def may_name(text: str, known: frozenset[str]) -> bool:
    """Whether a sentence can name somebody: known, mentioned, or unknown in its first words."""
    opening = [word for each in text[:60].split() if (word := each.strip(_APART)) and word[0].isupper()]
    named = (
        word in known or word.replace("’", "'").partition("'")[0].lower() not in NOT_NAMES for word in opening
    )
    if any(named) or "@" in text:
        return True
    lower = text.lower()
    if _NAMES_GROUP.search(lower):
        return True
    words = {*_WORD.findall(lower), *(each.strip(_APART) for each in lower.split())}
    return not (known.isdisjoint(words) and _OF_GROUP.isdisjoint(words))


_NAMES_GROUP = re.compile(r"(?:groep|commissie|gemeente|\bde or)(?![^\W_])")
_OF_GROUP = GROUPS | {"committee", "council", "group", "officer", "manager", "coordinator"}


def split_names(text: str) -> list[str]:
    text = text.replace(" v/d ", " vd ")
    return [name for part in _BETWEEN_NAMES.split(text) if (name := _TITLED.sub("", part.strip(" .,;:"), 1))]


def are_names(text: str, known: frozenset[str] = frozenset()) -> bool:
    """Whether `text` is one to five names and nothing else."""
    names = split_names(text)
    if not 0 < len(names) <= 5 or not looks_like_name(names[0], known):
        return False
    return all(name.lower() in NAMES_TOO or looks_like_name(name, known) for name in names[1:])


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
    bare_name = ASIDE.sub("", clean(name.replace("_", " "))).strip(" @.,:;")
    letters = unicodedata.normalize("NFKD", CAMEL.sub(" ", bare_name))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()
    return tuple(re.findall(r"[^\W_]+", plain))


def initials(words: Sequence[str]) -> set[str]:
    return {
        "".join(word[0] for word in words),
        "".join(word[0] for word in words if word not in PARTICLES),
        "".join(part[0] for word in words for part in word.split("-") if part),
    }


def _same(written: Sequence[str], full: Sequence[str]) -> bool:
    return written == full or "".join(written) == "".join(full)


def _part(written: Sequence[str], full: Sequence[str]) -> bool:
    """`Ann` or `Lee` or `Ann L` of Ann Lee: whole words, an initial for the first or the last one allowed."""
    if not full or not set(written) - PARTICLES:
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
    return 2 <= len(letters) <= 5 and len(full) > 1 and letters in initials(full)


def _begins(written: Sequence[str], full: Sequence[str]) -> bool:
    """A nickname that is the beginning of a first name: `Matt` for Matthijs, not `Al` for Alex."""
    return len(written) == 1 and len(written[0]) >= 3 and bool(full) and full[0].startswith(written[0])
