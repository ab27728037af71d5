"""Sentences that tell what was said or how things are; nobody promises anything in them."""

import re

from bot.notes.words import NOT_PROMISES_NL

_REPORTS = tuple(f"{words} " for words in NOT_PROMISES_NL)
_LONGEST = 400
_SAYS = re.compile(
    r"(?!ontferm)[a-zé]+ zich\b|[a-zé]+ met ons\b|(?:sluit|opent|schorst) (?:om\b|$)"
    r"|(?:geeft|geven) (?:\S+ ){0,3}?(?:presentatie|toelichting|uitleg|overzicht|samenvatting)\b"
    r"|(?:geeft|geven) .{0,60}?\b(?:weer\b|stand van zaken)"
    r"|(?:geeft|geven) .{0,60}?\baan(?: (?:dat|om|of|wat|hoe|waar|wie|(?:\w+ )?te)\b|[.,]? ?$)"
    r"|(?:spreekt|spreken) (?:haar|zijn|hun|de|het) (?:\w+ )?(?:vertrouwen|zorg|wens|hoop|dank|waardering)"
    r"|(?:vraagt|vragen) (?!(?:\S+ ){1,4}na )"
    r"(?:(?:\S+ ){0,4}?(?:of|wat|hoe|waarom|wie|wanneer)|(?:\S+ ){1,4}?om(?=.* te ))\b"
    r"|(?:stelt|stellen) (?:\S+ ){0,3}voor (?:om|dat|dit|het|een)\b|(?:licht|lichten) .{0,80}?\btoe\b"
)


def is_report(said: str) -> bool:
    """Whether it tells what somebody said."""
    lower = f"{said[:_LONGEST].lower().rstrip('.')} ".replace(":", "", 1)
    return lower.startswith(_REPORTS) or _SAYS.match(lower) is not None
