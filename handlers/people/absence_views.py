"""Views of being away: what was understood, the list, the question which days."""

from collections.abc import Sequence
from datetime import date

from slack_sdk.models.blocks import Block

from bot.core.people import Person
from bot.dates.values import Reading
from bot.people.preferences import Absence
from bot.people.typed_absences import Taken
from bot.texts import Texts
from handlers.slack import ui
from handlers.slack.names import NameOf
from handlers.slack.reply import Message, sentence

READING = "away.reading"
UNDO = "away.undo"
REMOVE = "away.remove"
PUT_BACK = "away.put_back"
MOST, NAME = 10, 40
"""Absences in a list, and characters of a name in it."""


def ref(absence: Absence) -> str:
    """All of it but whose it is: that is whoever presses."""
    return f"{absence.first}~{absence.last}~{absence.id}~{absence.deputy or ''}"


def absence_of(value: str, who: Person) -> Absence:
    first, last, absence_id, deputy = value.split("~")
    return Absence(
        id=int(absence_id),
        team=who.team,
        user=who.user,
        first=date.fromisoformat(first),
        last=date.fromisoformat(last),
        deputy=deputy or None,
    )


def taken(taken: Taken, name_of: NameOf, texts: Texts, command: str, today: date) -> Message:
    """The days and the deputy, and where they cannot help; or how to name one."""
    absence, deputy = taken.absence, name_of(taken.absence.deputy)
    lines = [texts.away_taken(absence, taken.replaced, deputy, today)]
    lines += [
        texts.away_elsewhere(deputy, each.project.channel, name_of(each.manager)) for each in taken.elsewhere
    ]
    if taken.deputy_away:
        lines.append(texts.away_deputy_away(deputy, taken.deputy_away, today))
    value = "+".join(map(ref, (absence, *taken.replaced)))
    undo = ui.button(texts.undo(), action=UNDO, value=value)
    hint = [] if deputy else [ui.context(texts.away_no_deputy(command))]
    told = "\n".join(lines)
    return Message(told, [ui.section(told), *hint, ui.actions(undo)])


def undone(absence: Absence, again: Sequence[Absence], texts: Texts, today: date) -> Message:
    return sentence(texts.away_undone(absence, again, today))


def there_again(absences: Sequence[Absence], texts: Texts, today: date) -> Message:
    told = texts.away_no_more(absences, today)
    value = "+".join(map(ref, absences[:MOST]))
    return sentence(told, ui.button(texts.undo(), action=PUT_BACK, value=value))


def which(readings: Sequence[Reading], deputy: str | None, texts: Texts, today: date) -> Message:
    """Ask which days were meant."""
    buttons = []
    for number, reading in enumerate(readings[:5]):
        first, last = reading.start, reading.end
        assert first is not None and last is not None
        value = f"{first}~{last}~0~{deputy or ''}"
        label = texts.away_days(first, last, today)
        buttons.append(ui.button(label, action=f"{READING}/{number}", value=value))
    return sentence(texts.away_which(), *buttons)


def listing(
    mine: Sequence[Absence],
    entrusted: Sequence[Absence],
    name_of: NameOf,
    texts: Texts,
    command: str,
    today: date,
) -> Message:
    title = f"*{texts.away_list()}*" if mine else texts.away_none()
    blocks: list[Block] = [ui.section(title)]
    words = [title]
    for absence in mine[:MOST]:
        line = texts.away_line(absence, ui.clip(name_of(absence.deputy), NAME), today)
        remove = ui.button(texts.away_remove(), action=REMOVE, value=ref(absence))
        blocks.append(ui.section(line, accessory=remove))
        words.append(line)
    others = [
        texts.away_entrusted(each, ui.clip(name_of(each.user), NAME), today) for each in entrusted[:MOST]
    ]
    blocks += [ui.context(line) for line in others]
    hint = texts.away_help(command)
    return Message("\n".join([*words, *others, hint]), [*blocks, ui.context(hint)])
