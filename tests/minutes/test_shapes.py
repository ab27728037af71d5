"""Marked and unmarked items, in the shapes in which teams write them. Meetings and people are invented."""

import pytest

from bot.minutes.extraction.extract import draft

Short = tuple[str | None, str, str | None]


def actions(notes: str) -> list[Short]:
    return [(item.owner, item.text, item.due) for item in draft(notes).actions]


def decisions(notes: str) -> list[str]:
    return [item.text for item in draft(notes).decisions]


@pytest.mark.parametrize(
    ("notes", "found"),
    [
        ("**Action: Ann to buy paint**", [("Ann", "buy paint", None)]),
        ("### Actie: Sanne koopt verf\n\nMeer tekst hier.", [("Sanne", "koopt verf", None)]),
        ("Actie Sanne verf kopen", [("Sanne", "verf kopen", None)]),
        ("Actie Karel de verf bestellen voor 12 maart", [("Karel", "de verf bestellen", "voor 12 maart")]),
        ("De verf is op (actie Piet vraagt na).", [("Piet", "vraagt na", None)]),
        ("De verf is op (actie: Piet vraagt na bij de winkel).", [("Piet", "vraagt na bij de winkel", None)]),
        ("The paint is gone (action: Ann to buy more).", [("Ann", "buy more", None)]),
        ("The paint is gone [action Ann].", [("Ann", "The paint is gone", None)]),
        ("AI Ann: buy paint", [("Ann", "buy paint", None)]),
        ("AI: Ann to buy paint", [("Ann", "buy paint", None)]),
        ("[AI] Ann: buy paint", [("Ann", "buy paint", None)]),
        ("- AI(Ann): buy paint", [("Ann", "buy paint", None)]),
        ("AI is the future", []),
        ("AI tools were shown by Ann", []),
        ("Piet zoekt een zaal => actiepunt", [("Piet", "zoekt een zaal", None)]),
        ("We hebben een zaal nodig => actiepunt Piet", [("Piet", "We hebben een zaal nodig", None)]),
        ("We hebben een zaal nodig -> actie: Piet zoekt een zaal", [("Piet", "zoekt een zaal", None)]),
        ("=> Actie: Piet zoekt een zaal", [("Piet", "zoekt een zaal", None)]),
        ("✅ Action: Ann to buy paint", [("Ann", "buy paint", None)]),
        ("👉 Actie: Sanne koopt verf", [("Sanne", "koopt verf", None)]),
        ("- ⚠️ ACTION: Ann to buy paint", [("Ann", "buy paint", None)]),
        ("o\tActie: Sanne koopt verf", [("Sanne", "koopt verf", None)]),
        ("Ann -> buy paint\nPiet -> call Bo", [("Ann", "buy paint", None), ("Piet", "call Bo", None)]),
        (
            "Sanne → verf kopen\nPiet → zaal boeken",
            [("Sanne", "verf kopen", None), ("Piet", "zaal boeken", None)],
        ),
        ("@Ann to mow the lawn by Friday", [("@Ann", "mow the lawn", "Friday")]),
        ("Ann to mow the lawn by Friday", [("Ann", "mow the lawn", "Friday")]),
        ("Ann will mow the lawn by Friday", [("Ann", "mow the lawn", "Friday")]),
        ("Sanne gaat akkoord.", []),
        ("Het bestuur gaat akkoord.", []),
        ("Akkoord.", []),
        ("Agreed.", []),
        (
            "Actiepunten:\n- Website:\n  - Ann: fix the menu\n  - Piet: test it\n",
            [("Ann", "fix the menu", None), ("Piet", "test it", None)],
        ),
        (
            "## Action items\n\n### Website\n- Ann: fix the menu\n"
            "\n### Garden\n- Piet: mow the lawn\n\n## Next meeting\n3 May",
            [("Ann", "fix the menu", None), ("Piet", "mow the lawn", None)],
        ),
        (
            "## Actiepunten\n\n### Sanne\n- verf kopen\n- kwast zoeken\n\n### Piet\n- zaal boeken",
            [("Sanne", "verf kopen", None), ("Sanne", "kwast zoeken", None), ("Piet", "zaal boeken", None)],
        ),
        (
            "- Actions:\n  - Ann: fix the menu\n  - Piet: test it\n- Fine otherwise",
            [("Ann", "fix the menu", None), ("Piet", "test it", None)],
        ),
        (
            "**Actiepunten**\n\n| # | Actie | Wie | Wanneer | Status |\n"
            "|---|---|---|---|---|\n| 1 | Verf kopen | Sanne | 3 mei | open |\n"
            "| 2 | Zaal boeken | Piet | | gereed |",
            [("Sanne", "Verf kopen", "3 mei")],
        ),
        ("Verf is op, actie Sanne.", [("Sanne", "Verf is op", None)]),
        ("Verf is op. Actie: Sanne.", [("Sanne", "Verf is op", None)]),
        ("Actie door Sanne: verf kopen", [("Sanne", "verf kopen", None)]),
        ("TODO(ann): buy paint", [("ann", "buy paint", None)]),
        ("To do Sanne: verf kopen", [("Sanne", "verf kopen", None)]),
        ("Follow-up: Ann to call the printer", [("Ann", "call the printer", None)]),
        ("Next steps: Ann to call the printer", [("Ann", "call the printer", None)]),
        ("Actie punt: Sanne koopt verf", [("Sanne", "koopt verf", None)]),
        ("Sanne koopt verf (AP)", [("Sanne", "koopt verf", None)]),
        ("Sanne koopt verf [actie]", [("Sanne", "koopt verf", None)]),
        ("Zaal boeken staat op TODO van Piet.", [("Piet", "Zaal boeken", None)]),
    ],
)
def test_a_marked_action_in_every_shape(notes: str, found: list[Short]) -> None:
    assert actions(f"Aanwezig: Sanne, Piet, Ann\n\n{notes}") == found
    assert decisions(notes) == []


