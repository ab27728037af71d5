"""One line as it was typed: who does it, with whose help, what, and when."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.core.language import Language
from bot.dates.cutting import POLITE
from bot.dates.due import Terms, is_terms, split_terms
from bot.notes.words import NAMES_TOO, PARTICLES
from bot.text.words import SECOND_HALVES, VERBS_EN, VERBS_NL, VERBS_NL_FIRST, VERBS_NL_PRESENT

ONE = (
    r"(?:<@[UW][A-Z0-9]+(?:\|[^<>]*)?>|<!subteam\^[A-Z0-9]+(?:\|[^<>]*)?>"
    r"|(?<![\w.@])@[^\W\d_](?:[\w.'’-]*\w)?)"
)
"""A mention of a person or a group as Slack writes it, or a name that was typed with its sign."""
AMONG = r"(?:[\s,+/]|&(?:amp;)?(?=\s*[<@]))*(?:(?:and|en)\s+(?=[<@]))?"
"""Slack writes an ampersand as `&amp;`; one that no name follows begins the text, as in `&lt;`."""
PEOPLE = re.compile(rf"{ONE}(?:{AMONG}{ONE})*")
EACH = re.compile(ONE)
FOR = re.compile(r"(?:for|voor|door|aan|to)\s+$", re.IGNORECASE)
"""Before an owner at the head, with a sign behind it: "voor @x:"."""
TO = re.compile(rf"^to\s+(?=(?:{'|'.join(sorted(VERBS_EN))})\b)", re.IGNORECASE)
"""Behind an owner: "@x to call the bank"."""
OWNERLY = ("for", "door")
"""These need no sign."""
BY = re.compile(
    r"(?:[,;–—-]\s*(?:for|voor|door|by)|(?<=en)\s+door|\((?:owner|actiehouder|door|by)?:?)\s*$", re.I
)
"""Before an owner at the end these go with the name: ", for @x", "maken door @x", "(@x)"."""
BEHIND = re.compile(r"\s*(?:[:,;)]|[-–—]+(?=\s)|\.(?=\s|$))?\s*")
"""Behind an owner."""
WITH = re.compile(r"\s(?:together with|samen met|with|met)\s+$", re.IGNORECASE)
WHEN_LIMIT = 200
"""Characters of a date, a start and what repeats: longer is text, and not read for each name in it."""
ADDRESS = (
    r"(?:(?P<open>&lt;|<(?!mailto:)|\()\s*)?"
    r"(?:<mailto:(?P<mail>[^<|>\s]+)(?:\|[^<>]*)?>|(?P<bare>[^\s@<>&,;|()]+@[^\s@<>&,;|()]+))"
    r"\s*(?:&gt;|>|\))?"
)
NAME_WORD = r"[^\W\d_][\w.'’-]*"
NAME = rf"(?P<name>{NAME_WORD}(?:[ \t]+{NAME_WORD}){{0,4}})(?:\s*(?=&lt;|<|\()|[\s,]+)"
OUTSIDER = re.compile(rf"(?:{NAME})?{ADDRESS}(?=[\s,:]|$)[\s,:]*")
"""A name and an address, as in `Jan Jansen <jan@x.nl>`; Slack makes a link of the address."""
VERBS = (VERBS_EN | VERBS_NL | VERBS_NL_PRESENT | VERBS_NL_FIRST) - NAMES_TOO
LEADING = frozenset(
    "with to for from of by at about and or via in on as than what "
    "met aan voor van door bij over en of naar tegen namens als dan om wat".split()
)
"""Words before a name that make it part of the sentence: "a call with @tom"."""
ARTICLES = frozenset("the a an our de het een ons onze".split())
"""Of Dutch verbs."""
BEFORE_NOBODY = frozenset("in om af uit mee terug klaar vast".split())
"""Those of them that no name of a person follows, other than as the owner."""
FILLERS = frozenset("please graag even also ook nog".split())
BEFORE_A_VERB = frozenset("to you and or me us te je jij en of".split())
"""Behind these "call" is a verb, whose object follows; else "report" is as likely a noun."""
HELPING = frozenset(
    "go come help try let can could will would need ga kom probeer laat wil kun kan moet zou blijf".split()
)
"""Behind these another verb stands, whose object follows: "go ask @tom"."""
WORD = re.compile(r"[^\W\d_]+")
BULLET = re.compile(r"^[-–*•]\s+")
"""Copied along with a line."""
ROW = re.compile(r"([^\W\d_][\w.'’-]*)\s*;\s*([^;]+);\s*([^;]+)")
"""A single one of a table: `Sanne;call the bank;12-12-2026`."""


INVITED = re.compile(rf"(?:\b(?:with|met)\s+)?{PEOPLE.pattern}", re.IGNORECASE)


def without_people(text: str) -> tuple[str, tuple[str, ...]]:
    """A line of which everybody named is invited, and they as written."""
    return " ".join(INVITED.sub(" ", text).split()).replace(" ,", ","), _each(text)


@dataclass(frozen=True)
class People:
    """The people of a line, as they are written, and the line without them."""

    rest: str
    owners: tuple[str, ...] = ()
    helpers: tuple[str, ...] = ()
    outside: tuple[str, str] | None = None
    """Name and address of an owner from outside."""


@dataclass(frozen=True)
class Reader:
    """Reads lines as said at `now`; `plain` makes of Slack's markup what a person reads."""

    now: datetime
    zone: str
    languages: list[Language]
    plain: Callable[[str], str] = str.strip

    def line(self, text: str) -> tuple[People, Terms]:
        people = self.people(text)
        return people, self.terms(people.rest)

    def terms(self, rest: str) -> Terms:
        return split_terms(self.plain(rest), self.now, self.zone, self.languages)

    def people(self, text: str) -> People:
        """Whom it begins or ends with, but for its date, is the owner; who stands there in "with @…" helps; a
        name elsewhere is part of the text, which comes back as Slack wrote it."""
        text = BULLET.sub("", text.strip())
        row = ROW.fullmatch(text)
        if row and self._only_when(row[3]):
            text = f"@{row[1]} {row[2]} {row[3]}"
        outside = OUTSIDER.match(text)
        if outside and _is_name(outside):
            named = (outside["name"] or "", outside["mail"] or outside["bare"])
            return self._helped(People(text[outside.end() :], outside=named))
        head = next(PEOPLE.finditer(text[:WHEN_LIMIT]), None)
        if head and self._at_head(text, head):
            before = FOR.sub("", text[: head.start()]).strip()
            behind = text[_behind(text, head) :]
            rest = f"{before.rstrip(':,')}: {behind}" if before else TO.sub("", behind)
            return self._helped(People(rest, _each(head[0])))
        return self._helped(People(text))

    def _at_head(self, text: str, head: re.Match[str]) -> bool:
        """Nothing but "for", or a date, stands before the name."""
        before = text[: head.start()]
        parted = text[head.end() : _behind(text, head)].strip()
        led = FOR.fullmatch(before)
        if not before.strip() or (led and (parted or before.strip().lower() in OWNERLY)):
            return True
        return bool(text[head.end() :].strip()) and self._only_when(before.rstrip(" :,;–—-"))

    def _helped(self, people: People) -> People:
        """With the helpers and the owner who stand at the end, or before the date there."""
        text = people.rest
        for found in reversed([*PEOPLE.finditer(text)]):
            before, tail = text[: found.start()], text[_behind(text, found) :]
            if not before.strip() or len(tail) > WHEN_LIMIT or not self._only_when(tail):
                break
            helping = WITH.search(before)
            if helping and not people.helpers:
                people = People(
                    _joined(before[: helping.start()], tail), people.owners, _each(found[0]), people.outside
                )
            elif not people.owners and not people.outside and (named := self._before_owner(before)):
                people = People(_joined(named, tail), _each(found[0]), people.helpers)
            else:
                break
            text = people.rest
        return people

    def _before_owner(self, before: str) -> str:
        """What must be done, when it is whole without the name behind it; else nothing."""
        by = BY.search(before)
        if by:
            return before[: by.start()].strip(" ,;–—-")
        said = self.terms(before).due.text
        return before.rstrip(" ,;–—-") if _is_whole(WORD.findall(said.lower())) else ""

    def _only_when(self, text: str) -> bool:
        return is_terms(self.plain(text), self.now, self.zone, self.languages)


