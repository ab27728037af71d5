"""Words by which a scribe's intent is known, English and Dutch side by side.

Both languages are always looked for: Dutch teams write `ACTION:` in Dutch notes, and the other way round.
All entries are lower case.
"""

from collections.abc import Iterable


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> frozenset[str]:
    return frozenset(phrase.strip() for phrase in text.split("|"))


def stems(phrases: Iterable[str]) -> tuple[str, ...]:
    """The beginnings of `phrases`: where none of them stands in a text no phrase does, which is soon said."""
    return tuple({phrase[:4] for phrase in phrases})


ACTION_MARKERS = _phrases(
    "action|actions|action item|action items|action point|action points|todo|to do|to-do|task|next step"
    "|actie|acties|actiepunt|actiepunten|actie punt|ap|taak|te doen|toezegging|next steps|follow-up|followup"
    "|action items or follow-ups|action items and next steps|actions and next steps|follow-ups"
    "|aktie|akties|aktiepunt|aktiepunten"
    "|vervolgactie|vervolgstap|action required|actions required|action needed"
)
PLAIN_MARKERS = _phrases(
    "action|action item|action point|todo|to do|to-do|task|ai|actie|actiepunt|actie punt|ap|taak|vervolgactie"
    "|aktie|aktiepunt"
)
"""These need no sign where their owner follows: `Actie Ann zaal boeken`."""
DECISION_MARKERS = _phrases(
    "resolved|resolution|decision|decisions|decided|agreed|agreement|consensus"
    "|accepted|voted|decision made|decisions made|decision taken|decisions taken|agree|accept"
    "|unanimously agreed|unanimously resolved|unaniem besloten|unaniem akkoord|conclusion|conclusie|besluit"
    "|besluiten|besluit genomen"
    "|genomen besluit|besloten"
    "|beslissing|beslissingen|afgesproken|afspraak|akkoord"
)
TOPIC_MARKERS = _phrases("topic|subtopic|agenda item|agendapunt|onderwerp|punt")
QUESTION_MARKERS = _phrases(
    "question|questions|open question|open questions|open issue|open issues|vraag|vragen|open vraag"
    "|open vragen|openstaande vragen|nog uit te zoeken"
)
RISK_MARKERS = _phrases("risk|risks|risico|risico's")
PARK_MARKERS = _phrases(
    "park|parked|parking lot|car park|parkeren|parkeer|parkeerpunt|geparkeerd|parkeerlijst|parkeerplaats"
)
LOUD_MARKERS = _words(
    "ACTION ACTIE AKTIE TODO AP DECISION BESLUIT RESOLVED RESOLUTION AGREED DECIDED BESLOTEN AFGESPROKEN"
)
"""In capitals these need no colon: `ACTION Ann to call`."""
NO_SPEAKERS = _phrases(
    "proposal|pre-proposal|proposed|note|question|vraag|voorstel|nb|ps|fyi|re|url|link|date|time"
    "|location|status"
    "|datum|tijd|locatie|plaats|opmerking|wens|idee|idea|park|parked|parkeren|parkeerpunt|risk|risico|issue|summary|info|update|deadline"
)
DECIDING_VERBS = _words("approve adopt accept reject delay postpone defer leave ratify")
"""An order with one of these is a decision of the meeting, not work for somebody."""

