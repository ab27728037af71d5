"""The names in an item, or a line, of a list of people: without their roles, firms and addresses."""

import re

from bot.notes.lines import Line, bare, clean
from bot.notes.people import ADDRESS, ASIDE, MOST_WORDS, is_full_name, is_listed, looks_like_name, split_names
from bot.notes.words import (
    BESIDE_PRESENCE,
    FIRST_AND_LAST,
    GROUPS,
    HEADER_FIELDS,
    NOTHING,
    OFFICES,
    PARTICLES,
    PRESENT,
    ROLES,
    SECTIONS,
)

_NUMBER = re.compile(r"^\s*\d{1,3}[.)]\s*")
_WIDE, _COLUMNS = re.compile(r"\s*(?:\t| {2,})\s*"), re.compile(r"\s*[;|•·]\s*")
_ROLE = re.compile(
    r"\s+[–—-](?:\s+|(?=[a-z]))|\s*[=/]\s+"
    r"|\s+(?:left|leaves|arrived|joined|until|vertrok|tot|vanaf)(?=\s)"
    r"|\s+(?:online|on the phone|by phone|telefonisch|digitaal)$"
    r"|\s+(?:from|for|at|bij|van het|van de|namens|on behalf of)\s+|\s+van\s+(?=[A-Z]{2})"
)
_OF_WORK = re.compile(r"^(?:onder wie |(?:[a-zé]{4,} )+)(?=[A-Z\u00c0-\u00de])")
"""What somebody is, before the name: `huisarts Van Dam`."""
_OF_GROUP = re.compile(
    r"(?:^|(?<=[,;&|:] )|(?<=\ben )|(?<=\band ))([^\W\d_][\w'’-]*(?: [\w'’-]+){0,2}) ?\(([^()]{3,300})\)"
)
"""What stands before brackets in a list, and what is in them."""
_DASH = re.compile(r"\s[–—-]\s")
_INITIALS = (
    r"((?-i:(?:[A-Z]\.? ?|(?:Th|Chr?|Ph|Joh)\. ?){1,4} (?:(?:van|de|der|den|ten|ter|v\.d\.|vd) )*"
    r"[A-Z][\w'’-]+))"
)
_TITLES = r"\b(?:(?:cllrs?|councillors?|mrs?|ms|miss|dr|dhr|mevr|mw|de heer|mevrouw)\.? )+"
_TITLE = re.compile(_TITLES, re.IGNORECASE)
_TITLED = re.compile(f"{_TITLES}{_INITIALS}", re.IGNORECASE)
"""A title, initials and a last name: what such a list says of one behind the name is no other."""
_AMONG_TITLED = re.compile(
    f"(?:{_TITLES}|(?:(?<=, )|(?<=and ))(?=(?-i:[A-Z])[. ])){_INITIALS}", re.IGNORECASE
)
_UNPARTED = re.compile(
    rf"(?<=\w)( ?\([^()]{{1,60}}\)) (?=[A-Z][\w'’-]+ (?:[A-Z(]|(?:{'|'.join(sorted(PARTICLES))}) ))"
    r"| with (?=[A-Z][\w'’-]+ [A-Z])"
    r"|(?<=[\w)]) (?=(?:Namens|Vanuit|Gasten|Guests|Overige|Staff)\b[^:,;]{0,40}: )"
)
"""Two names with brackets between them, or the label of a party, and no comma: `Ann Lee (chair) Bo Ek`."""
_TELLS_WHO = re.compile(r" (?!and |en |& )[^\W\d_]")
_UNSAID = re.compile(
    r"(?:(?:,| and| en| &)? (?:and others|others|et al|e\.a|anderen)\.?| and| en| &| with)$", re.IGNORECASE
)
_NEXT_HANDLE = re.compile(r"(?<![,;/&+|])(?<! and)(?<! en) (?=@)")
"""Before a handle that nothing else parts from the one before."""
_LONGEST_NAME, _FEW = 60, 3


