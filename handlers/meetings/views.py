"""The looks of meetings: the card, the invitation, the lines that tell of changes, the list."""

from collections.abc import Sequence

from slack_sdk.models.blocks import Block, ButtonElement

from bot.core.calendar import local
from bot.core.people import Person
from bot.core.project import Project
from bot.meetings.model import Answer, Meeting
from bot.meetings.text import Names
from bot.texts import Texts
from handlers.slack import ui
from handlers.slack.names import NameOf
from handlers.slack.reply import Message

WRITE_MINUTES = "minutes.write"
"""Pressed beneath a meeting that is over; whoever writes minutes answers."""
ANSWER = "meetings.answer"
"""Behind its slash stands the answer."""
MOVE = "meetings.move"
CANCEL = "meetings.cancel"
UNDO = "meetings.undo"
NAMES = 2000
"""Characters of names in one block."""


def ref(meeting: Meeting) -> str:
    """A button's value: `project:number`."""
    return f"{meeting.project_id}:{meeting.number}"


def refd(value: str) -> tuple[int, int]:
    project_id, number = map(int, value.split(":")[:2])
    return project_id, number


def card(meeting: Meeting, name_of: NameOf, texts: Texts) -> Message:
    """In the channel: all who are asked, by what they answered."""
    title, facts = _title(meeting, texts), texts.meeting_facts(meeting, name_of(meeting.organiser))
    when = texts.meeting_when(meeting, meeting.zone)
    answers = _answers(meeting, name_of, texts)
    buttons = _card_buttons(meeting, texts)
    blocks: list[Block] = [
        ui.section(f"{title}\n{when}"),
        ui.context(facts),
        *map(ui.context, answers),
        *([ui.actions(*buttons)] if buttons else []),
    ]
    return Message("\n".join([title, when, facts, *answers]), blocks)


def _title(meeting: Meeting, texts: Texts) -> str:
    """With its status, unless it is still to come."""
    title = texts.meeting_title(meeting)
    return title if meeting.planned else f"{title} · *{texts.meeting_status(meeting)}*"


def _answers(meeting: Meeting, name_of: NameOf, texts: Texts) -> list[str]:
    return [
        texts.meeting_answers(answer, len(users), _names([name_of(user) for user in users]))
        for answer in (Answer.yes, Answer.maybe, Answer.no, None)
        if (users := meeting.who_answered(answer))
    ]


def _names(names: Sequence[str]) -> Names:
    shown: list[str] = []
    for name in names:
        # Escaping makes five characters of one at worst.
        if sum(map(len, shown)) + len(name) > NAMES // 5:
            break
        shown.append(name)
    return Names(shown, len(names) - len(shown))


def _card_buttons(meeting: Meeting, texts: Texts) -> list[ButtonElement]:
    if meeting.planned:
        return [move_button(meeting, texts), _cancel_button(meeting, texts)]
    return [] if meeting.cancelled else [write_minutes(meeting, texts)]


def move_button(meeting: Meeting, texts: Texts) -> ButtonElement:
    return ui.button(texts.meeting_move(), action=MOVE, value=ref(meeting))


def _cancel_button(meeting: Meeting, texts: Texts) -> ButtonElement:
    title, question, yes, no = texts.meeting_cancel_sure(meeting)
    return ui.button(
        texts.meeting_cancel(),
        action=CANCEL,
        value=ref(meeting),
        style="danger",
        confirm=ui.confirm(title, question, yes=yes, no=no),
    )


def write_minutes(meeting: Meeting, texts: Texts) -> ButtonElement:
    return ui.button(texts.meeting_write_minutes(), action=WRITE_MINUTES, value=ref(meeting))


def invitation(meeting: Meeting, project: Project, person: Person, organiser: str, texts: Texts) -> Message:
    """In person, on their own clock and on the project's where that differs."""
    own = meeting.organiser == person.user
    lead = (
        texts.meeting_of_your_own(project.channel)
        if own
        else texts.meeting_asked_by(organiser, project.channel)
    )
    title, when = _title(meeting, texts), "\n".join(_clocks(meeting, person, texts))
    facts = texts.meeting_facts(meeting, organiser)
    blocks: list[Block] = [ui.section(f"{lead}\n{title}\n{when}"), ui.context(facts)]
    words = [lead, title, when, facts]
    if meeting.planned:
        blocks += _question(meeting, person, texts)
        words.append(texts.meeting_your_answer(meeting.answers.get(person.user)))
    return Message("\n".join(words), blocks)


def moved_to(before: Meeting, meeting: Meeting, person: Person, texts: Texts) -> Message:
    """At another time they must answer anew, so they can at once."""
    text = texts.meeting_moved(before, meeting, person.zone)
    asks = meeting.planned and before.starts_at != meeting.starts_at
    return Message(text, [ui.section(text), *(_question(meeting, person, texts) if asks else [])])


def _question(meeting: Meeting, person: Person, texts: Texts) -> list[Block]:
    answer = texts.meeting_your_answer(meeting.answers.get(person.user))
    return [ui.section(answer), ui.actions(*answer_buttons(meeting, person, texts))]


def _clocks(meeting: Meeting, person: Person, texts: Texts) -> list[str]:
    zones = [person.zone]
    if local(meeting.starts_at, person.zone) != local(meeting.starts_at, meeting.zone):
        zones.append(meeting.zone)
    return [texts.meeting_when(meeting, zone) for zone in zones]


def answer_buttons(meeting: Meeting, person: Person, texts: Texts) -> list[ButtonElement]:
    given = meeting.answers.get(person.user)
    return [
        ui.button(
            texts.meeting_answer(answer),
            action=f"{ANSWER}/{answer}",
            value=ref(meeting),
            style="primary" if answer == given else None,
        )
        for answer in (Answer.yes, Answer.no, Answer.maybe)
    ]


def sentence(text: str, *buttons: ButtonElement) -> Message:
    return Message(text, [ui.section(text), *([ui.actions(*buttons)] if buttons else [])])


def listing(lines: Sequence[str], total: int, command: str, texts: Texts) -> Message:
    """Somebody's next meetings, on their own clock."""
    if not lines:
        return sentence(texts.meeting_list_empty(command))
    title = texts.meeting_list_title(total)
    more = [ui.context(texts.meeting_list_more(total - len(lines)))] if total > len(lines) else []
    return Message("\n".join([title, *lines]), [ui.section(f"*{title}*"), *map(ui.section, lines), *more])


def moved(meeting: Meeting, texts: Texts) -> Message:
    """To who moved it by typing: its card may stand far up in the channel."""
    undo = ui.button(texts.undo(), action=UNDO, value=f"{ref(meeting)}:{meeting.sequence}")
    return sentence(stands(meeting, texts), undo)


def stands(meeting: Meeting, texts: Texts) -> str:
    return f"{texts.meeting_title(meeting)} · {texts.meeting_when(meeting, meeting.zone)}"
