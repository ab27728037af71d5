"""Dutch words for dates: one line per meaning. A new word goes behind the bar of its line.

Accents are taken off before looking up, except where they carry the meaning: "vóór" is not "voor".
"""

from bot.dates.words import AFTERNOON, EVENING, MORNING, NIGHT, Row, each, numbered

_DAYS = (
    "maandag ma maa;dinsdag di din;woensdag wo woe;donderdag do don;vrijdag vr;zaterdag za zat;zondag zo zon"
)
_MONTHS = (
    "januari jan;februari feb febr;maart mrt;april apr;mei;juni jun;juli jul;augustus aug;"
    "september sep sept;oktober okt;november nov;december dec"
)
ORDINALS = (
    "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende "
    "veertiende vijftiende zestiende zeventiende achttiende negentiende twintigste eenentwintigste "
    "tweeentwintigste drieentwintigste vierentwintigste vijfentwintigste zesentwintigste zevenentwintigste "
    "achtentwintigste negenentwintigste dertigste eenendertigste"
)
_NUMBERS = (
    "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien "
    "zeventien achttien negentien twintig"
)
_PARTS = (
    *((MORNING, word) for word in ("ochtend", "morgen", "voormiddag")),
    *((AFTERNOON, "middag"), (AFTERNOON, "namiddag"), (EVENING, "avond"), (NIGHT, "nacht")),
)
_DAY_NAMES = [names.split() for names in _DAYS.split(";")]
_STEMS = {"morgen": 1, "overmorgen": 2, "gister": -1, "gisteren": -1, "eergister": -2}

