"""Digests in Slack: the command, who gets them, and how they look."""

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import NamedTuple, TypeVar

from slack_sdk.models.blocks import Block, ButtonElement

from bot.action_items.model import ActionItem
from bot.core.context import Context, by_clock
from bot.core.errors import UnknownWord
from bot.core.jobs import Notice
from bot.core.language import Language
from bot.core.ports import UnitOfWork
from bot.core.project import Project
from bot.decisions.model import Decision
from bot.digests import digest as digests
from bot.digests.digest import made
from bot.digests.model import Digest, Section
from bot.digests.periods import asked_for
from bot.meetings.model import Meeting
from bot.people.hours import absences_of, wants
from bot.people.preferences import Rule
from bot.text.sentences import bold
from bot.texts import Texts
from handlers.action_items.views import away_line, short
from handlers.people.why import IN_MESSAGE, OFF
from handlers.slack import ui
from handlers.slack.help import HELP, one_command
from handlers.slack.registry import CommandName, Registry
from handlers.slack.reply import TEXT, Message, Replace, Reply, Say
from handlers.slack.request import Click, Command, names
from handlers.slack.subcommands import nearest

WORD = CommandName(
    "digest", "overzicht", "What changed, what is late and what comes next", "[since …]", also=("status",)
)
STATUS = re.compile(
    r"how(?: is|'?s| s| are) .*(?:going|doing|project)(?: .*)?|are we on track(?: .*)?"
    r"|what(?: has| ?'?s)? (?:happened|changed|new)(?: .*)?"
    r"|wat is er (?:.* )?(?:gebeurd|veranderd|nieuw)(?: .*)?"
    r"|(?:(?:what is|what'?s|what s) the |wat is de )?(?:status|stand van zaken)(?: .*)?"
    r"|hoe (?:staat|gaat|loopt|ging|liep|stond) (?:het|de|ons)(?: .*)?|hoe ver (?:zijn|staan) we(?: .*)?"
)
"""A question that it answers."""
POST = "digests.post"
MOST = 10
"""Lines of one section."""
DECISION = 200
"""Characters of its text."""
ALL_LINES = 11_000
"""Characters of all sections together, of the 13,200 that a message holds with everything around them."""
LINE = 600
"""Characters of one line, escapes included."""
FIRST = (Section.decide, Section.overdue, Section.due, Section.unowned, Section.new)
"""Of these an item stands in the first alone."""
AWAY = (Section.decide, Section.overdue)
"""Sections that tell that an owner is away."""
Value = TypeVar("Value")


def register(registry: Registry) -> None:
    registry.command(WORD, partial(command, registry))
    registry.click(POST, posted)
    registry.notice(digests.HEADLINE, headline)
    registry.notice(digests.DETAIL, detail)
    registry.notice(digests.SPONSOR, headline)
    registry.rows[digests.SPONSOR] = sponsor_row


def command(registry: Registry, request: Command) -> Reply:
    text = request.plain(request.text)
    if text.lower() in HELP:
        return Say(one_command(registry, WORD, request.texts))
    ctx = request.here
    digest, asked = _asked(ctx, text)
    if text and not asked and not STATUS.fullmatch(text.lower().rstrip(" ?!.")):
        raise UnknownWord(text, nearest(text, HELP), request.typed)
    return Say(in_person(ctx, digest, request.texts, asked=asked))


def _asked(ctx: Context, text: str) -> tuple[Digest, bool]:
    """Of the period that a text names, or of the present; and whether it names one."""
    period = asked_for(text, ctx.now, ctx.project.zone, dict.fromkeys([ctx.who.language, *Language]))
    return (made(ctx, *period) if period else digests.up_to(ctx)), period is not None


def headline_asked(ctx: Context, text: str, texts: Texts) -> str:
    """Of one of several projects: its title and what asks for attention."""
    digest, asked = _asked(ctx, text)
    return "\n".join(
        (texts.digest_title(ctx.project.name, digest.period, asked=asked), *summary(digest, texts))
    )


def posted(request: Click) -> Reply:
    project_id, _, period = request.value.partition(":")
    since, until = map(datetime.fromisoformat, period.split("/"))
    ctx = request.of(int(project_id))
    digests.post_now(ctx, since, until)
    return Replace(in_person(ctx, digests.made(ctx, since, until), request.texts, posted=True))


