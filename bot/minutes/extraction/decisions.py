"""Decisions that no marker shows, in a sentence or in a word behind it."""

import re

from bot.minutes.extraction.motions import BY_WHOM, says_only_result
from bot.notes.lines import is_statement, sentences, tidy

_GROUP = (
    r"(?:team|group|board|committee|meeting|council|panel|assembly|association|society|club"
    r"|(?:working|task|steering|interest)[ -](?:group|force|committee|council)|wg|sig|sc|tsc|psc|pmc)"
)
_SUBJECT = (
    rf"(?:we|they|(?:the )?(?:(?-i:[A-Z][\w-]*) ){{0,2}}{_GROUP}"
    r"|all|everyone|everybody|all (?:present|members|parties|in attendance)|trustees|directors|members"
    r"|councillors)"
)
_SUBJECT_NL = (
    r"(?:we|wij|het (?:bestuur|team|mt)"
    r"|(?:de|het) (?:[\w-]+ )?(?:vergadering|ledenvergadering|\w*groep|\w*commissie"
    r"|\w*raad|\w*geleding|mr|or|alv|aanwezigen|leden|college|directie|partijen|bestuur))"
)
_HOW = (
    r"(?:(?:unanimously|formally|jointly|provisionally|further|subsequently|then|also|therefore|hereby|unaniem"
    r"|daarom|dus|samen|ook|verder|vervolgens|voorlopig|tevens) )?"
)
_THAT = rf"(?:(?:at this (?:point|time|stage)|for now) )?{_HOW}(?:that|to|on|upon)(?! and )"
_DECIDED_NL = r"(?:besloten|beslist|afgesproken|overeengekomen)"
_SEAT = (
    r"(?:(?:co-?|vice[- ]?)?(?:chair\w*|presidents?|captains?)|secretar(?:y|ies)|treasurers?|directors?"
    r"|trustees?|(?:board|committee|council) members?|leaders?|lead|admin(?:istrator)?|coordinators?|editors?"
    r"|liaison|representatives?|delegates?|auditors?|clerk"
    r"|(?:vice-?)?voorzitter|secretaris|penningmeester|(?:bestuurs|commissie)lid)\b"
)
_CHOSEN = r"(?:(?:re-?)?(?:elected|appointed)|chosen|selected|voted in|named|co-?opted|ratified)"
_A_SEAT = rf"(?: (?:the|an?|our|new|acting))*(?: (?!to\b)[\w'’-]+){{0,2}} {_SEAT}"
_AS_SEAT_NL = rf"(?:tot|als) (?:de |nieuwe )*{_SEAT}"
_LEAD_IN = (
    r"(?:(?:ok|okay|so|dus|finally|uiteindelijk|discussed and),? )?"
    r"(?:(?:(?:up)?on (?:a |the )?(?:proposal|motion|recommendation) (?:from|of|by|duly|made)"
    r"|(?:proposed|moved) by) [^;]{2,90}?,? (?:and )?(?=it was |the )"
    r"|op voorstel van [^;]{2,60} (?=(?:is|wordt|werd) ))?"
)
"""Also on whose proposal it was."""
_SETTLED = (
    r"(?:there (?:is|was) )?(?:(?:an?|the) )?(?:(?:overall|general|broad|rough) )?"
    r"(?:decision|consensus|agreements?)(?: (?:is|was|were|has been))?(?: (?:made|taken|reached))?"
)
"""`A decision was taken`, `there is a general agreement`, `consensus reached`: before `that` or `to`."""
_DECIDED = re.compile(
    rf"{_LEAD_IN}(?:it (?:was|is|has been) {_HOW}(?:agreed|decided|resolved)"
    r"(?: (?:following|after|by) (?:an? )?(?:unanimous |majority )?vote)?(?: (?:that|to|on|by all that))?"
    rf"|{_SUBJECT}(?:['’]ve| have| has)? {_HOW}(?:agree(?:d|ing)|decided|resolved|chose|voted) {_THAT}"
    rf"|{_SETTLED} (?:that|to)|{_SETTLED}(?:(?<=made)|(?<=taken)|(?<=reached)) on"
    r"|besluit (?:om(?: te)?|dat)|(?:de )?keuze (?:valt|is gevallen) op"
    rf"|(?=there ){_SETTLED} on"
    r"|concluded (?:that|to)"
    r"|(?:the )?(?:overall |general |broad )?consensus (?:is|was)(?! not\b| reached\b)"
    r"|(?:the chair|de voorzitter) (?:concludes|concluded|concludeert|stelt vast) (?:that|dat)"
    rf"|(?:er )?(?:is|wordt|werd) {_HOW}{_DECIDED_NL}(?: dat| om te| om)?,?"
    r"|vastgelegd wordt (?:dat|om(?: te)?)"
    rf"|{_DECIDED_NL}(?: is| wordt| werd)?(?: nu)?(?: dat| om te| om)?,?"
    rf"|{_SUBJECT_NL} (?:hebben |heeft )?{_HOW}(?:besluiten|besluit|besloten|beslist|beslissen"
    r"|spreken af|spreekt af|afgesproken)"
    r"(?: dat| om te| om)?,?)\s+",
    re.IGNORECASE,
)
_DECIDED_IN_SHORT = re.compile(
    rf"{_LEAD_IN}(?:(?:(?:stuurgroep|bestuur|commissie|mt|mr|or) )?akkoord met"
    rf"|{_HOW}(?:agreed|decided|resolved|voted)(?: by (?:all|the {_GROUP}))?,? {_THAT}"
    rf"|{_SUBJECT} {_HOW}(?:agrees?|decides?|votes?(?: in favou?r)?) {_THAT}"
    rf"|(?:{_SUBJECT} )?{_HOW}(?:agreed|decided|voted)(?= not to\b)"
    r"|(?:agreed|decided)(?= (?:(?:an?|the|this|these) |\d)\S+ \S))\s+",
    re.IGNORECASE,
)
"""In notes these report a decision; spoken they are one person's view."""
_PERFORMED_FIRST = re.compile(
    rf"{_LEAD_IN}{_SUBJECT} {_HOW}(?:(?:voted on and )?"
    r"(?:(?:approve|adopt|accept|reject|endorse|elect|waive|affirm"
    r"|authori[sz]e)(?:s|d|ed)?|ratif\w+|sets? [^.;]{3,60} (?:as|for) (?:the|its|our|their))|chose|selected"
    r"|will go with|agreed (?:the|this|these|all))\b"
    r"|(?-i:[A-Z]{2,5}) (?:approved|adopted|endorsed)\b|(?:we[’']ll|we) go with\b|we gaan voor\b"
    r"|(?:er |unaniem )?(?:is|wordt) gekozen voor\b|gekozen (?:is|wordt) voor\b"
    r"|(?:the )?(?-i:[Mm])inutes\b[^.;,]{0,80}\b(?:agreed|approved|accepted|confirmed) and signed\b"
    rf"|{_SUBJECT_NL} (?:kiezen voor|kiest voor|keurt|keuren|stem(?:t|men)(?: \w+)? in met|stelt|stellen)\b"
    r"(?:(?<=voor)|(?<=met)|[^.;]{0,80}\b(?:goed|vast)\b)"
    rf"|{_SUBJECT_NL} (?:gaat|gaan)(?: [^\s.;,]+){{2,5}} akkoord\.?$"
    rf"|(?:{_SUBJECT_NL}|bestuur|g?mr) (?:geeft|geven|verleent|verlenen) [^.;]{{0,30}}\b(?:instemming"
    r"|akkoord|positief advies|goedkeuring)\b"
    r"|(?:de|het) [\w-]+(?: van [^:.]{3,40})? wordt: (?=\S)"
    r"|(?:de|het) (?!notulen|verslag|agenda)[\w-]+(?: [^\s.;,]+){0,5} (?:is|zijn) akkoord\.?$"
    r"|all agreed (?!with\b|on\b|in\b)(?=\S+ \S+ \S)"
    r"|(?:there (?:was|were) )?no objections? to (?=\S+ \S)"
    r"|(?!(?:hij|zij|ze|beiden?|allen) ).{0,150}\b(?:wordt|worden|werd|werden|is|zijn)\b[^.;,]{0,40}"
    r"\b(?:unaniem|bij acclamatie|met algemene stemmen) (?:benoemd|gekozen|herkozen|verkozen)\b"
    rf"|{_AS_SEAT_NL} (?:wordt|worden|werd|werden|is|zijn)\b[^.;]{{0,60}}\b(?:benoemd|gekozen)\b"
    r"|(?:bij acclamatie|unaniem) (?:wordt|worden|werd|werden)\b[^.;]{0,80}\b(?:her)?(?:benoemd|gekozen)\b",
    re.IGNORECASE,
)
_PERFORMED = re.compile(
    rf"\b(?:(?:wordt|is|werd)\b[^.;]{{0,60}}\b{_DECIDED_NL}\b,? (?:dat|om)\b|beslui(?:t|ten) {_SUBJECT_NL}\b"
    rf"|(?:we(?:['’]ve)?|{_GROUP})(?: [^;]{{5,120}} and)? {_HOW}(?:agreed|decided|resolved)"
    r" (?:to|that|on|it|this|further)\b"
    rf"|it (?:has been|was) {_HOW}(?:agreed|decided)\b"
    r"|(?<= so )(?:a )?decision (?:was )?(?:made|taken) to\b"
    r"|(?:wordt|is|werd) (?:er )?besloten (?=\S+ \S+ \S+)|(?:was|were|is) (?:duly )?carried\b"
    r"|(?:discussed|considered|reviewed|presented) and (?:agreed|approved|adopted|accepted)(?= by\b|[.;,]|$)"
    r"|(?:agreed|accepted|approved|signed) as (?:a )?(?:true|correct|accurate)\b"
    r"|motion (?:[^.;]{0,80}\b)?(?:carried|passed)\b"
    r"|(?:gaat|gaan|zijn|is)\b[^.;,]{0,50}\bakkoord (?:met|dat|om|voor)\b"
    rf"|(?:gaat|gaan|is|zijn) {_SUBJECT_NL}(?: unaniem| ook)? akkoord\b"
    r"|(?:moved|proposed)\b[^.;]{1,60}\bsecond(?:ed|s)\b[^.;]{0,20} that\b"
    r"|(?:carried|passed|approved) without (?:dissent|objections?|opposition)\b"
    r"|(?:has been|have been|was|were|is|are) (?:\w+ and |unanimously |formally |hereby )?"
    r"(?:agreed|approved|adopted|accepted|rejected|ratified|passed|carried)"
    r"(?= nem\b| by\b| with\b| as\b| and\b| on the (?:motion|proposal)\b| unanimously\b|[.;,]|$)"
    r"|(?:proposed|moved) by\b[^;]{0,120}\b(?:agreed|carried|approved|adopted|accepted|appointed)\b"
    rf"|(?<!being )\b{_CHOSEN}\b(?:[^.;]{{0,40}} as|(?<! was)(?: to be| to the post of)){_A_SEAT}"
    rf"|(?:was|were|been) (?:\w+ ){{0,2}}{_CHOSEN}{_A_SEAT}"
    r"|(?:was|were|(?:has|have) been) (?:(?:\w+ ){0,2}(?:re-?)?elected (?:en bloc|unopposed|unanimously)"
    r"|(?:all |unanimously |duly |both )+(?:re-?)?elected\b)"
    r"|(?:was|were) (?:\w+ )?(?:elected|voted|appointed)(?: \w+)? (?:for|to|into) (?:the|this|that)"
    r" (?:position|post|office|role)"
    r"|the following\b[^.;,:]{0,40}\b(?:was|were) (?:agreed|approved|adopted|decided)\b"
    rf"|(?:hebben|heeft) {_SUBJECT_NL} (?:er )?{_HOW}{_DECIDED_NL} (?!of\b)(?=\S+ \S)"
    r"|voted (?:unanimously )?in favou?r of (?=\S+ \S)"
    r"|(?:wordt|is|worden|zijn)\b[^.;,]{0,60}\b(?:(?:her)?benoemd|(?:her|ver|ge)kozen)"
    rf" {_AS_SEAT_NL}"
    rf"|(?:wordt|is|worden|zijn)\b[^.;,]{{0,40}} {_AS_SEAT_NL}[^.;,]{{0,20}}"
    r"\b(?:(?:her)?benoemd|(?:her|ge)kozen)\b"
    r"|(?:is|zijn|wordt|worden|werd|werden) (?-i:[A-Z])[^.;,]{1,40} (?:her)?(?:benoemd|gekozen|kozen)\b"
    r"|verlee(?:nt|nde|nd)\b[^.;]{0,40}\bd[eé]charge\b|d[eé]charge\b[^.;]{0,40}\bverleend\b"
    r"|(?:wordt|is|werd)\b[^.;,]{0,20}\bconform\b[^.;]{0,60}\b(?:besloten|vastgesteld)\b"
    r"|stel(?:t|len) (?:de|het) \w+\b[^.;,]{0,40}\bvast\b"
    r"|(?:wordt|worden|is|zijn|werd|werden)\b(?:, met [^,.;]{3,50},)?[^.;,]{0,60}"
    r"(?:, (?:en )?)?\b(?:goedgekeurd|vastgesteld|aangenomen|gedechargeerd|gegund|bekrachtigd)\b)",
    re.IGNORECASE,
)
"""The first stands where a sentence opens, which is soon seen."""
_UNDECIDED = re.compile(
    r"\b(?:until|unless|if|whether|who|which|previously|earlier|once|when"
    r"|als(?! (?:de |nieuwe )*\w+(?:ter|aris|lid)\b)|indien|of we|wanneer|eerder"
    r"|(?:reported|confirmed|said|stated|explained|announced|mentioned|note[sd]) that"
    r"|eerdere|destijds|zodra|tenzij|voordat|die|volgende"
    r"|(?:ge|toege|meege)(?:meld|deeld|licht) dat|(?:meldt|vertelt|deelt mee|reported|told us) (?:dat|that)"
    r"|(?<!inutes of )(?<!of the )(?<!from the )(?<!inutes from )(?:last|previous|vorige?)"
    r"(?<!van de vorige)(?<!van het vorige)(?! (?:minutes|notulen|verslag)))\b",
    re.IGNORECASE,
)
"""With one of these before it a sentence tells of what was, or may be, decided at another time."""
_OPEN = re.compile(
    r"\b(?:not|never|no(?! objection)|nothing|yet to|should|could|would|(?-i:may)|might|can|needs? to|must be"
    r"|ha(?:s|ve) to be|will be (?:decided|agreed|approved)|to be|niet|geen|nog|niets|moet|moeten|kan|kunnen"
    r"|zou|zouden|willen|gevraagd|kennisgeving)\b|n[’']t\b",
    re.IGNORECASE,
)
"""The same of its own clause."""
_CLAUSE = re.compile(r"[,;:] | (?:en|and|maar|but|so|dus) ")
_AND_DECIDED = re.compile(
    r"(?: resulted in| with) (?=(?:all|everyone) agree(?:d|ing) (?:to|that) )"
    r"|(?:,| en| and| maar| but) (?="
    r"(?:er )?(?:is|wordt|werd) (?:er )?(?:besloten|afgesproken) (?:dat|om|dit|deze)\b"
    r"|it (?:was|is|has been) (?:agreed|decided|resolved)\b|all agreed (?:that|the|to)\b"
    rf"|{_SUBJECT_NL} (?:besluit|besluiten) (?!of\b))",
    re.IGNORECASE,
)
"""What stands before it is no part of the decision."""
_LONGEST = 500

