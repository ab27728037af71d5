"""What happens in both projects before and while everything is tried, so that there is something to try."""

import re
from datetime import UTC, datetime, timedelta
from io import BytesIO
from itertools import chain

import docx

from bot.action_items import change
from bot.action_items.model import ActionItem, ActionItems
from bot.core import records
from bot.core.context import in_project, show
from bot.decisions.noun import DECISION, decide
from bot.meetings.model import Meeting, Meetings
from bot.meetings.noun import MEETING
from bot.minutes.notifications import concept
from bot.minutes.noun import MINUTES
from bot.minutes.parts import ModelReading
from bot.polls.ask import propose as suggest
from bot.polls.noun import POLL
from bot.projects.set_up import propose, version
from bot.sandbox.person import Person
from bot.sandbox.state import TEAM_ID
from tests.kit.nouns import reworded
from tests.kit.who_may.building import OUTSIDERS, PLACES, Building, Place, set_up
from tests.kit.who_may.telling import inbox, typed, unseen
from tests.kit.who_may.walking import Walk

LATER = datetime(2026, 12, 14, 8, tzinfo=UTC)
"""A Monday, at the hour of mornings."""
NIGHT = LATER - timedelta(hours=9)
SOON = datetime(2026, 12, 4, 12, 50, tzinfo=UTC)
OVER = datetime(2026, 12, 4, 14, tzinfo=UTC)
DONE = 6
"""The item that is done."""


def say(building: Building, place: Place, kind: str, line: str) -> None:
    """Somebody types a command, `@kind` being that person of the place, `%kind` their name alone, and all is
    done that follows."""
    who = building.user(kind, place)
    line = re.sub(r"@(\w+)", lambda found: f"@{building.user(found[1], place).name}", line)
    line = re.sub(r"%(\w+)", lambda found: building.user(found[1], place).name, line)
    building.slack.person(who.name).command(line.replace("SECRET", place.secret), place.name)
    building.settle()


def begin(building: Building, walk: Walk) -> None:
    """Who sets up a project: tried where there is none; then there is one, and two people leave it."""
    building.meet()
    empty = building.keep()
    walk.outsiders = ("sponsor", "colleague", "guest", "stranger")  # the others are still there
    for place in PLACES:
        building.heard.clear()
        say(building, place, "manager", "/spil action call the office")
        found = walk.look(place, building.heard)
        walk.press_all(place, found, only=("projects.set_up", "projects.more", "projects.new"))
    building.go_back(empty)
    building.heard.clear()
    walk.outsiders = OUTSIDERS
    for place in PLACES:
        set_up(building, place)
    building.meet()
    for place in PLACES:
        for line in ("@left SECRET of who left", "@gone SECRET of who is gone", "@left SECRET and another"):
            say(building, place, "raiser", f"/spil action {line} 2026-11-27")
        building.slack.remove_member(place.name, f"left-{place.name}")
        building.slack.deactivate(f"gone-{place.name}")
    building.settle()
    building.before = [*building.heard]


SEEDS = (
    ("raiser", "/spil action @owner SECRET one 2026-11-27"),
    ("raiser", "/spil action @owner SECRET two 2026-11-27"),
    ("raiser", "/spil action @member SECRET three 2026-11-27"),
    ("raiser", "/spil action done 6"),
    ("raiser", "/spil action @owner SECRET six 2026-11-27"),
    ("raiser", "/spil action wait 7 for 4"),
    ("raiser", "/spil action SECRET seven"),
    ("raiser", "/spil action SECRET eight by 03/04"),
    ("raiser", "/spil action @owner SECRET one"),
    ("raiser", "/spil action due 4 03/04"),
    *(("owner", f"/spil action due 5 {day} December because SECRET") for day in (2, 3, 4)),
    ("raiser", "/spil action @owner SECRET every 2nd friday"),
    ("raiser", "/spil action lines"),
    (
        "raiser",
        "/spil action\nSECRET by 03/04\n" + "\n".join(f"@owner SECRET line {each}" for each in range(41)),
    ),
    ("raiser", "/spil decision SECRET one because SECRET, inform @owner"),
    ("raiser", "/spil decision SECRET two, rejected: SECRET"),
    ("raiser", "/spil meeting SECRET review with @owner https://meet.example/1 2026-12-04 14:00"),
    ("raiser", "/spil poll SECRET poll with @owner @member: 2026-12-18 09:00, 2026-12-18 13:00"),
    ("raiser", "/spil meeting poll SECRET unclear with @owner: someday"),
    ("raiser", "/spil meeting SECRET unclear with @owner 03/04 at 5"),
    ("raiser", "/spil meeting SECRET moments with @owner next week"),
    (
        "raiser",
        "/spil minutes ACTION: @owner - SECRET call the office - friday\nPresent: @owner\n"
        "SECRET budget of 12 May\nCONFIDENTIAL: @member\nSECRET of a few",
    ),
    ("owner", "/spil away 22 dec - 2 jan, deputy @member"),
    ("owner", "/spil away 03/04 - 05/04"),
    ("owner", "/spil calendar https://10.0.0.1/SECRET.ics"),
    ("owner", "/spil planned"),
    ("owner", "/spil reminders"),
    ("owner", "/spil calendar"),
    ("owner", "/spil calendar"),
    ("member", "/spil digest"),
    ("member", "/spil project"),
    ("raiser", "/spil action %owner, SECRET by name"),
)


