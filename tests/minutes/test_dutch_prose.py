"""What Dutch notes tell in sentences and lists, without a word that marks it. All invented."""

import pytest

from bot.minutes.extraction.extract import draft

PEOPLE = "Aanwezig: Sanne Vos, Joris Pol, Mieke ter Horst\n\n"


@pytest.mark.parametrize(
    ("said", "owner", "text", "due"),
    [
        ("Sanne snoeit de haag.", "Sanne", "snoeit de haag", None),
        ("Joris rekent de huur door.", "Joris", "rekent de huur door", None),
        ("Mieke gaat dat na.", "Mieke", "gaat dat na", None),
        ("Joris houdt het rooster bij.", "Joris", "houdt het rooster bij", None),
        ("Mieke laat dit aan de buren weten.", "Mieke", "laat dit aan de buren weten", None),
        ("Sanne en Joris ruimen de loods op.", "Sanne en Joris", "ruimen de loods op", None),
        ("Bram en Sanne halen de tent op.", "Bram en Sanne", "halen de tent op", None),
        ("Sanne verzend de uitnodiging.", "Sanne", "verzend de uitnodiging", None),
        ("Wout neemt contact op met de bank.", "Wout", "neemt contact op met de bank", None),
        ("Joris levert vrijdag de sleutels in.", "Joris", "levert de sleutels in", "vrijdag"),
    ],
)
def test_what_somebody_does(said: str, owner: str, text: str, due: str | None) -> None:
    found = draft(PEOPLE + said).actions
    assert [(item.owner, item.text, item.due) for item in found] == [(owner, text, due)]


@pytest.mark.parametrize(
    "said",
    [
        "Sanne vindt dat het dak lekt.",
        "Joris woont nu in het dorp.",
        "Mieke krijgt een bos bloemen.",
        "Joris treedt af als lid.",
        "Sanne stelt zich kandidaat voor het bestuur.",
        "Sanne en Joris vinden het een goed plan.",
        "Mieke bedankt de helpers van de markt.",
        "Joris doet verslag van het feest.",
        "Sanne trapt de avond af met een verhaal over de kas, de loods en de winter van vorig jaar.",
        "Mieke sluit de vergadering.",
        "Joris reageert dat dit niet kan.",
        "Sanne vult aan dat het ook om geld gaat.",
        "Mieke maakt bezwaar tegen het plan.",
        "Joris begint met de opening.",
        "Het plan van Joris volgt nog.",
    ],
)
def test_what_is_only_told(said: str) -> None:
    assert draft(PEOPLE + said).actions == ()


@pytest.mark.parametrize(
    ("notes", "owners"),
    [
        ("Wout opent om acht uur. De kas klopt volgens Wout. Wout stuurt de cijfers rond.", ["Wout"]),
        ("Er is niets meer gehoord van Lotte. Lotte vraagt de vergunning aan.", ["Lotte"]),
        ("De tuin ligt er goed bij. Tuinafval maakt de sloot vol.", []),
    ],
)
def test_who_is_written_with_a_capital_inside_a_sentence_too_does_what_a_sentence_tells(
    notes: str, owners: list[str]
) -> None:
    assert [item.owner for item in draft(f"Verslag van de tuinclub\n\n{notes}").actions] == owners


@pytest.mark.parametrize(
    "notes",
    [
        "Op het overleg waren aanwezig Sanne Vos, Joris Pol en Mieke Bos. Cor Dam was verhinderd.",
        "Sanne Vos, Joris Pol en Mieke Bos zijn aanwezig. Cor Dam heeft zich afgemeld.",
        "Aanwezig: Sanne Vos, Joris Pol, Mieke Bos, Cor Dam (afwezig m.k.g.)",
        "Aanwezig: leden (Acme, Initech), Sanne Vos (Acme), Joris Pol, Mieke Bos (Initech)\nAfwezig: Cor Dam",
        "Aanwezig: Sanne Vos (SV), Joris Pol (JP), Mieke Bos (MB), Cor Dam (CD, afzegging)",
        "Aanwezig:\tSanne Vos (voorzitter)\n\t\tJoris Pol\n\t\tMieke Bos\nAfwezig:\tCor Dam (mk)",
        "| Naam | Aanwezig |\n|---|---|\n| Sanne Vos | ja |\n| Joris Pol | tot 20.00 uur |\n"
        "| Mieke Bos | aanwezig vanaf 21.00 |\n| Cor Dam | m.k.g. |",
        "Aanwezig: Sanne Vos, Joris Pol en Mieke Bos (tot negen uur aanwezig (MB))\n"
        "Bericht van verhindering: Cor Dam",
    ],
)
def test_who_was_there_and_who_was_not(notes: str) -> None:
    found = draft(f"Verslag tuinclub\n\n{notes}\n\n1. Opening\nSanne opent.")
    assert (found.attendees, found.absent) == (("Sanne Vos", "Joris Pol", "Mieke Bos"), ("Cor Dam",))


