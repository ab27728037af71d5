"""Common words, English and Dutch side by side, in lower case: verbs of orders and of promises, and small
words by which a language is known."""

import re
from collections.abc import Iterator

from bot.core.language import Language


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


VERBS_EN = _words(
    """accept add address adapt adjust advertise align analyse analyze announce answer apply approach
    approve arrange ask assemble assess assign attend audit begin book bring build buy calculate call
    cancel change chase check circulate clarify clean clear close collect combine comment compare
    compile complete compose conduct confirm consolidate consult contact continue contribute convert
    paint repaint sweep wash hang decorate drive load cook bake borrow repeat coordinate copy
    correct cover create deal decide define delete deliver deploy describe design determine develop
    devise discuss distribute do document draft draw edit email e-mail engage ensure escalate establish
    estimate evaluate examine expand explain explore extend feed file fill finalise finalize find finish
    fix follow forward gather get give handle help hire host identify implement improve inform initiate
    inquire inspect install instruct introduce investigate invite issue join keep launch lead liaise
    list log look mail make manage measure meet merge migrate monitor move negotiate notify obtain offer
    open order organise organize outline oversee pay phone pick ping plan post prepare present print
    process produce propose provide publish pull push put puzzle raise re-test reach read receive
    recommend record recruit redesign reduce refine register release remind remove rename renew repair
    replace reply report request reschedule research resend reserve resolve respond return review revise
    rewrite ring roll run scan schedule search secure seek select send set settle share show sign
    simplify sort speak specify split spread start store study submit suggest summarise summarize supply
    support survey switch sync take talk tell test tidy track train transfer translate try turn update
    upgrade upload validate verify visit volunteer work write
    accompany acquire advise allocate appoint approach archive attach automate ban bear benchmark block
    bring brief broadcast browse budget capture carry categorise categorize chair clone code collaborate
    commission communicate conclude configure connect consider construct convene craft customise cut debug
    decline dedicate delegate demonstrate demo deprecate describe detail deposit digitise direct disable
    discontinue dispatch display divide donate double-check download drop duplicate enable encourage enquire
    enter equip examine exchange execute experiment facilitate fetch fit flag flesh formalise formalize
    formulate forward fund generate grant greet group grow guide hand harden harmonise host hunt illustrate
    import include incorporate increase index inspect integrate interview iterate journal label land lay
    lend let license line link localise lower map mark market merge mow nail name nominate note notify nudge
    obtain onboard optimise optimize oversee package pair patch pilot pin place poll populate position
    practise probe produce promote proofread prototype provision purchase quantify query question quote
    rank raise reach rebuild recap reconsider reconvene redraft refactor refer reformat refund regenerate
    rehearse reiterate relay relocate repaint rephrase republish resubmit restart restore restructure
    retrieve retry revisit revoke reword rework rotate sample sand save scope score scout screen secure
    separate ship shop shoot shortlist sit sketch solicit solve source specify sponsor staff stage
    stop store streamline structure subscribe supervise sweep swap synchronise tabulate tag target teach
    test tighten touch trace translate transcribe transport triage trim type unblock understand undertake
    unify use vet view visualise vote wait walk warn watch water weed weigh whitelist wire wrap"""
)
VERBS_NL = _words(
    """aankondigen aanleveren aanpassen aanschrijven aanvragen aanvullen accorderen achterhalen afhandelen
    afmaken afronden afstemmen agenderen analyseren archiveren beantwoorden begeleiden behandelen
    bekijken bellen benaderen beoordelen bespreken bestellen betalen bevestigen bijwerken boeken bouwen
    checken communiceren contacteren controleren coördineren delen doen doorgeven doorsturen evalueren
    factureren formuleren gaan geven herinneren herschrijven huren informeren inbrengen indienen inhuren
    inlezen inplannen inrichten installeren inventariseren invullen kiezen kijken klaarzetten kopen
    koppelen laten leveren maken mailen melden meenemen meten monitoren nabellen nagaan nakijken
    navragen nemen noteren notuleren offreren omzetten onderhandelen onderzoeken ontfermen ontwerpen
    opleveren oplossen opnemen oppakken oprichten opruimen opschonen opsplitsen opstellen opsturen
    opvolgen opvragen opzetten organiseren overleggen peilen plaatsen plannen presenteren printen
    publiceren rapporteren reageren regelen registreren reserveren samenstellen schrijven sluiten
    starten sturen terugkoppelen testen toelichten toesturen toevoegen uitleggen uitnodigen uitschrijven
    uitwerken uitzetten uitzoeken updaten verbeteren vergelijken verhelpen verifiëren versturen
    verwerken verwijderen verzamelen verzenden verzetten verzoeken verzorgen vinden voorbereiden
    voorleggen voorstellen vragen wijzigen zetten zoeken zorgen beleggen
    aanbieden aanbrengen aandragen aanhaken aanjagen aankaarten aankopen aanmaken aanmelden aanspreken
    aantrekken afbouwen afgeven afkopen afmelden afnemen afsluiten afspreken afwachten annuleren bedanken
    begroten behartigen beheren berekenen berichten beschikbaarstellen beschrijven besteden bezoeken
    bezorgen bijhouden bijstellen bijwonen borgen brengen bundelen doornemen doorpraten doorrekenen
    doorspreken doorzetten drukken escaleren filmen finetunen fixen halen helpen heroverwegen herschikken
    herzien implementeren informeren inkopen inleveren inschakelen inschrijven instellen integreren
    inzetten klaarmaken klaren langsgaan lanceren lezen lijmen maaien migreren nadenken nalopen napluizen
    nasturen neerleggen nomineren omroepen onderbouwen onderhouden ondertekenen ontvangen ophalen ophangen
    opleiden oppoetsen oproepen opruimen opschrijven opstarten opzeggen opzoeken overdragen overmaken
    overnemen overzetten pakken peilen posten prikken proeflezen promoten redigeren repareren rondmailen
    rondsturen ruilen samenvatten scannen schilderen schoonmaken schrappen screenen sponsoren sorteren
    spreken stemmen strepen structureren tekenen terugbellen terugkomen terugmelden toelichten toetsen
    toewijzen trekken uitdelen uitdenken uitbrengen uitprinten uitproberen uitrollen uitschrijven
    uitvoeren uitvragen vastleggen vaststellen verdelen verhuizen verkennen verkopen verlengen vernieuwen
    verspreiden vertalen vervangen vervoeren verwijzen verven voeren volgen vormgeven vrijmaken
    vullen wachten wassen werven zagen
    aanbetalen aanschaffen aanvullen afhalen afwerken bewaken bezetten bijschaven declareren incasseren
    inlichten invoeren klussen meegeven nabespreken omleggen opbouwen opvangen overtypen rondbrengen
    behouden herstellen houden opknappen weglaten terugbrengen terugsturen uitlenen uitreiken
    verhuren vermelden verstrekken vouwen"""
)
VERBS_NL_PRESENT = _words(
    """agendeert analyseert archiveert beantwoordt begeleidt bekijkt belegt belt benadert bereidt
    beoordeelt bespreekt bestelt betaalt bevestigt boekt bouwt brengt checkt contacteert controleert
    coördineert deelt evalueert factureert formuleert geeft gaat herinnert herschrijft huurt informeert
    installeert inventariseert kiest koopt koppelt kijkt legt leest levert licht loopt maakt mailt meet
    monitort neemt nodigt noteert notuleert onderzoekt ontfermt ontwerpt organiseert overlegt pakt peilt
    plaatst plant presenteert print publiceert rapporteert reageert regelt registreert reserveert ruimt
    schrijft schoont sluit splitst start stelt stemt stuurt test trekt updatet vergelijkt verhelpt
    verifieert verstuurt verwerkt verwijdert verzamelt verzendt verzet verzorgt voegt vraagt vult werkt
    wijzigt zet zoekt zorgt
    actualiseert bewaart bezorgt declareert haakt kopieert past rondt scant schakelt
    bedankt beheert berekent beschrijft bezoekt borgt bundelt checkt dient draagt drukt escaleert fixt haalt
    helpt hangt implementeert inventariseert klaart koppelt lanceert legt maait migreert mailt nomineert
    onderbouwt onderhoudt ondertekent overlegt pakt post prikt promoot redigeert repareert richt ruilt
    schildert schrapt sorteert spreekt start stemt tekent toetst trekt vertaalt vervangt verdeelt verft
    verkent verkoopt leent verlengt verspreidt voert volgt vormt wast werft wijst zaagt zoekt
    bewaakt bewerkt incasseert licht plakt snoeit verbouwt verhuurt vermeldt verstrekt vouwt"""
)
VERBS_NL_FIRST = _words(
    """bel mail stuur schrijf maak regel plan boek vraag zoek check controleer bespreek organiseer verzorg
    pak neem bereid lever zet werk voeg pas stel nodig plaats bestel verstuur verwerk informeer
    reserveer meld koppel kijk vul ruim voer breng dien haal kies leg lees sluit spreek teken trek verzamel"""
)
_NO_WORK_NL = _words(
    """attendeert begint behandelt schorst schuift vervangt adviseert antwoordt beaamt begrijpt
    beklemtoont belicht benadrukt benoemt beseft bestaat betreft betreurt betwijfelt bezocht blijft
    blijkt bracht concludeert constateert dacht dankt denkt duurt erkent ervaart feliciteert geldt
    gelooft heeft heet herkent hoopt hoort houdt kampt kent kocht komt krijgt laat leeft leidt liet
    ligt lijkt meent meldt memoreert merkt mist mocht moet noemt onderschrijft onderzocht ontbreekt
    ontkent ontvangt opent oppert overhandigt pitcht pleit reikt schetst schijnt snapt staat steunt
    stopt suggereert telt toont treedt twijfelt verlaat vermeldt vermoedt verneemt vertelt vertrekt
    vervalt verwacht verwelkomt verzocht vindt voelt vreest waardeert wacht weet weigert wenst wilt
    woont wordt zegt ziet zit zocht sent went kept left felt built spent meant lost brought bought
    thought taught caught wrought direct eerst niet omdat zodat want adviseren alleen antwoorden
    begrijpen benadrukken betreuren binnen blijven boven buiten constateren danken denken eigen even
    hebben heten hopen houden kennen komen krijgen laten leden leiden liggen melden menen merken
    missen moeten mogen noemen ontvangen open samen staan steunen stoppen tegen treden tussen
    twijfelen vertellen vertrekken verwachten vinden waren werden weten vormen willen wonen worden
    zeggen zien zitten zouden zullen kunnen"""
)
"""Forms of the present, and words like them, behind a name that tell what somebody says, thinks or is."""
SECOND_HALVES = _words("in na voor op om aan af uit door mee terug bij klaar vast rond toe langs samen weg")
"""Of Dutch verbs, behind all else: `stuurt het rapport rond`."""
STOP_EN = _words("the and of to is in that for we on with be will not this are it have as was by from")
STOP_NL = _words("de het een en van is dat voor we op met te zijn niet wordt er die aan ook naar bij om als")
DUTCH_ONLY = (STOP_NL | SECOND_HALVES | _words("dit deze nog dan contact alvast hem ze")) - STOP_EN - {"we"}
SMALL_WORDS = {Language.en: STOP_EN, Language.nl: STOP_NL}
VERBS = {Language.en: VERBS_EN, Language.nl: VERBS_NL | VERBS_NL_PRESENT | VERBS_NL_FIRST}