def tell(building: Building, walk: Walk, place: Place) -> None:
    """All that happens in the project, then all that is typed there; each is tried, with what it shows."""
    for kind, line in SEEDS:
        say(building, place, kind, line)
    said = talk(building, place)
    fill(building, place)
    decline(building, place)
    building.meet()
    found = walk.look(place, [*building.before, *building.heard])
    heard = [inbox(building, walk.registry, place, *said), unseen(building, place)]
    for entry in [*typed(building, walk, place), *chain.from_iterable(heard)]:
        found += walk.try_all(entry)
    walk.press_all(place, found)


def talk(building: Building, place: Place) -> tuple[str, str]:
    """Said, pinned, sent and unclear; the message that an item was made of, and one that nobody did."""
    raiser, owner = person(building, "raiser", place), building.user("owner", place).name
    said = raiser.say(f"@{owner} {place.secret} in a message 2026-11-27", place.name)
    raiser.react(said, "pushpin")
    source = raiser.say(f"@spil action @{owner} {place.secret} mentioned 2026-11-27", place.name)
    raiser.say("@spil what about the painter?", place.name)
    raiser.say("@spil action", place.name)
    raiser.say(f"@spil action\n{place.secret} by two lines\n{place.secret} and another", place.name)
    plain = raiser.say("somebody should paint the door", place.name)
    building.settle()
    raiser.edit(source, f"@spil action @{owner} {place.secret} mentioned anew 2026-11-27")
    rows = f"action,who\n{place.secret} row,{owner}\n"
    concept = next(each for each in raiser.dm() if "minutes.send" in str(each.blocks))
    raiser.click(concept, "minutes.send")
    building.settle()
    say(building, place, "owner", "/spil minutes correct 1 SECRET remark")
    tasks = "ACTION: SECRET call the office\nACTION: SECRET dated by next sprint\n"
    tasks += "\n".join(f"ACTION: SECRET task {each}" for each in range(6))
    say(building, place, "raiser", f"/spil minutes ACTION: Karel - SECRET of somebody\n{tasks}")
    say(building, place, "raiser", "/spil minutes TOPIC: SECRET plan\nACTION: @owner - SECRET to leave out")
    building.settle()
    task = f"{place.secret} to leave out"
    concept = next(each for each in raiser.dm() if task in str(each.blocks))
    raiser.overflow(concept, "Leave out", task)
    person(building, "manager", place).say("", "spil", files={"style.docx": as_docx(f"{place.secret} style")})
    raiser.say("", "spil", files={"rows.csv": rows.encode(), "notes.txt": f"{place.secret} notes".encode()})
    raiser.say("", place.name, files={"meeting notes.txt": f"ACTION: {place.secret} of a file".encode()})
    raiser.say_dm("action call the office friday")
    building.settle()
    return source.ts, plain.ts


def as_docx(text: str) -> bytes:
    made, content = docx.Document(), BytesIO()
    made.add_paragraph(text)
    made.save(content)
    return content.getvalue()