_OPENS_LIST = ("should:", "will:", "would:", "to:", "that:")


def decided(sentence: str, spoken: bool = False) -> str | None:
    """The decision that an unmarked sentence reports, without the words that only say so; else None."""
    if not is_statement(sentence, _LONGEST) or sentence.endswith(_OPENS_LIST):
        return None
    if not spoken and (elected := _ELECTED.match(sentence)) and not _is_open(elected.group()):
        return tidy(elected["what"] or sentence)
    if not _may_decide(sentence):
        return None
    if not spoken and (apart := _AND_DECIDED.search(sentence)):
        sentence = sentence[apart.end() :]
    lead = _DECIDED.match(sentence) or (None if spoken else _DECIDED_IN_SHORT.match(sentence))
    if lead and not (spoken and lead.group().lower().startswith("there was")):  # a report of earlier
        rest = sentence[lead.end() :]
        empty = len(rest.split()) < 2 or _NOTHING_NEW.fullmatch(rest) or _ELSEWHERE.match(rest)
        return None if empty or _is_open(lead.group()) else tidy(rest)
    if spoken or says_only_result(sentence):
        return None
    found = _PERFORMED_FIRST.match(sentence[:300]) or _PERFORMED.search(sentence[:300])
    return tidy(sentence) if found and not _is_open(sentence[: found.end()], found.start()) else None


