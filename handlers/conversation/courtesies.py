"""Greetings, thanks and nods: what is said to us and asks for nothing."""

import re

GREETING = re.compile(
    r"(?:hi+|hello|hey+|hiya|hoi+|hallo|hé|hee|hai|yo|moin|dag|gegroet|greetings|morning|"
    r"good (?:morning|afternoon|evening|day)|goe(?:de|den|ie)? ?(?:morgen|middag|avond|dag))"
    r"(?: (?:there|again|all|spil|daar|allemaal|weer))?",
    re.IGNORECASE,
)
NOD = (
    r"(?:ok(?:ay|é|e)?|super|great|perfect|fine|cool|nice|good|sure|check|mooi|fijn|prima|goed|top|toppie"
    r"|bye|doei|see you)"
)
THANKS = re.compile(
    rf"(?:{NOD} )*(?:(?:many )?thanks|thank you|thn?x|ty|cheers|merci|bedankt|dank(?:je)?(?:wel)?"
    r"|dank (?:je|u)(?: wel)?)(?: (?:a lot|so much|very much|spil|hoor|alvast))?",
    re.IGNORECASE,
)
EMOJI = re.compile(r":[\w+'-]+:?")
NODS = re.compile(rf"(?:{NOD}(?: |$))*", re.IGNORECASE)
"""These want no answer, nor does an emoji."""
YES_OR_NO = re.compile(r"(?:yes|no|nope|yep|yeah|ja|nee)[\s.!]*", re.IGNORECASE)


NEVER_MIND = re.compile(
    r"(?:never ?mind|forget (?:it|that)|laat maar(?: zitten)?|toch (?:maar )?niet|hoeft niet)[\s.!]*",
    re.IGNORECASE,
)


def is_greeting(text: str) -> bool:
    return GREETING.fullmatch(words_alone(text)) is not None


def is_thanks(text: str) -> bool:
    return THANKS.fullmatch(words_alone(EMOJI.sub(" ", text))) is not None


def is_nod(text: str) -> bool:
    said = EMOJI.sub(" ", text)
    return bool(text) and not re.search(r"[\d?]", said) and NODS.fullmatch(words_alone(said)) is not None


def words_alone(text: str) -> str:
    return " ".join(re.findall(r"[^\W\d_]+", text))
