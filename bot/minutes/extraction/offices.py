"""Offices and groups that are given work; who led the meeting and who took its minutes, where a field of the
notes names one person."""

import re
from collections.abc import Sequence
from itertools import islice

from bot.notes.lines import Line, bare
from bot.notes.people import looks_like_name, split_names
from bot.notes.speakers import label_of

OFFICE = re.compile(
    r"(?:(?:the|de|het|onze|our) )?(?:[A-Z][\w-]+ ){0,2}?(chair|secretary|treasurer|clerk|president|officer"
    r"|manager|coordinator|secretariat|voorzitter|secretaris|penningmeester|griffier|notulist|beheerder"
    r"|directie|secretariaat|wethouder)(?: (?:en|and)(?: de| the)? (?:chair|secretary|treasurer|clerk"
    r"|voorzitter|secretaris|penningmeester))?(?= (?!en |and )[a-z])",
    re.IGNORECASE,
)
GROUP = re.compile(
    r"(?:(?:(?:de|het) )?(?:(?:dagelijks )?bestuur|[\w-]*(?:groep|commissie)|redactie|gemeente"
    r"|(?-i:G?MR|OR|OC|OV|DB|AB|MT))|iedereen|eenieder)"
    r"(?= (?:zal|gaat|zorgt|stuurt|pakt|levert|maakt|regelt|organiseert|bereidt|nodigt|plant|schrijft"
    r"|benadert|onderzoekt|verzorgt|verstuurt|leest|bekijkt|neemt contact|komt hier|wordt gevraagd"
    r"|zoekt [^.]{1,40} uit)\b)"
    r"|(?:the (?:[\w-]+ )?(?:board|committee|council|team|staff|group)"
    r"|(?:all|each|every)(?: (?:\w+ )?(?:members?|delegates?|directors?|trustees?|teams?|volunteers?|leads?)"
    r"(?: present)?)?)"
    r"(?= (?:will|to|agreed to|offered to) )",
    re.IGNORECASE,
)
"""These promise, and else mostly report: `Het bestuur zal dit onderzoeken`."""
CHAIR = frozenset("chair chairman chairwoman chairperson voorzitter gespreksleider".split())
MINUTE_TAKER = frozenset("minute-taker minutetaker note-taker notetaker scribe notulist notuliste".split())
_OPENING = 40
"""Lines that say something, among which such a field stands."""


def holder(lines: Sequence[Line], office: frozenset[str]) -> str:
    """Empty where nobody is named, or several are."""
    for line in islice((line for line in lines if line.text), _OPENING):
        label = label_of(line.text, any_label=True)
        if label and bare(label[0]) in office:
            names = split_names(line.text[label[1] :])
            return names[0] if len(names) == 1 and looks_like_name(names[0]) else ""
    return ""