NOBODY = (
    NOTHING
    | BESIDE_PRESENCE
    | {"ik", "i", "me", "mij", "ondergetekende", "undersigned", "quorum", "ja", "nobody", "niemand"}
    | {"echtgenoot", "echtgenote", "partner", "introducé", "spouse"}
    | FIRST_AND_LAST
    | {"name", "names", "naam", "namen"}
    | PRESENT
    | {"parents", "teachers", "students", "residents", "ouders", "leerlingen", "leraren", "bewoners"}
)


_NO_FIRST = frozenset(
    "namens zie see volgens no two three four five six seven eight nine ten several some many"
    " vier vijf zes zeven acht negen tien".split()
)


def with_bars(line: Line) -> str:
    """The text of a line, with bars for the tabs and the wide spaces that were between its words."""
    raw = line.raw.strip()
    if raw.startswith("|"):
        return clean(raw.strip("| "))[:2000]
    if not _WIDE.search(raw) or line.bullet:
        return line.text[:2000]
    return clean(_WIDE.sub(" | ", raw))[:2000]


def names_of_item(line: Line) -> list[str]:
    """The names in an item of a list of names: `Ann Lee (chair)`, `Chair: Ann Lee`, `Ann Lee, Acme Inc.`"""
    if (
        line.bullet
        and line.speaker
        and _is_person(line.speaker)
        and not any(name[0] == "@" or is_full_name(name) for name in names_in(line.text))
    ):
        return [line.speaker]  # `Ann Lee - Acme`, as people speak below
    if (handle := _HANDLE_FIRST.match(line.text)) and is_full_name(handle[1]):
        return [handle[1]]
    text = ASIDE.sub("", _OF_GROUP.sub(_people_of, _without_firms(with_bars(line)))).strip(' "“”')
    first, *columns = text.split(" | ")
    if len(columns) == 1 and len(names := names_in(first)) == 1 and is_full_name(names[0]):
        return names  # and where they are from
    if text.endswith(":"):
        return []
    if (firm := _BEHIND_COMMA.match(text)) and is_full_name(firm[1]):
        return [firm[1]]
    head = _DASH.split(text)[0]
    named = is_full_name(head) or (line.bullet and _is_person(head))
    text = head if named and not line.speaker else text
    if label := re.match(r"([^:]{2,40}):\s+(?=\S)", text):
        others = bare(label[1]) in SECTIONS | HEADER_FIELDS - OFFICES
        behind = [] if others else [*filter(is_listed, names_in(text[label.end() :]))]
        if behind or others:
            return behind
        return names_in(label[1]) if looks_like_name(label[1]) else []
    names = names_in(text)
    name, _, where = text.partition(", ")
    two = (len(names) == 2 or "/" in where) and text.count(",") == 1 and line.text[-1:] != ")"
    apart = line.bullet or any(map(str.isdigit, where))
    if two and apart and (_is_role(names[1]) or (is_full_name(name) and where[:1].isupper())):
        return names[:1]
    if (one := _TITLED.match(text)) and _TELLS_WHO.match(text, one.end()):
        return [one[1]]
    listed = sum(map(is_listed, names))  # among nicks may be a `demo` and a `monk`
    nicks = len(names) > _FEW and listed * 2 > len(names) and not any(" " in name for name in names)
    if listed == len(names) or nicks or (len(names) == 1 and " " not in names[0]):
        return names
    sure = line.bullet and names and (is_listed(names[0]) or " " not in names[0])
    return names[:1] if sure else []


_HANDLE_FIRST = re.compile(r"@[\w-]+ \(([^()@]{3,40})\)$")
"""`@alee (Ann Lee)`"""
_BEHIND_COMMA = re.compile(
    rf"([^,]{{3,40}}), (?=[^,]* (?:of|for|at) |(?:{'|'.join(sorted(ROLES))}|c[etf]o)\b)[^,]+(?:,[^,]+)?",
    re.IGNORECASE,
)
"""`Ann Lee, president of Acme`"""


def _is_person(text: str) -> bool:
    return looks_like_name(text) and bare(text) not in ROLES | OFFICES


OF_PEOPLE = frozenset(
    "people persons personen mensen who wie team members leden namens er board bestuur staff trustees"
    " observers contractors guests gasten council college directie griffie secretariaat committee commissie"
    " participants attendees voting others overigen".split()
)


