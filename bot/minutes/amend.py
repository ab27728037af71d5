"""After minutes are sent: they are corrected, with who and when, and adopted at the next meeting."""

import re
from collections.abc import Iterator

from bot.action_items import change
from bot.action_items.model import ActionItems
from bot.action_items.noun import ACTION_ITEM
from bot.core import records
from bot.core.context import Context, new_batch, people_of
from bot.core.errors import TEXT_LIMIT, AlreadySo, NoText, Reasons, Rejected, TooLong
from bot.decisions.noun import DECISION, Decisions
from bot.meetings.model import Meeting, Meetings
from bot.minutes.draft import user_named
from bot.minutes.errors import Adopted, NotAuthor, NotInMinutes, NotSent, NotThere, WordsNotFound
from bot.minutes.model import Becomes, Minutes, ProposalKind, Status, clean
from bot.minutes.notifications import (
    CORRECTED,
    PROPOSED,
    REFUSED,
    of_same_series,
    remark_answered,
    tell_of_remark,
)
from bot.minutes.noun import MINUTES, may_correct
from bot.minutes.parts import Amendment
from bot.minutes.ports import MinutesBook
from bot.notes.people import split_names
from bot.people.preferences import OtherNames

LETTERS = {ACTION_ITEM.letter: ProposalKind.action, DECISION.letter: ProposalKind.decision}
_INSTEAD = re.compile(
    r"\s*(?P<wrong>.*?)\s*(?:->|=>|→)\s*(?P<right>.*?)\s*"
    r"|s(?P<sign>[/|#,])(?P<was>.+?)(?P=sign)(?P<now>.*?)(?:(?P=sign)g?)?",
    re.DOTALL,
)
_RECORD = re.compile(rf"([{''.join(LETTERS)}])-?(\d{{1,6}})\s*:\s*(.*)", re.IGNORECASE | re.DOTALL)
_QUOTED = re.compile(r"([\"“”„«'‘])(?P<words>.+)[\"“”»'’]", re.DOTALL)
"""As our own sentences say which words were corrected, and as people copy them from there."""


def typed(words: str) -> dict[str, str]:
    """What a line corrects: `12 May -> 13 May`, `B-2: we wait`, or whatever else is to be said."""
    if found := _RECORD.fullmatch(words):
        return {"record": f"{found[1].upper()}-{found[2]}", "text": found[3]}
    if found := _INSTEAD.fullmatch(words):
        wrong, right = found["wrong"] or found["was"] or "", found["right"] or found["now"] or ""
        return {"wrong": _unquoted(wrong), "right": _unquoted(right)}
    return {"remark": words}


def _unquoted(words: str) -> str:
    found = _QUOTED.fullmatch(words)
    return found["words"] if found else words


def correctable(ctx: Context, number: int) -> Minutes:
    """Sent minutes that who asks may correct, or propose to. Raise NotSent, Adopted or NotThere."""
    minutes = records.get(ctx, MINUTES, number)
    if minutes.status == Status.adopted:
        raise Adopted(number)
    if not minutes.sent:
        raise NotSent(number)
    meeting = ctx.uow.of(Meetings).get(ctx.project.id, minutes.meeting) if minutes.meeting else None
    there = (*minutes.attendees, *(meeting.people if meeting else ()))
    if ctx.who.user not in there and not may_correct(ctx, minutes):
        raise NotThere(minutes.author)
    return minutes


def correct(
    ctx: Context,
    number: int,
    *,
    remark: str = "",
    wrong: str = "",
    right: str = "",
    record: str = "",
    text: str = "",
    attendees: str | None = None,
) -> Minutes:
    """Correct them, or propose it; `attendees`: names with commas, None: as they are. Raise Misfilled."""
    minutes = correctable(ctx, number)
    present = None if attendees is None else _people(ctx, attendees)
    amendment = Amendment(
        id=minutes.version,
        by=ctx.who.user,
        at=ctx.now,
        remark=clean(remark),
        wrong=clean(wrong),
        right=" ".join(clean(right).split()),
        record=record,
        text=clean(text),
        attendees=None if present == minutes.attendees else present,
        proposed=not may_correct(ctx, minutes),
    )
    Reasons(_wrong(ctx, minutes, amendment)).tell()
    if not amendment.proposed:
        return _applied(ctx, minutes, amendment)
    kept = minutes.with_amendments([*minutes.amended, amendment])
    kept = records.put(ctx, MINUTES, PROPOSED, minutes, kept)
    tell_of_remark(ctx, kept, amendment)
    return kept


def answer(ctx: Context, number: int, amendment: int, *, take: bool) -> Minutes:
    """Take a proposed correction over, or leave it out; once. Raise NotAuthor or Adopted."""
    minutes = correctable(ctx, number)
    if not may_correct(ctx, minutes):
        raise NotAuthor(minutes.author)
    found = next((each for each in minutes.amended if each.id == amendment and each.proposed), None)
    if found is None:
        return minutes
    if take:
        for _field, reason in _wrong(ctx, minutes, found):
            raise reason
        answered = _applied(ctx, minutes, found.evolve(proposed=False))
    else:
        rest = [each for each in minutes.amended if each.id != amendment]
        answered = records.put(ctx, MINUTES, REFUSED, minutes, minutes.with_amendments(rest))
    remark_answered(ctx, answered, found)
    return answered


