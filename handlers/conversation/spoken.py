"""What is said in own words: the command that does it, and the record that it is about."""

import re
from typing import Any

from bot.core.context import projects_of
from handlers.action_items import desk as action_items
from handlers.help.questions import ABOUT
from handlers.meetings import listeners as meetings
from handlers.records.desk import Desk
from handlers.records.meant import asked, by_words, doing, verb_of
from handlers.slack.registry import Registry
from handlers.slack.reply import Message, sentence
from handlers.slack.request import Request
from handlers.slack.subcommands import NUMBERS

WHO = r"(<@[^<>]+>|@?[^\W\d_][\w.'’-]*)"
WHAT = r"(\S.*?)"
MEETING = "meeting|overleg|vergadering|afspraak"
POLITE = re.compile(
    r"^(?:(?:please|hi|hey|hello|hoi|ok|okay|and|so|can you|could you|would you|will you|kun je|kan je"
    r"|wil je|zou je|graag)\b[,\s]*)+"
    r"|(?<![\s,])[\s,]*\b(?:please|thanks|thank you|alsjeblieft|aub|graag)\b[\s.!?]*$|(?<![\s.!?])[\s.!?]+$",
    re.IGNORECASE,
)
BLANKS = re.compile(r"(\s)\s+")
FINISHED = re.compile(
    rf"(?:(?:i|we)(?:['’]ve|['’]m|['’]re| have| am| are)?\s+)?(?:just\s+|already\s+|now\s+|all\s+)*"
    rf"(?:finished|completed|done)\s+(?:with\s+)?{WHAT}"
    rf"|(?:(?:ik ben|wij zijn|we zijn)\s+)?(?:al\s+)?(?:klaar|gereed)\s+met\s+{WHAT}"
    rf"|(?:mark|tick off|vink|rond|maak)\s+{WHAT}(?:\s+off|\s+(?:as\s+)?(?:done|finished|complete)|\s+af)"
    rf"|(?:ik|wij|we) (?:heb|hebben)\s+{WHAT}\s+(?:af|afgerond|afgemaakt|gedaan|klaar)"
    rf"|(?!(?:is|are|what|which|who|when|if|wat|wie|welke)\b){WHAT}\s+"
    r"(?:is|are|has been|have been|zijn)\s+(?:now\s+|all\s+|nu\s+|al\s+)?"
    r"(?:done|finished|completed?|klaar|af|gereed|gedaan|afgerond)",
    re.IGNORECASE,
)
"""`I finished the plan`, `1 is done`, `ik ben klaar met 1`."""
CALLED_OFF = re.compile(rf"call off\s+{WHAT}|call\s+{WHAT}\s+off|zeg\s+{WHAT}\s+af", re.IGNORECASE)
ADDS = re.compile(
    r"(?:add|create|make|log|maak|noteer|voeg)\s+(?:an?\s+|een\s+)?(?:new\s+|nieuwe?\s+)?"
    r"(?:action(?:\s+item)?|task|to-?do|actie(?:punt)?|taak)"
    rf"(?:\s+toe)?(?:\s+(?:for|voor)\s+{WHO}\s*[:,]?\s+(?:to\s+|om\s+te\s+)?|\s*[:,]\s*|\s+to\s+){WHAT}",
    re.IGNORECASE | re.DOTALL,
)
REMINDS = re.compile(
    rf"(?:remind|herinner|ask(?=.* to )|vraag(?=.* om ))\s+{WHO}\s+"
    rf"(?:to|about|er\s?aan(?:\s+(?:om|te))*|aan|om)\s+{WHAT}",
    re.IGNORECASE | re.DOTALL,
)
TO_DO = re.compile(
    r"\b(?:(op|af|in|uit|aan|na|mee|door|terug|voor)\s+)?te\s+(\w+n)(?=[\s.!]*$)", re.IGNORECASE
)
"""`de sleutels op te halen`, which is *de sleutels ophalen*."""
PLANS = re.compile(
    r"(?:plan|schedule|book|set up|arrange|organi[sz]e)\s+(?:an?\s+|the\s+|een\s+|het\s+)?"
    rf"(?:new\s+|nieuwe?\s+)?({MEETING}|call|sync|session|gesprek)\b\s*(?:(?:about|over)\s+|:\s*)?(.*)",
    re.IGNORECASE | re.DOTALL,
)
ASKS_HOW = re.compile(
    r"how (?:do|can|should|would) (?:i|you)\b|how to\b"
    r"|hoe (?:kan|moet|kun|maak|voeg|verander|wijzig|zet|plan|stel) (?:ik|je)\b",
    re.IGNORECASE,
)
AIM = re.compile(r"\s(?:to|until|naar|tot)\s", re.IGNORECASE)
OF_PERSON = re.compile(r"\b(?:settings?|reminders?|notif\w+|messages|instelling\w*|herinner\w*)\b")