_ELECTED = re.compile(
    rf"(?P<what>(?:vice[- ]?)?{_SEAT}(?:[- ]elect)? ?: (?-i:[A-Z])[^;:]{{2,60}}?)"
    r"(?:,| [–—-])? \(?(?:proposed|nominated|elected|voorgesteld|gekozen)\b"
    rf"|(?:(?:new|(?:re-?)?elected) )+(?:vice[- ]?)?{_SEAT} ?: (?-i:[A-Z])[^;:.]{{2,60}}$"
    r"|(?-i:[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2})"
    r"(?: and (?-i:[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2}))?"
    r" (?:will (?:be|become|serve as|continue as|remain)|becomes|wordt|blijft)"
    rf" (?:(?:the|our|de|onze|new|nieuwe|acting|(?:[\w-]+['’]s)) )*(?:social )?{_SEAT}(?<!ing)"
    r"(?! (?:for|at|of|van|op) (?:the|de|het) (?:next|volgende))",
    re.IGNORECASE,
)
"""`Treasurer: Ann Lee, proposed by Bo`, `Ann Lee will be treasurer`"""


def _is_open(said: str, clause: int = 0) -> bool:
    """Whether something in `said`, or in its clause that holds the place `clause`, leaves it undecided."""
    starts = [end.end() for end in _CLAUSE.finditer(said, 0, clause)]
    return bool(_UNDECIDED.search(said) or _OPEN.search(said, starts[-1] if starts else 0))


