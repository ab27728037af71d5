"""Everything that the bot will send somebody, before it does."""

from datetime import datetime

from tests.kit.office import Office
from tests.kit.story import last_whisper, mornings, read


def test_what_is_planned_is_told_and_then_comes(office: Office) -> None:
    office.project("atlas", manager=office.slack.user_id("tom"), digest_day=None)
    sanne = office.person("sanne")
    assert "stuur ik je niets" in read(sanne.command("/spil gepland", "atlas")[-1])
    sanne.command("/action @sanne write the plan by thursday", "atlas")
    sanne.command("/meeting Weekly with @tom 25-11-2026 12:00 30m", "atlas")
    office.person("tom").command("/meeting poll Retro with @sanne: thu 10:00, fri 10:00", "atlas")
    office.settle()
    [listed] = sanne.command("/spil gepland", "atlas")
    lines = read(listed).splitlines()
    assert [line for line in lines if "·" in line] == [
        "Elke werkdag om 09:00 · 1 actiepunt op wo, 1 op do, 1 op vr, 1 op ma",
        "wo 25 nov 08:00 · nieuws over Retro in #atlas (P-1) – je bent uitgenodigd",
        "wo 25 nov 11:50 · herinnering aan Weekly in #atlas (M-1) – je bent uitgenodigd",
        "wo 25 nov 12:30 · vraag om aantekeningen: Weekly in #atlas (M-1) – jij plande het",
        "wo 25 nov 14:00 · nieuws over Retro in #atlas (P-1) – je bent uitgenodigd",
    ]
    sanne.click(listed, "Zet dit uit", "Elke werkdag")
    assert "Het ochtendbericht staat uit." in last_whisper(office, "sanne")
    assert "Elke werkdag" not in last_whisper(office, "sanne")
    before = len(sanne.dm())
    office.set_clock(datetime(2026, 11, 25, 11, 49))
    assert len(sanne.dm()) == before + 1, "the reminder of the poll"
    office.set_clock(datetime(2026, 11, 25, 11, 50))
    assert "Weekly" in read(sanne.dm()[-1])
    [listed] = sanne.command("/spil planned", "atlas")
    sanne.click(listed, "Zet dit weer aan")
    assert "Elke werkdag om 09:00 · 1 actiepunt op do" in last_whisper(office, "sanne")
    office.set_clock(datetime(2026, 11, 26, 9, 0))
    assert len(mornings(office, "sanne")) == 1


def test_in_english_and_of_nothing_that_he_may_not_see(office: Office) -> None:
    tom = office.person("tom")
    tom.command("/project", "atlas")
    tom.submit()
    office.person("sanne").command("/action @tom write the plan tomorrow", "atlas")
    office.settle()
    [listed] = tom.command("/spil planned", "atlas")
    assert "Each working morning, 09:00 · 1 action item on Mon, 1 on Tue" in read(listed)
    assert "digest in #atlas, if there's anything to tell" in read(listed)
    tom.leave("atlas")
    office.settle()
    told = tom.command("/spil planned", "spil")[-1]
    assert "I won't send you anything" in read(told)