def fill(building: Building, place: Place) -> None:
    """So many items, and so much of one, that lists have pages."""
    project, raiser = building.projects[place.name], building.user("raiser", place).id
    with building.spil.storage.unit_of_work() as uow:
        who, now = uow.people.get(TEAM_ID, raiser), building.slack.clock.now()
        assert who is not None
        for _ in range(7):
            change.reopen(in_project(uow, now, who, project), DONE)
            change.finish(in_project(uow, now, who, project), DONE)
        for _ in range(25):
            number = uow.next_number(project, "action_items")
            about = {"project_id": project, "number": number, "raised_by": raiser, "raised_at": now}
            uow.of(ActionItems).add(ActionItem.model_validate({**about, "text": f"{place.secret} {number}"}))
        ctx = in_project(uow, now, who, project)
        for number in range(25):
            decide(ctx, text=f"{place.secret} decided {number}")
        for number in range(25):
            title = f"{place.secret} met {number}"
            records.create(ctx, MINUTES, title=title, held_on=now.date(), author=raiser, raised_at=now)
        asked = ModelReading(parts=2).model_dump(mode="json")
        about = {"title": f"{place.secret} read", "held_on": now.date(), "author": raiser, "raised_at": now}
        minutes = records.create(ctx, MINUTES, **about, by_model=asked)
        show(ctx, concept(ctx, minutes, raiser), "asked")
        for number in range(14):
            reworded(ctx, DECISION, 1, f"{place.secret} one {number}")
            reworded(ctx, MEETING, 1, f"{place.secret} review {number}")
            reworded(ctx, MINUTES, 5, f"{place.secret} met {number}")
            reworded(ctx, POLL, 1, f"{place.secret} poll {number}")
        owner = uow.people.get(TEAM_ID, building.user("owner", place).id)
        assert owner is not None
        suggest(in_project(uow, now, owner, project), 1, datetime(2026, 12, 17, 10))
        for number in range(2, 27):
            assert uow.next_number(project, MEETING.name) == number
            uow.of(Meetings).add(held_later(place, project, number, raiser, now))
        propose(ctx, ctx.project.settings.model_copy(update={"retention_days": 90}), version(ctx))
    building.settle()


def decline(building: Building, place: Place) -> None:
    """Who is asked can't come to one, asks for another time of a second; and a series begins."""
    owner = person(building, "owner", place)
    for title in ("without", "instead"):
        say(building, place, "raiser", f"/spil meeting SECRET {title} with @owner 2027-01-08 10:00")
        building.settle()
        asked = next(each for each in owner.dm() if f"{place.secret} {title}" in str(each.blocks))
        owner.click(asked, "meetings.answer/no")
    building.settle()
    owner.click(next(each for each in owner.dm() if each.ts == asked.ts), "meetings.apology/time")
    owner.fill({"day": "2027-01-11", "at": "10:00", "reason": f"{place.secret} elsewhere"})
    owner.submit()
    say(building, place, "raiser", "/spil meeting SECRET standup with @owner every friday 9:30 15m")
    building.settle()


def held_later(place: Place, project: int, number: int, organiser: str, now: datetime) -> Meeting:
    return Meeting(
        project_id=project,
        number=number,
        title=f"{place.secret} {number}",
        organiser=organiser,
        people=[organiser],
        starts=datetime(2027, 1, 5, 10),
        zone="UTC",
        raised_at=now,
    )


def type_along(building: Building, place: Place) -> None:
    """In the thread of the meeting that begins soon."""
    raiser = person(building, "raiser", place)
    card = next(each for each in raiser.sees(place.name) if "· M-1" in each.words())
    raiser.say(f"ACTION: {place.secret} typed along", place.name, card.ts)
    building.settle()


def person(building: Building, kind: str, place: Place) -> Person:
    return building.slack.person(building.user(kind, place).name)


def later(building: Building, walk: Walk) -> None:
    """Ten minutes before a meeting, after it, at night, and the morning after: what is late is asked about,
    and what waited or was put off comes."""
    for moment in (SOON, OVER, NIGHT, LATER):
        building.heard.clear()
        building.set_clock(moment)
        for place in PLACES if moment == SOON else ():
            check_by_chair(building, place)
        for place in PLACES if moment == NIGHT else ():
            say(building, place, "raiser", "/spil action @owner SECRET of the night 2027-01-08")
        for place in PLACES if moment == SOON else ():
            type_along(building, place)
        shown, then = [*building.heard], building.keep()
        for found in [(place, walk.look(place, shown)) for place in PLACES]:
            walk.press_all(*found)
        building.go_back(then)  # what was pressed last may have turned something off


def check_by_chair(building: Building, place: Place) -> None:
    """From now on the chair looks at minutes first: at one of two that are written."""
    with building.spil.storage.unit_of_work() as uow:
        project = uow.projects.get(building.projects[place.name])
        assert project is not None
        uow.projects.put(project.model_copy(update={"chair_checks": True}))
    raiser = person(building, "raiser", place)
    for task in ("written", "checked"):
        say(building, place, "raiser", f"/spil minutes ACTION: @owner - SECRET {task}")
        building.settle()
    concept = next(each for each in raiser.dm() if f"{place.secret} checked" in str(each.blocks))
    raiser.click(concept, "minutes.to_chair")
    building.settle()