def _behind(text: str, names: re.Match[str]) -> int:
    """Where what stands behind the names begins."""
    found = BEHIND.match(text, names.end())
    return found.end() if found else names.end()


def _each(names: str) -> tuple[str, ...]:
    return tuple(EACH.findall(names))


def _joined(before: str, tail: str) -> str:
    tail = "" if POLITE.fullmatch(f" {tail}") else tail.strip()
    return f"{before.rstrip(' ,;')} {tail}".strip()


def _is_name(found: re.Match[str]) -> bool:
    """Only what can be nothing else: "Mail Jan jan@x.nl the plan" begins with a verb, and is a text."""
    words = (found["name"] or "").split()
    if not words or words[0].lower() in VERBS:
        return False
    capitals = all(word[0].isupper() or word.lower() in PARTICLES for word in words)
    return capitals and (len(words) > 1 or bool(found["open"]))


def _is_whole(words: list[str]) -> bool:
    """Whether it is complete without the name that follows: not "call with", nor "please call"."""
    words = [word for word in words if word not in FILLERS]
    if len(words) > 2 and words[-1] in BEFORE_NOBODY:  # "vul het formulier in"
        return True
    if len(words) > 2 and words[0] in VERBS_NL_FIRST and words[-1] in SECOND_HALVES:  # "werk de log bij"
        return words[-1] != "bij" or words[0] == "werk"
    if len(words) < 2 or words[-1] in LEADING | ARTICLES:
        return False
    if words[-1] in VERBS_NL and words[0] not in HELPING:  # "notaris bellen", "plan versturen"
        return True
    if len(words) == 2 and words[0] in VERBS - HELPING:  # "send report"
        return True
    return words[-1] not in VERBS or (len(words) > 2 and words[-2] not in BEFORE_A_VERB)
