"""Questions in a person's own words, and the command that answers each."""

import re
from collections.abc import Mapping

from bot.text.words import STOP_EN, STOP_NL
from handlers.records.vocabulary import MOST_LOOKED_FOR, MOST_WORDS, Vocabulary
from handlers.slack.subcommands import Subcommands

Asked = tuple[str, str]
"""The English word of a command, and what is typed behind it."""
MOST = 20
"""Words of a question."""

OPENS = re.compile(
    r"(?:what|which|who|when|where|how|is|are|do|did|does|have|any|show|list|give|send|tell"
    r"|wat|welke?|wie|wanneer|waar|hoe|hoeveel|zijn|heb(?:ben)?|heeft|toon|laat|geef|stuur|staat|staan"
    r")\b"
)
"""The first word of a question, or of a wish to see something."""
LATEST = re.compile(
    r"(?:latest|last|recent|next|upcoming|laatste|vorige|volgende?|komende?)\b(?! (?:week|w))"
)
NEXT = re.compile(
    r"when|wanneer|\b(?:next|volgende?|eerstvolgende|komende?) (?:meeting|overleg|vergadering)\b"
)
AWAY = re.compile(
    r"(?:(?:who|wie)\b.*\b(?:away|absent|out|off|on (?:leave|holiday)|here|weg|afwezig|vrij"
    r"|(?:op|met) vakantie|er(?: \S+)* niet|er|aanwezig)"
    r"|is \S+ (?:\S+ )?(?:away|absent|here|on (?:leave|holiday)|weg|afwezig|vrij|(?:op|met) vakantie|er))"
    r"(?: (?:next|this|today|tomorrow|on|in|volgende|deze|vandaag|morgen|op)\b.*)?"
)
AM = r"(?:i m|i am|i ll be|i will be|ik ben|ben ik)"
ILL = (
    r"(?:away|absent|ill|sick|out of (?:the )?office|off work|on (?:leave|holiday|vacation)|not (?:here|in)"
    r"|ziek|afwezig|weg|vrij|er niet|(?:op|met) (?:vakantie|verlof))"
)
OWN_DAYS = re.compile(rf"(.*?)\b{AM} (.*?)\b{ILL}\b(.*)")
"""`I'm on holiday next week`, `morgen ben ik er niet`."""
MINE = re.compile(r"(?<!show )(?<!give )(?<!send )(?<!toon )(?<!geef )\b(?:i|my|me|mine|ik|mij|mijn)\b")
MY_LIST = re.compile(
    r"(?:(?:show|toon) )?(?:me )?(?:my|mijn) (?:list|tasks|items|lijst|taken)"
    r"|what (?:do|must) i (?:(?:still )?(?:have|need) to )?do(?: today)?|what s on my (?:list|plate)"
    r"|wat (?:moet ik(?: nog| vandaag)* doen|heb ik(?: nog)? te doen)"
)
NAMED = re.compile(r"(?:when|wanneer) (?:is|s|are|zijn) (.+)")
"""When something is that may be a meeting by its title."""
ABOUT: Mapping[str, re.Pattern[str]] = {
    "decision": re.compile(r"\b(?:decisions?|decided?|besluit(?:en)?|besloten|beslist|beslissing(?:en)?)\b"),
    "minutes": re.compile(r"\b(?:minutes|notulen)\b"),
    "meeting": re.compile(r"\b(?:meetings?|overleg(?:gen)?|vergadering(?:en)?)\b"),
    "action": re.compile(
        r"\b(?:actions?|action items?|to ?dos?|acties?|actiepunten?)\b"
        r"|\b(?:late|overdue|te laat|open|due|deadlines?)\b"
        r"|\b(?:have|has|need|got|supposed) to (?:still )?do\b|\b(?:must|should) \S+ do\b|\bdoing\b"
        r"|\bmoet(?:en)?\b(?=.*\b(?:doen|gebeuren)\b)|\bte doen\b"
    ),
}
"""The words of a subject: the first that is found is meant."""
SILENT = {*STOP_EN, *STOP_NL} | set(
    "a an about all our us i my me mine they them their at or s still else got so many much there please "
    "just been were does did has need must should say says before by until list items doen gebeuren moet "
    "moeten nog ons onze wij ik mijn mij me jullie hun over allemaal alle ook dan even graag zien aan voor "
    "tot lijst monday tuesday wednesday thursday friday maandag dinsdag woensdag donderdag vrijdag".split()
)
"""Beside the words of a subject these look for nothing; a list shows its days anyhow."""
NO_FILTERS = frozenset("all alle my mijn with of met van".split())
"""Of a list they are, and of a question they say nothing."""


def asked(text: str, commands: Mapping[str, Subcommands]) -> Asked | None:
    """The command that answers it; None for what is no question that one answers."""
    words = re.findall(r"<@[^<>]*>|@?\w+(?:-\w+)*", text)
    said = " ".join(each if each.startswith("<") else each.lower() for each in words)
    if not 0 < len(words) <= MOST:
        return None
    if MY_LIST.fullmatch(said):
        return "action", "mine"
    if own := OWN_DAYS.fullmatch(said):
        return "away", " ".join(" ".join(own.groups()).split()) or "today"
    if AWAY.fullmatch(said):
        return "away", f"who {said}"
    word = next((word for word, pattern in ABOUT.items() if pattern.search(said)), None)
    if word is None and NAMED.fullmatch(said):
        word = "meeting"
    if word is None:
        return None
    known = commands[word].by_word["list"].takes
    assert isinstance(known, Vocabulary)
    tokens = said.split()
    loose = known.loose([*tokens])
    filters = [each for each in tokens if each not in loose and each not in NO_FILTERS]
    rest = LATEST.sub(" ", ABOUT[word].sub(" ", " ".join(loose)))
    sought = [each for each in rest.split() if each not in SILENT and not OPENS.fullmatch(each)]
    if not OPENS.match(said) and (sought or len(words) > MOST_WORDS):
        return None
    if word == "meeting" and not sought and NEXT.search(said):
        return word, "next"
    if word == "minutes" and sought:
        return word, f"find {' '.join(sought)}"
    mine = ["mine"] if word == "action" and MINE.search(said) else []
    return word, " ".join(["list", *mine, *filters, *sought[:MOST_LOOKED_FOR]])
