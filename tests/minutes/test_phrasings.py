"""Phrasings of committees, clubs, projects and classes. All invented."""

import pytest

from bot.minutes.extraction.extract import draft

PEOPLE = "Present: Ann Bell, Bo Ek, Cy Dean\n\n"
Short = tuple[str | None, str]


@pytest.mark.parametrize(
    ("notes", "found"),
    [
        (
            "- AI:\n    - mow the lawn\n    - paint the gate\n- The weather",
            [(None, "mow the lawn"), (None, "paint the gate")],
        ),
        ("- AI: Bo:\n    - mow the lawn\n- The weather", [("Bo", "mow the lawn")]),
        ("## Actions\n- Bo: paint the gate\n### Resolved\n- Cy: mow the lawn", [("Bo", "paint the gate")]),
        (
            "Actions\n\n(Bo) call the painter\n\n(Cy) mow the lawn",
            [("Bo", "call the painter"), ("Cy", "mow the lawn")],
        ),
        ("## Actions\n- Bo: paint the gate\n  - Update: half is done", [("Bo", "paint the gate")]),
        ("## Decisions\n- The gate is green\n- Bo: call the painter", [("Bo", "call the painter")]),
        ("## Decisions\n- The gate is green\n- Bo to call the painter", [("Bo", "call the painter")]),
        ("## Agenda\n- The gate\n  - Bo will call the painter", [("Bo", "call the painter")]),
        ("## Agenda\n- The gate\n- Next steps\n- Closing", []),
        ("Bo to work on:\n- the gate\n- the lawn", [("Bo", "the gate"), ("Bo", "the lawn")]),
        ("Tasks for next week:\n- paint the gate", [(None, "paint the gate")]),
        ("## Action points for next week (board)\n- paint the gate", [(None, "paint the gate")]),
        ("## Tasks 🔨\n- paint the gate", [(None, "paint the gate")]),
        ("It was agreed that Bo would call the painter.", [("Bo", "call the painter")]),
        ("The consensus was that Bo will call the painter.", [("Bo", "call the painter")]),
        ("The Parish Clerk will write to the school.", [("The Parish Clerk", "write to the school")]),
        ("Cy asked Bo to call the painter.", [("Bo", "call the painter")]),
        ("The gate is still grey – Bo to call the painter", [("Bo", "call the painter")]),
        ("The gate is still grey: Bo will call the painter", [("Bo", "call the painter")]),
        ("ACTION (Bo) call the painter", [("Bo", "call the painter")]),
        ("For Bo: call the painter", [("Bo", "call the painter")]),
        ("- Bo: please call the painter", [("Bo", "call the painter")]),
        (
            "A visit will be organised by Bo and put on the site.",
            [("Bo", "A visit will be organised and put on the site")],
        ),
        ("De schilder wordt door Bo gebeld.", [("Bo", "De schilder wordt gebeld")]),
        ("Er wordt door Bo gevraagd of de hal vrij is.", []),
        ("The meeting will be chaired by Bo.", []),
        ("Cy zegt dat de hal wordt beschreven door Bo.", []),
        ("The gate would be mended and Bo is to buy a new lock.", [("Bo", "buy a new lock")]),
        ("It was agreed that Bo should call the painter.", [("Bo", "call the painter")]),
        ("Bo offered to call the painter.", [("Bo", "call the painter")]),
        ("Bo was given the task to call the painter.", [("Bo", "call the painter")]),
        ("Bo en Cy kregen de opdracht een brief te schrijven.", [("Bo en Cy", "een brief schrijven")]),
        ("Bo and Cy still to have a talk about the gate.", [("Bo and Cy", "have a talk about the gate")]),
        ("De hal is klaar, Bo en Cy sturen de sleutels op.", [("Bo en Cy", "sturen de sleutels op")]),
        (
            "**2 days before the meeting**\n\n- [ ] Create a link\n\n## Gate\n\n- [ ] Paint it red",
            [(None, "Paint it red")],
        ),
        ("## During the meeting\n\n- [ ] Take attendance", []),
        (
            "## Acties\n- 20230412 Punt blijft staan\n- 20230413 Punt blijft staan, Bo belt de schilder",
            [("Bo", "belt de schilder")],
        ),
        (
            "| Name | Assigned to | Deadline | Notes |\n|--|--|--|--|\n| New gate | Bo | 3 May | Red |",
            [("Bo", "New gate")],
        ),
        ("| Name | Role | Since |\n|--|--|--|\n| Bo Ek | Chair | 3 May |", []),
        ("Bo said that he would call the painter.", [("Bo", "call the painter")]),
        ("The gate is grey. TODO: paint it green", [(None, "paint it green")]),
        ("Cy: Is it grey?\nBo: Will paint it green.\nCy: Good.\nBo: Yes.", [("Bo", "paint it green")]),
        ("Cy: It is grey.\nBo: Right, I'll paint it green.\nCy: Good.\nBo: Yes.", [("Bo", "paint it green")]),
        ("Cy: Who comes?\nBo: Will do those.\nCy: Good.\nBo: Yes.", []),
        (
            "## Actions\n- **Mow** - Assigned to: Bo Ek (as before) - Due: Friday - Priority: High",
            [("Bo Ek", "Mow")],
        ),
        (
            "## Actions\n- Paint the gate - Assigned to: Garden team - Priority: Low",
            [("Garden team", "Paint the gate")],
        ),
        ("## Actions\n- Buy tins (Oak, Red, Snow)", [(None, "Buy tins (Oak, Red, Snow)")]),
        ("* **Action items or follow-ups:** Paint the gate", [(None, "Paint the gate")]),
        (
            "Type | Description | Owner\n--- | --- | ---\nT | Paint | Bo\nI | It rains | -\nD | No lawn | Cy",
            [("Bo", "Paint")],
        ),
        (
            "- call the painter (Fay)\n- mow the lawn (Fay)",
            [("Fay", "call the painter"), ("Fay", "mow the lawn")],
        ),
        (
            "People:\n- AX: Fay Axe\n- GK: Gil Kerr\n\n## Actions\n- [ ] AX - mow it\n- [ ] GK - will paint",
            [("AX", "mow it"), ("GK", "will paint")],
        ),
        (
            "- Jo-Ann Fox - paint the gate\n- Fay Axe - mow it",
            [("Jo-Ann Fox", "paint the gate"), ("Fay Axe", "mow it")],
        ),
        ("### Next week goals:\n\n- paint the gate\n- mow", [(None, "paint the gate"), (None, "mow")]),
        ("## Follow-up garden talks\n\nThe gate is grey.", []),
        (
            "## Actions\n- paint the gate\n  - Task owner: Bo\n- mow the lawn\n  - Cy\n- call the club",
            [("Bo", "paint the gate"), ("Cy", "mow the lawn"), (None, "call the club")],
        ),
        ("## Completed tasks (from before)\n- paint the gate\n- mow the lawn", []),
        (
            "Task Assignments:\n- paint the gate - Bo\n- mow the lawn - Cy",
            [("Bo", "paint the gate"), ("Cy", "mow the lawn")],
        ),
        ("## Key actions\n1. **All Members:** mow the lawn", [("All Members", "mow the lawn")]),
        ("## Planning for next steps\n- The gate is due on 3 May", []),
        ("PRESENT (two): Bo Ek (BE), and Cy Dean (CD). Clerk: Al Fox In attendance: four of the public.", []),
        ("- Group is full", []),
        ("- Update on the gate (Bo)", []),
        ("- Outreach to invite more clubs", []),
        ("- AP (letters and calls) goes well", []),
    ],
)
def test_who_will_do_what_is_found(notes: str, found: list[Short]) -> None:
    assert [(item.owner, item.text) for item in draft(PEOPLE + notes).actions] == found