GROUP = re.compile(
    r"(?:[A-Z][a-z]+ )?[\w-]*(?:leden|notulisten|gasten|ouders|leerkrachten|members|guests)", re.IGNORECASE
)
"""A line that is the name of a party: `Overige leden`."""


def _is_role(text: str) -> bool:
    """Whether it is an office or a firm rather than a second name: `chair`, `W3C`, `Acme BV`."""
    words = text.split()
    firm = words[-1].strip(".").lower() in _FIRMS or (len(words) == 1 and text.isupper())
    return firm or text[:1].islower() or words[-1].lower() in ROLES or not looks_like_name(text)


_FIRMS = frozenset(
    "bv nv inc ltd llc gmbh foundation stichting vereniging university universiteit gemeente".split()
)


_SHARED = re.compile(
    r"(?:^|(?<=, ))([A-Z][a-z'’-]+) (?:and|en|&) (?!Dr|Mrs?|Ms|Cllr)([A-Z][a-z'’-]+)"
    r" ([A-Z][\w'’-]+)(?=[,;])"
)
"""`Ann and Bo Lee, Cy Dam`: two of one last name."""
_OFFICER = re.compile(
    rf"(?:^|(?<=, )|(?<=and )|(?<=en ))(?:the|de) (?:[\w-]+ )?(?:{'|'.join(sorted(ROLES | {'clerk'}))})"
    r"(?: ?[–—-] |: |, )((?-i:[A-Z])[\w'’-]+ (?-i:[A-Z])[\w'’-]+)",
    re.IGNORECASE,
)
"""`and the Clerk – Ann Lee`"""
_QUOTES = str.maketrans({'"': "", "“": "", "”": "", "~": ": "})


def names_in(text: str) -> list[str]:
    """The names in a list; between semicolons or tabs, `Lee, Ann` is one, and what follows a name is left."""
    text = text[1:-1] if text.startswith(('["', "['")) else text  # of a header in YAML
    text = _OF_GROUP.sub(_people_of, _without_firms(text.translate(_QUOTES)))
    text = _SHARED.sub(r"\1 \3, \2 \3", text)
    text = ASIDE.sub("", text) if "))" in text else text  # the brackets within brackets
    text = _UNSAID.sub("", ASIDE.sub("", _UNPARTED.sub(r"\1, ", text)).strip(" .;,"))
    text = _without_roles(text) if ": " in text else text
    text = _NEXT_HANDLE.sub(", ", text) if text.startswith("@") else text
    officers = _OFFICER.findall(text)
    text = _OFFICER.sub(r"\1", text) if officers else text
    titled = len(_TITLED.findall(text))
    if titled > 1 and titled * 2 > len(_TITLE.findall(text)):
        return _AMONG_TITLED.findall(text) + officers
    parts = [part for each in _COLUMNS.split(text) if (part := each.strip(" .,;:"))]
    if len(parts) == 2 and " " not in parts[1] and is_full_name(split_names(parts[0])[0]):
        parts = parts[:1]  # and where they are from
    pairs = [part.split(", ") for part in parts]
    paired = len(parts) > 1 and all(len(pair) == 2 and len(split_names(pair[1])) == 1 for pair in pairs)
    found: list[str] = []
    for part in parts:
        last, _, first = part.partition(", ")
        if paired and (len(last.split()) == 1 or last.split()[0] in PARTICLES):
            found.append(f"{first} {last}")
        else:
            found += [name for each in split_names(last if paired else part) for name in _by_two(each)]
    return [name for each in found if (name := _bare_name(each.rpartition(": ")[2]))]


def _without_roles(text: str) -> str:
    """A list in which roles stand behind the names: `Ann Lee: chair, Bo Ek: vice president of events`."""
    told = _ROLE_BEHIND.findall(text)
    roles = all(_IS_ROLE.fullmatch(role) for _, role in told)
    people = len(told) > 1 and all(is_full_name(who) and not _IS_ROLE.fullmatch(who) for who, _ in told)
    return _ROLE_BEHIND.sub(r"\1", text) if told and (roles or people) else text


