"""Lists of people, tables without a line, and sentences in the layouts of clubs, schools and chats, in both
languages. All invented."""

from bot.minutes.extraction.extract import draft

PEOPLE = "Present: Ann Bell, Bo Ek, Cy Dean\n\n"
MENSEN = "Aanwezig: Ans Bol, Bo Ek, Cor Dam\n\n"
NAMED = ["Ann Bell", "Bo Ek", "Cy Dean"]


def test_who_is_there_in_lists_of_many_layouts() -> None:
    for notes, present, absent in [
        ("The meeting began with the following trustees present: Ann Bell, Bo Ek and Cy Dean.", NAMED, []),
        ("Er werd begonnen met de volgende aanwezigen: Ann Bell, Bo Ek en Cy Dean.", NAMED, []),
        ("De volgende leden waren aanwezig:\nAnn Bell\nBo Ek\nCy Dean\n\n1. Hek", NAMED, []),
        ("1) Ann Bell called the Meeting to Order with the following present:\nBo Ek, Cy Dean with\n"
         "Di Fox on the phone.\n2) Gate", ["Bo Ek", "Cy Dean", "Di Fox", "Ann Bell"], []),
        ("Present: Ann Bell, Bo Ek\n\nCy Dean opened the meeting at 7.", NAMED, []),
        ("Aanwezig: Ann Bell, Bo Ek\n\nCy Dean opent de vergadering.", NAMED, []),
        ("Present: Ann Bell: chair, Bo Ek: secretary, Cy Dean", NAMED, []),
        ("Aanwezig: Ann Bell: voorzitter, Bo Ek: notulist, Cy Dean", NAMED, []),
        ("Present: Ann Bell: VP Fairs and Flags, Bo Ek: VP Lamps, Cy Dean", NAMED, []),
        ("Trustees in attendance were\nChair~Ann Bell, Secretary~Bo Ek and Lamps~Cy Dean.", NAMED, []),
        ("Aanwezig: AZK (Ann Bell), AVVE (Bo Ek), De Fuik (Cy Dean)", NAMED, []),
        ("Aanwezig: Ann Bell (AZK, lid) Bo (AVVE) Cy van Dam (Fuik)", ["Ann Bell", "Bo", "Cy van Dam"], []),
        ("Aanwezig: Ann Bell, Bo Ek (vanaf punt 2) Namens de school: Cy Dean", NAMED, []),
        ("Present for the club:\n\nAnn Bell, Bo Ek\n\nPresent Public:\n\nCy Dean\n\nGate Union:\n\n"
         "Di Fox, Ed v/d Hart (lamps), Flo Jol.\n\n1. Gate", [*NAMED, "Di Fox", "Ed vd Hart", "Flo Jol"], []),
        ("Staff/volunteers present:\nAnn Bell (ab12), Director\nBo Ek\n\nGate", ["Ann Bell", "Bo Ek"], []),
        ("Attendees\nAnn Bell, Depot4\nBo Ek, University of Flags\n\nGate", ["Ann Bell", "Bo Ek"], []),
        ("Present: Ann Bell, Bo Ek.\nMr Ek was also present at the last meeting.", ["Ann Bell", "Bo Ek"], []),
        ("Present: Ann Bell. Gate manager, Bo Ek, also was present.", ["Ann Bell", "Bo Ek"], []),
        ("Attendance:\n- Ann Bell\n\nApologies:\n- N/A\n\nGate", ["Ann Bell"], []),
        ("Aanwezig: Zeven bestuursleden en 12 leden.\n\n1. Hek", [], []),
        ("Aanwezig: 11 mensen\n\n 1. Notulist: Bo\n 2. Hek", ["Bo"], []),
        ("17:01<ann>Hi all\n17:02<bo>Shall we paint the gate?", ["ann", "bo"], []),
        ("Aanwezig: Mevrouw A. Bell De heer B. Ek Gasten Hek: Mevrouw C.Th. Dean (bode) Notulist: Di Fox"
         " 1. Hek Er is een hek.", ["A. Bell", "B. Ek", "C.Th. Dean", "Di Fox"], []),
        ("Aanwezige leden: Ann Bell (voorzitter van het hek en van de poort), Bo Ek\n(secretaris), Di Fox"
         " (voor de lampen en de vlaggen), Cy van\nDam (hek).",
         ["Ann Bell", "Bo Ek", "Di Fox", "Cy van Dam"], []),
        ("GATE CLUB\n(Committee - Ann Bell (Chair), Bo Ek, Cy Dean)\n- Gate", NAMED, []),
        ("Members Present, Chairman Ann Bell, Treasurer Bo Ek, Cy Dean, and Di Fox.", [*NAMED, "Di Fox"], []),
        ("1 Present Ann Bell (Chair)\n\nBo Ek\n\nCy Dean\n\n2 Apologies\nnone", NAMED, []),
        ("0. Hello and Roll\nAnn Bell, Bo Ek,\nCy Dean.\nClub Staff:\nDi Fox.\n1. Gate",
         [*NAMED, "Di Fox"], []),
        ("| Chair : | Ann Bell |\n| Attendees : | Bo Ek, Cy Dean |", ["Bo Ek", "Cy Dean", "Ann Bell"], []),
        ("## Leden:\n- Voorzitter: Ann Bell\n- Hekmeester: Bo Ek\n\n## 1. Hek", ["Ann Bell", "Bo Ek"], []),
        ("1. Opening door voorzitter Ann Bell\n2. Hek", ["Ann Bell"], []),
        ("De vergadering wordt geopend door Ann Bell.", ["Ann Bell"], []),
        ("Voorzitter Ann van Dam opent om 20.00 uur de vergadering.", ["Ann van Dam"], []),
        ("## Attendees\n\n### Gate Steering Delegates (Voting Members)\n\n- [x] Ann Bell - AZ\n"
         "- [ ] Bo Ek - AZ\n\nQuorum: yes\n\n### Non-Voting Representatives or Participants\n\n"
         "- [x] Cy Dean\n\n## Gate", ["Ann Bell", "Cy Dean"], ["Bo Ek"]),
        ("#### Participants\n  - Ann Bell, Azko/AZ\n  - Bo Ek, Azko", ["Ann Bell", "Bo Ek"], []),
    ]:  # fmt: skip
        found = draft(notes)
        assert [*found.attendees] == present, notes
        assert [*found.absent] == absent, notes


