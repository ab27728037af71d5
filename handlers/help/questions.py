"""Questions in a person's own words, and the command that answers each."""

import re
from collections.abc import Mapping

from bot.text.words import STOP_EN, STOP_NL
from handlers.records.vocabulary import MOST_LOOKED_FOR, MOST_WORDS, Vocabulary
from handlers.slack.subcommands import Subcommands

MOST = 20
"""Words of a question."""
OPENS = re.compile(
    r"(?:what|which|who|when|where|how|is|are|do|did|does|have|any|show|list|give|send|tell|wat|welke?|wie"
    r"|wanneer|waar|hoe|hoeveel|zijn|heb(?:ben)?|heeft|toon|laat|geef|stuur|staat|staan)\b"
)
"""The first word of a question, or of a wish to see something."""
ILL = (
    r"(?:away|absent|ill|sick|off(?= (?:on|next|today|tomorrow|this|until|from)|$)"
    r"|out of (?:the )?office|off work|on (?:leave|holiday|vacation)|not (?:here|in)"
    r"|ziek|afwezig|weg|vrij|er niet|(?:op|met) (?:vakantie|verlof))"
)
OWN_DAYS = re.compile(rf"(.*?)\b(?:i m|i am|i ll be|i will be|ik ben|ben ik) (.*?)\b{ILL}\b(.*)")
"""`I'm on holiday next week`, `morgen ben ik er niet`."""
NOT_IN = re.compile(r"(.*?)\bi (?:won t|will not|can t) be (?:in|here|there|working|at work)\b(.*)")
HERE = (
    r"(?:away|absent|here|on (?:leave|holiday)|weg|afwezig|vrij|(?:op|met) vakantie|er|aanwezig|out|off"
    r"|er .*niet)"
)
AWAY = re.compile(
    rf"(?:(?:who|wie)\b.*\b{HERE}|is \S+ (?:\S+ )?(?!out|off){HERE})"
    r"(?: (?:next|this|today|tomorrow|on|in|volgende|deze|vandaag|morgen|op)\b.*)?"
)
ALONE = {
    "action mine": re.compile(
        r"(?:(?:show|toon) )?(?:me )?(?:my|mijn) (?:list|tasks|items|lijst|taken)"
        r"|what (?:do|must) i (?:(?:still )?(?:have|need) to )?do(?: today)?"
        r"|what s on my (?:list|plate)(?: (?:today|this week))?|what am i working on"
        r"|wat (?:moet ik(?: nog| vandaag)* doen|heb ik(?: nog)? te doen)"
    ),
    "digest ": re.compile(
        r"status|how (?:is|s|are) .*(?:going|doing|project)|are we on track|(?:wat is de )?stand van zaken"
        r"|what (?:has |s )?(?:happened|changed|new)(?: .*)?|wat is er (?:gebeurd|veranderd|nieuw)(?: .*)?"
        r"|hoe (?:staat|gaat|loopt) (?:het|de|ons) .*"
        r"|(?:(?:show|send|give)(?: me)? |toon |geef )?(?:the |het )?(?:digest|weekly report|weekoverzicht)"
    ),
    "reminders ": re.compile(
        r"(?:change |wijzig )?(?:(?:my|mijn|the) )?(?:settings|preferences|instellingen|voorkeuren)"
        r"|stop(?: (?:reminding|messaging|bothering|notifying) me)?|unsubscribe"
        r"|zet (?:dit|dat|ze) uit|turn (?:this|that|them|it) off"
        r"|.*\b(?:fewer|less|minder) (?:messages|reminders|berichten|herinneringen|meldingen)"
    ),
}
"""Whole sentences."""
ABOUT = {
    "decision": re.compile(r"\b(?:decisions?|decided?|besluit(?:en)?|besloten|beslist|beslissing(?:en)?)\b"),
    "minutes": re.compile(r"\b(?:minutes|notulen)\b"),
    "meeting": re.compile(r"\b(?:meetings?|overleg(?:gen)?|vergadering(?:en)?)\b"),
    "action": re.compile(
        r"\b(?:actions?|action items?|to ?dos?|acties?|actiepunten?|late|overdue|te laat|open|due|deadlines?"
        r"|(?:have|has|need|got|supposed) to (?:still )?do|(?:must|should) \S+ do|doing|working on|bezig"
        r"|te doen)\b"
        r"|\bmoet(?:en)?\b(?=.*\b(?:doen|gebeuren)\b)|^wat doet\b"
    ),
}
"""The words of a subject: the first that is found is meant."""
NAMED = re.compile(r"(?:when|wanneer) (?:is|s|are|zijn) (.+)")
"""When something is that may be a meeting by its title."""
NEXT = re.compile(
    r"when|wanneer|\b(?:next|volgende?|eerstvolgende|komende?) (?:meeting|overleg|vergadering)\b"
)
MINE = re.compile(r"(?<!show )(?<!give )(?<!send )(?<!toon )(?<!geef )\b(?:i|my|me|mine|ik|mij|mijn)\b")
SILENT = {*STOP_EN, *STOP_NL} | set(
    "a an about all our us i my me mine they them their at or s still else got so many much there "
    "please just been were does did has need must should say says before by until items last latest "
    "next recent doen doet gebeuren moet moeten nog ons onze wij ik mijn mij me jullie hun over "
    "allemaal alle ook dan even graag aan voor tot zien lijst laatste vorige volgende monday tuesday "
    "wednesday thursday friday maandag dinsdag woensdag donderdag vrijdag".split()
)
"""Beside the words of a subject these look for nothing; a list shows its days anyhow."""
NO_FILTERS = frozenset("all alle my mijn with of met van".split())
"""Of a list they are, and of a question they say nothing."""


def asked(text: str, commands: Mapping[str, Subcommands]) -> tuple[str, str] | None:
    """The English word of the command that answers it, and what is typed behind that; None for what is no
    question that one answers."""
    words = re.findall(r"<@[^<>]*>|@?\w+(?:-\w+)*", text)
    said = " ".join(each if each.startswith("<") else each.lower() for each in words)
    if not 0 < len(words) <= MOST:
        return None
    if alone := next((answer for answer, pattern in ALONE.items() if pattern.fullmatch(said)), None):
        word, _, typed = alone.partition(" ")
        return word, typed
    if own := OWN_DAYS.fullmatch(said) or NOT_IN.fullmatch(said):
        return "away", " ".join(" ".join(own.groups()).split()) or "today"
    if AWAY.fullmatch(said):
        return "away", f"who {said}"
    usual = "meeting" if NAMED.fullmatch(said) else ""
    word = next((word for word, pattern in ABOUT.items() if pattern.search(said)), usual)
    return _listed(said, word, commands[word]) if word else None


def _listed(said: str, word: str, commands: Subcommands) -> tuple[str, str] | None:
    known = commands.by_word["list"].takes
    assert isinstance(known, Vocabulary)
    tokens = said.split()
    loose = known.loose([*tokens])
    filters = [each for each in tokens if each not in loose and each not in NO_FILTERS]
    rest = ABOUT[word].sub(" ", " ".join(loose)).split()
    sought = [each for each in rest if each not in SILENT and not OPENS.fullmatch(each)]
    if not OPENS.match(said) and (sought or len(tokens) > MOST_WORDS):
        return None
    if word == "meeting" and not sought and NEXT.search(said):
        return word, "next"
    if word == "minutes" and sought:
        return word, f"find {' '.join(sought)}"
    mine = ["mine"] if word == "action" and MINE.search(said) else []
    return word, " ".join(["list", *mine, *filters, *sought[:MOST_LOOKED_FOR]])
