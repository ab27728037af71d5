"""Who was there and who was not, as notes say it: in a list, a line, a table or a sentence."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import dropwhile, pairwise, takewhile, zip_longest
from typing import NamedTuple

from bot.notes.lines import Line, bare, sentences
from bot.notes.name_lists import names_in, names_of_item, with_bars
from bot.notes.noted import PRESENT_SIGN, typed_names
from bot.notes.parties import (
    excepted,
    heads_names,
    is_marked_absent,
    more_names,
    party,
    presence,
    presence_above,
    presence_of,
    says_absent,
    unparted,
    with_marks,
    with_offices,
)
from bot.notes.people import BOT, fitting, is_full_name, is_listed, split_names
from bot.notes.roll import IN_COLUMNS, Roll, is_whole_name
from bot.notes.speakers import all_speakers, label_of
from bot.notes.words import ABSENT, ABSENT_LABELS, OFFICES, PRESENT, PRESENT_LABELS, stems

_LABEL = "|".join(sorted(PRESENT | ABSENT, key=len, reverse=True))
_SHORT = "|".join(map(re.escape, sorted(PRESENT_LABELS | ABSENT_LABELS, key=len, reverse=True)))
_FIELD = re.compile(
    r"(?:^|[.;,(|] ?|(?<=[\w)]) (?=(?-i:[A-Z])[\w.]+(?: [\w.]+){0,2}:)"
    r"|(?<= the) (?=following )|(?<= de) (?=volgende ))"
    r"(?P<label>(?:(?:(?<![,\w)] )(?:[^\W\d_][\w/-]* ){0,4}|(?:[^\W\d_][\w-]* (?-i:(?![A-Z]))){0,3})"
    rf"(?:{_LABEL})|{_SHORT})\b\.?"
    r"(?: [\w.-]+){0,3}?(?: ?\([^()]{0,40}\))?)"
    r" ?(?::(?!\d)|\|| [–—-](?= ))\s*",
    re.IGNORECASE,
)
"""What stands before a list of names."""
_SLASH = re.compile(
    rf"^(?:(?:\d{{1,2}}[.)]? )?({_LABEL})(?:(?: /|;) (?=(?-i:[A-Z]))(?!(?:{_LABEL})\b)"
    r"|(?<!ance)(?<!name)(?<!heid)(?<!ntie) (?=(?-i:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,2}(?: \([^()]*\))?$)))"
    r"|((?:\w+ ){1,3}present), (?=(?-i:[A-Z])))",
    re.IGNORECASE,
)
"""`Present / Ann Lee`, `1 Present Ann Lee`, `Members present, Ann Lee`"""
_PROSE = re.compile(
    rf"(?:^|[.;] |\b)(?P<label>{_LABEL})(?P<at> (?:at|on|bij|op|in|for|voor)\b[^:.]{{0,40}}?)?"
    r" (?:were|are|was|is|waren|zijn|by|door)(?: (?:received|ontvangen|ingekomen))?(?: from| van)?"
    r"\s*:?\s+(?:(?:the )?(?:[\w-]+ )?(?:members|directors|trustees|councillors|leden|bestuursleden) )?"
    r"(?P<names>[^\s].{2,})",
    re.IGNORECASE,
)
"""`Present were Ann and Bo`, `Aanwezig zijn: …`"""
_UNPARTED = re.compile(
    r"(?P<label>aanwezig|afwezig|afgemeld|attendees|apologies|absent)"
    r" (?P<names>[^\W\d]\S*(?: \S+)?(?:, [^\W\d]\S*(?: \S+)?)*)\.?",
    re.IGNORECASE,
)
"""`aanwezig piet, sanne`"""
_TOLD = re.compile(
    rf" (?:were|was|are|is|waren|zijn|allen|also|ook|he(?:eft|bben) zich)"
    rf"(?: (?:also|all|ook|allen|tevens|met kennisgeving|met bericht|zonder bericht))? (?P<label>{_LABEL})\b",
    re.IGNORECASE,
)
"""`Ann and Bo were present`"""
_EARLIER = re.compile(r"\b(?:last|previous|vorige) (?:meeting|vergadering|keer|time)\b", re.IGNORECASE)
_OF_MEETING = re.compile(r"(?:op|bij|tijdens|at|in) (?:de|het|dit|deze|the|this) ", re.IGNORECASE)
_AT_END = re.compile(
    r"(?<![|:–—-])(?<!not)(?<!niet) (?P<label>(?:present|in attendance|absent|aanwezig|afwezig)\.?$"
    r"|attended (?=(?:the|this|our) (?:\w+ )?(?:meeting|call|session)\b))",
    re.IGNORECASE,
)
"""`Ann, Bo & Cy present.`, `Ann and Bo attended the meeting`"""
_WITH = re.compile(r": | (?:with|met|(?:is|zijn|was|waren) (?:ook|tevens|verder|eveneens)) ")
"""`Opened with Ann and Bo present`"""
_SAYS = re.compile(rf"\b(?:{_LABEL})\b|^(?:{_SHORT})\b|\b(?:aanw|afw)\.?:", re.IGNORECASE)
_STEMS = stems(PRESENT | ABSENT)
_SHORT_LABELS = (*PRESENT_LABELS, *ABSENT_LABELS)
_WITH_ASIDE = re.compile(r"([^\s,;&()|][^,;&()|]{1,39}) \(([^()]{2,60})\)")
_OPENING_LIST = re.compile(r"\(([^()]{5,400})\)")
_OPENING, _FEWEST_NAMES = 25, 3


class Attendance(NamedTuple):
    present: tuple[str, ...]
    absent: tuple[str, ...]
    lines: frozenset[int]
    """Numbers of those that name them behind a label or in a sentence."""


def attendance(lines: Sequence[Line]) -> Attendance:
    """The people said to be present, without such a list those who speak; and those said to be absent."""
    told: set[int] = set()
    listed = [*_listed(lines, told), *((False, name) for line in lines for name in excepted(line.text))]
    absent = dict.fromkeys(name for here, name in listed if not here)
    away = {name.lower() for name in absent}
    present = dict.fromkeys(name for here, name in listed if here)
    if not present and not any(line.nick for line in lines):
        opening = _opening_lists(lines)
        absent |= dict.fromkeys(name for here, name in opening if not here)
        present = dict.fromkeys(name for here, name in opening if here)
    chairs = [name for name in _officers(lines) if not _is_among(name, present)]
    present = present or dict.fromkeys(all_speakers(lines))
    present |= dict.fromkeys(name for name in chairs if not _is_among(name, present))
    here = tuple(name for name in present if name.lower() not in away and not BOT.search(name))
    return Attendance(here, tuple(absent), frozenset(told))


def _is_among(name: str, names: Iterable[str]) -> bool:
    """Also in short: `Ann` for Ann Lee, or the other way round."""
    return any(fitting(name, {other: other}) or fitting(other, {name: name}) for other in names)


def _officers(lines: Sequence[Line]) -> Iterator[str]:
    """Who is in the chair or takes the minutes, where the opening lines say so: they are present."""
    opening = [line for line in lines if line.text and not line.nick][:_OPENING]
    for line, after in pairwise(opening):
        if (line.heading or line.text.endswith(":")) and bare(line.text) in OFFICES and not after.heading:
            yield from filter(is_full_name, names_of_item(after))
        elif line.speaker and bare(line.speaker) in OFFICES and is_whole_name(line):
            yield line.text  # `Notulist: Ann Lee`, taken for speech among many labels
    for line in opening:
        presided = "".join(f"{''.join(who)}, " for who in _PRESIDED.findall(line.text[:400]))
        yield from filter(is_full_name, names_in(presided))
        text = line.text[:_FURTHEST].strip("| ").replace(" : |", " |")
        text = text.replace(" | ", ": ", line.text[:1] == "|")
        for field in _NEXT_FIELD.split(text) if ":" in text else ():
            label = label_of(field, any_label=True)
            if label and bare(label[0]) in OFFICES:
                named = _NEXT_TOPIC.split(field[label[1] :])[0]
                yield from (name for name in names_in(named) if is_listed(name))


_FULL = r"([A-Z][\w'’-]*(?: (?:van|de|der|den))*(?: [A-Z][\w'’-]*){1,4})"
_PRESIDED = re.compile(
    r"\b(?:(?:called|brought) to order|(?:meeting|session|call) (?:was )?(?:opened|chaired|led)"
    rf"|minutes (?:were )?taken)\b[^;]{{0,40}}? by (?:the )?{_FULL}"
    rf"|(?:[Oo]pening|geopend) door (?:de )?(?:voorzit\w+ )?{_FULL}"
    rf"|{_FULL} (?:(?:called|brought) (?:the|this) [Mm]eeting [Tt]o [Oo]rder|(?:opened|chaired) (?:the|this)"
    r" meeting|opent (?:om [\d.:]+ (?:uur )?)?(?:de|deze) (?:\S+ )?\w*vergadering)"
)
"""`The meeting was called to order by President Ann Lee`, `Ann Lee opened the meeting`"""
_NEXT_FIELD = re.compile(
    rf"[,;.|] (?=[A-Z][\w -]{{2,25}}: )|(?<=[\w)]) (?=(?:{'|'.join(sorted(OFFICES))}): )", re.IGNORECASE
)
_NEXT_TOPIC, _FURTHEST = re.compile(r" \d{1,2}[.)] "), 1000


_OPENS = re.compile(r"[:|)](?: *\d{1,3})?$")
_WHOLE_MINUTES = 700
"""Characters of a line that is a page copied without its breaks."""


def _listed(lines: Sequence[Line], told: set[int]) -> Iterator[tuple[bool, str]]:
    """(present, name) for every name in a list of the present or the absent; adds to `told`."""
    section: Roll | None = None
    for at, line in enumerate(lines):
        if not line.text:
            if section:
                section.blank = True
        elif command := PRESENT_SIGN.match(line.text):
            names = command[2] or line.speaker or ""
            yield from ((command[1].lower() in PRESENT, name) for name in names_in(names))
        elif line.speaker and (names := [*typed_names(line.text)]):
            told |= {line.number}
            yield from names
        elif section is None and (table := Roll(True)).is_head(line):
            section = table
        elif line.speaker is None and (here := presence_above(line)) is not None:
            section = Roll(here, label=line)
        elif line.speaker is None and (listed := [*_lists_in(with_bars(line))]):
            here, names = listed[-1]
            alone = not names and _OPENS.search(line.text)  # `Attendees: see below` opens no list
            wrapped = line.raw if IN_COLUMNS.search(line.raw) else line.text
            below = (
                [each for each in lines[at + 1 : at + 6] if each.text][:2] if len(names) == 1 else ()
            )  # `Present / Ann Lee`, one a line
            wrapped = "" if len([*filter(is_whole_name, below[:2])]) > 1 else wrapped
            section = Roll(here, wrapped if names else "", line) if names or alone else None
            more = len(sentences(line.text)) > 2 and not _FIELD.match(line.text)  # `Ann was there. She …`
            named = any(each for _, each in listed) and not more and len(line.text) < _WHOLE_MINUTES
            told |= {line.number} if named else set()
            yield from ((here, name) for here, names in listed for name in names)
        elif section:
            read = section.read(line)
            told |= {line.number} if read and (line.checkbox or section.wrapped or len(read) > 2) else set()
            section = section if read is not None else None
            yield from read or ()


def _lists_in(text: str) -> Iterator[tuple[bool, list[str]]]:
    """Whether they are present, and who, of each list in a line: `Present: A; absent: B`."""
    text = _SLASH.sub(r"\1\2: ", text)
    lower = text.lower()
    if not ((lower.startswith(_SHORT_LABELS) or any(map(lower.__contains__, _STEMS))) and _SAYS.search(text)):
        return
    found = [each for each in _FIELD.finditer(text) if presence_of(each["label"]) is not None]
    ends = [*(label.start() for label in found[1:]), len(text)]
    said = False
    for label, end in zip(found, ends, strict=False):
        listed = with_marks(text[label.end() : end].replace(";", "|"))  # which ends no list
        names = names_in("".join(sentences(listed)[:1]))
        if presence(label["label"]) is not None or all(map(is_listed, names)):
            said, here = True, bool(presence_of(label["label"]))
            asides = _WITH_ASIDE.findall(listed) if here else []
            yield (
                False,
                [name for said, aside in asides if says_absent(aside, said) for name in names_in(said)],
            )
            yield here, names
            for sentence in sentences(listed)[1:]:
                more = more_names(sentence)
                yield from [(here, more)] if more else _told_in(sentence)
    for part in [] if said else text[:1000].split(" / "):
        if bare_list := _UNPARTED.fullmatch(part):
            yield bare_list["label"].lower() in PRESENT, names_in(bare_list["names"])
        elif named := _unparted_full_names(part):
            yield named
        else:
            for sentence in sentences(part):
                yield from _told_in(sentence)


def _unparted_full_names(text: str) -> tuple[bool, list[str]] | None:
    """The same of three names or more, most of them in full, without a sign: `Aanwezig Jan Jansen (JJ), …`"""
    label = _BARE_LABEL.match(text)
    names = names_in(text[label.end() :]) if label else []
    full = sum(map(is_full_name, names))
    if not label or len(names) < 3 or full * 2 <= len(names) or not all(map(is_listed, names)):
        return None
    return label[1].lower() in PRESENT, names


_BARE_LABEL = re.compile(rf"({_LABEL}) (?:\| )?(?=(?-i:[A-Z\u00c0-\u00de]))", re.IGNORECASE)


def _told_in(sentence: str) -> Iterator[tuple[bool, list[str]]]:
    """The same of a sentence: `Present were Ann and Bo`, `Ann and Bo were present, Cy was absent`."""
    if _EARLIER.search(sentence):
        return
    if behind := _PROSE.search(sentence):
        said = [(behind["label"], behind["names"])]
    else:
        found = [*_TOLD.finditer(sentence)] or [*_AT_END.finditer(sentence)]
        starts = [0, *(each.end() for each in found)]
        said = [(each["label"], sentence[at : each.start()]) for at, each in zip(starts, found, strict=False)]
        if len(found) == 1 and _OF_MEETING.match(sentence):  # `Op het overleg waren aanwezig Ann en Bo`
            said = [(found[0]["label"], sentence[found[0].end() :])]
    for label, text in said:
        names = names_in(_WITH.split(text)[-1].strip(" ,;"))
        if names and all(map(is_listed, names)):
            yield bool(presence(label)), names


def _opening_lists(lines: Sequence[Line]) -> list[tuple[bool, str]]:
    """Those whom the opening lines name, where no word says who is present: by party, or in brackets."""
    opening = [line for line in lines if line.text and line.nick is None][:_OPENING]
    found = [*_by_party(opening)] or _bullets_of_names(opening) or with_offices(opening) or unparted(opening)
    for line in [] if found else opening:
        for listed in _OPENING_LIST.finditer(line.text[:2000]):
            names = split_names(listed[1])
            if len(names) >= 2 and all(is_full_name(name) for name in names):
                return [(True, name) for name in names]
    return found


def _bullets_of_names(opening: Sequence[Line]) -> list[tuple[bool, str]]:
    """Those in the first list of the opening lines, where all its items are full names."""
    listed = [*takewhile(lambda line: line.bullet, dropwhile(lambda line: not line.bullet, opening))]
    items = [names_of_item(line) for line in listed]
    named = len(items) >= _FEWEST_NAMES and all(len(names) == 1 and is_full_name(*names) for names in items)
    here = [not is_marked_absent(line.text) for line in listed] if named else []
    return [(there, name) for there, names in zip(here, items, strict=False) for name in names]


def _by_party(opening: Sequence[Line]) -> Iterator[tuple[bool, str]]:
    """Those named behind the label of a party (`Staff: Ann, Bo`), or below it."""
    roll: Roll | None = None
    for line, after in zip_longest(opening, opening[1:]):
        if found := party(line.text):
            yield from ((found[0], name) for name in found[1])
        elif heads_names(line, after):
            roll = Roll(True)
        elif roll:
            read = roll.read(line)
            roll = roll if read is not None else None
            yield from read or ()