def adopt(ctx: Context, number: int) -> Minutes:
    """From now on nothing in them changes. Raise NotSent, or NotAuthor for who may not correct them."""
    minutes = records.get(ctx, MINUTES, number)
    if not minutes.sent:
        raise NotSent(number)
    if not may_correct(ctx, minutes):
        raise NotAuthor(minutes.author)
    if minutes.status == Status.adopted:
        return minutes
    adopted = minutes.evolve(status=Status.adopted, adopted_on=ctx.today)
    return records.put(ctx, MINUTES, Status.adopted, minutes, adopted)


def last_time(ctx: Context, meeting: Meeting) -> Minutes | None:
    """Those of the last meeting before of its series that has any, unless they were adopted before it."""
    earlier = [each.number for each in of_same_series(ctx, meeting) if each.starts < meeting.starts]
    book = ctx.uow.of(MinutesBook)
    sent = book.last_sent(meeting.project_id, earlier) if earlier else {}
    number = next((sent[each] for each in earlier if each in sent), None)
    minutes = book.get(meeting.project_id, number) if number else None
    adopted_on = minutes.adopted_on if minutes else None
    return None if adopted_on and adopted_on < meeting.day else minutes


def _people(ctx: Context, names: str) -> list[str]:
    people, others = people_of(ctx.uow, ctx.project), ctx.uow.of(OtherNames).of_project(ctx.project.id)
    found = (name.strip() for name in split_names(names.replace("\n", ", ")))
    return list(dict.fromkeys(user_named(name, people, others) or name for name in found if name))


def _wrong(ctx: Context, minutes: Minutes, it: Amendment) -> list[tuple[str, Rejected]]:
    """The reason why a field of the form cannot be so, by its name."""
    become = [text for _, _, text in _reworded(ctx, minutes, it)]
    reasons: list[tuple[str, Rejected]] = []
    long = {name: len(getattr(it, name)) for name in ("remark", "wrong", "right", "text")}
    reasons += [(name, TooLong(size, TEXT_LIMIT)) for name, size in long.items() if size > TEXT_LIMIT]
    found = it.stands_in(minutes.open_notes) or (become and not it.record)
    if it.wrong and ("\n" in it.wrong or not found):
        reasons.append(("wrong", WordsNotFound(it.wrong)))
    if it.wrong and it.wrong == it.right:
        reasons.append(("right", AlreadySo(MINUTES.named(minutes.number))))
    becomes = "right" if it.wrong else "text"
    reasons += [(becomes, TooLong(len(text), TEXT_LIMIT)) for text in become if len(text) > TEXT_LIMIT]
    if it.record and it.record not in records_of(minutes):
        reasons.append(("record", NotInMinutes(it.record)))
    if not all(become):
        reasons.append((becomes, NoText()))
    pairs = {"record": (it.record, it.text), "wrong": (it.wrong, it.right)}
    reasons += [(name, NoText()) for name, (what, now) in pairs.items() if now and not what]
    if not (reasons or it.remark or it.wrong or it.record or it.attendees is not None):
        reasons.append(("remark", NoText()))
    return reasons


def records_of(minutes: Minutes) -> dict[str, str]:
    """What they made: `B-1`, `A-3` and so on, and what it said then."""
    return {
        f"{letter}-{item.number}": item.text
        for letter, kind in (*reversed(LETTERS.items()),)
        for item in minutes.accepted(kind)
        if item.number is not None
    }


def _applied(ctx: Context, minutes: Minutes, amendment: Amendment) -> Minutes:
    """All in one act, so that it is taken back as a whole; an item's owner hears of it as of any change."""
    act = new_batch(ctx)
    for kind, number, text in _reworded(ctx, minutes, amendment):
        _reword(act, kind, number, text)
    rest = [each for each in minutes.amended if each.id != amendment.id]
    who = {} if amendment.attendees is None else {"attendees": amendment.attendees}
    return records.put(act, MINUTES, CORRECTED, minutes, minutes.with_amendments([*rest, amendment], **who))


def _reword(act: Context, kind: ProposalKind, number: int, text: str) -> None:
    if kind is ProposalKind.decision:
        records.change(act, DECISION, number, "edited", lambda it: it.evolve(text=text))
    else:
        change.change(act, number, "edited", lambda it: it.evolve(text=text))


def _reworded(ctx: Context, minutes: Minutes, it: Amendment) -> Iterator[tuple[ProposalKind, int, str]]:
    """Kind, number and new text of what the correction names, and of what these minutes made with the words
    that were wrong, as far as it is still to be done or holds."""
    for letter, kind in LETTERS.items():
        for item in minutes.accepted(kind):
            if item.number is None:
                continue
            if it.record == f"{letter}-{item.number}":
                yield kind, item.number, it.text
            elif it.wrong and item.becomes is Becomes.new:
                text = _text_of(ctx, kind, item.number)
                if it.stands_in(text):
                    yield kind, item.number, it.in_place(text).strip()


def _text_of(ctx: Context, kind: ProposalKind, number: int) -> str:
    """Empty for what is closed, or kept no more."""
    if kind is ProposalKind.decision:
        decision = ctx.uow.of(Decisions).get(ctx.project.id, number)
        return decision.text if decision else ""
    item = ctx.uow.of(ActionItems).get(ctx.project.id, number)
    return item.text if item and item.open else ""