def is_work_nl(verb: str, several: bool = False) -> bool:
    """Whether it says in the present, behind one name or `several`, what they do: `knipt`."""
    if verb in VERBS_NL_PRESENT or (verb.endswith("d") and f"{verb}t" in VERBS_NL_PRESENT):  # `verzend`
        return True
    ending = "en" if several else "t"
    does = len(verb) > 3 and verb.isalpha() and verb.endswith(ending) and verb not in _NO_WORK_NL
    return does or (several and verb in VERBS_NL)


def is_infinitive(word: str) -> bool:
    """Whether it ends a Dutch order: versturen, regelen."""
    return word in VERBS_NL or (len(word) > 4 and word.endswith("en"))


_TO_DO = re.compile(rf"\b(?:({'|'.join(sorted(SECOND_HALVES))}|over) )?te (?=[a-z]{{3,}}en\b)")

_CLAUSE = re.compile(r"\b(?:om|wat|dat|die|of|hoe|wie|waar[a-z]*) ")


def as_order_nl(text: str) -> str:
    """`de sleutel op te halen` as an order has it: `de sleutel ophalen`; clauses within it stay."""
    clause = _CLAUSE.search(text)
    end = clause.start() if clause else len(text)
    return _TO_DO.sub(lambda found: found[1] or "", text[:end]) + text[end:]


def phrases(text: str, most: int) -> Iterator[str]:
    """All words in a row of the first `most` ones, from the earliest on, the longest first."""
    words = text.split()[:most]
    for first in range(len(words)):
        for last in range(len(words), first, -1):
            yield " ".join(words[first:last])
