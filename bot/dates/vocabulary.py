"""Words for dates, both languages side by side: a kind of `bot.dates.tokens.KINDS`, its value, and the words
that mean it, English before `//` and Dutch behind. A new word goes behind the bar of its line.

A word for two kinds names both with a "+". What stands in brackets may be left out. Accents are taken off
before looking up, except where they carry the meaning: "vóór" is not "voor"."""

DAYS = (
    "monday mon;tuesday tue tues;wednesday wed weds;thursday thu thur thurs;"
    "friday fri;saturday sat;sunday sun",
    "maandag ma maa;dinsdag di din;woensdag wo woe;donderdag do don;vrijdag vr;zaterdag za zat;zondag zo zon",
)
MONTHS = (
    "january jan;february feb febr;march mar mrch;april apr;may;june jun;july jul;august aug;"
    "september sep sept;october oct;november nov;december dec",
    "januari jan;februari feb febr;maart mrt mar;april apr;mei;juni jun;juli jul;augustus aug;"
    "september sep sept;oktober okt;november nov;december dec",
)
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third "
    "twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth "
    "thirty-first",
    "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende "
    "veertiende vijftiende zestiende zeventiende achttiende negentiende twintigste eenentwintigste "
    "tweeentwintigste drieentwintigste vierentwintigste vijfentwintigste zesentwintigste zevenentwintigste "
    "achtentwintigste negenentwintigste dertigste eenendertigste",
)
NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty",
    "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien "
    "zeventien achttien negentien twintig",
)
HOURS = ("", "enen tweeen drieen vieren vijven zessen zevenen achten negenen tienen elven twaalven")
"""Dutch "rond vieren"."""
PARTS = {
    "morning": "ochtend morgen voormiddag",
    "afternoon": "middag namiddag",
    "evening": "avond",
    "night": "nacht",
}
"""Dutch parts of the day behind "vrijdag" and "morgen", apart or in one word."""
SHORT = {"tom": "tomorrow", "mrg": "morgen", "as": "aanstaande"}
"""Read only where all of it must be a date: elsewhere these are other words."""
STEMS = {"morgen": 1, "overmorgen": 2, "gister": -1, "gisteren": -1, "eergister": -2}

