"""What an unmarked sentence says was decided."""

import re

from bot.domain.drafting_lines import tidy

_DECIDED = re.compile(
    r"(?:(?:ok|okay|so|dus),? )?(?:(?:it (?:was|is|has been) )?(?:hereby )?(?:unanimously |then |also )?(?:agreed|decided|resolved)"
    r"(?: (?:that|to|on|upon|by all that))?|(?:we|the (?:team|group|board|committee|meeting|steering group)|all|everyone)"
    r"(?: have| has| all| also| then| unanimously){0,2} (?:agreed?s?|decided?s?|resolved)(?: (?:that|to|on))"
    r"|there (?:is|was) (?:consensus|agreement) (?:that|to|on)|decision:?"
    r"|(?:er )?(?:is|wordt|werd) (?:unaniem |daarom |dus )?(?:besloten|afgesproken|overeengekomen)(?: dat| om)?,?"
    r"|(?:besloten|afgesproken|overeengekomen)(?: is| wordt| werd)?(?: nu)?(?: dat| om)?,?"
    r"|(?:we|wij|het bestuur|de vergadering|de stuurgroep|het team|de groep) (?:hebben |heeft )?"
    r"(?:unaniem |daarom )?(?:besluiten|besluit|besloten|spreken af|spreekt af|afgesproken)(?: dat| om)?,?)\s+",
    re.IGNORECASE,
)
_DECIDED_INSIDE = re.compile(
    r"\b(?:wordt|is|werd)\b[^.;]{0,60}\b(?:besloten|afgesproken|overeengekomen)\b (?:dat|om)\b"
    r"|\bbesluiten we\b|\b(?:gaat|gaan|zijn|is)\b[^.;,]{0,50}\bakkoord\b(?: met)?"
    r"|\b(?:has|have|was|were|is|are|been) (?:unanimously |formally )?(?:approved|adopted|accepted by)\b"
    r"|\bit (?:has been|was) (?:agreed|decided)\b|\bmotion (?:carried|passed|was carried)\b"
    r"|\b(?:wordt|worden|is|zijn|werd|werden)\b[^.;,]{0,60}\b(?:goedgekeurd|vastgesteld|aangenomen)\b",
    re.IGNORECASE,
)
_UNDECIDED = re.compile(
    r"\b(?:not|never|no|nothing|n't|yet to|until|if|whether|should|could|would|need to|needs to|must be|last (?:time|week"
    r"|meeting|month|year)|previously|earlier|will be decided|niet|geen|nog|niets|moet|moeten|als|indien|of we|kan worden"
    r"|kunnen|zou|zouden|vorige?|eerder|destijds|willen)\b|n't\b",
    re.IGNORECASE,
)
_LONGEST_LEAD = 90


def decided(sentence: str) -> str | None:
    """What an unmarked sentence says was decided, without the words that only say so; else None."""
    if len(sentence) > 500 or sentence.rstrip().endswith("?") or sentence[:1] in "\"“‘«„'":
        return None
    if lead := _DECIDED.match(sentence):
        if _UNDECIDED.search(lead.group()) or len(sentence[lead.end() :].split()) < 2:
            return None
        return tidy(sentence[lead.end() :])
    inside = _DECIDED_INSIDE.search(sentence[:300])
    if inside and not _UNDECIDED.search(sentence[: inside.end()]):
        return tidy(sentence)
    return None
