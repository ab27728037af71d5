"""Several numbers in one line: `3 5 7`, `3-9`, `A-3, A-5 and 7`, `3 t/m 9`."""

import re
from collections.abc import Iterator

from bot.core.errors import TooMany

MOST = 100
"""At once: more than anybody means, and than one looks over before pressing Undo."""

ONE = r"(?:[A-Za-z]-)?\d{1,6}(?![\w/])"
TO = r"(?:\s*[-–—]\s*|\s+(?:to|through|t/m|tot\s+en\s+met|tot)\s+)"
SPAN = rf"{ONE}(?:{TO}{ONE}(?!-))?"
BETWEEN = r"(?:\s*[,;&+]\s*|\s+)(?:(?:and|en)\s+)?"
NUMBERS = re.compile(rf"{SPAN}(?:{BETWEEN}{SPAN})*", re.IGNORECASE)
_SPAN = re.compile(rf"({ONE})(?:{TO}({ONE})(?!-))?", re.IGNORECASE)
_BETWEEN = re.compile(BETWEEN, re.IGNORECASE)


def numbers(text: str) -> list[int]:
    """All that `text` names, each once, in its order; raise TooMany."""
    found: dict[int, None] = {}
    for span in _SPAN.finditer(text):
        first, last = sorted(_number(one) for one in (span[1], span[2] or span[1]))
        if last - first + len(found) >= MOST:
            raise TooMany(MOST)
        found.update(dict.fromkeys(range(first, last + 1)))
    return list(found)


def beginnings(text: str) -> Iterator[tuple[str, str]]:
    """Each way in which `text` begins with numbers and goes on with something else, fewest numbers first:
    `3 5 december` is 3 with `5 december`, or 3 and 5 with `december`."""
    span = _SPAN.match(text)
    while span:
        between = _BETWEEN.match(text, span.end())
        if between is None:
            return
        if between.end() < len(text):
            yield text[: span.end()], text[between.end() :]
        span = _SPAN.match(text, between.end())


def _number(one: str) -> int:
    return int(one.rpartition("-")[2])