ROWS = """
relative 0 = today | tod | later today // vandaag | vndg | later vandaag | vandaag nog | nog vandaag | heden
relative 1 = tomorrow | tomorow | tommorow | tommorrow | tmrw | tmr | tmw // morgen | mrgn
relative 2 = [the] day after tomorrow | overmorrow // overmorgen
relative -1 = yesterday // gisteren | gister
relative -2 = [the] day before yesterday // eergisteren | eergister
relative+part 0 morning = [later] this morning // vanochtend | vanmorgen | vanvoormiddag | deze ochtend
relative+part 0 afternoon = [later] this afternoon // [later] vanmiddag | vannamiddag | deze middag
relative+part 0 evening = [later] tonight | [later] this evening // [later] vanavond | deze avond
relative+part 0 night = // vannacht
relative+part 0 midday = this lunchtime // vandaag tussen de middag
relative+part -1 evening = last night //
relative+part 1 morning = // morgen vroeg | morgenvroeg
part morning = [in the] morning | mornings | early morning | first thing | before lunch //
    [in de] ochtend | in de morgen | [in de] voormiddag | ['s,s] ochtends | ['s,s] morgens | sochtends |
    smorgens | ['s,s] voormiddags | voor de lunch
part midday = [at,around,over,during] lunch | [at,around] lunchtime | [at,around] lunch time //
    [rond,tijdens de] lunch | [rond,tijdens de] lunchtijd | tussen de middag
part afternoon = [in the] afternoon | afternoons | after lunch //
    [in de] middag | [in de] namiddag | ['s,s] middags | ['s,s] namiddags | smiddags | na de lunch
part evening = [in the] evening | evenings // [in de] avond | ['s,s] avonds | savonds
part night = [at,in the] night // [in de] nacht | ['s,s] nachts
weekdays 5 6 = [at] weekends // [in [de]] weekenden
final -1 = last but zero | final | very last // laatste | allerlaatste
holiday 1 1 = new year's day | new years day | new year | turn of the year //
    nieuwjaar | nieuwjaarsdag | jaarwisseling | nieuwe jaar
holiday 1 6 = epiphany // driekoningen
holiday 2 14 = valentine's [day] | valentines [day] // valentijnsdag | valentijn
holiday 4 27 = king's day | kings day // koningsdag
holiday 5 1 = may day // dag van de arbeid
holiday 5 5 = // bevrijdingsdag
holiday 10 31 = halloween // halloween
holiday 11 11 = armistice day | remembrance day // sint maarten | sint-maarten
holiday 12 5 = // sinterklaas | sinterklaasavond | pakjesavond
holiday 12 24 = christmas eve // kerstavond
holiday 12 25 = christmas [day] | xmas // kerst | kerstmis | eerste kerstdag | 1 kerstdag | 1e kerstdag
holiday 12 26 = boxing day // tweede kerstdag | 2 kerstdag | 2e kerstdag
holiday 12 31 = new year's eve | new years eve | nye //
    oudjaarsdag | oudjaar | oudejaarsdag | oudejaarsavond | oudjaarsavond | oud en nieuw
holiday easter -46 = ash wednesday // aswoensdag
holiday easter -7 = palm sunday // palmzondag | palmpasen
holiday easter -3 = maundy thursday // witte donderdag
holiday easter -2 = good friday // goede vrijdag
holiday easter 0 = easter [sunday] // pasen | eerste paasdag | 1 paasdag
holiday easter 1 = easter monday // tweede paasdag | 2 paasdag | paasmaandag
holiday easter 39 = ascension [day] // hemelvaart | hemelvaartsdag
holiday easter 49 = pentecost | whit sunday // pinksteren | eerste pinksterdag | 1 pinksterdag
holiday easter 50 = whit monday // tweede pinksterdag | 2 pinksterdag | pinkstermaandag
holiday 11 TH 4 0 = thanksgiving [day] // thanksgiving
holiday 11 TH 4 1 = black friday // black friday
holiday 11 TH 4 4 = cyber monday // cyber monday
holiday 9 MO 1 0 = labor day //
holiday 5 SU 2 0 = // moederdag
holiday 6 SU 3 0 = father's day | fathers day // vaderdag
holiday 9 TU 3 0 = // prinsjesdag
number 1 = a | an | one single // 'n
number 2 = [a] couple [of] //
number 25 = twenty-five | twenty five // vijfentwintig
number 30 = thirty // dertig
number 40 = forty // veertig
number 45 = forty-five | forty five // vijfenveertig
number 60 = sixty // zestig
number 90 = ninety // negentig
number 1.5 = [a] one and a half // anderhalf | anderhalve
number 2.5 = two and a half //
    tweeeneenhalf | tweeeneenhalve | tweeenhalf | twee en een half | twee en een halve
number 3.5 = three and a half // drieeneenhalf | drieenhalf | drie en een half | drieeneenhalve
half no = half [a,an] //
half yes = // half | halve
half - = // helft
half+minutes yes 60 = // halfuur | halfuurtje | half uurtje
half+unit yes year = // halfjaar
unit day = day | days | d | calendar days | calendar day | day's time | days time //
    dag | dagen | d | dgn | kalenderdagen | etmaal | dagje
unit week = week [no,nr,number] | weeks | wk | wks | w | cw | kw | week's time | weeks time //
    week | weken | wk | wkn | w | cw | weekje | week nr | weeknummer | week nummer | weeknr
unit weekend = [over the] weekend | week-end // weekend | weekeind | weekeinde
unit month = month | months | mth | mths | mo | month's time | months time // maand | maanden | mnd | mnden
unit quarter = quarter | quarters | qtr // kwartaal | kwartalen | kw
unit year = year | years | yr | yrs | year's time | years time // jaar | jaren | jr
unit fortnight = fortnight | fortnights | fortnight's time //
workday - = working day | work day | workday | business day | weekday // werkdag | doordeweekse dag
workdays - = working days | work days | workdays | business days | weekdays //
    werkdagen | doordeweeks | door de week | doordeweekse dagen
minutes 1 = minute | minutes | min | mins | m // minuut | minuten | min | m | minuutjes
minutes 60 = hour | hours | h | hr | hrs | hour's time | hours time //
minutes 15 = quarter of an hour | quarter hour | quarters of an hour // kwartier | kwartiertje
uur 60 = // uur | u | uren | uurtje | h
noon - = noon | midday | 12 noon | twelve noon // rond de middag | twaalf uur 's middags
midnight - = midnight | 12 midnight // middernacht | twaalf uur 's nachts | 12 uur 's nachts
ampm 0 = am | a.m | in the am //
ampm 720 = pm | p.m //
oclock - = o'clock | oclock | sharp | hours sharp | h sharp | ish | - ish // ish | - ish
past 15 = [a] quarter past | quarter after // kwart over
past 30 = half past //
past -15 = [a] quarter to | quarter till | quarter before // kwart voor
beyond - = past //
sametime - = same time | this time | at the same time // zelfde tijd | dezelfde tijd | [op] hetzelfde tijdstip
next 1 = next | nxt // volgende | volgend | vlgd | vlg
coming 1 = coming | this coming | upcoming | next coming //
    komende | komend | aankomende | aankomend | aanstaande | a.s | eerstvolgende | eerstkomende
this 0 = this | current // deze | dit | huidige | lopende | lopend
this+unit 0 week = // van de week | vd week | v/d week
by+this - 0 = later this | still this // nog deze | nog dit | later deze | later dit
last -1 = last | previous | past | this past // vorige | vorig | afgelopen | jongstleden | j.l | jl | verleden
afternext - = after next // na volgende
shifted week 2 = week after next // week na volgende week | week na de volgende
shifted month 2 = month after next // maand na volgende maand | maand na de volgende
shifted weekend 2 = weekend after next //
start - = [the] start [of [the]] | [the] beginning [of [the]] | begin | early [in [the]] //
    vroeg [in [de]] | [het] begin [van [de,het]] | begin v/d | begin vd | aanvang
mid - = [the] middle [of [the]] | mid | halfway [through [the]] //
    medio | midden [in,van [de]] | halverwege | half in
mid+unit - week = midweek //
end - = [at,towards] [the] end [of [the]] | end | close of | late [in [the]] //
    [aan] [het] eind [van [de,het]] | [aan] [het] einde [van [de,het]] |
    laat [in [de]] | eind v/d | einde v/d | eind vd | einde vd | ultimo | afloop van de
eod - = eod | cob | eob | eop | end of business | close of business | end of play | close of play |
    [the] end of [the] working day // eod | cob | einde [van de] werkdag | eind [van de] werkdag | einde dag
end+unit - week = eow // eow
end+unit - month = month end | month-end | eom // maandeinde | eom
end+unit - quarter = quarter end | quarter-end | eoq // kwartaaleinde
end+unit - year = year end | year-end | eoy // jaareinde | eoy
ofmonth - = of [the] month | in the month // van de maand | v/d maand | vd maand | in de maand | der maand
ofthismonth - = of this month // van deze maand
weekof - = week of | week commencing | week beginning | week starting [on] | w/c //
    week van [de] | week beginnend op
by - = by | due [by,on,date] | no later than | not later than | on or before | [at [the [very]]] latest |
    deadline | ultimately | no later then //
    uiterlijk [op,tegen,om,voor,in] | ten laatste | op zijn laatst | op z'n laatst | op zn laatst |
    niet later dan | tegen | deadline [op] | due | op of voor | opleveren | klaar op | gereed op
before - = before | prior to | ahead of // vóór | eerder dan | voorafgaand aan
voor - = // voor
until - = until | till | til | 'til | up to [and including] | through | thru //
    tot [en met,aan,uiterlijk] | t/m | tem | t.e.m | tm
to - = to //
and - = and | plus // en | plus
or - = or // of
from - = from | starting [from,on] | as of | as from | effective //
    vanaf | ingaande | met ingang van | m.i.v | per | startend [op] | beginnend op | te beginnen op
between - = between // tussen
in - = in [about,around] | within | during | [in,over] the course of //
    in | binnen | tijdens | in de loop van [de]
over - = // over
after - = [right,straight,just,shortly] after | following // [direct,meteen,vlak,kort] na
hence - = from now | from today | hence | later // vanaf nu | vanaf vandaag | later | na vandaag | na nu
ago - = ago | back | earlier // geleden | terug
at - = [at] around | [at] about | at | approx | approximately | roughly | circa //
    om | rond | [vanaf] klokslag | omstreeks | circa | ca | om en nabij | om en bij | zo rond | ongeveer
for - = for | lasting // gedurende | lang | duur | durend
on - = on | all day // op | de hele dag | heel de dag
with - = over // met
dated - = dated // d.d | dd
of - = the | of // de | het | van | der | den | v/d | vd | stipt | precies | exact
please - = please | pls | thanks | thx | thank you //
    graag | aub | a.u.b | svp | s.v.p | alsjeblieft | alstublieft | maar | even | dank | nog
whole - = all [of] | whole | entire | full | rest of | remainder of // heel | hele | gehele | volle | rest van
every 1 = every [single] | each [and every] | once every | once per | once in | once a //
    elke | elk | iedere | ieder | eens per | eens in de | een keer per | eenmaal per | een keer in de |
    1 x per | 1 keer per
every 2 = every other | every alternate | alternate // om de | om het | om de andere | elke andere | de andere
freq day 1 = daily // dagelijks | dagelijkse
freq week 1 = weekly // wekelijks | wekelijkse | per week
freq week 2 = fortnightly | every fortnight | once a fortnight //
    tweewekelijks | tweewekelijkse | 2 - wekelijks | veertiendaags | 14 - daags
freq week 3 = // driewekelijks | driewekelijkse
freq week 4 = // vierwekelijks | vierwekelijkse
freq month 1 = monthly // maandelijks | maandelijkse
freq month 2 = // tweemaandelijks | tweemaandelijkse
freq quarter 1 = quarterly // driemaandelijks | kwartaallijks | per kwartaal
freq year 1 = yearly | annually | every year again // jaarlijks | jaarlijkse
freq halfyear 1 = half-yearly | semiannually // halfjaarlijks | halfjaarlijkse
parity 0 = even weeks | even week | even-numbered weeks // even weken | even week
parity 1 = odd weeks | odd week | odd-numbered weeks // oneven weken | oneven week
twice week 2 = biweekly | bi-weekly //
twice month 2 = bimonthly | bi-monthly //
times - = times | x | occurrences // keer | maal | x
zone Europe/London = gmt | bst | london time | uk time | british time //
    gmt | bst | engelse tijd | britse tijd | londense tijd
zone UTC = utc | zulu // utc
zone Europe/Amsterdam = cet | cest | amsterdam time | dutch time | central european time //
    cet | cest | nederlandse tijd | amsterdamse tijd | belgische tijd | duitse tijd
zone Europe/Helsinki = eet | eest // eet | eest
zone America/New_York = est | edt | et | eastern [time] | new york time | ny time //
    est | edt | eastern | new yorkse tijd
zone America/Chicago = cst | cdt | ct | central [time] // cst | cdt
zone America/Denver = mst | mdt | mt | mountain [time] // mst | mdt
zone America/Los_Angeles = pst | pdt | pt | pacific [time] // pst | pdt | pacific
zone Asia/Kolkata = ist | india time | indian time // ist | indiase tijd
zone Asia/Tokyo = jst | tokyo time // jst | japanse tijd
zone Asia/Singapore = sgt | singapore time // sgt
zone Australia/Sydney = aest | aedt | sydney time // aest | aedt
"""