PRESENT = _phrases(
    "present|attendees|attendee|attending|attended|attendance|in attendance|participants|participating"
    "|attended by|who was there|joined|bijgewoond|aangeschoven"
    "|aanwezig|aanwezigen|aanwezige|aanwezigheid|presentie|deelnemers|deelnemende|deelname"
)
PRESENT_LABELS = _phrases(
    "there|here|roll call|rollcall|in the room|on the call|participant|who's here|wie waren er|wie was er"
    "|remote|remotely|members remote|by phone|dialled in|virtually"
    "|aanw|presentielijst|deelnemer|guests|guest|gasten|gast|observers|visitors|toehoorders|te gast|late"
    "|special guest|special guests|te laat|later|in de zaal|via teams|via zoom|on zoom|on teams|online"
    "|fysiek|digitaal"
)
"""Before a list these say so too; in a sentence they say little."""
ABSENT = _phrases(
    "absent|regrets|apologies|absentees|not present|excused|unable"
    "|afwezig|afwezigen|afwezige|afgemeld|afmelding|afmeldingen|afzegging|verhinderd|verontschuldigd"
)
ABSENT_LABELS = _phrases(
    "niet|missing|afw|m.k.a|mk|m.k|mb|met kennisgeving|not here|could not make it|verhindering|ziek"
    "|sick|sorry|bericht van verhindering|berichten van verhindering|zonder bericht"
)
BESIDE_PRESENCE = _words(
    """a additional all also and at attend board by call committee council following for from full new group
    guests in list meeting member members names notice observers of on online others people person persons
    received remote remotely room staff team the those to voting was were with without zoom aan als
    berichten bericht bestuur
    bestuursleden bij commissie de digitaal en het kennisgeving leden lijst met namen namens ook
    op personen raad raadsleden tevens van verder vergadering via voor waren wie zijn zonder overleg
    overige other m k z b g mk mb fysiek gasten lid not niet is are wel zich hebben heeft directors
    officers executive trustees councillors wethouders ambtelijk genodigden invited later deels partly
    na pauze tijdens gesprek during this session volgende one two three four five six seven eight nine ten"""
)
"""In a label beside who was present or absent."""
OFFICES = _phrases(
    "chair|chairperson|chairman|chairwoman|clerk|griffier"
    "|moderator|facilitator|host|minute-taker|note-taker|minute taker|note taker|notetaker"
    "|secretary|supervisor|voorzitter|secretaris|notulist|notuliste|notulisten|gespreksleider|secretariaat"
    "|minutes recorded by|minutes taken by|minutes by|notes by|scribe|lead"
)
"""People by their office: they speak, but the office is no name."""
ROLES = frozenset(
    """chair chairman chairwoman chairperson chairs co-chair treasurer secretary president director manager
    guests gasten lead leader editor observer scribe member members guest moderator facilitator host
    minutes notes coordinator ta tas voorzitter vz secretaris penningmeester bestuurslid directeur griffier
    adviseur projectleider notulist lid leden gast toehoorder coördinator wethouder notulen""".split()
)
"""The last words of what people are, beside their names."""
HEADER_FIELDS = _phrases(
    "scribe|scribes|chairs|minutes|notes|guests|notulen|verslag|gasten|notulisten|notes by|minutes by|lead"
)
ACTION_HEADINGS = ACTION_MARKERS | _phrases(
    "action list|tasking|next steps|follow-up|follow up|follow-ups|tasks|to-dos|todos|who does what"
    "|things to do|actielijst|taken|vervolgstappen|vervolgacties|wie doet wat|nieuwe actiepunten"
    "|new action items|task assignments|assigned tasks|actions arising|summary of action items"
    "|samenvatting actiepunten|overzicht actiepunten"
)
DECISION_HEADINGS = DECISION_MARKERS - _words("conclusion conclusie voted") | _phrases(
    "decisions made|decisions taken|resolutions|summary of resolutions|agreements|what we decided"
    "|besluitenlijst|genomen besluiten|afspraken|overzicht besluiten"
)
AGREEMENTS = _phrases("agreed|agreements|agreement|afspraken|afgesproken|afspraak")
"""Below these stands also who will do what."""
AGENDA_HEADINGS = _phrases("agenda|topics|onderwerpen|agendapunten")
SECTIONS = PRESENT | ABSENT | ACTION_HEADINGS | DECISION_HEADINGS | AGENDA_HEADINGS
PLAIN_HEADINGS = _phrases(
    "announcements|introductions|duration|time|place|location|audio|video|recording|github agenda"
    "|previous call|introductions and reintroductions|summary|notes|discussion|date|next meeting"
    "|date for next meeting|next meeting date/time|links|mededelingen|samenvatting|verslag|datum"
    "|volgende vergadering|volgend overleg|minutes|meeting summary|notulen|meeting notes|suggestions"
)
"""Headings of every meeting, which are no topic."""

