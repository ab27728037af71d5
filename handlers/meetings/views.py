"""The looks of meetings: what is on the card, the invitation, the lines that tell of changes."""

from collections.abc import Sequence

from slack_sdk.models.blocks import Block, ButtonElement

from bot.core.calendar import local
from bot.core.people import Person
from bot.core.project import Project
from bot.meetings.departures import departed
from bot.meetings.model import Answer, Meeting
from bot.meetings.text import Names
from bot.meetings.verbs import CANCEL as CANCEL_VERB
from bot.texts import Texts
from handlers.records.desk import See
from handlers.slack import ui
from handlers.slack.reply import Message

WRITE_MINUTES = "minutes.write"
"""Pressed beneath a meeting that is over; whoever writes minutes answers."""
ANSWER = "meetings.answer"
"""Behind its slash stands the answer, behind another `NEXT` where it is pressed in what was said."""
NEXT = "next"
MOVE = "meetings.move"
CANCEL = "meetings.cancel"
NAMES = 2000
"""Characters of names in one block."""
TITLE = 60
"""Characters of a title in a line: also if escaping makes five of each, a list fits in a message."""


def ref(meeting: Meeting) -> str:
    """A button's value: `project:number`."""
    return f"{meeting.project_id}:{meeting.number}"


def refd(value: str) -> tuple[int, int]:
    project_id, number = map(int, value.split(":")[:2])
    return project_id, number


def title(meeting: Meeting, texts: Texts) -> str:
    return f"{texts.meeting_title(meeting)}\n{texts.meeting_when(meeting, meeting.zone)}"


def facts(meeting: Meeting, see: See) -> list[Block]:
    """All who are asked, by what they answered."""
    told = see.texts.meeting_facts(meeting, see.name_of(meeting.organiser))
    gone = departed(see.ctx, meeting)
    answers = [
        see.texts.meeting_answers(answer, len(users), _names([see.name_of(user) for user in users]))
        for answer in (Answer.yes, Answer.maybe, Answer.no, None)
        if (users := [user for user in meeting.who_answered(answer) if user not in gone])
    ]
    left = [see.texts.meeting_departed(len(gone), _names([*map(see.name_of, gone)]))] if gone else []
    return [ui.context(each) for each in (told, *answers, *left)]


def line(meeting: Meeting, zone: str, user: str, texts: Texts, project_channel: str = "") -> str:
    short = meeting.model_copy(update={"title": ui.clip(meeting.title, TITLE)})
    return texts.meeting_line(short, zone, user, project_channel)


def _names(names: Sequence[str]) -> Names:
    shown: list[str] = []
    for name in names:
        # Escaping makes five characters of one at worst.
        if sum(map(len, shown)) + len(name) > NAMES // 5:
            break
        shown.append(name)
    return Names(shown, len(names) - len(shown))


def card_buttons(meeting: Meeting, texts: Texts) -> list[ButtonElement]:
    if meeting.planned:
        return [ui.button(texts.meeting_move(), action=MOVE, value=ref(meeting)), _cancel(meeting, texts)]
    return [] if meeting.cancelled else [write_minutes(meeting, texts)]


def _cancel(meeting: Meeting, texts: Texts) -> ButtonElement:
    title, question, yes, no = texts.meeting_cancel_sure(meeting)
    sure = ui.confirm(title, question, yes=yes, no=no)
    label = texts.button_of(CANCEL_VERB)
    return ui.button(label, action=CANCEL, value=ref(meeting), style="danger", confirm=sure)


def write_minutes(meeting: Meeting, texts: Texts) -> ButtonElement:
    return ui.button(texts.meeting_write_minutes(), action=WRITE_MINUTES, value=ref(meeting))


def invitation(
    meeting: Meeting, project: Project, person: Person, organiser: str, texts: Texts, *, said: bool = False
) -> Message:
    """In person, on their own clock and on the project's where that differs; `said` to them alone."""
    own = meeting.organiser == person.user
    lead = (
        texts.meeting_of_your_own(project.channel)
        if own
        else texts.meeting_asked_by(organiser, project.channel)
    )
    title, when = texts.meeting_title(meeting), "\n".join(_clocks(meeting, person, texts))
    facts = texts.meeting_facts(meeting, organiser)
    blocks: list[Block] = [ui.section(f"{lead}\n{title}\n{when}"), ui.context(facts)]
    words = [lead, title, when, facts]
    if meeting.planned:
        blocks += _question(meeting, person, texts, said=said)
        words.append(texts.meeting_your_answer(meeting.answers.get(person.user)))
    return Message("\n".join(words), blocks)


def moved_to(before: Meeting, meeting: Meeting, person: Person, texts: Texts) -> Message:
    """At another time they must answer anew, so they can at once."""
    text = texts.meeting_moved(before, meeting, person.zone)
    asks = meeting.planned and before.starts_at != meeting.starts_at
    return Message(text, [ui.section(text), *(_question(meeting, person, texts) if asks else [])])


def _question(meeting: Meeting, person: Person, texts: Texts, *, said: bool = False) -> list[Block]:
    answer = texts.meeting_your_answer(meeting.answers.get(person.user))
    return [ui.section(answer), ui.actions(*answer_buttons(meeting, person, texts, said=said))]


def _clocks(meeting: Meeting, person: Person, texts: Texts) -> list[str]:
    zones = [person.zone]
    if local(meeting.starts_at, person.zone) != local(meeting.starts_at, meeting.zone):
        zones.append(meeting.zone)
    return [texts.meeting_when(meeting, zone) for zone in zones]


def answer_buttons(
    meeting: Meeting, person: Person, texts: Texts, *, said: bool = False
) -> list[ButtonElement]:
    given = meeting.answers.get(person.user)
    return [
        ui.button(
            texts.meeting_answer(answer),
            action=f"{ANSWER}/{answer}" + (f"/{NEXT}" if said else ""),
            value=ref(meeting),
            style="primary" if answer == given else None,
        )
        for answer in (Answer.yes, Answer.no, Answer.maybe)
    ]


def stands(meeting: Meeting, texts: Texts) -> str:
    """To who changed it by typing: its card may stand far up in the channel."""
    if meeting.cancelled:
        return texts.meeting_was_cancelled(meeting, meeting.zone)
    return f"{texts.meeting_title(meeting)} · {texts.meeting_when(meeting, meeting.zone)}"
