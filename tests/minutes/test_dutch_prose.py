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
        ("Eva wordt gevraagd de kas te tellen.", [("Eva", "de kas te tellen", None)]),
        ("Aan Jan wordt gevraagd om de kas te tellen.", [("Jan", "de kas te tellen", None)]),
        ("Jan heeft toegezegd de kas te tellen.", [("Jan", "de kas te tellen", None)]),
        ("De werkgroep wordt gevraagd de kas te tellen.", [("De werkgroep", "de kas te tellen", None)]),
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
        ("Jan komt hier volgende keer op terug.", [("Jan", "komt hier volgende keer op terug", None)]),
        ("Eva bekijkt of het mogelijk is.", [("Eva", "bekijkt of het mogelijk is", None)]),
        ("Zodra het kan, gaan we met hem een dag prikken.", [(None, "met hem een dag prikken", None)]),
        (
            "Hij gaat Cor benaderen en vraagt om de sleutel.",
            [(None, "Cor benaderen en vraagt om de sleutel", None)],
        ),
        ("Jan en Bram pakken het op.", [("Jan en Bram", "pakken het op", None)]),
    ],
)
def test_marks_and_requests(said: str, items: list[tuple[str, str, str | None]]) -> None:
    found = draft(f"Aanwezig: Jan Pol, Eva Vos\n\n{said}").actions
    assert [(item.owner, item.text, item.due) for item in found] == items


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
    ],
)
def test_lists_and_tables_of_actions(notes: str, owners: list[str], dues: list[str | None]) -> None:
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
    ],
)
def test_what_is_decided(said: str, text: str | None) -> None:
    assert [item.text for item in draft(said).decisions] == [text or said.rstrip(".")]
