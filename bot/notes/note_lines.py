"""Notes as lines: whose words they are, which are headings, what belongs together, what was corrected."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from bot.notes.joined import joined
from bot.notes.labels import is_work, label_of
from bot.notes.lines import LONGEST, Line, bare, clean, read_line
from bot.notes.markers import MARKER, is_marked_item
from bot.notes.name_lists import is_listed
from bot.notes.words import (
    ACTION_MARKERS,
    AGENDA_HEADINGS,
    DECISION_MARKERS,
    LOUD_MARKERS,
    PARK_MARKERS,
    QUESTION_MARKERS,
    RISK_MARKERS,
    SECTIONS,
    TOPIC_MARKERS,
)
from bot.text.words import VERBS_EN, VERBS_NL

MOST = 20_000
"""Lines that are read: a day of chat has fewer."""

_TIME = re.compile(
    r"\s*>?\s*[\[(]?(?:\d{4}-\d\d-\d\d[T ])?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]m)?[\])]?[ \t]+(?:-[ \t]+)?",
    re.IGNORECASE,
)
_NICK = re.compile(r"\s*<([@+]?[\w|\\^\[\]{}()`.-]{1,40})>[ \t]*")
_CONTINUED = re.compile(r"(?:…|\.\.\.?)[ \t]*")


_UNSEEN = dict.fromkeys(
    [0xAD, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A)]
)
"""Characters without a width, and those that turn the direction of text: a marker is not hidden by them."""
_HIDING = re.compile(f"[{''.join(map(chr, _UNSEEN))}]")


def read(notes: str) -> list[Line]:
    """The lines of `notes` with speakers told apart from other labels."""
    raws = notes.replace("\r\n", "\n").split("\n")[:MOST]
    seen = [raw.translate(_UNSEEN) for raw in raws] if _HIDING.search(notes) else raws
    lines = [_read_note(number, raw) for number, raw in enumerate(_without_timings(seen), start=1)]
    if seen is not raws:
        lines = [replace(line, raw=raw) for line, raw in zip(lines, raws, strict=True)]
    lines = list(_with_plain_headings(joined(lines)))
    cues = {number for number, raw in enumerate(raws, start=2) if "-->" in raw and _TIMING.match(raw)}
    return _corrected(_with_speakers(lines, _speaking_labels(lines, cues), transcript=bool(cues)))


_TIMING = re.compile(r"\s*(?:\d{1,3}:)?\d\d:\d\d[.,]\d{3}\s+-->\s")
_CUE = re.compile(r"<v(?:\.[\w.]+)? ([^<>]{1,60})>(.*?)(?:</v>)?\s*$")


def _without_timings(raws: Sequence[str]) -> Iterator[str]:
    """The lines of a transcript (.vtt, .srt) without its timings, numbers, comments and first line."""
    timed = any("-->" in raw and _TIMING.match(raw) for raw in raws)
    for raw, after in zip(raws, [*raws[1:], ""], strict=False):
        number = timed and raw.strip().isdigit() and _TIMING.match(after)
        yield "" if timed and (number or raw.startswith(("WEBVTT", "NOTE ")) or _TIMING.match(raw)) else raw


_CORRECTION = re.compile(r"s/([^/]{1,200})/([^/]{0,200})(?:/g?)?$")
_CORRECTION_REACHES = 40
"""A scribe corrects what was typed a moment ago."""


_UNDO = re.compile(r"[#/]undo\b[\s.!]*$", re.IGNORECASE)
_PRESENCE = re.compile(r"(?:present|aanwezig|regrets|afwezig) ?\+", re.IGNORECASE)
_OTHER_MARKERS = TOPIC_MARKERS | QUESTION_MARKERS | RISK_MARKERS | PARK_MARKERS


def _is_noted(line: Line) -> bool:
    """Whether a line was typed for the minutes: what a marker shows, or a command."""
    label = label_of(line.text, any_label=True)
    marked = label is not None and bare(label[0]) in _OTHER_MARKERS
    commanded = line.text.startswith(("#", "/")) or _PRESENCE.match(line.text) is not None
    return marked or commanded or MARKER.match(line.text) is not None


def is_typed_along(raw: str) -> bool:
    """Whether a line that was said is meant for the minutes beyond doubt: a marker with what it marks, or a
    command such as `#undo`."""
    text = _read_note(1, raw).text
    label, marker = label_of(text, any_label=True), MARKER.match(text)
    if label and bare(label[0]) in _OTHER_MARKERS | ACTION_MARKERS | DECISION_MARKERS:
        return bool(text[label[1] :].strip())
    loud = marker is not None and (marker["open"] or marker["word"] in LOUD_MARKERS)
    if loud or is_marked_item(text):
        return True
    return any(command.match(text) for command in (_PRESENCE, _CORRECTION, _UNDO))


def _corrected(lines: Iterable[Line]) -> list[Line]:
    """`lines` with each `s/wrong/right/` carried out on the nearest earlier line that has the wrong words,
    and each `#undo` on the nearest one that was typed for the minutes, by who takes it back."""
    result: list[Line] = []
    for line in lines:
        correction, undo = _CORRECTION.match(line.text), _UNDO.match(line.text)
        wrong, right = correction.groups() if correction else ("", "")
        reach = range(len(result) - 1, max(-1, len(result) - 1 - _CORRECTION_REACHES), -1)
        for at in reach if correction or undo else ():
            own = line.speaker in (None, result[at].speaker)
            if own and _is_noted(result[at]) if undo else wrong in result[at].text:
                text = "" if undo else result[at].text.replace(wrong, right, 1)
                result[at] = replace(result[at], text=text)
                break
        result.append(replace(line, text="") if correction or undo else line)
    return result


_UNDERLINE = re.compile(r"\s*(?:={3,}|-{3,})\s*$")
_NUMBERED = re.compile(r"\s*\d{1,2}[.)]\s")
_LONGEST_HEADING = 60
_LISTS = SECTIONS - AGENDA_HEADINGS


def _with_plain_headings(lines: Sequence[Line]) -> Iterator[Line]:
    """`lines` with the headings that no `#` shows: underlined, numbered above text, short above bullets."""
    listed = numbered = False  # below the heading of a list numbered lines are its items
    for before, line, after in zip([None, *lines], lines, [*lines[1:], None], strict=False):
        label = bare(line.text) if line.text and (line.heading or not line.bullet) else ""
        ends = before is not None and not before.text and _NUMBERED.match(line.raw) and not numbered
        listed = label in _LISTS or (listed and not line.heading and not ends)
        numbered = _NUMBERED.match(line.raw) is not None if line.text else numbered
        short = len(line.text) <= _LONGEST_HEADING and not line.text.endswith((".", "?", "!", ",", ";", ":"))
        if not (line.text and short and after) or line.heading or line.speaker or line.checkbox:
            yield line
        elif _UNDERLINE.match(after.raw) and not line.bullet:
            yield replace(line, heading=1 if "=" in after.raw else 2)
        elif _NUMBERED.match(line.raw):
            lonely = not (before and _NUMBERED.match(before.raw)) and not _NUMBERED.match(after.raw)
            alone = lonely and not listed and _is_title(line.text)
            yield replace(line, heading=8, bullet=False) if alone else line
        elif not line.bullet and after.bullet and not (before and before.text) and line.text[0].isupper():
            yield replace(line, heading=8) if _is_title(line.text) and len(line.text.split()) <= 4 else line
        else:
            yield line


def _is_title(text: str) -> bool:
    """Whether a short line names a subject rather than work: no verb at its ends, no owner, no date field."""
    words = text.lower().split()
    work = words[0] in VERBS_EN or words[-1] in VERBS_NL or " to " in text or " – " in text or " - " in text
    return not work and len(words) <= 7 and not any(sign in text for sign in "@:|()<")


def _read_note(number: int, raw: str) -> Line:
    """A line of notes, where a chat log has a time and a nick before it, without its markup."""
    if cue := _CUE.match(raw.strip()[:LONGEST]):
        return _said(Line(number, raw, "", speaker=cue[1].strip()), cue[2])
    timed = _TIME.match(raw)
    start = timed.end() if timed else 0
    if nick := _NICK.match(raw[:LONGEST], start):
        name = nick[1].lstrip("@+")
        return _said(Line(number, raw, "", speaker=name, nick=name), raw[nick.end() : LONGEST])
    return _without_signs(number, raw, start)


def _said(line: Line, text: str) -> Line:
    """`line` of a speaker with what they say."""
    said = _without_signs(line.number, text)
    return replace(line, text=said.text, done=line.done or said.done)


def _without_signs(number: int, raw: str, start: int = 0) -> Line:
    """The line `raw` without the bullet, the box or the emoji at its head; a tick before a marker is no more
    than a sign."""
    line = read_line(number, raw, start)
    text = _EMOJI.sub("", clean(line.text), count=1)
    if is_marked_item(text):
        ticked = _TICK.search(raw[: raw.find(text[:3])])
        return replace(line, text=text, heading=0, done=line.done and not ticked)
    return replace(line, text=text)


_TICK = re.compile("✅|:white_check_mark:")

_EMOJI = re.compile(
    "^(?:(?:[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2190-\u21ff][\ufe0f\u200d\U0001f3fb-\U0001f3ff]*|:[a-z_]{2,30}:)[\\s|–-]*)+"
)
"""At the head of a line, where it is a sign and no word."""


def _speaking_labels(lines: Sequence[Line], cues: Set[int]) -> frozenset[str]:
    """Labels of people speaking: they come back, and much of the notes stands behind them.

    `Note:` once is nobody, and in a list of points `Ann: call the printer` is a task rather than speech; with
    a time before each it is speech, as it is in a thread in which one line was said, and where the `cues` of
    a transcript begin.
    """
    written = [line for line in lines if line.text and not line.heading]
    labelled = [(line, label) for line in written if (label := label_of(line.text))]
    seen = Counter(name.lower() for _, (name, _) in labelled)
    back = {name for name, times in seen.items() if times > 1}
    timed = [line for line in written if line.number in cues or _TIME.match(line.raw)]
    at = {line.number for line in timed} | {line.number for line in written if cues and line.bullet}
    turns = {line.number: name for line, (name, _) in labelled if line.number in at}
    if cues:
        turns = {at: name for at, name in turns.items() if name.lower() in back or is_listed(name)}
    lone = not cues and [*turns] != [line.number for line in written[:1]]
    if len(turns) > max(lone, (_TURNS if cues else _ALL_SPEAK) * len(timed)):
        return frozenset(name.lower() for name in turns.values())
    spoken = sum(seen[name] for name in back) + sum(bool(_CONTINUED.match(line.text)) for line in written)
    if not back or sum(is_work(line.text[end:]) for line, (_, end) in labelled) > len(labelled) / 2:
        return frozenset()
    if len(labelled) >= _ALL_SPEAK * len(written):
        return frozenset(seen)
    scribed = _scribed([(line.nick, name) for line, (name, _) in labelled if line.nick], back)
    return scribed | back if spoken >= _SPOKEN * len(written) else scribed


def _scribed(turns: Sequence[tuple[str, str]], back: Set[str]) -> frozenset[str]:
    """Who speaks, as a nick tells that types the turns of others all along; `back`: labels that come back."""
    typed = Counter(nick for nick, name in turns if name.lower() in back)
    return frozenset(
        name.lower()
        for nick, name in turns
        if typed[nick] >= _SCRIBED
        and ".." not in name
        and (" " not in name or all(word[:1].isupper() for word in name.split()))
    )


_SCRIBED = 5
"""Who types so many turns of others in a chat writes down who says what, also of who speaks once."""
_ALL_SPEAK = 0.7
"""From this share of lines with a label also those who speak once are speaking."""
_TURNS = 0.1
"""The same of the cues of a transcript, where a name may stand only above the first of somebody's."""
_SPOKEN = 0.3
"""Notes are a conversation from this share of lines with a speaker."""


def is_conversation(lines: Sequence[Line]) -> bool:
    written = [line for line in lines if line.text and not line.heading]
    return bool(written) and sum(line.speaker is not None for line in written) >= _SPOKEN * len(written)


def _with_speakers(
    lines: Iterable[Line], speaking: frozenset[str], *, transcript: bool = False
) -> Iterable[Line]:
    """`transcript`: what no label opens is said by the same person."""
    last: str | None = None
    for line in lines:
        label = None if line.heading else label_of(line.text)
        if label and label[0].lower() in speaking:
            last = label[0]
            yield _said(replace(line, speaker=last), line.text[label[1] :])
        elif last and (more := _CONTINUED.match(line.text)):
            yield replace(line, speaker=last, text=line.text[more.end() :])
        elif transcript and (line.speaker or (last and line.text)):
            last = line.speaker or last
            yield replace(line, speaker=last)
        else:
            last = None if line.heading else last
            yield line
