"""Questions in a person's own words, and the command that answers each."""

import re
from collections.abc import Mapping

from bot.text.words import STOP_EN, STOP_NL, VERBS_NL_PRESENT
from handlers.digests.listeners import STATUS
from handlers.records.vocabulary import MOST_LOOKED_FOR, MOST_WORDS, Vocabulary
from handlers.slack.subcommands import Subcommands

MOST = 20
"""Words of a question."""
OPENS = re.compile(
    r"(?:what|which|who|when|where|why|how|is|am(?= i)|are|do|did|does|have|any|show|list|give|send|tell"
    r"|wat|welke?|wie|wanneer|waarom|waar|hoe|hoeveel|ben(?= ik)|zijn|heb(?:ben)?|heeft|moet(?:en)?"
    r"|toon|laat|geef|stuur|staat|staan)\b"
)
"""The first word of a question, or of a wish to see something."""
ILL = (
    r"(?:away|absent|ill|sick|off(?= (?:on|next|today|tomorrow|this|until|from)|$)"
    r"|out of (?:the )?office|off work|on (?:leave|holiday|vacation)|not (?:here|in)"
    r"|ziek|afwezig|weg|vrij|er niet|(?:op|met) (?:vakantie|verlof))"
)
OWN_DAYS = re.compile(
    rf"(.*?)\b(?:i m|i am|i ll be|i will be|ik ben|ben ik|^ben) (?:(.*?)\b{ILL}\b|er (.*) niet\b)(.*)"
)
"""`I'm on holiday next week`, `morgen ben ik er niet`."""
NOT_IN = re.compile(r"(.*?)\bi (?:won t|will not|can t) be (?:in|here|there|working|at work)\b(.*)")
HERE = (
    r"(?:away|absent|here|on (?:leave|holiday)|weg|afwezig|vrij|(?:op|met) vakantie|er|aanwezig|out|off"
    r"|er .*niet)"
)
DAYS = "|".join("monday tuesday wednesday thursday friday maandag dinsdag woensdag donderdag vrijdag".split())
OFF = re.compile(
    rf"(?:(?:on|op|met) )?(?:holiday|vacation|leave|sick|vakantie|verlof|ziek|vrij)(?: from| van)?"
    rf" (?=.*(?:\d|\b(?:{DAYS}|week|today|tomorrow|vandaag|morgen)\b))(.+)"
)
"""`vakantie 21 dec t/m 3 jan`."""
BACK = re.compile(
    r"(?:i m|i am|ik ben|ben) (?:back|well again|terug|(?:er )?weer(?: beter| er| terug| aan het werk)?)"
)
AWAY = re.compile(
    rf"(?:(?:who|wie)\b.*\b{HERE}|is \S+ (?:\S+ )?(?!out|off){HERE})"
    rf"(?: (?:next|this|today|tomorrow|on|in|volgende|deze|vandaag|morgen|op|{DAYS})\b.*)?"
)
LEADS = re.compile(
    r"^(?:(?:hi|hey|hello|hoi|hey|hallo|spil|ok|please|even|kijken|weten|zien"
    r"|(?:can|could|would|will|kun|kan|kunt|wil|zou) (?:you|je|jij|u)(?: please| even)?"
    r"|(?:show|tell|give|laten|vertel|zeg|laat|geef)(?: please| even)? (?:me|us|mij|ons)(?: even)?"
    r"|laat(?: even)? zien"
    r"|(?:me|mij|ons)(?: even)? (?:laten zien|laten weten|vertellen|zeggen)"
    r"|(?:i want|i d like|ik wil)(?: (?:to know|to see|weten|zien))?) )+(?=\w+ \w)"
)
"""Before a question they are only polite."""
AS_TYPED = {
    "ff": "even", "effe": "even", "mn": "mijn", "wa": "wat", "wah": "wat", "mot": "moet", "moek": "moet ik",
    "kheb": "ik heb", "vd": "van de", "wnr": "wanneer", "whats": "what s", "whos": "who s", "im": "i m",
}  # fmt: skip
"""Words as people type them in haste, or say them at home."""
TODO_NL = r"(?: nog| vandaag| allemaal| eigenlijk| zoal)*"
ALONE = {
    "action mine": re.compile(
        r"(?:(?:show|toon) )?(?:me )?(?:my|mijn) (?:list|tasks|items|lijst|taken)"
        r"|what (?:do|must) i (?:(?:still )?(?:have|need) to )?do(?: today)?|what am i working on"
        r"|i need (?:some )?more time|ik heb (?:nog )?(?:wat )?meer tijd nodig"
        r"|what s on my (?:list|plate)(?: (?:today|this week))?"
        r"|what i (?:still )?(?:have|need) to do|what s (?:still )?left for me(?: to do)?"
        rf"|wat (?:moet ik{TODO_NL}(?: doen)?|ik{TODO_NL} moet(?: doen)?|ik{TODO_NL} te doen heb"
        rf"|heb ik{TODO_NL} (?:te doen|te gaan|liggen|staan|open(?: staan)?|openstaan)"
        rf"|staat er{TODO_NL} (?:op mijn lijst(?:je)?|voor mij))"
        rf"|moet ik{TODO_NL} (?:iets|wat)(?: doen)?"
    ),
    "digest ": re.compile(
        r"(?:(?:show|send|give)(?: me)? |toon |geef )?(?:the |het )?(?:digest|weekly report|weekoverzicht)"
    ),
    "reminders ": re.compile(
        r"(?:change |wijzig )?(?:(?:my|mijn|the) )?(?:settings|preferences|instellingen|voorkeuren)"
        r"|stop(?: (?:reminding|messaging|bothering|notifying) me)?|unsubscribe"
        r"|zet (?:dit|dat|ze) uit|turn (?:this|that|them|it) off"
        r"|(?:no more|geen) (?:messages|reminders|berichten|herinneringen|meldingen)(?: meer)?|stop met \w+"
        r"|.*\b(?:fewer|less|minder) (?:messages|reminders|berichten|herinneringen|meldingen)"
    ),
}
"""Whole sentences."""
ABOUT = {
    "decision": re.compile(
        r"\b(?:decisions?|decided?|besluit(?:en)?|besloten|beslist|beslissing(?:en)?)\b|^(?:why|waarom)\b"
    ),
    "minutes": re.compile(r"\b(?:minutes|notulen|agreed|agree on|afgesproken|afspraken)\b"),
    "meeting": re.compile(
        r"\b(?:meetings?|overleg(?:gen)?|vergadering(?:en)?|op de agenda|on the (?:agenda|calendar))\b"
        r"|^what s on\b"
    ),
    "action": re.compile(
        r"\b(?:actions?|action items?|to ?dos?|acties?|actiepunten?|late|overdue|te laat|open|openstaande?"
        r"|due|deadlines?|working on|bezig"
        r"|(?:have|has|need|got|supposed) to (?:still )?do|(?:must|should) \S+ do|doing|te doen)\b"
        r"|\bmoet(?:en)?\b(?=.*\b(?:doen|gebeuren)\b)|^wat (?:doet|moet(?:en)?)\b"
        r"|^(?:who|wie) (?:(?:is|s) )?(?:does|doing|takes|taking|handles|handling|working on|bezig met)\b"
        rf"|^wie (?:gaat )?(?:{'|'.join(sorted(VERBS_NL_PRESENT | {'doet', 'heeft'}))})\b"
    ),
}
"""The words of a subject: the first that is found is meant."""
ONE = re.compile(r"(?<!\S)([abmn])-(\d{1,6})(?!\S)")
"""A record by its number: what is asked about it stands on its card."""
COMMANDS = {"a": "action", "b": "decision", "m": "meeting", "n": "minutes"}
NAMED = re.compile(r"(?:when|what time|wanneer|hoe laat) (?:is|s|are|zijn|begint) (.+)")
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
    "ben am anything something anyone everything left hold valid made taken why yesterday "
    "genomen waarom gisteren "
    "gelden geldt wat iets ergens iemand er mee op precies eigenlijk "
    "wednesday thursday friday maandag dinsdag woensdag donderdag vrijdag".split()
)
"""Beside the words of a subject these look for nothing; a list shows its days anyhow."""
NO_FILTERS = frozenset("all alle my mijn with of met van".split())
"""Of a list they are, and of a question they say nothing."""


def asked(text: str, commands: Mapping[str, Subcommands]) -> tuple[str, str] | None:
    """The English word of the command that answers it, and what is typed behind that; None for what is no
    question that one answers."""
    words = re.findall(r"<@[^<>]*>|@?\w+(?:[-/:]\w+)*", re.sub(r"\bm['’]n\b", "mijn", text))
    lowered = (each if each.startswith("<") else each.lower() for each in words)
    said = LEADS.sub("", " ".join(AS_TYPED.get(each, each) for each in lowered))
    if not 0 < len(words) <= MOST:
        return None
    if (one := ONE.search(said)) and OPENS.match(said):
        return COMMANDS[one[1]], one[2]
    if alone := next((answer for answer, pattern in ALONE.items() if pattern.fullmatch(said)), None):
        word, _, typed = alone.partition(" ")
        return word, typed
    if STATUS.fullmatch(said):
        return "digest", said
    if BACK.fullmatch(said):
        return "away", "list"
    if off := OFF.fullmatch(said):
        return "away", off[1]
    if own := OWN_DAYS.fullmatch(said) or NOT_IN.fullmatch(said):
        return "away", " ".join(" ".join(filter(None, own.groups())).split()) or "today"
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
