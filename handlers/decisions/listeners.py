"""Decisions in Slack: what is particular to them; all else comes with every noun."""

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from slack_sdk.models.blocks import Block

from bot.core.context import Context, PersonContext
from bot.core.errors import TEXT_LIMIT
from bot.core.jobs import Notice
from bot.core.language import Both
from bot.core.project import Project
from bot.dates.due import parted
from bot.decisions.model import Decision
from bot.decisions.noun import CARD, DECISION, TOLD, VERBS, Decisions, decide, edit
from bot.text.sentences import channel
from bot.texts import Texts
from handlers.records.desk import FullDesk
from handlers.records.forms import new_form, register_all
from handlers.records.notices import card, of_record
from handlers.records.views import lines
from handlers.slack import ui
from handlers.slack.registry import CommandName, Registry
from handlers.slack.reply import Message, Open, Reply
from handlers.slack.request import MENTION, Request, See, Shortcut

FROM_MESSAGE = "decisions.from_message"
WORD = CommandName(
    "decision", "besluit", "Decisions: record, list, replace", "what was decided because … | list | help"
)
AMONG = rf"{MENTION.pattern}(?:(?:\s*[,&+]\s*|\s+)(?:(?:and|en)\s+)?{MENTION.pattern})*"
# A run of such marks is read from its head alone, so that a long one is not begun anew at each of them.
BEHIND = r"(?<![\s,;.–-])[\s,;.–-]+"
INFORM = re.compile(rf"{BEHIND}(?:inform|tell|informeer|vertel(?:\s+aan)?)\s+({AMONG})\s*$", re.IGNORECASE)
BY = re.compile(rf"{BEHIND}(?:decided by|besloten door)\s+({AMONG})\s*$", re.IGNORECASE)
REJECTED = re.compile(rf"{BEHIND}(?:rejected|afgewezen)\s*:\s*(\S.*)$", re.IGNORECASE | re.DOTALL)


def read(request: Request, line: str) -> dict[str, Any]:
    """`we go live because it is ready, rejected: in spring, decided by @tom, inform @priya`."""
    fields: dict[str, Any] = {}
    for name, pattern in (("inform", INFORM), ("decided_by", BY), ("inform", INFORM)):
        found = pattern.search(line)
        if found and name not in fields:
            fields[name] = [mention[1] for mention in MENTION.finditer(found[1])]
            line = line[: found.start()]
    rejected = REJECTED.search(line)
    if rejected:
        fields["rejected"], line = request.plain(rejected[1]), line[: rejected.start()]
    text, because = parted(request.plain(line))
    return {**fields, "text": text.strip(" ,;"), "because": because}


def line(decision: Decision, see: See) -> str:
    short = decision.evolve(text=ui.clip(" ".join(decision.text.split()), 150))
    return see.texts.decision_line(short, see.today, [see.name_of(user) for user in decision.decided_by])


def facts(decision: Decision, see: See) -> list[Block]:
    by, informed = ([see.name_of(user) for user in users] for users in (decision.decided_by, decision.inform))
    reasons = see.texts.decision_reasons(decision)
    told = see.texts.decision_facts(decision, see.today, by, informed)
    return [*([ui.section("\n".join(reasons))] if reasons else []), ui.context(told)]


DESK = FullDesk(
    DECISION,
    WORD,
    VERBS,
    lists=Both("list|find|search", "lijst|zoek|vind"),
    creates=decide,
    edits=edit,
    reads=read,
    title=lambda decision, texts: texts.decision_title(decision),
    line=line,
    facts=facts,
    group=lambda decision, _wanted, see: see.texts.month(decision.decided_on),
    presets=lambda ctx: {"decided_by": [ctx.who.user], "decided_on": ctx.today},
)


def register(registry: Registry) -> None:
    register_all(registry, DESK)
    registry.notice(CARD, card(DESK))
    registry.notice(TOLD, of_record(DECISION, told))
    registry.shortcut(FROM_MESSAGE, Both("Record as decision", "Leg vast als besluit"), from_message)


def from_message(request: Shortcut) -> Reply:
    text = ui.clip(request.plain(str(request.message.get("text", ""))), TEXT_LIMIT)
    return Open(new_form(request, DESK, request.here.project, {"text": text}, request.source))


def told(decision: Decision, see: See, _notice: Notice) -> Message:
    """To who must know, in person, kept as the decision is now."""
    by, project = ", ".join(map(see.name_of, decision.decided_by)), see.ctx.project
    above = see.texts.decision_told(by or project.name, project.channel)
    title = see.texts.decision_title(decision)
    return Message(f"{above} {title}", [ui.context(above), ui.section(title), *facts(decision, see)])


LATEST = timedelta(days=14)
MOST = 5


def in_home(ctx: PersonContext, seen: Sequence[Project], texts: Texts) -> list[Block]:
    """Of the projects that they may see; nothing where nothing was decided lately."""
    projects = {project.id: project for project in seen}
    found = ctx.uow.of(Decisions).latest([*projects], ctx.own_today - LATEST, MOST)
    told = []
    for each in found:
        project = projects[each.project_id]
        see = See(Context(ctx.uow, ctx.now, ctx.who, project), texts)
        told.append(f"{line(each, see)} · {channel(project.channel)}")
    return [ui.header(texts.latest_decisions()), *lines(told)] if told else []