FIRST_AND_LAST = _phrases(
    "opening|welkom|welcome|mededelingen|announcements|introductions|rondvraag|sluiting|afsluiting|closing"
)
"""Items of an agenda in one word, which stand below lists of names."""
DONE = _phrases(
    "done|closed|finished|completed|complete|fixed|resolved|archived|shipped|gereed|klaar|afgerond|gesloten"
    "|voltooid|opgelost|afgehandeld|afgesloten|gearchiveerd|uitgevoerd|gedaan|vervallen|cancelled|canceled"
    "|geannuleerd|won't do|won't fix|wontfix|x|✓|✔|✅|☑|☒"
)
YES = _phrases("yes|y|ja|j|true|waar|v|100|100%|1.0|100,0%|100.0%")
"""In a column that asks whether a row is done."""

TOLD_OF_ITEM = _words("update status note")
"""Labels below an item that open no other."""
PARTS_OF_LIST = _phrases("new|nieuw|carry over|carried over|old|oud|lopend|doorlopend")
"""Above the items of the day, and above those of before."""
NOTHING = _phrases(
    "none|nothing|n/a|na|-|geen|niets|nvt|n.v.t|no actions|geen acties|no decisions|geen besluiten"
)
REVIEWED = _words(
    "previous last old open outstanding review reviewed progress vorige vorig oude openstaande voortgang"
    " terugkoppeling doornemen doorlopen"
)

GROUPS = _phrases(
    "all|all members|everyone|everybody"
    "|the team|team|chair|chairs|the chairs|editors|the editors|board|the board"
    "|the committee|secretary|the secretary|clerk|the clerk|treasurer|the treasurer|president"
    "|allen|iedereen|het team|het bestuur|bestuur|de commissie|voorzitter"
    "|secretaris|penningmeester|de voorzitter|de secretaris|de penningmeester|griffier|de griffier"
    "|notulist|de notulist|directie|de directie|beheerder|de beheerder|scriba|staff|secretariat"
    "|the secretariat|secretariaat|het secretariaat|dagelijks bestuur|het dagelijks bestuur"
)

