"""English words for dates: one line per meaning. A new word goes behind the bar of its line.

The first column is a kind of `bot.dates.tokens.KINDS`; a word for two kinds names both with a "+".
"""

from bot.dates.words import AFTERNOON, EVENING, MORNING, NIGHT, Row, each, numbered

_DAYS = (
    "monday mon;tuesday tue tues;wednesday wed weds;thursday thu thur thurs;"
    "friday fri;saturday sat;sunday sun"
)
_MONTHS = (
    "january jan;february feb;march mar;april apr;may;june jun;july jul;august aug;"
    "september sep sept;october oct;november nov;december dec"
)
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third "
    "twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
)
_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
_DAY_NAMES = [names.split() for names in _DAYS.split(";")]

ROWS: tuple[Row, ...] = (
    # days
    ("relative", 0, "today | tod | later today"),
    ("relative", 1, "tomorrow | tomorow | tommorow | tommorrow | tmrw | tmr | tmw"),
    ("relative", 2, "day after tomorrow | overmorrow"),
    ("relative", -1, "yesterday"),
    ("relative", -2, "day before yesterday"),
    ("relative+part", (0, MORNING), "this morning"),
    ("relative+part", (0, AFTERNOON), "this afternoon"),
    ("relative+part", (0, EVENING), "tonight | this evening | later tonight"),
    ("relative+part", (-1, EVENING), "last night"),
    ("part", MORNING, "morning | in the morning | mornings | early morning | first thing"),
    ("part", AFTERNOON, "afternoon | in the afternoon | afternoons"),
    ("part", EVENING, "evening | in the evening | evenings"),
    ("part", NIGHT, "night | at night | in the night"),
    *(("weekday", day, " | ".join(names)) for day, names in enumerate(_DAY_NAMES)),
    ("weekdays", (5, 6), "weekends | at weekends"),
    *(("weekdays", (day,), f"{names[0]}s") for day, names in enumerate(_DAY_NAMES)),
    *numbered("month", _MONTHS.split(";")),
    *numbered("ordinal", ORDINALS.split()),
    ("final", -1, "last but zero | final | very last"),
    ("holiday", (12, 25), "christmas | christmas day | xmas"),
    ("holiday", (12, 26), "boxing day"),
    ("holiday", (12, 24), "christmas eve"),
    ("holiday", (12, 31), "new year's eve | new years eve | nye"),
    ("holiday", (2, 14), "valentine's day | valentines day"),
    ("holiday", (10, 31), "halloween"),
    ("holiday", (1, 1), "new year's day | new years day | new year"),
    ("easter", -2, "good friday"),
    ("easter", 0, "easter | easter sunday"),
    ("easter", 1, "easter monday"),
    ("easter", 39, "ascension day | ascension"),
    ("easter", 49, "pentecost | whit sunday"),
    ("easter", 50, "whit monday"),
    # numbers
    *numbered("number", _NUMBERS.split()),
    ("number", 1, "a | an | one single"),
    *each("number", {25: "twenty-five | twenty five", 30: "thirty", 45: "forty-five | forty five"}),
    *each("number", {60: "sixty", 90: "ninety"}),
    ("number", 1.5, "one and a half | a one and a half"),
    ("half", False, "half | half a | half an"),
    # stretches of time
    *(
        ("unit", unit, f"{unit}'s time | {unit}s time | {unit} time")
        for unit in ("day", "week", "month", "year")
    ),
    ("unit", "day", "day | days | d | calendar days | calendar day"),
    ("unit", "week", "week | weeks | wk | wks | w | cw | week no | week nr | week number"),
    ("unit", "weekend", "weekend | week-end | over the weekend"),
    ("unit", "month", "month | months | mth | mths | mo"),
    ("unit", "quarter", "quarter | quarters | qtr"),
    ("unit", "year", "year | years | yr | yrs"),
    ("unit", "fortnight", "fortnight | fortnights"),
    ("workday", None, "working day | work day | workday | business day | weekday"),
    ("workdays", None, "working days | work days | workdays | business days | weekdays"),
    ("minutes", 1, "minute | minutes | min | mins | m"),
    ("minutes", 60, "hour | hours | h | hr | hrs | hour's time | hours time"),
    ("minutes", 15, "quarter of an hour | quarter hour | quarters of an hour"),
    # clock
    ("noon", None, "noon | midday | 12 noon | twelve noon"),
    ("midnight", None, "midnight | 12 midnight"),
    ("ampm", 0, "am | a.m | in the am"),
    ("ampm", 720, "pm | p.m"),
    ("oclock", None, "o'clock | oclock | sharp | hours sharp | h sharp"),
    ("past", 15, "quarter past | quarter after | a quarter past"),
    ("past", 30, "half past"),
    ("past", -15, "quarter to | a quarter to | quarter till | quarter before"),
    ("beyond", None, "past"),
    # which one
    ("next", 1, "next"),
    ("coming", 1, "coming | this coming | upcoming | next coming"),
    ("this", 0, "this | current"),
    ("last", -1, "last | previous | past | this past"),
    *(("shifted", (unit, 2), f"{unit} after next") for unit in ("week", "month", "weekend")),
    ("start", None, "start | beginning | begin | start of | start of the | beginning of | beginning of the"),
    ("start", None, "early | early in | early in the"),
    ("end", None, "late | late in | late in the"),
    ("mid+unit", (None, "week"), "midweek"),
    ("mid", None, "mid | middle | halfway | middle of | middle of the | halfway through"),
    ("end", None, "at the end of | at the end of the | at end of | towards the end of"),
    ("end", None, "towards the end of the | end | end of | end of the | the end of the | close of"),
    ("eod", None, "eod | cob | eob | eop | end of business | close of business | end of play"),
    ("eod", None, "close of play | end of the working day | end of working day | the end of the working day"),
    *(("end+unit", (None, unit), f"{unit} end | {unit}-end") for unit in ("month", "quarter", "year")),
    *(("end+unit", (None, unit), f"eo{unit[0]}") for unit in ("week", "month", "quarter", "year")),
    ("ofmonth", None, "of the month | in the month | of month"),
    ("ofthismonth", None, "of this month"),
    ("weekof", None, "week of | week commencing | week beginning | week starting | week starting on | w/c"),
    # relations
    ("by", None, "by | due | due by | due on | due date | no later than | not later than | on or before"),
    ("by", None, "at the latest | at the very latest | latest | deadline | at latest | ultimately"),
    ("by", None, "no later then"),
    ("before", None, "before | prior to | ahead of"),
    ("until", None, "until | till | til | 'til | up to | up to and including | through | thru"),
    ("to", None, "to"),
    ("and", None, "and | plus"),
    ("or", None, "or"),
    ("from", None, "from | starting | starting from | starting on | as of | as from | effective"),
    ("between", None, "between"),
    ("in", None, "in | within | in about"),
    ("after", None, "after | following"),
    ("hence", None, "from now | from today | hence | later"),
    ("ago", None, "ago | back | earlier"),
    ("at", None, "at | around | about | at around | at about | approx | approximately | circa"),
    ("for", None, "for | lasting"),
    ("on", None, "on"),
    ("of", None, "the | of"),
    ("on", None, "all day"),
    ("please", None, "please | pls | thanks | thx | thank you"),
    ("whole", None, "all | all of | whole | entire | full | rest of | remainder of"),
    # again and again
    ("every", 1, "every | each | every single | each and every | once every | once per | once in | once a"),
    ("every", 2, "every other | every alternate | alternate"),
    ("freq", ("day", 1), "daily | once a day | once per day"),
    ("freq", ("week", 1), "weekly | once a week | once per week | once every week"),
    ("freq", ("week", 2), "fortnightly | every fortnight | once a fortnight"),
    ("freq", ("month", 1), "monthly | once a month | once per month"),
    ("freq", ("quarter", 1), "quarterly | once a quarter | once per quarter"),
    ("freq", ("year", 1), "yearly | annually | once a year | every year again"),
    ("freq", ("halfyear", 1), "half-yearly | semiannually"),
    ("parity", 0, "even weeks | even week | even-numbered weeks"),
    ("parity", 1, "odd weeks | odd week | odd-numbered weeks"),
    ("twice", ("week", 2), "biweekly | bi-weekly"),
    ("twice", ("month", 2), "bimonthly | bi-monthly"),
    ("times", None, "times | x | occurrences"),
)

IN_TEXT = {
    # Words that mean something else in ordinary text: on their own they do not make a date there.
    "weak": (
        "mon wed sat sun jan mar may second m d w h mo wk a an one past back latest x am later late through "
        "new year"
    ),
    # In front of a weekday these make it a name: Black Friday, Sheffield Wednesday.
    "never_after": (
        "black good cyber super fat ash casual palm man girl happy ruby sheffield blue freaky called named "
        "was mr mrs ms miss dear holy great maundy shrove clean"
    ),
    # Behind these a date belongs to the noun in front: "the minutes of Friday".
    "not_cut_after": "of from than since the with like word says en",
    # A line that begins so tells something: "We finished in two weeks".
    "subjects": "the this that these those we they he she it i you our my a an there its",
    "telling": (
        "is are was were be been has had did took takes take lasts lasted cost costs ran runs went built "
        "wrote won lost grew fell finished completed delivered learned done"
    ),
}
"""Words that `bot.dates.extract` must know in a text."""