@pytest.mark.parametrize(
    ("notes", "found"),
    [
        ("**Besluit: we kopen blauwe verf**\n\nVerder nog een zin.", ["we kopen blauwe verf"]),
        ("## Decision: we paint it blue\nThe rest is talk.", ["we paint it blue"]),
        (
            "## Decisions\n- **93.1**: Paint it blue\n- **93.2**: Sell the shed\n"
            "\n## Actions\n- **93.3**: Ann to call Bo\n",
            ["Paint it blue", "Sell the shed"],
        ),
        ("📌 Besluit: we kopen blauwe verf", ["we kopen blauwe verf"]),
        (
            "● Actie: Sanne koopt verf\n■ Actie: Piet belt Jan\n○ Actie: Ann mailt Bo\n§ Besluit: blauw",
            ["blauw"],
        ),
        ("Het bestuur gaat akkoord met de begroting.", ["Het bestuur gaat akkoord met de begroting"]),
        ("Besluit 3: we kopen verf.", ["we kopen verf"]),
        ("Besluit\nWe kopen verf.\n\nActie\nSanne koopt verf.", ["We kopen verf"]),
        ("The team agreed to paint it blue => decision", ["paint it blue"]),
        ("Decision made: paint it blue", ["paint it blue"]),
        ("Besluit genomen: alles blauw verven", ["alles blauw verven"]),
        ("Afspraak: we beginnen om 9 uur", ["we beginnen om 9 uur"]),
        (
            "Na enige discussie besluit het bestuur geen verf te kopen",
            ["Na enige discussie besluit het bestuur geen verf te kopen"],
        ),
        ("Blue is fine, group agreed to order it", ["Blue is fine, group agreed to order it"]),
        ("Verf: we kiezen voor blauw", ["we kiezen voor blauw"]),
    ],
)
def test_a_decision_in_every_shape(notes: str, found: list[str]) -> None:
    assert decisions(f"Aanwezig: Sanne, Piet, Ann\n\n{notes}") == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Ann to circulate the minutes.", [("Ann", "circulate the minutes", None)]),
        (
            "Bo will look into the pricing and report back.",
            [("Bo", "look into the pricing and report back", None)],
        ),
        ("Bo will follow up with the vendor.", [("Bo", "follow up with the vendor", None)]),
        ("Ann and Bo to draft a letter.", [("Ann and Bo", "draft a letter", None)]),
        ("Bo Ek to chase the invoice by 3 May.", [("Bo Ek", "chase the invoice", "3 May")]),
        ("@bo will chase the invoice", [("@bo", "chase the invoice", None)]),
        ("Chase the invoice (Bo)", [("Bo", "Chase the invoice", None)]),
        ("- Chase the invoice - Bo", [("Bo", "Chase the invoice", None)]),
        ("- Bo: chase the invoice", [("Bo", "chase the invoice", None)]),
        ("- Bo – chase the invoice – Friday", [("Bo", "chase the invoice", "Friday")]),
        ("- [Bo] chase the invoice", [("Bo", "chase the invoice", None)]),
        ("Bo agreed to chase the invoice.", [("Bo", "chase the invoice", None)]),
        ("Bo volunteered to chase the invoice.", [("Bo", "chase the invoice", None)]),
        ("Bo has offered to chase the invoice.", [("Bo", "chase the invoice", None)]),
        ("Bo is to chase the invoice.", [("Bo", "chase the invoice", None)]),
        ("Bo was asked to chase the invoice.", [("Bo", "chase the invoice", None)]),
        ("Bo takes care of the invoice.", [("Bo", "takes care of the invoice", None)]),
        ("Bo promised to mow the lawn.", [("Bo", "mow the lawn", None)]),
        ("Action on Bo to chase the invoice.", [("Bo", "chase the invoice", None)]),
        ("Bo will mow the lawn.", [("Bo", "mow the lawn", None)]),
        ("Bo will be on holiday next week.", []),
        ("Bo will not be there.", []),
        ("Ann Lee (Acme) will chase the invoice.", [("Ann Lee", "chase the invoice", None)]),
        ("Ann reported that the invoice is paid.", []),
        ("Ann presented the figures.", []),
        ("Ann to the left of Bo.", []),
        ("Thanks to Ann.", []),
        ("Sanne belt de drukker.", [("Sanne", "belt de drukker", None)]),
        ("Sanne zal de drukker bellen.", [("Sanne", "de drukker bellen", None)]),
        ("Sanne gaat de drukker bellen.", [("Sanne", "de drukker bellen", None)]),
        ("Sanne gaat dit uitzoeken.", [("Sanne", "dit uitzoeken", None)]),
        ("Sanne zoekt dit uit.", [("Sanne", "zoekt dit uit", None)]),
        ("Sanne neemt dit op met de gemeente.", [("Sanne", "neemt dit op met de gemeente", None)]),
        ("Sanne pakt dit op.", [("Sanne", "pakt dit op", None)]),
        ("Sanne en Piet maken een opzet.", [("Sanne en Piet", "maken een opzet", None)]),
        ("Sanne: drukker bellen", [("Sanne", "drukker bellen", None)]),
        ("Sanne – drukker bellen", [("Sanne", "drukker bellen", None)]),
        ("Drukker bellen (Sanne)", [("Sanne", "Drukker bellen", None)]),
        ("Drukker bellen - Sanne", [("Sanne", "Drukker bellen", None)]),
        ("Sanne wordt gevraagd om de drukker te bellen.", [("Sanne", "de drukker bellen", None)]),
        ("Sanne verft het hek voor vrijdag.", [("Sanne", "verft het hek", "voor vrijdag")]),
        ("Sanne zal het hek verven.", [("Sanne", "het hek verven", None)]),
        ("Sanne dient de drukker te bellen.", [("Sanne", "de drukker bellen", None)]),
        ("Sanne vertelt over de drukker.", []),
        ("Sanne heeft de drukker gebeld.", []),
        ("Sanne meldt dat de drukker failliet is.", []),
        ("Sanne vindt dat de drukker te duur is.", []),
        ("Sanne is ziek.", []),
        ("Sanne werkt aan een nieuwe folder.", []),
        ("Sanne gaat met vakantie.", []),
        (
            "Voor de volgende keer maakt Sanne een opzet.",
            [("Sanne", "maakt een opzet", "Voor de volgende keer")],
        ),
        ("SdW belt de drukker.", [("SdW", "belt de drukker", None)]),
        ("PB zal de offerte rondsturen.", [("PB", "de offerte rondsturen", None)]),
        ("@Piet offerte rondsturen", [("@Piet", "offerte rondsturen", None)]),
    ],
)
def test_a_promise_without_a_marker(line: str, found: list[Short]) -> None:
    assert actions(f"Present: Ann Lee, Bo Ek, Sanne de Wit, Piet Bos\n\n{line}") == found


