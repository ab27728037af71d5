"""The fields at the end of a task that say who and when: `…, owner: Ann, due: 3 May`."""

import re

from bot.notes.dues import date_phrase
from bot.notes.people import are_names

_LABELLED = re.compile(
    r"[\s,;–—|(-]+(?:(?P<who>(?:task |action )?owner|assigned to|assignee|actiehouder|eigenaar|wie|who|door)"
    r"\s*:\s*"
    r"|(?:due(?: date| by)?|deadline|by when|uiterlijk|wanneer|streefdatum)\s*:\s*"
    r"|(?P<other>priority|prioriteit|prio|status)\s*:\s*|(?:due|klaar|gereed|af)\s+)"
    r"(?P<said>(?:(?! [–—-] )[^,;|()]){2,60})(?:\s\((?P<aside>[^()]{1,40})\))?[\s).]*$",
    re.IGNORECASE,
)
"""A field at the end: `…, owner: Ann, due: 3 May`."""
_OF_TEAM = re.compile(r"[A-Z][\w-]* (?:team|group|committee|commissie|werkgroep)")
_LONGEST_FIELDS = 120


def split_fields(text: str, known: frozenset[str]) -> tuple[str, dict[str, str]]:
    """`text` without the fields at its end that say who and when, and these."""
    fields: dict[str, str] = {}
    while found := _LABELLED.search(text, max(0, len(text) - _LONGEST_FIELDS)):
        part = "who" if found["who"] else "else" if found["other"] else "when"
        said = date_phrase(found["said"]) if part == "when" else found["said"].strip(" .")
        named = part != "who" or (said and (are_names(said, known) or _OF_TEAM.fullmatch(said)))
        if part in fields or not said or not named:
            break
        fields[part] = said
        named_behind = found["aside"] and are_names(found["aside"], known)
        text = text[: found.start()] + (f" ({found['aside']})" if named_behind else "")
    return text, fields
