"""Names of columns in lists of actions, English and Dutch: as people write them, and as Jira, Planner, To Do,
Outlook, Project, Trello, Notion, Asana, Todoist and Google Sheets export them."""

import re
from collections.abc import Mapping
from enum import StrEnum


class Role(StrEnum):
    """The part of an action that a column holds."""

    due = "due"
    owner = "owner"
    text = "text"
    done = "done"
    """Whether it is done, or when it was."""
    none = "none"
    """Nothing of ours."""


def _phrases(text: str) -> list[str]:
    return [phrase.strip() for phrase in text.split("|")]


ACTIONS = _phrases(
    "action item|action items|action point|action points|actiepunt|actiepunten|action|actions|actie|acties"
    "|task name|taaknaam|task title|taaktitel|task|tasks|taak|taken|what|wat|todo|to do|to-do|todos|card name"
    "|kaartnaam|what to do|te doen|wat te doen|work item|werkzaamheden|item|item name"
)
SUBJECTS = _phrases(
    "summary|samenvatting|issue|title|titel|activity|activiteit|subject|onderwerp|content|inhoud|text|tekst"
)
"""These head a list of anything, of actions where somebody says so."""
NAMES = _phrases("name|naam")
"""Of the action where another column holds its owner."""
DESCRIPTIONS = _phrases("description|omschrijving|beschrijving")
OWNERS = _phrases(
    "assignee|assignees|assigned to|toegewezen aan|toegewezene|assigned|toegewezen|assign|owner"
    "|action owner|owners|eigenaar|actiehouder|actiehouders|action holder|responsible|responsible person"
    "|person responsible|verantwoordelijke|verantwoordelijken|verantwoordelijk|trekker|trekkers"
    "|actienemer|who|wie|by whom|door wie|action by|actie door"
    "|by|door|res|resp|lead|verantw|uitvoerder|uitvoering|uitvoering door|afdoening door"
    "|resource names|resourcenamen|members|leden|person|persoon|people|personen"
)
DUES = _phrases(
    "due date|due|due on|due by|deadline|vervaldatum|streefdatum|einddatum|target date|when|wanneer"
    "|by when|timescale|timeframe|voor wanneer|termijn|uiterlijk|uiterste datum|opleverdatum|end date|end"
    "|finish|finish date|einde|afdoening voor|date|datum"
)
READY = _phrases("datum gereed|gereed op|gereed|klaar|klaar op|ready|ready by")
"""When it is to be ready; beside a column of dates, whether it is."""
STATES = _phrases(
    "status|state|done|completed|complete|progress|voortgang|voltooid|afgerond|afgehandeld|stand|closed"
    "|gesloten|resolved|opgelost|resolution|oplossing|finished|checked|due complete|archived|gearchiveerd"
    "|% complete|percent complete|% completed|% voltooid|percentage voltooid|completed at|completed on"
    "|completed date|date completed|completion date|closed date|date closed|done date|done on"
    "|resolution date|voltooid op|afgerond op|datum afgerond|datum voltooid|voltooiingsdatum|list name"
    "|lijstnaam|section/column"
)
OTHERS = frozenset(
    """id key sleutel nr no number nummer volgnr code created create creation gemaakt aangemaakt
    aanmaakdatum start begin begindatum startdatum started gestart updated modified last gewijzigd
    laatst viewed reporter author creator requester aanvrager melder raised reported added toegevoegd url
    link type soort priority prioriteit prio label labels tag tags bucket board bord list lijst section sectie
    project parent bovenliggende email e-mail mail reminder herinnering lang timezone duration duur
    indent late recurring note notes notities opmerking opmerkingen toelichting checklist comment
    comments component components votes sprint epic estimate points security environment category
    categorie attachment attachments by door actual besproken vergadering meeting bron source
    besluit decision""".split()
)
"""Words of columns that hold nothing of ours: the day on which it was raised is no due date."""
_SAY_NOTHING = frozenset("by door end people item to-do card".split())
"""In a longer name."""
_PART, GENERAL = 1000, 2000
"""Ranks behind all names as a whole: of a longer name that holds one, and of one that may be anything."""
LONGEST, WORDS = 40, 5
"""Characters and words of a column's name."""


def _ranks() -> Mapping[str, Mapping[Role, int]]:
    ranks: dict[str, dict[Role, int]] = {}
    texts = [*ACTIONS, *SUBJECTS, *NAMES, *DESCRIPTIONS]
    named = ((Role.due, DUES), (Role.owner, OWNERS), (Role.done, [*READY, *STATES]), (Role.text, texts))
    for role, labels in named:
        for rank, label in enumerate(labels):
            ranks.setdefault(label, {})[role] = rank
    for role, labels in ((Role.due, READY), (Role.owner, NAMES)):
        for label in labels:
            ranks[label][role] = GENERAL
    return ranks


RANKS = _ranks()
"""By a column's name what it may hold, the surest with the lowest rank."""
OF_ACTIONS = frozenset([*ACTIONS, *DESCRIPTIONS])
"""These head a list of actions wherever it stands."""
_ASIDE = re.compile(r"\s*[\[(][^()\[\]]*[\])]")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def label_of(cell: str) -> str:
    """`Due date (dd-mm):`, `due_date` and `DueDate` are `due date`; empty for what is no column's name."""
    name = _CAMEL.sub(" ", _ASIDE.sub("", cell[: LONGEST + 1]).replace("_", " ")).strip(" ?:.*#/'\"").lower()
    words = name.split()
    return " ".join(words) if len(cell) <= LONGEST and len(words) <= WORDS else ""


def ranks_of(label: str) -> Mapping[Role, int]:
    """What a column of this name may hold; of a longer name, what its words tell."""
    words = label.split()
    if label in RANKS or len(words) < 2 or is_other(label):
        return RANKS.get(label, {})
    telling = [RANKS[word] for word in words if word in RANKS and word not in _SAY_NOTHING]
    for role in Role:
        if told := [ranks[role] for ranks in telling if role in ranks]:
            return {role: _PART + min(told)}
    return {}


def is_other(label: str) -> bool:
    """Whether it names a column that holds nothing of ours."""
    return label not in RANKS and not OTHERS.isdisjoint(label.split())