ROWS: tuple[Row, ...] = (
    # days
    ("relative", 0, "vandaag | vndg | later vandaag | vandaag nog | nog vandaag | heden"),
    *each("relative", {1: "morgen | mrgn", 2: "overmorgen", -1: "gisteren | gister"}),
    ("relative", -2, "eergisteren | eergister"),
    ("relative+part", (0, MORNING), "vanochtend | vanmorgen | vanvoormiddag | deze ochtend"),
    ("relative+part", (0, AFTERNOON), "vanmiddag | vannamiddag | deze middag"),
    ("relative+part", (0, EVENING), "vanavond | deze avond"),
    ("relative+part", (0, NIGHT), "vannacht"),
    ("relative+part", (1, MORNING), "morgen vroeg | morgenvroeg"),
    *(
        ("relative+part", (ahead, part), f"{stem}{word} | {stem} {word}")
        for stem, ahead in _STEMS.items()
        for part, word in _PARTS
    ),
    *(
        ("weekday+part", (day, part), f"{names[0]}{word}")
        for day, names in enumerate(_DAY_NAMES)
        for part, word in _PARTS
    ),
    ("part", MORNING, "ochtend | 's ochtends | 's morgens | in de ochtend | in de morgen | in de voormiddag"),
    ("part", AFTERNOON, "middag | namiddag | 's middags | 's namiddags | in de middag | in de namiddag"),
    ("part", EVENING, "avond | 's avonds | in de avond"),
    ("part", NIGHT, "nacht | 's nachts | in de nacht"),
    ("part", MORNING, "voormiddag | s ochtends | s morgens | smorgens | sochtends"),
    ("part", AFTERNOON, "s middags | smiddags"),
    ("part", EVENING, "s avonds | savonds"),
    *(("weekday", day, " | ".join(names)) for day, names in enumerate(_DAY_NAMES)),
    *(
        ("weekdays", (day,), f"{names[0]}s | {names[0]}en | 's {names[0]}s | s {names[0]}s")
        for day, names in enumerate(_DAY_NAMES)
    ),
    ("weekdays", (5, 6), "weekenden | in de weekenden | in weekenden"),
    *numbered("month", _MONTHS.split(";")),
    *numbered("ordinal", ORDINALS.split()),
    ("final", -1, "laatste | allerlaatste"),
    ("holiday", (12, 25), "kerst | kerstmis | eerste kerstdag | 1 kerstdag"),
    ("holiday", (12, 26), "tweede kerstdag | 2 kerstdag"),
    ("holiday", (12, 24), "kerstavond"),
    ("holiday", (12, 5), "sinterklaas | pakjesavond"),
    ("holiday", (12, 31), "oudjaarsdag | oudjaar | oudejaarsdag | oud en nieuw"),
    ("holiday", (1, 1), "nieuwjaar | nieuwjaarsdag"),
    *each("holiday", {(2, 14): "valentijnsdag", (4, 27): "koningsdag", (5, 5): "bevrijdingsdag"}),
    ("easter", -2, "goede vrijdag"),
    ("easter", 0, "pasen | eerste paasdag | 1 paasdag"),
    ("easter", 1, "tweede paasdag | 2 paasdag | paasmaandag"),
    ("easter", 39, "hemelvaart | hemelvaartsdag"),
    ("easter", 49, "pinksteren | eerste pinksterdag | 1 pinksterdag"),
    ("easter", 50, "tweede pinksterdag | 2 pinksterdag | pinkstermaandag"),
    # numbers
    *numbered("number", _NUMBERS.split()),
    *each("number", {1: "'n", 25: "vijfentwintig", 30: "dertig", 40: "veertig"}),
    *each("number", {45: "vijfenveertig", 60: "zestig", 90: "negentig"}),
    ("number", 1.5, "anderhalf | anderhalve"),
    ("number", 2.5, "tweeeneenhalf | tweeenhalf | twee en een half | tweeeneenhalve"),
    ("number", 3.5, "drieeneenhalf | drieenhalf | drie en een half"),
    ("half", True, "half | halve"),
    # stretches of time
    ("unit", "day", "dag | dagen | d | dgn | kalenderdagen | etmaal | dagje"),
    ("unit", "week", "week | weken | wk | wkn | w | weekje | week nr | weeknummer | week nummer"),
    ("unit", "weekend", "weekend | weekeind | weekeinde"),
    ("unit", "month", "maand | maanden | mnd | mnden"),
    ("unit", "quarter", "kwartaal | kwartalen | kw"),
    ("unit", "year", "jaar | jaren | jr"),
    ("workday", None, "werkdag | doordeweekse dag"),
    ("workdays", None, "werkdagen | doordeweeks | door de week | doordeweekse dagen"),
    ("minutes", 1, "minuut | minuten | min | m | minuutjes"),
    ("minutes", 15, "kwartier | kwartiertje"),
    ("half+minutes", (True, 60), "halfuur | halfuurtje | half uurtje"),
    ("half+unit", (True, "year"), "halfjaar"),
    ("uur", 60, "uur | u | uren | uurtje | h"),
    # clock
    ("midnight", None, "middernacht | twaalf uur 's nachts | 12 uur 's nachts"),
    ("noon", None, "rond de middag | twaalf uur 's middags"),
    ("past", 15, "kwart over"),
    ("past", -15, "kwart voor"),
    # which one
    ("next", 1, "volgende | volgend | vlgd"),
    ("coming", 1, "komende | komend | aankomende | aankomend | aanstaande | a.s | eerstvolgende"),
    ("coming", 1, "eerstkomende"),
    ("this", 0, "deze | dit | huidige | lopende | lopend"),
    ("last", -1, "vorige | vorig | afgelopen | jongstleden | j.l | jl | verleden"),
    ("shifted", ("week", 2), "week na volgende week"),
    ("start", None, "begin | begin van | begin van de | begin van het | aanvang"),
    ("mid", None, "medio | midden | halverwege | midden in | half in"),
    ("end", None, "eind | einde | eind van | eind van de | eind van het | einde van | einde van de"),
    ("end", None, "aan het eind van | aan het eind van de | aan het einde van | aan het einde van de"),
    *each("end+unit", {(None, "week"): "eow", (None, "month"): "maandeinde | eom"}),
    *each("end+unit", {(None, "quarter"): "kwartaaleinde", (None, "year"): "jaareinde | eoy"}),
    ("end", None, "einde van het | eind v/d | einde v/d | ultimo | afloop van de"),
    ("eod", None, "eod | cob | einde werkdag | einde van de werkdag | eind van de werkdag | einde dag"),
    ("ofmonth", None, "van de maand | v/d maand | vd maand | in de maand | der maand"),
    ("ofthismonth", None, "van deze maand"),
    ("weekof", None, "week van | week van de | week beginnend op"),
    # relations
    ("by", None, "uiterlijk | uiterlijk op | uiterlijk tegen | uiterlijk om | ten laatste | op zijn laatst"),
    ("by", None, "op z'n laatst | op zn laatst | niet later dan | tegen | deadline | due | deadline op"),
    ("by", None, "op of voor | uiterlijk voor | opleveren | klaar op | gereed op | uiterlijk in"),
    ("before", None, "vóór | eerder dan | voorafgaand aan"),
    ("voor", None, "voor"),
    ("until", None, "tot | tot en met | t/m | tem | t.e.m | tm | tot aan | tot uiterlijk"),
    ("and", None, "en | plus"),
    ("or", None, "of"),
    ("from", None, "vanaf | ingaande | met ingang van | m.i.v | per | startend op | beginnend op | startend"),
    ("from", None, "te beginnen op"),
    ("between", None, "tussen"),
    ("in", None, "in | binnen"),
    ("over", None, "over"),
    ("after", None, "na"),
    ("hence", None, "vanaf nu | vanaf vandaag | later | na vandaag | na nu"),
    ("ago", None, "geleden | terug"),
    ("at", None, "om | rond | vanaf klokslag | klokslag | omstreeks | circa | ca | om en nabij"),
    ("for", None, "gedurende | lang | duur | durend"),
    ("on", None, "op | de hele dag | heel de dag"),
    ("of", None, "de | het | van | der | den | v/d | vd | stipt | precies | exact"),
    ("please", None, "graag | aub | a.u.b | svp | s.v.p | alsjeblieft | alstublieft | maar | even | dank"),
    ("whole", None, "heel | hele | gehele | volle | rest van"),
    # again and again
    ("every", 1, "elke | elk | iedere | ieder"),
    ("every", 1, "eens per | eens in de | een keer per | eenmaal per | een keer in de | 1 x per"),
    ("every", 1, "1 keer per"),
    ("every", 2, "om de | om het | om de andere | elke andere | de andere"),
    ("freq", ("day", 1), "dagelijks | dagelijkse | eens per dag | een keer per dag | 1 x per dag"),
    ("freq", ("week", 1), "wekelijks | wekelijkse | eens per week | een keer per week | 1 x per week"),
    ("freq", ("week", 1), "per week"),
    ("freq", ("week", 2), "tweewekelijks | tweewekelijkse | 2 - wekelijks | veertiendaags | 14 - daags"),
    ("freq", ("week", 2), "eens per twee weken | eens per 2 weken | 1 x per 2 weken | eens in de twee weken"),
    ("freq", ("week", 3), "driewekelijks | driewekelijkse | eens per drie weken | eens in de drie weken"),
    ("freq", ("week", 4), "vierwekelijks | vierwekelijkse"),
    ("freq", ("month", 1), "maandelijks | maandelijkse | eens per maand | een keer per maand"),
    ("freq", ("month", 1), "1 x per maand"),
    ("freq", ("month", 2), "tweemaandelijks | tweemaandelijkse"),
    ("freq", ("quarter", 1), "driemaandelijks | kwartaallijks | eens per kwartaal | 1 x per kwartaal"),
    ("freq", ("quarter", 1), "per kwartaal"),
    ("freq", ("year", 1), "jaarlijks | jaarlijkse | eens per jaar | een keer per jaar | 1 x per jaar"),
    ("freq", ("halfyear", 1), "halfjaarlijks | halfjaarlijkse"),
    ("parity", 0, "even weken | even week"),
    ("parity", 1, "oneven weken | oneven week"),
    ("times", None, "keer | maal | x"),
)