def headline(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    found = _made(uow, notice, now)
    return headline_of(found[0].project, found[1], texts) if found else None


def headline_of(project: Project, digest: Digest, texts: Texts) -> Message:
    said = [texts.digest_title(project.name, digest.period), *summary(digest, texts)]
    return Message("\n".join(said), [ui.section("\n".join(said)), _footer(digest, texts, threaded=True)])


def sponsor_row(
    uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime, _open: ButtonElement | None
) -> list[Block]:
    """In the sponsor's morning message; nothing to who is it no more, or turned it off."""
    found, sponsor = _made(uow, notice, now), uow.people.get(notice.team, notice.to)
    stays = sponsor is not None and wants(uow, sponsor, Rule.sponsor)
    if found is None or not stays or found[0].project.sponsor != notice.to:
        return []
    return [for_sponsor(found[0].project, found[1], texts)]


def detail(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    found = _made(uow, notice, now)
    return detail_of(*found, texts) if found and found[1] else None


def detail_of(ctx: Context, digest: Digest, texts: Texts) -> Message:
    return _message(_told(ctx, digest, texts), [])


def _made(uow: UnitOfWork, notice: Notice, now: datetime) -> tuple[Context, Digest] | None:
    project = uow.projects.get(notice.about["project"])
    if project is None:
        return None
    since, until = (datetime.fromisoformat(notice.about[end]) for end in ("since", "until"))
    ctx = by_clock(uow, now, project)
    return ctx, made(ctx, since, until)


class Part(NamedTuple):
    section: Section
    total: int
    lines: list[str]
    """Of the first of them: more than are ever shown would be made for nothing."""


def summary(digest: Digest, texts: Texts) -> list[str]:
    """What asks for attention and what was decided, a line each."""
    decided = texts.digest_decided(digest.decisions)
    return [texts.digest_headline(digest.counts, digest.period), *([decided] if decided else [])]


def for_sponsor(project: Project, digest: Digest, texts: Texts) -> Block:
    """The headline, and beneath it each decision once; with the button by which it comes no more."""
    period, decisions = digest.period, digest.decisions[:MOST]
    lines = [texts.digest_title(project.name, period), texts.digest_headline(digest.counts, period)]
    lines += [bold(texts.digest_section(Section.decisions, period))] if decisions else []
    lines += [f"• {texts.digest_decision(_shortened(each))}" for each in decisions]
    off = ui.button(texts.off(), action=f"{OFF}/{IN_MESSAGE}", value=Rule.sponsor)
    return ui.section("\n".join(lines), accessory=off)


def in_person(
    ctx: Context, digest: Digest, texts: Texts, *, posted: bool = False, asked: bool = False
) -> Message:
    """Headline and _detail in one, with the button that posts them."""
    title = texts.digest_title(ctx.project.name, digest.period, asked=asked)
    footer = _footer(digest, texts)
    if not digest:
        return _message([title, texts.digest_empty()], [footer])
    value = f"{ctx.project.id}:{digest.period.since.isoformat()}/{digest.period.until.isoformat()}"
    end = (
        ui.context(texts.digest_posted())
        if posted
        else ui.actions(ui.button(texts.digest_post(), action=POST, value=value))
    )
    said = f"{title}\n{texts.digest_headline(digest.counts, digest.period)}"
    return _message([said, *_told(ctx, digest, texts)], [footer, end])


def _footer(digest: Digest, texts: Texts, *, threaded: bool = False) -> Block:
    coming = None if Section.coming in digest.meetings and not threaded else digest.next_meeting
    told = texts.digest_footer(digest.counts, digest.period, coming, threaded=threaded)
    it = digest.in_time
    in_time = [texts.minutes_on_time(*it, digest.period.today)] if it and it.due else []
    return ui.context("\n".join((told, *in_time)))


def _message(sections: Sequence[str], end: Sequence[Block]) -> Message:
    return Message(ui.clip_marked("\n\n".join(sections), TEXT), [*map(ui.section, sections), *end])


def _told(ctx: Context, digest: Digest, texts: Texts) -> list[str]:
    """One text a section, all of them together no longer than a message holds."""
    parts = [part for part in _parts(ctx, digest, texts) if part.lines]
    room = min(ui.SECTION, ALL_LINES // max(1, len(parts)))
    return [_section(part, digest, texts, room) for part in parts]


def _section(part: Part, digest: Digest, texts: Texts, room: int) -> str:
    """As many lines as fit, and how many more there are."""
    title = f"*{texts.digest_section(part.section, digest.period)}*"
    lines = [f"• {ui.clip_marked(line, LINE)}" for line in part.lines]
    shown = [title]
    for index, line in enumerate(lines):
        more = texts.digest_more(part.total - index, part.section)
        if sum(map(len, shown)) + len(shown) + len(line) + len(more) + 1 > room:
            return "\n".join([*shown, more])
        shown.append(line)
    if part.total > len(lines):
        shown.append(texts.digest_more(part.total - len(lines), part.section))
    return "\n".join(shown)


def _parts(ctx: Context, digest: Digest, texts: Texts) -> list[Part]:
    items = {section: _listed(section, digest) for section in Section if section in digest.items}
    owners = {item.owner for held in items.values() for item in held[:MOST]}
    name_of, today = names(ctx.uow, ctx.project.team, owners), digest.period.today
    absences = absences_of(ctx.uow, ctx.project.team, owners, today)

    def item_line(item: ActionItem, section: Section) -> str:
        owner = name_of(item.owner) or item.outside or ""
        away = away_line(item, absences, today, name_of, texts) if section in AWAY else ""
        return texts.digest_item(short(item), owner, section, today, away)

    def meeting_line(meeting: Meeting) -> str:
        return texts.digest_meeting(meeting, digest.period.zone, today)

    return [
        *(_part(section, held, partial(item_line, section=section)) for section, held in items.items()),
        *(_part(each, digest.meetings[each], meeting_line) for each in Section if each in digest.meetings),
        _part(Section.minutes, digest.minutes, lambda each: texts.digest_minutes(each, today)),
        _part(Section.decisions, digest.decisions, lambda each: texts.digest_decision(_shortened(each))),
    ]


def _part(section: Section, held: Sequence[Value], line: Callable[[Value], str]) -> Part:
    return Part(section, len(held), [line(each) for each in held[:MOST]])


def _listed(section: Section, digest: Digest) -> list[ActionItem]:
    """Those of a section that stand in none before it."""
    before = FIRST[: FIRST.index(section)] if section in FIRST else ()
    told = {item.number for each in before for item in digest.items.get(each, [])}
    return [item for item in digest.items.get(section, []) if item.number not in told]


def _shortened(decision: Decision) -> Decision:
    return decision.evolve(text=ui.clip(" ".join(decision.text.split()), DECISION))