@pytest.mark.parametrize(
    ("notes", "found"),
    [
        ("The panel agreed to paint the gate.", ["paint the gate"]),
        ("They agreed to paint the gate.", ["paint the gate"]),
        ("The working group discussed two colours and agreed to paint the gate.", [None]),
        ("Overall consensus was to paint the gate.", ["paint the gate"]),
        ("Bo moved, Cy seconded that the gate be painted.", [None]),
        ("The new colour of the gate passed without dissent.", [None]),
        ("Motion that the gate be painted green. The motion carried.", ["the gate be painted green"]),
        ("Bo seconded with no objections; motion carried", []),
        ("The motion carried unanimously.", []),
        ("**Decision** The gate will be green", ["The gate will be green"]),
        (
            "## Key Decisions Made\n1. **Green gates**: two of them\n2. **Short lawns**: all of them\n"
            "3. **Old sheds**: none of them",
            ["Green gates: two of them", "Short lawns: all of them", "Old sheds: none of them"],
        ),
        ("The Garden Council accepted the green paint.", [None]),
        ("The group voted on and approved the new lawn.", [None]),
        ("The group discussed gate 1.2 at length and decided it had to be green.", [None]),
        (
            "Bo proposed a vote to paint the gate. All in attendance voted unanimously in favor.",
            ["paint the gate"],
        ),
        (
            "Type | Description | Owner\n--- | --- | ---\nT | Mow | Bo\nD | The gate is green | Cy",
            ["The gate is green"],
        ),
    ],
)
def test_what_a_meeting_settled_is_found(notes: str, found: list[str | None]) -> None:
    """None stands for the whole sentence."""
    whole = [each or notes.removesuffix(".") for each in found]
    assert [item.text for item in draft(PEOPLE + notes).decisions] == whole


