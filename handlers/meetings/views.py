"""The looks of meetings: what is on the card, the invitation, the lines that tell of changes."""

from collections.abc import Sequence

from slack_sdk.models.blocks import Block, ButtonElement, OverflowMenuElement

from bot.core.calendar import local
from bot.core.context import PersonContext
from bot.core.people import Person
from bot.core.record_lists import Wanted
from bot.meetings.model import Answer, Meeting
from bot.meetings.moments import at_odd_hours
from bot.meetings.notifications import cancelled_by, departed
from bot.meetings.series import before_it
from bot.meetings.text import Elsewhere
from bot.meetings.verbs import CANCEL as CANCEL_VERB
from bot.text.formats import Names
from bot.text.sentences import esc
from bot.texts import Texts
from handlers.records.views import SAID
from handlers.slack import ui
from handlers.slack.reply import Message, sentence
from handlers.slack.request import See

WRITE_MINUTES, DRAFT_THREAD = "minutes.write", "minutes.draft_thread"
"""Pressed beneath a meeting that is over; whoever writes minutes answers."""
ANSWER = "meetings.answer"
"""Behind its slash stands the answer, behind another `NEXT` where it is pressed in what was said."""
NEXT = "next"
MOVE = "meetings.move"
CANCEL, CANCEL_ASKED = "meetings.cancel", "meetings.cancel_asked"
LATER, CANCEL_LATER = "meetings.later", "meetings.cancel_later"
"""Of one of a series: all later ones become as it is; it and all later ones are cancelled."""
APOLOGY = "meetings.apology"
WHY, OTHER_TIME = f"{APOLOGY}/why", f"{APOLOGY}/time"
MORE = "meetings.more"
NO_NOTES = "meetings.no_notes"
OTHER_MOMENT = "meetings.other_moment"
"""Proposes moments for one that is planned."""
JOIN = "meetings.join"
"""A link, of which Slack tells us too."""
OTHERS = 3
"""Names of people in an invitation."""
NAMES = 2000
"""Characters of names in one block."""
REASON = 80
"""Characters of a reason behind a name."""
TITLE = 60
"""Characters of a title in a line: also if escaping makes five of each, a list fits in a message."""


def facts(meeting: Meeting, see: See) -> list[Block]:
    """When and where, and all who are asked, by what they answered; of a cancelled one none of them."""
    if meeting.cancelled:
        return [ui.context(_cancelled(meeting, see, meeting.zone))]
    when = ui.section(see.texts.meeting_when(meeting, meeting.zone, see.today))
    told = see.texts.meeting_facts(meeting, see.name_of(meeting.organiser))
    gone = departed(see.ctx, meeting)
    answers = [
        see.texts.meeting_answers(
            answer, len(users), fitting([_with_reason(meeting, see, each) for each in users])
        )
        for answer in (Answer.yes, Answer.maybe, Answer.no, None)
        if (users := [user for user in meeting.who_answered(answer) if user not in gone])
    ]
    roles = see.texts.meeting_roles(see.name_of(meeting.chair), see.name_of(meeting.minute_taker))
    left = [see.texts.meeting_departed(len(gone), fitting([*map(see.name_of, gone)]))] if gone else []
    return [when, *(ui.context(each) for each in (told, *filter(None, (roles,)), *answers, *left))]


def _with_reason(meeting: Meeting, see: See, user: str) -> str:
    name, said = see.name_of(user), meeting.apologies.get(user)
    name = see.texts.meeting_optional(name) if user in meeting.optional else name
    return f"{name} ({ui.clip(said.reason, REASON)})" if said and said.reason else name


def _cancelled(meeting: Meeting, see: See, zone: str) -> str:
    who = see.name_of(cancelled_by(see.ctx, meeting))
    return see.texts.meeting_cancelled_facts(meeting, who, zone, see.today)


def line(ctx: PersonContext, meeting: Meeting, texts: Texts, project_channel: str = "") -> str:
    """In a list of whoever asks, on their own clock."""
    zone, user = ctx.who.zone, ctx.who.user
    return texts.meeting_line(_short(meeting), zone, user, ctx.own_today, project_channel)


def of_day(ctx: PersonContext, meeting: Meeting, texts: Texts, project_channel: str = "") -> str:
    """As `line`, beneath its day."""
    return texts.meeting_of_day(_short(meeting), ctx.who.zone, ctx.who.user, project_channel)


def row(meeting: Meeting, _wanted: Wanted, see: See) -> str:
    return (line if meeting.of_series else of_day)(see.ctx, meeting, see.texts)


def _short(meeting: Meeting) -> Meeting:
    return meeting.evolve(title=ui.clip(meeting.title, TITLE))