NOT_NAMES = _words(
    """a about after again agenda all also although an and another any anyone anything are as at back be
    because been before best both but by can could currently date deadline discussion do does done due
    during each either else everything first following for from further general given good great had has
    have having he hello hence her here hi his how however i if in info is it its just last let lets
    link links many maybe me meanwhile more most much my need needs new next no none not note notes
    nothing now of ok okay on once one only open or other our out over overall perhaps please plan
    possibly proposal question questions response right second see she should since so some someone
    something soon still such summary thanks thank that the their then there therefore these they thing
    things this those thus to today together tomorrow two under unless until update updates use video
    was we welcome well were what when where which while who why will with within without work would yes
    yesterday yet you your aan aangezien achter al alle alleen allemaal als andere bij binnen boven daar
    daarmee daarna daarnaast daarom dan dat de deze die dit doel door drie dus echter een eerst eerste
    elk en er even geen goed graag had heeft hem het hier hierna hij hoe hoewel iedere iemand ik in
    indien inmiddels is ja je jij kan korting kosten kunnen maar mag meer men met mijn misschien mits
    mocht moet momenteel na naar nadat nee niemand niet niets nieuwe nog nu of om omdat ondanks ons onze
    ook op opmerking over overig per straks te tegen ten ter terwijl tevens tijdens toen tot twee uit
    vaak van vandaag vanaf vandaar veel verder volgende volgens vooral voor voorstel vraag vragen waar
    waarom wanneer want was wat we wel welke wens wens wie wij willen ze zelf zij zijn zo zodat zodra
    zonder zou algemeen behalve beide bovenstaande bovendien daarbij daarentegen daarop daartoe daarvoor
    desondanks eerder enkele eveneens eventueel gezien helaas hierbij hiermee hierop hierover hiertoe
    hiervoor inzake jaarlijks kortom later maandelijks meerdere mogelijk natuurlijk nadere onderstaande
    ondertussen onlangs sinds sommige uiteindelijk uiterlijk vervolgens via vooralsnog voorlopig wekelijks
    wellicht zowel o.a. bijv. d.w.z. m.n. monday tuesday wednesday thursday friday saturday sunday
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag january february march april may june july
    august september october november december januari februari maart mei juni juli augustus oktober
    week month maand better happy able easy hard ready nice good steps step time offers asked asking ways way
    room plans idea ideas chance reason right permission glad keen willing unable free sure likely sorry great
    important useful necessary nobody um uh actually maybe going want wants wanted want according thanks
    attention access answer answers approach change changes commitment reference invitation contribution
    introduction pointer reply solution subject switch budget planning website document documents
    meeting server project product system action actions actie acties actiepunt ap todo decision besluit
    resolved resolution topic issue pr url motion vote proposal suggestion http https called convened
    adjourned quorum outreach workaround goal aim option fix challenge purpose intention objective priority
    target assignment assignments description preferably ideally especially folks members volunteers users
    agreed decided somebody point reminder reasons unassigned ability opportunity attempt effort agreement aob
    wish money letter invoice page site task verzoek afspraak plek ruimte tijd geld lijst voorbeeld
    aanbeveling retro asap zsm z.s.m mettertijd tegelijkertijd gaandeweg binnenkort eerdaags spoedig
    toelichting referentie achtergrond discussie vervolg example recommendation reference feedback
    hoping looking trying waiting thinking"""
)
"""Capitalised words at the head of a sentence that are nobody's name."""

NAMES_TOO = _words("dan will may mei mark art an just")
"""Ordinary words that are names where the notes show it: in a list of names, or beside another name."""

PARTICLES = _words(
    "van von vd de der den het 't te ten ter la le da di du del des dos das af av zu y bin ibn al el"
)
"""Of last names."""

NOT_PROMISES_NL = _phrases(
    "licht toe|merkt op|merken op|wijst|wijzen op|vertelt|vertellen|zegt dat|noemt|loopt de agenda"
    "|laten we|laat ons|voorstel|geeft aan|stelt voor|stelt dat|stelt de vraag|vraagt zich|vraagt of"
    "|vraagt hoe|vraagt naar|vraagt informatie|vraagt wat|vraagt wie|vraagt waarom|meldt dat|loopt goed"
    "|loopt nog|werkt bij|werkt als|werkt aan|werkt nog|gaat akkoord|gaat over|gaat goed|geeft een|geeft het"
    "|maakt zich|brengt in|legt uit|zet vraagtekens|gaat ermee akkoord|neemt afscheid|pakt goed"
    "|sluit de vergadering|vraagt aandacht|presenteert|opent de|heet|deelt mede|deelt mee|laat weten"
    "|laat zien|maakt melding|bevestigt dat"
    "|doet verslag|doen verslag|doet mee|doen mee|volgt nog|reageert dat|vult aan|dringt aan|roept op"
    "|brengt verslag|neemt het woord"
    "|maakt bezwaar|maakt een opmerking|werkt nu|gaat met pensioen|gaat weg|bedankt|bedanken|heeft|geven een"
    "|vinden|zijn"
)
"""Reports of what was said, with a verb that elsewhere is a promise."""

HEDGES = _words(
    """not never n't probably possibly perhaps maybe might likely hopefully be have been being need want
    know see like still get become remain niet nooit geen indien misschien wellicht mogelijk
    waarschijnlijk eventueel hopelijk worden hebben heeft had hadden blijven aanblijven weten willen
    kunnen moeten wil wilt zou zouden"""
)
"""After `will` or `zal` these say that it is no promise."""