def test_a_list_of_people_that_is_broken_off_within_a_name_goes_on() -> None:
    notes = (
        "Aanwezig: Sanne Vos (vz), Joris Pol, Kim Wit, Ad Smit, Els Kok, Mieke\nBos, Piet van Dam\n\n1. Kas"
    )
    assert draft(notes).attendees[-2:] == ("Mieke Bos", "Piet van Dam")


def test_the_head_of_a_table_is_no_title() -> None:
    assert draft("| Naam | Aanwezig |\n|---|---|\n| Sanne Vos | ja |").own_title == ""


@pytest.mark.parametrize(
    ("said", "items"),
    [
        ("aktie (Jan): lijst maken", [("Jan", "lijst maken", None)]),
        ("De TODO lijst is bijgewerkt.", []),
        ("TODO lijst is bijgewerkt.", []),
        ("Offerte opvragen actie: Eva", [("Eva", "Offerte opvragen", None)]),
        ("- offerte opvragen (Jan, 3 dec)", [("Jan", "offerte opvragen", "3 dec")]),
        ("Actie: stukken sturen – Jan – uiterlijk 3-12", [("Jan", "stukken sturen", "uiterlijk 3-12")]),
        ("Actie: stukken sturen, Jan, week 48", [("Jan", "stukken sturen", "week 48")]),
        (
            "Actie: Jan belt de bank, deadline volgende vergadering.",
            [("Jan", "belt de bank", "volgende vergadering")],
        ),
        (
            "Actie: Jan belt de bank vóór het bestuursoverleg.",
            [("Jan", "belt de bank", "vóór het bestuursoverleg")],
        ),
        ("Het hek wordt vrijdag door Eva geverfd.", [("Eva", "Het hek wordt geverfd", "vrijdag")]),
        ("Eva wordt gevraagd de kas te tellen.", [("Eva", "de kas tellen", None)]),
        ("Aan Jan wordt gevraagd om de kas te tellen.", [("Jan", "de kas tellen", None)]),
        ("Jan heeft toegezegd de kas te tellen.", [("Jan", "de kas tellen", None)]),
        ("De werkgroep wordt gevraagd de kas te tellen.", [("De werkgroep", "de kas tellen", None)]),
        ("Jan wordt gevraagd of de kas klopt.", []),
        ("De werkgroep zoekt dit uit.", [("De werkgroep", "zoekt dit uit", None)]),
        ("De gemeente pakt dit op.", [("De gemeente", "pakt dit op", None)]),
        ("Iedereen leest het stuk door.", [("Iedereen", "leest het stuk door", None)]),
        ("De commissie zoekt nieuwe mensen.", []),
        ("Eva vraagt Bram om de sleutel.", [("Eva", "vraagt Bram om de sleutel", None)]),
        ("Eva vraagt Bram om de sleutel te halen.", []),
        ("Jan geeft kort de stand van zaken weer.", []),
        ("We nodigen de buren uit.", [(None, "nodigen de buren uit", None)]),
        ("We vragen ons af wat het kost.", []),
        ("- Kaart van de tuin **Eva**", [("Eva", "Kaart van de tuin", None)]),
        (
            "Eva huurt een kraam, Jan zorgt voor koffie en Eva maakt de folder.",
            [
                ("Eva", "huurt een kraam", None),
                ("Jan", "zorgt voor koffie", None),
                ("Eva", "maakt de folder", None),
            ],
        ),
        ("Eva vraagt bij de buren na of het mag.", [("Eva", "vraagt bij de buren na of het mag", None)]),
        ("Jan komt hier volgende keer op terug.", [("Jan", "komt hier op terug", "volgende keer")]),
        ("Eva bekijkt of het mogelijk is.", [("Eva", "bekijkt of het mogelijk is", None)]),
        ("Zodra het kan, gaan we met hem een dag prikken.", [(None, "met hem een dag prikken", None)]),
        (
            "Hij gaat Cor benaderen en vraagt om de sleutel.",
            [(None, "Cor benaderen en vraagt om de sleutel", None)],
        ),
        ("Jan en Bram pakken het op.", [("Jan en Bram", "pakken het op", None)]),
        ("Eva wordt verzocht de sleutel op te halen.", [("Eva", "de sleutel ophalen", None)]),
        (
            "Jan biedt aan de kas te tellen om te zien wat het kost.",
            [("Jan", "de kas tellen om te zien wat het kost", None)],
        ),
        ("Jan lost de fout op (14-6).", [("Jan", "lost de fout op", "14-6")]),
        ("Eva belt de drukker, 12/10", [("Eva", "belt de drukker", "12/10")]),
        (
            "Eva stelt een brief op en legt die eind mei aan de raad voor.",
            [("Eva", "stelt een brief op en legt die aan de raad voor", "eind mei")],
        ),
        ("Jan en Eva kijken zaterdag of het past.", [("Jan en Eva", "kijken of het past", "zaterdag")]),
        ("Jan rapporteert maandelijks.", [("Jan", "rapporteert maandelijks", None)]),
        ("Jan past de lijst aan en vraagt Jan Pol om raad.", [("Jan", None, None)]),
        ("Jan P. helpt Eva met de kas.", [("Jan P.", "helpt Eva met de kas", None)]),
        ("De sleutel moet nog terug, Eva regelt.", [("Eva", "De sleutel moet nog terug, Eva regelt", None)]),
        ("Mevrouw Vos was er. Zij stuurt de foto's toe.", [("Vos", "stuurt de foto's toe", None)]),
        ("De secretaris en penningmeester gaan de lijst nalopen.", [(None, "de lijst nalopen", None)]),
        ("The chair and the treasurer will call the bank.", [(None, "call the bank", None)]),
        ("Hiervoor gaan Jan en Eva in overleg met de buren.", [("Jan en Eva", None, None)]),
        ("Het bestuur gaat op zoek naar nieuwe leden.", [("Het bestuur", None, None)]),
        ("De OR gaat hierover nadenken.", [("De OR", "hierover nadenken", None)]),
        ("allen: telling doen in week 42", [("allen", "telling doen", "in week 42")]),
        ("Krant: stukjes op 10 mei inleveren (allen).", [("allen", None, "10 mei")]),
        ("Everyone: send the forms by 3 May", [("Everyone", "send the forms", "3 May")]),
        ("Jan sluit om 18:20. Eva leest met ons een gedicht.", []),
        ("Jan stelt voor: een stuk in de krant.", []),
    ],
)
def test_marks_and_requests(said: str, items: list[tuple[str, str, str | None]]) -> None:
    found = draft(f"Aanwezig: Jan Pol, Eva Vos\n\n{said}").actions
    assert [item.owner for item in found] == [owner or found[0].owner for owner, _, _ in items]
    told = [(text or item.text, due) for item, (_, text, due) in zip(found, items, strict=True)]
    assert [(item.text, item.due) for item in found] == told