_ELSEWHERE = re.compile(
    r"(?:at|in|during|tijdens|op|bij) (?:the|our|de|het|ons|onze) (?:last|previous|vorige?) ", re.IGNORECASE
)
_NOTHING_NEW = re.compile(r"(?:this|that|these|it)(?: \w+)?\.?", re.IGNORECASE)


_HINTS = (
    "agree|decid|decis|resolv|chose|consensus|approve|adopt|accept|reject|endorse|selected|"
    "go with|carried|passed|conclu|beslo|beslu|afgesproken|spreek|spreken|overeengekomen|"
    "akkoord|aangenomen|kies|kiez|kozen|keuze|gaan voor|keur|stem|"
    "stel|vote|slis|ratif|proposed|moved|elected|appointed|named|opted|objection|"
    "affirm|authori|waive|oard set | made to|signed|benoemd|vastgelegd|gegund|bekrachtigd|"
    "acclamatie|charge|wordt: |advies"
).split("|")


def _may_decide(sentence: str) -> bool:
    """Whether any of the words stands in it without which there is no decision: soon said of most."""
    lower = sentence.lower()
    return any(map(lower.__contains__, _HINTS))


_CONFIRMED = re.compile(
    r"(?P<what>.{10,}?|.{4,9}(?= [–—-] (?:approved|accepted|carried|passed)))"
    r"(?:(?:[,:;–—]| -| –|\.) \(?| \()(?:(?:this|it|which) (?:was|is) |(?:hier(?:mee|over)|daar) )?"
    r"(?:(?:unaniem |unanimously )?(?:akkoord|besloten|afgesproken|decided|aangenomen|goedgekeurd|vastgesteld"
    r"|agreed|approved|accepted|carried|passed)(?: unanimously| u)?"
    r"|all ayes?|ayes? all|(?:all )?in favou?r|motion (?:carried|passed)[^.]{0,30}"
    r"|is iedereen het over eens|dit wordt besloten"
    r"|(?:iedereen|allen|de vergadering|het bestuur|we|all|everyone)(?: (?:gaat|gaan|is|zijn|are))?"
    r"(?: (?:hier|er)mee| het)?(?: er| hier)?(?: over)? (?:akkoord|eens|voor|agree[ds]?|in favou?r))"
    r"\)?[.!;]?$",
    re.IGNORECASE,
)
"""What is agreed by nothing but a word behind it: `The fee goes up, approved.`"""