def test_work_in_tables_of_wide_spaces_and_beside_them() -> None:
    for notes, items in [
        ("Action points        Responsible     Timescale\nBook the hall        Ann Bell        Friday\n"
         "Print the flyers     Chair           asap\n\nGate",
         [("Ann Bell", "Book the hall", "Friday"), ("Chair", "Print the flyers", "asap")]),
        ("Actie                Wie             Wanneer\nZaal boeken          Ans Bol         3 mei\n",
         [("Ans Bol", "Zaal boeken", "3 mei")]),
        (PEOPLE + "Fair in May\nRaffle – buy the tickets        AB\nTea – fill the urn        Bo",
         [("AB", "Raffle – buy the tickets", None), ("Bo", "Tea – fill the urn", None)]),
        (MENSEN + "Loterij – loten kopen          AB\nThee – ketel vullen          Bo",
         [("AB", "Loterij – loten kopen", None), ("Bo", "Thee – ketel vullen", None)]),
        ("A letter of thanks is to be sent to the smith ACTION Ann/Bo",
         [("Ann/Bo", "A letter of thanks is to be sent to the smith", None)]),
        ("Er gaat een brief naar de smid ACTIE Ans/Bo", [("Ans/Bo", "Er gaat een brief naar de smid", None)]),
        (PEOPLE + "ACTION – CD agenda item for May.", [("CD", "agenda item for May", None)]),
        (MENSEN + "ACTIE – CD agendapunt voor mei.", [("CD", "agendapunt voor mei", None)]),
        ("(Actie HvA schema mailen aan wie komt)", [("HvA", "schema mailen aan wie komt", None)]),
        ("*Action Items*\n\nNew\n[AI] {Ann} will sum it up.\n\nGate", [("Ann", "sum it up", None)]),
        ("## Actions\n- @ann: book the hall\n  - note that it is old\n  - by the gate\n- @bo: call Cy",
         [("@ann", "book the hall", None), ("@bo", "call Cy", None)]),
        ("## Acties\n- @ans: zaal boeken\n  - de school heeft er ook een\n", [("@ans", "zaal boeken", None)]),
    ]:  # fmt: skip
        assert [(item.owner, item.text, item.due) for item in draft(notes).actions] == items, notes


def test_what_people_are_asked_and_what_they_only_tell() -> None:
    for notes, items in [
        (PEOPLE + "Asking Bo to send the plan to the school.", [("Bo", "send the plan to the school")]),
        (PEOPLE + "- Ann: asking Bo to call the smith.", [("Bo", "call the smith")]),
        (PEOPLE + "CD asked AB if she could call the smith.", [("AB", "call the smith")]),
        (MENSEN + "De titel moet Bo nog aanpassen.", [("Bo", "De titel nog aanpassen")]),
        (MENSEN + "Bo zag de tekst. De titel gaat hij nog aanpassen.", [("Bo", "De titel nog aanpassen")]),
        ("Present: Al Stone, Bo Ek\n\nFair – AS said that it rains. He will ask the smith.",
         [("AS", "ask the smith")]),
        (PEOPLE + "I.   Call to order: 7 pm\n- Hoping to start in May.\n- **Ann** saw it with **Bo Ek**", []),
        (MENSEN + "Bo geeft ook aan af te treden in mei.", []),
        (MENSEN + "Bo spreekt zijn zorg uit over het hek.", []),
        (PEOPLE + "Bo sent out a mail about it yesterday.", []),
        ("Aanwezig: Ans de Wit, Bo Ek, Cor de Bol, Di Fox. " + "Het hek is oud. " * 40, []),
    ]:  # fmt: skip
        assert [(item.owner, item.text) for item in draft(notes).actions] == items, notes


def test_what_was_decided_in_motions_and_elections() -> None:
    for notes, found in [
        ("2) Adopt the plan for 2021 as presented.\nMoved by: Ann Second: Bo Carried",
         ["Adopt the plan for 2021 as presented"]),
        ("MOTION: That the gate be red.\nMoved by: Ann\nSeconded by: Bo\nVOTE: Cy abstained (who was away),\n"
         "otherwise all were in favour", ["That the gate be red"]),
        ("Hierbij zijn Ans en Bo weer benoemd.", ["Hierbij zijn Ans en Bo weer benoemd"]),
        ("Ann was elected unanimously for the position.", ["Ann was elected unanimously for the position"]),
        ("A talk about the gate resulted in all agreeing to leave it red for now.", ["leave it red for now"]),
        ("Het vergaderschema is akkoord.", ["Het vergaderschema is akkoord"]),
        ("The minutes of the Board Meeting that was held in the hall by the gate on the 20th of last\n"
         "March 2013 were long, and nobody read them.", []),
    ]:  # fmt: skip
        assert [item.text for item in draft(notes).decisions] == found, notes