@pytest.mark.parametrize(
    ("notes", "owners", "dues"),
    [
        ("Actielijst\n- Jan: hek verven (3 juni)\n- Eva: loods vegen (vervallen)", ["Jan"], ["3 juni"]),
        (
            "Actielijst\n1. Hek verven – Jan – 3 juni – loopt\n2. Loods vegen – Eva – gereed",
            ["Jan"],
            ["3 juni"],
        ),
        ("Actielijst\nActielijst wordt besproken. Jan past de lijst aan.", ["Jan"], [None]),
        (" 1. Actielijst:\n\n • kas tellen (Jan)\n • loods vegen (Eva)", ["Jan", "Eva"], [None, None]),
        ("Actielijst\n- Markt: Eva huurt een kraam. Jan schrijft de folder.", ["Eva", "Jan"], [None, None]),
        ("| Actie | Door | Klaar |\n|---|---|---|\n| Hek verven | Jan | 3 juni |", ["Jan"], ["3 juni"]),
        ("| Datum | Actie | Wie |\n|---|---|---|\n| 3-5 | Hek verven | Jan |", ["Jan"], [None]),
        (
            "| Besluit/actie | Wie | Gereed |\n|---|---|---|\n| Hek mag | | |\n| Verven | Jan | 3 mei |",
            ["Jan"],
            ["3 mei"],
        ),
        (
            "| Decision / action | Owner | Due |\n|---|---|---|\n| Gate stays | | |\n| Paint it | Eva | |",
            ["Eva"],
            [None],
        ),
        (
            "| Besluit | Afdoening door | Afdoening voor |\n|---|---|---|\n| Verf | Jan | z.s.m. |",
            ["Jan"],
            ["z.s.m."],
        ),
        ("| Decision | Owner | Date |\n|---|---|---|\n| The gate stays | Eva | 3 May |", [], []),
        ("| Punt | Onderwerp | Actie |\n| 1 | De loods is vol en moet leeg | AB CvD |", ["AB, CvD"], [None]),
        ("Actie Jan: 1) hek verven, 2) loods vegen (3 mei)", ["Jan", "Jan"], [None, "3 mei"]),
        ("ACTION: a) Jan paints the gate b) Eva calls the bank", ["Jan", "Eva"], [None, None]),
        ("Besluiten en acties\n- Het hek blijft\n- Hek verven (Jan)", ["Jan"], [None]),
        ("Actie- en besluitenlijst\n1. Jan verft het hek\n2. Het hek blijft", ["Jan"], [None]),
        ("Decisions/actions:\n- The gate stays\n- Eva to call the bank", ["Eva"], [None]),
        ("Actie Jan\n- hek verven\n- loods vegen", ["Jan", "Jan"], [None, None]),
        ("De loods is vuil en moet leeg.\nActie: Jan\nActie: Eva", ["Jan"], [None]),
        ("De loods is vuil en moet leeg.\nACTIE OR\nDe kas klopt weer.", ["OR"], [None]),
        (
            "Het hek is oud.\n    Actie Jan: hek verven\n    Actie Eva/Jan: buren bellen",
            ["Jan", "Eva/Jan"],
            [None] * 2,
        ),
        ("Eva gaat hiermee aan de slag.\n\nActies\n- Eva gaat aan de slag met de kas", ["Eva"], [None]),
        (
            "Rooster af voor 3 mei (Jan P.). Het hek is oud. Loods opruimen (Eva).",
            ["Jan P.", "Eva"],
            ["voor 3 mei", None],
        ),
        ("## Agendapunt 8: Voorgestelde acties\n- hek verven", [None], [None]),
    ],
)
def test_lists_and_tables_of_actions(notes: str, owners: list[str | None], dues: list[str | None]) -> None:
    found = draft(f"Aanwezig: Jan Pol, Eva Vos\n\n{notes}").actions
    assert ([item.owner for item in found], [item.due for item in found]) == (owners, dues)


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("De penningmeester wordt met applaus gedechargeerd.", None),
        ("De begroting wordt besproken, goedgekeurd en getekend.", None),
        ("De naam wordt: De Kas.", None),
        ("Unaniem wordt gekozen voor het groene hek.", None),
        ("Jan wordt gekozen als nieuwe secretaris.", None),
        ("De raad geeft een positief advies over de huur.", None),
        ("| Besluit | Datum |\n|---|---|\n| Het hek wordt groen | 3 mei |", "Het hek wordt groen"),
        ("De raad stemt unaniem in met de huur.", None),
        ("De oudergeleding geeft instemming op het rooster.", None),
        ("Het werk aan het dak wordt gegund aan Bouwbedrijf Kok.", None),
        ("Bij acclamatie worden beiden herbenoemd als bestuurslid.", None),
        ("De heer Bos wordt als voorzitter herkozen.", None),
        ("Als commissielid wordt voor drie jaar benoemd mevrouw Bos.", None),
        ("Met het voorstel gaat de vergadering unaniem akkoord.", None),
        ("Er zijn geen vragen en de vergadering besluit het hek te verven.", "het hek te verven"),
        (
            "Daarop zijn de volgende besluiten genomen:\n\n1. Verkoop van de loods\n   Bod: 3 ton",
            "Verkoop van de loods",
        ),
        ("The following decisions were made:\n- The barn is sold", "The barn is sold"),
    ],
)
def test_what_is_decided(said: str, text: str | None) -> None:
    assert [item.text for item in draft(said).decisions] == [text or said.rstrip(".")]


def test_minutes_adopted_are_no_decision_beside_those_that_are_marked() -> None:
    adopted = ("De notulen van 3 mei worden vastgesteld.", "The minutes of 3 May were approved.")
    for routine, marked in zip(
        adopted, ("Besluit: het hek blijft.", "DECISION: the gate stays."), strict=True
    ):
        assert len(draft(routine).decisions) == 1
        found = draft(f"{routine}\n\n{marked}").decisions
        assert [item.text for item in found] == [marked.partition(": ")[2].rstrip(".")]
