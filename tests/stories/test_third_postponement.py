"""What moves too often, or stays overdue, goes up the ladder until its project manager decides."""

from datetime import date, datetime

from bot.sandbox.state import Message
from tests.kit.office import Office
from tests.kit.story import cards, digests, dm, read, read_all, type_in


def question(office: Office, name: str, begins: str) -> Message:
    """The last of his direct messages that begins so."""
    return [message for message in dm(office, name) if read(message).startswith(begins)][-1]


def test_the_third_postponement_needs_a_decision_until_the_project_manager_takes_it(office: Office) -> None:
    tom = office.person("tom")
    tom.command("/project", "atlas")
    assert tom.submit() == {}
    type_in(office, "sanne", "/action @priya update the risk log by Friday")
    type_in(office, "priya", "/action due 1 4 December because the supplier is late")
    assert "one more" not in read(cards(office)[-1])
    type_in(office, "priya", "/action due 1 11 December because the supplier is ill")
    assert "postponed 2×: the supplier is ill" in read(cards(office)[-1])
    assert "If it moves once more, tom decides." in read(dm(office, "priya")[0])
    type_in(office, "priya", "/action due 1 18 December because the supplier is gone")
    assert "tom decides what happens now, and it's in the digest." in read(dm(office, "priya")[0])

    office.set_clock(datetime(2026, 11, 24, 9, 59))
    quiet = len(dm(office, "tom"))
    office.set_clock(datetime(2026, 11, 24, 10, 0))  # 9:00 in London
    assert len(dm(office, "tom")) == quiet + 1
    asked = question(office, "tom", "Good morning, tom. 1 for you to decide.")
    assert "Needs your decision\nupdate the risk log · priya · postponed 3× · A-1 #atlas" in read(asked)
    assert asked.buttons() == ["Leave it"]

    office.set_clock(datetime(2026, 11, 30, 10, 0))
    told = read_all(digests(office, "atlas")[-1])
    assert "1 needs a decision" in told
    assert "Needs a decision\n• priya · update the risk log · Fri 18 Dec · postponed 3× (A-1)" in told
    assert "postponed 3×" in told
    assert len(dm(office, "tom")) == quiet + 1

    tom.click(asked, "Leave it")
    assert "✓ ~update the risk log~" in read(question(office, "tom", "All done for today."))
    assert "decides" not in read(dm(office, "priya")[0])
    assert "decision" not in type_in(office, "tom", "/digest")

    type_in(office, "priya", "/action due 1 8 January because the supplier is gone for good")
    assert "tom decides" in read(dm(office, "priya")[0])
    office.set_clock(datetime(2026, 12, 8, 10, 0))
    tom.choose(question(office, "tom", "Good morning, tom. 1 for"), "New date", date(2027, 2, 1))
    assert "✓ ~update the risk log~" in read(question(office, "tom", "All done for today."))
    assert "Mon 1 Feb 2027" in read(cards(office)[0]) and "decides" not in read(dm(office, "priya")[0])


def test_what_stays_overdue_goes_up_in_dutch_as_its_card_said(office: Office) -> None:
    sanne, joost = office.person("sanne"), office.person("joost")
    sanne.command("/spil project", "molen")
    assert sanne.submit() == {}
    for line in ("bel de verhuizer", "bestel de dozen", "zeg de huur op"):
        type_in(office, "sanne", f"/spil actie @joost {line} uiterlijk vrijdag", "molen")
    office.set_clock(datetime(2026, 11, 26, 9, 0))
    assert "Blijft het open" not in read(dm(office, "joost")[0])
    office.set_clock(datetime(2026, 11, 30, 9, 0))
    assert "Blijft het open, dan ziet sanne het op di 1 dec." in read(dm(office, "joost")[0])
    assert "Blijft" not in read(cards(office, "molen")[-3])
    before = len(dm(office, "sanne"))
    office.set_clock(datetime(2026, 12, 1, 9, 0))
    [morning] = dm(office, "sanne")[before:]
    assert "Te laat bij anderen\nbel de verhuizer · joost · 4 dagen · A-1" in read(morning)
    joost.click(question(office, "joost", "sanne vraagt je: zeg de huur op"), "Gereed")
    assert "✓ ~zeg de huur op~ · A-3" in read(dm(office, "sanne")[before])

    office.set_clock(datetime(2026, 12, 4, 9, 0))
    asked = question(office, "sanne", "Goedemorgen, sanne. 2 om te beslissen.")
    assert "Jij beslist\nbel de verhuizer · joost · 7 dagen te laat · A-1" in read(asked)
    assert "A-2" in read(asked) and "A-3" not in read(asked)
    sanne.choose(asked, "Actiehouder", "sanne", block_id=block_with(asked, 0))
    asked = question(office, "sanne", "Goedemorgen, sanne. 1 om te beslissen")
    assert "✓ ~bel de verhuizer~ · A-1" in read(asked)
    assert "sanne doet dit nu" in read(question(office, "joost", "~bel de verhuizer~"))

    office.set_clock(datetime(2026, 12, 7, 9, 0))
    assert "besluit" not in read_all(digests(office, "molen")[-1])
    office.set_clock(datetime(2026, 12, 14, 9, 0))
    told = read_all(digests(office, "molen")[-1])
    assert "1 vraagt een besluit" in told and "Vraagt een besluit\n• joost · bestel de dozen" in told
    [earlier, again] = [each for each in dm(office, "sanne") if "Jij beslist" in read(each)]
    # five working days with its new owner
    assert "Jij beslist\nbel de verhuizer · sanne" in read(again) and "bestel de dozen · joost" in read(again)
    sanne.overflow(earlier, "Laten vervallen", block_id=block_with(earlier, 0))
    assert "✓ ~bestel de dozen~" in "".join(map(read, dm(office, "sanne")))
    assert "✗ ~bestel de dozen~" in "\n".join(map(read, cards(office, "molen")))


def block_with(message: Message, index: int) -> str:
    """The block of the choices of the item of that index."""
    rows = [block["block_id"] for block in message.blocks if block["type"] == "actions"]
    return str(rows[index])