def test_where_a_scribe_marks_what_is_meant_a_promise_without_a_date_is_talk() -> None:
    marked = "".join(f"ACTIE: Ann koopt pot {number}\n" for number in range(5))
    notes = f"Aanwezig: Ann, Piet\n\n{marked}Piet zal de zaal boeken.\nPiet zal Bo bellen voor vrijdag.\n"
    assert [text for _, text, _ in actions(notes)][5:] == ["Bo bellen"]


def test_the_head_of_a_table_and_of_a_group_is_no_item() -> None:
    notes = (
        "## Decisions\n\nDecision Item | Description\n--|--\n**7.1**: Paint it blue\n\n"
        "## Actions Required\n\nAction Item | Description\n--|--\n**7.1**: Ann Vale to get quotes\n"
    )
    assert decisions(notes) == ["Paint it blue"]
    assert actions(notes) == [("Ann Vale", "get quotes", None)]


@pytest.mark.parametrize(
    ("notes", "found", "decided"),
    [
        (
            "present+ Ann, Bo\ntopic: Paint\naction: Ann to buy paitn by Friday\ns/paitn/paint/\n"
            "ACTION Bo to call Max\n#undo\ndecision; we paint it blue\nRISK: it is poison\nPARK: the door",
            [("Ann", "buy paint", "Friday")],
            ["we paint it blue"],
        ),
        (
            "aanwezig+ Sanne, Piet\nonderwerp: Verf\nactie - Sanne verf kpen\ns/kpen/kopen/\n"
            "Actie: Piet zaal boeken\n#Undo\nbesluit: blauw\nRISICO: verf is giftig",
            [("Sanne", "verf kopen", None)],
            ["blauw"],
        ),
    ],
)
def test_what_is_typed_along_may_be_corrected_and_taken_back(
    notes: str, found: list[Short], decided: list[str]
) -> None:
    assert actions(notes) == found
    assert decisions(notes) == decided
    assert len(draft(notes).attendees) == 2 and len(draft(notes).topics) == 1


