"""Notes as lines: whose words they are, which are headings, what belongs together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.notes.joined import joined
from bot.notes.lines import LONGEST, Line, bare
from bot.notes.markers import without_signs
from bot.notes.noted import corrected
from bot.notes.people import BOT
from bot.notes.speakers import TIME, said, speaking_labels, with_speakers
from bot.notes.words import AGENDA_HEADINGS, SECTIONS
from bot.text.words import VERBS_EN, VERBS_NL

MOST = 20_000
"""Lines that are read: a day of chat has fewer."""
_NICK = re.compile(r"\s*<([@+]?[\w|\\^\[\]{}()`.-]{1,40})(?::[\w.-]{1,60})?>[ \t]*")
_ACTS = re.compile(r"\* ([\w|\\^\[\]{}`-]{2,40}) (?=\S)")
_OF_BOT = re.compile(r"meeting started (?:at )?(?=[^.]*\d{4})|useful commands: #", re.IGNORECASE)
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
    lines = list(_with_plain_headings(joined([*_of_people(lines)])))
    cues = {number for number, raw in enumerate(raws, start=2) if "-->" in raw and _TIMING.match(raw)}
    return corrected([*with_speakers(lines, speaking_labels(lines, cues), transcript=bool(cues))])


def _of_people(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of a chat log as its people typed them: `* ann waves` is Ann's, and of what a bot says
    nothing is left but when the meeting began."""
    nicks = {line.nick for line in lines if line.nick}
    bots = {line.nick for line in lines if line.nick and _OF_BOT.match(line.text)}
    bots |= {nick for nick in nicks if BOT.search(nick)}
    for line in lines:
        timed = TIME.match(line.raw) if nicks and not line.nick else None
        if line.nick in bots:
            began = line.text if line.text[:15].lower() == "meeting started" else ""
            yield replace(line, text=began, nick=None, speaker=None) if line.nick else line
        elif timed and (acts := _ACTS.match(line.raw, timed.end())):
            yield said(replace(line, nick=acts[1], bullet=False), acts[1], line.raw[acts.end() : LONGEST])
        else:
            yield line


_TIMING = re.compile(r"\s*(?:\d{1,3}:)?\d\d:\d\d[.,]\d{3}\s+-->\s")
_CUE = re.compile(r"<v(?:\.[\w.]+)? ([^<>]{1,60})>(.*?)(?:</v>)?\s*$")


def _without_timings(raws: Sequence[str]) -> Iterator[str]:
    """The lines of a transcript (.vtt, .srt) without its timings, numbers, comments and first line."""
    timed = any("-->" in raw and _TIMING.match(raw) for raw in raws)
    for raw, after in zip(raws, [*raws[1:], ""], strict=False):
        number = timed and raw.strip().isdigit() and _TIMING.match(after)
        yield "" if timed and (number or raw.startswith(("WEBVTT", "NOTE ")) or _TIMING.match(raw)) else raw


_UNDERLINE = re.compile(r"\s*(?:={3,}|-{3,})\s*$")
_NUMBERED = re.compile(r"\s*\d{1,2}[.)]\s")
_LONGEST_HEADING = 60
_LISTS, _LABEL_WORDS = SECTIONS - AGENDA_HEADINGS, 4


def _with_plain_headings(lines: Sequence[Line]) -> Iterator[Line]:
    """`lines` with the headings that no `#` shows: underlined, numbered above text, short above bullets."""
    listed = numbered = opens = False  # below the heading of a list numbered lines are its items
    for before, line, after in zip([None, *lines], lines, [*lines[1:], None], strict=False):
        label = bare(line.text) if line.text and (line.heading or not line.bullet) else ""
        ends = (
            before is not None and not before.text and _NUMBERED.match(line.raw) and not (numbered or opens)
        )
        listed = label in _LISTS or (listed and not line.heading and not ends) or (not line.text and opens)
        told = line.text.endswith(":") and len(line.text.split()) > _LABEL_WORDS  # what follows it lists
        opens = (told or label in _LISTS) if line.text else opens
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
        return said(Line(number, raw, ""), cue[1].strip(), cue[2])
    timed = TIME.match(raw)
    start = timed.end() if timed else 0
    if nick := _NICK.match(raw[:LONGEST], start):
        name = nick[1].lstrip("@+")
        return said(Line(number, raw, "", nick=name), name, raw[nick.end() : LONGEST])
    line = without_signs(number, raw, start)
    stamp = _STAMP.search(line.text[-_LONGEST_STAMP:]) if line.text[-1:] == ")" else None
    return replace(line, text=line.text[: -len(stamp.group())].removeprefix("INFO: ")) if stamp else line


_STAMP = re.compile(r" \(@?[\w:.|`^\[\]{}-]+, \d\d:\d\d:\d\d\)$")
"""What a bot adds to what it sums up: who said so, and when."""
_LONGEST_STAMP = 80