def day(meeting: Meeting, see: See) -> str:
    """Of the reader; empty for a series."""
    on = local(meeting.starts_at, see.ctx.who.zone).date()
    return "" if meeting.of_series else see.texts.meeting_day(on, see.today)


def fitting(names: Sequence[str], most: int = 1000, limit: int = NAMES) -> Names:
    """So many of them, within characters as they are shown."""
    shown: list[str] = []
    for name in names[:most]:
        if sum(len(esc(each)) + 2 for each in (*shown, name)) > limit:
            break
        shown.append(name)
    return Names(shown, len(names) - len(shown))


def card_buttons(meeting: Meeting, texts: Texts) -> list[ButtonElement]:
    if meeting.awaited:
        return [ui.button(texts.meeting_move(), action=MOVE, value=meeting.key)]
    return [] if meeting.cancelled else [write_minutes(meeting, texts)]


def another_moment(meeting: Meeting, texts: Texts) -> ButtonElement:
    return ui.button(texts.meeting_other_moment(), action=f"{OTHER_MOMENT}/{SAID}", value=meeting.key)


def card_options(meeting: Meeting, texts: Texts) -> list[tuple[str, str]]:
    """One of a series can have all later ones become like it."""
    if not meeting.awaited:
        return []
    later = [(LATER, texts.meeting_later_alike())] if meeting.series else []
    return [*later, (CANCEL_ASKED, texts.button_of(CANCEL_VERB))]


def cancel_sure(meeting: Meeting, texts: Texts) -> Message:
    """All hear of it at once, so it is asked first; of one of a series also which."""
    label, this = texts.button_of(CANCEL_VERB), f"{CANCEL}/{SAID}"
    if not meeting.series:
        button = ui.button(label, action=this, value=meeting.key, style="danger")
        return sentence(texts.meeting_cancel_sure(meeting), button)
    return sentence(
        texts.meeting_cancel_which(meeting),
        ui.button(texts.meeting_only_this(meeting), action=this, value=meeting.key),
        ui.button(texts.meeting_this_and_later(), action=CANCEL_LATER, value=meeting.key),
    )


def write_minutes(meeting: Meeting, texts: Texts, style: str | None = None) -> ButtonElement:
    label = texts.meeting_write_minutes()
    return ui.button(label, action=WRITE_MINUTES, value=meeting.key, style=style)


def notes_wanted(meeting: Meeting, typed_along: int, texts: Texts) -> Message:
    """`typed_along`: lines in its thread, from which minutes can be drafted."""
    none = ui.button(texts.meeting_no_notes(), action=NO_NOTES, value=meeting.key)
    if not typed_along:
        wanted = write_minutes(meeting, texts, style="primary")
        return sentence(texts.meeting_notes_wanted(meeting), wanted, none)
    label = texts.thread_draft()
    draft = ui.button(label, action=DRAFT_THREAD, value=meeting.key, style="primary")
    told = texts.thread_typed_along(meeting, typed_along)
    return sentence(told, draft, write_minutes(meeting, texts), none)


def invitation(meeting: Meeting, see: See, person: Person, *, said: bool = False) -> Message:
    """In person, on their own clock and on the meeting's where that differs; `said` to them alone."""
    texts, own = see.texts, meeting.organiser == person.user
    organiser = see.name_of(meeting.organiser)
    if meeting.cancelled:
        return off(meeting, see, person)
    lead = texts.meeting_of_your_own(meeting) if own else texts.meeting_asked_by(organiser, meeting)
    when = texts.meeting_your_time(meeting, person.zone, see.today)
    others = [see.name_of(user) for user in meeting.people if user not in (person.user, meeting.organiser)]
    facts = texts.meeting_facts(
        meeting, others=fitting(others, OTHERS), project_channel=see.ctx.project.channel
    )
    if person.user in meeting.optional:
        facts = f"{texts.meeting_optional_for_you()} · {facts}"
    former = before_it(see.ctx, meeting) if meeting.of_series else None
    was = [texts.mail_was(former, person.zone, see.today)] if former else []
    notes = [*was, *_given(meeting, person, see), facts, *(_mind(meeting, see) if own else [])]
    blocks: list[Block] = [ui.section(f"{lead}\n{when}"), *map(ui.context, notes)]
    if meeting.awaited:
        blocks += answer_rows(meeting, person, texts, said=said)
    return Message("\n".join([lead, when, *notes]), blocks)