_ROLE_BEHIND = re.compile(r"(?:^|(?<=, ))([A-Z][^,;:]{1,40}): ([^,;:]{2,60})(?=[,;]|$)")
_IS_ROLE = re.compile(rf"(?:[\w-]+ )?(?:{'|'.join(sorted(ROLES))})", re.IGNORECASE)


def _by_two(text: str) -> list[str]:
    """Three names or more, in two words each, between which no sign stands: `Ann Lee Bo Ek Cy van Dam`."""
    words = text.split()
    if len(words) <= MOST_WORDS or not all(word[0].isupper() or word in PARTICLES for word in words):
        return [text]
    parted, ends = [""], 0
    for word in words:
        parted[-1] += f" {word}"
        ends += word not in PARTICLES
        if ends == 2:
            parted, ends = [*parted, ""], 0
    names = [each.strip() for each in parted if each]
    return names if all(map(is_full_name, names)) else [text]


def _without_firms(text: str) -> str:
    """A list of those for whom people are there: `AEGEE (Ann Lee), W.S.G. Abacus (Bo Ek), Aloha (Cy Dam)`."""
    told = _FIRM.findall(text) if text.count("(") > 2 else []
    firms = any(_IN_CAPITALS.match(firm) for firm, _ in told) and not all(is_full_name(of) for of, _ in told)
    return _FIRM.sub(r"\2", text) if firms and all(is_full_name(name) for _, name in told) else text


_FIRM = re.compile(r"(?:^|(?<=[,;])) ?([^,;()]{2,40}) \(([^()]{3,60})\)")
_IN_CAPITALS = re.compile(r"[A-Z]{3,}\b")


def _people_of(found: re.Match[str]) -> str:
    """Those in the brackets behind a group or an office: `OV (Ann, Bo)`, `voorzitter (Ann Lee)`."""
    who, names = found[1], [_bare_name(name) for name in split_names(found[2])]
    full = all(map(is_full_name, names)) and OF_PEOPLE.isdisjoint(found[2].lower().split())
    office = bare(who) in ROLES | OFFICES | GROUPS or GROUP.fullmatch(who) or {*bare(who).split()} & OF_PEOPLE
    several = len(names) > 1 and all(name[:1].isupper() and is_listed(name) for name in names)
    several = several and not any(f"({name})" in found.string for name in names)  # where somebody is from
    plain = who[0].islower() and who.split()[0] not in PARTICLES
    named = (full or several) if office else several and (who.isupper() or (plain and full))
    return found[2] if named else found[0]


def _bare_name(text: str) -> str:
    """A name without its mail address, role, ticks and number; empty for what is no name."""
    mailed = ADDRESS.sub("", text).strip(" <>()")
    name = _ROLE.split(_NUMBER.sub("", mailed or text, count=1).strip("*_ .,:;-–—✓✔✅☑"))[0].strip()
    handled = _OF_WORK.sub("", re.sub(r"\s+@[\w-]+$", "", name))
    words = handled.split()
    while (
        len(words) > 2
        and not words[0].isupper()
        and words[-1].lower() in ROLES | {"vice", "deputy", "acting"}
    ):
        words = words[:-1]  # `Ann Lee Vice Chair`
    while len(words) > 2 and words[0].lower() in ROLES | {"vice", "mayor"}:
        words = words[1:]  # `Treasurer Ann Lee`
    handled = " ".join(words)
    group = name.partition(" ")[0]  # `leerkrachten`, `bestuursleden OV`
    odd = (
        not words
        or ((words == [group] or handled.isupper()) and GROUP.fullmatch(group))
        or handled.lower().lstrip("@!") in ("channel", "here", "everyone", "iedereen")
        or any(map(str.isdigit, words))
        or sum(word not in PARTICLES for word in words) > MOST_WORDS
    )
    odd = (
        odd
        or words[0].lower() in _NO_FIRST
        or handled.lower() in NOBODY
        or not ROLES.isdisjoint([last := words[-1].lower().rpartition("-")[2], last.removesuffix("s")])
    )
    lower = len(words) > 1 and handled == handled.lower() and words[0] not in PARTICLES
    return (
        "" if odd or lower or len(handled) > _LONGEST_NAME or not any(map(str.isalpha, handled)) else handled
    )
