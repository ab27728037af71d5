"""Lists in notes: of actions, of people, of topics. Meetings and people are invented."""

import pytest

from bot.minutes.extraction.extract import Topic, draft

Short = tuple[str, str | None, str | None]


def actions(notes: str) -> list[Short]:
    return [(item.text, item.owner, item.due) for item in draft(notes).actions]


def test_bullets_under_a_heading_of_actions_are_actions() -> None:
    notes = (
        "## Action items\n* Wendy: order badges – Friday\n* Book the hall (Otis)\n* Tidy the shed\n"
        "\n## Next meeting\n3 June"
    )
    assert actions(notes) == [
        ("order badges", "Wendy", "Friday"),
        ("Book the hall", "Otis", None),
        ("Tidy the shed", None, None),
    ]


def test_a_dutch_list_of_actions_needs_no_bullets_and_ends_at_a_blank_line() -> None:
    notes = (
        "Actiepunten\nJoris – zaal boeken – 3 mei\nFemke: taart regelen, uiterlijk vrijdag\n\n"
        "Rondvraag\nGeen."
    )
    assert actions(notes) == [("zaal boeken", "Joris", "3 mei"), ("taart regelen", "Femke", "vrijdag")]


def test_a_name_over_bullets_owns_them() -> None:
    notes = "Action items:\nWendy:\n- order badges\n- print the map\nOtis:\n- sweep the hall"
    assert [(text, owner) for text, owner, _ in actions(notes)] == [
        ("order badges", "Wendy"),
        ("print the map", "Wendy"),
        ("sweep the hall", "Otis"),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "| Wie | Wat | Wanneer |\n|---|---|---|\n| Joris | Zaal boeken | 3 mei |\n"
        "| Femke | Offerte opvragen | |",
        "Actie | Actiehouder | Streefdatum | Status\nZaal boeken | Joris | 3 mei | open\n"
        "Offerte opvragen | Femke | - |\nVlaggen | Joris | 1 mei | gereed",
        "Wie\tWat\tWanneer\nJoris\tZaal boeken\t3 mei\nFemke\tOfferte opvragen\t",
    ],
)
def test_a_table_of_who_what_and_when_is_read_by_its_columns(table: str) -> None:
    assert actions(table) == [("Zaal boeken", "Joris", "3 mei"), ("Offerte opvragen", "Femke", None)]


def test_the_actions_of_last_time_are_not_proposed_again() -> None:
    assert actions("## Previous action items\n- Wendy to order badges\n\n## Budget\nFine.") == []


def test_a_task_behind_a_name_is_an_action_where_several_are_so_written() -> None:
    notes = "- Wendy: order badges\n- Otis: sweep the hall\n- Weather: fine"
    assert [owner for _, owner, _ in actions(notes)] == ["Wendy", "Otis"]


@pytest.mark.parametrize(
    "notes",
    [
        "Present: Wendy Holt, Otis Lane (chair), Pip\nRegrets: Max",
        "## Attendees\n* Wendy Holt\n* [Otis Lane](https://example.org/otis)\n* Pip (scribe)\n\n"
        "## Absent\n* Max\n\n## Fair",
        "Aanwezig: Wendy Holt, Otis Lane en Pip. Afwezig: Max.",
        "Notulen 3 mei. Aanwezig: Wendy Holt, Otis Lane en Pip.",
        "present+ Wendy Holt, Otis Lane, Pip, Max\nregrets+ Max",
        "Deelnemers:\nWendy Holt\nOtis Lane\nPip\n\nAfwezig met kennisgeving:\nMax\n",
        "Attendees: Wendy Holt; Otis Lane; Pip. Apologies: Max.",
        "Attendees:\tWendy Holt\tOtis Lane\tPip\nApologies:\tMax",
        "Deelnemers | Wendy Holt | Otis Lane | Pip",
        "Deelnemers: Wendy Holt • Otis Lane • Pip; afwezig: Max",
        "Present:   Wendy Holt   Otis Lane   Pip",
        "In attendance:\n\tWendy Holt\n\tOtis Lane\n\tPip\nAbsent: Max",
        "Participants:\nWendy Holt, Otis Lane and Pip\n\nAction: Max to sweep the hall",
    ],
)
def test_those_present_are_read_from_every_usual_form_without_the_absent(notes: str) -> None:
    assert draft(notes).attendees == ("Wendy Holt", "Otis Lane", "Pip")


def test_between_semicolons_a_last_name_may_stand_first() -> None:
    assert draft("Attendees: Holt, Wendy; Lane, Otis").attendees == ("Wendy Holt", "Otis Lane")


@pytest.mark.parametrize(
    "notes",
    [
        "Present: Wendy\nApologies: Max\n\nMax will send the plan by Friday",
        "Aanwezig: Wendy, Otis (voor Max)\n\nMax zal het plan sturen uiterlijk vrijdag",
    ],
)
def test_who_is_absent_or_stood_in_for_can_be_given_work(notes: str) -> None:
    assert [owner for _, owner, _ in actions(notes)] == ["Max"]


def test_full_names_in_brackets_in_the_opening_are_those_present() -> None:
    notes = "Notulen\n\nHet bestuur (Joris van der Molen, Femke Postma en Ali Demir) kwam bijeen."
    assert draft(notes).attendees == ("Joris van der Molen", "Femke Postma", "Ali Demir")


def test_topics_are_headings_and_topic_lines_without_the_furniture_of_minutes() -> None:
    notes = (
        "# Fair committee\n\n## Present\n- Wendy\n\n## 1. Budget\nFine.\n\n## 2. Sign\nOld.\n\n"
        "## Action items\n- none"
    )
    assert [topic.title for topic in draft(notes).topics] == ["Budget", "Sign"]
    assert draft("<ann> #topic Budget\n<bo> hm").topics == (Topic("Budget", 1, "bo: hm", (1, 2)),)
    assert draft("TOPIC: Budget\nfine\nOnderwerp: Bord\n").topics == (
        Topic("Budget", 1, "fine", (1, 2)),
        Topic("Bord", 3, "", (3,)),
    )


def test_numbered_lines_with_text_below_are_topics_and_what_is_told_apart_is_none() -> None:
    notes = "Present: Ann\n1. Budget\nThe hall is dear.\n\n3. Sign\nOld.\n4. Parking lot\n- a new website\n"
    assert draft(notes).topics == (
        Topic("Budget", 2, "The hall is dear.", (2, 3)),
        Topic("Sign", 5, "Old.", (5, 6)),
    )
    assert draft("Actiepunten\n1. Ann belt Bo\n2. Bo belt Ann\n").topics == ()


def test_an_agenda_gives_the_topics_where_nothing_else_does() -> None:
    assert [topic.title for topic in draft("Agenda: budget, sign\n").topics] == ["budget", "sign"]
    assert [topic.title for topic in draft("Agenda\n1. Opening\n2. Begroting\n\nTekst.").topics] == [
        "Opening",
        "Begroting",
    ]