def _given(meeting: Meeting, person: Person, see: See) -> list[str]:
    """Their answer, with what they said besides."""
    answer = meeting.answers.get(person.user)
    if answer is None or not meeting.awaited:
        return []
    said, instead = meeting.apologies.get(person.user), meeting.instead_of(person.user)
    asked = see.texts.meeting_you_ask_for(meeting, instead, person.zone, see.today) if instead else ""
    reason = esc(ui.clip(said.reason, REASON)) if said else ""
    return [" · ".join(filter(None, (see.texts.meeting_your_answer(answer), reason, asked)))]


def _mind(meeting: Meeting, see: See) -> list[str]:
    odd = at_odd_hours(see.ctx, meeting) if meeting.planned else []
    if not odd:
        return []
    return [see.texts.meeting_mind(meeting, [Elsewhere(each.name, each.zone) for each in odd[:OTHERS]])]


def cancelled(meeting: Meeting, name: str, see: See, person: Person) -> Message:
    """`name` of who cancelled it."""
    return _off(meeting, see, person, see.texts.meeting_was_cancelled(meeting, name))


def off(meeting: Meeting, see: See, person: Person) -> Message:
    """Where it was told of a meeting that is cancelled: who cancelled it is news, and said there alone."""
    return _off(meeting, see, person, see.texts.meeting_title(meeting))


def _off(meeting: Meeting, see: See, person: Person, text: str) -> Message:
    about = see.texts.meeting_cancelled_facts(meeting, "", person.zone, see.today)
    return Message(f"{text}\n{about}", [ui.section(text), ui.context(about)])


def news(before: Meeting, meeting: Meeting, see: See, person: Person) -> Message | None:
    """All that changed as one; at another time they must answer anew, so they can at once."""
    came = [see.name_of(user) for user in meeting.people if user not in (*before.people, person.user)]
    left = [see.name_of(user) for user in before.people if user not in meeting.people]
    who = fitting(came, OTHERS), fitting(left, OTHERS)
    text = see.texts.meeting_news(before, meeting, *who, person.zone, see.today)
    if not text or not meeting.awaited or before.starts_at == meeting.starts_at:
        return sentence(text) if text else None
    given, rows = _given(meeting, person, see), answer_rows(meeting, person, see.texts)
    return Message("\n".join([text, *given]), [ui.section(text), *map(ui.context, given), *rows])


def reminder(meeting: Meeting, minutes: int, texts: Texts) -> Message:
    """It begins in so many `minutes`."""
    text = texts.meeting_soon(meeting, minutes)
    if not meeting.link:
        return sentence(text)
    return sentence(text, join(meeting, texts))


def join(meeting: Meeting, texts: Texts) -> ButtonElement:
    """Of one with a link."""
    return ui.button(texts.meeting_join(), action=JOIN, value=meeting.key, url=meeting.link)


def answer_menu(meeting: Meeting, user: str, texts: Texts) -> OverflowMenuElement:
    """⋯ with the answers, where it stands among others; after a no with what they may say besides."""
    labels = {f"{ANSWER}/{it}": texts.meeting_answer(it) for it in (Answer.yes, Answer.no, Answer.maybe)}
    if meeting.answers.get(user) == Answer.no:
        labels |= {WHY: texts.meeting_say_why(), OTHER_TIME: texts.meeting_another_time()}
    options = [ui.option(label, f"{meeting.key}:{action}") for action, label in labels.items()]
    return ui.overflow(options, action=MORE)


def answer_rows(meeting: Meeting, person: Person, texts: Texts, *, said: bool = False) -> list[Block]:
    """Yes, No, Maybe; after a no what they may say besides, which nobody has to."""
    given = meeting.answers.get(person.user)
    buttons = [
        ui.button(
            texts.meeting_answer(answer),
            action=f"{ANSWER}/{answer}" + (f"/{NEXT}" if said else ""),
            value=meeting.key,
            style="primary" if answer == given else None,
        )
        for answer in (Answer.yes, Answer.no, Answer.maybe)
    ]
    why = ui.button(texts.meeting_say_why(), action=WHY, value=meeting.key)
    other = ui.button(texts.meeting_another_time(), action=OTHER_TIME, value=meeting.key)
    besides = [] if given != Answer.no else [why] if meeting.repeating else [why, other]
    if said and meeting.link:
        besides = [join(meeting, texts), *besides]
    return [ui.actions(*buttons), *([ui.actions(*besides)] if besides else [])]


def stands(meeting: Meeting, see: See, *, changed: bool = True) -> str:
    """To who changed it by typing: its card may stand far up in the channel."""
    texts = see.texts
    if meeting.cancelled:
        return texts.meeting_was_cancelled(meeting, see.name_of(see.ctx.who.user))
    return texts.meeting_stands(meeting, meeting.zone, see.today, changed=changed)
