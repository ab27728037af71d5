"""Words that `bot.dates.extract` must know in a text, English and Dutch."""

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