@pytest.mark.parametrize(
    ("notes", "found"),
    [
        (
            "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Ann Lee>Welcome all.</v>\n\n"
            "00:00:05.000 --> 00:00:09.000\n<v Bo Ek>I'll send the plan to Max by Friday.</v>\n",
            [("Bo Ek", "send the plan to Max", "Friday")],
        ),
        (
            "1\n00:00:01,000 --> 00:00:04,000\nSanne: Welkom.\n\n2\n00:00:05,000 --> 00:00:09,000\n"
            "Piet: Ik bel morgen de drukker.\n\n3\n00:00:10,000 --> 00:00:11,000\nSanne: Dank je.\n\n"
            "4\n00:00:12,000 --> 00:00:13,000\nPiet: Graag gedaan.\n",
            [("Piet", "bel de drukker", "morgen")],
        ),
    ],
)
def test_in_a_transcript_who_speaks_is_the_owner(notes: str, found: list[Short]) -> None:
    assert actions(notes) == found
    assert len(draft(notes).attendees) == 2 and draft(notes).title == ""


def test_below_agreements_stands_also_who_does_what() -> None:
    notes = "Aanwezig: Noor, Bram\n\nAfspraken\n* Noor vraagt toegang aan\n* Demo is vrijdag\n"
    assert actions(notes) == [("Noor", "vraagt toegang aan", None)]
    assert decisions(notes) == ["Demo is vrijdag"]


def test_what_stands_behind_an_arrow_is_read_by_itself() -> None:
    assert actions("Present: Bram, Yusuf\n\nno access yet -> Yusuf will arrange it") == [
        ("Yusuf", "arrange it", None)
    ]


def test_a_column_of_names_is_who_does_it_whatever_its_name() -> None:
    table = (
        "Nr | Onderwerp | Actie | Datum\n1 | Tegels bestellen | Bakker | 12-11-2026\n2 | Akkoord op prijs | |"
    )
    assert actions(table) == [("Bakker", "Tegels bestellen", "12-11-2026")]


def test_a_log_with_days_before_its_times_is_read() -> None:
    log = (
        "[2026-11-18 15:00:10] <mira> #topic Backups\n[2026-11-18 15:01:00] <tobi> it fails\n"
        "[2026-11-18 15:02:11] <mira> #action tobi to fix the nightly job\n"
    )
    assert actions(log) == [("tobi", "fix the nightly job", None)]
