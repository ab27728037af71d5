"""Everything that the bot will send somebody, before it does."""

from datetime import datetime

from tests.kit.office import Office
from tests.kit.story import last_whisper, read


def test_what_is_planned_is_told_and_then_comes(office: Office) -> None:
    office.project("atlas", manager=office.slack.user_id("tom"), digest_day=None)
    sanne = office.person("sanne")
    assert "stuur ik je niets" in read(sanne.command("/spil gepland", "atlas")[-1])
    sanne.command("/action @sanne write the plan by thursday", "atlas")
    sanne.command("/meeting Weekly with @tom 25-11-2026 12:00 30m", "atlas")
    office.settle()
    [listed] = sanne.command("/spil gepland", "atlas")
    lines = read(listed).splitlines()
    assert [line.split(" – ")[0] for line in lines if "2026" in line] == [
        "wo 25-11-2026 09:00 (wk 48) · ochtendbericht met 1 actiepunt",
        "wo 25-11-2026 11:50 (wk 48) · herinnering aan M-1 · Weekly in #atlas",
        "wo 25-11-2026 12:30 (wk 48) · vraag om aantekeningen van M-1 · Weekly in #atlas",
        "do 26-11-2026 09:00 (wk 48) · ochtendbericht met 1 actiepunt",
        "vr 27-11-2026 09:00 (wk 48) · ochtendbericht met 1 actiepunt",
        "ma 30-11-2026 09:00 (wk 49) · ochtendbericht met 1 actiepunt",
    ]
    sanne.click(listed, "Zet dit uit", "ochtendbericht")
    assert "Het ochtendbericht staat uit." in last_whisper(office, "sanne")
    assert "ochtendbericht met" not in last_whisper(office, "sanne")
    before = len(sanne.dm())
    office.set_clock(datetime(2026, 11, 25, 11, 49))
    assert len(sanne.dm()) == before
    office.set_clock(datetime(2026, 11, 25, 11, 50))
    assert "Weekly" in read(sanne.dm()[-1])
    [listed] = sanne.command("/spil planned", "atlas")
    sanne.click(listed, "Zet dit weer aan")
    assert "ochtendbericht met 1 actiepunt" in last_whisper(office, "sanne")
    office.set_clock(datetime(2026, 11, 26, 9, 0))
    assert "Goedemorgen" in read(sanne.dm()[-1])


def test_in_english_and_of_nothing_that_he_may_not_see(office: Office) -> None:
    tom = office.person("tom")
    tom.command("/project", "atlas")
    tom.submit()
    office.person("sanne").command("/action @tom write the plan tomorrow", "atlas")
    office.settle()
    [listed] = tom.command("/spil planned", "atlas")
    assert "Tue 24-11-2026 09:00 (wk 48) · morning message with 1 action item" in read(listed)
    assert "digest in #atlas, if there is anything to tell" in read(listed)
    tom.leave("atlas")
    office.settle()
    told = tom.command("/spil planned", "spil")[-1]
    assert "I will send you nothing" in read(told)