_CONFIRMING = tuple(
    "akkoord besloten afgesproken decided aangenomen goedgekeurd vastgesteld agreed approved accepted carried"
    " passed unanimously aye ayes all eens voor agree agrees favour favor".split()
)
_LONGEST_RESULT = 50


def confirmed(text: str) -> str | None:
    """The sentence that a line says was agreed in a word behind it; else None."""
    end = text[-_LONGEST_RESULT:].lower().rstrip(" .!;)")
    if len(text) > _LONGEST or not (end.endswith(_CONFIRMING) or "motion " in end):
        return None
    found = _CONFIRMED.fullmatch(text) or _CONFIRMED_IN_SHORT.fullmatch(text)
    if not found or not is_statement(found["what"], _LONGEST) or _SAYS_LITTLE.match(found["what"]):
        return None
    settled = [
        said
        for said in sentences(tidy(found["what"]))
        if not (BY_WHOM.fullmatch(said) or says_only_result(said))
    ]
    return tidy(settled[-1]) if settled else None


_SAYS_LITTLE = re.compile(rf"{_OPEN.pattern}|(?:\S+ ){{1,2}}second(?:s|ed)\b|.*\bagenda$", re.IGNORECASE)
_CONFIRMED_IN_SHORT = re.compile(
    r"(?P<what>(?!.*\b(?:gaat|gaan|is|zijn|was|waren|wordt|worden|heeft|hebben|niet|are|were|be|been|has|have|not)\b)"
    r"(?:\S+ ){1,6}?\S*[a-z\d]) (?:akkoord|goedgekeurd|vastgesteld"
    r"|(?:[Aa]pproved|[Aa]ccepted)(?: by (?:all|consensus))?)[.;]?$"
)