@pytest.mark.parametrize(
    ("notes", "present", "absent"),
    [
        ("## Introduction of attendees\n\nAnn\n\nBo\n\nCy\n\n## Gate", ["Ann", "Bo", "Cy"], []),
        (
            "#### May 6 Attendees:\n- Ann Bell - Oak Ltd (AB)\n- Bo Ek - Elm (BE)\n\n## Gate\n",
            ["Ann Bell", "Bo Ek"],
            [],
        ),
        (
            "#### May 6 Attendees:\n- Ann Bell - Oak (AB)\n- Bo Ek - Elm\n\nAB: Hm\nBE: So\nAB: Yes\nBE: No",
            ["Ann Bell", "Bo Ek"],
            [],
        ),
        (
            "# Club\n\n- Ann Bell\n- Bo Ek\n- Cy Dean\n\nThe gate is grey.",
            ["Ann Bell", "Bo Ek", "Cy Dean"],
            [],
        ),
        (
            "## Voting member attendance\n- [x] Ann Bell, Oak\n- [ ] Bo Ek, Elm\n- [x] Cy Dean, Ash",
            ["Ann Bell", "Cy Dean"],
            ["Bo Ek"],
        ),
        ("Attendees: Ann Bell, Bo Ek (didn't join), Cy Dean (late)", ["Ann Bell", "Cy Dean"], ["Bo Ek"]),
        ("Members present: Ann, Bo\nMembers remote: Cy\n\nThe gate is grey.", ["Ann", "Bo", "Cy"], []),
        ("Attendees: Ann Bell\nAdditional attendees: Bo Ek\n", ["Ann Bell", "Bo Ek"], []),
        ("Present were: Ann Bell, Bo Ek, \n\nCy Dean.\n\n1. The gate", ["Ann Bell", "Bo Ek", "Cy Dean"], []),
        ("Ann, Bo and Cy attended the weekly meeting on 3 May.", ["Ann", "Bo", "Cy"], []),
        ("Present: “Ann Bell”, “Bo Ek”\nChair: Ann\n", ["Ann Bell", "Bo Ek"], []),
        ("Present: Ann d’Oak, Bo Ek\n", ["Ann d’Oak", "Bo Ek"], []),
        (
            "* Attendees:\n    * Ann Bell\n    * Bo Ek - not present\n* Topics:\n    * Cy Dean",
            ["Ann Bell"],
            ["Bo Ek"],
        ),
        (
            "Present:\n- Cy Dean\n\nApologies:\n- Ann Bell\n\n## Team roles\n\nBo Ek\n",
            ["Cy Dean"],
            ["Ann Bell"],
        ),
        (
            "Meeting Attendees\n    Ann Bell\n    Bo Ek\n    Cy Dean\n\nThe gate",
            ["Ann Bell", "Bo Ek", "Cy Dean"],
            [],
        ),
        ("## Key participants\n- **Ann** - Co-President\n- **Bo** - Treasurer", ["Ann", "Bo"], []),
        (
            "- Secretary: Ann Bell\n- Members: Bo Ek / Cy Dean\n- Apologies: None",
            ["Bo Ek", "Cy Dean", "Ann Bell"],
            [],
        ),
        (
            "**Attendance:** <br>\n&ensp;&ensp; Ann Bell (chair), Bo Ek <br>\n\n### Agenda",
            ["Ann Bell", "Bo Ek"],
            [],
        ),
        ("## Attending\n- Ann Bell\n## Non-voting observers\n- Bo Ek\n", ["Ann Bell", "Bo Ek"], []),
        (
            "## Attendees\n\nThe following new members were present:\n\n- Ann Bell, Oak\n\n"
            "For the garden club:\n\n- Bo Ek, Elm\n",
            ["Ann Bell", "Bo Ek"],
            [],
        ),
    ],
)
def test_who_was_there_is_found(notes: str, present: list[str], absent: list[str]) -> None:
    found = draft(notes)
    assert [*found.attendees] == present
    assert [*found.absent] == absent