IN_TEXT = {
    "weak": (
        "ma di wo do vr za zo maa din woe don zat zon mei jan dec m d w u h mrt een acht x later terug lang "
        "duur per nacht"
    ),
    "never_after": (
        "black goede witte blauwe goeie casual cyber super beste fijne prettige mooie heet heette heten "
        "genaamd mevrouw mevr meneer heer dhr familie was"
    ),
    "not_cut_after": "van sinds dan de naar met woord zegt and or the",
    "subjects": (
        "de het een dit dat deze die we wij ze zij hij ik je jij u jullie ons onze mijn er zijn haar hun"
    ),
    "telling": (
        "is zijn was waren werd werden wordt worden had hadden duurt duurde kost kostte ging gaat loopt liep "
        "zit zitten klaar gebouwd gemaakt gedaan geleverd opgelost"
    ),
    # At the end of a line these are weekdays, as in "bel de verhuizer vr"; "zo" is not.
    "bare": "ma di wo do vr za",
    "wants_noun": (
        "met in voor de het een en of aan op naar van bel vraag zie te om als bij je jouw mijn haar zijn ons "
        "hun per over uit tot dan niveau hbo vwo ik jij hij zij ze we wij u maar ook niet dit dat deze die"
    ),
    "foreign": (
        "the to and you this that what how it they he can will should must would could there not my our your "
        "i do"
    ),
}
"""Words that `bot.dates.extract` must know in a text; the English table says what each group is."""