def command_for(text: str) -> tuple[str, str] | None:
    """The English word of the command that does what is wanted, and what is typed behind that."""
    said = _without_courtesy(text)
    if ASKS_HOW.match(said):
        lower = said.lower()
        about = next((word for word, pattern in ABOUT.items() if pattern.search(lower)), "")
        return "spil", f"help {'reminders' if OF_PERSON.search(lower) else about}".strip()
    if found := ADDS.fullmatch(said) or REMINDS.fullmatch(said):
        who, what = found[1] or "", TO_DO.sub(r"\1\2", found[2])
        return "action", f"{who if not who or who[0] in '<@' else f'@{who}'} {what}".strip()
    if found := PLANS.fullmatch(said):
        kind = "" if re.fullmatch(MEETING, found[1], re.IGNORECASE) else found[1]
        rest, about = [*re.split(r"\s+(?:about|over)\s+", found[2], maxsplit=1), ""][:2]
        return "meeting", " ".join(f"{kind} {about} {rest}".split())
    if NUMBERS.fullmatch(what := finished(said)) and said.lower() != f"done {what}":
        return "action", f"done {what}"
    return None


def _without_courtesy(text: str) -> str:
    """With single blanks too: a pattern looks at a long row of them from each on."""
    return POLITE.sub("", POLITE.sub("", BLANKS.sub(r"\1", text.strip())))


def finished(text: str) -> str:
    """What somebody says to have finished, or nothing."""
    found = FINISHED.fullmatch(text.strip())
    return next(filter(None, found.groups()), "") if found else ""


def about_record(registry: Registry, request: Request, text: str, name: str) -> Message | None:
    """Whether the record is meant whose words are named, with the button that does what is said to it; None
    where nothing is said of a record."""
    said = _without_courtesy(text)
    done, found_off = finished(said), CALLED_OFF.fullmatch(said)
    off = next(filter(None, found_off.groups())) if found_off else ""
    desks: list[Desk[Any]] = [meetings.DESK, action_items.DESK]
    of_meeting = re.search(rf"(?:{MEETING})s?\b", said, re.IGNORECASE)  # `bouwoverleg` too
    sought = done or off
    for own in desks if of_meeting else reversed(desks):
        commands = registry.subcommands[own.command.en]
        line = f"done {done}" if done else f"cancel {off}" if off else said
        verb, named = verb_of(own, commands, line), commands.behind(line)
        if verb is None or not named:
            continue
        sought = sought or (AIM.split(named)[0] if of_meeting else "")
        for project in projects_of(request.uow, request.who):
            ctx = request.of(project.id)
            found, behind = by_words(own, request, ctx, named, verb)
            if found.records:
                typed = f"{name} {own.command.in_language(request.who.language)}".strip()
                as_typed = request.as_typed(own.command.en, typed, line, project.channel)
                does = doing(own, commands, as_typed, found, verb, behind)
                return asked(own, request, ctx, found, verb, typed=typed, does=does)
    return sentence(request.texts.said_nothing_like(sought)) if sought else None