IN_TEXT = {
    # Words that mean something else in ordinary text: on their own they do not make a date there.
    "weak": (
        "mon wed sat sun jan mar may second m d w h mo wk a an one past back latest x am later late through "
        "new year",
        "ma di wo do vr za zo maa din woe don zat zon mei jan dec m d w u h mrt een acht x later terug lang "
        "duur per nacht",
    ),
    # In front of a weekday these make it a name: Black Friday, Sheffield Wednesday.
    "never_after": (
        "black good cyber super fat ash casual palm man girl happy ruby sheffield blue freaky called named "
        "was mr mrs ms miss dear holy great maundy shrove clean",
        "black goede witte blauwe goeie casual cyber super beste fijne prettige mooie heet heette heten "
        "genaamd mevrouw mevr meneer heer dhr familie was",
    ),
    # Behind these a date belongs to the noun in front: "the minutes of Friday".
    "not_cut_after": (
        "of from than since the with like word says en d.d dd van sinds naar tot voor about dated ending "
        "ends ended expiring expires expired starting starts beginning begins held scheduled",
        "van sinds dan de naar met woord zegt and or the to of before since d.d dd gedateerd afloopt "
        "aflopend eindigt eindigend ingaat ingaand vervalt verloopt begint plaatsvindt",
    ),
    # A line that begins so tells something: "We finished in two weeks".
    "subjects": (
        "the this that these those we they he she it i you our my a an there its",
        "de het een dit dat deze die we wij ze zij hij ik je jij u jullie ons onze mijn er zijn haar hun",
    ),
    "telling": (
        "is are was were be been has had did took takes take lasts lasted cost costs ran runs went built "
        "wrote won lost grew fell finished completed delivered learned done",
        "is zijn was waren werd werden wordt worden had hadden duurt duurde kost kostte ging gaat loopt liep "
        "zit zitten klaar gebouwd gemaakt gedaan geleverd opgelost",
    ),
    # At the end of a line these are weekdays, as in "bel de verhuizer vr"; "zo" is not.
    "bare": ("", "ma di wo do vr za"),
    "wants_noun": (
        "",
        "met in voor de het een en of aan op naar van bel vraag zie te om als bij je jouw mijn haar zijn ons "
        "hun per over uit tot dan niveau hbo vwo ik jij hij zij ze we wij u maar ook niet dit dat deze die",
    ),
    "foreign": (
        "",
        "the to and you this that what how it they he can will should must would could there not my our your "
        "i do",
    ),
}
NO_SLIPS = frozenset(
    "sundar sundry sundae munday marche marchi frida auguste augusta augusto mouth mouths moths mourning "
    "weak weed geek leek meek peek reek seek weer weet weef weeg wees keek zorgen borgen mogen worgen "
    "vandaan volgens kokende zondig donder maan mand avonds avonden".split()
)
"""Ordinary words that are no name of a day or month with a slip of the finger."""
